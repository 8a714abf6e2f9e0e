"""Targets with a repetition in what the decoder reads."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.training.learning.batching import pad_batch, stutter_batch
from models.training.learning.stutter import stutter

EOS, PAD = 0, 999
PIECES = st.lists(st.integers(1, 500), min_size=1, max_size=30).map(
    lambda ids: np.array(ids, dtype=np.uint16)
)


@given(PIECES, PIECES, st.integers(0, 1000))
def test_what_is_predicted_is_the_target_and_after_each_copy_its_next_piece(
    target: np.ndarray, other: np.ndarray, seed: int
) -> None:
    read, labels = stutter(target, other, EOS, PAD, np.random.default_rng(seed))
    whole = [*target.tolist(), EOS]
    assert len(read) == len(labels) > len(whole)
    added = len(read) - len(whole)
    end = next(
        k for k in range(1, len(whole)) if read.tolist() == [*whole[:k], *read[k : k + added], *whole[k:]]
    )
    predicted = [piece for piece in labels.tolist() if piece != PAD]
    again = len(predicted) - len(whole)
    assert again >= 1
    assert any(predicted == [*whole[:k], *[whole[k]] * again, *whole[k:]] for k in range(end, len(whole))), (
        "each copy begins, and is followed, where the target goes on"
    )


def test_only_rows_that_were_chosen_are_changed() -> None:
    rows = [np.array([1, 2, 3], dtype=np.uint16), np.array([4], dtype=np.uint16)]
    batch = pad_batch(rows, rows, EOS, PAD)
    never = stutter_batch(batch, 0.0, EOS, PAD, np.random.default_rng(1))
    assert never.read is not None
    assert (never.read == batch.labels).all()
    assert (never.labels == batch.labels).all()
    always = stutter_batch(batch, 1.0, EOS, PAD, np.random.default_rng(1))
    assert always.read is not None
    assert always.read.shape == always.labels.shape > batch.labels.shape
    assert always.target_tokens == int((always.labels != PAD).sum()) > batch.target_tokens
