"""Where quotation marks stand open between the sentences of a text, and who the words belong to.

The quotations of the Dutch article, with their speakers, are found in ``service.text.quotes``; this is the
smaller question a summary asks of either language: can this sentence be lifted out without leaving half a
quotation, or a whole one without its speaker, behind?

Double marks of every style are followed, and curly or straight single ones where they plainly enclose words
(an apostrophe never opens: it follows a letter, or its word has no closing partner). A mark of opening
form met inside a quotation is the reopening of it, as English and Dutch newspapers print it at each new
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘'‚](?=\w)|(?<=[\w.,!?…;:)])[’'](?!\w)")
_SINGLES = "‘'‚’"
_CLOSERS = "”»’"
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_REACH = 1000
_AHEAD = 8
"""The closing partner of a single mark is looked for in so many characters, and in so many sentences on."""
_Inside = Literal["", "single", "double"]


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
    found = []
    inside: _Inside = ""
    for number, sentence in enumerate(sentences):
        following = (
            " ".join(sentences[number + 1 : number + 1 + _AHEAD])
            if any(mark in sentence for mark in "'‘‚")
            else ""
        )
        marks, inside = _follow(sentence, inside, following)
        found.append(marks)
    return found


def _follow(sentence: str, inside: _Inside, following: str) -> tuple[Marks, _Inside]:
    sentence = sentence.replace(",,", "„").replace("''", "”")
    before, outside, quoted, place = bool(inside), "", 0, 0
    for match in _MARK.finditer(sentence):
        mark, start, part = match.group(), match.start(), sentence[place : match.start()]
        kind: _Inside = "single" if mark in _SINGLES else "double"
        if inside and kind != inside:
            continue  # a quotation within a quotation
        opens = _opens(sentence, start, mark)
        if (
            kind == "single"
            and opens
            and not _closes_later(sentence[match.end() : match.end() + _REACH], following)
        ):
            continue
        if inside and opens and part.strip():
            before, inside = False, ""  # the earlier quotation was never closed; these words are ours
        if inside:
            quoted += len(part.strip())
        else:
            outside += part
        place = match.end()
        inside = kind if opens else ""
    rest = sentence[place:]
    if inside:
        quoted += len(rest.strip())
    else:
        outside += rest
    return Marks(before, bool(inside), " ".join(outside.split()), quoted), inside


def _opens(sentence: str, place: int, mark: str) -> bool:
    if mark in "„«‘‚":
        return True
    if mark in _CLOSERS:
        # The Dutch ”…” opens with this mark too: then a word follows it and none precedes.
        return (
            mark == "”"
            and sentence[place + 1 : place + 2].isalnum()
            and not sentence[max(0, place - 1) : place].strip()
        )
    preceding, following = sentence[max(0, place - 1) : place], sentence[place + 1 : place + 2]
    return bool(following.strip()) and (not preceding.strip() or preceding in "([–—-/'‘")


def _closes_later(rest: str, following: str) -> bool:
    return _SINGLE_CLOSE.search(f"{rest} {following}"[:_REACH]) is not None
