"""What the service needs of a model, as protocols of a few methods.

A real engine (``models.marian``, ``models.summarisers``) and a scripted stand-in (``models.scripted``)
both satisfy them, so everything above this package is tested without weights.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Engine = Literal["ctranslate2", "transformers", "scripted"]


class ModelError(Exception):
    """A checkpoint cannot be found, read, converted or run; the message is fit to show to an operator."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How hypotheses are searched for. Part of every cache key."""

    beam_size: int = 4
    hypotheses: int = 1
    """How many of the beam's best to return, at most ``beam_size``."""
    no_repeat_ngram_size: int = 0
    repetition_penalty: float = 1.0
    length_penalty: float = 1.0


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One candidate translation of one segment."""

    text: str
    log_probability: float
    """Mean natural-log probability per target token, end token included; at most 0."""
    cached: bool = False


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Where an answer came from, as ``/info`` and every digest tell it."""

    name: str
    revision: str
    """Commit of a hub checkpoint, else the first 12 hex digits of the fingerprint."""
    licence: str
    engine: Engine
    fingerprint: str
    """SHA-256 over the checkpoint's files and the engine's precision: two equal ones translate alike."""


class Words(Protocol):
    """What is known of how single words are translated, to check a sentence by. Thread-safe."""

    def accounted(self, nl: str, en: str) -> float:
        """How well the English accounts for the words of the Dutch: 0 if as usual, more if better."""
        ...

    def translations(self, dutch: str) -> Mapping[str, float]:
        """The English words that a Dutch word becomes, in lower case, with their probabilities."""
        ...

    def mend(self, nl: str, en: str, tried: Collection[str] = ()) -> tuple[str, tuple[str, ...]] | None:
        """A Dutch word, none of ``tried``, whose place another has, and how the English may begin with it.

        The likeliest beginning is the first.
        """
        ...


class Translator(Protocol):
    """Dutch segments to English hypotheses. Thread-safe."""

    @property
    def words(self) -> Words | None:
        """What the checkpoint knows of single words, if anything."""
        ...

    @property
    def card(self) -> ModelCard: ...

    @property
    def decoding(self) -> Decoding:
        """The search that the checkpoint asks for; the beam is up to the caller."""
        ...

    @property
    def max_source_tokens(self) -> int:
        """Longest segment, in tokens without the end token, that the positions allow."""
        ...

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        """The length of each segment in source tokens, without the end token."""
        ...

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """For each segment, in order, its hypotheses, best first (at least one).

        A segment longer than ``max_source_tokens`` raises ``ValueError``: nothing is cut silently.
        """
        ...

    def complete(
        self, segments: Sequence[str], beginnings: Sequence[str], decoding: Decoding
    ) -> list[tuple[Hypothesis, ...]]:
        """As ``translate``, but each segment's hypotheses begin with the English given for it."""
        ...


class Summariser(Protocol):
    """English text to a shorter English text written by a sequence-to-sequence model. Thread-safe."""

    @property
    def card(self) -> ModelCard: ...

    @property
    def max_source_tokens(self) -> int: ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]: ...

    def summarise(self, texts: Sequence[str], *, max_tokens: int) -> list[str]:
        """One summary for each text, in order. A text over ``max_source_tokens`` raises ``ValueError``."""
        ...
