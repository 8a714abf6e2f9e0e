"""``kernzin doctor``: is everything there that a digest needs? One line for each check."""

from __future__ import annotations

import platform
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from service.cli_options import DIGEST_SETTINGS, with_settings
from service.settings import Settings

_MARGIN = 500_000_000
"""Bytes that should be free besides a full cache: a converted checkpoint, temporary files."""

Check = Callable[[Settings], str]


class CheckFailedError(Exception):
    """What is wrong, and what to do about it."""


@click.command()
@with_settings(*DIGEST_SETTINGS)
def doctor(settings: Settings) -> None:
    """Check that digests can be made here, and make one translation. Exit code 1 if something fails."""
    failed = False
    for name, check in CHECKS.items():
        try:
            result, detail = "ok", check(settings)
        except Exception as error:  # noqa: BLE001 - a doctor that falls over helps nobody
            result, detail = "FAIL", str(error) or type(error).__name__
            failed = True
        click.echo(f"{result:5} {name:12} {' '.join(detail.split())}")
    if failed:
        raise click.exceptions.Exit(1)


def _python(_settings: Settings) -> str:
    from importlib.metadata import metadata

    from packaging.specifiers import SpecifierSet

    version, wanted = platform.python_version(), metadata("kernzin")["Requires-Python"]
    if not SpecifierSet(wanted).contains(version, prereleases=True):
        raise CheckFailedError(f"{version}; needed is {wanted}")
    return version


def _packages(_settings: Settings) -> str:
    from importlib.metadata import PackageNotFoundError, requires, version

    from packaging.requirements import Requirement

    wrong = []
    needed = [Requirement(line) for line in requires("kernzin") or ()]
    needed = [r for r in needed if r.marker is None or r.marker.evaluate({"extra": ""})]
    for requirement in needed:
        try:
            found = version(requirement.name)
        except PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
            continue
        if not requirement.specifier.contains(found, prereleases=True):
            wrong.append(f"{requirement.name} is {found}, needed is {requirement.specifier}")
    if wrong:
        raise CheckFailedError("; ".join(wrong))
    return f"all {len(needed)} there"


def _checkpoint(settings: Settings) -> str:
    if settings.translation_model == "scripted":
        return "scripted: needs none"
    from models.checkpoints import find_checkpoint, fingerprint

    found = find_checkpoint(settings.translation_model, settings.model_dir)
    return f"{found.name} ({found.revision[:12] or fingerprint(found)[:12]}, licence {found.licence})"


def _translation(settings: Settings) -> str:
    from service.engine import build
    from service.result import Article, Options

    started = time.monotonic()
    digester = build(settings.model_copy(update={"cache": "none"}))  # made, not remembered
    digest = digester.translate(Article("Dit is een test."), Options(language="nl"))
    english = " ".join(s.en for p in digest.paragraphs for s in p.sentences)
    if not english.strip():
        raise CheckFailedError("the model answered nothing")
    card = digest.translation_model
    return f"“{english}” ({card.name}, {card.engine}, loaded and made in {time.monotonic() - started:.1f} s)"


def _cache(settings: Settings) -> str:
    from models.interfaces import Hypothesis
    from service.cache import open_cache

    if settings.cache == "none":
        return "none, by setting"
    store = open_cache(settings.cache, days=settings.cache_days, max_mb=settings.cache_max_mb)
    key = b"kernzin doctor"
    if store:
        store.put({key: (Hypothesis("ok", 0.0),)})
    if store is None or key not in store.get([key]):
        raise CheckFailedError(f"{settings.cache} cannot be written; --cache or KERNZIN_CACHE names another")
    return f"{settings.cache} is writable"


def _disk(settings: Settings) -> str:
    # The nearest folder that exists is on the disk where the model folder would be made.
    folder = next(f for f in _upwards(settings.model_dir.absolute()) if f.exists())
    free = shutil.disk_usage(folder).free
    wanted = _MARGIN + settings.cache_max_mb * 1_000_000
    detail = f"{free / 1e9:,.1f} GB free for {settings.model_dir}"
    if free < wanted:
        raise CheckFailedError(f"{detail}; {wanted / 1e9:,.1f} GB should be")
    return detail


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


CHECKS: dict[str, Check] = {
    "python": _python,
    "packages": _packages,
    "checkpoint": _checkpoint,
    "translation": _translation,
    "cache": _cache,
    "disk": _disk,
}
