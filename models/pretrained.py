"""A checkpoint loaded through transformers: every weight from its files, and one load at a time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import torch

from models.interfaces import ModelError

_LOADING = threading.Lock()
"""``from_pretrained`` exchanges a method of a class for the time it takes. Of two at once the second puts
back what the first had put there, and no model is ever tied again in this process."""


def load_pretrained(kind: Any, folder: Path) -> Any:
    """The model of the class ``kind`` in ``folder``, in float32, ready to run. Raises ``ModelError``.

    ``pytorch_model.bin`` is a pickle: with ``weights_only`` it can hold tensors and nothing that runs.
    """
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        with _LOADING:
            model, report = kind.from_pretrained(
                folder,
                dtype=torch.float32,
                local_files_only=True,
                weights_only=True,
                output_loading_info=True,
            )
    except Exception as error:  # pickle, safetensors and torch each raise their own
        raise ModelError(f"{folder} cannot be loaded: {first_line(error)}") from error
    if wrong := sorted(str(key) for key in (*report["missing_keys"], *report["mismatched_keys"])):
        raise ModelError(f"{folder}: the weights lack {wrong[0]} or have it in another shape.")
    return model.eval()


def prepare_device(device: str, threads: int) -> None:
    """Give torch its threads on a CPU. Raises ``ModelError`` for a GPU that is not there."""
    if device == "cuda" and not torch.cuda.is_available():
        raise ModelError("There is no CUDA device that torch can use. Set the device to cpu.")
    if device == "cpu":
        torch.set_num_threads(threads)


def first_line(error: Exception) -> str:
    """What an error says, fit for one line."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
