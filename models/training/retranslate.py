"""The Dutch of unfaithful pairs with English by an earlier checkpoint, where that says what the Dutch says.

A sentence whose machine-made English is left out (``doubt.py``) would not be read at all. What an earlier
checkpoint makes of it often holds more of it: of its best hypotheses the likeliest is taken that accounts for
the Dutch as well as usual and has no word that is no English, after the self-training of He et al. 2020
("Revisiting Self-Training for Neural Sequence Generation", arXiv 1909.13788).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.interfaces import ModelError, Translator
from models.training.cleaning import Report
from models.training.corpus import CleaningRules, Pair, normalise, rejection
from models.training.decontaminate import EvaluationIndex
from models.training.errors import TrainingError
from models.training.measures import has_loop
from models.training.word_forms import frequency
from models.word_table import WordTable, words_of

BEAM = 8
LEAST_ACCOUNTED = 0.0
"""As well as usual: a hypothesis has no teacher's fluency to make up for what it loses."""
_BLOCK = 1000
"""Sentences translated at a time, so that progress shows."""
_OFTEN = 5
"""How often a word stands in the training text that is English although no dictionary has it."""


@dataclass(frozen=True)
class Retranslator:
    """Who translates, and what its English must not be: that of a sentence of ``held_out``."""

    translator: Translator
    held_out: EvaluationIndex

    def retranslated(
        self, sources: Sequence[str], table: WordTable, known: Counter[str], report: Report
    ) -> list[Pair]:
        """Pairs of the Dutch sentences for which a hypothesis is sound.

        ``known`` counts the lower-case words of English text. Raises ``TrainingError``.
        """
        search = replace(self.translator.decoding, beam_size=BEAM, hypotheses=BEAM)
        pairs: list[Pair] = []
        for start in range(0, len(sources), _BLOCK):
            block = sources[start : start + _BLOCK]
            try:
                found = self.translator.translate(block, search)
            except (ModelError, ValueError) as error:
                raise TrainingError(f"cannot translate: {error}") from error
            for source, hypotheses in zip(block, found, strict=True):
                candidates = ((source, normalise(one.text, "en")) for one in hypotheses)
                pairs += [pair for pair in candidates if self._is_sound(pair, table, known)][:1]
            report(f"{start + len(block)} of {len(sources)}: {len(pairs)} translated anew")
        return pairs

    def _is_sound(self, pair: Pair, table: WordTable, known: Counter[str]) -> bool:
        dutch, english = pair
        names = {word.text for word in words_of(dutch) if dutch[word.start].isupper()}
        return (
            rejection(pair, CleaningRules()) is None
            and not has_loop(english)
            and table.accounted(dutch, english) >= LEAST_ACCOUNTED
            and all(
                word.text in names or known[word.text] >= _OFTEN or frequency(word.text, "en") > 0
                for word in words_of(english)
            )
            and self.held_out.overlap(pair) is None
        )
