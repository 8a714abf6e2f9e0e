"""What the weights of a new run begin as."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from models.training.data.prepared import Prepared
from models.training.data.vocabulary import vocabulary_hash
from models.training.errors import TrainingError
from models.training.learning.bilingual import BilingualConfig, bilingual_embeddings
from models.training.learning.growth import grow
from models.training.learning.network import NetworkConfig, embedding, zero_padding

if TYPE_CHECKING:
    from transformers import MarianMTModel


def start_from_checkpoint(model: MarianMTModel, prepared: Prepared, folder: Path) -> None:
    """Give the model the weights of an exported checkpoint with the same vocabulary, grown to its shape."""
    config = model.config
    weights = exported_weights(folder, prepared.vocabulary_sha256)
    old = network_of(folder)
    asked = (config.encoder_layers, config.decoder_layers, config.encoder_ffn_dim)
    if any(
        new < now for new, now in zip(asked, (old.encoder_layers, old.decoder_layers, old.ffn), strict=True)
    ):
        raise TrainingError(f"cannot start from {folder}: it is larger than the network asked for")
    try:
        model.load_state_dict(
            grow(weights, config.encoder_layers, config.decoder_layers, config.encoder_ffn_dim)
        )
    except RuntimeError as error:
        raise TrainingError(f"cannot start from {folder}: {str(error).splitlines()[0]}") from error
    zero_padding(model)


def network_of(folder: Path) -> NetworkConfig:
    """The shape of an exported checkpoint."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return NetworkConfig(
            d_model=config["d_model"],
            encoder_layers=config["encoder_layers"],
            decoder_layers=config["decoder_layers"],
            ffn=config["encoder_ffn_dim"],
            heads=config["encoder_attention_heads"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TrainingError(f"cannot read the shape of {folder}: {error}") from error


def exported_weights(folder: Path, vocabulary_sha256: str) -> dict[str, Tensor]:
    """The weights of an exported checkpoint in float32; refused if it has another vocabulary."""
    from transformers import MarianMTModel

    if vocabulary_hash(folder) != vocabulary_sha256:
        raise TrainingError(
            f"{folder} has another vocabulary than this data: prepare it with --vocabulary-from {folder}"
        )
    try:
        model = MarianMTModel.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
    except (OSError, RuntimeError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise TrainingError(f"cannot read the weights in {folder}: {reason}") from error
    weights: dict[str, Tensor] = model.state_dict()
    return weights


def start_bilingual(model: MarianMTModel, prepared: Prepared, network: NetworkConfig) -> None:
    """Replace random embeddings by ones that lie near their translations."""
    weight = embedding(model)
    pieces, size = weight.shape
    start = bilingual_embeddings(prepared.corpora, pieces, size, network.embedding_std, BilingualConfig())
    with torch.no_grad():
        weight.copy_(start)
    zero_padding(model)
