"""The Dutch side of an article: paragraphs and sentences with their places in the text as sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from service.text.visible import NO_WIDTH

ParagraphKind = Literal["heading", "text", "list"]

# A soft hyphen at a line's end joins its word; ZERO WIDTH JOINER stays, for it holds emoji together.
_INVISIBLE = re.compile(rf"\u00ad\s*|[{NO_WIDTH}\u202a-\u202e\u2061-\u2064\u2066-\u206f]")
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``document.text[start:end] == nl``, in code points; ``id`` counts from 1 through the document."""

    id: int
    start: int
    end: int
    nl: str

    @property
    def segment(self) -> str:
        """The sentence as an engine wants it: one line, single spaces, nothing invisible.

        Control characters and lone surrogates, which no encoder takes, become spaces.
        """
        return " ".join(_UNREADABLE.sub(" ", _INVISIBLE.sub("", self.nl)).split())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive sentences between two breaks; ``id`` counts from 1."""

    id: int
    kind: ParagraphKind
    start: int
    end: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article split up. Every character that is not white space lies in exactly one sentence."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    has_title: bool
    """Whether the first paragraph is the headline."""

    @property
    def sentences(self) -> Iterator[Sentence]:
        for paragraph in self.paragraphs:
            yield from paragraph.sentences
