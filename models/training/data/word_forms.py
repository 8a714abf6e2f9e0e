"""Regular forms of Dutch and English words, for a word list that has only the first of each.

Spelling rules as in the Algemene Nederlandse Spraakkunst (chapters 2 and 3.5). A form counts only if a
spelling dictionary has it, so what a rule gets wrong, or a strong verb, gives no form and no false one.
"""

import math
from collections.abc import Iterator
from functools import cache

from spellchecker import SpellChecker

NOUN, VERB, ADJECTIVE = "noun", "verb", "adjective"
_VOWELS = "aeiou"
_UNSTRESSED = ("el", "em", "en", "er", "ig", "ijk")
"""Endings without stress, behind which no consonant is doubled."""
_UNPARTED = ("be", "ge", "er", "her", "ont", "ver")
"""Prefixes of verbs that take no ge- in the participle."""
PARTED = (
    "aan",
    "achter",
    "af",
    "bij",
    "door",
    "in",
    "mee",
    "na",
    "om",
    "op",
    "over",
    "terug",
    "toe",
    "uit",
    "weg",
)
"""Prefixes of verbs that take it in the middle, and most of which stand apart from the finite verb."""

Form = tuple[str, str, str]
"""What form it is, in Dutch, in English."""


@cache
def _dictionary(language: str) -> tuple[dict[str, int], int]:
    counts = SpellChecker(language=language).word_frequency
    return dict(counts.dictionary), int(counts.total_words)


def frequency(word: str, language: str) -> int:
    """How often a lower-case word stands in the text of a spelling dictionary; 0 if it is no word."""
    return _dictionary(language)[0].get(word, 0)


@cache
def share(word: str, language: str) -> float:
    """The common logarithm of the share of that text a word fills, of a phrase its rarest."""
    counts, total = _dictionary(language)
    return min(math.log10(max(counts.get(part, 0), 1) / total) for part in word.split())


def forms(kind: str, dutch: str, english: str) -> Iterator[Form]:
    """The forms of a word that both languages have, its first one among them."""
    head, _, rest = english.partition(" ")
    tail = f" {rest}" if rest else ""
    if kind == VERB:
        yield "infinitive", dutch, english
        if not (stem := _stem(dutch)):
            return
        past = _known(_past(head), "en", least=frequency(head, "en") // 50)
        third = _known([_with_s(head)], "en")
        whole = not stem.startswith(PARTED)  # "pakt af", not "afpakt"
        if third and whole:
            yield "present", stem.removesuffix("t") + "t", third + tail
        ending = "t" if stem.endswith((*"tkfspx", "ch")) and dutch[-3] not in "vz" else "d"
        if past and whole and (simple := _known([stem + ending + "e"], "nl")):
            yield "past", simple, past + tail
        if past and (participle := _known(list(_participles(stem, ending)), "nl")):
            yield "participle", participle, past + tail
    elif kind == NOUN:
        yield "singular", dutch, english
        before, _, last = english.rpartition(" ")
        plural = _known([_with_s(last), last + "es"], "en", least=frequency(last, "en") // 200)
        several = _known([_plural(dutch)], "nl")
        if plural and several:
            yield "plural", several, f"{before} {plural}".strip()
    else:
        if inflected := _known([_lengthened(dutch) + "e"], "nl", least=frequency(dutch, "nl") // 20):
            yield "bare", dutch, english
            yield "inflected", inflected, english


def _known(candidates: list[str], language: str, least: int = 0) -> str:
    """The most frequent candidate that is a word, or nothing."""
    best = max(candidates, key=lambda word: frequency(word, language))
    return best if frequency(best, language) > least else ""


def _lengthened(word: str) -> str:
    """A Dutch word as it is spelt before an ending with a vowel: boom, bom-; wet, wett-; huis, huiz-."""
    if len(word) < 3 or word[-1] in _VOWELS:
        return word
    last, vowel, before = word[-1], word[-2], word[-3]
    if vowel in "aeou" and before == vowel:
        return word[:-2] + {"f": "v", "s": "z"}.get(last, last)
    if vowel in _VOWELS and before in _VOWELS:
        return word[:-1] + {"f": "v", "s": "z"}.get(last, last)
    if vowel in _VOWELS and not word.endswith(_UNSTRESSED) and last not in "wx":
        return word + last
    return word


def _plural(word: str) -> str:
    if word.endswith("heid"):
        return word[:-4] + "heden"
    if word.endswith(("el", "em", "en", "er", "aar", "e")) and not word.endswith(
        ("eel", "eem", "een", "eer")
    ):
        return word + "s"
    return word + "'s" if word[-1] in "aiouy" else _lengthened(word) + "en"


def _stem(infinitive: str) -> str:
    """What is before -t in a Dutch verb: werken, werk-; maken, maak-; zetten, zet-; "" if that is no word."""
    if not infinitive.endswith("en") or len(infinitive) < 5:
        return ""
    root = infinitive[:-2]
    last, vowel = root[-1], root[-2]
    if last == vowel:
        candidates = [root[:-1]]
    else:
        voiceless = root[:-1] + {"v": "f", "z": "s"}.get(last, last)
        candidates = [voiceless, voiceless[:-1] + vowel + voiceless[-1]]
    best = max(candidates, key=lambda stem: frequency(stem.removesuffix("t") + "t", "nl"))
    return best if frequency(best.removesuffix("t") + "t", "nl") else ""


def _participles(stem: str, ending: str) -> Iterator[str]:
    bare = stem.removesuffix(ending) + ending
    yield bare if stem.startswith(_UNPARTED) else "ge" + bare
    for prefix in PARTED:
        if stem.startswith(prefix):
            yield prefix + "ge" + bare.removeprefix(prefix)


def _past(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2:-1] not in tuple(_VOWELS):
        return [verb[:-1] + "ied"]
    return [verb + "ed", verb + verb[-1] + "ed"]


def _with_s(word: str) -> str:
    """An English noun's plural or a verb's third person."""
    if word.endswith("y") and word[-2:-1] not in tuple(_VOWELS):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
