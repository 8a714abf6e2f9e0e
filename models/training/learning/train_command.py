"""The command that trains."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from models.training.data.prepared import load_prepared
from models.training.learning.batching import BatchingConfig
from models.training.learning.hinting import source_hints
from models.training.learning.network import NetworkConfig
from models.training.learning.optimiser import OptimiserConfig
from models.training.learning.process import keep_memory
from models.training.learning.schedule import ScheduleConfig, parse_deadline
from models.training.learning.start import network_of
from models.training.learning.train import TrainConfig
from models.training.learning.train import train as run_train
from models.training.learning.validate import load_validation
from models.training.options import EXISTING, PATH

SIZE = click.IntRange(1)
CHANCE = click.FloatRange(0, 1, max_open=True)


@click.command()
@click.option("--data", type=EXISTING, required=True, help="Prepared folder.")
@click.option("--run", "folder", type=PATH, required=True, help="Run folder; continued if it exists.")
@click.option("--start-from", type=EXISTING, default=None, help="Checkpoint to begin a new run with.")
@click.option("--tokens", default=200_000_000, show_default=True, help="Target tokens at most.")
@click.option("--deadline", default=None, help="HH:MM by which training must have finished.")
@click.option("--hours", type=float, default=None, help="Hours from now, instead of a deadline.")
@click.option("--weights", type=EXISTING, default=None, help="Other domain weights (TOML).")
@click.option("--matrix-lr", default=0.02, show_default=True, help="Peak rate of Muon.")
@click.option("--other-lr", default=0.003, show_default=True, help="Peak rate of AdamW.")
@click.option(
    "--weight-decay",
    type=click.FloatRange(0),
    default=0.01,
    show_default=True,
    help="How much Muon shrinks, in parts of its rate.",
)
@click.option(
    "--decay",
    type=click.FloatRange(0, 1),
    default=0.2,
    show_default=True,
    help="Part of the tokens over which the rates fall to zero.",
)
@click.option("--warmup-steps", type=click.IntRange(0), default=150, show_default=True)
@click.option("--batch-tokens", default=8000, show_default=True, help="Padded pieces, both sides.")
@click.option("--joined", type=CHANCE, default=0.0, show_default=True, help="Chance to read on as one text.")
@click.option("--stutter", type=CHANCE, default=0.0, show_default=True, help="Chance to read a repetition.")
@click.option("--masked", type=CHANCE, default=0.0, show_default=True, help="Chance of a piece to be hidden.")
@click.option("--split", type=CHANCE, default=0.0, show_default=True, help="Chance to read a piece as two.")
@click.option("--hints", type=EXISTING, default=None, help="Folder whose table of words gives hints.")
@click.option("--hinted", type=CHANCE, default=0.7, show_default=True, help="Chance to read with hints.")
@click.option("--encoder-layers", type=SIZE, default=None, help="More than the start has: on top.")
@click.option("--decoder-layers", type=SIZE, default=None, help="More than the start has: on top.")
@click.option("--ffn", type=SIZE, default=None, help="Hidden units of a feed-forward block.")
@click.option("--dropout", default=0.0, show_default=True)
@click.option(
    "--label-smoothing", type=CHANCE, default=0.0, show_default=True, help="Part of a label spread."
)
@click.option("--adamw", is_flag=True, help="AdamW for all, none of Muon: for a short run from good weights.")
@click.option("--preferences", type=EXISTING, default=None, help="Folder of prefer, to learn from too.")
@click.option("--preference-beta", default=0.1, show_default=True, help="How sharply to prefer.")
@click.option("--validation", type=EXISTING, default=None, help="TSV to watch chrF2 on.")
@click.option("--validation-lines", default=200, show_default=True)
@click.option("--validate-minutes", default=30.0, show_default=True)
@click.option("--seed", default=1, show_default=True)
def train(
    data: Path,
    folder: Path,
    start_from: Path | None,
    tokens: int,
    deadline: str | None,
    hours: float | None,
    weights: Path | None,
    matrix_lr: float,
    other_lr: float,
    weight_decay: float,
    decay: float,
    warmup_steps: int,
    batch_tokens: int,
    joined: float,
    stutter: float,
    masked: float,
    split: float,
    hints: Path | None,
    hinted: float,
    encoder_layers: int | None,
    decoder_layers: int | None,
    ffn: int | None,
    dropout: float,
    label_smoothing: float,
    adamw: bool,
    preferences: Path | None,
    preference_beta: float,
    validation: Path | None,
    validation_lines: int,
    validate_minutes: float,
    seed: int,
) -> None:
    """Train from scratch or continue, until the tokens or the time run out."""
    end = parse_deadline(deadline, hours, datetime.now())
    shape = NetworkConfig() if start_from is None else network_of(start_from)
    config = TrainConfig(
        ScheduleConfig(tokens, warmup_steps, decay),
        None if end is None else end.timestamp(),
        replace(
            shape,
            encoder_layers=encoder_layers or shape.encoder_layers,
            decoder_layers=decoder_layers or shape.decoder_layers,
            ffn=ffn or shape.ffn,
            dropout=dropout,
        ),
        OptimiserConfig(matrix_lr, other_lr, weight_decay, muon=not adamw),
        BatchingConfig(
            batch_tokens=batch_tokens,
            joined=joined,
            stutter=stutter,
            masked=masked,
            split=split,
            hinted=hinted,
            seed=seed,
        ),
        seed=seed,
        label_smoothing=label_smoothing,
        preferences=preferences,
        preference_beta=preference_beta,
        start_from=start_from,
        hints=hints,
        validate_every=60 * validate_minutes,
    )
    keep_memory()
    prepared = load_prepared(data, weights)
    watched = None
    if validation is not None:
        looked_up = None if hints is None else source_hints(hints, prepared.processor)
        watched = load_validation(validation, validation_lines, prepared.processor, looked_up)
    state = run_train(prepared, folder, config, watched)
    click.echo(f"{state.step} steps, {state.tokens} target tokens")
