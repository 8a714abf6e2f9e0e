"""A trained network made larger without changing what it computes, so that no run before is lost.

Layers are added on top, and hidden units inside the feed-forward blocks; what they add is zero at first.
After "Net2Net" (Chen et al. 2016, arXiv 1511.05641) and "Efficient Training of BERT by Progressively
Stacking" (Gong et al. 2019): a new layer has the attentions of the topmost one, which look at the right
words.
"""

from collections.abc import Mapping

import torch
from torch import Tensor

Weights = dict[str, Tensor]

ADDING = ("out_proj", "fc2")
"""The products whose result is added to what a layer was given."""


def grow(weights: Mapping[str, Tensor], encoder_layers: int, decoder_layers: int, ffn: int) -> Weights:
    """The weights of a MarianMTModel of this size that computes what `weights` does, but for rounding.

    Nothing is taken away: where the network is already larger, it stays so. New hidden units are random and
    as large as those beside them; the same seed of torch gives the same ones.
    """
    grown = dict(weights)
    for side, layers in (("encoder", encoder_layers), ("decoder", decoder_layers)):
        present = 1 + max(
            int(name.split(".")[3]) for name in weights if name.startswith(f"model.{side}.layers.")
        )
        for layer in range(present):
            _widen(grown, f"model.{side}.layers.{layer}.", ffn)
        for layer in range(present, layers):
            _stack(grown, f"model.{side}.layers.{layer - 1}.", f"model.{side}.layers.{layer}.")
    return grown


def _widen(weights: Weights, layer: str, ffn: int) -> None:
    inner, outer = weights[f"{layer}fc1.weight"], weights[f"{layer}fc2.weight"]
    more = ffn - len(inner)
    if more > 0:
        units = torch.randn(more, inner.shape[1], dtype=inner.dtype) * inner.std()
        weights[f"{layer}fc1.weight"] = torch.cat([inner, units])
        weights[f"{layer}fc1.bias"] = torch.cat([weights[f"{layer}fc1.bias"], inner.new_zeros(more)])
        weights[f"{layer}fc2.weight"] = torch.cat([outer, outer.new_zeros(len(outer), more)], dim=1)


def _stack(weights: Weights, below: str, layer: str) -> None:
    """Copy a layer onto itself, adding nothing.

    A layer ends in a normalisation, and a normalised vector normalised again is itself until it is scaled and
    shifted. So only the last one scales and shifts: the one that ended the layer below.
    """
    for name in [name for name in weights if name.startswith(below)]:
        tensor, part = weights[name], name.removeprefix(below)
        above = tensor.clone()
        if any(product in part for product in ADDING):
            above = torch.zeros_like(tensor)
        elif "layer_norm" in part:
            plain = torch.ones_like(tensor) if part.endswith("weight") else torch.zeros_like(tensor)
            if part.startswith("final_"):
                weights[name] = plain
            else:
                above = plain
        weights[layer + part] = above
