"""From a training checkpoint to a folder that MarianMTModel and MarianTokenizer load offline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from models.interfaces import Decoding
from models.training.data.vocabulary import copy_vocabulary, vocabulary_hash
from models.training.errors import TrainingError
from models.training.learning.checkpoint import LATEST, load_checkpoint, snapshots
from models.training.learning.network import embedding
from models.training.learning.start import exported_weights

if TYPE_CHECKING:
    from transformers import MarianMTModel

MAX_LENGTH = 512


def choose_checkpoints(run: Path, average: int) -> list[Path]:
    """The last `average` states of a run: its latest checkpoint and the snapshots before it."""
    if run.is_file():
        return [run]
    latest = run / LATEST
    if not latest.exists():
        raise TrainingError(f"no checkpoint in {run}: run train first")
    earlier = snapshots(run)
    if average - 1 > len(earlier):
        raise TrainingError(f"{run} has {len(earlier)} snapshots, too few to average {average} states")
    return [*earlier[len(earlier) - (average - 1) :], latest]


def average_weights(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Mean of every tensor over some states, in float32."""
    return {name: torch.stack([state[name].float() for state in states]).mean(dim=0) for name in states[0]}


def assemble(
    checkpoints: Sequence[dict[str, Any]], others: Sequence[dict[str, Tensor]] = ()
) -> MarianMTModel:
    """The model of some checkpoints of one run, averaged, and that with the weights of other runs.

    Refused if its padding row is not zero. The mean of runs that started from one another is a "model soup"
    (Wortsman et al. 2022, arXiv 2203.05482).
    """
    from transformers import MarianConfig, MarianMTModel

    config = MarianConfig.from_dict(checkpoints[0]["config"])
    model = MarianMTModel(config)
    try:
        own = average_weights([checkpoint["model"] for checkpoint in checkpoints])
        if others:  # each rounded as it is exported, so that it does not matter which run is exported last
            own = average_weights([{name: own[name].half() for name in own}, *others])
        model.load_state_dict(own)
    except (KeyError, RuntimeError) as error:
        raise TrainingError(f"the checkpoints do not fit: {str(error).splitlines()[0]}") from error
    if bool(embedding(model)[config.pad_token_id].any()):
        raise TrainingError("the padding row of the embeddings is not zero: the decoder starts from it")
    return model


def write_model(model: MarianMTModel, folder: Path, decoding: Decoding) -> None:
    """Weights in float16 and the configurations, with the search that the checkpoint asks for."""
    from transformers import GenerationConfig

    pad = model.config.pad_token_id
    settings: Any = GenerationConfig  # the library leaves these calls untyped
    untyped: Any = model
    untyped.generation_config = settings(
        num_beams=decoding.beam_size,
        length_penalty=decoding.length_penalty,
        no_repeat_ngram_size=decoding.no_repeat_ngram_size,
        max_length=MAX_LENGTH,
        bad_words_ids=[[pad]],
        pad_token_id=pad,
        eos_token_id=model.config.eos_token_id,
        decoder_start_token_id=pad,
        forced_eos_token_id=model.config.eos_token_id,
    )
    untyped.to(torch.float16).save_pretrained(folder)
    (folder / "model.safetensors").chmod(0o644)


def write_tokenizer(data: Path, folder: Path, hinted: bool) -> None:
    """The vocabulary of a prepared folder, and what is asked beside it: also whether hints were read."""
    copy_vocabulary(data, folder)
    settings = {
        "tokenizer_class": "MarianTokenizer",
        "source_lang": "nl",
        "target_lang": "en",
        "model_max_length": MAX_LENGTH,
        "separate_vocabs": False,
        "unk_token": "<unk>",
        "eos_token": "</s>",
        "pad_token": "<pad>",
        **({"hints": True} if hinted else {}),
    }
    text = json.dumps(settings, indent=2) + "\n"
    (folder / "tokenizer_config.json").write_text(text, encoding="utf-8")


def _asks_for_hints(checkpoint: Path) -> bool:
    try:
        settings = json.loads((checkpoint / "tokenizer_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"cannot read {checkpoint}: {error}") from error
    return isinstance(settings, dict) and settings.get("hints") is True


def export(
    run: Path, data: Path, folder: Path, average: int, decoding: Decoding, others: Sequence[Path] = ()
) -> dict[str, Any]:
    """Write the model and tokenizer; returns what the newest checkpoint says of its training.

    ``others`` are exported checkpoints of other runs, to average the weights with.
    """
    checkpoints = [load_checkpoint(path) for path in choose_checkpoints(run, average)]
    vocabulary = vocabulary_hash(data)
    if any(checkpoint["vocabulary_sha256"] != vocabulary for checkpoint in checkpoints):
        raise TrainingError("the checkpoint was trained with another vocabulary than this data")
    hinted = bool(checkpoints[-1].get("hinted", False))
    if any(_asks_for_hints(other) != hinted for other in others):
        raise TrainingError("weights that read hints and weights that do not have no mean")
    model = assemble(checkpoints, [exported_weights(other, vocabulary) for other in others])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_model(model, folder, decoding)
        write_tokenizer(data, folder, hinted)
    except OSError as error:
        raise TrainingError(f"cannot write {folder}: {error}") from error
    return {key: checkpoints[-1][key] for key in ("step", "tokens")}
