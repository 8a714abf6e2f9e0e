"""A glossary: Dutch terms and the English that a reader wants for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from service.text.translating.indefinite import agree

Term = tuple[str, str]
"""A Dutch term and its English."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_LINKS: Final = frozenset(("a", "an", "and", "by", "for", "in", "of", "on", "the", "to"))
"""Words that may stand between those of a term, and tell nothing of where it is."""


def _words(term: str) -> str:
    words = r"\s+".join(re.escape(word) for word in term.split())
    return rf"(?<!\w){words}(?!\w)"


@lru_cache(maxsize=4096)
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(_words(term), re.IGNORECASE)


def _contains(text: str, term: str) -> bool:
    return bool(term.strip()) and bool(_pattern(term).search(text))


def relevant(segment: str, glossary: Sequence[Term]) -> tuple[Term, ...]:
    """The terms whose Dutch stands in the segment as whole words, whatever their case."""
    return tuple(term for term in glossary if _contains(segment, term[0]))


def missing(en: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms whose English does not stand in the translation."""
    return tuple(term for term in terms if not _contains(en, term[1]))


def replace_copied(text: str, terms: Sequence[Term]) -> str:
    """The text with each Dutch term that stands in it replaced by its English; nothing else is touched.

    All in one pass, the longest term first: what was put in is not replaced again.
    """
    english = {_key(dutch): english for dutch, english in reversed(terms) if dutch.strip()}
    if not english:
        return text
    longest_first = sorted(english, key=len, reverse=True)
    pattern = re.compile("|".join(_words(dutch) for dutch in longest_first), re.IGNORECASE)
    # Two letters that the pattern takes for one (K and the sign of kelvin) may have different keys.

    def wanted(match: re.Match[str]) -> str:
        found = english.get(_key(match[0]), match[0])
        begins = match[0][0].isupper() and not any(map(str.isalpha, text[: match.start()]))
        return found[0].upper() + found[1:] if begins else found

    return pattern.sub(wanted, text)


def begun_with_term(en: str, english: str, becomes: Collection[str]) -> tuple[str, str] | None:
    """A translation up to where a term was translated otherwise, with its English; and what stood there.

    ``becomes`` has words, in lower case, that the Dutch term may have become: it was translated where most of
    them stand in a row. None if none of them stands anywhere.
    """
    best: list[re.Match[str]] = []
    row: list[re.Match[str]] = []
    for word in _WORD.finditer(en):
        text = word[0].lower()
        if row and not en[row[-1].end() : word.start()].replace("-", " ").isspace():
            row = []
        if text in _LINKS:
            row = [*row, word] if row else []
        elif text in becomes or text.removesuffix("s") in becomes:
            row = [*row, word]
            best = max(best, row, key=len)
        else:
            row = []
    if not best:
        return None
    start, stood = best[0].start(), en[best[0].start() : best[-1].end()]
    before = en[:start]
    if not any(map(str.isalpha, before)) and stood[0].isupper():
        return before + english[0].upper() + english[1:], stood
    return agree(before + english), stood


def _key(term: str) -> str:
    return " ".join(term.casefold().split())
