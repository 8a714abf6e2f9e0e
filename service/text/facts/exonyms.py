"""Names that Dutch writes differently from English, and capitalised terms that are translated.

The table is ``exonyms.txt``. A key of four letters or more also covers words that begin with it ("duits"
covers Duitse, Duitser and Duitstalig) unless they go on as surnames do; a shorter one only itself. An English
form may begin a word of the translation.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from service.text.words.lexicon import word_set

_DUTCH_PLURAL: Final = re.compile(r"s?e|n?en|ers|isch|aan")
"""Endings that make a Dutch word of an English beginning: Russen, Griekse, federale."""
_OF_SURNAMES: Final = re.compile(
    r"(?:ing|ink|[ei]nga|ema|ma|stra|huis|huizen|hof|hoff|kamp|veld|velde|erman|mans|hoek|broek|dijk|burg|berg"
    r"|meij?er|boer|hout|straten|heuvel|brink|sen|stein|daal|woud|beek|horst|laar|eind|gouw)"
)
"""Endings that make a surname of the beginning of a name: Oosting, Westerhof is no east and no west."""
_SURNAMES: Final = word_set(
    "berg bisschop brug graaf groot heer hertog hof keizer kerk koning kruis meer paus prins straat zee"
)
"""Words of the table that are common surnames too."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = files(__package__).joinpath("exonyms.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return {dutch: tuple(form.strip() for form in forms.split("|")) for dutch, _, forms in entries}


def is_exonym(folded: str) -> bool:
    """Whether a folded Dutch term is written otherwise in English, so that it is an error there."""
    table = _table()
    forms = table.get(folded) or table.get(folded.removesuffix("e"), ())  # Deense, Deens
    return bool(forms) and not any(
        form.startswith(folded)
        or (folded.startswith(form) and not _DUTCH_PLURAL.fullmatch(folded[len(form) :]))
        for form in forms
    )


def may_be_surname(folded: str) -> bool:
    """Whether a folded term of the table is a surname too, which stays as it is."""
    return folded in _SURNAMES


@lru_cache(maxsize=8192)
def english_forms(folded: str) -> tuple[str, ...]:
    """The ways in which the English for a folded Dutch term may begin; empty if none are known."""
    table = _table()
    if folded in table:
        return table[folded]
    for length in range(len(folded) - 1, 3, -1):
        if folded[:length] in table:
            return () if _OF_SURNAMES.fullmatch(folded[length:]) else table[folded[:length]]
    return ()
