"""Tokenised pairs as flat numpy arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.training.errors import TrainingError

Tokens = NDArray[np.uint16]
Offsets = NDArray[np.int64]
DOUBTFUL: Final = np.uint16(1 << 15)
MOST_PIECES: Final = 1 << 15
"""Of a vocabulary: the bit above is that of doubt."""


@dataclass(frozen=True)
class Corpus:
    """One file's pairs; sentence i is tokens[offsets[i]:offsets[i+1]], without end of sentence."""

    name: str
    source: Tokens
    source_offsets: Offsets
    target: Tokens
    target_offsets: Offsets
    doubtful: NDArray[np.bool_]
    """Which pieces of the target are read and not learnt."""

    def __len__(self) -> int:
        return len(self.source_offsets) - 1

    @property
    def source_lengths(self) -> Offsets:
        """Pieces of every Dutch sentence, end of sentence included."""
        return np.diff(self.source_offsets) + 1

    @property
    def target_lengths(self) -> Offsets:
        """Pieces of every English sentence, end of sentence included."""
        return np.diff(self.target_offsets) + 1

    def source_of(self, index: int) -> Tokens:
        """Dutch pieces of one pair."""
        return self.source[self.source_offsets[index] : self.source_offsets[index + 1]]

    def target_of(self, index: int) -> Tokens:
        """English pieces of one pair."""
        return self.target[self.target_offsets[index] : self.target_offsets[index + 1]]

    def marked_target_of(self, index: int) -> Tokens:
        """English pieces of one pair, with the bit `DOUBTFUL` in those that are not learnt."""
        doubtful = self.doubtful[self.target_offsets[index] : self.target_offsets[index + 1]]
        return self.target_of(index) | doubtful * DOUBTFUL


def build_corpus(
    name: str,
    pairs: Sequence[tuple[Sequence[int], Sequence[int]]],
    doubtful: Sequence[Sequence[bool]] | None = None,
) -> Corpus:
    """Pack tokenised pairs into flat arrays; `doubtful` is in step with the targets, or None for no piece."""

    def pack(sides: list[Sequence[int]]) -> tuple[Tokens, Offsets]:
        offsets = np.zeros(len(sides) + 1, dtype=np.int64)
        np.cumsum([len(side) for side in sides], out=offsets[1:])
        flat = np.fromiter((piece for side in sides for piece in side), dtype=np.uint16)
        return flat, offsets

    source, source_offsets = pack([pair[0] for pair in pairs])
    target, target_offsets = pack([pair[1] for pair in pairs])
    marks = np.zeros(len(target), dtype=np.bool_)
    if doubtful is not None:
        marks[:] = [mark for sentence in doubtful for mark in sentence]
    return Corpus(name, source, source_offsets, target, target_offsets, marks)


def save_corpus(corpus: Corpus, folder: Path) -> Path:
    """Write one corpus as an .npz file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{corpus.name}.npz"
    np.savez(
        path,
        source=corpus.source,
        source_offsets=corpus.source_offsets,
        target=corpus.target,
        target_offsets=corpus.target_offsets,
        doubtful=corpus.doubtful,
    )
    return path


def load_corpora(folder: Path) -> list[Corpus]:
    """Every corpus of a prepared folder, sorted by name."""
    corpora = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as arrays:
            corpora.append(
                Corpus(
                    path.stem,
                    arrays["source"],
                    arrays["source_offsets"],
                    arrays["target"],
                    arrays["target_offsets"],
                    arrays.get("doubtful", np.zeros(len(arrays["target"]), dtype=np.bool_)),
                )
            )
    if not any(len(corpus) for corpus in corpora):
        raise TrainingError(f"no pairs in {folder}: run prepare first")
    return corpora
