"""Reading on after the answer is known, so that the client gets to see it.

A server that answers and closes while the client is still sending resets the connection, and the client then
sees a broken pipe in place of the problem that would have told it what was wrong (RFC 9112, 9.6). So what a
refused request still has to send is read and thrown away, up to a bound.
"""

from __future__ import annotations

from typing import IO

from flask import Request
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge
from werkzeug.wsgi import get_input_stream

MAX_DRAINED_BYTES = 64 * 1024 * 1024
_CHUNK = 64 * 1024


def drain(request: Request) -> None:
    """Read the rest of the body, up to :data:`MAX_DRAINED_BYTES`. A client that has left is no error."""
    try:
        try:
            _discard(request.stream)
        except RequestEntityTooLarge:
            # That stream enforces the limit; this one goes on where it stopped, to the end of the body.
            _discard(get_input_stream(request.environ))
    except (ClientDisconnected, OSError):
        return


def _discard(stream: IO[bytes]) -> None:
    left = MAX_DRAINED_BYTES
    while left > 0:
        chunk = stream.read(min(_CHUNK, left))
        if not chunk:
            return
        left -= len(chunk)
