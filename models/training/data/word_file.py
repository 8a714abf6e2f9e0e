"""The table of single words and the dictionary that stand beside a checkpoint's weights."""

import gzip
from collections.abc import Sequence
from pathlib import Path

from models.training.data.cleaning import Report, part, read_corpora
from models.training.data.corpus import CleaningRules, list_corpora, read_lines
from models.training.data.domains import DEFAULT_WEIGHTS, load_groups
from models.training.data.doubt import leave_unfaithful
from models.training.data.word_table import table_lines
from models.training.errors import TrainingError
from models.word_files import DICTIONARY_FILE, WORDS_FILE


def write_words(train: Sequence[Path], evaluation: Sequence[Path], output: Path, report: Report) -> None:
    """Learn the table of a training text, what a machine made up left out, into a checkpoint's folder."""
    groups = load_groups(DEFAULT_WEIGHTS)
    held_out = list_corpora(evaluation)
    corpora, removed = read_corpora(list_corpora(train), held_out, groups, CleaningRules(), report)
    leave_unfaithful(corpora, removed, groups, report)
    lines = table_lines(*part(corpora, groups))
    _write(output / WORDS_FILE, lines)
    report(f"{len(lines) - 2} words in {output / WORDS_FILE}")


def write_dictionary(dictionary: Path, output: Path, report: Report) -> None:
    """Put a dictionary into a checkpoint's folder. Raises ``TrainingError`` for a line that is no entry."""
    lines = list(read_lines(dictionary))
    for number, line in enumerate(lines, start=1):
        if line.count("\t") != 1 or not all(part.strip(" ;") for part in line.split("\t")):
            raise TrainingError(f"{dictionary.name}, line {number}: expected Dutch<TAB>English[; English]")
    _write(output / DICTIONARY_FILE, lines)
    report(f"{len(lines)} words in {output / DICTIONARY_FILE}")


def _write(path: Path, lines: Sequence[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress("\n".join([*lines, ""]).encode(), 9, mtime=0))
    except OSError as error:
        raise TrainingError(f"cannot write {path}: {error}") from error
