"""JSONL and CSV rows as items: what is read, what is copied through, what is wrong with one line alone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.batch.items import Content, Item
from service.batch.tables import TableError, csv_items, jsonl_items
from service.problems import Problem
from service.result import Article

TEXT = "De brug blijft dicht."
Reader = Callable[[Path, str], Iterator[Item]]


def read(reader: Reader, path: Path, data: bytes) -> list[tuple[str, Content]]:
    path.write_bytes(data)
    return [(item.id, item.load()) for item in reader(path, path.name)]


def jsonl(tmp_path: Path, *lines: str | bytes) -> list[tuple[str, Content]]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return read(jsonl_items, tmp_path / "a.jsonl", data)


def as_csv(tmp_path: Path, data: str | bytes) -> list[tuple[str, Content]]:
    return read(csv_items, tmp_path / "a.csv", data.encode() if isinstance(data, str) else data)


def problem(content: Content) -> str:
    assert isinstance(content.work, Problem)
    return content.work.detail


def test_a_line_is_an_article_and_its_other_fields_are_kept(tmp_path: Path) -> None:
    line = {"id": 7, "text": TEXT, "title": "Brug dicht", "bron": {"krant": "Courant"}, "jaar": 2024}
    [(item_id, content)] = jsonl(tmp_path, json.dumps(line))
    assert item_id == "7"
    assert content.work == Article(TEXT, "Brug dicht", "text")
    assert content.fields == {"bron": {"krant": "Courant"}, "jaar": 2024}


def test_html_stands_in_for_text(tmp_path: Path) -> None:
    page = "<p>De brug blijft dicht.</p>"
    both = json.dumps({"id": "b", "text": TEXT, "html": page})
    [(_, alone), (_, beside)] = jsonl(tmp_path, json.dumps({"id": "a", "html": page}), both)
    assert alone.work == Article(page, None, "html")
    assert beside.work == Article(TEXT, None, "text")
    assert beside.fields == {"html": page}


def test_a_line_without_id_is_called_by_its_place(tmp_path: Path) -> None:
    items = jsonl(tmp_path, json.dumps({"text": TEXT}), "", json.dumps({"id": "", "text": TEXT}))
    assert [item_id for item_id, _ in items] == ["a.jsonl:1", "a.jsonl:3"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "x", "text": "half', "line 2 is not json"),
        ("[1, 2]", "line 2 is not a json object"),
        ('{"id": "x"}', 'line 2 has no "text"'),
        ('{"id": "x", "text": null}', 'line 2 has no "text"'),
        ('{"id": "x", "text": 12}', '"text" is not text'),
        ('{"id": "x", "text": "Ja.", "title": ["a"]}', '"title" is not text'),
        ('{"id": 1.5, "text": "Ja."}', '"id" is neither'),
        ('{"id": true, "text": "Ja."}', '"id" is neither'),
        ('{"id": "x", "text": "Ja.", "score": NaN}', "line 2 is not json"),
        ('{"id": "x", "text": "Ja.", "n": ' + "9" * 5000 + "}", "line 2 is not json"),
        ('{"id": "x", "text": "Ja.", "score": 1e999}', "line 2 is not json"),
        ('{"id": "x", "text": "Ja.", "scores": [{"a": -1e999}]}', "line 2 is not json"),
        ("[" * 100_000, "line 2 is not json"),
        ('{"id": "x", "text": "\\ud83d"}', "surrogate"),
        ('{"id": "x", "text": "Ja.", "content_hash": "0"}', "reserved"),
        (b'{"id": "x", "text": "caf\xe9"}', "line 2 is not utf-8"),
        (b"\x00\x01\x02", "line 2 is not json"),
    ],
)
def test_a_bad_line_is_a_problem_of_its_own(tmp_path: Path, line: str | bytes, reason: str) -> None:
    good = json.dumps({"id": "good", "text": TEXT})
    items = jsonl(tmp_path, good, line, json.dumps({"id": "good too", "text": TEXT}))
    assert [item_id for item_id, _ in items][::2] == ["good", "good too"]
    assert reason in problem(items[1][1]).lower()


def test_a_byte_order_mark_is_not_part_of_the_first_line(tmp_path: Path) -> None:
    [(item_id, _)] = jsonl(tmp_path, b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": TEXT}).encode())
    assert item_id == "a"


def test_equal_articles_have_equal_hashes_whatever_stands_beside_them(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": TEXT, "jaar": 1},
        {"id": "b", "jaar": 2, "text": TEXT},
        {"id": "c", "text": TEXT, "title": "Brug"},
        {"id": "d", "html": TEXT},
    ]
    first, second, *others = [c.content_hash for _, c in jsonl(tmp_path, *map(json.dumps, lines))]
    assert first == second
    assert len({first, *others}) == 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_in_the_header(tmp_path: Path, delimiter: str) -> None:
    table = "\ufeffid; Text ;text;jaar\n1;x;Ja.;2024\n".replace(";", delimiter)
    [(item_id, content)] = as_csv(tmp_path, table)
    assert (item_id, content.work) == ("1", Article("Ja."))
    assert content.fields == {" Text ": "x", "jaar": "2024"}


def test_an_empty_cell_is_no_field_of_ours(tmp_path: Path) -> None:
    items = as_csv(tmp_path, f"id,title,text,html,jaar\n,,{TEXT},,\n2,,,<p>Ja.</p>,\n3,,,,\n")
    assert [item_id for item_id, _ in items] == ["a.csv:2", "2", "3"]
    assert items[0][1].work == Article(TEXT)
    assert items[0][1].fields == {"jaar": ""}
    assert items[1][1].work == Article("<p>Ja.</p>", None, "html")
    assert 'no "text"' in problem(items[2][1])


def test_a_long_cell_and_one_of_several_lines(tmp_path: Path) -> None:
    long = "De brug blijft dicht. " * 10_000
    items = as_csv(tmp_path, f'id,text\n1,{long}\n2,"Eerste.\n\nTweede."\n3\n')
    assert [c.work for _, c in items][:2] == [Article(long), Article("Eerste.\n\nTweede.")]
    assert problem(items[2][1]) == "Line 6 has 1 fields, the header has 2."


def test_broken_quoting_is_reported_and_the_next_row_read(tmp_path: Path) -> None:
    items = as_csv(tmp_path, 'id,text\n1,"Ja" nee\n2,Ja.\n3,"Geen einde\n')
    assert problem(items[0][1]).startswith("Line 2: ")
    assert items[1][1].work == Article("Ja.")
    assert problem(items[2][1]).startswith("Line 4: ")


def test_old_dutch_encodings_are_read(tmp_path: Path) -> None:
    items = as_csv(tmp_path, "id;text\n1;Café ‘De Brug’ kost € 3.\n".encode("cp1252"))
    assert items[0][1].work == Article("Café ‘De Brug’ kost € 3.")


@pytest.mark.parametrize(
    "table",
    [
        "",
        "id,body\n1,Ja.\n",
        "text,text\na,b\n",
        "\x00\x01",
        "id|text\n1|Ja.\n",
        'id,"te"xt,text\n1,x,Ja.\n',
        'text,"bron\n1,Ja.\n',
        'id,text,"bron"?\n1,Ja.,x\n',
    ],
)
def test_a_table_without_text_is_refused_as_a_whole(tmp_path: Path, table: str) -> None:
    with pytest.raises(TableError, match=r"a\.csv"):
        as_csv(tmp_path, table)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
_FIXTURE = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_FIXTURE
@given(st.lists(st.tuples(_TEXTS, st.dictionaries(st.text(max_size=8), _VALUES, max_size=3)), max_size=4))
def test_whatever_json_can_say_comes_back(tmp_path: Path, rows: list[tuple[str, dict[str, Any]]]) -> None:
    ours = ("id", "text", "title", "html", "content_hash")
    rows = [(text, {k: v for k, v in rest.items() if k not in ours}) for text, rest in rows]
    lines = [json.dumps({"id": n, "text": text, **rest}) for n, (text, rest) in enumerate(rows)]
    read_back = [(c.work, dict(c.fields)) for _, c in jsonl(tmp_path, *lines)]
    assert read_back == [(Article(text), rest) for text, rest in rows]


@_FIXTURE
@given(
    st.lists(
        st.tuples(_TEXTS, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))),
        max_size=4,
    )
)
def test_whatever_a_csv_writer_writes_comes_back(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text", "rest"], *([n, *row] for n, row in enumerate(rows, 1))])
    read_back = [(c.work, dict(c.fields)) for _, c in as_csv(tmp_path, table.getvalue())]
    assert read_back == [(Article(text), {"rest": rest}) for text, rest in rows]


@_FIXTURE
@given(st.binary(max_size=200))
def test_no_bytes_raise(tmp_path: Path, data: bytes) -> None:
    items = read(jsonl_items, tmp_path / "a.jsonl", data) + as_csv(tmp_path, b"id,text\n" + data)
    assert all(isinstance(content.work, Article | Problem) for _, content in items)
