"""Whether the classes of confidence order translations by quality, for any checkpoint.

    python -m benchmarks.confidence PAIRS.tsv [--model embedded] [--limit N] [--beam 4]

The last two columns of the file are Dutch and English. Each sentence is translated as the service does it,
without the cache, and scored with sentence-level chrF2. Printed are the chrF of each class, how the
certainty alone goes with it (Spearman's rank correlation), and the thresholds that would call the best
third "high" and the worst sixth "low". To recalibrate, put those into ``service/text/confidence.py``. Before
that, what the checks and second attempts make of the whole: the first hypotheses beside what is served, and
how many sentences of each have what warning.
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sacrebleu.metrics.chrf import CHRF

from benchmarks.checks import read_pairs
from models.interfaces import Decoding, Hypothesis, ModelError, Translator, Words
from models.training.measures import measure
from service.engine import build
from service.settings import Settings
from service.text.confidence import THRESHOLDS, certainty
from service.text.translating.checks import check
from service.translation import Translated, translate_sentences

HIGH_SHARE = 1 / 3
LOW_SHARE = 1 / 6
_CHRF = CHRF()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--model", default="embedded", help="a name, a hub name or a folder")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--limit", type=int, default=1000, help="only the first so many sentences")
    arguments = parser.parse_args()
    if not arguments.pairs.is_file():
        parser.error(f"there is no file {arguments.pairs}")
    pairs = read_pairs(arguments.pairs)[: arguments.limit]
    if len(pairs) < 2:
        parser.error(f"{arguments.pairs} has no two tab-separated pairs")
    chosen = Settings().model_copy(
        update={"translation_model": arguments.model, "summary_model": "extractive", "cache": "none"}
    )
    try:
        translator = build(chosen).translator
    except (ModelError, ValueError) as error:
        parser.error(str(error))
    decoding = replace(translator.decoding, beam_size=arguments.beam)
    served = translate_sentences([nl for nl, _ in pairs], translator, decoding)
    first = _first_hypotheses(pairs, translator, decoding)
    print(f"{translator.card.name} {translator.card.revision}, beam {arguments.beam}, {len(pairs)} sentences")
    _print_scores("first hypotheses", [(nl, one.text, en) for nl, en, one in first])
    signatures = _print_scores("served", [(nl, t.en, en) for (nl, en), t in zip(pairs, served, strict=True)])
    print(f"  {signatures}")
    _print_classes(pairs, served)
    _print_warnings(first, served)
    _print_thresholds(first, translator.words)


def _first_hypotheses(
    pairs: Sequence[tuple[str, str]], translator: Translator, decoding: Decoding
) -> list[tuple[str, str, Hypothesis]]:
    """Dutch, reference and first hypothesis of what is not too long to be translated whole."""
    counts = translator.count_tokens([nl for nl, _ in pairs])
    fitting = [
        pair for pair, count in zip(pairs, counts, strict=True) if count <= translator.max_source_tokens
    ]
    found = translator.translate([nl for nl, _ in fitting], decoding)
    return [(nl, en, hypotheses[0]) for (nl, en), hypotheses in zip(fitting, found, strict=True)]


def _print_scores(name: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Print what Dutch, English and reference of each sentence come to; returns the signatures."""
    dutch, english, references = zip(*rows, strict=True)
    total = measure(dutch, english, references, seconds=1.0)
    print(
        f"  {name:18} chrF2 {total.chrf:.2f}  BLEU {total.bleu:.2f}  loops {total.loop_rate:.2%}"
        f"  empty {total.empty_rate:.2%}"
    )
    return f"{total.chrf_signature}\n  {total.bleu_signature}"


def _print_classes(pairs: Sequence[tuple[str, str]], served: Sequence[Translated]) -> None:
    scores = [_chrf(t.en, en) for t, (_, en) in zip(served, pairs, strict=True)]
    for name in ("high", "medium", "low"):
        part = [score for score, t in zip(scores, served, strict=True) if t.confidence == name]
        mean = f"chrF {statistics.mean(part):5.1f}, median {statistics.median(part):5.1f}" if part else "none"
        print(f"  {name:8} {len(part):5} sentences  {mean}")


def _print_warnings(first: Sequence[tuple[str, str, Hypothesis]], served: Sequence[Translated]) -> None:
    """How many sentences have what warning, before the second attempts and after."""
    found = Counter(
        finding.code.value for nl, _, one in first for finding in check(nl, one.text, one.log_probability)
    )
    kept = Counter(warning.code.value for t in served for warning in t.warnings)
    print("  sentences with     first hypotheses     served")
    for code in sorted(found | kept, key=lambda code: -found[code]):
        print(
            f"  {code:20} {found[code]:5} {found[code] / len(first):7.2%}"
            f" {kept[code]:5} {kept[code] / len(served):7.2%}"
        )


def _print_thresholds(first: Sequence[tuple[str, str, Hypothesis]], words: Words | None) -> None:
    probabilities = [one.log_probability for _, _, one in first]
    certain = [
        certainty(one.log_probability, words.accounted(nl, one.text) if words is not None else 0.0)
        for nl, _, one in first
    ]
    scores = [_chrf(one.text, en) for _, en, one in first]
    for name, values in (("certainty", certain), ("log-probability", probabilities)):
        if min(len(set(values)), len(set(scores))) > 1:
            spearman = statistics.correlation(_ranks(values), _ranks(scores))
            print(f"{name} and chrF: Spearman {spearman:.3f}")
    high, low, improbable = _at(certain, 1 - HIGH_SHARE), _at(certain, LOW_SHARE), _at(probabilities, 0.01)
    print(f"now        {THRESHOLDS}")
    print(f"suggested  high={high:.2f}, low={low:.2f}, improbable={improbable:.2f}")


def _chrf(english: str, reference: str) -> float:
    return float(_CHRF.sentence_score(english, [reference]).score)


def _at(values: Sequence[float], share: float) -> float:
    """The value that a share of the others lies below."""
    return sorted(values)[int(share * (len(values) - 1))]


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the mean of theirs."""
    ordered = sorted(values)
    places: dict[float, list[int]] = {}
    for rank, value in enumerate(ordered, start=1):
        places.setdefault(value, []).append(rank)
    return [statistics.mean(places[value]) for value in values]


if __name__ == "__main__":
    main()
