"""Content words of a Dutch sentence: what ``service.text.words.terms`` does for English.

An article is weighed in its own language where that is there, since a weak translation calls one thing by
several names and loses the words of the title. The stemmer takes off what inflection adds to a noun or an
adjective and undoes what the spelling makes of it ("huizen" and "huis", "bomen" and "boom"); verbs and
compounds are left as they are, and a wrong stem is harmless as long as it is the same every time.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.words.lexicon import STARTERS, word_set
from service.text.words.terms import POSSESSIVE, stems_of

_STOP_WORDS: Final = STARTERS | word_set(
    "af ben bent bijvoorbeeld dingen doen eens gemaakt geweest gezegd goed graag grote groot heb hebt"
    " jaar jaren kom laten maakt maken meer meest meeste mensen minder nieuwe noemt o.a. paar terug uur vindt"
    " vinden weet weinig zegt zei zeggen ziet zien zit zoveel"
)
_DOUBLED: Final = re.compile(r"([aeou])\1(?=[^aeiou]$)")
_TWINS: Final = re.compile(r"([b-df-hj-np-tv-z])\1$")
_HARDENED: Final = {"v": "f", "z": "s"}
_SHORTEST: Final = 3
"""Letters that must be left of a word; one more before an s ("huis")."""


def dutch_content_terms(text: str) -> list[str]:
    """The stems of the words that carry content, in order, with repetitions."""
    return stems_of(text, _STOP_WORDS, dutch_stem)


def dutch_stem(word: str) -> str:
    """A lower-cased word without plural, inflection or possessive."""
    word = POSSESSIVE.sub("", word)
    for ending, least in (("en", _SHORTEST), ("e", _SHORTEST), ("s", _SHORTEST + 1)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith(("ss", "ee")):
            word = word[: -len(ending)]
            break
    word = _TWINS.sub(r"\1", word)
    if word[-1:] in _HARDENED:
        word = word[:-1] + _HARDENED[word[-1]]
    return _DOUBLED.sub(r"\1", word)
