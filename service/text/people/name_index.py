"""The people and bodies of an article by their names, and what is known of whom a name stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.people.entity import OF_A_COUNTRY, Entity, initials, is_company, may_be_person
from service.text.phrases.frames import Frame
from service.text.phrases.mention import Mention
from service.text.phrases.naming import BODIES
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import word_set
from service.text.words.roles import KIN, PLACE_BODIES, head_of, role_keys
from service.text.words.voices import Gender, gender_of_role

_MOST_ALIKE: Final = 100
"""People of one surname, or one given name, who are told apart: more of them are a list."""
_ADDRESSED: Final = word_set("mevrouw mw. meneer heer dhr.")


class NameIndex:
    """Entities by the first and the last word of their names, and by their acronyms."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._by_acronym: dict[str, Entity] = {}
        self._by_surname: dict[str, tuple[int, Entity]] = {}
        """Who was first called by his surname alone, and in which frame."""

    def _namesake(self, words: list[str], role: str) -> Entity | None:
        """Of those of one surname the one who is called so: "Vader Bos", "mevrouw Bos"."""
        known = [e for e in self._by_last.get(words[-1], ()) if e.person] if len(words) == 1 and role else []
        if role in _ADDRESSED:
            of_that_sex = [e for e in known if e.gender == gender_of_role(role)]
            return of_that_sex[0] if len(of_that_sex) == 1 else None
        called = [e for e in known if head_of(role) in {key for r in e.roles for key in role_keys(r)}]
        return called[0] if len(known) > 1 and len(called) == 1 else None

    def _already_known(self, mention: Mention) -> Entity | None:
        """Whose name it is, as far as the article has told."""
        words, role = mention.name.split(), mention.role
        entity = self._namesake(words, role) or self._match(words)
        if entity is not None and entity.name == words[0] and len(words) > 1 and role and entity.roles:
            return entity if role in entity.roles else None  # two who share a given name
        firm = entity is not None and not entity.person and is_company("", entity)
        if firm and entity is not None and is_first_name(words[0]) and words[0] not in entity.name.split():
            return None  # "directeur Rik Boerma", of "supermarktketen Boerma"
        return entity

    def _new(self, mention: Mention, *, person: bool) -> Entity:
        words = mention.name.split()
        entity = Entity(mention.name, person)
        self.entities.append(entity)
        self._index(entity, words)
        if not person and (letters := initials(words)):
            self._by_acronym.setdefault(letters, entity)
        return entity

    def _learn_name(self, entity: Entity, mention: Mention, frame: Frame) -> None:
        """The fuller of two names is whose it is; a surname alone is his who first had it to himself."""
        words = mention.name.split()
        if len(words) == 1 and entity.name.endswith(" " + words[0]):
            self._by_surname.setdefault(words[0], (frame.index, entity))
        elif re.search(rf"(?:^| ){re.escape(entity.name)}(?: |$)", mention.name, re.I) and (
            len(words) > len(entity.name.split())
        ):
            entity.name = mention.name
            self._index(entity, words)
        if len(words) > 1 and entity.surnamed is None and not frame.heading:
            entity.surnamed = frame.index

    def _index(self, entity: Entity, words: list[str]) -> None:
        maiden = words[-1].partition("-")[0]  # "Bosgoed", who is Gerrie Bosgoed-Visch
        for table, key in ((self._by_last, words[-1]), (self._by_first, words[0]), (self._by_last, maiden)):
            alike = table.setdefault(key, [])
            if len(alike) < _MOST_ALIKE and entity not in alike:
                alike.append(entity)

    def _match(self, words: list[str]) -> Entity | None:
        if len(words) == 1 and (entity := self._by_acronym.get(words[0])) and not entity.person:
            return entity
        if len(words) == 1 and len(words[0]) == 1:
            words = [words[0] + "."]  # "antwoordde H.", at the end of a sentence
        lowered = [w.casefold() for w in words]
        for entity in self._by_last.get(words[-1], ()) if len(words) > 1 else ():
            if entity.name.casefold() == " ".join(lowered):
                return entity
        for entity in self._by_last.get(words[-1], ()):
            own = [w.casefold() for w in entity.name.split()]
            if lowered == [own[-1].partition("-")[0]] and len(own) > 1 and entity.person:
                return entity
            if own == lowered or (
                own[-len(lowered) :] == lowered and (entity.person or may_be_person(entity))
            ):
                return entity
            if (
                len(own) < len(lowered)
                and lowered[-len(own) :] == own
                and (entity.person or is_first_name(words[0]))
            ):
                return entity
        for entity in self._by_first.get(words[0], ()):
            related = is_first_name(words[0]) or (len(words) == 2 and not KIN.isdisjoint(entity.roles))
            if entity.name == words[0] and entity.person and related:
                return entity  # "Theo", who turns out to be Theo Aalders
        if len(words) == 1:
            for entity in self._by_first.get(words[0], ()):
                known = entity.person or entity.name.split()[-1] in OF_A_COUNTRY or words[0] in BODIES
                if " " in entity.name and known:
                    return entity  # "de Inspectie", once "de Inspectie Gezondheidszorg en Jeugd"
        elif "van" in words[1:2]:
            for entity in self._by_last.get(words[0], ()):
                if entity.person and " " in entity.name:
                    return entity  # "burgemeester Scholtze van Drimmelen"
        return None

    def take_speakers(self, mentions: Sequence[Mention]) -> None:
        """Learn that these speak: a first and a last name that say something are a person."""
        for mention in mentions:
            words = mention.name.split()
            named = self._match(words) if words and mention.phrase == mention.name else None
            if named is not None and len(words) == 1 and not named.roles and may_be_person(named):
                named.person = True  # "zegt Zwiggelaar", who was "Lammert Zwiggelaar"
            if named is not None and named.name == mention.name and len(words) == 1 and not named.roles:
                fuller = [e for e in self._by_first.get(words[0], ()) if may_be_person(e)]
                shortest = min((e.name for e in fuller), key=len, default="")
                if fuller and all(e.name.startswith(shortest) for e in fuller):
                    named.name = fuller[0].name  # "zegt Jopie", who is Jopie Visser
                    named.person = fuller[0].person = True
            if (
                len(words) > 1
                and mention.phrase == mention.name
                and not re.search(r"[A-Z]{2}|^De |^Het ", mention.name)
            ):
                entity = self._match(words)
                body = words[0].casefold() in PLACE_BODIES
                if entity is not None and not (body or is_company("", entity)):
                    entity.person = True

    def has_role(self, name: str) -> bool:
        """Whether the article tells what somebody is."""
        entity = self._match(name.split())
        return bool(entity and entity.roles)

    def is_called(self, name: str, role: str) -> bool:
        """Whether the article says so of him."""
        entity = self._match(name.split())
        head = head_of(role)
        return entity is not None and any(
            key.endswith(head) for known in entity.roles for key in role_keys(known)
        )

    def _fits(self, gender: Gender, name: str) -> bool:
        entity = self._match(name.split()) if not name[:1].islower() else None  # "de vader van Els Bos"
        known: Gender = entity.gender if entity else ""
        if entity is None:
            known = next((g for word in name.split(" ") if (g := gender_of_role(word))), "")
        return not (gender and known and gender != known)
