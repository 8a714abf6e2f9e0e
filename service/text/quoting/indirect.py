"""Reported speech: what somebody is said to say, without his very words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from service.text.people.registry import Registry
from service.text.phrases.frames import FINAL, Frame, Token
from service.text.saying.attribution import Attribution
from service.text.saying.attributions import find_attributions
from service.text.speaking.said import Said
from service.text.words.lexicon import SUBJECT_PRONOUNS


def find_indirect(
    frames: Sequence[Frame], registry: Registry, taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int, Said]]:
    """Spans of reported speech in sentences without quotations: start, end, speaker and cue.

    "X zegt dat ..." gives what follows "dat", "..., zegt X" what goes before, "volgens X" the whole sentence.
    """
    found: list[tuple[int, int, Said]] = []
    spans = sorted(taken)
    starts = [a for a, _ in spans]
    near: str | None = None
    for frame in frames:
        tokens = frame.tokens
        last = bisect_right(starts, tokens[-1].end) - 1
        clear = not (last >= 0 and spans[last][1] > tokens[0].start)
        for a in find_attributions(frame, registry.casing):
            if a.mention is None or a.kind != "speech" or a.form not in ("verb", "preposition"):
                continue
            speaker = registry.resolve(a.mention, frame.index, near)
            if speaker is None:
                continue
            near = speaker
            span = _span(tokens, a) if clear else None
            if span is not None:
                found.append((*span, Said(speaker, a.cue, "inside", "medium")))
                break
    return found


def _span(tokens: Sequence[Token], a: Attribution) -> tuple[int, int] | None:
    stop = len(tokens)
    while stop and tokens[stop - 1].text in FINAL:
        stop -= 1
    if stop < 3:
        return None
    if a.form == "preposition":
        return tokens[0].start, tokens[stop - 1].end
    for j in range(max(a.last, a.at + 1), min(stop - 1, a.last + 9)):
        if tokens[j].lower in ("dat", "of") and j + 2 < stop:
            return tokens[j + 1].start, tokens[stop - 1].end
        if tokens[j].text == ":":
            return None
    # Not "De advocaat, Els Bos, bevestigt dat"; but "Dat was laat, zei hij", whoever that is.
    inverted = any(t.lower in SUBJECT_PRONOUNS for t in tokens[a.at + 1 : a.at + 2])
    behind = a.mention is None or a.mention.start > a.at or inverted
    if a.at > 2 and tokens[a.at - 1].text == "," and behind:
        return tokens[0].start, tokens[a.at - 2].end
    return None
