from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from models import checkpoints
from models.checkpoints import DEFAULT_TRANSLATOR, find_checkpoint, fingerprint, hub_folder, list_checkpoints
from models.interfaces import ModelError


def _install(checkpoint: Path, model_dir: Path, name: str = DEFAULT_TRANSLATOR) -> Path:
    """What ``models.download`` leaves behind."""
    folder = shutil.copytree(checkpoint, hub_folder(name, model_dir))
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    (folder / "kernzin.json").write_text(json.dumps({"name": name, "revision": "c0ffee", "files": sizes}))
    return folder


def test_auto_is_the_downloaded_checkpoint_if_it_is_complete(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "EMBEDDED", checkpoint)
    assert find_checkpoint("auto", tmp_path).name == "embedded"
    folder = _install(checkpoint, tmp_path)
    assert find_checkpoint("auto", tmp_path).name == DEFAULT_TRANSLATOR
    assert [c.kind for c in list_checkpoints(tmp_path)] == ["embedded", "hub"]
    (folder / "pytorch_model.bin").unlink()
    assert find_checkpoint("auto", tmp_path).name == "embedded"
    assert [c.kind for c in list_checkpoints(tmp_path)] == ["embedded"]


@pytest.mark.parametrize(
    "manifest",
    [
        "{",
        "[]",
        "{}",
        '{"name": "a/b", "revision": "c0ffee", "files": []}',
        '{"name": "a/b", "revision": null, "files": {}}',
        '{"name": "a/b", "revision": "c0ffee", "files": {"config.json": "12"}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_manifest_is_as_good_as_none(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manifest: str
) -> None:
    monkeypatch.setattr(checkpoints, "EMBEDDED", checkpoint)
    (_install(checkpoint, tmp_path) / "kernzin.json").write_text(manifest)
    _install(checkpoint, tmp_path, "org/sound")
    assert find_checkpoint("auto", tmp_path).name == "embedded"
    assert [c.name for c in list_checkpoints(tmp_path)] == ["embedded", "org/sound"]
    with pytest.raises(ModelError, match=r"damaged \(kernzin.json\)\. Run: kernzin models download Hels"):
        find_checkpoint(DEFAULT_TRANSLATOR, tmp_path)


def test_package_without_its_checkpoint_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "EMBEDDED", tmp_path / "none")
    with pytest.raises(ModelError, match="embedded checkpoint is not installed"):
        find_checkpoint("auto", tmp_path)
    assert list_checkpoints(tmp_path) == []


def test_folder_in_the_layout_is_a_checkpoint(checkpoint: Path, tmp_path: Path) -> None:
    found = find_checkpoint(str(checkpoint), tmp_path)
    assert (found.kind, found.folder, found.revision, found.licence) == (
        "folder",
        checkpoint,
        "",
        "apache-2.0",
    )
    assert [path.name for path in found.weights] == ["pytorch_model.bin"]
    assert found.size > found.weights[0].stat().st_size


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no such thing", "neither a folder nor a hub name"),
        ("../../etc", "neither a folder nor a hub name"),
        ("org/model", "not downloaded. Run: kernzin models download org/model"),
        ("", "neither a folder nor a hub name"),
    ],
)
def test_unknown_names(tmp_path: Path, name: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=message):
        find_checkpoint(name, tmp_path)


def test_missing_files_are_named(checkpoint: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(checkpoint, tmp_path / "broken")
    (folder / "target.spm").unlink()
    (folder / "pytorch_model.bin").unlink()
    with pytest.raises(ModelError, match=r"lacks target.spm, model.safetensors or pytorch_model.bin"):
        find_checkpoint(str(folder), tmp_path)


def test_another_kind_of_model_is_refused(checkpoint: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(checkpoint, tmp_path / "bart")
    (folder / "config.json").write_text('{"model_type": "bart"}')
    with pytest.raises(ModelError, match="says 'bart'"):
        find_checkpoint(str(folder), tmp_path)


@pytest.mark.parametrize("file", ["pytorch_model.bin", "vocab.json", "generation_config.json", "target.spm"])
def test_fingerprint_depends_on_every_file_that_matters(checkpoint: Path, tmp_path: Path, file: str) -> None:
    folder = shutil.copytree(checkpoint, tmp_path / "copy")
    before = fingerprint(find_checkpoint(str(folder), tmp_path))
    assert before == fingerprint(find_checkpoint(str(checkpoint), tmp_path))
    (folder / "README.md").write_text("another card")
    assert fingerprint(find_checkpoint(str(folder), tmp_path)) == before
    (folder / file).write_bytes((folder / file).read_bytes() + b" ")
    assert fingerprint(find_checkpoint(str(folder), tmp_path)) != before


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("---\nlicense: cc-by-4.0\n---\n", "cc-by-4.0"),
        ("---\r\ntags: [x]\r\nlicense: 'gemma'\r\n---\r\n", "gemma"),
        ("---\ntags: [x]\n---\nlicense: mit\n", "unknown"),
        ("# no front matter", "unknown"),
        (None, "unknown"),
    ],
)
def test_licence_is_read_from_the_card(
    checkpoint: Path, tmp_path: Path, card: str | None, licence: str
) -> None:
    folder = shutil.copytree(checkpoint, tmp_path / "copy")
    (folder / "README.md").unlink()
    if card is not None:
        (folder / "README.md").write_bytes(card.encode())
    assert find_checkpoint(str(folder), tmp_path).licence == licence
