"""The lines of an output file, and what an earlier run left in one.

    {"id": …, "input": {"content_hash": …, the sender's other fields}, "digest": {…}}
    {"id": …, "input": {…}, "problem": {"type": …, "title": …, "status": …, "detail": …}}

A run that is killed leaves whole lines and perhaps a torn last one, without a newline, which is dropped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.batch.items import HASH_FIELD, Item
from service.batch.run import Outcome
from service.problems import Problem
from service.render import to_json


class RecordError(Exception):
    """The output file holds something else than records; it is left as it is."""


class DuplicateIdError(Exception):
    """Two articles of a run have the same id."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a run has before it. ``done`` are the ids that an earlier run digested from the same content."""

    ids: frozenset[str]
    done: frozenset[str]


def record_line(outcome: Outcome) -> bytes:
    """One record as a line of JSON."""
    record: dict[str, Any] = {
        "id": outcome.id,
        "input": {HASH_FIELD: outcome.content_hash, **outcome.fields},
    }
    if isinstance(outcome.result, Problem):
        record["problem"] = outcome.result.body()
    else:
        record["digest"] = to_json(outcome.result, batch=True)
    try:
        return json.dumps(record, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # a copied field with half a surrogate pair: only an escape can carry it
        return json.dumps(record).encode() + b"\n"


def survey(items: Iterable[Item], known: dict[str, str]) -> Survey:
    """Go through all items once. ``known`` gives the content hash of each id that has a digest already.

    Raises ``DuplicateIdError``. Only the files that ``known`` tells of are read.
    """
    ids: set[str] = set()
    done: set[str] = set()
    for item in items:
        if item.id in ids:
            raise DuplicateIdError(f"The id {item.id!r} occurs more than once; nothing was digested.")
        ids.add(item.id)
        if item.id in known and known[item.id] == item.load().content_hash:
            done.add(item.id)
    return Survey(frozenset(ids), frozenset(done))


def digested(path: Path) -> dict[str, str]:
    """The content hash of each id with a digest in the file. Raises ``RecordError`` or ``OSError``."""
    return {
        record["id"]: record["input"].get(HASH_FIELD, "")
        for _, record in _records(path)
        if "digest" in record
    }


def prune(path: Path, plan: Survey) -> None:
    """Drop from the file a torn last line and every record that is to be made again. Raises as `digested`.

    Where records have to go, what stays is written to a new file that then takes the place of the old.
    """

    def stays(record: dict[str, Any]) -> bool:
        return record["id"] in plan.done or record["id"] not in plan.ids

    whole = 0
    drops = False
    for line, record in _records(path):
        whole += len(line)
        drops = drops or not stays(record)
    if drops:
        _rewrite(path, stays)
    elif whole < path.stat().st_size:
        os.truncate(path, whole)


def _rewrite(path: Path, stays: Callable[[dict[str, Any]], bool]) -> None:
    target = path.resolve()  # a link stays a link
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            for line, record in _records(path):
                if stays(record):
                    file.write(line)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _records(path: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Each whole line and the record it is."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                record = json.loads(line)
                sound = isinstance(record["id"], str) and isinstance(record["input"], dict)
            except (ValueError, KeyError, TypeError, RecursionError):
                sound = False
            if not sound:
                raise RecordError(f"{path}: line {number} is no record of kernzin batch.")
            yield line, record
