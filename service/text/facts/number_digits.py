"""What a run of digits may mean: an amount, a time of day, or neither (an address, a version)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from service.text.facts.number_phrases import Language

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_PART = re.compile("middag|avond|nacht")
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
    hours = {hour, hour % 24} if hour > 12 else {hour, (hour + 12) % 24}
    return frozenset(f"{h}:{minute:02d}" for h in hours)


def clock(digits: str, following: Sequence[str], near: Sequence[str], language: Language) -> frozenset[str]:
    """The time of day a number is when "uur", "pm" or "o'clock" says so; empty if nothing does.

    ``following`` are the tokens behind it and ``near`` the words round it, in small letters. Dutch that gives
    the minutes in digits uses the 24-hour clock, unless it names the part of the day.
    """
    time = re.fullmatch(r"(\d{1,2})(?:[.:](\d\d))?", digits)
    if not time or int(time[1]) > 24:
        return frozenset()
    hour, minutes = int(time[1]), time[2]
    if language == "nl":
        if following[:1] not in (["u"], ["uur"]):
            return frozenset()
        if re.fullmatch(r"[0-5]\d", following[1] if len(following) > 1 else ""):
            minutes = following[1]  # 20u30
        part = _PART.search(" ".join(near))
        alone = minutes and not (part and (hour < 12 or part[0] == "nacht"))
        both = times(hour, int(minutes or 0))
        return both & {f"{hour}:{minutes}", f"{hour % 24}:{minutes}"} if alone else both
    half = "".join(following)
    if half.startswith(("pm", "p.m")):
        return frozenset({f"{hour % 12 + 12}:{minutes or '00'}"})
    if half.startswith(("am", "a.m")):
        # 18.30 a.m. is wrong, and told as such
        return frozenset(f"{h}:{minutes or '00'}" for h in {hour % 12, hour if hour > 12 else hour % 12})
    return times(hour, int(minutes or 0)) if half.startswith(("o'clock", "o’clock")) else frozenset()


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
