"""Characters that no model of this kind carries over: pictures, and letters of names from farther away.

An emoji comes out as broken bytes, and "Erdoğan" as a word of the model's own. So the engine gets the
sentence without pictures and with base letters, and its English gets back what was taken out: a name its
letters, a picture its place at the beginning or, wherever else it stood, at the end. An arrow stays a dash.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.visible import without_accents

_PICTURES: Final = re.compile(
    r"\s*(?:[\u2300-\u23ff\u25a0-\u2793\u27b0\u27bf\u2b50\u2b55\u3030\u303d\U0001f000-\U0001faff]"
    r"[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+"
)
"""Symbols, dingbats and emoji with what modifies them, and the white space before them."""
_ARROWS: Final = re.compile(r"[\u2190-\u21ff\u2794-\u27af\u27b1-\u27be\u2900-\u297f\u2b00-\u2b4f]\ufe0f?")
_KEYCAP: Final = re.compile(r"\ufe0f?\u20e3|\ufe0f")
_FARTHER: Final = re.compile(r"[\u0100-\u024f\u1e00-\u1eff]")
"""Latin letters beyond those of western Europe."""
_SHORTEST: Final = 3
"""Letters of a word that is put back: a shorter one may stand anywhere."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKS: Final = re.compile(r"[^\w\s]+$")
_UNDECOMPOSED: Final = str.maketrans("ıłŁđĐħĦŧŦ", "ilLdDhHtT")


def plain(text: str) -> str:
    """What an engine gets: no pictures, a dash for an arrow, base letters for those from farther away."""
    text = _KEYCAP.sub("", _PICTURES.sub("", _ARROWS.sub("-", text)))
    return _FARTHER.sub(_base, text).strip()


def _base(letter: re.Match[str]) -> str:
    bare = without_accents(letter[0].translate(_UNDECOMPOSED))
    return bare if bare.isascii() else letter[0]


def restored(text: str, en: str) -> str:
    """The English of ``plain(text)`` with the letters and the pictures of the text."""
    for word in dict.fromkeys(_WORD.findall(text)):
        if _FARTHER.search(word) and len(word) >= _SHORTEST:
            en = re.sub(rf"\b{re.escape(plain(word))}\b", word, en)
    pictures = list(_PICTURES.finditer(text))
    if not pictures:
        return en
    first = next((at for at, character in enumerate(text) if character.isalnum()), len(text))
    before = "".join(f"{m[0].strip()} " for m in pictures if m.start() < first)
    behind = "".join(f" {m[0].strip()}" for m in pictures if m.start() >= first)
    closing = text[pictures[-1].end() :].strip()
    marks = _MARKS.search(en)
    inside = 0 if marks is None or any(map(str.isalnum, closing)) else min(len(closing), len(marks[0]))
    cut = len(en) - inside
    return f"{before}{en[:cut]}{behind}{en[cut:]}"
