"""What is remembered from sentence to sentence: who last spoke, was quoted, or was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from service.text.people.pronouns import ASKS
from service.text.people.registry import Registry
from service.text.people.strangers import WHOLE
from service.text.phrases.frames import Frame
from service.text.phrases.mention import Mention
from service.text.saying.attribution import Attribution
from service.text.speaking.about import after_but, closing_subject, general_subject, is_background
from service.text.speaking.hearable import is_common_plural, is_vague, may_speak
from service.text.speaking.said import Said, resolve_speaker
from service.text.speaking.thread_sentences import (
    follows_its_verb,
    has_impersonal_words,
    is_anybody,
    is_in_a_relative_clause,
    is_in_passing,
    is_one_of_several,
    main_first,
    who_tells,
    whom_asked,
    whose_words,
)
from service.text.words.lexicon import word_set

_NO_VOICES: Final = word_set("overlevering legende traditie planning prognose verwachting schatting")
"""What a thing may be according to, and nobody speaks."""
_LATELY = 6
"""So many quotations back a voice still takes part in the conversation."""


@dataclass(slots=True)
class Thread:
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
    subject_opens: bool = False
    """Its sentence begins with it, or with "ook" before it; a pronoun goes on from there."""
    person: str | None = None
    person_paragraph: int = -99
    """Who was last spoken of, or spoke, by name."""
    unsure_paragraph: int = -99
    """Here nobody can tell whom a pronoun means."""
    several: str | None = None
    """People in general who were quoted with a few words: "Boeren noemen het 'rampzalig'"."""
    several_frame: int = -99
    voices: list[str] = field(default_factory=list)
    """Who was quoted lately, in order."""

    def near(self, frame: Frame) -> str | None:
        """The person last spoken of or speaking, while that is fresh."""
        if (
            self.subject_person
            and self.subject
            and self.subject_frame > self.frame
            and frame.index - self.subject_frame <= 4
        ):
            return self.subject
        return self.speaker if frame.index - self.frame <= 4 else None

    def answering(self, before: Frame) -> str | None:
        """Who answers whom was heard last: whom the sentence before is about, or the other of the two."""
        asked = self.voices[-1] if self.voices else None
        words = {t.lower for t in before.tokens}
        about = self.subject if self.subject_frame == before.index else None
        asker = self.speaker if self.frame == before.index and not self.quoted else about
        if asker not in (None, asked) and (words & ASKS or {"wilde", "weten"} <= words):
            return asked  # "De rechter wilde weten waarom. 'Zomaar', luidde het antwoord"
        if about and about != asked:
            return about
        return next((voice for voice in reversed(self.voices) if voice != asked), None)

    def _goes_on_about_him(self, frame: Frame, registry: Registry) -> bool:
        """ "Dat is hem in het verkeerde keelgat geschoten": about the man of the sentence before."""
        return (
            self.subject_person
            and self.subject_frame == frame.index - 1
            and any(t.lower == "hem" for t in frame.tokens[1:])
            and not registry.named_in(frame.index, len(frame.tokens))
        )

    def keep_person(self, frame: Frame, registry: Registry) -> None:
        """Keep who a frame, once remembered, spoke of by name."""
        latest = self.speaker if self.frame > self.subject_frame or not self.subject_person else self.subject
        named = latest is not None and latest[:1].isupper() and registry.is_person(latest)
        if frame.index in (self.frame, self.subject_frame) and named:
            self.person, self.person_paragraph = latest, frame.paragraph

    def remember(
        self,
        frame: Frame,
        found: Sequence[Attribution],
        said: Sequence[Said],
        registry: Registry,
        near: str | None,
    ) -> None:
        """Take up what a frame tells, once its own quotations have their speakers."""
        if frame.heading or (len(frame.tokens) == 2 and frame.tokens[1].text == "?"):
            return  # "Resultaat?"
        speakers = [who for q in frame.quotes() if (who := said[q].speaker)]
        if self._is_quoted(frame, speakers, found, registry, near):
            return
        if has_impersonal_words(frame.tokens):
            self.speaker = self.subject = (
                None  # "'...', staat in het vonnis": what follows is not theirs either
            )
            return
        self.ended_with_quote = False
        if (named := registry.meant_by_die(frame)) is not None:
            self._is_told_of(named, frame)
        elif self._goes_on_about_him(frame, registry):
            self.subject_frame = frame.index
        elif not self._is_asked(frame, registry):
            but = after_but(frame.tokens, registry)
            if not self._says(frame, found, registry, near, but):
                self._is_spoken_of(frame, found, registry, near, but)

    def _is_told_of(self, speaker: str, frame: Frame) -> None:
        self.speaker, self.frame, self.paragraph = speaker, frame.index, frame.paragraph
        self.quoted = False

    def _is_quoted(
        self,
        frame: Frame,
        speakers: Sequence[str],
        found: Sequence[Attribution],
        registry: Registry,
        near: str | None,
    ) -> bool:
        """Whether somebody is quoted in the frame, who is then whom one hears."""
        if not speakers:
            return False
        heard = self.speaker is not None and self.speaker[:1].isupper()
        begins = [t.text[:1] for t in frame.tokens if t.kind == "quote"][-1]
        if heard and is_anybody(speakers[-1]) and begins.islower():
            self.several, self.several_frame = speakers[-1], frame.index
            self.subject = None  # "Deskundigen spreken van een '...'": what follows is not theirs
            return True
        if is_anybody(speakers[-1]) and self._goes_on_about_him(frame, registry):
            self.subject_frame = frame.index  # "Collega's noemden hem '...'": and of him what follows
            return True
        aside = any(is_in_a_relative_clause(frame.tokens, a) for a in found)
        if heard and begins.islower() and aside and self.paragraph == frame.paragraph:
            self.frame = frame.index  # "Er woonde een man die volgens de straat in '...' zat."
            return True
        self.speaker, self.frame, self.paragraph = speakers[-1], frame.index, frame.paragraph
        self.ended_with_quote = self.quoted = True
        self.quoted_speaker, self.quoted_frame = speakers[-1], frame.index
        if (main := who_tells(frame, found, registry, near)) is not None:
            self.speaker = main
        self.voices = [*self.voices, speakers[-1]][-_LATELY:]
        return True

    def _is_asked(self, frame: Frame, registry: Registry) -> bool:
        """Whether the frame asks an official, who is its subject then, or one of several who may be meant."""
        asked = whom_asked(frame.tokens, registry)
        if asked is not None and asked.role:
            official = registry.resolve(asked, frame.index)
            if official is not None and registry.is_person(official):
                self.subject, self.subject_frame, self.subject_person = official, frame.index, True
            return True
        whom, since = self.subject, self.subject_frame
        if self.frame > since and self.paragraph == frame.paragraph and not self.quoted:
            whom, since = self.speaker, self.frame
        told = (
            asked is not None
            and whom is not None
            and since >= frame.index - 2
            and not any(registry.named_in(at, WHOLE) for at in range(since + 1, frame.index))
            and registry.agrees(asked, whom)
        )  # "Bos mist geen dag. Of zij ...?": she of whom the sentence before is
        if asked is not None and not told and registry.is_ambiguous(asked, frame.index):
            self.speaker = self.subject = None  # "Of hij ooit aan stoppen dacht?", and of two men which
            self.unsure_paragraph = frame.paragraph
            return True
        return False

    def _says(
        self,
        frame: Frame,
        found: Sequence[Attribution],
        registry: Registry,
        near: str | None,
        but: Mention | None,
    ) -> bool:
        """Whether somebody says or thinks something in the frame, not quoted."""
        about = self.subject if self.subject_frame >= self.frame else self.speaker
        about = about if frame.index - 1 in (self.subject_frame, self.frame) else None
        for a in main_first(frame.tokens, found):
            if a.mention is None or is_in_passing(a) or (but is not None and a.at < but.start):
                continue
            if is_vague(a.mention) and about and registry.is_person(about):
                continue  # "Bos wil een hek. Omwonenden zeggen dat het lelijk is. '...'": he answers them
            speaker = resolve_speaker(a, frame, registry, near)
            if a.kind == "thought" and is_common_plural(a.mention, registry):
                continue  # "Wolven zien honden als indringers"
            if a.form == "preposition" and a.mention.role in _NO_VOICES:
                continue
            if speaker and (a.form == "preposition" or a.mention.name or may_speak(a.mention, registry)):
                self._is_told_of(speaker, frame)
                return True
        return False

    def _is_spoken_of(
        self,
        frame: Frame,
        found: Sequence[Attribution],
        registry: Registry,
        near: str | None,
        but: Mention | None,
    ) -> None:
        """Take up whom the frame is about, if that is one who may speak next."""
        closing = closing_subject(frame.tokens, registry)
        mention = (
            whose_words(frame.tokens)
            or closing
            or (but if found else None)
            or general_subject(frame.tokens, registry, loose=True)
            or but
        )
        if (
            mention is not None
            and not is_background(frame.tokens, mention)
            and not is_one_of_several(frame.tokens, mention)
            and not is_vague(mention)
            and not (mention.pronoun and self.unsure_paragraph == frame.paragraph)
            and (
                mention.pronoun
                or mention.name
                or mention.definite
                or mention.phrase.startswith(("zijn ", "haar "))
                or (mention.phrase.startswith("een ") and may_speak(mention, registry))
            )
        ):
            speaker = registry.resolve(mention, frame.index, near)
            person = bool(mention.pronoun or not mention.name or registry.person_at(mention))
            house = mention.start == 1 and frame.tokens[0].lower == "bij"
            if speaker and (person or house or mention.start == 0):
                last = mention is closing or (mention is but and bool(found))
                opens = mention.start <= 1 or last or follows_its_verb(frame.tokens, mention)
                again = self.subject_opens and speaker == self.subject
                self.subject, self.subject_frame, self.subject_person = speaker, frame.index, person
                self.subject_opens = opens and (again or not mention.pronoun)
