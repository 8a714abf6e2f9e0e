"""What a sentence must be before an engine sees it: one line, composed characters, no shouting."""

from __future__ import annotations

import re
import unicodedata

NORMALISATION_VERSION = 1
"""To be raised whenever :func:`normalise` changes: it is part of every cache key."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”“»]+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@])@\w{2,}"
    r"|(?<![\w#])#\w*[^\W\d_]\w*"
    # From the first label of a host name alone: tried from each of them, a long run takes quadratic time.
    r"|\b(?<![a-z0-9])(?<![a-z0-9-]\.)(?<![\w.-]-)(?:[a-z0-9-]++\.)+"
    r"(?:nl|be|com|org|net|eu|info|gov|int|io|de|fr|uk|edu)\b(?:/[^\s<>\"”“»]*)?",
    re.I,
)
_TRAILING = ".,;:!?)]}'’\"…"
_CAPS_WORDS = 3


def normalise(text: str) -> str:
    """NFC, single spaces, none at the ends.

    Canonically equal spellings (é in one code point or two) become one segment with one cache entry;
    compatibility characters (½, ﬁ, ²) stay as they are, because changing them would change what is
    translated.
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def addresses(text: str) -> tuple[str, ...]:
    """URLs, host names, e-mail addresses, handles and hashtags, without the punctuation that follows them."""
    return tuple(dict.fromkeys(match[0].rstrip(_TRAILING) for match in _ADDRESS.finditer(text)))


def has_words(segment: str) -> bool:
    """Whether anything is to be translated: a letter outside addresses."""
    return any(character.isalpha() for character in _ADDRESS.sub(" ", segment))


def is_shouted(segment: str) -> bool:
    """Three words or more, all in capitals."""
    words = re.findall(r"[^\W\d_]{2,}", segment)
    return len(words) >= _CAPS_WORDS and segment.isupper()


def sentence_case(segment: str) -> str:
    """All in lower case but the first letter."""
    lowered = segment.lower()
    for position, character in enumerate(lowered):
        if character.isalpha():
            return lowered[:position] + character.upper() + lowered[position + 1 :]
    return lowered
