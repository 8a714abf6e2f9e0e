"""Translation with a MarianMT checkpoint: everything but the search itself, which an engine brings along.

The engines are ``models.marian_ctranslate2`` and ``models.marian_torch``. Both get the same tokens in the
same batches and report the same quantity, so that what is calibrated on one holds for the other: the mean
over the target tokens, end token included, of the log-probability that the model gives each token after those
before it, with ``<pad>`` impossible and nothing else forbidden.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from models.checkpoints import card_of, find_checkpoint, fingerprint
from models.hints import Hints
from models.interfaces import Decoding, Hypothesis, ModelCard, ModelError
from models.marian_search import Candidate, Search, Settings, read_settings
from models.segments import CUT_LOG_PROBABILITY, batches, refuse_too_long, target_limit
from models.tokenisation import END, Tokeniser
from models.word_files import WORDS_FILE, read_words
from models.word_table import WordTable

_BATCH_TOKENS = 512
"""Larger batches are no faster on a CPU, and an article should make one for each of a few workers."""


class MarianTranslator:
    """A ``Translator``: tokens, batches and limits round a :class:`Search`."""

    def __init__(
        self,
        card: ModelCard,
        tokeniser: Tokeniser,
        search: Search,
        settings: Settings,
        words: WordTable | None = None,
    ) -> None:
        self._words = words
        self._hints: Hints | None = None
        if words is not None and tokeniser.hinted:
            self._hints = Hints(words, tokeniser.encode_target)
        self._card = card
        self._tokeniser = tokeniser
        self._search = search
        self._positions = settings.positions
        self._decoding = settings.decoding

    @property
    def words(self) -> WordTable | None:
        return self._words

    @property
    def card(self) -> ModelCard:
        return self._card

    @property
    def decoding(self) -> Decoding:
        return self._decoding

    @property
    def max_source_tokens(self) -> int:
        return self._positions - 1

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return [len(self._tokeniser.encode(segment)) for segment in segments]

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """As the protocol says. A segment without tokens is translated by the empty text, for certain.

        A hypothesis that reached the length limit has ``CUT_LOG_PROBABILITY`` and stands behind the complete
        ones. Raises ``ValueError`` also if more hypotheses than beams are asked for.
        """
        return self._translate(segments, None, decoding)

    def complete(
        self, segments: Sequence[str], beginnings: Sequence[str], decoding: Decoding
    ) -> list[tuple[Hypothesis, ...]]:
        """As ``translate``; a beginning is cut where it leaves no room within the length limit."""
        return self._translate(
            segments, [self._tokeniser.encode_target(text) for text in beginnings], decoding
        )

    def _translate(
        self, segments: Sequence[str], beginnings: Sequence[Sequence[str]] | None, decoding: Decoding
    ) -> list[tuple[Hypothesis, ...]]:
        if not 1 <= decoding.hypotheses <= decoding.beam_size:
            raise ValueError(f"{decoding.hypotheses} hypotheses of {decoding.beam_size} beams.")
        bare = [self._tokeniser.encode(segment) for segment in segments]
        lengths = [len(source) for source in bare]
        refuse_too_long(lengths, self.max_source_tokens)
        sources = [self._with_hints(source) for source in bare]
        full = [index for index, source in enumerate(sources) if source]
        started = []
        for batch in batches([len(sources[index]) + 1 for index in full], _BATCH_TOKENS):
            indices = [full[position] for position in batch]
            limit = target_limit(max(lengths[index] for index in indices), self._positions)
            tokens = [[*sources[index], END] for index in indices]
            given = None if beginnings is None else [beginnings[index][: limit // 2] for index in indices]
            started.append((indices, self._search.submit(tokens, limit, decoding, given)))
        results: list[tuple[Hypothesis, ...]] = [(Hypothesis("", 0.0),)] * len(sources)
        for indices, finish in started:
            for index, candidates in zip(indices, finish(), strict=True):
                results[index] = self._hypotheses(candidates)
        return results

    def _with_hints(self, tokens: list[str]) -> list[str]:
        """The tokens of a segment, with hints where it has room for them."""
        hinted = tokens if self._hints is None else self._hints.insert(tokens)
        return hinted if len(hinted) <= self.max_source_tokens else tokens

    def _hypotheses(self, candidates: Sequence[Candidate]) -> tuple[Hypothesis, ...]:
        return tuple(
            Hypothesis(
                self._tokeniser.decode(candidate.tokens),
                # Rounding may leave the mean of certain tokens a hair above zero.
                min(candidate.log_probability, 0.0) if candidate.complete else CUT_LOG_PROBABILITY,
            )
            for candidate in sorted(candidates, key=lambda c: not c.complete)
        )


def load_translator(
    name: str,
    *,
    engine: Literal["ctranslate2", "transformers"],
    compute_type: Literal["int8", "float32"],
    device: Literal["cpu", "cuda"],
    threads: int,
    model_dir: Path,
) -> MarianTranslator:
    """The checkpoint called ``name`` (see ``models.checkpoints``) on an engine, ready to translate.

    ``compute_type`` is for ctranslate2; transformers computes in float32. ``threads`` of 0 means one for each
    core. Raises ``ModelError``.
    """
    checkpoint = find_checkpoint(name, model_dir)
    files = fingerprint(checkpoint)
    tokeniser = Tokeniser(checkpoint.folder)
    settings = read_settings(checkpoint.folder, tokeniser.pad_id)
    words = read_words(checkpoint.folder)
    if tokeniser.hinted and words is None:
        raise ModelError(f"{checkpoint.folder} was trained with hints and lacks {WORDS_FILE}.")
    threads = threads or available_cores()
    search: Search
    if engine == "ctranslate2":
        from models.conversion import RECIPE, converted_folder
        from models.marian_ctranslate2 import CTranslate2Search

        precision = f"{compute_type} {RECIPE}"
        folder = converted_folder(checkpoint.folder, files, compute_type, model_dir)
        search = CTranslate2Search(
            folder, tokeniser, settings, compute_type=compute_type, device=device, threads=threads
        )
    else:
        from models.marian_torch import TorchSearch

        precision = "float32"
        search = TorchSearch(checkpoint.folder, tokeniser, settings, device=device, threads=threads)
    card = card_of(checkpoint, files, engine, precision)
    return MarianTranslator(card, tokeniser, search, settings, words)


def available_cores() -> int:
    """Cores that this process may use; in a container often fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
