"""Files and folders as items, in order, and what is refused before a run begins."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from models.scripted import ScriptedTranslator
from service.batch.inputs import InputError, Inputs
from service.batch.run import outcomes
from service.digest import Digester
from service.problems import Problem
from service.result import Article, Options

LIMIT = 1000


def ids(*paths: Path, output: Path | None = None) -> list[str]:
    return [item.id for item in Inputs(paths, output, LIMIT)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "kranten"
    for name in (
        "b.txt",
        "a/z.html",
        "a/y.txt",
        "B.HTM",
        "a/notes.md",
        ".hidden/x.txt",
        "a/.x.txt",
        "c.jsonl",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("De brug blijft dicht.")
    return root


def test_a_folder_is_its_text_and_html_files_in_order(folder: Path) -> None:
    assert ids(folder) == ["B.HTM", "b.txt", "a/y.txt", "a/z.html"]


def test_ids_do_not_depend_on_where_the_folder_lies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = ids(folder)
    monkeypatch.chdir(folder)
    assert ids(Path()) == expected
    assert ids(Path("a/y.txt"), folder / "b.txt") == ["a/y.txt", "b.txt"]


def test_the_output_is_never_an_input(folder: Path) -> None:
    assert "a/z.html" not in ids(folder, output=folder / "a" / "z.html")
    with pytest.raises(InputError, match="both input and output"):
        ids(folder / "b.txt", output=folder / "a" / ".." / "b.txt")


def test_linked_folders_are_entered_once(folder: Path) -> None:
    (folder / "a" / "loop").symlink_to(folder)
    (folder.parent / "elders").mkdir()
    (folder.parent / "elders" / "w.txt").write_text("Ja.")
    (folder / "link").symlink_to(folder.parent / "elders")
    assert ids(folder) == ["B.HTM", "b.txt", "a/y.txt", "a/z.html", "link/w.txt"]


@pytest.mark.parametrize("name", ["nergens.txt", "kranten/a/notes.md"])
def test_what_cannot_be_an_input_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(InputError, match=Path(name).name):
        ids(folder.parent / name)


def test_formats_and_encodings(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Café</p>", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes("Café ‘De Brug’".encode("cp1252"))
    first, second = [item.load().work for item in Inputs([tmp_path], None, LIMIT)]
    assert first == Article("<p>Café</p>", None, "html")
    assert second == Article("Café ‘De Brug’", None, "text")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "urn:kernzin:problem:undecodable"),
        (bytes(range(256)), "urn:kernzin:problem:undecodable"),
        (b"a" * 10 * LIMIT, "urn:kernzin:problem:too-long"),
    ],
)
def test_a_bad_file_is_a_problem_and_not_an_exception(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    [item] = Inputs([tmp_path], None, LIMIT)
    work = item.load().work
    assert isinstance(work, Problem)
    assert work.body()["type"] == kind


def test_a_problem_is_the_same_however_far_a_file_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 2 * LIMIT)
    (tmp_path / "b.txt").write_text("a" * 10 * LIMIT)
    digester = Digester(ScriptedTranslator(), max_chars=LIMIT)
    digest = partial(digester.digest, options=Options())
    read, unread = [r.result for r in outcomes(Inputs([tmp_path], None, LIMIT), digest, 1)]
    assert isinstance(read, Problem)
    assert isinstance(unread, Problem)
    told = ("urn:kernzin:problem:too-long", "Text too long", 413)
    for problem in (read, unread):
        body = problem.body()
        assert (body["type"], body["title"], body["status"]) == told
        assert body["limit"] == LIMIT


def test_markup_is_not_held_against_a_page(tmp_path: Path) -> None:
    page = f"<script>{'x' * 8 * LIMIT}</script><p>Ja.</p>"
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "b.html").write_text(page * 6)
    first, second = [item.load().work for item in Inputs([tmp_path], None, LIMIT)]
    assert first == Article(page, None, "html")
    assert isinstance(second, Problem)
    assert "limit of 10,000 characters" in second.detail


def test_a_file_that_has_gone_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ja.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nergens.txt")
    first, second = list(Inputs([tmp_path], None, LIMIT))
    (tmp_path / "a.txt").unlink()
    for item in (first, second):
        work = item.load().work
        assert isinstance(work, Problem)
        assert "No such file" in work.detail


def test_what_is_no_file_is_no_article(folder: Path) -> None:
    os.mkfifo(folder / "a" / "pijp.txt")
    (folder / "a" / "map.txt").mkdir()
    assert ids(folder) == ["B.HTM", "b.txt", "a/y.txt", "a/z.html"]
