"""Questions and their answers: who speaks where the reporter, or somebody in court, asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.pronouns import QUESTIONS
from service.text.people.registry import Registry
from service.text.phrases.frames import Frame
from service.text.phrases.mention import pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.phrases.quantities import is_number
from service.text.speaking.said import Said
from service.text.speaking.thread import Thread
from service.text.words.lexicon import word_set

_YOU: Final = word_set("u uw je jij jouw")
_ANSWERS: Final = 3
"""Answers inside paragraphs that make an article an interview."""
_TALKS: Final = frozenset((("gesprek", "met"), ("bellen", "met"), ("vragen", "aan"), ("koffie", "bij")))
_DOES: Final = word_set("functie beroep werk baan vakgebied studie")
_LABELS: Final = 6
"""Sentences at the beginning among which a line may say whose interview it is."""
_LONGEST: Final = 8
"""Frames back of the paragraph before that are asked whom they name."""


def run_on_answers(frames: Sequence[Frame], standing: Sequence[bool]) -> dict[int, set[int]]:
    """The answers of an interview inside its paragraphs, by paragraph: "Weet u nog? '...' U lachte. '...'".

    ``standing`` tells which frames are a quotation and nothing else. Three of them behind a sentence to "u"
    make an interview.
    """
    found: dict[int, set[int]] = {}
    for before, frame in pairwise(frames):
        asked = not before.quotes() and any(t.lower in ("u", "uw") for t in before.tokens)
        if asked and standing[frame.index] and before.paragraph == frame.paragraph:
            found.setdefault(frame.paragraph, set()).add(frame.index)
    return found if sum(map(len, found.values())) >= _ANSWERS else {}


def interviewed(frames: Sequence[Frame], i: int, registry: Registry, thread: Thread) -> Said | None:
    """ "U stond bekend als een lastpak. / '...'": whoever the interviewer says "u" or "je" to.

    Where a line of the beginning says whose interview it is, any paragraph of one sentence asks. Nobody's, as
    far as this tells, where the question tells of somebody else.
    """
    if not i or frames[i - 1].paragraph != frames[i].paragraph - 1:
        return None
    labelled = _interviewee(frames, registry)
    if labelled is None and frames[i - 1].tokens[-1].text == "?":
        labelled = _talked_to(frames, registry)
    alone = i > 1 and frames[i - 2].paragraph != frames[i - 1].paragraph and not frames[i - 1].quotes()
    if not any(t.lower in _YOU for t in frames[i - 1].tokens) and not (labelled and alone):
        return None
    hero = labelled or (None if frames[i - 1].quotes() else registry.protagonist(i, 0))
    if hero is None and is_question(frames[i - 1]) and 0 <= thread.frame < i:
        told_of = frames[thread.frame].paragraph == frames[i - 1].paragraph
        return Said() if told_of else None  # "De minister noemt uw cijfers '...'. Stoort u dat?"
    return Said.carried(hero) if hero else None


def _interviewee(frames: Sequence[Frame], registry: Registry) -> str | None:
    """ "Interview Anna Smit, voorzitter van de bond", among the first lines; not "Interview door"."""
    for frame in frames[:_LABELS]:
        words = [t.lower for t in frame.tokens[:2]]
        if words[:1] == ["interview"]:
            return _labelled(frame, 2 if words[1:] == ["met"] else 1, registry)
    return None


def _talked_to(frames: Sequence[Frame], registry: Registry) -> str | None:
    """ "Vijf vragen aan Anna Smit", "Even bellen met ... Anna Smit": whose answers to questions follow."""
    for frame, behind in pairwise(frames[:_LABELS]):
        words = [t.lower for t in frame.tokens if t.text[:1].isalnum()] or [""]
        many = is_number(words[0]) or words[1:2] != ["vragen"]  # not "Nieuwe vragen aan Anna Smit"
        pairs = enumerate(pairwise(words[:4]))  # nor "Kabinet in gesprek met Anna Smit"
        at = next((k + 2 for k, pair in pairs if pair in _TALKS and k == (2 if words[0] == "op" else 1)), 0)
        at = at if many else 0
        if at:
            whole = len(words) > at
            return _labelled(frame, at, registry) if whole else _labelled(behind, 0, registry)
    return None


def _labelled(frame: Frame, at: int, registry: Registry) -> str | None:
    """The only person that a line without an end names, from a token on."""
    if frame.tokens[-1].text in ".?!":
        return None
    mention = read_mention(frame.tokens, at, registry.casing)
    named = registry.named_in(frame.index, len(frame.tokens))
    theirs = mention is not None and registry.person_at(mention) and len(named) == 1
    return next(iter(named)) if theirs else None


def boxed(frames: Sequence[Frame], i: int, registry: Registry) -> Said | None:
    """ "Naam: Anna Smit / Functie: gids / '...'": who is described in lines right before, as one who does."""
    k, does = i - 1, False
    while k > 0 and [t.text for t in frames[k].tokens[1:2]] == [":"] and frames[k].tokens[0].lower != "naam":
        does |= frames[k].tokens[0].lower in _DOES
        k -= 1
    if k < 0 or not does or [t.lower for t in frames[k].tokens[:2]] != ["naam", ":"]:
        return None
    mention = read_mention(frames[k].tokens, 2, registry.casing)
    theirs = mention is not None and registry.person_at(mention)
    return Said.carried(registry.full_name(mention)) if mention and theirs else None


def asked_before(frames: Sequence[Frame], i: int, registry: Registry, thread: Thread) -> Said | None:
    """ "De rechter vroeg waarom hij niet belde. '...'": the answer of whom is asked."""
    if not i or frames[i - 1].paragraph != frames[i].paragraph or frames[i - 1].quotes():
        return None
    words = [t.lower for t in frames[i - 1].tokens]
    verb = next((v for v, word in enumerate(words) if word in ("vroeg", "vraagt", "vroegen")), -1)
    asked = words[verb + 1 : verb + 5]
    question = next((q for q, word in enumerate(asked) if word in QUESTIONS), -1)
    pronoun = asked[question + 1] if 0 <= question < len(asked) - 1 else ""
    if asked[:1] in (["hem"], ["haar"]) and "te" in words[verb:]:
        pronoun = asked[0]  # "De rechter vraagt hem harder te praten"
    if verb < 0 or pronoun not in ("hij", "ze", "zij", "hem", "haar"):
        return None
    meant = pronoun_at(0, pronoun)
    here = thread.person if thread.person_paragraph == frames[i].paragraph else None
    if here is not None and here != thread.speaker and registry.agrees(meant, here):
        return Said.carried(here)
    for voice in reversed(thread.voices):
        if voice != thread.speaker and registry.agrees(meant, voice):
            return Said.carried(voice)
    return None


def answered(frames: Sequence[Frame], i: int, registry: Registry, thread: Thread) -> Said | None:
    """Who answers a question that is a paragraph without marks: whoever the paragraph before it was of."""
    frame = frames[i]
    asked = frames[i - 1].paragraph == frame.paragraph - 1 and i - thread.frame <= 4
    if asked and frame.paragraph - thread.paragraph == 2:
        if thread.frame == i - 2 and thread.speaker and thread.speaker[:1].isupper():
            return Said.carried(thread.speaker)
        if len(set(thread.voices)) == 1:
            return Said.carried(thread.voices[-1])
    if i > 1 and frames[i - 2].paragraph == frame.paragraph - 2 and thread.subject_frame == i - 2:
        about = only_one_named(frames, i - 1, registry)
        if about is not None and about == thread.subject:
            return Said.carried(about)
    return None


def only_one_named(frames: Sequence[Frame], i: int, registry: Registry) -> str | None:
    """The only person whom the paragraph before names: a portrait begins with its subject."""
    named: set[str] = set()
    for frame in frames[max(0, i - _LONGEST) : i]:
        if frame.paragraph == frames[i - 1].paragraph:
            named |= registry.named_in(frame.index, len(frame.tokens))
    return next(iter(named)) if len(named) == 1 else None


def is_question(frame: Frame) -> bool:
    """Whether a sentence without quotations ends in a question mark."""
    return frame.tokens[-1].text == "?" and not frame.quotes()
