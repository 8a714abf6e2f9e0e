"""What a sentence must be before an engine sees it: one line, composed characters, no stress, no shouting."""

from __future__ import annotations

import re
import unicodedata

from service.text.words.lexicon import STARTERS

NORMALISATION_VERSION = 3
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


_TYPED_OPENING = re.compile(r"(?<![,\w]),,(?=[^\s,])|``")
_TYPED_CLOSING = re.compile(r"(?<=[^\s\d'’])(?:''|’’)(?!['’\w])")
"""Marks typed as two characters: ,,so'' or ``so''. Behind a digit two strokes are inches or seconds."""
_SINGLE = re.compile(r"(?<![\w'’])(?:‘|['’](?![stnmr]\b))(?=\w)")
"""With one of these two strokes may close two quotations."""


_ACCENTED = re.compile(r"\b(?!vóór\b|[eé]én)\w*[áéíóú]\w*", re.IGNORECASE)
_STRESS = re.compile(r"[áíóú]|éé")
"""What no Dutch word is spelled with but for stress; "café" is, and "vóór" and "één" tell words apart."""
_BARE = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")


def normalise(text: str) -> str:
    """NFC, single spaces, none at the ends, double marks as one character, no accents of stress.

    Models have not met ,,those'' and copy the commas, while they know „these”. Nor have they met "níét".

    Canonically equal spellings (é in one code point or two) become one segment with one cache entry;
    compatibility characters (½, ﬁ, ²) stay as they are, because changing them would change what is
    translated.
    """
    text = _TYPED_OPENING.sub("„", " ".join(unicodedata.normalize("NFC", text).split()))
    text = _ACCENTED.sub(_unstressed, text)
    return text if _SINGLE.search(text) else _TYPED_CLOSING.sub("”", text)


def _unstressed(word: re.Match[str]) -> str:
    """ "Dát" and "níét" without their accents; names ("García") and loans ("café") as they are."""
    bare = word[0].translate(_BARE)
    return bare if bare.lower() in STARTERS or (word[0].islower() and _STRESS.search(word[0])) else word[0]


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
