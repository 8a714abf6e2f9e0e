"""What the pronouns and the questions of a sentence tell of whom it goes on about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.genders import may_be_several
from service.text.phrases.frames import Token
from service.text.words.lexicon import SUBORDINATORS, word_set
from service.text.words.voices import Gender

ASKS: Final = word_set("vroeg vraagt vroegen informeerde")
"""What somebody does who asks; "vroeg" is "early" too."""
QUESTIONS: Final = word_set("of waarom hoe wat wanneer waar wie")
"""How a reported question begins."""


def begins_with(tokens: Sequence[Token]) -> Gender | None:
    """The sex of the pronoun that a sentence begins with, empty for several; None where it is none."""
    first, second = (*(t.lower for t in tokens[:2]), "", "")[:2]
    whom = second if first == "volgens" else first
    if whom in ("hij", "hem") and (first == "volgens") == (whom == "hem"):
        return "m"
    if whom not in ("ze", "zij") and not (first == "volgens" and whom == "haar"):
        return None
    return "" if may_be_several((first, second), 0) else "f"


def first_pronouns(tokens: Sequence[Token]) -> dict[Gender, int]:
    """Where "hij" and "zij", of one person, first stand in the main clause, by sex."""
    words = [t.lower for t in tokens]
    start = words.index(",") if words[0] in SUBORDINATORS - {"dat", "wat"} and "," in words else 0
    found: dict[Gender, int] = {}
    for at in range(start, len(words)):
        sex: Gender = "m" if words[at] == "hij" else "f" if words[at] in ("ze", "zij") else ""
        if sex and not (sex == "f" and may_be_several(words, at)):
            found.setdefault(sex, at)
    return found


def asks_him(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with what somebody asks: "Toen de rechter vroeg waarom hij zweeg, "."""
    words = [t.lower for t in tokens]
    clause = words[: words.index(",")] if "," in words else []
    asked = any(a in ASKS and b in QUESTIONS for a, b in pairwise(clause))
    return words[0] in ("toen", "als") and asked
