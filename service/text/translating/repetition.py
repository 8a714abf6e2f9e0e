"""Signs that a decoder ran into a loop, or gave its input back.

A neural translator that loses its way repeats a word, a phrase or a syllable until its length runs out. Both
languages repeat on purpose too ("heel, heel erg"), so the translation may repeat as much as its source does.
A loop cannot be shown; a stutter ("this this", "the side of the side") can, though another translation is
better.
"""

from __future__ import annotations

import re
from collections import Counter

from service.text.words.lexicon import word_set

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_SYLLABLES = re.compile(r"([^\W\d_]{1,6}?)\1{4,}|(\d{1,3}?)\2{6,}", re.IGNORECASE)
_DIGITS = re.compile(r"\d(?:[.,]?\d)*")
_LONGEST_NUMBER = 17
"""Characters of a number past which it must be in the Dutch: a thousand billion is 1,000,000,000,000."""
_LONGEST = 6
_SHORT = 4
"""Words of a phrase that stutters."""
_STEM = 4
_CROWD = 8
_PLURAL = re.compile(r"(?<=\w{4})(?:['’]s|ies|y|es|s)\Z")
_BREAK = re.compile(r"[.?!:;…“”\"()\n–—]+(?=\s|\Z)|(?<=\s)[\"“(–—-]+")
_JOINED_WORD = re.compile(r"\w+(?:[-‑'’.,&/]\w+)*")
"""What a hyphen or apostrophe joins is one: "win-win" is no stutter."""
_OF_ITSELF = re.compile(r"\b(?!best\b|worst\b)([a-z]{3,})(?: of (?:the |an? )?\1| as \1)\b")
"""But for "the best of the best"."""
_ON_AND_ON = re.compile(r"\b(?!and\b)(\w+)(?: and \1){2,}\b")
"""She walked and walked and walked."""
_DOUBLED = word_set(
    "that had is her you it do who bye no ha so very many long far to in on at by for up off out over about"
    " with down"
)
"""Words that English may say twice: "that that", "gave her her book", "asked for for years", "very very"."""
_ENGLISH_FUNCTION_WORDS = word_set(
    "that this there their they them these those what when where which whose with from have been were will"
    " would more most some than into over your then"
)
_DUTCH_FUNCTION_WORDS = word_set(
    "aan als bij dat de deze dit een eens en geen hebben heeft het hij hun ik je jij kan maar meer mijn moet"
    " naar niet nog onder onze ook op tegen toen tot uit van veel voor waar wanneer werd wij wil worden wordt"
    " zal ze zei zich zij zijn zo zou"
)
"""Frequent Dutch words that are rare or unknown in English."""


def loop(nl: str, en: str) -> str | None:
    """What the translation repeats beyond its source, or None."""
    source, words = _words(nl), _words(en)
    for size in range(1, _LONGEST + 1):
        times, phrase = _longest_run(words, size)
        allowed = max(2 if size > 1 else 3, _longest_run(source, size)[0])
        if times > allowed:
            return phrase
    syllables = _SYLLABLES.search(en)
    if syllables and not _SYLLABLES.search(nl):
        return syllables[0][:20]
    endless = max(_DIGITS.findall(en), key=len, default="")
    if len(endless) > max(_LONGEST_NUMBER, *map(len, _DIGITS.findall(nl)), 0):
        return endless[:20]
    return _scattered(source, words)


def stutter(nl: str, en: str) -> str | None:
    """What is said again at once, or a word of content that comes again and again, beyond the Dutch."""
    allowed = max(_longest_run(_words(nl), size)[0] for size in range(1, _SHORT + 1))
    en = _ON_AND_ON.sub(r"\1", en)
    for clause in _BREAK.split(en):
        words = [word.lower() for word in _JOINED_WORD.findall(clause)]
        for size in range(1, _SHORT + 1):
            times, phrase = _longest_run(words, size)
            meant = times == 2 and (phrase in _DOUBLED or phrase.isdecimal())
            if times > allowed and not meant:
                return _as_written(phrase.split() * times, clause)
    if allowed > 1 or _comes_back(nl):
        return None
    again = _OF_ITSELF.search(en)
    return again[0] if again else _crowded(en)


def copied(nl: str, en: str) -> bool:
    """Whether the translation is the Dutch again, whole or for the most part.

    Names, titles in English and single words may stay as they are: there must be Dutch function words in
    what was kept, or four words in lower case.
    """
    source, words = _words(nl), _words(en)
    dutch = [word for word in words if word in _DUTCH_FUNCTION_WORDS]
    if source == words:
        lower = [w for w in _WORD.findall(en) if w.islower() and w.isalpha() and len(w) > 1]
        return bool(dutch) or len(lower) >= 4
    kept = sum((Counter(source) & Counter(words)).values())
    return len(words) >= 4 and kept >= 0.7 * len(words) and len(dutch) >= max(2, 0.15 * len(words))


def _as_written(words: list[str], text: str) -> str:
    found = re.search(r"\W+".join(map(re.escape, words)), text, re.I)
    return found[0] if found else " ".join(words)


def _comes_back(nl: str) -> bool:
    """Whether a longer word is in the Dutch more than once, alone or as a part of compounds."""
    words = [word for word in _words(nl) if len(word) > _STEM]
    text = nl.lower()
    ends = [word[-_STEM - 1 :] for word in words]  # "drinkwater, zeewater"
    return len(ends) > len(set(ends)) or any(text.count(word[: _STEM + 1]) > 1 for word in words)


def _crowded(en: str) -> str | None:
    """From the first to the third of one word of content within a few words."""
    words = list(_JOINED_WORD.finditer(en))
    stems = [_PLURAL.sub("", word[0].lower()) for word in words]
    for place, stem in enumerate(stems):
        near = [at for at in range(place, min(len(stems), place + _CROWD)) if stems[at] == stem]
        if len(near) >= 3 and len(stem) >= _STEM and stem not in _ENGLISH_FUNCTION_WORDS:
            return en[words[place].start() : words[near[2]].end()]
    return None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _longest_run(words: list[str], size: int) -> tuple[int, str]:
    """How often an n-gram of this size follows itself at the most, and which."""
    best, phrase = 1, ""
    run = 0
    for position in range(size, len(words)):
        run = run + 1 if words[position] == words[position - size] else 0
        if run and run % size == 0 and run // size + 1 > best:
            best, phrase = run // size + 1, " ".join(words[position - size + 1 : position + 1])
    return best, phrase


def _scattered(source: list[str], words: list[str]) -> str | None:
    """A phrase of three words that comes back again and again, not only next to itself."""
    if len(words) < 12:
        return None
    times, phrase = _most_frequent(words)
    if times >= 4 and times > 1 + _most_frequent(source)[0] and times * 3 >= 0.3 * len(words):
        return phrase
    return None


def _most_frequent(words: list[str]) -> tuple[int, str]:
    trigrams = Counter(zip(words, words[1:], words[2:], strict=False))
    return max(((count, " ".join(gram)) for gram, count in trigrams.items()), default=(0, ""))
