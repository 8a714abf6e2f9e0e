"""The README is held against the code: its tables are complete and its commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import serving
from models.training.learning.history import read_history
from service.cli import main
from service.settings import Settings
from service.text.warnings import MEANINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [
    line.split("  #")[0].strip()
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    if language in ("", "sh")
    for line in block.splitlines()
]
KERNZIN = [
    line.removeprefix("$ ") for line in SHELL if line.removeprefix("$ ").startswith(".venv/bin/kernzin")
]
CURL = [line for line in SHELL if line.startswith("curl")]


def test_every_setting_is_in_the_table() -> None:
    rows = [
        f"| `KERNZIN_{name.upper()}` | `{field.default}` | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    assert re.findall(r"^\| `KERNZIN_.*$", README, re.MULTILINE) == rows


def test_every_warning_is_in_the_table() -> None:
    rows = [f"| `{code}` | {meaning} |" for code, meaning in MEANINGS.items()]
    table = README.split("### Warnings")[1].split("##")[0]
    assert re.findall(r"^\| `.*$", table, re.MULTILINE) == rows


@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("no-such-file", 2)])
def test_the_benchmark_of_serving_says_what_it_wants(argument: str, code: int) -> None:
    result = CliRunner().invoke(serving.main, [argument])
    assert (result.exit_code, "Usage:" in result.output) == (code, True)


def test_the_tokens_of_the_embedded_checkpoint_are_those_of_its_runs() -> None:
    tokens = sum(run.tokens for run in read_history(ROOT / "models" / "embedded"))
    assert f"has read {tokens / 1e6:.0f} million tokens" in README


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`?make ([a-z-]+)", README))))
def test_make_knows_the_target(command: str) -> None:
    subprocess.run(["make", "--dry-run", "--silent", command], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("command", KERNZIN)
def test_kernzin_knows_the_command(command: str) -> None:
    words = shlex.split(command)[1:]
    path = [word for word in words[:2] if re.fullmatch("[a-z]+", word)]
    result = CliRunner().invoke(main, [*path, "--help"])
    assert result.exit_code == 0, result.output
    for flag in re.findall(r" (--[a-z-]+)", command):
        assert flag in result.output


def test_there_are_commands_to_test() -> None:
    assert len(KERNZIN) >= 4, SHELL
    assert len(CURL) >= 3


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!http|#)([^)]+)\)", README))))
def test_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
