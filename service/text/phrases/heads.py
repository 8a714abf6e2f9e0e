"""The head noun of a phrase, and what belongs to it before a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import LANDS, NATIONAL, Casing, is_function
from service.text.phrases.frames import Token
from service.text.phrases.modifiers import CAPITAL_ROLES, OF_A_PLACE, POSTURES
from service.text.phrases.naming import token_at
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import STARTERS, STRONG_PAST, VERB_FORM, word_set
from service.text.words.roles import FIRM, PLACE_BODIES, PLURAL
from service.text.words.voices import BODY, is_human

_NOUN_PAIRS: Final = word_set(
    "hoogleraar docent docente directeur leraar professor wethouder student onderzoeker expert"
    " manager hoofd officier lector deskundige dokter kandidaat lid specialist voorzitter"
    " adviseur"
)
_SUBJECTS: Final = word_set(
    "Nederlands Engels Frans Duits Spaans Italiaans Latijn Grieks Russisch Chinees Arabisch Fries Turks"
)
_TEACHERS: Final = word_set("docent docente leraar lerares student studente hoogleraar")
DEGREES: Final = word_set("mr. dr. ir. drs. ing. prof. ds. mr dr ir drs prof")
"""What stands between what somebody is and his name: "curator mr. Floris Bos"."""
_PAST: Final = re.compile(rf"(?:[cfhkpst]te|[bglmnrvwz]de(?<!kunde))$|{STRONG_PAST.pattern}")
""" "De voorzitter richtte zich": no field of his."""
_PARTICIPLE: Final = re.compile(r"ge\w{2,}[dt]$")
""" "had een nieuw lid gebeld": no field of his."""
_PARTICLES: Final = word_set("toe uit af op aan mee weer terug")
_QUANTITIES: Final = word_set("groep groepje aantal paar reeks handvol tiental honderdtal meerderheid deel")


def _with_field(tokens: Sequence[Token], j: int) -> int:
    """The end of "hoogleraar religieus erfgoed" before a name; ``j`` where there is no such thing."""
    k = j + 1
    language, name = token_at(tokens, k), token_at(tokens, k + 1)
    if tokens[j].lower in _TEACHERS and language and language.text in _SUBJECTS:
        return k + 1  # "docent Nederlands Jan Bos", "een lerares Engels"
    if tokens[j].lower not in _NOUN_PAIRS:
        return j
    of_a_land = language and (NATIONAL.match(language.text) or OF_A_PLACE.match(language.text))
    if of_a_land and name and not name.capital:
        k += 1  # "hoogleraar Slavische talen"
    while (t := token_at(tokens, k)) and k - j <= 3 and t.kind == "word" and not t.capital:
        if t.lower == "en" and k > j + 1:
            k += 1  # "hoogleraar recht en technologie Els Bos"
            continue
        at_once = (x := token_at(tokens, k + 1)) is not None and x.capital  # "De voorzitter bezocht Jan Bos"
        if is_function(t) or cues_of(t.text) or (at_once and k == j + 1 and _PAST.search(t.lower)):
            return j
        k += 1
    return k if k > j + 1 and (t := token_at(tokens, k)) and t.capital else j


def read_head(tokens: Sequence[Token], j: int, start: int, determiner: str, casing: Casing) -> int:
    """The end of the head noun at ``j``; ``j`` itself when a name follows at once or nothing does."""
    token = token_at(tokens, j)
    if token is None or token.kind != "word":
        return j
    if (field_end := _with_field(tokens, j)) > j:
        return field_end
    if token.capital:
        return _capital_head_end(tokens, j, determiner, casing)
    if not _may_be_a_head(tokens, j, start, determiner):
        return j
    if _has_a_noun_behind(tokens, j):
        return j + 2
    after = token_at(tokens, j + 1)
    if token.lower in _QUANTITIES and after and after.lower.endswith(("en", "s")) and not is_function(after):
        return j + 2 if not cues_of(after.text) else j + 1
    return _end_before_a_name(tokens, j)


def _capital_head_end(tokens: Sequence[Token], j: int, determiner: str, casing: Casing) -> int:
    """The end of a head noun that begins with a capital; ``j`` where that is a name."""
    token, after = tokens[j], token_at(tokens, j + 1)
    if after is not None and after.capital and not is_first_name(token.text):
        noun = _noun_of_compound(after)
        if noun.islower() and is_human(noun):
            return j + 2  # "Gewoon Lokaal-raadslid Smit"
    third, fourth = token_at(tokens, j + 2), token_at(tokens, j + 3)
    if after and after.lower == "en" and third and is_human(third.lower) and fourth and fourth.capital:
        both = is_human(token.lower) and not third.capital
        return j + 3 if both else j  # "Kinderarts en onderzoeker Smit"
    if (party_end := _party_end(tokens, j)) > j:
        return party_end
    if after and after.text in LANDS and PLURAL.search(token.lower):
        return j  # "Zorgverzekeraars Nederland"
    noun = _noun_of_compound(token)
    compound = (noun.islower() or noun in CAPITAL_ROLES) and is_human(noun.lower())  # "CDA-Kamerlid"
    former = token.lower.startswith(("oud-", "ex-"))
    role = compound or former or token.text in CAPITAL_ROLES
    return j + 1 if role or _is_title(tokens, j, determiner, casing) else j


def _noun_of_compound(token: Token) -> str:
    """ "raadslid" of "CDA-raadslid"; empty for a word without a hyphen."""
    return token.text.rpartition("-")[2] if "-" in token.text else ""


def _party_end(tokens: Sequence[Token], j: int) -> int:
    """The end of "Partij voor de Dieren-kiezer"; ``j`` for another word."""
    if tokens[j].text in ("Partij", "Forum"):
        for k, part in enumerate(tokens[j + 1 : j + 4], j + 1):
            if part.capital and is_human(_noun_of_compound(part)):
                return k + 1
    return j


def _is_title(tokens: Sequence[Token], j: int, determiner: str, casing: Casing) -> bool:
    """Whether a word with a capital only tells what somebody is: "Minister Bos", not "Els Kok"."""
    token, after = tokens[j], token_at(tokens, j + 1)
    if not is_human(token.lower) or is_first_name(token.text):
        return False
    if after is not None and (after.capital or after.lower in DEGREES):
        inside = j > 0 and (tokens[j - 1].kind == "word" or tokens[j - 1].text == ",")
        initial = not inside or determiner not in ("", "het")
        if initial and not _is_a_body(token, determiner):
            return True
    return not casing.is_name(tokens, j)


def _may_be_a_head(tokens: Sequence[Token], j: int, start: int, determiner: str) -> bool:
    """Whether a word in lower case can be a noun here, and no verb: not so in "Dat herkent Jolien Maes"."""
    token, after = tokens[j], token_at(tokens, j + 1)
    if is_function(token) or token.lower in _PARTICLES:
        return False
    if determiner or is_human(token.lower):
        return True
    if after is None or not after.capital or start != j:
        return False
    if j > 0 and cues_of(tokens[j - 1].text):
        return True  # "zegt tuinknecht Jan Bos"
    verb = cues_of(token.text) or token.lower in POSTURES or VERB_FORM.search(token.lower)
    return not verb or FIRM.search(token.lower) is not None


def _has_a_noun_behind(tokens: Sequence[Token], j: int) -> bool:
    """Whether what somebody is goes on with his field: "docent geschiedenis", not "docent belde"."""
    after = token_at(tokens, j + 1)
    if tokens[j].lower not in _NOUN_PAIRS or after is None or after.kind != "word" or after.capital:
        return False
    low = after.lower
    if is_function(after) or low in STARTERS or cues_of(after.text) or low.endswith("end"):
        return False
    return not (_PARTICIPLE.match(low) or _PAST.search(low) or low in POSTURES)


def _end_before_a_name(tokens: Sequence[Token], j: int) -> int:
    """The end of a noun that a second one may join only where a name follows."""
    after, third, fourth = (token_at(tokens, k) for k in range(j + 1, j + 4))
    if after is None or third is None:
        return j + 1
    both = after.lower == "en" and fourth and fourth.capital and not third.capital
    if both and is_human(third.lower) and is_human(tokens[j].lower):
        return j + 3  # "schrijver en dichter Smit"
    noun = after.kind == "word" and not after.capital and not is_function(after)
    if noun and third.capital and is_human(after.lower):
        return j + 2  # "oppositieleider partijleider Jansen", "docent geschiedenis" needs no name
    return j + 1


def _is_a_body(token: Token, determiner: str) -> bool:
    """ "de Dienst Justitiële Inrichtingen": part of its name."""
    return bool(determiner) and BODY.search(token.lower) is not None and token.lower not in PLACE_BODIES
