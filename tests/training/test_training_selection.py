"""Leaving out what a checkpoint knows already."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
import torch
from click.testing import CliRunner, Result

from models.training.cli import main
from models.training.data.dataset import Corpus, build_corpus
from models.training.data.prepared import Prepared, load_prepared, read_manifest
from models.training.data.vocabulary import EOS_ID
from models.training.learning.batching import pad_batch
from models.training.learning.network import batch_loss, build_model, marian_config, padding
from models.training.learning.selection import likelihoods, part_of
from models.training.learning.start import network_of, start_from_checkpoint


def _select(data: Path, checkpoint: Path, output: Path, *options: str) -> Result:
    arguments = ["select", str(checkpoint), "--data", str(data), "--output", str(output), *options]
    return CliRunner().invoke(main, arguments)


def _likelihoods(prepared: Prepared, checkpoint: Path, corpus: Corpus, batch_tokens: int) -> list[float]:
    network = network_of(checkpoint)
    model = build_model(marian_config(network, prepared.vocabulary), network, torch.zeros(500))
    start_from_checkpoint(model, prepared, checkpoint)
    return likelihoods(model, corpus, batch_tokens, torch.float32).tolist()


def _corpus(prepared: Prepared, name: str) -> Corpus:
    return next(corpus for corpus in prepared.corpora if corpus.name == name)


def test_a_likelihood_is_the_cross_entropy_of_the_pair_alone(prepared: Prepared, exported: Path) -> None:
    corpus = part_of(_corpus(prepared, "stories"), np.arange(40))
    network = network_of(exported)
    model = build_model(marian_config(network, prepared.vocabulary), network, torch.zeros(500))
    start_from_checkpoint(model, prepared, exported)
    alone = [
        -batch_loss(
            model,
            pad_batch([corpus.source_of(row)], [corpus.target_of(row)], EOS_ID, padding(model)),
            torch.float32,
        ).item()
        for row in range(40)
    ]
    assert _likelihoods(prepared, exported, corpus, 300) == pytest.approx(alone, rel=1e-4)


def test_the_least_likely_pairs_of_the_files_chosen_stay(
    data: Path, prepared: Prepared, exported: Path, tmp_path: Path
) -> None:
    output = tmp_path / "selected"
    result = _select(data, exported, output, "--files", "stor*", "--share", "0.3")
    assert result.exit_code == 0, result.output
    after, before = _corpus(load_prepared(output), "stories"), _corpus(prepared, "stories")
    likelihood = _likelihoods(prepared, exported, before, 8000)
    stay = sorted(np.argsort(likelihood)[: len(after)].tolist())
    assert len(after) == pytest.approx(0.3 * len(before), abs=1)
    assert [after.source_of(row).tolist() for row in range(len(after))] == [
        before.source_of(row).tolist() for row in stay
    ]
    assert f"{len(before) - len(after)} pairs left out" in result.output

    manifest = read_manifest(output)
    entry, other = manifest["corpora"]["stories"], manifest["corpora"]["synthetic-toy"]
    old = read_manifest(data)["corpora"]
    assert (entry["kept"], entry["target_tokens"]) == (len(after), int(after.target_lengths.sum()))
    assert entry["removed"]["likely"] == len(before) - len(after)
    stored = (output / "corpora" / "stories.npz").read_bytes()
    assert entry["npz_sha256"] == hashlib.sha256(stored).hexdigest()
    assert other == old["synthetic-toy"]
    assert sum(one["weight"] for one in manifest["corpora"].values()) == pytest.approx(1)


def test_a_part_keeps_its_marks_of_doubt() -> None:
    pairs = [([4], [5, 6]), ([7, 8], [9]), ([10], [11, 12, 13])]
    marks = [[True, False], [False], [False, True, True]]
    part = part_of(build_corpus("news", pairs, marks), np.array([0, 2]))
    assert [part.source_of(row).tolist() for row in (0, 1)] == [[4], [10]]
    assert part.doubtful.tolist() == [True, False, False, True, True]


def test_what_cannot_be_selected_is_told_and_nothing_is_overwritten(
    data: Path, exported: Path, tmp_path: Path
) -> None:
    result = _select(data, exported, tmp_path / "new", "--files", "nothing*")
    assert (result.exit_code, "no file" in result.output) == (1, True)
    assert not (tmp_path / "new").exists()
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine", encoding="utf-8")
    result = _select(data, exported, tmp_path / "there")
    assert (result.exit_code, "there already" in result.output) == (1, True)
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["mine.txt"]
    result = _select(data, exported, tmp_path / "there" / "mine.txt" / "new")
    assert (result.exit_code, "cannot be written" in result.output) == (1, True)
