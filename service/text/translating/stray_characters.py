"""Characters of the English that a model has spelt byte by byte, and wrongly: those of other alphabets.

Emoji it does not even get (``service.text.translating.rare_characters``), but may say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

UNREADABLE = "\ufffd"
"""What stands for bytes that make no character."""
_RARE = re.compile(r"[\u0370-\u1dff\u2300-\uffff\U00010000-\U0010ffff]+")
"""What a model may have no pieces for. Signs of currencies, arrows and the like may be written otherwise."""


def added_characters(nl: str, en: str) -> Iterator[re.Match[str]]:
    """The runs of such characters in the English of which one is not in the Dutch."""
    known = frozenset(nl)
    return (match for match in _RARE.finditer(en) if not known.issuperset(match[0]))


def corrected_characters(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each, and what stands in the Dutch and not in the English, in its order."""
    kept = frozenset(_RARE.findall(en))
    lost = (characters for characters in _RARE.findall(nl) if characters not in kept)
    for match, right in zip(added_characters(nl, en), lost, strict=False):
        yield *match.span(), right
