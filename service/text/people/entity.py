"""Somebody or something with a name, and what tells a person from a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from service.text.words.given_names import is_first_name
from service.text.words.lexicon import word_set
from service.text.words.roles import FIRM, noun_of
from service.text.words.voices import BODY, Gender

NO_PERSON: Final = re.compile(
    r"[A-Z]{2}|(?:se|sche|ische) |^(?:Las|Los|New|San|Rode|Hoge|Eerste|Tweede|Raad|Red|Partij|FC|Lokaal|Lijst"
    r"|Café|Camping|Hotel|Vak|Groep|Klas|Lijn|\w*(?:huis|afdeling|centrum|tehuis|duizend|honderd|tig)) "
    r"| (?:Nederland|Vlaanderen|België|Europa)$"
)


OF_A_COUNTRY: Final = frozenset(
    {"International", "Internationaal", "Nederland", "Vlaanderen", "België", "Europe"}
)
"""Last words that the short form of a body's name leaves out: "Amnesty"."""
_OF_CLUBS: Final = word_set("koploper hekkensluiter stadgenoot landskampioen titelhouder toezichthouder")
"""Said of a club or a body as of a person, who then has a given name too."""


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name. ``seen`` holds (frame, token, weight) of each mention in order."""

    name: str
    person: bool
    roles: set[str] = field(default_factory=set)
    gender: Gender = ""
    belongs: set[str] = field(default_factory=set)
    """The parties, clubs and places that stand with the name, in lower case: "(PvdA)", "van Ajax"."""
    article: bool = False
    """It was called "de X" or "het X", as people are not."""
    neuter: bool = False
    """It was called "het Amsterdamse X", or "X, dat ...", as only bodies are."""
    seen: list[tuple[int, int, int]] = field(default_factory=list)
    surnamed: int | None = None
    """The first frame, no heading, that gives him more than one name."""


class Named(NamedTuple):
    """One mention by name. ``weight`` is 2 for what may be the subject of its sentence, else 0."""

    frame: int
    token: int
    weight: int
    entity: Entity


def may_be_person(entity: Entity) -> bool:
    """Two words, never called "de X" and no body by their first word: a surname may stand for them."""
    first = entity.name.split()[0]
    return " " in entity.name and not (
        entity.article or NO_PERSON.search(entity.name) or BODY.search(first.casefold())
    )


def is_nobody_known(entity: Entity) -> bool:
    """Whether only its place in a sentence tells that a name is a person's: "Zondag Zonwering stopt"."""
    return not (entity.roles or entity.gender or is_first_name(entity.name.split()[0]))


def is_company(noun: str, entity: Entity | None) -> bool:
    """Whether a noun before a name, or an earlier one, says that it is a body: "vervoerder Stratex"."""
    known = (noun_of(role) for role in (entity.roles if entity else ()))
    return any(BODY.search(each) or FIRM.search(each) or each in _OF_CLUBS for each in (noun, *known))


def is_a_place(before: str, words: Sequence[str]) -> bool:
    """Whether a name behind that word is where, not who: "in Sofia", "naar Sofia", but "naar Loes Bos"."""
    return before == "in" or (before in ("naar", "uit", "vanuit") and len(words) == 1)


def initials(words: Sequence[str]) -> str:
    """ "OM" for the Openbaar Ministerie; empty where not all words of a name have a capital."""
    capital = len(words) > 1 and all(word[0].isupper() for word in words)
    return "".join(word[0] for word in words) if capital else ""
