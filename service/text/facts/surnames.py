"""Surnames that are common nouns too: a Koning is no king when a given name or a verb stands before him.

Which words may be one, ``exonyms`` tells; what stands round a word tells whether it is. "De Koning" at the
beginning of a sentence stays in doubt, and so does a noun in capitals behind "tot" or before "van" ("tot
Koning van Pruisen").
"""

from __future__ import annotations

import re
from typing import Final

from service.text.facts.exonyms import may_be_surname
from service.text.facts.found_names import CAPITAL_PARTICLE
from service.text.visible import fold
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import DETERMINERS, word_set

_PARTICLES: Final = r"(?:(?:van|de[nr]?|te[nr]|het|['’]t) )*"
_OF_A_PERSON: Final = re.compile(
    rf"(?<![\w'’-])(?:(?P<given>[A-Z][\w’'-]*)|[A-Z](?:\.[A-Z])*\.) (?P<particles>{_PARTICLES})\Z"
)
_CAPITAL: Final = re.compile(rf"(?<=[\w,] )(?P<particles>{CAPITAL_PARTICLE})\Z")
_BACK: Final = 60
"""Characters before a word that are looked at."""
_BARE: Final = word_set("bisschop graaf groot hertog keizer koning paus prins")
"""Those that stand for a person without any name or particle: nobody writes of bare "Berg"."""
_BEFORE: Final = re.compile(r"(?<![\w'’])([^\W\d_]+) \Z")
"""Of a compound ("Rabo-econoom") what is behind its hyphen."""
_OFFICE_BEFORE: Final = DETERMINERS | word_set("tot als werd wordt worden is was ben bent zijn voor")
_DESCRIBED: Final = re.compile(r"\b(?:de|een|het|deze|onze|zijn|haar|hun|mijn) [^\W\d_]+e \Z", re.I)
_BEHIND: Final = re.compile(r"[ -][A-Z]|-| (?:van|de[rs])\b")
_FIRSTS: Final = frozenset(("Volgens", "Aldus", "Ook", "Maar", "En", "Toen", "Daarop"))


def surname_at(nl: str, start: int, end: int) -> str | None:
    """The surname that a capitalised word inside a sentence is, with its particles; None if it is none."""
    word = nl[start:end]
    if not may_be_surname(fold(word)):
        return None
    near = nl[max(0, start - _BACK) : start]
    person = _OF_A_PERSON.search(near)
    if person and (not person["given"] or is_first_name(person["given"])):
        return person["particles"] + word
    particle = _CAPITAL.search(near)
    if particle:
        return particle["particles"] + word
    before = _BEFORE.search(near)
    if before is None or fold(word) not in _BARE or _BEHIND.match(nl, end) or _DESCRIBED.search(near):
        return None
    inside = before[1].islower() or before[1] in _FIRSTS
    return word if inside and before[1].lower() not in _OFFICE_BEFORE else None
