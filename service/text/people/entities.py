"""The people and bodies that an article names, with the roles, the sex and the places it gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from service.text.people.brought_up import (
    acronym_behind,
    apposed_role,
    belongings,
    crowd_at,
    enters,
    is_credited,
    is_neuter,
    is_other_name,
    is_told_person,
    is_unnamed,
    opens_as_subject,
    partner_gender,
    reply_in,
    role_before_clause,
    shared_surname,
)
from service.text.people.entity import (
    NO_PERSON,
    Entity,
    Named,
    initials,
    is_a_place,
    is_company,
    is_nobody_known,
    may_be_person,
)
from service.text.people.genders import pronoun_genders
from service.text.people.kin import Told, relations
from service.text.people.name_index import NameIndex
from service.text.people.pronouns import asks_him, begins_with, first_pronouns
from service.text.people.roles_beside import headline_role, roles_beside, told_role, told_roles
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.words.given_names import gender_of_name, is_first_name
from service.text.words.lexicon import PREPOSITIONS, word_set
from service.text.words.roles import KIN, head_of, noun_of, role_keys
from service.text.words.voices import BODY, gender_of_role, is_human

_HE_SHE: Final = word_set("hij hem zij ze haar")
_ASIDE: Final = word_set("voor achter op")
_RACE: Final = word_set(
    "seconde seconden tel tellen punt punten lengte lengtes streep finish eindigen eindigde"
)
_TEAMS: Final = word_set("ploeg elf")
_MOST: Final = 60
"""Names back that a short form can reach, however few sentences they fill."""


class Entities(NameIndex):
    """The entities of one article and where it mentions them, read in one pass."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        super().__init__()
        self.casing = Casing(frames)
        self._by_role: dict[str, list[tuple[int, int, Entity]]] = {}
        self._people: list[Named] = []
        self._phrases: list[tuple[int, int, Mention]] = []
        self._by_surname: dict[str, tuple[int, Entity]] = {}
        """Who was first called by his surname alone, and in which frame."""
        self._told: list[Told] = []
        self._replies: dict[int, Mention] = {}
        """Who answers without a name, by frame: "Er kwam een reactie van de woordvoerder"."""
        self._paragraph = {f.index: f.paragraph for f in frames}
        self._keeps_to = {
            f.index for f in frames if f.tokens[-1].text == "?" or any(t.lower in _HE_SHE for t in f.tokens)
        }
        """Frames that go on about somebody spoken of, or ask him."""
        self._governed: set[tuple[int, int]] = set()
        """Where a name stands behind "van" or "door": the sentence is about something of his."""
        self._prepositional: set[tuple[int, int]] = set()
        """Where a name stands behind a preposition."""
        self._aside: set[tuple[int, int]] = set()
        """Whom somebody beat: "eindigde voor Bos", "hield twee tellen over op Bos"."""
        self.of_she = {f.index for f in frames if any(t.lower in ("ze", "zij") for t in f.tokens)}
        self.of_her = self.of_she | {f.index for f in frames if any(t.lower == "haar" for t in f.tokens)}
        """Frames that speak of a woman, or of several."""
        self._goes_on = {f.index: who for f in frames if (who := begins_with(f.tokens)) is not None}
        """Frames that go on with "hij", "zij" or "volgens hem", of which sex: of whom the one before is."""
        self._pronouns = {f.index: first_pronouns(f.tokens) for f in frames}
        """Where "hij" and "zij" first stand in a frame, by sex."""
        self._asked = {f.index for f in frames if asks_him(f.tokens)}
        """Frames in which somebody asks: "Toen de rechter vroeg waarom, antwoordde hij"."""
        self._of_his = {f.index for f in frames if f.tokens[0].lower in ("zijn", "haar")}
        """Frames that begin with something of his: "Haar voorsprong op Els Bos was klein"."""
        self._fronted: dict[int, int] = {}
        """Where a name ends with whose preposition a frame begins: "Aan Bos schreef hij"."""
        self._strangers: list[tuple[int, Mention]] = []
        """People without a name, where they are brought up: "een vrouw met een hond"."""
        self._unnamed: list[tuple[int, int, Mention]] = []
        """The same wherever they stand, "haar broer" too."""
        self._crowds: dict[int, list[str]] = {}
        """Several people, by frame, brought up behind a verb: "Op het plein stonden duizenden mensen"."""
        for frame in sorted(frames, key=lambda f: f.heading):
            self._read(frame)
        self._people.sort(key=lambda x: (x[0], x[1]))
        self._people_at = [named[:2] for named in self._people]
        self._phrases.sort(key=lambda x: (x[0], x[1]))
        told = told_roles(frames, self._people, self.casing)
        openings = {b.index for a, b in pairwise(frames) if a.paragraph != b.paragraph}
        for role, at, start, entity in chain(
            told,
            roles_beside(self._phrases, self._people, self._by_role, openings, self._governed),
            headline_role(
                frames,
                [p for p in self._people if p[:2] not in self._governed],
                self._by_role,
                self.casing,
            ),
        ):
            entity.roles.add(role)
            for key in role_keys(role):
                self._by_role.setdefault(key, []).append((at, start, entity))
        self._learn_genders(frames)
        self.kin = relations(self._told, self._people)
        self._strangers.sort(key=lambda x: x[0])
        self._unnamed.sort(key=lambda x: (x[0], x[1]))
        self.accused = [e for e in self.entities if e.person and re.search(r"\s[A-Z]\.$", e.name)]
        """Those whose surname is only a letter, as papers write of suspects."""
        self._by_place: dict[str, list[Entity]] = {}
        for entity in self.entities:
            for place in entity.belongs:
                self._by_place.setdefault(place, []).append(entity)
        for candidates in self._by_role.values():
            candidates.sort(key=lambda x: (x[0], x[1]))

    def _names_in(self, frame: int, start: int = 0, end: int | None = None) -> list[Named]:
        """What a sentence names, in order: all of it, or from one token up to another."""
        first = bisect_left(self._people_at, (frame, start))
        last = bisect_left(self._people_at, (frame + 1, 0) if end is None else (frame, end))
        return self._people[first:last]

    def _people_in(self, frame: int, end: int | None = None) -> list[Named]:
        """The people among what a sentence names, or names before a token."""
        return [named for named in self._names_in(frame, 0, end) if named.entity.person]

    def _names_before(
        self, frame: int, token: int, most: int = _MOST, reach: int | None = None
    ) -> list[Named]:
        """The last names before a token, the latest first, no more than so many frames back."""
        last = bisect_left(self._people_at, (frame, token))
        first = max(0, last - most)
        if reach is not None:
            first = max(first, bisect_left(self._people_at, (frame - reach, 0)))
        return self._people[first:last][::-1]

    def _learn_genders(self, frames: Sequence[Frame]) -> None:
        """ "Ruurd Hoekema belde. Hij ...": where the given name does not tell."""
        named: dict[int, list[tuple[int, str]]] = {}
        for at, start, _, entity in self._people:
            if entity.person:
                named.setdefault(at, []).append((start, entity.name))
        told = pronoun_genders(frames, named)
        for entity in self.entities:
            entity.gender = entity.gender or told.get(entity.name, "")

    def _read(self, frame: Frame) -> None:
        tokens, i = frame.tokens, 0
        if (reply := reply_in(frame, self.casing)) is not None:
            self._replies[frame.index] = reply
        while i < len(tokens):
            mention = read_mention(tokens, i, self.casing) if tokens[i].kind == "word" else None
            if mention is None:
                i += 1
                continue
            if is_credited(mention, tokens):
                i = mention.end
                continue
            if mention.name and not is_other_name(mention, tokens):
                self._add(mention, frame, tokens)
            elif mention.role and is_human(mention.head):
                if mention.definite:
                    self._phrases.append((frame.index, i, mention))
                    if crowd := crowd_at(tokens, mention):
                        self._crowds.setdefault(frame.index, []).append(crowd)
                elif enters(tokens, mention):
                    self._strangers.append((frame.index, mention))
                if is_unnamed(mention):
                    self._unnamed.append((frame.index, i, mention))
            if not mention.name:
                inside = (
                    k - (k - 1 > i and not tokens[k - 1].capital and is_human(tokens[k - 1].lower))
                    for k in range(i + 1, mention.end)
                    if (tokens[k].capital and tokens[k - 1].kind == "word")
                    or tokens[k].lower in ("een", "zijn", "haar")
                )  # with its role: "de ploeg van bondscoach Smit"
                i = next(inside, max(mention.end, i + 1))
            else:
                i = max(mention.end - (tokens[mention.end - 1].text == ","), i + 1)

    def _add(self, mention: Mention, frame: Frame, tokens: Sequence[Token]) -> None:
        mention = replace(mention, name=mention.name + shared_surname(mention, tokens, self.casing))
        words = mention.name.split()
        role = mention.role
        entity = self._namesake(words, role) or self._match(words)
        if entity is not None and entity.name == words[0] and len(words) > 1 and role and entity.roles:
            entity = entity if role in entity.roles else None  # two who share a given name
        given = gender_of_name(words[0]) if len(words) > 1 or is_first_name(words[0]) else ""
        bare = mention.noun
        alone = not frame.heading or mention.start == 0  # "Henk Bos (51), kastelein uit Dwingeloo"
        extra = apposed_role(tokens, mention.end, self.casing) if alone else ""
        company = is_company(bare, entity)
        person = is_told_person(mention, tokens, extra, company=company)
        given = given or partner_gender(mention, tokens)
        if len(words) > 1 and self._stands_with_a_person(mention, tokens):
            person = True
        if len(words) == 1 and mention.start == 0 and entity is not None and may_be_person(entity):
            person = person or entity.name.endswith(" " + words[0])  # "Hamersma" for Lot Hamersma
        if entity is None:
            entity = Entity(mention.name, person)
            self.entities.append(entity)
            self._index(entity, words)
            if not person and (letters := initials(words)):
                self._by_acronym.setdefault(letters, entity)
        elif len(words) == 1 and entity.name.endswith(" " + words[0]):
            self._by_surname.setdefault(words[0], (frame.index, entity))
        elif re.search(rf"(?:^| ){re.escape(entity.name)}(?: |$)", mention.name, re.I) and (
            len(words) > len(entity.name.split())
        ):
            entity.name = mention.name
            self._index(entity, words)
        if len(words) > 1 and entity.surnamed is None and not frame.heading:
            entity.surnamed = frame.index
        entity.neuter = entity.neuter or is_neuter(mention, tokens)
        if not entity.person and (letters := acronym_behind(mention, tokens)):
            self._by_acronym.setdefault(letters, entity)
        article = (
            mention.start > 0 and tokens[mention.start - 1].lower in ("de", "het")
        ) or mention.phrase in (f"de {mention.name}", f"het {mention.name}")
        entity.article = entity.article or (article and not role)
        if opens_as_subject(mention, frame) and not (entity.article or company):
            person = True
        if frame.heading and entity.seen and not entity.person and len(words) == 1:
            person = False  # "Uienteler Tholen vreest", of an island
        entity.person = entity.person or person
        of_whom = role.split(" ")[-1] if role and not is_human(bare) else ""  # "de wet van minister Smit"
        ahead = [t.lower for t in tokens[max(0, mention.start - 2) : mention.start]]
        led = ahead[1:] == ["van"] and ahead[0] in _TEAMS and not (role or "trainer" in self._by_role)
        coach = "trainer" if led else ""  # "de ploeg van Jan Bos"
        told = told_role(tokens, mention.end, self.casing) if mention.start <= 1 and entity.person else None
        is_one = told.role if told is not None and not is_nobody_known(entity) else ""
        before = role_before_clause(mention, tokens, self.casing)
        owner = of_whom if is_human(of_whom.split("-")[-1]) else ""
        for found in filter(None, (role, extra, is_one, coach, before, owner)):
            entity.roles.add(found)
            if not is_human(noun_of(found)) and f"de {found.capitalize()} " not in mention.phrase:
                continue  # "het pleidooi van advocaat Smit": no other word for him
            for key in role_keys(found):
                self._by_role.setdefault(key, []).append((frame.index, mention.start, entity))
        verb = tokens[mention.start - 1].lower if mention.start else ""
        one_of = [t.lower for t in tokens[:2]] == ["een", "van"]
        if [t.lower for t in tokens[1:3]] == ["naam", "is"] and mention.start == 3:
            entity.person = True  # "Zijn naam is Taras"
        turns_out = verb in ("blijkt", "bleek") and [
            t.lower for t in tokens[mention.end : mention.end + 2]
        ] == ["te", "heten"]
        whose = tokens[mention.start - 2].lower if mention.start > 1 else ""
        several = len(words) > 1 or whose in ("hij", "zij", "ze")
        if verb in ("heet", "heette") and several and is_first_name(words[0]):
            entity.person = True  # "Het antwoord heet Yonas Bos", "Hij heet Appie"
        if turns_out or verb in ("heet", "heette") or (one_of and verb in ("is", "was")):
            self._called(entity, frame, tokens)
        of_role = gender_of_role(bare)
        sure = of_role if bare in KIN or of_role == "f" else ""  # "timmerman Els Bos"
        called = sure or given or of_role or gender_of_role(head_of(extra))
        entity.gender = entity.gender or called
        entity.belongs |= belongings(mention, tokens, self.casing)
        first = mention.phrase.split(" ")[0].casefold()
        if first in ("zijn", "haar") and role in KIN:
            self._told.append(Told(frame.index, mention.start, "m" if first == "zijn" else "f", role, entity))
        if verb in ("van", "door"):
            self._governed.add((frame.index, mention.start))
        if verb in PREPOSITIONS:
            self._prepositional.add((frame.index, mention.start))
        ahead_of = verb in _ASIDE or (verb in ("de", "het") and whose in _ASIDE)
        if ahead_of and not _RACE.isdisjoint(t.lower for t in tokens):
            self._aside.add((frame.index, mention.start))
        if mention.start == 1 and tokens[0].lower in PREPOSITIONS:
            self._fronted[frame.index] = mention.end
        place = mention.start == 1 and is_a_place(tokens[0].lower, words) and not person
        subject = 2 if (mention.start <= 1 and not place) or verb in ("heet", "heette") else 0
        entity.seen.append((frame.index, mention.start, subject))
        self._people.append(Named(frame.index, mention.start, subject, entity))

    def _stands_with_a_person(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """ "Rachel Blau en Ronit Kempler": who the second is tells the first."""
        at = mention.start
        if at < 3 or tokens[at - 1].lower != "en" or NO_PERSON.search(mention.name):
            return False
        other = self._match([t.text for t in tokens[at - 3 : at - 1]])
        return other is not None and other.person

    def _called(self, entity: Entity, frame: Frame, tokens: Sequence[Token]) -> None:
        """ "De visboer heet Klaas Bos", "Een van de kopers was Els Vos"."""
        subject = read_mention(tokens, 0, self.casing)
        if subject is None or subject.name or not is_human(subject.noun) or BODY.search(subject.role):
            return
        entity.person = True
        entity.roles.add(subject.role)
        for key in role_keys(subject.role):
            self._by_role.setdefault(key, []).append((frame.index, 0, entity))
