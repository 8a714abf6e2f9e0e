"""Whether the English of a sentence has a name of its Dutch: as it is, in English, or transliterated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.text.facts.exonyms import english_forms, is_exonym, may_be_surname
from service.text.facts.name_spellings import BEGINNING, COGNATE, is_transliterated, same_name, skeleton
from service.text.visible import fold

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
CAPITAL_PARTICLE = r"\b(?:De|Te[nr]|Van(?: (?:de[nr]?|het|['’]t))?) "
_SHORTEST_PART = 4
"""Letters of a name or noun in a compound."""
_LONGEST_COMPOUND = 40
MOST_COMPARED = 50_000
"""Pairs of words that are held against one another; a sentence with more of them is no prose."""


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


def words_of(text: str) -> Iterator[str]:
    return (match[0] for match in WORD.finditer(text))


def name_key(word: str) -> str:
    """Folded, without the possessive and the dots of an abbreviation."""
    folded = fold(word).replace("’", "'")
    folded = folded.removesuffix("'s").removesuffix("'")
    return (
        folded.replace(".", "")
        .replace("'", "")
        .translate({0x131: "i", 0xF8: "o", 0x142: "l", 0xDF: "ss", 0xE6: "ae"})
    )


class English:
    """The folded words of the English, kept by what a name must share with one to be the same.

    Holding every name against every word takes quadratic time, and a list of members is one sentence.
    """

    def __init__(self, en: str) -> None:
        keys = [name_key(word) for word in words_of(en)]
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
        return alike if self._compared <= MOST_COMPARED else ()


def is_found(name: Name, english: English) -> bool:
    """Whether the English has the name in any of its forms; a surname has only its own."""
    folded = name.folded
    if name.surname:
        return folded in english.parts
    forms = english_forms(folded)
    if any(f" {form.replace('.', '')}" in english.text for form in forms):
        return True
    if folded in english.parts and (name.proper or not is_exonym(folded)):
        return True
    if may_be_surname(folded) and re.search(rf"{CAPITAL_PARTICLE}{name.surface}\b", english.written):
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


def _is_split(folded: str, english: English) -> bool:
    """Whether it is a name and a noun in one word, of which English makes two: Cookeilanden."""
    return len(folded) <= _LONGEST_COMPOUND and any(
        any(f" {form}" in english.text for form in english_forms(folded[length:]))
        for length in range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1)
        if folded[:length] in english.parts
    )
