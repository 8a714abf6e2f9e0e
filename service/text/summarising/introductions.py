"""Which sentence tells who somebody is, and which ones only use the surname afterwards.

"Smit said" is a riddle in a summary that left out "Anna Smit, the mayor". News introduces a person or a body
once, by the full name ("Bram van der Meer", "Minister Smit", "the Bureau of Ports (BOP)"), and goes on with
the last word of it; so the last word of a run of capitalised words, or a short form in brackets, stands for
the whole. Whether it is a person, a body or a place is not asked: each reads better after its full name. What
the article itself uses without an introduction (Japan, Congress) needs none.

What this cannot see: a role on its own ("the minister"), and lower-cased text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.text.words.terms import POSSESSIVE, STOP_WORDS

_PARTICLE = "(?:van|von|de|der|den|ten|ter|het|'t|’t|da|di|du|del|la|le|el|al|bin|ben)"
_CAPITAL = r"[A-ZÀ-Þ][^\W_]*(?:[-'’.](?=\w)[^\W_]+)*"
_RUN = re.compile(rf"\b{_CAPITAL}(?:\.?\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL})*")
_SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z&-]{1,7})\)")
_POLITE = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "Lord", "Lady", "Dame"))
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July"
    r"|August|(?:Sept|Nov|Dec)ember|October"
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Of one sentence: the short names whose bearers it introduces, and those it uses without doing so."""

    introduced: frozenset[str]
    bare: frozenset[str]


def find_mentions(texts: Sequence[str]) -> list[Mentions]:
    """The mentions in each of the sentences, which stand in the order of their article."""
    known: set[str] = set()
    familiar: set[str] = set()
    found = []
    for text in texts:
        full, short = _names(text)
        found.append(Mentions(frozenset(full), frozenset(short & known)))
        familiar |= short - known
        known |= full - familiar
    return found


def _names(text: str) -> tuple[set[str], set[str]]:
    """The last words of the full names in a sentence, and the names that stand in it on their own only."""
    full: set[str] = set(_SHORT_FORM.findall(text))
    short: set[str] = set()
    for match in _RUN.finditer(text):
        run = [POSSESSIVE.sub("", word.strip(".")) for word in match.group().split()]
        while run and (run[0] in _POLITE or run[0].lower() in STOP_WORDS):
            run = run[1:]
        if run and not _CALENDAR.fullmatch(run[-1]) and run[-1].lower() not in STOP_WORDS:
            (full if len(run) > 1 else short).add(run[-1])
    return full, short - full
