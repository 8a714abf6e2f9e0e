"""Every check of a translation against its source, in one call.

Three degrees. *Fatal*: the English cannot be shown (a loop, nothing, the Dutch again, a length that cannot
be). *Doubt*: something a reader relies on differs (a number, a name, a negation), so another translation is
worth trying. The rest is form. How often each finding is a false alarm on human translations, and how much
of a planted error it finds, is printed by ``benchmarks/checks.py``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from service.text.confidence import THRESHOLDS
from service.text.translating import differences, repetition
from service.text.translating.stray_characters import UNREADABLE, added_characters
from service.text.warnings import WarningCode


class Degree(IntEnum):
    FORM = 0
    DOUBT = 1
    FATAL = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; ``detail`` is fit to show to a reader."""

    code: WarningCode
    detail: str
    degree: Degree = Degree.DOUBT
    count: int = 1
    """Of the things lost or added."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Limits of English words per Dutch word, each taken with ``slack`` words more on the longer side."""

    low: float
    high: float
    slack: int


USUAL = Ratio(low=0.62, high=1.75, slack=3)
POSSIBLE = Ratio(low=0.4, high=2.5, slack=4)
"""What lies outside is fatal."""


def check(
    nl: str,
    en: str,
    log_probability: float,
    *,
    asked: Collection[str] = (),
) -> tuple[Finding, ...]:
    """All findings about a translation, in a fixed order; ``asked`` are English terms of a glossary."""
    if not en.strip():
        return (Finding(WarningCode.LENGTH_RATIO, "The English is empty.", Degree.FATAL),)
    findings = [
        *_repetition(nl, en),
        *_characters(nl, en),
        *_length(nl, en),
        *_facts(nl, en, asked),
    ]
    if log_probability < THRESHOLDS.improbable:
        findings.append(
            Finding(WarningCode.LOW_PROBABILITY, "The model finds its own translation improbable.")
        )
    return tuple(findings)


def _repetition(nl: str, en: str) -> list[Finding]:
    if repetition.copied(nl, en):
        return [Finding(WarningCode.COPIED, "The English is the Dutch again.", Degree.FATAL)]
    phrase = repetition.loop(nl, en)
    if phrase:
        return [Finding(WarningCode.REPETITION, f'"{phrase}" is repeated.', Degree.FATAL)]
    again = repetition.stutter(nl, en)
    return [Finding(WarningCode.REPETITION, f'The English stutters: "{again}".')] if again else []


def _characters(nl: str, en: str) -> list[Finding]:
    added = dict.fromkeys(match[0] for match in added_characters(nl, en))
    if any(UNREADABLE in characters for characters in added):
        return [Finding(WarningCode.NOT_ENGLISH, "A character of the English cannot be read.", Degree.FATAL)]
    detail = f"Not in the Dutch: {', '.join(added)}."
    return [Finding(WarningCode.NOT_ENGLISH, detail, count=len(added))] if added else []


def _length(nl: str, en: str) -> list[Finding]:
    dutch, english = _count(nl), _count(en)
    detail = f"{dutch} words in the Dutch, {english} in the English."
    if _outside(dutch, english, POSSIBLE):
        return [Finding(WarningCode.LENGTH_RATIO, detail, Degree.FATAL)]
    return [Finding(WarningCode.LENGTH_RATIO, detail)] if _outside(dutch, english, USUAL) else []


def _outside(dutch: int, english: int, ratio: Ratio) -> bool:
    return english + ratio.slack < dutch * ratio.low + 1 or english > dutch * ratio.high + ratio.slack


def _count(text: str) -> int:
    return len(re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text))


def _facts(nl: str, en: str, asked: Collection[str]) -> list[Finding]:
    compared = (
        (WarningCode.NUMBERS_DIFFER, differences.number_differences(nl, en), Degree.DOUBT),
        (WarningCode.TIME_DIFFERS, differences.time_differences(nl, en), Degree.DOUBT),
        (WarningCode.NAME_MISSING, differences.name_differences(nl, en), Degree.DOUBT),
        (WarningCode.ADDRESS_MISSING, differences.address_differences(nl, en), Degree.DOUBT),
        (WarningCode.NEGATION_DIFFERS, differences.negation_differences(nl, en), Degree.DOUBT),
        (WarningCode.MEANING_ADDED, differences.weight_differences(nl, en), Degree.DOUBT),
        (WarningCode.NOT_ENGLISH, differences.word_differences(nl, en, asked), Degree.DOUBT),
        (WarningCode.QUESTION_DIFFERS, differences.question_differences(nl, en), Degree.FORM),
        (WarningCode.QUOTES_DIFFER, differences.quotation_differences(nl, en), Degree.FORM),
    )
    return [
        Finding(code, " ".join(d.text for d in found), degree, sum(d.count for d in found))
        for code, found, degree in compared
        if found
    ]
