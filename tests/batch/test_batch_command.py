"""``kernzin batch`` as it is typed: exit codes, its last line, resuming after a kill, unwritable outputs."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.batch.run import Outcome
from service.cli import main
from service.cli_batch import Tally

DUTCH = (
    "Brug dicht\n\nDe oude brug van Veenhaven gaat vanaf 12 mei dicht voor al het verkeer. "
    "‘Dat is jammer, maar het kan niet anders’, zegt wethouder Jan Smit van de gemeente."
)
ENGLISH = (
    "The council has decided to close the old bridge for all traffic from next week, because it is no longer "
    "safe and nobody wants to pay for the repair of it."
)
SCRIPTED = {
    "KERNZIN_TRANSLATION_MODEL": "scripted",
    "KERNZIN_SUMMARY_MODEL": "extractive",
    "KERNZIN_CACHE": "none",
}


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in SCRIPTED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)


def batch(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["batch", *map(str, arguments)])


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from service.cli import main; main()", "batch", *map(str, arguments)]


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def many(path: Path, count: int) -> Path:
    lines = [{"id": n, "text": DUTCH.replace("12 mei", f"{n} mei"), "nummer": n} for n in range(count)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_files_folders_and_tables_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "a.txt").write_text(DUTCH)
    (tmp_path / "map" / "b.html").write_text(f"<p>{DUTCH}</p>")
    table = many(tmp_path / "t.jsonl", 2)
    result = batch("map", table, "--output", "uit.jsonl")
    assert result.exit_code == 0, result.stderr
    assert [r["id"] for r in records(tmp_path / "uit.jsonl")] == ["a.txt", "b.html", "0", "1"]
    assert [r["input"].get("nummer") for r in records(tmp_path / "uit.jsonl")] == [None, None, 0, 1]
    assert all("digest" in r for r in records(tmp_path / "uit.jsonl"))
    [line] = result.stderr.splitlines()
    assert line.startswith("kernzin: 4 done, 0 failed, 0 skipped; ")
    assert result.stdout == ""


def test_bad_articles_are_records_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    bad: dict[str, bytes] = {
        "1-leeg.txt": b"",
        "2-engels.txt": ENGLISH.encode(),
        "3-binair.txt": bytes(range(256)) * 4,
        "4-lang.txt": b"Ja. " * 1000,
    }
    for name, data in {**bad, "5-goed.txt": DUTCH.encode()}.items():
        (tmp_path / "map" / name).write_bytes(data)
    table = tmp_path / "t.jsonl"
    table.write_text('{"id": "x"}\n{"id": \n' + json.dumps({"id": "goed", "text": DUTCH}) + "\n")
    result = batch("map", table, "-o", "uit.jsonl", "--max-chars", "2000")
    assert result.exit_code == 1
    assert "kernzin: 2 done, 6 failed, 0 skipped" in result.stderr
    problems = {r["id"]: r["problem"] for r in records(tmp_path / "uit.jsonl") if "problem" in r}
    assert "use --language nl" in problems["2-engels.txt"]["detail"]
    kinds = {
        r["id"]: r["problem"]["type"].rsplit(":")[-1] if "problem" in r else ""
        for r in records(tmp_path / "uit.jsonl")
    }
    assert kinds == {
        "1-leeg.txt": "empty-text",
        "2-engels.txt": "not-dutch",
        "3-binair.txt": "undecodable",
        "4-lang.txt": "too-long",
        "5-goed.txt": "",
        "x": "malformed-item",
        "t.jsonl:2": "malformed-item",
        "goed": "",
    }


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    table = many(tmp_path / "t.jsonl", 5)
    for output, jobs in (("een.jsonl", "1"), ("twee.jsonl", "4")):
        assert batch(table, "-o", output, "--jobs", jobs).exit_code == 0
    assert (tmp_path / "een.jsonl").read_bytes() == (tmp_path / "twee.jsonl").read_bytes()


def test_resume_does_what_is_missing_failed_or_changed(tmp_path: Path) -> None:
    lines = [{"id": n, "text": f"{DUTCH} Het is {n} mei."} for n in "abc"]
    lines.append({"id": "d", "text": ""})
    table = tmp_path / "t.jsonl"
    table.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert batch(table, "-o", "uit.jsonl").exit_code == 1
    before = {r["id"]: r for r in records(tmp_path / "uit.jsonl")}

    lines[1]["text"] = DUTCH + " Dat is nieuw."
    lines[3]["text"] = DUTCH
    lines.append({"id": "e", "text": DUTCH})
    table.write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = batch(table, "-o", "uit.jsonl", "--resume")
    assert result.exit_code == 0, result.stderr
    assert "3 done, 0 failed, 2 skipped" in result.stderr
    after = records(tmp_path / "uit.jsonl")
    assert [r["id"] for r in after] == ["a", "c", "b", "d", "e"]
    assert [r for r in after if r["id"] in "ac"] == [before["a"], before["c"]]
    assert all("digest" in r for r in after)

    whole = (tmp_path / "uit.jsonl").read_bytes()
    again = batch(table, "-o", "uit.jsonl", "--resume")
    assert (again.exit_code, (tmp_path / "uit.jsonl").read_bytes()) == (0, whole)
    assert "0 done, 0 failed, 5 skipped" in again.stderr


def test_resume_without_an_earlier_run_is_a_run(tmp_path: Path) -> None:
    assert batch(many(tmp_path / "t.jsonl", 2), "-o", "uit.jsonl", "--resume").exit_code == 0
    assert len(records(tmp_path / "uit.jsonl")) == 2


def test_a_killed_run_resumed_is_the_same_as_an_uninterrupted_one(tmp_path: Path) -> None:
    table = many(tmp_path / "t.jsonl", 40)
    output = tmp_path / "uit.jsonl"
    process = subprocess.Popen(command(table, "-o", output), stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (output.exists() and output.read_bytes().count(b"\n") >= 5):
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    survived = output.read_bytes()
    assert 5 <= survived.count(b"\n") < 40, "killed too late to show anything"
    output.write_bytes(survived + b'{"id": "39", "input": {"content')  # as a kill within a write leaves it

    assert batch(table, "-o", output, "--resume").exit_code == 0
    assert batch(table, "-o", "heel.jsonl").exit_code == 0
    assert output.read_bytes() == (tmp_path / "heel.jsonl").read_bytes()


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_one_file_to_read(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text(DUTCH)
    (tmp_path / "b.txt").write_text("")
    result = batch("a.txt", "b.txt", "-o", "uit", "--format", form)
    assert result.exit_code == 1
    text = (tmp_path / "uit").read_text(encoding="utf-8")
    assert "Dat is jammer" in text
    assert "b.txt" in text


def test_records_on_standard_output(tmp_path: Path) -> None:
    result = batch(many(tmp_path / "t.jsonl", 3), "-o", "-")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["t.jsonl"],
        ["-o", "uit.jsonl"],
        ["nergens.txt", "-o", "uit.jsonl"],
        ["t.jsonl", "-o", "t.jsonl", "--overwrite"],
        ["t.jsonl", "t.jsonl", "-o", "uit.jsonl"],
        ["t.jsonl", "-o", "uit.md", "--format", "markdown", "--resume"],
        ["t.jsonl", "-o", "-", "--resume"],
        ["t.jsonl", "-o", "uit.jsonl", "--resume", "--overwrite"],
        ["t.jsonl", "-o", "bestaat.jsonl"],
        ["t.jsonl", "-o", "bestaat.jsonl", "--resume"],
        ["t.jsonl", "-o", "uit.jsonl", "--jobs", "0"],
        ["t.jsonl", "-o", "uit.jsonl", "--beam-size", "99"],
        ["t.jsonl", "-o", "uit.jsonl", "--cache", "ergens"],
        ["bestaat.csv", "-o", "uit.jsonl"],
        ["aanhaling.csv", "-o", "uit.jsonl"],
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(tmp_path: Path, arguments: list[str]) -> None:
    many(tmp_path / "t.jsonl", 2)
    (tmp_path / "bestaat.jsonl").write_text("iets anders\n")
    (tmp_path / "bestaat.csv").write_text("geen,kolom\n")
    (tmp_path / "aanhaling.csv").write_text('id,text,"bron"?\n1,Ja.,x\n')
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    result = batch(*arguments)
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert line.startswith("kernzin: error: ")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_overwrite_replaces(tmp_path: Path) -> None:
    (tmp_path / "uit.jsonl").write_text("iets anders\n")
    assert batch(many(tmp_path / "t.jsonl", 1), "-o", "uit.jsonl", "--overwrite").exit_code == 0
    assert [r["id"] for r in records(tmp_path / "uit.jsonl")] == ["0"]


@pytest.mark.parametrize("output", ["/dev/full", "nergens/uit.jsonl"])
def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path, output: str) -> None:
    result = batch(many(tmp_path / "t.jsonl", 2), "-o", output)
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert line.startswith(f"kernzin: error: {output}: ")


def test_a_closed_pipe_ends_the_run_silently(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the run sees it; that the process ends as silently, the test of ``digest`` shows."""
    table = many(tmp_path / "t.jsonl", 4)
    reading, writing = os.pipe()
    os.close(reading)
    told = io.StringIO()
    with suppress(BrokenPipeError), os.fdopen(writing, "w") as pipe, monkeypatch.context() as patch:
        patch.setattr("sys.stdout", pipe)
        patch.setattr("sys.stderr", told)
        with pytest.raises(SystemExit) as ended:
            main(["batch", str(table), "-o", "-"])
    assert (ended.value.code, told.getvalue()) == (1, "")


def test_an_interrupted_run_says_so_and_keeps_its_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = Tally._count

    def interrupted(tally: Tally, outcome: Outcome) -> None:
        count(tally, outcome)
        if tally.done == 3:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Tally, "_count", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a shell's background
    try:
        result = batch(many(tmp_path / "t.jsonl", 8), "-o", "uit.jsonl")
    finally:
        signal.signal(signal.SIGINT, before)
    assert (result.exit_code, result.stderr.strip()) == (130, "kernzin: interrupted")
    assert ["digest" in record for record in records(tmp_path / "uit.jsonl")] == [True, True]


def test_progress_is_shown_on_a_terminal_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = many(tmp_path / "t.jsonl", 3)
    shown = ""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with os.fdopen(theirs, "w") as terminal, monkeypatch.context() as patch:
        patch.setattr("sys.stderr", terminal)
        with pytest.raises(SystemExit) as ended:
            main(["batch", str(table), "-o", "uit.jsonl"])
    with os.fdopen(ours, "rb", 0) as screen, suppress(OSError):  # a closed terminal ends in an error
        while part := screen.read(4096):
            shown += part.decode()
    assert ended.value.code == 0
    assert "3/3" in shown
    assert "3 done" in shown
    assert "3/3" not in batch(table, "-o", "pijp.jsonl").stderr


@pytest.mark.parametrize("form", ["markdown", "html", "jsonl"])
def test_a_file_name_that_is_no_utf8_does_not_end_the_run(tmp_path: Path, form: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / os.fsdecode(b"caf\xe9.txt")).touch()
    (tmp_path / "map" / "z.txt").write_text(DUTCH)
    result = batch("map", "--output", "uit", "--format", form)
    assert result.exit_code == 1, result.stderr
    assert result.stderr.startswith("kernzin: 1 done, 1 failed")
    written = (tmp_path / "uit").read_text(encoding="utf-8")
    assert "Veenhaven" in written
    assert "caf" in written
