"""Whose words a quotation holds.

For each quotation the nearest evidence wins: an attribution right behind it ("zegt X"), one that ends in a
colon before it, one elsewhere in the same sentence, the other half of an interrupted quotation. A quotation
that stands as a sentence by itself belongs to whoever its paragraph last had speaking or thinking, or to the
person the sentence before is about: that is how Dutch newspapers are written ("Jansen is niet overtuigd. 'Dit
lost niets op.'"). One that opens a paragraph carries on from a paragraph that ended with a quotation. Without
any of these there is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, is_a_link
from service.text.saying.attributions import find_attributions
from service.text.speaking.answers import echoes, is_the_answer, of_the_asked
from service.text.speaking.beside import said_beside
from service.text.speaking.exchanges import in_exchange, settle_turns
from service.text.speaking.heading_voices import give_to_the_first_voice, judge_headings, name_strangers
from service.text.speaking.interview_answers import answer_in_run_on_text, answer_questions, stands_alone
from service.text.speaking.interviews import is_question
from service.text.speaking.letters import document_in, letter_writer
from service.text.speaking.said import Said
from service.text.speaking.standing import standing_speaker
from service.text.speaking.thread import Thread
from service.text.speaking.told_after import told_after
from service.text.speaking.unattributed import (
    give_his_own_words,
    give_to_the_portrayed,
    goes_on,
    his_reason,
    retold,
)

_VERB: Final = 3
"""The token at which "Met die woorden reageert" has its verb."""


def find_speakers(
    frames: Sequence[Frame], count: int, registry: Registry, opened: Sequence[bool]
) -> list[Said]:
    """The speaker of each of ``count`` outer quotations; ``opened``: it goes on from the paragraph before."""
    reading = _Reading(frames, registry, [Said()] * count)
    for i in range(len(frames)):
        reading.read(i, opened)
    said = reading.said
    settle_turns(frames, said)
    name_strangers(frames, said, registry)
    judge_headings(frames, said, registry)
    give_to_the_first_voice(frames, said)
    answer_questions(frames, said, registry)
    answer_in_run_on_text(frames, said, registry)
    give_his_own_words(frames, said, registry)
    give_to_the_portrayed(frames, said, registry)
    for i, frame in enumerate(frames):
        for q in frame.quotes() if is_a_link(frames, i) else ():
            said[q] = said[q] if said[q].cue else Said()
    return said


class _Reading:
    """An article read frame by frame, with what is known of its speakers so far."""

    def __init__(self, frames: Sequence[Frame], registry: Registry, said: list[Said]) -> None:
        self.said = said
        self._frames = frames
        self._registry = registry
        self._thread = Thread()
        self._attributions = [find_attributions(frame, registry.casing) for frame in frames]
        registry.take_speakers(
            [a.mention for found in self._attributions for a in found if a.mention and a.kind == "speech"]
        )

    def read(self, i: int, opened: Sequence[bool]) -> None:
        """Give frame ``i``'s quotations their speakers, the nearest evidence first, and remember it."""
        frame, found = self._frames[i], self._attributions[i]
        near = self._thread.near(frame)
        positions = [p for p, t in enumerate(frame.tokens) if t.kind == "quote"]
        for p in positions:
            q = frame.tokens[p].quote
            if opened[q] and q and self.said[q - 1].speaker and not found:
                self.said[q] = _carry(self.said[q - 1])
            else:
                self.said[q] = self._attributed(i, p, near)
        for p in positions:
            self._answer(i, p)
            self._echo(i, p)
        _share(frame, positions, self.said)
        for p in positions:
            q = frame.tokens[p].quote
            if self.said[q].place == "none":
                self.said[q] = self._open(i, p, near)
            if self.said[q].place == "none" and all(t.kind != "word" for t in frame.tokens[p + 1 :]):
                self.said[q] = self._told_behind(i, p) or self.said[q]
        self._thread.remember(frame, found, self.said, self._registry, near)
        self._thread.keep_person(frame, self._registry)

    def _attributed(self, i: int, p: int, near: str | None) -> Said:
        """By its sentence; behind a colon alone by who spoke before."""
        frame, thread = self._frames[i], self._thread
        said = said_beside(frame, p, self._attributions[i], self._registry, near)
        if said.place == "none" and p and frame.tokens[p - 1].text == ":":
            said = goes_on(frame, self._registry, thread)
        return of_the_asked(said, self._frames, i, self._registry, thread) if i else said

    def _answer(self, i: int, p: int) -> None:
        """ "'...', is het antwoord": of the other of the two who talk."""
        frame = self._frames[i]
        q = frame.tokens[p].quote
        if i == 0 or self.said[q].speaker is not None or not is_the_answer(frame.tokens, p):
            return
        answering = self._thread.answering(self._frames[i - 1])
        if answering is not None:
            verb = next(t.lower for t in frame.tokens[p + 1 :] if t.kind == "word")
            self.said[q] = Said(answering, verb, "after", "low")

    def _echo(self, i: int, p: int) -> None:
        """ "'...', klinkt het": of whoever is spoken of."""
        tokens, thread = self._frames[i].tokens, self._thread
        q = tokens[p].quote
        asked = i > 0 and is_question(self._frames[i - 1])
        if asked or self.said[q].speaker is not None or not echoes(tokens, p):
            return
        carried = self._standing(i, p).speaker
        lately = thread.speaker if thread.frame == i - 1 else thread.subject
        just = i - 1 in (thread.frame, thread.subject_frame)
        if lately and just and self._registry.is_body(lately):
            carried = lately  # "Het parket wacht. '...', klinkt het daar"
        if carried:
            self.said[q] = Said(carried, self.said[q].cue, "after", "low")

    def _standing(self, i: int, p: int) -> Said:
        words = self._frames[i].tokens[p].text
        return standing_speaker(self._frames, i, self._attributions, self._registry, self._thread, words)

    def _open(self, i: int, p: int, near: str | None) -> Said:
        """Whose one is that nothing in its sentence attributes."""
        frame, registry = self._frames[i], self._registry
        if stands_alone(frame):
            return in_exchange(self._frames, i, self.said) or self._standing(i, p)
        writer = letter_writer(self._frames, i, registry, near) or document_in(frame, registry, near)
        if writer:
            return Said(writer, None, "inside", "low")
        return his_reason(frame, p, registry) or retold(frame, p, registry, self._thread)

    def _told_behind(self, i: int, p: int) -> Said | None:
        """By the sentence behind it, in its paragraph; behind a full stop only "Met die woorden ..."."""
        frame = self._frames[i]
        following = self._frames[i + 1] if i + 1 < len(self._frames) else None
        if following is None or following.paragraph != frame.paragraph:
            return None
        coming = self._attributions[i + 1]
        reacts = following.tokens[0].lower == "met" and any(a.at == _VERB for a in coming)
        if p < len(frame.tokens) - 1 and not reacts:
            return None
        return told_after(following, coming, self._registry, self._thread, frame)


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


def _carry(said: Said) -> Said:
    return Said(said.speaker, said.cue, "carried", "medium" if said.confidence == "high" else "low")
