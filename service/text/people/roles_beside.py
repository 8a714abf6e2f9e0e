"""Roles told in the sentence beside a name: "Bos ziet het al jaren. De hoogleraar volgde scholen"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from service.text.people.entity import Entity, Named
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.words.roles import KIN, fields_of, is_office
from service.text.words.voices import BODY, gender_of_role, is_human

_SCHOLARS: Final = re.compile(
    r"(?:hoogleraar|professor|loog|loge|onderzoek(?:st)?er|econoom|historicus|schrijver|schrijfster|auteur"
    r"|kunstenaar|kunstenares|wetenschapper)$"
)

_FRESH: Final = 3
"""So many sentences back may "ze" have been named."""
_NAMES: Final = 12
"""Names looked at for it."""


def roles_beside(
    phrases: Sequence[tuple[int, int, Mention]],
    people: Sequence[Named],
    known: Collection[str],
    openings: Collection[int],
    governed: Collection[tuple[int, int]],
) -> Iterator[tuple[str, int, int, Entity]]:
    """Each role, the frame and the token where it stands, and the person beside it who has no other.

    ``phrases`` are the roles that begin with an article and ``people`` the names, by frame and token; a
    ``known`` role is somebody else's already. ``openings`` are the frames that begin a paragraph,
    ``governed`` the names that only tell of whom something is.
    """
    for at, start, mention in phrases:
        head = mention.noun
        if start > 1 or mention.plural:
            continue
        before, here, after, last = (
            bisect_left(people, frame, key=lambda known: known.frame)
            for frame in (at - 1, at, at + 1, at + 2)
        )
        former = mention.head
        own = former if former.startswith(("oud-", "ex-")) else head
        if _SCHOLARS.search(head) or own != head:
            persons = {id(e): e for *_, e in people[before:here] if e.person}
            entity = next(iter(persons.values())) if len(persons) == 1 else None
            if entity is not None and own not in known and _can_be(entity, own, at - 1):
                yield own, at, start, entity
                continue
        alone = not any(named.entity.person for named in people[here:after])
        office = (is_office(head) or fields_of(head)) and at + 1 not in openings
        if alone and head not in known and office:
            for _, place, _, entity in people[after : min(after + 1, last)]:
                if place == 0 and entity.person and _can_be(entity, head, at + 1):
                    yield head, at, start, entity  # "De premier weigert. Ina Bos zei gisteren ..."
        driver = head == "bestuurder" and at + 1 in openings
        earlier = any(named.entity.person for named in people[:here])
        opens = alone and not driver and start == 0 and not earlier
        coming = [e for on, place, _, e in people[after:last] if e.person and (on, place) not in governed]
        singular = mention.phrase.casefold() == f"de {head}" and is_human(head) and not BODY.search(head)
        if opens and singular and head not in known and len(coming) == 1 and _can_be(coming[0], head, at + 1):
            yield head, at, start, coming[0]  # "De ijsmeester knielt. Met een boor meet Jan Bos (66) ..."


def headline_role(
    frames: Sequence[Frame],
    people: Sequence[Named],
    known: Collection[str],
    casing: Casing,
) -> Iterator[tuple[str, int, int, Entity]]:
    """What a headline calls the only person of the first paragraph: "Bakker bakt op diesel"."""
    body = next((frame for frame in frames if not frame.heading), None)
    mention = read_mention(frames[0].tokens, 0, casing) if body and frames[0].heading else None
    if body is None or mention is None or mention.name or mention.plural:
        return
    noun = mention.noun
    bare = mention.phrase.casefold() == mention.role == noun and is_human(noun)
    if any(is_human(t.lower) for t in frames[0].tokens[mention.end :]):
        return  # "Agent schiet man neer": either of them
    last = max(frame.index for frame in frames if frame.paragraph == body.paragraph)
    named = [n for n in people if body.index <= n.frame <= last and n.entity.person]
    if bare and not BODY.search(noun) and len({id(n.entity) for n in named}) == 1:
        at, start, _, entity = named[0]
        if noun not in known and noun not in KIN and _can_be(entity, noun, at):
            yield noun, at, start, entity


def told_role(tokens: Sequence[Token], verb: int, casing: Casing) -> Mention | None:
    """The role that "is hoogleraar in Delft" or "werkt als kok" tells of its subject; ``verb`` is a token."""
    words = [t.lower for t in tokens[verb : verb + 3]]
    works = words[:2] in (["werkt", "als"], ["werkte", "als"])
    if len(words) < 3 or not (works or words[0] in ("is", "was")) or words[1] == "geen":
        return None
    mention = read_mention(tokens, verb + 1 + works, casing)
    if mention is None or mention.name or mention.plural:
        return None
    noun = mention.noun
    return mention if is_human(noun) and not BODY.search(noun) else None


def told_roles(
    frames: Sequence[Frame], people: Sequence[Named], casing: Casing
) -> Iterator[tuple[str, int, int, Entity]]:
    """Each role told by "Ze is hoogleraar in Delft", where it stands, and the person named before it."""
    for frame in frames:
        first = frame.tokens[0].lower if frame.tokens else ""
        told = told_role(frame.tokens, 1, casing) if first in ("hij", "zij", "ze") else None
        entity = _spoken_of(frame.index, people) if told is not None else None
        if told is not None and entity is not None and entity.gender != ("f" if first == "hij" else "m"):
            yield told.role, frame.index, told.start, entity


def _spoken_of(frame: int, people: Sequence[Named]) -> Entity | None:
    """The only person in the last sentence with a name before ``frame``; None where that is not fresh."""
    end = bisect_left(people, frame, key=lambda named: named.frame)
    before = [(at, entity) for at, _, _, entity in people[max(0, end - _NAMES) : end] if entity.person]
    if not before or frame - before[-1][0] > _FRESH:
        return None
    last = [entity for at, entity in before if at == before[-1][0]]
    return last[0] if all(entity is last[0] for entity in last) else None


def _can_be(entity: Entity, role: str, introduced: int) -> bool:
    """Whether somebody comes in there, without a role, and is of its sex."""
    gender = gender_of_role(role)
    new = min(seen[0] for seen in entity.seen) == introduced
    return new and not entity.roles and (not gender or entity.gender in ("", gender))
