"""Attributions by a noun: "is zijn advies", "in een brief van Bos", "met de smoes dat", "in zijn woorden"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention, is_somebody, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.saying.subjects import is_finite, subject_of
from service.text.words.cues import may_be_said
from service.text.words.lexicon import AUXILIARIES, DETERMINERS, VERB_FORM, word_set
from service.text.words.voices import is_human

_DOCUMENTS: Final = word_set(
    "verklaring brief persbericht bericht mail e-mail reactie statement rapport website site notitie"
    " memo interview pamflet tweet post briefje kaartje appje"
)
_UTTERANCES: Final = word_set(
    "antwoorden woord woorden vraag leus credo reactie boodschap conclusie mening antwoord verwachting oproep"
    " advies commentaar motto oordeel devies"
)
ANSWERS: Final = word_set(
    "antwoord reactie commentaar verweer conclusie boodschap oordeel mening verklaring devies motto advies"
    " verdediging uitleg analyse woorden voorspelling waarschuwing ervaring indruk stelling overtuiging"
    " oplossing filosofie motivatie"
)
_CONTENTS: Final = word_set(
    "smoes boodschap mededeling belofte argument excuus dreigement verzoek opmerking waarschuwing melding"
    " redenering toezegging toevoeging tekst woorden"
)
STATEMENTS: Final = word_set("verklaring persverklaring persbericht statement mededeling communiqué")
"""What a body says in writing."""
LINKING: Final = word_set("is was luidt luidde klinkt klonk")
"""Between the noun and the words: "Het antwoord luidt"."""
_COMES: Final = word_set("is was kwam komt volgt volgde luidt luidde klinkt klonk")
_EYES: Final = (
    ["in", "de", "woorden", "van"],
    ["in", "de", "ogen", "van"],
    ["naar", "het", "zeggen", "van"],
)
_TO_COLON: Final = 9
"""Tokens from "haar antwoord" to the colon behind which it stands."""
SIGNS: Final = word_set(
    "poster posters spandoek spandoeken bord borden bordje bordjes affiche affiches sticker"
    " stickers vlag vlaggen"
)
_GETS: Final = word_set("kreeg krijgt kregen krijgen gekregen ontving ontvangt ontvingen ontvangen")
_STANDS: Final = word_set("staat stond staan lezen valt")


def read_noun(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """The attribution of the noun that is token ``i``."""
    low = tokens[i].lower
    if low == "enige":
        return _the_only_thing(tokens, i, casing)
    if low in _CONTENTS and _is_with(tokens, i):
        return _with_words(tokens, i, casing)
    if (seen := _in_his_eyes(tokens, i, casing)) is not None:
        return seen
    if low in _DOCUMENTS | _UTTERANCES | ANSWERS:
        return _answer(tokens, i) or _document(tokens, i, casing)
    return None


def is_attributing_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is read as a noun of what is said, whatever comes of it."""
    low = tokens[i].lower
    only = low == "enige" and [t.lower for t in tokens[i - 1 : i]] == ["het"]
    eyes = low in ("ogen", "zeggen") and [t.lower for t in tokens[max(0, i - 2) : i + 2]] in _EYES
    return (
        only
        or eyes
        or low in _DOCUMENTS | _UTTERANCES | ANSWERS
        or (low in _CONTENTS and _is_with(tokens, i))
    )


def is_by_his_own_words(tokens: Sequence[Token], i: int) -> bool:
    """ "naar eigen zeggen", "in haar eigen woorden", "in zijn woorden"."""
    before = [t.lower for t in tokens[max(0, i - 3) : i]]
    if tokens[i].lower == "zeggen":
        return len(before) > 1 and before[-1] == "eigen"
    own = before[-1:] == ["eigen"] and before[-3:-2] == ["in"]
    return tokens[i].lower == "woorden" and (own or before[-2:] in (["in", "zijn"], ["in", "haar"]))


def _answer(tokens: Sequence[Token], i: int) -> Attribution | None:
    """ "'...', was zijn enige antwoord", "Haar advies: '...'": the possessive tells who said it."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if tokens[k].lower not in ("zijn", "haar"):
            continue
        whose = pronoun_at(k, tokens[k].lower)
        colon = next((c for c in range(i + 1, min(len(tokens), i + _TO_COLON)) if tokens[c].text == ":"), 0)
        between = tokens[i + 1 : colon]
        comes = not between or any(t.lower in _COMES for t in between)
        if k >= i - 2 and colon and comes:
            return Attribution(whose, (), ":", "speech", "preposition", colon, k, colon + 1)
        v = k - 1
        if tokens[v].lower not in LINKING | {"waren", "zijn", "luidden"}:
            return None
        behind = v > 0 and (tokens[v - 1].kind == "quote" or tokens[v - 1].text in ",?!")
        if not behind and not any(t.text == ":" for t in tokens[i + 1 : i + 4]):
            return None
        return Attribution(whose, (), tokens[v].lower, "speech", "preposition", v, v, i + 1)
    return None


def _in_his_eyes(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "in de woorden van de onderzoeker '...'", "in de ogen van collega's '...'"."""
    if [t.lower for t in tokens[max(0, i - 2) : i + 2]] not in _EYES:
        return None
    whose = read_mention(tokens, i + 2, casing)
    if whose is None or not (whose.pronoun or whose.name or is_human(whose.head)):
        return None
    return Attribution(whose, (), tokens[i].lower, "speech", "preposition", i - 2, i - 2, whose.end)


def _the_only_thing(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "'...', was het enige wat hij kwijt wilde"."""
    words = [t.lower for t in tokens]
    if i < 3 or words[i - 2] not in LINKING or words[i + 1 : i + 2] not in (["wat"], ["dat"]):
        return None
    whose = read_mention(tokens, i + 2, casing)
    if whose is None or not (whose.pronoun or whose.name or is_human(whose.head)):
        return None
    return Attribution(whose, (), words[i - 2], "speech", "preposition", i - 2, i - 2, whose.end)


def _document(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "staat in een verklaring van de luchthaven": a document speaks for whose it is."""
    if i + 2 >= len(tokens) or tokens[i + 1].lower != "van":
        return None
    whose = read_mention(tokens, i + 2, casing)
    about = any(t.lower in ("over", "op", "na", "tegen") for t in tokens[:i])
    if whose is not None and whose.end < len(tokens) - 1 and tokens[i].lower in ANSWERS:
        inserted = tokens[whose.end].text == "(" and tokens[whose.end + 1].kind == "quote"
        if inserted:  # "Het antwoord van Bos ('...') viel slecht"
            return Attribution(
                whose, (), tokens[i].lower, "speech", "preposition", whose.end, i, whose.end + 1
            )
    if whose is not None and not about and whose.end < len(tokens) - 1 and tokens[whose.end].text == ":":
        return Attribution(whose, (), ":", "speech", "preposition", whose.end, i, whose.end + 1)
    for v in range(i - 1, max(-1, i - 6), -1):
        if tokens[v].lower in (_STANDS if tokens[i].lower in _DOCUMENTS else frozenset()) | (
            LINKING if tokens[i].lower in _UTTERANCES else frozenset()
        ):
            mention = read_mention(tokens, i + 2, casing)
            if mention is None:
                return None
            return Attribution(mention, (), tokens[v].lower, "speech", "preposition", v, v, mention.end)
    return None


def _is_with(tokens: Sequence[Token], i: int) -> bool:
    """ "met de smoes dat", "onder het motto:": what somebody says as he does something."""
    before = [t.lower for t in tokens[max(0, i - 2) : i]]
    after = [t.lower if t.kind != "quote" else ":" for t in tokens[i + 1 : i + 2]]
    with_it = before in (["met", "de"], ["met", "het"], ["met", "een"], ["daarop", "de"])
    return with_it and after in (["dat"], [":"], ["om"])


def _with_words(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """Who does something "met de smoes dat '...'": the subject of the clause."""
    ahead = [t.lower for t in tokens[max(0, i - 9) : i - 2]]
    if not _GETS.isdisjoint(ahead):
        return None  # "studenten hebben een mail gekregen met de tekst '...'"
    if "er" in ahead and not SIGNS.isdisjoint(ahead):
        return None  # "er hangen posters voor de ramen met de tekst '...'"
    for v in range(i - 3, max(-1, i - 20), -1):
        before = tokens[v - 1].lower if v else ""
        his = tokens[v].lower == "zijn" and VERB_FORM.search(before)
        if before in DETERMINERS or his:
            continue  # "stuurde een bericht met de woorden"
        if tokens[v].kind == "quote" or (tokens[i + 1].kind == "quote" and may_be_said(tokens[v].lower)):
            return None  # "Hij verdedigde zich met de woorden '...'": the verb tells
        if tokens[v].lower in AUXILIARIES or is_finite(tokens[v]) or VERB_FORM.search(tokens[v].lower):
            mention = subject_of(tokens, v, casing)
            if mention is not None and is_somebody(mention):
                return Attribution(mention, (), tokens[i].lower, "speech", "preposition", i, i - 2, i + 1)
    dateline = 2 if [t.text for t in tokens[1:2]] == ["-"] and tokens[0].text.isupper() else 0
    if dateline == i - 2 and (subject := _behind_its_verb(tokens, i + 2, casing)) is not None:
        return Attribution(subject, (), tokens[i].lower, "speech", "preposition", i, i - 2, i + 1)
    first = read_mention(tokens, dateline, casing)  # "Bos schoot hem te hulp met de opmerking dat '...'"
    somebody = first is not None and (first.name or first.pronoun) and tokens[i - 2].lower == "met"
    if first is None or first.end >= i - 2 or not somebody:
        return None
    return Attribution(first, (), tokens[i].lower, "speech", "preposition", i, i - 2, i + 1)


def _behind_its_verb(tokens: Sequence[Token], start: int, casing: Casing) -> Mention | None:
    """Who does it in "Met de tekst '...' op zijn bus reed Bos naar huis"."""
    for v in range(start, min(len(tokens) - 1, start + 10)):
        if VERB_FORM.search(tokens[v].lower) and not tokens[v].capital:
            mention = read_mention(tokens, v + 1, casing)
            if mention is not None and is_somebody(mention):
                return mention
    return None


def own_words(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    cue = " ".join(t.lower for t in tokens[i - 2 : i + 1])
    pronoun = read_mention(tokens, i - 3, casing) if i >= 3 else None
    if pronoun is not None and pronoun.pronoun:
        return Attribution(pronoun, (), cue, "speech", "preposition", i, i - 2, i + 1)
    for v in (*range(i - 3, max(-1, i - 20), -1), *range(i + 1, min(len(tokens), i + 6))):
        if tokens[v].lower in AUXILIARIES or is_finite(tokens[v]):
            mention = subject_of(tokens, v, casing)
            if mention is not None and is_somebody(mention):
                return Attribution(mention, (), cue, "speech", "preposition", i, i - 2, i + 1)
    mention = read_mention(tokens, 0, casing)
    whose = tokens[i - 1].lower
    if whose in ("zijn", "haar"):  # "werd het, in zijn woorden, '...'"
        mention = pronoun_at(i - 1, whose)
    if mention is None or not is_somebody(mention):
        return None
    return Attribution(mention, (), cue, "speech", "preposition", i, i - 2, i + 1)
