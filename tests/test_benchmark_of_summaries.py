from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.summaries import main

ROWS = [
    {"id": 1, "article": "The mill of Oudewater turns again.", "summary": "The mill turns."},
    {"id": 2, "article": "It rained in Veenhaven. The fair went on.", "summary": "The fair went on."},
]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def test_it_measures_the_methods_beside_lead(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(rows), "--draws", "10"]) == 0
    printed = capsys.readouterr().out
    assert "2 articles, 3 sentences" in printed
    assert all(name in printed for name in ("LEAD-3", "extractive", "reference"))


def test_a_model_that_is_not_there_is_one_line(
    rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KERNZIN_MODEL_DIR", str(tmp_path))
    assert main([str(rows), "--model", "org/model"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert "kernzin models download org/model" in line


def test_a_model_is_looked_for_where_everything_else_looks(
    rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []
    monkeypatch.setenv("KERNZIN_MODEL_DIR", str(tmp_path / "een"))
    monkeypatch.setattr(
        "models.summarisers.load_summariser", lambda *_, model_dir, **__: folders.append(model_dir)
    )
    for more in ([], ["--model-dir", str(tmp_path / "twee")]):
        main([str(rows), "--model", "org/model", "--draws", "10", *more])
    assert folders == [tmp_path / "een", tmp_path / "twee"]
