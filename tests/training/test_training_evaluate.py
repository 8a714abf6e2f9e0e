"""Scores of any translator on any test file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import toy
from click.testing import CliRunner

from models.interfaces import Decoding, Hypothesis, ModelCard
from models.training.cli import main
from models.training.measures import compare, has_loop
from models.training.release.evaluate import evaluate, load_test_set


@pytest.mark.parametrize(
    ("text", "looping"),
    [
        ("no no no no", True),
        ("he said no no no", False),
        ("one two one two one two one two", True),
        ("a b c d a b c d a b c d A b c d.", False),
        ("a b c d a b c d a b c d A b c d", True),
        ("", False),
    ],
)
def test_loops_are_four_repeats_in_succession(text: str, looping: bool) -> None:
    assert has_loop(text) is looping


class Echo:
    """A translator that gives its source back, or nothing for a short one."""

    card = ModelCard("echo", "", "none", "scripted", "0" * 64)
    decoding = Decoding()
    max_source_tokens = 100

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return [len(segment.split()) for segment in segments]

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        if any(len(segment.split()) > self.max_source_tokens for segment in segments):
            raise ValueError("a segment is too long")
        return [(Hypothesis(text if len(text) > 3 else "", -0.1),) for text in segments]


def test_evaluates_any_translator_through_the_protocol(tmp_path: Path) -> None:
    pairs = [("Het regent in Gent vandaag", "Het regent in Gent vandaag"), ("Ja", "Yes")]
    path = toy.write_tsv(tmp_path / "set.tsv", pairs)
    lines: list[str] = []
    document = evaluate(Echo(), None, [load_test_set(path, None)], lambda t: t.decoding, 1, lines.append)
    scores = document["sets"]["set"]
    assert scores["lines"] == 2
    assert scores["empty_rate"] == 0.5
    assert scores["chrf"] > 80
    assert any(line == "nl  Het regent in Gent vandaag" for line in lines)
    json.dumps(document)


def test_bootstrap_tells_a_worse_system() -> None:
    references = [english for _, english in toy.sentences(40, 5)]
    worse = [text.split(" ", 1)[1] for text in references]
    differences = compare(references, worse, references, samples=100)
    assert [difference.metric for difference in differences] == ["BLEU", "chrF2"]
    assert all(line.first > line.second and line.p_value < 0.05 for line in differences)


@pytest.mark.parametrize(
    ("checkpoint", "content", "message"),
    [("nowhere/nothing", "a\tb\n", "not downloaded"), ("embedded", "", "no pairs")],
)
def test_mistakes_in_evaluation_are_one_line(
    tmp_path: Path, checkpoint: str, content: str, message: str
) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", checkpoint, str(path), "--model-dir", str(tmp_path)])
    assert result.exit_code == 1
    assert message in result.output
