"""The Dutch of doubtful pairs with English by an earlier checkpoint, where that says what the Dutch says.

A sentence whose machine-made English is left out (``doubt.py``) would not be read at all, and of one that
stays much is often lost. What an earlier checkpoint makes of it can hold more of it: of its best hypotheses
the likeliest is taken that accounts for the Dutch well enough and has no word that is no English, after the
self-training of He et al. 2020 ("Revisiting Self-Training for Neural Sequence Generation", arXiv 1909.13788).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from models.interfaces import ModelError, Translator
from models.training.data.cleaning import Report
from models.training.data.corpus import CleaningRules, Pair, normalise, rejection
from models.training.data.decontaminate import EvaluationIndex
from models.training.data.word_forms import frequency
from models.training.errors import TrainingError
from models.training.measures import has_loop
from models.word_table import WordTable
from models.words import words_of

BEAM = 8
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
        self, wanted: Mapping[str, float], table: WordTable, known: Counter[str], report: Report
    ) -> dict[str, str]:
        """English of the Dutch sentences for which a hypothesis is sound.

        ``wanted`` says of each sentence how well it must be accounted for; ``known`` counts the lower-case
        words of English text. Raises ``TrainingError``.
        """
        search = replace(self.translator.decoding, beam_size=BEAM, hypotheses=BEAM)
        sources = list(wanted)
        taken: dict[str, str] = {}
        for start in range(0, len(sources), _BLOCK):
            block = sources[start : start + _BLOCK]
            try:
                found = self.translator.translate(block, search)
            except (ModelError, ValueError) as error:
                raise TrainingError(f"cannot translate: {error}") from error
            for source, hypotheses in zip(block, found, strict=True):
                candidates = (normalise(one.text, "en") for one in hypotheses)
                better = (text for text in candidates if table.accounted(source, text) >= wanted[source])
                sound = (text for text in better if self._is_sound((source, text), known))
                taken.update((source, text) for text in islice(sound, 1))
            report(f"{start + len(block)} of {len(sources)}: {len(taken)} translated anew")
        return taken

    def _is_sound(self, pair: Pair, known: Counter[str]) -> bool:
        dutch, english = pair
        names = {word.text for word in words_of(dutch) if dutch[word.start].isupper()}
        return (
            rejection(pair, CleaningRules()) is None
            and not has_loop(english)
            and all(
                word.text in names or known[word.text] >= _OFTEN or frequency(word.text, "en") > 0
                for word in words_of(english)
            )
            and self.held_out.overlap(pair) is None
        )
