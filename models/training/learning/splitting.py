"""Words in smaller pieces now and then, so that they are learnt by their parts.

A text that is read often is read in the same pieces each time, and what the network learns of a compound or a
rare form hangs on just these. Here a piece is split at random into two that the vocabulary has too, and these
perhaps again. The idea is that of subword regularisation (Kudo 2018, arXiv 1804.10959) and BPE-dropout
(Provilkov et al. 2020, arXiv 1910.13267); a table of the halves needs no text, so a stream of pieces can be
split as it is read.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pieces = NDArray[np.uint16]
Halves = Sequence[Sequence[tuple[int, int]]]
"""Of every piece by id, the pairs of pieces that make it together; none of pieces that are no text."""


def halves(pieces: Sequence[str | None]) -> Halves:
    """The halves of every piece of a vocabulary; one that has no text is None and has no halves."""
    ids = {piece: number for number, piece in enumerate(pieces) if piece is not None}
    return [
        [
            (ids[piece[:cut]], ids[piece[cut:]])
            for cut in range(1, len(piece or ""))
            if piece is not None and piece[:cut] in ids and piece[cut:] in ids
        ]
        for piece in pieces
    ]


def split(text: Pieces, table: Halves, chance: float, generator: np.random.Generator) -> Pieces:
    """The text with each piece split with this chance, and what comes of it too; it reads as before."""
    waiting = text.tolist()[::-1]
    done: list[int] = []
    while waiting:
        piece = waiting.pop()
        if table[piece] and generator.random() < chance:
            left, right = table[piece][int(generator.integers(len(table[piece])))]
            waiting += [right, left]
        else:
            done.append(piece)
    return np.array(done, dtype=np.uint16)
