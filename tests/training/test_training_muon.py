"""Muon in float32 against torch's own, which multiplies in bfloat16."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
import toy

from models.training.data.prepared import Prepared
from models.training.learning import optimiser as optimiser_module
from models.training.learning import train as train_module
from models.training.learning.muon import float32_step, orthogonalised
from models.training.learning.train import Trainer

COEFFICIENTS = (3.4445, -4.775, 2.0315)


@pytest.mark.parametrize("shape", [(24, 64), (64, 24), (32, 32)])
def test_steps_as_torch_does(shape: tuple[int, int]) -> None:
    torch.manual_seed(3)
    start, gradients = torch.randn(shape), torch.randn(4, *shape)
    ends = []
    for step in (torch.optim.Muon.step, float32_step):
        matrix = torch.nn.Parameter(start.clone())
        unused = torch.nn.Parameter(start.clone())
        optimiser = torch.optim.Muon([matrix, unused], lr=0.02, momentum=0.95, weight_decay=0.3)
        for gradient in gradients:
            matrix.grad = gradient.clone()
            step(optimiser)
        assert torch.equal(unused, start)
        ends.append((matrix.detach(), optimiser.state_dict()))
    (theirs, their_state), (ours, our_state) = ends
    torch.testing.assert_close(ours, theirs, rtol=0, atol=2e-3)
    assert (theirs - start).abs().max() > 0.02
    torch.testing.assert_close(our_state, their_state)


def test_singular_values_are_about_one_and_directions_stay() -> None:
    torch.manual_seed(4)
    matrix = torch.randn(16, 40)
    found = orthogonalised(matrix, COEFFICIENTS, 5, 1e-7)
    assert ((torch.linalg.svdvals(found) > 0.6) & (torch.linalg.svdvals(found) < 1.3)).all()
    left, _values, right = torch.linalg.svd(matrix, full_matrices=False)
    assert torch.nn.functional.cosine_similarity(found.flatten(), (left @ right).flatten(), dim=0) > 0.95
    assert torch.equal(orthogonalised(torch.zeros(3, 5), COEFFICIENTS, 5, 1e-7), torch.zeros(3, 5))


@pytest.mark.parametrize(
    ("speed", "dtype"), [(0.01, torch.float32), (0.9, torch.float32), (3.0, torch.bfloat16)]
)
def test_muon_multiplies_in_what_the_processor_is_fast_at(
    prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speed: float, dtype: torch.dtype
) -> None:
    stepped: list[torch.optim.Muon] = []
    monkeypatch.setattr(train_module, "bfloat16_speed", lambda: speed)
    monkeypatch.setattr(optimiser_module, "float32_step", stepped.append)
    trainer = Trainer(prepared, tmp_path, replace(toy.toy_config(), bfloat16=None))
    assert trainer.dtype == dtype
    trainer.step(next(iter(trainer.stream)), None)
    assert bool(stepped) == (dtype == torch.float32)
