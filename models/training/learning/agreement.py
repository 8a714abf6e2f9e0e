"""The loss of texts that are read twice, as they are and disturbed, and should come out the same.

What has been learnt by heart hangs on one reading of a text: where another reading makes the network unsure,
it should not be sure of the first either. The distance between the two predictions is a part of the loss,
with a gradient for both (R-Drop, Liang et al. 2021, arXiv 2106.14448; with pieces cut out in place of
dropout, SimCut, Gao et al. 2022, arXiv 2206.02368).
"""

from typing import Any

import torch
from torch import Tensor

from models.training.learning.loss import CHUNK_POSITIONS, log_softmax


class FusedAgreement(torch.autograd.Function):
    """Cross entropy and divergence of two predictions per label, their gradient computed on the way."""

    @staticmethod
    def forward(
        ctx: Any,
        states: Tensor,
        weight: Tensor,
        bias: Tensor,
        labels: Tensor,
        dtype: torch.dtype,
        smoothing: float,
        agreement: float,
    ) -> Tensor:
        """Loss of states (2, positions, d), weight (pieces, d), bias (pieces), labels (positions)."""
        with torch.autocast("cpu", enabled=False):
            small_states, small_weight = states.to(dtype), weight.to(dtype)
            state_gradient = torch.empty_like(states)
            weight_gradient = torch.zeros_like(weight)
            total, count = 0.0, len(labels)
            for start in range(0, count, CHUNK_POSITIONS):
                part = slice(start, start + CHUNK_POSITIONS)
                column = labels[part].unsqueeze(1)
                logs = [log_softmax(small_states[view, part], weight, bias, dtype) for view in (0, 1)]
                total -= sum(float(log.gather(1, column).sum()) for log in logs)
                ratio = logs[0] - logs[1]
                found = [log.exp_() for log in logs]
                pulls = [
                    agreement * _divergence_gradient(found[0], found[1], ratio),
                    agreement * _divergence_gradient(found[1], found[0], ratio.neg_()),
                ]
                for view, (probabilities, pull) in enumerate(zip(found, pulls, strict=True)):
                    if smoothing:
                        probabilities.sub_(smoothing / probabilities.shape[1])
                    ones = probabilities.new_full(column.shape, smoothing - 1)
                    gradient = probabilities.scatter_add_(1, column, ones).add_(pull).div_(2 * count)
                    small = gradient.to(dtype)
                    state_gradient[view, part] = small @ small_weight
                    weight_gradient += small.T @ small_states[view, part]
            ctx.save_for_backward(state_gradient, weight_gradient)
            return states.new_tensor(total / (2 * count), dtype=weight.dtype)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        """Scale the gradients found in the forward pass."""
        state_gradient, weight_gradient = ctx.saved_tensors
        (scale,) = gradients
        return state_gradient * scale, weight_gradient * scale, None, None, None, None, None


def _divergence_gradient(one: Tensor, other: Tensor, ratio: Tensor) -> Tensor:
    """Gradient of KL(one, other) + KL(other, one) by the logits of one; `ratio` is log(one / other)."""
    product = one * ratio
    product.addcmul_(one, product.sum(dim=1, keepdim=True), value=-1)
    return product.add_(one).sub_(other)


def agreement_loss(
    states: Tensor,
    weight: Tensor,
    bias: Tensor,
    labels: Tensor,
    dtype: torch.dtype,
    smoothing: float,
    agreement: float,
) -> Tensor:
    """Mean cross entropy of both readings under `states @ weight.T + bias`, states being (2, positions, d).

    The gradient is that of labels with `smoothing` (as in `fused_cross_entropy`) and of `agreement` times the
    mean of the two Kullback-Leibler divergences between the readings besides; the value is the cross entropy
    alone, to compare with.
    """
    loss: Tensor = FusedAgreement.apply(states, weight, bias, labels, dtype, smoothing, agreement)  # type: ignore[no-untyped-call] # torch leaves it untyped
    return loss
