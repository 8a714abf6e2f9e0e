"""Checkpoints of a training run: written whole or not at all."""

import os
from pathlib import Path
from typing import Any

import torch

from models.training.errors import TrainingError

LATEST = "latest.pt"
SNAPSHOT = "snapshot-{step:08d}.pt"


def save_atomically(state: dict[str, Any], path: Path) -> None:
    """Write a checkpoint beside its place and move it there; a failure leaves the older one."""
    temporary = path.with_suffix(".tmp")
    try:
        with temporary.open("wb") as stream:
            torch.save(state, stream)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except (OSError, RuntimeError) as error:
        temporary.unlink(missing_ok=True)
        kept = "the older checkpoint is kept" if path.exists() else "there is no older checkpoint"
        raise TrainingError(f"cannot save {path.name}: {error}; {kept}") from error


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read a checkpoint of this package."""
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise TrainingError(f"cannot read the checkpoint {path}: {error}") from error
    if not isinstance(state, dict) or "model" not in state or "vocabulary_sha256" not in state:
        raise TrainingError(f"{path} is not a training checkpoint")
    return state


def save_snapshot(state: dict[str, Any], folder: Path, step: int, keep: int) -> None:
    """Save the weights of one step and forget all but the last `keep` snapshots."""
    save_atomically(state, folder / SNAPSHOT.format(step=step))
    for old in snapshots(folder)[:-keep]:
        old.unlink()


def snapshots(folder: Path) -> list[Path]:
    """Snapshots of a run, oldest first."""
    return sorted(folder.glob("snapshot-*.pt"))
