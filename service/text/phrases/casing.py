"""Which capitalised words of an article are names.

A capital at the start of a sentence says nothing, so the whole article is asked how it writes a word
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from service.text.phrases.frames import Frame, Token
from service.text.phrases.nouns import PREDICATES
from service.text.visible import without_accents
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    OTHER_PRONOUNS,
    PARTICLES_OF_NAMES,
    PREPOSITIONS,
    STARTERS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    VERB_FORM,
    word_set,
)
from service.text.words.roles import PLURAL
from service.text.words.voices import is_human

NATIONAL: Final = re.compile(r"^[A-Z][\w-]+(?:se|sche|ische|iaanse)$")
ACRONYM: Final = re.compile(r"^(?:[A-Z0-9&]{2,}|[A-Z][a-z]+[A-Z]\w*)$")
_DAY: Final = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|morgen|middag|avond|nacht)?"
)
LANDS: Final = word_set(
    "Nederland Vlaanderen België Duitsland Frankrijk Engeland Amerika Europa Oekraïne Rusland China"
)
_WITHOUT_ARTICLE: Final = word_set(
    "politie justitie defensie brandweer vader moeder opa oma coach trainer minister premier"
)


class Casing:
    """Which words of an article are names, judged by where else they stand with a capital or without."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._capital: set[str] = set()
        self._lower: set[str] = set()
        self.surnames: set[str] = set()
        """Names that stand behind a capital "De" inside a sentence: "minister De Jonge"."""
        self.alone: set[str] = set()
        """Words with a capital that have no other name and no particle of names beside them."""
        self.behind_van: set[str] = set()
        """Names that stand behind a capital "Van": "Van Dijk zegt"."""
        self.behind_te: set[str] = set()
        """Names that stand behind a given name and "te": "Dirk te Winkel"."""
        for frame in frames:
            if (name := _opening_name(frame)) is not None:
                self._capital.add(name)
            for i, token in enumerate(frame.tokens):
                if token.kind == "word":
                    beside = (*frame.tokens[max(0, i - 1) : i], *frame.tokens[i + 1 : i + 2])
                    if token.capital and i and frame.tokens[i - 1].text == "Van":
                        self.behind_van.add(token.text)
                    if token.capital and not any(t.capital or t.lower in PARTICLES_OF_NAMES for t in beside):
                        self.alone.add(token.text)
                    if not token.capital:
                        self._lower.add(token.lower)
                    elif i and frame.tokens[i - 1].kind == "word":
                        self._capital |= {token.text, token.text.partition("-")[0]}
                        particle, before = frame.tokens[i - 1].text, frame.tokens[max(0, i - 2)]
                        if particle == "De" and i > 1 and before.kind == "word":
                            self.surnames.add(token.text)
                        if particle == "te" and is_first_name(before.text):
                            self.behind_te.add(token.text)

    def is_known(self, word: str) -> bool:
        """Whether the article writes it with a capital inside a sentence too."""
        return word in self._capital

    def is_name(self, tokens: Sequence[Token], i: int) -> bool:
        token = tokens[i]
        if not token.capital:
            return False
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if (
            NATIONAL.match(token.text)
            and not is_first_name(token.text)
            and following
            and following.kind == "word"
            and not following.capital
            and not cues_of(following.text)
            and (token.text not in self._capital or following.lower not in STARTERS)
        ):
            return False
        state = i == 0 and token.lower in PREDICATES and not self.is_known(token.text)
        if state and following is not None and not following.capital:
            return False  # "Normaal gesproken", "Zwaar weegt dat hij zweeg"
        if token.lower.endswith("voudig") and (i == 0 or tokens[i - 1].kind != "word"):
            return False
        if _DAY.fullmatch(token.lower) and not self.is_known(token.text):
            return False
        if i == 0 and token.lower in DETERMINERS and following is not None and _is_noun(following):
            return False  # "Elke ochtend", but "Elke zegt"
        inside = i > 0 and (tokens[i - 1].kind == "word" or tokens[i - 1].text == ",")
        if inside or is_first_name(token.text):
            return i > 0 or token.lower not in AUXILIARIES or not (following and is_function(following))
        if (
            token.lower.endswith(("end", "aand"))
            and following is not None
            and following.lower in PREPOSITIONS
        ):
            return False  # "Voorafgaand aan het overleg"
        speaks = (
            following is None
            or following.text == ":"
            or any(not cue.plural and not cue.participle for cue in cues_of(following.text))
        )
        if token.text in self._capital and speaks:
            return True  # a surname like "Zeven"
        if token.lower in STARTERS or without_accents(token.lower) in STARTERS:
            return False
        if (
            token.text.endswith(("e", "isch", "eel"))
            and token.text not in self._capital
            and following
            and following.kind == "word"
            and not following.capital
            and is_human(following.lower)
        ):
            return False  # "Zwevende kiezers", "Ethisch hacker"
        if token.text in self._capital:
            return True
        if following and following.capital and not is_human(token.lower):
            return True
        if following and following.text in LANDS and PLURAL.search(token.lower):
            return True  # "Zorgverzekeraars Nederland"
        return not (token.lower in self._lower or is_human(token.lower) or cues_of(token.text))


def _opening_name(frame: Frame) -> str | None:
    """A name that looks like a common noun, which would have an article before it: "Kraker zegt ..."."""
    if len(frame.tokens) < 2:
        return None
    first, second = frame.tokens[:2]
    alone = first.capital and is_human(first.lower) and first.lower not in _WITHOUT_ARTICLE
    if alone and second.text == "(" and len(frame.tokens) > 2 and ACRONYM.match(frame.tokens[2].text):
        return first.text  # "Visser (VVD)"
    singular = any(not cue.plural and not cue.participle for cue in cues_of(second.text))
    return (
        first.text
        if alone and singular and not frame.heading and second.kind == "word" and not second.capital
        else None
    )


def _is_noun(token: Token) -> bool:
    low = token.lower
    if _DAY.fullmatch(low):
        return True
    if token.kind != "word" or token.capital or is_function(token) or cues_of(low):
        return False
    return is_human(low) or low.endswith("nacht") or not VERB_FORM.search(low)


def is_function(token: Token) -> bool:
    low = token.lower
    return (
        low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in SUBORDINATORS
        or low in AUXILIARIES
        or low in ADVERBS
        or low in OBJECT_PRONOUNS
        or low in SUBJECT_PRONOUNS
        or low in OTHER_PRONOUNS
        or low in DETERMINERS
    )
