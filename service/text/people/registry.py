"""The people and bodies of an article, and which of them a surname, a role or a pronoun stands for.

Read in one pass before any quotation is attributed. A short form is resolved to the fullest form in the
article (a headline says "Baudet" before the text says "Thierry Baudet"); a bare surname that two people share
means the one just spoken of, else the one introduced first; a pronoun means the person last spoken of,
preferring one that spoke or opened a sentence, never of the other sex; a role means the person last called
so. Where nothing fits, the answer is None or the phrase itself.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from service.text.people.descriptions import Descriptions
from service.text.people.entity import Entity
from service.text.people.recency import REACH
from service.text.people.strangers import SUBJECT, WHOLE
from service.text.phrases.mention import Mention
from service.text.words.roles import KIN, head_of, is_office
from service.text.words.voices import BODY, Gender, gender_of_role

_FIRST_PLACES: Final = 5
"""Tokens with which a sentence brings up whom it is about: "Onder hen Bos", "Een van hen, Els Bos"."""


class Registry(Descriptions):
    """Which entity of one article a mention stands for. Built once; reading from it changes nothing."""

    def resolve(self, mention: Mention, frame: int, near: str | None = None) -> str | None:
        """The speaker that a mention in a frame stands for. ``near`` is who spoke last, if still fresh."""
        if mention.pronoun:
            return self._pronoun(mention, frame, near)
        if mention.name:
            known = near if near and near[:1].isupper() else ""
            if known and mention.name == known.rpartition(" ")[2] and self.is_person(known):
                called = self._namesake([mention.name], mention.role)
                return called.name if called is not None else self._first_called(mention, known)
            return self._inhabitant(mention, frame, near) or self.full_name(mention)
        if mention.phrase in ("de een", "de ene", "de ander", "de andere"):
            pair = self._two_named(frame)
            return pair["ander" in mention.phrase] if pair else mention.phrase
        if mention.told_apart:
            head = mention.head
            return self._role(head, frame, set()) or self._called_before(head, frame) or mention.phrase
        if mention.definite and not mention.plural and mention.role:
            return self._described(mention, frame, near) or mention.phrase
        if mention.phrase.startswith(("zijn ", "haar ", "hun ")) and mention.role in KIN:
            if near and (relative := self.kin.get((near, mention.role))) and relative != near:
                return relative
            return self._role(mention.role, frame, set()) or mention.phrase
        return mention.phrase

    def _first_called(self, mention: Mention, near: str) -> str:
        """Of two people of one surname the one spoken of, unless the other had it to himself before."""
        at, first = self._by_surname.get(mention.name, (0, None))
        entity = self._match(near.split())
        if mention.role or first is None or entity is None or first is entity:
            return near
        since = entity.seen[0][0] if entity.surnamed is None else entity.surnamed
        return first.name if at < since else near

    def is_meant(self, words: str, name: str) -> bool:
        """Whether the words speak of "de president", and he is the one of whom the article says that."""
        entity = self._match(name.split()) if name[:1].isupper() else None
        roles = {head_of(role) for role in entity.roles} if entity is not None else set()
        return any(re.search(rf"\b[Dd]e {re.escape(role)}\b", words) for role in roles if is_office(role))

    def people_like(self, pronoun: str) -> list[str]:
        """The people of the article whom "hij", or "zij", can mean."""
        gender: Gender = "m" if pronoun == "hij" else "f"
        return [entity.name for entity in self.entities if entity.person and entity.gender == gender]

    def alike_in(self, words: str, name: str) -> set[str]:
        """The other people of the same sex as ``name`` whose first or last name is among the words."""
        capitals = set(re.findall(r"\b[A-ZÀ-Þ][\w-]+", words))
        found = chain.from_iterable((*self._by_last.get(w, ()), *self._by_first.get(w, ())) for w in capitals)
        return {
            e.name for e in found if e.person and e.gender and e.name != name and self._fits(e.gender, name)
        }

    def _is_known_as(self, gender: Gender, name: str) -> bool:
        entity = self._match(name.split())
        return entity is not None and entity.gender == gender

    def agrees(self, pronoun: Mention, name: str) -> bool:
        """Whether "hij" or "zij" can mean the person of that name."""
        return (
            pronoun.pronoun != "het"
            and self.is_person(name)
            and self._fits("m" if pronoun.pronoun == "hij" else "f", name)
        )

    def _pronoun(self, mention: Mention, frame: int, near: str | None) -> str | None:
        if mention.pronoun == "die":
            return self._last_named(frame)
        if mention.pronoun == "het":
            return self._it(mention, frame, near)
        if mention.plural:
            return self._several(frame, near)
        gender: Gender = "m" if mention.pronoun == "hij" else "f"
        fronted = self._fronted.get(frame) == mention.start - 1  # "Aan Bos schreef hij": not Bos
        start = 0 if fronted else mention.start
        first = 0 if mention.conceded else 1
        here = None if mention.closing else self._opening_person(frame, start, first)
        own = self._only_subject(frame, mention, gender) if here is None and mention.conceded else None
        if own is not None and self.agrees(mention, own):
            return own  # "Daarover zegt Bos niets, al noemt hij"
        body = self._body_that_opens(frame) if mention.conceded and gender == "f" else None
        if body and not any(self.agrees(mention, one) for one in self.named_in(frame, mention.start)):
            return body  # "De bond waarschuwt voor wat zij '...' noemt"
        if here is None and (relative := self._relative(frame, gender)) is not None:
            return relative
        told = self._told_of_before(frame, gender, near) if here is None else None
        if near and near[:1].islower() and not self._tells_of(near, frame - 1):
            named = self.named_in(frame - 1, WHOLE)  # "Een man haalt zijn schouders op. / Bij Bos thuis ..."
            opens = self.named_in(frame - 1, _FIRST_PLACES)
            opens = {name for name in opens if not set(name.split()) & set(near.split())}  # "moeder van Liv"
            here = here or (next(iter(opens)) if len(named) == 1 and opens else None)
        elif here is None and not (near and near[:1].islower()):
            here = told or self._newly_named(frame, gender)
        if here is None and near and near[:1].islower():
            here = self._opening_person(frame, start, 0)  # "Spit wil wel, laat hij weten"
        if here is not None and self.agrees(mention, here):
            return here
        if here is None and (role := self._opening_role(mention, frame, gender)) is not None:
            return self.resolve(role, frame, near)
        reply = self._replies.get(frame - 1) if here is None else None
        if reply is not None and gender_of_role(reply.noun) in ("", gender):
            return self.resolve(reply, frame - 1, near)  # "Er kwam een reactie van de woordvoerder."
        if here is None and told is not None:
            return told
        stranger = self._stranger(frame, gender)
        if stranger is None and frame - 1 in self.of_she and not self.named_in(frame - 1, WHOLE):
            earlier = self._stranger(frame - 1, gender)  # "Er zit een vrouw. Ze haalt iets uit haar tas."
            if earlier and gender == "f" and any(gender_of_role(word) for word in earlier.split(" ")):
                return earlier if not self.named_in(frame - 2, WHOLE) else None
        if stranger is not None and not gender_of_role(stranger.split(" ")[1]):
            hero = self._opening_person(frame - 2, SUBJECT, 0)  # "Wielema kwam. Een collega viel uit. Ze"
            stranger = None if hero is not None and self._is_known_as(gender, hero) else stranger
        if stranger is not None and self._goes_on.get(frame - 1) == gender and near and near[:1].isupper():
            stranger = None  # "Els Bos werkte er. Ze vertrok nadat een meisje was opgesloten."
        if stranger is not None and gender == "f" and frame - 1 in self.of_her:
            known = any(gender_of_role(word) for word in stranger.split(" "))
            stranger = stranger if known else None  # "toen een deurwaarder bij haar aanbelde"
        if stranger is not None and not self.named_in(frame - 1, WHOLE) and not self.named_in(frame, WHOLE):
            return stranger
        if near is not None and (meant := self._meant_by(near, mention, gender, frame)) is not None:
            return meant
        if gender == "f" and self._is_a_body_now(near, frame, mention.start):
            return near  # "De gemeente wacht af. Volgens haar ..."
        if gender == "f" and mention.start == 0 and (body := self._opening_body(frame)) is not None:
            return body  # "De bond BVB is boos. Zij vreest"
        best: tuple[int, Entity] | None = None
        best_at = frame
        for at, place, weight, entity in self._names_before(frame, start, reach=REACH):
            if best and frame - at > 2 and at < best_at:
                break
            if not entity.person or (entity.gender and entity.gender != gender):
                continue
            score = weight + (1 if entity.gender == gender else 0) - (frame - at)
            score -= (at, place) in self._governed  # "Els Bos, de zus van Liv": not Liv
            if best is None or score > best[0]:
                best, best_at = (score, entity), at
        if best is None:
            hero = self.protagonist(frame, mention.start)
            fits = hero is not None and self.agrees(mention, hero)
            one = hero if fits else self._only_one_of(gender, frame, mention.start)
            one = one or (near if near is not None and self.agrees(mention, near) else None)
            unnamed = self._last_unnamed(gender, frame) or self._only_one_called(frame, gender)
            return one or unnamed or self._opening_name(frame)
        return best[1].name

    def _told_of_before(self, frame: int, gender: Gender, near: str | None) -> str | None:
        """Whom the sentence before begins with, where he has no name and it names nobody.

        "De slotenmaker deed er een uur over. '...', was zijn commentaar."
        """
        if any(named[:2] not in self._governed for named in self._people_in(frame - 1)):
            return None
        for mention in self._calls_in(self._phrases, frame - 1)[:1]:
            noun = mention.noun
            one = mention.start == 0 and mention.phrase.startswith("de ") and not mention.plural
            if one and not BODY.search(noun) and gender_of_role(noun) in ("", gender):
                meant = self.resolve(mention, frame - 1, near) or ""
                anybody = bool(self._names_in(frame - 1))  # "De darter werd verslagen door Smit. Hij"
                return meant if meant.startswith("een ") or (anybody and self.is_person(meant)) else None
        return None

    def _only_subject(self, frame: int, pronoun: Mention, gender: Gender) -> str | None:
        """The only person of a main clause that begins with something else; none behind a preposition."""
        if self._pronouns[frame].get(gender, pronoun.start) < pronoun.start:
            return None  # "Hij prees Bos, al noemt hij"
        if self._opening_role(pronoun, frame, gender) is not None:
            return None
        people = self._people_in(frame, pronoun.start)
        alone = len(people) == 1 and people[0][:2] not in self._prepositional
        return people[0].entity.name if alone else None

    def _newly_named(self, frame: int, gender: Gender) -> str | None:
        """Whom the sentence before names for the first time, not behind a pronoun: "Ze versloeg Els Bos"."""
        new = self.just_introduced(frame)
        entity = self._match(new.split()) if new else None
        at = self._pronouns[frame - 1].get(gender) if entity is not None and frame else None
        return None if entity is not None and at is not None and at < entity.seen[0][1] else new

    def _it(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Which body "het" is: the one just heard, or the one last spoken of."""
        if near and self._is_it(near):
            return near
        if mention.start > 1 and (own := self._neuter_that_opens(frame)) is not None:
            return own  # "Het COA wacht af, schrijft het"
        noun = self._neuter_noun(frame, mention.start)
        return self.resolve(noun[1], noun[0]) if noun else self._company(frame, mention.start)

    def _is_a_body_now(self, near: str | None, frame: int, token: int) -> bool:
        """Whether "de bond" was just spoken of, without a woman, and no person was named since."""
        if near is None or not near.startswith("de ") or not BODY.search(near.split(" ")[1]):
            return False
        for at in range(frame - 1, frame - 4, -1):
            if self.named_in(at, WHOLE):
                return False
            if any(m.phrase == near for m in self._calls_in(self._phrases, at)):
                return at not in self.of_her and not self.named_in(frame, token)
        return False

    def _meant_by(self, near: str, pronoun: Mention, gender: Gender, frame: int) -> str | None:
        """Who spoke last, or whom the pronoun means rather than him; None where it can be neither."""
        if not self.agrees(pronoun, near):
            return None
        noun = near.split(" ")[1 if " " in near else 0]
        told = near[:1].isupper() or gender_of_role(noun) == gender
        if not told and self._goes_on.get(frame - 1, gender) not in (gender, ""):
            return None  # "Volgens de officier is dat zo. Zij wijst op mails. '...', appte hij"
        kin = near.startswith(("zijn ", "haar "))
        own = near.startswith("haar " if gender == "f" else "zijn ")
        lately = self._lately_of(gender, frame, pronoun.start)
        opens = near.startswith("de ") and self._opened(near, frame)  # "De advocaat van S. vindt ... Hij"
        opens = opens and not (gender == "f" and self._opening(frame) in self.of_her)
        if (
            near[:1].islower()
            and len(lately) == 1
            and not (opens or gender_of_role(noun))
            and (own or not kin)
        ):
            return lately.pop()  # "Bos is blij; een raadslid vond het '...'. '...', zegt ze"
        if (
            len(lately) == 1
            and near[:1].isupper()
            and not self._is_known_as(gender, near)
            and self._is_fresh(next(iter(lately)), frame)
            and not self._is_fresh(near, frame)
        ):
            return lately.pop()  # "'...', roept hij. Dat steekt Els Bos. '...', zegt ze"
        owner = None  # in "Haar tante is ziek" she is "zij", not the aunt
        if own:
            owner = self._last_person(frame, pronoun.start) or self.protagonist(frame, pronoun.start)
        return near if not kin or not (owner or self.named_in(frame - 1, WHOLE)) else None

    def another(self, pronoun: Mention, frame: int, but: str) -> str | None:
        """The person last named in a few sentences, not this one, whom a pronoun can mean."""
        for name in self._lately(frame, 0):
            if name != but and self.agrees(pronoun, name):
                return name
        return None

    def is_ambiguous(self, mention: Mention, frame: int) -> bool:
        """Whether the four sentences before name two whom the pronoun can mean."""
        before = {named.entity.name for at in range(frame - 4, frame) for named in self._people_in(at)}
        return sum(self.agrees(mention, name) for name in before) > 1
