"""Cross entropy over a large vocabulary, without ever holding all logits."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

CHUNK_POSITIONS = 512


def _chunks(
    states: Tensor, weight: Tensor, bias: Tensor, dtype: torch.dtype
) -> Iterator[tuple[slice, Tensor]]:
    """Log-probabilities of all pieces, some positions at a time.

    Those of a few hundred positions fit in the processor's cache, those of a batch do not.
    """
    for start in range(0, len(states), CHUNK_POSITIONS):
        part = slice(start, start + CHUNK_POSITIONS)
        logits = (states[part].to(dtype) @ weight.to(dtype).T).to(weight.dtype).add_(bias)
        yield part, logits.sub_(logits.logsumexp(dim=1, keepdim=True))


class FusedCrossEntropy(torch.autograd.Function):
    """Weighted cross entropy of `states @ weight.T + bias`, its gradient computed on the way."""

    @staticmethod
    def forward(
        ctx: Any,
        states: Tensor,
        weight: Tensor,
        bias: Tensor,
        labels: Tensor,
        factors: Tensor,
        dtype: torch.dtype,
        smoothing: float,
    ) -> Tensor:
        """Loss of states (positions, d), weight (pieces, d), bias (pieces), labels, factors (positions)."""
        with torch.autocast("cpu", enabled=False):
            small_states, small_weight = states.to(dtype), weight.to(dtype)
            state_gradient = torch.empty_like(states)
            weight_gradient = torch.zeros_like(weight)
            total = 0.0
            for part, logits in _chunks(small_states, weight, bias, dtype):
                column, factor = labels[part].unsqueeze(1), factors[part].unsqueeze(1)
                total -= float((factor * logits.gather(1, column)).sum())
                logits.exp_()
                if smoothing:
                    logits.sub_(smoothing / logits.shape[1])
                logits.scatter_add_(1, column, logits.new_full(column.shape, smoothing - 1)).mul_(factor)
                small = logits.to(dtype)
                state_gradient[part] = small @ small_weight
                weight_gradient += small.T @ small_states[part]
            ctx.save_for_backward(state_gradient, weight_gradient)
            return states.new_tensor(total, dtype=weight.dtype)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        """Scale the gradients found in the forward pass."""
        state_gradient, weight_gradient = ctx.saved_tensors
        (scale,) = gradients
        return state_gradient * scale, weight_gradient * scale, None, None, None, None, None


def fused_cross_entropy(
    states: Tensor,
    weight: Tensor,
    bias: Tensor,
    labels: Tensor,
    dtype: torch.dtype,
    factors: Tensor,
    smoothing: float = 0.0,
) -> Tensor:
    """Sum over positions of factor times cross entropy of the label under `states @ weight.T + bias`.

    Products are computed in `dtype`. Factors of 1 / positions make it the mean. With `smoothing` the gradient
    is that of labels of which so much is spread over all pieces (Szegedy et al. 2016, arXiv 1512.00567); the
    value stays that of the labels themselves, to compare with.
    """
    loss: Tensor = FusedCrossEntropy.apply(states, weight, bias, labels, factors, dtype, smoothing)  # type: ignore[no-untyped-call] # torch leaves it untyped
    return loss


@torch.no_grad()
def log_probabilities(
    states: Tensor, weight: Tensor, bias: Tensor, labels: Tensor, dtype: torch.dtype
) -> Tensor:
    """Natural-log probability of the label of every position; no gradient."""
    found = labels.new_empty(len(labels), dtype=weight.dtype)
    for part, logits in _chunks(states, weight, bias, dtype):
        found[part] = logits.gather(1, labels[part].unsqueeze(1)).squeeze(1)
    return found
