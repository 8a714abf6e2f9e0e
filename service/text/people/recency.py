"""Who an article named lately: the past that a short form reaches into."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Final

from service.text.people.entity import Entity, Named
from service.text.people.strangers import FEW, SUBJECT, Strangers
from service.text.phrases.frames import Frame
from service.text.phrases.mention import Mention
from service.text.words.cues import ATTITUDE
from service.text.words.lexicon import VERB_FORM
from service.text.words.roles import PLURAL, TITLED, head_of
from service.text.words.voices import BODY, Gender, is_human

_SURNAME: Final = re.compile(r"(?:(?:De|Van|Den|Ter|Te|Ten|Der) )*[A-Z][a-zà-ÿ]+")
_OPENING: Final = 2
"""Tokens with which a sentence begins: a name, or a preposition and a name."""
_BESIDE: Final = 4
"""Tokens from one name to another that "en" joins to it."""
_OFTEN: Final = 3
LATE: Final = 20
"""Names back that are told of still: fewer than a pronoun can reach."""
REACH: Final = 12
"""Frames back that a pronoun or a descriptive phrase can reach."""


def most_named(mentions: Iterable[Entity]) -> str | None:
    """Who or what is mentioned three times or more, and twice as often as any other."""
    counts = Counter(entity.name for entity in mentions)
    (name, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return name if most >= _OFTEN and most >= 2 * second else None


def _may_be_somebody(name: Named) -> bool:
    """Whether a name with which a sentence begins stands as its subject, and was not called as bodies are."""
    subject = name.token == 0 or name.weight > 0
    return subject and not (name.entity.article or name.entity.neuter)


class Recency(Strangers):
    """The entities of one article, asked for the last one before a token of a frame."""

    def full_name(self, mention: Mention) -> str:
        words = mention.name.split()
        if f"De {mention.name}" in TITLED or f"Het {mention.name}" in TITLED:
            return ("De " if f"De {mention.name}" in TITLED else "Het ") + mention.name
        first = mention.phrase.split(" ")[0]
        if first.casefold() == "de":
            ending = " de " + mention.name.casefold()
            for known in self._by_last.get(words[-1], ()):
                if known.name.casefold().endswith(ending):
                    return known.name
        entity = self._namesake(words, mention.role) or self._match(words)
        if len(words) == 1 and first.casefold() in ("de", "het") and BODY.search(words[0].casefold()):
            longer = {e.name for e in self._by_last.get(words[0], ()) if not e.person and " " in e.name}
            if len(longer) == 1:
                return longer.pop()  # "de Commissie", after "de Europese Commissie"
        if entity is not None and not entity.person and mention.phrase == words[0]:
            namesakes = [known for known in self._by_last.get(words[0], ()) if known.person]
            entity = namesakes[0] if len(namesakes) == 1 else entity  # who leads the firm of his name
        return entity.name if entity else mention.name

    def person_at(self, mention: Mention) -> bool:
        """Whether a mention names a person."""
        if not mention.name:
            return False
        entity = self._match(mention.name.split())
        return bool(entity and entity.person)

    def speaks(self, mention: Mention) -> bool:
        """Whether what is named can speak, as far as the article shows: a person, or a body called so."""
        entity = self._match(mention.name.split())
        return bool(entity and (entity.person or any(is_human(head_of(r)) for r in entity.roles)))

    def _last_person(self, frame: int, token: int, but: Collection[str] = ()) -> str | None:
        """The person last named, when that is at most three sentences ago."""
        for named in self._names_before(frame, token, LATE, reach=3):
            if named.entity.person and named.entity.name not in but:
                return named.entity.name
        return None

    def person_for(self, speaker: str, frame: int) -> str | None:
        """Who says "ik" where a body was taken for the speaker; others are who they are."""
        if speaker.startswith(("de ", "het ")) and BODY.search(speaker.split(" ")[1]):
            return self._last_person(frame, 0) or speaker
        entity = self._match(speaker.split()) if speaker[:1].isupper() else None
        if entity is None or entity.person:
            return speaker
        known = entity.article or entity.neuter or entity.roles or BODY.search(speaker.casefold())
        surname = speaker if _SURNAME.fullmatch(speaker) and not known else None  # "zegt Wolthuis", no more
        return self._last_person(frame, 0) or surname

    def _last_named(self, frame: int) -> str | None:
        """Who or what the sentence before brings up last: "Hij belde Smit", "haar broer". "Die zei ..."."""
        common = [known for known in self._names_in(frame - 1) if not known.entity.neuter]  # not "het WK"
        people = [known for known in common if known.entity.person]
        if common and people and not (common[-1].entity.article or common[-1].entity.roles):
            common = people  # "Bos is in Rijsbergen geboren. Die ..."
        named = common[-1] if common else None
        spoken = self._calls_in(self._unnamed, frame - 1) + self._calls_in(self._phrases, frame - 1)
        unnamed = max((m for m in spoken if not m.plural), key=lambda m: m.start, default=None)
        if unnamed is not None and (named is None or unnamed.start > named.token):
            return unnamed.phrase
        return named.entity.name if named is not None else None

    def meant_by_die(self, frame: Frame) -> str | None:
        """Whom "Die weigerde ieder commentaar" means: the person that the sentence before named last."""
        tokens = frame.tokens
        state = any(t.lower in ATTITUDE for t in tokens)  # "Die was vooral opgelucht."
        if len(tokens) < 3 or tokens[0].lower != "die":
            return None
        if not (VERB_FORM.search(tokens[1].lower) or (state and tokens[1].lower in ("is", "was"))):
            return None
        people = [named.entity.name for named in self._people_in(frame.index - 1)]
        near = [mention.phrase for mention in self._calls_in(self._unnamed, frame.index - 1)]
        kin = [phrase for phrase in near if phrase.startswith(("zijn ", "haar "))]
        return people[-1] if people else (kin[-1] if kin else None)

    def _lately(self, frame: int, token: int) -> list[str]:
        """The people named in the last sentences, the last of them first."""
        lately = (named.entity for named in self._names_before(frame, token, LATE, reach=FEW))
        return list(dict.fromkeys(entity.name for entity in lately if entity.person))

    def _lately_of(self, gender: Gender, frame: int, token: int) -> set[str]:
        """The people known to be of that sex whom the last sentences name, not only as whose something is."""
        return {
            entity.name
            for at, start, _, entity in self._names_before(frame, token, LATE, reach=4)
            if entity.person and entity.gender == gender and (at, start) not in self._governed
        }

    def protagonist(self, frame: int, token: int) -> str | None:
        """The person named three times or more so far, and twice as often as anybody else."""
        return most_named(e for *_, e in self._names_before(frame, token) if e.person)

    def _sole_person(self, frame: int, gender: Gender) -> str | None:
        """The only person whom the last sentences name, if he can be of that sex."""
        people = {e.name for *_, e in self._names_before(frame, 0, reach=REACH) if e.person}
        one = people.pop() if len(people) == 1 else None
        return one if one is not None and self._fits(gender, one) else None

    def only_one_told_of(self, frame: int) -> str | None:
        """The only person, and nobody else, whom a sentence names, not as whose something is."""
        told = {n.entity.name for n in self._people_in(frame) if n[:2] not in self._governed}
        others = self._calls_in(self._phrases, frame) + self._calls_in(self._unnamed, frame)
        return told.pop() if len(told) == 1 and not others else None

    def _sole_of(self, gender: Gender, frame: int) -> str | None:
        """The only person of that sex among the last sixty mentions, if the article tells not what he is."""
        lately = reversed(self._names_before(frame, 0))
        people = {e.name: e for *_, e in lately if e.person}  # of two of one name the last
        named = [entity for entity in people.values() if gender and entity.gender == gender]
        return named[0].name if len(named) == 1 and not named[0].roles else None

    def _only_person(self, frame: int, token: int) -> str | None:
        """The person last named, if the article has named no other so far."""
        names = {e.name for *_, e in self._names_before(frame, token) if e.person}
        return self._last_person(frame, token) if len(names) == 1 else None

    def _only_one_of(self, gender: Gender, frame: int, token: int) -> str | None:
        """The person of that sex who was named more often than any other so far."""
        people = [e for *_, e in self._names_before(frame, token) if e.person]
        counts = Counter(e.name for e in people if e.gender in (gender, ""))
        (name, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        known = any(e.name == name and e.gender == gender for e in people)
        return name if known and most > max(second, 1) else None

    def _opening_if(
        self, fits: Callable[[Named], bool], frame: int, start: int = 0, end: int = _OPENING
    ) -> str | None:
        """The name with which a sentence begins, at one of its first two tokens, if it fits."""
        first = self._names_in(frame, start, min(end, _OPENING))[:1]
        return first[0].entity.name if first and fits(first[0]) else None

    def _opening_person(self, frame: int, token: int, first_place: int) -> str | None:
        """Whom a sentence begins with: "Als Smit omkijkt, is ze tevreden", "Smit gaat, al zegt hij"."""
        return self._opening_if(lambda name: name.entity.person, frame, first_place, token)

    def _opening_name(self, frame: int) -> str | None:
        """Whom the sentence before is about, where only "hij" behind it tells that the name is a person's."""
        return self._opening_if(_may_be_somebody, frame - 1)

    def just_introduced(self, frame: int) -> str | None:
        """Whom the sentence before names for the first time, if it names nobody else."""
        people = {e.name: (place, e) for _, place, _, e in self._people_in(frame - 1)}
        if len(people) != 1:
            return None
        ((place, entity),) = people.values()
        if (frame - 1 in self._of_his and place > 1) or (frame - 1, place) in self._aside:
            return None
        return entity.name if entity.seen[0][0] == frame - 1 else None

    def _two_named(self, frame: int) -> tuple[str, str] | None:
        """The two whom one of the last sentences is about: "Bos en Smit staan buiten"."""
        for last in range(frame - 1, frame - 1 - SUBJECT, -1):
            people = [(at, entity.name) for _, at, _, entity in self._people_in(last)]
            if len(people) == 2 and people[1][0] - people[0][0] <= _BESIDE:
                return people[0][1], people[1][1]
        return None

    def _several(self, frame: int, near: str | None) -> str | None:
        """Whom "zij zeggen" means: whom the sentence before is about, or those who spoke last."""
        people = [(at, entity.name) for _, at, _, entity in self._people_in(frame - 1)]
        if len(people) == 2 and people[0][0] <= 1 and people[1][0] - people[0][0] <= _BESIDE:
            return f"{people[0][1]} en {people[1][1]}"
        for mention in self._calls_in(self._phrases, frame - 1):
            if mention.plural and mention.start <= SUBJECT:
                return mention.phrase
        if len(crowds := self._crowds.get(frame - 1, [])) == 1:
            return crowds[0]
        several = near is not None and (" en " in near or PLURAL.search(near.split(" ")[-1]))
        return near if several and near is not None and (" en " in near or near[:1].islower()) else None

    def _is_fresh(self, name: str | None, frame: int, weight: int = 0) -> bool:
        """Whether the sentence before names the person, with such weight."""
        return name is not None and any(
            named.weight >= weight and named.entity.name == name for named in self._names_in(frame - 1)
        )
