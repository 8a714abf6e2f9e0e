"""How segments become batches, and how long a translation may grow. Shared by every engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

CUT_LOG_PROBABILITY = -100.0
"""What a hypothesis gets that reached the length limit before its end token.

Its text is cut, so no mean over its tokens would be honest. The value is far below that of any complete
hypothesis: whoever looks for improbable translations finds it.
"""


def refuse_too_long(lengths: Sequence[int], limit: int) -> None:
    """Raise ``ValueError`` naming the first of ``lengths`` (in tokens) over ``limit``."""
    for index, length in enumerate(lengths):
        if length > limit:
            raise ValueError(f"Segment {index} has {length} tokens; the model takes at most {limit}.")


def target_limit(longest: int, positions: int) -> int:
    """Most target tokens, end token included, for sources of up to ``longest`` tokens.

    English needs 0.9 to 1.2 tokens for one of Dutch; what grows beyond twice that is a loop, and decoding it
    up to the last position would only cost time.
    """
    return min(2 * longest + 50, positions)


def batches(lengths: Sequence[int], max_tokens: int) -> Iterator[list[int]]:
    """Indices of ``lengths`` in batches of at most ``max_tokens`` padded tokens, the longest first.

    Sorting keeps the padding small and gives each batch a tight :func:`target_limit`; starting with the
    longest keeps parallel workers busy until the end. A segment longer than ``max_tokens`` is a batch of its
    own.
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > max_tokens:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
