"""Quotations in Dutch newspaper prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.text.document import Document

QuoteKind = Literal["direct", "fragment", "title", "other", "indirect"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation without its marks: ``document.text[start:end] == nl``."""

    nl: str
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    cue: str | None
    """The words that attribute it: "zegt", "volgens", "aldus" …"""
    group: int
    """Equal for the parts of an interrupted quotation and for a quotation reopened in each paragraph."""
    sentences: tuple[int, ...]
    """Ids of the sentences it touches."""
    confidence: Literal["high", "medium", "low"]


def find_quotes(document: Document, *, indirect: bool = False) -> tuple[Quote, ...]:
    """All quotations of a document, by position."""
    return ()
