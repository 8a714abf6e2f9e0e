"""The English of a speaker who has no name: "een buurman", "een woordvoerder van de bank".

A small model is poor at lone phrases, and single words have several meanings ("rechter" is "right" and
"judge"). So two have to agree. Of a noun, with a determiner or without, or of two with a preposition between
them, the English is what the checkpoint's table of single words makes of them, where the translation of a
sentence that holds the phrase says just that. Any other phrase is translated alone, which has to come out
with high confidence: of those with medium one in four is wrong. Where neither holds there is none, for the
Dutch serves a reader better than a guess.

Of 369 such speakers, of the quotation corpora and of sentences not looked at before, the embedded checkpoint
gives 187 an English; six of those are wrong ("the closer" for "de dichter") and as many clumsy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.interfaces import Words
from service.text.confidence import Confidence
from service.text.words.english_dictionary import is_common
from service.text.words.lexicon import word_set
from service.text.words.roles import PLURAL
from service.text.words.terms import STOP_WORDS

_DETERMINERS: Final[Mapping[str, str]] = {
    "de": "the",
    "het": "the",
    "een": "an?",
    "mijn": "my",
    "zijn": "his",
    "haar": "her",
    "ons": "our",
    "onze": "our",
    "hun": "their",
}
"""With the pattern of their English."""
_SPOUSES: Final = {
    f"{his} {one}": english
    for his in ("mijn", "zijn", "haar")
    for one, english in (("man", "husband"), ("vrouw", "wife"))
}
"""What a man or a woman is who belongs to somebody."""
_NOUN: Final = re.compile(rf"(?:({'|'.join(_DETERMINERS)}) )?([^\W\d_]+(?:['’]s)?)")
_FALSE_FRIENDS: Final = word_set("agent bond centralist chef college curator kind machinist monitor")
"""Words that are English too, where they are other people or bodies."""
_LINK: Final = re.compile(r" (?:bij|in|uit|van) (?=(?:de|het|een) )")
_ENGLISH_LINK: Final = " (?:at|for|from|in|of) "
_SEVERAL: Final = re.compile(r"(?:s|men|people|children)$")
"""What a plural ends in: of "militairen" the table says "military"."""
_PROPER: Final = re.compile(
    "Buddhist|Calvinist|Catholic|Christian|Democrat|Hindu|Jew|Marxist|Muslim|Protestant|Republican|Shi|Sunni"
)
"""People whom English writes with a capital and Dutch without."""
_LEAST: Final = 0.4
"""How probable a translation has to be, the words of one noun together: "general practitioner"."""
_LEAST_OF_WORD: Final = 0.1
_FORM: Final = 4
"""Letters that two forms of an English word share."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A noun with its determiner: the pattern of its English, whose group holds the noun, and its words."""

    pattern: str
    likely: Mapping[str, float]
    plural: bool


def is_nameless(speaker: str) -> bool:
    """Whether it is a phrase in which no word has a capital, and so no name stands."""
    return speaker == speaker.lower()


def english_by_words(
    speakers: Iterable[str | None], sentences: Iterable[tuple[str, str]], words: Words | None
) -> dict[str, str | None]:
    """For each nameless speaker the English by :func:`from_words`; None where it must be translated alone.

    ``sentences`` are those of the article, as pairs of Dutch and English; ``words`` is None for a checkpoint
    without a table.
    """
    nameless = dict.fromkeys(speaker for speaker in speakers if speaker and is_nameless(speaker))
    lowered = [(nl.lower(), en) for nl, en in sentences] if nameless and words is not None else []
    return {
        speaker: from_words(speaker, _told(speaker, lowered), words) if words is not None else None
        for speaker in nameless
    }


def _told(speaker: str, lowered: Sequence[tuple[str, str]]) -> list[str]:
    """The English of the sentences in whose Dutch, in lower case, the phrase stands."""
    several = speaker.split()
    apart = r"\s+".join(map(re.escape, several))
    phrase = re.compile(rf"(?<![\w-]){apart}(?![\w-])")
    return [en for nl, en in lowered if several[-1] in nl and phrase.search(nl)]


def from_words(speaker: str, told: Sequence[str], words: Words) -> str | None:
    """The English of a noun or of two, as one of ``told`` has it; None for any other phrase.

    ``told`` is the English of the sentences that hold the phrase. What is the same in both languages ("fans")
    has no English of its own.
    """
    texts = _LINK.split(speaker)
    parts = [part for text in texts if (part := _read(text, words)) is not None]
    if len(parts) < len(texts):
        return None
    said = re.compile(
        rf"(?<![\w'’-]){_ENGLISH_LINK.join(part.pattern for part in parts)}(?![\w'’-])", re.IGNORECASE
    )
    found = (match for en in told for match in said.finditer(en))
    likely = {_uncapitalised(match.group()): min(map(_probability, parts, match.groups())) for match in found}
    best = max(likely, key=likely.__getitem__, default=speaker)
    return best if best != speaker and likely[best] >= _LEAST else None


def from_alone(speaker: str, english: str, confidence: Confidence, *, flagged: bool) -> str | None:
    """What a phrase became that was translated alone, if it may be shown. ``flagged``: it has warnings."""
    english = english.rstrip(" .")
    first = _DETERMINERS.get(speaker.split(" ", 1)[0])
    if flagged or confidence != "high" or speaker in _SPOUSES or english in ("", speaker):
        return None
    if first is not None and re.match(rf"{first} ", english, re.IGNORECASE) is None:
        return None
    if not _FALSE_FRIENDS.isdisjoint(set(speaker.split()).intersection(english.lower().split())):
        return None
    return _uncapitalised(english)


def _read(text: str, words: Words) -> _Part | None:
    """A noun that something is known of; a word of both languages may be what the table leaves out."""
    phrase = _NOUN.fullmatch(text)
    if phrase is None:
        return None
    determiner, noun = phrase.groups()
    known = words.translations(noun)
    if text in _SPOUSES:
        known = {_SPOUSES[text]: 1.0}
    elif not known and is_common(noun):
        known = {noun: 1.0}
    elif _is_of_the_last_part(noun, words):
        return None
    likely = {
        word: p
        for word, p in known.items()
        if p >= _LEAST_OF_WORD
        and word not in STOP_WORDS
        and not (noun.endswith(word) and word in _FALSE_FRIENDS)
        and _has_such_a_plural(noun, word, words)
    }
    if not likely:
        return None
    run = f"(?:{'|'.join(map(re.escape, likely))})"
    before = f"{_DETERMINERS[determiner]} " if determiner else ""
    return _Part(f"{before}({run}(?: {run})*)", likely, PLURAL.search(noun) is not None)


def _probability(part: _Part, noun: str) -> float:
    several = noun.lower().split()
    if part.plural and _SEVERAL.search(several[-1]) is None:
        return 0.0
    return sum(part.likely[word] for word in set(several))


def _has_such_a_plural(noun: str, english: str, words: Words) -> bool:
    """Not so of "right" for "rechter", as "rechters" are "judges"; so if the plural is not known."""
    plural = words.translations(f"{noun}s")
    if not plural or _is_of_the_last_part(f"{noun}s", words):
        return True
    return any(word[:_FORM] == english[:_FORM] for word in plural)


def _is_of_the_last_part(noun: str, words: Words) -> bool:
    """Whether what is known of a compound is known of its last part only: "woman" of "buurvrouw"."""
    known = words.translations(noun)
    return any(words.translations(noun[cut:]) == known for cut in range(1, len(noun)))


def _uncapitalised(english: str) -> str:
    """As it stands within a sentence, though it may have begun one."""
    return english if _PROPER.match(english) else english[0].lower() + english[1:]
