"""Whose words a quotation holds.

For each quotation the nearest evidence wins: an attribution right behind it ("zegt X"), one that ends in a
colon before it, one elsewhere in the same sentence, the other half of an interrupted quotation. A quotation
that stands as a sentence by itself belongs to whoever its paragraph last had speaking or thinking, or to the
person the sentence before is about: that is how Dutch newspapers are written ("Jansen is niet overtuigd. 'Dit
lost niets op.'"). One that opens a paragraph carries on from a paragraph that ended with a quotation. Without
any of these there is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from service.text.attributions import find_attributions
from service.text.beside import (
    Said,
    general_subject,
    is_reported,
    may_speak,
    resolve_speaker,
    right_after,
    said_beside,
)
from service.text.frames import Frame, Token
from service.text.lexicon import CONJUNCTIONS, PREPOSITIONS, word_set
from service.text.mentions import Mention, read_mention
from service.text.registry import Registry
from service.text.said_verbs import Attribution
from service.text.voices import BODY

_WRITTEN: Final = word_set("tekst teksten bord borden opschrift spandoek kop briefje motto stelling")
_WITH_THESE_WORDS: Final = (["met", "die", "woorden"], ["met", "deze", "woorden"])
_WINDOW: Final = 5
"""Frames back in a paragraph that a standing quotation may look for its speaker."""


@dataclass(slots=True)
class _Thread:
    """What is remembered from frame to frame."""

    speaker: str | None = None
    frame: int = -99
    paragraph: int = -99
    ended_with_quote: bool = False
    """The last frame held a quotation of the speaker."""
    quoted_speaker: str | None = None
    quoted_frame: int = -99
    quoted: bool = False
    """The speaker was quoted, not only spoken of."""
    subject: str | None = None
    subject_person: bool = False
    subject_frame: int = -99


def find_speakers(
    frames: Sequence[Frame], count: int, registry: Registry, opened: Sequence[bool]
) -> list[Said]:
    """The speaker of each of ``count`` outer quotations; ``opened``: it goes on from the paragraph before."""
    said = [Said()] * count
    thread = _Thread()
    attributions = [find_attributions(frame, registry.casing) for frame in frames]
    registry.take_speakers(
        [a.mention for found in attributions for a in found if a.mention and a.kind == "speech"]
    )
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
            said[q] = said_beside(frame, p, found, registry, near)
            if (
                said[q].place == "none"
                and p
                and frame.tokens[p - 1].text == ":"
                and thread.frame == frame.index - 1
                and thread.paragraph == frame.paragraph
                and thread.ended_with_quote
                and frame.tokens[0].lower in CONJUNCTIONS
                and not any(t.lower in _WRITTEN for t in frame.tokens)
            ):
                said[q] = Said(thread.speaker, ":", "carried", "low")
        for p in positions:
            asked = i > 0 and frames[i - 1].tokens[-1].text == "?" and not frames[i - 1].quotes()
            if said[frame.tokens[p].quote].speaker is None and _echoes(frame.tokens, p) and not asked:
                words = frame.tokens[p].text
                carried = _standing(frames, i, attributions, registry, thread, words)
                if carried.speaker:
                    cue = said[frame.tokens[p].quote].cue
                    said[frame.tokens[p].quote] = Said(carried.speaker, cue, "after", "low")
        _share(frame, positions, said)
        for p in positions:
            q = frame.tokens[p].quote
            if said[q].place == "none" and standing:
                said[q] = _standing(frames, i, attributions, registry, thread, frame.tokens[p].text)
        _remember(thread, frame, found, said, registry, near)
    return said


def _near(thread: _Thread, frame: Frame) -> str | None:
    """The person last spoken of or speaking, while that is fresh."""
    if (
        thread.subject_person
        and thread.subject
        and thread.subject_frame > thread.frame
        and frame.index - thread.subject_frame <= 4
    ):
        return thread.subject
    if frame.index - thread.frame <= 4:
        return thread.speaker
    return None


def _stands_alone(frame: Frame) -> bool:
    return not frame.heading and all(t.kind != "word" or t.lower in CONJUNCTIONS for t in frame.tokens)


def _echoes(tokens: Sequence[Token], p: int) -> bool:
    """ "'...', klinkt het": the words of whoever is spoken of, unless they come from somewhere else."""
    behind = [t.lower for t in tokens[p + 1 : p + 8] if t.kind == "word"]
    return behind[:2] in (["klinkt", "het"], ["klonk", "het"], ["luidt", "het"], ["luidde", "het"]) and (
        not set(behind[2:]) & PREPOSITIONS and len(behind) <= 5
    )


def _share(frame: Frame, positions: Sequence[int], said: list[Said]) -> None:
    """The other halves of an interrupted quotation, and a list of quoted words, have one speaker."""
    for a, b in pairwise(positions):
        left, right = frame.tokens[a].quote, frame.tokens[b].quote
        if said[right].place == "none" and said[left].place != "none":
            said[right] = said[left]
    for a, b in reversed(list(pairwise(positions))):
        left, right = frame.tokens[a].quote, frame.tokens[b].quote
        if said[left].place == "none" and said[right].place != "none" and b - a <= 2:
            said[left] = said[right]


def _names(words: str, speaker: str) -> bool:
    last = speaker.split()[-1]
    return last[:1].isupper() and len(last) > 2 and re.search(rf"\b{re.escape(last)}\b", words) is not None


def _speaks_of(words: str, name: str, registry: Registry) -> bool:
    """Whether the quotation begins with a pronoun that can mean that person: "Ze was er slecht aan toe"."""
    match = re.match(r"(?:[\w’']+ ){0,4}?([Hh]ij|[Zz]ij|[Zz]e) (?!\w+en\b|zijn\b)", words)
    if match is None or (match.start(1) and re.search(r"\b(?:ik|wij|we|mij|mijn|ons|onze)\b", words, re.I)):
        return False
    pronoun = "hij" if match.group(1).casefold() == "hij" else "zij"
    return registry.agrees(Mention(0, 1, pronoun, pronoun=pronoun), name)


def _carry(said: Said) -> Said:
    return Said(said.speaker, said.cue, "carried", "medium" if said.confidence == "high" else "low")


def _standing(
    frames: Sequence[Frame],
    i: int,
    attributions: Sequence[Sequence[Attribution]],
    registry: Registry,
    thread: _Thread,
    words: str,
) -> Said:
    """The speaker of a quotation that is a sentence by itself: nobody who is spoken of in it by name."""
    if thread.speaker and _names(words, thread.speaker):
        if (
            thread.quoted_speaker
            and thread.quoted_speaker[:1].isupper()
            and not _names(words, thread.quoted_speaker)
            and i - thread.quoted_frame <= _WINDOW
        ):
            return Said(thread.quoted_speaker, None, "carried", "low")
        if not (thread.subject and thread.subject_frame == i - 1 and thread.subject != thread.speaker):
            return Said()
        thread = replace(thread, speaker=None)
    frame = frames[i]
    following = frames[i + 1] if i + 1 < len(frames) and frames[i + 1].paragraph == frame.paragraph else None
    if following is not None and following.tokens[0].lower in ("dat", "zo", "aldus", "dit", "daarmee"):
        for a in attributions[i + 1]:
            if a.at <= 3 and a.mention is not None and not any(t.kind == "quote" for t in following.tokens):
                speaker = resolve_speaker(a, following, registry, _near(thread, frame))
                if speaker:
                    return Said(speaker, a.cue, "after", "medium")
    if following is not None and [t.lower for t in following.tokens[:3]] in _WITH_THESE_WORDS:
        mention = general_subject(following.tokens, registry)
        if mention is not None and (speaker := registry.resolve(mention, following.index)):
            return Said(speaker, None, "after", "medium")
    same = thread.paragraph == frame.paragraph
    about_another = (
        i
        and thread.subject
        and thread.subject.startswith(("zijn ", "haar "))
        and not BODY.search(thread.subject.split(" ")[1])
        and thread.subject_frame == i - 1 > thread.frame
        and frames[i - 1].paragraph == frame.paragraph
        and not _speaks_of(words, thread.subject, registry)
    )
    if about_another:
        return Said(thread.subject, None, "carried", "low")  # "Haar buurman verloor alles."
    if same and thread.speaker and frame.index - thread.frame == 1:
        return Said(thread.speaker, None, "carried", "medium")
    back = i - 1
    while back >= 0 and frames[back].paragraph == frame.paragraph and i - back <= _WINDOW:
        if same and thread.frame == frames[back].index and thread.speaker:
            return Said(thread.speaker, None, "carried", "medium" if i - back <= 2 else "low")
        back -= 1
    if (
        i
        and frames[i - 1].paragraph == frame.paragraph
        and thread.subject_frame == frames[i - 1].index
        and thread.subject
        and not _names(words, thread.subject)
        and not _speaks_of(words, thread.subject, registry)
    ):
        return Said(thread.subject, None, "carried", "low")
    if following is not None and following.tokens[0].kind == "quote":
        for a in attributions[i + 1]:
            if a is right_after(following.tokens, 0, attributions[i + 1]):
                speaker = resolve_speaker(a, following, registry, _near(thread, frame))
                if speaker:
                    return Said(speaker, a.cue, "carried", "medium")
    first = not i or frames[i - 1].paragraph != frame.paragraph
    if (
        thread.speaker
        and frame.paragraph - thread.paragraph == 1
        and (
            thread.frame == i - 1
            if first
            else thread.quoted and i - thread.frame <= 3 and thread.subject_frame < thread.frame
        )
    ):
        return Said(thread.speaker, None, "carried", "low")
    if first and following is not None and not frame.heading:
        mention = read_mention(following.tokens, 0, registry.casing)
        if mention is not None and mention.name and registry.person_at(mention) and not following.quotes():
            return Said(registry.full_name(mention), None, "carried", "low")
    return Said()


def _main_first(tokens: Sequence[Token], found: Sequence[Attribution]) -> list[Attribution]:
    """What a following quotation may rest on: the closing attribution (", zegt X"), then in order."""
    usable = [
        a for a in found if a.form != "passive" and not is_reported(tokens, a) and not _is_vague(a.mention)
    ]
    if usable and usable[-1].at > 0 and tokens[usable[-1].at - 1].text == "," and usable[-1].kind != "naming":
        return [usable[-1], *usable[:-1]]
    return usable


def _is_vague(mention: Mention | None) -> bool:
    """Many, some or all of a kind ("veel kiezers", "ouders"): no one whose words follow."""
    if mention is None or mention.name or mention.pronoun:
        return False
    if mention.phrase.startswith(("veel ", "vele ", "sommige ", "alle ", "enkele ", "andere ")):
        return True
    return mention.plural and " " not in mention.phrase


def _remember(
    thread: _Thread,
    frame: Frame,
    found: Sequence[Attribution],
    said: Sequence[Said],
    registry: Registry,
    near: str | None,
) -> None:
    quotes = frame.quotes()
    speakers = [said[q].speaker for q in quotes if said[q].speaker]
    if frame.heading:
        return
    if speakers:
        thread.speaker, thread.frame, thread.paragraph = speakers[-1], frame.index, frame.paragraph
        thread.ended_with_quote = thread.quoted = True
        thread.quoted_speaker, thread.quoted_frame = speakers[-1], frame.index
        return
    thread.ended_with_quote = False
    for a in _main_first(frame.tokens, found):
        if a.mention is None:
            continue
        speaker = resolve_speaker(a, frame, registry, near)
        if speaker and (a.form == "preposition" or a.mention.name or may_speak(a.mention, registry)):
            thread.speaker, thread.frame, thread.paragraph = speaker, frame.index, frame.paragraph
            thread.quoted = False
            return
    mention = general_subject(frame.tokens, registry, loose=True)
    if (
        mention is not None
        and not _is_vague(mention)
        and (
            mention.pronoun
            or mention.name
            or mention.definite
            or mention.phrase.startswith(("zijn ", "haar "))
        )
    ):
        speaker = registry.resolve(mention, frame.index, near)
        person = bool(mention.pronoun or not mention.name or registry.person_at(mention))
        if speaker and (person or mention.start == 0):
            thread.subject, thread.subject_frame, thread.subject_person = speaker, frame.index, person
