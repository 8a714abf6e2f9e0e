"""The Dutch of unfaithful pairs with English by an earlier checkpoint, where that says what the Dutch says.

A sentence whose machine-made English is left out (``doubt.py``) would not be read at all. What an earlier
checkpoint makes of it often holds more of it: of its best hypotheses the likeliest is taken that accounts for
the Dutch as well as usual and has no word that is no English, after the self-training of He et al. 2020
("Revisiting Self-Training for Neural Sequence Generation", arXiv 1909.13788).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models.interfaces import ModelError, Translator
from models.training.corpus import CleaningRules, Pair, rejection
from models.training.errors import TrainingError
from models.training.measures import has_loop
from models.training.word_forms import frequency
from models.word_table import WordTable, words_of

BEAM = 8
LEAST_ACCOUNTED = 0.0
"""As well as usual: a hypothesis has no teacher's fluency to make up for what it loses."""
_OFTEN = 5
"""How often a word stands in the training text that is English although no dictionary has it."""


def retranslated(
    sources: Sequence[str], translator: Translator, table: WordTable, known: Counter[str]
) -> list[Pair]:
    """Pairs of the Dutch sentences for which a hypothesis is sound.

    ``known`` counts the lower-case words of the English text. Raises ``TrainingError``.
    """
    search = replace(translator.decoding, beam_size=BEAM, hypotheses=BEAM)
    try:
        found = translator.translate(sources, search)
    except (ModelError, ValueError) as error:
        raise TrainingError(f"cannot translate: {error}") from error
    pairs: list[Pair] = []
    for source, hypotheses in zip(sources, found, strict=True):
        candidates = ((source, one.text) for one in hypotheses)
        pairs += [pair for pair in candidates if _is_sound(pair, table, known)][:1]
    return pairs


def _is_sound(pair: Pair, table: WordTable, known: Counter[str]) -> bool:
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
    )
