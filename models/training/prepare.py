"""From TSV files to a vocabulary, tokenised arrays and a manifest."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from models.training.corpus import (
    CleaningRules,
    DuplicateFilter,
    Pair,
    corpus_name,
    list_corpora,
    normalise_pair,
    read_pairs,
    rejection,
)
from models.training.dataset import build_corpus, save_corpus
from models.training.decontaminate import EvaluationIndex, index_files
from models.training.domains import DEFAULT_WEIGHTS, DomainGroup, file_weights, group_of, load_groups
from models.training.errors import TrainingError
from models.training.lexical import build_lexicon, reworded
from models.training.variants import variants
from models.training.vocabulary import (
    VocabularyConfig,
    copy_vocabulary,
    load_processor,
    train_vocabulary,
    vocabulary_hash,
    weighted_sample,
)
from models.training.word_list import count_words, mended

Report = Callable[[str], None]


@dataclass(frozen=True)
class PrepareConfig:
    """Everything that decides the content of a prepared folder."""

    weights: Path = DEFAULT_WEIGHTS
    max_pieces: int = 120
    rules: CleaningRules = field(default_factory=CleaningRules)
    vocabulary: VocabularyConfig = field(default_factory=VocabularyConfig)
    vocabulary_from: Path | None = None
    """A checkpoint whose vocabulary to keep, so that training can start from its weights."""
    seed: int = 1


def sha256(path: Path) -> str:
    """Hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def clean_corpus(
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


def vary_corpora(
    corpora: dict[str, list[Pair]], groups: tuple[DomainGroup, ...], seed: int, report: Report
) -> dict[str, int]:
    """Mend the word lists, add the variants that the groups ask for, and return how many joined each file."""
    group = {name: group_of(name, groups) or DomainGroup("", 0.0, ()) for name in corpora}
    text = [pair for name, pairs in corpora.items() if not group[name].words for pair in pairs]
    known = count_words(english for _, english in text)
    words: list[Pair] = []
    for name in corpora:
        if group[name].words:
            entries = mended(corpora[name], known)
            count = sum(new != old for new, old in zip(entries, corpora[name], strict=True))
            report(f"{name}: mended {count} entries")
            corpora[name] = entries
            words += entries
    lexicon = build_lexicon(words, text)
    counts: dict[str, int] = {}
    for name, pairs in corpora.items():
        varied = variants(pairs, group[name].variants, group[name].numbered, seed)
        varied += reworded(pairs, lexicon, group[name].reworded, seed)
        corpora[name] = pairs + varied
        counts[name] = len(varied)
    return counts


def prepare(
    train: Path, evaluation: Sequence[Path], output: Path, config: PrepareConfig, report: Report
) -> dict[str, Any]:
    """Write a prepared folder and return its manifest."""
    paths = list_corpora(train)
    held_out = [file for path in evaluation for file in list_corpora(path)]
    groups = load_groups(config.weights)
    index = index_files(held_out)
    duplicates = DuplicateFilter()
    corpora: dict[str, list[Pair]] = {}
    removed: dict[str, Counter[str]] = {}
    for path in paths:
        name = corpus_name(path)
        corpora[name], removed[name] = clean_corpus(path, index, config.rules, duplicates)
        reasons = ", ".join(f"{count} {why}" for why, count in sorted(removed[name].items()))
        report(f"{name}: kept {len(corpora[name])}, removed {reasons or 'none'}")
    varied = vary_corpora(corpora, groups, config.seed, report)
    sizes = {name: sum(len(pair[1]) for pair in pairs) for name, pairs in corpora.items()}
    weights = file_weights(sizes, groups)
    if not any(weights.values()):
        raise TrainingError(f"no pairs left to train on in {train}")
    vocabulary = config.vocabulary
    if config.vocabulary_from is not None:
        report(f"keeping the pieces of {config.vocabulary_from}")
        copy_vocabulary(config.vocabulary_from, output)
    else:
        sample = weighted_sample(corpora, weights, vocabulary.sample_pairs, vocabulary.seed)
        report(f"training {vocabulary.size} pieces on {len(sample)} sentences")
        train_vocabulary(sample, vocabulary, output)
    processor = load_processor(output)
    entries: dict[str, Any] = {}
    for path in paths:
        name = corpus_name(path)
        sources = processor.encode([pair[0] for pair in corpora[name]])
        targets = processor.encode([pair[1] for pair in corpora[name]])
        encoded = [
            pair
            for pair in zip(sources, targets, strict=True)
            if min(map(len, pair)) > 0 and max(map(len, pair)) <= config.max_pieces
        ]
        removed[name]["too long"] += len(sources) - len(encoded)
        saved = save_corpus(build_corpus(name, encoded), output / "corpora")
        entries[name] = {
            "kept": len(encoded),
            "variants": varied[name],
            "removed": dict(sorted((+removed[name]).items())),
            "source_tokens": sum(len(pair[0]) + 1 for pair in encoded),
            "target_tokens": sum(len(pair[1]) + 1 for pair in encoded),
            "tsv_sha256": sha256(path),
            "npz_sha256": sha256(saved),
        }
    tokens = {name: entry["target_tokens"] for name, entry in entries.items()}
    for name, weight in file_weights(tokens, groups).items():
        entries[name]["weight"] = round(weight, 6)
    manifest = {
        "corpora": entries,
        "evaluation": {path.name: sha256(path) for path in held_out},
        "vocabulary": asdict(vocabulary),
        "vocabulary_sha256": vocabulary_hash(output),
        "max_pieces": config.max_pieces,
        "rules": asdict(config.rules),
    }
    (output / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return manifest
