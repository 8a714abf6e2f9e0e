"""Currencies and measures that became others: "€ 6 miljoen" is no "$6 million", a kilometre no mile.

A small translation model keeps the number and writes the unit it has met most often beside it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class _Unit(NamedTuple):
    """A unit with what it is called in each language; units of one dimension can be taken for one another."""

    name: str
    dimension: str
    nl: re.Pattern[str]
    en: re.Pattern[str]


def _unit(name: str, dimension: str, nl: str, en: str) -> _Unit:
    return _Unit(name, dimension, *(re.compile(pattern, re.IGNORECASE) for pattern in (nl, en)))


_UNITS = (
    _unit("euros", "money", r"€|\beur(?:o|o's|o’s)?\b|\beuro\w*cent", r"€|\beur(?:o|os)?\b"),
    _unit("dollars", "money", r"\$|\b\w*dollars?\b|\busd\b", r"\$|\bdollars?\b|\busd\b|\bbucks\b"),
    _unit("pounds", "money", r"£|\bpond\w*|\bgbp\b|\bsterling\b", r"£|\bpounds?\b|\bgbp\b|\bquid\b"),
    _unit(
        "kilometres", "distance", r"\bkm\b|\bkm/u|kilometer", r"\bkms?\b|\bkph\b|\bkm/h|kilomet(?:re|er)s?\b"
    ),
    _unit("miles", "distance", r"\bmijl|\bmile[ns]?\b|\bmph\b", r"\bmiles?\b|\bmph\b"),
    _unit("degrees Celsius", "heat", r"\bcelsius\b|°\s?C\b", r"\bcelsius\b|\bcentigrade\b|°\s?C\b"),
    _unit("degrees Fahrenheit", "heat", r"\bfahrenheit\b|°\s?F\b", r"\bfahrenheit\b|°\s?F\b"),
)


def changed_units(nl: str, en: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a unit that only the Dutch has and one of the same dimension that only the English has."""
    lost = [unit for unit in _UNITS if unit.nl.search(nl) and not unit.en.search(en)]
    added = [unit for unit in _UNITS if unit.en.search(en) and not unit.nl.search(nl)]
    return tuple((a.name, b.name) for a in lost for b in added if a.dimension == b.dimension)
