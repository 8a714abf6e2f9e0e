"""The people and bodies of an article, and which of them a surname, a role or a pronoun stands for.

Read in one pass before any quotation is attributed. A short form is resolved to the fullest form in the
article (a headline says "Baudet" before the text says "Thierry Baudet"); a bare surname that two people share
means the one just spoken of, else the one introduced first; a pronoun means the person last spoken of,
preferring one that spoke or opened a sentence, never of the other sex; a role means the person last called
so. Where nothing fits, the answer is None or the phrase itself.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from service.text.entity import Entity
from service.text.mentions import Mention
from service.text.origins import Origins
from service.text.recency import REACH
from service.text.roles import (
    ANY_BODY,
    ATTACHED,
    COMPANIES_AGAIN,
    COMPANY,
    COUNTS,
    FIRM,
    KIN,
    OF_OTHERS,
    PLACE_BODIES,
    PLURAL,
    fields_of,
    is_office,
    synonyms,
)
from service.text.strangers import WHOLE
from service.text.voices import BODY, Gender, gender_of_role, is_human

_FIRST_PLACES: Final = 5
"""Tokens with which a sentence brings up whom it is about: "Onder hen Bos", "Een van hen, Els Bos"."""


class Registry(Origins):
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
            head = mention.role.split(" ")[0]
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
        return first.name if at < entity.seen[0][0] else near

    def _described(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Who "de minister", "de coureur" or "het raadslid van de PvdA" is; None where nobody fits."""
        head = mention.role.split(" ")[0]
        if head in COMPANY and near and near[:1].islower() and FIRM.search(near.split(" ")[-1]):
            return near  # "Het oliebedrijf ontkent. De onderneming schrijft"
        if (
            ("-jarige " in mention.phrase or mention.role.split(" ")[-1] in COUNTS)
            and near
            and self.is_person(near)
            and self._fits(gender_of_role(head), near)
        ):
            return near  # "de 38-jarige vader" is another word for whom was spoken of
        if "-jarige " in mention.phrase and (sole := self._sole_person(frame, gender_of_role(head))):
            return sole  # "Juwelier Bos schrok. ... zegt de 46-jarige winkelier"
        attached = None if " van een " in mention.role else ATTACHED.search(mention.role)
        if head in KIN and OF_OTHERS.search(mention.role) and not self.named_in(frame, WHOLE):
            return None  # "de zoon van een van de slachtoffers"
        accused = self.accused if head in ("verdachte", "beklaagde") and not attached else ()
        if len(accused) == 1 and self._role(head, frame, set()) is None:
            return accused[0].name
        to = set(mention.role[attached.end() :].split()) - {"de", "het"} if attached else set()
        if not attached and near and self._is_meant_lately(head, near, frame):
            return near
        for word in (head, *synonyms(head)):
            if named := self._role(word, frame, to):
                return named
        from_there = attached and attached.group().strip() == "uit" and not is_office(head)
        if (
            (head in COMPANY or COMPANIES_AGAIN.search(head))
            and (from_there or not attached)
            and (company := self._company(frame, mention.start))
        ):
            return company
        others = (self._last_person(frame, mention.start), *self._lately(frame, mention.start))
        if person := self._of_that_sort(head, near, *(() if attached else others)):
            return person  # "de arts van het ziekenhuis" is the kinderarts just heard
        if near and near[:1].islower():
            nouns = near.split()[:3]
            alike = not is_office(head) and any(fields_of(head) & fields_of(n) for n in nouns[1:2])
            if set(nouns) & set(synonyms(head)) or alike:
                return near  # "de deskundige", after "een psychiater"
        if not mention.phrase.startswith(("de ", "het ", "deze ")):
            return None
        for one in (near, self._just_introduced(frame)) if from_there else ():
            if self._is_fresh(one, frame) and self._describes(mention.role, one):
                return one  # "De renner uit Goirle": another word for him
        new = self._just_introduced(frame) if attached and mention.start <= 1 else None
        somebody = is_human(head) and not BODY.search(head)
        if somebody and new is not None and not self.has_role(new) and self._fits(gender_of_role(head), new):
            return new  # "Dat zit Jan Bos dwars. De voorzitter van de bond noemt"
        if attached:
            person = self._only_person(frame, mention.start)
            fits = not is_office(head) and self._describes(head, person)
            return self._who_belongs(head, frame, to) or (person if fits else None)
        if longer := self._longer_phrase(head, frame, mention.start):
            return longer
        if (BODY.search(head) or head in PLACE_BODIES) and (
            body := self._body_of_that_sort(head, frame, mention.start)
        ):
            return body
        if ANY_BODY.search(head) and (body := self._body_just_named(frame)):
            return body
        exact = self._called_before(head, frame)
        if exact is not None and exact.split(" ")[1] == head and not is_office(head):
            return exact  # "een omwonende", long before "de omwonende"
        if not is_office(head) or head == "bestuurder" or " van een " in mention.role:
            known = near if near is not None and self._match(near.split()) else None
            here = self.named_in(frame, mention.start)  # "Nu Jansen weg is, hoopt de activist": two people
            last = self._last_person(frame, mention.start, here)
            newer = self._is_fresh(last, frame, 2) and not self._is_fresh(known, frame)
            for person in (last, known) if newer else (known, last):
                if person not in here and self._describes(mention.role, person):
                    return person
            if person := self._of_field(head, frame, mention.start):
                return person
            if self._describes(mention.role, person := self.protagonist(frame, mention.start)):
                return person
        prefix, _, noun = head.rpartition("-")
        return (self._role(noun, frame, {prefix}) if prefix else None) or self._called_before(head, frame)

    def _is_meant_lately(self, head: str, near: str, frame: int) -> bool:
        """Whether "de onderzoeker" is the expert just heard, though another was called so long ago."""
        entity = self._match(near.split())
        called = self._role(head, frame, set())
        if entity is None or not entity.person or called in (None, near) or is_office(head):
            return False
        own = {number for role in entity.roles for number in fields_of(role)}
        lately = any(self._is_fresh(called, at) for at in (frame, frame - 1, frame - 2))
        return bool(own & fields_of(head)) and not lately

    def _who_belongs(self, head: str, frame: int, to: set[str]) -> str | None:
        """The only person who was named with that party or club, and can be called so."""
        found = {e.name: e for word in to for e in self._by_place.get(word, ()) if e.person}
        for name, entity in found.items() if len(found) == 1 else ():
            if entity.seen[0][0] <= frame and self._describes(head, name):
                return name
        return None

    def _of_that_sort(self, head: str, *names: str | None) -> str | None:
        """Whoever has a role that ends in the noun: "de arts" is the "huisarts"."""
        for name in names if len(head) > 3 else ():
            entity = self._match(name.split()) if name else None
            if entity and entity.person and any(role.split(" ")[0].endswith(head) for role in entity.roles):
                return entity.name
        return None

    def _describes(self, role: str, near: str | None) -> bool:
        """Whether "de coureur" can be another word for the named person just spoken of."""
        nouns = [word.split("-")[-1] for word in (role.split(" ")[0], role.split(" ")[-1])]
        body = BODY.search(role) or BODY.search(role.split(" ")[0])
        if near is None or body or not any(is_human(noun) for noun in nouns):
            return False
        entity = self._match(near.split())
        if entity is None or not entity.person or not self._fits(gender_of_role(role), near):
            return False
        prefix, _, noun = role.split(" ")[0].rpartition("-")
        for known in entity.roles:
            other, _, same = known.split(" ")[0].rpartition("-")
            if prefix and other and same == noun and other != prefix:
                return False  # the SGP's leader is not the VVD's
        own = {number for known in entity.roles for number in fields_of(known)}
        if noun == "bestuurder" or role == "bestuurder":
            return bool(own & fields_of(role))  # of a province, not of a car
        return not own or not fields_of(role) or bool(own & fields_of(role))

    def agrees(self, pronoun: Mention, name: str) -> bool:
        """Whether "hij" or "zij" can mean the person of that name."""
        return (
            pronoun.pronoun != "het"
            and self.is_person(name)
            and self._fits("m" if pronoun.pronoun == "hij" else "f", name)
        )

    def is_person(self, name: str) -> bool:
        """Whether a speaker, as resolved, is a single person."""
        entity = self._match(name.split())
        if entity is not None or not name[:1].islower():
            return bool(entity and entity.person)
        nouns = [w for w in name.split()[:3] if is_human(w)]
        return bool(nouns) and not BODY.search(nouns[0]) and not PLURAL.search(nouns[0])

    def _pronoun(self, mention: Mention, frame: int, near: str | None) -> str | None:
        if mention.pronoun == "die":
            return self._last_named(frame)
        if mention.pronoun == "het":
            return self._it(mention, frame, near)
        if mention.plural:
            return self._several(frame, near)
        gender: Gender = "m" if mention.pronoun == "hij" else "f"
        first = 0 if mention.conceded else 1
        here = None if mention.closing else self._opening_person(frame, mention.start, first)
        if near and near[:1].islower() and not self._tells_of(near, frame - 1):
            named = self.named_in(frame - 1, WHOLE)  # "Een man haalt zijn schouders op. / Bij Bos thuis ..."
            opens = self.named_in(frame - 1, _FIRST_PLACES)
            here = here or (next(iter(opens)) if len(named) == 1 and opens else None)
        elif here is None and not (near and near[:1].islower()):
            here = self._just_introduced(frame)
        if here is None and near and near[:1].islower():
            here = self._opening_person(frame, mention.start, 0)  # "Spit wil wel, laat hij weten"
        if here is not None and self.agrees(mention, here):
            return here
        if here is None and (role := self._opening_role(mention, frame, gender)) is not None:
            return self.resolve(role, frame, near)
        stranger = self._stranger(frame, gender)
        if stranger is None and frame - 1 in self.of_she and not self.named_in(frame - 1, WHOLE):
            earlier = self._stranger(frame - 1, gender)  # "Er zit een vrouw. Ze haalt iets uit haar tas."
            if earlier and gender == "f" and any(gender_of_role(word) for word in earlier.split(" ")):
                return earlier if not self.named_in(frame - 2, WHOLE) else None
        if stranger is not None and gender == "f" and frame - 1 in self.of_her:
            known = any(gender_of_role(word) for word in stranger.split(" "))
            stranger = stranger if known else None  # "toen een deurwaarder bij haar aanbelde"
        if stranger is not None and not self.named_in(frame - 1, WHOLE) and not self.named_in(frame, WHOLE):
            return stranger
        if near is not None and (meant := self._meant_by(near, mention, gender, frame)) is not None:
            return meant
        if gender == "f" and self._is_a_body_now(near, frame, mention.start):
            return near  # "De gemeente wacht af. Volgens haar ..."
        best: tuple[int, Entity] | None = None
        last = bisect_left(self._people_at, (frame, mention.start))
        for at, _, weight, entity in self._people[max(0, last - 60) : last][::-1]:
            if frame - at > REACH or (best and frame - at > 2):
                break
            if not entity.person or (entity.gender and entity.gender != gender):
                continue
            score = weight + (1 if entity.gender == gender else 0) - (frame - at)
            if best is None or score > best[0]:
                best = (score, entity)
        if best is None:
            hero = self.protagonist(frame, mention.start)
            fits = hero is not None and self.agrees(mention, hero)
            one = hero if fits else self._only_one_of(gender, frame, mention.start)
            one = one or (near if near is not None and self.agrees(mention, near) else None)
            return one or self._last_unnamed(gender, frame) or self._opening_name(frame)
        return best[1].name

    def _it(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Which body "het" is: the one just heard, or the one last spoken of."""
        if near and self._is_it(near):
            return near
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
        kin = near.startswith(("zijn ", "haar "))
        own = near.startswith("haar " if gender == "f" else "zijn ")
        noun = near.split(" ")[1 if " " in near else 0]
        lately = self._lately_of(gender, frame, pronoun.start)
        opens = near.startswith("de ") and self._opened(near, frame)  # "De advocaat van S. vindt ... Hij"
        opens = opens and not (gender == "f" and frame - 1 in self.of_her)
        if (
            near[:1].islower()
            and len(lately) == 1
            and not (opens or gender_of_role(noun))
            and (own or not kin)
        ):
            return lately.pop()  # "Bos is blij; een raadslid vond het '...'. '...', zegt ze"
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
        first, last = (bisect_left(self._people_at, (at, 0)) for at in (max(0, frame - 4), frame))
        names = {
            e.name for _, _, _, e in self._people[first:last] if e.person and self.agrees(mention, e.name)
        }
        return len(names) > 1
