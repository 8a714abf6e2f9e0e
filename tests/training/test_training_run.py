"""Training, stopping, crashing and continuing."""

from __future__ import annotations

import errno
import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
import toy
from click.testing import CliRunner

from models.training.cli import main
from models.training.data.prepared import Prepared
from models.training.data.vocabulary import load_processor
from models.training.errors import TrainingError
from models.training.learning import checkpoint as checkpoint_module
from models.training.learning.batching import Batch
from models.training.learning.checkpoint import LATEST, load_checkpoint, save_atomically, snapshots
from models.training.learning.journal import read_journal
from models.training.learning.loss import fused_cross_entropy, log_probabilities
from models.training.learning.optimiser import OptimiserConfig, Optimisers, split_parameters
from models.training.learning.train import Trainer
from models.training.learning.validate import load_validation, validate


def same(one: Any, two: Any) -> bool:
    if isinstance(one, torch.Tensor):
        return torch.equal(one, two)
    if isinstance(one, dict):
        return one.keys() == two.keys() and all(same(one[key], two[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(two) and all(map(same, one, two))
    return bool(one == two)


def state_of(folder: Path) -> dict[str, Any]:
    state = load_checkpoint(folder / LATEST)
    del state["seconds"]
    return state


def interrupt(monkeypatch: pytest.MonkeyPatch, at: int, action: Any) -> None:
    """Do something in the middle of one step."""
    original = Trainer.step

    def step(self: Trainer, batch: Batch, pairs: Batch | None) -> float:
        if self.schedule.step == at:
            action()
        return original(self, batch, pairs)

    monkeypatch.setattr(Trainer, "step", step)


def test_loss_falls_padding_stays_zero_and_everything_is_logged(finished: Path) -> None:
    events = read_journal(finished / "log.jsonl")
    assert events[0] == {"event": "precision", "dtype": "float32"}
    losses = [event["loss"] for event in events if event["event"] == "step"]
    assert losses[-1] < losses[0] - 0.3
    assert events[-1]["event"] == "finished"
    assert events[-1]["epochs"].keys() == {"stories", "synthetic-toy"}
    state = load_checkpoint(finished / LATEST)
    assert not state["model"]["model.shared.weight"][-1].any()
    assert state["schedule"]["level"] == 0.0
    assert len(snapshots(finished)) > 1


def test_sigterm_saves_and_the_run_continues_as_if_never_stopped(
    prepared: Prepared, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        interrupt(patch, 9, lambda: os.kill(os.getpid(), signal.SIGTERM))
        assert toy.train_toy(prepared, tmp_path).step == 10
    assert read_journal(tmp_path / "log.jsonl")[-1]["event"] == "stopped"
    toy.train_toy(prepared, tmp_path)
    assert same(state_of(tmp_path), state_of(finished))


def test_a_crash_continues_from_the_last_checkpoint(
    prepared: Prepared, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash() -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        interrupt(patch, 7, crash)
        with pytest.raises(RuntimeError, match="power cut"):
            toy.train_toy(prepared, tmp_path, replace(toy.toy_config(), save_every=0.0))
    assert load_checkpoint(tmp_path / LATEST)["step"] == 7
    toy.train_toy(prepared, tmp_path)
    assert same(state_of(tmp_path), state_of(finished))


def test_a_full_disk_keeps_the_older_checkpoint_and_the_run(
    prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_atomically({"kept": True}, tmp_path / "x.pt")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(checkpoint_module.torch, "save", full)
        with pytest.raises(TrainingError, match=r"No space left on device; the older checkpoint is kept"):
            save_atomically({"kept": False}, tmp_path / "x.pt")
        with pytest.raises(TrainingError, match="there is no older checkpoint"):
            toy.train_toy(prepared, tmp_path / "run", replace(toy.toy_config(1500), save_every=0.0))
    assert torch.load(tmp_path / "x.pt", weights_only=True) == {"kept": True}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run", "x.pt"]
    events = read_journal(tmp_path / "run" / "log.jsonl")
    assert {"warning", "step"} <= {event["event"] for event in events}


def test_another_vocabulary_or_shape_or_a_damaged_file_is_refused(
    prepared: Prepared, finished: Path, tmp_path: Path
) -> None:
    (tmp_path / LATEST).write_bytes((finished / LATEST).read_bytes())
    with pytest.raises(TrainingError, match="another vocabulary"):
        toy.train_toy(replace(prepared, vocabulary_sha256="0"), tmp_path)
    one = replace(prepared, corpora=prepared.corpora[:1], weights=(1.0,))
    state = load_checkpoint(tmp_path / LATEST)
    (tmp_path / "older").mkdir()
    save_atomically({key: state[key] for key in state.keys() - {"files"}}, tmp_path / "older" / LATEST)
    with pytest.raises(TrainingError, match="other files"):
        toy.train_toy(one, tmp_path / "older")
    deeper = replace(toy.toy_config(), network=replace(toy.toy_config().network, encoder_layers=2))
    with pytest.raises(TrainingError, match="another shape"):
        toy.train_toy(prepared, tmp_path, deeper)
    (tmp_path / LATEST).write_bytes(b"damaged")
    with pytest.raises(TrainingError, match="cannot read the checkpoint"):
        toy.train_toy(prepared, tmp_path)


def test_a_run_goes_on_with_more_files(prepared: Prepared, tmp_path: Path) -> None:
    one = replace(prepared, corpora=prepared.corpora[1:], weights=(1.0,))
    toy.train_toy(one, tmp_path, toy.toy_config(1500))
    read = Trainer(one, tmp_path, toy.toy_config(), fresh=False)
    read.restore(load_checkpoint(tmp_path / LATEST))
    both = Trainer(prepared, tmp_path, toy.toy_config(), fresh=False)
    both.restore(load_checkpoint(tmp_path / LATEST))
    assert both.stream.position.cursors == (0, *read.stream.position.cursors)
    assert both.stream.position.epochs == (0, *read.stream.position.epochs)


def test_a_deadline_in_the_past_ends_at_once(prepared: Prepared, tmp_path: Path) -> None:
    assert toy.train_toy(prepared, tmp_path, replace(toy.toy_config(), deadline=1.0)).step == 0


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_fused_cross_entropy_is_the_ordinary_one(smoothing: float) -> None:
    torch.manual_seed(0)
    states, weight = torch.randn(700, 12, requires_grad=True), torch.randn(30, 12, requires_grad=True)
    bias, labels = torch.randn(30), torch.randint(0, 30, (700,))
    factors = torch.rand(700) - 0.5
    each = torch.nn.functional.cross_entropy(states @ weight.T + bias, labels, reduction="none")
    ordinary = (factors * each).sum()
    smooth = torch.nn.functional.cross_entropy(
        states @ weight.T + bias, labels, reduction="none", label_smoothing=smoothing
    )
    expected = torch.autograd.grad((factors * smooth).sum(), (states, weight))
    fused = fused_cross_entropy(states, weight, bias, labels, torch.float32, factors, smoothing)
    assert torch.allclose(-log_probabilities(states, weight, bias, labels, torch.float32), each, atol=1e-5)
    assert torch.allclose(fused, ordinary)
    for one, two in zip(torch.autograd.grad(fused, (states, weight)), expected, strict=True):
        assert torch.allclose(one, two, atol=1e-6)


def test_weight_decay_shrinks_the_matrices_of_the_layers_alone(prepared: Prepared, tmp_path: Path) -> None:
    trainer = Trainer(prepared, tmp_path, toy.toy_config())
    matrices, others = split_parameters(trainer.model)
    before = [[tensor.detach().clone() for tensor in group] for group in (matrices, others)]
    config = OptimiserConfig(matrix_lr=0.1, weight_decay=0.5)
    for tensor in (*matrices, *others):
        tensor.grad = torch.zeros_like(tensor)
    Optimisers(trainer.model, config, trainer.dtype).step(1.0)
    for now, then in zip(matrices, before[0], strict=True):
        torch.testing.assert_close(now.detach(), then * 0.95)
    for now, then in zip(others, before[1], strict=True):
        torch.testing.assert_close(now.detach(), then)


def test_validation_scores_loss_and_chrf(data: Path, prepared: Prepared, tmp_path: Path) -> None:
    path = toy.write_tsv(tmp_path / "held-out.tsv", toy.sentences(6, 9))
    processor = load_processor(data)
    trainer = Trainer(prepared, tmp_path, toy.toy_config())
    score = validate(trainer.model, load_validation(path, 4, processor), processor, trainer.dtype)
    assert 3 < score.loss < 9
    assert 0 <= score.chrf < 60


def test_training_from_the_command_line(data: Path, tmp_path: Path) -> None:
    arguments = ["train", "--run", str(tmp_path / "run"), "--hours", "0", "--adamw"]
    result = CliRunner().invoke(main, [*arguments, "--data", str(data)])
    assert result.exit_code == 0
    assert "0 steps" in result.output
    result = CliRunner().invoke(main, [*arguments, "--data", str(tmp_path)])
    assert result.exit_code == 1
    assert "run prepare first" in result.output
