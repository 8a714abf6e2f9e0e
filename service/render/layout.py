"""How a digest is laid out to be read: its headline once, long paragraphs in passages, its marks numbered.

Some papers' articles arrive as one paragraph of fifty sentences. Two columns of that cannot be compared, and
its notes stand far from what they are about. So a paragraph of more than ``MOST`` sentences is shown in
passages of four or a few more, broken where no quotation is open if one can be. That is a matter of display:
the digest, and its JSON, keep the paragraphs of the article, and the bullets of its lists, which a page sets
itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from service.result import Digest, DigestParagraph, DigestSentence
from service.text.marks.balance import follow_marks
from service.text.reading.furniture import without_bullet

MOST = 7
"""Sentences of one passage, at most."""
_ENOUGH = 4
_STRAY = 2
"""So few sentences are no passage of their own at a paragraph's end."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where. The numbers count up through the whole digest in the order of their marks."""

    headline: DigestParagraph | None
    """The paragraph that the title is; it is not among ``passages``."""
    passages: tuple[DigestParagraph, ...]
    sources: dict[int, int]
    """The numbers of the sentences that the summary rests on, by their ids."""
    notes: dict[int, int]
    """The numbers of the notes, by the ids of the sentences that they are about."""


def lay_out(digest: Digest) -> Layout:
    """The layout of a digest or a translation."""
    headline = _headline(digest)
    body = digest.paragraphs[1:] if headline else digest.paragraphs
    passages = tuple(passage for paragraph in body for passage in _passages(paragraph))
    numbers = count(1)
    above = _numbered(headline.sentences if headline else (), numbers)
    cited = (id_ for s in digest.summary.sentences for id_ in s.sources) if digest.summary else ()
    sources = {id_: next(numbers) for id_ in dict.fromkeys(cited)}
    below = _numbered((s for passage in passages for s in passage.sentences), numbers)
    return Layout(headline, passages, sources, above | below)


def needs_note(sentence: DigestSentence) -> bool:
    """Whether there is something to say against its English."""
    return bool(sentence.warnings) or sentence.confidence == "low"


def _numbered(sentences: Iterable[DigestSentence], numbers: Iterator[int]) -> dict[int, int]:
    return {s.id: next(numbers) for s in sentences if needs_note(s)}


def _headline(digest: Digest) -> DigestParagraph | None:
    """The first paragraph if it is the title again, in both languages: showing it twice adds nothing."""
    if not digest.title or not digest.paragraphs:
        return None
    first = digest.paragraphs[0]
    same = _letters(s.nl for s in first.sentences) == _letters([digest.title.nl])
    same_english = _letters(s.en for s in first.sentences) == _letters([digest.title.en])
    return first if first.kind == "heading" and same and same_english else None


def _letters(texts: Iterable[str]) -> str:
    """Without white space and what else cannot be seen, which a title has lost."""
    return "".join(c for text in texts for c in text if c.isprintable() and not c.isspace())


def _passages(paragraph: DigestParagraph) -> Iterator[DigestParagraph]:
    sentences = paragraph.sentences
    if paragraph.kind == "list":
        first = replace(sentences[0], nl=without_bullet(sentences[0].nl), en=without_bullet(sentences[0].en))
        sentences = (first, *sentences[1:])
    if len(sentences) <= MOST:
        yield replace(paragraph, sentences=sentences)
        return
    pieces: list[list[DigestSentence]] = [[]]
    marks = follow_marks([s.nl for s in sentences])
    for index, (sentence, mark) in enumerate(zip(sentences, marks, strict=True)):
        have, left = len(pieces[-1]), len(sentences) - index
        if have == MOST or (have >= _ENOUGH and not mark.inside_before and left > _STRAY):
            pieces.append([])
        pieces[-1].append(sentence)
    yield replace(paragraph, sentences=tuple(pieces[0]))
    for piece in pieces[1:]:
        yield replace(paragraph, kind="text", sentences=tuple(piece))
