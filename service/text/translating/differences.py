"""What a sentence states that a translation must keep, compared across the two languages.

Each function returns its differences; none means that nothing was found, not that nothing is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from service.text.facts import names, negation, numbers, time_words, units
from service.text.translating import english_words, segments, slips, weighty_words

_DOUBLE = re.compile(r"[“”„«»\"]|''|’’|,,(?=\w)|``")
_SINGLE_OPEN = re.compile(
    r"(?:(?<=^)|(?<=[\s(\[–—:“„\"-]))[‘’'‚](?=\w|[¡¿“\"])(?!(?:s|t|n|r|k|m|em|\d\ds?)\b)", re.I
)
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?…\w])[’'‘](?=$|[\s,.;:!?)\]–—-])")
_NUMBER_OR_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+")
_PLURAL_OWNER = re.compile(r"(?<=s)['’](?=\s\w)|(?<=[aiouyzx])['’](?=\s\w)")


@dataclass(frozen=True, slots=True)
class Difference:
    """A line fit for a reader, about ``count`` things."""

    text: str
    count: int = 1


def number_differences(nl: str, en: str) -> tuple[Difference, ...]:
    dutch, english = numbers.find_numbers(nl, "nl"), numbers.find_numbers(en, "en")
    lost = numbers.unmatched(dutch, english)
    added = numbers.unmatched(english, dutch)
    written = frozenset(_NUMBER_OR_WORD.findall(nl.lower())) if added else frozenset()
    alike = [surface for surface in added if surface.lower() in written]
    changed = units.changed_units(nl, en)
    slipped = dict.fromkeys(slip.text for slip in slips.slips(nl, en))
    return (
        *_not_in("English", lost),
        *_listed("Not a number in the Dutch", alike),
        *_not_in("Dutch", (surface for surface in added if surface.lower() not in written)),
        *(Difference(f"The Dutch has {dutch}, the English {english}.") for dutch, english in changed),
        # One is lost and one added, as with a number that became another.
        *(Difference(text, 2) for text in slipped),
    )


def time_differences(nl: str, en: str) -> tuple[Difference, ...]:
    """Months, weekdays and days that only one side has or the English has twice, and times that are none."""
    lost, added = time_words.different_times(nl, en)
    impossible, doubled = time_words.impossible_time(en), time_words.doubled_month(nl, en)
    return (
        *_not_in("English", (word.surface for word in lost)),
        *_not_in("Dutch", (word.surface for word in added)),
        *((Difference(f'There is no "{impossible[0]}".'),) if impossible else ()),
        *((Difference(f'The month is twice in "{doubled[0]}".'),) if doubled else ()),
    )


def name_differences(nl: str, en: str) -> tuple[Difference, ...]:
    lost = names.lost_names(nl, en)
    words = frozenset(re.findall(r"\w+", en)) if lost else frozenset()
    left = {name: None for name in lost if name in words or (not name.isalnum() and name in en)}
    gone = [name for name in (*lost, *names.altered_names(nl, en)) if name not in left]
    again = dict.fromkeys(match[0] for match, _ in names.misspelt_again(nl, en))
    return (*_not_in("English", gone), *_listed("Left in Dutch", left), *_not_in("Dutch", again))


def address_differences(nl: str, en: str) -> tuple[Difference, ...]:
    lowered = en.lower()
    return _not_in("English", (a for a in segments.addresses(nl) if a.lower() not in lowered))


def negation_differences(nl: str, en: str) -> tuple[Difference, ...]:
    lost, added = negation.lost_negation(nl, en), negation.added_negation(nl, en)
    if not lost and not added:
        return ()
    dutch, english = negation.count_plain(nl, en)
    if dutch and english:
        some = "negation" if dutch == 1 else "negations"
        return (Difference(f"{dutch} {some} in the Dutch, {english} in the English."),)
    if lost:
        return (Difference(f'Nothing in the English answers to "{lost}".'),)
    return (Difference(f'Nothing in the Dutch answers to "{added}".'),)


def word_differences(nl: str, en: str, asked: Collection[str] = ()) -> tuple[Difference, ...]:
    """Words of the English that are none, but for those that were asked for."""
    left, invented = english_words.foreign_words(nl, en)
    asked = {word for term in asked for word in term.lower().split()}
    left, invented = (tuple(w for w in words if w not in asked) for words in (left, invented))
    return (*_listed("Left in Dutch", left), *_listed("Not an English word", invented))


def weight_differences(nl: str, en: str) -> tuple[Difference, ...]:
    return _not_in("Dutch", weighty_words.added_weight(nl, en))


def question_differences(nl: str, en: str) -> tuple[Difference, ...]:
    dutch, english = "?" in _without_addresses(nl), "?" in _without_addresses(en)
    if dutch == english:
        return ()
    return (
        Difference("The question mark is not in the English." if dutch else "The English is a question."),
    )


def quotation_differences(nl: str, en: str) -> tuple[Difference, ...]:
    """Marks are counted, whatever their style; only where the Dutch has half a pair may the English have."""
    dutch, english = _quotation_marks(nl), _quotation_marks(en)
    if dutch == english or (dutch % 2 and english and abs(dutch - english) < 2):
        return ()
    if not english:
        return (Difference("The quotation marks are not in the English."),)
    if not dutch:
        return (Difference("The English has quotation marks of its own."),)
    return (Difference(f"{dutch} quotation marks in the Dutch, {english} in the English."),)


def _not_in(language: str, terms: Iterable[str]) -> tuple[Difference, ...]:
    return _listed(f"Not in the {language}", terms)


def _listed(what: str, terms: Iterable[str]) -> tuple[Difference, ...]:
    found = tuple(terms)
    return (Difference(f"{what}: {', '.join(found)}.", len(found)),) if found else ()


def _quotation_marks(text: str) -> int:
    opening, closing = len(_SINGLE_OPEN.findall(text)), len(_SINGLE_CLOSE.findall(text))
    if closing > opening:  # some may be the apostrophes of plural owners ("the parents' wish")
        closing = max(opening, closing - len(_PLURAL_OWNER.findall(text)))
    return len(_DOUBLE.findall(text)) + opening + closing


def _without_addresses(text: str) -> str:
    for address in segments.addresses(text):
        text = text.replace(address, " ")
    return text
