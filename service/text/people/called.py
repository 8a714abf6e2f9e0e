"""Whom an article calls by a role or a noun, and what it calls at greater length elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from service.text.people.recency import REACH, Recency
from service.text.people.strangers import FEW, WHOLE
from service.text.phrases.mention import Mention
from service.text.words.roles import ATTACHED, PLACE_BODIES, fields_of, role_keys
from service.text.words.voices import BODY


def _is_placed(mention: Mention) -> bool:
    """ "de gemeente Meerdorp", not "de gemeente"."""
    return re.fullmatch(r"(?:[Dd]e|[Hh]et) \w+ [A-Z].*", mention.phrase) is not None


class Called(Recency):
    """The entities of one article, asked for whom it calls so."""

    def _role(self, head: str, frame: int, to: set[str]) -> str | None:
        """The person last called so; of those called "X van Y", one who belongs to no other Y."""
        candidates = self._by_role.get(head, [])
        i = bisect_right(candidates, frame, key=lambda c: c[0])
        for _, _, entity in candidates[max(0, i - 20) : i][::-1]:
            if not to or not entity.belongs or entity.belongs & to:
                return entity.name
        return None

    def lawyer(self, frame: int) -> str | None:
        """The lawyer last named before a frame."""
        return self._role("advocaat", frame, set()) or self._role("advocate", frame, set())

    def named_by_origin(self, mention: Mention, frame: int | None = None) -> str | None:
        """Who "de Deen" is, after "de Deen Jan Bos": the last one called so before a frame."""
        called = self._by_role.get(mention.name.casefold(), [])
        if not mention.phrase.startswith("de ") or mention.role:
            return None
        known = [entity.name for at, _, entity in called if entity.person and (frame is None or at <= frame)]
        return known[-1] if known else None

    def called_later(self, mention: Mention, frame: int, within: int = WHOLE) -> str | None:
        """The only person whom the article calls by the role of a headline, in so many frames behind it."""
        entity = self._match(mention.name.split()) if mention.name else None
        elsewhere = entity is not None and entity.person and any(at != frame for at, _, _ in entity.seen)
        if elsewhere or mention.plural or BODY.search(mention.head):
            return None
        coming: set[str] = set()
        for key in role_keys(mention.role):
            called = self._by_role.get(key, [])
            i = bisect_right(called, frame, key=lambda c: c[0])
            coming |= {
                entity.name for at, _, entity in called[i : i + 20] if entity.person and at - frame <= within
            }
        return next(iter(coming)) if len(coming) == 1 else None

    def introduced_as(self, role: str, frame: int) -> str | None:
        """Who the "huisarts" of a headline is: whom the next sentences name as one, or "een huisarts"."""
        if " " in role:
            return None
        named = self.called_later(Mention(0, 1, role, role=role), frame)
        for at in range(frame + 1, frame + FEW + 1) if named is None else ():
            for mention in self._calls_in(self._unnamed, at):
                if mention.phrase.startswith("een ") and mention.head == role:
                    return mention.phrase
        return named

    def is_body(self, name: str) -> bool:
        """Whether a speaker is a body: a name that is no person's, or a noun of bodies."""
        if name[:1].islower():
            return any(BODY.search(word) for word in name.split(" ")[:2])
        entity = self._match(name.split())
        return entity is not None and not entity.person

    def _longer_phrase(self, head: str, frame: int, token: int) -> str | None:
        """ "het ministerie" as "het ministerie van Landbouw", when that was said before."""
        last = bisect_left(self._phrases, (frame, token), key=lambda p: (p[0], p[1]))
        for at, _, mention in self._phrases[max(0, last - 200) : last][::-1]:
            aged = "-jarige " in mention.phrase
            if aged or (at in self._headings and not BODY.search(head)):
                continue  # whom "De klokkenmaker van Aa" as a headline means, the text says by name
            attached = ATTACHED.search(mention.role)
            if mention.role.endswith("-" + head) and mention.definite and BODY.search(head):
                return mention.phrase  # "de VO-raad"
            if mention.role == head and head in PLACE_BODIES and _is_placed(mention):
                return re.sub(r"^(?:Het|De)\b", lambda m: m.group().lower(), mention.phrase)
            article = mention.phrase.casefold().startswith(
                ("de ", "het ")
            )  # not a headline's "bakker uit Aa"
            if mention.role.startswith(head + " ") and attached and article and " een " not in mention.role:
                return re.sub(r"^(?:Het|De)\b", lambda m: m.group().lower(), mention.phrase)
        return None

    def _of_field(self, head: str, frame: int, token: int) -> str | None:
        """The person last named whose role is of the same walk of life: "de auteur" is the novelist."""
        fields = fields_of(head)
        for *_, entity in self._names_before(frame, token, reach=REACH) if fields else ():
            if entity.person and any(fields & fields_of(role) for role in entity.roles):
                return entity.name
        return None
