"""Domain weights: which share of the training stream each file fills."""

import fnmatch
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.training.errors import TrainingError

DEFAULT_WEIGHTS = Path(__file__).with_name("domains.toml")


@dataclass(frozen=True)
class DomainGroup:
    """Files of one kind of text, the share of target tokens they fill together, and their variants.

    ``variants`` is how many copies with other names and numbers join every pair that has any, ``numbered``
    how many more join those that have a number, ``reworded`` how many with other words of the word lists.
    ``words``: these files are word lists. ``machine``: their English is a machine's, not all of it learnt.
    """

    name: str
    share: float
    patterns: tuple[str, ...]
    variants: int = 0
    numbered: int = 0
    reworded: int = 0
    words: bool = False
    machine: bool = False


def load_groups(path: Path = DEFAULT_WEIGHTS) -> tuple[DomainGroup, ...]:
    """Read the groups of a weights file."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        groups = tuple(
            DomainGroup(
                str(entry["name"]),
                float(entry["share"]),
                tuple(map(str, entry["files"])),
                int(entry.get("variants", 0)),
                int(entry.get("numbered", 0)),
                int(entry.get("reworded", 0)),
                bool(entry.get("words", False)),
                bool(entry.get("machine", False)),
            )
            for entry in document["group"]
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise TrainingError(f"cannot read the domain weights {path}: {error}") from error
    if not groups or any(
        min(group.share, group.variants, group.numbered, group.reworded) < 0 for group in groups
    ):
        raise TrainingError(f"the domain weights {path} need at least one group, none negative")
    return groups


def group_of(name: str, groups: tuple[DomainGroup, ...]) -> DomainGroup:
    """The first group with a pattern that matches a file's name; one without a share if none does."""
    for group in groups:
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in group.patterns):
            return group
    return DomainGroup("", 0.0, ())


def file_weights(sizes: Mapping[str, int], groups: tuple[DomainGroup, ...]) -> dict[str, float]:
    """Share of the stream for every file, given its target tokens; the shares add up to one.

    A file that no group takes, or whose group has no share, gets zero.
    """
    members: dict[str, list[str]] = {}
    shares: dict[str, float] = {}
    for name, size in sizes.items():
        group = group_of(name, groups)
        if size > 0 and group.share > 0:
            members.setdefault(group.name, []).append(name)
            shares[group.name] = group.share
    total_share = sum(shares.values())
    weights = dict.fromkeys(sizes, 0.0)
    for group_name, names in members.items():
        group_size = sum(sizes[name] for name in names)
        for name in names:
            weights[name] = shares[group_name] / total_share * sizes[name] / group_size
    return weights
