"""Which pairs are read next: files sampled in proportion to their weights, from any position on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Selection = NDArray[np.int64]
"""Rows of (corpus, pair)."""


@dataclass(frozen=True)
class SamplerPosition:
    """Where the stream is: everything needed to continue it."""

    pool: int
    batch: int
    epochs: tuple[int, ...]
    cursors: tuple[int, ...]
    credits: tuple[float, ...]


def start_position(files: int) -> SamplerPosition:
    """The beginning of the stream."""
    return SamplerPosition(0, 0, (0,) * files, (0,) * files, (0.0,) * files)


def position_of(fields: Mapping[str, Any]) -> SamplerPosition:
    """The position that `dataclasses.asdict` took apart."""
    lists = (tuple(fields[name]) for name in ("epochs", "cursors", "credits"))
    return SamplerPosition(fields["pool"], fields["batch"], *lists)


def moved(position: SamplerPosition, before: Sequence[str], now: Sequence[str]) -> SamplerPosition:
    """A position among the files of before, told for those of now: new ones are at their beginning.

    The others have as many pairs behind them as before, but not the same ones where their number in the list
    is another; the pool begun is gone on with at the same batch.
    """
    places = dict(
        zip(before, zip(position.epochs, position.cursors, position.credits, strict=True), strict=True)
    )
    epochs, cursors, credits = zip(*(places.get(name, (0, 0, 0.0)) for name in now), strict=True)
    return replace(position, epochs=epochs, cursors=cursors, credits=credits)


def draw_pool(
    lengths: Sequence[NDArray[np.int64]],
    weights: Sequence[float],
    position: SamplerPosition,
    pool_tokens: int,
    seed: int,
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
        credits[file] += weight * pool_tokens
        while credits[file] > 0 and weight > 0 and len(lengths[file]):
            if cursors[file] >= len(lengths[file]):  # the file has become shorter since
                epochs[file], cursors[file] = epochs[file] + 1, 0
            order = np.random.default_rng((seed, file, epochs[file])).permutation(len(lengths[file]))[
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
