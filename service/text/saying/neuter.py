"""The "het" that is a body: "Het ministerie wil niets zeggen. Wel benadrukt het dat ..."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.words.cues import IMPERSONAL
from service.text.words.lexicon import CONJUNCTIONS, word_set

_BEHIND: Final = word_set("dat dit in op via aan te weten niet ook nog zich er")
"""What follows a "het" that is no article."""
_OF_NOBODY: Final = word_set(
    "zegt zei verklaart verklaarde vraagt vroeg roept riep wil wilde maakt maakte geeft gaf komt kwam"
    " gaat ging toont toonde klopt staat stond leert leerde bewijst bewees onderstreept"
)
""" "Het zegt veel dat ...", "Het roept de vraag op": of no body in particular."""


def it_says(tokens: Sequence[Token], v: int) -> Mention | None:
    """The "het" that is the subject of the singular verb of saying at ``v``, if it may be a body's."""
    verb = tokens[v].lower
    if verb in IMPERSONAL:
        return None
    if v and tokens[v - 1].lower == "het" and verb not in _OF_NOBODY:
        opens = v == 1 or tokens[v - 2].kind != "word" or tokens[v - 2].lower in CONJUNCTIONS
        return Mention(v - 1, v, "het", pronoun="het") if opens else None
    if [t.lower for t in tokens[v + 1 : v + 2]] != ["het"]:
        return None
    behind = tokens[v + 2] if v + 2 < len(tokens) else None
    alone = behind is None or behind.kind != "word" or behind.lower in _BEHIND
    return Mention(v + 1, v + 2, "het", pronoun="het") if alone else None
