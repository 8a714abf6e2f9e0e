"""Flags of the command line: every setting a command needs, and the wishes for one digest.

A setting's flag, its help and its default come from the field of :class:`Settings`; a flag that is given wins
over the environment.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin

import click
from pydantic import ValidationError

from service.glossary import GlossaryError, parse_glossary
from service.settings import Settings

MODEL_SETTINGS = (
    "translation_model",
    "summary_model",
    "engine",
    "compute_type",
    "device",
    "threads",
    "beam_size",
    "model_dir",
)
DIGEST_SETTINGS = (*MODEL_SETTINGS, "cache", "cache_days", "cache_max_mb", "max_chars")
WISH_SETTINGS = ("summary_sentences", "key_quotes")
ALL_SETTINGS = tuple(Settings.model_fields)

_FLAGS = {
    "translation_model": "--model",
    "threads": "--model-threads",  # `serve --threads` are those of the server
    "summary_sentences": "--sentences",
}

if TYPE_CHECKING:
    from service.digest import Digester
    from service.result import Options, SummaryMethod

AnyFunction = Callable[..., Any]


def flag(setting: str) -> str:
    """The flag of a setting."""
    return _FLAGS.get(setting, "--" + setting.replace("_", "-"))


def variable(setting: str) -> str:
    """The environment variable of a setting."""
    return f"{Settings.model_config['env_prefix']}{setting.upper()}"


def with_settings(*names: str) -> Callable[[AnyFunction], AnyFunction]:
    """Give a command the flags of these settings, and the resulting ``settings`` as an argument."""

    def decorate(function: AnyFunction) -> AnyFunction:
        @functools.wraps(function)
        def command(**arguments: Any) -> Any:
            given = {name: arguments.pop(name) for name in names}
            return function(settings=load_settings(given), **arguments)

        decorated: AnyFunction = command
        for name in reversed(names):
            decorated = _option(name)(decorated)
        return decorated

    return decorate


def load_settings(given: Mapping[str, Any]) -> Settings:
    """The settings of the environment, overridden by what is not None. Raises ``click.UsageError``."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise click.UsageError(f"{flag(name)} or {variable(name)}: {first['msg']}.") from error


def _option(name: str) -> Callable[[AnyFunction], AnyFunction]:
    field = Settings.model_fields[name]
    kind: click.ParamType[Any] = click.STRING
    if get_origin(field.annotation) is Literal:
        kind = click.Choice(get_args(field.annotation))
    elif field.annotation is int:
        kind = click.INT
    help_text = f"{field.description} [{variable(name)}; default {field.default}]"
    metavar = {"translation_model": "NAME", "summary_model": "NAME", "cache": "URL", "model_dir": "FOLDER"}
    return click.option(flag(name), name, type=kind, metavar=metavar.get(name), help=help_text)


def with_language(function: AnyFunction) -> AnyFunction:
    """The options of a translation."""
    for option in (
        click.option(
            "--glossary",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Terms to keep to, one a line: Dutch = English (tab or comma will do too).",
        ),
        click.option(
            "--language",
            type=click.Choice(["auto", "nl"]),
            default="auto",
            show_default=True,
            help="nl: do not check that the text is Dutch.",
        ),
    ):
        function = option(function)
    return function


def with_wishes(function: AnyFunction) -> AnyFunction:
    """The options of a digest, those of a translation among them."""
    for option in (
        click.option("--indirect", is_flag=True, help="List indirect speech among the quotes too."),
        click.option(
            "--method",
            type=click.Choice(["auto", "extractive", "abstractive"]),
            default="auto",
            show_default=True,
            help="How the summary is made.",
        ),
    ):
        function = option(function)
    return with_language(function)


def make_options(
    settings: Settings,
    *,
    language: str,
    glossary: Path | None,
    method: str = "auto",
    indirect: bool = False,
) -> Options:
    """What the flags ask of a digest. Raises ``click.UsageError`` for a bad glossary."""
    from service.result import Options

    return Options(
        language=cast(Literal["auto", "nl"], language),
        summary_sentences=settings.summary_sentences,
        summary_method=cast("SummaryMethod", method),
        key_quotes=settings.key_quotes,
        indirect=indirect,
        glossary=_read_glossary(glossary) if glossary else (),
    )


def load_digester(settings: Settings) -> Digester:
    """The models that the settings name. Raises ``ModelError``, or ``UsageError`` for a wrong setting."""
    from service.engine import build

    try:
        return build(settings)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _read_glossary(path: Path) -> tuple[tuple[str, str], ...]:
    from service.errors import UndecodableError
    from service.text.reading.decoding import decode

    try:
        return parse_glossary(decode(path.read_bytes()))
    except (GlossaryError, UndecodableError) as error:
        raise click.UsageError(f"{path}: {error}") from error
