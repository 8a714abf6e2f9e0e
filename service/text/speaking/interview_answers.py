"""The answers of an interview, whose questions have no marks, to the person who is interviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame
from service.text.speaking.interviews import is_question, run_on_answers
from service.text.speaking.own_words import names
from service.text.speaking.said import Said
from service.text.words.lexicon import CONJUNCTIONS

_INTERVIEW: Final = 3
"""Answers to questions without marks that make an article an interview."""


def stands_alone(frame: Frame) -> bool:
    return not frame.heading and all(t.kind != "word" or t.lower in CONJUNCTIONS for t in frame.tokens)


def answer_questions(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """Give the answers of an interview, behind questions without marks, to the person who is interviewed.

    That is the only one who is quoted. After some answers it is the one quoted most, or whom the lines before
    the first question name first; all that is nobody's is his, and what follows a line of the interviewer's.
    """
    answers: list[int] = []
    asked = answering = -1
    for before, frame in pairwise(frames):
        if is_question(before):
            asked = before.paragraph
        opens = before.paragraph != frame.paragraph
        if opens and asked == frame.paragraph - 1 and stands_alone(frame):
            answering = frame.paragraph
        if frame.paragraph == answering and stands_alone(frame):
            answers.append(frame.index)
    whole = len({frames[at].paragraph for at in answers}) >= _INTERVIEW
    heard = _outside_questions(frames, said)
    hero = _interviewed(frames[: answers[0]] if answers else (), heard, registry, whole=whole)
    if hero is None:
        return
    title = [t for t in frames[0].tokens if t.kind != "punct"] if whole and frames[0].heading else []
    if len(title) == 1 and title[0].kind == "quote" and said[title[0].quote].confidence == "low":
        said[title[0].quote] = Said.carried(hero)
    for at in range(1, len(frames)) if whole else answers:
        opens = frames[at].paragraph != frames[at - 1].paragraph and not stands_alone(frames[at - 1])
        for token in frames[at].tokens if stands_alone(frames[at]) else ():
            if token.kind != "quote" or names(token.text, hero):
                continue
            guess = whole and opens and said[token.quote].place == "carried"
            if said[token.quote].place == "none" or (guess and said[token.quote].confidence == "low"):
                said[token.quote] = Said.carried(hero)


def answer_in_run_on_text(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """Give the answers of an interview that lost its paragraphs to the person whom it names first."""
    standing = [stands_alone(frame) and bool(frame.quotes()) for frame in frames]
    answers = run_on_answers(frames, standing)
    first = min((min(places) for places in answers.values()), default=0)
    hero = _interviewed(frames[:first], said, registry, whole=True) if answers else None
    for frame in frames if hero is not None else ():
        asked = answers.get(frame.paragraph, set())
        for token in frame.tokens if asked and standing[frame.index] else ():
            if token.kind != "quote" or names(token.text, str(hero)):
                continue
            if frame.index in asked or said[token.quote].place in ("none", "carried"):
                said[token.quote] = Said.carried(hero)


def _outside_questions(frames: Sequence[Frame], said: Sequence[Said]) -> list[Said]:
    """What others say than those whom a question tells of: "De minister noemt dat '...'. Stoort u dat?"."""
    ends = {frame.paragraph: frame for frame in frames}
    told = {q for frame in frames if is_question(ends[frame.paragraph]) for q in frame.quotes()}
    told_of = {said[q].speaker for q in told}
    return [
        s for q, s in enumerate(said) if q not in told and not (s.place == "carried" and s.speaker in told_of)
    ]


def _interviewed(
    introduction: Sequence[Frame], said: Sequence[Said], registry: Registry, *, whole: bool
) -> str | None:
    """Whose the answers are; ``whole``: the article is an interview."""
    voices = Counter(s.speaker for s in said if s.speaker and s.place != "none")
    name, most = voices.most_common(1)[0] if voices else ("", 0)
    if name[:1].isupper() and (len(voices) == 1 or (whole and 2 * most > voices.total())):
        return name
    named = (registry.named_in(frame.index, len(frame.tokens)) for frame in introduction if whole)
    first = next((people for people in named if people), set())
    return next(iter(first)) if len(first) == 1 else None
