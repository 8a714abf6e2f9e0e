"""Words of a translation that are no English: Dutch left standing, or words the model made up.

A small model writes "the majoor" or "a spacesonde" where it does not know the word. What English is,
``english_dictionary`` tells; a word that stands in the Dutch too must be one that the dictionary has really
met. Words with a capital are names, which are checked elsewhere, but for two kinds. The first of a sentence
is Dutch if the Dutch has it in small letters, or begins with it as only a Dutch sentence can ("Wanneer",
"Verdachte"); and it is made up if nothing in the Dutch is like it. The adjective of a Dutch place
("Groningse") is Dutch wherever it stands. Of a compound each part in small letters is looked at, of an owner
what is before the apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from service.text.facts.exonyms import english_forms
from service.text.visible import fold
from service.text.words.english_dictionary import is_common, is_formed, is_listed, is_prefix, is_spelt
from service.text.words.lexicon import STARTERS, word_set
from service.text.words.roles import is_office

_WORD: Final = re.compile(r"(?<![\w'’.@/#&-])[^\W\d_]{3,40}(?![\w'’@/-]|\.\w|://)")
_FIRST: Final = re.compile(
    r"(?:^|(?:(?<!\b[A-Z])\.|[!?:])\s|[,;]\s(?=[\"“„‘']))[\W_]*+(?:([A-Z][a-z]{1,40})(?![\w'’-]|\.\w))?"
)
"""Its match may hold no word: a run of marks is then passed over whole, not tried from each of them. Behind
the dot of an initial no sentence begins."""
_COMPOUND: Final = re.compile(r"(?<![\w'’.@/#&-])[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})+(?![\w@/-])")
_LETTER: Final = re.compile(r"(?<![\w'’.&/-])[B-HJ-NP-Zb-hj-z](?= [A-Za-z])")
_ALONE: Final = re.compile(r"(?<!\w)[^\W\d_](?!\w)")
"""A letter alone is no word; if the Dutch has it, it is a grade, a room or an initial."""
_OWNER: Final = re.compile(r"(?<![\w'’.@/#&-])([a-z]{3,40})['’]s(?![\w'’-])")
_CONTRACTED: Final = re.compile(r"(?<![\w'’.@/#&-])[a-z]{1,20}n['’]t(?![\w'’-])")
_CONTRACTIONS: Final = word_set(
    "aren't can't couldn't daren't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't"
    " oughtn't shan't shouldn't wasn't weren't won't wouldn't ain't"
)
_OF_A_PLACE: Final = re.compile(
    r"\b[A-Z][a-z]*(?:burg|berg|brug|dam|dijk|dorp|drecht|foort|haag|haven|hov|land|meer|mond|nijmeeg|ning|recht"
    r"|stad|stein|trecht|veen|veld|voort|wijk|zwol)se\b"
)
_NOUN: Final = re.compile(
    r"[A-Z][a-z]{2,}(?:heid|teit|schap|lijk|lijke|ische|baar|bare|loos|loze|coach|meester)"
)
_BARE: Final = word_set(
    "aanleiding doel gevolg gewoon mensen oorzaak plezier reden resultaat weliswaar zogenaamd"
    " ga geef houd kijk laat luister neem probeer vergeet vertel wacht zeg"
)
"""Words that begin a Dutch sentence bare, without being closed classes; of verbs those that bid."""
_SHORTEST_PART: Final = 4
"""Letters of a part of a compound that is looked at."""
_LIKE: Final = 0.6
"""Likeness to a capitalised word of the Dutch from which the first word may be the same name."""
_LIKE_A_FIRST: Final = 0.8
"""The same of a word that begins a Dutch sentence, which may be any."""
_MOST_COMPARED: Final = 20_000
"""Pairs of words that are held against one another; a text with more of them is a list of names."""


def foreign_words(nl: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of the English that are none: those that stand in the Dutch too, and the others; each once."""
    dutch = frozenset(_WORD.findall(nl))
    # "km²" is no word
    words = dict.fromkeys(word for word in _WORD.findall(en) if word.islower() and word.isalpha())
    left = [word for word in words if word in dutch and not _met(word)]
    begun = dutch | {word.lower() for word in _firsts(nl) if _begins_dutch(word)}
    firsts = [w for w in dict.fromkeys(_firsts(en)) if not is_listed(w.lower())]
    left += [word for word in firsts if word.lower() in begun]
    left += sorted(set(_OF_A_PLACE.findall(nl)).intersection(_OF_A_PLACE.findall(en)))
    invented = [word for word in words if word not in dutch and not is_formed(word)]
    unknown = [w for w in firsts if not (w.lower() in begun or is_formed(w.lower()))]
    invented += _without_names(unknown, nl) if unknown else []
    for compound in dict.fromkeys(_COMPOUND.findall(en)):
        if any(map(_is_foreign_part, compound.split("-"))):
            (left if compound in nl else invented).append(compound)
    invented += [word for word in _OWNER.findall(en) if word not in dutch and not is_formed(word)]
    invented += [letter for letter in _LETTER.findall(en) if letter.upper() not in _ALONE.findall(nl.upper())]
    invented += [word for word in _CONTRACTED.findall(en) if word.replace("’", "'") not in _CONTRACTIONS]
    return tuple(dict.fromkeys(left)), tuple(dict.fromkeys(invented))


def _firsts(text: str) -> list[str]:
    return [word for word in _FIRST.findall(text) if word]


def _met(word: str) -> bool:
    return is_common(word) if is_listed(word) else is_spelt(word)


def _begins_dutch(word: str) -> bool:
    """Whether a Dutch sentence begins with it as with a word, and not with a name."""
    lowered = word.lower()
    return lowered in STARTERS or lowered in _BARE or is_office(lowered) or bool(_NOUN.fullmatch(word))


def _without_names(words: Iterable[str], nl: str) -> Iterator[str]:
    """Those of the first words of the English that cannot be the name of something in the Dutch."""
    starts = {match.start(1) for match in _FIRST.finditer(nl) if match[1]}
    forms: set[str] = set()
    capitals: dict[str, float] = {}
    for match in re.finditer(r"[^\W\d_]+", nl):
        dutch = fold(match[0])
        forms.update(english_forms(dutch))
        if match[0][0].isupper():
            like = _LIKE_A_FIRST if match.start() in starts else _LIKE
            capitals[dutch] = min(like, capitals.get(dutch, like))
    compared = 0
    for word in words:
        key = fold(word)
        if key in capitals or any(key[:end] in forms for end in range(1, len(key) + 1)):
            continue
        compared += len(capitals)
        if compared > _MOST_COMPARED:
            return
        if not any(_are_alike(dutch, key, like) for dutch, like in capitals.items()):
            yield word


def _are_alike(dutch: str, english: str, like: float) -> bool:
    matcher = SequenceMatcher(None, dutch, english)
    return matcher.real_quick_ratio() >= like and matcher.quick_ratio() >= like and matcher.ratio() >= like


def _is_foreign_part(part: str) -> bool:
    return part.islower() and len(part) >= _SHORTEST_PART and not (is_formed(part) or is_prefix(part))
