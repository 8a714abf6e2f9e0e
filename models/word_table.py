"""Which words of a Dutch sentence nothing in its English answers to, and what to say in place of which.

A small network writes fluent English with a wrong word in it: "It was a shrimp" for a disgrace. How its
training text translates single words tells such words, as it knows nothing of fluency. That stands in a
table beside the weights (``words.txt.gz``, written by ``python -m models.training words``): a line for each
Dutch word, with the English words that it becomes and how probably, in percent. Two first lines hold the
commonest words of each language, which tell little. A dictionary (``dictionary.txt.gz``) may stand there too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from statistics import fmean
from typing import Final, NamedTuple

from models.words import Word, copied_plural, owner_of, said_in, words_of

DUTCH, ENGLISH = "#nl", "#en"
"""How the lines of the commonest words begin."""
_LOST: Final = 0.01
"""The probability of a Dutch word that nothing answers to."""
_COPIED: Final = 0.5
_RENDERED: Final = 0.5
"""The probability of the words of a rendering that the text has not."""
_USUAL: Final = -1.3
"""The mean log-probability of the words of a news sentence, as the embedded checkpoint translates it."""
_LEAST: Final = 0.2
"""How probable a translation has to be to be tried."""
_LEAST_LEFT: Final = 0.3
"""The same of a word that was left in Dutch: it may be English too."""
_MOST_TRIED: Final = 2
"""Translations of one word: "gelukkig" is "happy", and often "fortunately"."""
_SHORTEST_DUTCH, _SHORTEST_ENGLISH = 4, 3
"""Letters of a word that is not taken for a name's part or an abbreviation."""
_FORM_DUTCH, _FORM_ENGLISH = 4, 5
"""Letters that a word shares with another form of it, or with its translation where that is alike."""
_COUNTED: Final = frozenset((
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "twintig",
    "honderd", "duizend", "miljoen", "miljard", "euro", "procent",
))  # fmt: skip
"""What the English may say in digits and signs."""
_ROW: Final = re.compile(r"\S+(?: \S+ \d+)+")
_LONGEST_COMPOUND: Final = 40
_MOST_KEPT: Final = 50_000
"""Words whose line is kept as read."""
_SHORTEST_PART: Final = 4
"""Letters of a compound's part."""
_WITH_CAPITAL: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|april|june|july|august|september|october|november|december"
    r"|english|dutch|german|french|belgian|flemish|british|american|european|russian|ukrainian|chinese"
    r"|turkish|spanish|italian|polish|christian|jewish|muslim)s?\b"
)
"""What English writes with a capital, and the table does not."""
_PLURAL: Final = re.compile(r"(?:s|men|people|children)$")
"""What a plural becomes, and a name that has its ending does not."""
_FARTHEST: Final = 0.3
"""How far from the Dutch word, in parts of the sentence, the English one that stands for it may be."""


class Mend(NamedTuple):
    """A Dutch word that was lost, and how the English has to begin to hold it, likeliest first."""

    dutch: str
    beginnings: tuple[str, ...]


class WordTable:
    """Word translation probabilities by Dutch word, all in lower case."""

    def __init__(self, lines: Iterable[str], dictionary: Iterable[str] = ()) -> None:
        """From the lines of the files. Raises ``ValueError``."""
        self._lines = dict(line.split(" ", 1) for line in lines)
        self._renderings = dict(line.split("\t", 1) for line in dictionary)
        self._read: dict[str, Mapping[str, float]] = {}
        self._common_dutch = frozenset(self._lines.pop(DUTCH, "").split())
        self._common_english = frozenset(self._lines.pop(ENGLISH, "").split())
        for dutch, row in self._lines.items():
            if not _ROW.fullmatch(f"{dutch} {row}"):
                raise ValueError(f"no row of words: {dutch} {row[:40]}")

    def translations(self, dutch: str) -> Mapping[str, float]:
        """The English words that a Dutch word becomes, with their probabilities; none if it is unknown."""
        return dict.fromkeys(self._rendered_words(dutch), _RENDERED) | dict(self._learnt(dutch))

    def _rendered_words(self, dutch: str) -> list[str]:
        words = (word.text for phrase in self.rendered(dutch) for word in words_of(phrase))
        return [word for word in words if word not in self._common_english]

    def _learnt(self, dutch: str) -> Mapping[str, float]:
        """What the text says; where that says nothing, the dictionary or the last part of a compound."""
        known = self._read.get(dutch)
        if known is None:
            fields = self._lines.get(dutch, "").split()
            known = {
                word: int(percent) / 100 for word, percent in zip(fields[::2], fields[1::2], strict=True)
            } or dict.fromkeys(self._rendered_words(dutch), _RENDERED)
            if not known and (parts := self._parts(dutch)) is not None:
                known = self._learnt(parts[1])
            if len(self._read) >= _MOST_KEPT:
                self._read = {}
            self._read[dutch] = known
        return known

    def _parts(self, compound: str) -> tuple[str, str] | None:
        """The first part of a compound, without what links it, and the last, which tells what it is."""
        if len(compound) > _LONGEST_COMPOUND:
            return None
        for cut in range(_SHORTEST_PART, len(compound) - _SHORTEST_PART + 1):
            head = compound[cut:]
            if not self._has(head):
                continue
            for link in ("", "s", "en", "e"):
                first = compound[:cut].removesuffix(link)
                if len(first) >= _SHORTEST_PART and self._has(first) and compound[:cut] == first + link:
                    return first, head
        return None

    def _has(self, dutch: str) -> bool:
        return dutch in self._lines or dutch in self._renderings

    def rendered(self, dutch: str) -> list[str]:
        """What the dictionary says of a word or an expression."""
        return [phrase for part in self._renderings.get(dutch, "").split(";") if (phrase := part.strip())]

    def accounted(self, nl: str, en: str) -> float:
        """How well the English accounts for the words of the Dutch: 0 if as usual, more if better.

        In natural-log probability, the mean over the words; that of a word is its most probable
        translation's that the English has. A word left in Dutch is lost, a name or a loan is not.
        """
        english = said_in(en)
        left = {word.text for word, _ in self._left_standing(nl, en)}
        digits = any(map(str.isdigit, en))
        likeliest = [
            max(
                [
                    _COPIED if dutch.text in english and dutch.text not in left else _LOST,
                    *(p for word, p in self._learnt(dutch.text).items() if word in english),
                ]
            )
            for dutch in words_of(nl)
            if not (digits and dutch.text in _COUNTED)
        ]
        return fmean(map(math.log, likeliest)) - _USUAL if likeliest else 0.0

    def mend(self, nl: str, en: str, tried: Collection[str] = ()) -> Mend | None:
        """The first place where an English word stands for a Dutch one that it does not translate.

        ``tried`` are Dutch words to leave alone. None where there is no such place, or no likely translation.
        """
        dutch = words_of(nl)
        explained = {e for word in dutch for e in self.translations(word.text)}
        strange = _strange(dutch, self._uncommon(en), explained)
        found: list[tuple[int, float, int, str, list[str]]] = []
        found += [
            (word.start, 0.0, 0, word.text, likely)
            for word, likely in self._left_standing(nl, en)
            if word.text not in tried
        ]
        for place, text in self._unanswered(nl, en):
            likely = [] if text in tried else self.likely(text)
            if likely:
                at = place / max(len(dutch) - 1, 1)
                apart, start = min(((abs(part - at), w.start) for part, w in strange), default=(1.0, 0))
                if apart <= _FARTHEST:
                    found.append((start, apart, place, text, likely))
        if not found:
            return None
        start, _, _, lost, likely = min(found)
        begins = not any(map(str.isalpha, en[:start])) and en[start].isupper()
        spelt = (_WITH_CAPITAL.sub(lambda word: word[0].capitalize(), words) for words in likely)
        return Mend(lost, tuple(en[:start] + (w[0].upper() + w[1:] if begins else w) for w in spelt))

    def _left_standing(self, nl: str, en: str) -> Iterator[tuple[Word, list[str]]]:
        """Words of the English that are Dutch, with their likely translations.

        They stand in small letters on both sides, or are a plural that both begin with as if with a name.
        """
        first = copied_plural(nl, en)
        small = {word.text for word in words_of(nl) if nl[word.start].islower()}
        for word in words_of(en):
            if word.start == first or (word.text in small and en[word.start].islower()):
                known, likely = self.translations(word.text), self.likely(word.text)
                if word.start == first:
                    likely = [e for e in likely if _PLURAL.search(e)]
                if word.text not in known and likely and known.get(likely[0], 1.0) >= _LEAST_LEFT:
                    yield word, likely

    def made_up(self, nl: str, en: str) -> list[Word]:
        """The English words that come from nothing in the Dutch, near to where a word of that is lost.

        None near a Dutch word that the table has not: they may be its translation.
        """
        dutch, there = words_of(nl), said_in(en)
        last = max(len(dutch) - 1, 1)
        unknown = [
            place / last
            for place, word in enumerate(dutch)
            if word.text not in there and not self.translations(word.text) and self._telling(word.text)
        ]
        lost = [
            place / last
            for place, text in self._unanswered(nl, en)
            if self._telling(text) and self.translations(text)
        ]
        explained = {e for word in dutch for e in self._all_translations(word.text)}
        return [
            word
            for part, word in _strange(dutch, self._uncommon(en), explained)
            if any(abs(part - at) <= _FARTHEST for at in lost)
            and all(abs(part - at) > _FARTHEST for at in unknown)
        ]

    def _unanswered(self, nl: str, en: str) -> list[tuple[int, str]]:
        """Places and texts of the Dutch words, names aside, no translation of which the English has."""
        there = said_in(en)
        forms = {text[:_FORM_ENGLISH] for text in there}
        digits = any(map(str.isdigit, en))
        return [
            (place, word.text)
            for place, word in enumerate(words_of(nl))
            if not (place > 0 and nl[word.start].isupper())  # "minister Bakker" is no baker
            and not (digits and word.text in _COUNTED)
            and word.text not in there
            and not any(e in there or e[:_FORM_ENGLISH] in forms for e in self.translations(word.text))
        ]

    def _telling(self, dutch: str) -> bool:
        return len(dutch) >= _SHORTEST_DUTCH and dutch not in self._common_dutch

    def likely(self, dutch: str) -> list[str]:
        """What a word becomes: its renderings, or its likeliest translations; none of what tells little."""
        if not self._telling(dutch):
            return []
        if rendered := self.rendered(dutch) or self.rendered(dutch.removesuffix("'s")):
            return rendered[:_MOST_TRIED]
        parts = None if dutch in self._lines else self._parts(dutch)
        if parts is not None:
            both = [self.likely(part)[:1] for part in parts]
            return [" ".join(word for part in both for word in part)] if all(both) else []
        likely = [
            (-p, word)
            for word, p in self.translations(dutch).items()
            if p >= _LEAST and word not in self._common_english
        ]
        return [word for _, word in sorted(likely)[:_MOST_TRIED]]

    def _uncommon(self, en: str) -> list[tuple[float, Word]]:
        """The words of the English that tell something, and in which part of the sentence they stand."""
        english = words_of(en)
        return [
            (place / max(len(english) - 1, 1), word)
            for place, word in enumerate(english)
            if len(owner_of(word.text)) >= _SHORTEST_ENGLISH
            and self._common_english.isdisjoint((word.text, owner_of(word.text)))
        ]

    def _all_translations(self, dutch: str) -> Iterable[str]:
        """Those of a word, and of the first part of a compound too."""
        parts = None if self._has(dutch) else self._parts(dutch)
        return (word for part in parts or (dutch,) for word in self.translations(part))


def _strange(
    dutch: Iterable[Word], english: Iterable[tuple[float, Word]], explained: Collection[str]
) -> list[tuple[float, Word]]:
    """Of the English words those that are none, nor the form of one, of what the Dutch may become."""
    dutch_forms = {word.text[:_FORM_DUTCH] for word in dutch}
    forms = {word[:_FORM_ENGLISH] for word in explained}
    return [
        (part, word)
        for part, word in english
        if owner_of(word.text) not in explained
        and word.text not in explained
        and word.text[:_FORM_DUTCH] not in dutch_forms
        and word.text[:_FORM_ENGLISH] not in forms
    ]
