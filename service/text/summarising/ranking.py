"""Which sentences of an article make its summary. Extractive: it chooses, it never writes.

1. Every sentence gets a ``Score``: TF-IDF centrality (cosine with the article's mean vector, as in the
   centroid summariser of Radev et al., 2004), its place (news puts first what matters), words shared with
   the title, and what speaks against its form (very short, very long, a question, a label or a headline).
   Words are compared in Dutch where the Dutch is there; a doubtful translation costs something.
2. Every sentence gets a ``Passage``: itself and the sentences it leans on. One that opens with "He" or
   "But", or stands in the middle of a quotation, carries along what makes it readable, or cannot be
   chosen.
3. Passages are taken one by one, each time the best by maximal marginal relevance (Carbonell & Goldstein,
   1998): score minus likeness to what was taken before, until as many sentences as wanted are there. One that
   calls somebody by a surname which the summary has not introduced pays for it. A word of the title counts
   once: rewarded again, it brought in side matters from far down.

The trap: pulling a sentence in costs a place. A passage is therefore worth the mean of its *new*
sentences, so that a fine sentence does not buy two dull ones, and a passage that no longer fits is passed
over, even when this leaves the summary one sentence short: better short than dangling. For the same reason
an introduction is not pulled in as a sentence leant on is: tried, it cost a place and freed no surname.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.text.summarising.dutch_terms import dutch_content_terms
from service.text.summarising.introductions import find_mentions
from service.text.summarising.passages import Candidate, Passage, find_passages
from service.text.summarising.term_weights import (
    Vector,
    cosine,
    inverse_document_frequency,
    mean_vector,
    vector,
)
from service.text.words.terms import content_terms, words

CENTRALITY, POSITION, TITLE, FORM, LIKENESS = 1.0, 0.3, 0.5, 0.3, 0.3
"""What each term of a score, and likeness to a sentence already taken, weighs."""
POSITION_HALVES = 2
"""The term for the place is halved after so many sentences: 1, 2/3, 1/2, 2/5 …"""
OFF_TITLE = 0.75
"""What is left of the term for the place in a later sentence without a word of the title: perhaps scenery.

Not in the first: hard news often says in it what the title says in other words.
"""
STRANGER = 0.15
"""What it costs a sentence to call somebody by the surname whose introduction the summary does not have."""
DOUBT = 0.15
"""What the most doubtful translation costs: less than the news is worth, more than the next best sentence."""
SAME = 0.6
"""What shares so many content words, of the shorter of the two, with a sentence taken says nothing new."""
_SHORT, _LONG = 8, 45
_LABEL = re.compile(r"(?:[^\s:]+ ){0,3}[^\s:]+: (?![\"“‘'„«])")
"""A caption or an item of a list: "Perfect pair: Anna and Bram at the fair"."""


@dataclass(frozen=True, slots=True)
class Score:
    """The terms of a sentence's score, each weighted already."""

    centrality: float
    position: float
    title: float
    form: float
    """At most 0."""
    doubt: float = 0.0
    """At most 0."""

    @property
    def total(self) -> float:
        return self.centrality + self.position + self.title + self.form + self.doubt


def is_dutch(candidates: Sequence[Candidate]) -> bool:
    """Whether the sentences, and so the title, are compared in Dutch: the Dutch of each is there."""
    return bool(candidates) and all(candidate.original for candidate in candidates)


def score_sentences(candidates: Sequence[Candidate], title: str | None) -> tuple[list[Score], list[Vector]]:
    """The score of each candidate and its TF-IDF vector. The title is Dutch when ``is_dutch`` holds."""
    dutch = is_dutch(candidates)
    terms_of = dutch_content_terms if dutch else content_terms
    terms = [terms_of(candidate.original if dutch else candidate.text) for candidate in candidates]
    idf = inverse_document_frequency(terms)
    vectors = [vector(each, idf) for each in terms]
    centre = mean_vector(vectors)
    title_terms = set(terms_of(title or ""))
    scores = []
    for place, (candidate, own, own_vector) in enumerate(zip(candidates, terms, vectors, strict=True)):
        shared = len(title_terms.intersection(own)) / len(title_terms) if title_terms else 0.0
        position = POSITION * POSITION_HALVES / (POSITION_HALVES + place)
        scores.append(
            Score(
                CENTRALITY * cosine(own_vector, centre),
                position * OFF_TITLE if place and title_terms and not shared else position,
                TITLE * shared,
                FORM * _form(candidate.text),
                -DOUBT * candidate.doubt,
            )
        )
    return scores, vectors


def _form(text: str) -> float:
    """0 for a plain statement of ordinary length, down to -1."""
    length = len(words(text))
    short = max(0.0, 1 - length / _SHORT)
    long = min(1.0, max(0.0, length / _LONG - 1))
    end = text.rstrip(" \"”’'»)")
    question = 1.0 if end.endswith("?") else 0.0
    headline = 0.5 if not end.endswith((".", "!", "?", "…")) else 0.0
    label = 0.5 if _LABEL.match(text) or text.count(";") >= 3 else 0.0
    return -min(1.0, short + long + question + label + headline)


def choose(
    candidates: Sequence[Candidate], title: str | None, wanted: int, max_words: int | None = None
) -> list[int]:
    """Indices of the sentences that make the best summary, in order; at most ``wanted``.

    With ``max_words`` the last passage taken is the one that reaches that many words. Sentences that say the
    same are taken once. Questions, unless there is room for every sentence, and sentences that cannot stand
    are left out while there is anything else, so that there may be fewer than asked for, but never none.
    """
    selection = _Selection(candidates, title, wanted, max_words)

    room = len(candidates) <= wanted

    def told(sentences: tuple[int, ...]) -> tuple[int, ...] | None:
        return sentences if room or not any(candidates[i].asks for i in sentences) else None

    selection.fill(lambda passage: told(passage.sentences) if passage.stands else None)
    selection.fill(lambda passage: told(passage.sentences[-1:]) if passage.soft else None)
    if not selection.chosen:
        return _first_different(candidates, wanted)  # at least they were written to be read in this order
    return sorted(selection.chosen)


def _first_different(candidates: Sequence[Candidate], wanted: int) -> list[int]:
    first: dict[str, int] = {}
    for index, candidate in enumerate(candidates):
        first.setdefault(candidate.text, index)
    return list(first.values())[:wanted]


class _Selection:
    """Sentences taken so far, and the greedy step that takes more."""

    def __init__(
        self, candidates: Sequence[Candidate], title: str | None, wanted: int, max_words: int | None
    ) -> None:
        self.candidates = candidates
        self.scores, self.vectors = score_sentences(candidates, title)
        self.passages = find_passages(candidates)
        self.mentions = find_mentions([candidate.text for candidate in candidates])
        self.wanted = wanted
        self.words_left = max_words
        self.chosen: set[int] = set()
        terms_of = dutch_content_terms if is_dutch(candidates) else content_terms
        self._asked = frozenset(terms_of(title or ""))
        self._answered: set[str] = set()
        self._likeness = [0.0] * len(candidates)
        self._same: set[int] = set()

    def fill(self, allowed: Callable[[Passage], tuple[int, ...] | None]) -> None:
        """Take the best passages for as long as any that is allowed fits."""
        while len(self.chosen) < self.wanted and (self.words_left is None or self.words_left > 0):
            best: tuple[float, tuple[int, ...]] | None = None
            for index, passage in enumerate(self.passages):
                new = self._new(index, passage, allowed)
                if new and (best is None or self._value(new) > best[0]):
                    best = self._value(new), new
            if best is None:
                return
            self._take(best[1])

    def _new(
        self, index: int, passage: Passage, allowed: Callable[[Passage], tuple[int, ...] | None]
    ) -> tuple[int, ...]:
        """The sentences that taking this passage would add; none when it may not be taken."""
        if index in self.chosen or index in self._same:
            return ()
        others = [i for i in passage.sentences if i != index]
        if others and self.chosen.issuperset(others) and (passage.stands or passage.soft):
            return (index,)
        new = tuple(i for i in allowed(passage) or () if i not in self.chosen)
        return new if len(self.chosen) + len(new) <= self.wanted else ()

    def _strange(self, sentence: int, there: set[int]) -> bool:
        """Whether it calls somebody by the surname, and no earlier sentence of those there gives the name."""
        before = [self.mentions[i].introduced for i in there if i < sentence]
        return any(not any(name in names for names in before) for name in self.mentions[sentence].bare)

    def _value(self, new: tuple[int, ...]) -> float:
        worth = sum(self.scores[i].total - LIKENESS * self._likeness[i] - self._title_again(i) for i in new)
        there = self.chosen.union(new)
        return (worth - STRANGER * sum(self._strange(i, there) for i in new)) / len(new)

    def _title_again(self, sentence: int) -> float:
        """What the score gives it for words of the title that the summary has answered already."""
        again = self._answered & self.vectors[sentence].keys()
        return TITLE * len(again) / len(self._asked) if again else 0.0

    def _take(self, new: tuple[int, ...]) -> None:
        self.chosen.update(new)
        for taken in new:
            self._answered |= self._asked & self.vectors[taken].keys()
            for i, other in enumerate(self.vectors):
                self._likeness[i] = max(self._likeness[i], cosine(self.vectors[taken], other))
                shorter = min(len(self.vectors[taken]), len(other))
                if shorter and len(self.vectors[taken].keys() & other.keys()) >= SAME * shorter:
                    self._same.add(i)
        if self.words_left is not None:
            self.words_left -= sum(len(self.candidates[i].text.split()) for i in new)
