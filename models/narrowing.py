"""Weights for CTranslate2 in seven bits of the eight, so that every processor computes what is meant.

int8 products are summed in pairs into 16 bits on processors with AVX2 alone (without VNNI: most desktops, and
servers before 2019 or so), and what does not fit is cut off: two products of 255 by 127 do not. With weights
of at most 64 they do. One bit of the weights costs less than is lost otherwise, and the same checkpoint
translates alike everywhere. The trap is described in oneDNN's "Nuances of int8 computations".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs.model_spec import NumpyVariable, Variable, visit_spec
from numpy.typing import NDArray

LARGEST = 64


def narrow(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix as whole numbers from -64 to 64, and what each of its rows was multiplied by for that."""
    largest = np.abs(weight).max(axis=1)
    largest[largest == 0] = LARGEST
    scale = (LARGEST / largest).astype(np.float32)
    return np.rint(weight * scale[:, None]).astype(np.int8), scale


def convert_narrowly(converter: Any, output: Path, compute_type: str) -> None:
    """What the library's ``converter.convert`` does, but int8 matrices are quantised by :func:`narrow`.

    Matrices alone: the weights of convolutions, of which MarianMT has none, stay in eight bits.
    """
    spec = converter._load()
    spec.validate()
    matrices: dict[tuple[int, str], NDArray[np.float32]] = {}

    def remember(layer: Any, name: str, value: object) -> None:
        key = name.rpartition("/")[2]
        if isinstance(value, Variable) and hasattr(layer, f"{key}_scale") and len(value.shape) == 2:
            # The library quantises in place.
            matrices[id(layer), key] = value.to("float32").numpy().copy()

    def replace(layer: Any, name: str, value: object) -> None:
        key = name.rpartition("/")[2]
        # What the library found to be the same as another is no longer a variable, but its name.
        if isinstance(value, Variable) and value.dtype == "int8" and (id(layer), key) in matrices:
            weight, scale = narrow(matrices[id(layer), key])
            setattr(layer, key, NumpyVariable(weight))
            setattr(layer, f"{key}_scale", NumpyVariable(scale))

    visit_spec(spec, remember)
    spec.optimize(quantization=compute_type)
    visit_spec(spec, replace)
    output.mkdir(parents=True)
    spec.save(str(output))
