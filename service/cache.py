"""A memory of raw translations, shared by threads and processes.

What is kept is what the model said, by a key of the segment, the checkpoint's fingerprint and the decoding;
the checks are made anew each time. A cache is an aid: when its file is damaged, locked for long or cannot
be written, one line goes to the log and the service goes on without it. Neither keys nor log show the text
of an article, but the file holds English sentences, so it is made readable by its owner alone.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from models.interfaces import Decoding, Hypothesis, ModelCard, Translator, Words
from service.text.translating.segments import NORMALISATION_VERSION, normalise

log = logging.getLogger(__name__)

_BUSY_SECONDS = 5.0
_TOUCH_SECONDS = 3600
"""How stale a time of last use may be: a hit writes at most this often."""
_DROP_SECONDS = 3600
"""How long what is too old may stay in a file that is written to."""
_DROPPED_SHARE = 0.1
_BATCH = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS translation (
  key BLOB PRIMARY KEY, hypotheses TEXT NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS translation_used ON translation (used);
"""
_SELECT = "SELECT key, CAST(hypotheses AS BLOB), CAST(used AS INTEGER) FROM translation"
"""The casts are for damaged rows: any column may hold a value of any type, or text that is no UTF-8."""


class Store(Protocol):
    """Hypotheses by key. Never raises for want of a cache."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, tuple[Hypothesis, ...]]:
        """Those of the keys that are known; the hypotheses are marked as cached."""
        ...

    def put(self, entries: Mapping[bytes, tuple[Hypothesis, ...]]) -> None: ...


class CachingTranslator:
    """A ``Translator`` that asks another one only for what its store does not know.

    Segments are normalised (``service.text.translating.segments.normalise``: NFC, single spaces) for the key
    and for the wrapped translator alike, so that one key always stands for one input.
    """

    def __init__(self, translator: Translator, store: Store) -> None:
        self._translator = translator
        self._store = store

    @property
    def words(self) -> Words | None:
        return self._translator.words

    @property
    def card(self) -> ModelCard:
        return self._translator.card

    @property
    def decoding(self) -> Decoding:
        return self._translator.decoding

    @property
    def max_source_tokens(self) -> int:
        return self._translator.max_source_tokens

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return self._translator.count_tokens([normalise(segment) for segment in segments])

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        normalised = [normalise(segment) for segment in segments]
        keys = [cache_key(segment, self.card.fingerprint, decoding) for segment in normalised]
        return self._known(
            keys, lambda rows: self._translator.translate([normalised[row] for row in rows], decoding)
        )

    def complete(
        self, segments: Sequence[str], beginnings: Sequence[str], decoding: Decoding
    ) -> list[tuple[Hypothesis, ...]]:
        normalised = [normalise(segment) for segment in segments]
        keys = [
            cache_key(segment, self.card.fingerprint, decoding, beginning)
            for segment, beginning in zip(normalised, beginnings, strict=True)
        ]
        return self._known(
            keys,
            lambda rows: self._translator.complete(
                [normalised[row] for row in rows], [beginnings[row] for row in rows], decoding
            ),
        )

    def _known(
        self, keys: Sequence[bytes], make: Callable[[list[int]], list[tuple[Hypothesis, ...]]]
    ) -> list[tuple[Hypothesis, ...]]:
        """The hypotheses of each key; those of rows whose key is not in the store are made."""
        known = self._store.get(list(dict.fromkeys(keys)))
        unknown = {key: row for row, key in enumerate(keys) if key not in known}
        if unknown:
            fresh = dict(zip(unknown, make(list(unknown.values())), strict=True))
            self._store.put(fresh)
            known |= fresh
        return [known[key] for key in keys]


def cache_key(segment: str, fingerprint: str, decoding: Decoding, beginning: str = "") -> bytes:
    """SHA-256 over a JSON list, in which no two different inputs are written alike.

    ``segment`` is normalised first, so canonically equal texts share a key. ``beginning`` is the English that
    the hypotheses were made to begin with.
    """
    parts = [NORMALISATION_VERSION, fingerprint, asdict(decoding), normalise(segment)]
    parts += [beginning] if beginning else []
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("ascii")).digest()


def open_cache(url: str, *, days: int, max_mb: int) -> SqliteStore | None:
    """The store at ``sqlite:///relative`` or ``sqlite:////absolute``; None for ``none`` or if it cannot be
    used.

    A path that begins with ``~`` is in the home folder. An entry unused for ``days`` is dropped; above
    ``max_mb`` megabytes the least recently used are. Any other URL raises ``ValueError``.
    """
    if url == "none":
        return None
    scheme, slashes, path = url.partition(":///")
    if scheme != "sqlite" or not slashes or not path.strip("/"):
        raise ValueError(
            f"The cache must be sqlite:///relative/path, sqlite:////absolute/path or none, not {url!r}."
        )
    store = SqliteStore(Path(path).expanduser(), days=days, max_mb=max_mb)
    return store if store.prepare() else None


class SqliteStore:
    """One SQLite file in WAL mode. Each thread of each process has a connection of its own."""

    def __init__(
        self, path: Path, *, days: int, max_mb: float, clock: Callable[[], float] = time.time
    ) -> None:
        self._path = path
        self._seconds = days * 86400
        self._max_bytes = int(max_mb * 2**20)
        self._clock = clock
        self._local = threading.local()
        self._usable = True
        self._next_drop = 0.0

    def prepare(self) -> bool:
        """Create or check the file and drop what is too old; False (and a line in the log) if it cannot be
        used."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            with self._connection() as connection:
                connection.executescript(_SCHEMA)
                self._drop_old(connection)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
        return self._usable

    def get(self, keys: Sequence[bytes]) -> dict[bytes, tuple[Hypothesis, ...]]:
        if not self._usable:
            return {}
        found: dict[bytes, tuple[Hypothesis, ...]] = {}
        stale: list[bytes] = []
        now = int(self._clock())
        try:
            for start in range(0, len(keys), _BATCH):
                part = keys[start : start + _BATCH]
                marks = ",".join("?" * len(part))
                query = f"{_SELECT} WHERE key IN ({marks})"
                for key, entry, used in self._connection().execute(query, part):
                    hypotheses = _decode(entry)
                    if hypotheses and used >= now - self._seconds:
                        found[key] = hypotheses
                        stale += [key] if used < now - _TOUCH_SECONDS else []
            if stale:
                with self._connection() as connection:
                    connection.executemany(
                        "UPDATE translation SET used = ? WHERE key = ?", [(now, key) for key in stale]
                    )
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def put(self, entries: Mapping[bytes, tuple[Hypothesis, ...]]) -> None:
        if not self._usable or not entries:
            return
        now = int(self._clock())
        rows = [(key, _encode(hypotheses), now) for key, hypotheses in entries.items()]
        try:
            with self._connection() as connection:
                connection.executemany("INSERT OR REPLACE INTO translation VALUES (?, ?, ?)", rows)
                if now >= self._next_drop or self._bytes(connection) > self._max_bytes:
                    self._drop_old(connection)
        except sqlite3.Error as error:
            self._give_up(error)

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection; a forked process must not use its parent's."""
        owner: int | None = getattr(self._local, "process", None)
        if owner != os.getpid():
            connection = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            self._local.connection, self._local.process = connection, os.getpid()
        result: sqlite3.Connection = self._local.connection
        return result

    def _bytes(self, connection: sqlite3.Connection) -> int:
        """The size of what is in use: freed pages are used again, the file itself does not shrink."""
        pages, free, size = (
            int(connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * size

    def _drop_old(self, connection: sqlite3.Connection) -> None:
        now = int(self._clock())
        connection.execute("DELETE FROM translation WHERE used < ?", (now - self._seconds,))
        self._next_drop = now + _DROP_SECONDS
        while self._bytes(connection) > self._max_bytes:
            count = int(connection.execute("SELECT count(*) FROM translation").fetchone()[0])
            if not count:
                return
            connection.execute(
                "DELETE FROM translation WHERE key IN (SELECT key FROM translation ORDER BY used LIMIT ?)",
                (max(1, int(count * _DROPPED_SHARE)),),
            )

    def _give_up(self, error: Exception) -> None:
        """A busy file may be free the next time; anything else ends the use of the cache in this process."""
        busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
        if self._usable and not busy:
            self._usable = False
            log.warning("The sentence cache %s cannot be used, going on without it: %s", self._path, error)


def _encode(hypotheses: Sequence[Hypothesis]) -> str:
    return json.dumps([[h.text, h.log_probability] for h in hypotheses])


def _decode(entry: bytes) -> tuple[Hypothesis, ...]:
    """Nothing if the entry is damaged: it is then translated again and overwritten."""
    try:
        hypotheses = tuple(Hypothesis(text, float(p), cached=True) for text, p in json.loads(entry))
    except (TypeError, ValueError, OverflowError, RecursionError):
        return ()
    sound = all(isinstance(h.text, str) and math.isfinite(h.log_probability) for h in hypotheses)
    return hypotheses if sound else ()
