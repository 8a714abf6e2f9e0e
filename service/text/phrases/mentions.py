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

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.phrases.attached import apposed_name, where_from
from service.text.phrases.casing import ACRONYM, Casing, is_function
from service.text.phrases.frames import Token
from service.text.phrases.heads import DEGREES, is_modifier, read_head
from service.text.phrases.mention import Mention, described, name_of, phrase_of, with_apposition
from service.text.phrases.naming import POSSESSIVE, is_dateline, read_name, text_of, token_at
from service.text.phrases.quantities import quantity_end
from service.text.phrases.word_order import is_finite_cue, is_the_other, is_verb_before_somebody
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import (
    DETERMINERS,
    PARTICLES_OF_NAMES,
    SUBJECT_PRONOUNS,
    word_set,
)
from service.text.words.roles import COUNTS, FIRM, NUMERALS, PLACE_BODIES, noun_of
from service.text.words.voices import BODY, is_human

_RESIDENTS: Final = word_set(
    "bewoners buurtbewoners inwoners omwonenden leerlingen studenten medewerkers werknemers supporters fans"
    " ondernemers winkeliers ouders"
)
"""What stands behind them is a place or a body, not who they are: "bewoners Dorpsstraat"."""
_MOST_MODIFIERS: Final = 20
"""More words in a row before a noun are a table; read to its end from each of them, it takes seconds."""


def read_mention(tokens: Sequence[Token], i: int, casing: Casing) -> Mention | None:
    """The mention that starts at token ``i``, or None."""
    token = token_at(tokens, i)
    if token is None or token.kind != "word" or token.lower == "geen":
        return None
    if i == 0 and is_dateline(tokens):
        return None  # "UTRECHT - De brug gaat dicht"
    if i and tokens[i - 1].lower == "geen" and not token.capital:
        return None  # "was geen gemakkelijke man"
    if token.lower in SUBJECT_PRONOUNS:
        conceded = any(t.lower in ("al", "terwijl", "hoewel") for t in tokens[max(0, i - 2) : i])
        conceded = conceded or (i > 2 and tokens[i - 1].lower in ("wat", "waarin"))
        conceded = conceded or [t.lower for t in tokens[max(0, i - 2) : i]] in ([",", "die"], [",", "dat"])
        conceded = conceded or [t.lower for t in tokens[max(0, i - 3) : i - 1]] == [",", "zo"]
        whom = "hij" if token.lower.startswith("hij") else "zij"
        closes = token_at(tokens, i + 1) is None or tokens[i + 1].kind != "word"
        closing = i > 1 and closes and tokens[i - 2].text == "," and bool(cues_of(tokens[i - 1].text))
        return Mention(i, i + 1, token.lower, pronoun=whom, conceded=conceded, closing=closing)
    if token.lower == "iemand":
        aged = [t.text for t in tokens[i + 1 : i + 3]]
        end = i + 3 if len(aged) == 2 and aged[0] == "van" and aged[1].isdecimal() else i + 1
        if end == i + 1 and i and cues_of(tokens[i - 1].text):
            end += where_from(tokens, end)  # "roept iemand achter het hek"
        return Mention(i, end, phrase_of(tokens, i, end), role="mens")
    if token.lower == "de" and (end := _rank_end(tokens, i)):
        return Mention(i, end, phrase_of(tokens, i, end), role="sporter", definite=True)
    if (end := quantity_end(tokens, i)) > i:
        phrase = text_of(tokens[i:end])
        phrase = phrase[0].lower() + phrase[1:]
        return Mention(i, end, phrase, role="mensen", definite=True, plural=True)
    if token.lower in ("een", "de") and is_the_other(tokens, i):
        return Mention(i, i + 2, phrase_of(tokens, i, i + 2), role="mens", definite=token.lower == "de")
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
        return with_apposition(tokens, i, surname_end, i, surname_end, "")
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
    j = read_head(tokens, _second_compound(tokens, j) or j, start, determiner, casing)
    role = text_of(tokens[head_start:j]).casefold().removeprefix("de ")  # "De Graafschap-spits"
    while role and (t := token_at(tokens, j)) and t.lower in DEGREES:
        j += 1
    name_start = j
    name_end = read_name(tokens, j, casing)
    if not role and name_end == j:
        return None
    if role == "hoofd" and name_end == name_start and determiner in ("zijn", "haar", "mijn", "hun"):
        return None  # "praatte dat uit zijn hoofd"
    if name_end > name_start:
        if noun_of(role) in PLACE_BODIES:
            also = tokens[name_end : name_end + 2]
            if role == "inspectie" and len(also) == 2 and also[0].lower == "en" and also[1].capital:
                name_end += 2  # "de Inspectie Gezondheidszorg en Jeugd"
            return Mention(i, name_end, phrase_of(tokens, i, name_end), role=role, definite=True)
        one = name_end == name_start + 1 and [t.lower for t in tokens[name_end : name_end + 1]] != ["en"]
        if (
            (role in _RESIDENTS or role.endswith(("bewoners", "ders")))
            and one
            and not is_first_name(tokens[name_start].text)
        ):
            return Mention(i, name_end, phrase_of(tokens, i, name_end), role=role, plural=True)
        firm = BODY.search(role) or FIRM.search(role)
        if (
            name_end == name_start + 1
            and ACRONYM.match(tokens[name_start].text)
            and is_human(role)
            and not firm
        ):
            return Mention(i, name_end, phrase_of(tokens, i, name_end), role=role)  # "voorzitter FNV"
        if head_start > start and not role and not determiner:
            start = head_start
            if is_human(tokens[head_start - 1].lower):
                role = tokens[head_start - 1].lower  # "gedeputeerde Jan Bos", an adjective by its looks
        return with_apposition(tokens, i, name_end, name_start, name_end, role)
    return described(tokens, i, j, head_start, role, determiner, casing)


def _second_compound(tokens: Sequence[Token], i: int) -> int | None:
    """Where "jeugdpsychiater" stands in "kinder- en jeugdpsychiater"."""
    joint = [t.lower for t in tokens[i + 1 : i + 3]]
    last = token_at(tokens, i + 3)
    touching = tokens[i].end == tokens[i + 1].start if len(joint) == 2 else False
    compounds = joint in (["-", "en"], ["-", "of"]) and touching and not tokens[i].capital
    return i + 3 if compounds and last is not None and is_human(last.lower) else None


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
        if one is not None and not one.name and closing is not None and closing.lower == "die":
            return Mention(i, one.end, one.phrase, role=one.role)
    if inner is None:
        number = token_at(tokens, j + 2)
        several = token_at(tokens, j + 1)
        of_four = (
            number and number.lower in DETERMINERS and several and several.lower in ("de", "deze", "die")
        )
        end = j + 3 if of_four else j + 2  # "een van de vier", but "een van hen het"
        return Mention(i, end, phrase_of(tokens, i, end)) if token_at(tokens, j + 1) else None
    end = inner.end
    if inner.name:
        return Mention(i, end, phrase_of(tokens, i, end), name=inner.name, role=inner.role)
    if (name := apposed_name(tokens, end, casing)) is not None:
        return Mention(
            i,
            min(name[1] + 1, len(tokens)),
            phrase_of(tokens, i, end),
            name=name_of(tokens, *name),
            role=inner.role,
        )
    return Mention(i, end, phrase_of(tokens, i, end), role=inner.role)
