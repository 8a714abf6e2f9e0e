"""What Markdown and HTML both show of a digest, worked out once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from models.interfaces import Decoding, ModelCard
from service.render.layout import needs_note
from service.result import Digest, DigestParagraph, DigestQuote, DigestSentence, EnglishSummary
from service.text.confidence import Confidence, least
from service.text.warnings import MEANINGS, Warning, WarningCode

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SINGLE = re.compile(r"['‘’‚‹›]")
_EXCERPT_WORDS = 6
_PLAIN = frozenset(
    {
        WarningCode.NUMBERS_DIFFER,
        WarningCode.TIME_DIFFERS,
        WarningCode.MEANING_ADDED,
        WarningCode.NAME_MISSING,
        WarningCode.ADDRESS_MISSING,
        WarningCode.NEGATION_DIFFERS,
        WarningCode.QUESTION_DIFFERS,
        WarningCode.QUOTES_DIFFER,
        WarningCode.REPETITION,
        WarningCode.COPIED,
        WarningCode.NOT_ENGLISH,
        WarningCode.LOW_PROBABILITY,
    }
)
"""What their details say needs no explanation."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be digested, in its place among others that could."""

    title: str
    detail: str


Rendered = Digest | EnglishSummary | Failure


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A quotation with the parts that an attribution or a paragraph break separates put together."""

    nl: str
    en: str
    speaker: str | None
    speaker_en: str | None
    """Its English, if it has no name; shown before it."""
    indirect: bool
    sentence: int
    """Id of the sentence it begins in."""
    confidence: str
    """What is less than sure of it, in words; empty if nothing is."""
    note: str
    """The warnings about its English, in words."""

    @property
    def nl_quoted(self) -> str:
        """Its Dutch in marks other than those inside it, which are an article's own and stay as they are."""
        if self.indirect:
            return self.nl
        return f"“{self.nl}”" if _SINGLE.search(self.nl) else f"‘{self.nl}’"

    @property
    def en_quoted(self) -> str:
        return self.en if self.indirect else f"“{self.en}”"


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said against a sentence; ``excerpt`` is what it may be known by in Dutch."""

    sentence: int
    excerpt: str
    text: str


def one_line(text: str) -> str:
    """``text`` with white space collapsed, and control characters, which could drive a terminal, replaced."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def key_quotes(digest: Digest) -> tuple[QuoteBlock, ...]:
    """The key quotations by position, each whole even if only one of its parts is marked as key."""
    return _blocks(digest, {quote.group for quote in digest.quotes if quote.key})


def other_quotes(digest: Digest) -> tuple[QuoteBlock, ...]:
    """What somebody says in the article, as far as it is not among :func:`key_quotes`."""
    key = {quote.group for quote in digest.quotes if quote.key}
    spoken = {quote.group for quote in digest.quotes if quote.kind in ("direct", "fragment", "indirect")}
    return _blocks(digest, spoken - key)


def _blocks(digest: Digest, wanted: set[int]) -> tuple[QuoteBlock, ...]:
    groups: dict[int, list[DigestQuote]] = {}
    for quote in digest.quotes:
        if quote.group in wanted:
            groups.setdefault(quote.group, []).append(quote)
    return tuple(_block(parts) for parts in groups.values())


def _block(parts: list[DigestQuote]) -> QuoteBlock:
    named = next((part for part in parts if part.speaker), parts[0])
    return QuoteBlock(
        nl=" … ".join(one_line(part.nl) for part in parts),
        en=" … ".join(one_line(part.en) for part in parts),
        speaker=named.speaker,
        speaker_en=named.speaker_en,
        indirect=parts[0].kind == "indirect",
        sentence=parts[0].sentences[0],
        confidence=_confidence(named, least(part.en_confidence for part in parts)),
        note=_quote_note([w for part in parts for w in part.warnings]),
    )


def _confidence(named: DigestQuote, of_english: Confidence) -> str:
    of_speaker = named.confidence if named.speaker else "high"
    unsure = [
        f"{what} {c}" for what, c in (("speaker", of_speaker), ("translation", of_english)) if c != "high"
    ]
    return f"confidence: {', '.join(unsure)}" if unsure else ""


def _quote_note(warnings: Sequence[Warning]) -> str:
    """What is wrong with a sentence may be so in a part of it that is outside of the quotation."""
    own = dict.fromkeys(warning_text(w) for w in warnings if w.sentence is None)
    around = dict.fromkeys(warning_text(w) for w in warnings if w.sentence is not None)
    return " ".join([*own, *(["In its sentence:", *around] if around else [])])


def paragraph_notes(paragraph: DigestParagraph) -> tuple[Note, ...]:
    """One for each of a paragraph's sentences that something is to be said against, in order."""
    return tuple(
        Note(sentence.id, excerpt(sentence.nl), doubts(sentence))
        for sentence in paragraph.sentences
        if needs_note(sentence)
    )


def doubts(sentence: DigestSentence) -> str:
    """What is to be said against a sentence's English; empty if nothing is."""
    low = ["Low confidence."] if sentence.confidence == "low" else []
    return " ".join([*low, *map(warning_text, sentence.warnings)])


def confidence_line(digest: Digest) -> str:
    """How many sentences are in each class."""
    found = Counter(s.confidence for paragraph in digest.paragraphs for s in paragraph.sentences)
    classes: tuple[Confidence, ...] = ("high", "medium", "low")
    return f"Confidence of the sentences: {', '.join(f'{found[c]} {c}' for c in classes)}."


def article_notes(digest: Digest) -> tuple[str, ...]:
    """The warnings about the article as a whole and about its summary, in words."""
    of_summary = digest.summary.warnings if digest.summary else ()
    return tuple(warning_text(warning) for warning in (*digest.warnings, *of_summary))


def warning_text(warning: Warning) -> str:
    """The detail, after the meaning of the code where that adds to it."""
    meaning, detail = MEANINGS[warning.code], one_line(warning.detail)
    if not detail:
        return meaning
    return detail if warning.code in _PLAIN or detail == meaning else f"{meaning.rstrip('.')}: {detail}"


def excerpt(text: str) -> str:
    """The first words of a sentence, enough to find it by."""
    words = one_line(text).split(" ")
    return " ".join(words) if len(words) <= _EXCERPT_WORDS else " ".join(words[:_EXCERPT_WORDS]) + " …"


def heading(item: Rendered) -> str:
    """The English headline, or what the item is if it has none."""
    if isinstance(item, Failure):
        return one_line(item.title)
    if isinstance(item, EnglishSummary):
        return "Summary"
    if item.title:
        return one_line(item.title.en)
    return "English digest" if item.kind == "digest" else "English translation"


def model_line(card: ModelCard, decoding: Decoding | None = None) -> str:
    """A checkpoint as a reader wants it named."""
    parts = [f"{card.name} ({card.revision})", f"licence {card.licence}", card.engine]
    if decoding:
        parts.append("1 beam" if decoding.beam_size == 1 else f"{decoding.beam_size} beams")
    return one_line(", ".join(parts))


def is_embedded(digest: Digest) -> bool:
    """Whether the small checkpoint that ships made this, so that a reader may be told of the better one."""
    return digest.translation_model.name == "embedded"


def is_untranslated(sentence: DigestSentence) -> bool:
    """Whether the Dutch stands in the place of the English."""
    return any(warning.code is WarningCode.UNTRANSLATED for warning in sentence.warnings)
