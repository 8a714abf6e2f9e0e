"""Numbers written in several words: "two hundred and fifty thousand", "anderhalf miljoen", "three and a
half"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from service.text.facts import number_words as words

Language = Literal["nl", "en"]

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The value of the first ``length`` words."""

    length: int
    value: Decimal
    ordinal: bool


def read_phrase(run: Sequence[str], language: Language) -> Phrase | None:
    """The number that a run of folded words begins with, if any.

    Units, tens and hundreds add up until a scale multiplies them; a word that cannot go on from what stands
    there begins another number ("nineteen eighty", "twee drie").
    """
    scales = words.SCALES_NL if language == "nl" else words.SCALES_EN
    hundred = "honderd" if language == "nl" else "hundred"
    link = "en" if language == "nl" else "and"
    total, current, position, seen = Decimal(0), Decimal(0), 0, False
    while position < len(run):
        word = run[position]
        cardinal, ordinal, half = _values(word, language)
        if word == link and seen:
            if _is_half(run[position + 1 : position + 3], language):
                current += _HALF
                position += 1 if run[position + 1] in ("half", "halve") else 2
            elif not _links(run, position, current, total, language):
                break
        elif half is not None and not seen:
            current, seen = Decimal(half) + _HALF, True
        elif word == hundred and current < 100 and current == int(current):
            current, seen = (current or Decimal(1)) * 100, True
        elif word in scales and len(word) > 3 and (current or not seen):
            total, current, seen = total + (current or Decimal(1)) * scales[word], Decimal(0), True
        elif word == "half" and not seen and _half_of_scale(run[1:3], language):
            current, seen = _HALF, True
            position += run[1] == "a"
        elif cardinal is not None and _goes_on(current, total, cardinal, seen):
            current, seen = current + cardinal, True
        elif ordinal is not None and _goes_on(current, total, ordinal, seen):
            return Phrase(position + 1, total + current + ordinal, ordinal=True)
        else:
            break
        position += 1
    return Phrase(position, total + current, ordinal=False) if seen else None


def _values(word: str, language: Language) -> tuple[int | None, int | None, int | None]:
    """The word as a cardinal, as an ordinal, and the whole part of one that ends in a half."""
    if language == "nl":
        if word in ("honderd", "duizend"):
            return None, None, None
        return words.dutch_value(word), words.dutch_ordinal(word), words.dutch_half(word)
    return words.english_value(word), words.english_ordinal(word), None


def _goes_on(current: Decimal, total: Decimal, value: int, seen: bool) -> bool:
    """Whether a value may be added to what stands already: 5 after 20, 50 after 200, but not 80 after 19."""
    if not seen:
        return True
    if current == 0:
        return total > 0 and value < 1000 and value > 0
    if current % 100 == 0:
        return 0 < value < 100
    return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10


def _links(run: Sequence[str], at: int, current: Decimal, total: Decimal, language: Language) -> bool:
    """Whether "and" stands inside a number: after a hundred or a scale and before something smaller."""
    if at + 1 == len(run) or not ((current and current % 100 == 0) or (total and not current)):
        return False
    cardinal, ordinal, _ = _values(run[at + 1], language)
    value = cardinal if cardinal is not None else ordinal
    return value is not None and 0 < value < 100 and not (language == "nl" and run[at + 1] == "een")


def _is_half(words_after: Sequence[str], language: Language) -> bool:
    article = ("een",) if language == "nl" else ("a", "one")
    if not words_after:
        return False
    if words_after[0] == "half" and _is_hour(words_after[1:]):
        return False  # "tussen half acht en half negen"
    return words_after[0] in ("half", "halve") or (
        len(words_after) == 2 and words_after[0] in article and words_after[1] in ("half", "halve")
    )


def _is_hour(words_after: Sequence[str]) -> bool:
    """Whether "half" and these words are a time of day: "half negen", "half past eight"."""
    value = words.dutch_value(words_after[0]) if words_after else None
    return words_after[:1] == ["past"] or (value is not None and value <= 12)


def _half_of_scale(words_after: Sequence[str], language: Language) -> bool:
    """ "half a million", "a half million" and "half miljoen"."""
    if language == "nl":
        return words_after[:1] in (["miljoen"], ["miljard"], ["biljoen"])
    scale = words_after[1:] if words_after[:1] == ["a"] else words_after
    return bool(scale) and len(scale[0]) > 3 and scale[0] in words.SCALES_EN
