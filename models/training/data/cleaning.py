"""The corpora of a folder, cleaned and decontaminated, their word lists mended."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from models.training.data.corpus import (
    CleaningRules,
    DuplicateFilter,
    Pair,
    corpus_name,
    normalise_pair,
    read_pairs,
    rejection,
)
from models.training.data.decontaminate import EvaluationIndex, index_files
from models.training.data.domains import DomainGroup, group_of
from models.training.data.word_list import count_words, mended
from models.training.errors import TrainingError

Report = Callable[[str], None]


def read_corpora(
    paths: Sequence[Path],
    evaluation: Sequence[Path],
    groups: tuple[DomainGroup, ...],
    rules: CleaningRules,
    report: Report,
) -> tuple[dict[str, list[Pair]], dict[str, Counter[str]]]:
    """The pairs of every file of ``paths`` that are fit for training, and how many were removed why.

    Nothing of the files of ``evaluation`` is. Word lists have the spaces back that their English may have
    lost.
    """
    index, duplicates = index_files(evaluation), DuplicateFilter()
    corpora: dict[str, list[Pair]] = {}
    removed: dict[str, Counter[str]] = {}
    for path in paths:
        name = corpus_name(path)
        if name in corpora:
            raise TrainingError(f"more than one file is named {name}, and {path} is the second")
        corpora[name], removed[name] = _clean(path, index, rules, duplicates)
        reasons = ", ".join(f"{count} {why}" for why, count in sorted(removed[name].items()))
        report(f"{name}: kept {len(corpora[name])}, removed {reasons or 'none'}")
    known = count_words(english for _, english in part(corpora, groups)[0])
    for name, pairs in corpora.items():
        if group_of(name, groups).words:
            corpora[name] = mended(pairs, known)
            count = sum(new != old for new, old in zip(corpora[name], pairs, strict=True))
            report(f"{name}: mended {count} entries")
    return corpora, removed


def part(
    corpora: Mapping[str, Sequence[Pair]], groups: tuple[DomainGroup, ...]
) -> tuple[list[Pair], list[Pair]]:
    """All pairs of text, and all of word lists."""
    text: list[Pair] = []
    lists: list[Pair] = []
    for name, pairs in corpora.items():
        (lists if group_of(name, groups).words else text).extend(pairs)
    return text, lists


def _clean(
    path: Path, index: EvaluationIndex, rules: CleaningRules, duplicates: DuplicateFilter
) -> tuple[list[Pair], Counter[str]]:
    """Normalised pairs of one file fit for training, and the count of the others by reason."""
    kept: list[Pair] = []
    removed: Counter[str] = Counter()
    for pair in map(normalise_pair, read_pairs(path)):
        reason = rejection(pair, rules) or index.overlap(pair)
        if reason is None and not duplicates.is_new(pair):
            reason = "duplicate"
        if reason is None:
            kept.append(pair)
        else:
            removed[reason] += 1
    return kept, removed
