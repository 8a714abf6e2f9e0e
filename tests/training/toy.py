"""Invented sentences, and a model small enough to train on them in a second."""

from __future__ import annotations

import random
from pathlib import Path

from models.training.data.prepare import PrepareConfig, prepare
from models.training.data.prepared import Prepared
from models.training.data.vocabulary import VocabularyConfig
from models.training.learning.batching import BatchingConfig
from models.training.learning.network import NetworkConfig
from models.training.learning.schedule import ScheduleConfig, ScheduleState
from models.training.learning.train import TrainConfig, train

PIECES = 500

WHO = {
    "de bakker": "the baker", "mijn buurvrouw": "my neighbour", "een visser": "a fisherman",
    "onze leraar": "our teacher", "die schilder": "that painter", "haar broer": "her brother",
    "het meisje": "the girl", "de burgemeester": "the mayor", "een tuinman": "a gardener",
    "zijn dochter": "his daughter", "de postbode": "the postman", "geen enkele kapitein": "not one captain",
}  # fmt: skip
DOES = {
    "koopt": "buys", "verkoopt": "sells", "tekent": "draws", "zoekt": "looks for", "vergeet": "forgets",
    "schildert": "paints", "repareert": "repairs", "bewaart": "keeps", "verliest": "loses", "vindt": "finds",
}  # fmt: skip
WHAT = {
    "een rode fiets": "a red bicycle", "twaalf kaarsen": "twelve candles",
    "het oude horloge": "the old watch",
    "drie houten stoelen": "three wooden chairs", "de sleutel van de schuur": "the key of the shed",
    "verse kersen": "fresh cherries", "een gebroken spiegel": "a broken mirror",
    "zeven brieven": "seven letters",
    "de groene paraplu": "the green umbrella", "een kaart van het eiland": "a map of the island",
}  # fmt: skip
WHEN = {
    "vandaag": "today", "op dinsdag": "on Tuesday", "voor het ontbijt": "before breakfast",
    "in oktober": "in October",
    "na het onweer": "after the thunderstorm", "elke zomer": "every summer", "bij de brug": "at the bridge",
}  # fmt: skip


def sentences(count: int, seed: int) -> list[tuple[str, str]]:
    """Different toy pairs."""
    generator = random.Random(seed)
    pairs: dict[str, str] = {}
    while len(pairs) < count:
        parts = [generator.choice(list(words.items())) for words in (WHO, DOES, WHAT, WHEN)]
        dutch, english = (" ".join(part[side] for part in parts) for side in (0, 1))
        pairs[f"{dutch[0].upper()}{dutch[1:]}."] = f"{english[0].upper()}{english[1:]}."
    return list(pairs.items())


def write_tsv(path: Path, pairs: list[tuple[str, str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{nl}\t{en}\n" for nl, en in pairs), encoding="utf-8")
    return path


def prepare_toy(folder: Path) -> Path:
    """Two prepared files of toy pairs."""
    pairs = sentences(700, 1)
    write_tsv(folder / "train" / "synthetic-toy.tsv", pairs[:400])
    write_tsv(folder / "train" / "stories.tsv", pairs[400:])
    config = PrepareConfig(vocabulary=VocabularyConfig(size=PIECES, threads=1))
    prepare([folder / "train"], [], folder / "data", config, lambda _line: None)
    return folder / "data"


def toy_config(tokens: int = 9000) -> TrainConfig:
    """About twenty steps of a miniature model."""
    return TrainConfig(
        ScheduleConfig(tokens, warmup_steps=4),
        network=NetworkConfig(d_model=32, encoder_layers=1, decoder_layers=1, ffn=64, heads=2),
        batching=BatchingConfig(batch_tokens=1000, pool_tokens=4000),
        threads=1,
        bfloat16=False,
        log_every=2,
        snapshot_every=0.0,
    )


def train_toy(prepared: Prepared, folder: Path, config: TrainConfig | None = None) -> ScheduleState:
    return train(prepared, folder, config or toy_config())
