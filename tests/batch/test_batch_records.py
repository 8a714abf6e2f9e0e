"""Records in the output file, what is kept of an earlier run, and writing whole or not at all."""

from __future__ import annotations

import json
import resource
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from models.scripted import ScriptedTranslator
from service.batch.items import Item, of_article
from service.batch.output import FileSink, Format, OutputError, write
from service.batch.records import (
    DuplicateIdError,
    RecordError,
    Survey,
    digested,
    prune,
    record_line,
    survey,
)
from service.batch.run import Outcome
from service.digest import Digester
from service.problems import Problem
from service.result import Article, Options

DIGEST = Digester(ScriptedTranslator()).digest(Article("De school is van de stad."), Options(language="nl"))
PROBLEM = Problem(422, "empty-text", "Empty text", "The text is empty.")


def done(item_id: str, content_hash: str = "0", **fields: Any) -> Outcome:
    return Outcome(item_id, content_hash, fields, DIGEST)


def failed(item_id: str) -> Outcome:
    return Outcome(item_id, "0", {}, PROBLEM)


def file_of(tmp_path: Path, *outcomes: Outcome, tail: bytes = b"") -> Path:
    path = tmp_path / "digests.jsonl"
    path.write_bytes(b"".join(map(record_line, outcomes)) + tail)
    return path


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


def test_a_record_has_what_was_sent_and_what_became_of_it() -> None:
    record = json.loads(record_line(done("a", "f00", jaar=2024)))
    assert list(record) == ["id", "input", "digest"]
    assert record["input"] == {"content_hash": "f00", "jaar": 2024}
    assert not {"request_id", "timings", "cache"} & set(record["digest"])
    problem = json.loads(record_line(failed("b")))
    assert problem["problem"] == {
        "type": "urn:kernzin:problem:empty-text",
        "title": "Empty text",
        "status": 422,
        "detail": "The text is empty.",
    }


def test_a_record_is_one_line_of_readable_utf8_whatever_is_in_it() -> None:
    line = record_line(done("a", tekst="café\n\u2028"))
    assert line.count(b"\n") == 1
    assert "café".encode() in line
    assert json.loads(record_line(done("b", half="\ud83d")))["input"]["half"] == "\ud83d"


def test_survey_tells_what_is_done_by_id_and_content() -> None:
    items = [Item(i, partial(of_article, Article(i))) for i in ("a", "b", "c")]
    known = {"a": items[0].load().content_hash, "b": "another", "z": "0"}
    plan = survey(items, known)
    assert (plan.ids, plan.done) == (frozenset("abc"), frozenset("a"))


def test_survey_refuses_an_id_that_occurs_twice() -> None:
    items = [Item(i, lambda: of_article(Article("Ja."))) for i in ("a", "b", "a")]
    with pytest.raises(DuplicateIdError, match="'a'"):
        survey(items, {})


def test_only_digests_count_as_done(tmp_path: Path) -> None:
    path = file_of(tmp_path, done("a", "1"), failed("b"), done("c", "3"), tail=b'{"id": "d", "inp')
    assert digested(path) == {"a": "1", "c": "3"}


def test_prune_keeps_what_is_done_and_what_is_not_in_this_run(tmp_path: Path) -> None:
    path = file_of(tmp_path, done("a"), failed("b"), done("c"), failed("elders"), tail=b'{"id": "d"')
    prune(path, Survey(frozenset("abcd"), frozenset("a")))
    assert ids(path) == ["a", "elders"]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("tail", [b'{"id": "d"', b'{"id": "d", "input": {}, "digest": {}}', b"\x00\x00", b""])
def test_prune_takes_a_torn_line_off(tmp_path: Path, tail: bytes) -> None:
    path = file_of(tmp_path, done("a"), done("b"))
    whole = path.read_bytes()
    path.write_bytes(whole + tail)
    prune(path, Survey(frozenset("abd"), frozenset("ab")))
    assert path.read_bytes() == whole


@pytest.mark.parametrize("line", [b"hallo\n", b"{}\n", b'{"id": 1, "input": {}}\n', b"[" * 100_000 + b"\n"])
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, line: bytes) -> None:
    path = file_of(tmp_path, done("a"), tail=line)
    before = path.read_bytes()
    with pytest.raises(RecordError, match="line 2"):
        digested(path)
    assert path.read_bytes() == before


def test_two_runs_cannot_write_one_file(tmp_path: Path) -> None:
    path = tmp_path / "digests.jsonl"
    sink = FileSink(path, append=False)
    with pytest.raises(OutputError, match="another run"):
        FileSink(path, append=True)
    sink.close()
    FileSink(path, append=True).close()


def test_a_record_that_does_not_fit_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "digests.jsonl"
    sink = FileSink(path, append=False)
    sink.write(b"a" * 600 + b"\n")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OutputError, match=r"digests\.jsonl: "):
            sink.write(b"b" * 600 + b"\n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"a" * 600 + b"\n"
    sink.write(b"c\n")
    assert path.read_bytes().endswith(b"a\nc\n")


def test_markdown_and_html_hold_every_article(tmp_path: Path) -> None:
    results = [done("a"), failed("leeg.txt"), done("c")]
    marks: tuple[tuple[Format, str, str], ...] = (("markdown", "---", "\n> "), ("html", "<article", ""))
    for form, mark, before in marks:
        sink = FileSink(tmp_path / form, append=False)
        write(results, sink, form)
        sink.close()
        text = (tmp_path / form).read_text(encoding="utf-8")
        assert text.count(mark) >= 2
        assert "leeg.txt" in text
        assert "The text is empty." in text
        assert text.count(f"{before}De school is van de stad.") == 2
