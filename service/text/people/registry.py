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

from service.text.people.he_or_she import HeOrShe
from service.text.people.strangers import WHOLE
from service.text.phrases.mention import Mention
from service.text.words.roles import KIN, head_of, is_office
from service.text.words.voices import BODY, Gender, gender_of_role


class Registry(HeOrShe):
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

    def _pronoun(self, mention: Mention, frame: int, near: str | None) -> str | None:
        if mention.pronoun == "die":
            return self._last_named(frame)
        if mention.pronoun == "het":
            return self._it(mention, frame, near)
        if mention.plural:
            return self._several(frame, near)
        return self._he_or_she(mention, frame, near)

    def _he_or_she(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Whom "hij" or "zij" means: who opens this sentence or the one before, spoke last, or was named."""
        gender: Gender = "m" if mention.pronoun == "hij" else "f"
        opens = self._opens_before(mention, frame)
        if aside := self._beside_who_opens(mention, frame, gender, opens):
            return aside
        told = self._told_of_before(frame, gender, near) if opens is None else None
        here = opens or self._brought_up_before(mention, frame, gender, near, told)
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
        if stranger is None and (earlier := self._woman_of_she(frame, gender)) is not None:
            return earlier if not self.named_in(frame - 2, WHOLE) else None
        if stranger is not None and self._is_still_meant(stranger, frame, gender, near):
            return stranger
        if near is not None and (meant := self._meant_by(near, mention, gender, frame)) is not None:
            return meant
        if gender == "f" and self._is_a_body_now(near, frame, mention.start):
            return near  # "De gemeente wacht af. Volgens haar ..."
        if gender == "f" and mention.start == 0 and (body := self._opening_body(frame)) is not None:
            return body  # "De bond BVB is boos. Zij vreest"
        lately = self._best_named(mention, frame, gender)
        return lately if lately is not None else self._likely(mention, frame, gender, near)

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

    def _it(self, mention: Mention, frame: int, near: str | None) -> str | None:
        """Which body "het" is: the one just heard, or the one last spoken of."""
        if near and self._is_it(near):
            own = None if self._is_neuter(near) else self._body_that_begins(frame, mention.start)
            return own or near  # "KlasKijk wacht dat af, zo laat het weten"
        if mention.start > 1 and (own := self._neuter_that_opens(frame)) is not None:
            return own  # "Het COA wacht af, schrijft het"
        noun = self._neuter_noun(frame, mention.start)
        return self.resolve(noun[1], noun[0]) if noun else self._company(frame, mention.start)
