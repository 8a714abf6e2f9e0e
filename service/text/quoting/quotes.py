"""Quotations in Dutch newspaper prose: where they are, what they are, and whose.

The grammar of Dutch quotation, as it is treated here ------------------------------------------------------
*Marks.* There is no single rule (Taaladvies, vlaanderen.be): single marks are now usually preferred, for
quotations as well as for "so-called" (Tekstnet on de Volkskrant's style book); high curly “ ” and ‘ ’ are
usual, low „ ” is fading but alive (Onze Taal), typewriters left ,,this'' behind, and on the web straight
marks rule. Hence every style is read, marks are paired by their surroundings rather than their shape
(``service.text.marks.pairing``), and nothing else depends on the style: the same passage with other marks
gives the same quotations. What is no mark: the apostrophe (’s ochtends, foto’s, zo'n, A'dam, Jans' fiets, de
jaren '80), primes and minutes (5'10").

*Placement.* ``‘Piet is gek’, zei Jan.`` has its comma outside; an interrupted quotation has it inside where
the sentence has it: ``‘Jan,’ zei Piet, ‘die is gek!’`` Both are one utterance: the halves share a group. In a
quotation of several paragraphs the opening mark is repeated at each, and only the last is closed: they share
a group too. A mark that is never closed, or never opened, is resolved inside its paragraph, up to the
attribution or the end of the sentence, and the confidence is low.

*Without marks.* ``Jansen: we gaan door.`` is speech when a name or a role stands before the colon, and where
a paragraph begins so the rest of it too; a line that begins with a dash is when it, or a line of the same
exchange, has an attribution (– Kom je mee? zei Jan.) or hands a question back (– Nee, jij?).

*Attribution.* After (``“…”, zegt X``; inversion is the rule), before (``X zegt: “…”``, ``X: “…”``, ``Volgens
X “…”``), inside (``wat X “…” noemt``, ``“…”, zegt X, “…”``). The three rules of the JRC's "Automatic
Detection of Quotations in Multilingual News" and the verbs of xtas are the ground; see
``service.text.saying.attributions``. As in the Guardian's work, the quotation is folded into one token before
the sentence is read (``service.text.phrases.frames``). Then ``service.text.speaking.speakers`` says whose it
is, with ``service.text.speaking.standing`` for one that is a sentence by itself and
``service.text.speaking.headlines`` for those the article repeats; ``service.text.speaking.exchanges`` follows
two who speak by turns, ``service.text.speaking.letters`` finds who wrote what is quoted.
``service.text.quoting.kinds`` says what a quotation is, ``service.text.people.registry`` who "hij" and "de
minister" are.

*Decisions.* A nested quotation is reported as its own, inside its parent, with the speaker whom the quoted
words tell: a name, a role, "ik", or "hij", who is the last spoken of that is not speaking. The speaker is
the fullest form of the name in the article, without role. ``title`` and ``other`` are quotations of nobody:
they have no speaker. ``confidence`` is high where both marks stand and an attribution was read, low where a
mark is missing or the evidence is the neighbouring sentence only.

Everything is linear in the length of the text, pure, and never raises.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from service.text.confidence import Confidence
from service.text.document import Document, Sentence
from service.text.marks.mends import mend_pairs
from service.text.marks.pairing import Pair
from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token, read_tokens, split_frames
from service.text.quoting.indirect import find_indirect
from service.text.quoting.kinds import kind_of
from service.text.quoting.unmarked import find_unmarked
from service.text.speaking.headlines import Heard, headline_speakers
from service.text.speaking.nested import nested_said
from service.text.speaking.said import Said
from service.text.speaking.speakers import find_speakers

QuoteKind = Literal["direct", "fragment", "title", "other", "indirect"]

_MARKS: Final = 4
"""Characters that are no letters, round a quotation that is a paragraph."""
_BEGINS: Final = re.compile(rf"(?:\A|\n)[^\w\n]{{0,{_MARKS}}}\Z")
_ENDS: Final = re.compile(rf"[^\w\n]{{0,{_MARKS}}}(?:\n|\Z)")
_MOST_NESTED: Final = 1000
"""Past so many nested quotations a text is no prose, and their surroundings are not read any more."""
_TOLD_APART: Final = re.compile(r",? (?:[^\W\d_]+ ){1,5}[^\W\d_]+\. ")
""" ", zei ze. ", between two nested quotations: the second is hers too."""
_TOLD_TOO: Final = re.compile(r",? ?(?:[Oo]f|[Ee]n|[Oo]f ook|[Ee]n ook)(?: dan)?: ?")
""" " Of: ", between two: both are of one."""
_BACK: Final = 3
"""Sentences before the outer quotation that a nested "hij zei" reaches into."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation without its marks: ``document.text[start:end] == nl``."""

    nl: str
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    cue: str | None
    """The words that attribute it: "zegt", "volgens", "aldus" …; ":" for a colon without a verb."""
    group: int
    """Equal for the parts of an interrupted quotation and for a quotation reopened in each paragraph."""
    sentences: tuple[int, ...]
    """Ids of the sentences it touches."""
    confidence: Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: QuoteKind
    said: Said
    confidence: Confidence
    joins: bool = False
    """It goes on with the outer quotation before it."""
    nested: bool = False


def find_quotes(document: Document, *, indirect: bool = False) -> tuple[Quote, ...]:
    """All quotations of a document, by position; with reported speech where ``indirect`` asks for it."""
    text = document.text
    mended = mend_pairs(text, [(p.start, p.end) for p in document.paragraphs])
    frames: list[Frame] = []
    outer: list[Pair] = []
    inner: list[tuple[int, Pair]] = []
    opened: list[bool] = []
    for number, (paragraph, pairs) in enumerate(zip(document.paragraphs, mended, strict=True)):
        own: list[tuple[int, Pair]] = []
        for pair, goes_on in pairs:
            if pair.depth == 0:
                own.append((len(outer), pair))
                outer.append(pair)
                opened.append(goes_on)
            else:
                inner.append((len(outer) - 1, pair))
        tokens = read_tokens(text, paragraph.start, paragraph.end, own)
        frames += split_frames(tokens, number, len(frames), paragraph.kind == "heading")
    registry = Registry(frames)
    said = find_speakers(frames, len(outer), registry, opened)
    found = _outer_quotes(text, frames, outer, opened, said)
    taken = [(p.opened, p.closed) for p in outer]
    for start, end, who, sure in find_unmarked(frames, registry, taken):
        found.append(_Found(start, end, "direct", who, sure))
    found = _with_headline_speakers(text, sorted(found, key=lambda f: f.start), frames)
    holder = {q: at for at, frame in enumerate(frames) for q in frame.quotes()}
    told, before = Said(), (-1, 0)
    for n, (q, pair) in enumerate(inner):
        until = frames[max(0, holder[q] - _BACK) : holder[q] + 1] if n < _MOST_NESTED else None
        goes_on = before[0] == q and _TOLD_APART.fullmatch(text, before[1], pair.opened) is not None
        too = before[0] == q and _TOLD_TOO.fullmatch(text, before[1], pair.opened) is not None
        carried = told if too or (goes_on and told.place == "after") else Said()
        found.append(_nested(text, outer[q], pair, registry, said[q].speaker, until, carried))
        told, before = found[-1].said, (q, pair.closed)
    if indirect:
        taken += [(f.start, f.end) for f in found]
        found += [
            _Found(a, b, "indirect", who, who.confidence)
            for a, b, who in find_indirect(frames, registry, taken)
        ]
    return _assemble(document, found)


def _outer_quotes(
    text: str, frames: Sequence[Frame], outer: Sequence[Pair], opened: Sequence[bool], said: Sequence[Said]
) -> list[_Found]:
    found: list[_Found] = []
    titles: set[str] = set()
    for frame in frames:
        last = -1
        for p, token in enumerate(frame.tokens):
            if token.kind != "quote":
                continue
            pair, who = outer[token.quote], said[token.quote]
            kind: QuoteKind = kind_of(
                text[pair.start : pair.end], frame.tokens, p, who, heading=frame.heading
            )
            joins = opened[token.quote] and bool(found)
            if joins:
                kind = found[-1].kind
            elif last >= 0 and found and _interrupted(frame, last, p, said) and found[-1].kind == "direct":
                kind, who, joins = "direct", found[-1].said, True
            if kind == "fragment" and token.text in titles:
                kind = "title"  # "noemde 'Zout' een meesterwerk"
            listed = bool(found) and found[-1].kind == "title" and _goes_on_a_list(frame, p)
            if kind == "other" and token.text[0].isupper() and (listed or token.text in titles):
                kind = "title"  # "In 'Zout' en 'De veerman' schreef zij"
            if kind in ("title", "other"):
                who = Said(confidence=who.confidence)
            titles |= {token.text} if kind == "title" else set()
            found.append(_Found(pair.start, pair.end, kind, who, _confidence(kind, who, pair), joins))
            last = p
    return found


def _with_headline_speakers(text: str, found: list[_Found], frames: Sequence[Frame]) -> list[_Found]:
    """A headline quotes what the article says at length: its quotation has the speaker that it has there."""
    heads = [(f.tokens[0].start, f.tokens[-1].end) for f in frames if f.heading]
    starts = [start for start, _ in heads]
    quoted = [n for n, f in enumerate(found) if f.kind != "title"]
    heard: list[Heard] = []
    for n in quoted:
        f = found[n]
        section = bisect_right(starts, f.start)
        inside = section > 0 and f.start < heads[section - 1][1]
        sure = f.said.confidence != "low"
        apart = f.said.place in ("none", "carried") and _is_paragraph(text, f)
        heard.append(Heard(text[f.start : f.end], f.said.speaker, section, inside, f.nested, sure, apart))
    out = list(found)
    for number, speaker in headline_speakers(heard).items():
        f = found[quoted[number]]
        colon = text[: f.start].rstrip("'\"‘’“”„« \u00a0").endswith(":")
        kind: QuoteKind = f.kind if f.kind != "other" else ("direct" if colon else "fragment")
        said = Said(speaker, ":" if colon else None, "carried", "medium")
        out[quoted[number]] = replace(f, kind=kind, said=said, confidence="medium")
    return out


def _is_paragraph(text: str, f: _Found) -> bool:
    """Whether there is nothing but the quotation between two ends of lines."""
    begins = _BEGINS.search(text, max(0, f.start - _MARKS - 1), f.start)
    return begins is not None and _ENDS.match(text, f.end, f.end + _MARKS + 1) is not None


def _interrupted(frame: Frame, a: int, b: int, said: Sequence[Said]) -> bool:
    """Whether quotations ``a`` and ``b`` of a frame are one, with the attribution between them."""
    tokens = frame.tokens
    if said[tokens[a].quote].place != "after" or b - a < 2 or b - a > 25:
        return False
    return tokens[b - 1].text in (",", "–", "—", "-") and tokens[a + 1].kind != "quote"


def _goes_on_a_list(frame: Frame, p: int) -> bool:
    """Whether only "en" or a comma parts token ``p`` from another quotation before it."""
    tokens = frame.tokens
    return p > 1 and tokens[p - 2].kind == "quote" and tokens[p - 1].lower in ("en", ",", "of")


def _confidence(kind: QuoteKind, said: Said, pair: Pair) -> Confidence:
    if not pair.sound:
        return "low"
    if kind in ("title", "other"):
        return "medium"
    if said.speaker is None:
        return "medium" if kind == "direct" or said.place == "after" else "low"
    return said.confidence


def _nested(
    text: str,
    outer: Pair,
    pair: Pair,
    registry: Registry,
    speaker: str | None,
    frames: Sequence[Frame] | None,
    carried: Said,
) -> _Found:
    """``carried`` is who said the nested quotation right before it, if only that parts the two."""
    words = text[pair.start : pair.end]
    if frames is not None:
        who, tokens, p = nested_said(text, outer, pair, registry, speaker, frames)
    else:
        who, tokens, p = Said(), [Token(words, pair.opened, pair.closed, "quote", 0)], 0
    if who.place == "none" and carried.speaker:
        who = Said.carried(carried.speaker)
    kind = kind_of(words, tokens, p, who)
    if kind in ("title", "other"):
        who = Said()
    return _Found(pair.start, pair.end, kind, who, "medium" if pair.sound else "low", nested=True)


def _assemble(document: Document, found: list[_Found]) -> tuple[Quote, ...]:
    found.sort(key=lambda f: (f.start, -f.end))
    sentences: list[Sentence] = list(document.sentences)
    starts = [s.start for s in sentences]
    quotes: list[Quote] = []
    group = outer_group = 0
    for f in found:
        if f.joins and outer_group:
            number = outer_group
        else:
            group += 1
            number = group
        if not f.nested:
            outer_group = number
        first = max(bisect_right(starts, f.start) - 1, 0)
        last = bisect_left(starts, f.end)
        touched = [s.id for s in sentences[first:last] if s.end > f.start]
        quotes.append(
            Quote(
                document.text[f.start : f.end],
                f.start,
                f.end,
                f.kind,
                f.said.speaker,
                f.said.cue,
                number,
                tuple(touched),
                f.confidence,
            )
        )
    return tuple(quotes)
