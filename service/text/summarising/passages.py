"""What has to be read together: a sentence with those it leans on, a quotation with who spoke it.

A sentence that opens with "He" or "But" carries along the one before it (and what that one carries); a
sentence inside a quotation carries the whole of it, from where it opens to where it closes, and its
attribution. Where that is not to be had in so many sentences as ``LONGEST_PASSAGE``, the sentence cannot
stand in a summary. In an interview whose answers stand between marks the answer is without an attribution: it
is clear who gives it, and the question is not wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.text.marks.balance import Marks, follow_marks
from service.text.summarising.openings import SPEECH, Lean, known_names, leaning
from service.text.words.terms import words

LONGEST_PASSAGE = 3
_ANSWERS = 2
"""Questions with an answer between marks that make an article an interview."""


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
    doubt: float = 0.0
    """How far its English is to be doubted, from 0 to 1."""

    @property
    def asks(self) -> bool:
        """Whether it is a question, and not a sentence in which somebody is quoted with one."""
        return any(text.rstrip().endswith("?") for text in (self.text, self.original))


@dataclass(frozen=True, slots=True)
class Passage:
    """Indices of the sentences to be read together, in order; ``soft`` when it would also do alone."""

    sentences: tuple[int, ...]
    stands: bool = True
    """False when nothing to lean on is near."""
    soft: bool = False
    """Whether the last sentence, taken alone, merely reads badly."""


def find_passages(candidates: Sequence[Candidate]) -> list[Passage]:
    """For each candidate, what has to be read with it."""
    marks = _marks(candidates)
    known = known_names([candidate.text for candidate in candidates])
    answers = _answers(candidates, marks)
    passages: list[Passage] = []
    for index, candidate in enumerate(candidates):
        if marks[index].inside_before or marks[index].inside_after:
            passages.append(_quotation(candidates, marks, index, passages, known, answers))
        elif index in answers and _lean(candidate, marks[index], known) is None:
            passages.append(Passage((index,)))
        elif _only_quoted(marks[index]):
            passages.append(_behind(candidates, marks, index, passages, soft=False))
        else:
            lean = _lean(candidate, marks[index], known)
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


def _answers(candidates: Sequence[Candidate], marks: Sequence[Marks]) -> frozenset[int]:
    """Where the answers of an interview begin: a quotation alone, below a question that is a paragraph."""
    found = frozenset(
        i
        for i, own in enumerate(marks)
        if _adjacent(candidates, i)
        and candidates[i - 1].asks
        and not marks[i - 1].quoted
        and candidates[i - 1].paragraph != candidates[i].paragraph
        and _only_quoted(own)
    )
    return found if len(found) >= _ANSWERS else frozenset()


def _introduces(candidate: Candidate, marks: Marks, quoted: Candidate) -> bool:
    """Whether a sentence tells who speaks next: it names the known speaker, or quotes or reports somebody."""
    if _only_quoted(marks):
        return False
    known = {word for speaker in quoted.speakers for word in words(speaker) if word[0].isupper()}
    if known:
        return bool(known.intersection(words(candidate.original or candidate.text)))
    return bool(marks.quoted or candidate.text.rstrip().endswith(":") or SPEECH.search(candidate.text))


def _lean(candidate: Candidate, marks: Marks, known: frozenset[str]) -> Lean | None:
    english = leaning(candidate.text, known=known)
    dutch = leaning(candidate.original, "nl", known) if candidate.original else None
    attribution = leaning(marks.outside, known=known) if marks.quoted else None
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
    if len(before.sentences) >= LONGEST_PASSAGE:
        return Passage((index - 1, index), stands=False, soft=soft)
    together = (*before.sentences, index)
    names_speaker = not _only_quoted(marks[index]) or any(
        _introduces(candidates[i], marks[i], candidates[index]) for i in before.sentences
    )
    return Passage(together, before.stands and names_speaker, soft)


def _quotation(
    candidates: Sequence[Candidate],
    marks: Sequence[Marks],
    index: int,
    passages: Sequence[Passage],
    known: frozenset[str],
    answers: frozenset[int],
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
    named = start in answers
    named = named or any(not _only_quoted(marks[i]) and len(words(marks[i].outside)) >= 2 for i in whole)
    if not named and len(whole) < LONGEST_PASSAGE and _adjacent(candidates, start):
        whole = (*passages[start - 1].sentences[-LONGEST_PASSAGE:], *whole)
        named = passages[start - 1].stands and any(
            _introduces(candidates[i], marks[i], candidates[index]) for i in passages[start - 1].sentences
        )
    opening = _lean(candidates[start], marks[start], known) if named and whole[0] == start else None
    leans = opening is not None if start in answers else opening in ("person", "pronoun")
    return Passage(whole, closed and named and not leans and len(whole) <= LONGEST_PASSAGE)
