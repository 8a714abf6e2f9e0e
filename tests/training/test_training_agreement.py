"""Texts read twice, as they are and disturbed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import toy
from click.testing import CliRunner

from models.training.cli import main
from models.training.data.dataset import build_corpus
from models.training.data.prepared import Prepared
from models.training.data.vocabulary import UNK_ID
from models.training.learning.agreement import agreement_loss
from models.training.learning.batching import BatchingConfig, BatchStream
from models.training.learning.journal import read_journal
from models.training.learning.loss import CHUNK_POSITIONS


@pytest.mark.parametrize(("smoothing", "agreement"), [(0.0, 0.0), (0.1, 0.0), (0.0, 1.5), (0.2, 0.7)])
def test_the_gradient_is_that_of_the_losses_written_out(smoothing: float, agreement: float) -> None:
    torch.manual_seed(4)
    count = CHUNK_POSITIONS + 7
    labels = torch.randint(0, 11, (count,))
    bias = torch.randn(11)
    gradients = []
    for fused in (True, False):
        torch.manual_seed(5)
        states = torch.randn(2, count, 6, requires_grad=True)
        weight = torch.randn(11, 6, requires_grad=True)
        if fused:
            loss = agreement_loss(states, weight, bias, labels, torch.float32, smoothing, agreement)
            value = float(loss.detach())
        else:
            logits = states @ weight.T + bias
            one, two = logits.log_softmax(dim=2)
            pieces = torch.cat([labels, labels])
            loss = torch.nn.functional.cross_entropy(
                logits.flatten(0, 1), pieces, label_smoothing=smoothing
            ) + agreement / 2 * (
                torch.nn.functional.kl_div(one, two, reduction="batchmean", log_target=True)
                + torch.nn.functional.kl_div(two, one, reduction="batchmean", log_target=True)
            )
            plain = torch.nn.functional.cross_entropy(logits.flatten(0, 1), pieces)
            assert value == pytest.approx(float(plain.detach()), rel=1e-4)
        (loss * 3).backward()  # type: ignore[no-untyped-call] # torch leaves it untyped
        gradients.append((states.grad, weight.grad))
    for found, expected in zip(*gradients, strict=True):
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-6)


def test_the_first_half_of_a_batch_is_as_written_and_the_second_masked_and_split() -> None:
    pairs = [([4, 5], [6, 7, 8]), ([5], [7]), ([4, 4, 5], [8, 6])] * 20
    halves = [[] for _ in range(4)] + [[(2, 3)], []]
    config = BatchingConfig(batch_tokens=120, pool_tokens=100, masked=0.5, split=0.9, twice=True)
    stream = iter(BatchStream([build_corpus("a", pairs)], [1.0], config, pad=9, eos=0, halves=halves))
    for _ in range(20):
        batch = next(stream)
        rows = len(batch.labels) // 2
        assert batch.read is not None
        assert batch.labels.shape[0] == batch.source.shape[0] == 2 * rows
        assert np.array_equal(batch.labels[:rows], batch.labels[rows:])
        assert np.array_equal(batch.read[:rows], batch.labels[:rows])
        assert not (np.isin(batch.source[:rows], (2, 3))).any()
        hidden = batch.read[rows:] != batch.labels[rows:]
        assert (batch.read[rows:][hidden] == UNK_ID).all()
        for plain, split in zip(batch.source[:rows], batch.source[rows:], strict=True):
            whole = [piece for piece in split if piece != 9]
            joined = [4 if piece == 2 else piece for piece in whole if piece != 3]
            assert joined == [piece for piece in plain if piece != 9]
        assert 2 * rows * (batch.source.shape[1] + batch.labels.shape[1]) <= 2 * 120


def test_a_run_with_agreement_learns(prepared: Prepared, tmp_path: Path) -> None:
    config = toy.toy_config()
    noisy = replace(config.batching, masked=0.1, split=0.1)
    toy.train_toy(prepared, tmp_path, replace(config, agreement=1.0, batching=noisy))
    losses = [event["loss"] for event in read_journal(tmp_path / "log.jsonl") if event["event"] == "step"]
    assert losses[-1] < losses[0] - 0.2


def test_agreement_is_refused_where_readings_have_other_labels(prepared: Prepared, tmp_path: Path) -> None:
    arguments = ["train", "--data", str(tmp_path), "--run", str(tmp_path / "run"), "--agreement", "1"]
    result = CliRunner().invoke(main, [*arguments, "--stutter", "0.1"])
    assert result.exit_code == 1
    assert "not with --stutter" in result.output
