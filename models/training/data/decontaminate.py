"""Removal of training pairs that overlap with the evaluation sets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.training.data.corpus import Pair, match_key, normalise_pair, read_pairs

WORD = re.compile(r"\w+")
NGRAM_WORDS = 8


def word_ngrams(text: str) -> Iterator[str]:
    """Every run of `NGRAM_WORDS` casefolded words of a text."""
    words = WORD.findall(text.casefold())
    for start in range(len(words) - NGRAM_WORDS + 1):
        yield " ".join(words[start : start + NGRAM_WORDS])


@dataclass(frozen=True)
class EvaluationIndex:
    """Keys and word n-grams of everything that must not be trained on."""

    keys: frozenset[str]
    ngrams: frozenset[str]

    def overlap(self, pair: Pair) -> str | None:
        """How a normalised pair overlaps with the evaluation sets, or None."""
        if any(match_key(side) in self.keys for side in pair):
            return "evaluation line"
        if any(ngram in self.ngrams for side in pair for ngram in word_ngrams(side)):
            return "evaluation 8-gram"
        return None


def build_index(pairs: Iterable[Pair]) -> EvaluationIndex:
    """Index evaluation pairs, Dutch and English alike."""
    keys: set[str] = set()
    ngrams: set[str] = set()
    for pair in map(normalise_pair, pairs):
        for side in pair:
            keys.add(match_key(side))
            ngrams.update(word_ngrams(side))
    keys.discard("")
    return EvaluationIndex(frozenset(keys), frozenset(ngrams))


def index_files(paths: Iterable[Path]) -> EvaluationIndex:
    """Index every pair of some evaluation files."""
    return build_index(pair for path in paths for pair in read_pairs(path))
