"""JSONL and CSV files, one article to a line or row, read without holding more than one.

Fields: ``id`` (text or whole number; without one, the file's name and the line number), ``text`` or, where
there is none, ``html``, and ``title``. All others are copied through. Whatever is wrong with one line becomes
the problem of that line, with its number.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.batch.items import HASH_FIELD, Content, Item, malformed_item, of_article, of_problem
from service.errors import UndecodableError
from service.result import Article
from service.text.reading.decoding import decode

_OURS = ("id", "text", "title", "html")
_DELIMITERS = ",;\t"
_ENCODING = "utf-8"
_NO_LIMIT = 2**31 - 1


class TableError(Exception):
    """The file as a whole cannot be read as a table."""


def jsonl_items(path: Path, name: str) -> Iterator[Item]:
    """The lines of a JSONL file; ``name`` begins the ids of lines without one. Raises ``OSError``."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            raw = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if raw.strip():
                yield _of_line(raw.rstrip(b"\r\n"), f"{name}:{number}", f"Line {number}")


def csv_items(path: Path, name: str) -> Iterator[Item]:
    """The rows of a CSV file below its header; ``name`` as for JSONL. Raises ``TableError`` or ``OSError``.

    The delimiter is the one of comma, semicolon (as Dutch spreadsheets write it) and tab that gives a header
    with ``text`` or ``html`` in it. Bytes that are not UTF-8 are decoded field by field, as in other files.
    """
    csv.field_size_limit(_NO_LIMIT)  # the default of 131,072 is less than an article may have
    delimiter = _delimiter(path)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.reader(file, delimiter=delimiter, strict=True)
        try:
            header = _header(next(rows))
        except csv.Error as error:
            raise TableError(f"{path}: the header cannot be read: {error}.") from None
        while True:
            where = rows.line_num + 1
            place = f"Line {where}"
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                problem = malformed_item(f"{place}: {error}.")
                yield _fixed(f"{name}:{where}", of_problem(problem, place.encode()))
                continue
            if row:
                yield _of_row(header, row, f"{name}:{where}", place)


def _header(cells: list[str]) -> list[str]:
    return [cell.strip() if cell.strip() in _OURS else cell for cell in cells]


def _delimiter(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        first = file.readline()
    for delimiter in _DELIMITERS:
        try:
            header = _header(next(csv.reader([first], delimiter=delimiter), []))
        except csv.Error:
            continue
        if "text" in header or "html" in header:
            if len(set(header)) < len(header):
                raise TableError(f"{path}: two columns have the same name.")
            return delimiter
    raise TableError(f"{path}: the first line names no column text or html.")


def _of_line(raw: bytes, name: str, place: str) -> Item:
    try:
        value = json.loads(raw.decode(_ENCODING), parse_constant=_finite, parse_float=_finite)
    except UnicodeDecodeError:
        problem = malformed_item(f"{place} is not UTF-8.")
        return _fixed(name, of_problem(problem, raw))
    except json.JSONDecodeError as error:
        problem = malformed_item(f"{place} is not JSON: {error.msg} at column {error.colno}.")
        return _fixed(name, of_problem(problem, raw))
    except (ValueError, RecursionError):  # thousands of digits, NaN, 1e999, brackets without end
        return _fixed(name, of_problem(malformed_item(f"{place} is not JSON that can be read."), raw))
    if not isinstance(value, dict):
        return _fixed(name, of_problem(malformed_item(f"{place} is not a JSON object."), raw))
    return _of_fields(value, raw, name, place)


def _of_row(header: list[str], row: list[str], name: str, place: str) -> Item:
    raw = json.dumps(row).encode()
    if len(row) != len(header):
        detail = f"{place} has {len(row)} fields, the header has {len(header)}."
        return _fixed(name, of_problem(malformed_item(detail), raw))
    try:
        values = {key: _decoded(value) for key, value in zip(header, row, strict=True)}
    except UndecodableError as error:
        return _fixed(name, of_problem(malformed_item(f"{place}: {error}"), raw))
    # A spreadsheet knows no null: an empty cell is a field that is not there.
    present = {key: value for key, value in values.items() if value or key not in _OURS}
    return _of_fields(present, raw, name, place)


def _decoded(value: str) -> str:
    data = value.encode(_ENCODING, "surrogateescape")
    try:
        return data.decode(_ENCODING)
    except UnicodeDecodeError:
        return decode(data)


def _of_fields(fields: dict[str, Any], raw: bytes, name: str, place: str) -> Item:
    """The item of a line's fields; ``name`` is its id if it gives none."""
    given = fields.get("id")
    item_id = name if given is None or given == "" else given
    if isinstance(item_id, bool) or not isinstance(item_id, str | int):
        return _fixed(
            name, of_problem(malformed_item(f'{place}: "id" is neither text nor a whole number.'), raw)
        )
    kept = "html" if fields.get("html") and not fields.get("text") else "text"
    rest = {key: value for key, value in fields.items() if key not in ("id", "title", kept)}
    text, title = fields.get(kept), fields.get("title")
    if HASH_FIELD in rest:
        problem = malformed_item(f'{place}: the field "{HASH_FIELD}" is reserved; give it another name.')
        del rest[HASH_FIELD]
    elif text is None:
        problem = malformed_item(f'{place} has no "text".')
    elif not isinstance(text, str):
        problem = malformed_item(f'{place}: "{kept}" is not text.')
    elif not (title is None or isinstance(title, str)):
        problem = malformed_item(f'{place}: "title" is not text.')
    elif _has_lone_surrogate(f"{text}{title or ''}"):
        problem = malformed_item(f"{place} has half of a surrogate pair, which no text can have.")
    else:
        article = Article(text, title or None, "html" if kept == "html" else "text")
        return _fixed(str(item_id), of_article(article, rest))
    return _fixed(str(item_id), of_problem(problem, raw, rest))


def _has_lone_surrogate(text: str) -> bool:
    return text.encode(_ENCODING, "replace").decode(_ENCODING) != text


def _finite(digits: str) -> float:
    """Refuses ``NaN``, and ``1e999``, which Python reads as infinity: neither can be written as JSON."""
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits} is no finite number")
    return value


def _fixed(item_id: str, content: Content) -> Item:
    return Item(item_id, lambda: content)
