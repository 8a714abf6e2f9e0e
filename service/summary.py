"""A summary in English, by either method, each sentence with the sentences it rests on.

Extractive: the best sentences as they stand (``service.text.summarising.ranking``). Abstractive: a model
writes, and every sentence of it is held against the article (``service.written_summary``). ``auto`` writes
where a model is there and the article is long enough to be worth rewriting, and extracts otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.interfaces import Summariser
from service.result import Summary, SummaryMethod, SummarySentence
from service.text.document import ParagraphKind
from service.text.reading.english import read_english
from service.text.reading.furniture import is_furniture, is_row, without_dateline, without_marker
from service.text.summarising.passages import Candidate
from service.text.summarising.ranking import choose, is_dutch
from service.text.warnings import Warning, WarningCode
from service.text.words.terms import words
from service.written_summary import write

WRITABLE_WORDS = 80
"""Shorter articles are not summarised abstractively: models pad them with what is not there."""
_HEADLINE_WORDS = 20
_ENDS = tuple(".!?…:;\"”’'»)")
_WORTH_RANKING = 3
"""A sentence of fewer words is a cry, a label or a number."""


@dataclass(frozen=True, slots=True)
class SummaryInput:
    """A sentence of the article. ``nl`` is empty when the article is English already.

    ``sound`` is False for one whose translation is known to be wrong, or missing; ``doubt`` says how far that
    of another is to be doubted, from 0 to 1. ``speakers`` are those of the quotations that the sentence
    touches.
    """

    id: int
    paragraph: int
    kind: ParagraphKind
    en: str
    nl: str = ""
    sound: bool = True
    speakers: tuple[str, ...] = ()
    doubt: float = 0.0


def split_english(text: str) -> tuple[list[SummaryInput], list[tuple[int, int]]]:
    """The sentences of an English text, and the start and end of each in it, in code points."""
    document = read_english(text)
    inputs = [
        SummaryInput(sentence.id, paragraph.id, paragraph.kind, sentence.segment)
        for paragraph in document.paragraphs
        for sentence in paragraph.sentences
    ]
    return inputs, [(sentence.start, sentence.end) for sentence in document.sentences]


def summarise(
    sentences: Sequence[SummaryInput],
    *,
    title_en: str | None,
    sentences_wanted: int,
    method: SummaryMethod,
    summariser: Summariser | None,
    max_words: int | None = None,
    title_nl: str | None = None,
) -> Summary:
    """At most ``sentences_wanted`` sentences about what matters in the article. Never raises for its content.

    ``title_nl`` is compared with the Dutch of the sentences where they have it.

    With ``max_words`` the extractive method stops at the sentence that reaches so many words. ``abstractive``
    without a summariser, or for a short article, is answered extractively, with a warning that says why.
    """
    if title_en is None and sentences:
        sentences = [_as_headline(sentences), *sentences[1:]]
        if sentences[0].kind == "heading":
            title_en, title_nl = sentences[0].en, sentences[0].nl
    candidates = summary_candidates(sentences)
    title = title_nl if is_dutch(candidates) else title_en
    ids = [sentence.id for sentence in sentences]
    length = sum(len(words(candidate.text)) for candidate in candidates)
    why_not = "The model wrote nothing that can stand."
    if summariser is None:
        why_not = "No model for it is loaded."
    elif length < WRITABLE_WORDS:
        why_not = f"The article has fewer than {WRITABLE_WORDS} words to summarise."
    elif method != "extractive":
        written = write(candidates, ids, title, sentences_wanted, summariser)
        if written is not None and written.sentences:
            return written
    extracted = extract(candidates, ids, title, sentences_wanted, max_words)
    if method != "abstractive":
        return extracted
    warning = Warning(WarningCode.SUMMARY_EXTRACTED, why_not)
    return replace(extracted, warnings=(warning, *extracted.warnings))


def extract(
    candidates: Sequence[Candidate],
    ids: Sequence[int],
    title: str | None,
    wanted: int,
    max_words: int | None = None,
) -> Summary:
    """The extractive summary: sentences of the article, in its order, each citing itself."""
    chosen = [candidates[i] for i in choose(candidates, title, wanted, max_words)]
    picked = tuple(SummarySentence(each.text, (ids[each.number],)) for each in chosen)
    warnings: tuple[Warning, ...] = ()
    if len(picked) < wanted and max_words is None:
        warnings = (
            Warning(WarningCode.SUMMARY_SHORT, f"{len(picked)} of the {wanted} sentences asked for."),
        )
    elif chosen and not any(_is_sentence(each.text) for each in candidates):
        warnings = (Warning(WarningCode.SUMMARY_SHORT, "Lines of the text: there is no whole sentence."),)
    return Summary(" ".join(sentence.text for sentence in picked), picked, "extractive", warnings)


def _as_headline(sentences: Sequence[SummaryInput]) -> SummaryInput:
    """The first sentence: a heading if it is a question and a paragraph of its own."""
    first = sentences[0]
    asks = first.en.rstrip().endswith("?") and len(first.en.split()) < _HEADLINE_WORDS
    alone = len(sentences) > 1 and sentences[1].paragraph != first.paragraph
    return replace(first, kind="heading") if asks and alone else first


def summary_candidates(sentences: Sequence[SummaryInput]) -> list[Candidate]:
    """The sentences worth ranking, or the best there are instead: list items, headings, whatever has words.

    Each tier is used only when the ones before it are empty.
    """
    tiers: list[list[Candidate]] = [[], [], [], []]
    for number, sentence in enumerate(sentences):
        text = " ".join(sentence.en.split())
        text = without_dateline(without_marker(text) if sentence.kind == "list" else text)
        if text:
            candidate = Candidate(
                number, sentence.paragraph, text, sentence.nl, sentence.speakers, sentence.doubt
            )
            tiers[_tier(sentence, text)].append(candidate)
    return next((tier for tier in tiers if tier), [])


def _is_sentence(text: str) -> bool:
    """Whether it ends like one, unlike the items of a list and the rows of a table."""
    return text.endswith(_ENDS)


def _tier(sentence: SummaryInput, text: str) -> int:
    length = len(words(text))
    if length == 0 or any(is_furniture(each) or is_row(each) for each in (sentence.en, sentence.nl)):
        return 3
    if sentence.kind == "heading" or length < _WORTH_RANKING:
        return 2
    return 0 if sentence.sound else 1
