"""Muon for the matrices of the layers, AdamW for everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from models.training.learning.muon import float32_step

if TYPE_CHECKING:
    from transformers import MarianMTModel


@dataclass(frozen=True)
class OptimiserConfig:
    """Peak learning rates and their companions."""

    matrix_lr: float = 0.02
    other_lr: float = 0.003
    weight_decay: float = 0.01
    momentum: float = 0.95
    muon: bool = True
    clip: float = 1.0
    newton_schulz_steps: int = 5


def split_parameters(model: MarianMTModel) -> tuple[list[Tensor], list[Tensor]]:
    """Matrices of the layers, and all other trained parameters."""
    matrices: list[Tensor] = []
    others: list[Tensor] = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        in_layer = ".layers." in name and parameter.ndim == 2
        (matrices if in_layer else others).append(parameter)
    return matrices, others


class Optimisers:
    """The two optimisers, driven by one multiplier of their peak learning rates."""

    def __init__(self, model: MarianMTModel, config: OptimiserConfig, dtype: torch.dtype) -> None:
        """Muon multiplies in `dtype`, bfloat16 or float32."""
        matrices, others = split_parameters(model)
        self._clip = config.clip
        self._dtype = dtype
        self._parameters = [*matrices, *others]
        self._peaks: list[float] = []
        self._all: list[torch.optim.Optimizer] = []
        if config.muon:
            self._add(
                torch.optim.Muon(
                    matrices,
                    lr=config.matrix_lr,
                    momentum=config.momentum,
                    weight_decay=config.weight_decay,
                    ns_steps=config.newton_schulz_steps,
                ),
                config.matrix_lr,
            )
        else:
            others = self._parameters
        self._add(
            torch.optim.AdamW(others, lr=config.other_lr, betas=(0.9, 0.98), weight_decay=0.0, fused=True),
            config.other_lr,
        )

    def _add(self, optimiser: torch.optim.Optimizer, peak: float) -> None:
        self._all.append(optimiser)
        self._peaks.append(peak)

    def step(self, multiplier: float) -> float:
        """Clip, update and clear the gradients; return the gradient norm before clipping."""
        norm = torch.nn.utils.clip_grad_norm_(self._parameters, self._clip)
        for optimiser, peak in zip(self._all, self._peaks, strict=True):
            for group in optimiser.param_groups:
                group["lr"] = peak * multiplier
            if isinstance(optimiser, torch.optim.Muon) and self._dtype == torch.float32:
                float32_step(optimiser)
            else:
                optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        return float(norm)

    def state(self) -> list[dict[str, Any]]:
        """State of both optimisers."""
        return [optimiser.state_dict() for optimiser in self._all]

    def restore(self, states: Sequence[dict[str, Any]]) -> None:
        """Continue from a saved state."""
        for optimiser, state in zip(self._all, states, strict=True):
            optimiser.load_state_dict(state)
