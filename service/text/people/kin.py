"""Whose father, daughter or husband somebody is, told once and meant the other way round later.

After "Haar vader Sjef Bos" the article can call her "zijn dochter", and after "Toon en Mia Bos" either of
them "haar man" or "zijn vrouw".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from service.text.people.entity import Entity, Named
from service.text.words.voices import Gender

_INVERSE: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("vader", "moeder"), ("zoon", "dochter")),
    **dict.fromkeys(("zoon", "zoontje", "dochter", "dochtertje"), ("vader", "moeder")),
    **dict.fromkeys(("broer", "zus"), ("broer", "zus")),
    **dict.fromkeys(("man", "echtgenoot", "vrouw", "echtgenote", "partner"), ("man", "vrouw")),
    **dict.fromkeys(("oom", "tante"), ("neef", "nicht")),
    **dict.fromkeys(("neef", "nicht"), ("oom", "tante")),
    **dict.fromkeys(("buurman", "buurvrouw"), ("buurman", "buurvrouw")),
}
"""What the one is to the other: first of a man, then of a woman."""
_BESIDE: Final = 7
"""Tokens from one name to the other in "Jan van Aa (88) en Cor van Aa"."""


@dataclass(frozen=True, slots=True)
class Told:
    """ "Haar vader Sjef Bos", at token ``start`` of ``frame``: ``whose`` is the sex of the one he is of."""

    frame: int
    start: int
    whose: Gender
    noun: str
    relative: Entity


def relations(told: Sequence[Told], people: Sequence[Named]) -> dict[tuple[str, str], str]:
    """By somebody's name and a noun of kinship, the name of who is called so.

    ``people`` are in order of their place.
    """
    found: dict[tuple[str, str], str] = {}
    owners = {
        sex: [named for named in people if named.entity.person and named.entity.gender in (sex, "")]
        for sex in {tie.whose for tie in told}
    }
    for tie in told:
        possible = owners[tie.whose]
        before = bisect_left(possible, (tie.frame, tie.start), key=lambda named: named[:2])
        earlier = (possible[i].entity for i in range(before - 1, -1, -1))
        owner = next((one for one in earlier if one is not tie.relative), None)
        if owner is not None and tie.noun in _INVERSE:
            found[owner.name, tie.noun] = tie.relative.name
            found[tie.relative.name, _INVERSE[tie.noun][tie.whose == "f"]] = owner.name
    for (frame, start, _, one), (at, place, _, other) in pairwise(people):
        beside = frame == at and place - start <= _BESIDE and one.person and other.person
        beside = beside and not (one.roles and other.roles)  # not an alderman and a councillor
        surnames = [name.split(" ")[-1].partition("-")[0] for name in (one.name, other.name)]
        alike = surnames[0] == surnames[1] and " " in one.name
        if beside and alike and one.gender != other.gender:  # one of them may have a name of either sex
            woman = one if one.gender == "f" or other.gender == "m" else other
            man = other if woman is one else one
            found.setdefault((man.name, "vrouw"), woman.name)
            found.setdefault((woman.name, "man"), man.name)
    return found
