"""A stand-in for the model hub: as much of its HTTP interface as a download needs, and faults on demand."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class LocalHub:
    """Serves the repositories in ``repositories``, name to files. A context manager.

    ``renamed`` gives for the old name of a repository the one it has now.
    ``cuts`` gives, for a file, after how many bytes of the next answers to break the connection. ``failures``
    gives how many requests for a file to refuse with status 503 once its cuts are used up. ``served`` records
    each answer that carried a file: its name, the Range header, and the bytes sent.
    """

    def __init__(self) -> None:
        self.repositories: dict[str, dict[str, bytes]] = {}
        self.renamed: dict[str, str] = {}
        self.cuts: dict[str, list[int]] = {}
        self.failures: dict[str, int] = {}
        self.served: list[tuple[str, str | None, int]] = []
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                hub.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> LocalHub:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def add(self, name: str, folder: Path) -> None:
        self.repositories[name] = {path.name: path.read_bytes() for path in folder.iterdir()}

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = unquote(urlsplit(request.path).path)
        if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/revision/(.+))?", path):
            self._describe(request, match[1], match[2])
        elif (match := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path)) and match[2] == COMMIT:
            self._serve(request, match[3], self.repositories[match[1]][match[3]])
        else:
            _send(request, 404, b"{}", {"X-Error-Code": "EntryNotFound"})

    def _describe(self, request: BaseHTTPRequestHandler, name: str, revision: str | None) -> None:
        name = self.renamed.get(name, name)
        if name not in self.repositories:
            _send(request, 404, b"{}", {"X-Error-Code": "RepoNotFound"})
        elif revision not in (None, "main", COMMIT):
            _send(request, 404, b"{}", {"X-Error-Code": "RevisionNotFound"})
        else:
            siblings = [_sibling(*file) for file in self.repositories[name].items()]
            _send(request, 200, json.dumps({"id": name, "sha": COMMIT, "siblings": siblings}).encode())

    def _serve(self, request: BaseHTTPRequestHandler, file: str, content: bytes) -> None:
        asked = request.headers.get("Range")
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        cuts = self.cuts.get(file, [])
        if not cuts and self.failures.get(file, 0):
            self.failures[file] -= 1
            _send(request, 503, b"")
            return
        body = content[start:]
        sent = body[: cuts.pop(0)] if cuts else body
        self.served.append((file, asked, len(sent)))
        request.send_response(206 if asked else 200)
        request.send_header("Content-Length", str(len(body)))
        request.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
        request.send_header("X-Repo-Commit", COMMIT)
        if asked:
            request.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        request.end_headers()
        request.wfile.write(sent)
        request.close_connection = len(sent) < len(body)


def _sibling(name: str, content: bytes) -> dict[str, object]:
    sibling: dict[str, object] = {
        "rfilename": name,
        "size": len(content),
        "blobId": hashlib.sha1(f"blob {len(content)}\0".encode() + content).hexdigest(),
    }
    if name.endswith(
        (".bin", ".safetensors", ".spm")
    ):  # git LFS: the blob is a pointer, the content has a SHA-256
        sibling["blobId"] = "0" * 40
        sibling["lfs"] = {
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "pointerSize": 134,
        }
    return sibling


def _send(
    request: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None
) -> None:
    request.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)
