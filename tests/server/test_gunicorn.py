"""The whole service behind a real server and real sockets."""

from __future__ import annotations

import http.client
import json
import signal
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from service.web.example import TEXT
from tests.serving import Server

pytestmark = pytest.mark.server


def post(server: Server, body: bytes, content_type: str = "application/json") -> tuple[int, dict[str, Any]]:
    request = urllib.request.Request(f"{server.address}/v1/digest", body, {"Content-Type": content_type})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_serves_many_at_once_and_stops_when_told(server: Server) -> None:
    status, alone = post(server, json.dumps({"text": TEXT}).encode())
    assert status == 200
    places = [s for p in alone["paragraphs"] for s in p["sentences"]] + alone["quotes"]
    assert alone["quotes"]
    assert all(TEXT[place["start"] : place["end"]] == place["nl"] for place in places)

    texts = [TEXT if number % 2 else f"Dit is artikel {number}. {TEXT}" for number in range(16)]
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda text: post(server, json.dumps({"text": text}).encode()), texts))
    assert [status for status, _ in answers] == [200] * 16
    for text, (_, body) in zip(texts, answers, strict=True):
        sentences = [s for p in body["paragraphs"] for s in p["sentences"]]
        assert all(text[s["start"] : s["end"]] == s["nl"] for s in sentences)
    assert len({body["id"] for _, body in answers}) == 9, "equal texts have equal ids, others have not"

    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(30) == 0
    log = server.log.read_text()
    assert "POST /v1/digest" in log
    assert "Zwaanshaven" not in log, "no article text is ever logged"
    assert "Traceback" not in log


def test_bad_requests_leave_it_serving(server: Server) -> None:
    assert post(server, b"\xff")[0] == 400
    assert post(server, b"x" * 20_000_000, "text/plain")[0] == 413
    assert post(server, b"x" * 5_000_000, "application/xml")[0] == 415
    assert post(server, b"a" * 20_001, "text/plain")[0] == 413
    assert post(server, b"", "text/plain")[0] == 422

    host = urllib.parse.urlsplit(server.address).netloc
    chunked = http.client.HTTPConnection(host, timeout=30)
    chunked.request(
        "POST",
        "/v1/digest",
        iter([b'{"text": "Dit is ', b'een test."}']),
        {"Content-Type": "application/json"},
        encode_chunked=True,
    )
    assert chunked.getresponse().status == 200

    cut_off = http.client.HTTPConnection(host, timeout=30)
    cut_off.putrequest("POST", "/v1/digest")
    cut_off.putheader("Content-Type", "text/plain")
    cut_off.putheader("Content-Length", "1000")
    cut_off.endheaders(b"Dit is")
    cut_off.close()

    assert post(server, b"Dit is een test.", "text/plain")[0] == 200
    with urllib.request.urlopen(f"{server.address}/healthz", timeout=5) as answer:
        assert answer.status == 200


def test_serving_process_does_not_import_torch(server: Server) -> None:
    """Torch in the process would cost seconds at the start and hundreds of megabytes."""
    assert post(server, b"Dit is een test.", "text/plain")[0] == 200
    children = [int(pid) for pid in _children(server.process.pid)]
    assert children
    for pid in children:
        assert "libtorch" not in Path(f"/proc/{pid}/maps").read_text()


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
