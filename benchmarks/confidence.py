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
from models.interfaces import ModelError
from models.training.measures import measure
from service.engine import build
from service.settings import Settings
from service.text.confidence import THRESHOLDS, certainty
from service.text.translating.checks import check
from service.translation import translate_sentences

HIGH_SHARE = 1 / 3
LOW_SHARE = 1 / 6


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
    sources = [nl for nl, _ in pairs]
    results = translate_sentences(sources, translator, decoding)
    chrf = CHRF()
    scores = [chrf.sentence_score(t.en, [en]).score for t, (_, en) in zip(results, pairs, strict=True)]
    fitting = [
        (index, nl)
        for index, (nl, count) in enumerate(zip(sources, translator.count_tokens(sources), strict=True))
        if count <= translator.max_source_tokens
    ]
    raw = translator.translate([nl for _, nl in fitting], decoding)
    probabilities = [hypotheses[0].log_probability for hypotheses in raw]
    words = translator.words
    certain = [
        certainty(h[0].log_probability, words.accounted(nl, h[0].text) if words is not None else 0.0)
        for (_, nl), h in zip(fitting, raw, strict=True)
    ]
    raw_scores = [
        chrf.sentence_score(hypotheses[0].text, [pairs[index][1]]).score
        for (index, _), hypotheses in zip(fitting, raw, strict=True)
    ]

    print(f"{translator.card.name} {translator.card.revision}, beam {arguments.beam}, {len(pairs)} sentences")
    served = [(nl, t.en, en) for (nl, en), t in zip(pairs, results, strict=True)]
    first = [(pairs[i][0], h[0].text, pairs[i][1]) for (i, _), h in zip(fitting, raw, strict=True)]
    for name, rows in (("first hypotheses", first), ("served", served)):
        dutch, english, references = zip(*rows, strict=True)
        total = measure(dutch, english, references, seconds=1.0)
        print(
            f"  {name:18} chrF2 {total.chrf:.2f}  BLEU {total.bleu:.2f}  loops {total.loop_rate:.2%}"
            f"  empty {total.empty_rate:.2%}"
        )
    print(f"  {total.chrf_signature}\n  {total.bleu_signature}")
    for name in ("high", "medium", "low"):
        part = [score for score, t in zip(scores, results, strict=True) if t.confidence == name]
        mean = f"chrF {statistics.mean(part):5.1f}, median {statistics.median(part):5.1f}" if part else "none"
        print(f"  {name:8} {len(part):5} sentences  {mean}")
    found = Counter(
        finding.code.value
        for (_, nl), hypotheses in zip(fitting, raw, strict=True)
        for finding in check(nl, hypotheses[0].text, hypotheses[0].log_probability)
    )
    kept = Counter(warning.code.value for t in results for warning in t.warnings)
    print("  sentences with     first hypotheses     served")
    for code in sorted(found | kept, key=lambda code: -found[code]):
        print(
            f"  {code:20} {found[code]:5} {found[code] / len(raw):7.2%}"
            f" {kept[code]:5} {kept[code] / len(results):7.2%}"
        )
    for name, values in (("certainty", certain), ("log-probability", probabilities)):
        if min(len(set(values)), len(set(raw_scores))) > 1:
            spearman = statistics.correlation(_ranks(values), _ranks(raw_scores))
            print(f"{name} and chrF: Spearman {spearman:.3f}")
    high, low, improbable = _at(certain, 1 - HIGH_SHARE), _at(certain, LOW_SHARE), _at(probabilities, 0.01)
    print(f"now        {THRESHOLDS}")
    print(f"suggested  high={high:.2f}, low={low:.2f}, improbable={improbable:.2f}")


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
