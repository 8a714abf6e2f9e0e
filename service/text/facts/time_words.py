"""Months, weekdays and days counted from today, as values that can be compared across the two languages.

They are few and closed, so each may be asked for on both sides, like a number. What is one word in Dutch may
be several in English ("vanavond" is "tonight" or "this evening", "morgen" is "tomorrow" or "morning"), so
each has a set of readings. Words that say it less sharply ("nu", "the day before", "am") answer one of the
other side and ask for nothing. English that is written for a later day may name the weekday that "gisteren"
was. Seasons, festivals and "last month" are left alone, and so are "Mei", "March" and the like where they
may be a name or another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from service.text.facts.number_phrases import Language
from service.text.facts.numbers import DATE, MONTHS, Number, unmatched

WEEKDAYS: Mapping[Language, tuple[str, ...]] = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
_PARTS: Mapping[str, tuple[str, ...]] = {
    "voormiddag": ("morning",),
    "namiddag": ("afternoon",),
    "ochtend": ("morning",),
    "morgen": ("morning",),
    "middag": ("afternoon",),
    "avond": ("evening", "night"),
    "nacht": ("night",),
}
_DAYS: Mapping[str, tuple[str, ...]] = {
    "vandaag": ("today", "tonight"),
    "gisteren": ("yesterday",),
    "morgen": ("tomorrow",),
    "eergisteren": ("two days ago",),
    "overmorgen": ("in two days",),
    "today": ("today",),
    "yesterday": ("yesterday",),
    "tomorrow": ("tomorrow",),
    "tonight": ("tonight", "night", "evening"),
    "day before yesterday": ("two days ago",),
    "day after tomorrow": ("in two days",),
}
_PARTS_EN = frozenset(part for parts in _PARTS.values() for part in parts)
_OR_MORNING = re.compile(r"\b(?:goeden?|een|\w+e) ?\Z", re.I)
"""What stands before "morgen" where it may be the morning."""
_FROM_TODAY = frozenset({"today", "yesterday", "tomorrow", "two days ago", "in two days"})
_ALSO_NAMES = frozenset({"mei", "maart", "augustus", "may", "march", "april", "june", "august"})
_ALSO_WORDS = frozenset({"may", "march", "august"})
"""Months that may be a name or, in small letters, another word."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


def _patterns(**meanings: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(p, re.I), meaning.replace("_", " ")) for meaning, p in meanings.items())


_PART = "|".join(_PARTS)
_MONTH: Mapping[Language, re.Pattern[str]] = {
    "nl": _words(rf"({'|'.join(MONTHS['nl'])})(?:maand)?"),
    "en": _words(rf"({'|'.join(MONTHS['en'])})s?"),
}
_WEEKDAY: Mapping[Language, re.Pattern[str]] = {
    "nl": _words(rf"({'|'.join(WEEKDAYS['nl'])})(?:-?({_PART})(?:en)?|s|se|en)?"),
    "en": _words(rf"({'|'.join(WEEKDAYS['en'])})s?"),
}
_DAY = _words("|".join(sorted(_DAYS, key=len, reverse=True)))
_PART_OF_A_DAY = re.compile(
    rf"\b(?P<day>gister|morgen)(?:en)?-?(?:(?P<its>{_PART})|vroeg)\b|\bvan(?P<this>{_PART})\b"
    rf"|['’‘]s (?P<on>{_PART})s\b",
    re.I,
)
_DAYS_BEFORE = {"gister": "yesterday", "morgen": "tomorrow"}
_DAY_AND_PART = re.compile(
    rf"\b({'|'.join((*WEEKDAYS['nl'], *_DAYS_BEFORE))})(?:en)?-?({_PART})(?:en)?\b", re.I
)
_PART_EN = "morning|afternoon|evening|night"
_SHORT_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": tuple(month[:3] for month in MONTHS["en"]),
}
_SHORT: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(rf"(?<=\d )({'|'.join(_SHORT_MONTHS['nl'])})(?:(?<=sep)t)?\b", re.I),
    "en": re.compile(rf"\b({'|'.join(_SHORT_MONTHS['en']).title()})(?:(?<=Sep)t)?\b"),
}
_SHORT_WEEKDAY = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=(?:s|rs?)?\b)")
_SHORT_WEEKDAYS = {name[:3]: place for place, name in enumerate(WEEKDAYS["en"], start=1)}
_NIGHT_TO = re.compile(r"dag op \Z", re.I)
_SHORT_DATE: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})(?![\d/-])"),
    "en": re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])"),  # 2-1 is a score
}
_FARTHEST = 32
"""Characters before a month or day that are looked at: to look from the beginning of the sentence, for each
of them, takes quadratic time."""
_BEFORE_A_MONTH = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th|e)?|\b(?:in|of|since|until|till|from|by|during|last|next|early|late|mid|before"
    r"|after|through|between|op|van|tot|sinds|vanaf|eind|half|begin|medio))[ -]\Z",
    re.I,
)
_BEFORE_SMALL_LETTERS = re.compile(r"(?:\b\d{1,2}(?:st|nd|rd|th)?|\b(?:in|of|since|until)) \Z", re.I)
_BEHIND_A_MONTH = re.compile(r",? \d")
_LOOSE: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "nl": _patterns(
        today=r"\bnu\b|heden|tegenwoordig|thans|huidig|actue|\banno\b|dezer dagen|deze dag|op de dag|modern",
        yesterday=r"gister|dag (?:er|daar)?voor|(?:vorige|voorgaande) dag|daags voor",
        tomorrow=r"morgen|dag (?:er|daar)?na|(?:volgende|andere) dag|dag later|daags na",
        two_days_ago=r"twee dagen (?:geleden|eerder|ervoor)",
        in_two_days=r"(?:over|na) twee dagen|twee dagen later",
        night=r"avond|nacht",
        weekday_6=r"week-?end|weekeinde|paas",
        weekday_7=r"week-?end|weekeinde|pasen|paas|pinkster",
        weekday_1=r"paas|pinkster",
    ),
    "en": _patterns(
        today=r"\bnow\b|nowadays|\bthis day|these days|\bpresent|\bcurrent|modern",
        yesterday=r"last night|(?:day|night|evening) before|(?:previous|prior) (?:day|night|evening)",
        tomorrow=r"(?:next|following) (?:day|morning)|day after",
        two_days_ago=r"two days (?:ago|earlier|before)",
        in_two_days=r"(?:in|after) two days|two days (?:later|from|after)",
        morning=r"morn|(?<![a-z])a\.?m\b|dawn|daybreak|breakfast|sunrise|\bearly\b|\b(?:0?[5-9]|1[01])[.:]\d\d\b",
        afternoon=r"noon|midday|(?<![a-z])p\.?m\b|lunch|\b1[2-7][.:]\d\d\b",
        evening=r"evening|(?<![a-z])p\.?m\b|night|dusk|sunset|dinner|\blate\b|\b(?:1[7-9]|2[0-3])[.:]\d\d\b",
        night=r"night|nocturnal|(?<![a-z])a\.?m\b|\bearly\b|\bsmall hours\b|\b0?[0-5][.:]\d\d\b",
        weekday_6=r"weekend",
        weekday_7=r"weekend|easter|whit|pentecost",
    ),
}
_AFTER_NOON_IN_THE_MORNING = re.compile(r"(?<![\d.:])((?:1[3-9]|2[0-3])[.:][0-5]\d) ?a(?:\.m\.|m\b)", re.I)
_BOTH_SIDES = re.compile(
    rf"\b({'|'.join(MONTHS['en'])}) (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? \1\b", re.I
)


def find_time_words(text: str, language: Language) -> tuple[Number, ...]:
    """The months, weekdays and days of a sentence, and what may answer for one."""
    found = [*_months(text, language), *_weekdays(text, language), *_days(text), *_loose(text, language)]
    return tuple(sorted(found, key=lambda word: word.start))


def different_times(nl: str, en: str) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The words of time that are only in the Dutch, and those that are only in the English."""
    dutch, english = find_time_words(nl, "nl"), find_time_words(en, "en")
    lost = _first_of(unmatched(dutch, english), dutch, beside=en)
    added = _first_of(unmatched(english, dutch), english, beside=nl)
    days = [word for word in lost if word.readings & _FROM_TODAY]
    weekdays = [word for word in added if min(word.readings).startswith("weekday")]
    told = min(len(days), len(weekdays))  # each "gisteren" as the weekday that it was
    ends = {_end(word) for word in lost if not word.readings <= _PARTS_EN}
    lost = [word for word in lost if not (word.readings <= _PARTS_EN and _end(word) in ends)]
    return (
        tuple(word for word in lost if word not in days[:told]),
        tuple(word for word in added if word not in weekdays[:told]),
    )


def lost_parts(nl: str, en: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of the days in the English that lost their part ("zondagmiddag"), and each with it."""
    lost = {word.start for word in different_times(nl, en)[0]}
    for match in _DAY_AND_PART.finditer(nl):
        day, part = match[1].lower(), match[2].lower()
        if match.start(2) not in lost:
            continue
        english = _DAYS_BEFORE.get(day) or WEEKDAYS["en"][WEEKDAYS["nl"].index(day)]
        places = list(re.finditer(rf"\b({english})(?: (?:{_PART_EN}))?\b", en, re.I))
        if len(places) == 1:
            written = places[0][1]
            last = "Last night" if written[0].isupper() else "last night"
            at_night = english == "yesterday" and "night" in _PARTS[part]
            yield *places[0].span(), last if at_night else f"{written} {_PARTS[part][0]}"


def impossible_time(en: str) -> re.Match[str] | None:
    """A time after noon that is called one of the morning ("18.30 a.m."); the digits are its first group."""
    return _AFTER_NOON_IN_THE_MORNING.search(en)


def doubled_month(nl: str, en: str) -> re.Match[str] | None:
    """A month on both sides of a day ("May 3 May") that the Dutch does not name twice."""
    found = _BOTH_SIDES.search(en)
    if found is None:
        return None
    dutch = MONTHS["nl"][MONTHS["en"].index(found[1].lower())]
    times = sum(1 for other in _MONTH["nl"].finditer(nl) if other[1].lower() == dutch)
    return found if times < 2 else None


def _end(word: Number) -> int:
    return word.start + len(word.surface)


def _first_of(surfaces: Sequence[str], words: Sequence[Number], *, beside: str) -> list[Number]:
    """The words of these surfaces, but for a title's that was left as it is ("Saturday Night Live")."""
    kept = [surface for surface in surfaces if surface.islower() or surface not in beside]
    return [next(word for word in words if word.strict and word.surface == surface) for surface in kept]


def _months(text: str, language: Language) -> Iterator[Number]:
    for match in _MONTH[language].finditer(text):
        word, small = match[1].lower(), match[0][0].islower()
        if small and word in _ALSO_WORDS:
            strict = False
            if not _stands_before(_BEFORE_SMALL_LETTERS, match):
                continue
        else:
            sure = word not in _ALSO_NAMES or (small and language == "nl")
            strict = sure or bool(
                _stands_before(_BEFORE_A_MONTH, match) or _BEHIND_A_MONTH.match(text, match.end())
            )
        readings = frozenset({f"month {MONTHS[language].index(word) + 1}"})
        yield Number(match[0], match.start(), readings, strict)


def _stands_before(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether a pattern that ends in "\\Z" ends where the match begins."""
    start = max(0, match.start() - _FARTHEST)
    return pattern.search(match.string, start, match.start()) is not None


def _weekdays(text: str, language: Language) -> Iterator[Number]:
    for match in _WEEKDAY[language].finditer(text):
        place = WEEKDAYS[language].index(match[1].lower()) + 1
        # "de nacht van vrijdag op zaterdag" is Friday night
        strict = language == "en" or not _stands_before(_NIGHT_TO, match)
        yield Number(match[0], match.start(), frozenset({f"weekday {place}"}), strict)
        if language == "nl" and match[2]:
            yield Number(match[2], match.start(2), frozenset(_PARTS[match[2].lower()]))


def _days(text: str) -> Iterator[Number]:
    for match in _DAY.finditer(text):
        meanings = _DAYS[match[0].lower()]
        if meanings == ("tomorrow",) and _stands_before(_OR_MORNING, match):
            meanings = ("tomorrow", "morning")
        yield Number(match[0], match.start(), frozenset(meanings))
    for match in _PART_OF_A_DAY.finditer(text):
        yield Number(match[0], match.start(), frozenset(_part_of_a_day(match)))
        if match["its"]:
            yield Number(match["its"], match.start("its"), frozenset(_PARTS[match["its"].lower()]))


def _part_of_a_day(match: re.Match[str]) -> tuple[str, ...]:
    if match["day"]:
        return ("yesterday",) if match["day"].lower() == "gister" else ("tomorrow",)
    if match["this"]:
        return (*_PARTS[match["this"].lower()], "today")
    return _PARTS[match["on"].lower()]


def _loose(text: str, language: Language) -> Iterator[Number]:
    for pattern, meaning in _LOOSE[language]:
        for match in pattern.finditer(text):
            yield _answer(match, meaning)
    for match in _SHORT[language].finditer(text):
        yield _answer(match, f"month {_SHORT_MONTHS[language].index(match[1].lower()) + 1}")
    for match in DATE.finditer(text):
        yield from (_answer(match, f"month {int(part)}") for part in match.group(1, 3))
    for match in _SHORT_DATE[language].finditer(text):
        yield from (_answer(match, f"month {int(part)}") for part in match.groups())
    if language == "en":
        for match in _SHORT_WEEKDAY.finditer(text):
            yield _answer(match, f"weekday {_SHORT_WEEKDAYS[match[0].lower()]}")
        return
    for names, kind in ((MONTHS["nl"], "month"), (WEEKDAYS["nl"], "weekday")):
        for place, name in enumerate(names, start=1):  # also inside "aswoensdag" and "decemberdag"
            if len(name) > len("juni"):  # which is in "junioren", as "mei" is in "meisje"
                yield from (_answer(match, f"{kind} {place}") for match in re.finditer(name, text, re.I))


def _answer(match: re.Match[str], meaning: str) -> Number:
    return Number(match[0], match.start(), frozenset({meaning}), strict=False)
