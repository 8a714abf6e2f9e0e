"""The training loop."""

import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch

from models.training.data.prepared import Prepared
from models.training.data.vocabulary import EOS_ID, piece_texts
from models.training.errors import TrainingError
from models.training.learning.batching import Batch, BatchingConfig, BatchStream
from models.training.learning.checkpoint import LATEST, load_checkpoint, save_atomically, save_snapshot
from models.training.learning.hinting import source_hints
from models.training.learning.history import read_history, write_history
from models.training.learning.journal import Journal
from models.training.learning.network import (
    NetworkConfig,
    batch_loss,
    build_model,
    log_frequencies,
    marian_config,
    preference_loss,
    zero_padding,
)
from models.training.learning.optimiser import OptimiserConfig, Optimisers
from models.training.learning.preferences import load_preferences
from models.training.learning.process import bfloat16_speed, stop_requests
from models.training.learning.sampling import moved, position_of
from models.training.learning.schedule import (
    ScheduleConfig,
    ScheduleState,
    Throughput,
    advance,
    multiplier,
    remaining_tokens,
)
from models.training.learning.splitting import halves
from models.training.learning.start import start_bilingual, start_from_checkpoint
from models.training.learning.validate import Validation, validate


@dataclass(frozen=True)
class TrainConfig:
    """Everything that decides a run; times in seconds."""

    schedule: ScheduleConfig
    deadline: float | None = None
    network: NetworkConfig = field(default_factory=NetworkConfig)
    optimiser: OptimiserConfig = field(default_factory=OptimiserConfig)
    batching: BatchingConfig = field(default_factory=BatchingConfig)
    seed: int = 1
    threads: int = 2
    bfloat16: bool | None = None
    """Whether to multiply in bfloat16 instead of float32; None: if this processor is faster at it."""
    label_smoothing: float = 0.0
    """How much of each label is spread over all pieces."""
    preferences: Path | None = None
    """A preferences folder, of which every step then takes a batch too."""
    preference_beta: float = 0.1
    start_from: Path | None = None
    """An exported checkpoint whose weights a new run begins with, in place of fresh ones."""
    bilingual: bool = True
    hints: Path | None = None
    """A folder with the table of words that hints of the stream come from."""
    log_every: int = 20
    save_every: float = 60.0
    snapshot_every: float = 150.0
    snapshots: int = 8
    validate_every: float = 1800.0


class Trainer:
    """One run: model, optimisers, stream and schedule, saved and restored together."""

    def __init__(self, prepared: Prepared, folder: Path, config: TrainConfig, fresh: bool = True) -> None:
        torch.set_num_threads(config.threads)
        torch.manual_seed(config.seed)
        small = bfloat16_speed() > 1 if config.bfloat16 is None else config.bfloat16
        self.dtype = torch.bfloat16 if small else torch.float32
        self.config = config
        self.prepared = prepared
        self.folder = folder
        corpora, weights, pieces = prepared.corpora, prepared.weights, prepared.vocabulary
        self.model = build_model(
            marian_config(config.network, pieces),
            config.network,
            log_frequencies(corpora, weights, pieces),
        )
        if config.start_from is not None and fresh:
            start_from_checkpoint(self.model, prepared, config.start_from)
        elif config.bilingual and fresh:
            start_bilingual(self.model, prepared, config.network)
        self.model.train()
        self.optimisers = Optimisers(self.model, config.optimiser, self.dtype)
        table = halves(piece_texts(prepared.processor))
        hints = None if config.hints is None else source_hints(config.hints, prepared.processor)
        self.stream = BatchStream(
            corpora, weights, config.batching, pieces - 1, EOS_ID, halves=table, hints=hints
        )
        self.pairs: BatchStream | None = None
        if config.preferences is not None:
            chosen, rejected = load_preferences(config.preferences, prepared.vocabulary_sha256)
            self.pairs = BatchStream(
                [chosen],
                [1.0],
                replace(config.batching, joined=0.0, stutter=0.0, masked=0.0, split=0.0, hinted=0.0),
                pieces - 1,
                EOS_ID,
                rejected=[rejected],
            )
        self.schedule = ScheduleState()
        self.seconds = 0.0

    def _files(self) -> list[str]:
        return [corpus.name for corpus in self.prepared.corpora]

    def preferred(self) -> int:
        """How many sentences of the preferences were read, each time counted."""
        return 0 if self.pairs is None else round(sum(self.pairs.epochs().values()) * self.pairs.pairs())

    def state(self) -> dict[str, Any]:
        """Everything needed to continue."""
        return {
            **self.weights(),
            "optimisers": self.optimisers.state(),
            "sampler": asdict(self.stream.position),
            "files": self._files(),
            "pairs": None if self.pairs is None else asdict(self.pairs.position),
            "schedule": asdict(self.schedule),
            "seconds": self.seconds,
            "rng": torch.get_rng_state(),
            "seed": self.config.seed,
        }

    def weights(self) -> dict[str, Any]:
        """What an export needs."""
        return {
            "model": self.model.state_dict(),
            "config": self.model.config.to_dict(),
            "vocabulary_sha256": self.prepared.vocabulary_sha256,
            "hinted": self.config.hints is not None and self.config.batching.hinted > 0,
            "step": self.schedule.step,
            "tokens": self.schedule.tokens,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Continue from a saved state."""
        if state["vocabulary_sha256"] != self.prepared.vocabulary_sha256:
            raise TrainingError("the checkpoint was trained with another vocabulary than this data")
        if state.get("hinted", False) != self.weights()["hinted"]:
            raise TrainingError("the run began with hints, or without: go on likewise, or start another")
        files = state.get("files", self._files())  # runs of before do not name them
        if len(state["sampler"]["cursors"]) != len(files):
            raise TrainingError("the checkpoint was trained on other files than this data")
        try:
            self.model.load_state_dict(state["model"])
            self.optimisers.restore(state["optimisers"])
        except (RuntimeError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise TrainingError(f"the checkpoint has another shape than asked: {reason}") from error
        self.stream.position = moved(position_of(state["sampler"]), files, self._files())
        if self.pairs is not None:
            if state.get("pairs") is None:
                raise TrainingError("the run began without preferences: go on without them, or start another")
            self.pairs.position = position_of(state["pairs"])
        self.schedule = ScheduleState(**state["schedule"])
        self.seconds = float(state["seconds"])
        torch.set_rng_state(state["rng"])

    def step(self, batch: Batch, pairs: Batch | None) -> float:
        """One update; returns the cross entropy of `batch`."""
        smoothing = self.config.label_smoothing
        loss: Any = batch_loss(self.model, batch, self.dtype, smoothing)  # torch leaves backward() untyped
        loss.backward()
        if pairs is not None:
            preference: Any = preference_loss(self.model, pairs, self.dtype, self.config.preference_beta)
            preference.backward()
        self.optimisers.step(multiplier(self.config.schedule, self.schedule))
        zero_padding(self.model)
        return float(loss.detach())


def train(
    prepared: Prepared, folder: Path, config: TrainConfig, validation: Validation | None = None
) -> ScheduleState:
    """Train until the budget or the deadline ends or a signal arrives, continuing any older run."""
    folder.mkdir(parents=True, exist_ok=True)
    journal = Journal(folder / "log.jsonl")
    latest = folder / LATEST
    trainer = Trainer(prepared, folder, config, fresh=not latest.exists())
    if latest.exists():
        trainer.restore(load_checkpoint(latest))
        journal.write("resume", time=round(time.time()), **asdict(trainer.schedule))
    elif config.start_from is not None:
        write_history(read_history(config.start_from), folder)
    journal.write("precision", dtype=str(trainer.dtype).removeprefix("torch."))
    with stop_requests() as stopped:
        run_loop(trainer, journal, validation, stopped)
    save_atomically(trainer.state(), latest)
    journal.write(
        "stopped" if stopped else "finished",
        time=round(time.time()),
        seconds=round(trainer.seconds),
        epochs=trainer.stream.epochs(),
        preferences=trainer.preferred(),
        **asdict(trainer.schedule),
    )
    return trainer.schedule


def run_loop(trainer: Trainer, journal: Journal, validation: Validation | None, stopped: list[int]) -> None:
    """Step until nothing remains, saving, validating and logging in between."""
    config, throughput = trainer.config, Throughput()
    saved = snapped = validated = time.monotonic()
    losses: list[float] = []
    batches = iter(trainer.stream)
    preferred = None if trainer.pairs is None else iter(trainer.pairs)
    while not stopped:
        seconds_left = None if config.deadline is None else config.deadline - time.time()
        left = remaining_tokens(config.schedule, trainer.schedule, throughput.rate(), seconds_left)
        if left <= 0 or (seconds_left is not None and seconds_left <= 0):
            break
        started = time.time()
        batch, pairs = next(batches), None if preferred is None else next(preferred)
        losses.append(trainer.step(batch, pairs))
        ended = time.time()
        tokens = batch.target_tokens + (0 if pairs is None else pairs.target_tokens)
        throughput.add(tokens, started, ended)
        trainer.seconds += ended - started
        after = max(left - tokens, 0.0)
        trainer.schedule = advance(config.schedule, trainer.schedule, tokens, after)
        if trainer.schedule.step % config.log_every == 0:
            log_progress(trainer, journal, losses, throughput.rate(), after)
            losses.clear()
        now = time.monotonic()
        if now - saved >= config.save_every:
            try_save(trainer, journal)
            saved = time.monotonic()
        if trainer.schedule.decaying and now - snapped >= config.snapshot_every:
            try_snapshot(trainer, journal)
            snapped = time.monotonic()
        if validation is not None and now - validated >= config.validate_every:
            log_validation(trainer, journal, validation)
            validated = time.monotonic()
    if validation is not None and not stopped:
        log_validation(trainer, journal, validation)


def try_save(trainer: Trainer, journal: Journal) -> None:
    """Save the latest checkpoint; a failure is told and does not end the run."""
    try:
        save_atomically(trainer.state(), trainer.folder / LATEST)
    except TrainingError as error:
        journal.write("warning", message=error.message)


def try_snapshot(trainer: Trainer, journal: Journal) -> None:
    """Save a snapshot for averaging; a failure is told and does not end the run."""
    try:
        save_snapshot(trainer.weights(), trainer.folder, trainer.schedule.step, trainer.config.snapshots)
    except TrainingError as error:
        journal.write("warning", message=error.message)


def log_progress(
    trainer: Trainer, journal: Journal, losses: list[float], rate: float | None, left: float
) -> None:
    """One line about the last steps."""
    journal.write(
        "step",
        time=round(time.time(), 1),
        step=trainer.schedule.step,
        tokens=trainer.schedule.tokens,
        loss=round(sum(losses) / len(losses), 4),
        lr=round(multiplier(trainer.config.schedule, trainer.schedule), 5),
        rate=round(rate or 0.0),
        left=round(left),
    )


def log_validation(trainer: Trainer, journal: Journal, validation: Validation) -> None:
    """One line about the held-out sentences."""
    started = time.monotonic()
    score = validate(trainer.model, validation, trainer.prepared.processor, trainer.dtype)
    journal.write(
        "validation",
        time=round(time.time(), 1),
        step=trainer.schedule.step,
        tokens=trainer.schedule.tokens,
        loss=round(score.loss, 4),
        chrf=round(score.chrf, 2),
        seconds=round(time.monotonic() - started, 1),
        epochs=trainer.stream.epochs(),
    )
