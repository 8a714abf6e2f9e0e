"""``kernzin models``: what is listed and described, with checkpoints that are no more than their files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.checkpoints import DEFAULT_TRANSLATOR, MANIFEST, Checkpoint, hub_folder
from models.interfaces import ModelError
from service.cli import main


def models(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["models", *map(str, arguments)])


def lay_down(folder: Path, licence: str = "apache-2.0") -> Path:
    """Files in the MarianMT layout that nobody can translate with."""
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"model_type": "marian", "d_model": 512}))
    for name in ("source.spm", "target.spm", "vocab.json"):
        (folder / name).write_text("{}")
    (folder / "pytorch_model.bin").write_bytes(b"0" * 3_000_000)
    (folder / "README.md").write_text(f"---\nlicense: {licence}\n---\n")
    return folder


def lay_down_hub(model_dir: Path) -> None:
    folder = lay_down(hub_folder(DEFAULT_TRANSLATOR, model_dir))
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    manifest = {"name": DEFAULT_TRANSLATOR, "revision": "abc123", "files": sizes}
    (folder / MANIFEST).write_text(json.dumps(manifest))


def test_list_says_how_to_get_full_quality(tmp_path: Path) -> None:
    result = models("list", "--model-dir", tmp_path)
    assert result.exit_code == 0
    assert "kernzin models download" in result.stdout
    assert DEFAULT_TRANSLATOR in result.stdout


def test_list_marks_the_one_that_translates(tmp_path: Path) -> None:
    lay_down_hub(tmp_path)
    result = models("list", "--model-dir", tmp_path)
    [line] = [line for line in result.stdout.splitlines() if DEFAULT_TRANSLATOR in line]
    assert line.startswith("* ")
    assert "3 MB" in line
    assert "apache-2.0" in line
    assert "models download" not in result.stdout


def test_list_shows_a_folder_in_use(tmp_path: Path) -> None:
    folder = lay_down(tmp_path / "eigen")
    result = models("list", "--model-dir", tmp_path / "m", "--model", folder)
    assert f"* {folder}" in result.stdout


def test_info_describes_a_checkpoint(tmp_path: Path) -> None:
    folder = lay_down(tmp_path / "eigen")
    for result in (models("info", folder), models("info", "--model", folder)):
        assert result.exit_code == 0, result.stderr
        rows = dict(line.split(":", 1) for line in result.stdout.splitlines())
        assert rows["licence"].strip() == "apache-2.0"
        assert rows["d_model"].strip() == "512"
        assert len(rows["fingerprint"].strip()) == 64


def test_info_of_what_is_not_here_is_one_line(tmp_path: Path) -> None:
    result = models("info", "org/model", "--model-dir", tmp_path)
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert line.startswith("kernzin: error: org/model is not downloaded.")


def test_download_fetches_and_prepares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_down(tmp_path / "neergezet")
    asked: list[tuple[object, ...]] = []

    def fetch(name: str, model_dir: Path, revision: str | None, *, progress: bool) -> Checkpoint:
        asked.append((name, model_dir, revision, progress))
        return Checkpoint(name, "hub", folder, "abc123", "apache-2.0")

    def load(name: str, **settings: object) -> None:
        asked.append((name, settings["compute_type"], settings["model_dir"]))

    monkeypatch.setattr("models.download.download", fetch)
    monkeypatch.setattr("models.marian.load_translator", load)
    result = models("download", "--model-dir", tmp_path)
    assert result.exit_code == 0, result.stderr
    assert asked == [
        (DEFAULT_TRANSLATOR, tmp_path, None, False),
        (DEFAULT_TRANSLATOR, "int8", tmp_path),
    ]
    asked.clear()
    (folder / "config.json").write_text('{"model_type": "bart"}')
    assert models("download", "org/summariser", "--revision", "v1", "--model-dir", tmp_path).exit_code == 0
    assert asked == [("org/summariser", tmp_path, "v1", False)]


def test_a_failed_download_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(*_: object, **__: object) -> Checkpoint:
        raise ModelError("org/model: no connection to the hub.")

    monkeypatch.setattr("models.download.download", fetch)
    result = models("download", "org/model")
    assert (result.exit_code, result.stderr) == (1, "kernzin: error: org/model: no connection to the hub.\n")
