"""Targets interrupted by a repetition, so that a decoder learns to go on after one.

Trained on references alone, a decoder reads nothing but faultless text before the piece it has to
predict. When its own search repeats some words once, it has never seen how that continues, and takes the
repetition for the rule: a loop. So now and then a few pieces are repeated in what it reads (or a few of
another sentence are put in, as a mistake would), and after each copy it has to predict what comes next in
the reference. The copies themselves are never predicted. That a decoder should train on imperfect text is
the idea of scheduled sampling (Bengio et al. 2015, arXiv 1506.03099); here it takes no sampling.
"""

import numpy as np
from numpy.typing import NDArray

Pieces = NDArray[np.uint16]

LONGEST_GRAM = 6
"""Pieces of a repetition: a word has one to three."""
MOST_COPIES = 4
FOREIGN = 0.3
"""Part of the interruptions that are pieces of another sentence."""


def stutter(
    target: Pieces, other: Pieces, eos: int, ignored: int, generator: np.random.Generator
) -> tuple[Pieces, Pieces]:
    """What the decoder reads and what it has to predict, of the same length, each with `eos` at its end.

    Neither text may be empty. Labels are `ignored` inside the copies; reading is shifted elsewhere.
    """
    foreign = generator.random() < FOREIGN
    end = int(generator.integers(1, len(target) + 1))
    text, until = (other, int(generator.integers(1, len(other) + 1))) if foreign else (target, end)
    gram = text[max(until - int(generator.integers(1, LONGEST_GRAM + 1)), 0) : until]
    copies = int(generator.integers(1, MOST_COPIES + 1))
    whole = np.append(target, np.uint16(eos))
    expected = np.full_like(gram, ignored)
    expected[0] = whole[end]
    return (
        np.concatenate([whole[:end], *[gram] * copies, whole[end:]]),
        np.concatenate([whole[:end], *[expected] * copies, whole[end:]]),
    )
