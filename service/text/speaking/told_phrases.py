"""Noun phrases of people in a story told aloud: "die meneer van de bank", "mijn mecanicien"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Token
from service.text.words.cues import cues_of
from service.text.words.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, word_set
from service.text.words.voices import is_human

_FAMILY: Final = word_set("pa ma papa mama opa oma vader moeder pap mam")
_OWNERS: Final = word_set("mijn m'n onze ons zijn haar hun die deze een één eén de het zo'n")
_MINE: Final = word_set("mijn m'n")
_NO_PERSON_OF_MINE: Final = word_set(
    "gevoel hart hoofd verstand lichaam lijf telefoon horloge boodschap advies vraag antwoord idee reactie"
    " eerste laatste enige conclusie motto buik geweten"
)
LONGEST_PHRASE: Final = 4
"""Words from "die" to the noun."""


def says(word: str) -> bool:
    """Whether a finite verb says something by itself."""
    return any(cue.kind == "speech" and not cue.participle and not cue.particles for cue in cues_of(word))


def name_behind(tokens: Sequence[Token], end: int) -> str:
    """Yusra Bel, in "Mijn opvolger, Yusra Bel, zei"; empty where no name stands between commas."""
    stop = end + 1
    while stop < len(tokens) and tokens[stop].capital:
        stop += 1
    apposed = [t.text for t in (*tokens[end : end + 1], *tokens[stop : stop + 1])] == [",", ","]
    return " ".join(t.text for t in tokens[end + 1 : stop]) if apposed and stop > end + 1 else ""


def spoken_phrase(tokens: Sequence[Token]) -> str:
    """A phrase as it reads inside a sentence, without an age: "mijn moeder" for "Mijn moeder van 91"."""
    aged = (
        len(tokens) > 3
        and tokens[0].lower in _MINE
        and tokens[-2].lower == "van"
        and tokens[-1].text.isdecimal()
    )
    return " ".join([tokens[0].lower, *[t.text for t in (tokens[1:-2] if aged else tokens[1:])]])


def phrase_end(tokens: Sequence[Token], i: int) -> int:
    """Where a noun phrase of somebody ends that begins at token ``i``; ``i`` if none does."""
    words = [t.lower for t in tokens[i : i + LONGEST_PHRASE + 4]]
    if words[0] in _FAMILY:
        return i + 1
    if words[0] == "iemand":
        return i + 1
    if words[0] == "iedereen":  # "Iedereen op kantoor zei:"
        placed = words[1:2] and words[1] in PREPOSITIONS
        return i + next((k for k, word in enumerate(words) if k and (says(word) or not placed)), len(words))
    if words[0] in ("een", "één") and words[1:3] in (["van", "hen"], ["van", "ons"]):
        return i + 3
    if words[0] not in _OWNERS:
        return i
    if words[2:4] in (["van", "me"], ["van", "mij"]):
        return i + 4
    for j, word in enumerate(words[1 : 1 + LONGEST_PHRASE], start=1):
        if word in CONJUNCTIONS | PREPOSITIONS | AUXILIARIES or not word[:1].isalpha():
            return i
        if is_human(word) and not _only_describes(words[j : j + 2]):
            return i + _with_place(words, j + 1)
    mine = words[0] in _MINE and len(words) > 1 and words[1] not in _NO_PERSON_OF_MINE
    alone = mine and (len(words) == 2 or says(words[2]) or words[2] in ADVERBS)
    return i + 2 if alone and words[1].isalpha() and not says(words[1]) else i  # "mijn mecanicien zei"


def _only_describes(words: Sequence[str]) -> bool:
    """Whether the first word may describe the person named by the next: "de bekende dokter"."""
    return len(words) > 1 and words[0].endswith("e") and is_human(words[1]) and not cues_of(words[1])


def _with_place(words: Sequence[str], end: int) -> int:
    """ "die meneer van de klantenservice", "een jongen uit de buurt", "een vriend van me"."""
    behind = words[end : end + 3]
    if behind[:1] == ["van"] and behind[1:2] and behind[1].isdecimal():
        return end + 2  # "mijn moeder van 91"
    if behind[:1] in (["van"], ["uit"]) and behind[1:2] in (["me"], ["mij"], ["ons"]):
        return end + 2
    if behind[:1] in (["van"], ["uit"]) and behind[1:2] in (["de"], ["het"], ["mijn"]) and len(behind) == 3:
        return end + 3
    return end
