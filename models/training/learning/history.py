"""The runs behind a checkpoint, kept beside its weights: a run that starts from it tells the whole story."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from models.training.errors import TrainingError

HISTORY = "training.json"

Point = tuple[float, float]
"""Target tokens, and what was measured then."""


@dataclass(frozen=True)
class Run:
    """One run of the trainer; its points count tokens from its own start."""

    steps: int
    tokens: int
    epochs: dict[str, float]
    losses: tuple[Point, ...]
    scores: tuple[Point, ...]
    preferences: float = 0.0
    """Sentences of which it read a better and a worse hypothesis, each time counted."""


def run_of(events: Sequence[dict[str, Any]], trained: dict[str, Any]) -> Run:
    """What the log of a run says of it, up to the checkpoint that was exported."""
    steps, tokens = int(trained["step"]), int(trained["tokens"])
    told = [event for event in events if event.get("tokens", 0) <= tokens]
    return Run(
        steps,
        tokens,
        next((event["epochs"] for event in reversed(told) if "epochs" in event), {}),
        tuple((event["tokens"], event["loss"]) for event in told if event["event"] == "step"),
        tuple((event["tokens"], event["chrf"]) for event in told if event["event"] == "validation"),
        next((event["preferences"] for event in reversed(told) if "preferences" in event), 0.0),
    )


def whole(runs: Sequence[Run]) -> Run:
    """Runs that followed one another, as one."""
    epochs: Counter[str] = Counter()
    losses: list[Point] = []
    scores: list[Point] = []
    tokens = 0
    for run in runs:
        epochs.update(run.epochs)
        losses += [(tokens + x, y) for x, y in run.losses]
        scores += [(tokens + x, y) for x, y in run.scores]
        tokens += run.tokens
    steps, preferences = sum(run.steps for run in runs), sum(run.preferences for run in runs)
    return Run(steps, tokens, dict(epochs), tuple(losses), tuple(scores), preferences)


def read_history(folder: Path) -> list[Run]:
    """The runs that a checkpoint, or the start of a run, has behind it; none if nothing is told."""
    path = folder / HISTORY
    try:
        return [Run(**run) for run in json.loads(path.read_text(encoding="utf-8"))] if path.exists() else []
    except (OSError, ValueError, TypeError) as error:
        raise TrainingError(f"cannot read {path}: {error}") from error


def write_history(runs: Sequence[Run], folder: Path) -> None:
    """Write the runs where :func:`read_history` finds them, one a line."""
    lines = ",\n".join(json.dumps(asdict(run)) for run in runs)
    try:
        (folder / HISTORY).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"cannot write {folder / HISTORY}: {error}") from error
