"""A toy corpus and a miniature run, made once."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import toy
from click.testing import CliRunner

from models import conversion
from models.training.cli import main
from models.training.data.prepared import Prepared, load_prepared


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared folder of toy sentences."""
    return toy.prepare_toy(tmp_path_factory.mktemp("toy"))


@pytest.fixture(scope="session")
def prepared(data: Path) -> Prepared:
    return load_prepared(data)


@pytest.fixture(scope="session")
def finished(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a miniature run that has finished."""
    folder = tmp_path_factory.mktemp("run") / "finished"
    toy.train_toy(prepared, folder)
    return folder


@pytest.fixture(scope="session")
def exported(data: Path, finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkpoint of that run."""
    folder = tmp_path_factory.mktemp("exported") / "toy"
    arguments = ["export", str(finished), "--data", str(data), "--output", str(folder)]
    CliRunner().invoke(main, arguments, catch_exceptions=False)
    return folder


@pytest.fixture(scope="module", autouse=True)
def _converted_in_process() -> Iterator[None]:
    """Convert for CTranslate2 where torch is loaded already: a process of its own takes seconds."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        source, output, compute_type = command[-3:]
        conversion.convert(Path(source), Path(output), compute_type)
        return subprocess.CompletedProcess(command, 0, "", "")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "subprocess", SimpleNamespace(run=run))
        yield
