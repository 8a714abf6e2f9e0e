"""Number words of Dutch and English, and the value of each.

Dutch writes whole numbers below a million as one word ("tweeduizendvijfhonderdvijftig"), so a word is taken
apart; English writes them as several, so its words are added up (``service.text.facts.number_phrases`` does
that). Words are given folded: lower case, without diacritics.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

_NL_UNITS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien"
)
_NL_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_IRREGULAR = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
_NL_IRREGULAR = {"eerste": 1, "derde": 3, "achtste": 8}


def _below_hundred(units: str, tens: str) -> dict[str, int]:
    values = {word: value for value, word in enumerate(units.split())}
    return values | {word: 10 * (position + 2) for position, word in enumerate(tens.split())}


def _dutch_below_hundred() -> dict[str, int]:
    values = _below_hundred(_NL_UNITS, _NL_TENS)
    for tens in _NL_TENS.split():
        for unit, word in enumerate(_NL_UNITS.split()[1:10], start=1):
            values[f"{word}en{tens}"] = values[tens] + unit
    return values


_NL_VALUES = MappingProxyType(_dutch_below_hundred())
_EN_VALUES = MappingProxyType(_below_hundred(_EN_UNITS, _EN_TENS))
_EN_ORDINALS = MappingProxyType(
    {f"{re.sub('y$', 'ie', word)}th": value for word, value in _EN_VALUES.items()} | _EN_IRREGULAR
)
_DECADES = MappingProxyType({f"{word.removesuffix('y')}ies": _EN_VALUES[word] for word in _EN_TENS.split()})
_DUTCH_TO_ENGLISH = MappingProxyType(
    {
        dutch: english
        for dutch, value in _NL_VALUES.items()
        for english, other in _EN_VALUES.items()
        if value == other
    }
)

SCALES_NL = MappingProxyType(
    {
        "duizend": 10**3,
        "miljoen": 10**6,
        "mln": 10**6,
        "mio": 10**6,
        "miljard": 10**9,
        "mrd": 10**9,
        "mld": 10**9,
        "biljoen": 10**12,
        "biljard": 10**15,
        "triljoen": 10**18,
    }
)
SCALES_EN = MappingProxyType(
    {
        "thousand": 10**3,
        "million": 10**6,
        "mln": 10**6,
        "mn": 10**6,
        "billion": 10**9,
        "bn": 10**9,
        "trillion": 10**12,
        "tn": 10**12,
        "trn": 10**12,
        "quadrillion": 10**15,
        "quintillion": 10**18,
    }
)

COVERS_NL = MappingProxyType(
    {
        "een": ("1",),
        "ene": ("1",),
        "eens": ("1",),
        "eenmaal": ("1",),
        "enige": ("1",),
        "beide": ("2",),
        "beiden": ("2",),
        "allebei": ("2",),
        "paar": ("2",),
        "stel": ("2",),
        "duo": ("2",),
        "koppel": ("2",),
        "echtpaar": ("2",),
        "dubbel": ("2",),
        "dubbele": ("2",),
        "verdubbeld": ("2",),
        "verdubbelen": ("2",),
        "verdubbeling": ("2",),
        "half": ("0.5", "2"),
        "halve": ("0.5", "2"),
        "helft": ("0.5", "2", "50"),
        "kwart": ("0.25", "4", "15"),
        "kwartier": ("15", "0.25"),
        "trio": ("3",),
        "drieling": ("3",),
        "kwartet": ("4",),
        "dozijn": ("12",),
        "decennium": ("10",),
        "decennia": ("10",),
        "eeuw": ("100",),
        "week": ("7",),
        "tiental": ("10", "12"),
        "middernacht": ("12", "24", "0"),
    }
)
COVERS_EN = MappingProxyType(
    {
        "a": ("1",),
        "an": ("1",),
        "once": ("1",),
        "single": ("1",),
        "both": ("2",),
        "twice": ("2",),
        "pair": ("2",),
        "couple": ("2",),
        "duo": ("2",),
        "double": ("2",),
        "doubles": ("2",),
        "doubled": ("2",),
        "doubling": ("2",),
        "twin": ("2",),
        "twins": ("2",),
        "half": ("0.5", "2", "50", "30"),
        "halves": ("2",),
        "quarter": ("0.25", "4", "15"),
        "quarters": ("4",),
        "triple": ("3",),
        "tripled": ("3",),
        "trio": ("3",),
        "thrice": ("3",),
        "quartet": ("4",),
        "quadruple": ("4",),
        "dozen": ("12",),
        "decade": ("10",),
        "decades": ("10",),
        "century": ("100",),
        "centuries": ("100",),
        "fortnight": ("14", "2"),
        "noon": ("12",),
        "midday": ("12",),
        "midnight": ("12", "24", "0"),
        "teen": ("13", "19"),
        "teens": ("13", "19"),
    }
)
"""Words that may stand for a number without being one: they answer a number of the other side, and ask for
none."""


VAGUE_NL = MappingProxyType(
    {
        "tientallen": 10,
        "honderden": 100,
        "duizenden": 10**3,
        "tienduizenden": 10**4,
        "honderdduizenden": 10**5,
        "miljoenen": 10**6,
        "miljarden": 10**9,
    }
)
VAGUE_EN = MappingProxyType(
    {
        "tens": 10,
        "dozens": 10,
        "hundreds": 100,
        "thousands": 10**3,
        "millions": 10**6,
        "billions": 10**9,
    }
)
"""Numbers of which only the size is told."""
_SIZES = MappingProxyType({**VAGUE_NL, "eeuwen": 100})
LARGEST = 10**18
"""The largest that has a name here. "Miljarden miljarden" without end is no number."""

_LONGEST_NL = 80
"""No cardinal below a million has more letters. "honderdhonderdhonderd" without end is none."""


@lru_cache(maxsize=4096)
def dutch_value(word: str) -> int | None:
    """The value of a Dutch cardinal below a million written as one word, without its article-like "een"."""
    if len(word) > _LONGEST_NL:
        return None
    if word in _NL_VALUES:
        return _NL_VALUES[word]
    for base, factor in (("duizend", 1000), ("honderd", 100)):
        before, found, after = word.partition(base)
        if not found:
            continue
        left = 1 if not before else dutch_value(before)
        right = 0 if not after else dutch_value(after)
        if right is None and after.startswith("en"):
            right = dutch_value(after[2:]) if len(after) > 2 else None
        if left is None or right is None or right >= factor:
            return None
        return left * factor + right
    return None


@lru_cache(maxsize=4096)
def dutch_ordinal(word: str) -> int | None:
    """ "vierde" is 4, "eenentwintigste" is 21."""
    if word in _NL_IRREGULAR:
        return _NL_IRREGULAR[word]
    for ending in ("ste", "de"):
        if word.endswith(ending):
            value = dutch_value(word.removesuffix(ending))
            if value is not None:
                return value
            for irregular, last in _NL_IRREGULAR.items():
                head = word.removesuffix(irregular)
                base = dutch_value(head) if head != word and head else None
                if base is not None and base % 100 == 0:
                    return base + last
    return None


@lru_cache(maxsize=4096)
def dutch_prefix(word: str) -> int | None:
    """The number a compound begins with: 5000 for "vijfduizendkoppige", 3 for "driedaagse"."""
    for end in range(min(len(word), 40) - 1, 2, -1):
        value = dutch_value(word[:end])
        if value is not None:
            return value
    return None


def dutch_size(word: str) -> int | None:
    """The size that a compound begins with: a million for "miljoenenfraude", 100 for "eeuwenoud"."""
    return next((size for vague, size in _SIZES.items() if word.startswith(vague)), None)


def dutch_times(word: str) -> int | None:
    """ "tweemaal" is 2."""
    return dutch_value(word.removesuffix("maal")) if word.endswith("maal") else None


def dutch_half(word: str) -> int | None:
    """The whole part of "tweeënhalf", "drieëneenhalve" or "anderhalf"; None for other words."""
    if word in ("anderhalf", "anderhalve"):
        return 1
    for ending in ("eneenhalf", "eneenhalve", "enhalf", "enhalve"):
        if word.endswith(ending):
            return dutch_value(word.removesuffix(ending))
    return None


def english_value(word: str) -> int | None:
    return _EN_VALUES.get(word)


def english_ordinal(word: str) -> int | None:
    """ "fourth" is 4; also the plural of a fraction, "thirds"."""
    return _EN_ORDINALS.get(word) or _EN_ORDINALS.get(word.removesuffix("s"))


def english_decade(word: str) -> int | None:
    """ "eighties" is 80."""
    return _DECADES.get(word)


def in_english(dutch: str) -> str | None:
    """The English of a cardinal up to twenty or a ten, or None."""
    return _DUTCH_TO_ENGLISH.get(dutch)


def about(size: int) -> set[str]:
    """What English may say for a Dutch size: "hundreds", "a hundred", "a dozen"."""
    return {f"some {size}", str(size)} | ({"12"} if size == 10 else set())
