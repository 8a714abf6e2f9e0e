"""How far a translation may be trusted, in three classes.

The classes are *relative*: among news sentences, those called "high" are better translated on average than
those called "medium", and these than "low". They are no probability of being right: a fluent sentence with
a wrong word in it may well be "high". ``benchmarks/confidence.py`` prints the chrF of each class for any
checkpoint and the thresholds that would put a chosen share of sentences into each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Confidence = Literal["high", "medium", "low"]
_ORDER: Final[tuple[Confidence, ...]] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits on the mean natural-log probability of a translation's tokens.

    Calibrated on news (ntrex-a) with the embedded checkpoint: about a third lie above ``high``, a sixth below
    ``low`` and one in a hundred below ``improbable``.
    """

    high: float = -0.30
    """From here on "high", if no check found anything."""
    low: float = -0.50
    """Below this "low"."""
    improbable: float = -0.79
    """Below this the sentence is warned about and translated again."""


THRESHOLDS = Thresholds()


def classify(
    log_probability: float, *, doubts: int, unsound: bool, thresholds: Thresholds = THRESHOLDS
) -> Confidence:
    """The class of a translation.

    ``doubts`` counts the findings about facts (a number, a name, a negation ...); one makes it "medium" at
    best, two make it "low". ``unsound``: the English cannot be used at all.
    """
    if unsound or doubts > 1 or log_probability < thresholds.low:
        return "low"
    return "high" if not doubts and log_probability >= thresholds.high else "medium"


def least(classes: Iterable[Confidence]) -> Confidence:
    """The lowest of some classes, that of a whole made of such parts; "high" for none."""
    return max(classes, key=_ORDER.index, default="high")
