"""Who answers: "'...', antwoordde hij", "'...', is het antwoord", "'...', klinkt het"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from service.text.people.pronouns import ASKS, QUESTIONS
from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import pronoun_at
from service.text.saying.attributing_nouns import LINKING, STATEMENTS
from service.text.speaking.said import Said
from service.text.speaking.thread import Thread
from service.text.words.lexicon import DETERMINERS, PREPOSITIONS, word_set

_REPLIES: Final = ("de verklaring", "de reactie", "het verweer", "de uitleg", "het bijschrift")
ASKERS: Final = word_set(
    "rechter politierechter kantonrechter presentator presentatrice interviewer verslaggever journalist"
)
"""Who asks for a living: a question of theirs is answered by another."""
_YOU: Final = word_set("u uw je jij jou jouw jullie")
_REPLIED: Final = ("antwoordde", "antwoordt")


def of_the_asked(said: Said, frames: Sequence[Frame], i: int, registry: Registry, thread: Thread) -> Said:
    """ "De rechter vroeg waarom Bos zweeg. '...', antwoordde hij": not who asked, with marks or without.

    Nor is it "zei hij" behind the question of somebody who asks for a living.

    Then it is the person last named whom the pronoun can mean, or whom the paragraph or the article is about.
    """
    if said.speaker is None:
        return said
    just = i - thread.quoted_frame == 1 and thread.quoted_speaker == said.speaker
    by_trade = just and said.speaker.split(" ")[-1] in ASKERS and not _speaks_to_somebody(frames[i])
    if said.cue not in _REPLIED and not by_trade:
        return said
    words = [t.lower for t in frames[i - 1].tokens]
    reported = not ASKS.isdisjoint(words) and not QUESTIONS.isdisjoint(words) and thread.frame == i - 1
    question = frames[max(0, thread.quoted_frame)].tokens
    quoted = any(t.kind == "quote" and t.text.endswith("?") for t in question) and not ASKS.isdisjoint(
        t.lower for t in question
    )
    asked = (reported and thread.speaker == said.speaker) or (
        quoted and thread.quoted_speaker == said.speaker and i - thread.quoted_frame <= 2
    )
    pronouns = [b.lower for a, b in pairwise(frames[i].tokens) if a.lower == said.cue]
    if not asked or pronouns[:1] not in (["hij"], ["ze"], ["zij"]):
        return said
    who = pronoun_at(0, pronouns[0])
    for other in (registry.another(who, i, said.speaker), thread.person, registry.protagonist(i, 0)):
        if other is not None and other != said.speaker and registry.agrees(who, other):
            return replace(said, speaker=other)
    return said


def _speaks_to_somebody(frame: Frame) -> bool:
    return any(t.kind == "quote" and speaks_to(t.text) for t in frame.tokens)


def speaks_to(words: str) -> bool:
    """Whether somebody is spoken to, or asked on: so does who asked before."""
    return words.endswith("?") or not _YOU.isdisjoint(re.findall(r"\w+", words.casefold()))


def echoes(tokens: Sequence[Token], p: int) -> bool:
    """ "'...', klinkt het": the words of whoever is spoken of, unless they come from somewhere else."""
    behind = [t.lower for t in tokens[p + 1 : p + 8] if t.kind == "word"]
    if is_the_answer(tokens, p) or (behind[:1] and " ".join(behind[1:3]) in _REPLIES):
        return behind[0] in LINKING
    if behind[:2] in (["klinkt", "het"], ["klonk", "het"]) and behind[2:4] == ["met", "een"]:
        return True  # "'...', klonk het met een zucht"
    if behind[:2] in (["luidt", "het"], ["luidde", "het"]) and behind[2:3] == ["in"]:
        return any(word in STATEMENTS | {"reactie"} for word in behind[3:5]) and "van" not in behind
    how = behind[3:] if behind[2:3] == ["in"] and not set(behind[2:]) & DETERMINERS else behind[2:]
    return behind[:2] in (["klinkt", "het"], ["klonk", "het"], ["luidt", "het"], ["luidde", "het"]) and (
        not set(how) & PREPOSITIONS and len(behind) <= 5
    )


def is_the_answer(tokens: Sequence[Token], p: int) -> bool:
    """ "'Honderdtien', is het antwoord": of the other of two who talk."""
    behind = [t.lower for t in tokens[p + 1 : p + 5] if t.kind == "word"]
    return behind[1:3] == ["het", "antwoord"] and behind[0] in LINKING
