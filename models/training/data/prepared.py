"""A prepared folder, loaded for training."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sentencepiece import SentencePieceProcessor

from models.training.data.dataset import Corpus, load_corpora
from models.training.data.domains import file_weights, load_groups
from models.training.data.vocabulary import load_processor, vocabulary_size
from models.training.errors import TrainingError


@dataclass(frozen=True)
class Prepared:
    """Tokenised pairs, their weights and their vocabulary."""

    corpora: tuple[Corpus, ...]
    weights: tuple[float, ...]
    processor: SentencePieceProcessor
    vocabulary: int
    vocabulary_sha256: str


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a prepared folder."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"no manifest in {folder}: run prepare first") from error
    return manifest


def load_prepared(folder: Path, weights_file: Path | None = None) -> Prepared:
    """Load a prepared folder, with its own weights or those of another weights file."""
    manifest = read_manifest(folder)
    corpora = load_corpora(folder / "corpora")
    if weights_file is None:
        weights = {name: float(entry["weight"]) for name, entry in manifest["corpora"].items()}
    else:
        sizes = {corpus.name: int(corpus.target_lengths.sum()) for corpus in corpora}
        weights = file_weights(sizes, load_groups(weights_file))
    used = tuple(corpus for corpus in corpora if len(corpus) and weights.get(corpus.name, 0) > 0)
    if not used:
        raise TrainingError(f"no pairs in {folder} with a weight above zero")
    total = sum(weights[corpus.name] for corpus in used)
    return Prepared(
        used,
        tuple(weights[corpus.name] / total for corpus in used),
        load_processor(folder),
        vocabulary_size(folder),
        str(manifest["vocabulary_sha256"]),
    )
