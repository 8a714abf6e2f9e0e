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
from dataclasses import replace
from itertools import pairwise
from typing import Final

from service.text.about import general_subject
from service.text.attributing_nouns import LINKING, SIGNS
from service.text.attributions import find_attributions
from service.text.beside import said_beside
from service.text.cues import ATTITUDE, cues_of
from service.text.exchanges import in_exchange, settle_turns
from service.text.frames import Frame, Token
from service.text.heading_voices import give_to_the_first_voice, judge_headings, name_strangers
from service.text.interview_answers import answer_in_run_on_text, answer_questions, stands_alone
from service.text.letters import LETTERS, document_in, letter_writer
from service.text.lexicon import CONJUNCTIONS, DETERMINERS, PASSIVES, PREPOSITIONS, word_set
from service.text.mention import Mention
from service.text.own_words import names, says_i
from service.text.pronouns import ASKS, QUESTIONS
from service.text.registry import Registry
from service.text.said import Said
from service.text.standing import standing_speaker
from service.text.thread import Thread, has_impersonal_words
from service.text.told_after import told_after

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
_REPLIES: Final = ("de verklaring", "de reactie", "het verweer", "de uitleg")
_FEW_WORDS: Final = 3
_STATES: Final = ATTITUDE | {"gelukkig"}
"""How somebody is in his own words; without marks "gelukkig" mostly means "fortunately"."""
_REPLIED: Final = ("antwoordde", "antwoordt")
_AGAIN: Final = word_set("tweede derde nieuw nieuwe volgend volgende")
_WRITTEN: Final = SIGNS | word_set("tekst teksten opschrift kop briefje motto stelling")


def find_speakers(
    frames: Sequence[Frame], count: int, registry: Registry, opened: Sequence[bool]
) -> list[Said]:
    """The speaker of each of ``count`` outer quotations; ``opened``: it goes on from the paragraph before."""
    said = [Said()] * count
    thread = Thread()
    attributions = [find_attributions(frame, registry.casing) for frame in frames]
    registry.take_speakers(
        [a.mention for found in attributions for a in found if a.mention and a.kind == "speech"]
    )
    for i, frame in enumerate(frames):
        found = attributions[i]
        near = thread.near(frame)
        positions = [p for p, t in enumerate(frame.tokens) if t.kind == "quote"]
        standing = stands_alone(frame)
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
                and frame.tokens[0].lower in CONJUNCTIONS | _THEN
                and not any(t.lower in _WRITTEN for t in frame.tokens)
            ):
                said[q] = Said(thread.speaker, ":", "carried", "low")
            elif said[q].place == "none" and p and frame.tokens[p - 1].text == ":":
                said[q] = _goes_on(frame, registry, thread)
        for p in positions if i else ():
            said[frame.tokens[p].quote] = _of_the_asked(
                said[frame.tokens[p].quote], frames, i, registry, thread
            )
        for p in positions:
            answering = (
                thread.answering(frame, frames[i - 1]) if i and _is_the_answer(frame.tokens, p) else None
            )
            if answering is not None and said[frame.tokens[p].quote].speaker is None:
                verb = next(t.lower for t in frame.tokens[p + 1 :] if t.kind == "word")
                said[frame.tokens[p].quote] = Said(answering, verb, "after", "low")
        for p in positions:
            asked = i > 0 and frames[i - 1].tokens[-1].text == "?" and not frames[i - 1].quotes()
            if said[frame.tokens[p].quote].speaker is None and _echoes(frame.tokens, p) and not asked:
                words = frame.tokens[p].text
                carried = standing_speaker(frames, i, attributions, registry, thread, words)
                lately = thread.speaker if thread.frame == i - 1 else thread.subject
                just = i - 1 in (thread.frame, thread.subject_frame)
                if lately and just and registry.is_body(lately):
                    carried = Said(lately)  # "Het parket wacht. '...', klinkt het daar"
                if carried.speaker:
                    cue = said[frame.tokens[p].quote].cue
                    said[frame.tokens[p].quote] = Said(carried.speaker, cue, "after", "low")
        _share(frame, positions, said)
        for p in positions:
            q = frame.tokens[p].quote
            if said[q].place == "none" and standing:
                said[q] = in_exchange(frames, i, said) or standing_speaker(
                    frames, i, attributions, registry, thread, frame.tokens[p].text
                )
            elif said[q].place == "none":
                writer = letter_writer(frames, i, registry, near) or document_in(frame, registry, near)
                written = Said(writer, None, "inside", "low") if writer else None
                said[q] = written or _his_reason(frame, p, registry) or _retold(frame, p, registry, thread)
            following = frames[i + 1] if i + 1 < len(frames) else None
            ends = p == len(frame.tokens) - 1 and following is not None
            if said[q].place == "none" and ends and following and following.paragraph == frame.paragraph:
                behind = told_after(following, attributions[i + 1], registry, thread, frame)
                said[q] = behind or said[q]
        thread.remember(frame, found, said, registry, near)
        thread.keep_person(frame, registry)
    settle_turns(frames, said)
    name_strangers(frames, said, registry)
    judge_headings(frames, said, registry)
    give_to_the_first_voice(frames, said)
    answer_questions(frames, said, registry)
    answer_in_run_on_text(frames, said, registry)
    _give_his_own_words(frames, said, registry)
    _give_to_the_portrayed(frames, said, registry)
    return said


def _goes_on(frame: Frame, registry: Registry, thread: Thread) -> Said:
    """ "Toch is Bos hoopvol. / En ze doen iets tegen schade: '...'": of whom the paragraph before was."""
    whom, at = thread.speaker, thread.frame
    if thread.subject_person and thread.subject_frame > at:
        whom, at = thread.subject, thread.subject_frame
    if not whom or not whom[:1].isupper() or frame.heading or frame.index - at > _BEFORE:
        return Said()
    goes_on = frame.tokens[0].lower in CONJUNCTIONS | _THEN and frame.paragraph - thread.paragraph <= 1
    others = registry.named_in(frame.index, len(frame.tokens))
    meant = any(t.lower in _MEANT for t in frame.tokens)
    if not (goes_on and meant) or others or any(t.lower in _WRITTEN for t in frame.tokens):
        return Said()
    return Said(whom, ":", "carried", "low")


def _give_his_own_words(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
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


def _give_to_the_portrayed(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """Nobody's "ik", in an article that is about one person so far, is that person's."""
    for before, frame in pairwise(frames):
        asked = before.tokens[-1].text == "?" and not before.quotes()
        read_out = has_impersonal_words(before.tokens)
        for token in frame.tokens if stands_alone(frame) and not (asked or read_out) else ():
            if token.kind != "quote" or said[token.quote].place != "none" or not says_i(token.text):
                continue
            hero = registry.protagonist(frame.index, 0)
            if hero is not None and not names(token.text, hero):
                said[token.quote] = Said(hero, None, "carried", "low")


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


def _his_reason(frame: Frame, p: int, registry: Registry) -> Said | None:
    """ "Bos stemde op haar, 'omdat ze luistert'": the reason that somebody gives for what he does."""
    if frame.heading or p < 2 or frame.tokens[p].text.split(" ")[0] not in _REASONS:
        return None
    subject = general_subject(frame.tokens[:p], registry)
    speaker = registry.resolve(subject, frame.index) if subject is not None else None
    return Said(speaker, None, "inside", "low") if speaker else None


def _retold(frame: Frame, p: int, registry: Registry, thread: Thread) -> Said:
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
        return Said(thread.speaker, None, "carried", "low")
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
    return Said() if names(words, thread.speaker) else Said(thread.speaker, None, "carried", "low")


def _of_the_asked(said: Said, frames: Sequence[Frame], i: int, registry: Registry, thread: Thread) -> Said:
    """ "De rechter vroeg waarom Bos zweeg. '...', antwoordde hij": not who asked, with marks or without.

    Then it is the person last named whom the pronoun can mean, or whom the paragraph or the article is about.
    """
    if said.cue not in _REPLIED or said.speaker is None:
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
    who = Mention(0, 1, pronouns[0], pronoun="hij" if pronouns[0] == "hij" else "zij")
    for other in (registry.another(who, i, said.speaker), thread.person, registry.protagonist(i, 0)):
        if other is not None and other != said.speaker and registry.agrees(who, other):
            return replace(said, speaker=other)
    return said


def _sends_again(tokens: Sequence[Token]) -> bool:
    """ "Een uur later volgde een tweede bericht: '...'"."""
    words = [t.lower for t in tokens[:-1]]
    follows = {"volgde", "volgt", "kwam", "verscheen"}.intersection(words)
    return bool(follows) and words[-1] in LETTERS and words[-2:-1][0] in _AGAIN


def _echoes(tokens: Sequence[Token], p: int) -> bool:
    """ "'...', klinkt het": the words of whoever is spoken of, unless they come from somewhere else."""
    behind = [t.lower for t in tokens[p + 1 : p + 8] if t.kind == "word"]
    if _is_the_answer(tokens, p) or (behind[:1] and " ".join(behind[1:3]) in _REPLIES):
        return behind[0] in LINKING
    if behind[:2] in (["klinkt", "het"], ["klonk", "het"]) and behind[2:4] == ["met", "een"]:
        return True  # "'...', klonk het met een zucht"
    how = behind[3:] if behind[2:3] == ["in"] and not set(behind[2:]) & DETERMINERS else behind[2:]
    return behind[:2] in (["klinkt", "het"], ["klonk", "het"], ["luidt", "het"], ["luidde", "het"]) and (
        not set(how) & PREPOSITIONS and len(behind) <= 5
    )


def _is_the_answer(tokens: Sequence[Token], p: int) -> bool:
    """ "'Honderdtien', is het antwoord": of the other of two who talk."""
    behind = [t.lower for t in tokens[p + 1 : p + 5] if t.kind == "word"]
    return behind[1:3] == ["het", "antwoord"] and behind[0] in LINKING


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
