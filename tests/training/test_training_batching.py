"""The stream of batches."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.training.batching import (
    BatchingConfig,
    BatchStream,
    cut_batches,
    draw_pool,
    pad_batch,
    start_position,
)
from models.training.dataset import Corpus, build_corpus
from models.training.prepared import Prepared
from models.training.vocabulary import EOS_ID

LENGTHS = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=80)


def corpus(name: str, lengths: list[tuple[int, int]]) -> Corpus:
    return build_corpus(name, [([5] * source, [6] * target) for source, target in lengths])


@given(LENGTHS, st.integers(20, 400))
def test_batches_hold_every_pair_once_and_no_more_than_asked(
    lengths: list[tuple[int, int]], batch_tokens: int
) -> None:
    source, target = (np.array(side) for side in zip(*lengths, strict=True))
    batches = cut_batches(source, target, batch_tokens)
    assert sorted(np.concatenate(batches)) == list(range(len(lengths)))
    for batch in batches:
        padded = len(batch) * (source[batch].max() + target[batch].max())
        assert padded <= batch_tokens or len(batch) == 1


@given(
    st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=20), min_size=1, max_size=4),
    st.integers(1, 5),
)
def test_files_fill_their_weights_and_are_read_in_whole_epochs(files: list[list[int]], pools: int) -> None:
    lengths = [np.array(file, dtype=np.int64) for file in files]
    weights = [(number + 1) / sum(range(1, len(files) + 1)) for number in range(len(files))]
    config = BatchingConfig(pool_tokens=200)
    position = start_position(len(files))
    drawn: list[list[int]] = [[] for _ in files]
    for _ in range(pools):
        selection, position = draw_pool(lengths, weights, position, config)
        for file, pair in selection:
            drawn[file].append(int(pair))
    for file, pairs in enumerate(drawn):
        spent = sum(int(lengths[file][pair]) for pair in pairs)
        assert abs(spent - weights[file] * 200 * pools) <= 31
        for start in range(0, len(pairs) - len(files[file]) + 1, len(files[file])):
            assert sorted(pairs[start : start + len(files[file])]) == list(range(len(files[file])))


@given(st.integers(0, 60))
def test_the_stream_continues_from_any_position(steps: int) -> None:
    corpora = [corpus("a", [(3, 4), (9, 8), (2, 2)]), corpus("b", [(7, 7), (1, 5)])]
    config = BatchingConfig(batch_tokens=40, pool_tokens=60)
    stream = BatchStream(corpora, [0.7, 0.3], config, pad=9, eos=0)
    batches = iter(stream)
    for _ in range(steps):
        next(batches)
    again = BatchStream(corpora, [0.7, 0.3], config, pad=9, eos=0, position=stream.position)
    for one, two in zip(islice(batches, 10), islice(iter(again), 10), strict=True):
        assert np.array_equal(one.source, two.source)
        assert np.array_equal(one.labels, two.labels)


def test_padding_ends_every_side_and_counts_target_pieces() -> None:
    sources = [np.array([4, 5], np.uint16), np.array([4], np.uint16)]
    targets = [np.array([6], np.uint16), np.array([4], np.uint16)]
    batch = pad_batch(sources, targets, eos=0, pad=9)
    assert batch.source.tolist() == [[4, 5, 0], [4, 0, 9]]
    assert batch.labels.tolist() == [[6, 0], [4, 0]]
    assert batch.target_tokens == 4


def test_epochs_are_told_by_file(prepared: Prepared) -> None:
    stream = BatchStream(
        prepared.corpora, prepared.weights, BatchingConfig(), prepared.vocabulary - 1, EOS_ID
    )
    assert stream.epochs().keys() == {"stories", "synthetic-toy"}
    assert sum(prepared.weights) == pytest.approx(1.0)
