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
from service.text.phrases.heads import DEGREES, read_head
from service.text.phrases.mention import Mention, described, name_of, phrase_of, with_apposition
from service.text.phrases.modifiers import is_modifier
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
    if token is None or token.kind != "word" or _is_nobody(tokens, i):
        return None
    if (short := _without_a_noun(tokens, i)) is not None:
        return short
    if (surname_end := _surname_end(tokens, i, casing)) > i:
        return with_apposition(tokens, i, surname_end, i, surname_end, "")
    determiner = _determiner_at(tokens, i, casing)
    start = i + 1 if determiner else i
    if determiner in ("dat", "dit") and is_verb_before_somebody(tokens, start):
        return None
    if determiner in ("een", "één") and (t := token_at(tokens, start)) and t.lower == "van":
        return _one_of(tokens, i, start, casing)
    head_start = _modifiers_end(tokens, start, determiner, casing)
    if head_start is None:
        return None
    head_end = read_head(
        tokens, _second_compound(tokens, head_start) or head_start, start, determiner, casing
    )
    role = text_of(tokens[head_start:head_end]).casefold().removeprefix("de ")  # "De Graafschap-spits"
    name_start = _degrees_end(tokens, head_end) if role else head_end
    name_end = read_name(tokens, name_start, casing)
    if name_end > name_start:
        if (of_body := _of_a_place_or_body(tokens, i, role, name_start, name_end)) is not None:
            return of_body
        if not (role or determiner) and head_start > start and is_human(tokens[head_start - 1].lower):
            role = tokens[head_start - 1].lower  # "gedeputeerde Jan Bos", an adjective by its looks
        return with_apposition(tokens, i, name_end, name_start, name_end, role)
    if not role or (role == "hoofd" and determiner in ("zijn", "haar", "mijn", "hun")):
        return None  # "praatte dat uit zijn hoofd"
    return described(tokens, i, name_start, head_start, role, determiner, casing)


def _is_nobody(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word denies that there is anybody, or tells only where a report comes from."""
    if tokens[i].lower == "geen":
        return True
    if i == 0:
        return is_dateline(tokens)  # "UTRECHT - De brug gaat dicht"
    return tokens[i - 1].lower == "geen" and not tokens[i].capital  # "was geen gemakkelijke man"


def _without_a_noun(tokens: Sequence[Token], i: int) -> Mention | None:
    """Who is meant without a name or a noun of his: by a pronoun, by a number, as the one or the other."""
    low = tokens[i].lower
    if low in SUBJECT_PRONOUNS:
        return _pronoun(tokens, i)
    if low == "iemand":
        return _somebody(tokens, i)
    if low == "de" and (end := _rank_end(tokens, i)):
        return Mention(i, end, phrase_of(tokens, i, end), role="sporter", definite=True)
    if (end := quantity_end(tokens, i)) > i:
        phrase = text_of(tokens[i:end])
        phrase = phrase[0].lower() + phrase[1:]
        return Mention(i, end, phrase, role="mensen", definite=True, plural=True)
    if low in ("een", "de") and is_the_other(tokens, i):
        return Mention(i, i + 2, phrase_of(tokens, i, i + 2), role="mens", definite=low == "de")
    verb = token_at(tokens, 1) if i == 0 and low == "die" else None
    if verb is not None and (is_finite_cue(verb) or verb.lower in ("heeft", "had")):
        return Mention(i, i + 1, low, pronoun="die")
    return None


def _pronoun(tokens: Sequence[Token], i: int) -> Mention:
    low = tokens[i].lower
    closes = token_at(tokens, i + 1) is None or tokens[i + 1].kind != "word"
    return Mention(
        i,
        i + 1,
        low,
        pronoun="hij" if low.startswith("hij") else "zij",
        conceded=_is_conceded(tokens, i),
        closing=i > 1 and closes and tokens[i - 2].text == "," and bool(cues_of(tokens[i - 1].text)),
    )


def _is_conceded(tokens: Sequence[Token], i: int) -> bool:
    """Whether a pronoun stands in a clause that hangs on another: "al zegt hij", ", zo schrijft ze"."""
    before = [t.lower for t in tokens[max(0, i - 3) : i]]
    if any(word in ("al", "terwijl", "hoewel") for word in before[-2:]):
        return True
    if len(before) > 2 and before[-1] in ("wat", "waarin"):
        return True
    return before[-2:] in ([",", "die"], [",", "dat"]) or before[:-1] == [",", "zo"]


def _somebody(tokens: Sequence[Token], i: int) -> Mention:
    """ "iemand", with how old he is or where he stands."""
    aged = [t.text for t in tokens[i + 1 : i + 3]]
    end = i + 3 if len(aged) == 2 and aged[0] == "van" and aged[1].isdecimal() else i + 1
    if end == i + 1 and i and cues_of(tokens[i - 1].text):
        end += where_from(tokens, end)  # "roept iemand achter het hek"
    return Mention(i, end, phrase_of(tokens, i, end), role="mens")


def _surname_end(tokens: Sequence[Token], i: int, casing: Casing) -> int:
    """The end of a surname that begins with its particle, "Van Dijk"; ``i`` where there is none."""
    token = tokens[i]
    if token.lower not in PARTICLES_OF_NAMES or not token.text[0].isupper():
        return i
    if token.lower in ("de", "het"):  # an article, unless the article writes "minister De Jonge"
        after = token_at(tokens, i + 1)
        if after is None or token.text != "De" or after.text not in casing.surnames:
            return i
    return read_name(tokens, i, casing)


def _determiner_at(tokens: Sequence[Token], i: int, casing: Casing) -> str:
    """The determiner with which a phrase begins, "zijn" for somebody's name before a noun; else ""."""
    token = tokens[i]
    if token.capital and POSSESSIVE.search(token.text):
        owned = token_at(tokens, i + 1)
        noun = owned is not None and owned.kind == "word" and not owned.capital
        if owned is not None and noun and not is_function(owned) and not cues_of(owned.text):
            return "zijn"
    if token.lower in DETERMINERS and not (token.capital and casing.is_name(tokens, i)):
        return token.lower
    return ""


def _modifiers_end(tokens: Sequence[Token], start: int, determiner: str, casing: Casing) -> int | None:
    """Where the words before a noun end; None where they are a table."""
    j = start
    while (t := token_at(tokens, j)) and t.kind == "word" and is_modifier(tokens, j, determiner, casing):
        j += 1
        if j - start > _MOST_MODIFIERS:
            return None
    return j


def _degrees_end(tokens: Sequence[Token], j: int) -> int:
    while (t := token_at(tokens, j)) and t.lower in DEGREES:
        j += 1
    return j


def _of_a_place_or_body(
    tokens: Sequence[Token], i: int, role: str, name_start: int, name_end: int
) -> Mention | None:
    """A body, or people, whose name behind the noun is that of a place or of another body."""
    if noun_of(role) in PLACE_BODIES:
        also = tokens[name_end : name_end + 2]
        if role == "inspectie" and len(also) == 2 and also[0].lower == "en" and also[1].capital:
            name_end += 2  # "de Inspectie Gezondheidszorg en Jeugd"
        return Mention(i, name_end, phrase_of(tokens, i, name_end), role=role, definite=True)
    if name_end > name_start + 1:
        return None
    name = tokens[name_start].text
    residents = role in _RESIDENTS or role.endswith(("bewoners", "ders"))
    joined = [t.lower for t in tokens[name_end : name_end + 1]] == ["en"]
    if residents and not joined and not is_first_name(name):
        return Mention(i, name_end, phrase_of(tokens, i, name_end), role=role, plural=True)
    firm = BODY.search(role) or FIRM.search(role)
    if ACRONYM.match(name) and is_human(role) and not firm:
        return Mention(i, name_end, phrase_of(tokens, i, name_end), role=role)  # "voorzitter FNV"
    return None


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
