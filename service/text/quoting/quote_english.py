"""The English of a quotation: found in the translation of its sentence, so that it was translated in context.

The n-th quotation of a Dutch sentence is the n-th of its English when both have equally many. A quotation
that fills whole sentences is the whole of their English, without marks and without an attribution. Where the
marks do not agree the answer is None, and the quotation has to be translated alone: a wrong piece of English
is worse than a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from service.text.document import Document, Sentence
from service.text.marks.pairing import Pair, pair_marks
from service.text.marks.typesetting import typeset
from service.text.quoting.quotes import Quote

_TRAILING: Final = " ,;:"
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
