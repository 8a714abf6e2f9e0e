"""Batches of similar lengths from files sampled in proportion to their weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.training.data.dataset import DOUBTFUL, Corpus
from models.training.data.vocabulary import UNK_ID
from models.training.learning.hinting import SourceHints
from models.training.learning.sampling import SamplerPosition, Selection, draw_pool, start_position
from models.training.learning.splitting import Halves, split
from models.training.learning.stutter import stutter


@dataclass(frozen=True)
class BatchingConfig:
    """Size of a pool, of a batch (padded source plus target pieces) and the order's seed."""

    batch_tokens: int = 12_000
    pool_tokens: int = 500_000
    joined: float = 0.0
    """Chance that a pair and the next of its file are read as one text, so that there are long ones."""
    longest_joined: int = 160
    """Pieces of either side that a text of several pairs has at most."""
    stutter: float = 0.0
    """Chance that a target is read with a repetition in it."""
    masked: float = 0.0
    """Chance of each piece of a target to be read as unknown, so that the source has to tell what follows."""
    split: float = 0.0
    """Chance of each piece of a source to be read as two."""
    hinted: float = 0.0
    """Chance of a text to be read with hints."""
    seed: int = 1


@dataclass(frozen=True)
class Batch:
    """Padded pieces of some pairs; sources and labels end with the end of sentence.

    Labels may have several rows for each source: the first of all sources, then the second of all. What the
    decoder reads before each of them are the labels too, unless `read` has other pieces; labels are padding
    where nothing is to be predicted.
    """

    source: NDArray[np.int64]
    labels: NDArray[np.int64]
    target_tokens: int
    read: NDArray[np.int64] | None = None


def join_pairs(
    selection: Selection,
    source_lengths: NDArray[np.int64],
    target_lengths: NDArray[np.int64],
    config: BatchingConfig,
    generator: np.random.Generator,
) -> list[Selection]:
    """Texts of one pair or of several that follow each other in the selection and are of one file.

    Lengths are those of its pairs, in pieces.
    """
    starts = [0]
    wanted = generator.random(len(selection)) < config.joined
    source, target = int(source_lengths[0]), int(target_lengths[0])
    for row in range(1, len(selection)):
        source, target = source + int(source_lengths[row]), target + int(target_lengths[row])
        fits = max(source, target) <= config.longest_joined
        if not (wanted[row] and fits and selection[row, 0] == selection[row - 1, 0]):
            starts.append(row)
            source, target = int(source_lengths[row]), int(target_lengths[row])
    return np.split(selection, starts[1:])


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


def pad_batch(
    sources: Sequence[NDArray[np.uint16]], targets: Sequence[NDArray[np.uint16]], eos: int, pad: int
) -> Batch:
    """Sources and targets padded to their longest, each ended by `eos`."""
    labels = _pad_rows([np.append(target, np.uint16(eos)) for target in targets], pad)
    source = _pad_rows([np.append(source, np.uint16(eos)) for source in sources], pad)
    return Batch(source, labels, int((labels != pad).sum()))


def stutter_batch(batch: Batch, chance: float, eos: int, pad: int, generator: np.random.Generator) -> Batch:
    """The batch with a repetition in some of the targets that are read."""
    targets = [row[row != pad][:-1].astype(np.uint16) for row in batch.labels]
    read, labels = [], []
    for number, target in enumerate(targets):
        whole = np.append(target, np.uint16(eos))
        pair = whole, whole
        if len(target) and len(targets[number - 1]) and generator.random() < chance:
            pair = stutter(target, targets[number - 1], eos, pad, generator)
        read.append(pair[0])
        labels.append(pair[1])
    padded = _pad_rows(labels, pad)
    return Batch(batch.source, padded, int((padded != pad).sum()), _pad_rows(read, pad))


def mask_batch(batch: Batch, chance: float, unknown: int, pad: int, generator: np.random.Generator) -> Batch:
    """The batch with some of the target pieces that are read replaced by `unknown` (word dropout)."""
    read = batch.labels if batch.read is None else batch.read
    hidden = (generator.random(read.shape) < chance) & (read != pad)
    return replace(batch, read=np.where(hidden, unknown, read))


def unlearn_batch(batch: Batch, pad: int) -> Batch:
    """The batch with the pieces that are marked as doubtful read, and nothing to be predicted there."""
    read = batch.labels if batch.read is None else batch.read
    labels = np.where(batch.labels & DOUBTFUL, pad, batch.labels)
    learnt = int((labels != pad).sum())
    return Batch(batch.source, labels, learnt, read & ~np.int64(DOUBTFUL))


def _pad_rows(rows: Sequence[NDArray[np.uint16]], pad: int) -> NDArray[np.int64]:
    padded = np.full((len(rows), max(map(len, rows))), pad, dtype=np.int64)
    for number, pieces in enumerate(rows):
        padded[number, : len(pieces)] = pieces
    return padded


class BatchStream:
    """An endless stream of batches that can be continued from any position.

    With `rejected`, corpora of the same sources in the same order, labels are the targets of the pairs and
    below them those that `rejected` has for them. `halves` are those of the pieces, to split sources by;
    `hints` has what to put behind the stretches of a source.
    """

    def __init__(
        self,
        corpora: Sequence[Corpus],
        weights: Sequence[float],
        config: BatchingConfig,
        pad: int,
        eos: int,
        position: SamplerPosition | None = None,
        rejected: Sequence[Corpus] = (),
        halves: Halves = (),
        hints: SourceHints | None = None,
    ) -> None:
        self._corpora = corpora
        self._weights = weights
        self._config = config
        self._pad = pad
        self._eos = eos
        self._rejected = rejected
        self._halves = halves
        self._hints = hints
        self._source_lengths = [corpus.source_lengths for corpus in corpora]
        self._target_lengths = [corpus.target_lengths for corpus in corpora]
        for number, corpus in enumerate(rejected):
            self._target_lengths[number] = self._target_lengths[number] + corpus.target_lengths
        self.position = position or start_position(len(corpora))

    def pairs(self) -> int:
        """Pairs of all corpora together."""
        return sum(map(len, self._corpora))

    def epochs(self) -> dict[str, float]:
        """How often each file has been read, pools in progress counted whole."""
        _, after = self._draw()
        return {
            corpus.name: round(epoch + cursor / max(len(corpus), 1), 2)
            for corpus, epoch, cursor in zip(self._corpora, after.epochs, after.cursors, strict=True)
        }

    def __iter__(self) -> Iterator[Batch]:
        while True:
            selection, after = self._draw()
            batches = self._cut(self._joined(selection))
            for number in range(self.position.batch, len(batches)):
                current = self.position
                self.position = SamplerPosition(
                    current.pool, number + 1, current.epochs, current.cursors, current.credits
                )
                yield self._build(batches[number], number)
            self.position = after

    def _draw(self) -> tuple[Selection, SamplerPosition]:
        config = self._config
        return draw_pool(self._target_lengths, self._weights, self.position, config.pool_tokens, config.seed)

    def _joined(self, selection: Selection) -> list[Selection]:
        generator = np.random.default_rng((self._config.seed, self.position.pool, 1 << 21))
        source_lengths = np.array([self._source_lengths[file][pair] for file, pair in selection])
        target_lengths = np.array([self._target_lengths[file][pair] for file, pair in selection])
        return join_pairs(selection, source_lengths, target_lengths, self._config, generator)

    def _cut(self, texts: list[Selection]) -> list[list[Selection]]:
        generator = np.random.default_rng((self._config.seed, self.position.pool, 1 << 20))
        texts = [texts[number] for number in generator.permutation(len(texts))]
        source_lengths = np.array(
            [sum(self._source_lengths[file][pair] for file, pair in text) for text in texts]
        )
        target_lengths = np.array(
            [sum(self._target_lengths[file][pair] for file, pair in text) for text in texts]
        )
        batches = cut_batches(source_lengths, target_lengths, self._config.batch_tokens)
        generator.shuffle(batches)
        return [[texts[number] for number in batch] for batch in batches]

    def _build(self, texts: list[Selection], number: int) -> Batch:
        config = self._config
        generator = np.random.default_rng((config.seed, self.position.pool, 1 << 22, number))
        sources = [
            np.concatenate([self._corpora[file].source_of(pair) for file, pair in text]) for text in texts
        ]
        sources = [self._read(source, generator) for source in sources]
        targets = [
            np.concatenate([corpora[file].marked_target_of(pair) for file, pair in text])
            for corpora in (self._corpora, self._rejected)
            if corpora
            for text in texts
        ]
        batch = pad_batch(sources, targets, self._eos, self._pad)
        if config.stutter:
            batch = stutter_batch(batch, config.stutter, self._eos, self._pad, generator)
        if (batch.labels & DOUBTFUL).any():
            batch = unlearn_batch(batch, self._pad)
        return mask_batch(batch, config.masked, UNK_ID, self._pad, generator) if config.masked else batch

    def _read(self, source: NDArray[np.uint16], generator: np.random.Generator) -> NDArray[np.uint16]:
        """A source as it is read: some pieces split, but those of its hints."""
        if self._hints is None or generator.random() >= self._config.hinted:
            return self._split(source, generator)
        read: list[NDArray[np.uint16]] = []
        for start, end, hint in self._hints(source):
            read += [self._split(source[start:end], generator), hint]
        return np.concatenate(read) if read else source

    def _split(self, source: NDArray[np.uint16], generator: np.random.Generator) -> NDArray[np.uint16]:
        chance = self._config.split
        return split(source, self._halves, chance, generator) if chance else source
