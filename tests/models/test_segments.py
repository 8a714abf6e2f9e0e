from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.segments import batches, refuse_too_long, target_limit


@given(st.lists(st.integers(1, 60), max_size=80), st.integers(1, 200))
def test_batches_hold_every_segment_once_and_keep_to_the_limit(lengths: list[int], limit: int) -> None:
    found = list(batches(lengths, limit))
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    for batch in found:
        longest = max(lengths[index] for index in batch)
        assert lengths[batch[0]] == longest
        assert len(batch) == 1 or len(batch) * longest <= limit


def test_limits() -> None:
    assert target_limit(10, 512) == 70
    assert target_limit(400, 512) == 512
    refuse_too_long([1, 2], 2)
    with pytest.raises(ValueError, match="Segment 1 has 3 tokens; the model takes at most 2"):
        refuse_too_long([1, 3], 2)
