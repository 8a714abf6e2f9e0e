import gzip
from pathlib import Path

from click.testing import CliRunner

from models.training.cli import main
from models.training.data.word_table import word_probabilities
from models.word_files import WORDS_FILE, read_words
from models.word_table import WordTable

PAIRS = (
    ("de oude brug", "the old bridge"),
    ("de oude stad", "the old town"),
    ("een nieuwe brug", "a new bridge"),
    ("een nieuwe stad", "a new town"),
    ("de nieuwe brug", "the new bridge"),
    ("een oude stad", "an old town"),
)

TEXT = "".join(f"{nl} {n}\t{en} {n}\n" for n in range(4) for nl, en in PAIRS)


def _learnt(output: Path, *options: str) -> WordTable:
    """The table that the command writes to a folder."""
    arguments = ["words", "--output", str(output), *options]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    table = read_words(output)
    assert table is not None
    return table


def test_words_that_stand_together_translate_each_other() -> None:
    table = word_probabilities([(nl.split(), en.split()) for nl, en in PAIRS])
    for dutch, english in {"brug": "bridge", "stad": "town", "oude": "old", "nieuwe": "new"}.items():
        assert max(table[dutch].items(), key=lambda pair: pair[1])[0] == english
    assert all(0 < p <= 1.0000001 for row in table.values() for p in row.values())


def test_a_word_met_once_takes_what_stands_at_its_own_height() -> None:
    pairs = [*PAIRS, ("de molen en een brug en de stad", "the mill and a bridge and the town")]
    table = word_probabilities([(nl.split(), en.split()) for nl, en in pairs])
    assert max(table["molen"].items(), key=lambda pair: pair[1])[0] == "mill"
    assert "town" not in table["molen"]


def test_the_command_writes_a_table_that_the_checkpoint_reads(tmp_path: Path) -> None:
    train, held_out, output = tmp_path / "train", tmp_path / "eval.tsv", tmp_path / "out"
    train.mkdir()
    secret = "het gedicht van de molenaar\tthe poem of the miller\n"
    (train / "stories.tsv").write_text(TEXT + secret * 4)
    (train / "freedict_toy.tsv").write_text("haring\therring\n")
    held_out.write_text("1\tHet gedicht van de molenaar.\tThe poem of the miller.\n")
    table = _learnt(output, "--train", str(train), "--eval", str(held_out))
    assert "bridge" in table.translations("brug")
    assert table.translations("haring") == {"herring": 1.0}, "once, but in a word list"
    assert not table.translations("molenaar"), "an evaluation line"
    assert gzip.decompress((output / WORDS_FILE).read_bytes()).startswith(b"#nl ")
    before = (output / WORDS_FILE).read_bytes()
    _learnt(output, "--train", str(train), "--eval", str(held_out))
    assert (output / WORDS_FILE).read_bytes() == before


def test_the_command_puts_a_dictionary_beside_the_table(tmp_path: Path) -> None:
    text, output, dictionary = tmp_path / "stories.tsv", tmp_path / "out", tmp_path / "entries.tsv"
    text.write_text(TEXT)
    dictionary.write_text("zeehond\tseal\nkaderlid\tofficial; party official\n")
    options = ["--train", str(text), "--dictionary", str(dictionary)]
    table = _learnt(output, *options)
    assert table.likely("kaderlid") == ["official", "party official"]
    assert "bridge" in table.translations("brug")

    dictionary.write_text("zeehond\tseal\nkaderlid official\n")
    result = CliRunner().invoke(main, ["words", "--output", str(output), *options])
    assert (result.exit_code, "entries.tsv, line 2: expected" in result.output) == (1, True)
