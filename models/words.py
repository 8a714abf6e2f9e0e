"""The words of a Dutch sentence and of its English, as ``models.word_table`` compares them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_FIRST: Final = re.compile(r"[^\w]*([A-Z][a-zà-ÿ]{3,}(?:en|s)) (?=[a-z])")
"""A word that begins a sentence, has a plural's ending and is not part of a longer name."""
_ONE: Final = re.compile(r"(?:is|was|had|heeft|wil|kan|zal|zou|(?!niet )[a-z]{3,}t) ")
"""What one does, not several: "Vissers vertelt" is somebody's name."""


class Word(NamedTuple):
    """A word in lower case, and where it begins."""

    text: str
    start: int


def word_set(text: str) -> frozenset[str]:
    """The words of a string as a set: how every closed class is written down."""
    return frozenset(text.split())


def words_of(text: str) -> list[Word]:
    """The words of a text, in order, with straight apostrophes; numbers are none."""
    return [Word(m.group().lower(), m.start()) for m in _WORD.finditer(text.replace("’", "'"))]


def owner_of(english: str) -> str:
    """A word without what an apostrophe begins: "father's"."""
    return english.partition("'")[0]


def said_in(en: str) -> set[str]:
    """The words of an English sentence, those with an apostrophe also up to it: "father's"."""
    texts = [word.text for word in words_of(en)]
    return {*texts, *map(owner_of, texts)}


def copied_plural(nl: str, en: str) -> int | None:
    """Where the English begins with the plural that the Dutch begins with, as if that were a name."""
    dutch, english = _FIRST.match(nl), _FIRST.match(en)
    if dutch is None or english is None or dutch[1] != english[1] or _ONE.match(nl, dutch.end()):
        return None
    return english.start(1)
