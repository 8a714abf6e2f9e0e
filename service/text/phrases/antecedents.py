"""To whom a relative clause or an apposition belongs: "Jansen, die ook wethouder is, zegt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.phrases.naming import read_name, text_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import CONJUNCTIONS, PREPOSITIONS, word_set
from service.text.words.voices import BODY, is_human

NOT_A_SUBJECT: Final = word_set("dat die dit wat of geen mijn onze ons elke ieder")


def mention_before(tokens: Sequence[Token], end: int, casing: Casing) -> Mention | None:
    """The mention that ends just before token ``end``, its longest reading that is somebody."""
    if end > 3 and tokens[end - 1].text == ")" and tokens[end - 3].text == "(":
        end -= 3  # "wethouder Yara Bos (Verkeer), die sprak van ..."
    whole = end
    for s in range(max(1, end - 4), end):
        place = tokens[s].capital and not is_first_name(tokens[s].text)
        if tokens[s - 1].lower in ("in", "uit", "te", "op") and s > 1 and place:
            mention = read_mention(tokens, s, casing)
            if mention is not None and mention.name and mention.end == end:
                end = s - 1  # "een woordvoerder in Genève, die spreekt van ..."
                break
    found: Mention | None = None
    for s in range(max(0, end - 10), end):
        if s and tokens[s - 1].kind == "word" and tokens[s - 1].capital and tokens[s].capital:
            continue
        mention = read_mention(tokens, s, casing)
        if mention is None or mention.end not in (end, end + 1, whole):
            continue
        if _is_a_person(mention):
            return mention  # "het idee van een vriend, die het '...' noemt", "in dienst van Jan Bos, die"
        found = found or mention
    of_one = [t.lower for t in tokens[whole : whole + 2]] == [",", "die"]
    if found is not None and of_one and found.start > 1 and tokens[found.start - 1].lower == "van":
        member = mention_before(tokens, found.start - 1, casing)
        if member is not None and member.name and _is_a_person(member):
            return member  # "fractieleider Bram Bos van Eilandbelang, die om het debat vroeg"
    return found


def _is_a_person(mention: Mention) -> bool:
    noun = mention.noun
    return is_first_name(mention.name.split(" ")[0]) or (is_human(noun) and not BODY.search(noun))


def before_comma(tokens: Sequence[Token], lo: int, casing: Casing) -> Mention | None:
    """The subject in front of an apposition or relative clause: "Jansen, die ook wethouder is, zegt"."""
    if lo == 0:
        return None
    if tokens[lo - 1].text not in ",)–—-":
        return None
    s = 0
    while s < lo and tokens[s].lower in CONJUNCTIONS | {"ook"}:
        s += 1
    mention = read_mention(tokens, s, casing)
    pointed = mention is not None and tokens[s].lower == "die" and bool(mention.name or mention.role)
    if mention is None or mention.end > lo or (tokens[s].lower in NOT_A_SUBJECT and not pointed):
        return None
    after = tokens[mention.end + (tokens[mention.end].lower == "zelf")]
    for k in range(mention.end + 2, lo - 1) if after.lower == "die" and not mention.name else ():
        of_another = is_human(tokens[k - 2].lower)  # "die werd gebeld door zijn moeder, Els Bos,"
        if tokens[k - 1].text == "," and not of_another and read_name(tokens, k, casing) == lo - 1:
            name = text_of(tokens[k : lo - 1])  # "Een arts die in Adré werkt, Mieke Boon, ziet"
            return replace(mention, end=lo, name=name)
    return (
        mention
        if after.text in (",", "(", "–", "-", "—")
        or tokens[mention.end - 1].text == ","
        or (after.capital and tokens[mention.end - 1].lower in ("uit", "van"))
        or after.lower in PREPOSITIONS | {"die", "dat", "waar", "waarvan", "wiens"}
        else None
    )
