"""Whether a Dutch and an English spelling are one name: Aleksej and Alexei, Afghaanse and Afghan.

Words are given folded: lower case, without diacritics.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

NEAR = 0.78
"""Likeness of two spellings (2 x common letters / all letters, after transliteration) from which they are
one name."""

_DUTCH_LETTERS = ("oe", "sj", "aj", "ej")
"""What Dutch writes for letters of other alphabets, and English otherwise: Toetanchamon."""
_TRANSLITERATIONS = """
tsj>c tch>c sch>s sj>s sh>s dzj>j zj>z zh>z kh>h ch>h oe>u ou>u ij>i ey>i ei>i ie>i ph>f ck>k x>ks c>k q>k y>i
j>i w>v
"""
_NL_FORM = re.compile(r"(?:\w{0,2}(?:se|sen|sch|sche)|s|e|n|en|ens|er|ers|aan|a|o|ie|us|ist|isten|isme)?")
_EN_FORM = re.compile(
    r"(?:s|e|n|ns|an|ans|ian|ians|anian|ean|ese|ish|i|is|c|ic|ics|ist|ists|ism|y|a|er|ers)?"
)
COGNATE = re.compile(
    r"(?:eur|eel|ieel|iële|ele|aal|ale|tie|ties|teit|iek|ieke|isch|aans|or|ent|ie|air|aris)$"
)
"""Endings of Dutch words that English has with another ending: Directeur, Revolutie."""
BEGINNING = 3
"""Letters that two forms of one name share at least."""
_COMPOUNDED = 5
"""Letters of a Dutch noun behind a name that is one word with it: Vikingvloot, Galapagosexpert."""
_NO_ENDINGS = frozenset(("n", "en", "a", "ens"))
"""Endings that English does not just leave out: Henriks is not Henriksen."""
_SPELLINGS = tuple(pair.split(">") for pair in _TRANSLITERATIONS.split())


@lru_cache(maxsize=65536)
def same_name(nl: str, en: str) -> bool:
    """Whether an English word is a Dutch name in its English spelling, or a form of it."""
    if min(len(nl), len(en)) < BEGINNING:
        return nl == en
    if _single(nl) == _single(en) and not COGNATE.search(nl):
        return nl == en  # Pasage is no spelling of Passage
    common = next((i for i, (a, b) in enumerate(zip(nl, en, strict=False)) if a != b), min(len(nl), len(en)))
    dutch, ending = nl[common:], en[common:]
    bare = not ending and dutch in _NO_ENDINGS
    if common >= BEGINNING and not bare and _NL_FORM.fullmatch(dutch) and _EN_FORM.fullmatch(ending):
        return True
    if common == len(en) >= _COMPOUNDED and len(nl) - common >= _COMPOUNDED:
        return True
    return is_transliterated(nl, en) or (bool(COGNATE.search(nl)) and is_near(nl, en))


def is_transliterated(nl: str, en: str) -> bool:
    """Whether the two are one name in two transliterations, or the English has the plural or owner's s."""
    if nl == en or en == nl + "s" or nl == en + "s":
        return True
    return _single(nl) != _single(en) and skeleton(nl) == skeleton(en)


def _single(word: str) -> str:
    """Without the doubling of its consonants."""
    return re.sub(r"([b-df-hj-np-tv-z])\1+", r"\1", word)


@lru_cache(maxsize=65536)
def is_near(nl: str, en: str) -> bool:
    """Whether two folded words may be spellings of one name."""
    if min(len(nl), len(en)) < 3:
        return nl == en
    shorter, longer = sorted((nl, en), key=len)
    if (
        longer.startswith(shorter)
        and len(shorter) >= 0.5 * len(longer)
        and (len(shorter) > 3 or len(longer) < 5)
    ):
        return True
    if nl[:4] == en[:4] and len(nl) > 5 and len(en) > 3:  # derived forms: Afghaanse, Afghan
        return True
    a, b = skeleton(nl), skeleton(en)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def may_be_spelt(nl: str, en: str) -> bool:
    """Whether an English word is a Dutch name in its English spelling, or may be, from another alphabet."""
    return same_name(nl, en) or (
        any(letters in nl and letters not in en for letters in _DUTCH_LETTERS) and is_near(nl, en)
    )


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A spelling in which the usual Dutch and English transliterations of one name are alike."""
    for spelling, letter in _SPELLINGS:
        word = word.replace(spelling, letter)
    return re.sub(r"(.)\1+", r"\1", word)
