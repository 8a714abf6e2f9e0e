"""Where digests are written, and how: each whole or not at all."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from service.batch.records import record_line
from service.batch.run import Outcome
from service.problems import Problem
from service.render import Failure, Rendered, to_html, to_markdown
from service.render.markdown import RULE

Format = Literal["jsonl", "markdown", "html"]


class OutputError(Exception):
    """The output cannot be opened or written."""


class Sink(Protocol):
    def write(self, data: bytes) -> None:
        """Write all of ``data``, through to the operating system. Raises ``OutputError``."""
        ...


class FileSink:
    """Appends to a file. What cannot be written whole, because the disk is full, is taken back."""

    def __init__(self, path: Path, *, append: bool) -> None:
        """Raises ``OutputError`` if the file cannot be opened or another run is writing it."""
        self._path = path
        try:
            self._file = io.FileIO(path, "ab")
            self._lock()
            if not append and path.is_file():
                self._file.truncate(0)
        except OSError as error:
            raise self._problem(error) from error

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # no such locks on Windows
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            raise OutputError(f"{self._path}: another run is writing this file.") from error

    def write(self, data: bytes) -> None:
        start = os.fstat(self._file.fileno()).st_size
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except BrokenPipeError:
            raise
        except OSError as error:
            if self._path.is_file():
                self._file.truncate(start)
            raise self._problem(error) from error

    def close(self) -> None:
        self._file.close()

    def _problem(self, error: OSError) -> OutputError:
        return OutputError(f"{self._path}: {error.strerror or error}.")


class StreamSink:
    """Writes to standard output."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> None:
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"Standard output: {error.strerror or error}.") from error


def write(results: Iterable[Outcome], sink: Sink, form: Format) -> None:
    """Write the outcomes in the order they come.

    A JSONL record or a Markdown article is written as soon as it is there. An HTML page is one document: it
    is held in memory and written at the end.
    """
    if form == "html":
        sink.write(_encoded(to_html(*map(_rendered, results))))
        return
    for number, outcome in enumerate(results):
        if form == "jsonl":
            sink.write(record_line(outcome))
        else:
            sink.write(_encoded((RULE if number else "") + to_markdown(_rendered(outcome))))


def _encoded(page: str) -> bytes:
    """A file name that is no UTF-8 has half surrogate pairs in it: they must not end the run."""
    return page.encode("utf-8", "replace")


def _rendered(outcome: Outcome) -> Rendered:
    if isinstance(outcome.result, Problem):
        return Failure(outcome.id, outcome.result.detail)
    return outcome.result
