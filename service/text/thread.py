"""What is remembered from sentence to sentence: who last spoke, was quoted, or was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from service.text.about import (
    after_but,
    closing_subject,
    general_subject,
    is_background,
    is_common_plural,
    is_vague,
    may_speak,
)
from service.text.attributing_nouns import ANSWERS
from service.text.beside import is_reported
from service.text.frames import Frame, Token
from service.text.lexicon import ADVERBS, AUXILIARIES, SUBORDINATORS, VERB_FORM, is_where, word_set
from service.text.mention import Mention
from service.text.mentions import read_mention
from service.text.pronouns import ASKS
from service.text.registry import Registry
from service.text.roles import PLURAL, is_office
from service.text.said import Said, resolve_speaker
from service.text.said_verbs import Attribution, is_half
from service.text.strangers import WHOLE

_WHEN = ("toen", "als", "wanneer", "nadat", "terwijl")
_LINES: Final = word_set("zin aanhef tekst regel slotzin openingszin")
_NO_VOICES: Final = word_set("overlevering legende traditie planning prognose verwachting schatting")
"""What a thing may be according to, and nobody speaks."""
_NEXT_TO = 4
"""Tokens between a quotation and the verb of the clause that it stands in."""
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

    def answering(self, frame: Frame, before: Frame) -> str | None:
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
        quotes = frame.quotes()
        speakers = [said[q].speaker for q in quotes if said[q].speaker]
        if frame.heading or (len(frame.tokens) == 2 and frame.tokens[1].text == "?"):
            return  # "Resultaat?"
        heard = self.speaker is not None and self.speaker[:1].isupper()
        begins = [t.text[:1] for t in frame.tokens if t.kind == "quote"][-1:]
        if speakers and heard and _is_anybody(str(speakers[-1])) and begins[0].islower():
            self.several, self.several_frame = speakers[-1], frame.index
            self.subject = None  # "Deskundigen spreken van een '...'": what follows is not theirs
            return
        if speakers and _is_anybody(str(speakers[-1])) and self._goes_on_about_him(frame, registry):
            self.subject_frame = frame.index  # "Collega's noemden hem '...'": and of him what follows
            return
        aside = any(_is_in_a_relative_clause(frame.tokens, a) for a in found)
        if speakers and heard and begins[0].islower() and aside and self.paragraph == frame.paragraph:
            self.frame = frame.index  # "Er woonde een man die volgens de straat in '...' zat."
            return
        if speakers:
            self.speaker, self.frame, self.paragraph = speakers[-1], frame.index, frame.paragraph
            self.ended_with_quote = self.quoted = True
            self.quoted_speaker, self.quoted_frame = speakers[-1], frame.index
            if (main := _who_tells(frame, found, registry, near)) is not None:
                self.speaker = main
            self.voices = [*self.voices, *filter(None, speakers[-1:])][-_LATELY:]
            return
        if has_impersonal_words(frame.tokens):
            self.speaker = self.subject = (
                None  # "'...', staat in het vonnis": what follows is not theirs either
            )
            return
        self.ended_with_quote = False
        if (named := registry.meant_by_die(frame)) is not None:
            self.speaker, self.frame, self.paragraph, self.quoted = named, frame.index, frame.paragraph, False
            return
        if self._goes_on_about_him(frame, registry):
            self.subject_frame = frame.index
            return
        asked = _whom_asked(frame.tokens, registry)
        if asked is not None and asked.role:
            official = registry.resolve(asked, frame.index)
            if official is not None and registry.is_person(official):
                self.subject, self.subject_frame, self.subject_person = official, frame.index, True
            return
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
            return
        but = after_but(frame.tokens, registry)
        for a in _main_first(frame.tokens, found):
            if a.mention is None or _is_in_passing(a) or (but is not None and a.at < but.start):
                continue
            speaker = resolve_speaker(a, frame, registry, near)
            if a.kind == "thought" and is_common_plural(a.mention, registry):
                continue  # "Wolven zien honden als indringers"
            if a.form == "preposition" and a.mention.role in _NO_VOICES:
                continue
            if speaker and (a.form == "preposition" or a.mention.name or may_speak(a.mention, registry)):
                self.speaker, self.frame, self.paragraph = speaker, frame.index, frame.paragraph
                self.quoted = False
                return
        closing = closing_subject(frame.tokens, registry)
        mention = (
            _whose_words(frame.tokens)
            or closing
            or (but if found else None)
            or general_subject(frame.tokens, registry, loose=True)
            or but
        )
        if (
            mention is not None
            and not is_background(frame.tokens, mention)
            and not _is_one_of_several(frame.tokens, mention)
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
                opens = mention.start <= 1 or last or _follows_its_verb(frame.tokens, mention)
                again = self.subject_opens and speaker == self.subject
                self.subject, self.subject_frame, self.subject_person = speaker, frame.index, person
                self.subject_opens = opens and (again or not mention.pronoun)


def _who_tells(
    frame: Frame, found: Sequence[Attribution], registry: Registry, near: str | None
) -> str | None:
    """Who says a sentence that quotes another in a clause: "Bos zegt dat het plan, dat Smit '...' noemt,"."""
    quoted = [p for p, t in enumerate(frame.tokens) if t.kind == "quote"]
    if frame.tokens[0].lower in _WHEN:  # "Toen Bos sprak van '...', moest ze lachen"
        behind = [a for a in found if a.mention is not None and a.mention.start > quoted[-1]]
        return resolve_speaker(behind[-1], frame, registry, near) if behind else None
    inside = [a for a in found if is_reported(frame.tokens, a) or _is_relative(frame.tokens, a)]
    if len(quoted) != 1 or not any(_is_next_to(quoted[0], a) for a in inside):
        return None
    for a in found:
        if a not in inside and a.mention is not None and a.kind == "speech" and a.form != "passive":
            return resolve_speaker(a, frame, registry, near)
    return None


def _is_next_to(p: int, a: Attribution) -> bool:
    starts = a.mention.start if a.mention is not None else a.at
    return min(abs(a.at - p), abs(starts - p)) <= _NEXT_TO


def _is_relative(tokens: Sequence[Token], a: Attribution) -> bool:
    before = tokens[a.mention.start - 1].lower if a.mention is not None and a.mention.start else ""
    return before in ("die", "dat") and a.mention is not None and a.mention.start < a.at


def _is_in_a_relative_clause(tokens: Sequence[Token], a: Attribution) -> bool:
    """ "een man die volgens de buren '...' was"."""
    return a.form == "preposition" and a.at > 1 and tokens[a.at - 1].lower == "die"


def has_impersonal_words(tokens: Sequence[Token]) -> bool:
    """Whether a quotation is followed by what it stands in or is a line of, not by who said it."""
    words = [t.lower for t in tokens[1:7] if t.kind == "word"]
    words = [word for word in words if word not in ADVERBS | {"er"}]
    written = words[:1] in (["staat"], ["stond"]) and words[1:2] in (["in"], ["op"])
    said = words[:1] in (["luidt"], ["luidde"]) and not _LINES.isdisjoint(
        words[2:4]
    )  # "luidde de eerste zin"
    return tokens[0].kind == "quote" and (written or said)


def _follows_its_verb(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "Naast haar haalt Jan Bos zijn schouders op"."""
    verb = tokens[mention.start - 1].lower
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), 0)
    clause = comma if tokens[0].lower in SUBORDINATORS else 0  # "Terwijl Bos wacht, belt een buurman"
    return 1 < mention.start - clause <= 7 and (verb in AUXILIARIES or VERB_FORM.search(verb) is not None)


def _whom_asked(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """The pronoun of a question in reported form: "Of hij er spijt van heeft?"."""
    if tokens[0].lower not in ("of", "waarom", "wat", "hoe") or tokens[-1].text != "?":
        return None
    mention = read_mention(tokens, 1, registry.casing)
    office = mention is not None and mention.definite and is_office(mention.role) and not mention.plural
    return mention if mention is not None and (mention.pronoun or office) else None


def _whose_words(tokens: Sequence[Token]) -> Mention | None:
    """The possessive of "Zijn conclusie is dat ..."."""
    first, second = (t.lower for t in tokens[:2]) if len(tokens) > 2 else ("", "")
    if first not in ("zijn", "haar") or second not in ANSWERS:
        return None
    return Mention(0, 1, first, pronoun="hij" if first == "zijn" else "zij")


def _main_first(tokens: Sequence[Token], found: Sequence[Attribution]) -> list[Attribution]:
    """What a following quotation may rest on: the closing attribution (", zegt X"), then in order."""
    usable = [
        a
        for a in found
        if a.form != "passive" and not is_reported(tokens, a) and not is_vague(a.mention)
        if a.mention is None or not a.mention.start or not is_where(tokens[a.mention.start - 1].lower)
    ]
    if usable and usable[-1].at > 0 and tokens[usable[-1].at - 1].text == "," and usable[-1].kind != "naming":
        return [usable[-1], *usable[:-1]]
    return usable


def _is_anybody(speaker: str) -> bool:
    """ "deskundigen", "ouders": a kind of people."""
    return speaker[:1].islower() and " " not in speaker and PLURAL.search(speaker) is not None


def _is_in_passing(a: Attribution) -> bool:
    """ "een hoge F volgens een vriend": what follows is not his, as it is a spokesman's."""
    if a.mention is None or a.at == 0 or a.form != "preposition" or not a.mention.phrase.startswith("een "):
        return False
    return not a.mention.role.startswith(("woordvoer", "zegs", "bron"))


def _is_one_of_several(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "Jan Bos en Els Smit hebben", "Vriend en vijand noemen": a sentence about both."""
    after = tokens[mention.end : mention.end + 2]
    if mention.name:
        behind = [t.text for t in tokens[mention.end + 2 : mention.end + 3]]
        listed = [t.text for t in after[:1]] == [","] and behind in ([","], ["en"])  # "Jan, Appie en de rest"
        return len(after) == 2 and after[1].capital and (after[0].lower == "en" or listed)
    return is_half(tokens, mention)
