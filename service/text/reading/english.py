"""An English text as paragraphs and sentences, for summaries of text that is English already.

sentencex (rules of the Wikimedia translation tools) never ends a sentence inside quotation marks or brackets,
so that a speech of ten sentences counts as one. The marks are therefore hidden from it, character for
character, and each sentence afterwards takes the closing marks that follow its full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from service.text.document import Document, Paragraph, Sentence
from service.text.reading.paragraphs import find_paragraphs

_HIDDEN = re.compile(r"[\"“”„«»‘‚()\[\]]|(?<!\w)['’]|['’](?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_LOWER_CASED_BREAK = re.compile(
    r"(?<!\b[a-z]\.)(?<!\b(?:dr|mr|ms|st|no|vs|co|jr|sr)\.)(?<!\b(?:mrs|gen|rep|sen|gov|ltd|inc)\.)(?<!\bprof\.)"
    r"(?<=[\w)'\"”’%*][.!?])['\"”’]*\s+(?=\S)"
)
_AHEAD = 80
"""So many characters on is an attribution looked for."""
_CLOSING = "\"”’'»)]"
_SPEAKING = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sir|the)\.? )?[\w'’-]+(?: [A-Z][\w'’-]+)? "
    r"(?:said|says|asked|asks|told|added|wrote|cried|replied)\b"
)


def read_english(text: str) -> Document:
    """Paragraphs and sentences of an English text; ``nl`` of each sentence holds its English.

    Every character but white space lies in exactly one sentence, as in ``service.text.reading.documents``.
    """
    paragraphs: list[Paragraph] = []
    count = 0
    lower_cased = _is_lower_cased(text)
    layout = find_paragraphs(text)
    for block in layout.blocks:
        sentences = []
        for start, end in _spans(text[block.start : block.end], lower_cased):
            count += 1
            start, end = block.start + start, block.start + end
            sentences.append(Sentence(count, start, end, text[start:end]))
        if sentences:
            place = len(paragraphs) + 1
            paragraphs.append(Paragraph(place, block.kind, block.start, block.end, tuple(sentences)))
    return Document(text, tuple(paragraphs), layout.has_title)


def english_sentences(text: str) -> list[str]:
    """The sentences of one paragraph of English."""
    return [text[start:end] for start, end in _spans(text, _is_lower_cased(text))]


def _is_lower_cased(text: str) -> bool:
    """Whether the capitals were taken off, so that they cannot show where a sentence begins."""
    return not any(character.isupper() for character in text)


def _spans(line: str, lower_cased: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a line, without the white space round it."""
    ends = [match.start() for match in _LOWER_CASED_BREAK.finditer(line)] if lower_cased else _ends(line)
    start = 0
    for end in [*ends, len(line)]:
        while end < len(line) and line[end] in _CLOSING and not line[end - 1].isspace():
            end += 1
        piece = line[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
            start = end


def _ends(line: str) -> list[int]:
    masked = _APOSTROPHE.sub("x", _HIDDEN.sub(" ", line))
    found = []
    for boundary in sentencex.get_sentence_boundaries("en", masked):
        end = boundary["end_index"]
        while end and masked[end - 1].isspace():
            end -= 1
        rest = line[end : end + _AHEAD].lstrip()
        if (
            line[end - 1] in "?!"
            and line[end : end + 1] in _CLOSING
            and _SPEAKING.match(rest.lstrip(_CLOSING + " "))
        ):
            continue  # “Why?” Mr Florin asked.
        found.append(end)
    return found
