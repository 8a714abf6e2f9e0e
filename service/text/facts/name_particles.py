"""Surnames whose particle the English has translated: "From Westerloo", "Peter R. the Vries", "the Young".

A particle belongs to a surname when it has a capital inside a sentence, or a given name or an initial before
it. Where it begins the sentence "Van" may be a preposition and "De" an article: there "Van" counts only with
a verb behind the surname on both sides, and "De" only before the commonest surnames with it. In small letters
a bare "van" may say what somebody belongs to ("Eva van Greenpeace"): there the English "of" and "from" are
right, unless the sentence has the surname with a capital "Van" too, or says what he is ("wethouder Eva van
Veldhoven"). With "De" the rest may be translated too ("the Young"), if it is one of the commonest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from service.text.facts.exonyms import english_forms, may_be_surname
from service.text.visible import fold
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import word_set
from service.text.words.voices import is_human

_SURNAME: Final = re.compile(
    r"(?<![\w'’-])(?P<particle>[Vv]an(?: (?:de[rn]?|het|['’]t))?|[Dd]e|[Tt]er) (?P<name>[A-Z][\w’'-]{2,}\w)"
)
_BEFORE: Final = re.compile(r"(?:([A-Z][\w’'-]+) )?([A-Z][\w’'-]*|[A-Z](?:\.[A-Z])*\.) $")
_TITLED: Final = re.compile(r"(?<![\w-])([\w-]+) [A-Z][\w’'-]+ $")
"""What somebody is, before his given name: his surname follows."""
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:…]\s|[“”„\"‘'«(\[–—|•*])[^\w]*$")
_ENGLISH: Final = r"(?<![\w'’-])(?:{particles})(?: (?:the|de[rn]?|het|['’]t))? {name}(?![\w-])"
_TRANSLATED: Final = {"van": "of|from|by|van (?=the )", "de": "the", "ter": "to the|at the|to|at"}
_NO_VERB: Final = word_set("tot naar en of om is het de een in op die dat")
_BEHIND: Final = re.compile(
    r"(?: (?!(?:the|a|an|to|and|or|until|it|he|she|they|we|I|this|that)\b)[a-z]|['’]s\b)"
)
_AFTER_DE: Final = {
    "Boer": "Farmer", "Bruijn": "Brown", "Bruin": "Brown", "Graaf": "Count", "Groot": "Big|Large|Great",
    "Haan": "Rooster|Cock", "Haas": "Hare", "Heer": "Lord|Gentleman", "Hoop": "Hope", "Jager": "Hunter",
    "Jong": "Young", "Jonge": "Young", "Kleijn": "Small|Little", "Kok": "Cook|Chef", "Koning": "King",
    "Kort": "Short", "Lange": "Long", "Leeuw": "Lion", "Reus": "Giant", "Ridder": "Knight", "Rijk": "Rich",
    "Roos": "Rose", "Rooij": "Red", "Ruiter": "Rider|Horseman", "Ruyter": "Rider", "Smet": "Stain",
    "Vries": "Fries|Frost", "Vos": "Fox", "Waal": "Waal", "Wever": "Weaver", "Wilde": "Wild",
    "Winter": "Winter", "Wit": "White", "Witte": "White", "Wolf": "Wolf", "Zwart": "Black",
}  # fmt: skip
"""The commonest surnames behind "De", and what they are as words."""
_ADJECTIVES: Final = word_set(
    "Bruijn Bruin Groot Jong Jonge Kleijn Kort Lange Rijk Rooij Vries Wilde Wit Witte Zwart"
)
"""Those that are no noun: "De Koning" at the head of a sentence may be the King, "De Jonge" is somebody."""
_MOST: Final = 100
"""Surnames of one sentence that are looked for; more of them are a list."""
_BACK: Final = 80
"""Characters before a surname that tell whose it is, or that a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A place in the English, and the surname with its own particle."""

    start: int
    end: int
    right: str


def altered_particles(nl: str, en: str) -> Iterator[Altered]:
    """The places in the English where a surname has a translated particle, in the order of the Dutch."""
    told: set[int] = set()
    for match in islice(_SURNAME.finditer(nl), _MOST):
        particle, name = match["particle"], match["name"]
        words = name if name in en else _AFTER_DE.get(name, "") if particle in ("de", "De") else ""
        if not words:
            continue
        near = nl[max(0, match.start() - _BACK) : match.start()]
        first = _BEFORE.search(near)
        surname = first and first[1] and is_first_name(first[1])
        personal = first is not None and (first[2].endswith(".") or (is_first_name(first[2]) and not surname))
        starts = _SENTENCE_START.search(near) is not None
        if starts and not personal and name not in en and name not in _ADJECTIVES:
            continue
        if not (personal if particle[0].islower() else (personal or not starts or _begins(match, nl))):
            continue
        if personal and particle[0].islower() and _is_translated(name):
            continue
        titled = _TITLED.search(near)
        belongs = particle == "van" and f"Van {name}" not in nl and not (titled and is_human(titled[1]))
        head = particle.split()[0].lower()
        pattern = _ENGLISH.format(particles=_TRANSLATED[head], name=f"(?:{words})")
        for found in re.finditer(pattern, en, re.I):
            if not re.search(rf"(?:{words})$", found[0]) or (
                personal and first and not _follows(first[2], en, found.start())
            ):
                continue
            if belongs and " the " not in found[0]:
                continue
            if starts and head == "van" and not _BEHIND.match(en, found.end()):
                continue
            if found.start() in told:
                continue
            told.add(found.start())
            yield Altered(found.start(), found.end(), f"{particle} {name}")


def _begins(match: re.Match[str], nl: str) -> bool:
    """Whether a particle at the start of a sentence is one, by what is behind it."""
    if match["particle"] == "De":
        return match["name"] in _AFTER_DE
    behind = re.match(r" ([a-z]+)", nl[match.end() :])
    known = _is_translated(match["name"])
    return (
        match["particle"].startswith("Van") and not known and behind is not None and behind[1] not in _NO_VERB
    )


def _is_translated(name: str) -> bool:
    """Whether it has English forms, as "Oranje" has; the Berg of "van den Berg" has none."""
    folded = fold(name)
    return bool(english_forms(folded)) and not may_be_surname(folded)


def _follows(first: str, en: str, place: int) -> bool:
    """Whether the given name or initial stands before a place of the English."""
    return en[:place].rstrip().endswith(first)
