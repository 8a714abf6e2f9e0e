"""How heavily the content words of an article weigh in it, and how like two sentences are by them: TF-IDF."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

Vector = Mapping[str, float]
"""A sparse vector of unit length (or the zero vector, empty)."""


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
