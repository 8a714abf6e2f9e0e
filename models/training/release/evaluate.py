"""Translate test files with any checkpoint through the project's engines, and score them."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from models.interfaces import Decoding, ModelError, Translator
from models.training.data.corpus import corpus_name, read_pairs
from models.training.errors import TrainingError
from models.training.measures import Difference, Scores, compare, measure

Report = Callable[[str], None]


@dataclass(frozen=True)
class TestSet:
    """Sentences and reference translations of one file."""

    name: str
    sources: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True)
class SetResult:
    """What one checkpoint made of one test set."""

    test_set: TestSet
    hypotheses: tuple[str, ...]
    scores: Scores


def load_test_set(path: Path, limit: int | None) -> TestSet:
    """The first lines of a TSV file; its last two columns are Dutch and English."""
    pairs = list(islice(read_pairs(path), limit))
    if not pairs:
        raise TrainingError(f"no pairs in {path}")
    sources, references = zip(*pairs, strict=True)
    return TestSet(corpus_name(path), sources, references)


def evaluate_set(translator: Translator, test_set: TestSet, decoding: Decoding) -> SetResult:
    """Translate and score one test set."""
    started = time.perf_counter()
    try:
        found = translator.translate(test_set.sources, decoding)
    except (ModelError, ValueError) as error:
        raise TrainingError(f"cannot translate {test_set.name}: {error}") from error
    seconds = time.perf_counter() - started
    hypotheses = tuple(candidates[0].text for candidates in found)
    scores = measure(test_set.sources, hypotheses, test_set.references, seconds)
    return SetResult(test_set, hypotheses, scores)


def table(results: Sequence[SetResult]) -> list[str]:
    """Scores as lines of text."""
    head = (
        f"{'file':24}{'lines':>7}{'BLEU':>7}{'chrF2':>7}{'loops':>8}{'empty':>8}{'length':>8}{'words/s':>9}"
    )
    rows = [
        f"{result.test_set.name[:23]:24}{scores.lines:7}{scores.bleu:7.1f}{scores.chrf:7.1f}"
        f"{scores.loop_rate:8.2%}{scores.empty_rate:8.2%}{scores.length_ratio:8.3f}"
        f"{scores.words_per_second:9.0f}"
        for result in results
        for scores in (result.scores,)
    ]
    signatures = results[0].scores
    return [head, *rows, f"BLEU  {signatures.bleu_signature}", f"chrF2 {signatures.chrf_signature}"]


def examples(result: SetResult, count: int) -> list[str]:
    """Translations spread evenly over a test set, beside source and reference."""
    step = max(len(result.hypotheses) // max(count, 1), 1)
    lines: list[str] = []
    for index in range(0, min(step * count, len(result.hypotheses)), step):
        lines += [
            f"nl  {result.test_set.sources[index]}",
            f"en  {result.test_set.references[index]}",
            f"->  {result.hypotheses[index]}",
            "",
        ]
    return lines


def difference_line(name: str, difference: Difference) -> str:
    """One comparison as a line of text."""
    return (
        f"{name[:23]:24}{difference.metric:6}{difference.first:7.2f}{difference.second:7.2f}"
        f"  p = {difference.p_value:.4f}"
    )


def as_json(
    translator: Translator,
    decoding: Decoding,
    results: Sequence[SetResult],
    compared: dict[str, list[Difference]],
) -> dict[str, Any]:
    """Everything but the sentences, for the model card."""
    return {
        "card": asdict(translator.card),
        "decoding": asdict(decoding),
        "sets": {result.test_set.name: asdict(result.scores) for result in results},
        "comparison": {name: [asdict(line) for line in lines] for name, lines in compared.items()},
    }


def evaluate(
    translator: Translator,
    other: Translator | None,
    test_sets: Sequence[TestSet],
    search: Callable[[Translator], Decoding],
    shown: int,
    report: Report,
) -> dict[str, Any]:
    """Evaluate a checkpoint, and compare another one with it if there is one; ``search`` is that of each."""
    decoding = search(translator)
    results = [evaluate_set(translator, test_set, decoding) for test_set in test_sets]
    for line in table(results):
        report(line)
    compared: dict[str, list[Difference]] = {}
    if other is not None:
        others = [evaluate_set(other, test_set, search(other)) for test_set in test_sets]
        report(f"\n{other.card.name}:")
        for line in table(others):
            report(line)
        report("\npaired bootstrap, this checkpoint and then the other:")
        for mine, theirs in zip(results, others, strict=True):
            name = mine.test_set.name
            compared[name] = compare(mine.hypotheses, theirs.hypotheses, mine.test_set.references)
            for difference in compared[name]:
                report(difference_line(name, difference))
    for result in results if shown else ():
        report(f"\n{result.test_set.name}:")
        for line in examples(result, shown):
            report(line)
    return as_json(translator, decoding, results, compared)


def write_json(document: dict[str, Any], path: Path) -> None:
    """Write the measures where the model card finds them."""
    try:
        path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"cannot write {path}: {error}") from error
