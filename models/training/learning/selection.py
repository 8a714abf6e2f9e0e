"""A prepared folder without the pairs that a checkpoint knows already.

Where there is time for one reading of the text, or less, it is better spent on what is not known yet: of the
files chosen only those pairs stay whose English the checkpoint finds least likely, after Jiang et al. 2019
("Accelerating Deep Learning by Focusing on the Biggest Losers", arXiv 1910.00762), who choose anew for every
batch. What is least likely is also what is wrong, so this is for text that has been read.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from models.training.data.cleaning import Report
from models.training.data.dataset import Corpus, build_corpus, save_corpus
from models.training.data.domains import DEFAULT_WEIGHTS, file_weights, load_groups
from models.training.data.prepare import sha256
from models.training.data.prepared import load_prepared, read_manifest
from models.training.data.vocabulary import EOS_ID
from models.training.errors import TrainingError
from models.training.learning.batching import cut_batches, pad_batch
from models.training.learning.network import build_model, marian_config, mean_log_probabilities, padding
from models.training.learning.process import bfloat16_speed
from models.training.learning.start import network_of, start_from_checkpoint

if TYPE_CHECKING:
    from transformers import MarianMTModel


@dataclass(frozen=True)
class SelectionConfig:
    """Which files are chosen from (a shell pattern of their names), and what part of their pairs stays."""

    files: str = "*"
    share: float = 0.5
    weights: Path = DEFAULT_WEIGHTS
    batch_tokens: int = 8000


def likelihoods(
    model: MarianMTModel, corpus: Corpus, batch_tokens: int, dtype: torch.dtype
) -> NDArray[np.float64]:
    """Mean natural-log probability of the English pieces of every pair, end of sentence included."""
    found = np.zeros(len(corpus))
    for rows in cut_batches(corpus.source_lengths, corpus.target_lengths, batch_tokens):
        sources, targets = ([side(int(row)) for row in rows] for side in (corpus.source_of, corpus.target_of))
        batch = pad_batch(sources, targets, EOS_ID, padding(model))
        found[rows] = mean_log_probabilities(model, batch, dtype).numpy()
    return found


def part_of(corpus: Corpus, rows: NDArray[np.int64]) -> Corpus:
    """Some pairs of a corpus, in the order of `rows`."""
    marks = [
        corpus.doubtful[corpus.target_offsets[row] : corpus.target_offsets[row + 1]].tolist() for row in rows
    ]
    pairs = [(corpus.source_of(row).tolist(), corpus.target_of(row).tolist()) for row in rows]
    return build_corpus(corpus.name, pairs, marks)


def select(data: Path, checkpoint: Path, output: Path, config: SelectionConfig, report: Report) -> int:
    """Write `data` to `output` without the likeliest pairs of the files chosen; returns how many went.

    Raises ``TrainingError``: if no file matches, `output` is there, or the checkpoint has other pieces.
    """
    if output.exists():
        raise TrainingError(f"{output} is there already")
    prepared, manifest = load_prepared(data, config.weights), read_manifest(data)
    chosen = [corpus for corpus in prepared.corpora if fnmatchcase(corpus.name, config.files)]
    if not chosen:
        raise TrainingError(f"no file of {data} matches {config.files}")
    network = network_of(checkpoint)
    model = build_model(
        marian_config(network, prepared.vocabulary), network, torch.zeros(prepared.vocabulary)
    )
    start_from_checkpoint(model, prepared, checkpoint)
    model.eval()
    dtype = torch.bfloat16 if bfloat16_speed() > 1 else torch.float32
    found: list[NDArray[np.float64]] = []
    for corpus in chosen:
        found.append(likelihoods(model, corpus, config.batch_tokens, dtype))
        report(f"{corpus.name}: {-found[-1].mean():.2f} nats a piece in the mean pair")
    limit = float(np.quantile(np.concatenate(found), config.share))
    try:
        # The manifest comes last: a folder without one is not taken for a whole one.
        shutil.copytree(data, output, ignore=shutil.ignore_patterns("manifest.json"))
    except OSError as error:
        raise TrainingError(f"{output} cannot be written: {error}") from error
    gone = 0
    for corpus, likelihood in zip(chosen, found, strict=True):
        kept = part_of(corpus, np.flatnonzero(likelihood <= limit))
        entry = manifest["corpora"][corpus.name]
        entry["kept"] = len(kept)
        entry["source_tokens"] = int(kept.source_lengths.sum())
        entry["target_tokens"] = int(kept.target_lengths.sum())
        entry["doubtful_tokens"] = int(kept.doubtful.sum())
        entry["removed"]["likely"] = len(corpus) - len(kept)
        entry["npz_sha256"] = sha256(save_corpus(kept, output / "corpora"))
        gone += len(corpus) - len(kept)
        report(f"{corpus.name}: kept {len(kept)} of {len(corpus)}")
    tokens = {name: int(entry["target_tokens"]) for name, entry in manifest["corpora"].items()}
    for name, weight in file_weights(tokens, load_groups(config.weights)).items():
        manifest["corpora"][name]["weight"] = round(weight, 6)
    (output / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return gone
