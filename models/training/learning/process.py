"""What a run asks of the process and the processor that it runs on."""

import ctypes
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import torch


def keep_memory() -> None:
    """Ask glibc to reuse freed memory: giving it back costs a third of every step."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    for option, value in ((-4, 0), (-1, -1), (-2, 256 << 20)):  # mmap_max, trim, top_pad
        mallopt(option, value)


@contextmanager
def stop_requests() -> Iterator[list[int]]:
    """A list that fills when SIGTERM or SIGINT arrives."""
    received: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    previous = {number: signal.signal(number, remember) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield received
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def bfloat16_speed() -> float:
    """How many times as fast this processor multiplies bfloat16 matrices as float32 ones.

    Tried rather than asked: without instructions of its own for it a processor is a hundred times slower.
    The best of several tries counts, as one may be held up by what else runs.
    """
    seconds: dict[torch.dtype, float] = {}
    for _ in range(8):
        for dtype in (torch.float32, torch.bfloat16):
            left, right = (torch.ones(256, 256, dtype=dtype) for _ in range(2))
            started = time.perf_counter()
            left @ right
            taken = time.perf_counter() - started
            seconds[dtype] = min(taken, seconds.get(dtype, taken))
    return seconds[torch.float32] / seconds[torch.bfloat16]
