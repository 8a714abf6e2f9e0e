"""Exporting, the model card and evaluation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch
import toy
from click.testing import CliRunner
from safetensors.torch import load_file

from models.interfaces import Decoding, Hypothesis, ModelCard
from models.marian import load_translator
from models.training.cli import main
from models.training.data.prepare import PrepareConfig, prepare
from models.training.data.prepared import Prepared, load_prepared
from models.training.data.vocabulary import VocabularyConfig
from models.training.errors import TrainingError
from models.training.learning.checkpoint import LATEST, load_checkpoint, save_atomically, snapshots
from models.training.learning.history import HISTORY, read_history, whole
from models.training.learning.train import Trainer
from models.training.measures import compare, has_loop
from models.training.release.card import compose
from models.training.release.evaluate import evaluate, load_test_set
from models.training.release.export import average_weights, choose_checkpoints, export
from models.training.release.licence import describe, is_of_gemma, licence_text, load_sources

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


def test_the_card_tells_data_licence_scores_and_curve(
    data: Path, finished: Path, exported: Path, tmp_path: Path
) -> None:
    held_out = toy.write_tsv(tmp_path / "held-out.tsv", toy.sentences(5, 11))
    scores = tmp_path / "scores.json"
    options = ["--json", str(scores), "--model-dir", str(tmp_path), "--beam", "2", "--examples", "1"]
    compare_with = ["--compare", str(exported), "--compute-type", "float32"]
    result = CliRunner().invoke(main, ["evaluate", str(exported), str(held_out), *options, *compare_with])
    assert result.exit_code == 0, result.output
    assert "nrefs:1|case:mixed" in result.output
    assert "p = " in result.output
    output = tmp_path / "card"
    arguments = ["export", str(finished), "--data", str(data), "--output", str(output)]
    asking = ["--no-repeat-ngram", "3", "--length-penalty", "1.4"]
    CliRunner().invoke(main, [*arguments, *asking, "--scores", str(scores)], catch_exceptions=False)
    card = (output / "README.md").read_text(encoding="utf-8")
    assert "license: gemma" in card
    assert "| held-out | 5 | ctranslate2 | 2 |" in card
    settings = json.loads((output / "generation_config.json").read_text(encoding="utf-8"))
    assert (settings["no_repeat_ngram_size"], settings["length_penalty"]) == (3, 1.4)
    for search, expected in (([], 1.4), (["--plain"], 1.0)):
        again = ["evaluate", str(output), str(held_out), *options, *search]
        CliRunner().invoke(main, again, catch_exceptions=False)
        assert json.loads(scores.read_text(encoding="utf-8"))["decoding"]["length_penalty"] == expected
    assert "| synthetic-toy | Dutch news" in card
    assert "](curve.svg)" in card
    assert (output / "curve.svg").read_text(encoding="utf-8").startswith("<svg")
    licence = (output / "LICENSE").read_text(encoding="utf-8")
    assert "https://ai.google.dev/gemma/terms" in licence
    assert "Apache" in licence
    assert "not stated: stories" in licence
    assert "@SOURCES@" not in licence


@pytest.mark.parametrize("doubtful", [0, 4100])
def test_the_card_tells_what_of_a_machine_was_not_learnt(doubtful: int) -> None:
    folder = Path(__file__).parents[2] / "models" / "embedded"
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    entry = {
        "kept": 5,
        "variants": 0,
        "removed": {"unfaithful": 3},
        "doubtful_tokens": doubtful,
        "weight": 1.0,
    }
    card = compose(config, {"corpora": {"stories": entry}}, read_history(folder), [], average=1)
    assert "Removed before: unfaithful 3." in card
    assert ("4,100 target tokens are of words that come from nothing" in card) == bool(doubtful)


def test_the_embedded_card_tells_of_its_runs_as_a_new_one_would() -> None:
    folder = Path(__file__).parents[2] / "models" / "embedded"
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    card = compose(config, {"corpora": {}}, read_history(folder), [], average=8, soup=1)
    told = card.split("## Training\n\n")[1].split("\n\n")[:2]
    assert "In runs 4 to 7, 10, 11, 13, 15, 17 it read" in told[1]
    assert "\n\n".join(told) in (folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "runs", "soup", "anew", "gemma"),
    [
        ("stories", 1, 0, 0, False),
        ("synthetic-news-9", 1, 0, 0, True),
        ("stories", 2, 0, 0, True),
        ("stories", 1, 1, 0, True),
        ("stories", 1, 0, 5, True),
    ],
)
def test_weights_carry_the_terms_of_what_they_were_made_from(
    name: str, runs: int, soup: int, anew: int, gemma: bool
) -> None:
    folder = Path(__file__).parents[2] / "models" / "embedded"
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    manifest = {"corpora": {name: {"kept": 5, "variants": 0, "removed": {}, "weight": 1.0}}}
    manifest["corpora"][name]["translated_anew"] = anew
    card = compose(config, manifest, read_history(folder)[:runs], [], average=1, soup=soup)
    assert ("license: gemma" in card) == ("Gemma Terms of Use" in card) == gemma
    licence = licence_text(manifest, gemma=is_of_gemma(manifest, runs, soup))
    assert ("https://ai.google.dev/gemma/terms" in licence) == gemma
    assert name in licence
    assert "@" not in licence


def test_every_source_has_a_description_and_a_licence() -> None:
    for source in load_sources():
        assert describe(source["files"][0].replace("*", "x"), [source]) == (source["text"], source["licence"])
    assert describe("unheard_of", load_sources())[1] == "not stated"


@pytest.mark.parametrize(
    ("text", "looping"),
    [
        ("no no no no", True),
        ("he said no no no", False),
        ("one two one two one two one two", True),
        ("a b c d a b c d a b c d A b c d.", False),
        ("a b c d a b c d a b c d A b c d", True),
        ("", False),
    ],
)
def test_loops_are_four_repeats_in_succession(text: str, looping: bool) -> None:
    assert has_loop(text) is looping


class Echo:
    """A translator that gives its source back, or nothing for a short one."""

    card = ModelCard("echo", "", "none", "scripted", "0" * 64)
    decoding = Decoding()
    max_source_tokens = 100

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return [len(segment.split()) for segment in segments]

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        if any(len(segment.split()) > self.max_source_tokens for segment in segments):
            raise ValueError("a segment is too long")
        return [(Hypothesis(text if len(text) > 3 else "", -0.1),) for text in segments]


def test_evaluates_any_translator_through_the_protocol(tmp_path: Path) -> None:
    pairs = [("Het regent in Gent vandaag", "Het regent in Gent vandaag"), ("Ja", "Yes")]
    path = toy.write_tsv(tmp_path / "set.tsv", pairs)
    lines: list[str] = []
    document = evaluate(Echo(), None, [load_test_set(path, None)], lambda t: t.decoding, 1, lines.append)
    scores = document["sets"]["set"]
    assert scores["lines"] == 2
    assert scores["empty_rate"] == 0.5
    assert scores["chrf"] > 80
    assert any(line == "nl  Het regent in Gent vandaag" for line in lines)
    json.dumps(document)


def test_bootstrap_tells_a_worse_system() -> None:
    references = [english for _, english in toy.sentences(40, 5)]
    worse = [text.split(" ", 1)[1] for text in references]
    differences = compare(references, worse, references, samples=100)
    assert [difference.metric for difference in differences] == ["BLEU", "chrF2"]
    assert all(line.first > line.second and line.p_value < 0.05 for line in differences)


@pytest.mark.parametrize(
    ("checkpoint", "content", "message"),
    [("nowhere/nothing", "a\tb\n", "not downloaded"), ("embedded", "", "no pairs")],
)
def test_mistakes_in_evaluation_are_one_line(
    tmp_path: Path, checkpoint: str, content: str, message: str
) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", checkpoint, str(path), "--model-dir", str(tmp_path)])
    assert result.exit_code == 1
    assert message in result.output


def test_a_new_run_starts_from_an_exported_checkpoint(
    data: Path, finished: Path, exported: Path, tmp_path: Path
) -> None:
    again = tmp_path / "data"
    text = toy.write_tsv(tmp_path / "more" / "synthetic-more.tsv", toy.sentences(200, 7))
    prepare(text, [], again, PrepareConfig(vocabulary_from=exported), lambda _line: None)
    run = tmp_path / "run"
    prepared = load_prepared(again)
    trainer = Trainer(prepared, run, replace(toy.toy_config(), start_from=exported))
    trained = load_checkpoint(finished / LATEST)["model"]["model.shared.weight"]
    assert torch.allclose(trainer.model.state_dict()["model.shared.weight"], trained, atol=1e-2)


def test_the_card_of_a_run_that_went_on_counts_the_runs_before_it(
    data: Path, prepared: Prepared, finished: Path, exported: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    later = toy.train_toy(prepared, run, replace(toy.toy_config(2000), start_from=exported))
    arguments = ["export", str(run), "--data", str(data), "--output", str(tmp_path / "card")]
    CliRunner().invoke(main, arguments, catch_exceptions=False)
    card = (tmp_path / "card" / "README.md").read_text(encoding="utf-8")
    before = load_checkpoint(finished / LATEST)
    assert f"{later.step + before['step']:,} steps, {later.tokens + before['tokens']:,} target tokens" in card
    history = whole(read_history(tmp_path / "card"))
    assert history.steps == later.step + before["step"]
    assert history.losses[-1][0] > before["tokens"]


def test_a_damaged_history_is_told(tmp_path: Path) -> None:
    (tmp_path / HISTORY).write_text('[{"steps": 1}]', encoding="utf-8")
    with pytest.raises(TrainingError, match="cannot read"):
        read_history(tmp_path)


def test_a_run_does_not_start_from_another_vocabulary(exported: Path, tmp_path: Path) -> None:
    text = toy.write_tsv(tmp_path / "more" / "synthetic-more.tsv", toy.sentences(300, 8))
    config = PrepareConfig(vocabulary=VocabularyConfig(size=450, threads=1))
    prepare(text, [], tmp_path / "data", config, lambda _line: None)
    with pytest.raises(TrainingError, match="vocabulary-from"):
        Trainer(load_prepared(tmp_path / "data"), tmp_path, replace(toy.toy_config(), start_from=exported))
