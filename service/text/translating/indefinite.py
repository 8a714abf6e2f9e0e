"""The indefinite article as English spells it: "an idea", "a unique idea".

A small model says "a" before anything. It is the next sound that decides, which the spelling tells but for a
few beginnings: a u or eu that sounds as in "use", the o of "one", and the h that is not heard.
"""

from __future__ import annotations

import re
from typing import Final

_ARTICLE: Final = re.compile(r"(?<![\w'’.-])(a|(?<!\w )A(?= )|(?<!\w )A(?=n [a-z]))n? (?=([A-Z]?[a-z]{2,}))")
"""Not the letter behind a word ("group A"), nor a given name ("An Peeters")."""
_NOT_NOUNS: Final = frozenset(("and", "as", "at", "if", "in", "into", "is", "of", "on", "or", "are", "up"))
"""What stands behind the letter, not the article: "from A or B"."""
_VOWEL: Final = re.compile(
    r"[aio]|e(?!u|we\b)|u(?!(?:ni(?:[tqvlfc]|on|s[eo])|nesco|efa|s[aeu]|t[eior]|r[aiou]|biq|gand|kr|kul))|h(?:our|onest|onou?r|eir)"
)
_AS_IN_WON: Final = re.compile(r"on(?:e|ce)(?![a-z])")


def agree(en: str) -> str:
    """The text with "a" or "an" before words in letters, as their first sound asks for."""
    return _ARTICLE.sub(_spelt, en)


def _spelt(article: re.Match[str]) -> str:
    word = article[2].lower()
    if word in _NOT_NOUNS:
        return article[0]
    vowel = _VOWEL.match(word) is not None and _AS_IN_WON.match(word) is None
    return article[1] + ("n " if vowel else " ")
