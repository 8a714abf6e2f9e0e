"""Whom an article means by where he is from or by his party: "de Amsterdammer", "de CDA'er"."""

from __future__ import annotations

from service.text.people.bodies import Bodies
from service.text.people.recency import REACH
from service.text.phrases.mention import Mention
from service.text.words.roles import DEMONYM, NO_PARTIES, PARTISAN, PEOPLES
from service.text.words.voices import BODY, Gender, is_human


class Origins(Bodies):
    """The entities of one article, asked for one of a people or a party."""

    def _inhabitant(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """ "de Amsterdammer", "de Friese": whoever was spoken of, else the phrase. None for other names."""
        word = mention.name.casefold()
        if (called := self.named_by_origin(mention, frame)) is not None:
            return called
        people = None if BODY.search(word) else DEMONYM.search(mention.name)
        if word.endswith("er") and not is_human(word):
            return None  # "de Rekenkamer"
        party = PARTISAN.match(mention.name)
        if party and not mention.role and mention.phrase.startswith("de "):
            return self._partisan(party.group(1).casefold(), frame, mention, near)
        one = mention.name in PEOPLES
        if (
            (people is None and not one)
            or mention.role
            or " " in mention.name
            or not mention.phrase.startswith(("de ", "een "))
            or self.full_name(mention) != mention.name
            or self.person_at(mention)
        ):
            return None
        plural, woman = (people.group("plural"), people.group("woman")) if people and not one else ("", "")
        if plural or mention.phrase.startswith("een "):
            return mention.phrase
        gender: Gender = "f" if woman else ("m" if one else "")
        aside = self._only_aside(frame - 1)  # "Het was genoeg om voor Bos te eindigen. '...', zei de Fries"
        lately = (self.just_introduced(frame), self._first_named(frame, near))
        for name in (*lately, near, self._last_person(frame, mention.start, aside)):
            if name in aside:
                continue
            entity = self._match(name.split()) if name else None
            if entity and entity.person and self._fits(gender, entity.name):
                return entity.name
        return mention.phrase

    def _only_aside(self, frame: int) -> set[str]:
        """Whom a sentence names only behind "voor" or the like."""
        places = {(n.entity.name, n[:2] in self._aside) for n in self._names_in(frame)}
        return {name for name, aside in places if aside and (name, False) not in places}

    def _first_named(self, frame: int, near: str | None) -> str | None:
        """The first of the people whom the sentence before names, if it does not name who spoke last."""
        people = [named.entity.name for named in self._people_in(frame - 1)]
        return people[0] if people and near not in people else None

    def _partisan(self, party: str, frame: int, mention: Mention, near: str | None) -> str:
        """ "de CDA'er": the person last named with that party, or the one spoken of if he has no other."""
        for *_, entity in self._names_before(frame, mention.start, reach=REACH):
            if entity.person and party in entity.belongs:
                return entity.name
        entity_near = self._match(near.split()) if near else None
        other = entity_near is not None and bool(entity_near.belongs) and party not in NO_PARTIES
        fits = entity_near is not None and entity_near.person and not other
        return entity_near.name if fits and entity_near is not None else mention.phrase
