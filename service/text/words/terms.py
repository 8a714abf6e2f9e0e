"""Content words of an English sentence, and how heavily each weighs in its article.

The stemmer is Harman's S-stemmer (D. Harman, "How effective is suffixing?", JASIS 42(1), 1991): it only
takes plurals and possessives off, which is what bringing together the mentions of one thing needs, and it
never joins two different words as a heavier stemmer does.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

Vector = Mapping[str, float]
"""A sparse vector of unit length (or the zero vector, empty)."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")

_STOP_WORDS = """
a about above across after again against all almost along already also although always am among an and
another any anyone anything are around as at away back be became because become been before behind being
below between both but by came can cannot come could did do does doing done down during each either else
enough even ever every everyone everything few first for from further get give go going gone got had has
have having he her here hers herself him himself his how however i if in indeed instead into is it its
itself just keep last least less let like likely made make many may me meanwhile might mine more moreover
most mr mrs ms much must my myself near need neither never new next no nobody none nor not nothing now of
off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps put
quite rather really said same saw say saying says see seem seemed seen several shall she should since so
some someone something sometimes still such take taken tell than that the their theirs them themselves
then there therefore these they thing think this those though through thus to today together told tomorrow
too took toward towards two under until up upon us very was way we well went were what whatever when where
whether which while who whole whom whose why will with within without would yes yesterday yet you your
yours yourself aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll
i'm i've isn't it'd it'll it's let's mustn't shan't she'd she'll she's shouldn't that's there's they'd
they'll they're they've wasn't we'd we'll we're we've weren't what's who's won't wouldn't you'd you'll
you're you've
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def words(text: str) -> list[str]:
    """Words and numbers, as they stand, without marks."""
    return _WORD.findall(text)


def content_terms(text: str) -> list[str]:
    """The stems of the words that carry content, in order, with repetitions."""
    lowered = (word.lower().replace("’", "'") for word in words(text))
    return [stem(word) for word in lowered if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


def stem(word: str) -> str:
    """Harman's S-stemmer on a lower-cased word, after its possessive is taken off."""
    word = POSSESSIVE.sub("", word)
    if len(word) > 4 and word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word


def inverse_document_frequency(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Smoothed IDF of each term over the sentences of one article: ``log((1 + n) / (1 + df)) + 1``."""
    frequency = Counter(term for terms in sentences for term in set(terms))
    return {term: math.log((1 + len(sentences)) / (1 + df)) + 1 for term, df in frequency.items()}


def vector(terms: Sequence[str], idf: Mapping[str, float]) -> Vector:
    """TF-IDF of the terms that have an IDF, at unit length; the logarithm of the count damps repetition."""
    weights = {term: (1 + math.log(n)) * idf[term] for term, n in Counter(terms).items() if term in idf}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()}


def mean_vector(vectors: Sequence[Vector]) -> Vector:
    """The direction of the sum."""
    total: Counter[str] = Counter()
    for each in vectors:
        total.update(each)
    length = math.sqrt(sum(weight * weight for weight in total.values()))
    return {term: weight / length for term, weight in total.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of unit length, 0 to 1; 0 when either is empty."""
    if len(a) > len(b):
        a, b = b, a
    return min(1.0, sum(weight * b[term] for term, weight in a.items() if term in b))
