"""What the user named on the command line to the items of a run, in a fixed order.

A file in a folder is called by its path below that folder, with slashes; a file named by itself by its name
as it was typed, or by its last part if that was an absolute path. So ids do not depend on the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from service.batch.files import ARTICLE_SUFFIXES, file_item, walk
from service.batch.items import Item
from service.batch.tables import TableError, csv_items, jsonl_items

_KNOWN = (*ARTICLE_SUFFIXES, ".jsonl", ".csv")


class InputError(Exception):
    """The inputs cannot be used as they were given; nothing has been done yet."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Can be gone through any number of times."""

    paths: Sequence[Path]
    output: Path | None
    """Never read as an article, also when it lies in one of the folders."""
    max_chars: int

    def __post_init__(self) -> None:
        for path in self.paths:
            if not path.exists():
                raise InputError(f"{path} does not exist.")
            if not path.is_dir() and path.suffix.lower() not in _KNOWN:
                raise InputError(f"{path}: only {', '.join(_KNOWN)} and folders can be read.")
            if self.output is not None and path.resolve() == self.output.resolve():
                raise InputError(f"{path} is both input and output.")

    def __iter__(self) -> Iterator[Item]:
        """The items. Raises ``InputError`` if a file or folder as a whole cannot be read."""
        for path in self.paths:
            try:
                yield from self._of(path)
            except OSError as error:
                raise InputError(f"{error.filename or path}: {error.strerror or error}.") from error
            except TableError as error:
                raise InputError(str(error)) from error

    def _of(self, path: Path) -> Iterator[Item]:
        if path.is_dir():
            skip = self.output.resolve() if self.output else None
            root = path.resolve()
            for file in walk(root, skip):
                yield file_item(file, file.relative_to(root).as_posix(), self.max_chars)
        elif path.suffix.lower() == ".jsonl":
            yield from jsonl_items(path, _name(path))
        elif path.suffix.lower() == ".csv":
            yield from csv_items(path, _name(path))
        else:
            yield file_item(path, _name(path), self.max_chars)


def _name(path: PurePath) -> str:
    return path.name if path.is_absolute() else path.as_posix()
