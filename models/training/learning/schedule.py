"""Learning rate: warm up, stay, then fall to zero exactly when the budget ends."""

import statistics
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from models.training.errors import TrainingError


@dataclass(frozen=True)
class ScheduleConfig:
    """Target tokens to train on, and the shape of the learning rate over them."""

    tokens: int
    warmup_steps: int = 150
    decay_fraction: float = 0.2


@dataclass(frozen=True)
class ScheduleState:
    """How far training is; `level` is the learning rate as a fraction of its peak."""

    step: int = 0
    tokens: int = 0
    decaying: bool = False
    level: float = 1.0


def remaining_tokens(
    config: ScheduleConfig, state: ScheduleState, rate: float | None, seconds_left: float | None
) -> float:
    """Target tokens that training will still see, by token budget and by the clock."""
    left = float(config.tokens - state.tokens)
    if rate is not None and seconds_left is not None:
        left = min(left, rate * seconds_left)
    return max(left, 0.0)


def multiplier(config: ScheduleConfig, state: ScheduleState) -> float:
    """Fraction of the peak learning rates to use for the next step."""
    warmup = min(1.0, (state.step + 1) / max(config.warmup_steps, 1))
    return warmup * state.level


def advance(
    config: ScheduleConfig, state: ScheduleState, step_tokens: int, remaining: float
) -> ScheduleState:
    """State after a step of `step_tokens`, with `remaining` tokens expected after it.

    Decay starts when what remains is the last `decay_fraction` of the whole. From there each step
    takes its part of the way from the present level to zero at the expected end, so a change of
    speed bends the line but never makes it jump or end above zero.
    """
    tokens = state.tokens + step_tokens
    decaying = state.decaying or remaining <= config.decay_fraction * (tokens + remaining)
    level = state.level
    if decaying:
        level *= remaining / (remaining + step_tokens)
    return replace(state, step=state.step + 1, tokens=tokens, decaying=decaying, level=level)


class Throughput:
    """Target tokens a second to expect: the lower of two measures over the recent past.

    The median over steps forgets a single pause; the average by the clock, over half an hour,
    knows of a machine that stops again and again.
    """

    STEPS = 101
    SECONDS = 1800.0

    def __init__(self) -> None:
        self._rates: deque[float] = deque(maxlen=self.STEPS)
        self._marks: deque[tuple[float, int]] = deque()

    def add(self, tokens: int, started: float, ended: float) -> None:
        """Record one step of `tokens` between two readings of one clock."""
        self._rates.append(tokens / max(ended - started, 1e-9))
        if not self._marks:
            self._marks.append((started, 0))
        self._marks.append((ended, self._marks[-1][1] + tokens))
        while len(self._marks) > 2 and self._marks[1][0] < ended - self.SECONDS:
            self._marks.popleft()

    def rate(self) -> float | None:
        """The present rate, or None before the first steps."""
        if len(self._rates) < 5:
            return None
        (first, before), (last, total) = self._marks[0], self._marks[-1]
        return min(statistics.median(self._rates), (total - before) / max(last - first, 1e-9))


def parse_deadline(clock: str | None, hours: float | None, now: datetime) -> datetime | None:
    """When to finish: a time of day, today or else tomorrow, or a number of hours from now."""
    if clock is not None and hours is not None:
        raise TrainingError("give --deadline or --hours, not both")
    if hours is not None:
        return now + timedelta(hours=hours)
    if clock is None:
        return None
    try:
        time_of_day = datetime.strptime(clock, "%H:%M").time()
    except ValueError as error:
        raise TrainingError(f"--deadline {clock} is not HH:MM") from error
    end = datetime.combine(now.date(), time_of_day)
    return end if end > now else end + timedelta(days=1)
