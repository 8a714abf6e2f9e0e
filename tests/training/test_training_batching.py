"""The stream of batches."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.training.data.dataset import Corpus, build_corpus
from models.training.data.prepared import Prepared
from models.training.data.vocabulary import EOS_ID, UNK_ID
from models.training.learning.batching import (
    BatchingConfig,
    BatchStream,
    cut_batches,
    join_pairs,
    mask_batch,
    pad_batch,
)
from models.training.learning.sampling import draw_pool, start_position

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
    position = start_position(len(files))
    drawn: list[list[int]] = [[] for _ in files]
    for _ in range(pools):
        selection, position = draw_pool(lengths, weights, position, pool_tokens=200, seed=1)
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


@given(LENGTHS, LENGTHS, st.floats(0, 0.99), st.integers(2, 100))
def test_joined_texts_hold_every_pair_once_in_order_and_stay_short_and_in_one_file(
    one: list[tuple[int, int]], other: list[tuple[int, int]], joined: float, longest: int
) -> None:
    selection = np.array(
        [(file, pair) for file, rows in enumerate((one, other)) for pair in range(len(rows))]
    )
    source, target = (np.array(side) for side in zip(*one, *other, strict=True))
    config = BatchingConfig(joined=joined, longest_joined=longest)
    texts = join_pairs(selection, source, target, config, np.random.default_rng(3))
    assert np.array_equal(np.concatenate(texts), selection)
    place = 0
    for text in texts:
        rows = slice(place, place + len(text))
        place += len(text)
        assert len(text) == 1 or max(source[rows].sum(), target[rows].sum()) <= longest
        assert len(set(text[:, 0])) == 1
    assert joined > 0 or len(texts) == len(selection)


def test_a_joined_stream_reads_long_texts_and_ends_each_once() -> None:
    pairs = [([5, 6], [7])] * 40
    config = BatchingConfig(batch_tokens=60, pool_tokens=40, joined=0.6)
    batch = next(iter(BatchStream([build_corpus("a", pairs)], [1.0], config, pad=9, eos=0)))
    for source, labels in zip(batch.source.tolist(), batch.labels.tolist(), strict=True):
        copies = labels.count(7)
        assert source[: 2 * copies + 1] == [5, 6] * copies + [0]
        assert labels[: copies + 1] == [7] * copies + [0]
    texts = iter(BatchStream([build_corpus("a", pairs)], [1.0], config, pad=9, eos=0))
    assert max(next(texts).labels.shape[1] for _ in range(10)) > 3


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


def test_hidden_pieces_are_predicted_all_the_same() -> None:
    row = np.arange(10, 210, dtype=np.uint16)
    batch = pad_batch([row, row[:3]], [row, row[:3]], EOS_ID, 999)
    masked = mask_batch(batch, 0.2, UNK_ID, 999, np.random.default_rng(1))
    assert (masked.labels == batch.labels).all()
    assert masked.read is not None
    hidden = masked.read != batch.labels
    assert (masked.read[hidden] == UNK_ID).all(), "the others stand where they stood, the padding too"
    assert 20 < hidden[0].sum() < 60


def test_the_stream_hides_pieces_of_targets_when_asked_and_goes_on_alike() -> None:
    corpora = [corpus("a", [(20, 20)] * 40)]
    config = BatchingConfig(batch_tokens=200, pool_tokens=400, masked=0.3)
    stream = BatchStream(corpora, [1.0], config, 999, EOS_ID)
    first = next(iter(stream))
    assert first.read is not None
    assert (first.read == UNK_ID).any()
    again = next(iter(BatchStream(corpora, [1.0], config, 999, EOS_ID)))
    assert again.read is not None
    assert (first.read == again.read).all()


def test_a_file_that_has_become_shorter_is_read_from_its_beginning() -> None:
    position = replace(start_position(1), cursors=(9,))
    selection, after = draw_pool([np.array([3, 3])], [1.0], position, pool_tokens=5, seed=1)
    assert sorted(selection[:, 1].tolist()) == [0, 1]
    assert after.epochs == (2,)
