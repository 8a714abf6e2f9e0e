"""A glossary: Dutch terms and the English that a reader wants for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

Term = tuple[str, str]
"""A Dutch term and its English."""


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
    return pattern.sub(lambda match: english.get(_key(match[0]), match[0]), text)


def _key(term: str) -> str:
    return " ".join(term.casefold().split())
