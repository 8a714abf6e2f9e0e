"""A glossary file: one Dutch term with its English on each line."""

from __future__ import annotations

import csv

MAX_TERMS = 1000
_SEPARATORS = ("\t", "=", ";", ",")


class GlossaryError(ValueError):
    """A line is no pair of terms; the message names the line."""


def parse_glossary(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a glossary, in order. Raises ``GlossaryError``.

    A line is ``Dutch = English``, or the two parted by a tab, a semicolon or a comma, in quotes if need be.
    Empty lines and lines that begin with ``#`` do not count. A term given twice must have the same English.
    """
    pairs: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _pair(line)
        if pair is None:
            raise GlossaryError(f"line {number} is not of the form: Dutch = English")
        dutch, english = pair
        if pairs.setdefault(dutch, english) != english:
            raise GlossaryError(f"line {number} gives {dutch!r} another English than an earlier line")
    if len(pairs) > MAX_TERMS:
        raise GlossaryError(f"{len(pairs):,} terms are more than the {MAX_TERMS:,} that are allowed")
    return tuple(pairs.items())


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
