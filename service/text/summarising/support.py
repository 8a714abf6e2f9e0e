"""Whether a written summary sentence is borne out by the article, and by which of its sentences.

A sentence rests on the sentences whose content words it repeats (``cite``); every name, number, date and
quotation in it must stand in those (``unsupported``; the precision of Nan et al., 2021, arXiv 2102.09130,
without an entity tagger: a name is a word with a capital). The checks are strict where it is cheap, since
what fails is replaced by a sentence of the article itself: a first word that the article does not have counts
as a name, two names side by side must stand side by side in the source, a quotation must be one there, word
for word, and keep its speaker.

What it cannot see: a verb or an adjective that turns the meaning round ("rose" for "fell"), and who did what
to whom among the names of one source sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.text.facts.numbers import find_numbers, unmatched
from service.text.marks.balance import follow_marks
from service.text.summarising.term_weights import inverse_document_frequency
from service.text.words.lexicon import word_set
from service.text.words.terms import STOP_WORDS, content_terms, stem, words

MOST_SOURCES = 3
LEAST_COVERAGE = 0.5
"""The weighted share of a sentence's content words that its sources must have."""
_LEAST_GAIN = 0.1
_QUOTED = re.compile(r"[“”„\"«]([^“”„\"«»]+)[”“\"»]|(?<!\w)[‘']((?:[^‘’']|(?<=\w)[’'](?=\w))+)[’'](?!\w)")
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_ALSO_NEGATIVE = re.compile(
    r"\b(?:refus|den(?:y|ie)|reject|fail|lack|unable|hardly|barely|bann|prevent|stop|without|rather than"
    r"|instead|unlike|except|despite|few|little|rul(?:ed?|ing) out|avoid|doubt|impossible"
    r"|un(?:likely|clear|known|certain))",
    re.IGNORECASE,
)
_MARK = re.compile(r"[“”„\"«»‘]|(?<!\w)'")
_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_TITLES = word_set("mr mrs ms dr prof professor president prime minister king queen mayor sir")


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of the article, and the speakers of the quotations in it, as far as they are known."""

    text: str
    speakers: tuple[str, ...] = ()


class Citations:
    """Finds the sentences that a summary sentence rests on."""

    def __init__(self, sources: Sequence[str]) -> None:
        terms = [content_terms(text) for text in sources]
        self._terms = [frozenset(each) for each in terms]
        self._idf = inverse_document_frequency(terms)
        self._rare = max(self._idf.values(), default=1.0)

    def cite(self, sentence: str) -> tuple[tuple[int, ...], float]:
        """Indices of at most ``MOST_SOURCES`` sentences, in order, and the share of the sentence they cover.

        Greedy: first the one with most of its words, then what has most of the rest; the earlier where equal.
        """
        wanted = {term: self._idf.get(term, self._rare) for term in content_terms(sentence)}
        total = sum(wanted.values())
        missing = dict(wanted)
        chosen: list[int] = []
        while missing and len(chosen) < MOST_SOURCES:
            gains = [sum(missing[term] for term in missing.keys() & own) for own in self._terms]
            best = max(range(len(gains)), key=lambda i: (gains[i], -i), default=None)
            if best is None or gains[best] < _LEAST_GAIN * total or gains[best] == 0:
                break
            chosen.append(best)
            missing = {term: weight for term, weight in missing.items() if term not in self._terms[best]}
        return tuple(sorted(chosen)), 1 - sum(missing.values()) / total if total else 0.0


def unsupported(sentence: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """What in the sentence does not stand in its sources: names, numbers and quotations, as written in it.

    Empty when all is well.
    """
    text = " ".join(source.text for source in sources)
    found = [*_numbers(sentence, text), *unsupported_names(sentence, text), *_quotations(sentence, sources)]
    negation = _NEGATION.search(sentence)
    if negation and not (_NEGATION.search(text) or _ALSO_NEGATIVE.search(text)):
        found.append(negation.group())
    return tuple(dict.fromkeys(found))


def _numbers(sentence: str, text: str) -> tuple[str, ...]:
    return unmatched(find_numbers(sentence, "en"), find_numbers(text, "en"))


def names(sentence: str) -> list[tuple[str, ...]]:
    """The runs of capitalised words of a sentence, stop words apart."""
    runs: list[tuple[str, ...]] = []
    run: list[str] = []
    place = 0
    for match in _TOKEN.finditer(sentence):
        word, gap = match.group(), sentence[place : match.start()]
        ordinary = word.lower() in STOP_WORDS or word in ("I", "I'm", "I’m")
        if gap.strip(" .") or ordinary or not word[0].isupper():
            if run:
                runs.append(tuple(run))
            run = []
        if word[0].isupper() and not ordinary:
            run.append(word)
        place = match.end()
    if run:
        runs.append(tuple(run))
    return runs


def unsupported_names(sentence: str, text: str) -> list[str]:
    """The names of a sentence that do not stand in the text."""
    known = [_key(word) for word in _TOKEN.findall(text)]
    present, pairs = set(known), set(pairwise(known))
    lost = []
    for run in names(sentence):
        keys = [_key(word) for word in run]
        beside = all(pair in pairs or _TITLES.intersection(pair) for pair in pairwise(keys))
        if not (present.issuperset(keys) and beside):
            lost.append(" ".join(run))
    return lost


def _key(word: str) -> str:
    """U.S. and US, Rutte's and Rutte are one."""
    return stem(word.lower().replace("’", "'")).replace(".", "")


def _quotations(sentence: str, sources: Sequence[Source]) -> list[str]:
    marks = follow_marks([sentence])[0]
    lost = [] if marks.balanced else ["a quotation without its end"]
    outside = {_key(word) for word in _TOKEN.findall(marks.outside)}
    for match in _QUOTED.finditer(sentence):
        quoted = match.group(1) or match.group(2)
        holders = [
            source
            for source in sources
            if _plain(quoted) in _plain(source.text) and _MARK.search(source.text)
        ]
        if not any(_names_speaker(outside, source) for source in holders):
            lost.append(quoted.strip())
    return lost


def _plain(text: str) -> str:
    """Letters and digits only, so that no change of marks counts."""
    return f" {' '.join(words(text.lower()))} "


def _names_speaker(outside: set[str], source: Source) -> bool:
    """Whether the words round a quotation name whoever the source says spoke it, if the source says so."""
    speakers = source.speakers or tuple(
        " ".join(run) for run in names(follow_marks([source.text])[0].outside)
    )
    proper = [{_key(word) for run in names(f"- {speaker}") for word in run} for speaker in speakers]
    proper = [each for each in proper if each]
    return not proper or any(each & outside for each in proper)
