"""Pairs with other names and numbers in them: what a translation copies is learnt as copying.

Most names in the news stand in a small corpus once or never, so a model that has only met whole names learns
to say the ones it knows. A variant of a pair exchanges every name and number that stands alike on both sides
for another one, of the corpus or made of the halves of two, so that only looking at the source can tell it.

Most numbers there are years and small ones, so a model learns badly to count digits that repeat (2008 comes
out as 208, 24,000 as 2,400). More variants of a pair with a number have one of any shape, often few digits.
"""

import random
import re
from collections.abc import Iterator, Sequence

from models.training.data.corpus import Pair

_NAME = re.compile(r"(?<![\w-])[^\W\d_][^\W\d_-]{2,}(?:-[^\W\d_]+)*(?![\w-])")
_NUMBER = re.compile(r"(?<![\w.,:])\d+(?:[.,]\d+)*(?![\w]|[.,:]\d)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_EXCHANGED_POINTS = str.maketrans(".,", ",.")
BLENDED = 0.4
"""Share of the new names that are made of two."""
SHAPES = (
    "#", "##", "##", "###", "###", "####", "####", "#00", "#00", "#000", "#.###", "#.###", "#.#00", "##.###",
    "##.000", "##.000", "###.###", "###.000", "#.000.000", "#,#", "#,#", "##,#", "#,##", "2###", "1###",
)  # fmt: skip
"""Those of numbers in newspapers; # is any digit."""
REPETITIVE = 0.5
"""Share of the numbers of any shape that are made of two digits only."""


def _shared_names(pair: Pair) -> Iterator[str]:
    """Capitalised words that stand equally often on both sides, at the start of neither."""
    source, target = ([match[0] for match in _NAME.finditer(side)] for side in pair)
    for word in dict.fromkeys(source):
        inside = not any(side.startswith(word) for side in pair)
        if word[0].isupper() and inside and source.count(word) == target.count(word):
            yield word


def shared_names(pairs: Sequence[Pair]) -> list[str]:
    """The names of a corpus, sorted: every word that some pair has alike on both sides."""
    return sorted({name for pair in pairs for name in _shared_names(pair)})


def vary(pair: Pair, names: Sequence[str], rng: random.Random, *, numbered: bool = False) -> Pair | None:
    """The pair with other names and numbers, or None if it has none that can be exchanged.

    ``numbered``: with numbers of any shape, or None if it has no number.
    """
    source_changes: dict[str, str] = {}
    target_changes: dict[str, str] = {}
    for name in _shared_names(pair):
        source_changes[name] = target_changes[name] = _other_name(name, names, rng)
    source_numbers, target_numbers = (_NUMBER.findall(side) for side in pair)
    for number in dict.fromkeys(source_numbers):
        there = number.translate(_EXCHANGED_POINTS)
        if number != "1" and source_numbers.count(number) == target_numbers.count(there):
            other = _any_number(rng) if numbered else _other_number(number, rng)
            source_changes[number] = other
            target_changes[there] = other.translate(_EXCHANGED_POINTS)
    if not source_changes or (numbered and not any(change[0].isdigit() for change in source_changes)):
        return None
    return _exchanged(pair[0], source_changes), _exchanged(pair[1], target_changes)


def variants(pairs: Sequence[Pair], copies: int, numbered: int, seed: int) -> list[Pair]:
    """``copies`` variants of every pair that has any, and ``numbered`` more of those with a number."""
    names = shared_names(pairs)
    rng = random.Random(seed)
    made = [vary(pair, names, rng) for pair in pairs for _ in range(copies)]
    made += [vary(pair, names, rng, numbered=True) for pair in pairs for _ in range(numbered)]
    return [pair for pair in made if pair is not None]


def _other_name(name: str, names: Sequence[str], rng: random.Random) -> str:
    if name.isupper():
        return "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in name)
    first = rng.choice(names)
    if rng.random() >= BLENDED:
        return first
    second = rng.choice(names)
    return first[: (len(first) + 1) // 2] + second[len(second) // 2 :].lower()


def _other_number(number: str, rng: random.Random) -> str:
    """Another number of the same shape; a year stays a year, and round stays round."""
    if _YEAR.fullmatch(number):
        return str(rng.randint(1900, 2029))
    end = len(number.rstrip("0.,")) or 1
    digits = "".join(rng.choice("0123456789") if c.isdigit() else c for c in number[:end])
    first = rng.choice("123456789") if number[0] != "0" else "0"
    return first + digits[1:] + number[end:]


def _any_number(rng: random.Random) -> str:
    digits = (
        "0123456789" if rng.random() >= REPETITIVE else rng.choice("123456789") + rng.choice("0123456789")
    )
    shape = rng.choice(SHAPES)
    number = "".join(rng.choice(digits) if c == "#" else c for c in shape)
    return number if number[0] != "0" else digits.strip("0")[0] + number[1:]


def _exchanged(text: str, changes: dict[str, str]) -> str:
    def change(match: re.Match[str]) -> str:
        return changes.get(match[0], match[0])

    return _NUMBER.sub(change, _NAME.sub(change, text))
