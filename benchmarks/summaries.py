"""Summaries against references: ROUGE, and the share of names and numbers that the article has.

    python -m benchmarks.summaries FILE.jsonl... [--sentences 3] [--budget method|reference|WORDS]
    python -m benchmarks.summaries FILE.jsonl --summaries MINE.jsonl

A file has one object a line: ``id``, ``article``, ``summary`` (the reference), optionally ``title``.
MINE.jsonl has ``id`` and ``summary`` and is measured beside LEAD and the methods; without it the references
themselves are, whose names and numbers tell how much even a person adds.

**Equal word budget.** ROUGE rewards length, so LEAD is cut, in the middle of a sentence if need be, to as
many words as the method has used for the same article (``--budget method``, the default: the product as it
is). With ``reference`` or a number both fill that many words and are cut there. LEAD-3, uncut, is printed
too.

The difference from LEAD is tested with the paired bootstrap (Koehn, 2004): articles are drawn with
replacement; p is the share of draws, doubled, in which the sign of the mean difference turns, and the
interval holds 95 % of the means. Both halves of each file are printed as well: the coarse grid from which the
weights of ``service.text.summarising.ranking`` were taken saw the even rows of the two larger sets (and all
rows of the smallest), never the odd ones.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rouge_score import rouge_scorer

from models.interfaces import ModelError, Summariser
from service.result import SummaryMethod
from service.settings import Settings
from service.summary import SummaryInput, split_english, summarise
from service.text.facts.numbers import find_numbers, unmatched
from service.text.reading.english import english_sentences
from service.text.summarising.support import names, unsupported_names

ROUGE = ("rouge1", "rouge2", "rougeLsum")
LEAD, LEAD_3 = "LEAD", "LEAD-3"
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """An article with its reference, read once."""

    id: str
    article: str
    title: str | None
    reference: str
    sentences: tuple[SummaryInput, ...]


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSONL file. Raises ``ValueError`` naming the line that is not one."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            record = json.loads(line)
            article, reference = str(record["article"]), str(record["summary"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path}, line {number}: {error!r}") from error
        inputs, _ = split_english(article)
        rows.append(
            Row(str(record.get("id", number)), article, record.get("title") or None, reference, tuple(inputs))
        )
    return rows


def cut(sentences: Iterable[str], words: int | None) -> list[str]:
    """The first sentences, up to that many words; the last may be cut."""
    taken: list[str] = []
    left = words
    for sentence in sentences:
        tokens = sentence.split()
        if left is None or len(tokens) <= left:
            taken.append(sentence)
            left = None if left is None else left - len(tokens)
        elif left > 0:
            taken.append(" ".join(tokens[:left]))
            left = 0
    return taken


def lead(row: Row, words: int | None = None, sentences: int | None = None) -> list[str]:
    return cut([sentence.en for sentence in row.sentences][:sentences], words)


def run_method(
    row: Row, method: SummaryMethod, wanted: int, summariser: Summariser | None, words: int | None
) -> list[str]:
    summary = summarise(
        row.sentences,
        title_en=row.title,
        sentences_wanted=wanted if words is None else len(row.sentences),
        method=method,
        summariser=summariser,
        max_words=words,
    )
    return cut([sentence.text for sentence in summary.sentences], words)


def score(scorer: rouge_scorer.RougeScorer, row: Row, summary: Sequence[str]) -> list[float]:
    """F1 of each measure, times 100; one sentence a line, as ROUGE-Lsum wants it."""
    reference = "\n".join(english_sentences(row.reference))
    found = scorer.score(reference, "\n".join(summary))
    return [100 * found[measure].fmeasure for measure in ROUGE]


def supported(rows: Sequence[Row], summaries: Sequence[Sequence[str]]) -> tuple[int, int, int, int]:
    """How many names of the summaries stand in their articles, of how many, and the same of the numbers."""
    counts = np.zeros(4, dtype=int)
    for row, summary in zip(rows, summaries, strict=True):
        article_numbers = find_numbers(row.article, "en")
        for sentence in summary:
            found, numbers = names(sentence), find_numbers(sentence, "en")
            lost = len(unsupported_names(sentence, row.article))
            wrong = len(unmatched(numbers, article_numbers))
            counts += (len(found) - lost, len(found), len(numbers) - wrong, len(numbers))
    return int(counts[0]), int(counts[1]), int(counts[2]), int(counts[3])


def bootstrap(differences: Scores, draws: int) -> tuple[float, float, float, float]:
    """Mean, two-sided p, and the ends of the 95 % interval, of paired differences."""
    generator = np.random.default_rng(0)
    size = len(differences)
    means = np.array([differences[generator.integers(0, size, size)].mean() for _ in range(draws)])
    p = 2 * min((means <= 0).mean(), (means >= 0).mean())
    low, high = np.percentile(means, [2.5, 97.5])
    return float(differences.mean()), min(1.0, float(p)), float(low), float(high)


def budget_of(row: Row, budget: str) -> int | None:
    if budget == "method":
        return None
    return len(row.reference.split()) if budget == "reference" else int(budget)


def measure(
    rows: Sequence[Row], methods: dict[str, Callable[[Row], list[str]]], budget: str, draws: int
) -> None:
    """Print the tables of one file."""
    scorer = rouge_scorer.RougeScorer(ROUGE, use_stemmer=True)
    halves = {"all": slice(None), "even rows": slice(0, None, 2), "odd rows": slice(1, None, 2)}
    print(f"  {'':<22}{'R-1':>7}{'R-2':>7}{'R-Lsum':>8}{'words':>7}{'names':>18}{'numbers':>18}{'ms':>8}")
    first = [lead(row, sentences=3) for row in rows]
    _line(
        LEAD_3, rows, first, np.array([score(scorer, r, s) for r, s in zip(rows, first, strict=True)]), None
    )
    for name, method in methods.items():
        started = time.perf_counter()
        summaries = [method(row) for row in rows]
        seconds = (time.perf_counter() - started) / len(rows)
        scores = np.array([score(scorer, r, s) for r, s in zip(rows, summaries, strict=True)])
        _line(name, rows, summaries, scores, seconds)
        if name == "reference":
            continue
        limits = [sum(len(s.split()) for s in summary) for summary in summaries]
        if budget != "method":
            limits = [budget_of(row, budget) or 0 for row in rows]
        leads = [lead(row, words=limit) for row, limit in zip(rows, limits, strict=True)]
        lead_scores = np.array([score(scorer, r, s) for r, s in zip(rows, leads, strict=True)])
        _line(f"{LEAD}, as many words", rows, leads, lead_scores, None)
        for half, part in halves.items():
            for column, measured in enumerate(ROUGE):
                differences = (scores - lead_scores)[part, column]
                if len(differences) < 2:
                    continue
                mean, p, low, high = bootstrap(differences, draws)
                label = f"{name} - {LEAD}, {half}"
                print(f"    {label:<36}{measured:<10}{mean:+6.2f}  [{low:+.2f}, {high:+.2f}]  p = {p:.4f}")


def _line(
    name: str, rows: Sequence[Row], summaries: Sequence[Sequence[str]], scores: Scores, seconds: float | None
) -> None:
    kept_names, all_names, kept_numbers, all_numbers = supported(rows, summaries)
    words = np.mean([sum(len(s.split()) for s in summary) for summary in summaries])
    means = scores.mean(axis=0)
    print(
        f"  {name:<22}{means[0]:7.2f}{means[1]:7.2f}{means[2]:8.2f}{words:7.1f}"
        f"{_share(kept_names, all_names):>18}{_share(kept_numbers, all_numbers):>18}"
        f"{'' if seconds is None else f'{1000 * seconds:8.1f}'}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole:.1f} %" if whole else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="benchmarks.summaries", description="ROUGE of summaries against LEAD."
    )
    parser.add_argument("files", nargs="+", type=Path, help="JSONL of id, article, summary")
    parser.add_argument("--sentences", type=int, default=3, help="sentences of a summary (default 3)")
    parser.add_argument("--budget", default="method", help="method, reference, or a number of words")
    parser.add_argument("--model", help="a summariser's hub name or folder: measures `abstractive` as well")
    parser.add_argument("--model-dir", type=Path, help="where it is kept (default: KERNZIN_MODEL_DIR)")
    parser.add_argument("--summaries", type=Path, help="JSONL of id, summary: measured too")
    parser.add_argument("--draws", type=int, default=2000, help="resamples of the bootstrap (default 2000)")
    options = parser.parse_args(arguments)
    if options.budget not in ("method", "reference") and not options.budget.isdecimal():
        parser.error("--budget is method, reference or a number of words")
    try:
        summariser = _load(options.model, options.model_dir) if options.model else None
        for path in options.files:
            rows = read_rows(path)
            print(
                f"{path.name}: {len(rows)} articles, {options.sentences} sentences, budget {options.budget}"
            )
            measure(rows, _methods(options, summariser), options.budget, options.draws)
    except (ModelError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _methods(
    options: argparse.Namespace, summariser: Summariser | None
) -> dict[str, Callable[[Row], list[str]]]:
    def of(method: SummaryMethod) -> Callable[[Row], list[str]]:
        return lambda row: run_method(
            row, method, options.sentences, summariser, budget_of(row, options.budget)
        )

    methods = {"extractive": of("extractive")}
    if summariser is not None:
        methods["abstractive"] = of("abstractive")
    if options.summaries:
        lines = options.summaries.read_text(encoding="utf-8").splitlines()
        given = {str(record["id"]): str(record["summary"]) for record in map(json.loads, lines)}
        methods[options.summaries.stem] = lambda row: cut(
            english_sentences(given.get(row.id, "")), budget_of(row, options.budget)
        )
    else:
        methods["reference"] = lambda row: english_sentences(row.reference)
    return methods


def _load(name: str, model_dir: Path | None) -> Summariser | None:
    from models.summarisers import load_summariser

    return load_summariser(
        name,
        engine="ctranslate2",
        compute_type="int8",
        device="cpu",
        threads=0,
        model_dir=model_dir or Settings().model_dir,
    )


if __name__ == "__main__":
    sys.exit(main())
