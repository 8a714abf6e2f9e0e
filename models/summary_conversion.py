"""A summariser converted for CTranslate2, in a process of its own: it needs torch, serving does not.

``python -m models.summary_conversion FOLDER OUTPUT COMPUTE_TYPE``, run by ``models.conversion``. Beside the
weights it writes ``tokenizer.json``, whatever files the checkpoint had for its tokeniser, so that the serving
process needs no more than the ``tokenizers`` library.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from models.conversion import run
from models.interfaces import ModelError
from models.pretrained import first_line, load_pretrained
from models.summary_search import TOKENISER_FILE


def load_tokeniser(folder: Path) -> Any:
    """The tokeniser of a checkpoint as a ``tokenizers.Tokenizer``. Raises ``ModelError``."""
    from transformers import AutoTokenizer

    try:
        tokeniser = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    except Exception as error:  # each kind of tokeniser raises its own
        raise ModelError(f"{folder} has no tokeniser that can be read: {first_line(error)}") from error
    backend = getattr(tokeniser, "backend_tokenizer", None)
    if backend is None:
        raise ModelError(f"{folder} has no tokeniser for the tokenizers library.")
    return backend


def load_model(folder: Path) -> Any:
    """The checkpoint in float32, with every weight from its files. Raises ``ModelError``."""
    from transformers import AutoModelForSeq2SeqLM

    return load_pretrained(AutoModelForSeq2SeqLM, folder)


def convert(source: Path, output: Path, compute_type: str) -> None:
    """Convert the checkpoint in ``source`` in this process. Raises ``ModelError``."""
    from ctranslate2.converters import TransformersConverter

    from models.narrowing import convert_narrowly

    class Converter(TransformersConverter):  # type: ignore[misc] # its package has no types
        """The library's, with our way of loading: everything checked, nothing fetched, in float32."""

        def load_model(self, model_class: object, folder: str, **options: object) -> Any:
            model = load_model(Path(folder))
            # What transformers takes for granted of each architecture, CTranslate2 looks for in config.json.
            pegasus = model.config.model_type == "pegasus"
            model.config.normalize_before = pegasus
            model.config.normalize_embedding = not pegasus
            return model

    tokeniser = load_tokeniser(source)
    try:
        convert_narrowly(Converter(str(source)), output, compute_type)
    # Each of these is how CTranslate2 turns down an architecture, or a variant of one, that it cannot run.
    except (ValueError, KeyError, AttributeError, RuntimeError) as error:
        raise ModelError(f"CTranslate2 does not know this model: {first_line(error)}") from error
    tokeniser.save(str(output / TOKENISER_FILE))


if __name__ == "__main__":
    sys.exit(run(convert, sys.argv[1:]))
