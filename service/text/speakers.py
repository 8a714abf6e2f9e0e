"""Whose words a quotation holds.

For each quotation the nearest evidence wins: an attribution right behind it ("zegt X"), one that ends in a colon
before it, one elsewhere in the same sentence, the other half of an interrupted quotation. A quotation that stands as
a sentence by itself belongs to whoever its paragraph last had speaking or thinking, or to the person the sentence
before is about: that is how Dutch newspapers are written ("Jansen is niet overtuigd. 'Dit lost niets op.'"). One that
opens a paragraph carries on from a paragraph that ended with a quotation. Without any of these there is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from service.text.attributions import Attribution, find_attributions, subject_of
from service.text.cues import cues_of
from service.text.frames import Frame, Token
from service.text.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, SUBORDINATORS, is_human
from service.text.mentions import Mention, read_mention
from service.text.registry import Registry

Confidence = Literal["high", "medium", "low"]
Place = Literal["after", "before", "inside", "carried", "none"]

_FILLER: Final = ADVERBS | {"zo", "aldus", "en", "dat", "dus", "want"}
_FARTHEST: Final = 18.0
"""An attribution dearer than this is about something else."""
_WINDOW: Final = 5
"""Frames back in a paragraph that a standing quotation may look for its speaker."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a quotation, by which words, where those stand, and how sure that is."""

    speaker: str | None = None
    cue: str | None = None
    place: Place = "none"
    confidence: Confidence = "low"
    naming: bool = False


@dataclass(slots=True)
class _Thread:
    """What is remembered from frame to frame."""

    speaker: str | None = None
    frame: int = -99
    paragraph: int = -99
    ended_with_quote: bool = False
    """The last frame held a quotation of the speaker."""
    quoted: bool = False
    """The speaker was quoted, not only spoken of."""
    subject: str | None = None
    subject_person: bool = False
    subject_frame: int = -99


def find_speakers(frames: Sequence[Frame], count: int, registry: Registry, opened: Sequence[bool]) -> list[Said]:
    """For each of ``count`` outer quotations its speaker. ``opened``: it goes on from the paragraph before."""
    said = [Said()] * count
    thread = _Thread()
    attributions = [find_attributions(frame, registry.casing) for frame in frames]
    registry.take_speakers([a.mention for found in attributions for a in found if a.mention and a.kind == "speech"])
    for i, frame in enumerate(frames):
        found = attributions[i]
        near = _near(thread, frame)
        positions = [p for p, t in enumerate(frame.tokens) if t.kind == "quote"]
        standing = _stands_alone(frame)
        for p in positions:
            q = frame.tokens[p].quote
            if opened[q] and q and said[q - 1].speaker and not found:
                said[q] = _carry(said[q - 1])
                continue
            said[q] = _in_frame(frame, p, found, registry, near)
            if said[q].place == "none" and p and frame.tokens[p - 1].text == ":" and thread.frame == frame.index - 1 \
                    and thread.paragraph == frame.paragraph and thread.ended_with_quote:
                said[q] = Said(thread.speaker, ":", "carried", "low")
        _share(frame, positions, said)
        for p in positions:
            q = frame.tokens[p].quote
            if said[q].place == "none" and standing:
                said[q] = _standing(frames, i, attributions, registry, thread)
        _remember(thread, frame, found, said, registry, near)
    return said


def _near(thread: _Thread, frame: Frame) -> str | None:
    """The person last spoken of or speaking, while that is fresh."""
    if thread.subject_person and thread.subject_frame > thread.frame and frame.index - thread.subject_frame <= 4:
        return thread.subject
    if frame.index - thread.frame <= 4:
        return thread.speaker
    return None


def _stands_alone(frame: Frame) -> bool:
    return all(t.kind != "word" or t.lower in CONJUNCTIONS for t in frame.tokens)


def _resolve(
    attribution: Attribution, frame: Frame, registry: Registry, near: str | None, before: Sequence[Attribution] = ()
) -> str | None:
    if attribution.mention is None:
        return None
    if attribution.mention.pronoun:
        for other in before:
            if other.at < attribution.at and other.mention is not None and not other.mention.pronoun:
                named = registry.resolve(other.mention, frame.index)
                if named and registry.agrees(attribution.mention, named):
                    return named
    first = registry.resolve(attribution.mention, frame.index, near)
    if first and attribution.second is not None:
        second = registry.resolve(attribution.second, frame.index)
        return f"{first} en {second}"
    return first


def _in_frame(frame: Frame, p: int, found: Sequence[Attribution], registry: Registry, near: str | None) -> Said:
    tokens = frame.tokens
    after = _right_after(tokens, p, found)
    if after is not None:
        speaker = _resolve(after, frame, registry, near)
        sure: Confidence = "high" if speaker else "low"
        if speaker or after.mention is None:
            return Said(speaker, after.cue, "after", sure, after.kind == "naming")
    if p and tokens[p - 1].text == ":":
        said = _before_colon(frame, p, found, registry, near)
        if said is not None:
            return said
    best, score = None, 99.0
    for a in found:
        if a.mention is None or (a.form == "attitude"):
            continue
        distance = _distance(tokens, p, a)
        if distance < score:
            best, score = a, distance
    if best is None or score > _FARTHEST:
        return Said()
    speaker = _resolve(best, frame, registry, near, found)
    if speaker is None:
        return Said()
    sure = "high" if score < 8 and best.kind != "thought" else "medium"
    return Said(speaker, best.cue, "inside", sure, best.kind == "naming")


def _distance(tokens: Sequence[Token], p: int, a: Attribution) -> float:
    """How far an attribution is from the quotation at ``p``, in words, dearer where something stands between."""
    lo, hi = (a.last, p) if a.at < p else (p + 1, a.first)
    between = tokens[lo:hi] if lo < hi else ()
    cost = float(len(between)) * 0.5 + (1.0 if a.at > p else 0.0)
    cost += sum(3.0 for t in between if t.text in ";:") + sum(1.0 for t in between if t.text == ",")
    cost += sum(1.0 for t in between if t.kind == "quote") * 0.5
    if a.kind == "thought":
        cost += 6.0
    if a.at > p and p + 1 < len(tokens) and tokens[p + 1].lower in SUBORDINATORS:
        cost += 8.0
    return cost


def _right_after(tokens: Sequence[Token], p: int, found: Sequence[Attribution]) -> Attribution | None:
    j = p + 1
    while j < len(tokens) and (tokens[j].text in (",", "–", "-", "—", "…", ".") or tokens[j].lower in _FILLER) and j - p <= 5:
        for a in found:
            if a.at == j:
                return a
        j += 1
    for a in found:
        if a.at == j and (j == p + 1 or tokens[p + 1].kind == "punct" or tokens[j - 1].lower in ("zo", "aldus")):
            if a.at > p + 1 and a.kind == "thought" and tokens[p + 1].kind != "punct":
                return None
            return a
    if j < len(tokens) and j > p + 1 and tokens[j - 1].lower == "zo":
        return None
    return None


def _before_colon(frame: Frame, p: int, found: Sequence[Attribution], registry: Registry, near: str | None) -> Said | None:
    tokens = frame.tokens
    lo = p - 1
    while lo and tokens[lo - 1].kind != "quote" and tokens[lo - 1].text not in (";",):
        lo -= 1
    for a in sorted(reversed(found), key=lambda a: a.kind == "thought" and a.form != "attitude"):
        if lo <= a.at < p and a.mention is not None:
            speaker = _resolve(a, frame, registry, near)
            if speaker:
                return Said(speaker, a.cue, "before", "high", False)
    mention = general_subject(tokens[lo : p - 1], registry)
    if mention is None:
        return None
    speaker = registry.resolve(mention, frame.index, near)
    if speaker is None:
        return None
    bare = mention.end >= p - 1 - lo or tokens[lo + mention.end].text == ","
    return Said(speaker, ":", "before", "high" if bare and not frame.heading else "medium")


def general_subject(tokens: Sequence[Token], registry: Registry, *, loose: bool = False) -> Mention | None:
    """The person or body a sentence is about, whatever its verb; None when that is no human subject."""
    s = 0
    while s < len(tokens) and (tokens[s].lower in CONJUNCTIONS or tokens[s].lower in ("ook", "toch", "zelfs", "alleen")):
        s += 1
    mention = read_mention(tokens, s, registry.casing)
    if mention is not None and (_may_speak(mention, registry) or (loose and s == 0 and mention.phrase == mention.name)) and tokens[s].lower not in ("dat", "dit"):
        return mention
    for v in range(s + 1, min(len(tokens), s + 30)):
        low = tokens[v].lower
        if tokens[v].kind == "punct" and tokens[v].text in ";:":
            return None
        if low in AUXILIARIES or (tokens[v].kind == "word" and not tokens[v].capital and any(not c.participle for c in cues_of(low))):
            subject = subject_of(tokens, v, registry.casing)
            if subject is not None:
                return subject if _may_speak(subject, registry) else None
    return None


def _may_speak(mention: Mention, registry: Registry) -> bool:
    if mention.pronoun:
        return True
    if mention.name:
        return registry.person_at(mention) or bool(mention.role and is_human(mention.role.split(" ")[0])) or registry.speaks(mention)
    head = mention.role.split(" ")[0].split("-")[-1]
    return bool(head) and is_human(head) and not mention.phrase.startswith(("hun ", "onze "))


def _share(frame: Frame, positions: Sequence[int], said: list[Said]) -> None:
    """The other halves of an interrupted quotation, and a list of quoted words, have one speaker."""
    for a, b in zip(positions, positions[1:], strict=False):
        left, right = frame.tokens[a].quote, frame.tokens[b].quote
        if said[right].place == "none" and said[left].place != "none":
            said[right] = said[left]
    for a, b in reversed(list(zip(positions, positions[1:], strict=False))):
        left, right = frame.tokens[a].quote, frame.tokens[b].quote
        if said[left].place == "none" and said[right].place != "none" and b - a <= 2:
            said[left] = said[right]


def _carry(said: Said) -> Said:
    return Said(said.speaker, said.cue, "carried", "medium" if said.confidence == "high" else "low")


def _standing(
    frames: Sequence[Frame], i: int, attributions: Sequence[Sequence[Attribution]], registry: Registry, thread: _Thread
) -> Said:
    """The speaker of a quotation that is a sentence by itself."""
    frame = frames[i]
    following = frames[i + 1] if i + 1 < len(frames) and frames[i + 1].paragraph == frame.paragraph else None
    if following is not None and following.tokens[0].lower in ("dat", "zo", "aldus", "dit", "daarmee"):
        for a in attributions[i + 1]:
            if a.at <= 3 and a.mention is not None and not any(t.kind == "quote" for t in following.tokens):
                speaker = _resolve(a, following, registry, _near(thread, frame))
                if speaker:
                    return Said(speaker, a.cue, "after", "medium")
    same = thread.paragraph == frame.paragraph
    if same and thread.speaker and frame.index - thread.frame == 1:
        return Said(thread.speaker, None, "carried", "medium")
    back = i - 1
    while back >= 0 and frames[back].paragraph == frame.paragraph and i - back <= _WINDOW:
        if same and thread.frame == frames[back].index and thread.speaker:
            return Said(thread.speaker, None, "carried", "medium" if i - back <= 2 else "low")
        back -= 1
    if i and frames[i - 1].paragraph == frame.paragraph and thread.subject_frame == frames[i - 1].index and thread.subject:
        return Said(thread.subject, None, "carried", "low")
    if following is not None and following.tokens[0].kind == "quote":
        for a in attributions[i + 1]:
            if a is _right_after(following.tokens, 0, attributions[i + 1]):
                speaker = _resolve(a, following, registry, _near(thread, frame))
                if speaker:
                    return Said(speaker, a.cue, "carried", "medium")
    first = not i or frames[i - 1].paragraph != frame.paragraph
    if thread.speaker and frame.paragraph - thread.paragraph == 1 and (
        thread.frame == i - 1 if first else thread.quoted and i - thread.frame <= 3 and thread.subject_frame < thread.frame
    ):
        return Said(thread.speaker, None, "carried", "low")
    if first and following is not None and not frame.heading:
        mention = read_mention(following.tokens, 0, registry.casing)
        if mention is not None and mention.name and registry.person_at(mention) and not following.quotes():
            return Said(registry.full_name(mention), None, "carried", "low")
    return Said()


def _remember(
    thread: _Thread, frame: Frame, found: Sequence[Attribution], said: Sequence[Said], registry: Registry, near: str | None
) -> None:
    quotes = frame.quotes()
    speakers = [said[q].speaker for q in quotes if said[q].speaker]
    if frame.heading:
        return
    if speakers:
        thread.speaker, thread.frame, thread.paragraph = speakers[-1], frame.index, frame.paragraph
        thread.ended_with_quote = thread.quoted = True
        return
    thread.ended_with_quote = False
    for a in reversed(found):
        if a.mention is None or a.form == "passive":
            continue
        if a.mention.start and frame.tokens[a.mention.start - 1].lower in ("wat", "zoals"):
            continue
        speaker = _resolve(a, frame, registry, near)
        if speaker and (a.form == "preposition" or a.mention.name or _may_speak(a.mention, registry)):
            thread.speaker, thread.frame, thread.paragraph = speaker, frame.index, frame.paragraph
            thread.quoted = False
            return
    mention = general_subject(frame.tokens, registry, loose=True)
    if mention is not None and (mention.pronoun or mention.name or mention.definite or mention.phrase.startswith(("zijn ", "haar "))):
        speaker = registry.resolve(mention, frame.index, near)
        person = bool(mention.pronoun or not mention.name or registry.person_at(mention))
        if speaker and (person or mention.start == 0):
            thread.subject, thread.subject_frame, thread.subject_person = speaker, frame.index, person

