"""The search of ``models.marian_search`` on CTranslate2. Imports neither torch nor transformers.

What CTranslate2 calls the score of a hypothesis is the sum of its token log-probabilities, end token
included, divided by ``length ** length_penalty``; it is brought back to the mean here. With a repetition
penalty, a forbidden n-gram or sequence, or a forced first token the scores are those of the changed
distribution, so the text is scored again, in one pass, as the model sees it. That takes half as long as the
search, so of n-grams alone only what can have met a forbidden one is scored again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

import ctranslate2

from models.interfaces import Decoding, ModelError
from models.marian_search import Candidate, Settings
from models.tokenisation import END, Tokeniser


class CTranslate2Search:
    """Runs the converted checkpoint in ``folder``; each of ``threads`` workers takes a batch of its own."""

    def __init__(
        self,
        folder: Path,
        tokeniser: Tokeniser,
        settings: Settings,
        *,
        compute_type: str,
        device: str,
        threads: int,
    ) -> None:
        try:
            # One thread for each of several workers beats several threads for one: the matrices are small. On
            # a GPU the worker only feeds the device.
            self._translator = ctranslate2.Translator(
                str(folder),
                device=device,
                compute_type=compute_type,
                inter_threads=threads if device == "cpu" else 1,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"CTranslate2 cannot load {folder}: {error}") from error
        # The converted vocabulary has no <pad>, so nothing that contains it can be generated anyway.
        self._suppressed = [
            tokeniser.tokens(ids) for ids in settings.suppressed if tokeniser.pad_id not in ids
        ]
        self._first = tokeniser.tokens([settings.first]) if settings.first is not None else []

    def submit(
        self,
        sources: Sequence[Sequence[str]],
        limit: int,
        decoding: Decoding,
        beginnings: Sequence[Sequence[str]] | None = None,
    ) -> Callable[[], list[list[Candidate]]]:
        batch = [list(source) for source in sources]
        prefixes = [[*self._first, *beginning] for beginning in beginnings or [()] * len(batch)]
        forced = max(map(len, prefixes))
        started = self._translator.translate_batch(
            batch,
            target_prefix=prefixes if forced else None,
            beam_size=decoding.beam_size,
            num_hypotheses=decoding.hypotheses,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
            suppress_sequences=self._suppressed or None,
            max_input_length=0,
            # Forced tokens come on top of the limit.
            max_decoding_length=limit - forced,
            return_scores=True,
            return_end_token=True,
            asynchronous=True,
        )
        gram = decoding.no_repeat_ngram_size
        always = bool(decoding.repetition_penalty != 1 or self._suppressed or forced)

        def finish() -> list[list[Candidate]]:
            results = [result.result() for result in started]
            found = [
                [
                    _candidate(*pair, decoding.length_penalty)
                    for pair in zip(r.hypotheses, r.scores, strict=True)
                ]
                for r in results
            ]
            return self._rescored(
                batch, found, lambda c: c.complete and (always or _met_forbidden(c.tokens, gram))
            )

        return finish

    def _rescored(
        self,
        sources: Sequence[list[str]],
        found: Sequence[Sequence[Candidate]],
        changed: Callable[[Candidate], bool],
    ) -> list[list[Candidate]]:
        """The candidates, those that are ``changed`` with the log-probability that the model gives them."""
        flat = [
            (source, candidate)
            for source, group in zip(sources, found, strict=True)
            for candidate in group
            if changed(candidate)
        ]
        if not flat:
            return [list(group) for group in found]
        scored = iter(
            self._translator.score_batch(
                [source for source, _ in flat],
                [list(candidate.tokens) for _, candidate in flat],
                max_input_length=0,
            )
        )
        return [
            [
                Candidate(c.tokens, fmean(next(scored).log_probs), c.complete) if changed(c) else c
                for c in group
            ]
            for group in found
        ]


def _met_forbidden(tokens: Sequence[str], size: int) -> bool:
    """Whether some token of a hypothesis was impossible where n-grams of a size may not come again.

    That is where the tokens before it, one fewer than the size, have stood before.
    """
    if size < 2:
        return size == 1
    grams = [tuple(tokens[start : start + size - 1]) for start in range(len(tokens) - size + 2)]
    return len(set(grams)) < len(grams)


def _candidate(tokens: Sequence[str], score: float, length_penalty: float) -> Candidate:
    total = score * len(tokens) ** length_penalty
    complete = bool(tokens) and tokens[-1] == END
    return Candidate(tuple(tokens[:-1] if complete else tokens), total / max(len(tokens), 1), complete)
