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
    has_article,
    is_beaten,
    is_credited,
    is_neuter,
    is_other_name,
    is_told_person,
    is_unnamed,
    opens_as_subject,
    reply_in,
    role_before_clause,
    shared_surname,
    told_gender,
)
from service.text.people.entity import (
    NO_PERSON,
    Entity,
    Named,
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
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import PREPOSITIONS, word_set
from service.text.words.roles import KIN, noun_of, role_keys
from service.text.words.voices import BODY, Gender, is_human

_HE_SHE: Final = word_set("hij hem zij ze haar")
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
        self._told: list[Told] = []
        self._replies: dict[int, Mention] = {}
        """Who answers without a name, by frame: "Er kwam een reactie van de woordvoerder"."""
        self._paragraph = {f.index: f.paragraph for f in frames}
        self._headings = {f.index for f in frames if f.heading}
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
            self._call(entity, role, at, start)
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
                self._add(mention, frame)
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

    def _add(self, mention: Mention, frame: Frame) -> None:
        """One more mention by name: whose it is, and what its sentence tells of him."""
        tokens = frame.tokens
        mention = replace(mention, name=mention.name + shared_surname(mention, tokens, self.casing))
        words = mention.name.split()
        entity = self._already_known(mention)
        alone = not frame.heading or mention.start == 0  # "Henk Bos (51), kastelein uit Dwingeloo"
        extra = apposed_role(tokens, mention.end, self.casing) if alone else ""
        company = is_company(mention.noun, entity)
        person = is_told_person(mention, tokens, extra, company=company)
        person = person or self._stands_with_a_person(mention, tokens)
        if len(words) == 1 and mention.start == 0 and entity is not None and may_be_person(entity):
            person = person or entity.name.endswith(" " + words[0])  # "Hamersma" for Lot Hamersma
        entity = entity or self._new(mention, person=person)
        self._learn_name(entity, mention, frame)
        entity.neuter = entity.neuter or is_neuter(mention, tokens)
        if not entity.person and (letters := acronym_behind(mention, tokens)):
            self._by_acronym.setdefault(letters, entity)
        entity.article = entity.article or (has_article(mention, tokens) and not mention.role)
        if opens_as_subject(mention, frame) and not (entity.article or company):
            person = True
        if frame.heading and entity.seen and not entity.person and len(words) == 1:
            person = False  # "Uienteler Tholen vreest", or an island
        entity.person = entity.person or person
        self._learn_roles(entity, mention, frame, extra)
        self._learn_by_introduction(entity, mention, frame)
        entity.gender = entity.gender or told_gender(mention, tokens, extra)
        entity.belongs |= belongings(mention, tokens, self.casing)
        first = mention.phrase.split(" ")[0].casefold()
        if first in ("zijn", "haar") and mention.role in KIN:
            whose: Gender = "m" if first == "zijn" else "f"
            self._told.append(Told(frame.index, mention.start, whose, mention.role, entity))
        self._keep_place(entity, mention, frame, person=person)

    def _learn_roles(self, entity: Entity, mention: Mention, frame: Frame, extra: str) -> None:
        """What the words round a name call him; ``extra`` stands in apposition to it."""
        tokens, role = frame.tokens, mention.role
        of_whom = role.split(" ")[-1] if role and not is_human(mention.noun) else ""
        owner = of_whom if is_human(of_whom.split("-")[-1]) else ""  # "de wet van minister Smit"
        ahead = [t.lower for t in tokens[max(0, mention.start - 2) : mention.start]]
        led = ahead[1:] == ["van"] and ahead[0] in _TEAMS and not (role or "trainer" in self._by_role)
        coach = "trainer" if led else ""  # "de ploeg van Jan Bos"
        told = told_role(tokens, mention.end, self.casing) if mention.start <= 1 and entity.person else None
        is_one = told.role if told is not None and not is_nobody_known(entity) else ""
        before = role_before_clause(mention, tokens, self.casing)
        for found in filter(None, (role, extra, is_one, coach, before, owner)):
            if is_human(noun_of(found)) or f"de {found.capitalize()} " in mention.phrase:
                self._call(entity, found, frame.index, mention.start)
            else:
                entity.roles.add(found)  # "het pleidooi van advocaat Smit": no other word for him

    def _call(self, entity: Entity, role: str, frame: int, token: int) -> None:
        """Somebody is called so there, and can be meant by it from there on."""
        entity.roles.add(role)
        for key in role_keys(role):
            self._by_role.setdefault(key, []).append((frame, token, entity))

    def _learn_by_introduction(self, entity: Entity, mention: Mention, frame: Frame) -> None:
        """ "Hij heet Appie", "De visboer heet Klaas Bos", "Een van de kopers was Els Vos"."""
        lowered, start = [t.lower for t in frame.tokens], mention.start
        verb, whose = (lowered[start - back] if start >= back else "" for back in (1, 2))
        words = mention.name.split()
        is_called = verb in ("heet", "heette")
        if lowered[1:3] == ["naam", "is"] and start == 3:
            entity.person = True  # "Zijn naam is Taras"
        if is_called and (len(words) > 1 or whose in ("hij", "zij", "ze")) and is_first_name(words[0]):
            entity.person = True  # "Het antwoord heet Yonas Bos", "Hij heet Appie"
        turns_out = verb in ("blijkt", "bleek") and lowered[mention.end : mention.end + 2] == ["te", "heten"]
        one_of = lowered[:2] == ["een", "van"] and verb in ("is", "was")
        subject = read_mention(frame.tokens, 0, self.casing) if turns_out or is_called or one_of else None
        if subject is None or subject.name or not is_human(subject.noun) or BODY.search(subject.role):
            return
        entity.person = True
        self._call(entity, subject.role, frame.index, 0)

    def _keep_place(self, entity: Entity, mention: Mention, frame: Frame, *, person: bool) -> None:
        """Where a name stands, and behind what; ``person`` tells whether its sentence shows a person."""
        tokens, place = frame.tokens, (frame.index, mention.start)
        before = tokens[mention.start - 1].lower if mention.start else ""
        if before in ("van", "door"):
            self._governed.add(place)
        if before in PREPOSITIONS:
            self._prepositional.add(place)
        if is_beaten(mention, tokens):
            self._aside.add(place)
        if mention.start == 1 and before in PREPOSITIONS:
            self._fronted[frame.index] = mention.end
        where = mention.start == 1 and is_a_place(before, mention.name.split()) and not person
        subject = 2 if (mention.start <= 1 and not where) or before in ("heet", "heette") else 0
        entity.seen.append((*place, subject))
        self._people.append(Named(*place, subject, entity))

    def _stands_with_a_person(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """ "Rachel Blau en Ronit Kempler": who the second is tells the first."""
        at = mention.start
        joined = at >= 3 and tokens[at - 1].lower == "en"
        if " " not in mention.name or not joined or NO_PERSON.search(mention.name):
            return False
        other = self._match([t.text for t in tokens[at - 3 : at - 1]])
        return other is not None and other.person
