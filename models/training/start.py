"""What the weights of a new run begin as."""

from pathlib import Path

import torch
from transformers import MarianMTModel

from models.training.bilingual import BilingualConfig, bilingual_embeddings
from models.training.errors import TrainingError
from models.training.network import NetworkConfig, embedding, zero_padding
from models.training.prepared import Prepared
from models.training.vocabulary import vocabulary_hash


def start_from_checkpoint(model: MarianMTModel, prepared: Prepared, folder: Path) -> None:
    """Give the model the weights of an exported checkpoint with the same vocabulary and shape."""
    if vocabulary_hash(folder) != prepared.vocabulary_sha256:
        raise TrainingError(
            f"{folder} has another vocabulary than this data: prepare it with --vocabulary-from {folder}"
        )
    try:
        weights = MarianMTModel.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
        model.load_state_dict(weights.state_dict())
    except (OSError, RuntimeError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise TrainingError(f"cannot start from {folder}: {reason}") from error
    zero_padding(model)


def start_bilingual(model: MarianMTModel, prepared: Prepared, network: NetworkConfig) -> None:
    """Replace random embeddings by ones that lie near their translations."""
    weight = embedding(model)
    pieces, size = weight.shape
    start = bilingual_embeddings(prepared.corpora, pieces, size, network.embedding_std, BilingualConfig())
    with torch.no_grad():
        weight.copy_(start)
    zero_padding(model)
