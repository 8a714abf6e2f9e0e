"""``kernzin doctor``: one line for each check, and an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.cli_doctor import CHECKS


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNZIN_TRANSLATION_MODEL", "scripted")
    monkeypatch.setenv("KERNZIN_SUMMARY_MODEL", "extractive")


def doctor(*arguments: str | Path) -> tuple[Result, dict[str, tuple[str, str]]]:
    result = CliRunner().invoke(main, ["doctor", *map(str, arguments)])
    rows = [line.split(None, 2) for line in result.stdout.splitlines()]
    return result, {name: (verdict, detail) for verdict, name, detail in rows}


def test_a_healthy_installation(tmp_path: Path) -> None:
    result, rows = doctor("--cache", f"sqlite:///{tmp_path}/c.sqlite3", "--model-dir", tmp_path / "later")
    assert result.exit_code == 0, result.stdout
    assert list(rows) == list(CHECKS)
    assert {verdict for verdict, _ in rows.values()} == {"ok"}
    assert "This is a test." in rows["translation"][1]


@pytest.mark.parametrize(
    ("flags", "failing"),
    [
        (["--model", "org/model"], {"checkpoint", "translation"}),
        (["--cache", "ergens"], {"cache"}),
        (["--cache", "sqlite:////proc/nergens/c.sqlite3"], {"cache"}),
        (["--cache-max-mb", "999999999"], {"disk"}),
    ],
)
def test_what_fails_is_named_and_the_rest_still_checked(
    tmp_path: Path, flags: list[str], failing: set[str]
) -> None:
    if "--cache" not in flags:
        flags = [*flags, "--cache", "none"]
    result, rows = doctor("--model-dir", tmp_path, *flags)
    assert result.exit_code == 1
    assert list(rows) == list(CHECKS)
    assert {name for name, (verdict, _) in rows.items() if verdict == "FAIL"} == failing
    assert "Traceback" not in result.output


def test_a_package_that_is_missing_or_old_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "importlib.metadata.requires",
        lambda _name: [
            "click>=99",
            "geen-pakket",
            "click; extra == 'x'",
            "gunicorn; platform_system == 'Mars'",
        ],
    )
    result, rows = doctor("--cache", "none")
    assert result.exit_code == 1
    verdict, detail = rows["packages"]
    assert verdict == "FAIL"
    assert "click is " in detail
    assert "geen-pakket is missing" in detail
