"""What the pronouns of a sentence tell of whom it goes on about."""

from __future__ import annotations

from collections.abc import Sequence

from service.text.frames import Token
from service.text.voices import Gender


def begins_with(tokens: Sequence[Token]) -> Gender:
    """The sex of the pronoun with which a sentence begins."""
    first, second = (*(t.lower for t in tokens[:2]), "", "")[:2]
    whom = second if first == "volgens" else first
    if whom in ("hij", "hem") and (first == "volgens") == (whom == "hem"):
        return "m"
    return "f" if whom in ("ze", "zij") or (first == "volgens" and whom == "haar") else ""


def first_pronouns(tokens: Sequence[Token]) -> dict[Gender, int]:
    """Where "hij" and "zij" first stand, by sex."""
    words = [t.lower for t in tokens]
    he = words.index("hij") if "hij" in words else None
    she = next((k for k, word in enumerate(words) if word in ("ze", "zij")), None)
    found: tuple[tuple[Gender, int | None], ...] = (("m", he), ("f", she))
    return {sex: at for sex, at in found if at is not None}


def asks_him(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with a question put to somebody: "Toen de rechter vroeg waarom, "."""
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), 0)
    return tokens[0].lower in ("toen", "als") and any(t.lower in ("vroeg", "vraagt") for t in tokens[:comma])
