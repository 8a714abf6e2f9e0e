"""Hints of the table of words in the stream of a run, as ``models.hints`` gives them in use."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from models.hints import CLOSE, OPEN, Hints
from models.interfaces import ModelError
from models.training.errors import TrainingError
from models.word_files import read_words

Pieces = NDArray[np.uint16]
SourceHints = Callable[[Pieces], Iterator[tuple[int, int, Pieces]]]
"""The stretches (start, end) of a source, with the pieces to put behind each."""


def source_hints(folder: Path, processor: SentencePieceProcessor) -> SourceHints:
    """Hints from the table in a folder. Raises ``TrainingError`` if there is none."""
    try:
        table = read_words(folder)
    except ModelError as error:
        raise TrainingError(str(error)) from error
    if table is None:
        raise TrainingError(f"no table of words in {folder}: run words first")
    hints = Hints(table, lambda text: list(processor.encode(text, out_type=str)))
    names = [processor.id_to_piece(piece) for piece in range(processor.get_piece_size())]
    ids = {name: number for number, name in enumerate(names)}
    if OPEN not in ids or CLOSE not in ids:
        raise TrainingError(
            f"the vocabulary lacks the marks {OPEN} and {CLOSE}: it needs the pieces of bytes"
        )

    def of(source: Pieces) -> Iterator[tuple[int, int, Pieces]]:
        for start, end, hint in hints.parts([names[piece] for piece in source]):
            yield start, end, np.array([ids[piece] for piece in hint], dtype=np.uint16)

    return of


def with_hints(source: Pieces, hints: SourceHints) -> Pieces:
    """A source with all of its hints."""
    read = [part for start, end, hint in hints(source) for part in (source[start:end], hint)]
    return np.concatenate(read) if read else source
