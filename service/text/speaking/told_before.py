"""Who speaks a quotation that stands by itself, by what its paragraph told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.registry import Registry
from service.text.people.strangers import TOGETHER, WHOLE
from service.text.phrases.frames import Frame, Token
from service.text.speaking.own_words import names, retells, says_i, says_we, speaks_of, tells_of_another
from service.text.speaking.said import Said
from service.text.speaking.thread import Thread
from service.text.words.lexicon import word_set
from service.text.words.roles import KIN, PLURAL, is_office
from service.text.words.voices import BODY

GESTURES: Final = word_set(
    "knikt knikte lacht lachte zucht zuchtte grijnst grijnsde grinnikt glimlacht schouders wenkbrauwen hoofd"
    " handen armen kijkt keek schudt schudde"
)
_OWNERS: Final = {"zijn": ("hij ",), "haar": ("ze ", "zij ")}
"""How a quotation begins that speaks of whose relative the sentence before is about."""
_CHILD: Final = word_set("dochter dochtertje zoon zoontje kinderen kind baby kleinkind kleinkinderen")
_TEAM: Final = re.compile(r"(?:groep|team|ploeg|bedrijf|club|elftal|orkest|koor|fractie|lab)$")
_ME: Final = re.compile(r"\b(?:me|mij|mijn)\b")
""" "Teler Jan Bos trof het dier aan. 'Hij keek me aan.'": not of himself."""
_CALLS: Final = word_set("belde belt vroeg vraagt mailde mailt schreef schrijft")
_JUST: Final = 2
"""Frames back of a quotation with one sentence between."""
WINDOW: Final = 5
"""Frames back in a paragraph that a standing quotation may look for its speaker."""


def told_before(
    frames: Sequence[Frame], i: int, registry: Registry, thread: Thread, words: str
) -> Said | None:
    """Who spoke last in the paragraph, or whom the sentence before is about."""
    if not i or frames[i - 1].paragraph != frames[i].paragraph:
        return None
    frame, previous = frames[i], frames[i - 1]
    about = _subject_before(frames, i, registry, thread)
    known = thread.person if thread.person_paragraph == frame.paragraph else None
    kin = about.startswith(("zijn ", "haar "))
    gestures = any(t.lower in GESTURES for t in previous.tokens)  # "Bos knikt. 'Ze had gelijk.'"
    if about and not gestures and _tells_of_subject(frames, i, registry, thread, words, about):
        if known and kin and thread.paragraph != frame.paragraph:
            return Said.carried(known)  # "Haar kleindochter zoekt. 'Die heeft ...'"
        about, kin = "", False
    named = about[:1].isupper() and thread.subject_person
    if gestures and named and about != thread.speaker:
        return Said.carried(about)  # "'Mag het?' vraagt een jongen. Bos knikt. '...'"
    just = i - thread.quoted_frame == _JUST and frames[i - _JUST].paragraph == frame.paragraph
    heard = thread.quoted_speaker if just else None
    first = [t.lower for t in previous.tokens[:2]]
    child = about != heard and first[0] in _OWNERS and first[-1] in _CHILD
    if about and heard and child and not says_i(words):
        return Said.carried(heard)  # "Haar dochter Fenna zit in groep 4.": says she

    def of_another(somebody: str) -> bool:
        return tells_of_another(words, somebody) and not _with_relative(previous.tokens)

    another = kin or about.startswith("een ")
    if another and known and of_another(about) and not names(words, known):
        return Said.carried(known)  # "Een agent hield haar tegen. 'Ik zei hem ...'"
    called = not _CALLS.isdisjoint(t.lower for t in previous.tokens)
    couple = called and not TOGETHER.isdisjoint(about.split()) and says_i(words)
    if couple and known:
        return Said.carried(known)  # "Een echtpaar belde hem. 'Ik zei: we zitten vol.'"
    somebody = about.startswith("een ") and thread.subject_person
    office = about.startswith("de ") and any(map(is_office, about.split()[1:3]))
    somebody = somebody or (office and gestures)  # "De agent schudt van nee."
    if (named or somebody) and thread.subject_opens and thread.frame < i - 1:
        return Said.carried(about)  # "Ook Ria, twee huizen verder, schrok wakker."
    if kin and known and says_we(words) and _TEAM.search(about.split(" ")[1]):
        return Said.carried(known)  # "Haar groep woog de dieren. 'We zijn stil geweest.'"
    several = PLURAL.search(about.split(" ")[-1]) is not None
    if kin and not several and thread.frame < i - 1 and not BODY.search(about.split(" ")[1]):
        return Said.carried(about)  # "Haar buurman verloor alles."
    back = i - thread.frame
    friends = (thread.speaker or "").startswith(("zijn ", "haar ")) and thread.speaker
    if friends and known and PLURAL.search(friends.split(" ")[-1]) and says_i(words):
        return Said.carried(known)  # "Haar vriendinnen weten het. 'Ik dacht: ...'"
    told = known or thread.quoted_speaker or thread.person
    others = (thread.speaker or "").startswith(("zijn ", "haar ", "een ")) and thread.speaker
    of_them = others and thread.frame == i - 1 and not thread.quoted and of_another(others)
    lower = thread.speaker and thread.speaker[:1].islower()
    someone = told is not None and told[:1].isupper() and not registry.is_body(told)
    if (of_them or (retells(words) and lower)) and someone:
        return Said.carried(told)  # "Zijn vrouw vindt het niks. 'Ze zegt: ...'"
    if thread.speaker and thread.paragraph == frame.paragraph and back <= WINDOW:
        return Said(thread.speaker, None, "carried", "medium" if back <= 2 else "low")
    if about and not (kin and several):
        return Said.carried(about)
    silent = thread.speaker is None and not registry.named_in(i - 1, WHOLE)
    if (
        known
        and (silent or (retells(words) and thread.paragraph != frame.paragraph))
        and not names(words, known)
    ):
        return Said.carried(known)  # "Het bureau had haar gewaarschuwd. 'Ze zeiden: ...'"
    return None


def _subject_before(frames: Sequence[Frame], i: int, registry: Registry, thread: Thread) -> str:
    """Whom the sentence before is about, or the one before that if this one names nobody; else ""."""
    about = thread.subject if thread.subject_frame == i - 1 else None
    if (
        thread.subject_person
        and thread.subject_frame == i - 2 > thread.frame
        and frames[i - 2].paragraph == frames[i].paragraph
        and thread.subject_opens
        and not registry.named_in(i - 1, WHOLE)
    ):
        about = thread.subject  # "Bos geeft niet op. Aan de muur hangt een kaart. '...'"
    return about or ""


def _tells_of_subject(
    frames: Sequence[Frame], i: int, registry: Registry, thread: Thread, words: str, about: str
) -> bool:
    """Whether the words are of ``about``, whom the sentence before is about, so that he does not say them.

    They are not if their "hij" may be somebody else: a relative, who stands beside him, or who spoke before.
    """
    named = names(words, about)
    if not (named or speaks_of(words, about, registry)):
        return False
    owner = _OWNERS.get(frames[i - 1].tokens[0].lower, ("-",))
    if about[:1].isupper() and words.casefold().startswith(owner) and not retells(words):
        return False  # "Zijn zoon Henk lacht. 'Hij heeft het altijd gezegd'"
    beside = registry.named_in(i - 1, WHOLE) - {about} if thread.subject_opens else set()
    if any(speaks_of(words, other, registry) for other in beside):
        return False  # "Bos wachtte tot Smit kwam. 'Hij ...'"
    paragraph = frames[i].paragraph
    if registry.just_introduced(i) == about:
        if any(names(words, one) for one in registry.alike_in(words, about)):
            return False  # "Hij was streng, maar wij verloren, niet Marco"
        heard_here = thread.quoted_frame >= 0 and frames[thread.quoted_frame].paragraph == paragraph
        if _ME.search(words) and not (heard_here or named or retells(words)):
            return False
    opens = i > 1 and frames[i - 2].paragraph != paragraph and thread.subject_opens
    before = thread.speaker if thread.speaker != about else None
    of_before = opens and before and says_i(words) and speaks_of(words, before, registry)
    return named or not of_before  # "Bos wil niet praten. 'Zij speelde zonder angst, ik niet.'"


def _with_relative(tokens: Sequence[Token]) -> bool:
    """ "Een oma die haar kleindochter ophaalt, is blij": of the one or the other "zij" may be said."""
    return any(a.lower in ("zijn", "haar") and b.lower in KIN for a, b in pairwise(tokens[1:]))
