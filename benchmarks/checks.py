"""How often the checks of a translation are wrong, and how much they find.

    python -m benchmarks.checks PAIRS.tsv [--seed N]

The last two columns of the file are Dutch and English by people, so every finding there is taken for a
false alarm (some are not: people convert miles and leave names out, which a model does not). Then errors
are planted into the English, one kind at a time, and the share that is noticed by the check it is meant for
is printed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from service.text.translating.checks import Degree, check
from service.text.warnings import WarningCode

Plant = Callable[[str, str, random.Random], str | None]
"""Dutch, English -> the English with an error, or None if this kind of error cannot be planted."""

_NEGATION = re.compile(r"\b(?:not|never|no one|nobody|nothing|neither|none|no) |n['’]t\b", re.I)
_NL_NEGATION = re.compile(r"\b(?:niet|geen|nooit|niemand|niets|nergens)\b", re.I)
_MONTH = re.compile(
    r"\b((?:in |on )?)(?:January|February|March|April|(?<!\A)May|June|July|August|September|October|November"
    r"|December)\b"
)
_WEEKDAY = re.compile(r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_DAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b", re.I
)
_LONG = 6
"""Letters of a name of which the end can be cut off."""
_AUXILIARY = re.compile(r"\b(is|was|are|were|has|have|will|would|can|could)\b")


def drop_number(nl: str, en: str, rng: random.Random) -> str | None:
    numbers = list(re.finditer(r"(?<![\w.,])\d[\d.,:]*(?<=\d)\S*", en))
    return _without(en, rng.choice(numbers)) if numbers else None


def change_digit(nl: str, en: str, rng: random.Random) -> str | None:
    digits = [m.start() for m in re.finditer(r"\d", en)]
    if not digits:
        return None
    place = rng.choice(digits)
    other = rng.choice([d for d in "123456789" if d != en[place]])
    return en[:place] + other + en[place + 1 :]


def keep_dutch_separators(nl: str, en: str, rng: random.Random) -> str | None:
    """1.500 left as it was, which in English is one and a half."""
    match = re.search(r"\d{1,3}(?:,\d{3})+", en)
    return en.replace(match[0], match[0].replace(",", ".")) if match else None


def drop_month(nl: str, en: str, rng: random.Random) -> str | None:
    return _drop_only(_MONTH, en)


def exchange_month(nl: str, en: str, rng: random.Random) -> str | None:
    found = list(_MONTH.finditer(en))
    others = [m for m in ("January", "March", "July", "October") if m not in en]
    return (
        _replaced(en, found[0], f"{found[0][1]}{rng.choice(others)}") if len(found) == 1 and others else None
    )


def drop_weekday(nl: str, en: str, rng: random.Random) -> str | None:
    return _drop_only(_WEEKDAY, en)


def drop_day(nl: str, en: str, rng: random.Random) -> str | None:
    return _drop_only(_DAY, en)


def drop_negation(nl: str, en: str, rng: random.Random) -> str | None:
    found = list(_NEGATION.finditer(en))
    if len(found) != 1 or len(_NL_NEGATION.findall(nl)) != 1:
        return None
    return _without(en, found[0])


def add_negation(nl: str, en: str, rng: random.Random) -> str | None:
    if _NEGATION.search(en) or _NL_NEGATION.search(nl) or not _AUXILIARY.search(en):
        return None
    return _AUXILIARY.sub(r"\1 not", en, count=1)


def add_weight(nl: str, en: str, rng: random.Random) -> str | None:
    """A grave participle in the place of another."""
    places = list(re.finditer(r"\b(?:was|were|been|be) (?!need|hundr|indeed)([a-z]{2,}ed)\b", en))
    grave = rng.choice(("killed", "arrested", "murdered", "kidnapped", "imprisoned", "raped"))
    if not places:
        return None
    start, end = rng.choice(places).span(1)
    return en[:start] + grave + en[end:]


def drop_name(nl: str, en: str, rng: random.Random) -> str | None:
    names = _names(nl, en)
    return en.replace(rng.choice(names), "") if names else None


def exchange_name(nl: str, en: str, rng: random.Random) -> str | None:
    names = _names(nl, en)
    return en.replace(rng.choice(names), "Bradfield") if names else None


def spoil_name(nl: str, en: str, rng: random.Random) -> str | None:
    """Cut its end off, repeat it, or exchange letters inside."""
    names = [name for name in _names(nl, en) if len(name) >= _LONG]
    if not names:
        return None
    name = rng.choice(names)
    spoilt = (name[:-3], name + name[-3:], name[:2] + name[-3:], name[:-2] + "ity")
    return en.replace(name, rng.choice(spoilt))


def leave_dutch(nl: str, en: str, rng: random.Random) -> str | None:
    words = re.findall(r"(?<=[a-z] )[a-z]{4,}(?= )", nl)
    places = list(re.finditer(r"(?<=[a-z] )[a-z]{4,}(?= )", en))
    return _replaced(en, rng.choice(places), rng.choice(words)) if words and places else None


def begin_in_dutch(nl: str, en: str, rng: random.Random) -> str | None:
    first, rest = nl.partition(" ")[0], en.partition(" ")[2]
    return f"{first} {rest}" if rest and re.fullmatch(r"[A-Z][a-z]{3,}", first) else None


def make_up_a_word(nl: str, en: str, rng: random.Random) -> str | None:
    places = list(re.finditer(r"(?<=[a-z] )[a-z]{6,}(?= )", en))
    if len(places) < 2:
        return None
    first, second = rng.sample(places, 2)
    return _replaced(en, first, first[0][:3] + second[0][3:]) if first[0][:3] != second[0][:3] else None


def loop(nl: str, en: str, rng: random.Random) -> str | None:
    words = en.split()
    size, start = rng.randint(1, 4), rng.randrange(len(words))
    phrase = words[start : start + size]
    return " ".join(words[: start + size] + phrase * rng.randint(4, 12))


def stutter(nl: str, en: str, rng: random.Random) -> str | None:
    """One to three words said twice, where no punctuation comes between."""
    words = en.split()
    size = rng.randint(1, 3)
    starts = [
        start
        for start in range(len(words) - size)
        if all(word.isalpha() and word.islower() for word in words[start : start + size])
    ]
    if not starts:
        return None
    end = rng.choice(starts) + size
    return " ".join([*words[:end], *words[end - size : end], *words[end:]])


def truncate(nl: str, en: str, rng: random.Random) -> str | None:
    words = en.split()
    return " ".join(words[: len(words) // 3]) if len(words) >= 15 else None


def run_on(nl: str, en: str, rng: random.Random) -> str | None:
    return f"{en} {' '.join(rng.sample(en.split(), len(en.split())))} {en[::-1]}"


def copy_source(nl: str, en: str, rng: random.Random) -> str | None:
    return nl if len(nl.split()) >= 4 else None


def drop_question(nl: str, en: str, rng: random.Random) -> str | None:
    return en.replace("?", ".") if "?" in en and "?" in nl else None


def drop_quotation_marks(nl: str, en: str, rng: random.Random) -> str | None:
    return en.replace('"', "") if en.count('"') > 1 else None


PLANTS: tuple[tuple[str, Plant, frozenset[WarningCode]], ...] = (
    ("a number dropped", drop_number, frozenset({WarningCode.NUMBERS_DIFFER})),
    ("a digit changed", change_digit, frozenset({WarningCode.NUMBERS_DIFFER})),
    ("1.500 kept as in Dutch", keep_dutch_separators, frozenset({WarningCode.NUMBERS_DIFFER})),
    ("a month dropped", drop_month, frozenset({WarningCode.TIME_DIFFERS})),
    ("a month exchanged", exchange_month, frozenset({WarningCode.TIME_DIFFERS})),
    ("a weekday dropped", drop_weekday, frozenset({WarningCode.TIME_DIFFERS})),
    ("a day dropped", drop_day, frozenset({WarningCode.TIME_DIFFERS})),
    ("a negation dropped", drop_negation, frozenset({WarningCode.NEGATION_DIFFERS})),
    ("a negation added", add_negation, frozenset({WarningCode.NEGATION_DIFFERS})),
    ("a participle made grave", add_weight, frozenset({WarningCode.MEANING_ADDED})),
    ("a name dropped", drop_name, frozenset({WarningCode.NAME_MISSING})),
    ("a name exchanged", exchange_name, frozenset({WarningCode.NAME_MISSING})),
    ("a name misspelt", spoil_name, frozenset({WarningCode.NAME_MISSING})),
    ("a word left in Dutch", leave_dutch, frozenset({WarningCode.NOT_ENGLISH})),
    ("the first word left in Dutch", begin_in_dutch, frozenset({WarningCode.NOT_ENGLISH})),
    ("a word made up of two", make_up_a_word, frozenset({WarningCode.NOT_ENGLISH})),
    ("a loop", loop, frozenset({WarningCode.REPETITION})),
    ("a stutter", stutter, frozenset({WarningCode.REPETITION})),
    ("two thirds cut off", truncate, frozenset({WarningCode.LENGTH_RATIO})),
    ("three times as long", run_on, frozenset({WarningCode.LENGTH_RATIO, WarningCode.REPETITION})),
    ("the Dutch again", copy_source, frozenset({WarningCode.COPIED})),
    ("the question mark dropped", drop_question, frozenset({WarningCode.QUESTION_DIFFERS})),
    ("the quotation marks dropped", drop_quotation_marks, frozenset({WarningCode.QUOTES_DIFFER})),
)


def _drop_only(pattern: re.Pattern[str], en: str) -> str | None:
    """One that is there twice would still be there."""
    found = list(pattern.finditer(en))
    return _without(en, found[0]) if len(found) == 1 else None


def _names(nl: str, en: str) -> list[str]:
    """Capitalised words inside the English that stand in the Dutch as they are, not at its start."""
    inside = nl.partition(" ")[2]
    found = re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", en)
    return [name for name in found if re.search(rf"(?<=[a-z,] ){name}\b", inside)]


def _replaced(text: str, match: re.Match[str], word: str) -> str:
    return text[: match.start()] + word + text[match.end() :]


def _without(text: str, match: re.Match[str]) -> str:
    return " ".join((text[: match.start()] + " " + text[match.end() :]).split())


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The last two columns of a TSV."""
    rows = [line.split("\t")[-2:] for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    return [(nl, en) for nl, en in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", metavar="CODE", help="also print the pairs with a false alarm of this code")
    arguments = parser.parse_args()
    if not arguments.pairs.is_file():
        parser.error(f"there is no file {arguments.pairs}")
    pairs = read_pairs(arguments.pairs)
    if not pairs:
        parser.error(f"{arguments.pairs} has no tab-separated pairs")
    alarms: Counter[str] = Counter()
    for nl, en in pairs:
        findings = check(nl, en, 0.0)
        alarms.update({finding.code.value for finding in findings})
        alarms["any"] += bool(findings)
        alarms["any doubt"] += any(finding.degree >= Degree.DOUBT for finding in findings)
        alarms["any fatal"] += any(finding.degree is Degree.FATAL for finding in findings)
        for finding in findings:
            if finding.code.value == arguments.show:
                print(f"{finding.detail}\n  {nl}\n  {en}")
    print(f"False alarms on {len(pairs)} human pairs")
    for code, count in sorted(alarms.items(), key=lambda item: -item[1]):
        print(f"  {code:30} {count:6} {count / len(pairs):7.2%}")
    print("Planted errors found")
    for name, plant, codes in PLANTS:
        rng = random.Random(arguments.seed)
        planted = [(nl, plant(nl, en, rng)) for nl, en in pairs]
        tried = [(nl, wrong) for nl, wrong in planted if wrong is not None]
        found = sum(any(f.code in codes for f in check(nl, wrong, 0.0)) for nl, wrong in tried)
        print(f"  {name:30} {found:6} of {len(tried):6} {found / max(1, len(tried)):7.2%}")


if __name__ == "__main__":
    main()
