"""Given names as Dutch and Flemish newspapers have them, and what they tell about who bears them.

They tell a person from a body ("Hanneke Visser", not "Zilveren Kruis") and whom "hij" or "zij" can mean. The
list, ``given_names.txt``, need not be complete: a name that is missing is still a person by his role or by
what he says. A name borne by both sexes tells nothing, and a wrong guess would cost more than none.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from service.text.words.voices import Gender

_SEXES: Final[dict[str, Gender]] = {"[men]": "m", "[women]": "f", "[either]": ""}


@cache
def _names() -> dict[str, Gender]:
    names: dict[str, Gender] = {}
    sex: Gender = ""
    for line in files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8").splitlines():
        if line in _SEXES:
            sex = _SEXES[line]
        elif not line.startswith("#"):
            names.update(dict.fromkeys(line.split(), sex))
    return names


def gender_of_name(first: str) -> Gender:
    """What a given name tells, empty when it tells nothing."""
    return _names().get(first if is_listed(first) else first.split("-")[0], "")


def is_listed(word: str) -> bool:
    return word in _names()


def is_first_name(word: str) -> bool:
    """Whether a word is a given name, or two joined: "Kees-Jan"."""
    first, joined, second = word.partition("-")
    return is_listed(word) or bool(joined and is_listed(first) and second[:1].isupper())
