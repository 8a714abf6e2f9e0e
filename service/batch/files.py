"""Files of one article each, and the bytes of an article wherever they come from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from service.batch.items import Content, Item, of_article, of_problem
from service.errors import ArticleError, TooLongError
from service.limits import longest
from service.problems import Problem, article_problem
from service.result import Article
from service.text.reading.decoding import decode

HTML_SUFFIXES = (".html", ".htm", ".xhtml")
ARTICLE_SUFFIXES = (".txt", *HTML_SUFFIXES)

_BYTES_PER_CHARACTER = 4
"""The most that a character takes in any encoding that is read."""


def read_article(file: BinaryIO, *, is_html: bool, title: str | None, max_chars: int) -> Article:
    """The article in ``file``. Raises ``ArticleError``, or ``OSError`` if it cannot be read."""
    limit = longest(max_chars, is_html=is_html)
    return Article(_decode(_read(file, limit), limit), title, "html" if is_html else "text")


def is_html_name(name: str) -> bool:
    return name.lower().endswith(HTML_SUFFIXES)


def file_item(path: Path, item_id: str, max_chars: int) -> Item:
    """The article in the file ``path``."""
    return Item(item_id, lambda: _load(path, max_chars))


def walk(folder: Path, skip: Path | None) -> Iterator[Path]:
    """The article files below ``folder``, sorted within each folder; hidden ones and ``skip`` left out.

    Devices, sockets and named pipes are no articles; reading one of them might never end.

    Raises ``OSError`` if a folder cannot be listed: its articles must not be missing unnoticed.
    """

    def complain(error: OSError) -> None:
        raise error

    seen = set()
    for parent, folders, names in os.walk(folder, onerror=complain, followlinks=True):
        real = os.path.realpath(parent)
        if real in seen:  # a link back to a folder above would go round for ever
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.lower().endswith(ARTICLE_SUFFIXES) or name.startswith(".") or path == skip:
                continue
            if path.is_file() or not path.exists():  # a link to nowhere is reported when it is read
                yield path


def _load(path: Path, max_chars: int) -> Content:
    data = b""
    is_html = is_html_name(path.name)
    limit = longest(max_chars, is_html=is_html)
    try:
        with path.open("rb") as file:
            data = _read(file, limit)
        return of_article(Article(_decode(data, limit), None, "html" if is_html else "text"))
    except ArticleError as error:
        return of_problem(article_problem(error), data)
    except OSError as error:
        reason = error.strerror or str(error)
        return of_problem(Problem(422, "unreadable-file", "Unreadable file", f"{path}: {reason}."), data)


def _read(file: BinaryIO, max_chars: int) -> bytes:
    """At most one byte more than a text of the greatest length can have, so that no file fills the memory."""
    return file.read(_BYTES_PER_CHARACTER * (max_chars + 1) + 1)


def _decode(data: bytes, max_chars: int) -> str:
    if len(data) > _BYTES_PER_CHARACTER * (max_chars + 1):
        raise TooLongError(None, max_chars, "file")
    return decode(data)
