"""Names: where one begins and where it ends.

A surname takes its particles along ("Sander van den Heuvel"), but not the body somebody belongs to
("Nora Visser van Greenpeace"): after a given name and a surname "van" is a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import ACRONYM, LANDS, NATIONAL, Casing
from service.text.phrases.frames import Token
from service.text.phrases.quantities import is_number
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import (
    PARTICLES_OF_NAMES,
    PORTFOLIO,
    word_set,
)
from service.text.words.roles import DEMONYM, PLACE_BODIES, TITLED
from service.text.words.voices import BODY, is_human

POSSESSIVE: Final = re.compile(r"['’]s$|(?<=[sxz])['’]$")


_BEHIND_VERB: Final = word_set("ik je jij u we wij jullie")
"""What stands behind a verb and no name: "Ben je", "Wil u"."""
_SUPERLATIVES: Final = word_set(
    "beste snelste hoogste jongste oudste grootste sterkste laatste eerste enige meeste"
)
"""What a sentence may begin with before "Nederlander", but "Laatste Generatie" is a name."""


BODIES: Final = word_set(
    "Raad Forum Vrienden Stichting Fonds Instituut Centrum Bureau Universiteit Unie Comité Hof Bond"
    " Inspectie Dienst Coördinator Vereniging Huis Ronald Partij Kamer Bank Autoriteit"
)
"""First words of names that go on with "van", "van de" or "voor" ("Ronald McDonald Huis" among them)."""
_BODY_NOUN: Final = re.compile(
    r"[a-z](?:bureau|instituut|raad|bond|fonds|centrum|autoriteit|dienst)$|^Agentschap$"
)
_GROUPS: Final = word_set("actiegroep stichting belangengroep bewonersgroep burgerinitiatief burgerbeweging")
"""Behind one of these the name of a group may go on in the same way: "actiegroep Boer aan Zet"."""
_PORTFOLIOS: Final = word_set("minister staatssecretaris wethouder gedeputeerde schepen")
"""Who has a portfolio, which may follow his surname."""


def text_of(tokens: Sequence[Token]) -> str:
    """Tokens as text again, spaced as in print."""
    out = ""
    last = -1
    for token in tokens:
        out += (" " if out and token.start > last else "") + token.text
        last = token.end
    return out


def is_dateline(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with a place in capitals and a dash; not "KPN - dat won - noemt"."""
    first, dash, behind = (*tokens[:3], None, None, None)[:3]
    if first is None or dash is None or behind is None or not (first.text.isupper() and len(first.text) > 1):
        return False
    return dash.text in "-–—" and behind.text[:1].isupper() and all(t.text not in "-–—" for t in tokens[2:])


def token_at(tokens: Sequence[Token], i: int) -> Token | None:
    return tokens[i] if 0 <= i < len(tokens) else None


def read_name(tokens: Sequence[Token], i: int, casing: Casing) -> int:
    """The end of the name that starts at token ``i``; ``i`` itself when there is none."""
    first = token_at(tokens, i)
    if first is None or first.kind != "word":
        return i
    second = token_at(tokens, i + 1)
    if i == 0 and second is not None:
        every = first.lower == "elke" and is_number(second.lower)  # "Elke tien minuten"
        best = first.lower in _SUPERLATIVES and (not second.capital or DEMONYM.search(second.text))
        if every or best or second.lower in _BEHIND_VERB:
            return i  # "Beste Nederlander was Jan Bos", but "Laatste Generatie"; "Ben je zelf een zeeman?"
    j = i
    if first.lower in PARTICLES_OF_NAMES and first.text[0].isupper():
        while (t := token_at(tokens, j)) and t.kind == "word" and t.lower in PARTICLES_OF_NAMES and j - i < 3:
            j += 1
        nxt = token_at(tokens, j)
        inside = i > 0 and tokens[i - 1].kind == "word"  # "zegt Te Molder"
        te = first.lower == "te" and nxt is not None and (inside or nxt.text in casing.behind_te)
        if not (nxt and nxt.capital and (te or first.lower not in ("in", "op", "aan", "zu", "het", "te"))):
            return i
        club = nxt.text.rpartition("-")[2].islower() and "-" in nxt.text  # "De Graafschap-spits Bos"
        titled = text_of(tokens[i : i + 3]) in TITLED  # "meldt De Nederlandsche Bank"
        if not titled and first.lower in ("de", "van") and j - i == 1 and (NATIONAL.match(nxt.text) or club):
            return i
    elif not (casing.is_name(tokens, i) or (first.capital and _joined_by_and(tokens, i + 1))):
        return i
    capitals, joined = 0, j > i
    while (t := token_at(tokens, j)) and t.kind == "word":
        if t.capital or (j > i and t.text.startswith(("al-", "el-"))):
            if j > i + 1 and t.text in LANDS and is_first_name(first.text):
                break  # "dat Steven Anderson Nederland niet in komt"
            capitals += not t.text.endswith(".") and t.lower not in PARTICLES_OF_NAMES
            j += 1
            if POSSESSIVE.search(t.text):
                break
            if (
                [x.text for x in tokens[j : j + 2]] == ["-", "en"]
                and (x := token_at(tokens, j + 2))
                and x.capital
            ):
                j += 2  # "Voedsel- en Warenautoriteit"
            continue
        if t.lower == "en" and _is_raad(tokens, i) and (x := token_at(tokens, j + 1)) and x.capital:
            j += 1  # "Inspectie Gezondheidszorg en Jeugd"
            continue
        k = j
        while (
            (p := token_at(tokens, k))
            and p.kind == "word"
            and not p.capital
            and (p.lower in PARTICLES_OF_NAMES or (p.lower in ("voor", "zonder") and _is_raad(tokens, i)))
            and k - j < 3
        ):
            k += 1
        after = token_at(tokens, k)
        if (
            k == j
            or joined
            or after is None
            or not after.capital
            or not _joins(tokens, i, j, k, capitals, casing)
        ):
            break
        joined = True
        j = k
    return j + 2 if _joined_by_and(tokens, j) else j


def _joined_by_and(tokens: Sequence[Token], j: int) -> bool:
    """Whether "&" and another name follow: "Kuipers & Tromp"."""
    return [t.text for t in tokens[j : j + 1]] == ["&"] and any(t.capital for t in tokens[j + 1 : j + 2])


def _joins(tokens: Sequence[Token], i: int, j: int, k: int, capitals: int, casing: Casing) -> bool:
    """Whether "van de" between tokens ``j`` and ``k`` is part of a surname."""
    after = tokens[k].text
    if after in BODIES and k - j == 1:
        return False  # "hield Bos de Kamer voor"
    if tokens[j - 1].lower in PARTICLES_OF_NAMES and j - 1 > i:
        return True  # "Griet Van den Bossche"
    if ACRONYM.match(after) or NATIONAL.match(after) or ACRONYM.match(tokens[i].text):
        return _is_raad(tokens, i) and not ACRONYM.match(after)
    loose = ("in", "op", "zu") if _is_raad(tokens, i) else ("in", "op", "aan", "zu")
    of_group = i > 0 and tokens[i - 1].lower in _GROUPS  # "Stichting Varkens in Nood"
    if not of_group and tokens[j].text in loose and (k - j == 1 or not is_first_name(tokens[j - 1].text)):
        return False
    if after in ("De", "Het") and tokens[k - 1].text == "van":
        return False  # "Aysel Kara van De Unie"
    if "-" in after and is_human(after.split("-")[-1]) and after.split("-")[-1].islower():
        return False  # "Chatbericht van ABP-leider Smit"
    if _is_raad(tokens, i):
        return True
    if PORTFOLIO.fullmatch(after) or PORTFOLIO.match(text_of(tokens[k : k + 2])):
        return False  # "minister Smit van Defensie"
    responsible = i > 0 and tokens[i - 1].lower in _PORTFOLIOS and tokens[j].lower == "van"
    given = is_first_name(tokens[i].text) or after in casing.behind_van
    if responsible and tokens[i].text in casing.alone and not given:
        return False  # "staatssecretaris Peters van Herstel", "Peters zegt"
    if capitals <= 1:
        return True
    if BODY.search(after.casefold()) or after.casefold().endswith(tuple(PLACE_BODIES)):
        return False  # "Eric Laurens van het Lingeziekenhuis"
    return capitals == 2 and is_first_name(tokens[j - 1].text) and not is_first_name(tokens[j - 1].text + "s")


def _is_raad(tokens: Sequence[Token], i: int) -> bool:
    second = token_at(tokens, i + 1)  # "Centraal Bureau voor de Statistiek"
    words = [tokens[i], *([second] if second is not None and tokens[i].capital else [])]
    body = any(t.text in BODIES or (t.capital and _BODY_NOUN.search(t.text)) for t in words)
    return body or (i > 0 and tokens[i - 1].lower in _GROUPS)
