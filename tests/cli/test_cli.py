"""The command as it is typed: one article in, a digest out, and one line for whatever goes wrong."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.cli_options import ALL_SETTINGS, DIGEST_SETTINGS, flag, variable

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = EXAMPLES / "brug.txt"
ENGLISH = (
    "The council has decided to close the old bridge for all traffic from next week, because it is no longer "
    "safe and nobody wants to pay for the repair of it."
)


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KERNZIN_TRANSLATION_MODEL", "scripted")
    monkeypatch.setenv("KERNZIN_SUMMARY_MODEL", "extractive")
    monkeypatch.setenv("KERNZIN_CACHE", "none")
    monkeypatch.chdir(tmp_path)


def kernzin(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["brug.txt", "school.txt", "haven.txt", "page.html"])
def test_a_sample_article_is_digested(name: str) -> None:
    result = kernzin("digest", EXAMPLES / name, "--format", "json")
    assert result.exit_code == 0, result.stderr
    digest = json.loads(result.stdout)
    assert digest["title"]["nl"]
    assert len(digest["summary"]["sentences"]) == 3
    quotes = [quote for quote in digest["quotes"] if quote["speaker"]]
    assert len(quotes) >= (1 if name == "page.html" else 8)
    text = digest.get("source") or (EXAMPLES / name).read_text(encoding="utf-8")
    assert all(text[quote["start"] : quote["end"]] == quote["nl"] for quote in digest["quotes"])


def test_the_sample_tables_are_digested(tmp_path: Path) -> None:
    result = kernzin("batch", EXAMPLES / "articles.jsonl", EXAMPLES / "articles.csv", "-o", "uit.jsonl")
    assert result.exit_code == 0, result.stderr
    assert len((tmp_path / "uit.jsonl").read_bytes().splitlines()) == 5


def test_formats() -> None:
    markdown = kernzin("digest", ARTICLE).stdout
    assert markdown.startswith("# ")
    assert "## Summary" in markdown
    assert "## Summary" not in kernzin("translate", ARTICLE).stdout
    assert kernzin("digest", ARTICLE, "--format", "html").stdout.lower().startswith("<!doctype html>")


def test_standard_input() -> None:
    assert kernzin("translate", "-", stdin="De brug is dicht.").exit_code == 0
    page = kernzin("translate", "-", "--html", "--format", "json", stdin="<p>De <b>brug</b> is dicht.</p>")
    assert json.loads(page.stdout)["source"].strip() == "De brug is dicht."


def test_wishes_are_heard(tmp_path: Path) -> None:
    (tmp_path / "termen.txt").write_text("brug = viaduct\n", encoding="utf-8")
    wishes = ["--sentences", "2", "--key-quotes", "1", "--title", "Eigen kop", "--glossary", "termen.txt"]
    digest = json.loads(kernzin("digest", ARTICLE, "--format", "json", *wishes).stdout)
    assert len(digest["summary"]["sentences"]) == 2
    assert len({quote["group"] for quote in digest["quotes"] if quote["key"]}) == 1
    assert digest["title"]["nl"] == "Eigen kop"
    assert "viaduct" in json.dumps(digest["paragraphs"])
    assert not any(quote["kind"] == "indirect" for quote in digest["quotes"])
    more = json.loads(kernzin("digest", ARTICLE, "--format", "json", "--indirect").stdout)
    assert any(quote["kind"] == "indirect" for quote in more["quotes"])


def test_a_flag_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNZIN_BEAM_SIZE", "2")

    def beams(*flags: str) -> int:
        result = kernzin("digest", "-", "--format", "json", *flags, stdin="De brug is dicht.")
        digest = json.loads(result.stdout)
        return int(digest["models"]["translation"]["decoding"]["beam_size"])

    assert (beams(), beams("--beam-size", "3")) == (2, 3)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.4 \x00\x01", "PDF"),
        (ENGLISH.encode(), "use --language nl"),
        (b"Ja. " * 60_000, "200,000"),
        (b"Ja. " * 600_000, "200,000"),
    ],
)
def test_an_unfit_article_is_one_line_and_exit_code_1(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    for result in (kernzin("digest", "a.txt"), kernzin("digest", "-", stdin=data)):
        assert (result.exit_code, result.stdout) == (1, "")
        [line] = result.stderr.splitlines()
        assert line.startswith("kernzin: error: ")
        assert reason in line


def test_insisting_on_dutch() -> None:
    assert kernzin("digest", "-", "--language", "nl", stdin=ENGLISH).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["nope"],
        ["--nope"],
        ["digest"],
        ["digest", "nergens.txt"],
        ["digest", "."],
        ["digest", str(ARTICLE), "--format", "pdf"],
        ["digest", str(ARTICLE), "--sentences", "0"],
        ["digest", str(ARTICLE), "--beam-size", "drie"],
        ["digest", str(ARTICLE), "--cache", "ergens"],
        ["digest", str(ARTICLE), "--glossary", "nergens.txt"],
        ["digest", str(ARTICLE), "--glossary", str(ARTICLE)],
        ["translate", str(ARTICLE), "--sentences", "2"],
        ["serve", "--port", "0"],
        ["serve", "--workers", "0"],
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    result = kernzin(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("kernzin: error: ")


def test_a_wrong_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNZIN_BEAM_SIZE", "veel")
    result = kernzin("digest", ARTICLE)
    assert result.exit_code == 2
    assert "KERNZIN_BEAM_SIZE" in result.stderr


def test_a_missing_checkpoint_is_one_line(tmp_path: Path) -> None:
    result = kernzin("digest", ARTICLE, "--model", "org/model", "--model-dir", tmp_path)
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert "kernzin models download org/model" in line


def test_the_unforeseen_is_one_line_unless_debugging(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_settings: object) -> None:
        raise RuntimeError("onvoorzien")

    monkeypatch.setattr("service.engine.build", fail)
    result = kernzin("digest", ARTICLE)
    assert result.exit_code == 1
    assert result.stderr == (
        "kernzin: error: RuntimeError: onvoorzien (kernzin --debug … shows where it comes from)\n"
    )
    caplog.set_level(logging.WARNING, "service")  # put back at the end, as --debug does not
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # as in a process of its own
    debugged = kernzin("--debug", "digest", ARTICLE)
    assert "Traceback" in debugged.stderr
    assert debugged.exit_code == 1


def test_an_interruption_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("service.engine.build", interrupt)
    result = kernzin("digest", ARTICLE)
    assert (result.exit_code, result.stderr.strip()) == (130, "kernzin: interrupted")


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("De brug is dicht.")
    code = "from service.cli import main; main(['digest', 'a.txt', '--format', 'html'])"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(60)


def test_help_and_version_load_no_engine() -> None:
    heavy = ("torch", "ctranslate2", "transformers", "lingua", "flask", "numpy", "sacremoses", "trafilatura")
    code = (
        "import sys, service.cli\n"
        "try: service.cli.main(['batch', '--help'])\n"
        f"finally: print([m for m in {heavy!r} if m in sys.modules])"
    )
    result = python(code)
    assert result.stdout.splitlines()[-1] == "[]"
    assert kernzin("--version").stdout.startswith("kernzin ")


def test_no_command_shows_the_help() -> None:
    result = kernzin()
    assert result.exit_code == 2
    assert "Commands:" in result.output


def test_every_setting_has_a_flag_where_it_is_needed() -> None:
    for command, names in (("digest", DIGEST_SETTINGS), ("batch", DIGEST_SETTINGS), ("serve", ALL_SETTINGS)):
        shown = kernzin(command, "--help").stdout
        for name in names:
            assert f"{flag(name)} " in shown
            assert variable(name) in "".join(shown.split())


def test_serve_hands_its_settings_to_gunicorn(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr("os.execv", lambda _path, command: ran.append(command))
    monkeypatch.setattr("os.environ", dict(os.environ))
    arguments = ["--host", "::1", "--port", "8001", "--workers", "2", "--threads", "3", "--beam-size", "2"]
    assert kernzin("serve", *arguments).exit_code == 0
    [command] = ran
    options = dict(zip(command[3::2], command[4::2], strict=True))
    assert command[:3] == [sys.executable, "-m", "gunicorn"]
    assert options == {
        "-c": "python:service.gunicorn_config",
        "--bind": "[::1]:8001",
        "--workers": "2",
        "--threads": "3",
    }
    assert os.environ["KERNZIN_BEAM_SIZE"] == "2"
    assert os.environ["KERNZIN_TRANSLATION_MODEL"] == "scripted"


def test_serve_without_gunicorn_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    result = kernzin("serve")
    assert result.exit_code == 1
    assert "gunicorn is not installed" in result.stderr
