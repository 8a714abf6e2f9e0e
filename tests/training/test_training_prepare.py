"""Reading, cleaning, decontaminating and tokenising of pairs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import sentencepiece
import toy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from models.training.cli import main
from models.training.data.corpus import CleaningRules, list_corpora, normalise, read_pairs, rejection
from models.training.data.dataset import load_corpora
from models.training.data.decontaminate import build_index
from models.training.data.domains import DomainGroup, file_weights, group_of, load_groups
from models.training.data.prepare import PrepareConfig, prepare
from models.training.data.vocabulary import VocabularyConfig
from models.training.errors import TrainingError

RULES = CleaningRules()


def test_reads_plain_and_gzipped_pairs_and_takes_the_last_two_columns(tmp_path: Path) -> None:
    plain = toy.write_tsv(tmp_path / "a.tsv", [("Een boom.", "A tree.")])
    zipped = tmp_path / "b.tsv.gz"
    zipped.write_bytes(gzip.compress(b"doc.7\tEen boom.\tA tree.\n\n"))
    assert list(read_pairs(plain)) == list(read_pairs(zipped)) == [("Een boom.", "A tree.")]


def test_a_line_without_a_second_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("Een boom.\tA tree.\nEen struik.\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"bad\.tsv, line 2"):
        list(read_pairs(path))


def test_normalises_quotes_dashes_spaces_and_accents() -> None:
    assert normalise("„Ho\u0308ren”\u00a0– zei  ze…", "nl") == '"Hören" - zei ze...'


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("Een groene boom.", "A green tree.", None),
        ("...", "Something.", "empty"),
        ("Kort.", "This translation is very much longer than its source.", "length ratio"),
        ("De naam van dit ding", "de naam van dit ding!", "copy"),
        ("Amsterdam", "Amsterdam", None),
        ("a" * 901, "b" * 901, "too long"),
    ],
)
def test_rejects_unfit_pairs(source: str, target: str, reason: str | None) -> None:
    assert rejection((source, target), RULES) == reason


def test_overlap_by_line_or_by_eight_words_on_either_side() -> None:
    index = build_index([("Wie zoekt die vindt.", "One two three four five six seven eight nine.")])
    assert index.overlap(("‘WIE ZOEKT, die vindt’", "Other words.")) == "evaluation line"
    assert index.overlap(("Anders.", "wie zoekt die vindt")) == "evaluation line"
    shared = "And two, three: four five six seven eight NINE ten."
    assert index.overlap(("Anders.", shared)) == "evaluation 8-gram"
    assert index.overlap(("Anders.", "three four five six seven eight nine")) is None


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_an_evaluation_line_is_always_recognised(text: str) -> None:
    index = build_index([(text, text)])
    shouted = normalise(f"“{text}”", "nl")
    if any(character.isalnum() for character in normalise(text, "nl")):
        assert index.overlap((normalise(text, "nl"), "x")) == "evaluation line"
        assert index.overlap((shouted, "x")) is not None or "''" in text or "`" in text


def test_prepares_a_folder_without_evaluation_lines_or_duplicates(tmp_path: Path) -> None:
    pairs = toy.sentences(500, 3)
    toy.write_tsv(tmp_path / "train" / "one.tsv", pairs[:490])
    toy.write_tsv(tmp_path / "train" / "two.tsv", pairs[480:])
    held_out = toy.write_tsv(tmp_path / "eval.tsv", pairs[:20])
    lines: list[str] = []
    config = PrepareConfig(vocabulary=VocabularyConfig(size=toy.PIECES, threads=1))
    manifest = prepare([tmp_path / "train"], [held_out], tmp_path / "data", config, lines.append)
    one, two = (manifest["corpora"][name] for name in ("one", "two"))
    assert one["removed"]["evaluation line"] >= 20
    assert two["removed"]["duplicate"] == 10
    assert any(line.startswith("one: kept") and "evaluation line" in line for line in lines)
    assert one["weight"] + two["weight"] == pytest.approx(1.0, abs=1e-5)
    sizes = {corpus.name: len(corpus) for corpus in load_corpora(tmp_path / "data" / "corpora")}
    assert sizes == {"one": one["kept"], "two": two["kept"]}


def test_reads_several_folders_and_refuses_two_files_of_one_name(tmp_path: Path) -> None:
    one = toy.write_tsv(tmp_path / "one" / "prose.tsv", toy.sentences(4, 3))
    two = toy.write_tsv(tmp_path / "two" / "letters.tsv", toy.sentences(4, 5))
    assert list_corpora([one.parent, two]) == [one, two]
    again = toy.write_tsv(tmp_path / "two" / "prose.tsv", toy.sentences(4, 7))
    arguments = ["prepare", "--train", str(one), "--train", str(again), "--output", str(tmp_path / "data")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert f"more than one file is named prose, and {again} is the second" in result.output


def test_the_vocabulary_has_the_layout_of_marian(data: Path) -> None:
    vocabulary = json.loads((data / "vocab.json").read_text(encoding="utf-8"))
    assert len(vocabulary) == toy.PIECES
    assert (vocabulary["</s>"], vocabulary["<unk>"], vocabulary["<pad>"]) == (0, 1, toy.PIECES - 1)
    assert (data / "source.spm").read_bytes() == (data / "target.spm").read_bytes()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(data / "source.spm"))
    assert all(vocabulary[processor.id_to_piece(index)] == index for index in range(toy.PIECES - 1))
    pieces = processor.encode("‘De bakker\u200b – 12’ ☃", out_type=str)
    assert processor.decode(pieces) == "'De bakker - 12' ☃"


def test_shares_go_to_groups_and_inside_them_by_size() -> None:
    groups = (DomainGroup("news", 0.5, ("n*",)), DomainGroup("rest", 0.25, ("*",)))
    weights = file_weights({"n1": 100, "a": 30, "b": 10, "empty": 0}, groups)
    assert weights == pytest.approx({"n1": 2 / 3, "a": 0.25, "b": 1 / 12, "empty": 0.0})


def test_the_default_weights_put_what_was_written_first_and_news_next() -> None:
    groups = sorted(load_groups(), key=lambda group: -group.share)
    assert [group.name for group in groups[:3]] == ["written", "senses", "news"]
    names = [group_of(name, load_groups()).name for name in ("kernzin_senses", "kernzin_sport")]
    assert names == ["senses", "written"]
    assert sum(group.share for group in groups) == pytest.approx(1)


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no .tsv"), ("een kolom\n", "line 1: expected Dutch<TAB>English"), ("\n", "no pairs left")],
)
def test_mistakes_are_one_line_and_exit_code_1(tmp_path: Path, content: str | None, message: str) -> None:
    folder = tmp_path / "train"
    folder.mkdir()
    if content is not None:
        (folder / "x.tsv").write_text(content, encoding="utf-8")
    arguments = ["prepare", "--train", str(folder), "--output", str(tmp_path / "data")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert message in result.output
    assert result.output.strip().splitlines()[-1].startswith("Error: ")


def test_a_word_list_is_mended_and_its_words_put_into_sentences(tmp_path: Path) -> None:
    pair = ("De hond van de buurman slaapt.", "The dog of the neighbour sleeps.")
    other = ("De vulkaan van het eiland slaapt.", "The volcano of the island sleeps.")
    toy.write_tsv(tmp_path / "train" / "text.tsv", [pair, other, *toy.sentences(300, 1)])
    words = [("hond", "dog"), ("vulkaan", "volcano"), ("stadhuis", "cityhall")]
    toy.write_tsv(tmp_path / "train" / "list.tsv", words)
    weights = tmp_path / "weights.toml"
    weights.write_text(
        '[[group]]\nname = "words"\nshare = 0.1\nwords = true\nfiles = ["list"]\n'
        '[[group]]\nname = "text"\nshare = 0.9\nreworded = 3\nfiles = ["*"]\n',
        encoding="utf-8",
    )
    told: list[str] = []
    config = PrepareConfig(weights=weights, vocabulary=VocabularyConfig(size=toy.PIECES))
    manifest = prepare([tmp_path / "train"], [], tmp_path / "data", config, told.append)
    assert "list: mended 1 entries" in told
    assert manifest["corpora"]["list"]["variants"] == 0
    assert manifest["corpora"]["text"]["variants"] >= 3  # of the pair with a dog
