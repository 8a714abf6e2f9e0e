"""Digests made by hand, and a Digester that answers with them: what the outer rooms are tested with."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.interfaces import Decoding, ModelCard
from service.errors import EmptyArticleError, NotDutchError, TooLongError
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
    SummarySentence,
    Title,
)
from service.text.warnings import Warning, WarningCode

CARD = ModelCard("embedded", "0123456789ab", "Gemma Terms of Use", "ctranslate2", "0123456789ab" * 5)

TITLE = "Molen van Oudewater draait weer"
LINES: Sequence[Sequence[tuple[str, str]]] = (
    ((TITLE, "Oudewater mill turns again"),),
    (
        (
            "De molen van Oudewater draait na 40 jaar stilstand weer.",
            "The Oudewater mill is turning again after 40 years of standstill.",
        ),
        (
            "‘Dit is een feestdag’, zei molenaar Anna Kok.",
            "“This is a day of celebration,” said miller Anna Kok.",
        ),
    ),
    (
        ("Volgens haar zijn er 1.200 bezoekers geweest.", "According to her there were visitors."),
        ("Het was er gezellig.", "Het was er gezellig."),
    ),
)
TEXT = "\n\n".join(" ".join(nl for nl, _ in paragraph) for paragraph in LINES)


def make_digest(
    lines: Sequence[Sequence[tuple[str, str]]] = LINES,
    *,
    title: str | None = TITLE,
    speaker: str | None = "Anna Kok",
    speaker_en: str | None = None,
) -> Digest:
    """A digest of ``lines`` (paragraphs of pairs) with right offsets; the first paragraph is the headline."""
    paragraphs: list[DigestParagraph] = []
    start, number = 0, 0
    for paragraph_id, pairs in enumerate(lines, 1):
        sentences = []
        for nl, en in pairs:
            number += 1
            sentences.append(DigestSentence(number, nl, en, start, start + len(nl), "high"))
            start += len(nl) + 1
        start += 1
        paragraphs.append(
            DigestParagraph(paragraph_id, "heading" if paragraph_id == 1 else "text", tuple(sentences))
        )
    second = paragraphs[1].sentences[-1]
    spoken = second.nl.strip("‘").split("’")[0]
    begin = second.start + second.nl.index(spoken)
    return Digest(
        kind="digest",
        id="c0ffee" * 5,
        language=Language("nl", 0.99),
        title=Title(title, paragraphs[0].sentences[0].en) if title else None,
        source=None,
        summary=Summary(second.en, (SummarySentence(second.en, (second.id,)),), "extractive"),
        quotes=(
            DigestQuote(
                nl=spoken,
                en=second.en.strip("“").split("”")[0].rstrip(","),
                speaker=speaker,
                speaker_en=speaker_en,
                cue="zei",
                kind="direct",
                key=True,
                key_reasons=("speaker_named",),
                group=1,
                sentences=(second.id,),
                start=begin,
                end=begin + len(spoken),
                confidence="high",
                en_confidence="high",
            ),
        ),
        paragraphs=tuple(paragraphs),
        warnings=(),
        translation_model=CARD,
        decoding=Decoding(),
        summary_model=None,
        cache_hits=1,
        timings={"translation": 0.5},
    )


def make_doubtful_digest() -> Digest:
    """The sample with a lost number, a sentence left in Dutch, and a language that is not quite sure."""
    digest = make_digest()
    third = digest.paragraphs[2]
    lost, left = third.sentences
    doubtful = (
        replace(
            lost,
            confidence="low",
            warnings=(Warning(WarningCode.NUMBERS_DIFFER, "Not in the English: 1.200.", lost.id),),
        ),
        replace(left, confidence="low", warnings=(Warning(WarningCode.UNTRANSLATED, "", left.id),)),
    )
    return replace(
        digest,
        paragraphs=(*digest.paragraphs[:2], replace(third, sentences=doubtful)),
        warnings=(Warning(WarningCode.LANGUAGE_UNSURE, "Dutch 0.61, Afrikaans 0.37"),),
    )


def make_summary() -> EnglishSummary:
    text = "The mill turns again."
    return EnglishSummary(
        id="beef" * 8,
        summary=Summary(text, (SummarySentence(text, (1,)),), "extractive"),
        sentences=(EnglishSentence(1, 0, len(text)),),
        summary_model=None,
        timings={"summary": 0.01},
    )


@dataclass
class FakeTranslator:
    card: ModelCard = CARD


@dataclass
class FakeDigester:
    """Answers with the samples. A text with "English" in it is refused; one with "crash" raises."""

    translator: FakeTranslator = field(default_factory=FakeTranslator)
    summariser: None = None
    decoding: Decoding = field(default_factory=Decoding)
    max_chars: int = 2_000
    seconds: float = 0.0
    calls: list[tuple[Article, Options]] = field(default_factory=list)

    def digest(self, article: Article, options: Options) -> Digest:
        self._check(article, options)
        return make_doubtful_digest()

    def translate(self, article: Article, options: Options) -> Digest:
        self._check(article, options)
        return replace(make_digest(), kind="translation", summary=None, quotes=())

    def summarise(self, text: str, options: Options) -> EnglishSummary:
        self._check(Article(text), options)
        return make_summary()

    def _check(self, article: Article, options: Options) -> None:
        self.calls.append((article, options))
        time.sleep(self.seconds)
        if len(article.text) > self.max_chars:
            raise TooLongError(len(article.text), self.max_chars)
        if not article.text.strip():
            raise EmptyArticleError("The text is empty.")
        if "crash" in article.text:
            raise RuntimeError("secret internals")
        if "English" in article.text and options.language == "auto":
            raise NotDutchError("en", "English", 0.98)
