"""Who can speak: names, roles and pronouns as they stand in the reporter's words.

A mention is read from left to right at a given token: a pronoun, a name, or a noun phrase with what belongs
to it ("de Russische minister van Buitenlandse Zaken Sergej Lavrov", "een van de oprichters, Anne Veenstra").
There is no tagger underneath: Dutch adjectives before a noun end in -e, names have capitals, and the function
words are a closed class, which is enough for the phrases that stand next to a verb of saying.

What is returned as speaker: the name without its role, in the fullest form that the article gives; a person
without a name as the phrase that describes him ("een woordvoerder van de politie"); a body with its noun
where the name alone would be a place ("de gemeente Utrecht").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from service.text.attached import apposed_name, attached, is_placed, is_wearing, where_from
from service.text.cues import cues_of
from service.text.frames import Token
from service.text.given_names import is_first_name
from service.text.heads import is_finite_cue, is_modifier, is_the_other, is_verb_before_somebody, read_head
from service.text.lexicon import (
    DETERMINERS,
    PARTICLES_OF_NAMES,
    STARTERS,
    SUBJECT_PRONOUNS,
    word_set,
)
from service.text.naming import (
    ACRONYM,
    NATIONAL,
    POSSESSIVE,
    Casing,
    is_function,
    read_name,
    text_of,
    token_at,
)
from service.text.quantities import quantity_end
from service.text.roles import COUNTS, FIRM, NUMERALS, PEOPLES, PLACE_BODIES
from service.text.voices import BODY, is_human

_ATTACHING: Final = word_set("van bij uit voor namens aan")
_SINGULAR: Final = (
    *("ares", "eres", "mens", "ss", "as", "is", "us", "arts"),
    *("jongen", "spits", "gids", "prins", "keten", "christen", "schepen", "prinses", "barones"),
)
"""Endings of singular nouns that look like a plural."""
_RESIDENTS: Final = word_set(
    "bewoners buurtbewoners inwoners omwonenden leerlingen studenten medewerkers werknemers supporters fans"
)
"""What stands behind them is a place or a body, not who they are: "bewoners Dorpsstraat"."""
_ORIGIN: Final = re.compile(r"[a-z](?:aan|er|ees|iër|ein|man)$")
_ACADEMIC: Final = re.compile(r"(?:hoogleraar|docente?|lector|studente?|onderzoeks?t?er|professor|loog)$")
_SAINTS: Final = word_set("Sint Saint San Santa Santo King Queen Villa Van De Den Von El Al St")
_PATRONYMIC: Final = word_set("Ben Bin Abu")
"""Given names that are the first half of a surname too: "Souad Ben Yahia"."""
_MOST_MODIFIERS: Final = 20
"""More words in a row before a noun are a table; read to its end from each of them, it takes seconds."""


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
    """A description that a relative clause tells from others: "De boer die zijn land verpacht"."""
    closing: bool = False
    """A pronoun in ", zegt hij.": who tells the sentence, not whom its first clause is about."""


def read_mention(tokens: Sequence[Token], i: int, casing: Casing) -> Mention | None:
    """The mention that starts at token ``i``, or None."""
    token = token_at(tokens, i)
    if token is None or token.kind != "word":
        return None
    if token.lower in SUBJECT_PRONOUNS:
        conceded = any(t.lower in ("al", "terwijl", "hoewel") for t in tokens[max(0, i - 2) : i])
        whom = "hij" if token.lower.startswith("hij") else "zij"
        closes = token_at(tokens, i + 1) is None or tokens[i + 1].kind != "word"
        closing = i > 1 and closes and tokens[i - 2].text == "," and bool(cues_of(tokens[i - 1].text))
        return Mention(i, i + 1, token.lower, pronoun=whom, conceded=conceded, closing=closing)
    if token.lower == "iemand":
        aged = [t.text for t in tokens[i + 1 : i + 3]]
        end = i + 3 if len(aged) == 2 and aged[0] == "van" and aged[1].isdecimal() else i + 1
        if end == i + 1 and i and cues_of(tokens[i - 1].text):
            end += where_from(tokens, end)  # "roept iemand achter het hek"
        return Mention(i, end, _phrase(tokens, i, end), role="mens")
    if token.lower == "de" and (end := _rank_end(tokens, i)):
        return Mention(i, end, _phrase(tokens, i, end), role="sporter", definite=True)
    if (end := quantity_end(tokens, i)) > i:
        phrase = text_of(tokens[i:end])
        phrase = phrase[0].lower() + phrase[1:]
        return Mention(i, end, phrase, role="mensen", definite=True, plural=True)
    if token.lower in ("een", "de") and is_the_other(tokens, i):
        return Mention(i, i + 2, _phrase(tokens, i, i + 2), role="mens", definite=token.lower == "de")
    if (
        i == 0
        and token.lower == "die"
        and (t := token_at(tokens, 1))
        and (is_finite_cue(t) or t.lower in ("heeft", "had"))
    ):
        return Mention(i, i + 1, token.lower, pronoun="die")
    j, determiner = i, ""
    surname_end = (
        read_name(tokens, i, casing) if token.lower in PARTICLES_OF_NAMES and token.text[0].isupper() else i
    )
    after = token_at(tokens, i + 1)
    if surname_end > i and (
        token.lower not in ("de", "het") or (after and token.text == "De" and after.text in casing.surnames)
    ):
        return _with_apposition(tokens, i, surname_end, i, surname_end, "", casing)
    if (
        POSSESSIVE.search(token.text)
        and token.capital
        and (t := token_at(tokens, i + 1))
        and t.kind == "word"
        and not t.capital
        and not is_function(t)
        and not cues_of(t.text)
    ):
        determiner = "zijn"
        j += 1
    elif token.lower in DETERMINERS and not (token.capital and casing.is_name(tokens, i)):
        determiner = token.lower
        j += 1
        if determiner in ("dat", "dit") and is_verb_before_somebody(tokens, j):
            return None
        if determiner in ("een", "één") and (t := token_at(tokens, j)) and t.lower == "van":
            return _one_of(tokens, i, j, casing)
    start = j
    while (t := token_at(tokens, j)) and t.kind == "word" and is_modifier(tokens, j, determiner, casing):
        j += 1
        if j - start > _MOST_MODIFIERS:
            return None
    head_start = j
    j = read_head(tokens, j, start, determiner, casing)
    role = text_of(tokens[head_start:j]).casefold().removeprefix("de ")  # "De Graafschap-spits"
    name_start = j
    name_end = read_name(tokens, j, casing)
    if not role and name_end == j:
        return None
    if name_end > name_start:
        if role.split("-")[-1].split(" ")[0] in PLACE_BODIES:
            also = tokens[name_end : name_end + 2]
            if role == "inspectie" and len(also) == 2 and also[0].lower == "en" and also[1].capital:
                name_end += 2  # "de Inspectie Gezondheidszorg en Jeugd"
            return Mention(i, name_end, _phrase(tokens, i, name_end), role=role, definite=True)
        one = name_end == name_start + 1 and [t.lower for t in tokens[name_end : name_end + 1]] != ["en"]
        if (
            (role in _RESIDENTS or role.endswith("bewoners"))
            and one
            and not is_first_name(tokens[name_start].text)
        ):
            return Mention(i, name_end, _phrase(tokens, i, name_end), role=role, plural=True)
        firm = BODY.search(role) or FIRM.search(role)
        if (
            name_end == name_start + 1
            and ACRONYM.match(tokens[name_start].text)
            and is_human(role)
            and not firm
        ):
            return Mention(i, name_end, _phrase(tokens, i, name_end), role=role)  # "voorzitter FNV"
        if head_start > start and not role and not determiner:
            start = head_start
        return _with_apposition(tokens, i, name_end, name_start, name_end, role, casing)
    return _described(tokens, i, j, head_start, role, determiner, casing)


def _rank_end(tokens: Sequence[Token], i: int) -> int:
    """The end of "de nummer vier" or "de nummer 38 van de wereld"; 0 for another "nummer"."""
    number = token_at(tokens, i + 2)
    if [t.lower for t in tokens[i + 1 : i + 2]] != ["nummer"] or number is None:
        return 0
    if not (number.text.isdecimal() or number.lower in COUNTS | NUMERALS):
        return 0
    ranked = [t.lower for t in tokens[i + 3 : i + 5]] == ["van", "de"] and token_at(tokens, i + 5)
    return i + (6 if ranked else 3)


def _one_of(tokens: Sequence[Token], i: int, j: int, casing: Casing) -> Mention | None:
    inner = read_mention(tokens, j + 1, casing)
    comma = token_at(tokens, j + 2)
    if (t := token_at(tokens, j + 1)) and t.lower in ("hen", "hun") and comma and comma.text == ",":
        one = read_mention(tokens, j + 3, casing)  # "Een van hen, een buurvrouw, zag hem"
        if one is not None and one.name:
            return replace(one, start=i)
        closing = token_at(tokens, one.end) if one is not None else None
        if one is not None and not one.name and closing is not None and closing.text == ",":
            return Mention(i, one.end + 1, one.phrase, role=one.role)
    if inner is None:
        number = token_at(tokens, j + 2)
        several = token_at(tokens, j + 1)
        of_four = (
            number and number.lower in DETERMINERS and several and several.lower in ("de", "deze", "die")
        )
        end = j + 3 if of_four else j + 2  # "een van de vier", but "een van hen het"
        return Mention(i, end, _phrase(tokens, i, end)) if token_at(tokens, j + 1) else None
    end = inner.end
    if inner.name:
        return Mention(i, end, _phrase(tokens, i, end), name=inner.name, role=inner.role)
    if (name := apposed_name(tokens, end, casing)) is not None:
        return Mention(
            i,
            min(name[1] + 1, len(tokens)),
            _phrase(tokens, i, end),
            name=_name(tokens, *name),
            role=inner.role,
        )
    return Mention(i, end, _phrase(tokens, i, end), role=inner.role)


def _described(
    tokens: Sequence[Token], i: int, j: int, head: int, role: str, determiner: str, casing: Casing
) -> Mention:
    end = j
    said = any(cues_of(t.text) for t in tokens[max(0, i - 2) : i])
    told = i > 0 and bool(cues_of(tokens[i - 1].text))
    for _ in range(2):
        preposition = token_at(tokens, end)
        worn = is_wearing(tokens, end) or (where_from(tokens, end) if said else 0)
        if determiner == "een" and is_human(role) and worn:
            end += worn
            break
        if [t.lower for t in tokens[end : end + 3]] == ["van", "in", "de"] and token_at(tokens, end + 3):
            end += 4  # "een vrouw van in de zeventig"
            break
        if determiner in ("een", "zijn", "haar") and is_human(role) and (placed := is_placed(tokens, i, end)):
            end += placed
            break
        if preposition is None or preposition.lower not in _ATTACHING:
            break
        if preposition.lower == "aan" and told and not _ACADEMIC.search(role):
            break  # "vertelt een ooggetuige aan Omroep West", but "zegt een hoogleraar aan de TU"
        if preposition.lower == "voor" and not any(t.capital for t in tokens[end + 1 : end + 3]):
            break  # "de chauffeur voor zijn caravan", "de minister voor aanvang van de raad"
        if preposition.lower == "bij" and not any(t.capital for t in tokens[end + 1 : end + 3]):
            break
        stop, name = attached(tokens, end + 1, casing)
        if stop == end + 1:
            break
        if name:
            own = head if is_human(role.split(" ")[0]) else end + 1  # "voeten van De Eland-spits Bos"
            role_text = text_of(tokens[own : name[0]]).casefold().removeprefix("de ")
            return Mention(i, name[1], _phrase(tokens, i, stop), name=_name(tokens, *name), role=role_text)
        end = stop
    role_text = text_of(tokens[head:end]).casefold()
    if [t.text for t in tokens[end : end + 1]] == ["("] and [t.text for t in tokens[end + 2 : end + 3]] == [
        ")"
    ]:
        stop = read_name(tokens, end + 3, casing)
        if stop > end + 3 and not is_function(tokens[end + 3]):  # "advocaat bij het Hof (ICH) De Boer"
            full = _name(tokens, end + 3, stop)
            return Mention(i, stop, _phrase(tokens, i, end), name=full, role=role_text, definite=True)
    name_span = apposed_name(tokens, end, casing)
    if name_span is not None:
        closing = token_at(tokens, name_span[1])
        comma = closing is not None and closing.text != "("  # "De oudste, Layan (12), heeft"
        return Mention(
            i,
            name_span[1] + comma,
            _phrase(tokens, i, end),
            name=_name(tokens, *name_span),
            role=role_text,
        )
    definite = determiner in ("de", "het", "deze", "dit", "die", "dat") or not determiner
    told_apart = i == 0 and determiner == "de" and [t.lower for t in tokens[end : end + 1]] == ["die"]
    noun = role.split(" ")[0]
    plural = noun.endswith(("en", "s")) and determiner not in ("een", "het") and not noun.endswith(_SINGULAR)
    return Mention(
        i,
        end,
        _phrase(tokens, i, end),
        role=role_text,
        definite=definite,
        plural=plural,
        told_apart=told_apart,
    )


def _with_apposition(
    tokens: Sequence[Token], i: int, end: int, name_start: int, name_end: int, role: str, casing: Casing
) -> Mention:
    first = tokens[name_start].text
    second = token_at(tokens, name_start + 1)
    national = NATIONAL.match(first) and name_end - name_start == 3 and _is_of_a_person(tokens, name_end)
    origin = first in PEOPLES or bool(_ORIGIN.search(first) or national)
    by_origin = i == name_start - 1 and tokens[i].lower == "de" and second is not None and second.capital
    if origin and by_origin and name_end - name_start > 2:
        role, name_start = role or first.casefold(), name_start + 1  # "de Deen Mikkel Thorsager"
    elif _is_adjective_of(tokens, name_start, name_end) and not role:
        role, name_start = first.casefold(), name_start + 1  # "Syrische Amira"
    elif not is_first_name(first) and first not in _SAINTS:
        for m in range(name_start + 1, name_end - 1):
            if is_first_name(tokens[m].text) and tokens[m].text not in _PATRONYMIC:
                role = role or text_of(tokens[name_start:m]).casefold()
                name_start = m
                break
    name = _name(tokens, name_start, name_end)
    return Mention(i, end, _phrase(tokens, i, end), name=name, role=role, definite=True)


def _is_adjective_of(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Syrische Amira", not "Ilse Carla"."""
    first = tokens[start].text
    national = NATIONAL.match(first) and not is_first_name(first)
    return bool(national) and end - start == 2 and is_first_name(tokens[start + 1].text)


def _is_of_a_person(tokens: Sequence[Token], name_end: int) -> bool:
    """Whether the two words before ``name_end`` are "Paige Holloway", not "Publieke Omroep"."""
    return is_first_name(tokens[name_end - 2].text) and BODY.search(tokens[name_end - 1].lower) is None


def _name(tokens: Sequence[Token], start: int, end: int) -> str:
    name = POSSESSIVE.sub("", text_of(tokens[start:end]))
    stop = token_at(tokens, end)
    cut = end - start > 1 and len(tokens[end - 1].text) == 1 and stop is not None and stop.text == "."
    return name + "." if cut else name  # "Dennis K.", at the end of a sentence too


def _phrase(tokens: Sequence[Token], start: int, end: int) -> str:
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
        phrase = phrase[0].lower() + phrase[1:]
    return phrase
