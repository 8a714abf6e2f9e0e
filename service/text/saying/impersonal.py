"""Attributions without a subject: "luidt het bij het parket", "klinkt het in een brief van de dienst"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.attributing_nouns import ANSWERS, LINKING
from service.text.saying.attribution import Attribution
from service.text.words.lexicon import ADVERBS, word_set

_SOUNDS: Final = LINKING - {"is", "was"}
_MANY: Final = word_set("menigte publiek")
_WHOSE: Final = (["zijn"], ["haar"])


def impersonal(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "luidt het bij het parket", as Flemish papers have it; "luidt zijn vaste openingszin"."""
    behind = i > 0 and (tokens[i - 1].kind == "quote" or tokens[i - 1].text == ",")
    if behind and tokens[i].lower in _SOUNDS and [t.lower for t in tokens[i + 1 : i + 2]] in _WHOSE:
        whose = pronoun_at(i + 1, tokens[i + 1].lower)
        return Attribution(whose, (), tokens[i].lower, "speech", "preposition", i, i, i + 2)
    if [t.lower for t in tokens[i + 1 : i + 2]] != ["het"]:
        return None
    if (stated := _in_a_statement(tokens, i + 2, casing)) is not None:
        return Attribution(stated, (), tokens[i].lower, "speech", "verb", i, i, stated.end)
    if tokens[0].lower == "bij":  # "Bij de bank heet het dat er '...' is"
        mention = read_mention(tokens, 1, casing)
        return Attribution(mention, (), tokens[i].lower, "speech", "verb", i, 0, i + 2) if mention else None
    for k in range(i + 2, min(len(tokens) - 1, i + 5)):
        if tokens[k].lower in ("bij", "volgens", "uit", "vanuit"):
            mention = read_mention(tokens, k + 1, casing)
            if mention is None or (tokens[k].lower.endswith("uit") and mention.role not in _MANY):
                return None  # "klinkt het uit de menigte", but not "vanuit de keuken"
            return Attribution(mention, (), tokens[i].lower, "speech", "verb", i, i, mention.end)
        if tokens[k].lower not in ADVERBS:
            return None
    return None


def _in_a_statement(tokens: Sequence[Token], start: int, casing: Casing) -> Mention | None:
    """Whose it is, in "klinkt het in een korte verklaring van de dienst"."""
    if [t.lower for t in tokens[start : start + 2]] not in (["in", "een"], ["in", "de"]):
        return None
    for k in range(start + 2, min(len(tokens) - 2, start + 5)):
        if tokens[k].lower in ANSWERS and tokens[k + 1].lower == "van":
            return read_mention(tokens, k + 2, casing)
    return None
