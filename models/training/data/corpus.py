"""Reading and cleaning of sentence pairs in TSV files."""

import gzip
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sacremoses import MosesPunctNormalizer

from models.training.errors import TrainingError

Pair = tuple[str, str]


@dataclass(frozen=True)
class CleaningRules:
    """What a pair must satisfy to be trained on."""

    max_characters: int = 900
    max_ratio: float = 2.6
    ratio_from_characters: int = 24
    copy_from_words: int = 4


def corpus_name(path: Path) -> str:
    """Name of a corpus: its file name without `.tsv` or `.tsv.gz`."""
    return path.name.removesuffix(".gz").removesuffix(".tsv")


def list_corpora(places: Sequence[Path]) -> list[Path]:
    """The files given, and the TSV files of the folders given, those of a folder sorted by name."""
    paths: list[Path] = []
    for place in places:
        found = [place] if place.is_file() else sorted([*place.glob("*.tsv"), *place.glob("*.tsv.gz")])
        if not found:
            raise TrainingError(f"no .tsv or .tsv.gz file in {place}")
        paths.extend(found)
    return paths


def read_lines(path: Path) -> Iterator[str]:
    """Lines of a plain or gzipped text file, without the line break."""
    try:
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8", newline="\n") as stream:
                yield from (line.rstrip("\r\n") for line in stream)
        else:
            with path.open(encoding="utf-8", newline="\n") as stream:
                yield from (line.rstrip("\r\n") for line in stream)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise TrainingError(f"cannot read {path}: {error}") from error


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs of a TSV file: the last two columns of every line that is not empty."""
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip():
            continue
        columns = line.split("\t")
        if len(columns) < 2:
            raise TrainingError(f"{path.name}, line {number}: expected Dutch<TAB>English")
        yield columns[-2], columns[-1]


@cache
def _normaliser(language: str) -> MosesPunctNormalizer:
    return MosesPunctNormalizer(language)


def normalise(text: str, language: str) -> str:
    """NFC, single spaces and the Moses punctuation of Marian's own tokenizer."""
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    return " ".join(str(_normaliser(language).normalize(composed)).split()) if composed else ""


def normalise_pair(pair: Pair) -> Pair:
    """Both sides of a pair normalised."""
    return normalise(pair[0], "nl"), normalise(pair[1], "en")


def match_key(text: str) -> str:
    """Letters and digits only, casefolded: what two sentences share whatever their punctuation."""
    return "".join(character for character in text.casefold() if character.isalnum())


def rejection(pair: Pair, rules: CleaningRules) -> str | None:
    """Why a normalised pair is unfit for training, or None when it is fit."""
    source, target = pair
    if not match_key(source) or not match_key(target):
        return "empty"
    shorter, longer = sorted((len(source), len(target)))
    if longer > rules.max_characters:
        return "too long"
    if longer >= rules.ratio_from_characters and longer > rules.max_ratio * shorter:
        return "length ratio"
    copied = match_key(source) == match_key(target)
    if copied and len(source.split()) >= rules.copy_from_words:
        return "copy"
    return None


class DuplicateFilter:
    """Remembers every pair it has been shown."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def is_new(self, pair: Pair) -> bool:
        """Whether this pair has not been shown before."""
        key = hash(pair)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True
