"""What belongs to a noun that describes somebody: where from, of what, wearing what, and called what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import NATIONAL, Casing, is_function
from service.text.phrases.frames import Token
from service.text.phrases.modifiers import is_modifier
from service.text.phrases.naming import read_name, text_of, token_at
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PORTFOLIO,
    PREPOSITIONS,
    VERB_FORM,
    word_set,
)
from service.text.words.roles import COUNTS, FIRM, NUMERALS, PARTISAN
from service.text.words.voices import BODY, is_human

_WORN: Final = re.compile(
    r"(?:jas|jack|hesje|pak|trui|shirt|jurk|rok|broek|uniform|overall|toga|schort|rolstoel|scootmobiel|step|fiets)$"
)
_PLACES: Final = word_set("in op bij achter onder aan tegenover buiten naast")
_FROM: Final = word_set("achter uit vanaf vanuit op in bij naast")
_WHERE: Final = word_set("achterin voorin vooraan achteraan bovenin")
_SPOTS: Final = word_set("rij tribune publiek zaal hek dranghek kant overkant raam balkon toog bar")
_EXPRESSIONS: Final = word_set(
    "zucht lach lachje glimlach knipoog snik grijns grimas stem blik gebaar hoofdknik knik schouderophalen"
    " paar aantal brede grote kleine diepe zachte harde voorbehoud slag"
)


def apposed_name(tokens: Sequence[Token], end: int, casing: Casing) -> tuple[int, int] | None:
    """ ", Anne Veenstra," behind a description, or behind where that is: "het hoofd in Assen, Anne Bos"."""
    if [t.lower for t in tokens[end : end + 2]] == ["in", "kwestie"]:
        end += 2  # "De minister in kwestie, Jan Bos,"
    comma = token_at(tokens, end)
    if comma is not None and comma.lower == "in":
        end = read_name(tokens, end + 1, casing)
        if end < len(tokens) - 2 and tokens[end].lower in ("de", "het"):
            end += 2  # "De leider van zijn partij in de Senaat, Jan Bos,"
        comma = token_at(tokens, end)
    if comma is not None and comma.lower in ("daarvan", "ervan"):
        end += 1  # "De schipper daarvan, Jan Bos,"
        comma = token_at(tokens, end)
    if comma is not None and comma.lower == "met":  # "De man met de hoed, Jan Bos,"
        behind = (k for k in range(end + 1, min(len(tokens), end + 6)) if tokens[k].kind != "word")
        stop = next(behind, end)
        end = end if is_human(tokens[stop - 1].lower) else stop  # "met zijn assistent, Piet Smit,"
        comma = token_at(tokens, end)
    if comma is None or comma.text != ",":
        return None
    article = token_at(tokens, end + 1)
    if article is not None and article.lower in ("de", "het") and BODY.search(tokens[end - 1].lower):
        end += 1  # "Haar toenmalige club, de Chicago Harbor,"
    stop = read_name(tokens, end + 1, casing)
    closing = token_at(tokens, stop)
    from_there = [t.text for t in tokens[stop : stop + 3]]
    if len(from_there) == 3 and from_there[0] in ("uit", "van") and from_there[2] == ",":
        return end + 1, stop  # "Zijn opvolger, Benedict Okafor uit Nigeria,"
    if stop > end + 1 and (closing is None or closing.kind == "quote" or closing.text in ",.:("):
        return end + 1, stop
    aside = article is not None and article.lower in PREPOSITIONS  # "De jury, onder leiding van Jan Bos,"
    for start in range(end + 2, min(end + 5, len(tokens) - 1)) if not aside else ():
        known = is_human(tokens[start - 1].lower) or is_first_name(tokens[start].text)
        if known and tokens[start].capital:  # ", oud-loods Adri Wisse,"
            stop = read_name(tokens, start, casing)
            closing = token_at(tokens, stop)
            plain = all(
                t.kind == "word" and (not t.capital or NATIONAL.match(t.text) or t.text.endswith("er"))
                for t in tokens[end + 1 : start]
            )
            if stop > start and plain and closing is not None and closing.text == ",":
                return start, stop
    return None


def is_wearing(tokens: Sequence[Token], end: int) -> int:
    """The tokens of "met een pet (op zijn hoofd)" or "in een windjack" behind "een man"."""
    worn = _worn(tokens, end)
    where = [t.lower for t in tokens[end + worn : end + worn + 2]] if worn else []
    body = len(where) == 2 and where[0] in ("om", "op", "in", "onder") and where[1] in ("zijn", "haar", "de")
    return worn + 3 if body and token_at(tokens, end + worn + 2) is not None else worn


def _worn(tokens: Sequence[Token], end: int) -> int:
    """The tokens of "met een (groene) pet" or "in een windjack" behind "een man", none of "met een zucht"."""
    behind = [t.lower for t in tokens[end : end + 3] if t.kind == "word"]
    if behind[:2] in (["in", "een"], ["op", "een"]):
        nouns = [t.lower for t in tokens[end + 2 : end + 4] if t.kind == "word"]
        return next((n + 3 for n, noun in enumerate(nouns) if _WORN.search(noun)), 0)
    if behind[:2] != ["met", "een"] or len(behind) < 3 or behind[2] in _EXPRESSIONS:
        return 0
    noun = token_at(tokens, end + 3)
    inflected = behind[2].endswith("e") or (tokens[end + 2].capital and behind[2].endswith("s"))
    adjective = inflected and noun is not None and noun.kind == "word" and not is_function(noun)
    if adjective and noun is not None and (noun.lower in _EXPRESSIONS or cues_of(noun.text)):
        return 0
    return 4 if adjective else 3


def is_placed(tokens: Sequence[Token], i: int, end: int) -> int:
    """The tokens of "in de bouw" in "Een leidinggevende in de bouw merkt op".

    What stands before the finite verb of a main clause is one constituent.
    """
    behind = [t.lower for t in tokens[end : end + 6]]
    opens = i == 0 or (i == 1 and tokens[0].lower in CONJUNCTIONS)
    if not opens or not behind or behind[0] not in _PLACES:
        return 0
    for length, token in enumerate(tokens[end + 1 : end + 6], start=1):
        relative = token.text == "," and behind[length + 1 : length + 2] == ["die"]
        if behind[length - 1 : length] and behind[length - 1] in DETERMINERS | {"die", "dat"}:
            continue  # a noun, whatever it looks like: "in de straat"
        verb = token.kind == "word" and (token.lower in AUXILIARIES or VERB_FORM.search(token.lower))
        finite = verb or any(not cue.participle for cue in cues_of(token.text))
        if length > 1 and (relative or (finite and not token.capital)):
            return length
        if token.kind != "word" or token.lower in PREPOSITIONS:
            return 0
    return 0


def where_from(tokens: Sequence[Token], end: int) -> int:
    """The tokens of "achterin" or "op de derde rij", the last words of a clause."""
    where = [t.lower for t in tokens[end : end + 4]]
    if where[:1] and where[0] in _WHERE:
        length = 1
    elif where[:2] in (["achter", "in"], ["voor", "in"]) and where[3:] and where[3] in _SPOTS:
        length = 4  # "achter in de zaal"
    elif len(where) > 2 and where[0] in _FROM and where[1] in ("de", "het", "een"):
        length = 3 if where[2] in _SPOTS else 4 if where[3:] and where[3] in _SPOTS else 0
    else:
        return 0
    after = token_at(tokens, end + length)
    return length if after is None or after.kind != "word" else 0


def attached(
    tokens: Sequence[Token], k: int, casing: Casing, *, several: bool = False
) -> tuple[int, tuple[int, int] | None]:
    """The end of what "van" brings along, and the span of a person's name directly behind it.

    Of ``several`` who are called so, more than one place can follow.
    """
    start = k
    token, after = token_at(tokens, k), token_at(tokens, k + 1)
    counts = token is not None and (token.lower in COUNTS or token.text.isdecimal())
    alone = after is None or after.kind != "word" or is_function(after) or after.lower == "weten"
    if counts and (alone or (after is not None and cues_of(after.text))):
        return k + 1, None  # "de moeder van drie", "een vrouw van 83"
    if token is not None and token.lower in DETERMINERS:
        k += 1
        if (t := token_at(tokens, k)) and t.lower == "van" and token.lower in ("een", "één"):
            return attached(tokens, k + 1, casing, several=several)
    number, behind = token_at(tokens, k), token_at(tokens, k + 1)
    closes = behind is not None and behind.kind != "word"
    if k > start and closes and number is not None and number.lower in COUNTS | NUMERALS:
        return k + 1, None  # "de jongste van de vijf, Mariam (29),"
    counted = token_at(tokens, k + 1)
    if (t := token_at(tokens, k)) and t.lower in NUMERALS and counted and is_human(counted.lower):
        k += 1  # "de jury van twintig boekverkopers"
    while (
        (t := token_at(tokens, k))
        and t.kind == "word"
        and is_modifier(tokens, k, "de", casing)
        and not _portfolio_length(tokens, k)
    ):
        k += 1
    t = token_at(tokens, k)
    if t is None or t.kind != "word":
        return start, None
    if (length := _portfolio_length(tokens, k)) > 0:
        k += length
        stop = read_name(tokens, k, casing)
        the = start > 2 and tokens[start - 3].lower == "de"  # "de minister van Financiën SP'er Bos toe"
        other = the and k < len(tokens) and PARTISAN.match(tokens[k].text) is not None
        return k, ((k, stop) if stop > k and not other else None)
    if t.capital:
        stop = read_name(tokens, k, casing)
        if t.text == "Koning" and stop > k + 1:
            return k + 1, (k + 1, stop)  # "commissaris van de Koning Hendrika Postma"
        for m in range(k + 1, stop - 1):
            if is_first_name(tokens[m].text):
                return m, (m, stop)
        return (_and_more(tokens, stop, casing) if several else stop), None
    if is_function(t) or cues_of(t.text) or t.lower in ("alles", "iets", "niets"):
        return start, None
    k += 1
    stop = read_name(tokens, k, casing)
    or_so = [x.lower for x in tokens[k : k + 1]] == ["of"] and t.lower == "jaar" and stop == k
    if or_so and token_at(tokens, k + 1) is not None:
        return k + 2, None  # "een meisje van een jaar of zes"
    if is_human(t.lower) and not (
        BODY.search(t.lower) or FIRM.search(t.lower) or t.lower.endswith(("en", "s"))
    ):
        return stop, None  # "de advocaat van verdachte Jan Bos"
    return (k, (k, stop)) if stop > k and is_first_name(tokens[k].text) else (stop, None)


def _and_more(tokens: Sequence[Token], end: int, casing: Casing) -> int:
    """The end of "Hardenberg, Ommen en Coevorden", of which the first name ends at ``end``."""
    stop = end
    while [t.text for t in tokens[stop : stop + 1]] in ([","], ["en"]):
        joint, last = tokens[stop].text, read_name(tokens, stop + 1, casing)
        if last == stop + 1 or is_first_name(tokens[stop + 1].text):
            return end
        stop = last
        if joint == "en":
            return stop
    return end


def _portfolio_length(tokens: Sequence[Token], k: int) -> int:
    """How many tokens from ``k`` on name the portfolio of a minister."""
    text = text_of(tokens[k : k + 12])
    at = 0
    while match := PORTFOLIO.match(text, at):
        at = match.end()
        if not match.group().endswith((", ", " en ", ",\xa0")) and not re.search(
            r"(?:,|\sen)\s$", match.group()
        ):
            break
    return len(re.findall(r"[^\s,]+|,", text[:at]))
