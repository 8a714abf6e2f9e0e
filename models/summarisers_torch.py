"""The search of a summariser on transformers and torch: for what CTranslate2 does not convert."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import torch

from models.pretrained import prepare_device
from models.summary_conversion import load_model
from models.summary_search import Generation


class TorchSearch:
    """Runs the checkpoint in ``folder`` on ``device``, in float32, one batch at a time."""

    def __init__(self, folder: Path, generation: Generation, *, device: str, threads: int) -> None:
        prepare_device(device, threads)
        self._model = load_model(folder).to(device)
        self._device = device
        self._generation = generation
        self._lock = threading.Lock()

    def run(self, sources: Sequence[Sequence[int]], least: int, most: int) -> list[list[int]]:
        generation = self._generation
        longest = max(len(source) for source in sources)
        pad = self._model.config.pad_token_id
        ids = torch.tensor([[*source, *[pad] * (longest - len(source))] for source in sources])
        mask = torch.tensor([[1] * len(source) + [0] * (longest - len(source)) for source in sources])
        with self._lock, torch.inference_mode():
            found = self._model.generate(
                input_ids=ids.to(self._device),
                attention_mask=mask.to(self._device),
                num_beams=generation.beams,
                do_sample=False,
                min_length=least + 1,
                max_length=most + 1,
                length_penalty=generation.length_penalty,
                repetition_penalty=generation.repetition_penalty,
                no_repeat_ngram_size=generation.no_repeat_ngram_size,
                early_stopping=generation.early_stopping,
                forced_bos_token_id=generation.forced_first,
                # As CTranslate2: what is forbidden gives its probability to the rest.
                renormalize_logits=True,
                # A forced end would make a summary that was cut look finished.
                forced_eos_token_id=None,
            )
        return [list(map(int, target)) for target in found.tolist()]
