"""Batches of similar lengths from files sampled in proportion to their weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.training.dataset import Corpus

Selection = NDArray[np.int64]
"""Rows of (corpus, pair)."""


@dataclass(frozen=True)
class BatchingConfig:
    """Size of a pool, of a batch (padded source plus target pieces) and the order's seed."""

    batch_tokens: int = 12_000
    pool_tokens: int = 500_000
    seed: int = 1


@dataclass(frozen=True)
class SamplerPosition:
    """Where the stream is: everything needed to continue it."""

    pool: int
    batch: int
    epochs: tuple[int, ...]
    cursors: tuple[int, ...]
    credits: tuple[float, ...]


@dataclass(frozen=True)
class Batch:
    """Padded pieces of some pairs; sources and labels end with the end of sentence."""

    source: NDArray[np.int64]
    labels: NDArray[np.int64]
    target_tokens: int


def start_position(files: int) -> SamplerPosition:
    """The beginning of the stream."""
    return SamplerPosition(0, 0, (0,) * files, (0,) * files, (0.0,) * files)


def draw_pool(
    lengths: Sequence[NDArray[np.int64]],
    weights: Sequence[float],
    position: SamplerPosition,
    config: BatchingConfig,
) -> tuple[Selection, SamplerPosition]:
    """Pairs of the next pool, and the position after it.

    Every file earns target tokens in proportion to its weight and spends them on its pairs, in an
    order shuffled anew for every epoch; what it overspends is kept as debt for the next pool.
    """
    rows: list[Selection] = []
    epochs, cursors, credits = (
        list(position.epochs),
        list(position.cursors),
        list(position.credits),
    )
    for file, weight in enumerate(weights):
        credits[file] += weight * config.pool_tokens
        while credits[file] > 0 and weight > 0 and len(lengths[file]):
            order = np.random.default_rng((config.seed, file, epochs[file])).permutation(len(lengths[file]))[
                cursors[file] :
            ]
            spent = np.cumsum(lengths[file][order])
            taken = min(int(np.searchsorted(spent, credits[file])) + 1, len(order))
            rows.append(np.stack([np.full(taken, file), order[:taken]], axis=1))
            credits[file] -= float(spent[taken - 1])
            cursors[file] += taken
            if cursors[file] == len(lengths[file]):
                epochs[file], cursors[file] = epochs[file] + 1, 0
    selection = np.concatenate(rows).astype(np.int64)
    after = SamplerPosition(position.pool + 1, 0, tuple(epochs), tuple(cursors), tuple(credits))
    return selection, after


def cut_batches(
    source_lengths: NDArray[np.int64], target_lengths: NDArray[np.int64], batch_tokens: int
) -> list[NDArray[np.int64]]:
    """Positions of the pairs of every batch, sorted by target and then source length.

    No batch holds more than `batch_tokens` pieces counting padding, unless it is a single pair.
    """
    batches: list[NDArray[np.int64]] = []
    order = np.lexsort((source_lengths, target_lengths))
    start = longest_source = longest_target = 0
    for end, pair in enumerate(order):
        longest_source = max(longest_source, int(source_lengths[pair]))
        longest_target = max(longest_target, int(target_lengths[pair]))
        if end > start and (end - start + 1) * (longest_source + longest_target) > batch_tokens:
            batches.append(order[start:end])
            start = end
            longest_source, longest_target = int(source_lengths[pair]), int(target_lengths[pair])
    batches.append(order[start:])
    return batches


def pad_batch(pairs: Sequence[tuple[NDArray[np.uint16], NDArray[np.uint16]]], eos: int, pad: int) -> Batch:
    """Pairs padded to their longest, each side ended by `eos`."""
    source = np.full((len(pairs), max(len(pair[0]) for pair in pairs) + 1), pad, dtype=np.int64)
    labels = np.full((len(pairs), max(len(pair[1]) for pair in pairs) + 1), pad, dtype=np.int64)
    for row, (source_pieces, target_pieces) in enumerate(pairs):
        source[row, : len(source_pieces)] = source_pieces
        source[row, len(source_pieces)] = eos
        labels[row, : len(target_pieces)] = target_pieces
        labels[row, len(target_pieces)] = eos
    return Batch(source, labels, int((labels != pad).sum()))


class BatchStream:
    """An endless stream of batches that can be continued from any position."""

    def __init__(
        self,
        corpora: Sequence[Corpus],
        weights: Sequence[float],
        config: BatchingConfig,
        pad: int,
        eos: int,
        position: SamplerPosition | None = None,
    ) -> None:
        self._corpora = corpora
        self._weights = weights
        self._config = config
        self._pad = pad
        self._eos = eos
        self._lengths = [corpus.target_lengths for corpus in corpora]
        self.position = position or start_position(len(corpora))

    def epochs(self) -> dict[str, float]:
        """How often each file has been read, pools in progress counted whole."""
        _, after = draw_pool(self._lengths, self._weights, self.position, self._config)
        return {
            corpus.name: round(epoch + cursor / max(len(corpus), 1), 2)
            for corpus, epoch, cursor in zip(self._corpora, after.epochs, after.cursors, strict=True)
        }

    def __iter__(self) -> Iterator[Batch]:
        while True:
            selection, after = draw_pool(self._lengths, self._weights, self.position, self._config)
            batches = self._cut(selection)
            for number in range(self.position.batch, len(batches)):
                current = self.position
                self.position = SamplerPosition(
                    current.pool, number + 1, current.epochs, current.cursors, current.credits
                )
                yield self._build(selection[batches[number]])
            self.position = after

    def _cut(self, selection: Selection) -> list[NDArray[np.int64]]:
        generator = np.random.default_rng((self._config.seed, self.position.pool, 1 << 20))
        selection[:] = selection[generator.permutation(len(selection))]
        source_lengths = np.array(
            [
                self._corpora[file].source_offsets[pair + 1] - self._corpora[file].source_offsets[pair] + 1
                for file, pair in selection
            ]
        )
        target_lengths = np.array([self._lengths[file][pair] for file, pair in selection])
        batches = cut_batches(source_lengths, target_lengths, self._config.batch_tokens)
        generator.shuffle(batches)
        return batches

    def _build(self, rows: Selection) -> Batch:
        pairs = [
            (self._corpora[file].source_of(pair), self._corpora[file].target_of(pair)) for file, pair in rows
        ]
        return pad_batch(pairs, self._eos, self._pad)
