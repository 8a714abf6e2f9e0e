from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from models.interfaces import ModelError
from models.tokenisation import Tokeniser

if TYPE_CHECKING:
    from transformers import MarianTokenizer


@pytest.fixture(scope="module")
def tokenizers(checkpoint: Path) -> tuple[Tokeniser, MarianTokenizer]:
    from transformers import MarianTokenizer

    return Tokeniser(checkpoint), MarianTokenizer.from_pretrained(checkpoint, split_special_tokens=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example("‘De trein’, zei zij – „in mei”…")
@example("De  trein (1\u00a0%)")
@example("tekst met </s> en <pad>")
@example("<<nee>>\x00\x07 \r\n\t")
def test_encodes_and_decodes_as_the_tokenizer_of_transformers(
    tokenizers: tuple[Tokeniser, MarianTokenizer], text: str
) -> None:
    ours, theirs = tokenizers
    assume(not ours.normalise(text).startswith(">>"))  # language codes differ on purpose, see below
    tokens = ours.encode(text)
    assert [*ours.ids(tokens), ours.end_id] == theirs(
        theirs.normalize(text), split_special_tokens=True
    ).input_ids
    assert ours.decode(tokens) == theirs.decode(ours.ids(tokens), skip_special_tokens=True)


def test_written_special_tokens_cannot_end_a_segment(tokenizers: tuple[Tokeniser, MarianTokenizer]) -> None:
    ours, _ = tokenizers
    assert ours.end_id not in ours.ids(ours.encode("a </s> b"))


@pytest.mark.parametrize(
    "text",
    [
        ">>Dat is jammer<<, zegt de minister.",
        ">>Jammer<<, zegt de minister.",
        ">>De trein<< en >>de brug<<",
        ">>eng<< De trein",
        ">><< De trein",
        ">> De trein",
    ],
)
def test_text_between_angle_marks_is_not_lost(checkpoint: Path, text: str) -> None:
    ours = Tokeniser(checkpoint)
    assert ours.encode(text) == [
        token if token in ours._ids else "<unk>"
        for token in ours._pieces.encode(ours.normalise(text), out_type=str)
    ]


def test_a_language_code_of_the_vocabulary_is_one_token(checkpoint: Path, tmp_path: Path) -> None:
    from transformers import MarianTokenizer

    folder = shutil.copytree(checkpoint, tmp_path / "copy")
    vocabulary = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    vocabulary |= {code: len(vocabulary) + n for n, code in enumerate((">>eng<<", ">>cmn_Hans<<"))}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    ours, theirs = Tokeniser(folder), MarianTokenizer.from_pretrained(folder)
    for text in (">>eng<< De trein", ">>cmn_Hans<<De trein", ">>eng<<"):
        tokens = ours.encode(text)
        assert tokens[0] in vocabulary
        assert tokens[0].startswith(">>")
        assert [*ours.ids(tokens), ours.end_id] == theirs(text).input_ids


def test_vocabulary_is_not_the_sentencepiece_one(checkpoint: Path) -> None:
    """Else the tests above could not tell the two kinds of ids apart."""
    ours = Tokeniser(checkpoint)
    tokens = ours.encode("De minister heeft gisteren de brug verkocht.")
    assert ours.ids(tokens) != ours._pieces.encode("De minister heeft gisteren de brug verkocht.")
    assert (checkpoint / "source.spm").read_bytes() != (checkpoint / "target.spm").read_bytes()


def test_typographic_marks_are_normalised_and_half_characters_replaced(checkpoint: Path) -> None:
    ours = Tokeniser(checkpoint)
    assert ours.encode("“De trein” – ‘nu’") == ours.encode("\"De trein\" - 'nu'")
    assert ours.normalise("\ud800a") == "\ufffda"


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("vocab.json", b"{", "cannot be read"),
        ("vocab.json", b"[]", "not a JSON object"),
        ("vocab.json", b'{"</s>": 0}', "lacks the token <unk>"),
        ("vocab.json", None, "is missing"),
        ("source.spm", b"nonsense", "not a SentencePiece model"),
        ("source.spm", None, "is missing"),
        ("tokenizer_config.json", json.dumps({"separate_vocabs": True}).encode(), "separate vocabularies"),
    ],
)
def test_broken_files_are_named(
    checkpoint: Path, tmp_path: Path, file: str, content: bytes | None, message: str
) -> None:
    folder = shutil.copytree(checkpoint, tmp_path / "broken")
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_bytes(content)
    with pytest.raises(ModelError, match=message):
        Tokeniser(folder)
