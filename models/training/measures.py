"""What evaluation measures of translations besides BLEU and chrF2."""

from collections.abc import Sequence
from dataclasses import dataclass

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.significance import PairedTest, Result

LONGEST_LOOP = 4
LOOP_REPEATS = 4
BOOTSTRAP_SAMPLES = 1000


@dataclass(frozen=True)
class Scores:
    """Measures of the translations of one file; rates and ratios as fractions."""

    lines: int
    bleu: float
    chrf: float
    bleu_signature: str
    chrf_signature: str
    loop_rate: float
    empty_rate: float
    length_ratio: float
    words_per_second: float


@dataclass(frozen=True)
class Difference:
    """One metric of two systems under paired bootstrap resampling."""

    metric: str
    first: float
    second: float
    p_value: float
    signature: str


def has_loop(text: str) -> bool:
    """Whether one to four words are repeated four times or more in direct succession."""
    words = text.casefold().split()
    for size in range(1, LONGEST_LOOP + 1):
        run = 0
        for position in range(size, len(words)):
            run = run + 1 if words[position] == words[position - size] else 0
            if run >= size * (LOOP_REPEATS - 1):
                return True
    return False


def fraction(flags: Sequence[bool]) -> float:
    """Part of the flags that are set."""
    return sum(flags) / max(len(flags), 1)


def measure(
    sources: Sequence[str], hypotheses: Sequence[str], references: Sequence[str], seconds: float
) -> Scores:
    """Score the translations of one file that took some seconds to make."""
    bleu, chrf = BLEU(), CHRF()
    words = sum(len(source.split()) for source in sources)
    length = sum(map(len, references))
    return Scores(
        lines=len(sources),
        bleu=bleu.corpus_score(hypotheses, [references]).score,
        chrf=chrf.corpus_score(hypotheses, [references]).score,
        bleu_signature=str(bleu.get_signature()),
        chrf_signature=str(chrf.get_signature()),
        loop_rate=fraction([has_loop(text) for text in hypotheses]),
        empty_rate=fraction([not text.strip() for text in hypotheses]),
        length_ratio=sum(map(len, hypotheses)) / max(length, 1),
        words_per_second=words / max(seconds, 1e-9),
    )


def compare(
    first: Sequence[str], second: Sequence[str], references: Sequence[str], samples: int = BOOTSTRAP_SAMPLES
) -> list[Difference]:
    """sacreBLEU's own paired bootstrap test of a second system against the first."""
    test = PairedTest(
        [("first", list(first)), ("second", list(second))],
        {"BLEU": BLEU(), "chrF2": CHRF()},
        [list(references)],
        test_type="bs",
        n_samples=samples,
    )
    signatures, scores = test()
    differences = []
    for metric, signature in signatures.items():
        one, two = scores[metric]
        if isinstance(one, Result) and isinstance(two, Result):
            chance = 1.0 if two.p_value is None else float(two.p_value)
            differences.append(Difference(metric, float(one.score), float(two.score), chance, str(signature)))
    return differences
