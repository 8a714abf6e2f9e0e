"""The surroundings of a quotation inside a quotation."""

from __future__ import annotations

from service.text.attributions import find_attributions
from service.text.beside import Place, Said
from service.text.frames import Frame, Token, read_tokens
from service.text.pairing import Pair
from service.text.registry import Registry

_REACH = 80
_SAME_CLAUSE = 12


def nested_said(text: str, outer: Pair, pair: Pair, registry: Registry) -> tuple[Said, list[Token], int]:
    """Who is quoted inside the quotation, the tokens of that sentence, and the nested one's place among them.

    Only a name counts: whom "hij" means in somebody else's mouth is not for us to say.
    """
    lo, hi = max(outer.start, pair.opened - _REACH), min(outer.end, pair.closed + _REACH)
    before = read_tokens(text, lo, pair.opened, [])
    behind = read_tokens(text, pair.closed, hi, [])
    for i in range(len(before) - 1, -1, -1):
        if before[i].text in (".", "!", "?", "…"):
            before = before[i + 1 :]
            break
    for i, token in enumerate(behind):
        if token.text in (".", "!", "?", "…"):
            behind = behind[: i + 1]
            break
    tokens = [*before, Token(text[pair.start : pair.end], pair.opened, pair.closed, "quote", 0), *behind]
    p = len(before)
    for a in find_attributions(Frame(0, 0, tuple(tokens)), registry.casing):
        near = abs(a.at - p) <= 4 or (a.at < p <= a.at + _SAME_CLAUSE and a.kind == "speech")
        if a.mention is not None and a.mention.name and near and a.kind != "thought":
            place: Place = "after" if a.at > p == 0 else "inside"
            return Said(registry.full_name(a.mention), a.cue, place, "medium"), tokens, p
    return Said(), tokens, p
