"""Hints in the stream of a run, and in the checkpoint that comes of it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import toy
from click.testing import CliRunner

from models.hints import CLOSE, OPEN
from models.interfaces import ModelError
from models.marian import MarianTranslator, load_translator
from models.training.cli import main
from models.training.data.prepared import Prepared
from models.training.data.vocabulary import EOS_ID
from models.training.errors import TrainingError
from models.training.learning.batching import BatchingConfig, BatchStream
from models.training.learning.hinting import SourceHints, source_hints, with_hints
from models.training.learning.validate import load_validation

LINES = ("#nl de", "#en the", "burgemeester mayor 90", "schildert paints 90", "paraplu umbrella 90")


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    (folder / "words.txt.gz").write_bytes(gzip.compress("\n".join(LINES).encode()))
    return folder


@pytest.fixture(scope="module")
def hints(words: Path, prepared: Prepared) -> SourceHints:
    return source_hints(words, prepared.processor)


def _texts(prepared: Prepared, hints: SourceHints | None, config: BatchingConfig) -> list[list[str]]:
    stream = BatchStream(
        prepared.corpora, prepared.weights, config, prepared.vocabulary - 1, EOS_ID, hints=hints
    )
    batch = next(iter(stream))
    pieces = [row[(row != prepared.vocabulary - 1) & (row != EOS_ID)].tolist() for row in batch.source]
    return [[prepared.processor.id_to_piece(piece) for piece in row] for row in pieces]


def test_a_text_is_read_with_hints_or_without(prepared: Prepared, hints: SourceHints) -> None:
    config = BatchingConfig(batch_tokens=4000, pool_tokens=4000)
    plain = _texts(prepared, hints, config)
    all_of_them = _texts(prepared, hints, replace(config, hinted=0.999))
    some = _texts(prepared, hints, replace(config, hinted=0.5))
    assert plain == _texts(prepared, None, config)
    assert not any(OPEN in text for text in plain)
    reference = [
        with_hints(np.array(ids, np.uint16), hints) for ids in map(prepared.processor.piece_to_id, plain)
    ]
    assert all_of_them == [[prepared.processor.id_to_piece(int(p)) for p in row] for row in reference]
    assert 0 < sum(OPEN in text for text in some) < sum(OPEN in text for text in all_of_them)


def test_a_hint_is_not_split(prepared: Prepared, hints: SourceHints) -> None:
    from models.training.data.vocabulary import piece_texts
    from models.training.learning.splitting import halves

    config = BatchingConfig(batch_tokens=4000, pool_tokens=4000, hinted=0.999, split=0.9)
    stream = BatchStream(
        prepared.corpora,
        prepared.weights,
        config,
        prepared.vocabulary - 1,
        EOS_ID,
        halves=halves(piece_texts(prepared.processor)),
        hints=hints,
    )
    names = [
        [prepared.processor.id_to_piece(int(p)) for p in row if p < 499] for row in next(iter(stream)).source
    ]
    whole = prepared.processor.encode("mayor", out_type=str)
    found = [row[row.index(OPEN) + 1 : row.index(CLOSE)] for row in names if OPEN in row]
    assert whole in found


def test_watched_sentences_have_hints(prepared: Prepared, hints: SourceHints, tmp_path: Path) -> None:
    path = toy.write_tsv(tmp_path / "watch.tsv", [("De burgemeester schildert.", "The mayor paints.")])
    bare = load_validation(path, 1, prepared.processor).encoded[0]
    hinted = load_validation(path, 1, prepared.processor, hints).encoded[0]
    assert hinted[0] == with_hints(np.array(bare[0], np.uint16), hints).tolist() != bare[0]
    assert hinted[1] == bare[1]


def test_a_folder_without_a_table_is_refused(prepared: Prepared, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no table of words"):
        source_hints(tmp_path, prepared.processor)
    (tmp_path / "words.txt.gz").write_bytes(b"no gzip")
    with pytest.raises(TrainingError, match="is no table of words"):
        source_hints(tmp_path, prepared.processor)


def test_a_checkpoint_of_a_hinted_run_asks_for_hints(
    data: Path, prepared: Prepared, words: Path, tmp_path: Path
) -> None:
    run, folder = tmp_path / "run", tmp_path / "exported"
    config = toy.toy_config(1500)
    toy.train_toy(prepared, run, replace(config, hints=words, batching=replace(config.batching, hinted=0.8)))
    CliRunner().invoke(
        main, ["export", str(run), "--data", str(data), "--output", str(folder)], catch_exceptions=False
    )
    assert json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))["hints"] is True
    assert "It reads hints" in (folder / "README.md").read_text(encoding="utf-8")
    text = "De burgemeester schildert vandaag een kaart van het eiland."

    def load() -> MarianTranslator:
        return load_translator(
            str(folder),
            engine="transformers",
            compute_type="float32",
            device="cpu",
            threads=1,
            model_dir=tmp_path,
        )

    with pytest.raises(ModelError, match="trained with hints and lacks"):
        load()
    english = []
    for lines in (LINES[:2], LINES):
        (folder / "words.txt.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
        translator = load()
        english.append(translator.translate([text], translator.decoding)[0])
        assert translator.count_tokens([text]) == [len(prepared.processor.encode(text))]
    assert english[0] != english[1], "with the table the network reads something else"
    assert load().translate(["a\x01\x02b"], translator.decoding) == load().translate(
        ["a b"], translator.decoding
    )

    bare = replace(config, hints=None)
    with pytest.raises(TrainingError, match="the run began with hints"):
        toy.train_toy(prepared, run, bare)
    toy.train_toy(prepared, tmp_path / "bare", bare)
    arguments = ["export", str(tmp_path / "bare"), "--data", str(data), "--output", str(tmp_path / "mean")]
    result = CliRunner().invoke(main, [*arguments, "--with", str(folder)])
    assert (result.exit_code, "have no mean" in result.output) == (1, True)
