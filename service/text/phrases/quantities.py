"""Parts of a group that speak together: "een meerderheid van de leden", "ruim 70 procent", "1 op de 5"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Token
from service.text.words.lexicon import AUXILIARIES, DETERMINERS, VERB_FORM, word_set

_ABOUT: Final = word_set("ruim bijna ongeveer circa zo'n zeker net krap")
_HOW_LARGE: Final = word_set("groot grote klein kleine ruime krappe overgrote flink aanzienlijk fors beperkt")
_PARTS: Final = word_set(
    "meerderheid minderheid groep groepje deel helft kwart derde vijfde tiende driekwart merendeel gros"
)
_NUMBERS: Final = word_set(
    "één een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig"
    " dertig veertig vijftig honderd tientallen honderden duizenden enkelen sommigen velen"
)
_LONGEST: Final = 4
"""Words from "van" to the noun of a group: "van deze linkse kiezers"."""


def quantity_end(tokens: Sequence[Token], i: int) -> int:
    """Where the part of a group that begins at token ``i`` ends; ``i`` where none does."""
    words = [t.lower if t.kind == "word" else "" for t in tokens[i : i + 16]]
    j = 0
    if words[:2] in (["meer", "dan"], ["minder", "dan"]):
        j = 2
    elif words[:1] and words[0] in _ABOUT:
        j = 1
    if (end := _one_in(words, j)) > j:
        return i + end
    if words[j + 1 : j + 3] == ["van", "hen"] and is_number(words[j]) and words[j] not in ("een", "één"):
        return i + j + 3  # "twaalf van hen"
    start = j
    while j < len(words) and words[j] in _HOW_LARGE | {"de", "het", "een"} and j - start < 3:
        j += 1
    if j < len(words) and words[j] in _PARTS and j > start - (start > 0):
        j += 1
        of_what = True
    elif j < len(words) - 1 and (is_number(words[j])) and words[j + 1] == "procent":
        j += 2
        of_what = False
    else:
        return i
    if of_what and words[:j] == ["de", "groep"]:
        return i  # a body that was named, not a part
    group = _group(words, j)
    return i + group if group > j or not of_what or _is_verb(tokens, i + j) else i


def count_before(tokens: Sequence[Token], i: int) -> int:
    """Where the count of the people at token ``i`` begins: "zo'n tweehonderd fans"; ``i`` without one."""
    k = i
    while k and (is_number(tokens[k - 1].lower) or tokens[k - 1].lower.endswith(("honderd", "duizend"))):
        k -= 1
    while i > k > 0 and tokens[k - 1].lower in _ABOUT:
        k -= 1
    return k


def _one_in(words: Sequence[str], j: int) -> int:
    """ "één op de vijf ouders", "4 op de 10"."""
    if len(words) < j + 4 or not is_number(words[j]) or words[j + 1 : j + 3] != ["op", "de"]:
        return j
    if not is_number(words[j + 3]):
        return j
    noun = words[j + 4] if len(words) > j + 4 else ""
    return j + 5 if noun.endswith(("en", "s")) and not noun.endswith("zijn") else j + 4


def _group(words: Sequence[str], j: int) -> int:
    """Where "van de leden" or "van 19 procent" ends behind the part; ``j`` where no such thing follows."""
    if words[j : j + 1] != ["van"]:
        return j
    if len(words) > j + 2 and is_number(words[j + 1]) and words[j + 2] == "procent":
        return j + 3
    for k in range(j + 1, min(len(words), j + 1 + _LONGEST)):
        if words[k] not in DETERMINERS and words[k].endswith(("en", "s")) and len(words[k]) > 3:
            return k + 1
    return j


def _is_verb(tokens: Sequence[Token], j: int) -> bool:
    """ "Een kleine groep gaat verder", "Een meerderheid vindt"."""
    verb = tokens[j] if j < len(tokens) else None
    return (
        verb is not None
        and verb.kind == "word"
        and not verb.capital
        and (VERB_FORM.search(verb.lower) is not None or verb.lower in AUXILIARIES)
    )


def is_number(word: str) -> bool:
    return word in _NUMBERS or word.replace(",", "").isdecimal()
