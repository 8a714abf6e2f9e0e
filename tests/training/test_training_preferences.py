"""Learning from a better and a worse hypothesis of the checkpoint's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import toy
from click.testing import CliRunner
from sacrebleu.metrics.chrf import CHRF

from models.interfaces import Decoding, Hypothesis, ModelCard
from models.training.cli import main
from models.training.data.prepared import Prepared
from models.training.errors import TrainingError
from models.training.learning.batching import Batch
from models.training.learning.checkpoint import LATEST, load_checkpoint, save_atomically
from models.training.learning.journal import read_journal
from models.training.learning.network import (
    batch_loss,
    embedding,
    loop_positions,
    padding,
    preference_loss,
)
from models.training.learning.preferences import PreferenceConfig, judge, load_preferences, make_preferences
from models.training.learning.train import Trainer
from models.training.release.export import export

METRIC = CHRF(word_order=2)
REFERENCE = "The harbour stays closed until Friday."
LOOP = "The the the the the the."


class Wordy:
    """A translator whose hypotheses for a sentence are its first words, ever fewer of them."""

    card = ModelCard("wordy", "", "none", "scripted", "0" * 64)
    decoding = Decoding()
    max_source_tokens = 100

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return [len(segment.split()) for segment in segments]

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        return [
            tuple(
                Hypothesis(" ".join(text.split()[: 1 + length]), -0.1)
                for length in reversed(range(decoding.hypotheses))
            )
            for text in segments
        ]


@pytest.fixture(scope="module")
def preferences(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preferences")
    config = PreferenceConfig(sentences=120, beam=3, margin=0.1)
    assert make_preferences(Wordy(), prepared, folder, config, lambda _line: None) == 120
    return folder


@pytest.mark.parametrize(
    ("hypotheses", "better", "worse"),
    [
        ([REFERENCE, "The door."], REFERENCE, "The door."),
        ([LOOP, "The harbour is closed."], "The harbour is closed.", LOOP),
        ([LOOP], REFERENCE, LOOP),
        (["The harbour is closed."] * 2, "The harbour is closed.", "The harbour is closed."),
        (["The door.", "The doors."], "The doors.", "The doors."),
    ],
    ids=["nearer", "no loop", "only loops", "one", "too alike"],
)
def test_the_nearer_to_the_reference_is_the_better(hypotheses: list[str], better: str, worse: str) -> None:
    assert judge(hypotheses, REFERENCE, METRIC, margin=4.0) == (better, worse)


def test_sources_are_drawn_by_weight_and_keep_their_hypotheses(prepared: Prepared, preferences: Path) -> None:
    chosen, rejected = load_preferences(preferences, prepared.vocabulary_sha256)
    assert np.array_equal(chosen.source, rejected.source)
    sources = {prepared.processor.decode(chosen.source_of(row).tolist()) for row in range(120)}
    assert len(sources) == 120
    for row in range(120):
        source, better, worse = (
            prepared.processor.decode(pieces.tolist())
            for pieces in (chosen.source_of(row), chosen.target_of(row), rejected.target_of(row))
        )
        assert source.startswith(better)
        assert source.startswith(worse)


def test_preferences_of_another_vocabulary_or_none_at_all_are_refused(
    preferences: Path, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="another vocabulary"):
        load_preferences(preferences, "0" * 64)
    with pytest.raises(TrainingError, match="run prefer first"):
        load_preferences(tmp_path, "0" * 64)


@pytest.mark.parametrize(("together", "texts"), [(2, 15), (3, 10)])
def test_some_sentences_are_translated_together_as_well(
    prepared: Prepared, tmp_path: Path, together: int, texts: int
) -> None:
    """The scripted translator keeps four words at most, so of a text it loses nearly all but one sentence."""
    config = PreferenceConfig(sentences=60, beam=4, margin=0.1, joined=0.5, together=together)
    assert make_preferences(Wordy(), prepared, tmp_path, config, lambda _line: None) == 60 + texts
    chosen, rejected = load_preferences(tmp_path, prepared.vocabulary_sha256)
    source = [chosen.source_of(row).tolist() for row in range(60 + texts)]
    better, worse = ([one.target_of(row).tolist() for row in range(60 + texts)] for one in (chosen, rejected))
    for text in range(texts):
        sentences = range(together * text, together * (text + 1))
        assert source[60 + text] == [piece for one in sentences for piece in source[one]]
        assert better[60 + text] == [piece for one in sentences for piece in better[one]]
        assert len(worse[60 + text]) < len(better[60 + text])


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [
        ([5, 4, 4, 4, 4, 4, 4, 4, 0], [3, 4, 5, 6, 7]),
        ([5, 4, 4, 4, 4, 4, 4, 0], []),
        ([5, 4, 3, 4, 3, 4, 3, 4, 3, 0], [5, 6, 7, 8]),
        ([5, 4, 3, 4, 3, 4, 3, 0], []),
    ],
    ids=["seven of one", "a million", "four of two", "three of two"],
)
def test_a_loop_is_unlearnt_from_its_third_copy_on(row: list[int], goes_on: list[int]) -> None:
    pad = 99
    labels = torch.tensor([[*row, *[pad] * 12]])
    assert loop_positions(labels, pad)[0].nonzero()[:, 0].tolist() == goes_on


def test_the_gradient_is_that_of_the_published_losses(prepared: Prepared, tmp_path: Path) -> None:
    model = Trainer(prepared, tmp_path, toy.toy_config()).model
    pad = padding(model)
    source = np.array([[5, 6, 0], [7, 0, pad]])
    labels = np.full((4, 9), pad)
    for row, pieces in enumerate([[9, 8, 0], [4] * 7 + [0], [9] * 8 + [0], [4] * 7 + [0]]):
        labels[row, : len(pieces)] = pieces
    beta = 0.7
    states = model.model(
        input_ids=torch.from_numpy(source).repeat(2, 1),
        attention_mask=torch.from_numpy(source).ne(pad).long().repeat(2, 1),
        decoder_input_ids=torch.cat([torch.full((4, 1), pad), torch.from_numpy(labels)[:, :-1]], dim=1),
    ).last_hidden_state
    logits = states @ embedding(model)[:-1].T + model.final_logits_bias[0, :-1]
    targets = torch.from_numpy(labels)
    real = targets.ne(pad)
    found = logits.log_softmax(-1).gather(2, targets.clamp(max=pad - 1).unsqueeze(2)).squeeze(2) * real
    found[2, 8] = found[2, 8].detach()  # a loop is not blamed for its end
    totals = found.sum(1)
    preferred = -torch.nn.functional.logsigmoid(beta * (totals[0] - totals[2]))
    unlikelihood = -torch.log1p(-found[2, 2:8].exp()).mean()
    expected = preferred - found[:2].sum() / real[:2].sum() + unlikelihood
    parameters = [p for p in model.parameters() if p.requires_grad]
    wanted = torch.autograd.grad(expected, parameters, allow_unused=True)
    loss = preference_loss(model, Batch(source, labels, int(real.sum())), torch.float32, beta)
    for one, two in zip(torch.autograd.grad(loss, parameters, allow_unused=True), wanted, strict=True):
        assert (one is None) == (two is None)
        if one is not None and two is not None:
            assert torch.allclose(one, two, atol=1e-5)


def test_training_moves_towards_the_better_and_away_from_the_worse(
    prepared: Prepared, preferences: Path, tmp_path: Path
) -> None:
    config = replace(toy.toy_config(20_000), preferences=preferences)
    trainer = Trainer(prepared, tmp_path / "before", config)
    assert trainer.pairs is not None
    pairs = next(iter(trainer.pairs))
    half = len(pairs.source)

    @torch.no_grad()
    def gap() -> float:
        better, worse = (
            float(batch_loss(trainer.model, Batch(pairs.source, rows, 0), torch.float32))
            for rows in (pairs.labels[:half], pairs.labels[half:])
        )
        return worse - better

    before = gap()
    toy.train_toy(prepared, tmp_path / "run", config)
    trainer.restore(load_checkpoint(tmp_path / "run" / LATEST))
    assert gap() > before + 0.1
    told = read_journal(tmp_path / "run" / "log.jsonl")[-1]
    assert told["preferences"] >= 120


def test_a_run_with_preferences_continues_as_if_never_stopped(
    prepared: Prepared, preferences: Path, tmp_path: Path
) -> None:
    config = replace(toy.toy_config(6000), preferences=preferences)
    whole = Trainer(prepared, tmp_path, config)
    batches, pairs = iter(whole.stream), iter(whole.pairs or ())
    whole.step(next(batches), next(pairs))
    again = Trainer(prepared, tmp_path, config)
    save_atomically(whole.state(), tmp_path / LATEST)
    again.restore(load_checkpoint(tmp_path / LATEST))
    one = whole.step(next(batches), next(pairs))
    two = again.step(next(iter(again.stream)), next(iter(again.pairs or ())))
    assert one == two
    states = (trainer.model.state_dict()["model.shared.weight"] for trainer in (whole, again))
    assert torch.equal(*states)
    without = Trainer(prepared, tmp_path, toy.toy_config())
    with pytest.raises(TrainingError, match="began without preferences"):
        whole.restore(without.state())


def test_preferring_from_the_command_line(data: Path, finished: Path, tmp_path: Path) -> None:
    checkpoint, output = tmp_path / "toy", tmp_path / "preferences"
    export(finished, data, checkpoint, 1, Decoding())
    arguments = ["prefer", str(checkpoint), "--data", str(data), "--output", str(output), "--sentences", "20"]
    result = CliRunner().invoke(main, [*arguments, "--model-dir", str(tmp_path / "models")])
    assert result.exit_code == 0, result.output
    assert f"20 sentences in {output}" in result.output
    result = CliRunner().invoke(main, ["prefer", "nowhere/nothing", *arguments[2:]])
    assert result.exit_code == 1
    assert "not downloaded" in result.output
