"""Which characters can be seen."""

from __future__ import annotations

import unicodedata


def is_blank(text: str) -> bool:
    """Whether nothing can be seen of it: only white space, control, format and unassigned characters."""
    return text.isspace() or all(c.isspace() or unicodedata.category(c)[0] == "C" for c in text)
