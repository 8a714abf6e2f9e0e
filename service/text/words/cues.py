"""The verbs and other words with which Dutch newspapers attribute what is said.

The verbs themselves stand in ``service.text.words.cue_verbs``; here is what a word form can attribute as.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from service.text.words.cue_verbs import NAMING, SPEECH, THOUGHT
from service.text.words.lexicon import word_set

CueKind = Literal["speech", "thought", "naming"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb form that can attribute. ``particles`` is empty, or one of them must follow in the clause."""

    lemma: str
    kind: CueKind
    particles: tuple[str, ...] = ()
    participle: bool = False
    plural: bool = False


ATTRIBUTING_PREPOSITIONS: Final = frozenset({"volgens", "aldus", "dixit", "luidens"})
"""They attribute by themselves, with the speaker behind them."""

IMPERSONAL: Final = word_set(
    "heet heette heten heetten luidt luidde luiden luidden klinkt klonk klinken klonken blijkt bleek"
)
"""Their subject is what is said ("zo luidt het advies"), not who says it."""

BESIDE_ONLY: Final = word_set(
    "besluiten beginnen dreigen protesteren huilen tikken typen knikken vloeken razen spotten troosten"
    " gruwen snuiven vergelijken verbeteren knipogen speculeren feliciteren zingen"
    " ronken vleien"
)
"""Verbs that attribute right behind a quotation or before its colon, and mean other things elsewhere."""

ATTITUDE: Final = word_set(
    "kort overtuigd trots blij geschrokken bang kritisch verbaasd boos woedend teleurgesteld opgelucht"
    " tevreden enthousiast optimistisch pessimistisch bezorgd ontevreden verheugd verrast stellig"
    " duidelijk helder streng realistisch strijdbaar benieuwd lovend eerlijk eens oneens verbijsterd"
    " ontzet dankbaar somber hoopvol voorzichtig fel verdrietig aangeslagen emotioneel verbolgen zeker"
    " uitgelaten"
)
"""With a form of "zijn" they say how somebody stands to a thing; the words that follow are then theirs."""

SEEMS_TO: Final = word_set("is was voelt voelde blijft")
"""Behind "Voor Bos": the rest is how he sees it."""
HOLDS_FOR: Final = word_set("is was staat stond geldt gold")
"""Behind "Voor Bos", in front of a colon: what follows the colon is his."""
CONCERNS: Final = SEEMS_TO | HOLDS_FOR | word_set("bleef komt kwam")
"""In front of "voor Bos": the sentence is about him. "Dat staat voor Bos vast", not "te snel voor Bos"."""


def _table() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    kinds: tuple[tuple[str, CueKind], ...] = ((SPEECH, "speech"), (THOUGHT, "thought"), (NAMING, "naming"))
    for block, kind in kinds:
        for line in block.strip().splitlines():
            singular, plural, participle, *rest = (part.split() for part in line.split(" / "))
            particles = tuple(rest[0]) if rest else ()
            lemma = plural[0]
            for form in singular:
                table.setdefault(form, []).append(Cue(lemma, kind, particles))
            for form in plural:
                table.setdefault(form, []).append(Cue(lemma, kind, particles, plural=True))
            for form in participle if participle != ["-"] else ():
                table.setdefault(form, []).append(Cue(lemma, kind, particles, participle=True))
            for particle in particles if kind == "speech" and particles else ():
                for form in singular:
                    table.setdefault(particle + form, []).append(Cue(lemma, kind))
                for form in plural:
                    table.setdefault(particle + form, []).append(Cue(lemma, kind, plural=True))
    order = {"speech": 0, "naming": 1, "thought": 2}
    return {
        form: tuple(sorted(dict.fromkeys(cues), key=lambda c: (c.participle, not c.particles, order[c.kind])))
        for form, cues in table.items()
    }


CUES: Final[dict[str, tuple[Cue, ...]]] = _table()


def cues_of(word: str) -> tuple[Cue, ...]:
    """What a word can attribute as, the more specific reading first; empty for other words."""
    return CUES.get(word.casefold().removesuffix("-ie"), ())  # "vroeg-ie": asked he


def may_be_said(verb: str) -> bool:
    """Whether a finite verb attributes words that do not stand beside it."""
    return any(not cue.participle and cue.lemma not in BESIDE_ONLY for cue in cues_of(verb))


def is_plural_verb(verb: str) -> bool:
    """Whether all that it can attribute as is the plural: "zeggen"."""
    return bool(cues_of(verb)) and all(cue.plural for cue in cues_of(verb))
