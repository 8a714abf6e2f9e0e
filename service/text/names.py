"""Names and other capitalised terms of a Dutch sentence that its English has lost.

A Dutch term is *found* in the English if it stands there whatever its case and accents, if the table of
exonyms gives a form that stands there, or if an English word is its transliteration or a form of it (Aleksej
and Alexei, Afghaanse and Afghan); an exonym left in Dutch (Hongarije) is not. What is left after that may be
a common noun in capitals ("het Hooggerechtshof"): such a term, known by the article before it, is excused as
long as the English has a capitalised term of its own that nothing in the Dutch explains. The first word of a
sentence is capitalised whatever it is, so it counts only when its own form shows a name (NAVO, iPhone, MH17):
a name lost there alone is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.text.exonyms import english_forms, is_exonym, may_be_surname
from service.text.given_names import is_first_name
from service.text.lexicon import DETERMINERS
from service.text.name_particles import altered_particles
from service.text.name_spellings import (
    BEGINNING,
    COGNATE,
    is_near,
    is_transliterated,
    may_be_spelt,
    same_name,
    skeleton,
)
from service.text.numbers import fold
from service.text.surnames import surname_at
from service.text.vocabulary import is_common

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
_START = re.compile(r"(?:^|[.!?:…]\s|[“”„\"‘'«(\[–—|•*]|\s-\s|(?:^|\s)['’]s\s)[^\w]*$")
_LABEL = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,5})[)\]]\W*")
"""What numbers a line: "1)", "a)", "[1]"."""
_LONGEST_LABEL = 16
_ARTICLES = DETERMINERS | {"jouw", "uw"}
_DUTCH_ENDINGS = re.compile(
    r"(?:ing|heid|schap|raad|hof|partij|dienst|bank|wet|commissie|bond|straat|plein|zee|weg|ministerie"
    r"|minister|kamer|oorlog|verdrag|akkoord|prijs|kerk|school|universiteit|museum|fonds|kampioenschap\w*"
    r"|spelen|eilanden|gebergte|rivier|provincie|gemeente|leden|lid|wetenschap\w*|orde|recht|rechten"
    r"|politie|leger|instituut|centrum|organisatie|zaken|eeuw|tijd|rijk|se|sen|ische)$"
)
"""Endings of Dutch nouns and adjectives: what ends so may be a term that is translated."""
_DUTCH_NOUNS = re.compile(rf"{_DUTCH_ENDINGS.pattern}|(?:en|aar|meer|uut)$")
"""The same, and endings that names have too, of plurals above all."""
_SHORTEST_PART = 4
"""Letters of a name or noun in a compound."""
_MOST_COMPARED = 50_000
"""Pairs of words that are held against one another; a sentence with more of them is no prose."""
_PARTICLES = frozenset(("Van", "De", "Ter"))
_CAPITAL_PARTICLE = r"\b(?:De|Te[nr]|Van(?: (?:de[nr]?|het|['’]t))?) "
_SURNAME_BEHIND = re.compile(r" (?:(?:van|de[nr]?|te[nr]) )*[A-Z]")
_BODIES = frozenset(
    ("waterschap", "hoogheemraadschap", "stichting", "omroep", "ggd", "ggz", "fc", "sc", "vv", "hotel")
)
"""Kinds of bodies whose names stay as they are."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised Dutch term; ``article`` if one stands before it, ``proper`` if it is part of the name of
    a person or body, by what stands beside it."""

    surface: str
    folded: str
    article: bool
    proper: bool = False
    surname: str = ""
    """With its particles, where a word that may be a common noun is one."""


def lost_names(nl: str, en: str) -> tuple[str, ...]:
    """The capitalised terms of the Dutch that the English has lost, as written, each once."""
    return tuple(dict.fromkeys(name.surface for name in _lost(nl, en)))


def lost_spellings(nl: str, en: str) -> tuple[str, ...]:
    """Those of them that English writes as Dutch does: names, and no nouns that are translated."""
    names = (name for name in _lost(nl, en) if name.surname or _is_kept(name.folded))
    return tuple(
        dict.fromkeys(
            name.surface
            for name in names
            if name.proper or name.surface.isupper() or not (name.article or _DUTCH_NOUNS.search(name.folded))
        )
    )


def translated_surnames(nl: str, en: str) -> Iterator[tuple[re.Match[str], str]]:
    """The places in the English where a surname is translated ("says King"), and the surname."""
    for name in _lost(nl, en):
        particles, forms = name.surname.removesuffix(name.surface), english_forms(name.folded)
        if not name.surname:
            continue
        before = r"(?:of |from |by |van )?(?:the |de[nr]? )?" if particles else r"(?:[Tt]he )?"
        translated = "|".join(form.title() for form in forms if form.isalpha())
        places = list(re.finditer(rf"(?<![\w'’-]){before}(?:{translated})\b", en))
        if len(places) == 1:
            yield places[0], name.surname


def _is_kept(folded: str) -> bool:
    forms = english_forms(folded)
    return not forms or folded in forms


def _lost(nl: str, en: str) -> list[Name]:
    names = list(_names(nl))
    english = _English(en)
    missing = [name for name in names if not _found(name, english)]
    if not missing:
        return []
    spare = any(unexplained(nl, en))
    told = {word for altered in altered_names(nl, en) for word in altered.split()}  # as a whole
    lost: list[Name] = []
    for name in missing:
        if name.surface == "The":
            continue  # of "The New York Times": nobody misses it
        if name.surface in told:
            continue
        translatable = not name.proper and (name.article or bool(_DUTCH_ENDINGS.search(name.folded)))
        if translatable and spare and not name.surface.isupper():
            continue
        lost.append(name)
    return lost


def altered_names(nl: str, en: str) -> tuple[str, ...]:
    """The surnames with a particle of the Dutch whose particle the English has translated, each once."""
    return tuple(dict.fromkeys(altered.right for altered in altered_particles(nl, en)))


def _names(nl: str) -> Iterator[Name]:
    seen: set[str] = set()
    matches = list(_WORD.finditer(nl))
    for index, match in enumerate(matches):
        word = match[0]
        if not any(c.isupper() for c in word) or len(word) < 2:
            continue
        folded = _key(word)
        if folded in _ARTICLES:
            continue  # a sentence that begins behind a date or a label; in "De Vries" the other word tells
        marked = sum(c.isupper() for c in word) > 1 or (word[0].islower() and len(word) > 3)
        if "." in word and any(len(part) > 1 for part in word.split(".")):
            continue  # an abbreviation ("v.Chr.") or two sentences without a space between them
        before = matches[index - 1].end() if index else 0
        if folded not in seen and (marked or not _is_first(nl, before, match)):
            seen.add(folded)
            previous = matches[index - 1][0].lower() if index else ""
            surname = surname_at(nl, *match.span()) or ""
            given = is_exonym(folded) and is_first_name(word) and _SURNAME_BEHIND.match(nl, match.end())
            proper = bool(surname or given) or _is_proper(matches, index, nl)
            yield Name(word, folded, previous in _ARTICLES, proper, surname)


def _is_proper(matches: Sequence[re.Match[str]], index: int, nl: str) -> bool:
    """Whether a given name, an initial, a particle with a capital or the kind of body stands before it."""
    if not index or nl[matches[index - 1].end() : matches[index].start()] not in (" ", ". "):
        return False
    before = matches[index - 1]
    if before[0] in _PARTICLES and not _is_first(nl, matches[index - 2].end() if index > 1 else 0, before):
        return True
    named = is_first_name(before[0]) or (len(before[0]) == 1 and before[0].isupper())
    return before[0].lower() in _BODIES or (named and len(matches[index][0]) > 3)


def _is_first(nl: str, before: int, match: re.Match[str]) -> bool:
    """Whether the word begins a sentence or a quotation; ``before`` is where the word before it ends.

    Only what lies between the two can tell, and an "'s" before it: looked for in all of a long sentence, for
    each of its names, it takes quadratic time.
    """
    if match.start() <= _LONGEST_LABEL and _LABEL.fullmatch(nl, 0, match.start()):
        return True
    gap = max(before, nl.rfind("_", before, match.start()) + 1)
    return _START.search(nl, max(0, gap - len(" 's")), match.start()) is not None


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))


def _key(word: str) -> str:
    """Folded, without the possessive and the dots of an abbreviation."""
    folded = fold(word).replace("’", "'")
    folded = folded.removesuffix("'s").removesuffix("'")
    return (
        folded.replace(".", "")
        .replace("'", "")
        .translate({0x131: "i", 0xF8: "o", 0x142: "l", 0xDF: "ss", 0xE6: "ae"})
    )


class _English:
    """The folded words of the English, kept by what a name must share with one to be the same.

    Holding every name against every word takes quadratic time, and a list of members is one sentence.
    """

    def __init__(self, en: str) -> None:
        keys = [_key(word) for word in _words(en)]
        self.written = en
        self.text = " " + " ".join(keys) + " "
        self.parts = frozenset(self.text.split(" "))
        self.joined = frozenset(a + b for a, b in pairwise(keys))
        self.words = tuple(dict.fromkeys(key for key in keys if len(key) >= BEGINNING))
        self.spelt: dict[str, list[str]] = {}
        self.begun: dict[str, list[str]] = {}
        for word in self.words:
            self.begun.setdefault(word[:BEGINNING], []).append(word)
            self.spelt.setdefault(skeleton(word), []).append(word)
        self._compared = 0

    def like(self, folded: str) -> Sequence[str]:
        """The words that a name has to be held against: all, if English has it with another ending."""
        alike = self.words if COGNATE.search(folded) else self.begun.get(folded[:BEGINNING], ())
        self._compared += len(alike)
        return alike if self._compared <= _MOST_COMPARED else ()


def _found(name: Name, english: _English) -> bool:
    folded = name.folded
    if name.surname:
        return folded in english.parts
    forms = english_forms(folded)
    if any(f" {form.replace('.', '')}" in english.text for form in forms):
        return True
    if folded in english.parts and (name.proper or not is_exonym(folded)):
        return True
    if may_be_surname(folded) and re.search(rf"{_CAPITAL_PARTICLE}{name.surface}\b", english.written):
        return True  # at the beginning of a sentence, where "De" does not tell what it is
    if forms == (folded,) or is_exonym(folded):
        return False  # a name that stays as it is, or Hongarije
    if folded in english.joined:
        return True  # also as two words: Hongkong, Hong Kong
    if len(folded) < BEGINNING:
        return False
    if not english.parts.isdisjoint((folded + "s", folded.removesuffix("s"))):
        return True
    if any(is_transliterated(folded, word) for word in english.spelt.get(skeleton(folded), ())):
        return True
    if name.proper:
        return False
    return any(same_name(folded, word) for word in english.like(folded)) or _is_split(folded, english)


def _is_split(folded: str, english: _English) -> bool:
    """Whether it is a name and a noun in one word, of which English makes two: Cookeilanden."""
    return any(
        any(f" {form}" in english.text for form in english_forms(folded[length:]))
        for length in range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1)
        if folded[:length] in english.parts
    )


def unexplained(nl: str, en: str, *, exact: bool = False) -> Iterator[re.Match[str]]:
    """The capitalised words of the English, but for its first, that are near to no word of the Dutch.

    A common word that begins a quotation has its capital from that. ``exact``: also what is near to a word of
    the Dutch and yet no English spelling of it, as a misspelt name is; that may begin anything ("Case" for
    Casey).
    """
    alike = may_be_spelt if exact else is_near
    dutch = dict.fromkeys(_key(word) for word in _words(nl))
    forms = tuple(dict.fromkeys(form for word in dutch for form in english_forms(word)))
    compared = 0
    for before, match in pairwise(_WORD.finditer(en)):
        word, key = match[0], _key(match[0])
        if not word[0].isupper() or len(word) < 2 or key in dutch or key.startswith(forms):
            continue
        compared += len(dutch)
        if compared > _MOST_COMPARED:
            return
        if any(alike(other, key) for other in dutch):
            continue
        if exact or not (is_common(key) and _is_first(en, before.end(), match)):
            yield match
