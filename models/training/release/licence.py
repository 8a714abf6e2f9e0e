"""Whose text the weights were made from, and the licence that they carry for it."""

import fnmatch
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).with_name("sources.toml")
LICENCE = Path(__file__).with_name("LICENSE.weights")
GEMMA_PART = Path(__file__).with_name("LICENSE.gemma")
GEMMA = "Gemma Terms of Use"


def load_sources() -> list[dict[str, Any]]:
    """Descriptions and licences of the training text."""
    sources: list[dict[str, Any]] = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"]
    return sources


def describe(name: str, sources: Sequence[dict[str, Any]]) -> tuple[str, str]:
    """What a file is and its licence."""
    for source in sources:
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in source["files"]):
            return str(source["text"]), str(source["licence"])
    return "pairs of your own", "not stated"


def used_files(manifest: Mapping[str, Any]) -> dict[str, list[str]]:
    """The files that were read, by licence."""
    sources = load_sources()
    used: dict[str, list[str]] = {}
    for name, entry in manifest["corpora"].items():
        if entry["weight"] > 0:
            used.setdefault(describe(name, sources)[1], []).append(name)
    return used


def is_of_gemma(manifest: Mapping[str, Any], runs: int, soup: int = 0) -> bool:
    """Whether the weights count as a derivative of Gemma: by their text, or by other weights.

    What those were made from is not recorded, so weights that went on from others, are a mean with others
    (``soup`` of them) or learnt the English of others count as one.
    """
    anew = any(entry.get("translated_anew") for entry in manifest["corpora"].values())
    return runs > 1 or soup > 0 or anew or GEMMA in used_files(manifest)


def licence_text(manifest: Mapping[str, Any], *, gemma: bool) -> str:
    """The licence of the weights, with the files that they were made from."""
    used = sorted(used_files(manifest).items())
    listed = "".join(f"  {licence}: {', '.join(names)}\n" for licence, names in used)
    part = GEMMA_PART.read_text(encoding="utf-8") if gemma else ""
    return LICENCE.read_text(encoding="utf-8").replace("@GEMMA@\n", part).replace("@SOURCES@\n", listed)
