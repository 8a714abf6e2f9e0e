"""Quotation marks of Dutch: finding them, and pairing them within a paragraph.

A mark rarely says by itself what it does: ” closes in English and opens in Swedish and in older Dutch, “
opens in English and closes in German, ' is also an apostrophe, a prime and a minute. So every mark gets three
costs, for opening, for closing and for being no quotation mark at all, from its neighbours first (an opening
mark has white space before it and a letter behind it) and from its shape second. The cheapest reading of a
whole paragraph is then found by a Viterbi search whose states are the stacks of open marks. That one
mechanism resolves nesting, mixed and swapped styles, apostrophes (`Hans' fiets`) and primes, and it degrades
gracefully: a mark that was never closed costs something, but does not upset its neighbours.

The search is linear: at most ``_BEAM`` stacks (fewer in a paragraph with absurdly many marks) of at most
three marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from service.text.marks.typed_marks import TYPED, join_typed

_DOUBLE: Final = '"“”„‟«»＂″'
_SINGLE: Final = "'‘’‚‛‹›`´′"
MARK_CHARACTERS: Final = frozenset(_DOUBLE + _SINGLE)
_MARK: Final = re.compile(rf"(?<![\w,]),,(?=[^\s,])|``|´´|[{re.escape(_DOUBLE + _SINGLE)}]")
_ELISION: Final = re.compile(
    r"(?:[sStTnNmMkKrR]|e(?!-)|ie|er|em|ns|[tT]is|[tT]was|[tT]uurlijk)(?![\w'’])|[sS]-(?=[A-Z])"
    r"|[sS](?:morgens|avonds|nachts|middags)\b"
)
""" "'Er" with a capital opens a quotation."""
_DECADE: Final = re.compile(r"\d\d(?!\d|[.,]\d|%)")
_BEFORE_DECADE: Final = re.compile(r"(?:jaren|eind|begin|zomer|winter|sinds|seizoen|uit|WK|EK|en|van|in)\s$")
_OPENERS: Final = "([{<–—-/|*_=~•·"
_CLOSING_PUNCTUATION: Final = ".,;:!?…)]}>"

_UNCLOSED: Final = 4.0
_UNCLOSED_CONTINUED: Final = 1.0
_MISMATCH: Final = 5.0
_IMPOSSIBLE: Final = 9.0
_BEAM: Final = 10
_NARROW_BEAM: Final = 2
_MANY_MARKS: Final = 400
_LONGEST_RUN: Final = 4
"""More marks than this in a row are ornament."""

_SHAPES: Final[dict[str, tuple[float, float]]] = {
    # glyph: what opening and closing cost on top of what the neighbours say
    "“": (0.0, 2.5),
    "”": (2.5, 0.0),
    "„": (0.0, 6.0),
    "‟": (0.0, 3.0),
    "«": (0.0, 3.0),
    "»": (3.0, 0.0),
    "‹": (0.0, 3.0),
    "›": (3.0, 0.0),
    "‘": (0.0, 2.5),
    "’": (2.0, 0.0),
    "‚": (0.0, 6.0),
    "‛": (0.0, 3.0),
    "`": (0.0, 1.0),
    "´": (1.0, 0.0),
    "″": (4.0, 1.0),
    "′": (4.0, 1.0),
    ",,": (0.0, 9.0),
    "``": (0.0, 9.0),
    "´´": (3.0, 0.0),
    "''": (1.0, 0.0),
    "’’": (1.0, 0.0),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark (two characters for ``,,``, ``''`` and ``’’``) and what each reading of it costs."""

    start: int
    end: int
    family: str
    """``d`` for double marks and guillemets, ``s`` for single ones."""
    opening: float
    closing: float
    neither: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation: ``text[opened:closed]`` is it with its marks, ``text[start:end]`` without, not empty."""

    opened: int
    start: int
    end: int
    closed: int
    depth: int
    family: str
    has_opening: bool = True
    has_closing: bool = True

    @property
    def sound(self) -> bool:
        """Whether both marks are there; of others the far end is only the farthest it can be."""
        return self.has_opening and self.has_closing

    def crosses(self, later: Pair) -> bool:
        """Whether a pair that opens behind this one opens inside it and closes outside."""
        return later.opened < self.closed < later.closed


_Decision: TypeAlias = tuple[int, int, int]
"""Indexes of the opening mark (-1: none), of the closing one (-1: none; ~i: none before mark i), depth."""
_Chain: TypeAlias = "tuple[_Decision, _Chain] | None"


@dataclass(slots=True)
class _Reading:
    """A reading of the marks so far: its cost, the open marks, and what was decided, newest first."""

    cost: float
    stack: tuple[int, ...]
    decided: _Chain


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a paragraph with their costs; apostrophes inside words are left out."""
    spots = [(m.start(), m.end()) for m in _MARK.finditer(text, start, end)]
    if TYPED.search(text, start, end):
        spots = join_typed(text, spots)
    german = "„" in text[start:end] or "‚" in text[start:end]
    marks = []
    for (a, b), (left, right, run) in zip(spots, _outer_neighbours(text, spots, start, end), strict=True):
        single = b - a == 1 and text[a] in _SINGLE
        inside = a > start and b < end and text[a - 1].isalnum() and text[b].isalnum()
        if run <= _LONGEST_RUN and not (single and inside):
            marks.append(_weigh(text, (start, a, b, end), left, right, single=single, german=german))
    return marks


def _outer_neighbours(
    text: str, spots: list[tuple[int, int]], start: int, end: int
) -> list[tuple[str, str, int]]:
    """What stands left and right of each run of touching marks (a line end outside), and its length."""
    out: list[tuple[str, str, int]] = []
    i = 0
    while i < len(spots):
        j = i
        while j + 1 < len(spots) and spots[j + 1][0] == spots[j][1]:
            j += 1
        left = text[spots[i][0] - 1] if spots[i][0] > start else "\n"
        right = text[spots[j][1]] if spots[j][1] < end else "\n"
        out += [(left, right, j - i + 1)] * (j - i + 1)
        i = j + 1
    return out


def _weigh(
    text: str, at: tuple[int, int, int, int], left: str, right: str, *, single: bool, german: bool
) -> Mark:
    _, a, b, _ = at
    glyph = text[a:b]
    opening, closing = 0.0, 0.0
    if left == ":":
        opening += 0.3
    elif left.isalnum():
        opening += 5.0
    elif not left.isspace() and left not in _OPENERS:
        opening += 3.0
    if right.isspace():
        opening += 2.0
    elif right in _CLOSING_PUNCTUATION and right != "…" and text[b : b + 2] != "..":
        opening += 3.0
    if left.isspace():
        closing += 2.0
    elif left in "([{":
        closing += 3.0
    if right.isalnum():
        closing += 4.0
    shape = _SHAPES.get(glyph, (0.0, 0.0))
    opening += shape[0]
    closing += 0.3 if german and glyph in "“‘" else shape[1]
    return Mark(
        a, b, "s" if single else "d", opening, closing, _no_mark(text, at, left, right, single=single)
    )


def _no_mark(text: str, at: tuple[int, int, int, int], left: str, right: str, *, single: bool) -> float:
    """What it costs to read the mark as an apostrophe, a prime, a minute or a slip of the pen."""
    start, a, b, end = at
    glyph = text[a:b]
    if left.isdigit() and glyph in ('"', "'", "’", "”", "′", "″", "''", "’’") and not right.isalpha():
        return 1.0
    if not single:
        return 6.0
    touches = a > start and text[a - 1].isalnum()
    if b < end and not touches:
        if _ELISION.match(text, b, min(end, b + 20)):
            return -0.5 if glyph == "‘" else -2.0
        if _DECADE.match(text, b, min(end, b + 4)):
            return -1.5 if _BEFORE_DECADE.search(text, max(start, a - 9), a) else 0.5
    if touches and left not in "sxzSXZ" and right in _CLOSING_PUNCTUATION:
        return 5.5  # no apostrophe: "Zo is het', zegt Bos"
    if touches:
        return 0.5 if left in "sxzSXZ" else 3.0
    if glyph in "‘‚‹›":
        return 6.5
    return 3.0 if right.isspace() and left.isspace() else 5.0


def pair_marks(text: str, start: int, end: int, *, continued: bool = False) -> list[Pair]:
    """The quotations of the paragraph ``text[start:end]`` by position, outer ones before the inner.

    ``continued`` says that the next paragraph opens with a mark, so that leaving one open costs little.
    """
    marks = find_marks(text, start, end)
    beam = _BEAM if len(marks) <= _MANY_MARKS else _NARROW_BEAM
    readings = [_Reading(0.0, (), None)]
    for index in range(len(marks)):
        best: dict[str, _Reading] = {}
        for reading in readings:
            for candidate in _extend(reading, marks, index, text):
                key = "".join([marks[i].family for i in candidate.stack])
                if key not in best or candidate.cost < best[key].cost:
                    best[key] = candidate
        readings = sorted(best.values(), key=lambda r: r.cost)[:beam]
    unclosed = _UNCLOSED_CONTINUED if continued else _UNCLOSED
    final = min(readings, key=lambda r: r.cost + unclosed * len(r.stack))
    decisions: list[_Decision] = [(i, -1, depth) for depth, i in enumerate(final.stack)]
    chain = final.decided
    while chain is not None:
        decision, chain = chain
        decisions.append(decision)
    return _as_pairs(decisions, marks, text, start, end)


def _extend(reading: _Reading, marks: list[Mark], index: int, text: str) -> list[_Reading]:
    """Every way to read the mark at ``index`` after an earlier reading."""
    mark, stack, cost, decided = marks[index], reading.stack, reading.cost, reading.decided
    if not stack and mark.neither >= 6.0 and mark.closing < 1.0:
        out = [_Reading(cost + _UNCLOSED + 1.0, stack, ((-1, index, 0), decided))]
    else:
        out = [_Reading(cost + mark.neither, stack, decided)]
    if mark.opening < _IMPOSSIBLE:
        if len(stack) < 3:
            nested = 0.0
            if stack:
                twins = marks[stack[-1]].family == mark.family
                nested = (0.7 if mark.closing > 2 else 2.0) if twins else 0.2
            out.append(_Reading(cost + mark.opening + nested, (*stack, index), decided))
        if stack:
            dropped: _Chain = decided
            for depth, i in enumerate(stack):
                dropped = ((i, ~index, depth), dropped)
            out.append(_Reading(cost + mark.opening + _UNCLOSED * len(stack), (index,), dropped))
    if not stack or mark.closing >= _IMPOSSIBLE:
        return out
    top, depth = marks[stack[-1]], len(stack) - 1
    if mark.start - top.end > 3 or text[top.end : mark.start].strip():
        wrong = 0.0 if top.family == mark.family else _MISMATCH
        closed: _Chain = ((stack[-1], index, depth), decided)
        out.append(_Reading(cost + mark.closing + wrong, stack[:-1], closed))
        if depth and marks[stack[-2]].family == mark.family:
            closed = ((stack[-2], index, depth - 1), ((stack[-1], ~index, depth), decided))
            out.append(_Reading(cost + mark.closing + _UNCLOSED, stack[:-2], closed))
    return out


def _as_pairs(decisions: list[_Decision], marks: list[Mark], text: str, start: int, end: int) -> list[Pair]:
    pairs = []
    for opener, closer, depth in decisions:
        family = marks[opener if opener >= 0 else closer].family
        opened, a = (marks[opener].start, marks[opener].end) if opener >= 0 else (start, start)
        if closer >= 0:
            b, closed = marks[closer].start, marks[closer].end
        else:
            b = closed = end if closer == -1 else marks[~closer].start
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            pairs.append(Pair(opened, a, b, closed, depth, family, opener >= 0, closer >= 0))
    pairs.sort(key=lambda p: (p.opened, -p.closed))
    out: list[Pair] = []
    for pair in pairs:
        touches = out and (out[-1].start, out[-1].end) == (pair.opened, pair.closed)
        if touches and pair.sound and out[-1].sound:
            # ‘‘Ja’’ and “‘Ja’” are one quotation
            last = out[-1]
            out[-1] = Pair(last.opened, pair.start, pair.end, last.closed, last.depth, pair.family)
        else:
            out.append(pair)
    return out
