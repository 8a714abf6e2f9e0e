"""The search of ``models.marian_search`` on transformers and torch: for a GPU, and as the reference.

``generate`` reports scores that are processed in its own way (a forbidden token keeps its share of the
probability), so every hypothesis is scored in a second pass over the finished text.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from models.interfaces import Decoding
from models.marian_search import Candidate, Settings
from models.pretrained import load_pretrained, prepare_device
from models.tokenisation import Tokeniser

if TYPE_CHECKING:
    from transformers import MarianMTModel


def load_model(folder: Path) -> MarianMTModel:
    """The checkpoint in ``folder`` in float32, with every weight from its files. Raises ``ModelError``."""
    from transformers import MarianMTModel

    model: MarianMTModel = load_pretrained(MarianMTModel, folder)
    return model


class TorchSearch:
    """Runs the checkpoint in ``folder`` on ``device``, in float32, one batch at a time."""

    def __init__(
        self, folder: Path, tokeniser: Tokeniser, settings: Settings, *, device: str, threads: int
    ) -> None:
        from transformers import GenerationConfig

        prepare_device(device, threads)
        self._model: Any = load_model(folder)
        self._model.to(device)
        self._device = device
        self._tokeniser = tokeniser
        self._settings = settings
        self._lock = threading.Lock()
        self._start = int(self._model.config.decoder_start_token_id)
        self._model.generation_config = GenerationConfig(
            decoder_start_token_id=self._start,
            pad_token_id=tokeniser.pad_id,
            eos_token_id=tokeniser.end_id,
            bad_words_ids=[list(ids) for ids in settings.suppressed],
            forced_bos_token_id=settings.first,
            # A forced end would hide that the text was cut.
            forced_eos_token_id=None,
            # As CTranslate2: what is forbidden gives its probability to the rest.
            renormalize_logits=True,
            do_sample=False,
        )

    def submit(
        self,
        sources: Sequence[Sequence[str]],
        limit: int,
        decoding: Decoding,
        beginnings: Sequence[Sequence[str]] | None = None,
    ) -> Callable[[], list[list[Candidate]]]:
        with self._lock, torch.inference_mode():
            if beginnings is None:
                found = self._search(sources, limit, decoding, ())
            else:  # ``generate`` takes beginnings of one length only
                pairs = zip(sources, beginnings, strict=True)
                found = [self._search([source], limit, decoding, begin)[0] for source, begin in pairs]
        return lambda: found

    def _search(
        self, sources: Sequence[Sequence[str]], limit: int, decoding: Decoding, beginning: Sequence[str]
    ) -> list[list[Candidate]]:
        inputs = self._padded([self._tokeniser.ids(source) for source in sources])
        mask = inputs.ne(self._tokeniser.pad_id)
        forced = self._tokeniser.ids(beginning)
        if forced and self._settings.first is not None:
            forced = [self._settings.first, *forced]
        outputs = self._model.generate(
            input_ids=inputs,
            attention_mask=mask,
            decoder_input_ids=torch.tensor([[self._start, *forced]] * len(sources), device=self._device),
            max_new_tokens=limit - len(forced),
            num_beams=decoding.beam_size,
            num_return_sequences=decoding.hypotheses,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
        )
        # Without the start token, and without the padding behind shorter ones.
        targets = [
            [index for index in ids if index != self._tokeniser.pad_id] for ids in outputs[:, 1:].tolist()
        ]
        each = decoding.hypotheses
        means = self._means(inputs.repeat_interleave(each, 0), mask.repeat_interleave(each, 0), targets)
        candidates = [self._candidate(target, mean) for target, mean in zip(targets, means, strict=True)]
        return [candidates[i : i + each] for i in range(0, len(candidates), each)]

    def _means(self, inputs: Tensor, mask: Tensor, targets: Sequence[Sequence[int]]) -> list[float]:
        """Mean log-probability of each target given its source [n, length], ``<pad>`` being impossible."""
        labels = self._padded(targets)
        start = torch.full((len(targets), 1), self._start, device=self._device)
        given = torch.cat([start, labels[:, :-1]], dim=1)
        logits = self._model(input_ids=inputs, attention_mask=mask, decoder_input_ids=given).logits
        logits[..., self._tokeniser.pad_id] = -torch.inf
        log_probs = logits.log_softmax(-1).gather(-1, labels.unsqueeze(-1)).squeeze(-1)
        real = labels.ne(self._tokeniser.pad_id)
        means = log_probs.masked_fill(~real, 0.0).sum(1) / real.sum(1).clamp(min=1)
        return [float(mean) for mean in means]

    def _candidate(self, target: Sequence[int], mean: float) -> Candidate:
        complete = bool(target) and target[-1] == self._tokeniser.end_id
        return Candidate(tuple(self._tokeniser.tokens(target[:-1] if complete else target)), mean, complete)

    def _padded(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """The rows as one tensor [rows, longest], filled up with ``<pad>``."""
        tensors = [torch.tensor(row, dtype=torch.long) for row in rows]
        filled = torch.nn.utils.rnn.pad_sequence(
            tensors, batch_first=True, padding_value=self._tokeniser.pad_id
        )
        return filled.to(self._device)
