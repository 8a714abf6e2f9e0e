"""Embeddings that start near their translations.

Pieces of the two languages that keep turning up in the same pairs get similar vectors: the leading
eigenvectors of their pointwise mutual information. Training then need not discover the dictionary
one gradient at a time, which matters when only minutes of a processor are to be had.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from models.training.data.dataset import Corpus

CHUNK = 20_000_000


@dataclass(frozen=True)
class BilingualConfig:
    """Which pairs and pieces count."""

    longest: int = 40
    least_pairs: int = 3
    discount: float = 5.0
    iterations: int = 6
    oversample: int = 64
    noise: float = 0.2
    seed: int = 1


def count_together(
    corpora: Sequence[Corpus], vocabulary: int, longest: int
) -> tuple[Tensor, Tensor, Tensor, int]:
    """Pairs in which a Dutch piece meets an English one, in which each occurs, and all pairs."""
    together = torch.zeros(vocabulary * vocabulary)
    source_counts, target_counts = torch.zeros(vocabulary), torch.zeros(vocabulary)
    cells: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
    pairs = waiting = 0

    def flush() -> None:
        if cells:
            index = torch.from_numpy(np.concatenate(cells))
            together.scatter_add_(0, index, torch.ones(len(index)))
            cells.clear()

    for corpus in corpora:
        for number in range(len(corpus)):
            source, target = corpus.source_of(number), corpus.target_of(number)
            if max(len(source), len(target)) > longest:
                continue
            rows = np.unique(source).astype(np.int64)
            columns = np.unique(target).astype(np.int64)
            source_counts[rows] += 1
            target_counts[columns] += 1
            cells.append((rows[:, None] * vocabulary + columns[None, :]).ravel())
            waiting += len(cells[-1])
            pairs += 1
            if waiting > CHUNK:
                flush()
                waiting = 0
    flush()
    return together.view(vocabulary, vocabulary), source_counts, target_counts, pairs


def association(
    together: Tensor, source: Tensor, target: Tensor, pairs: int, config: BilingualConfig
) -> Tensor:
    """Symmetric positive pointwise mutual information, little for what was seen little."""
    expected = source[:, None] * target[None, :] / max(pairs, 1)
    information = (together / expected.clamp(min=1e-9)).clamp(min=1e-9).log().clamp(min=0.0)
    information *= together / (together + config.discount)
    information[together < config.least_pairs] = 0.0
    return information + information.T


def leading_vectors(matrix: Tensor, size: int, config: BilingualConfig) -> Tensor:
    """Vectors whose products come nearest to a symmetric matrix (randomised subspace iteration)."""
    generator = torch.Generator().manual_seed(config.seed)
    width = min(size + config.oversample, len(matrix))
    basis = torch.randn(len(matrix), width, generator=generator)
    for _ in range(config.iterations):
        basis = torch.linalg.qr(matrix @ basis).Q
    values, vectors = torch.linalg.eigh(basis.T @ matrix @ basis)
    order = values.argsort(descending=True)[:size]
    leading: Tensor = basis @ vectors[:, order] * values[order].clamp(min=0.0).sqrt()
    return torch.nn.functional.pad(leading, (0, size - leading.shape[1]))


def bilingual_embeddings(
    corpora: Sequence[Corpus], vocabulary: int, size: int, std: float, config: BilingualConfig
) -> Tensor:
    """A start for the shared embeddings: rows (vocabulary, size) with the given spread."""
    together, source, target, pairs = count_together(corpora, vocabulary, config.longest)
    vectors = leading_vectors(association(together, source, target, pairs, config), size, config)
    generator = torch.Generator().manual_seed(config.seed)
    noise = torch.randn(vocabulary, size, generator=generator)
    vectors = torch.nn.functional.normalize(vectors) * size**0.5
    mixed = vectors + noise * torch.where(vectors.norm(dim=1) > 0, config.noise, 1.0)[:, None]
    start: Tensor = torch.nn.functional.normalize(mixed) * size**0.5 * std
    return start
