"""What people and bodies are called besides their names.

Roles that mean the same, nouns that are no person.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.lexicon import word_set

ATTACHED: Final = re.compile(r"\s(?:van|bij|uit|voor|namens|aan)\s")


DEMONYM: Final = re.compile(
    r"(?:aan|er|ees|iër|ein|oot|ing|nees|(?P<plural>anen|ers|ezen|iërs|ingen|oten|einen|en))$"
)


PLURAL: Final = re.compile(r"(?:en|ers|ors|[^aeiou]s|a's|lieden|lui)$")


_SAME_ROLE: Final = tuple(
    tuple(line.split())
    for line in (
        "advocaat advocate raadsman raadsvrouw strafpleiter",
        "premier minister-president regeringsleider",
        "minister bewindsman bewindsvrouw bewindspersoon",
        "staatssecretaris bewindsman bewindsvrouw bewindspersoon",
        "trainer coach oefenmeester bondscoach keuzeheer",
        "directeur topman topvrouw bestuursvoorzitter ceo",
        "burgemeester burgervader",
        "kamerlid parlementariër volksvertegenwoordiger politicus politica",
        "onderzoeker wetenschapper hoogleraar",
        "woordvoerder woordvoerster voorlichter",
    )
)


def synonyms(head: str) -> list[str]:
    return [w for group in _SAME_ROLE if head in group for w in group if w != head]


def role_keys(role: str) -> list[str]:
    """ "vvd-kamerlid", "kamerlid" and "lid" can all come back as the person's role."""
    head = role.split(" ")[0]
    keys = [head]
    if "-" in head:
        keys.append(head.split("-")[-1])
    for base in (
        "minister",
        "president",
        "directeur",
        "voorzitter",
        "burgemeester",
        "coach",
        "trainer",
        "officier",
    ):
        if head.endswith(base) and head != base and head != "minister-president":
            keys.append(base)
    if head in ("minister-president",):
        keys += ["premier"]
    return keys


_OFFICES: Final = word_set(
    "rechter officier advocaat advocate aanklager agent agente woordvoerder woordvoerster"
    " burgemeester wethouder minister staatssecretaris premier president koning koningin paus bisschop"
    " trainer coach bondscoach directeur directrice voorzitter arts dokter huisarts scheidsrechter"
    " moeder vader ouders verdachte dader slachtoffer familie getuige eigenaar eigenares buurman"
    " buurvrouw organisator werkgever verhuurder patiënt bestuurder klant bewoner"
    " rector commissaris inspecteur curator notaris griffier man vrouw jongen meisje zoon"
    " dochter broer zus opa oma koper verkoper"
)


def is_office(role: str) -> bool:
    """Whether "de X" may well be somebody new, like "de rechter", not another word for the person before."""
    return role.split(" ")[0].split("-")[-1] in _OFFICES
