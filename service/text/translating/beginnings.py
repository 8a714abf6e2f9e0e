"""How a hypothesis should have begun: up to its first number, time, currency, name or character not right.

A small model loses count of digits that repeat (2008 becomes 208) and says the names it knows. A search whose
first tokens are given (prefix-constrained: Wuebker et al. 2016, "Models and Inference for Prefix-Constrained
Machine Translation") goes on from the right one, so the rest of the sentence stays the model's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

from service.text.facts import names, number_words, numbers, time_words, units
from service.text.facts.name_particles import altered_particles
from service.text.translating import slips
from service.text.translating.stray_characters import corrected_characters
from service.text.visible import fold
from service.text.words.english_dictionary import is_common

Place = tuple[int, str]
"""Where words of the English begin, and the words."""

_ALIKE = 0.4
"""Likeness of a wrong number or name and a lost one from which the one stands for the other."""
_ALIKE_NAME = 0.5
"""The same of a name that is misspelt: what is less like it is another name, or its translation."""
_ALIKE_WORD = 0.82
"""The same of a name where an English word stands: Case for Casey, but not Symphony for Symfonie."""
_MOST_COMPARED = 20_000
"""Pairs of a wrong and a lost one that are compared; a sentence with more of them is a list."""
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*[½¼¾]?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_INTERNET_ADDRESS = re.compile(r"\d{1,3}(?:\.[12]\d\d){3}")
_DUTCH_TIME = re.compile(r"(\d{1,2})u([0-5]\d)")
_RECORD_TIME = re.compile(r"(\d{1,2})[.:]([0-5]\d),(\d{1,3})")
_HALF_OF_DAY = re.compile(r" ?(?:[ap]\.?m\b\.?|o['’]clock\b)", re.I)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_MULTIPLIED = re.compile(r"[ -](?:dozen|hundred|score)\b", re.I)
_MONTH_BEFORE = re.compile(rf"\b({'|'.join(numbers.MONTHS['en']).title()}) (?:the )?\Z")
_COMMA_AND_YEAR = re.compile(r",(?= \d{4}\b)")
_DOLLARS = re.compile(rf"(?<!\w)(?:US|A|C|HK|NZ|S)?\$ ?({_DIGITS.pattern})")
_CALENDAR = {"month": numbers.MONTHS["en"], "weekday": time_words.WEEKDAYS["en"]}
_EXCHANGED = str.maketrans(".,", ",.")
_BEHIND = re.compile(r"(?:st|nd|rd|th|s)?\b(?:[^\w\s]+| [a-z]+(?![\w-]))?")
"""What goes with a number or name: with nothing behind it the model may go on with its digits or letters."""


def corrected_beginning(nl: str, en: str) -> str | None:
    """The English up to the first that is wrong of all these, put right, and the word behind it.

    None if nothing is wrong, or if nothing in the English stands for what was lost.
    """
    # Each yields from left to right; to pair all the names of a long list takes seconds.
    kinds = (_numbers, _slips, _times, _currencies, _names, corrected_characters)
    found = [first for kind in kinds for first in islice(kind(nl, en), 1)]
    if not found:
        return None
    start, end, right = min(found)
    behind = _BEHIND.match(en, end)
    return en[:start] + right + (behind[0] if behind else "")


def _numbers(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of wrong numbers, and the right one for each."""
    dutch, english = numbers.find_numbers(nl, "nl"), numbers.find_numbers(en, "en")
    lost = [_in_english(surface, nl) for surface in numbers.unmatched(dutch, english)]
    # "een" is an article more often than the 1 that the English has for 11, and 10 a part of 10 000
    known = frozenset().union(*(n.readings for n in dutch if n.strict))
    wrong: list[Place] = []
    for number in english:
        vague = any(reading.startswith("some ") for reading in number.readings)
        if vague or _is_ordinal(number.surface) or not number.strict or number.readings & known:
            continue
        if not numbers.DATE.fullmatch(number.surface):
            wrong.append(_digits(number) or (number.start, number.surface))
    for (start, word), right in _paired(sorted(wrong), [form for form in lost if form]):
        yield from _fitted(start, start + len(word), right, nl, en)


def _fitted(start: int, end: int, right: str, nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """A number and what of the words round it has to change with it; nothing if it does not fit in there."""
    half = _HALF_OF_DAY.match(en, end)
    if half and ":" in right:
        yield start, half.end(), right  # 18:30, not 18:30 pm
        return
    if half and not (right.isdecimal() and int(right) <= 12):
        return
    ordinal = _ORDINAL.match(en, end)
    if _MULTIPLIED.match(en, end) or (ordinal and not right.isdecimal()):
        return
    end = ordinal.end() if ordinal else end
    month = _MONTH_BEFORE.search(en, max(0, start - len("September the ") - 1), start)
    if month and re.search(rf"\b{right} (?:{'|'.join(numbers.MONTHS['nl'])})\b", nl, re.I):
        # Behind "May 29" a model that reads "29 mei" goes on with another May.
        comma = _COMMA_AND_YEAR.match(en, end)
        yield month.start(), comma.end() if comma else end, f"{right} {month[1]}"
    else:
        yield start, end, right + (slips.ordinal_ending(int(right)) if ordinal else "")


def _slips(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    return ((slip.start, slip.end, slip.right) for slip in slips.slips(nl, en))


def _is_ordinal(surface: str) -> bool:
    """Whether its words are those of a rank: what is lost is given as a cardinal."""
    word = re.search(r"[a-z]+\Z", surface.lower())
    return word is not None and number_words.english_ordinal(word[0]) is not None


def _digits(number: numbers.Number) -> Place | None:
    """The digits of a number without what is written behind them."""
    found = numbers.SPACED.fullmatch(number.surface) or _DIGITS.search(number.surface)
    return (number.start + found.start(), found[0]) if found else None


def _times(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    impossible = time_words.impossible_time(en)
    clock = [(*impossible.span(), impossible[1].replace(".", ":"))] if impossible else []
    yield from sorted([*clock, *_months_and_weekdays(nl, en), *time_words.lost_parts(nl, en)])


def _months_and_weekdays(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of a month or weekday, and the right one: for another, for two, or for none at all."""
    doubled = time_words.doubled_month(nl, en)
    if doubled:
        yield doubled.start(), doubled.end(), f"{doubled[2]} {doubled[1]}"
        return
    lost, added = time_words.different_times(nl, en)
    for kind, names_of in _CALENDAR.items():
        wanted = [place for word in lost for place in _places(word, kind)]
        wrong = [word for word in added if _places(word, kind)]
        if len(wanted) != 1 or len(wrong) > 1:
            continue
        right = names_of[wanted[0] - 1].title()
        if wrong:
            start, surface = wrong[0].start, wrong[0].surface
            yield start, start + len(surface), right + ("s" if surface.endswith("s") else "")
        elif kind == "month":
            yield from _bare_day(nl, en, numbers.MONTHS["nl"][wanted[0] - 1], right)


def _bare_day(nl: str, en: str, dutch: str, month: str) -> Iterator[tuple[int, int, str]]:
    """The day that stands without its month, as in "on 9", and the same with it."""
    day = re.search(rf"\b(\d{{1,2}}) {dutch}\b", nl)
    bare = re.search(rf"(?<=\bon ){day[1]}(?:st|nd|rd|th)?\b", en, re.I) if day else None
    if day and bare:
        yield bare.start(), bare.end(), f"{day[1]} {month}"


def _places(word: numbers.Number, kind: str) -> list[int]:
    """Which of the months or weekdays it is, from one."""
    return [int(reading.split()[1]) for reading in word.readings if reading.startswith(f"{kind} ")]


def _currencies(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of amounts in dollars where the Dutch has euros, and the same in euros."""
    if ("euros", "dollars") not in units.changed_units(nl, en):
        return
    for amount in _DOLLARS.finditer(en):
        yield amount.start(), amount.end(), f"€{amount[1]}"


def _names(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of names that are not in the Dutch, and the one that each stands for."""
    lost = names.lost_spellings(nl, en)
    wrong = [(match.start(), match[0]) for match in names.unexplained(nl, en, exact=True)] if lost else []
    for (start, word), right in _paired(wrong, lost):
        if _likeness(word, right) >= (_ALIKE_WORD if is_common(word.lower()) else _ALIKE_NAME):
            yield start, start + len(word), right
    for translated, surname in (*names.translated_surnames(nl, en), *names.misspelt_again(nl, en)):
        yield *translated.span(), surname
    for altered in altered_particles(nl, en):
        yield altered.start, altered.end, altered.right


def _paired(wrong: Sequence[Place], lost: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """Each wrong one with the lost one that is most like it; one of each kind belong together anyway."""
    alone = len(wrong) == len(lost) == 1
    for place in wrong[: _MOST_COMPARED // max(1, len(lost))]:
        likeness = [_likeness(place[1], other) for other in lost]
        best = max(range(len(lost)), key=likeness.__getitem__, default=None)
        if best is not None and (alone or likeness[best] >= _ALIKE):
            yield place, lost[best]


def _likeness(wrong: str, right: str) -> float:
    return SequenceMatcher(None, wrong.lower(), right.lower()).ratio()


def _in_english(surface: str, nl: str) -> str | None:
    """The digits of a Dutch number, 1.500,75 as 1,500.75 and 18.30 uur as 18:30, or twaalf as twelve.

    A time in sport, 1.13,92, becomes 1:13.92. None for a date in digits, which English writes in another
    order.
    """
    if numbers.DATE.fullmatch(surface):
        return None
    if numbers.SPACED.fullmatch(surface):
        return ",".join(surface.split())
    time = _DUTCH_TIME.fullmatch(surface)
    if time:
        return f"{time[1]}:{time[2]}"
    found = _DIGITS.search(surface)
    if found is None:
        return number_words.in_english(fold(surface))
    digits = found[0]
    record = _RECORD_TIME.fullmatch(digits)
    if record:
        return f"{record[1]}:{record[2]}.{record[3]}"
    if re.fullmatch(r"\d{1,2}\.\d\d", digits) and re.search(rf"\b{re.escape(digits)} ?u(?:ur)?\b", nl):
        return digits.replace(".", ":")
    one_number = _GROUPED.fullmatch(digits) and not _INTERNET_ADDRESS.fullmatch(digits)
    return digits.translate(_EXCHANGED) if one_number else digits
