"""Muon with its products in float32, for processors without instructions for bfloat16.

`torch.optim.Muon` always multiplies in bfloat16, which such a processor does a hundred times slower. The
steps are the same but for rounding, and so are the settings and the state: a run may go on with either.
"""

from __future__ import annotations

import torch
from torch import Tensor


def orthogonalised(
    matrix: Tensor, coefficients: tuple[float, float, float], steps: int, eps: float
) -> Tensor:
    """What is nearest to a matrix (m, n) among those whose singular values are all about 1.

    By the quintic Newton-Schulz iteration of Muon (Jordan et al. 2024, "Muon: An optimizer for hidden
    layers in neural networks"), in the matrix's own precision: they are 0.5 to 1.5, but for those that
    were next to nothing.
    """
    a, b, c = coefficients
    tall = matrix.shape[0] > matrix.shape[1]
    found = matrix.T if tall else matrix
    found = found / found.norm().clamp(min=eps)
    for _ in range(steps):
        gram = found @ found.T
        found = torch.addmm(found, torch.addmm(gram, gram, gram, beta=b, alpha=c), found, beta=a)
    return found.T if tall else found


@torch.no_grad()
def float32_step(muon: torch.optim.Muon) -> None:
    """What `muon.step()` does by default (Nesterov's momentum, the scale of its authors), in float32."""
    for group in muon.param_groups:
        for matrix in group["params"]:
            if matrix.grad is None:
                continue
            state = muon.state[matrix]
            if not state:
                state["momentum_buffer"] = torch.zeros_like(matrix.grad)
            average = state["momentum_buffer"].lerp_(matrix.grad, 1 - group["momentum"])
            direction = orthogonalised(
                matrix.grad.lerp(average, group["momentum"]),
                group["ns_coefficients"],
                group["ns_steps"],
                group["eps"],
            )
            rows, columns = matrix.shape
            matrix.mul_(1 - group["lr"] * group["weight_decay"])
            matrix.add_(direction, alpha=-group["lr"] * max(1.0, rows / columns) ** 0.5)
