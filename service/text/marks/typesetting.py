"""The marks of English in the house style: “ ” outside and ‘ ’ inside, close to their words.

The straight marks that translation models write are taken as well as curly ones, and nothing changes that is
already so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.marks.balance import Marks, follow_marks
from service.text.marks.pairing import MARK_CHARACTERS, Pair, pair_marks

_LONE: Final = re.compile(r"(?<=[.!?…])['’](?=\n|$)")
_FIRST_WORD: Final = re.compile(r"[\W_]*(?P<word>\S+)")
_ELIDED: Final = re.compile(r"^[\W_]*['’‘`][a-z](?=\s)")
""" "'s Avonds": the capital is the next word's."""
_ADDRESS: Final = re.compile(r"[@/#_]|\.\w")


def typeset(english: str, *, inner: bool = False) -> str:
    """English with curly marks, close to their words: “ ” and, inside those or with ``inner`` outside too,
    ‘ ’. Idempotent. Marks so tangled that they do not settle are left as they are.
    """
    settled = english
    for _ in range(4):
        before, settled = settled, _typeset_once(settled, inner=inner)
        if before == settled:
            return settled
    return english


def typeset_paragraph(english: Sequence[str], dutch: Sequence[str]) -> list[str]:
    """The sentences of a paragraph, typeset, with capitals where their originals, ``dutch``, begin with one.

    Those that one quotation of the Dutch runs through are read together: by itself the first of them has no
    mark that closes, and in the others an apostrophe and the end of the quotation look alike. A mark with
    which a model closes such a quotation at the end of a sentence before its end is left out.
    """
    out: list[str] = []
    run: list[str] = []
    for text, nl, marks in zip(english, dutch, follow_marks(dutch), strict=True):
        line = _capitalised(text.replace("\n", " "), nl)
        run.append(_left_open(line, begun=marks.inside_before) if _goes_on(nl, marks) else line)
        if not marks.inside_after:
            out += typeset("\n".join(run)).split("\n")
            run = []
    return [*out, *typeset("\n".join(run)).split("\n")] if run else out


def _capitalised(english: str, dutch: str) -> str:
    """The sentence with a capital if the Dutch has one: not iPhone, nor an address."""
    if _ELIDED.match(english):
        return english
    first = _FIRST_WORD.match(english)
    theirs = _FIRST_WORD.match(_ELIDED.sub("", dutch))
    if first is None or theirs is None or not theirs["word"][0].isupper():
        return english
    word = first["word"]
    if not word.islower() or not word[0].isalpha() or _ADDRESS.search(word):
        return english
    at = first.start("word")
    return english[:at] + english[at].upper() + english[at + 1 :]


def _goes_on(dutch: str, marks: Marks) -> bool:
    return marks.inside_after and dutch[-1:] not in MARK_CHARACTERS


def _left_open(english: str, *, begun: bool) -> str:
    """The sentence without a last mark that closes what it opened, or with ``begun`` what one before did."""
    for pair in pair_marks(english, 0, len(english), continued=True):
        if pair.depth == 0 and pair.has_closing and pair.closed == len(english) and pair.has_opening != begun:
            return english[: pair.end]
    return english


def _typeset_once(english: str, *, inner: bool) -> str:
    marks: dict[int, tuple[int, str]] = {}
    for pair in pair_marks(english, 0, len(english)):
        double = (pair.depth % 2 == 0) != inner
        opening, closing = ("“", "”") if double else ("‘", "’")
        if pair.has_opening:
            marks[pair.opened] = (_width(english, pair, at_start=True), opening)
        if pair.has_closing:
            end = _width(english, pair, at_start=False)
            marks[pair.closed - end] = (end, closing)
    for lone in _LONE.finditer(english):
        # of a quotation that began in a sentence before
        marks.setdefault(lone.start(), (1, "’" if inner else "”"))
    out: list[str] = []
    i = 0
    while i < len(english):
        if i in marks:
            width, mark = marks[i]
            i += width
            if mark in "“‘" and (not out or out[-1].isspace()):
                i += len(english[i:]) - len(english[i:].lstrip(" "))
            elif mark in "”’" and not english[i : i + 1].isalnum():
                while out and out[-1] == " ":
                    out.pop()
            out.append(mark)
        else:
            out.append("’" if english[i] == "'" and _is_apostrophe(english, i) else english[i])
            i += 1
    return "".join(out)


def _width(text: str, pair: Pair, *, at_start: bool) -> int:
    two = text[pair.opened : pair.opened + 2] if at_start else text[pair.closed - 2 : pair.closed]
    return 2 if two in (",,", "``", "''", "’’", "´´") and (pair.family == "d") else 1


def _is_apostrophe(text: str, i: int) -> bool:
    """Between letters, behind one, or before a clipped word or year; a foot or minute stays straight."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return before.isalpha() or (after.isalnum() and not before.isdigit())
