from __future__ import annotations

from pathlib import Path

import numpy as np
from ctranslate2.specs.common_spec import LinearSpec
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from models.narrowing import LARGEST, convert_narrowly, narrow

MATRICES = arrays.arrays(
    np.float32,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=6),
    elements=st.floats(-100, 100, width=32).filter(lambda x: x == 0 or abs(x) > 1e-6),
)


@given(MATRICES)
def test_rows_fit_seven_bits_and_come_back_to_half_a_step(weight: NDArray[np.float32]) -> None:
    whole, scale = narrow(weight)
    assert whole.dtype == np.int8
    assert np.abs(whole.astype(int)).max() <= LARGEST
    assert np.all(np.abs(whole / scale[:, None] - weight) <= 0.501 / scale[:, None])


class Layer(LinearSpec):  # type: ignore[misc] # its package has no types
    """A whole model of one layer."""

    def save(self, folder: str) -> None:
        Path(folder, "saved").touch()


class Converter:
    def __init__(self, weight: NDArray[np.float32]) -> None:
        self.layer = Layer()
        self.layer.weight, self.layer.bias = weight, np.ones(len(weight), np.float32)

    def _load(self) -> Layer:
        return self.layer


def test_matrices_are_narrowed_for_int8_alone(tmp_path: Path) -> None:
    weight = np.array([[1.0, -0.5], [0.25, 4.0]], np.float32)
    for compute_type, expected in (("int8", [[64, -32], [4, 64]]), ("float32", weight.tolist())):
        converter = Converter(weight.copy())
        convert_narrowly(converter, tmp_path / compute_type, compute_type)
        assert converter.layer.weight.numpy().tolist() == expected
        assert converter.layer.bias.numpy().tolist() == [1.0, 1.0]
        assert (tmp_path / compute_type / "saved").is_file()
