from __future__ import annotations

import json
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import torch

from models import conversion
from models.conversion import check_convertible, converted_folder
from models.interfaces import ModelError
from models.marian_torch import load_model


def test_conversion_is_kept_and_made_anew_for_another_fingerprint(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []

    def fake(source: Path, output: Path, compute_type: str, converter: str) -> None:
        runs.append((output.name, compute_type))
        output.mkdir(parents=True)

    monkeypatch.setattr(conversion, "_convert_apart", fake)
    first = converted_folder(checkpoint, "a" * 64, "int8", tmp_path)
    assert converted_folder(checkpoint, "a" * 64, "int8", tmp_path) == first
    assert len(runs) == 1
    others = {
        converted_folder(checkpoint, "b" * 64, "int8", tmp_path),
        converted_folder(checkpoint, "a" * 64, "float32", tmp_path),
    }
    assert first not in others
    assert len(runs) == 3


def test_two_at_once_leave_one_whole_conversion(checkpoint: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        found = set(pool.map(lambda _: converted_folder(checkpoint, "c" * 64, "int8", tmp_path), range(2)))
    (folder,) = found
    assert (folder / "model.bin").is_file()
    assert list((tmp_path / "converted").iterdir()) == [folder]


def test_failure_leaves_nothing_and_says_why(
    checkpoint: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = shutil.copytree(checkpoint, tmp_path / "broken")
    weights = torch.load(broken / "pytorch_model.bin", weights_only=True)
    weights["model.shared.weight"][-1, 3] = 0.5
    torch.save(weights, broken / "pytorch_model.bin")
    with pytest.raises(ModelError, match="the embedding of <pad> is not zero"):
        converted_folder(broken, "d" * 64, "int8", tmp_path)
    assert list((tmp_path / "converted").iterdir()) == []
    assert conversion.run(conversion.convert, [str(broken), str(tmp_path / "never"), "int8"]) == 1
    assert "not zero" in capsys.readouterr().err.splitlines()[-1]


def test_folder_that_cannot_be_written(checkpoint: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelError, match="cannot be written"):
        converted_folder(checkpoint, "e" * 64, "int8", tmp_path / "file")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pad_token_id": 5}, "<pad> is token 5"),
        ({"decoder_start_token_id": 0}, "decoder_start_token_id is 0"),
    ],
)
def test_what_ctranslate2_takes_for_granted_is_checked(
    checkpoint: Path, change: dict[str, int], message: str
) -> None:
    model = load_model(checkpoint)
    check_convertible(model)
    for name, value in change.items():
        setattr(model.config, name, value)
    with pytest.raises(ModelError, match=message):
        check_convertible(model)


def test_missing_weight_is_not_filled_with_noise(checkpoint: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(checkpoint, tmp_path / "broken")
    weights = torch.load(broken / "pytorch_model.bin", weights_only=True)
    del weights["model.encoder.layers.0.fc1.weight"]
    torch.save(weights, broken / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"the weights lack model\.encoder\.layers\.0\.fc1\.weight"):
        load_model(broken)


def test_pickle_that_would_run_code_is_refused(checkpoint: Path, tmp_path: Path) -> None:
    evil = shutil.copytree(checkpoint, tmp_path / "evil")
    marker = tmp_path / "ran"

    class Payload:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (marker,)  # type: ignore[return-value] # a method is callable

    (evil / "pytorch_model.bin").write_bytes(pickle.dumps({"model.shared.weight": Payload()}))
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_model(evil)
    assert not marker.exists()


def test_loads_at_once_leave_the_library_as_it_was(checkpoint: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        models = list(pool.map(load_model, [checkpoint] * 8))
    for model in (*models, load_model(checkpoint)):
        assert model.lm_head.weight is model.model.shared.weight


def test_safetensors_in_half_precision_load_as_float32(checkpoint: Path, tmp_path: Path) -> None:
    from transformers import MarianMTModel

    half = tmp_path / "half"
    MarianMTModel.from_pretrained(checkpoint).half().save_pretrained(half)
    assert json.loads((half / "config.json").read_text())["dtype"] == "float16"
    assert load_model(half).dtype == torch.float32
