"""The numbers of a sentence as values that can be compared across the two languages.

Dutch writes 1.500,75 for the English 1,500.75, 18.30 uur for 6.30 pm, jaren '80 for 1980s, anderhalf
miljoen for one and a half million. A number on the page may be read in several ways (18.30 is a time or a
decimal), so each has a *set* of readings, and two numbers agree when their sets meet. A reading is a
string: ``1500.75`` for an amount, ``18:30`` for a time, ``#192.168.0.1`` for digits that are neither (an
address, a version, a record time).

A number that is not ``strict`` may answer one of the other side and is not missed itself: "een" is an
article, "one" a pronoun, "second" a unit of time. Repeated mentions are compared as one, because either
language may take up a number with a pronoun. A vague plural ("honderden") asks for a number of its size; a
Dutch number that is exact does not become vague. Unit conversions are not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from service.text.facts import number_words as words
from service.text.facts.number_digits import FRACTIONS, clock, digit_readings, plain, roman, times, year
from service.text.facts.number_phrases import Language, read_phrase
from service.text.visible import fold


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, where it begins, and the values it may have."""

    surface: str
    start: int
    readings: frozenset[str]
    strict: bool = True
    parts: tuple[str, ...] = ()
    """Of what may be several numbers instead of one ("groep 3 100 leerlingen"), the value of each."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    word: str
    """Folded; empty for digits and punctuation."""
    end: int
    start: int

    @property
    def digits(self) -> bool:
        return self.text[0].isdigit()


_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*[½¼¾]?|[½¼¾]|[^\W\d_]+|[^\w\s]")
DATE = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\b(?![.,]?\d)")
SPACED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)")
_GROUP = re.compile(r"\d+")
_MINUTES = re.compile(r"u[0-5]\d\b")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_MONTHS_NL = "januari februari maart april mei juni juli augustus september oktober november december"
_MONTHS_EN = "january february march april may june july august september october november december"
MONTHS = {"nl": tuple(_MONTHS_NL.split()), "en": tuple(_MONTHS_EN.split())}
_ORDINAL_ENDINGS = frozenset({"e", "de", "ste", "st", "nd", "rd", "th"})
_MULTIPLIERS = {"dozen": (12, 10), "dozijn": (12, 10), "decades": (10,), "decennia": (10,), "score": (20,)}
_ALSO_WORDS = frozenset({"vierde"})
"""Ordinals that are verb forms too ("they celebrated")."""
_RANGES: dict[Language, frozenset[str]] = {
    "nl": frozenset({"tot", "en", "of", "a"}),
    "en": frozenset({"to", "and", "or"}),
}
_HALF_OF_DAY = re.compile(r" ?[ap]\.?m\b", re.I)
_NEAR = 12
"""Tokens round a time among which a part of the day belongs to it."""
_LETTER_SCALES = {"m": 10**6, "k": 10**3, "b": 10**9}


def find_numbers(text: str, language: Language) -> tuple[Number, ...]:
    """All numbers of a sentence, in digits and words."""
    found: list[Number] = []
    rest = text
    for pattern, read in ((DATE, _read_date), (SPACED, _read_spaced)):
        for match in pattern.finditer(rest):
            found += read(match, language)
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
    tokens = [
        _Token(m[0], fold(m[0]) if m[0][0].isalpha() else "", m.end(), m.start())
        for m in _TOKEN.finditer(rest)
    ]
    position = 0
    while position < len(tokens):
        step, numbers = _read(tokens, position, language, text)
        found += numbers
        position += step
    return tuple(found)


def unmatched(numbers: tuple[Number, ...], others: tuple[Number, ...]) -> tuple[str, ...]:
    """The strict numbers that no number of the other side agrees with, as written, each once."""
    known = frozenset().union(*(other.readings for other in others))
    return tuple(dict.fromkeys(n.surface for n in numbers if n.strict and not _answered(n, known)))


def _answered(number: Number, known: frozenset[str]) -> bool:
    return bool(number.readings & known) or (bool(number.parts) and known.issuperset(number.parts))


def _read_date(date: re.Match[str], _: Language) -> list[Number]:
    values = [frozenset({plain(Decimal(part)), f"month {int(part)}"}) for part in date.group(1, 3)]
    values.append(year(int(date[4]), short=len(date[4]) == 2))
    return [Number(date[0], date.start(), readings) for readings in values]


def _read_spaced(spaced: re.Match[str], language: Language) -> list[Number]:
    """10 000 is ten thousand: a mere 10 does not answer it, though it is not missed where a 10 stands."""
    groups = list(_GROUP.finditer(spaced.string, *spaced.span()))
    parts = [Number(m[0], m.start(), digit_readings(m[0], language), strict=False) for m in groups]
    grouped = digit_readings("".join(m[0] for m in groups), language)
    values = tuple(min(part.readings) for part in parts)
    # One that is there twice ("12 012") would make a mere 12 answer for both.
    listed = values if len(set(values)) == len(values) else ()
    return [Number(spaced[0], spaced.start(), grouped, parts=listed), *parts]


def _read(tokens: list[_Token], at: int, language: Language, text: str) -> tuple[int, list[Number]]:
    """How many tokens to step over, and the numbers read from them."""
    token = tokens[at]
    if token.digits or token.text in FRACTIONS:
        return _read_digits(tokens, at, language, text)
    if not token.word:
        return 1, []
    if len(token.text) > 1 and _ROMAN.fullmatch(token.text):
        value = plain(Decimal(roman(token.text)))
        return 1, [Number(token.text, token.start, frozenset({value}), strict=False)]
    step, number = _read_vague(tokens, at, language, text)
    if number is None:
        step, number = _read_words(tokens, at, language, text)
    if number:
        return step, [number]
    if token.word == "half" and [t.word for t in tokens[max(0, at - 2) : at]] == ["and", "a"]:
        # "an hour and a half"
        return 1, [Number(token.text, token.start, frozenset({"0.5", "1.5"}), strict=False)]
    return 1, _read_cover(token, language)


def _read_vague(tokens: list[_Token], at: int, language: Language, text: str) -> tuple[int, Number | None]:
    """ "tweemaal"; "tens of millions", of which only the size is told: "a million" answers "miljoenen"."""
    sizes = words.VAGUE_NL if language == "nl" else words.VAGUE_EN
    size, step, end = 1, 0, at
    while end < len(tokens) and tokens[end].word in sizes and size < words.LARGEST:
        size, step = size * sizes[tokens[end].word], end + 1 - at
        end += 1 + (tokens[end + 1 : end + 2] != [] and tokens[end + 1].word == "of")
    if not step:
        times = words.dutch_times(tokens[at].word) if language == "nl" else None
        if times is None or times < 2:
            return 1, None
        return 1, Number(tokens[at].text, tokens[at].start, frozenset({str(times)}))
    readings = words.about(size) if language == "nl" else {f"some {size}"}
    surface = text[tokens[at].start : tokens[at + step - 1].end]
    return step, Number(surface, tokens[at].start, frozenset(readings))


def _read_cover(token: _Token, language: Language) -> list[Number]:
    word = token.word
    covers = words.COVERS_NL if language == "nl" else words.COVERS_EN
    readings: set[str] = set(covers.get(word, ()))
    if word in MONTHS[language]:
        readings.add(f"month {MONTHS[language].index(word) + 1}")
    if word in ("noon", "midday"):
        readings.add("12:00")
    if word in ("midnight", "middernacht"):
        readings |= {"0:00", "24:00"}
    if language == "nl" and not readings:
        prefix, size = words.dutch_prefix(word), words.dutch_size(word)
        readings |= {str(prefix)} if prefix is not None else set()
        readings |= words.about(size) if size else set()
    if language == "en":
        decade = words.english_decade(word)
        readings |= {str(decade), str(1900 + decade)} if decade else set()
    return [Number(token.text, token.start, frozenset(readings), strict=False)] if readings else []


def _read_digits(tokens: list[_Token], at: int, language: Language, text: str) -> tuple[int, list[Number]]:
    token = tokens[at]
    readings = digit_readings(token.text, language)
    previous = tokens[at - 1].word if at else ""
    apostrophe = bool(at) and tokens[at - 1].text in "'’‘" and tokens[at - 1].end == token.start
    if apostrophe:
        previous = tokens[at - 2].word if at > 1 else ""
    step, end = 1, token.end
    if language == "nl" and (minutes := _MINUTES.match(text, token.end)):
        surface = text[token.start : minutes.end()]
        return 3, [Number(surface, token.start, _clock(token.text, tokens, at, language))]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    glued = after is not None and after.start == token.end
    scales = words.SCALES_NL if language == "nl" else words.SCALES_EN
    if after and after.text == "-" and at + 2 < len(tokens) and tokens[at + 2].word in scales:
        after, step = tokens[at + 2], 2
    if after and after.word in scales:
        scale = scales[after.word]
        readings = frozenset(plain(Decimal(r) * scale) for r in readings if ":" not in r and r[0] != "#")
        step, end = step + 1, after.end
    elif after and glued and after.word in _LETTER_SCALES:
        readings |= {plain(Decimal(r) * _LETTER_SCALES[after.word]) for r in readings if r.isdecimal()}
        step += 1
    elif after and glued and after.word in _ORDINAL_ENDINGS:
        step += 1
    else:
        step = 1
        scale = _scale_of_the_next(tokens, at, scales, _RANGES[language])
        readings |= {plain(Decimal(r) * scale) for r in readings if ":" not in r and r[0] != "#" and scale}
    if token.text.isdecimal() and len(token.text) <= len("1980"):
        value = int(token.text)
        if language == "nl" and value <= len(MONTHS["nl"]) and at > 1 and tokens[at - 1].text in "-/":
            readings |= {f"month {value}"} if tokens[at - 2].digits else set()  # op 25-12
        if language == "nl" and previous == "half" and 1 <= value <= 12:
            readings |= {str(value - 1)} | times(value - 1, 30)
        if apostrophe and value < 100:
            readings |= year(value, short=True)
        if (previous == "jaren" or (after and glued and after.word == "s")) and value % 10 == 0:
            readings |= {str(value % 100), str(1900 + value % 100)} if value < 100 or value >= 1900 else set()
    time = _clock(token.text, tokens, at, language)
    if time and not token.text.isdecimal():
        readings = time  # "6.30 am" and "18.30 uur" are no amounts, nor half past six of the other half
    half = _HALF_OF_DAY.match(text, end) if time and language == "en" else None
    surface = text[token.start : half.end() if half else end]
    return step, [Number(surface, token.start, readings | time)]


def _scale_of_the_next(
    tokens: list[_Token], at: int, scales: Mapping[str, int], ranges: frozenset[str]
) -> int:
    """That of "340 to 500 million", which may count for both; else 0."""
    following = tokens[at + 1 : at + 4]
    if len(following) < 3 or not following[1].digits or following[2].word not in scales:
        return 0
    joined = following[0].word in ranges or following[0].text in "-–"
    return scales[following[2].word] if joined else 0


def _clock(digits: str, tokens: list[_Token], at: int, language: Language) -> frozenset[str]:
    following = [token.text.lower() for token in tokens[at + 1 : at + 5]]
    return clock(digits, following, [t.word for t in tokens[max(0, at - _NEAR) : at + _NEAR]], language)


def _read_words(tokens: list[_Token], at: int, language: Language, text: str) -> tuple[int, Number | None]:
    """A number in words beginning at a token."""
    run: list[str] = []
    places: list[int] = []
    for position in range(at, min(len(tokens), at + 16)):
        token = tokens[position]
        if token.word:
            run.append(token.word)
            places.append(position)
        elif token.text not in "-‑":
            break
    phrase = read_phrase(run, language)
    if phrase is None:
        return 1, None
    last = places[phrase.length - 1]
    amount = plain(phrase.value)
    readings, strict = {amount}, phrase.value > (2 if phrase.ordinal else 1)
    before = [t.word or t.text for t in tokens[max(0, at - 2) : at]]
    if language == "nl" and run[0] == "een" and phrase.length == 1 and before[-1:] != ["half"]:
        return 1, None
    strict &= run[0] not in _ALSO_WORDS
    following = run[phrase.length] if phrase.length < len(run) else ""
    readings |= {plain(phrase.value * factor) for factor in _MULTIPLIERS.get(following, ())}
    if before[-1:] == ["op"] and following == "na":
        readings.add(plain(phrase.value + 1))  # "op twee na de grootste": the third largest
    small = amount.isdecimal() and 1 <= int(amount) <= 12
    if small and language == "nl" and before[-1:] == ["half"]:
        readings, strict = readings | {str(int(amount) - 1)} | times(int(amount) - 1, 30), True
    elif small and language == "en" and before == ["half", "past"]:
        readings |= times(int(amount), 30)
    elif (
        small
        and before[-1:] in (["over"], ["past"], ["voor"], ["to"])
        and before[:1] in (["kwart"], ["quarter"])
    ):
        later = before[-1] in ("over", "past")
        readings |= times(int(amount) - (not later), 15 if later else 45)
    elif small:
        readings |= _clock(amount, tokens, last, language)
    if language == "nl" and "jaren" in before and amount in ("20", "30", "40", "50", "60", "70", "80", "90"):
        readings.add(str(1900 + int(amount)))
    start = tokens[at].start
    return last - at + 1, Number(text[start : tokens[last].end], start, frozenset(readings), strict)
