"""The English of a quotation: found in the translation of its sentence, so that it was translated in context.

The n-th quotation of a Dutch sentence is the n-th of its English when both have equally many. A quotation
that fills whole sentences is the whole of their English, without marks and without an attribution. Where the
marks do not agree the answer is None, and the quotation has to be translated alone: a wrong piece of English
is worse than a plain one.

``typeset`` puts the marks of English into the house style, “ ” outside and ‘ ’ inside; it takes the straight
marks that translation models write as well as curly ones, and changes nothing that is already so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from service.text.document import Document, Sentence
from service.text.marks.balance import Marks, follow_marks
from service.text.marks.pairing import MARK_CHARACTERS, Pair, pair_marks
from service.text.quoting.quotes import Quote

_TRAILING: Final = " ,;:"
_LONE: Final = re.compile(r"(?<=[.!?…])['’](?=\n|$)")
_FIRST_WORD: Final = re.compile(r"[\W_]*(?P<word>\S+)")
_ELIDED: Final = re.compile(r"^[\W_]*['’‘`][a-z](?=\s)")
""" "'s Avonds": the capital is the next word's."""
_ADDRESS: Final = re.compile(r"[@/#_]|\.\w")
_BARE: Final = re.compile(r"[\s\"'“”‘’„‚«»‹›`´.,;:!?…–—-]*")


def locate_english(
    quotes: Sequence[Quote], english_by_sentence_id: Mapping[int, str], document: Document
) -> tuple[str | None, ...]:
    """For each quotation its English without outer marks, typeset; None where it must be translated alone."""
    sentences = {s.id: s for s in document.sentences}
    spans = [(q.start, q.end) for q in quotes]
    touching: dict[int, list[int]] = {}
    outer_end = -1
    for i, quote in enumerate(quotes):
        if quote.end <= outer_end:
            continue
        outer_end = quote.end
        for id in quote.sentences:
            touching.setdefault(id, []).append(i)
    pieces = {
        id: _pieces(sentences[id], english_by_sentence_id[id], own, spans, document)
        for id, own in touching.items()
        if id in english_by_sentence_id
    }
    out: list[str | None] = []
    for i, quote in enumerate(quotes):
        found = [piece for id in quote.sentences if (piece := pieces.get(id, {}).get(i)) is not None]
        whole = len(found) == len(quote.sentences) > 0
        out.append(_tidy(" ".join(found), quote.nl) if whole else None)
    return tuple(out)


def _pieces(
    sentence: Sentence,
    english: str,
    touching: Sequence[int],
    spans: Sequence[tuple[int, int]],
    document: Document,
) -> dict[int, str]:
    """The parts of one sentence's English that belong to the quotations ``touching`` it; none if in doubt."""
    start, end = spans[touching[0]]
    outside = (
        document.text[sentence.start : max(start, sentence.start)]
        + document.text[min(end, sentence.end) : sentence.end]
    )
    pairs = _outer_pairs(
        english, begun=start < sentence.start, continued=spans[touching[-1]][1] > sentence.end
    )
    if len(touching) == 1 and _BARE.fullmatch(outside):
        return {touching[0]: _strip_marks(english, pairs)}
    partial = {k for k in touching if spans[k][0] < sentence.start or spans[k][1] > sentence.end}
    # Of a pair that lacks a mark only a quotation that runs on into another sentence can be made.
    if len(pairs) == len(touching) and all(
        p.sound or k in partial for p, k in zip(pairs, touching, strict=True)
    ):
        return {k: english[p.start : p.end] for p, k in zip(pairs, touching, strict=True)}
    return {}


def _outer_pairs(english: str, *, begun: bool, continued: bool) -> list[Pair]:
    """The quotations that are in no other, in a sentence that begins, or ends, inside one of the Dutch."""
    lead = "“" if begun and not english.startswith("“") else ""
    text = lead + english
    pairs = (p for p in pair_marks(text, 0, len(text), continued=continued) if p.depth == 0)
    back = len(lead)
    return [
        replace(
            p,
            opened=max(0, p.opened - back),
            start=p.start - back,
            end=p.end - back,
            closed=p.closed - back,
            has_opening=p.has_opening and p.opened >= back,
        )
        for p in pairs
    ]


def _strip_marks(english: str, pairs: Sequence[Pair]) -> str:
    if (
        len(pairs) == 1
        and _BARE.fullmatch(english[: pairs[0].start])
        and _BARE.fullmatch(english[pairs[0].end :])
    ):
        tail = english[pairs[0].end :].strip("\"'“”‘’ ")
        return english[pairs[0].start : pairs[0].end] + (tail if tail in (".", "!", "?") else "")
    return english


def _tidy(english: str, dutch: str) -> str | None:
    """English that ends as the Dutch does: no comma that belongs to the sentence round it."""
    english = english.strip()
    if not dutch.endswith((",", ";", ":")):
        english = english.rstrip(_TRAILING)
    if not dutch.endswith((".", "…")) and english.endswith(".") and not english.endswith(".."):
        english = english[:-1]
    return typeset(english, inner=True) if english else None


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
