"""The files of words beside a checkpoint's weights: the table of words and the dictionary."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Final

from models.interfaces import ModelError
from models.word_table import WordTable

WORDS_FILE: Final = "words.txt.gz"
DICTIONARY_FILE: Final = "dictionary.txt.gz"
"""Lines of a Dutch word or expression and, behind a tab, its English: renderings with semicolons between."""


def read_words(folder: Path) -> WordTable | None:
    """The table of a checkpoint's folder, or None where there is none. Raises ``ModelError``."""
    if not (folder / WORDS_FILE).is_file():
        return None
    dictionary = _lines_of(folder / DICTIONARY_FILE) if (folder / DICTIONARY_FILE).is_file() else []
    for number, line in enumerate(dictionary, start=1):
        if "\t" not in line:
            raise ModelError(f"{folder / DICTIONARY_FILE} is no dictionary: line {number} has no tab")
    try:
        return WordTable(_lines_of(folder / WORDS_FILE), dictionary)
    except ValueError as error:
        raise ModelError(f"{folder / WORDS_FILE} is no table of words: {error}") from error


def _lines_of(path: Path) -> list[str]:
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise ModelError(f"{path} is no table of words: {error}") from error
    return text.removesuffix("\n").split("\n")
