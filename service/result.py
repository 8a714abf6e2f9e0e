"""A digest, as value objects. ``service.render`` turns one into JSON, Markdown or HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from models.interfaces import Decoding, ModelCard
from service.text.confidence import Confidence
from service.text.document import ParagraphKind
from service.text.quoting.quotes import QuoteKind
from service.text.warnings import Warning

SummaryMethod = Literal["auto", "extractive", "abstractive"]


@dataclass(frozen=True, slots=True)
class Article:
    """What is to be digested: the text as sent, and how to read it."""

    text: str
    title: str | None = None
    format: Literal["text", "html"] = "text"


@dataclass(frozen=True, slots=True)
class Options:
    """What is wanted of a digest. Part of its id."""

    language: Literal["auto", "nl"] = "auto"
    summary_sentences: int = 3
    summary_method: SummaryMethod = "auto"
    key_quotes: int = 5
    indirect: bool = False
    glossary: tuple[tuple[str, str], ...] = ()
    """Pairs of a Dutch term and its English."""


@dataclass(frozen=True, slots=True)
class Language:
    """What the text seems to be written in; ``confidence`` is 0 to 1."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Title:
    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class DigestSentence:
    """A sentence and its English; ``text[start:end] == nl``."""

    id: int
    nl: str
    en: str
    start: int
    end: int
    confidence: Confidence
    cached: bool = False
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestParagraph:
    id: int
    kind: ParagraphKind
    sentences: tuple[DigestSentence, ...]


@dataclass(frozen=True, slots=True)
class DigestQuote:
    """A quotation, verbatim in Dutch without its marks, and its English translation.

    ``confidence`` is that it is a quotation, of its speaker; ``en_confidence`` that of its English, which is
    part of a sentence's or was made alone. ``warnings`` are of the sentences it touches, with their ids, or
    of its English made alone, without one. ``speaker_en`` is the English of a speaker without a name ("een
    buurman", "de politie"), None for a name and where no English is sure enough.
    """

    nl: str
    en: str
    speaker: str | None
    speaker_en: str | None
    cue: str | None
    kind: QuoteKind
    key: bool
    key_reasons: tuple[str, ...]
    group: int
    sentences: tuple[int, ...]
    start: int
    end: int
    confidence: Confidence
    en_confidence: Confidence
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A summary sentence and the ids of the sentences it rests on."""

    text: str
    sources: tuple[int, ...]
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    text: str
    sentences: tuple[SummarySentence, ...]
    method: Literal["extractive", "abstractive"]
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole answer. ``source`` is set for HTML only: the extracted text that offsets refer to.

    ``summary`` is None and ``quotes`` empty in a plain translation (``kind`` says which it is).
    """

    kind: Literal["digest", "translation"]
    id: str
    language: Language
    title: Title | None
    source: str | None
    summary: Summary | None
    quotes: tuple[DigestQuote, ...]
    paragraphs: tuple[DigestParagraph, ...]
    warnings: tuple[Warning, ...]
    translation_model: ModelCard
    decoding: Decoding
    summary_model: ModelCard | None
    cache_hits: int
    timings: dict[str, float] = field(default_factory=dict)
    """Seconds by stage."""


@dataclass(frozen=True, slots=True)
class EnglishSentence:
    """A sentence of an English text that was summarised; offsets in code points of that text."""

    id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EnglishSummary:
    """The answer to ``/v1/summarise``: the summary's sources are ids of ``sentences``."""

    id: str
    summary: Summary
    sentences: tuple[EnglishSentence, ...]
    summary_model: ModelCard | None
    timings: dict[str, float] = field(default_factory=dict)
