"""What the summary is told of each sentence: both languages, how far to trust them, and who speaks in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from service.summary import SummaryInput
from service.text.confidence import Confidence
from service.text.document import Document
from service.text.quoting.quotes import Quote
from service.text.warnings import WarningCode
from service.translation import Translated

_WRONG = frozenset((WarningCode.NUMBERS_DIFFER, WarningCode.NEGATION_DIFFERS, WarningCode.UNTRANSLATED))
"""What must not be said in a summary while there is something else to say: untranslated is a sentence that
came out as a loop, too. One that merely stutters is a doubt like others."""

_DOUBT: Final[Mapping[Confidence, float]] = {"high": 0.0, "medium": 0.5, "low": 1.0}


def summary_inputs(
    document: Document, english: dict[int, str], translated: Sequence[Translated], quotes: Sequence[Quote]
) -> list[SummaryInput]:
    """Every sentence of a document with its English; ``translated`` are its sentences first, in order."""
    speakers: dict[int, list[str]] = {}
    for quote in quotes:
        for sentence in quote.sentences:
            if quote.speaker:
                speakers.setdefault(sentence, []).append(quote.speaker)
    made = {s.id: t for s, t in zip(document.sentences, translated, strict=False)}
    return [
        SummaryInput(
            id=s.id,
            paragraph=p.id,
            kind=p.kind,
            en=english[s.id],
            nl=s.segment,
            sound=_WRONG.isdisjoint(w.code for w in made[s.id].warnings),
            speakers=tuple(dict.fromkeys(speakers.get(s.id, ()))),
            doubt=_DOUBT[made[s.id].confidence],
        )
        for p in document.paragraphs
        for s in p.sentences
    ]
