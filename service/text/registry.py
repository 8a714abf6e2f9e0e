"""The people and bodies of an article, and which of them a surname, a role or a pronoun stands for.

Read in one pass before any quotation is attributed. A short form is resolved to the fullest form in the
article (a headline says "Baudet" before the text says "Thierry Baudet"); a bare surname that two people share
means the one introduced first; a pronoun means the person last spoken of, preferring one that spoke or opened
a sentence, never of the other sex; a role means the person last called so. Where nothing fits, the answer is
None or the phrase itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from service.text.frames import Frame, Token
from service.text.lexicon import Gender, gender_of_name, gender_of_role, is_first_name, is_human
from service.text.mentions import Mention, read_mention
from service.text.naming import Casing
from service.text.roles import ATTACHED, BODY, DEMONYM, PLURAL, is_office, role_keys, synonyms

_NO_PERSON: Final = re.compile(
    r"[A-Z]{2}|(?:se|sche|ische) |^(?:Las|Los|New|San|Rode|Hoge|Eerste|Tweede|Raad|Red|Partij|FC) "
)
_REACH: Final = 12
"""Frames back that a pronoun or a descriptive phrase can reach."""


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name. ``seen`` holds (frame, token, weight) of each mention in order."""

    name: str
    person: bool
    roles: set[str] = field(default_factory=set)
    gender: Gender = ""
    article: bool = False
    """It was called "de X" or "het X", as people are not."""
    seen: list[tuple[int, int, int]] = field(default_factory=list)


def _may_be_person(entity: Entity) -> bool:
    """Two words, never called "de X" and no body by their first word: a surname may stand for them."""
    first = entity.name.split()[0]
    return " " in entity.name and not (
        entity.article or _NO_PERSON.search(entity.name) or BODY.search(first.casefold())
    )


class Registry:
    """The entities of one article. Built once; reading from it changes nothing."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.casing = Casing(frames)
        self.entities: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._by_role: dict[str, list[tuple[int, int, Entity]]] = {}
        self._people: list[tuple[int, int, int, Entity]] = []
        self._phrases: list[tuple[int, int, Mention]] = []
        for frame in sorted(frames, key=lambda f: f.heading):
            self._read(frame)
        self._people.sort(key=lambda x: (x[0], x[1]))
        self._people_at = [(frame, token) for frame, token, _, _ in self._people]
        self._phrases.sort(key=lambda x: (x[0], x[1]))
        for candidates in self._by_role.values():
            candidates.sort(key=lambda x: (x[0], x[1]))

    def _read(self, frame: Frame) -> None:
        tokens, i = frame.tokens, 0
        while i < len(tokens):
            mention = read_mention(tokens, i, self.casing) if tokens[i].kind == "word" else None
            if mention is None:
                i += 1
                continue
            if mention.name:
                self._add(mention, frame, tokens)
            elif mention.role and mention.definite and is_human(mention.role.split(" ")[0]):
                self._phrases.append((frame.index, i, mention))
            if not mention.name:
                inside = (
                    k for k in range(i + 1, mention.end) if tokens[k].capital and tokens[k - 1].kind == "word"
                )
                i = next(inside, max(mention.end, i + 1))
            else:
                i = max(mention.end - (tokens[mention.end - 1].text == ","), i + 1)

    def _add(self, mention: Mention, frame: Frame, tokens: Sequence[Token]) -> None:
        words = mention.name.split()
        entity = self._match(words)
        role = mention.role
        given = gender_of_name(words[0]) if len(words) > 1 or is_first_name(words[0]) else ""
        bare = role.split("-")[-1].split(" ")[0]
        extra = self._apposed_role(tokens, mention.end)
        person = (
            bool(extra and not BODY.search(extra.split(" ")[0]))
            or bool(
                is_first_name(words[0]) and not (mention.start and tokens[mention.start - 1].lower == "in")
            )
            or (bool(role) and is_human(bare) and not BODY.search(bare))
        )
        if person and re.fullmatch(r"[A-Z0-9&]{2,}", words[0]):
            person = False
        if entity is None:
            entity = Entity(mention.name, person)
            self.entities.append(entity)
            self._index(entity, words)
        elif mention.name.casefold().endswith(" " + entity.name.casefold()):
            entity.name = mention.name
            self._index(entity, words)
        article = (
            mention.start > 0 and tokens[mention.start - 1].lower in ("de", "het")
        ) or mention.phrase.startswith(("de ", "het "))
        entity.article = entity.article or (article and not role)
        behind = tokens[mention.end] if mention.end < len(tokens) else None
        opens = (
            mention.start == 0
            and len(words) > 1
            and mention.phrase == mention.name
            and not _NO_PERSON.search(mention.name)
        )
        if (
            opens
            and not entity.article
            and behind is not None
            and behind.kind == "word"
            and not behind.capital
        ):
            person = True
        entity.person = entity.person or person
        for found in filter(None, (role, extra)):
            entity.roles.add(found)
            for key in role_keys(found):
                self._by_role.setdefault(key, []).append((frame.index, mention.start, entity))
        entity.gender = entity.gender or given or gender_of_role(bare) or gender_of_role(extra.split(" ")[0])
        subject = 2 if mention.start <= 1 else 0
        entity.seen.append((frame.index, mention.start, subject))
        self._people.append((frame.index, mention.start, subject, entity))

    def _apposed_role(self, tokens: Sequence[Token], end: int) -> str:
        """ ", voorzitter van de bond," or "(34), wethouder" behind a name; empty when there is none."""
        if (
            end < len(tokens)
            and tokens[end].text == "("
            and end + 2 < len(tokens)
            and tokens[end + 2].text == ")"
        ):
            end += 3
        if end >= len(tokens) or tokens[end].text != ",":
            return ""
        at = end + 1
        while at < len(tokens) and tokens[at].lower in (
            "tevens",
            "ook",
            "nu",
            "destijds",
            "zelf",
            "sinds",
            "al",
        ):
            at += 1
        mention = read_mention(tokens, at, self.casing)
        if (
            mention is None
            or mention.name
            or not mention.role
            or not is_human(mention.role.split(" ")[0].split("-")[-1])
        ):
            return ""
        return mention.role

    def _index(self, entity: Entity, words: list[str]) -> None:
        for table, key in ((self._by_last, words[-1]), (self._by_first, words[0])):
            if entity not in table.setdefault(key, []):
                table[key].append(entity)

    def _match(self, words: list[str]) -> Entity | None:
        lowered = [w.casefold() for w in words]
        for entity in self._by_last.get(words[-1], ()):
            own = [w.casefold() for w in entity.name.split()]
            if own == lowered or (
                own[-len(lowered) :] == lowered and (entity.person or _may_be_person(entity))
            ):
                return entity
            if (
                len(own) < len(lowered)
                and lowered[-len(own) :] == own
                and (entity.person or is_first_name(words[0]))
            ):
                return entity
        if len(words) == 1:
            for entity in self._by_first.get(words[0], ()):
                if entity.person and " " in entity.name:
                    return entity
        elif "van" in words[1:2]:
            for entity in self._by_last.get(words[0], ()):
                if entity.person and " " in entity.name:
                    return entity  # "burgemeester Scholtze van Drimmelen"
        return None

    def resolve(self, mention: Mention, frame: int, near: str | None = None) -> str | None:
        """The speaker that a mention in a frame stands for. ``near`` is who spoke last, if still fresh."""
        if mention.pronoun:
            return self._pronoun(mention, frame, near)
        if mention.name:
            if mention.phrase.startswith(("de ", "een ")) and not mention.role and " " not in mention.name:
                people = DEMONYM.search(mention.name)
                if people and self.full_name(mention) == mention.name and not self.person_at(mention):
                    entity = self._match(near.split()) if near and mention.phrase.startswith("de ") else None
                    return (
                        entity.name
                        if entity and entity.person and not people.group("plural")
                        else mention.phrase
                    )
            return self.full_name(mention)
        if mention.definite and not mention.plural and mention.role:
            head = mention.role.split(" ")[0]
            for word in (head, *synonyms(head)):
                if named := self._role(word, frame):
                    return named
            if near and near[:1].islower() and set(near.split()[:3]) & set(synonyms(head)):
                return near
            if mention.phrase.startswith(("de ", "het ", "deze ")) and not ATTACHED.search(mention.role):
                longer = self._longer_phrase(head, frame, mention.start)
                if longer:
                    return longer
                known = near if near is not None and self._match(near.split()) else None
                person = known or self._last_person(frame, mention.start)
                if not is_office(head) and self._describes(mention.role, person):
                    return person
                if "-" in head and (named := self._role(head.split("-")[-1], frame)):
                    return named
        return mention.phrase

    def _describes(self, role: str, near: str | None) -> bool:
        """Whether "de coureur" can be another word for the named person just spoken of."""
        if near is None or BODY.search(role) or not is_human(role.split("-")[-1].split(" ")[-1]):
            return False
        entity = self._match(near.split())
        return bool(entity and entity.person and self._fits(gender_of_role(role), near))

    def _last_person(self, frame: int, token: int) -> str | None:
        """The person last named, when that is at most three sentences ago."""
        last = bisect_left(self._people_at, (frame, token))
        for at, _, _, entity in self._people[max(0, last - 20) : last][::-1]:
            if frame - at > 3:
                return None
            if entity.person:
                return entity.name
        return None

    def full_name(self, mention: Mention) -> str:
        words = mention.name.split()
        first = mention.phrase.split(" ")[0]
        if first.casefold() == "de":
            ending = " de " + mention.name.casefold()
            for known in self._by_last.get(words[-1], ()):
                if known.name.casefold().endswith(ending):
                    return known.name
        entity = self._match(words)
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
        return bool(entity and (entity.person or any(is_human(r.split(" ")[0]) for r in entity.roles)))

    def agrees(self, pronoun: Mention, name: str) -> bool:
        """Whether "hij" or "zij" can mean the person of that name."""
        return self._is_person(name) and self._fits("m" if pronoun.pronoun == "hij" else "f", name)

    def _is_person(self, name: str) -> bool:
        entity = self._match(name.split())
        if entity is not None or not name[:1].islower():
            return bool(entity and entity.person)
        nouns = [w for w in name.split()[:3] if is_human(w)]
        return bool(nouns) and not BODY.search(nouns[0]) and not PLURAL.search(nouns[0])

    def take_speakers(self, mentions: Sequence[Mention]) -> None:
        """Learn that these speak: a first and a last name that say something are a person."""
        for mention in mentions:
            words = mention.name.split()
            if (
                len(words) > 1
                and mention.phrase == mention.name
                and not re.search(r"[A-Z]{2}|^De |^Het ", mention.name)
            ):
                entity = self._match(words)
                if entity is not None:
                    entity.person = True

    def _fits(self, gender: Gender, name: str) -> bool:
        entity = self._match(name.split())
        known = entity.gender if entity else gender_of_role(name.split(" ")[1] if " " in name else name)
        return not (gender and known and gender != known)

    def _pronoun(self, mention: Mention, frame: int, near: str | None) -> str | None:
        gender: Gender = "m" if mention.pronoun == "hij" else "f"
        if near is not None and self.agrees(mention, near):
            return near
        best: tuple[int, Entity] | None = None
        last = bisect_left(self._people_at, (frame, mention.start))
        for at, _, weight, entity in self._people[max(0, last - 60) : last][::-1]:
            if frame - at > _REACH or (best and frame - at > 2):
                break
            if not entity.person or (entity.gender and entity.gender != gender):
                continue
            score = weight + (1 if entity.gender == gender else 0) - (frame - at)
            if best is None or score > best[0]:
                best = (score, entity)
        return best[1].name if best else None

    def _role(self, head: str, frame: int) -> str | None:
        candidates = self._by_role.get(head, [])
        i = bisect_right(candidates, frame, key=lambda c: c[0])
        return candidates[i - 1][2].name if i else None

    def _longer_phrase(self, head: str, frame: int, token: int) -> str | None:
        """ "het ministerie" as "het ministerie van Landbouw", when that was said before."""
        last = bisect_left(self._phrases, (frame, token), key=lambda p: (p[0], p[1]))
        for _, _, mention in self._phrases[max(0, last - 200) : last][::-1]:
            if mention.role.startswith(head + " ") and mention.phrase.count(" ") > 1:
                return re.sub(r"^(?:Het|De)\b", lambda m: m.group().lower(), mention.phrase)
        return None
