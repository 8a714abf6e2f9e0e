"""From TSV files to a vocabulary, tokenised arrays and a manifest."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sentencepiece import SentencePieceProcessor

from models.interfaces import Translator
from models.training.data.cleaning import Report, part, read_corpora
from models.training.data.corpus import CleaningRules, Pair, corpus_name, list_corpora
from models.training.data.dataset import MOST_PIECES, Corpus, build_corpus, save_corpus
from models.training.data.decontaminate import index_files
from models.training.data.domains import DEFAULT_WEIGHTS, DomainGroup, file_weights, group_of, load_groups
from models.training.data.doubt import doubtful_pieces, leave_unfaithful
from models.training.data.lexical import build_lexicon, reworded
from models.training.data.retranslate import Retranslator
from models.training.data.variants import variants
from models.training.data.vocabulary import (
    VocabularyConfig,
    copy_vocabulary,
    load_processor,
    train_vocabulary,
    vocabulary_hash,
    vocabulary_size,
    weighted_sample,
)
from models.training.errors import TrainingError
from models.word_table import WordTable


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


def vary_corpora(
    corpora: dict[str, list[Pair]], groups: tuple[DomainGroup, ...], seed: int
) -> dict[str, int]:
    """Add the variants that the groups ask for, and return how many joined each file."""
    text, lists = part(corpora, groups)
    lexicon = build_lexicon(lists, text)
    counts: dict[str, int] = {}
    for name, pairs in corpora.items():
        group = group_of(name, groups)
        varied = variants(pairs, group.variants, group.numbered, seed)
        varied += reworded(pairs, lexicon, group.reworded, seed)
        corpora[name] = pairs + varied
        counts[name] = len(varied)
    return counts


def tokenise(
    name: str,
    pairs: Sequence[Pair],
    processor: SentencePieceProcessor,
    max_pieces: int,
    table: WordTable | None,
) -> tuple[Corpus, int]:
    """The pairs of a file as pieces, and how many were left out; with a table, doubtful pieces are marked."""
    encoded: list[tuple[list[int], list[int]]] = []
    doubtful: list[list[bool]] = []
    sources, targets = (processor.encode([pair[side] for pair in pairs]) for side in (0, 1))
    for pair, source, target in zip(pairs, sources, targets, strict=True):
        if min(len(source), len(target)) > 0 and max(len(source), len(target)) <= max_pieces:
            encoded.append((source, target))
            if table is not None:
                doubtful.append(doubtful_pieces(pair, processor.id_to_piece(target), table))
    return build_corpus(name, encoded, None if table is None else doubtful), len(pairs) - len(encoded)


def prepare(
    train: Sequence[Path],
    evaluation: Sequence[Path],
    output: Path,
    config: PrepareConfig,
    report: Report,
    translator: Translator | None = None,
) -> dict[str, Any]:
    """Write a prepared folder and return its manifest.

    With a translator the Dutch of machine-made pairs that account for less than usual is translated anew.
    """
    held_out = list_corpora(evaluation)
    groups = load_groups(config.weights)
    paths = list_corpora(train)
    corpora, removed = read_corpora(paths, held_out, groups, config.rules, report)
    anew_by = None if translator is None else Retranslator(translator, index_files(held_out))
    table, anew = leave_unfaithful(corpora, removed, groups, report, anew_by)
    varied = vary_corpora(corpora, groups, config.seed)
    sizes = {name: sum(len(pair[1]) for pair in pairs) for name, pairs in corpora.items()}
    weights = file_weights(sizes, groups)
    if not any(weights.values()):
        raise TrainingError(f"no pairs left to train on in {', '.join(map(str, train))}")
    vocabulary = config.vocabulary
    if config.vocabulary_from is not None:
        report(f"keeping the pieces of {config.vocabulary_from}")
        copy_vocabulary(config.vocabulary_from, output)
    else:
        sample = weighted_sample(corpora, weights, vocabulary.sample_pairs, vocabulary.seed)
        report(f"training {vocabulary.size} pieces on {len(sample)} sentences")
        train_vocabulary(sample, vocabulary, output)
    if vocabulary_size(output) > MOST_PIECES:
        raise TrainingError(f"a vocabulary of more than {MOST_PIECES} pieces")
    processor = load_processor(output)
    entries: dict[str, Any] = {}
    for path in paths:
        name = corpus_name(path)
        doubt = table if group_of(name, groups).machine else None
        tokenised, too_long = tokenise(name, corpora[name], processor, config.max_pieces, doubt)
        removed[name]["too long"] += too_long
        saved = save_corpus(tokenised, output / "corpora")
        entries[name] = {
            "kept": len(tokenised),
            "translated_anew": anew[name],
            "variants": varied[name],
            "removed": dict(sorted((+removed[name]).items())),
            "source_tokens": int(tokenised.source_lengths.sum()),
            "target_tokens": int(tokenised.target_lengths.sum()),
            "doubtful_tokens": int(tokenised.doubtful.sum()),
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
