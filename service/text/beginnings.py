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
    # "een" is an article more often than the 1 that the English has for 11
    known = frozenset().union(*(n.readings for n in dutch if n.strict or n.surface[0].isdigit()))
    wrong: list[re.Match[str]] = []
    at = 0
    for number in english:
        found = re.compile(rf"(?<![\w.,]){re.escape(number.surface)}").search(en, at)
        at = found.start() if found else at
        digits = _DIGITS.search(en, at, found.end()) if found else None
        if found and (digits or number.strict) and not number.readings & known:
            wrong.append(digits or found)
    for word, right in _paired(wrong, [form for form in lost if form]):
        yield word.start(), word.end(), right


def _currencies(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of amounts in dollars where the Dutch has euros, and the same in euros."""
    if ("euros", "dollars") not in units.changed_units(nl, en):
        return
    for amount in re.finditer(rf"\$ ?({_DIGITS.pattern})", en):
        yield amount.start(), amount.end(), f"€{amount[1]}"


def _names(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of names that are not in the Dutch, and the one that each stands for."""
    lost = [name for name in names.lost_names(nl, en) if not english_forms(numbers.fold(name))]
    for word, right in _paired(list(names.unexplained(nl, en)), lost) if lost else ():
        yield word.start(), word.end(), right


def _paired(wrong: Sequence[re.Match[str]], lost: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Each wrong one with the lost one that is most like it; one of each kind belong together anyway."""
    alone = len(wrong) == len(lost) == 1
    for word in wrong:
        likeness = [SequenceMatcher(None, word[0].lower(), other.lower()).ratio() for other in lost]
        best = max(range(len(lost)), key=likeness.__getitem__, default=None)
        if best is not None and (alone or likeness[best] >= _ALIKE):
            yield word, lost[best]


def _in_english(surface: str, nl: str) -> str | None:
    """The digits of a Dutch number, 1.500,75 as 1,500.75 and 18.30 uur as 18:30, or twaalf as twelve."""
    found = _DIGITS.search(surface)
    if found is None:
        return number_words.in_english(numbers.fold(surface))
    digits = found[0]
    if re.search(rf"\b{re.escape(digits)} ?u(?:ur)?\b", nl) and re.fullmatch(r"\d{1,2}\.\d\d", digits):
        return digits.replace(".", ":")
    return digits.translate(_EXCHANGED) if _GROUPED.fullmatch(digits) else digits
