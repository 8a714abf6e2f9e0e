"""Quick look at a model in training: loss and chrF2 on a few held-out sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from sacrebleu.metrics.chrf import CHRF
from sentencepiece import SentencePieceProcessor

from models.training.data.corpus import Pair, normalise_pair, read_pairs
from models.training.data.vocabulary import EOS_ID
from models.training.learning.batching import pad_batch
from models.training.learning.hinting import SourceHints, with_hints
from models.training.learning.network import batch_loss, padding

if TYPE_CHECKING:
    from transformers import MarianMTModel

BATCH_SENTENCES = 50


@dataclass(frozen=True)
class Validation:
    """Sentences to watch, as text and as pieces, shortest Dutch first."""

    references: tuple[str, ...]
    encoded: tuple[tuple[list[int], list[int]], ...]


@dataclass(frozen=True)
class ValidationScore:
    """Mean cross entropy per target piece, and chrF2 of greedy translations."""

    loss: float
    chrf: float


def load_validation(
    path: Path, limit: int, processor: SentencePieceProcessor, hints: SourceHints | None = None
) -> Validation:
    """The first `limit` pairs of a TSV file, the Dutch with its hints."""
    pairs: list[Pair] = list(islice(read_pairs(path), limit))
    encoded = [
        (processor.encode(source), processor.encode(target)) for source, target in map(normalise_pair, pairs)
    ]
    if hints is not None:
        encoded = [(with_hints(_pieces(source), hints).tolist(), target) for source, target in encoded]
    order = sorted(range(len(pairs)), key=lambda index: len(encoded[index][0]))
    return Validation(tuple(pairs[index][1] for index in order), tuple(encoded[index] for index in order))


def validate(
    model: MarianMTModel, validation: Validation, processor: SentencePieceProcessor, dtype: torch.dtype
) -> ValidationScore:
    """Score a model by teacher forcing and by greedy search."""
    pad = padding(model)
    loss, tokens = 0.0, 0
    hypotheses: list[str] = []
    model.train(False)
    with torch.no_grad():
        for start in range(0, len(validation.encoded), BATCH_SENTENCES):
            part = validation.encoded[start : start + BATCH_SENTENCES]
            sources, targets = ([_pieces(side) for side in sides] for sides in zip(*part, strict=True))
            batch = pad_batch(sources, targets, EOS_ID, pad)
            loss += float(batch_loss(model, batch, dtype)) * batch.target_tokens
            tokens += batch.target_tokens
            hypotheses += greedy(model, batch.source, processor, dtype)
    model.train()
    score = CHRF().corpus_score(hypotheses, [list(validation.references)]).score
    return ValidationScore(loss / max(tokens, 1), score)


def greedy(
    model: MarianMTModel,
    source: np.ndarray[tuple[int, int], np.dtype[np.int64]],
    processor: SentencePieceProcessor,
    dtype: torch.dtype,
) -> list[str]:
    """Greedy translations of one padded batch."""
    pad = padding(model)
    pieces = torch.from_numpy(source)
    generator: Any = model  # the annotations of generate() do not fit its own class
    with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
        output = generator.generate(
            input_ids=pieces,
            attention_mask=pieces.ne(pad).long(),
            num_beams=1,
            do_sample=False,
            max_new_tokens=int(1.5 * source.shape[1]) + 8,
            bad_words_ids=[[pad]],
        )
    return [
        processor.decode([piece for piece in row if piece not in (EOS_ID, pad)]) for row in output.tolist()
    ]


def _pieces(ids: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
    return np.array(ids, dtype=np.uint16)
