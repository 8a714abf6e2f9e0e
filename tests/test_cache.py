from __future__ import annotations

import logging
import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.interfaces import Decoding, Hypothesis
from models.scripted import ScriptedTranslator
from service.cache import CachingTranslator, SqliteStore, cache_key, open_cache

DECODING = Decoding()
decodings = st.builds(
    Decoding,
    beam_size=st.integers(1, 8),
    hypotheses=st.integers(1, 8),
    no_repeat_ngram_size=st.integers(0, 4),
    repetition_penalty=st.sampled_from([1.0, 1.2]),
    length_penalty=st.sampled_from([0.6, 1.0]),
)
inputs = st.tuples(st.text(max_size=20), st.text(max_size=20), decodings)


def normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@given(inputs, inputs)
def test_keys_are_equal_exactly_when_everything_is(
    one: tuple[str, str, Decoding], other: tuple[str, str, Decoding]
) -> None:
    same = (normal(one[0]), *one[1:]) == (normal(other[0]), *other[1:])
    assert (cache_key(*one) == cache_key(*other)) is same


@given(st.text(max_size=10), st.text(max_size=10), st.text(min_size=1, max_size=5))
def test_what_moves_from_one_part_to_another_changes_the_key(text: str, print_: str, moved: str) -> None:
    text, moved = normal(text), normal(moved) or "x"
    if normal(moved + text) != normal(text):
        assert cache_key(moved + text, print_, DECODING) != cache_key(text, print_ + moved, DECODING)


def test_canonically_equal_texts_share_a_key_and_compatible_ones_do_not() -> None:
    assert cache_key("café", "f", DECODING) == cache_key("cafe\u0301", "f", DECODING)
    assert cache_key("½", "f", DECODING) != cache_key("1/2", "f", DECODING)
    assert cache_key("a\u00a0 b\n", "f", DECODING) == cache_key("a b", "f", DECODING)


def store_at(path: Path) -> SqliteStore:
    store = open_cache(f"sqlite:///{path}", days=30, max_mb=64)
    assert store is not None
    return store


def test_what_is_known_is_not_asked_again(tmp_path: Path) -> None:
    inner = ScriptedTranslator()
    translator = CachingTranslator(inner, store_at(tmp_path / "deep" / "cache.sqlite3"))
    first = translator.translate(["De man.", "De vrouw.", "De man."], DECODING)
    assert inner.calls == [(("De man.", "De vrouw."), DECODING)]
    assert not any(h.cached for hypotheses in first for h in hypotheses)
    again = translator.translate(["De vrouw.", "De stad."], DECODING)
    assert inner.calls[1:] == [(("De stad.",), DECODING)]
    assert [hypotheses[0].cached for hypotheses in again] == [True, False]
    assert again[0] == tuple(replace(h, cached=True) for h in first[1])
    translator.translate(["De man."], replace(DECODING, beam_size=1))
    assert len(inner.calls) == 3


def test_a_beginning_is_part_of_what_is_known(tmp_path: Path) -> None:
    inner = ScriptedTranslator()
    translator = CachingTranslator(inner, store_at(tmp_path / "c"))
    plain = translator.translate(["De man."], DECODING)
    begun = translator.complete(["De man.", "De man."], ["Our", "The"], DECODING)
    assert [h[0].text for h in (*plain, *begun)] == ["The man.", "Our man.", "The man."]
    assert len(inner.calls) == 2
    again = translator.complete(["De man.", "De vrouw."], ["Our", "Our"], DECODING)
    assert [h[0].cached for h in again] == [True, False]
    assert inner.calls[2:] == [(("De vrouw.",), DECODING)]


def test_another_checkpoint_finds_nothing(tmp_path: Path) -> None:
    store = store_at(tmp_path / "c")
    one, other = ScriptedTranslator(), ScriptedTranslator(name="other")
    CachingTranslator(one, store).translate(["De man."], DECODING)
    CachingTranslator(other, store).translate(["De man."], DECODING)
    assert len(other.calls) == 1


def test_the_wrapped_translator_shows_through(tmp_path: Path) -> None:
    inner = ScriptedTranslator(max_source_tokens=7)
    translator = CachingTranslator(inner, store_at(tmp_path / "c"))
    assert (translator.card, translator.max_source_tokens) == (inner.card, 7)
    assert translator.count_tokens(["een twee", ""]) == [2, 0]


def entry(n: int, size: int = 10) -> dict[bytes, tuple[Hypothesis, ...]]:
    return {n.to_bytes(32, "big"): (Hypothesis("x" * size, -0.5),)}


def key(n: int) -> bytes:
    return n.to_bytes(32, "big")


def test_the_least_recently_used_are_dropped_above_the_bound(tmp_path: Path) -> None:
    now = [0.0]
    store = SqliteStore(tmp_path / "c", days=30, max_mb=0.25, clock=lambda: now[0])
    assert store.prepare()
    for n in range(200):
        now[0] += 4000
        store.put(entry(n, 2000))
        assert store.get([key(0)]), "an entry that is used stays"
    kept = [n for n in range(200) if store.get([key(n)])]
    assert 20 < len(kept) < 150
    assert kept[1:] == list(range(200))[-len(kept) + 1 :]


def test_what_was_not_used_for_days_is_dropped(tmp_path: Path) -> None:
    now = [0.0]
    store = SqliteStore(tmp_path / "c", days=2, max_mb=1, clock=lambda: now[0])
    store.prepare()
    store.put(entry(1) | entry(2))
    now[0] += 1.5 * 86400
    assert key(1) in store.get([key(1)])
    now[0] += 1.5 * 86400
    assert list(store.get([key(1), key(2)])) == [key(1)]
    store.prepare()
    with sqlite3.connect(tmp_path / "c") as connection:
        assert connection.execute("SELECT count(*) FROM translation").fetchone() == (1,)


def test_what_is_too_old_goes_while_the_service_runs(tmp_path: Path) -> None:
    now = [0.0]
    store = SqliteStore(tmp_path / "c", days=2, max_mb=1, clock=lambda: now[0])
    store.prepare()

    def on_disk() -> int:
        with sqlite3.connect(tmp_path / "c") as connection:
            return int(connection.execute("SELECT count(*) FROM translation").fetchone()[0])

    store.put(entry(1))
    now[0] = 3 * 86400
    store.put(entry(2))
    assert on_disk() == 1
    now[0] += 1.9 * 86400
    store.put(entry(3))
    now[0] += 0.2 * 86400
    store.put(entry(4))
    assert not store.get([key(2)])
    assert on_disk() == 2


def test_many_keys_at_once(tmp_path: Path) -> None:
    store = store_at(tmp_path / "c")
    entries = {key(n): (Hypothesis(str(n), -1.0),) for n in range(3000)}
    store.put(entries)
    assert len(store.get(list(entries))) == 3000


def _write(path: Path, start: int) -> None:
    store = store_at(path)
    for n in range(start, start + 50):
        store.put(entry(n))


def test_threads_and_processes_share_one_file(tmp_path: Path) -> None:
    path = tmp_path / "c"
    store = store_at(path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.put(entry(n)), range(100)))
    context = get_context("fork")
    processes = [context.Process(target=_write, args=(path, start)) for start in (100, 150)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert len(store.get([key(n) for n in range(200)])) == 200


def test_a_file_that_is_no_database_means_no_cache(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "c"
    path.write_bytes(b"this is not a database at all" * 100)
    with caplog.at_level(logging.WARNING):
        assert open_cache(f"sqlite:///{path}", days=1, max_mb=1) is None
    assert len(caplog.records) == 1
    assert path.read_bytes().startswith(b"this is not")


def test_a_path_that_cannot_be_written_means_no_cache(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    assert open_cache(f"sqlite:///{tmp_path}/file/c", days=1, max_mb=1) is None
    assert open_cache(f"sqlite:///{tmp_path}", days=1, max_mb=1) is None
    assert len(caplog.records) == 2


def test_a_cache_that_breaks_later_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    inner = ScriptedTranslator()
    store = store_at(tmp_path / "c")
    translator = CachingTranslator(inner, store)
    translator.translate(["De man."], DECODING)
    with sqlite3.connect(tmp_path / "c") as connection:
        connection.execute("DROP TABLE translation")
    for _ in range(3):
        assert translator.translate(["De man."], DECODING)[0][0].text == "The man."
    assert len(caplog.records) == 1
    assert "man" not in caplog.text.replace(str(tmp_path), "")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("hypotheses", "'[[1'"),
        ("hypotheses", "'[[null, -1]]'"),
        ("hypotheses", "'[[\"x\", NaN]]'"),
        ("hypotheses", '\'[["x", 1' + "0" * 400 + "]]'"),
        ("hypotheses", "'" + "[" * 100_000 + "'"),
        ("hypotheses", "12"),
        ("hypotheses", "x'fffe5b'"),
        ("hypotheses", "CAST(x'5b5b22ff22' AS TEXT)"),
        ("used", "'x'"),
        ("used", "x'ff'"),
    ],
    ids=range(10),
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, column: str, value: str) -> None:
    inner = ScriptedTranslator()
    translator = CachingTranslator(inner, store_at(tmp_path / "c"))
    translator.translate(["De man."], DECODING)
    with sqlite3.connect(tmp_path / "c") as connection:
        connection.execute(f"UPDATE translation SET {column} = {value}")
    assert translator.translate(["De man."], DECODING)[0][0].text == "The man."
    assert translator.translate(["De man."], DECODING)[0][0].cached
    assert len(inner.calls) == 2


def test_addresses_of_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_cache("none", days=1, max_mb=1) is None
    assert open_cache("sqlite:///sub/c.sqlite3", days=1, max_mb=1) is not None
    assert (tmp_path / "sub" / "c.sqlite3").stat().st_mode & 0o077 == 0
    for url in ("", "sqlite://", "sqlite:///", "sqlite:c", "mysql:///x", "None", "/tmp/x"):
        with pytest.raises(ValueError, match="sqlite:///relative"):
            open_cache(url, days=1, max_mb=1)
