"""Which quotations carry an article.

A quotation collects points, each with a reason that a reader can check, and the best are key. Only direct
speech and fragments count, and only the first part of a quotation in parts is scored (with the words of all
of them).

| reason          | points | when                                                             |
|-----------------|--------|------------------------------------------------------------------|
| speaker_named   | 3      | the speaker is known (2 if only by a description, without a name) |
| full_thought    | 3      | direct speech of 6 to 40 words (1 for 41 to 60: full_thought too) |
| central         | 0 to 3 | shares its content words with the summary's sources or the title |
| early           | 1      | in the first third of the article                                |
| attributed      | 1      | its attribution was read beside it: confidence is high           |
| first_by_speaker| 1      | the first direct speech of its speaker                           |

A quotation that points back ("Dat wisten we", "Ze komen niet") costs two points, since it is shown without
what it points at, and a fragment of fewer than four words is never key. Of two that only their attribution
parts ("'...', zegt X. '...'") one is enough. From the second quotation of the same speaker on, each costs two
points more, so that several people are heard. A quotation with fewer than four points is never key. Ties go
to the earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from service.text.document import Document
from service.text.quoting.quotes import Quote
from service.text.summarising.openings import leaning
from service.text.words.lexicon import STARTERS

_WORD: Final = re.compile(r"[^\W\d_][^\W_]{3,}")
_LEAST: Final = 4.0
_REPEATED_SPEAKER: Final = 2.0
_POINTS_BACK: Final = 2.0
_SHORT_FRAGMENT: Final = 4
_BESIDE: Final = 60
"""Characters between two quotations of one speaker that are one utterance with its attribution inside."""


@dataclass(frozen=True, slots=True)
class _Scored:
    index: int
    start: int
    end: int
    points: float
    reasons: tuple[str, ...]
    speaker: str | None


def choose_key(
    quotes: Sequence[Quote], document: Document, summary_sources: Collection[int], key_max: int
) -> Mapping[int, tuple[str, ...]]:
    """The indexes of at most ``key_max`` key quotations with the codes of their reasons, by position.

    ``summary_sources`` are ids of the sentences that the summary rests on. Deterministic.
    """
    topic = _topic(document, summary_sources)
    groups: dict[int, list[int]] = {}
    spoken_to = -1
    for i, quote in enumerate(quotes):
        nested = quote.end <= spoken_to
        spoken_to = max(spoken_to, quote.end)
        if not nested and quote.kind in ("direct", "fragment"):
            groups.setdefault(quote.group, []).append(i)
    heading_end = document.paragraphs[0].end if document.has_title else 0
    heard: set[str] = set()
    scored = []
    for members in groups.values():
        quote = quotes[members[0]]
        words = sum(len(quotes[i].nl.split()) for i in members)
        meant = quote.kind == "direct" or words >= _SHORT_FRAGMENT
        if meant and quote.start >= heading_end:
            scored.append(_score(quotes, members, document, topic, summary_sources, heard))
    chosen: list[_Scored] = []
    counts: dict[str | None, int] = {}
    while scored and len(chosen) < key_max:
        best = max(scored, key=lambda s: (s.points - _REPEATED_SPEAKER * counts.get(s.speaker, 0), -s.index))
        if best.points - _REPEATED_SPEAKER * counts.get(best.speaker, 0) < _LEAST:
            break
        scored = [one for one in scored if one is not best and not _is_beside(one, best)]
        chosen.append(best)
        counts[best.speaker] = counts.get(best.speaker, 0) + 1
    return {s.index: s.reasons for s in sorted(chosen, key=lambda s: s.index)}


def _is_beside(one: _Scored, other: _Scored) -> bool:
    gap = max(one.start, other.start) - min(one.end, other.end)
    return one.speaker == other.speaker and gap <= _BESIDE


def _content(text: str) -> set[str]:
    """Content words, cut to six letters so that inflected forms meet."""
    return {w[:6].casefold() for w in _WORD.findall(text) if w.casefold() not in STARTERS}


def _topic(document: Document, sources: Collection[int]) -> set[str]:
    words: set[str] = set()
    if document.has_title and document.paragraphs:
        for sentence in document.paragraphs[0].sentences:
            words |= _content(sentence.nl)
    for sentence in document.sentences:
        if sentence.id in sources:
            words |= _content(sentence.nl)
    return words


def _score(
    quotes: Sequence[Quote],
    members: Sequence[int],
    document: Document,
    topic: set[str],
    sources: Collection[int],
    heard: set[str],
) -> _Scored:
    quote = quotes[members[0]]
    text = " ".join(quotes[i].nl for i in members)
    points: list[tuple[str, float]] = []
    if quote.speaker is not None:
        points.append(("speaker_named", 3.0 if quote.speaker[0].isupper() else 2.0))
    count = len(text.split())
    if quote.kind == "direct" and 6 <= count <= 60:
        points.append(("full_thought", 3.0 if count <= 40 else 1.0))
    words = _content(text)
    shared = len(words & topic)
    central = min(3.0, float(shared))
    if any(s in sources for i in members for s in quotes[i].sentences):
        central = 3.0
    if central:
        points.append(("central", central))
    if quote.start * 3 < len(document.text):
        points.append(("early", 1.0))
    if quote.confidence == "high":
        points.append(("attributed", 1.0))
    if quote.speaker is not None and quote.kind == "direct" and quote.speaker not in heard:
        heard.add(quote.speaker)
        points.append(("first_by_speaker", 1.0))
    total = sum(p for _, p in points) - (_POINTS_BACK if leaning(text, "nl") else 0.0)
    codes = tuple(code for code, _ in points)
    return _Scored(members[0], quote.start, quotes[members[-1]].end, total, codes, quote.speaker)
