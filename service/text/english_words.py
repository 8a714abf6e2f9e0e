"""Words of a translation that are no English: Dutch left standing, or words the model made up.

A small model writes "the majoor" or "a spacesonde" where it does not know the word. The dictionary is
pyspellchecker's, of American spelling and some years old; so British spellings, prefixes and compounds of
known words are let pass, and the common words that are younger than it are named here. Words with a capital
are names, which are checked elsewhere, but for the first of a sentence: that is Dutch if the Dutch has it in
small letters, or if it is a function word ("Wanneer"). A compound that stands in both languages
("PFAS-vervuiling") is Dutch if a part of it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from spellchecker import SpellChecker

from service.text.lexicon import STARTERS, word_set

_WORD: Final = re.compile(r"(?<![\w'’.@/#&-])[^\W\d_]{3,40}(?![\w'’@/-]|\.\w)")
_FIRST: Final = re.compile(r"(?:^|[.!?:]\s)[\W_]*+(?:([A-Z][a-z]{2,40})(?![\w'’-]))?")
"""Its match may hold no word: a run of marks is then passed over whole, not tried from each of them."""
_COMPOUND: Final = re.compile(r"(?<![\w'’.@/#&-])[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})+(?![\w'’@/-])")
_AMERICAN: Final = (
    (re.compile(r"our"), "or"),
    (re.compile(r"(?<=[iy])s(?=[aei])"), "z"),
    (re.compile(r"re(?=[sd]?$)"), "er"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"l(?=ment|ful|s?$)"), "ll"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"ence"), "ense"),
    (re.compile(r"mme"), "m"),
    (re.compile(r"oeu"), "eu"),
    (re.compile(r"^sc(?=ep)"), "sk"),
    (re.compile(r"(?<=al)lery|ellery"), "elry"),
    (re.compile(r"ould"), "old"),
    (re.compile(r"aught"), "aft"),
    (re.compile(r"cheque"), "check"),
    (re.compile(r"inium"), "inum"),
)
_PREFIX: Final = re.compile(
    "^(?:anti|auto|bio|co|counter|cyber|eco|electro|geo|hydro|hyper|inter|intra|macro|mega|micro|mid|mini|mis"
    "|mono|multi|nano|neo|neuro|non|out|over|post|pre|pro|pseudo|re|semi|socio|sub|super|tele|thermo|trans"
    "|ultra|un|under|vice)(?=[a-z]{4})"
)
_SHORTEST_PART: Final = 4
"""Letters of a part of a compound: shorter ones make words of nearly anything."""
_YOUNGER: Final = word_set(
    "app apps blockchain chatbot chatbots coronavirus crowdfunding dashcam deepfake drone drones emoji emojis"
    " etc fintech hashtag hashtags hijab influencer influencers livestream lockdown lockdowns malware maths"
    " lgbt lgbti lgbtq"
    " barista baristas bitcoin bitcoins covid cryptocurrency cryptocurrencies cybersecurity der homebuyer"
    " homebuyers islamophobia kerb kerbs livestreams monkeypox mpox norovirus paywall playlist playlists"
    " podcaster podcasters polder polders pyjama"
    " mph plc podcast podcasts pyjamas ransomware selfie selfies smartphone smartphones smartwatch startup"
    " startups tech tyre tyres vape vapes vaping vlog vlogger vloggers vlogs wifi"
)


def foreign_words(nl: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of the English that are none: those that stand in the Dutch too, and the others; each once."""
    dutch = frozenset(_WORD.findall(nl))
    words = dict.fromkeys(word for word in _WORD.findall(en) if word.islower())
    left = [word for word in words if word in dutch and not _spelt(word)]
    begun = dutch | {word.lower() for word in _FIRST.findall(nl)} & STARTERS
    left += [word for word in _FIRST.findall(en) if word.lower() in begun and not _listed(word.lower())]
    compounds = set(_COMPOUND.findall(nl)).intersection(_COMPOUND.findall(en))
    left += sorted(compound for compound in compounds if any(map(_is_foreign_part, compound.split("-"))))
    return tuple(dict.fromkeys(left)), tuple(
        word for word in words if word not in dutch and not _formed(word)
    )


def _is_foreign_part(part: str) -> bool:
    return part.islower() and len(part) >= _SHORTEST_PART and not _formed(part)


def load() -> None:
    """Read the dictionary now, which takes a third of a second, and not with the first text."""
    _dictionary()


@cache
def _dictionary() -> frozenset[str]:
    checker = SpellChecker(language="en", distance=1)
    return frozenset(checker.word_frequency.words()) | _YOUNGER


def _listed(word: str) -> bool:
    return word in _dictionary() or _plain(word) in _dictionary()


def _plain(word: str) -> str:
    """Without its accents: cafe for café."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _spelt(word: str) -> bool:
    """Whether it is listed in American spelling, or with a prefix."""
    known, american = _dictionary(), word
    for pattern, spelling in _AMERICAN:
        american = pattern.sub(spelling, american)
        if pattern.sub(spelling, word) in known:
            return True
    return _listed(word) or american in known or _PREFIX.sub("", word) in known


def _formed(word: str) -> bool:
    """Whether it is listed, or formed of what is."""
    if _spelt(word):
        return True
    known = _dictionary()
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[:cut] in known and word[cut:] in known for cut in cuts)
