"""Roles told in the sentence beside a name: "Bos ziet het al jaren. De hoogleraar volgde scholen"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from service.text.entity import Entity, bare_noun
from service.text.mentions import Mention
from service.text.roles import fields_of, is_office
from service.text.voices import gender_of_role

_SCHOLARS: Final = re.compile(
    r"(?:hoogleraar|professor|loog|loge|onderzoek(?:st)?er|econoom|historicus|schrijver|schrijfster|auteur"
    r"|kunstenaar|kunstenares|wetenschapper)$"
)


def roles_beside(
    phrases: Sequence[tuple[int, int, Mention]],
    people: Sequence[tuple[int, int, int, Entity]],
    known: Collection[str],
) -> Iterator[tuple[str, int, int, Entity]]:
    """Each role, the frame and the token where it stands, and the person beside it who has no other.

    ``phrases`` are the roles that begin with an article and ``people`` the names, by frame and token; a
    ``known`` role is somebody else's already.
    """
    for at, start, mention in phrases:
        head = bare_noun(mention)
        if start > 1 or mention.plural:
            continue
        before, here, after, last = (
            bisect_left(people, frame, key=lambda known: known[0]) for frame in (at - 1, at, at + 1, at + 2)
        )
        former = mention.role.split(" ")[0]
        own = former if former.startswith(("oud-", "ex-")) else head
        if _SCHOLARS.search(head) or own != head:
            persons = {id(e): e for _, _, _, e in people[before:here] if e.person}
            entity = next(iter(persons.values())) if len(persons) == 1 else None
            if entity is not None and own not in known and _can_be(entity, own, at - 1):
                yield own, at, start, entity
                continue
        alone = not any(entity.person for _, _, _, entity in people[here:after])
        if alone and head not in known and (is_office(head) or fields_of(head)):
            for _, place, _, entity in people[after : min(after + 1, last)]:
                if place == 0 and entity.person and _can_be(entity, head, at + 1):
                    yield head, at, start, entity  # "De premier weigert. Ina Bos zei gisteren ..."


def _can_be(entity: Entity, role: str, introduced: int) -> bool:
    """Whether somebody comes in there, without a role, and is of its sex."""
    gender = gender_of_role(role)
    new = min(seen[0] for seen in entity.seen) == introduced
    return new and not entity.roles and (not gender or entity.gender in ("", gender))
