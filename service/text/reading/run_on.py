"""Subheads that were glued to the text below them, in articles that lost their line breaks.

Some sites and databases give an article as one long paragraph: "... zei hij. Dubbele boodschap Er is geld".
A subhead is seen where a sentence seems to begin with a few words and then begins again, with a word that
opens sentences and has no business with a capital there. Short paragraphs are left alone: they are whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import DETERMINERS, PARTICLES_OF_NAMES, STARTERS, word_set
from service.text.words.roles import FIRM
from service.text.words.voices import BODY, is_human

_LONG: Final = 800
"""Characters of a paragraph that is several."""
_OPENERS: Final = "|".join(
    word.capitalize()
    for word in sorted((STARTERS - PARTICLES_OF_NAMES) | {"de", "het", "in", "op", "aan"})
    if word.isalpha()
)
"""Words that open sentences and begin no surname, but for "De"."""
_HEAD: Final = re.compile(
    r"(?<=[^\W\d_]{2}[.!?])[\"'“”„‘’«»]{0,2} +"
    rf"(?P<head>[A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){{0,5}}?) (?P<opens>{_OPENERS}) (?P<next>[\w'’]+)"
)
_NAMED: Final = re.compile(r"\b([A-ZÀ-Þ][\w-]+) (?=([A-ZÀ-Þ][\w-]+))")
_BEFORE_NAME: Final = re.compile(
    r"(?<=[^\W\d_]{2}[.!?])[\"'“”„‘’«»]{0,2} +([A-ZÀ-Þ][a-zà-ÿ]{3,}) ([A-ZÀ-Þ][\w-]+)(?=,? [a-zà-ÿ(])"
)
_BEFORE_NAMES: Final = word_set("de het in op aan")
_WORKS: Final = word_set(
    "film boek roman serie album lied liedje single programma documentaire podcast voorstelling stichting"
    " vereniging partij actie campagne krant dagblad weekblad tentoonstelling project boerderij café"
)
"""What stands behind them is their name: "de film Als het vuur dooft"."""


def is_run_on(paragraph: str) -> bool:
    """Whether a paragraph is long enough to be several."""
    return len(paragraph) >= _LONG


def surnames_in(text: str) -> frozenset[str]:
    """The surnames that stand behind a given name somewhere in a text."""
    found = (name for first, name in _NAMED.findall(text) if is_first_name(first))
    return frozenset(name for name in found if name.lower() not in STARTERS | PARTICLES_OF_NAMES)


def subheads_in(paragraph: str, surnames: Collection[str] = ()) -> list[tuple[int, int]]:
    """The places of the subheads in a run-on paragraph, in order. Linear in its length.

    ``surnames`` are those of its text: "Achterdeur Bos, die" is a subhead and whom the text is about.
    """
    if not is_run_on(paragraph):
        return []
    found = [match.span("head") for match in _HEAD.finditer(paragraph) if _is_subhead(match)]
    found += [match.span(1) for match in _BEFORE_NAME.finditer(paragraph) if _is_before_name(match, surnames)]
    return sorted(found)


def _is_before_name(match: re.Match[str], surnames: Collection[str]) -> bool:
    """Whether "Achterdeur Bos, die" is a subhead and who the text is about, and not "Wethouder Bos"."""
    word = match[1].lower()
    if match[2] not in surnames or match[1] in surnames or is_first_name(match[1]) or is_human(word):
        return False
    return not (word in STARTERS or BODY.search(word) or FIRM.search(word) or cues_of(word))


def _is_subhead(match: re.Match[str]) -> bool:
    words = match["head"].split(" ")
    opens, following = match["opens"].lower(), match["next"]
    surname = opens in _BEFORE_NAMES and is_human(words[-1].lower())  # "Minister De Jonge"
    if is_first_name(words[0]) or surname or words[-1].lower() in _WORKS:
        return False
    if words[0].lower() in STARTERS and (len(words) == 1 or words[0].lower() not in DETERMINERS):
        return False
    adjective = (
        following.endswith("e") or following == "Openbaar" or BODY.search(following.lower()) is not None
    )
    return following[:1].islower() or (opens in ("de", "het", "een") and adjective and len(words) < 4)
