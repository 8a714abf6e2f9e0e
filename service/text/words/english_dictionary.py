"""Which words are English, by pyspellchecker's dictionary and what can be formed of its words.

The dictionary is of American spelling and some years old; so British spellings, prefixes and compounds of
known words are let pass, and the common words that are younger than it are named here. A compound passes only
with a second word that English makes compounds with: any two words of the dictionary joined make "underhead"
and "valuepaling", which nobody writes but a small model.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spellchecker import SpellChecker

from service.text.visible import without_accents
from service.text.words.lexicon import word_set

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
    "|ultra|vice)(?=[a-z]{4})|^un(?=[a-z]{2,}(?:ed|en|ing|[aei]ble|al|ly|ful|ive|ous|ic|y)$)"
)
_COMPOUND: Final = re.compile(
    r"(?!under|being|where|with|from|have|this|that|they)([a-z]{3,})(?:back|balls?|board(?:s|ing)?|books?|calls?|care|country|frames?|friendly|go(?:er|ers|ing)"
    r"|keep(?:er|ers|ing)|light|lines?|mak(?:er|ers|ing)|mates?|members?|owners?|proof|room|running|space|time|wares?|wear|wide"
    r"|word|workers?|worthy)"
)
"""Compounds with a word that English makes new ones with, and never Dutch: timeframe, crewmember."""
_COMPOUNDED_OFTEN: Final = 2000
"""How often the first word of such a compound occurs in the dictionary's texts; names and chips of words are
rarer, and what a model makes up with them ("hansmates") is no compound."""
_FILLER: Final = 50
"""The count of what the dictionary lists without having met it, words of other languages among them."""
_LEARNED: Final = re.compile(r"\w+(?:gram|graph|scope|ist|ism|ology|itis|osis)s?")
"""What the sciences of both languages share."""
_YOUNGER: Final = word_set(
    "app apps blockchain chatbot chatbots coronavirus crowdfunding dashcam deepfake emoji emojis"
    " etc fintech hashtag hashtags hijab influencer influencers livestream lockdown lockdowns malware maths"
    " lgbt lgbti lgbtq"
    " barista baristas bitcoin bitcoins covid cryptocurrency cryptocurrencies cybersecurity der homebuyer"
    " homebuyers islamophobia kerb kerbs livestreams monkeypox mpox norovirus paywall playlist playlists"
    " podcaster podcasters polder polders pyjama"
    " mph plc podcasts pyjamas ransomware selfie selfies smartphone smartphones smartwatch"
    " tech tyres vape vapes vaping vlog vlogger vloggers vlogs wifi"
)
"""The dictionary lists "polder", but has not met it, so that alone it would be a word left in Dutch."""


def load() -> None:
    """Read the dictionary now, which takes a third of a second, and not with the first text."""
    _dictionary()


@cache
def _dictionary() -> dict[str, int]:
    """Each word with how often the dictionary's texts have it."""
    frequencies: dict[str, int] = SpellChecker(language="en", distance=1).word_frequency.dictionary
    return {**frequencies, **dict.fromkeys(_YOUNGER, _COMPOUNDED_OFTEN)}


def is_listed(word: str) -> bool:
    return word in _dictionary() or without_accents(word) in _dictionary()


def is_common(word: str) -> bool:
    """Whether the dictionary has met it: what it merely lists may be of another language ("reis")."""
    count = _dictionary().get(word, 0)
    learned = word != without_accents(word) or _LEARNED.fullmatch(word) is not None
    return count > _FILLER or (is_listed(word) and learned)


def is_prefix(word: str) -> bool:
    """Whether it stands before other words, as multi does in multi-day."""
    return _PREFIX.sub("", word + "word") == "word"


def is_spelt(word: str) -> bool:
    """Whether it is listed in American spelling, or with a prefix."""
    known, american = _dictionary(), word
    for pattern, spelling in _AMERICAN:
        american = pattern.sub(spelling, american)
        if pattern.sub(spelling, word) in known:
            return True
    return is_listed(word) or american in known or _PREFIX.sub("", word) in known


def is_formed(word: str) -> bool:
    """Whether it is listed, or formed of what is."""
    if is_spelt(word):
        return True
    compound = _COMPOUND.fullmatch(word)
    return compound is not None and _dictionary().get(compound[1], 0) >= _COMPOUNDED_OFTEN
