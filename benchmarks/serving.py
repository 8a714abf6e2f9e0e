"""Times the service as a user meets it: start, first digest, the same again from the cache.

    python -m benchmarks.serving [ARTICLE]

Starts `kernzin serve` with an empty cache and prints seconds from start to `/readyz`, seconds and peak memory
to digest the article cold and again, and whether torch has been loaded into the serving process (read from
its memory map, so Linux only).
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import click


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def post(url: str, body: bytes) -> tuple[float, dict[str, object]]:
    request = urllib.request.Request(url, body, {"Content-Type": "text/plain; charset=utf-8"})
    start = time.perf_counter()
    with urllib.request.urlopen(request, timeout=600) as answer:
        content = json.load(answer)
    return time.perf_counter() - start, content


def wait_until_ready(url: str, server: subprocess.Popen[bytes]) -> float:
    start = time.perf_counter()
    while True:
        if server.poll() is not None:
            sys.exit("the server ended before it was ready")
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        else:
            return time.perf_counter() - start


def processes(parent: int) -> list[int]:
    """The process and its descendants."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [parent, *(p for child in children for p in processes(int(child)))]


def peak_memory_mb(pids: list[int]) -> float:
    """Largest peak resident set among the processes, in MB."""
    peaks = [
        int(line.split()[1])
        for pid in pids
        for line in Path(f"/proc/{pid}/status").read_text().splitlines()
        if line.startswith("VmHWM")
    ]
    return max(peaks) / 1024


@click.command(help=__doc__)
@click.argument(
    "article", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=Path("examples/brug.txt")
)
def main(article: Path) -> None:
    body = article.read_bytes()
    url = f"http://127.0.0.1:{free_port()}"
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"KERNZIN_CACHE": f"sqlite:///{folder}/cache.sqlite3"}
        command = [str(Path(sys.executable).with_name("kernzin")), "serve", "--port", url.rsplit(":", 1)[1]]
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
        try:
            ready = wait_until_ready(f"{url}/readyz", server)
            cold, _ = post(f"{url}/v1/digest", body)
            warm, again = post(f"{url}/v1/digest", body)
            pids = processes(server.pid)
            torch = any("libtorch" in Path(f"/proc/{pid}/maps").read_text() for pid in pids)
            print(f"words of the article       {len(body.split())}")
            print(f"start to /readyz           {ready:.2f} s")
            print(f"digest, cold               {cold:.2f} s")
            print(f"digest, from the cache     {warm:.2f} s  {again['cache']}")
            print(f"peak memory of a process   {peak_memory_mb(pids):.0f} MB")
            print(f"torch in the process       {'yes' if torch else 'no'}")
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    main()
