"""The abstractive summary: a model writes, the article has the last word.

    article -> chunks -> model -> (more than one chunk: their summaries -> model) -> sentences -> checked
    sentences

No text is cut to fit a model. An article longer than the model's positions is divided on sentence boundaries,
each chunk is summarised, and what was written about the chunks is summarised again, as often as it takes. A
sentence that alone is too long is divided between words. What the model left unfinished at its length
limit is dropped, and a sentence that the article does not bear out is replaced by the best one of the
article itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from models.interfaces import Summariser
from service.result import Summary, SummarySentence
from service.text.reading.english import english_sentences
from service.text.summarising.passages import Candidate
from service.text.summarising.ranking import choose
from service.text.summarising.support import LEAST_COVERAGE, Citations, Source, unsupported
from service.text.warnings import Warning, WarningCode
from service.text.words.terms import content_terms

TOKENS_PER_SENTENCE = 45
"""Room for one long sentence of news."""
_FINISHED = re.compile(r"[.!?…][\"”’'»)\]]*$")


def write(
    candidates: Sequence[Candidate],
    ids: Sequence[int],
    title: str | None,
    wanted: int,
    summariser: Summariser,
) -> Summary | None:
    """The written summary of the sentences worth ranking; ``ids`` are those of the whole article's sentences.

    None when the model wrote nothing that is a sentence.
    """
    written = written_sentences(paragraphs_of(candidates), wanted, summariser)
    if not written:
        return None
    citations = Citations([candidate.text for candidate in candidates])
    checked = [_check(sentence, candidates, citations) for sentence in written]
    cited = {index for sources, lost in checked for index in sources if not lost}
    stand_ins = iter(_stand_ins(candidates, title, cited, sum(bool(lost) for _, lost in checked)))
    sentences: list[SummarySentence] = []
    warnings: list[Warning] = []
    for text, (sources, lost) in zip(written, checked, strict=True):
        if not lost:
            sentences.append(SummarySentence(text, tuple(ids[candidates[i].number] for i in sources)))
            continue
        index = next(stand_ins, None)
        place = ids[candidates[index].number] if index is not None else None
        warnings.append(
            Warning(WarningCode.SUMMARY_REPLACED, f"Not in the article: {'; '.join(lost)}.", place)
        )
        if index is not None:
            sentences.append(
                SummarySentence(candidates[index].text, (ids[candidates[index].number],), replaced=True)
            )
    return Summary(" ".join(s.text for s in sentences), tuple(sentences), "abstractive", tuple(warnings))


def _check(
    sentence: str, candidates: Sequence[Candidate], citations: Citations
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """What a sentence rests on, and what in it does not stand there."""
    sources, coverage = citations.cite(sentence)
    lost = unsupported(sentence, [Source(candidates[i].text, candidates[i].speakers) for i in sources])
    if not lost and coverage < LEAST_COVERAGE:
        lost = (sentence,)
    return sources, lost


def _stand_ins(candidates: Sequence[Candidate], title: str | None, cited: set[int], count: int) -> list[int]:
    """The best sentences that can stand alone and that the summary does not rest on already, in order."""
    if not count:
        return []
    ranked = choose(candidates, title, len(cited) + count)
    return [index for index in ranked if index not in cited][:count]


def paragraphs_of(candidates: Sequence[Candidate]) -> list[list[str]]:
    """The texts of the candidates by paragraph."""
    paragraphs: list[list[str]] = []
    last = None
    for candidate in candidates:
        if candidate.paragraph != last:
            paragraphs.append([])
            last = candidate.paragraph
        paragraphs[-1].append(candidate.text)
    return paragraphs


def written_sentences(paragraphs: Sequence[Sequence[str]], wanted: int, summariser: Summariser) -> list[str]:
    """At most ``wanted`` whole sentences that the model writes about a text."""
    limit = TOKENS_PER_SENTENCE * wanted
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    chunks = divide(sentences, summariser.max_source_tokens, summariser.count_tokens)
    while len(chunks) > 1:
        written = [
            s for text in summariser.summarise(chunks, max_tokens=limit) for s in finished_sentences(text)
        ]
        fewer = divide(written, summariser.max_source_tokens, summariser.count_tokens)
        if not written or len(fewer) >= len(chunks):
            # A model that does not shorten would keep us here for ever: what it wrote is the summary.
            return _distinct(written)[:wanted]
        chunks = fewer
    if not chunks:
        return []
    return _distinct(finished_sentences(summariser.summarise(chunks, max_tokens=limit)[0]))[:wanted]


def finished_sentences(text: str) -> list[str]:
    """The sentences of what a model wrote, without a last one that it did not finish."""
    sentences = [
        " ".join(s.split()) for line in text.replace("<n>", "\n").split("\n") for s in english_sentences(line)
    ]
    if sentences and not _FINISHED.search(sentences[-1]):
        sentences.pop()
    return [sentence for sentence in sentences if content_terms(sentence)]


def _distinct(sentences: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(sentences))


def divide(
    sentences: Sequence[str], limit: int, count_tokens: Callable[[Sequence[str]], list[int]]
) -> list[str]:
    """The sentences as texts of at most ``limit`` tokens each, of about equal length, nothing left out.

    Equal lengths, for a short last chunk would get as much room in the summary as a full one.
    """
    pieces = [piece for sentence in sentences for piece in _fitting(sentence, limit, count_tokens)]
    # A sentence counts one more inside a text: some tokenisers give the space before it a token of its own.
    lengths = [length + 1 for length in count_tokens(pieces)] if pieces else []
    target = sum(lengths) / max(1, -(-sum(lengths) // limit))
    chunks: list[list[str]] = []
    filled = 0
    for piece, length in zip(pieces, lengths, strict=True):
        if not chunks or filled + length > limit or filled + length / 2 > target:
            chunks.append([])
            filled = 0
        chunks[-1].append(piece)
        filled += length
    return [text for chunk in chunks for text in _fitting(" ".join(chunk), limit, count_tokens)]


def _fitting(text: str, limit: int, count_tokens: Callable[[Sequence[str]], list[int]]) -> Iterator[str]:
    """The text, or its halves, halved until each fits: between words, or inside one that is too long."""
    if len(text) < 2 or count_tokens([text])[0] <= limit:
        yield text
        return
    space = text.find(" ", len(text) // 2)
    middle = space if space > 0 else len(text) // 2
    yield from _fitting(text[:middle].strip(), limit, count_tokens)
    yield from _fitting(text[middle:].strip(), limit, count_tokens)
