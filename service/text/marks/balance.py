"""How the sentences of a paragraph stand to its quotation marks, in either language.

The quotations of the Dutch article, with their speakers, are found in ``service.text.quoting.quotes``; this
is the smaller question a summary asks: can this sentence be lifted out without leaving half a quotation, or a
whole one without its speaker, behind? The marks themselves are read by ``service.text.marks.pairing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.text.marks.pairing import pair_marks


@dataclass(frozen=True, slots=True)
class Marks:
    """How one sentence stands to the quotations round it."""

    inside_before: bool
    """A quotation is open where the sentence begins."""
    inside_after: bool
    """A quotation is open where it ends."""
    outside: str
    """Its words outside of quotation marks."""
    quoted: int
    """How many of its characters stand inside."""

    @property
    def balanced(self) -> bool:
        return not (self.inside_before or self.inside_after)


def follow_marks(sentences: Sequence[str]) -> list[Marks]:
    """The state of the quotation marks of the consecutive sentences of one paragraph."""
    text = " ".join(sentences)
    pairs = [pair for pair in pair_marks(text, 0, len(text)) if pair.depth == 0 and pair.has_opening]
    found = []
    start = 0
    for sentence in sentences:
        end = start + len(sentence)
        here = [pair for pair in pairs if pair.opened < end and pair.closed > start]
        outside, place = [], start
        for pair in here:
            outside.append(text[place : pair.opened])
            place = max(place, pair.closed)
        outside.append(text[place:end])
        found.append(
            Marks(
                any(pair.opened < start for pair in here),
                any(pair.closed > end or (pair.closed == end and not pair.has_closing) for pair in here),
                " ".join("".join(outside).split()),
                sum(max(0, min(pair.end, end) - max(pair.start, start)) for pair in here),
            )
        )
        start = end + 1
    return found
