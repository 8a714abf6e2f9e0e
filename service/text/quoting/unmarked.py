"""Direct speech without quotation marks: after a name and a colon, and in dialogue with dashes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, Literal

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mentions import read_mention
from service.text.phrases.naming import read_name
from service.text.saying.attributions import find_attributions
from service.text.speaking.before_colon import label_speaker
from service.text.speaking.said import Said
from service.text.words.lexicon import CREDITS
from service.text.words.voices import is_human

_LINE: Final = 12
"""Tokens of a line of dialogue, which a dash and a question handed back ("Nee, jij?") make it."""
Unmarked = tuple[int, int, Said, Literal["medium", "low"]]


def find_unmarked(
    frames: Sequence[Frame], registry: Registry, taken: Sequence[tuple[int, int]]
) -> list[Unmarked]:
    """Spans of unmarked speech with their speakers; none touches a marked quotation."""
    labelled = {f.index: hit for f in frames if (hit := _after_colon(f, registry)) is not None}
    found = _whole_turns(frames, labelled)
    found += _dialogue(frames, registry)
    starts = [a for a, _ in taken]
    return [f for f in found if not _touches(f[0], f[1], taken, starts)]


def _touches(start: int, end: int, taken: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    i = bisect_right(starts, end) - 1
    return i >= 0 and taken[i][1] > start


def _whole_turns(frames: Sequence[Frame], labelled: dict[int, Unmarked]) -> list[Unmarked]:
    """Where a paragraph begins with a label the rest of it is the same speaker's."""
    out: list[Unmarked] = []
    for index, (start, end, said, sure) in labelled.items():
        opens = not index or frames[index - 1].paragraph != frames[index].paragraph
        for at in range(index + 1, len(frames)) if opens and not frames[index].heading else ():
            frame = frames[at]
            if frame.paragraph != frames[index].paragraph or frame.quotes() or frame.index in labelled:
                break
            end = frame.tokens[-1].end
        out.append((start, end, said, sure))
    return out


def _after_colon(frame: Frame, registry: Registry) -> Unmarked | None:
    tokens = frame.tokens
    if len(tokens) < 4 or any(t.kind == "quote" for t in tokens):
        return None
    colon = next((i for i, t in enumerate(tokens[:12]) if t.text == ":"), -1)
    if colon < 1 or len(tokens) - colon < 3 or tokens[0].lower in CREDITS:
        return None
    listed = read_name(tokens, colon + 1, registry.casing) >= len(tokens) - 1
    if (listed or tokens[colon + 1].text[0].isdigit()) and not frame.heading:
        return None  # "Scheidsrechter: Van Weert.", "Toeschouwers: 9.412."
    mention = read_mention(tokens, 0, registry.casing)
    if mention is None or mention.pronoun:
        return None
    on_a_topic = frame.heading and tokens[mention.end].lower == "over" and tokens[colon + 1].text.islower()
    if mention.end != colon and not on_a_topic:
        return None
    known = registry.person_at(mention)
    head = mention.noun
    if not (known or registry.speaks(mention) if mention.name else is_human(head)):
        return None
    speaker = label_speaker(mention, frame, registry)
    said = Said(speaker, ":", "before", "medium" if known else "low")
    return tokens[colon + 1].start, tokens[-1].end, said, "medium" if known else "low"


def _dialogue(frames: Sequence[Frame], registry: Registry) -> list[Unmarked]:
    """Runs of paragraphs that begin with a dash, if one has an attribution or hands a question back."""
    out: list[Unmarked] = []
    run: list[Unmarked] = []
    attributed = False
    paragraph = -2
    for frame in frames:
        tokens = frame.tokens
        first = frame.index == 0 or frames[frame.index - 1].paragraph != frame.paragraph
        dashed = len(tokens) > 2 and tokens[0].text in ("–", "—", "-") and tokens[1].capital
        if not first and not (dashed and run):
            continue
        if not dashed or frame.paragraph > paragraph + 1:
            out += run if attributed else []
            run, attributed = [], False
        if dashed:
            hit = _dashed(tokens, frame, registry)
            asks = tokens[-1].text == "?" and tokens[-3].text == "," and len(tokens) <= _LINE
            attributed = attributed or asks or hit[2].speaker is not None
            run.append(hit)
            paragraph = frame.paragraph
    return out + (run if attributed else [])


def _dashed(tokens: Sequence[Token], frame: Frame, registry: Registry) -> Unmarked:
    for a in find_attributions(frame, registry.casing):
        if a.mention is None or a.at < 3 or tokens[a.at - 1].text not in (",", "?", "!", "…", "–", "—"):
            continue
        speaker = registry.resolve(a.mention, frame.index)
        end = tokens[a.at - 2].end if tokens[a.at - 1].text in (",", "–", "—") else tokens[a.at - 1].end
        return tokens[1].start, end, Said(speaker, a.cue, "after", "medium"), "medium"
    return tokens[1].start, tokens[-1].end, Said(), "low"
