"""Which sentences of an article make its summary. Extractive: it chooses, it never writes.

1. Every sentence gets a ``Score``: TF-IDF centrality (cosine with the article's mean vector, as in the
   centroid summariser of Radev et al., 2004), its place (news puts first what matters), words shared with
   the title, and what speaks against its form (very short, very long, a question, mostly somebody's own
   words).
2. Every sentence gets a ``Passage``: itself and the sentences it leans on. One that opens with "He" or
   "But", or stands in the middle of a quotation, carries along what makes it readable, or cannot be
   chosen.
3. Passages are taken one by one, each time the best by maximal marginal relevance (Carbonell & Goldstein,
   1998): score minus likeness to what was taken before, until as many sentences as wanted are there.

The trap: pulling a sentence in costs a place. A passage is therefore worth the mean of its *new*
sentences, so that a fine sentence does not buy two dull ones, and a passage that no longer fits is passed
over, even when this leaves the summary one sentence short: better short than dangling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.text.marks import Marks, follow_marks
from service.text.openings import Lean, leaning
from service.text.terms import (
    Vector,
    content_terms,
    cosine,
    inverse_document_frequency,
    mean_vector,
    vector,
    words,
)

CENTRALITY, POSITION, TITLE, FORM, LIKENESS = 1.0, 0.4, 0.3, 0.3, 0.2
"""What each term of a score, and likeness to a sentence already taken, weighs."""
POSITION_HALVES = 2
"""The term for the place is halved after so many sentences: 1, 2/3, 1/2, 2/5 …"""
SAME = 0.8
"""A sentence so like one already taken says nothing new."""
LONGEST_PASSAGE = 3
_SHORT, _LONG = 8, 45
_SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells)|ask(?:s|ed)|add(?:s|ed)|explain|stat(?:es|ed)|argu|warn|call(?:s|ed)|claim|insist"
    r"|describ|according|admit|conclud|believ|think|stress|respond|repl(?:y|ies|ied)|react|speaks?\b|spoke|complain"
    r"|wr(?:ites|ote)|note[sd]|announc|emphasi[sz]|confirm|den(?:y|ies|ied)|hop(?:es|ed)|fear)",
    re.IGNORECASE,
)
"""A cue that somebody's words follow or precede."""
_LABEL = re.compile(r"(?:[^\s:]+ ){0,3}[^\s:]+: (?![\"“‘'„«])")
"""A caption or an item of a list: "Perfect pair: Anna and Bram at the fair"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen. ``number`` is its place among all the sentences of the article.

    ``original`` is the Dutch it was translated from, empty for an English article. ``paragraph`` is compared,
    not counted. ``speakers`` are those of the quotations it touches, as far as they are known.
    """

    number: int
    paragraph: int
    text: str
    original: str = ""
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The terms of a sentence's score, each weighted already."""

    centrality: float
    position: float
    title: float
    form: float
    """At most 0."""

    @property
    def total(self) -> float:
        return self.centrality + self.position + self.title + self.form


@dataclass(frozen=True, slots=True)
class Passage:
    """Indices of the sentences to be read together, in order; ``soft`` when it would also do alone."""

    sentences: tuple[int, ...]
    stands: bool = True
    """False when nothing to lean on is near."""
    soft: bool = False
    """Whether the last sentence, taken alone, merely reads badly."""


def score_sentences(candidates: Sequence[Candidate], title: str | None) -> tuple[list[Score], list[Vector]]:
    """The score of each candidate and its TF-IDF vector."""
    terms = [content_terms(candidate.text) for candidate in candidates]
    idf = inverse_document_frequency(terms)
    vectors = [vector(each, idf) for each in terms]
    centre = mean_vector(vectors)
    title_terms = set(content_terms(title or ""))
    scores = []
    for place, (candidate, own, own_vector) in enumerate(zip(candidates, terms, vectors, strict=True)):
        shared = len(title_terms.intersection(own)) / len(title_terms) if title_terms else 0.0
        scores.append(
            Score(
                CENTRALITY * cosine(own_vector, centre),
                POSITION * POSITION_HALVES / (POSITION_HALVES + place),
                TITLE * shared,
                FORM * _form(candidate.text),
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


def find_passages(candidates: Sequence[Candidate]) -> list[Passage]:
    """For each candidate, what has to be read with it."""
    marks = _marks(candidates)
    passages: list[Passage] = []
    for index, candidate in enumerate(candidates):
        if marks[index].inside_before or marks[index].inside_after:
            passages.append(_quotation(candidates, marks, index, passages))
        elif _only_quoted(marks[index]):
            passages.append(_behind(candidates, marks, index, passages, soft=False))
        else:
            lean = _lean(candidate, marks[index])
            # What opens an article opens a summary too, but a "he" may be named in the title only.
            if lean is None or (index == 0 and lean != "person"):
                passages.append(Passage((index,)))
            else:
                passages.append(_behind(candidates, marks, index, passages, soft=lean == "connective"))
    return passages


def _marks(candidates: Sequence[Candidate]) -> list[Marks]:
    """The worse of what the marks of the English and of the Dutch say: a translation may lose one."""
    found: list[Marks] = []
    for start, end in _paragraph_runs(candidates):
        english = follow_marks([candidate.text for candidate in candidates[start:end]])
        dutch = follow_marks([candidate.original for candidate in candidates[start:end]])
        for ours, theirs in zip(english, dutch, strict=True):
            found.append(
                Marks(
                    ours.inside_before or theirs.inside_before,
                    ours.inside_after or theirs.inside_after,
                    ours.outside,
                    max(ours.quoted, theirs.quoted),
                )
            )
    return found


def _paragraph_runs(candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    starts = [
        i for i, each in enumerate(candidates) if i == 0 or each.paragraph != candidates[i - 1].paragraph
    ]
    return list(pairwise([*starts, len(candidates)]))


def _only_quoted(marks: Marks) -> bool:
    """Hardly a word of the sentence is the writer's, so that nobody is named as speaking."""
    return marks.quoted > 0 and len(words(marks.outside)) < 2


def _introduces(candidate: Candidate, marks: Marks, quoted: Candidate) -> bool:
    """Whether a sentence tells who speaks next: it names the known speaker, or quotes or reports somebody."""
    if _only_quoted(marks):
        return False
    known = {word for speaker in quoted.speakers for word in words(speaker) if word[0].isupper()}
    if known:
        return bool(known.intersection(words(candidate.original or candidate.text)))
    return bool(marks.quoted or candidate.text.rstrip().endswith(":") or _SPEECH.search(candidate.text))


def _lean(candidate: Candidate, marks: Marks) -> Lean | None:
    english = leaning(candidate.text)
    dutch = leaning(candidate.original, "nl") if candidate.original else None
    attribution = leaning(marks.outside) if marks.quoted else None
    found = (english, dutch, attribution if attribution != "connective" else None)
    return next((lean for lean in ("person", "pronoun", "connective") if lean in found), None)


def _adjacent(candidates: Sequence[Candidate], index: int) -> bool:
    """Whether the sentence before this one is a candidate and not further than a paragraph break away."""
    return 0 < index < len(candidates) and candidates[index].number - candidates[index - 1].number == 1


def _behind(
    candidates: Sequence[Candidate],
    marks: Sequence[Marks],
    index: int,
    passages: Sequence[Passage],
    *,
    soft: bool,
) -> Passage:
    """The sentence with the passage of the one before it."""
    if not _adjacent(candidates, index):
        return Passage((index,), stands=False, soft=soft)
    before = passages[index - 1]
    together = (*before.sentences, index)
    names_speaker = not _only_quoted(marks[index]) or any(
        _introduces(candidates[i], marks[i], candidates[index]) for i in before.sentences
    )
    return Passage(together, before.stands and names_speaker and len(together) <= LONGEST_PASSAGE, soft)


def _quotation(
    candidates: Sequence[Candidate], marks: Sequence[Marks], index: int, passages: Sequence[Passage]
) -> Passage:
    """The whole of the quotation that runs through this sentence, from where it opens to where it closes."""
    start = index
    while index - start < LONGEST_PASSAGE and marks[start].inside_before and _adjacent(candidates, start):
        start -= 1
    end = index
    while end - index < LONGEST_PASSAGE and marks[end].inside_after and _adjacent(candidates, end + 1):
        end += 1
    whole = tuple(range(start, end + 1))
    closed = not marks[start].inside_before and not marks[end].inside_after
    named = any(not _only_quoted(marks[i]) and len(words(marks[i].outside)) >= 2 for i in whole)
    if not named and start > 0 and _adjacent(candidates, start):
        whole = (*passages[start - 1].sentences, *whole)
        named = passages[start - 1].stands and any(
            _introduces(candidates[i], marks[i], candidates[index]) for i in passages[start - 1].sentences
        )
    opening = _lean(candidates[start], marks[start]) if named and whole[0] == start else None
    return Passage(
        whole, closed and named and opening not in ("person", "pronoun") and len(whole) <= LONGEST_PASSAGE
    )


def choose(
    candidates: Sequence[Candidate], title: str | None, wanted: int, max_words: int | None = None
) -> list[int]:
    """Indices of the sentences that make the best summary, in order; at most ``wanted``.

    With ``max_words`` the last passage taken is the one that reaches that many words. Sentences that say the
    same are taken once, and sentences that cannot stand are left out unless there is nothing else, so that
    there may be fewer than asked for, but never none.
    """
    selection = _Selection(candidates, title, wanted, max_words)
    selection.fill(lambda passage: passage.sentences if passage.stands else None)
    selection.fill(lambda passage: passage.sentences[-1:] if passage.soft else None)
    if not selection.chosen:
        selection.fill(lambda passage: passage.sentences[-1:])
    return sorted(selection.chosen)


class _Selection:
    """Sentences taken so far, and the greedy step that takes more."""

    def __init__(
        self, candidates: Sequence[Candidate], title: str | None, wanted: int, max_words: int | None
    ) -> None:
        self.candidates = candidates
        self.scores, self.vectors = score_sentences(candidates, title)
        self.passages = find_passages(candidates)
        self.wanted = wanted
        self.words_left = max_words
        self.chosen: set[int] = set()
        self._likeness = [0.0] * len(candidates)

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
        if index in self.chosen or self._likeness[index] >= SAME:
            return ()
        others = [i for i in passage.sentences if i != index]
        if others and self.chosen.issuperset(others) and (passage.stands or passage.soft):
            return (index,)
        new = tuple(i for i in allowed(passage) or () if i not in self.chosen)
        return new if len(self.chosen) + len(new) <= self.wanted else ()

    def _value(self, new: tuple[int, ...]) -> float:
        return sum(self.scores[i].total - LIKENESS * self._likeness[i] for i in new) / len(new)

    def _take(self, new: tuple[int, ...]) -> None:
        self.chosen.update(new)
        for taken in new:
            for i, other in enumerate(self.vectors):
                self._likeness[i] = max(self._likeness[i], cosine(self.vectors[taken], other))
        if self.words_left is not None:
            self.words_left -= sum(len(self.candidates[i].text.split()) for i in new)
