"""``kernzin models``: which checkpoints are here, what they are, and fetching one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.cli_options import with_settings
from service.settings import Settings

if TYPE_CHECKING:
    from models.checkpoints import Checkpoint

_NAME = click.argument("name", required=False)
_DESCRIBED = (
    "model_type",
    "d_model",
    "encoder_layers",
    "decoder_layers",
    "vocab_size",
    "max_position_embeddings",
)


@click.group()
def models() -> None:
    """The checkpoints: list, describe and download them."""


@models.command("list")
@with_settings("translation_model", "model_dir")
def list_command(settings: Settings) -> None:
    """The checkpoints that are here; * is the one that translates."""
    from models.checkpoints import DEFAULT_TRANSLATOR, find_checkpoint, list_checkpoints
    from models.interfaces import ModelError

    try:
        chosen = find_checkpoint(settings.translation_model, settings.model_dir)
    except ModelError as error:
        click.echo(f"kernzin: {error}", err=True)
        chosen = None
    here = list_checkpoints(settings.model_dir)
    if chosen and chosen not in here:  # a folder
        here.append(chosen)
    width = max((len(name) for name in (DEFAULT_TRANSLATOR, *(c.name for c in here))), default=0)
    for checkpoint in here:
        mark = "*" if checkpoint == chosen else " "
        click.echo(f"{mark} {checkpoint.name:{width}}  {_megabytes(checkpoint):>9}  {checkpoint.licence}")
    if DEFAULT_TRANSLATOR not in {checkpoint.name for checkpoint in here}:
        click.echo(f"  {DEFAULT_TRANSLATOR:{width}}  not here; for full quality: kernzin models download")


@models.command()
@_NAME
@with_settings("translation_model", "model_dir")
def info(settings: Settings, name: str | None) -> None:
    """What checkpoint NAME is; without NAME, the one that translates."""
    from models.checkpoints import find_checkpoint, find_files, fingerprint

    folder = settings.model_dir
    if name in (None, "auto"):
        checkpoint = find_checkpoint(settings.translation_model, folder)
    else:
        checkpoint = find_files(str(name), folder)
    rows = {
        "name": checkpoint.name,
        "kind": checkpoint.kind,
        "folder": str(checkpoint.folder),
        "revision": checkpoint.revision or "none",
        "licence": checkpoint.licence,
        "size": _megabytes(checkpoint),
        "weights": ", ".join(path.name for path in checkpoint.weights),
        "fingerprint": fingerprint(checkpoint),
        **_configuration(checkpoint.folder),
    }
    for key, value in rows.items():
        click.echo(f"{key + ':':25}{value}")


@models.command()
@_NAME
@click.option("--revision", metavar="REV", help="A branch, tag or commit of the hub.")
@with_settings("model_dir", "compute_type")
def download(settings: Settings, name: str | None, revision: str | None) -> None:
    """Fetch checkpoint NAME (org/model) from the hub; without NAME, the translator of full quality.

    Run it again to go on after an interruption. Afterwards no network is needed.
    """
    from models.checkpoints import DEFAULT_TRANSLATOR
    from models.download import download as fetch

    checkpoint = fetch(name or DEFAULT_TRANSLATOR, settings.model_dir, revision, progress=sys.stderr.isatty())
    if _configuration(checkpoint.folder).get("model_type") == "marian":
        _prepare(checkpoint, settings)
    click.echo(
        f"{checkpoint.name} ({checkpoint.revision[:12]}, {_megabytes(checkpoint)}) is in {checkpoint.folder}"
    )


def _prepare(checkpoint: Checkpoint, settings: Settings) -> None:
    """Convert the checkpoint now, so that no request has to wait for it."""
    from models.marian import load_translator

    load_translator(
        checkpoint.name,
        engine="ctranslate2",
        compute_type=settings.compute_type,
        device="cpu",
        threads=1,
        model_dir=settings.model_dir,
    )


def _configuration(folder: Path) -> dict[str, str]:
    """The few lines of config.json that tell one model from another."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: str(config[key]) for key in _DESCRIBED if key in config} if isinstance(config, dict) else {}


def _megabytes(checkpoint: Checkpoint) -> str:
    return f"{checkpoint.size / 1e6:,.0f} MB"
