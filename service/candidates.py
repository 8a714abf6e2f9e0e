"""The candidates for one segment, and which of them is the best so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from models.interfaces import Hypothesis, Words
from service.text.marks.typesetting import typeset
from service.text.translating.checks import Degree, Finding, check
from service.text.translating.false_friends import put_right
from service.text.translating.glossary import Term, missing, replace_copied

_WEIGHT_OF_WORDS: Final = 1.0
"""What a word of the Dutch that is accounted for weighs against the probability of the English."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An English for the segment, and what the checks find in it."""

    en: str
    log_probability: float
    accounted: float
    """How well it accounts for the words of the Dutch; 0 where nothing is known of them."""
    cached: bool
    findings: tuple[Finding, ...]
    missed: tuple[Term, ...]
    repaired: int
    """Glossary terms that had been copied and were replaced."""
    split: bool

    @property
    def doubts(self) -> int:
        return sum(finding.degree is Degree.DOUBT for finding in self.findings)

    @property
    def fatal(self) -> bool:
        return any(finding.degree is Degree.FATAL for finding in self.findings)

    @property
    def rank(self) -> tuple[bool, int, int, int, int, float]:
        """The lower the better."""
        differing = sum(finding.count for finding in self.findings if finding.degree is Degree.DOUBT)
        missed = len(self.missed)
        score = self.log_probability + _WEIGHT_OF_WORDS * self.accounted
        return self.fatal, missed, self.repaired, self.doubts, differing, -score


@dataclass(slots=True)
class Job:
    """A distinct segment on its way through the ladder."""

    segment: str
    nl: str
    """What the engine is given: in sentence case if the segment is all capitals, without rare characters."""
    terms: tuple[Term, ...]
    words: Words | None
    shouted: bool
    best: Candidate | None = field(default=None)

    def offer(
        self,
        hypotheses: Iterable[Hypothesis],
        *,
        split: bool,
        least: float | None = None,
        floor: float | None = None,
    ) -> None:
        """Keep the best of these and of those before.

        ``least``: how much of the Dutch one of these has to account for. ``floor``: what its log-probability
        counts as at least, where a term of the reader's makes it improbable.
        """
        for hypothesis in hypotheses:
            probability = hypothesis.log_probability
            probability = probability if floor is None else max(probability, floor)
            en = put_right(self.nl, hypothesis.text)
            missed = missing(en, self.terms)
            en = replace_copied(en, missed) if missed else en
            still = missing(en, missed)
            kept = [term for term in self.terms if term not in still]
            source = replace_copied(self.nl, kept)  # so that the checks expect the reader's names
            asked = [english for _, english in kept]
            candidate = Candidate(
                en=en,
                log_probability=probability,
                accounted=self.words.accounted(source, en) if self.words else 0.0,
                cached=hypothesis.cached,
                # With the marks that a reader sees: straight ones can be taken for apostrophes.
                findings=check(source, typeset(en), probability, asked=asked),
                missed=still,
                repaired=len(missed) - len(still),
                split=split,
            )
            if least is not None and candidate.accounted < least:
                continue
            if self.best is None or candidate.rank < self.best.rank:
                self.best = candidate

    @property
    def doubtful(self) -> bool:
        return self.best is None or self.best.fatal or self.best.doubts > 0

    @property
    def unsound(self) -> bool:
        return self.best is None or self.best.fatal
