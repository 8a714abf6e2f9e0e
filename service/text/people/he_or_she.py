"""Whom "hij" or "zij" can mean, and what speaks against somebody who was spoken of."""

from __future__ import annotations

from typing import Final

from service.text.people.descriptions import Descriptions
from service.text.people.entity import Entity
from service.text.people.recency import REACH
from service.text.people.strangers import SUBJECT, WHOLE
from service.text.phrases.mention import Mention
from service.text.words.voices import BODY, Gender, gender_of_role

_FIRST_PLACES: Final = 5
"""Tokens with which a sentence brings up whom it is about: "Onder hen Bos", "Een van hen, Els Bos"."""


class HeOrShe(Descriptions):
    """The entities of one article, asked for whom a pronoun of a person can mean."""

    def agrees(self, pronoun: Mention, name: str) -> bool:
        """Whether "hij" or "zij" can mean the person of that name."""
        return (
            pronoun.pronoun != "het"
            and self.is_person(name)
            and self._fits("m" if pronoun.pronoun == "hij" else "f", name)
        )

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

    def _is_known_as(self, gender: Gender, name: str) -> bool:
        entity = self._match(name.split())
        return entity is not None and entity.gender == gender

    def _subject_start(self, mention: Mention, frame: int) -> int:
        """Before which token somebody has to stand: none, in "Aan Bos schreef hij", which is not Bos."""
        fronted = self._fronted.get(frame) == mention.start - 1
        return 0 if fronted else mention.start

    def _opens_before(self, mention: Mention, frame: int) -> str | None:
        """Whom its own sentence begins with: "Als Smit omkijkt, is ze tevreden"."""
        if mention.closing:
            return None
        first = 0 if mention.conceded else 1
        return self._opening_person(frame, self._subject_start(mention, frame), first)

    def _beside_who_opens(
        self, mention: Mention, frame: int, gender: Gender, opens: str | None
    ) -> str | None:
        """Whom the grammar tells: the only subject, the body that opens, or somebody's relation."""
        own = self._only_subject(frame, mention, gender) if opens is None and mention.conceded else None
        if own is not None and self.agrees(mention, own):
            return own  # "Daarover zegt Bos niets, al noemt hij"
        body = self._body_that_opens(frame) if mention.conceded and gender == "f" else None
        if body and not any(self.agrees(mention, one) for one in self.named_in(frame, mention.start)):
            return body  # "De bond waarschuwt voor wat zij '...' noemt"
        return self._relative(frame, gender) if opens is None else None

    def _only_subject(self, frame: int, pronoun: Mention, gender: Gender) -> str | None:
        """The only person of a main clause that begins with something else; none behind a preposition."""
        if self._pronouns[frame].get(gender, pronoun.start) < pronoun.start:
            return None  # "Hij prees Bos, al noemt hij"
        if self._opening_role(pronoun, frame, gender) is not None:
            return None
        people = self._people_in(frame, pronoun.start)
        alone = len(people) == 1 and people[0][:2] not in self._prepositional
        return people[0].entity.name if alone else None

    def _brought_up_before(
        self, mention: Mention, frame: int, gender: Gender, near: str | None, told: str | None
    ) -> str | None:
        """Whom the sentence before tells of, where no name opens this one; ``told`` has no name himself."""
        if not near or not near[:1].islower():
            return told or self._newly_named(frame, gender)
        if not self._tells_of(near, frame - 1) and (other := self._only_opening(frame - 1, near)):
            return other
        start = self._subject_start(mention, frame)
        return self._opening_person(frame, start, 0)  # "Spit wil wel, laat hij weten"

    def _only_opening(self, frame: int, near: str) -> str | None:
        """The only one whom a sentence names, at its head: "Een man zucht. / Bij Bos thuis ..."."""
        opens = self.named_in(frame, _FIRST_PLACES)
        opens = {name for name in opens if not set(name.split()) & set(near.split())}  # "moeder van Liv"
        return next(iter(opens)) if opens and len(self.named_in(frame, WHOLE)) == 1 else None

    def _newly_named(self, frame: int, gender: Gender) -> str | None:
        """Whom the sentence before names for the first time, not behind a pronoun: "Ze versloeg Els Bos"."""
        new = self.just_introduced(frame)
        entity = self._match(new.split()) if new else None
        at = self._pronouns[frame - 1].get(gender) if entity is not None and frame else None
        return None if entity is not None and at is not None and at < entity.seen[0][1] else new

    def _woman_of_she(self, frame: int, gender: Gender) -> str | None:
        """ "Er zit een vrouw. Ze haalt iets uit haar tas. ...": whom the sentence before goes on about."""
        if gender != "f" or frame - 1 not in self.of_she or self.named_in(frame - 1, WHOLE):
            return None
        earlier = self._stranger(frame - 1, gender)
        known = earlier is not None and any(gender_of_role(word) for word in earlier.split(" "))
        return earlier if known else None

    def _is_still_meant(self, stranger: str, frame: int, gender: Gender, near: str | None) -> bool:
        """Whether somebody without a name, whom the sentence before brings up, is who the next is about."""
        if not gender_of_role(stranger.split(" ")[1]):
            hero = self._opening_person(frame - 2, SUBJECT, 0)
            if hero is not None and self._is_known_as(gender, hero):
                return False  # "Wielema kwam. Een collega viel uit. Ze"
        if self._goes_on.get(frame - 1) == gender and near and near[:1].isupper():
            return False  # "Els Bos werkte er. Ze vertrok nadat een meisje was opgesloten."
        known = any(gender_of_role(word) for word in stranger.split(" "))
        if gender == "f" and frame - 1 in self.of_her and not known:
            return False  # "toen een deurwaarder bij haar aanbelde"
        return not self.named_in(frame - 1, WHOLE) and not self.named_in(frame, WHOLE)

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
        goes_on = gender in self._pronouns.get(frame - 1, {}) and not self.named_in(frame - 1, WHOLE)
        opens = near.startswith("de ") and (  # "De advocaat van S. vindt ... Hij"
            self._opened(near, frame) or (goes_on and self._opened(near, frame - 1))
        )
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

    def _best_named(self, mention: Mention, frame: int, gender: Gender) -> str | None:
        """The person of that sex named lately, rather one who opened a sentence or spoke."""
        best: tuple[int, Entity] | None = None
        best_at = frame
        for at, place, weight, entity in self._names_before(
            frame, self._subject_start(mention, frame), reach=REACH
        ):
            if best and frame - at > 2 and at < best_at:
                break
            if not entity.person or (entity.gender and entity.gender != gender):
                continue
            score = weight + (1 if entity.gender == gender else 0) - (frame - at)
            score -= (at, place) in self._governed  # "Els Bos, de zus van Liv": not Liv
            if best is None or score > best[0]:
                best, best_at = (score, entity), at
        return best[1].name if best is not None else None

    def _likely(self, mention: Mention, frame: int, gender: Gender, near: str | None) -> str | None:
        """Whom the article is about, or the only one there is, where nobody was named lately."""
        hero = self.protagonist(frame, mention.start)
        fits = hero is not None and self.agrees(mention, hero)
        one = hero if fits else self._only_one_of(gender, frame, mention.start)
        one = one or (near if near is not None and self.agrees(mention, near) else None)
        unnamed = self._last_unnamed(gender, frame) or self._only_one_called(frame, gender)
        return one or unnamed or self._opening_name(frame)
