"""Splitting a sentence that is too long for a model, at the best place near its middle.

The pieces, joined, are the sentence again: nothing is lost or added. Places are tried from the best kind to
the worst: after a semicolon, colon or dash; after a comma; before a conjunction; at a space; anywhere. A
kind is used only if one of its places lies in the middle part of the piece, so that both halves become much
shorter and the recursion stays shallow even for pathological input.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CONJUNCTIONS = (
    "en|maar|of|want|dus|omdat|doordat|zodat|terwijl|hoewel|nadat|voordat|zodra|totdat|waardoor|waarbij|waarin|waarmee"
    "|waarop|waarvan|waarna|aangezien|tenzij|mits|indien|als|wanneer|toen|dat|die|om"
)
_BOUNDARIES = (
    re.compile(r"(?<=[;:.!?…])\s+|\s+(?=[–—-]\s)"),
    re.compile(r"(?<=,)\s+"),
    re.compile(rf"\s+(?=(?:{_CONJUNCTIONS})\s)", re.I),
    re.compile(r"\s+"),
)
_MIDDLE = 0.2
"""A place may be used if it leaves at least this share of the characters on either side."""


def split_clauses(segment: str, fits: Callable[[str], bool]) -> list[str]:
    """Pieces that fit, in order; ``"".join(pieces) == segment``. A single character is taken to fit."""
    if len(segment) < 2 or fits(segment):
        return [segment]
    middle = len(segment) / 2
    for boundary in _BOUNDARIES:
        places = [m.end() for m in boundary.finditer(segment) if 0 < m.end() < len(segment)]
        best = min(places, key=lambda place: abs(place - middle), default=0)
        if _MIDDLE * len(segment) <= best <= (1 - _MIDDLE) * len(segment) and 0 < best < len(segment):
            break
    else:
        best = len(segment) // 2
    return split_clauses(segment[:best], fits) + split_clauses(segment[best:], fits)
