"""Slips of a small model with the form of a number: each a place in the English, and what should stand there.

The value may be right and the English still wrong: no English ordinal is "3th", a "half eight" is no half
past seven, and what was below zero is not what is above it. Numbers that are lost or changed are found in
``service.text.facts.numbers``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from service.text.facts import number_words
from service.text.facts.numbers import MONTHS, Number, find_numbers


@dataclass(frozen=True, slots=True)
class Slip:
    """A place in the English, what should stand there, and a line about it that is fit for a reader."""

    start: int
    end: int
    right: str
    text: str


_ORDINAL = re.compile(r"(?<![\w.,])(\d[\d,]*)(st|nd|rd|th)\b")
_TWICE = re.compile(
    rf"(?<![\w.,:-])((\d+)(?:st|nd|rd|th)?(?: (?:of )?(?:{'|'.join(MONTHS['en'])})\b,?)?) \2"
    r"(?:st|nd|rd|th)?(?![\w-]|[.,:]\d)",
    re.I,
)
_MIN = re.compile(r"(?<!\d )(?<!plus of )(?<!plus en )(?<![\w-])(?:min|^Min) \Z")
_SIGN = re.compile(
    r"(?<!\w)[-−–] ?[€$£]?\d|\b(?:minus|negative|loss(?:es)?|los[et]|losing|below|under|sub-?zero|deficits?"
    r"|down|short(?:age|fall)?|debts?|falls?|fell|fallen|drop\w*|decreas\w+|declin\w+|fewer"
    r"|less(?! (?:than )?\S+ degrees)|lower|shr[aiu]nk\w*|contract\w+|in the red|deduct\w+|frost|freez\w+"
    r"|behind)\b",
    re.I,
)
"""What says in English that an amount is below zero."""
_AT_LEAST = re.compile(r" (?:minuten|uur|uren|dagen|weken|maanden|jaar|personen|deelnemers|stuks)\b")
"""Of these a "min" is a minimum."""
_NO_AMOUNT = re.compile(r"minute \Z")
_BEFORE_AMOUNT = re.compile(r"(?:\bless (?:than )?)?((?:[€$£] ?)?)\Z", re.I)
_POINT_NL = re.compile(r" ?(?:procent|%)-?punt")
_PERCENT = re.compile(r" ?(?:%|per ?cent\b)")
_POINT_EN = re.compile(r"points?\b|\bpp\b", re.I)
_HOURS_NL = "twaalf een twee drie vier vijf zes zeven acht negen tien elf twaalf"
_HOURS = tuple(_HOURS_NL.split())
_HOURS_EN = tuple(number_words.in_english(hour) or "" for hour in _HOURS)
_HALF_NL = re.compile(rf"\bhalf ({'|'.join(_HOURS[1:])}|1[0-2]|[1-9])\b(?![.,:]\d)", re.I)
_HALF_EN = re.compile(rf"\bhalf[ -](past )?({'|'.join(_HOURS_EN[1:])}|1[0-2]|[1-9])\b", re.I)
_BARE_HALF = re.compile(r"\bhalf(?:-\w+)?\b(?! past\b)", re.I)
_PAST = re.compile(r"\bhalf\b|\bthirty\b|[:.]30\b", re.I)
_RECORD_NL = re.compile(r"(?<![\d.,])(\d{1,2})[.:]([0-5]\d),(\d{1,3})(?![.,]?\d)")
_RECORD_EN = re.compile(r"(?<![\d.,])(\d{1,2}),([0-5]\d)\.(\d{1,3})(?![.,]?\d)")
_TELEPHONE = re.compile(r"(?<![\w+-])(?!\d\d-\d\d-\d)(0[1-9]\d{0,2})(?:[- ]?\d){6,8}(?![\w-])")
_DIGITS_OF_ONE = 10
"""Digits of a Dutch telephone number."""
_MOST = 20
"""Telephone numbers of one sentence that are looked for; more of them are a list."""


def slips(nl: str, en: str) -> tuple[Slip, ...]:
    """All slips of the English, from left to right."""
    dutch, english = find_numbers(nl, "nl"), find_numbers(en, "en")
    found = [
        *_ordinals(en),
        *_twice(en, dutch),
        *_signs(nl, en, dutch, english),
        *_points(nl, en, dutch, english),
        *_half_hours(nl, en, dutch, english),
        *_records(nl, en),
        *_telephones(nl, en),
    ]
    return tuple(sorted(found, key=lambda slip: slip.start))


def ordinal_ending(value: int) -> str:
    """What makes an English ordinal of digits."""
    return "th" if 10 < value % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _ordinals(en: str) -> Iterator[Slip]:
    for match in _ORDINAL.finditer(en):
        ending = ordinal_ending(int(match[1].replace(",", "")[-2:]))
        if ending != match[2]:
            yield Slip(*match.span(), match[1] + ending, f'There is no "{match[0]}".')


def _twice(en: str, dutch: tuple[Number, ...]) -> Iterator[Slip]:
    """ "from 1 July 1", where the Dutch has a single 1; its "een" is an article."""
    times = Counter(reading for n in dutch if n.surface.lower() != "een" for reading in n.readings)
    for match in _TWICE.finditer(en):
        if times[match[2].lstrip("0") or "0"] == 1:
            yield Slip(*match.span(), match[1].rstrip(","), f'The number is twice in "{match[0]}".')


def _signs(nl: str, en: str, dutch: tuple[Number, ...], english: tuple[Number, ...]) -> Iterator[Slip]:
    """An amount below zero ("min 5 graden") of which the English has the bare number."""
    below = [
        n
        for n in dutch
        if _MIN.search(nl, max(0, n.start - len("min ")), n.start) and not _AT_LEAST.match(nl, _end(n))
    ]
    if not below or _SIGN.search(en):
        return
    places = {
        reading: other
        for other in reversed(english)
        for reading in other.readings
        if other.surface.lower() not in ("a", "an")
        and not _ORDINAL.match(en, other.start)
        and not _NO_AMOUNT.search(en, max(0, other.start - len("minute ")), other.start)
    }
    for number in below:
        bare = next((places[reading] for reading in sorted(number.readings) if reading in places), None)
        if bare:
            before = _BEFORE_AMOUNT.search(en, max(0, bare.start - len("less than € ")), bare.start)
            start, currency = (before.start(), before[1]) if before else (bare.start, "")
            right = _as_begun(f"minus {currency}{bare.surface.lower()}", en, start)
            yield Slip(start, _end(bare), right, f"Not in the English: min {number.surface}.")


def _points(nl: str, en: str, dutch: tuple[Number, ...], english: tuple[Number, ...]) -> Iterator[Slip]:
    """What rises from 2 by 1 percentage point is 3 percent, and by 1 percent 2.02."""
    points = [n for n in dutch if _POINT_NL.match(nl, _end(n))]
    if not points or _POINT_EN.search(en):
        return
    readings = frozenset().union(*(n.readings for n in points))
    for number in english:
        percent = _PERCENT.match(en, _end(number))
        if percent and number.readings & readings:
            right = " percentage point" if "1" in number.readings else " percentage points"
            yield Slip(*percent.span(), right, "Not in the English: procentpunt.")


def _half_hours(nl: str, en: str, dutch: tuple[Number, ...], english: tuple[Number, ...]) -> Iterator[Slip]:
    """ "half acht" as "half eight", which is half past eight where it is said, or as a mere half."""
    half = {_hour(match[1]): match[0] for match in _HALF_NL.finditer(nl)}
    if not half:
        return
    known, told = (frozenset().union(*(n.readings for n in found)) for found in (dutch, english))
    places = [(match, _hour(match[2])) for match in _HALF_EN.finditer(en)]
    wrong = [(m, hour) for m, hour in places if hour in half and not (m[1] and f"{hour}:30" in known)]
    bare = list(_BARE_HALF.finditer(en))
    if not places and len(bare) == len(re.findall("half", nl, re.I)) == 1:
        wrong = [(bare[0], hour) for hour in half if f"{(hour - 1) % 12}:30" not in told]
    if not bare and len(half) == 1 and not _PAST.search(en):
        yield from _whole_hours(*half.popitem(), dutch, english)
    for match, hour in wrong:
        right = f"half past {_HOURS_EN[hour - 1]}"
        text = f'The Dutch "{half[hour]}" is {right}.'
        yield Slip(*match.span(), _as_begun(right, en, match.start()), text)


def _whole_hours(
    hour: int, surface: str, dutch: tuple[Number, ...], english: tuple[Number, ...]
) -> Iterator[Slip]:
    """The hour itself, or the one before it, where the Dutch says nothing else of either."""
    hours = {str(hour), str((hour - 2) % 12 + 1)}
    if sum(not n.readings.isdisjoint(hours) for n in dutch) == 1:
        for number in islice((n for n in english if not n.readings.isdisjoint(hours)), 1):
            right = f"half past {_HOURS_EN[hour - 1]}"
            yield Slip(number.start, _end(number), right, f'The Dutch "{surface}" is {right}.')


def _hour(word: str) -> int:
    word = word.lower()
    if word.isdecimal():
        return int(word)
    return (_HOURS if word in _HOURS else _HOURS_EN).index(word, 1)


def _records(nl: str, en: str) -> Iterator[Slip]:
    """The time 1.13,92 with its marks exchanged as if it were an amount."""
    records = {match.groups() for match in _RECORD_NL.finditer(nl)}
    for match in _RECORD_EN.finditer(en):
        minutes, seconds, rest = match.groups()
        if match.groups() in records:
            yield Slip(*match.span(), f"{minutes}:{seconds}.{rest}", f'There is no "{match[0]}".')


def _telephones(nl: str, en: str) -> Iterator[Slip]:
    """A telephone number that has lost or changed digits behind those of its area."""
    numbers = [match for match in _TELEPHONE.finditer(nl) if len(_digits(match[0])) == _DIGITS_OF_ONE]
    if not numbers:
        return
    kept = re.sub(r"(?<=\d)[\s().–-]+(?=\d)", "", en)
    for number in islice(numbers, _MOST):
        area = number[1]
        if _digits(number[0])[1:] in kept:
            continue
        text = f"Not in the English: {number[0]}."
        for match in re.finditer(rf"(?<![\w+-]){area}(?:[- ]?\d)+(?![\w-])", en):
            yield Slip(*match.span(), number[0], text)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _as_begun(right: str, en: str, start: int) -> str:
    """With a capital where the English has one, and at its beginning."""
    return right[0].upper() + right[1:] if not start or en[start].isupper() else right


def _end(number: Number) -> int:
    return number.start + len(number.surface)
