"""What a run of digits may mean: an amount, a time of day, or neither (an address, a version)."""

from __future__ import annotations

import re
from decimal import Decimal

from service.text.number_phrases import Language

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_LONGEST = 28
"""As many digits as Decimal reckons with. A longer run is no amount, and Python may refuse to convert it."""


def digit_readings(digits: str, language: Language) -> frozenset[str]:
    """What a run of digits and separators may mean where ``language`` is written."""
    if len(digits) > _LONGEST:
        return frozenset({_as_written(digits)})
    fraction = FRACTIONS.get(digits[-1])
    if fraction is not None:
        whole = digits[:-1]
        return frozenset({plain(Decimal(whole) + fraction if whole.isdecimal() else fraction)})
    if digits.isdecimal():
        return frozenset({plain(Decimal(digits))})
    group, point = (".", ",") if language == "nl" else (",", ".")
    readings: set[str] = set()
    for g, p in ((group, point), (point, group)):
        own = g == group
        grouped = re.fullmatch(rf"\d{{1,3}}(?:\{g}\d{{3}})+(?:\{p}\d+)?", digits)
        # The other language's style counts only where it cannot be one's own.
        if grouped and (own or p in digits or digits.count(g) > 1):
            readings.add(plain(Decimal(digits.replace(g, "").replace(p, "."))))
        elif re.fullmatch(rf"\d+\{p}\d+", digits) and (own or len(digits.rpartition(p)[2]) != 3):
            readings.add(plain(Decimal(digits.replace(p, "."))))
    time = re.fullmatch(r"([01]?\d|2[0-4])[.:]([0-5]\d)", digits)
    if time:
        readings |= times(int(time[1]), int(time[2]))
    return frozenset(readings or {_as_written(digits)})


def _as_written(digits: str) -> str:
    return "#" + re.sub(r"[,:]", ".", digits)


def times(hour: int, minute: int) -> frozenset[str]:
    """A time on a twelve-hour clock may be either half of the day; one on a 24-hour clock is that alone."""
    hours = {hour} if hour > 12 else {hour, (hour + 12) % 24}
    return frozenset(f"{h}:{minute:02d}" for h in hours)


def year(value: int, *, short: bool) -> frozenset[str]:
    """One written with two digits may be of either century."""
    return frozenset({str(value), str(1900 + value), str(2000 + value)} if short else {str(value)})


def plain(value: Decimal) -> str:
    """Decimal notation without trailing zeros."""
    return format(value.normalize(), "f")


def roman(numeral: str) -> int:
    """The value of a numeral of I, V and X."""
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
