"""Machine-made English that is left out, or read and not learnt."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st

from models.training.data.dataset import build_corpus, load_corpora, save_corpus
from models.training.data.doubt import doubtful_pieces, wanted
from models.training.data.prepare import PrepareConfig, prepare
from models.training.data.vocabulary import EOS_ID, UNK_ID, VocabularyConfig, load_processor
from models.training.errors import TrainingError
from models.training.learning.batching import BatchingConfig, BatchStream
from models.word_table import WordTable

TABLE = WordTable(
    (
        "#nl de het een was", "#en the it a was", "het it 70", "was was 90", "een a 80",
        "schande shame 60 scandal 20", "grote big 45 large 40",
    )
)  # fmt: skip
NL = "Het was een grote schande."
PAD = 99


def test_english_is_wanted_as_good_as_the_teacher_s_and_much_better_where_that_is_worse_than_usual() -> None:
    pairs = {(f"{found}", "x"): found for found in (-2.0, -0.2, -0.01, 0.0, 0.7)}
    replacing = {"-2.0": 0.0, "-0.2": pytest.approx(0.1), "-0.01": pytest.approx(0.29)}
    assert wanted(pairs) == {**replacing, "0.0": 0.0, "0.7": 0.7}


@pytest.mark.parametrize(
    ("english", "pieces", "expected"),
    [
        ("It was a big shrimp.", "▁It ▁was ▁a ▁big ▁shr imp .", "shr imp"),
        ("It was a shrimp-like shame!", "▁It ▁was ▁a ▁shrimp - like ▁shame !", "shrimp like"),
        ("It was a - big shrimp", "▁It ▁was ▁a ▁- ▁big ▁shrimp", "shrimp"),
        ("It was a big shrimp.", "▁It ▁was ▁a ▁big ▁shr ▁imp .", ""),  # other words than the text has
    ],
)
def test_the_pieces_of_words_from_nowhere_are_doubtful(english: str, pieces: str, expected: str) -> None:
    split = pieces.split()
    marks = doubtful_pieces((NL, english), split, TABLE)
    assert [piece.strip("▁") for piece, mark in zip(split, marks, strict=True) if mark] == expected.split()


@given(
    st.lists(st.lists(st.booleans(), min_size=1, max_size=12), min_size=1, max_size=12),
    st.sampled_from([0.0, 0.9]),
    st.sampled_from([0.0, 0.9]),
    st.sampled_from([0.0, 0.5]),
)
def test_doubtful_pieces_are_read_and_never_predicted(
    doubtful: list[list[bool]], joined: float, stutter: float, masked: float
) -> None:
    # Piece 7 is always doubtful, 6 never.
    targets = [[7 if mark else 6 for mark in marks] for marks in doubtful]
    corpus = build_corpus("a", [([5] * len(target), target) for target in targets], doubtful)
    config = BatchingConfig(
        batch_tokens=100, pool_tokens=60, joined=joined, stutter=stutter, masked=masked, seed=3
    )
    for batch in islice(BatchStream([corpus], [1.0], config, PAD, EOS_ID), 4):
        assert set(np.unique(batch.labels)) <= {6, EOS_ID, PAD}
        assert batch.target_tokens == (batch.labels != PAD).sum()
        read = batch.labels if batch.read is None else batch.read
        assert set(np.unique(read)) <= {6, 7, EOS_ID, PAD, UNK_ID}
        if not stutter:
            hidden = read[(batch.labels == PAD) & (read != PAD)]
            assert set(np.unique(hidden)) <= {7, UNK_ID}
            if not masked:
                assert (read == 6).sum() == (batch.labels == 6).sum()
                assert (read == 7).sum() == (batch.source == 5).sum() - (read == 6).sum()


def test_a_folder_without_marks_has_none(tmp_path: Path) -> None:
    saved = save_corpus(build_corpus("a", [([5], [6, 7])]), tmp_path)
    with np.load(saved) as arrays:
        older = {name: array for name, array in arrays.items() if name != "doubtful"}
    np.savez(saved, **older)
    (corpus,) = load_corpora(tmp_path)
    assert corpus.marked_target_of(0).tolist() == [6, 7]


def test_a_machine_without_a_pair_leaves_nothing(tmp_path: Path) -> None:
    toy.write_tsv(tmp_path / "train" / "synthetic-toy.tsv", [("Kort.", "A very much longer text than that.")])
    with pytest.raises(TrainingError, match="no pairs left"):
        prepare([tmp_path / "train"], [], tmp_path / "data", PrepareConfig(), lambda _line: None)


def test_marks_are_kept_in_the_file(tmp_path: Path) -> None:
    save_corpus(build_corpus("a", [([5], [6, 7]), ([5], [6])], [[False, True], [False]]), tmp_path)
    (corpus,) = load_corpora(tmp_path)
    assert corpus.doubtful.tolist() == [False, True, False]
    assert corpus.target_of(0).tolist() == [6, 7]


def _let_a_shrimp_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """In so little text as the toy's all words are common, and one of two hundred is a usual translation."""
    monkeypatch.setattr("models.training.data.word_table.COMMON", 5)
    monkeypatch.setattr("models.training.data.doubt.LEAST_PROBABLE", 0.2)


def _prepare(folder: Path, name: str) -> dict[str, int]:
    pairs = toy.sentences(700, 1)
    bad = ("De bakker koopt twaalf kaarsen in oktober.", "That is not where anybody ever went.")
    doubted = (
        "De visser verkoopt twaalf kaarsen bij de brug.",
        "A fisherman shrimps twelve candles at the bridge.",
    )
    toy.write_tsv(folder / "train" / "stories.tsv", pairs)
    toy.write_tsv(folder / "train" / f"{name}.tsv", [bad, doubted])
    config = PrepareConfig(vocabulary=VocabularyConfig(size=toy.PIECES, threads=1))
    manifest = prepare([folder / "train"], [], folder / "data", config, lambda _line: None)
    entry: dict[str, int] = manifest["corpora"][name]
    return entry


def test_prepare_doubts_a_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_a_shrimp_count(monkeypatch)
    entry = _prepare(tmp_path, "synthetic-toy")
    assert entry["kept"] - entry["variants"] == 1
    corpus = next(c for c in load_corpora(tmp_path / "data" / "corpora") if c.name == "synthetic-toy")
    processor = load_processor(tmp_path / "data")
    assert processor.decode(corpus.target[corpus.doubtful].tolist()) == "shrimps"


def test_prepare_believes_a_translator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_a_shrimp_count(monkeypatch)
    entry = _prepare(tmp_path, "letters")
    assert entry["kept"] - entry["variants"] == 2
    assert entry["doubtful_tokens"] == 0


def test_a_vocabulary_leaves_room_for_the_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.training.data.prepare.MOST_PIECES", toy.PIECES - 1)
    with pytest.raises(TrainingError, match="more than 499 pieces"):
        _prepare(tmp_path, "letters")
