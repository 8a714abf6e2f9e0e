"""The text that was written for the project."""

from collections import Counter
from pathlib import Path

import pytest

from models.training.data.corpus import (
    CleaningRules,
    list_corpora,
    match_key,
    normalise_pair,
    read_lines,
    read_pairs,
    rejection,
)

FILES = list_corpora([Path(__file__).parents[2] / "models" / "training" / "text"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_pair_is_fit_for_training(path: Path) -> None:
    assert all(line.count("\t") == 1 for line in read_lines(path))
    for pair in read_pairs(path):
        assert rejection(normalise_pair(pair), CleaningRules()) is None, pair
        assert pair == (" ".join(pair[0].split()), " ".join(pair[1].split()))


def test_no_sentence_stands_there_twice() -> None:
    counts = Counter(match_key(dutch) for path in FILES for dutch, _ in read_pairs(path))
    assert [key for key, count in counts.items() if count > 1] == []
