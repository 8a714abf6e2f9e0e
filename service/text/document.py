"""The Dutch side of an article: paragraphs and sentences with their places in the text as sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["heading", "text", "list"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """``document.text[start:end] == nl``, in code points; ``id`` counts from 1 through the document."""

    id: int
    start: int
    end: int
    nl: str

    @property
    def segment(self) -> str:
        """The sentence as an engine wants it: one line, single spaces."""
        return " ".join(self.nl.split())


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
