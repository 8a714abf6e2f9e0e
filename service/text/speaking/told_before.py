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
    frame = frames[i]
    if not i or frames[i - 1].paragraph != frame.paragraph:
        return None
    about = thread.subject if thread.subject_frame == i - 1 else None
    if (
        thread.subject_person
        and thread.subject_frame == i - 2 > thread.frame
        and frames[i - 2].paragraph == frame.paragraph
        and thread.subject_opens
        and not registry.named_in(i - 1, len(frames[i - 1].tokens))
    ):
        about = thread.subject  # "Bos geeft niet op. Aan de muur hangt een kaart. '...'"
    known = thread.person if thread.person_paragraph == frame.paragraph else None
    owner = _OWNERS.get(frames[i - 1].tokens[0].lower, ("-",))
    of_owner = about is not None and about[:1].isupper() and words.casefold().startswith(owner)
    of_owner = of_owner and not retells(words)  # "Zijn zoon Henk lacht. 'Hij heeft het altijd gezegd'"
    gestures = any(t.lower in GESTURES for t in frames[i - 1].tokens)  # "Bos knikt. 'Ze had gelijk.'"
    beside = registry.named_in(i - 1, WHOLE) - {about} if thread.subject_opens else set()
    him = any(speaks_of(words, other, registry) for other in beside)  # "Bos wachtte tot Smit kwam. 'Hij ...'"
    if about and registry.just_introduced(i) == about:  # "Hij was streng, maar wij verloren, niet Marco"
        him = him or any(names(words, one) for one in registry.alike_in(words, about))
    new = about is not None and registry.just_introduced(i) == about and _ME.search(words) is not None
    heard_here = (
        frames[thread.quoted_frame].paragraph == frame.paragraph if thread.quoted_frame >= 0 else False
    )
    new = new and not (heard_here or names(words, str(about)) or retells(words))
    opens = i > 1 and frames[i - 2].paragraph != frame.paragraph and thread.subject_opens
    before = thread.speaker if thread.speaker != about else None
    if opens and about and before and says_i(words) and speaks_of(words, before, registry):
        him = him or not names(words, about)  # "Bos wil niet praten. 'Zij speelde zonder angst, ik niet.'"
    if (
        about
        and not (of_owner or gestures or him or new)
        and (names(words, about) or speaks_of(words, about, registry))
    ):
        if known and about.startswith(("zijn ", "haar ")) and thread.paragraph != frame.paragraph:
            return Said.carried(known)  # "Haar kleindochter zoekt. 'Die heeft ...'"
        about = None
    if about and gestures and about[:1].isupper() and thread.subject_person and about != thread.speaker:
        return Said.carried(about)  # "'Mag het?' vraagt een jongen. Bos knikt. '...'"
    first = [t.lower for t in frames[i - 1].tokens[:2]]
    just = i - thread.quoted_frame == _JUST and frames[i - _JUST].paragraph == frame.paragraph
    heard = thread.quoted_speaker if just else None
    child = about != heard and first[0] in _OWNERS and first[-1] in _CHILD
    if about and heard and child and not says_i(words):
        return Said.carried(heard)  # "Haar dochter Fenna zit in groep 4.": says she
    another = about is not None and about.startswith(("een ", "zijn ", "haar "))

    def of_another(somebody: str) -> bool:
        return tells_of_another(words, somebody) and not _with_relative(frames[i - 1].tokens)

    if about and another and known and of_another(about) and not names(words, known):
        return Said.carried(known)  # "Een agent hield haar tegen. 'Ik zei hem ...'"
    kin = about is not None and about.startswith(("zijn ", "haar "))
    called = not _CALLS.isdisjoint(t.lower for t in frames[i - 1].tokens)
    couple = called and about is not None and bool(set(about.split()) & TOGETHER) and says_i(words)
    if couple and known:
        return Said.carried(known)  # "Een echtpaar belde hem. 'Ik zei: we zitten vol.'"
    named = about is not None and about[:1].isupper() and thread.subject_person
    somebody = about is not None and about.startswith("een ") and thread.subject_person
    office = about is not None and about.startswith("de ") and any(map(is_office, about.split()[1:3]))
    somebody = somebody or (office and gestures)  # "De agent schudt van nee."
    if about and (named or somebody) and thread.subject_opens and thread.frame < i - 1:
        return Said.carried(about)  # "Ook Ria, twee huizen verder, schrok wakker."
    if about and kin and known and says_we(words) and _TEAM.search(about.split(" ")[1]):
        return Said.carried(known)  # "Haar groep woog de dieren. 'We zijn stil geweest.'"
    several = about is not None and PLURAL.search(about.split(" ")[-1]) is not None
    if about and kin and not several and thread.frame < i - 1 and not BODY.search(about.split(" ")[1]):
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


def _with_relative(tokens: Sequence[Token]) -> bool:
    """ "Een oma die haar kleindochter ophaalt, is blij": of the one or the other "zij" may be said."""
    return any(a.lower in ("zijn", "haar") and b.lower in KIN for a, b in pairwise(tokens[1:]))
