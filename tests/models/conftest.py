"""A miniature checkpoint in the layout of the hub's, and a hub to download from."""

from __future__ import annotations

import importlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import miniature
import pytest
from local_hub import LocalHub

from models import conversion
from models.interfaces import ModelError


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a miniature without training; tests that change it must copy it."""
    return miniature.build(tmp_path_factory.mktemp("checkpoint") / "miniature", steps=0)


@pytest.fixture(scope="module", autouse=True)
def _converted_in_process() -> Iterator[None]:
    """Convert where torch is loaded already; a test of its own sees the real subprocess at work."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        module, source, output, compute_type = command[-4:]
        try:
            importlib.import_module(module).convert(Path(source), Path(output), compute_type)
        except ModelError as error:
            return subprocess.CompletedProcess(command, 1, stderr=str(error))
        return subprocess.CompletedProcess(command, 0, stderr="")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "subprocess", SimpleNamespace(run=run))
        yield


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder whose conversions the tests share."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with LocalHub() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        # a second before the client tries again
        monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _: None)
        yield hub
