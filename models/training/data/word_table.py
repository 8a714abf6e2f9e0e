"""Word translation probabilities of the training text: IBM Model 1.

After Brown et al. 1993, "The Mathematics of Statistical Machine Translation": every English word of a pair
comes from one of its Dutch words, or from none, and which is found by expectation maximisation. The model
knows nothing of order or of sentences, which makes it a check on a network that knows both too well: it only
tells which words belong together. (In Och et al. 2004, "A Smorgasbord of Features for Statistical Machine
Translation", no other single feature helped more to choose among hypotheses.)
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.data.corpus import Pair
from models.word_table import DUTCH, ENGLISH
from models.words import words_of

ITERATIONS = 5
LONGEST = 40
"""Words of either side that are read."""
COMMON = 250
"""How many of the commonest words of each language are named."""
LEAST_PROBABLE = 0.1
MOST = 4
"""Translations of one word at most."""
RAREST = 3
"""In how many pairs a word stands that no word list has: by then its translations are more than chance."""

Numbers = NDArray[np.int64]


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
    for nl, en in pairs:
        sources = np.array([0, *(dutch[word] for word in nl)])  # 0: from none
        targets = np.array([english[word] for word in en])
        blocks.append((targets[:, None] + sources[None, :] * size).ravel())
        lengths.append(np.full(len(en), len(nl) + 1))
    links, of_link = np.unique(np.concatenate(blocks), return_inverse=True)
    length = np.concatenate(lengths)
    starts = np.concatenate([[0], np.cumsum(length)[:-1]])
    source = links // size
    probability = np.ones(len(links))
    for _ in range(ITERATIONS):
        share = probability[of_link]
        share /= np.repeat(np.add.reduceat(share, starts), length)
        expected = np.bincount(of_link, share, len(links))
        probability = expected / np.bincount(source, expected)[source]
    kept = (probability >= least) & (source > 0)
    names = list(dutch), list(english)
    table: dict[str, dict[str, float]] = {}
    for link, value in zip(links[kept].tolist(), probability[kept].tolist(), strict=True):
        table.setdefault(names[0][link // size - 1], {})[names[1][link % size]] = value
    return table


def table_lines(
    text: Sequence[Pair], lists: Sequence[Pair], least: float = LEAST_PROBABLE, most: int = MOST
) -> list[str]:
    """The table that pairs make, as ``WordTable`` reads it: so many translations of a word, so probable."""
    pairs = [(first_words(nl), first_words(en)) for nl, en in [*text, *lists]]
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
