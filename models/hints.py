"""What a dictionary says of the Dutch words, put behind them for the network to read.

A small network cannot keep every word that the press uses in its weights, but it can learn to look at a
dictionary: behind a word stand, between marks, the English words that it may become. Training text is read
with them too, so that the network learns when to take which of them and when none. After Dinu et al. 2019
("Training Neural Machine Translation to Apply Terminology Constraints", ACL 2019) and Zhong and Chiang 2020
("Look It Up: Bilingual Dictionaries Improve Neural Machine Translation", arXiv 2010.05997), who do so with
rare words. Words of one piece have no hints, as they are frequent enough to be learnt, unless they belong to
an expression or to a verb that stands in two parts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from models.word_table import WordTable
from models.words import word_set, words_of

OPEN, CLOSE = "<0x01>", "<0x02>"
"""Marks before each hint and behind the last: pieces of control characters, which no text should have."""
_SPACE: Final = "▁"
_FEWEST_PIECES: Final = 2
LONGEST_EXPRESSION: Final = 5
"""Words of an expression that is looked up."""
_FARTHEST: Final = 25
"""Words between a verb and its particle."""
_ENDS: Final = (".", "!", "?", ":")
_ADVERBS: Final = word_set(
    "toe af mee terug weg neer samen vast deel plaats bijeen teleur tekort stil los kwijt voort heen"
)
"""Particles that are hardly anything else."""
_PREPOSITIONS: Final = word_set("aan op uit in om over voor door bij na tegen onder binnen rond open")
"""Particles where a clause ends."""
_NEXT_CLAUSE: Final = word_set(
    "en of maar dat omdat als toen want terwijl om zodat nadat voordat waarna waardoor"
)
_MOST_KEPT: Final = 200_000

Hint = tuple[str, ...]


class _Part(NamedTuple):
    """A stretch of a segment's pieces without spaces: where it is, its text, its word if it is just one."""

    start: int
    end: int
    text: str
    word: str
    begins: bool
    """Whether a sentence begins with it."""

    @property
    def closed(self) -> bool:
        """Whether something stands behind its word."""
        return not self.text[-1:].isalpha()


class Hints:
    """The hints of a table in pieces that ``encode`` makes of English. Thread-safe."""

    def __init__(self, table: WordTable, encode: Callable[[str], list[str]]) -> None:
        self._table = table
        self._encode = encode
        self._known: dict[tuple[str, bool], list[str]] = {}

    def parts(self, pieces: Sequence[str]) -> Iterator[tuple[int, int, Hint]]:
        """The stretches (start, end) of a segment's pieces between spaces, with what to put behind each."""
        parts = _parts(pieces)
        expressions = self._expressions(parts)
        together = expressions | self._verbs(parts, expressions)
        for number, part in enumerate(parts):
            english = together.get(number)
            if english is None:
                english = self._single(part, pieces[part.start : part.end])
            marked = [piece for phrase in english for piece in (OPEN, *self._encode(phrase))]
            yield part.start, part.end, (*marked, CLOSE) if marked else ()

    def insert(self, pieces: Sequence[str]) -> list[str]:
        """The pieces of a segment with its hints."""
        read: list[str] = []
        for start, end, hint in self.parts(pieces):
            read += [*pieces[start:end], *hint]
        return read

    def _expressions(self, parts: Sequence[_Part]) -> dict[int, Sequence[str]]:
        """What expressions become, by the number of their last part; of their other parts nothing is said."""
        found: dict[int, Sequence[str]] = {}
        first = 0
        while first < len(parts):
            for last in range(min(first + LONGEST_EXPRESSION, len(parts)) - 1, first, -1):
                inside = parts[first : last + 1]
                if not all(part.word for part in inside) or any(part.closed for part in inside[:-1]):
                    continue
                if english := self._table.rendered(" ".join(part.word for part in inside)):
                    found |= dict.fromkeys(range(first, last), ()) | {last: english}
                    first = last
                    break
            first += 1
        return found

    def _verbs(self, parts: Sequence[_Part], taken: Collection[int]) -> dict[int, Sequence[str]]:
        """What verbs become that stand in two parts: behind the verb, nothing of the particle.

        Parts that are ``taken`` belong to an expression.
        """
        found: dict[int, Sequence[str]] = {}
        for place, part in enumerate(parts):
            if part.word not in _ADVERBS | _PREPOSITIONS or place in taken:
                continue
            after = [p.word for p in parts[place + 1 : place + 3]]
            if after[:1] == ["te"]:
                verbs = range(place + 2, min(place + 3, len(parts)))
            elif part.closed or part.word in _ADVERBS or not after or after[0] in _NEXT_CLAUSE:
                verbs = range(place - 1, max(place - _FARTHEST, 0) - 1, -1)
            else:
                continue
            for verb in verbs:
                if verb < place and _ends(parts[verb].text):
                    break
                if verb in taken or not parts[verb].word:
                    continue
                if english := self._table.rendered(part.word + parts[verb].word):
                    found |= {place: (), verb: english}
                    break
        return found

    def _single(self, part: _Part, pieces: Sequence[str]) -> list[str]:
        if sum(any(map(str.isalpha, piece)) for piece in pieces) < _FEWEST_PIECES:
            return []
        known = self._known.get((part.text, part.begins))
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known = {}
            known = self._known[part.text, part.begins] = list(self._look_up(part.text, part.begins))
        return known

    def _look_up(self, text: str, begins: bool) -> Iterator[str]:
        """What the words in a stretch without spaces become; a capital within a sentence makes a name."""
        for word in words_of(text):
            first = begins or text[: word.start].endswith(('"', "'", "("))
            if first or not text[word.start].isupper():
                yield from self._table.likely(word.text)


def _parts(pieces: Sequence[str]) -> list[_Part]:
    starts = [at for at, piece in enumerate(pieces) if at == 0 or piece.startswith(_SPACE)]
    parts: list[_Part] = []
    begins = True
    for start, end in pairwise([*starts, len(pieces)]):
        text = "".join(pieces[start:end]).removeprefix(_SPACE)
        words = words_of(text)
        parts.append(_Part(start, end, text, words[0].text if len(words) == 1 else "", begins))
        begins = _ends(text) or (begins and not words)
    return parts


def _ends(text: str) -> bool:
    """Whether a sentence ends with it."""
    return text.rstrip("\"')").endswith(_ENDS)
