"""Machine-made English that does not say what its Dutch says: left out, or read and not learnt.

A small teacher writes fluent sentences with words in them that come from nowhere, and a student of it learns
to do so too. How all of the text translates single words tells most of them (``models.word_table``). A pair
in which they are too many goes, after the idea of Kang and Hashimoto 2020 ("Improved Natural Language
Generation via Loss Truncation", arXiv 2004.14589): noise is better not modelled at all. In the others the
decoder reads the words that come from nothing, and is not taught to say them.
"""

from collections.abc import Sequence

from models.training.corpus import Pair
from models.word_table import WordTable

LEAST_PROBABLE = 0.02
MOST = 20
"""The table for this is a wide one: an unusual translation is right more often than not."""
LEAST_ACCOUNTED = -0.6
"""How badly the English of a pair that stays may account for the Dutch: a fifth of the pairs is worse."""
_SPACE = "▁"


def is_faithful(pair: Pair, table: WordTable) -> bool:
    """Whether the English accounts for the words of the Dutch well enough to be learnt from."""
    return table.accounted(*pair) >= LEAST_ACCOUNTED


def doubtful_pieces(pair: Pair, pieces: Sequence[str], table: WordTable) -> list[bool]:
    """Which pieces of the English are of words that come from nothing in the Dutch."""
    _, english = pair
    words = {len(english[: word.start + 1].split()) for word in table.made_up(*pair)}
    doubtful: list[bool] = []
    word = 0
    for piece in pieces:
        word += piece.startswith(_SPACE)
        doubtful.append(word in words)
    return doubtful if word == len(english.split()) else [False] * len(pieces)
