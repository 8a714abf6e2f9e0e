"""Dutch-English word lists: their damage mended, and what kind of word each entry is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from models.training.data.corpus import Pair
from models.training.data.word_forms import ADJECTIVE, NOUN, VERB, frequency, share
from models.words import word_set

_WORDS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+|[^\w\s]")
_LIGATURES = str.maketrans({"\u0133": "ij", "\u0132": "IJ", "\u2010": "-"})
_SHORT = word_set("a an as at be by do go he if in is it me my no of on or so to up us we")
"""The words of one or two letters that a fused entry may hold."""
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OFTEN = 5
"""How often a word stands in the other text that is one word."""
_LONGEST = 20
_NEW_WORD = -8.2
"""Common logarithm of the likelihood of a word that the dictionary has not, less 1 for each letter."""
_LEAST_BESIDE_NEW = 4
"""Letters of each part of a word that is parted although the dictionary has not all of them."""
_DUTCH_BEFORE = word_set("de het een zijn haar hun deze dit dat die geen elke")
_ENGLISH_BEFORE = word_set("the a an his her their this that our its every no")
_DUTCH_BEHIND = word_set("van is was en in op met om die dat te voor bij aan naar of zijn werd heeft")
_ENGLISH_BEHIND = word_set("of is was and in on with to that which for at or by are has had from who")
_DEGREES = word_set("very more most so too less quite")
_NO_NOUN = ("lijk", "ig", "isch", "baar", "loos", "zaam")
_PARTICLES = word_set("up off out down away in on over back along through together")


def mended(pairs: Iterable[Pair], known: Counter[str]) -> list[Pair]:
    """The entries with the spaces their English has lost, and Dutch without ligatures.

    In some lists "stadhuis" is "cityhall" and "uitstellen" is "putoff". An English word that no spelling
    dictionary has and the other text hardly (``known``, lower-case words) is parted into the likeliest words
    of that dictionary, if that is likelier than a new word (Norvig, "Natural Language Corpus Data", in
    Beautiful Data, 2009).
    """
    return [
        (dutch.translate(_LIGATURES), " ".join(_parted(word, known) for word in english.split()))
        for dutch, english in pairs
    ]


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word, in lower case, stands in the texts."""
    return Counter(word for text in texts for word in _WORDS.findall(text.lower()))


def _parted(word: str, known: Counter[str]) -> str:
    if known[word.lower()] >= _OFTEN:
        return word  # "YouTube"
    return " ".join(
        part if not part.isalpha() or known[part.lower()] >= _OFTEN else " ".join(_likeliest(part))
        for part in _HUMPS.split(word)
    )


def _likeliest(word: str) -> list[str]:
    if _in_dictionary(word):
        return [word]

    def score(part: str) -> float:
        return share(part.lower(), "en") if _in_dictionary(part) else _NEW_WORD - len(part)

    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(word) + 1):
        ways = (
            (best[start][0] + score(word[start:end]), [*best[start][1], word[start:end]])
            for start in range(max(0, end - _LONGEST), end)
        )
        best.append(max(ways))
    parts = best[-1][1]
    new = [part for part in parts if not _in_dictionary(part)]
    odd = len(new) > 1 or (new and min(map(len, parts)) < _LEAST_BESIDE_NEW)
    return [word] if odd else parts


def _in_dictionary(word: str) -> bool:
    return frequency(word.lower(), "en") > 0 and (len(word) > 2 or word.lower() in _SHORT)


class Usage:
    """How the words of a corpus are used, which tells nouns from verbs and adjectives."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.dutch: Counter[str] = Counter()
        self.english: Counter[str] = Counter()
        self._dutch_nouns: Counter[str] = Counter()
        self._english_nouns: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._adjectives: Counter[str] = Counter()
        for dutch, english in pairs:
            words = _WORDS.findall(dutch.lower())
            self.dutch.update(words)
            self._dutch_nouns.update(_behind(words, _DUTCH_BEFORE, _DUTCH_BEHIND))
            words = _WORDS.findall(english.lower())
            self.english.update(words)
            self._english_nouns.update(_behind(words, _ENGLISH_BEFORE, _ENGLISH_BEHIND))
            for before, word in pairwise(words):
                if before == "to":
                    self._verbs[word] += 1
                elif before in _DEGREES:
                    self._adjectives[word] += 1

    def kind(self, dutch: str, english: str) -> str | None:
        """What kind of word an entry of a word list is, or None if nothing tells."""
        words = english.split()
        first, last = words[0], words[-1]
        seen = self.dutch[dutch]
        named = self._dutch_nouns[dutch] > 0.15 * seen
        naming = self._english_nouns[last] > 0.05 * self.english[last]
        if dutch.endswith("en") and self._verbs[first] > 0.03 * self.english[first]:
            return VERB if len(words) == 1 or last in _PARTICLES else None
        if naming and (named or not (seen or dutch.endswith(("en", *_NO_NOUN)))):
            return NOUN
        graded = self._adjectives[english] > 0.01 * self.english[english]
        return ADJECTIVE if graded and not naming and not named else None


def _behind(words: Sequence[str], before: frozenset[str], behind: frozenset[str]) -> Iterator[str]:
    """The words between a determiner and what cannot be their noun."""
    for place in range(1, len(words)):
        following = words[place + 1] if place + 1 < len(words) else "."
        if words[place - 1] in before and (following in behind or not following[0].isalpha()):
            yield words[place]
