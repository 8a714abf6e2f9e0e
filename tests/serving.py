"""The service under gunicorn, with the scripted model, on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Server:
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def wait_until_ready(self, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text()
            try:
                with urllib.request.urlopen(f"{self.address}/readyz", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise AssertionError(f"not ready after {seconds} seconds:\n{self.log.read_text()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """A server that is ready; its cache and log lie in ``folder``."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KERNZIN_")}
    environment |= {
        "KERNZIN_TRANSLATION_MODEL": "scripted",
        "KERNZIN_SUMMARY_MODEL": "extractive",
        "KERNZIN_CACHE": f"sqlite:///{folder}/cache.sqlite3",
        "KERNZIN_MAX_CHARS": "20000",
    }
    log = folder / "log"
    command = [sys.executable, "-m", "gunicorn", "-c", "python:service.gunicorn_config"]
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=environment,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    try:
        running = Server(f"http://127.0.0.1:{port}", process, log)
        running.wait_until_ready()
        yield running
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
