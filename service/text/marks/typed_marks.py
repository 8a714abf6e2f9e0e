"""Double quotation marks that are typed as two characters: ,,so'' or ``so'', as newsrooms do."""

from __future__ import annotations

import re
from typing import Final

TYPED: Final = re.compile(r"(?<![\w,]),,(?=[^\s,])|``|(?<!\S)''(?=\w)(?![stnmkr]\b)")
"""Two characters that open as one double mark."""
_TYPED_CLOSING: Final = ("''", "’’", "‘’")


def join_typed(text: str, spots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """,,Ja'' as typewriters have it: two single marks are one; of three the first closes what is inside.

    Four that close only one quotation are a slip, and one mark too.
    """
    pairs: list[tuple[int, int]] = []
    for a, b in reversed(spots):
        opens = text[a] == "‘" and (a == 0 or text[a - 1].isspace())  # ‘’t is goed’
        if pairs and pairs[-1] == (b, b + 1) and text[a : b + 1] in _TYPED_CLOSING and not opens:
            pairs[-1] = (a, b + 1)
        else:
            pairs.append((a, b))
    out: list[tuple[int, int]] = []
    depth = 0
    for a, b in reversed(pairs):
        if text[a:b] in _TYPED_CLOSING and depth == 0 and out and out[-1][1] == a and b - a == 2:
            out[-1] = (out[-1][0], b)
            continue
        if b - a == 2:
            depth = depth + 1 if text[a] in ",`" else max(depth - 1, 0)
        out.append((a, b))
    return out
