"""A plain text as a document: paragraphs first, then the sentences of each."""

from __future__ import annotations

from service.text.document import Document, Paragraph, Sentence
from service.text.reading.paragraphs import find_paragraphs
from service.text.reading.sentences import split_sentences


def read_document(text: str) -> Document:
    """Split a text into paragraphs and sentences. Never raises; an empty text has no paragraphs.

    In any other text every character but white space lies in exactly one sentence. Invisible characters
    between two sentences (a byte order mark, a zero-width space on a line of its own) belong to the one
    before them, or to the first.
    """
    layout = find_paragraphs(text)
    spans = [
        [
            (block.start + start, block.start + end)
            for start, end in split_sentences(text[block.start : block.end])
        ]
        for block in layout.blocks
    ]
    _absorb_invisible(text, spans)
    paragraphs: list[Paragraph] = []
    count = 0
    for number, (block, places) in enumerate(zip(layout.blocks, spans, strict=True), start=1):
        sentences = tuple(
            Sentence(id, start, end, text[start:end])
            for id, (start, end) in enumerate(places, start=count + 1)
        )
        count += len(sentences)
        paragraphs.append(Paragraph(number, block.kind, sentences[0].start, sentences[-1].end, sentences))
    return Document(text, tuple(paragraphs), layout.has_title)


def _absorb_invisible(text: str, spans: list[list[tuple[int, int]]]) -> None:
    """Widen spans so that they also hold what is neither white space nor visible."""
    if not spans:
        return
    first_start, first_end = spans[0][0]
    lead = text[:first_start]
    spans[0][0] = (len(lead) - len(lead.lstrip()), first_end)
    for index, places in enumerate(spans):
        limit = spans[index + 1][0][0] if index + 1 < len(spans) else len(text)
        start, end = places[-1]
        places[-1] = (start, end + len(text[end:limit].rstrip()))
