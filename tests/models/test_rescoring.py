"""The log-probability of what was searched for under a constraint is the model's own all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import miniature
import pytest

from models.interfaces import Decoding
from models.marian import load_translator

pytestmark = pytest.mark.checkpoint


@pytest.fixture(scope="module")
def hesitant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A miniature that has learnt words but no sentences, and says them again and again."""
    return miniature.build(tmp_path_factory.mktemp("hesitant") / "miniature", steps=30)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_forbidden_repetitions_leave_the_score_honest(size: int, hesitant: Path, model_dir: Path) -> None:
    """Only what can have met a forbidden n-gram is scored again, yet nothing has another score."""
    translator = load_translator(
        str(hesitant),
        engine="ctranslate2",
        compute_type="float32",
        device="cpu",
        threads=1,
        model_dir=model_dir,
    )
    segments = [nl for nl, _ in miniature.toy_pairs(20, seed=99)]
    decoding = Decoding(beam_size=3, hypotheses=3, no_repeat_ngram_size=size)
    found = translator.translate(segments, decoding)
    # A penalty of nothing: all is scored again.
    again = translator.translate(segments, replace(decoding, repetition_penalty=1 + 1e-6))
    for mine, other in zip(found, again, strict=True):
        for a, b in zip(mine, other, strict=True):
            assert a.text == b.text
            assert a.log_probability == pytest.approx(b.log_probability, abs=1e-3)
    free = translator.translate(segments, replace(decoding, no_repeat_ngram_size=0))
    assert [h[0].text for h in free] != [h[0].text for h in found], "something was forbidden"
