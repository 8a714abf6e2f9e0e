"""How a hypothesis should have begun: up to its first wrong number, currency or name, with the right one.

A small model loses count of digits that repeat (2008 becomes 208) and says the names it knows. A search whose
first tokens are given (prefix-constrained: Wuebker et al. 2016, "Models and Inference for Prefix-Constrained
Machine Translation") goes on from the right one, so the rest of the sentence stays the model's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from service.text import names, number_words, numbers, units
from service.text.exonyms import english_forms

Place = tuple[int, str]
"""Where words of the English begin, and the words."""

_ALIKE = 0.4
"""Likeness of a wrong number or name and a lost one from which the one stands for the other."""
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_EXCHANGED = str.maketrans(".,", ",.")
_BEHIND = re.compile(r"(?:st|nd|rd|th|s)?\b(?:[^\w\s]+| [a-z]+(?![\w-]))?")
"""What goes with a number or name: with nothing behind it the model may go on with its digits or letters."""


def corrected_beginning(nl: str, en: str) -> str | None:
    """The English up to its first wrong number, currency or name put right, and the word behind it.

    None if nothing is wrong, or if nothing in the English stands for what was lost.
    """
    found = sorted([*_numbers(nl, en), *_currencies(nl, en), *_names(nl, en)])
    if not found:
        return None
    start, end, right = found[0]
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
        if number.strict and not number.readings & known:
            wrong.append(_digits(number) or (number.start, number.surface))
    for (start, word), right in _paired(wrong, [form for form in lost if form]):
        yield start, start + len(word), right


def _digits(number: numbers.Number) -> Place | None:
    """The digits of a number without what is written behind them."""
    found = numbers.SPACED.fullmatch(number.surface) or _DIGITS.search(number.surface)
    return (number.start + found.start(), found[0]) if found else None


def _currencies(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of amounts in dollars where the Dutch has euros, and the same in euros."""
    if ("euros", "dollars") not in units.changed_units(nl, en):
        return
    for amount in re.finditer(rf"\$ ?({_DIGITS.pattern})", en):
        yield amount.start(), amount.end(), f"€{amount[1]}"


def _names(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of names that are not in the Dutch, and the one that each stands for."""
    lost = [name for name in names.lost_names(nl, en) if not english_forms(numbers.fold(name))]
    wrong = [(match.start(), match[0]) for match in names.unexplained(nl, en)] if lost else []
    for (start, word), right in _paired(wrong, lost):
        yield start, start + len(word), right


def _paired(wrong: Sequence[Place], lost: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """Each wrong one with the lost one that is most like it; one of each kind belong together anyway."""
    alone = len(wrong) == len(lost) == 1
    for place in wrong:
        likeness = [SequenceMatcher(None, place[1].lower(), other.lower()).ratio() for other in lost]
        best = max(range(len(lost)), key=likeness.__getitem__, default=None)
        if best is not None and (alone or likeness[best] >= _ALIKE):
            yield place, lost[best]


def _in_english(surface: str, nl: str) -> str | None:
    """The digits of a Dutch number, 1.500,75 as 1,500.75 and 18.30 uur as 18:30, or twaalf as twelve."""
    if numbers.SPACED.fullmatch(surface):
        return ",".join(surface.split())
    found = _DIGITS.search(surface)
    if found is None:
        return number_words.in_english(numbers.fold(surface))
    digits = found[0]
    if re.search(rf"\b{re.escape(digits)} ?u(?:ur)?\b", nl) and re.fullmatch(r"\d{1,2}\.\d\d", digits):
        return digits.replace(".", ":")
    return digits.translate(_EXCHANGED) if _GROUPED.fullmatch(digits) else digits
