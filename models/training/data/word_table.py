"""Word translation probabilities of the training text: which words belong together, and nothing else.

After Dyer et al. 2013, "A Simple, Fast, and Effective Reparameterization of IBM Model 2" (fast_align):
every English word of a pair comes from one of its Dutch words, rather one at the same height of the
sentence, or from none, and which is found by expectation maximisation; a Dirichlet prior keeps a rare word
from taking all that stands around it. The figures are those of that paper; its tension is not learnt. The
table knows nothing of sentences, which makes it a check on a network that knows them too well. (In Och et
al. 2004, "A Smorgasbord of Features for Statistical Machine Translation", no single feature helped more to
choose among hypotheses than such a one.)
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from models.training.data.corpus import Pair
from models.word_table import DUTCH, ENGLISH
from models.words import words_of

ITERATIONS = 5
TENSION = 4.0
"""How much a word draws its translation to its own height in the sentence."""
FROM_NONE = 0.08
"""How probably a word comes from none, before anything is known of it."""
CONCENTRATION = 0.01
"""Of the Dirichlet prior of a word's translations: the less, the fewer it has."""
LONGEST = 40
"""Words of either side that are read."""
LISTED = 3
"""How many pairs of text an entry of a word list counts for."""
COMMON = 250
"""How many of the commonest words of each language are named."""
LEAST_PROBABLE = 0.1
MOST = 4
"""Translations of one word at most."""
RAREST = 3
"""In how many pairs a word stands that no word list has: by then its translations are more than chance."""

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


def first_words(text: str) -> list[str]:
    """The words of a text in lower case, as many as are read."""
    return [word.text for word in words_of(text)[:LONGEST]]


def word_probabilities(
    pairs: Sequence[tuple[list[str], list[str]]], least: float = LEAST_PROBABLE
) -> dict[str, dict[str, float]]:
    """The probability of each English word given each Dutch one, where that is not below the least."""
    dutch = {word: n for n, word in enumerate(sorted({w for nl, _ in pairs for w in nl}), start=1)}
    english = {word: n for n, word in enumerate(sorted({w for _, en in pairs for w in en}))}
    if not pairs:
        return {}
    size = len(english)
    blocks: list[Numbers] = []
    lengths: list[Numbers] = []
    priors: list[Reals] = []
    for nl, en in pairs:
        sources = np.array([0, *(dutch[word] for word in nl)])  # 0: from none
        targets = np.array([english[word] for word in en])
        blocks.append((targets[:, None] + sources[None, :] * size).ravel())
        lengths.append(np.full(len(en), len(nl) + 1))
        priors.append(_prior(len(nl), len(en)).ravel())
    links, of_link = np.unique(np.concatenate(blocks), return_inverse=True)
    length = np.concatenate(lengths)
    starts = np.concatenate([[0], np.cumsum(length)[:-1]])
    source = links // size
    prior = np.concatenate(priors)
    several = np.bincount(source)
    weight = np.ones(len(links))
    for _ in range(ITERATIONS):
        share = weight[of_link] * prior
        share /= np.repeat(np.add.reduceat(share, starts), length)
        expected = np.bincount(of_link, share, len(links))
        total = np.bincount(source, expected)
        weight = np.exp(
            _digamma(expected + CONCENTRATION) - _digamma(total + CONCENTRATION * several)[source]
        )
    probability = expected / total[source]
    kept = (probability >= least) & (source > 0)
    names = list(dutch), list(english)
    table: dict[str, dict[str, float]] = {}
    for link, value in zip(links[kept].tolist(), probability[kept].tolist(), strict=True):
        table.setdefault(names[0][link // size - 1], {})[names[1][link % size]] = value
    return table


def _prior(sources: int, targets: int) -> Reals:
    """How probably each target (row) comes from none (first column) or from each source, by place alone."""
    source, target = (np.arange(sources) + 0.5) / sources, (np.arange(targets) + 0.5) / targets
    near = np.exp(-TENSION * np.abs(target[:, None] - source[None, :]))
    near *= (1 - FROM_NONE) / near.sum(axis=1, keepdims=True)
    return np.concatenate([np.full((targets, 1), FROM_NONE), near], axis=1)


def _digamma(values: NDArray[np.floating[Any]]) -> Reals:
    found: Reals = torch.digamma(torch.from_numpy(values)).numpy()
    return found


def table_lines(
    text: Sequence[Pair], lists: Sequence[Pair], least: float = LEAST_PROBABLE, most: int = MOST
) -> list[str]:
    """The table that pairs make, as ``WordTable`` reads it: so many translations of a word, so probable."""
    pairs = [(first_words(nl), first_words(en)) for nl, en in [*text, *(list(lists) * LISTED)]]
    pairs = [(nl, en) for nl, en in pairs if nl and en]
    counts = Counter(word for nl, _ in pairs for word in set(nl))
    targets = Counter(word for _, en in pairs for word in set(en))
    listed = {word for nl, _ in lists for word in first_words(nl)}
    lines = [
        f"{DUTCH} {' '.join(word for word, _ in counts.most_common(COMMON))}",
        f"{ENGLISH} {' '.join(word for word, _ in targets.most_common(COMMON))}",
    ]
    for dutch, translations in sorted(word_probabilities(pairs, least).items()):
        if counts[dutch] < RAREST and dutch not in listed:
            continue
        best = sorted(translations.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        if best[0][0] == dutch:
            continue  # a name, say: a copy is found without a row, and what else it seems to become is chance
        lines.append(f"{dutch} {' '.join(f'{word} {100 * value:.0f}' for word, value in best)}")
    return lines
