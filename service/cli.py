"""The command ``kernzin``. Each command imports what it needs when it runs: ``--help`` answers at once."""

from __future__ import annotations

import errno
import importlib.util
import json
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from service.cli_batch import batch
from service.cli_doctor import doctor
from service.cli_models import models
from service.cli_options import (
    ALL_SETTINGS,
    DIGEST_SETTINGS,
    WISH_SETTINGS,
    load_digester,
    make_options,
    variable,
    with_language,
    with_settings,
    with_wishes,
)
from service.errors import ArticleError
from service.settings import Settings

if TYPE_CHECKING:
    from service.result import Article, Digest

log = logging.getLogger(__name__)

INTERRUPTED = 130

_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
_TITLE = click.option("--title", metavar="TEXT", help="The headline, if it does not stand in the file.")
_HTML = click.option("--html", is_flag=True, help="The file is HTML, whatever it is called.")
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["json", "markdown", "html"]),
    default="markdown",
    show_default=True,
    help="What to print.",
)


class _Command(click.Group):
    """Whatever goes wrong is one line on standard error and an exit code."""

    def main(self, *arguments: Any, **extra: Any) -> Any:
        """As click's own, which prints several lines or, for what it does not know, a traceback."""
        extra = {"prog_name": "kernzin", **extra, "standalone_mode": False}
        try:
            code = int(super().main(*arguments, **extra) or 0)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code = error.exit_code
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else "kernzin"
            code = _fail(f"{error.format_message()} (See {where} --help.)", error.exit_code)
        except click.ClickException as error:
            code = _fail(error.format_message(), error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            code = _fail("interrupted", INTERRUPTED)
        except Exception as error:
            log.debug("%s", type(error).__name__, exc_info=error)  # seen with --debug
            code = _fail(_explain(error))
        sys.exit(code)


def _explain(error: Exception) -> str:
    """What went wrong, for the one who typed the command."""
    from models.interfaces import ModelError
    from service.batch.output import OutputError

    if isinstance(error, ArticleError | ModelError | OutputError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    return f"{type(error).__name__}: {error} (kernzin --debug … shows where it comes from)"


def _fail(message: str, code: int = 1) -> int:
    line = " ".join(message.split())
    try:
        print(f"kernzin: error: {line}" if code != INTERRUPTED else f"kernzin: {line}", file=sys.stderr)
    except OSError as error:  # nobody reads standard error any more
        if error.errno != errno.EPIPE:
            raise
    return code


@click.group(
    "kernzin",
    cls=_Command,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="kernzin", prog_name="kernzin", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where an unexpected error comes from.")
def main(debug: bool) -> None:
    """A Dutch article in, an English digest out: translation, summary and key quotes.

    Settings come from the environment (KERNZIN_…); a flag wins over it. Exit codes: 0 done, 1 an article
    failed or something broke, 2 wrong use, 130 interrupted.
    """
    if debug:
        logging.basicConfig()
        logging.getLogger("service").setLevel(logging.DEBUG)


@main.command()
@_FILE
@_FORMAT
@_TITLE
@_HTML
@with_wishes
@with_settings(*WISH_SETTINGS, *DIGEST_SETTINGS)
def digest(settings: Settings, file: Path, form: str, title: str | None, html: bool, **wishes: Any) -> None:
    """Digest one article: FILE, or - for standard input."""
    options = make_options(settings, **wishes)
    article = _read(file, title, html, settings)
    _print(load_digester(settings).digest(article, options), form)


@main.command()
@_FILE
@_FORMAT
@_TITLE
@_HTML
@with_language
@with_settings(*DIGEST_SETTINGS)
def translate(
    settings: Settings, file: Path, form: str, title: str | None, html: bool, **wishes: Any
) -> None:
    """Translate one article without summary and quotes: FILE, or - for standard input."""
    options = make_options(settings, **wishes)
    article = _read(file, title, html, settings)
    _print(load_digester(settings).translate(article, options), form)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1), help="Processes; each loads the models. [default 1]")
@click.option(
    "--threads",
    "server_threads",
    type=click.IntRange(1),
    help="Requests at once in each process. [default 8]",
)
@with_settings(*ALL_SETTINGS)
def serve(settings: Settings, host: str, port: int, workers: int | None, server_threads: int | None) -> None:
    """Serve the form and the API with gunicorn.

    More of gunicorn's own options can be set in GUNICORN_CMD_ARGS.
    """
    if importlib.util.find_spec("gunicorn") is None:
        raise click.ClickException(
            "gunicorn is not installed: pip install gunicorn (for Windows there are other WSGI servers)."
        )
    for name in ALL_SETTINGS:  # the server's processes read them from the environment
        os.environ[variable(name)] = str(getattr(settings, name))
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    command = [sys.executable, "-m", "gunicorn", "-c", "python:service.gunicorn_config", "--bind", bind]
    if workers:
        command += ["--workers", str(workers)]
    if server_threads:
        command += ["--threads", str(server_threads)]
    sys.stdout.flush()
    os.execv(sys.executable, command)


main.add_command(batch)
main.add_command(models)
main.add_command(doctor)


def _read(file: Path, title: str | None, html: bool, settings: Settings) -> Article:
    from service.batch.files import is_html_name, read_article

    is_html = html or is_html_name(file.name)
    with click.open_file(str(file), "rb") as stream:
        return read_article(
            cast(BinaryIO, stream), is_html=is_html, title=title, max_chars=settings.max_chars
        )


def _print(result: Digest, form: str) -> None:
    from service.render import to_html, to_json, to_markdown

    if form == "json":
        text = json.dumps(to_json(result), ensure_ascii=False, indent=2) + "\n"
    elif form == "html":
        text = to_html(result)
    else:
        text = to_markdown(result)
    # bytes, because the article may hold what the terminal's encoding cannot show
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", "replace"))
    stream.flush()
