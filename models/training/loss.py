"""Cross entropy over a large vocabulary, without ever holding all logits."""

from typing import Any

import torch
from torch import Tensor

CHUNK_POSITIONS = 512


class FusedCrossEntropy(torch.autograd.Function):
    """Mean cross entropy of `states @ weight.T + bias`, its gradient computed on the way.

    Logits of a few hundred positions fit in the processor's cache, those of a batch do not.
    """

    @staticmethod
    def forward(
        ctx: Any, states: Tensor, weight: Tensor, bias: Tensor, labels: Tensor, dtype: torch.dtype
    ) -> Tensor:
        """Loss of states (positions, d), weight (pieces, d), bias (pieces), labels (positions)."""
        with torch.autocast("cpu", enabled=False):
            small_states, small_weight = states.to(dtype), weight.to(dtype)
            state_gradient = torch.empty_like(states)
            weight_gradient = torch.zeros_like(weight)
            total = 0.0
            for start in range(0, len(labels), CHUNK_POSITIONS):
                part = slice(start, start + CHUNK_POSITIONS)
                logits = (small_states[part] @ small_weight.T).to(weight.dtype).add_(bias)
                logits.sub_(logits.logsumexp(dim=1, keepdim=True))
                column = labels[part].unsqueeze(1)
                total -= float(logits.gather(1, column).sum())
                logits.exp_().scatter_add_(1, column, logits.new_full(column.shape, -1.0))
                small = logits.to(dtype)
                state_gradient[part] = small @ small_weight
                weight_gradient += small.T @ small_states[part]
            scale = 1.0 / len(labels)
            ctx.save_for_backward(state_gradient.mul_(scale), weight_gradient.mul_(scale))
            return states.new_tensor(total * scale, dtype=weight.dtype)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        """Scale the gradients found in the forward pass."""
        state_gradient, weight_gradient = ctx.saved_tensors
        (scale,) = gradients
        return state_gradient * scale, weight_gradient * scale, None, None, None


def fused_cross_entropy(
    states: Tensor, weight: Tensor, bias: Tensor, labels: Tensor, dtype: torch.dtype
) -> Tensor:
    """Mean cross entropy of labels under `states @ weight.T + bias`, multiplied in `dtype`."""
    loss: Tensor = FusedCrossEntropy.apply(states, weight, bias, labels, dtype)  # type: ignore[no-untyped-call] # torch leaves it untyped
    return loss
