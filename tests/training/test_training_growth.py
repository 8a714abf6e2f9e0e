"""A checkpoint that is made larger translates as before, and learns with what was added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
import toy
from click.testing import CliRunner

from models.training.cli import main
from models.training.data.prepared import Prepared
from models.training.errors import TrainingError
from models.training.learning.network import NetworkConfig, batch_loss
from models.training.learning.start import network_of
from models.training.learning.train import Trainer

SHAPE = toy.toy_config().network


def trainer(prepared: Prepared, folder: Path, exported: Path, network: NetworkConfig) -> Trainer:
    return Trainer(prepared, folder, replace(toy.toy_config(), start_from=exported, network=network))


@pytest.mark.parametrize(
    "network",
    [
        replace(SHAPE, encoder_layers=3),
        replace(SHAPE, decoder_layers=2),
        replace(SHAPE, ffn=96),
        replace(SHAPE, encoder_layers=2, decoder_layers=3, ffn=128),
    ],
)
def test_growing_changes_nothing_until_it_is_trained(
    prepared: Prepared, exported: Path, tmp_path: Path, network: NetworkConfig
) -> None:
    before, after = (trainer(prepared, tmp_path, exported, shape) for shape in (SHAPE, network))
    batch = next(iter(before.stream))
    losses = [batch_loss(one.model, batch, torch.float32).item() for one in (before, after)]
    assert losses[1] == pytest.approx(losses[0], rel=1e-4)
    sizes = [sum(weight.numel() for weight in one.model.parameters()) for one in (before, after)]
    assert sizes[1] > sizes[0]
    start = {name: weight.clone() for name, weight in after.model.named_parameters()}
    for _ in range(3):
        after.step(batch, None)
    still = [name for name, weight in after.model.named_parameters() if torch.equal(weight, start[name])]
    assert not [name for name in still if ".layers." in name]


def test_a_checkpoint_does_not_shrink(prepared: Prepared, exported: Path, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="larger than the network asked for"):
        trainer(prepared, tmp_path, exported, replace(SHAPE, ffn=32))


def test_a_run_has_the_shape_of_its_start_unless_told_otherwise(
    data: Path, exported: Path, tmp_path: Path
) -> None:
    arguments = ["train", "--data", str(data), "--start-from", str(exported)]
    arguments += ["--tokens", "2000", "--adamw"]
    for name, more in (("same", []), ("deeper", ["--encoder-layers", "2", "--ffn", "80"])):
        run, output = tmp_path / name, tmp_path / f"{name}-exported"
        CliRunner().invoke(main, [*arguments, "--run", str(run), *more], catch_exceptions=False)
        CliRunner().invoke(
            main, ["export", str(run), "--data", str(data), "--output", str(output)], catch_exceptions=False
        )
    assert network_of(tmp_path / "same-exported") == network_of(exported)
    assert network_of(tmp_path / "deeper-exported") == replace(SHAPE, encoder_layers=2, ffn=80)


def test_a_start_without_a_shape_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(TrainingError, match="cannot read the shape"):
        network_of(tmp_path)
