"""Article in, digest out: the whole pipeline, on one screen in :meth:`Digester.digest`.

read -> gate -> paragraphs and sentences -> checked translation -> quotes -> summary -> key quotes -> assembly

Each step is a pure function of ``service.text`` or one call of a model; this is the only place that composes
them. The API, the form, the command line and the batch script all call :class:`Digester`.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import islice

from models.interfaces import Decoding, ModelCard, Summariser, Translator
from service.result import (
    Article,
    Digest,
    DigestParagraph,
    DigestQuote,
    DigestSentence,
    EnglishSentence,
    EnglishSummary,
    Language,
    Options,
    Summary,
    Title,
)
from service.source import read_source, refuse_unfit
from service.summary import split_english, summarise
from service.summary_inputs import summary_inputs
from service.text.confidence import Confidence, least
from service.text.document import Document
from service.text.marks.typesetting import typeset, typeset_paragraph
from service.text.quoting.quote_english import locate_english
from service.text.quoting.quotes import Quote, find_quotes
from service.text.quoting.speaker_english import english_by_words, from_alone
from service.text.reading.documents import read_document
from service.text.reading.language import check_language
from service.text.summarising.key_quotes import choose_key
from service.text.warnings import MEANINGS, Warning
from service.translation import Translated, translate_sentences


@dataclass(frozen=True, slots=True)
class _English:
    """The English of a quotation, how far it may be trusted, and that of a speaker without a name."""

    text: str
    confidence: Confidence
    warnings: tuple[Warning, ...]
    speaker: str | None


@dataclass(slots=True)
class Clock:
    """Seconds spent in each stage, measured from the end of the one before."""

    seconds: dict[str, float] = field(default_factory=dict)
    _last: float = field(default_factory=time.perf_counter)

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = round(now - self._last, 4)
        self._last = now


@dataclass(frozen=True, slots=True)
class Digester:
    """The models and limits with which articles are digested. Thread-safe, as its models are."""

    translator: Translator
    summariser: Summariser | None = None
    decoding: Decoding = field(default_factory=Decoding)
    max_chars: int = 200_000

    def digest(self, article: Article, options: Options) -> Digest:
        """Digest one article. Raises ``ArticleError`` if it cannot be, ``ModelError`` if the engine fails."""
        clock = Clock()
        translation, document, translated = self._translate(article, options, clock)
        sentences = {s.id: s for p in translation.paragraphs for s in p.sentences}
        english = {id: s.en for id, s in sentences.items()}
        quotes = find_quotes(document, indirect=options.indirect)
        quotes_en = self._quotes_in_english(quotes, document, sentences, options)
        clock.lap("quotes")
        summary = summarise(
            summary_inputs(document, english, translated, quotes),
            title_en=translation.title.en if translation.title else None,
            title_nl=translation.title.nl if translation.title else None,
            sentences_wanted=options.summary_sentences,
            method=options.summary_method,
            summariser=self.summariser,
        )
        clock.lap("summary")
        cited = {source for sentence in summary.sentences for source in sentence.sources}
        key = choose_key(quotes, document, cited, options.key_quotes)
        model = self._summary_model(summary)
        return replace(
            translation,
            kind="digest",
            id=self._id("digest", article, options, model),
            summary=summary,
            quotes=tuple(
                _digest_quote(quote, en, key.get(index))
                for index, (quote, en) in enumerate(zip(quotes, quotes_en, strict=True))
            ),
            summary_model=model,
            timings=clock.seconds,
        )

    def translate(self, article: Article, options: Options) -> Digest:
        """The digest without summary and quotes. Raises as :meth:`digest` does."""
        return self._translate(article, options, Clock())[0]

    def summarise(self, text: str, options: Options) -> EnglishSummary:
        """Summarise an English text. Raises ``ArticleError``."""
        clock = Clock()
        refuse_unfit(text, self.max_chars)
        inputs, spans = split_english(text)
        summary = summarise(
            inputs,
            title_en=None,
            sentences_wanted=options.summary_sentences,
            method=options.summary_method,
            summariser=self.summariser,
        )
        clock.lap("summary")
        model = self._summary_model(summary)
        return EnglishSummary(
            id=_content_id(text, options.summary_sentences, options.summary_method, model),
            summary=summary,
            sentences=tuple(EnglishSentence(i.id, *span) for i, span in zip(inputs, spans, strict=True)),
            summary_model=model,
            timings=clock.seconds,
        )

    def _translate(
        self, article: Article, options: Options, clock: Clock
    ) -> tuple[Digest, Document, Sequence[Translated]]:
        source = read_source(article, self.max_chars)
        verdict = check_language(source.text, options.language)
        document = read_document(source.text)
        clock.lap("read")
        sentences = list(document.sentences)
        segments = [s.segment for s in sentences] + ([source.title] if source.title else [])
        translated = translate_sentences(segments, self.translator, self.decoding, glossary=options.glossary)
        clock.lap("translation")
        raw = iter(t.en for t in translated)
        english = [
            en
            for p in document.paragraphs
            for en in typeset_paragraph(list(islice(raw, len(p.sentences))), [s.segment for s in p.sentences])
        ]
        assembled = iter(
            DigestSentence(
                id=s.id,
                nl=s.nl,
                en=en,
                start=s.start,
                end=s.end,
                confidence=t.confidence,
                cached=t.cached,
                warnings=tuple(replace(w, sentence=s.id) for w in t.warnings),
            )
            for s, t, en in zip(sentences, translated, english, strict=False)
        )
        paragraphs = tuple(
            DigestParagraph(p.id, p.kind, tuple(islice(assembled, len(p.sentences))))
            for p in document.paragraphs
        )
        title = translated[-1] if source.title else None
        digest = Digest(
            kind="translation",
            id=self._id("translation", article, options, None),
            language=Language(verdict.code, verdict.confidence),
            title=_title(article.title, title, document, paragraphs),
            source=source.text if article.format == "html" else None,
            summary=None,
            quotes=(),
            paragraphs=paragraphs,
            warnings=(
                *source.warnings,
                *verdict.warnings,
                *(_about("title", warning) for warning in (title.warnings if title else ())),
            ),
            translation_model=self.translator.card,
            decoding=self.decoding,
            summary_model=None,
            cache_hits=sum(s.cached for p in paragraphs for s in p.sentences),
            timings=clock.seconds,
        )
        return digest, document, translated

    def _quotes_in_english(
        self,
        quotes: Sequence[Quote],
        document: Document,
        sentences: Mapping[int, DigestSentence],
        options: Options,
    ) -> list[_English]:
        """Each quote's English from its sentence's translation, else translated alone, all in one batch.

        So is the English of its speaker, if he has no name.
        """
        located = locate_english(quotes, {id: s.en for id, s in sentences.items()}, document)
        speakers = english_by_words(
            (quote.speaker for quote in quotes),
            ((s.nl, s.en) for s in sentences.values()),
            self.translator.words,
        )
        unknown = [speaker for speaker, en in speakers.items() if en is None]
        alone = [quote.nl for quote, en in zip(quotes, located, strict=True) if en is None]
        translated = iter(
            translate_sentences(
                [" ".join(text.split()) for text in (*unknown, *alone)],
                self.translator,
                self.decoding,
                glossary=options.glossary,
            )
        )
        for speaker in unknown:
            own = next(translated)
            speakers[speaker] = from_alone(speaker, own.en, own.confidence, flagged=bool(own.warnings))
        found = []
        for quote, en in zip(quotes, located, strict=True):
            by = speakers.get(quote.speaker) if quote.speaker else None
            if en is None:
                own = next(translated)
                found.append(_English(typeset(own.en, inner=True), own.confidence, own.warnings, by))
            else:
                touched = [sentences[id] for id in quote.sentences]
                warnings = tuple(warning for s in touched for warning in s.warnings)
                found.append(_English(en, least(s.confidence for s in touched), warnings, by))
        return found

    def _id(self, kind: str, article: Article, options: Options, summary_model: ModelCard | None) -> str:
        return _content_id(kind, article, options, self.translator.card, self.decoding, summary_model)

    def _summary_model(self, summary: Summary) -> ModelCard | None:
        return self.summariser.card if self.summariser and summary.method == "abstractive" else None


def _title(
    given: str | None,
    translated: Translated | None,
    document: Document,
    paragraphs: tuple[DigestParagraph, ...],
) -> Title | None:
    """The one given with the article if it was translated, else the headline in the text."""
    if given and translated:
        return Title(given, typeset_paragraph([translated.en], [given])[0])
    if not document.has_title:
        return None
    headline = document.paragraphs[0]
    return Title(
        " ".join(s.segment for s in headline.sentences),
        " ".join(s.en for s in paragraphs[0].sentences),
    )


def _digest_quote(quote: Quote, en: _English, reasons: tuple[str, ...] | None) -> DigestQuote:
    return DigestQuote(
        nl=quote.nl,
        en=en.text,
        speaker=quote.speaker,
        speaker_en=en.speaker,
        cue=quote.cue,
        kind=quote.kind,
        key=reasons is not None,
        key_reasons=reasons or (),
        group=quote.group,
        sentences=quote.sentences,
        start=quote.start,
        end=quote.end,
        confidence=quote.confidence,
        en_confidence=en.confidence,
        warnings=en.warnings,
    )


def _about(what: str, warning: Warning) -> Warning:
    """The warning with words for where it belongs, as no sentence in the answer carries it."""
    return replace(warning, detail=f"In the {what}: {warning.detail or MEANINGS[warning.code]}")


def _content_id(*parts: object) -> str:
    """The first 128 bits of a SHA-256, in hex, over what an answer depends on."""
    canonical = json.dumps(parts, default=lambda part: asdict(part), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]
