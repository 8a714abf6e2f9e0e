"""Whose words a quotation holds that nothing attributes: of whom the text around it is.

These rules come last and take what a sentence leaves open: it goes on with what somebody said before, gives
the reason for what he does, says how he is in his own words, or is part of a portrait of him.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.saying.attributing_nouns import SIGNS
from service.text.speaking.about import general_subject
from service.text.speaking.interview_answers import stands_alone
from service.text.speaking.interviews import is_question
from service.text.speaking.letters import LETTERS
from service.text.speaking.own_words import names, says_i
from service.text.speaking.said import Said
from service.text.speaking.thread import Thread
from service.text.speaking.thread_sentences import has_impersonal_words
from service.text.words.cues import ATTITUDE, cues_of
from service.text.words.lexicon import CONJUNCTIONS, PASSIVES, word_set

_THOUGHT: Final = 4
"""Fewer words than this, of nobody, are a term rather than somebody's."""
_THEN: Final = word_set("dan even na later vervolgens daarna")
_MEANT: Final = word_set("hij zij ze hem haar")
_BEFORE: Final = 3
"""Frames back that a colon can reach for whom the paragraph before was about."""
_FIRST_PERSON: Final = word_set("ik mij mijn me wij ons onze")
_IS: Final = word_set("is was zijn waren blijven bleven blijft bleef voelt voelde toont toonde")
_BORNE: Final = word_set("lied liedje shirt shirts trui zingt zingen zong zongen klinkt klonk staat stond")
_REASONS: Final = word_set("omdat want")
_CAN: Final = word_set("kan kon wil wilde zou durft durfde hoopt hoopte")
_FEW_WORDS: Final = 3
_STATES: Final = ATTITUDE | {"gelukkig"}
"""How somebody is in his own words; without marks "gelukkig" mostly means "fortunately"."""
_AGAIN: Final = word_set("tweede derde nieuw nieuwe volgend volgende")
_WRITTEN: Final = SIGNS | word_set("tekst teksten opschrift kop briefje motto stelling")


def goes_on(frame: Frame, registry: Registry, thread: Thread) -> Said:
    """Whose a quotation behind a colon is: "Toch is Bos hoopvol. / En ze doen iets tegen schade: '...'".

    Of whoever was quoted right before, or of whom the paragraph before was about.
    """
    joined = frame.tokens[0].lower in CONJUNCTIONS | _THEN
    if not joined or any(t.lower in _WRITTEN for t in frame.tokens):
        return Said()
    if thread.frame == frame.index - 1 and thread.paragraph == frame.paragraph and thread.ended_with_quote:
        return Said(thread.speaker, ":", "carried", "low")
    whom, at = thread.speaker, thread.frame
    if thread.subject_person and thread.subject_frame > at:
        whom, at = thread.subject, thread.subject_frame
    if not whom or not whom[:1].isupper() or frame.heading or frame.index - at > _BEFORE:
        return Said()
    others = registry.named_in(frame.index, len(frame.tokens))
    meant = any(t.lower in _MEANT for t in frame.tokens)
    if frame.paragraph - thread.paragraph > 1 or not meant or others:
        return Said()
    return Said(whom, ":", "carried", "low")


def give_his_own_words(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """ "Bos is 'teleurgesteld'. '...', zegt hij": how the sentence before his words quotes him already."""
    for i, frame in enumerate(frames):
        for p, token in enumerate(frame.tokens):
            if token.kind != "quote" or said[token.quote].place != "none" or frame.heading:
                continue
            following = [
                said[f.quotes()[0]].speaker
                for f in frames[i + 1 : i + 3]
                if f.paragraph == frame.paragraph and f.quotes()
            ]
            speaker = following[0] if following else None
            words = token.text.casefold().split()
            subject = general_subject(frame.tokens, registry)
            if not speaker or not speaker[:1].isupper():
                if subject is not None and words[-1] in ATTITUDE and _is_his_state(frame.tokens, p, words):
                    said[token.quote] = Said(registry.resolve(subject, frame.index), None, "inside", "low")
                continue
            about_him = subject is not None and registry.resolve(subject, frame.index) == speaker
            own = _FIRST_PERSON.intersection(words) and (about_him or _is_nobodys(frame.tokens, subject))
            if own or (about_him and _is_his_state(frame.tokens, p, words)):
                said[token.quote] = Said(speaker, None, "inside", "low")


def give_to_the_portrayed(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """Nobody's "ik", in an article that is about one person so far, is that person's."""
    for before, frame in pairwise(frames):
        led = is_question(before) or has_impersonal_words(before.tokens)
        for token in frame.tokens if stands_alone(frame) and not led else ():
            if token.kind != "quote" or said[token.quote].place != "none" or not says_i(token.text):
                continue
            hero = registry.protagonist(frame.index, 0)
            if hero is not None and not names(token.text, hero):
                said[token.quote] = Said.carried(hero)


def _is_nobodys(tokens: Sequence[Token], subject: Mention | None) -> bool:
    """Whether a sentence tells of nobody who could say or bear the words: "De dag was '...'"."""
    return subject is None and not any(t.lower in _WRITTEN | _BORNE for t in tokens)


def _is_his_state(tokens: Sequence[Token], p: int, words: Sequence[str]) -> bool:
    """ "is 'teleurgesteld'", "kan zich dat 'niet herinneren'"."""
    before = [t.lower for t in tokens[:p]]
    ends = words if len(words) <= _FEW_WORDS else (words[0], words[-1])
    if _STATES.intersection(ends) and set(before[-3:]) & _IS:
        return True
    return len(words) > 1 and p + 2 == len(tokens) and bool(set(before) & _CAN) and "een" not in before[-1:]


def his_reason(frame: Frame, p: int, registry: Registry) -> Said | None:
    """ "Bos stemde op haar, 'omdat ze luistert'": the reason that somebody gives for what he does."""
    if frame.heading or p < 2 or frame.tokens[p].text.split(" ")[0] not in _REASONS:
        return None
    subject = general_subject(frame.tokens[:p], registry)
    speaker = registry.resolve(subject, frame.index) if subject is not None else None
    return Said(speaker, None, "inside", "low") if speaker else None


def retold(frame: Frame, p: int, registry: Registry, thread: Thread) -> Said:
    """ "Volgens Bos is zij ziek. Ze zou '...' hebben bezocht": the sentence goes on with what he said."""
    back = frame.index - thread.frame
    words = frame.tokens[p].text
    if frame.heading or not thread.speaker or thread.paragraph != frame.paragraph or back > 2:
        return Said()
    if (
        thread.ended_with_quote
        and p > 1
        and frame.tokens[p - 1].text == ":"
        and _sends_again(frame.tokens[:p])
    ):
        return Said.carried(thread.speaker)
    passive = any(t.lower in PASSIVES for t in frame.tokens) and any(
        cue.participle and cue.kind == "naming" for t in frame.tokens for cue in cues_of(t.lower)
    )
    if passive:
        return Said()  # "In dat stuk wordt het plan '...' genoemd"
    written = any(t.lower in _WRITTEN | {"staat", "stond", "luidt", "luidde"} for t in frame.tokens)
    if has_impersonal_words(frame.tokens) or (p and frame.tokens[p - 1].text == ":" and written):
        return Said()  # "'...', staat in het vonnis", "Op het bord stond: '...'"
    if not any(t.lower in ("zou", "zouden") for t in frame.tokens):
        subject = general_subject(frame.tokens, registry)
        another = subject is not None and registry.resolve(subject, frame.index) != thread.speaker
        if back > 1 or len(words.split()) < _THOUGHT or another:
            return Said()
    return Said() if names(words, thread.speaker) else Said.carried(thread.speaker)


def _sends_again(tokens: Sequence[Token]) -> bool:
    """ "Een uur later volgde een tweede bericht: '...'"."""
    words = [t.lower for t in tokens[:-1]]
    follows = {"volgde", "volgt", "kwam", "verscheen"}.intersection(words)
    return bool(follows) and words[-1] in LETTERS and words[-2:-1][0] in _AGAIN
