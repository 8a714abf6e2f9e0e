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
_ACCOUNTED: Final = 0.3
_ORDER: Final[tuple[Confidence, ...]] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits on the certainty of a translation, and on the mean natural-log probability of its tokens.

    Calibrated on news (ntrex-a) with the embedded checkpoint: about a third lie above ``high``, a sixth below
    ``low`` and one in a hundred below ``improbable``.
    """

    high: float = -0.25
    """From here on "high", if no check found anything."""
    low: float = -0.53
    """Below this "low"."""
    improbable: float = -0.76
    """Less probable than this, the sentence is warned about and translated again."""


THRESHOLDS = Thresholds()


def certainty(log_probability: float, accounted: float) -> float:
    """How certain a translation is: its probability, and how well it accounts for the words of the Dutch.

    ``accounted`` is 0 where nothing is known of them. On news (ntrex-a) the chrF of a sentence follows the
    sum, with this weight: Spearman's correlation is 0.39 (as with the probability alone).
    """
    return log_probability + _ACCOUNTED * accounted


def classify(certain: float, *, doubts: int) -> Confidence:
    """The class of a translation of such certainty.

    ``doubts`` counts the findings about facts (a number, a name, a negation ...); one makes it "medium" at
    best, two make it "low".
    """
    if doubts > 1 or certain < THRESHOLDS.low:
        return "low"
    return "high" if not doubts and certain >= THRESHOLDS.high else "medium"


def least(classes: Iterable[Confidence]) -> Confidence:
    """The lowest of some classes, that of a whole made of such parts; "high" for none."""
    return max(classes, key=_ORDER.index, default="high")
