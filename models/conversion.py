"""A MarianMT checkpoint converted for CTranslate2, once, and kept.

    MODEL_DIR/converted/FINGERPRINT-COMPUTE_TYPE-VERSION-RECIPE/

The converter needs torch and transformers; the serving process shall never load them. So the conversion runs
in a process of its own (``python -m models.conversion FOLDER OUTPUT COMPUTE_TYPE``). That process writes into
a folder with a name nobody looks for, and renames it when it is whole: a folder with the right name is
complete, and of two processes that convert at the same time one wins and the other throws its work away.

CTranslate2's Marian converter takes three things for granted that nothing checks: the decoder starts from a
zero vector (the checkpoint starts from the embedding of ``<pad>``, so that row must be zero), ``<pad>`` is
the last of the vocabulary (the converter cuts the last row off), and every weight is in the file
(transformers fills a missing one with noise and a warning). A checkpoint of which one is not true would
translate into nonsense, and is refused.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ctranslate2

from models.interfaces import ModelError

if TYPE_CHECKING:
    from transformers import MarianMTModel


RECIPE = 2
"""To be raised whenever the same checkpoint would be converted into something else."""


def converted_folder(
    source: Path, fingerprint: str, compute_type: str, model_dir: Path, converter: str = "models.conversion"
) -> Path:
    """The checkpoint in ``source``, which has that fingerprint, converted now if it is not yet.

    ``compute_type`` is ``int8`` or ``float32``; ``converter`` is the module to run. Raises ``ModelError``.
    """
    key = f"{fingerprint[:24]}-{compute_type}-{ctranslate2.__version__}-{RECIPE}"
    output = model_dir / "converted" / key
    if not output.is_dir():
        _convert_apart(source, output, compute_type, converter)
    return output


def _convert_apart(source: Path, output: Path, compute_type: str, converter: str) -> None:
    """Convert in a subprocess into a temporary folder beside ``output``, then rename it."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        raise ModelError(f"{output.parent} cannot be written: {error.strerror}.") from error
    try:
        command = [
            sys.executable,
            "-m",
            converter,
            str(source),
            str(temporary / "model"),
            compute_type,
        ]
        root = str(Path(__file__).resolve().parent.parent)
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH")))),
            "HF_HUB_OFFLINE": "1",
            "TRANSFORMERS_VERBOSITY": "error",
        }
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
            raise ModelError(f"{source} cannot be converted for CTranslate2: {last}")
        try:
            (temporary / "model").rename(output)
        except OSError:
            if not output.is_dir():  # no other process was first: a real failure
                raise
    except OSError as error:
        raise ModelError(f"{output} cannot be written: {error.strerror}.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def convert(source: Path, output: Path, compute_type: str) -> None:
    """Convert the checkpoint in ``source`` in this process, which loads torch. Raises ``ModelError``."""
    from ctranslate2.converters import TransformersConverter

    from models.marian_torch import load_model
    from models.narrowing import convert_narrowly

    class Converter(TransformersConverter):  # type: ignore[misc] # its package has no types
        """The library's, with our way of loading: everything checked, nothing fetched, in float32."""

        def load_model(self, model_class: object, folder: str, **options: object) -> MarianMTModel:
            model = load_model(Path(folder))
            check_convertible(model)
            return model

        def load_tokenizer(self, tokenizer_class: object, folder: str, **options: object) -> Any:
            from transformers import MarianTokenizer

            return MarianTokenizer.from_pretrained(folder, local_files_only=True)

    convert_narrowly(Converter(str(source)), output, compute_type)


def check_convertible(model: MarianMTModel) -> None:
    """Raise ``ModelError`` if CTranslate2 would start its decoder otherwise than the checkpoint does."""
    config = model.config
    pad = config.pad_token_id
    if pad != config.vocab_size - 1:
        raise ModelError(f"<pad> is token {pad}; it must be the last one, {config.vocab_size - 1}.")
    if config.decoder_start_token_id != pad:
        raise ModelError(
            f"decoder_start_token_id is {config.decoder_start_token_id}; it must be <pad>, {pad}."
        )
    if model.model.decoder.embed_tokens.weight[pad].any():
        raise ModelError("the embedding of <pad> is not zero, and CTranslate2 starts from a zero vector.")


def run(convert: Callable[[Path, Path, str], None], arguments: list[str]) -> int:
    """Convert for :func:`converted_folder`; the last line on standard error says what went wrong."""
    source, output, compute_type = arguments
    try:
        convert(Path(source), Path(output), compute_type)
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run(convert, sys.argv[1:]))
