"""A glossary as it is given, in a file, in the form or in a request: Dutch terms, each with its English."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from service.text.visible import is_blank

MAX_TERMS = 1000
MAX_CHARS = 200
"""The longest term of either language."""
_SEPARATORS = ("\t", "=", ";", ",")

Glossary = tuple[tuple[str, str], ...]


class GlossaryError(ValueError):
    """Something is no pair of terms; the message names the line, or which term it is."""


def parse_glossary(text: str) -> Glossary:
    """The pairs of a glossary, in order. Raises ``GlossaryError``.

    A line is ``Dutch = English``, or the two parted by a tab, a semicolon or a comma, in quotes if need be.
    Empty lines and lines that begin with ``#`` do not count.
    """
    return check_glossary(_lines(text))


def check_glossary(entries: Iterable[tuple[str, str, str]]) -> Glossary:
    """The pairs without superfluous white space. Raises ``GlossaryError``.

    An entry is a place to name in an error, a term and its English. A term given twice must have the same
    English, for only one of two could be kept to.
    """
    pairs: dict[str, str] = {}
    for place, *terms in entries:
        dutch, english = (" ".join(term.split()) for term in terms)
        if is_blank(dutch) or is_blank(english):
            raise GlossaryError(f"{place} lacks the {'Dutch' if is_blank(dutch) else 'English'} term")
        if (length := max(len(dutch), len(english))) > MAX_CHARS:
            raise GlossaryError(f"{place} has a term of {length:,} characters; {MAX_CHARS} are allowed")
        if pairs.setdefault(dutch, english) != english:
            raise GlossaryError(f"{place} gives {dutch!r} another English than an earlier one")
    if len(pairs) > MAX_TERMS:
        raise GlossaryError(f"{len(pairs):,} terms are more than the {MAX_TERMS:,} that are allowed")
    return tuple(pairs.items())


def _lines(text: str) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _pair(line)
        if pair is None:
            raise GlossaryError(f"line {number} is not of the form: Dutch = English")
        yield (f"line {number}", *pair)


def _pair(line: str) -> tuple[str, str] | None:
    separator = next((s for s in _SEPARATORS if s in line), None)
    if separator is None:
        return None
    try:
        cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        return None
    terms = [cell.strip() for cell in cells]
    return (terms[0], terms[1]) if len(terms) == 2 and all(terms) else None
