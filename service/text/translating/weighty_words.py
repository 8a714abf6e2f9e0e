"""Words of weight that the English has and nothing in the Dutch answers to: a death, a war, a misfortune.

A small model that does not know a word says one that it knows, and where that is "killed" or "unfortunately"
the reader is told something grave, or the reverse of what was meant. Each line of ``weighty_words.txt`` is a
family: an English word of it asks for a Dutch one, which may be any of the family, also inside a compound, or
for itself ("War Memorial"). The families are wide because a false alarm costs trust; nothing is asked the
other way round, because a translation may say a grave thing mildly.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class _Family(NamedTuple):
    en: re.Pattern[str]
    nl: re.Pattern[str]


@cache
def _families() -> tuple[_Family, ...]:
    lines = files(__package__).joinpath("weighty_words.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return tuple(
        _Family(
            re.compile(rf"\b(?:{'|'.join(english.split())})\b", re.I),
            re.compile("|".join(dutch.split()), re.I),
        )
        for english, _, dutch in entries
    )


def added_weight(nl: str, en: str) -> tuple[str, ...]:
    """The words of weight or mood in the English that the Dutch has none for, each once."""
    dutch = nl.lower()
    found = (
        match[0]
        for family in _families()
        if (match := family.en.search(en)) and not (family.nl.search(nl) or match[0].lower() in dutch)
    )
    return tuple(dict.fromkeys(found))
