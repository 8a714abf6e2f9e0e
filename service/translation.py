"""Sentences to checked translations: prepare, split the too long, translate, check, retry, keep the best.

A segment goes through a short ladder, always in batches with its like:

1. the decoding as set (with n-best hypotheses where a glossary term must be chosen);
2. if a check found a doubt or worse: a wider beam, all of its hypotheses;
3. if a glossary term is missed: from the term on, where something else that its Dutch may become stands;
4. if the best has a wrong number, time, currency, name or character: from the right one on, for as many as
   are wrong;
5. if the checkpoint knows single words (``models.word_table``) and one of the Dutch has another's place: from
   its translation on, for a few such words; a draft, at beam 1, goes without;
6. if the best so far cannot be shown at all: no repeated trigrams and a repetition penalty;
7. if still not: clause by clause.

Of all candidates the one with the fewest grave findings wins, then the most probable, as far as it accounts
for the words of the Dutch; an earlier step wins a tie. When none can be shown the Dutch stands there, flagged
``untranslated``. The checks are made anew on each call, also for cached hypotheses, so a better check needs
no new cache.

A segment in capitals throughout is translated in sentence case, for which the models are trained, and its
English put back in capitals; its names are unknown to the model as such. Pictures and letters that no model
carries over are kept from it and put back (``service.text.translating.rare_characters``). In each candidate
a few everyday words that it takes for others are exchanged (``service.text.translating.false_friends``). A
segment without words (numbers, dashes, emoji, addresses) is its own translation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from models.interfaces import Decoding, Hypothesis, Translator, Words
from models.words import words_of
from service.candidates import Job
from service.text.confidence import Confidence, certainty, classify
from service.text.translating import clauses, segments
from service.text.translating.beginnings import corrected_beginning
from service.text.translating.checks import Degree
from service.text.translating.glossary import Term, begun_with_term, relevant
from service.text.translating.indefinite import agree
from service.text.translating.rare_characters import plain, restored
from service.text.warnings import Warning, WarningCode

WINDOW = 32
"""Segments translated together and then reported: batches stay full, and a reader sees the first soon."""
_WIDER = 4
_CLAUSE_WORDS = 12
_CORRECTIONS = 6
"""Numbers and names of one segment that are put right."""
_MENDS = 3
"""Other words of one segment that are."""
_TERMS = 4
"""Terms of the glossary that one segment is tried again for."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A segment's English. ``warnings`` have no sentence id: the caller knows which sentence it was."""

    en: str
    confidence: Confidence
    cached: bool = False
    warnings: tuple[Warning, ...] = ()


def translate_sentences(
    texts: Sequence[str],
    translator: Translator,
    decoding: Decoding,
    *,
    glossary: Sequence[Term] = (),
) -> list[Translated]:
    """Translate segments (a sentence or a headline each), in order.

    Equal segments are translated once. Raises ``ModelError`` if the engine fails.
    """
    normalised = [segments.normalise(text) for text in texts]
    results: dict[str, Translated] = {}
    distinct = iter(dict.fromkeys(normalised))
    while window := list(islice(distinct, WINDOW)):
        found = _translate_window(window, translator, decoding, glossary)
        results.update(zip(window, found, strict=True))
    return [results[segment] for segment in normalised]


def _translate_window(
    window: Sequence[str], translator: Translator, decoding: Decoding, terms: Sequence[Term]
) -> list[Translated]:
    jobs: dict[str, Job] = {}
    for segment in window:
        shouted = segments.is_shouted(segment)
        nl = plain(segments.sentence_case(segment) if shouted else segment)
        if segments.has_words(nl):
            jobs[segment] = Job(segment, nl, relevant(nl, terms), translator.words, shouted)
    pending = list(jobs.values())
    beam = max(_WIDER, decoding.beam_size)
    wider = replace(decoding, beam_size=beam, hypotheses=beam)
    _attempt([job for job in pending if not job.terms], translator, decoding)
    _attempt([job for job in pending if job.terms], translator, wider)
    widest = replace(wider, beam_size=2 * beam)
    _attempt([job for job in pending if job.doubtful], translator, widest)
    _insist([job for job in pending if job.terms], translator, wider)
    _correct([job for job in pending if job.doubtful], translator, wider)
    if translator.words is not None and decoding.beam_size > 1:
        _mend(pending, translator, translator.words, replace(decoding, hypotheses=1))
    guarded = replace(wider, no_repeat_ngram_size=3, repetition_penalty=1.2)
    _attempt([job for job in pending if job.unsound], translator, guarded)
    _attempt(
        [job for job in pending if job.unsound], translator, replace(guarded, hypotheses=1), by_clause=True
    )
    return [_finish(jobs[segment]) if segment in jobs else Translated(segment, "high") for segment in window]


def _attempt(
    jobs: Sequence[Job], translator: Translator, decoding: Decoding, *, by_clause: bool = False
) -> None:
    """Offer each job the hypotheses of one decoding; a job in pieces gets one made of the best of each
    piece."""
    if not jobs:
        return
    pieces = _pieces(jobs, translator, by_clause=by_clause)
    sources = list(dict.fromkeys(p.strip() for parts in pieces for p in parts if segments.has_words(p)))
    answers = dict(zip(sources, translator.translate(sources, decoding), strict=True)) if sources else {}
    for job, parts in zip(jobs, pieces, strict=True):
        if len(parts) == 1:
            job.offer(answers[parts[0].strip()], split=False)
        else:
            job.offer([_joined(parts, answers)], split=True)


def _correct(jobs: Sequence[Job], translator: Translator, decoding: Decoding) -> None:
    """Offer each job what begins as its best does, but with the right number or name."""
    latest = [(job, "", job.best.en) for job in jobs if job.best and not job.best.split]
    for _ in range(_CORRECTIONS):
        begun = [(job, corrected_beginning(job.nl, en), before) for job, before, en in latest]
        started = [(job, start) for job, start, before in begun if start and len(start) > len(before)]
        if not started:
            return
        answers = translator.complete([job.nl for job, _ in started], [b for _, b in started], decoding)
        for (job, _), hypotheses in zip(started, answers, strict=True):
            job.offer(hypotheses, split=False)
        latest = [(job, b, found[0].text) for (job, b), found in zip(started, answers, strict=True)]


def _insist(jobs: Sequence[Job], translator: Translator, decoding: Decoding) -> None:
    """Offer each job what begins as its best does up to where a term was missed, and goes on from that."""
    missed = {term for job in jobs if job.best for term in job.best.missed}
    if not missed:
        return
    dutch = list(dict.fromkeys(term[0] for term in sorted(missed)))
    longest = translator.max_source_tokens
    dutch = [text for text, n in zip(dutch, translator.count_tokens(dutch), strict=True) if n <= longest]
    becomes: dict[str, set[str]] = {}
    for text, hypotheses in zip(dutch, translator.translate(dutch, decoding), strict=True):
        becomes[text] = {word.text for h in hypotheses for word in words_of(h.text)}
        if translator.words is not None:
            becomes[text].update(*(translator.words.translations(word.text) for word in words_of(text)))
    tried: set[tuple[int, Term]] = set()
    for _ in range(_TERMS):
        started: list[tuple[Job, str, str]] = []
        for number, job in enumerate(jobs):
            if job.best is None or job.best.split:
                continue
            term = next((term for term in job.best.missed if (number, term) not in tried), None)
            if term is not None:
                tried.add((number, term))
                begun = begun_with_term(job.best.en, term[1], becomes.get(term[0], ()))
                started += [(job, *begun)] if begun is not None else []
        if not started:
            continue
        answers = translator.complete([job.nl for job, *_ in started], [b for _, b, _ in started], decoding)
        for (job, beginning, stood), hypotheses in zip(started, answers, strict=True):
            once = [h for h in hypotheses if stood.lower() not in h.text[len(beginning) :].lower()]
            job.offer(once, split=False, floor=job.best.log_probability if job.best else None)


def _mend(jobs: Sequence[Job], translator: Translator, words: Words, decoding: Decoding) -> None:
    """Offer each job what begins as its best does, but with a word of the Dutch where another stands."""
    tried: dict[int, list[str]] = {}
    for _ in range(_MENDS):
        started: list[tuple[Job, str]] = []
        for number, job in enumerate(jobs):
            if job.best is None or job.best.fatal or job.best.split or job.terms or job.shouted:
                continue
            found = words.mend(job.nl, job.best.en, tried.get(number, ()))
            if found is not None:
                dutch, beginnings = found
                tried.setdefault(number, []).append(dutch)
                started += [(job, beginning) for beginning in beginnings]
        if not started:
            return
        answers = translator.complete([job.nl for job, _ in started], [b for _, b in started], decoding)
        for (job, _), hypotheses in zip(started, answers, strict=True):
            # What is flagged may not be left out instead.
            job.offer(hypotheses, split=False, least=job.best.accounted if job.best else None)


def _pieces(jobs: Sequence[Job], translator: Translator, *, by_clause: bool) -> list[list[str]]:
    """Each job's segment whole, or in parts: as long as the positions allow, or clause by clause."""
    limit = translator.max_source_tokens
    fits_tokens = [count <= limit for count in translator.count_tokens([job.nl for job in jobs])]

    def fits(piece: str) -> bool:
        short = not by_clause or len(piece.split()) <= _CLAUSE_WORDS
        return short and translator.count_tokens([piece.strip()])[0] <= limit

    return [
        [job.nl] if whole and not by_clause else clauses.split_clauses(job.nl, fits)
        for job, whole in zip(jobs, fits_tokens, strict=True)
    ]


def _joined(parts: Sequence[str], answers: dict[str, tuple[Hypothesis, ...]]) -> Hypothesis:
    """The best hypotheses of the parts in a row, with the white space between them; probability by length."""
    texts, total, weight, cached = [], 0.0, 0, True
    for part in parts:
        core = part.strip()
        best = answers[core][0] if core in answers else Hypothesis(core, 0.0, cached=True)
        gap = part[len(part.rstrip()) :]
        texts.append(best.text + gap)
        total += best.log_probability * len(core)
        weight += len(core)
        cached = cached and best.cached
    return Hypothesis("".join(texts).strip(), total / max(1, weight), cached)


def _finish(job: Job) -> Translated:
    best = job.best
    if best is None:
        raise ValueError("a translator returned no hypothesis for a segment")
    if best.fatal:
        reasons = " ".join(f.detail for f in best.findings if f.degree is Degree.FATAL)
        warning = Warning(WarningCode.UNTRANSLATED, f"No translation was sound: {reasons}")
        return Translated(job.segment, "low", best.cached, (warning,))
    warnings = [Warning(finding.code, finding.detail) for finding in best.findings]
    if best.split:
        warnings.append(Warning(WarningCode.SEGMENT_SPLIT, "The sentence was translated in parts."))
    warnings += [
        Warning(WarningCode.GLOSSARY_MISSED, f'"{dutch}" is not translated as "{english}".')
        for dutch, english in best.missed
    ]
    confidence = classify(certainty(best.log_probability, best.accounted), doubts=best.doubts)
    english = agree(best.en)
    en = restored(job.segment, english.upper() if job.shouted else english)
    return Translated(en, confidence, best.cached, tuple(warnings))
