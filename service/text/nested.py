"""The surroundings of a quotation inside a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from service.text.attributions import find_attributions
from service.text.beside import Place, Said
from service.text.cues import cues_of
from service.text.frames import Frame, Token, read_tokens
from service.text.pairing import Pair
from service.text.registry import Registry
from service.text.voices import is_human

_REACH = 80
_SAME_CLAUSE = 12
_CLAUSE = 6


def nested_said(
    text: str, outer: Pair, pair: Pair, registry: Registry, outer_speaker: str | None
) -> tuple[Said, list[Token], int]:
    """Who is quoted inside the quotation, the tokens of that sentence, and the nested one's place among them.

    A name counts, the speaker who repeats himself ("Ik zei: ...") and his own people ("Mijn man riep: ...");
    whom "hij" means in somebody else's mouth is not for us to say.
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
    if (who := _own_or_kin(before, outer_speaker)) is not None:
        return who, tokens, p
    for a in find_attributions(Frame(0, 0, tuple(tokens)), registry.casing):
        near = abs(a.at - p) <= 4 or (a.at < p <= a.at + _SAME_CLAUSE and a.kind == "speech")
        if a.mention is not None and a.mention.name and near and a.kind != "thought":
            place: Place = "after" if a.at > p == 0 else "inside"
            return Said(registry.full_name(a.mention), a.cue, place, "medium"), tokens, p
    return Said(), tokens, p


def _own_or_kin(before: Sequence[Token], outer_speaker: str | None) -> Said | None:
    """ "Ik zei: '...'", "Toen riep mijn man: '...'": a verb of saying in the clause right before."""
    clause = [t for t in before if t.kind == "word"][-_CLAUSE:]
    if not before or before[-1].text != ":":
        return None
    for v, verb in enumerate(clause):
        if not any(cue.kind == "speech" for cue in cues_of(verb.lower)):
            continue
        beside = [t.lower for t in (*clause[max(0, v - 1) : v], *clause[v + 1 : v + 2])]
        if "ik" in beside and outer_speaker:
            return Said(outer_speaker, verb.lower, "before", "medium")
        for start in (v - 2, v + 1):
            pair = clause[start : start + 2] if start >= 0 else []
            owner, whom = (t.lower for t in pair) if len(pair) == 2 else ("", "")
            if owner in ("mijn", "onze") and is_human(whom):
                return Said(f"{owner} {whom}", verb.lower, "before", "medium")
    return None
