"""Quotations over several paragraphs, and marks without a partner.

Pairing is done paragraph by paragraph; here its loose ends are tied. A quotation left open goes on in the
next paragraph if that opens with a mark again, or closes one it never opened. Any other is cut where it most
plausibly stopped: before a comma and a verb of saying, else at the end of its sentence or of those that
follow in which somebody says "ik" or "we". A closing mark alone counts only when an attribution follows, and
then its sentence is what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.marks.pairing import MARK_CHARACTERS, Pair, pair_marks
from service.text.words.cues import ATTRIBUTING_PREPOSITIONS, cues_of

_STOP: Final = re.compile(r"(,|(?<=[.!?…]))\s+([a-zà-ÿ]+)\b")
# Both start only where a run of marks or blanks starts: from each place inside it they take quadratic time.
_SENTENCE_END: Final = re.compile(r"(?<![.!?…])[.!?…]++(?=\s+[A-ZÀ-Þ\"'‘’“”„]|\s*$)|\n")
_LOOSE_TAIL: Final = re.compile(
    r"(?<![\s,;:])[\s,;:]*+\b(?:of|en|maar)\b[\s,;:(\-–—]*+$|(?<![\s,;:(\-–—])[\s,;:(\-–—]++$"
)
_SPOKEN: Final = re.compile(r"\b(?:ik|mij|mijn|m'n|we|wij)\b", re.IGNORECASE)
"""Words of somebody who speaks, and of hardly any reporter."""
_FOLLOWING: Final = re.compile(r"\s*,?\s*([a-zà-ÿ]+)\b")
_FARTHEST: Final = 1000
"""Characters back that the lost opening mark of a quotation is looked for."""


def mend_pairs(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[list[tuple[Pair, bool]]]:
    """For each paragraph its pairs by position, outer first, and whether each goes on with the one before."""
    out: list[list[tuple[Pair, bool]]] = []
    open_end = False
    for i, (start, end) in enumerate(paragraphs):
        follows = paragraphs[i + 1][0] if i + 1 < len(paragraphs) else -1
        continued = follows >= 0 and (text[follows] in MARK_CHARACTERS or text.startswith(",,", follows))
        pairs = pair_marks(text, start, end, continued=continued)
        mended: list[tuple[Pair, bool]] = []
        was_open, open_end = open_end, False
        outer_end = start
        parent: Pair | None = None
        inner: Pair | None = None
        for pair in pairs:
            if pair.depth:
                if parent is not None and pair.opened < outer_end:
                    kept = pair if pair.sound else _cut(text, pair, whole=False)
                    crossed = inner is not None and kept is not None and inner.crosses(kept)
                    inside = kept is not None and parent.start <= kept.opened and kept.closed <= parent.end
                    if kept is not None and inside and not crossed:
                        mended.append((kept, False))
                        inner = kept
                continue
            goes_on = was_open and not mended and text[start : pair.opened].strip() == ""
            if pair.sound:
                fixed: Pair | None = pair
            elif not pair.has_opening:
                fixed = _reopen(text, pair, max(outer_end, start), whole=goes_on)
            else:
                to_end = pair.closed == end
                loose = to_end and continued and not _attributed(text, pair)
                open_end = loose or (to_end and follows >= 0 and pair.opened == start)
                fixed = pair if loose else _cut(text, pair, whole=pair.opened == start and to_end)
            if fixed is not None and fixed.opened >= outer_end:
                mended.append((fixed, goes_on))
                outer_end = fixed.closed
                parent, inner = fixed, None
        out.append(mended)
    return out


def _attributed(text: str, pair: Pair) -> bool:
    return _stop(text, pair) is not None


def _stop(text: str, pair: Pair) -> int | None:
    """Where an attribution begins inside an unclosed quotation; not that of a quotation nested in it."""
    for match in _STOP.finditer(text, pair.start, pair.end):
        word = match.group(2)
        if text[match.start() - 1] in MARK_CHARACTERS or text.startswith(":", match.end()):
            continue
        if word in ATTRIBUTING_PREPOSITIONS or any(
            not c.participle and c.kind == "speech" and not c.plural for c in cues_of(word)
        ):
            return match.start()
    return None


def _cut(text: str, pair: Pair, *, whole: bool) -> Pair | None:
    stop = _stop(text, pair)
    if stop is None and not whole:
        match = _SENTENCE_END.search(text, pair.start, pair.end)
        stop = _last_spoken(text, match.end(), pair.end) if match else None
    end = pair.end if stop is None else stop
    if stop is None and pair.closed > pair.end and not text[pair.end : pair.closed].strip():
        tail = _LOOSE_TAIL.search(text, pair.start, pair.end)
        end = tail.start() if tail and tail.start() > pair.start else end
    while end > pair.start and text[end - 1].isspace():
        end -= 1
    return replace(pair, end=end, closed=end) if end > pair.start else None


def _last_spoken(text: str, first: int, end: int) -> int:
    """The end of the last sentence in which somebody says "ik" or "we", with one between at most.

    ``first`` is the end of the first sentence, which is said in any case.
    """
    last = at = first
    for place in (*(m.end() for m in _SENTENCE_END.finditer(text, first, end)), end):
        if _SPOKEN.search(text, at, place):
            last = place
        elif at != last:
            break
        at = place
    return last


def _reopen(text: str, pair: Pair, floor: int, *, whole: bool) -> Pair | None:
    start = floor
    if not whole:
        start = floor = max(floor, pair.end - _FARTHEST)
        after = _FOLLOWING.match(text, pair.closed)
        word = after.group(1) if after else ""
        if not (word in ATTRIBUTING_PREPOSITIONS or any(not c.participle for c in cues_of(word))):
            return None
        for match in _SENTENCE_END.finditer(text, floor, pair.end - 1):
            start = match.end()
    while start < pair.end and text[start].isspace():
        start += 1
    return replace(pair, opened=start, start=start) if start < pair.end else None
