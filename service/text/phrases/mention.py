"""A mention of somebody who can speak, and how its phrase and its name are read off the tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.text.phrases.attached import apposed_name, attached, is_placed, is_wearing, where_from
from service.text.phrases.casing import ACRONYM, LANDS, NATIONAL, Casing, is_function
from service.text.phrases.frames import Token
from service.text.phrases.naming import POSSESSIVE, read_name, text_of, token_at
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import STARTERS, word_set
from service.text.words.roles import ATTACHING, PEOPLES, PLURAL, head_of, noun_of
from service.text.words.voices import BODY, is_human

_SINGULAR: Final = (
    *("ares", "eres", "mens", "ss", "as", "is", "us", "arts"),
    *("jongen", "kampioen", "spits", "gids", "prins", "keten", "christen", "schepen", "prinses", "barones"),
)
"""Endings of singular nouns that look like a plural."""
_STATE: Final = re.compile(
    r"(?:[a-z]ende|eerde|elde|ige|lijke|bare|loze)$|^(?:Boze|Blije|Trotse|Kwade|Bange|Nuchtere|Felle|Dolle)$"
)
_ORIGIN: Final = re.compile(r"[a-z](?:aan|er|ees|iër|ein|man)$")
_ACADEMIC: Final = re.compile(r"(?:hoogleraar|docente?|lector|studente?|onderzoeks?t?er|professor|loog)$")
_SAINTS: Final = word_set("Sint Saint San Santa Santo King Queen Villa Van De Den Von El Al St")
_PATRONYMIC: Final = word_set("Ben Bin Abu")
"""Given names that are the first half of a surname too: "Souad Ben Yahia"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``start`` to ``end`` of a frame. ``name`` and ``pronoun`` are empty where there is none."""

    start: int
    end: int
    phrase: str
    name: str = ""
    role: str = ""
    """The head noun and what belongs to it, in lower case: "minister van buitenlandse zaken"."""
    pronoun: str = ""
    definite: bool = False
    plural: bool = False
    conceded: bool = False
    """A pronoun behind "al", "terwijl" or the like: of whom the sentence begins with."""
    told_apart: bool = False
    """Of one among several: "De boer die zijn land verpacht"; nobody who was spoken of without a name."""
    closing: bool = False
    """A pronoun in ", zegt hij.": who tells the sentence, not whom its first clause is about."""

    @property
    def head(self) -> str:
        """The head noun alone: "cda-lid" of "cda-lid van de raad"."""
        return head_of(self.role)

    @property
    def noun(self) -> str:
        """The head noun without what it is compounded with: "lid"."""
        return noun_of(self.role)


def pronoun_at(start: int, word: str) -> Mention:
    """The mention that a pronoun is: "hij" for "hem" and "zijn", else "zij"."""
    return Mention(start, start + 1, word, pronoun="hij" if word in ("hij", "hem", "zijn") else "zij")


def is_somebody(mention: Mention) -> bool:
    """Whether a mention is of a person, a group or a body: by a name, a pronoun, or its noun."""
    return bool(mention.name or mention.pronoun) or is_human(mention.noun)


_PRESS: Final = re.compile(r"(?:persagentschap|persbureau|krant|omroep|zender|redactie)$")


def described(
    tokens: Sequence[Token], i: int, j: int, head: int, role: str, determiner: str, casing: Casing
) -> Mention:
    """The mention that a noun is, with what is attached to it, from token ``i``; its noun ends at ``j``."""
    end = j
    for _ in range(2):
        if (look_end := _look_end(tokens, i, end, role, determiner)) > end:
            end = look_end
            break
        if not _is_attached(tokens, i, end, role):
            break
        several = PLURAL.search(head_of(role)) is not None
        stop, name = attached(tokens, end + 1, casing, several=several)
        if stop == end + 1:
            break
        if name:
            own = head if is_human(head_of(role)) else end + 1  # "voeten van De Eland-spits Bos"
            role_text = text_of(tokens[own : name[0]]).casefold().removeprefix("de ")
            return Mention(
                i, name[1], phrase_of(tokens, i, stop), name=name_of(tokens, *name), role=role_text
            )
        end = stop
    role_text = text_of(tokens[head:end]).casefold()
    named = _named_behind(tokens, i, end, role_text, casing)
    if named is not None:
        return named
    noun = head_of(role)
    several = noun.endswith(("en", "s")) and not noun.endswith(_SINGULAR)
    return Mention(
        i,
        end,
        phrase_of(tokens, i, end),
        role=role_text,
        definite=determiner in ("de", "het", "deze", "dit", "die", "dat") or not determiner,
        plural=several and determiner not in ("een", "het"),
        told_apart=i == 0 and determiner == "de" and [t.lower for t in tokens[end : end + 1]] == ["die"],
    )


def _look_end(tokens: Sequence[Token], i: int, end: int, role: str, determiner: str) -> int:
    """The end of how somebody without a name looks, how old he is or where he stands; else ``end``."""
    somebody = is_human(role)
    if determiner == "een" and somebody:
        said = any(cues_of(t.text) for t in tokens[max(0, i - 2) : i])
        worn = is_wearing(tokens, end) or (where_from(tokens, end) if said else 0)
        if worn:
            return end + worn
    if [t.lower for t in tokens[end : end + 3]] == ["van", "in", "de"] and token_at(tokens, end + 3):
        return end + 4  # "een vrouw van in de zeventig"
    placed = determiner in ("een", "zijn", "haar") and somebody
    return end + is_placed(tokens, i, end) if placed else end


def _is_attached(tokens: Sequence[Token], i: int, end: int, role: str) -> bool:
    """Whether the preposition at ``end`` belongs to the noun before it, and not to the verb."""
    preposition = token_at(tokens, end)
    if preposition is None or preposition.lower not in ATTACHING:
        return False
    following = [t.lower for t in tokens[end + 1 : end + 2]]
    if preposition.lower == "aan":
        press = any(_PRESS.search(t.lower) for t in tokens[end + 1 : end + 4])
        told = i > 0 and bool(cues_of(tokens[i - 1].text))
        busy = following == ["het"]  # "komt de arts aan het woord"
        # "vertelt een ooggetuige aan Omroep West", but "zegt een hoogleraar aan de TU"
        return not (press or ((told or busy) and not _ACADEMIC.search(role)))
    if preposition.lower == "uit":
        return following not in (["zijn"], ["haar"])  # "rukt de verdachte uit zijn verband"
    if preposition.lower in ("voor", "bij"):
        # "de chauffeur voor zijn caravan", "de minister voor aanvang van de raad"
        return any(t.capital for t in tokens[end + 1 : end + 3])
    return True


def _named_behind(tokens: Sequence[Token], i: int, end: int, role: str, casing: Casing) -> Mention | None:
    """Somebody whose name follows what he is, behind brackets or between commas."""
    brackets = [t.text for t in tokens[end : end + 3 : 2]] == ["(", ")"]
    stop = read_name(tokens, end + 3, casing) if brackets else 0
    if stop > end + 3 and not is_function(tokens[end + 3]):  # "advocaat bij het Hof (ICH) De Boer"
        full = name_of(tokens, end + 3, stop)
        return Mention(i, stop, phrase_of(tokens, i, end), name=full, role=role, definite=True)
    span = apposed_name(tokens, end, casing)
    if span is None:
        return None
    closing = token_at(tokens, span[1])
    comma = closing is not None and closing.text != "("  # "De oudste, Layan (12), heeft"
    return Mention(i, span[1] + comma, phrase_of(tokens, i, end), name=name_of(tokens, *span), role=role)


def with_apposition(
    tokens: Sequence[Token], i: int, end: int, name_start: int, name_end: int, role: str
) -> Mention:
    first = tokens[name_start].text
    second = token_at(tokens, name_start + 1)
    national = NATIONAL.match(first) and name_end - name_start == 3 and _is_of_a_person(tokens, name_end)
    origin = first in PEOPLES or bool(_ORIGIN.search(first) or national)
    by_origin = i == name_start - 1 and tokens[i].lower == "de" and second is not None and second.capital
    if origin and by_origin and name_end - name_start > 2:
        role, name_start = role or first.casefold(), name_start + 1  # "de Deen Mikkel Thorsager"
    elif i == name_start and name_end - name_start == 2 and second is not None and first.endswith("eër"):
        role, name_start = role or first.casefold(), name_start + 1  # "Eritreeër Yonas"
    elif first in LANDS and BODY.search(role) and name_end - name_start == 1 and tokens[i].capital:
        # "Patiëntenfederatie Nederland": the land is no name by itself
        return Mention(
            i, end, phrase_of(tokens, i, end), name=text_of(tokens[i:end]), role=role, definite=True
        )
    elif _is_adjective_of(tokens, name_start, name_end) and not role:
        role, name_start = first.casefold(), name_start + 1  # "Syrische Amira"
    elif i == name_start == 0 and name_end > 2 and _is_state(first) and tokens[1].text in ("Van", "De"):
        name_start = 1  # "Woedende Van Dijk"
    elif not is_first_name(first) and first not in _SAINTS:
        for m in range(name_start + 1, name_end - 1):
            if is_first_name(tokens[m].text) and tokens[m].text not in _PATRONYMIC:
                role = role or text_of(tokens[name_start:m]).casefold()
                name_start = m
                break
    name = name_of(tokens, name_start, name_end)
    return Mention(i, end, phrase_of(tokens, i, end), name=name, role=role, definite=True)


def _is_state(word: str) -> bool:
    """Whether a word tells how somebody is: "Woedende", not "Yente"."""
    return bool(_STATE.search(word)) and not is_first_name(word)


def _is_adjective_of(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Syrische Amira", not "Ilse Carla"."""
    first = tokens[start].text
    national = NATIONAL.match(first) and not is_first_name(first)
    return bool(national) and end - start == 2 and is_first_name(tokens[start + 1].text)


def _is_of_a_person(tokens: Sequence[Token], name_end: int) -> bool:
    """Whether the two words before ``name_end`` are "Paige Holloway", not "Publieke Omroep"."""
    return is_first_name(tokens[name_end - 2].text) and BODY.search(tokens[name_end - 1].lower) is None


def name_of(tokens: Sequence[Token], start: int, end: int) -> str:
    name = POSSESSIVE.sub("", text_of(tokens[start:end]))
    stop = token_at(tokens, end)
    cut = end - start > 1 and len(tokens[end - 1].text) == 1 and stop is not None and stop.text == "."
    return name + "." if cut else name  # "Dennis K.", at the end of a sentence too


def phrase_of(tokens: Sequence[Token], start: int, end: int) -> str:
    """The phrase as it reads inside a sentence: its first word in lower case unless that is a name."""
    phrase = text_of(tokens[start:end])
    first = tokens[start]
    if first.lower in STARTERS or (
        first.capital
        and not first.text[1:2].isupper()
        and is_human(first.lower)
        and not ACRONYM.match(first.text)
        and (start == 0 or tokens[start - 1].kind != "word")
    ):
        phrase = first.lower[0] + phrase[1:]
    return phrase
