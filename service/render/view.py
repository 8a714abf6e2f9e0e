"""What Markdown and HTML both show of a digest, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.interfaces import Decoding, ModelCard
from service.result import Digest, DigestParagraph, DigestQuote, DigestSentence, EnglishSummary
from service.text.warnings import MEANINGS, Warning, WarningCode

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
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
    indirect: bool
    sentence: int
    """Id of the sentence it begins in."""


@dataclass(frozen=True, slots=True)
class Note:
    """Warnings in words; ``excerpt`` shows which sentence it is about, empty for the whole article."""

    sentence: int | None
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
    return tuple(
        QuoteBlock(
            nl=" … ".join(one_line(part.nl) for part in parts),
            en=" … ".join(one_line(part.en) for part in parts),
            speaker=next((part.speaker for part in parts if part.speaker), None),
            indirect=parts[0].kind == "indirect",
            sentence=parts[0].sentences[0],
        )
        for parts in groups.values()
    )


def paragraph_notes(paragraph: DigestParagraph) -> tuple[Note, ...]:
    """One for each of a paragraph's sentences that has warnings, in order."""
    return tuple(
        Note(sentence.id, excerpt(sentence.nl), " ".join(map(warning_text, sentence.warnings)))
        for sentence in paragraph.sentences
        if sentence.warnings
    )


def article_notes(digest: Digest) -> tuple[Note, ...]:
    """The warnings about the article as a whole and about its summary."""
    of_summary = digest.summary.warnings if digest.summary else ()
    return tuple(Note(None, "", warning_text(warning)) for warning in (*digest.warnings, *of_summary))


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
