"""Machine-made English that does not say what its Dutch says: left out, or read and not learnt.

A small teacher writes fluent sentences with words in them that come from nowhere, and a student of it learns
to do so too. How all of the text translates single words tells of them (``models.word_table``). A pair goes
in which too many words of the Dutch have no translation, after the idea of Kang and Hashimoto 2020 ("Improved
Natural Language Generation via Loss Truncation", arXiv 2004.14589): noise is better not modelled at all. In
the others the decoder reads the words that come from nothing where a Dutch one is lost, and is not taught to
say them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.training.data.cleaning import Report, part
from models.training.data.corpus import Pair
from models.training.data.domains import DomainGroup, group_of
from models.training.data.retranslate import Retranslator
from models.training.data.word_list import count_words
from models.training.data.word_table import table_lines
from models.word_table import WordTable

LEAST_PROBABLE = 0.02
MOST = 20
"""The table for this is a wide one: an unusual translation is right more often than not."""
LEAST_ACCOUNTED = -0.25
"""How badly the English of a pair that stays may account for the Dutch: four in ten are worse."""
WELL_ACCOUNTED = 0.0
"""Below this, which is as usual, other English may take the place of the teacher's: half of the pairs are."""
GAIN = 0.3
"""How much better that has to account for the Dutch to do so."""
_SPACE = "▁"


def leave_unfaithful(
    corpora: dict[str, list[Pair]],
    removed: Mapping[str, Counter[str]],
    groups: tuple[DomainGroup, ...],
    report: Report,
    retranslator: Retranslator | None = None,
) -> tuple[WordTable, Counter[str]]:
    """Remove the machine-made pairs that do not say what their Dutch says; returns the table that told.

    With a retranslator the English of a sound hypothesis, where there is one (``retranslate.py``), takes the
    place of the teacher's that accounts for less than usual, and stands beside the other, as in Nguyen et al.
    2020 ("Data Diversification", arXiv 1911.01986); returns how many of each file do, too.
    """
    anew: Counter[str] = Counter()
    machine = [name for name in corpora if group_of(name, groups).machine]
    table = WordTable(table_lines(*part(corpora, groups), LEAST_PROBABLE, MOST) if machine else ())
    written = (pairs for name, pairs in corpora.items() if name not in machine)
    known = count_words(english for pairs in written for _, english in pairs) if retranslator else Counter()
    for name in machine:
        accounted = {pair: table.accounted(*pair) for pair in corpora[name]}
        better: dict[str, str] = {}
        if retranslator is not None:
            better = retranslator.retranslated(wanted(accounted), table, known, report)
        left = [pair for pair in accounted if pair[0] not in better or accounted[pair] >= WELL_ACCOUNTED]
        faithful = [pair for pair in left if accounted[pair] >= LEAST_ACCOUNTED]
        removed[name]["unfaithful"] = len(left) - len(faithful)
        report(f"{name}: kept {len(faithful)}, removed {removed[name]['unfaithful']} unfaithful")
        anew[name] = len(better.items() - accounted.keys())
        corpora[name] = list(dict.fromkeys([*faithful, *better.items()]))
    return table, anew


def wanted(accounted: Mapping[Pair, float]) -> dict[str, float]:
    """How well other English has to account for the Dutch: as well, where the teacher's is not to go."""
    return {
        dutch: found if found >= WELL_ACCOUNTED else max(WELL_ACCOUNTED, found + GAIN)
        for (dutch, _), found in accounted.items()
    }


def doubtful_pieces(pair: Pair, pieces: Sequence[str], table: WordTable) -> list[bool]:
    """Which pieces of the English are of words that come from nothing in the Dutch."""
    _, english = pair
    words = {len(english[: word.start + 1].split()) for word in table.made_up(*pair)}
    doubtful: list[bool] = []
    word = 0
    for piece in pieces:
        word += piece.startswith(_SPACE)
        doubtful.append(word in words and any(map(str.isalpha, piece)))
    return doubtful if word == len(english.split()) else [False] * len(pieces)
