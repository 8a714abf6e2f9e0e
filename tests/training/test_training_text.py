"""The text that was written for the project."""

from collections import Counter
from pathlib import Path

import pytest

from models.hints import LONGEST_EXPRESSION
from models.training.data.corpus import (
    CleaningRules,
    list_corpora,
    match_key,
    normalise_pair,
    read_lines,
    read_pairs,
    rejection,
)
from models.word_table import WordTable
from models.words import words_of

TRAINING = Path(__file__).parents[2] / "models" / "training"
FILES = list_corpora([TRAINING / "text"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_pair_is_fit_for_training(path: Path) -> None:
    assert all(line.count("\t") == 1 for line in read_lines(path))
    for pair in read_pairs(path):
        assert rejection(normalise_pair(pair), CleaningRules()) is None, pair
        assert pair == (" ".join(pair[0].split()), " ".join(pair[1].split()))


def test_no_sentence_stands_there_twice() -> None:
    counts = Counter(match_key(dutch) for path in FILES for dutch, _ in read_pairs(path))
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_entry_of_the_dictionary_can_be_looked_up() -> None:
    lines = list(read_lines(TRAINING / "dictionary.tsv"))
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    for line in lines:
        dutch, english = line.split("\t")
        expression = [word.text for word in words_of(dutch)]
        assert " ".join(expression) == dutch, "its words in lower case, as hints look it up"
        assert len(expression) <= LONGEST_EXPRESSION
        assert 1 <= len(WordTable((), (line,)).rendered(dutch)) == len(english.split("; ")) <= 2
