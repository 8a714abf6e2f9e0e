"""The Dutch of pairs that are left out, translated by an earlier checkpoint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import toy

from models.interfaces import Decoding, Hypothesis, ModelCard, ModelError, Translator
from models.training.data.dataset import load_corpora
from models.training.data.decontaminate import index_files
from models.training.data.prepare import PrepareConfig, prepare
from models.training.data.retranslate import Retranslator
from models.training.data.vocabulary import VocabularyConfig, load_processor
from models.training.errors import TrainingError
from models.word_table import WordTable

TABLE = WordTable(
    (
        "#nl de het een was", "#en the it a was", "het it 70", "was was 90", "een a 80",
        "schande shame 60 scandal 20", "grote big 45 large 40", "voor for 60",
    )
)  # fmt: skip
NL = "Het was een grote schande voor Bolsward."


class Told:
    """A translator that has the same hypotheses for each sentence, the likeliest first."""

    card = ModelCard("told", "", "none", "scripted", "0" * 64)
    decoding = Decoding(no_repeat_ngram_size=3)
    max_source_tokens = 100

    def __init__(self, *hypotheses: str) -> None:
        self._hypotheses = hypotheses
        self.searches: list[Decoding] = []

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return [len(segment.split()) for segment in segments]

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        self.searches.append(decoding)
        return [tuple(Hypothesis(text, -0.1) for text in self._hypotheses) for _ in segments]


class Broken(Told):
    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        raise ModelError("no weights")


def _retranslated(
    translator: Translator, *held_out: Path, least: float = 0.0, **known: int
) -> dict[str, str]:
    found = Retranslator(translator, index_files(held_out))
    return found.retranslated({NL: least}, TABLE, Counter(known), lambda _line: None)


@pytest.mark.parametrize(
    ("hypotheses", "expected"),
    [
        (("It was a big shame for Bolsward.", "It was a large scandal for Bolsward."), 0),
        (("It was a thing for Bolsward.", "It was a large scandal for Bolsward."), 1),  # loses a word
        (("It was a big shame zeevracht for Bolsward.", "It was a big shame for Bolsward."), 1),
        (("It was a big big big big shame for Bolsward.", "It was a large scandal for Bolsward."), 1),
        (("It was a grote schande for Bolsward.", ""), None),  # Dutch is no English
    ],
)
def test_the_likeliest_sound_hypothesis_is_taken(hypotheses: tuple[str, ...], expected: int | None) -> None:
    translator = Told(*hypotheses)
    found = _retranslated(translator)
    assert found == ({} if expected is None else {NL: hypotheses[expected]})
    assert translator.searches == [Decoding(8, hypotheses=8, no_repeat_ngram_size=3)]


def test_a_word_that_the_text_has_often_is_english() -> None:
    text = "It was a big zeevracht shame for Bolsward."
    assert _retranslated(Told(text), zeevracht=5) == {NL: text}
    assert _retranslated(Told(text), zeevracht=4) == {}


def test_what_a_test_set_has_is_not_learnt(tmp_path: Path) -> None:
    first, second = "It was a big shame for Bolsward.", "It was a large scandal for Bolsward."
    toy.write_tsv(tmp_path / "news.tsv", [("Iets heel anders.", first)])
    assert _retranslated(Told(first, second), tmp_path / "news.tsv") == {NL: second}


def test_as_much_of_the_dutch_is_accounted_for_as_is_wanted() -> None:
    worse, better = "It was a big scandal for Bolsward.", "It was a big shame for Bolsward."
    least = TABLE.accounted(NL, better)
    assert TABLE.accounted(NL, worse) < least
    assert _retranslated(Told(worse, better), least=least) == {NL: better}
    assert _retranslated(Told(worse, better), least=least + 0.01) == {}


def test_a_checkpoint_that_cannot_translate_is_told() -> None:
    with pytest.raises(TrainingError, match="no weights"):
        _retranslated(Broken())


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with text that teaches what the toy words mean."""
    monkeypatch.setattr("models.training.data.word_table.COMMON", 5)
    monkeypatch.setattr("models.training.data.doubt.LEAST_PROBABLE", 0.2)
    toy.write_tsv(tmp_path / "train" / "stories.tsv", toy.sentences(700, 1))
    return tmp_path / "train"


def _prepared(
    train: Path, pairs: list[tuple[str, str]], translator: Translator
) -> tuple[dict[str, Any], set[str]]:
    """What the manifest says of these machine-made pairs, and the English that is to be read."""
    output = train.parent / "data"
    toy.write_tsv(train / "synthetic-toy.tsv", pairs)
    config = PrepareConfig(vocabulary=VocabularyConfig(size=toy.PIECES, threads=1))
    manifest = prepare([train], [], output, config, lambda _line: None, translator)
    corpus = next(c for c in load_corpora(output / "corpora") if c.name == "synthetic-toy")
    processor = load_processor(output)
    texts = {processor.decode(corpus.target_of(index).tolist()) for index in range(len(corpus))}
    return manifest["corpora"]["synthetic-toy"], texts


def test_prepare_takes_better_english_and_leaves_out_what_has_none(stories: Path) -> None:
    lost = "De bakker koopt twaalf kaarsen in oktober."
    better = "The baker buys twelve candles in October."
    hopeless = "De zeevaarder vergat gisteren zijn verrekijker."
    wrong = "That is not where anybody went."
    pairs = [(lost, wrong), (hopeless, wrong + " Ever.")]
    entry, texts = _prepared(stories, pairs, Told("Nothing.", better))
    assert entry["translated_anew"] == 1
    assert entry["removed"]["unfaithful"] == 1
    assert entry["kept"] - entry["variants"] == 1
    assert better in texts


@pytest.mark.parametrize(
    ("other", "beside"),
    [
        ("In October the baker buys twelve candles.", 1),
        ("The baker buys twelve candles in October.", 0),  # the same
        ("The baker buys in October.", 0),  # worse
    ],
)
def test_prepare_reads_english_as_good_beside_the_teacher_s(stories: Path, other: str, beside: int) -> None:
    dutch = "De bakker koopt twaalf kaarsen in oktober."
    english = "The baker buys twelve candles in October."
    entry, texts = _prepared(stories, [(dutch, english)], Told(other))
    assert entry["translated_anew"] == beside
    assert entry["removed"].get("unfaithful", 0) == 0
    assert entry["kept"] - entry["variants"] == 1 + beside
    assert english in texts
    assert (other in texts) == (bool(beside) or other == english)
