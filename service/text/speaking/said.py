"""Who says a quotation, and whom its attribution means by what it calls him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from service.text.confidence import Confidence
from service.text.people.registry import Registry
from service.text.phrases.frames import Frame
from service.text.saying.attribution import Attribution
from service.text.speaking.letters import LETTERS
from service.text.words.lexicon import SUBORDINATORS

Place = Literal["after", "before", "inside", "carried", "none"]

_LEAD: Final = 1
"""Number of the last paragraph that may call somebody what he is before his name comes."""
_SOON: Final = 6
"""Frames in which that name has to come."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a quotation, by which words, where those stand, and how sure that is."""

    speaker: str | None = None
    cue: str | None = None
    place: Place = "none"
    confidence: Confidence = "low"
    naming: bool = False

    @classmethod
    def carried(cls, speaker: str | None) -> Said:
        """Said by ``speaker`` for all that the sentences round it tell: no words attribute it."""
        return cls(speaker, None, "carried", "low")


def resolve_speaker(
    attribution: Attribution,
    frame: Frame,
    registry: Registry,
    near: str | None,
    before: Sequence[Attribution] = (),
) -> str | None:
    """The speaker an attribution means, or None; ``near`` spoke last, ``before`` is in the sentence too."""
    if attribution.mention is None:
        return None
    mention = attribution.mention
    if mention.phrase.startswith(("de ", "deze ")):
        for other in before:
            if other.at < attribution.at and other.mention is not None and other.mention.name:
                near = registry.full_name(other.mention)
    if mention.pronoun and not (mention.closing and frame.tokens[0].lower in SUBORDINATORS):
        for other in before:
            if other.at < attribution.at and other.mention is not None and not other.mention.pronoun:
                if mention.plural and other.mention.plural:
                    return other.mention.phrase  # "De auteurs houden rekening met '...', schrijven ze"
                named = registry.resolve(other.mention, frame.index)
                if named and registry.agrees(attribution.mention, named):
                    return named
    if mention.head in LETTERS and not mention.name and near and near[:1].isupper():
        return near  # "'Beste mensen,' begint de brief": of who was said to write one
    first = registry.resolve(attribution.mention, frame.index, near)
    behind = max(mention.end, attribution.at + 1)
    whom = [t.lower for t in frame.tokens[behind : behind + 1]]
    of_her = attribution.kind == "naming" and whom in (["haar"], ["hem"], ["hen"])
    if of_her and first and mention.role and not registry.is_called(first, mention.role):
        return mention.phrase  # "In Brussel noemde de souschef haar '...'"
    if first == mention.phrase and mention.definite and frame.paragraph <= _LEAD and " " not in mention.role:
        first = (
            registry.called_later(mention, frame.index, _SOON) or first
        )  # "volgens de rechter", named below
    if first and attribution.others:
        others = (registry.resolve(other, frame.index) or other.phrase for other in attribution.others)
        names = [first, *others]
        return f"{', '.join(names[:-1])} en {names[-1]}"
    return first
