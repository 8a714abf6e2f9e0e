"""The card and the licence that go with exported weights."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import toy
from click.testing import CliRunner

from models.training.cli import main
from models.training.data.prepared import Prepared
from models.training.learning.checkpoint import LATEST, load_checkpoint
from models.training.learning.history import read_history, whole
from models.training.release.card import compose
from models.training.release.licence import describe, is_of_gemma, licence_text, load_sources


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
    assert "It reads hints" not in card
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
