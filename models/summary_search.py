"""How a summariser's checkpoint wants to be searched: the same for each engine.

That is the checkpoint's own business: lengths, penalties, beams, a forced first token and T5's
prefix are read from its files; of ``config.json``, its ``task_specific_params.summarization`` and
``generation_config.json`` the later wins. Two traps lie in there. Lengths count the decoder's start token,
which CTranslate2 does not count. And a BART checkpoint decodes from ``</s>`` with ``<s>`` *forced* as its
first token; without that, its summaries begin in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from models.interfaces import ModelError
from models.tokenisation import read_json

TOKENISER_FILE: Final = "tokenizer.json"
CONVERTIBLE: Final = frozenset(("bart", "pegasus", "t5"))
"""Values of ``model_type`` in ``config.json`` that run on CTranslate2."""
_DEFAULT_POSITIONS: Final = 512
"""T5's positions are relative, without an end; this is the length it was trained on."""


@dataclass(frozen=True, slots=True)
class Generation:
    """How a checkpoint wants to be searched. Lengths in tokens, the decoder's start token included."""

    positions: int
    beams: int = 4
    min_length: int = 0
    max_length: int | None = None
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    early_stopping: bool = True
    forced_first: int | None = None
    prefix: str = ""

    def lengths(self, max_tokens: int) -> tuple[int, int]:
        """Fewest and most new tokens when ``max_tokens`` are wanted at most, the end token included."""
        most = min(self.max_length or self.positions, max_tokens + 1, self.positions) - 1
        return max(0, min(self.min_length - 1, most // 2)), most


class Search(Protocol):
    """Writes the target of each source, both as token ids. Thread-safe."""

    def run(self, sources: Sequence[Sequence[int]], least: int, most: int) -> list[list[int]]: ...


def read_generation(folder: Path) -> Generation:
    """From the checkpoint's configuration files. Raises ``ModelError`` for one that is no summariser's."""
    config = read_json(folder / "config.json")
    if not config.get("is_encoder_decoder", config.get("model_type") in CONVERTIBLE):
        raise ModelError(f"{folder} is no sequence-to-sequence model: {config.get('model_type')!r}.")
    task = (config.get("task_specific_params") or {}).get("summarization") or {}
    known = {**config, **task, **read_json(folder / "generation_config.json", default={})}
    given = {key: value for key, value in known.items() if value is not None}
    try:
        return Generation(
            positions=int(given.get("max_position_embeddings", given.get("n_positions", _DEFAULT_POSITIONS))),
            beams=int(given.get("num_beams", 4)),
            min_length=int(given.get("min_length", 0)),
            max_length=int(given["max_length"]) if "max_length" in given else None,
            length_penalty=float(given.get("length_penalty", 1.0)),
            repetition_penalty=float(given.get("repetition_penalty", 1.0)),
            no_repeat_ngram_size=int(given.get("no_repeat_ngram_size", 0)),
            early_stopping=bool(given.get("early_stopping", True)),
            forced_first=given.get("forced_bos_token_id"),
            prefix=str(given.get("prefix", "")),
        )
    except (TypeError, ValueError) as error:
        raise ModelError(f"{folder / 'config.json'}: {error}") from error
