"""The learning rate, and the throughput it is planned by."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.training.errors import TrainingError
from models.training.learning.schedule import (
    ScheduleConfig,
    ScheduleState,
    Throughput,
    advance,
    multiplier,
    parse_deadline,
    remaining_tokens,
)


def levels(config: ScheduleConfig, step_tokens: int) -> list[float]:
    state, seen = ScheduleState(), []
    while (left := remaining_tokens(config, state, None, None)) > 0:
        seen.append(multiplier(config, state))
        state = advance(config, state, step_tokens, max(left - step_tokens, 0.0))
    return seen


def test_warms_up_stays_and_falls_to_zero_on_a_line() -> None:
    seen = levels(ScheduleConfig(1000, warmup_steps=10), 10)
    assert seen[:3] == pytest.approx([0.1, 0.2, 0.3])
    assert set(seen[10:80]) == {1.0}
    assert seen[90] == pytest.approx(0.5, abs=0.03)
    assert seen[-1] == pytest.approx(0.05, abs=0.01)


@given(st.lists(st.floats(10, 5000), min_size=5, max_size=60))
def test_the_level_never_rises_and_ends_at_zero_whatever_the_speed(rates: list[float]) -> None:
    config, state, clock = ScheduleConfig(10**9, warmup_steps=0), ScheduleState(), 0.0
    seen, steps = [], 0
    while (left := remaining_tokens(config, state, rates[steps % len(rates)], 600 - clock)) > 0:
        seen.append(multiplier(config, state))
        state = advance(config, state, 1000, max(left - 1000, 0.0))
        clock += 1000 / rates[steps % len(rates)]
        steps += 1
    assert all(after <= before for before, after in pairwise(seen))
    assert state.level < 0.5


def test_a_pause_hardly_moves_the_throughput_and_a_slow_machine_does() -> None:
    throughput, clock = Throughput(), 0.0
    for step in range(200):
        pause = 30.0 if step == 100 else 0.0
        throughput.add(100, clock, clock + 1 + pause)
        clock += 1 + pause
    assert throughput.rate() == pytest.approx(100, rel=0.2)
    stopping, clock = Throughput(), 0.0
    for _ in range(200):
        stopping.add(100, clock, clock + 1)
        clock += 4
    assert stopping.rate() == pytest.approx(25, rel=0.05)
    assert Throughput().rate() is None


def test_a_deadline_is_today_or_else_tomorrow() -> None:
    now = datetime(2024, 5, 1, 22, 30)
    assert parse_deadline("23:55", None, now) == datetime(2024, 5, 1, 23, 55)
    assert parse_deadline("06:00", None, now) == datetime(2024, 5, 2, 6, 0)
    assert parse_deadline(None, 0.5, now) == datetime(2024, 5, 1, 23, 0)
    assert parse_deadline(None, None, now) is None
    for arguments in (("25:00", None), ("soon", None), ("23:00", 1.0)):
        with pytest.raises(TrainingError):
            parse_deadline(*arguments, now)
