"""Whom an article means by what he is: "de minister", "de coureur", "het raadslid van de PvdA"."""

from __future__ import annotations

from typing import Final

from service.text.people.bodies import INSTITUTES
from service.text.people.origins import Origins
from service.text.people.recency import LATE
from service.text.people.strangers import WHOLE
from service.text.phrases.mention import Mention
from service.text.words.lexicon import word_set
from service.text.words.roles import (
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
    TRADE,
    fields_of,
    head_of,
    is_office,
    synonyms,
)
from service.text.words.voices import BODY, gender_of_role, is_human

_NO_PARTY: Final = ("oud", "ex", "fnv", "cnv")
"""What stands before "-bestuurder" and is no party of his."""
_CELEBRATED: Final = ("jarige", "honderdjarige", "jubilaris")
"""Whom all of an article is about."""
_WATCHES: Final = ("toezichthouder", "waakhond")
_GATHERED: Final = word_set("club bond vereniging federatie stichting groep")
"""What a body that was just named may be called as the next sentence begins: "De club hamert erop"."""


class Descriptions(Origins):
    """The entities of one article, asked for the one that a description means."""

    def _described(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Who "de minister", "de coureur" or "het raadslid van de PvdA" is; None where nobody fits."""
        head = mention.head
        if mention.role in _CELEBRATED and (hero := self.protagonist(frame, mention.start)) is not None:
            return hero
        if head in COMPANY and near and near[:1].islower() and FIRM.search(near.split(" ")[-1]):
            return near  # "Het oliebedrijf ontkent. De onderneming schrijft"
        if aged := self._by_age(mention, frame, near):
            return aged
        if head in KIN and OF_OTHERS.search(mention.role) and not self.named_in(frame, WHOLE):
            return None  # "de zoon van een van de slachtoffers"
        attached = None if " van een " in mention.role else ATTACHED.search(mention.role)
        to = set(mention.role[attached.end() :].split()) - {"de", "het"} if attached else None
        if called := self._called_so(mention, frame, near, to):
            return called
        from_there = attached is not None and attached.group().strip() == "uit" and not is_office(head)
        if body := self._body_again(mention, frame, near, attached=bool(attached), from_there=from_there):
            return body
        others = (self._last_person(frame, mention.start), *self._lately(frame, mention.start))
        if person := self._of_that_sort(head, near, *(() if attached else others)):
            return person  # "de arts van het ziekenhuis" is the kinderarts just heard
        if near and _is_another_word(head, near):
            return near  # "de deskundige", after "een psychiater"
        if not mention.phrase.startswith(("de ", "het ", "deze ")):
            return None
        for one in (near, self.just_introduced(frame)) if from_there else ():
            if self._is_fresh(one, frame) and self._describes(mention.role, one):
                return one  # "De renner uit Goirle": another word for him
        if to is not None:
            return self._newcomer(mention, frame) or self._who_is_of(mention, frame, to)
        return (
            self._longer_phrase(head, frame, mention.start)
            or self._body_called_so(head, frame, mention.start)
            or self._exactly_called(head, frame)
            or self._person_described(mention, frame, near)
            or self._of_his_party(head, frame)
            or self._called_before(head, frame)
        )

    def _by_age(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Who "de 38-jarige vader" is: another word for whom was spoken of, or for the only one there is."""
        gender = gender_of_role(mention.head)
        aged = "-jarige " in mention.phrase
        again = aged or mention.role.split(" ")[-1] in COUNTS
        if again and near and self.is_person(near) and self._fits(gender, near):
            lately = self._lately_of(gender, frame, mention.start)
            if gender and len(lately) == 1 and near not in lately:
                return lately.pop()  # "de 20-jarige debutante", after her trainer and her
            return near
        return self._sole_person(frame, gender) if aged else None  # "Juwelier Bos", "de 46-jarige winkelier"

    def _called_so(self, mention: Mention, frame: int, near: str | None, to: set[str] | None) -> str | None:
        """Whom the article itself calls so, or by a word that means the same; ``to`` is whose he is."""
        head = mention.head
        accused = self.accused if head in ("verdachte", "beklaagde") and to is None else ()
        if len(accused) == 1 and self._role(head, frame, set()) is None:
            return accused[0].name
        if to is None and near and self._is_meant_lately(head, near, frame):
            return near
        words = (head, *synonyms(head))
        for word in words:
            if named := self._role(word, frame, to or set()):
                return named
        return self._somebodys(words, frame) if mention.phrase == f"de {head}" else None

    def _body_again(
        self, mention: Mention, frame: int, near: str | None, *, attached: bool, from_there: bool
    ) -> str | None:
        """The company last named, or the body just heard: "ProRail ontkent ... De spoorbeheerder noemt"."""
        head = mention.head
        firm = head in COMPANY or COMPANIES_AGAIN.search(head)
        if firm and (from_there or not attached) and (company := self._company(frame, mention.start, head)):
            return company
        if head in _WATCHES and (watchdog := self._watchdog(frame, mention.start)) is not None:
            return watchdog
        again = firm or ANY_BODY.search(head)
        if attached or not again or near is None or near in INSTITUTES or not self._is_a_body(near, head):
            return None
        return (self._body_just_named(frame, head) if ANY_BODY.search(head) else None) or near

    def _newcomer(self, mention: Mention, frame: int) -> str | None:
        """ "Dat zit Jan Bos dwars. De voorzitter van de bond noemt": whom only his name introduced."""
        new = self.just_introduced(frame) if mention.start <= 1 else None
        if new is None or not is_human(mention.head) or BODY.search(mention.head):
            return None
        suspect = any(new == one.name for one in self.accused)  # is no "officier van justitie"
        known = suspect or self.has_role(new)
        return new if not known and self._fits(gender_of_role(mention.head), new) else None

    def _who_is_of(self, mention: Mention, frame: int, to: set[str]) -> str | None:
        """Who "het raadslid van de PvdA" is, when nobody is called so: one of theirs, or the only person."""
        head = mention.head
        if one := self._who_belongs(head, frame, to):
            return one
        person = self._only_person(frame, mention.start)
        return person if not is_office(head) and self._describes(head, person) else None

    def _body_called_so(self, head: str, frame: int, token: int) -> str | None:
        """The body that "de bond", "de waakhond" or "de organisatie" is."""
        if (BODY.search(head) or head in PLACE_BODIES) and (
            body := self._body_of_that_sort(head, frame, token)
        ):
            return body
        again = ANY_BODY.search(head) or (head in _GATHERED and token == 0)
        return self._body_just_named(frame, head) if again else None

    def _exactly_called(self, head: str, frame: int) -> str | None:
        """ "een omwonende", long before "de omwonende"."""
        exact = self._called_before(head, frame)
        same = exact is not None and exact.split(" ")[1] == head
        return exact if same and not is_office(head) else None

    def _person_described(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """The person of whom "de coureur" is another word: one spoken of, or whom the article is about."""
        head = mention.head
        if is_office(head) and not self._governs(head, near) and " van een " not in mention.role:
            return None
        known = near if near is not None and self._match(near.split()) else None
        here = self.named_in(frame, mention.start)  # "Nu Jansen weg is, hoopt de activist": two people
        last = self._last_person(frame, mention.start, here)
        newer = self._is_fresh(last, frame, 2) and not self._is_fresh(known, frame)
        near_by = (last, known) if newer else (known, last)
        all_near = (*near_by, *self._told_of_here(frame))
        likely = [one for one in all_near if not self._is_of_another_sort(head, one)]
        for person in (*likely, *near_by):
            left = self._is_left_behind(person, head, frame)
            if person not in here and not left and self._describes(mention.role, person):
                return person
        if person := self._of_field(head, frame, mention.start):
            return person
        if self._describes(mention.role, person := self.protagonist(frame, mention.start)):
            return person
        sole = self._sole_of(gender_of_role(head), frame)
        return sole if self._describes(mention.role, sole) else None

    def _of_his_party(self, head: str, frame: int) -> str | None:
        """ "de VVD-bestuurder": who is called "bestuurder" and belongs to no other party."""
        prefix, _, noun = head.rpartition("-")
        return self._role(noun, frame, {prefix}) if prefix else None

    def _is_a_body(self, near: str, head: str) -> bool:
        """Whether who was just heard is a body that can be called so again."""
        if near[:1].islower():
            return head in _WATCHES and near.endswith(("inspectie", "autoriteit"))
        entity = self._match(near.split())
        return entity is not None and not entity.person

    def _is_meant_lately(self, head: str, near: str, frame: int) -> bool:
        """Whether "de onderzoeker" is the expert just heard, though another was called so long ago."""
        entity = self._match(near.split())
        called = self._role(head, frame, set())
        if entity is None or not entity.person or called in (None, near) or is_office(head):
            return False
        own = {number for role in entity.roles for number in fields_of(role)}
        lately = any(self._is_fresh(called, at) for at in (frame, frame - 1, frame - 2))
        return bool(own & fields_of(head)) and not lately

    def _governs(self, head: str, near: str | None) -> bool:
        """Whether "de bestuurder", or "de VVD-bestuurder" of his party, may be who was just heard."""
        prefix, _, noun = head.rpartition("-")
        entity = self._match(near.split()) if near else None
        own = not prefix or entity is None or not entity.belongs or prefix in entity.belongs
        return noun == "bestuurder" and own and prefix not in _NO_PARTY

    def _told_of_here(self, frame: int) -> list[str]:
        """The people with whom sentences of this paragraph begin."""
        here = (
            entity.name
            for at, _, weight, entity in reversed(self._names_before(frame, 0, LATE))
            if entity.person and weight and self._paragraph[at] == self._paragraph[frame]
        )
        return list(dict.fromkeys(here))

    def _is_of_another_sort(self, head: str, name: str | None) -> bool:
        """Whether "de boer" would rather be another than the "conservator" who was just named."""
        entity = self._match(name.split()) if name else None
        own = {number for role in entity.roles for number in fields_of(role)} if entity is not None else set()
        known = entity is not None and bool(entity.roles)
        return known and bool(fields_of(head)) and not own & fields_of(head)

    def _is_left_behind(self, name: str | None, head: str, frame: int) -> bool:
        """Whether this paragraph began without somebody who is known as something else.

        "'...', zei directeur Bos. / In het café was het druk. '...', zegt de uitbater."
        """
        entity = self._match(name.split()) if name else None
        if entity is None or not entity.roles or fields_of(head):
            return False
        here = self._paragraph[frame]
        since = max((at for at, _, _ in entity.seen if at <= frame), default=frame)
        before = [at for at in range(since + 1, frame) if self._paragraph[at] == here]
        return bool(before) and self._paragraph[since] < here and not self._keeps_to.intersection(before)

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
            if entity and entity.person and any(head_of(role).endswith(head) for role in entity.roles):
                return entity.name
        return None

    def _describes(self, role: str, near: str | None) -> bool:
        """Whether "de coureur" can be another word for the named person just spoken of."""
        nouns = [word.split("-")[-1] for word in (head_of(role), role.split(" ")[-1])]
        body = BODY.search(role) or BODY.search(head_of(role))
        if near is None or body or TRADE.search(nouns[0]) or not any(is_human(noun) for noun in nouns):
            return False
        entity = self._match(near.split())
        if entity is None or not entity.person or not self._fits(gender_of_role(role), near):
            return False
        prefix, _, noun = head_of(role).rpartition("-")
        for known in entity.roles:
            other, _, same = head_of(known).rpartition("-")
            if prefix and other and same == noun and other != prefix:
                return False  # the SGP's leader is not the VVD's
        own = {number for known in entity.roles for number in fields_of(known)}
        if noun == "bestuurder" or role == "bestuurder":
            return bool(own & fields_of(role))  # of a province, not of a car
        return not own or not fields_of(role) or bool(own & fields_of(role))

    def is_person(self, name: str) -> bool:
        """Whether a speaker, as resolved, is a single person."""
        if " en " in name:
            return False
        entity = self._match(name.split())
        if entity is not None or not name[:1].islower():
            return bool(entity and entity.person)
        nouns = [w for w in name.split()[:4] if is_human(w)]
        return bool(nouns) and not BODY.search(nouns[0]) and not PLURAL.search(nouns[0])


def _is_another_word(head: str, near: str) -> bool:
    """Whether somebody without a name was called by another word for the same, or of the same field."""
    if not near[:1].islower():
        return False
    nouns = near.split()[:3]
    alike = not is_office(head) and any(fields_of(head) & fields_of(n) for n in nouns[1:2])
    return bool(set(nouns) & set(synonyms(head))) or alike
