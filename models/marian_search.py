"""What a search has to know of a MarianMT checkpoint, and what it finds: the same for each engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from models.interfaces import Decoding, ModelError
from models.tokenisation import read_json


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hypothesis as target tokens without the end token, ``complete`` if the search reached that."""

    tokens: tuple[str, ...]
    log_probability: float
    complete: bool


class Search(Protocol):
    """Finds the best candidates for the sources of one batch. Thread-safe."""

    def submit(
        self,
        sources: Sequence[Sequence[str]],
        limit: int,
        decoding: Decoding,
        beginnings: Sequence[Sequence[str]] | None = None,
    ) -> Callable[[], list[list[Candidate]]]:
        """Start on a batch of sources (tokens with the end token); the result gives candidates, best first.

        No candidate has more than ``limit`` tokens, end token included; each begins with the tokens that
        ``beginnings`` has for its source.
        """
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """What a search has to know of the checkpoint besides its weights."""

    positions: int
    """Most tokens of a source or target, end token included."""
    suppressed: tuple[tuple[int, ...], ...]
    """Sequences of ids never to generate; ``<pad>`` is always the first."""
    first: int | None
    """Id of a token that every target begins with, or None."""
    decoding: Decoding
    """Penalties and forbidden repetitions that the checkpoint asks for."""


def read_settings(folder: Path, pad: int) -> Settings:
    """From ``config.json`` and, where there is one, ``generation_config.json``. Raises ``ModelError``."""
    config = read_json(folder / "config.json")
    generation = {**config, **read_json(folder / "generation_config.json", default={})}
    suppressed = [tuple(ids) for ids in generation.get("bad_words_ids") or ()]
    try:
        positions = int(config["max_position_embeddings"])
    except (KeyError, TypeError, ValueError):
        raise ModelError(f"{folder / 'config.json'} does not say max_position_embeddings.") from None
    try:
        decoding = Decoding(
            no_repeat_ngram_size=int(generation.get("no_repeat_ngram_size") or 0),
            repetition_penalty=float(generation.get("repetition_penalty") or 1),
            length_penalty=float(generation.get("length_penalty") or 1),
        )
    except (TypeError, ValueError):
        raise ModelError(f"{folder / 'generation_config.json'}: a penalty is not a number.") from None
    return Settings(
        positions=positions,
        suppressed=((pad,), *(ids for ids in suppressed if ids != (pad,))),
        first=generation.get("forced_bos_token_id"),
        decoding=decoding,
    )
