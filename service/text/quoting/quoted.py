"""What can be seen of a quotation in its sentence, before anything is concluded from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.text.phrases.frames import Token
from service.text.speaking.said import Said
from service.text.words.lexicon import CONJUNCTIONS

_FINAL: Final = re.compile(r"[.!?…]['\"’”)\]]*$")
_OPENING: Final = "'\"‘’“”…. ¡¿("
_NEAR: Final = 3
"""Tokens before a quotation that may say what it is."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotation ``words``, which is token ``p`` of ``tokens``, and who is said to have said it."""

    words: str
    tokens: Sequence[Token]
    p: int
    said: Said
    heading: bool
    count: int
    """Number of words."""
    before: Sequence[Token]
    """The words right before it, three at most."""
    previous: Token | None
    after: Token | None
    colon: bool
    """It follows a colon."""
    capital: bool
    """It begins with one."""
    complete: bool
    """It ends like a sentence."""
    at_start: bool
    """It opens its sentence, but for "en" or the like."""
    alone: bool
    """It is its whole sentence."""


def look_at(words: str, tokens: Sequence[Token], p: int, said: Said, *, heading: bool) -> Quoted:
    """All that is seen of the quotation; ``heading``: it stands in a headline."""
    previous = tokens[p - 1] if p else None
    at_start = all(t.kind == "punct" or t.lower in CONJUNCTIONS for t in tokens[:p])
    return Quoted(
        words=words,
        tokens=tokens,
        p=p,
        said=said,
        heading=heading,
        count=len(words.split()),
        before=[t for t in tokens[max(0, p - _NEAR) : p] if t.kind != "punct"],
        previous=previous,
        after=tokens[p + 1] if p + 1 < len(tokens) else None,
        colon=previous is not None and previous.text == ":",
        capital=words.lstrip(_OPENING)[:1].isupper(),
        complete=_FINAL.search(words) is not None,
        at_start=at_start,
        alone=at_start and all(t.kind != "word" for t in tokens[p + 1 :]),
    )
