"""Exporting: what the folder holds, whose mean it is, and going on from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
import toy
from click.testing import CliRunner
from safetensors.torch import load_file

from models.interfaces import Decoding
from models.marian import load_translator
from models.training.cli import main
from models.training.data.prepare import PrepareConfig, prepare
from models.training.data.prepared import load_prepared
from models.training.data.vocabulary import VocabularyConfig
from models.training.errors import TrainingError
from models.training.learning.checkpoint import LATEST, load_checkpoint, save_atomically, snapshots
from models.training.learning.history import HISTORY, read_history
from models.training.learning.train import Trainer
from models.training.release.export import average_weights, choose_checkpoints, export

DUTCH = ["De bakker koopt verse kersen op dinsdag.", "Haar broer vindt zeven brieven."]


def test_the_folder_loads_as_a_marian_model_and_tokenizer(exported: Path, finished: Path) -> None:
    from transformers import MarianMTModel, MarianTokenizer

    tokenizer = MarianTokenizer.from_pretrained(exported, local_files_only=True)
    model, report = MarianMTModel.from_pretrained(exported, dtype=torch.float32, output_loading_info=True)
    assert not report["missing_keys"]
    assert not report["mismatched_keys"]
    trained = load_checkpoint(finished / LATEST)["model"]["model.shared.weight"]
    assert torch.allclose(model.model.shared.weight, trained, atol=1e-3)
    assert (tokenizer.source_lang, tokenizer.target_lang) == ("nl", "en")
    batch = tokenizer(DUTCH, return_tensors="pt", padding=True)
    assert tokenizer.batch_decode(batch["input_ids"], skip_special_tokens=True) == DUTCH
    settings = model.generation_config
    assert (settings.num_beams, settings.forced_eos_token_id) == (4, 0)
    assert settings.bad_words_ids == [[tokenizer.pad_token_id]]
    assert model.generate(**batch, max_new_tokens=5).shape[0] == 2


def test_weights_are_half_precision(exported: Path) -> None:
    weights = load_file(exported / "model.safetensors")
    assert {tensor.dtype for tensor in weights.values()} == {torch.float16}


def test_both_engines_agree_on_the_export(exported: Path, tmp_path: Path) -> None:
    found = [
        load_translator(
            str(exported),
            engine=engine,
            compute_type="float32",
            device="cpu",
            threads=1,
            model_dir=tmp_path,
        ).translate(DUTCH, Decoding(beam_size=2))
        for engine in ("ctranslate2", "transformers")
    ]
    for one, two in zip(*found, strict=True):
        assert one[0].text == two[0].text
        assert one[0].log_probability == pytest.approx(two[0].log_probability, abs=1e-3)


def test_a_padding_row_that_is_not_zero_is_refused(data: Path, finished: Path, tmp_path: Path) -> None:
    state = load_checkpoint(finished / LATEST)
    state["model"]["model.shared.weight"][-1, 3] = 0.01
    for name in ("model.encoder.embed_tokens.weight", "model.decoder.embed_tokens.weight", "lm_head.weight"):
        state["model"][name] = state["model"]["model.shared.weight"]
    save_atomically(state, tmp_path / "bad.pt")
    output = tmp_path / "out"
    arguments = ["export", str(tmp_path / "bad.pt"), "--data", str(data), "--output", str(output)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "padding row" in result.output
    assert not output.exists()


def test_averages_the_last_states(data: Path, finished: Path, tmp_path: Path) -> None:
    chosen = choose_checkpoints(finished, 2)
    assert chosen == [snapshots(finished)[-1], finished / LATEST]
    mean = average_weights([{"x": torch.tensor([1.0])}, {"x": torch.tensor([4.0])}])
    assert mean["x"].item() == 2.5
    assert (
        export(finished, data, tmp_path, 2, Decoding())["step"] == load_checkpoint(finished / LATEST)["step"]
    )
    result = CliRunner().invoke(
        main, ["export", str(finished), "--data", str(data), "--output", str(tmp_path), "--average", "99"]
    )
    assert result.exit_code == 1
    assert "too few" in result.output


def test_weights_of_other_runs_are_averaged_in(
    data: Path, finished: Path, exported: Path, tmp_path: Path
) -> None:
    arguments = ["export", str(finished), "--data", str(data), "--output", str(tmp_path / "soup")]
    result = CliRunner().invoke(main, [*arguments, "--with", str(exported), "--with", str(exported)])
    assert result.exit_code == 0, result.output
    name = "model.decoder.layers.0.fc1.weight"
    own = load_checkpoint(finished / LATEST)["model"][name].float()
    other = load_file(exported / "model.safetensors")[name].float()
    found = load_file(tmp_path / "soup" / "model.safetensors")[name].float()
    assert torch.allclose(found, (own + 2 * other) / 3, atol=1e-3)
    assert "those after 2 of the runs before" in (tmp_path / "soup" / "README.md").read_text("utf-8")
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(main, [*arguments, "--with", str(tmp_path / "empty")])
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_a_new_run_starts_from_an_exported_checkpoint(
    data: Path, finished: Path, exported: Path, tmp_path: Path
) -> None:
    again = tmp_path / "data"
    text = toy.write_tsv(tmp_path / "more" / "synthetic-more.tsv", toy.sentences(200, 7))
    prepare([text], [], again, PrepareConfig(vocabulary_from=exported), lambda _line: None)
    run = tmp_path / "run"
    prepared = load_prepared(again)
    trainer = Trainer(prepared, run, replace(toy.toy_config(), start_from=exported))
    trained = load_checkpoint(finished / LATEST)["model"]["model.shared.weight"]
    assert torch.allclose(trainer.model.state_dict()["model.shared.weight"], trained, atol=1e-2)


def test_a_damaged_history_is_told(tmp_path: Path) -> None:
    (tmp_path / HISTORY).write_text('[{"steps": 1}]', encoding="utf-8")
    with pytest.raises(TrainingError, match="cannot read"):
        read_history(tmp_path)


def test_a_run_does_not_start_from_another_vocabulary(exported: Path, tmp_path: Path) -> None:
    text = toy.write_tsv(tmp_path / "more" / "synthetic-more.tsv", toy.sentences(300, 8))
    config = PrepareConfig(vocabulary=VocabularyConfig(size=450, threads=1))
    prepare([text], [], tmp_path / "data", config, lambda _line: None)
    with pytest.raises(TrainingError, match="vocabulary-from"):
        Trainer(load_prepared(tmp_path / "data"), tmp_path, replace(toy.toy_config(), start_from=exported))
