"""Which characters can be seen, and a text without its accents and capitals."""

from __future__ import annotations

import unicodedata
from typing import Final

NO_WIDTH: Final = "\u200b\u200c\u200e\u200f\u2060\ufeff"
"""Characters of no width that pages leave between words; the joiner that holds emoji together is none."""


def is_blank(text: str) -> bool:
    """Whether nothing can be seen of it: only white space, control, format and unassigned characters."""
    return text.isspace() or all(c.isspace() or unicodedata.category(c)[0] == "C" for c in text)


def without_accents(text: str) -> str:
    """ "wel" for "wél", "cafe" for "café"."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Lower case, without accents and ligatures: "ijsje" for "ĳsjé"."""
    return without_accents(unicodedata.normalize("NFKD", text.lower()))
