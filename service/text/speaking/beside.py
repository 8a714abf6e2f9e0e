"""The attribution of a quotation in its own sentence.

Right behind it, before its colon, or the nearest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.confidence import Confidence
from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.saying.attributing_nouns import SIGNS, STATEMENTS
from service.text.saying.attribution import Attribution, is_reported
from service.text.saying.told import is_told_by_nobody
from service.text.speaking.about import general_subject, judges
from service.text.speaking.before_colon import before_colon, label_speaker
from service.text.speaking.hearable import is_part, is_vague, may_speak
from service.text.speaking.own_words import names, says_i
from service.text.speaking.said import Said, resolve_speaker
from service.text.words.lexicon import (
    ADVERBS,
    AUXILIARIES,
    SUBORDINATORS,
)

_FILLER: Final = ADVERBS | {"zo", "aldus", "en", "dat", "dus", "want"}
_OTHER_CLAUSE: Final = SUBORDINATORS | {"om"}
_WRITTEN_ON: Final = frozenset(
    {"bord", "bordje", "borden", "spandoek", "spandoeken", "opschrift", "inscriptie", "kopje"}
)
_WRITING: Final = frozenset({"schrijft", "schreef", "geschreven", "schrijven", "schreven", "leest", "las"})
_WISHES: Final = frozenset(
    {"wil", "wilde", "willen", "eist", "eiste", "eisen", "hoopt", "hoopte", "wenst", "vraagt"}
)
_THAT: Final = frozenset({"dat", "omdat", "over"})
_SEES: Final = frozenset({"ziet", "zag", "zien", "zagen", "weet", "wist"})
_NEXT_TO: Final = 3
_FARTHEST: Final = 18.0
"""An attribution dearer than this is about something else."""


def said_beside(
    frame: Frame, p: int, found: Sequence[Attribution], registry: Registry, near: str | None
) -> Said:
    """Who says the quotation at token ``p``, by its own sentence; ``near`` is who spoke last."""
    tokens = frame.tokens
    after = right_after(tokens, p, found)
    said = _by_what_follows(frame, p, after, found, registry, near) if after is not None else None
    if said is not None:
        return said
    if after is None and is_told_by_nobody(tokens[:p]):
        return Said(None, "kreeg", "inside", "low")
    if p and tokens[p - 1].text == ":":
        if _is_written_on(tokens, p, found):
            return Said()
        if (said := before_colon(frame, p, found, registry, near)) is not None:
            return said
    if after is None and [t.lower for t in tokens[p + 1 : p + 3]] == [",", "aldus"]:
        return Said(near, "aldus", "after", "low")  # "aldus de in Bergen geboren oud-schaatser"
    if (he := _who_goes_on(tokens, p, found, registry)) is not None:
        return Said(registry.resolve(he, frame.index, near), None, "after", "medium")
    best, distance = _closest(tokens, p, found)
    if after is not None and (best is None or best is after):
        return Said(None, after.cue, "after", "low", after.kind == "naming")
    if best is None:
        return _of_the_label(frame, p, registry) or Said()
    if p and tokens[p - 1].lower in _WRITTEN_ON and best.cue not in _WRITING:
        return Said()
    speaker = resolve_speaker(best, frame, registry, near, found)
    if speaker is None:
        said_by_pronoun = best.mention is not None and best.mention.pronoun
        return Said(None, best.cue, "inside", "low", best.kind == "naming") if said_by_pronoun else Said()
    sure: Confidence = "high" if distance < 8 and best.kind != "thought" else "medium"
    return Said(speaker, best.cue, "inside", sure, best.kind == "naming")


def _by_what_follows(
    frame: Frame,
    p: int,
    after: Attribution,
    found: Sequence[Attribution],
    registry: Registry,
    near: str | None,
) -> Said | None:
    """Who says it by the attribution right behind it; None where that means nobody known."""
    words = frame.tokens[p].text
    if after.mention is not None and after.mention.role in SIGNS:
        return Said(None, after.cue, "after", "low")  # "'...', vermeldde het bordje"
    speaker = _who_published(frame, p, after, registry, near) or resolve_speaker(
        after, frame, registry, near, found
    )
    he = after.mention if after.mention is not None and after.mention.pronoun else None
    body = speaker is not None and not registry.is_person(speaker) and says_i(words)
    if he is not None and speaker and (body or names(words, speaker)):
        speaker = registry.another(he, frame.index, speaker) or speaker
    sure: Confidence = "high" if speaker else "low"
    if speaker or after.mention is None:
        return Said(speaker, after.cue, "after", sure, after.kind == "naming")
    return None


def _is_written_on(tokens: Sequence[Token], p: int, found: Sequence[Attribution]) -> bool:
    """ "Er hing een bord: '...'", where nobody is told to write or to post it."""
    if p < 2 or tokens[p - 2].lower not in _WRITTEN_ON | {"tekst", "leus", "slogan"}:
        return False
    written = any(a.cue in _WRITING | {"tekst"} and a.mention is not None for a in found)
    return not written and not any(_posts(tokens, p, a) for a in found)


def _who_goes_on(
    tokens: Sequence[Token], p: int, found: Sequence[Attribution], registry: Registry
) -> Mention | None:
    """ "'Nee', en hij draait de sleutel om"."""
    if p or [t.lower for t in tokens[1:3]] != [",", "en"] or any(a.mention is not None for a in found):
        return None
    goes_on = read_mention(tokens, 3, registry.casing)
    return goes_on if goes_on is not None and goes_on.pronoun else None


def _closest(
    tokens: Sequence[Token], p: int, found: Sequence[Attribution]
) -> tuple[Attribution | None, float]:
    """The nearest attribution and how far it is; None where all are about something else."""
    best, least = None, 99.0
    for a in found:
        if not _is_of_other_words(tokens, p, a, found) and (distance := _distance(tokens, p, a)) < least:
            best, least = a, distance
    return (best, least) if least <= _FARTHEST else (None, least)


def _is_of_other_words(tokens: Sequence[Token], p: int, a: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether an attribution tells nobody, or cannot be of the quotation at ``p``."""
    if a.mention is None:
        return True
    if a.form == "attitude" and not (a.last < p and tokens[a.last].lower in _THAT):
        return True  # "Bos is blij", but "Bos is blij dat er '...' komt"
    if a.kind == "thought" and is_vague(a.mention) and not is_part(a.mention) and not judges(tokens, p, a):
        return True
    told = tokens[0].lower == "volgens" and a.mention.start < p < a.at and a.cue == "besloten"
    if told and any(b.at == 0 and b.mention is not None for b in found):
        return True  # "Volgens Bos heeft de raad '...' besloten"
    return 0 < a.at < p and _is_told_by(tokens, a, found[0])


def _who_published(frame: Frame, p: int, a: Attribution, registry: Registry, near: str | None) -> str | None:
    """ "De bond is '...', aldus een persbericht": the bond."""
    paper = a.form == "preposition" and a.mention is not None and a.mention.phrase.startswith("een ")
    if not (p and paper and a.mention is not None and a.mention.role in STATEMENTS):
        return None
    subject = general_subject(frame.tokens[:p], registry, loose=True)
    speaker = registry.resolve(subject, frame.index, near) if subject is not None else None
    return speaker if speaker is not None and registry.is_body(speaker) else None


def _is_told_by(tokens: Sequence[Token], a: Attribution, first: Attribution) -> bool:
    """Whether somebody without a name is only reported to say something by whom the sentence begins with.

    "Volgens een zegsman vertellen de chauffeurs '...'"
    """
    mention = a.mention
    if mention is None or mention.name or mention.pronoun or mention.start != a.at + 1:
        return False
    by_whom = first.at == 0 and first.form == "preposition" and first.mention is not None
    return by_whom and first.last == a.at and tokens[a.at].kind == "word"


def _posts(tokens: Sequence[Token], p: int, a: Attribution) -> bool:
    """ "Bos reageerde met een foto en de tekst: '...'": whose the words on something are."""
    told = a.kind == "speech" and a.form == "verb" and a.mention is not None and a.at < p
    return told and not any(t.lower in SUBORDINATORS or t.text == "," for t in tokens[a.at + 1 : p])


def _of_the_label(frame: Frame, p: int, registry: Registry) -> Said | None:
    """ "Bos: dijk houdt het 'met twee vingers in de neus'": the words of whom a headline has speaking."""
    mention = read_mention(frame.tokens, 0, registry.casing) if frame.heading else None
    if mention is None or mention.end >= p or frame.tokens[mention.end].text != ":":
        return None
    speaker = label_speaker(mention, frame, registry) if may_speak(mention, registry) else None
    return Said(speaker, ":", "before", "medium") if speaker else None


def _distance(tokens: Sequence[Token], p: int, a: Attribution) -> float:
    """How far an attribution is from the quotation at ``p``, dearer where something stands between."""
    lo, hi = (a.last, p) if a.at < p else (p + 1, a.first if a.first > p else a.at)
    between = tokens[lo:hi] if lo < hi else ()
    cost = float(len(between)) * 0.5 + (1.0 if a.at > p else 0.0)
    cost += sum(3.0 for t in between if t.text in ";:") + sum(1.0 for t in between if t.text == ",")
    cost += sum(1.0 for t in between if t.kind == "quote") * 0.5
    if a.at > p and between and between[0].lower in ("en", "maar") and a.mention and a.mention.start < p:
        cost += 3.0  # "Smit noemde dat '...' en eiste opheldering"
    if a.at > p and a.mention is not None and tokens[a.mention.start - 1].lower == "zoals":
        return 2.0  # ", zoals Bos het formuleerde", of the whole sentence
    if (
        a.at > p
        and [t.lower for t in tokens[p - 2 : p]] == ["die", "zich"]
        and a.cue in ("voelt", "voelde", "waant", "waande")
    ):
        return 2.0  # "Bos, die zich '...' voelt"
    if a.kind == "thought":
        cost += 6.0
    if a.at > p and is_reported(tokens, a) and a.cue in _SEES:
        cost += 4.0  # "Bos vond dat de oppositie '...' zag"
    conceded = [t.lower for t in tokens[p + 1 : p + 3]] == [",", "al"]  # "', al wil hij niemand beleren"
    if a.at > p and (conceded or any(t.lower in _OTHER_CLAUSE for t in tokens[p + 1 : a.at])):
        cost += 10.0
    if is_reported(tokens, a) and a.mention and any(t.lower in _WISHES for t in tokens[: a.mention.start]):
        cost += 12.0  # "Hij wil dat de premier uitlegt ...": nobody has said it yet
    return cost


def right_after(tokens: Sequence[Token], p: int, found: Sequence[Attribution]) -> Attribution | None:
    j = p + 1
    named_before = any(b.at < p and b.mention is not None for b in found)
    if named_before and tokens[0].lower in SUBORDINATORS:
        found = [a for a in found if a.mention is not None]  # "Toen ze zei dat '...', klonk boegeroep"
    if any(b.last == p and b.cue.endswith("het over") for b in found):
        return None  # "Ingenieurs hadden het over '...', zegt Bos"
    if tokens[0].lower == "dat" and any(p - _NEXT_TO <= b.at < p and is_reported(tokens, b) for b in found):
        return None  # "Dat de verdachte sprak van '...', vindt zij stuitend"
    found = [
        a for a in found if not (named_before and a.mention is not None and a.mention.start < p <= a.at)
    ]  # "De raad spreekt van '...', maar benadrukt": that is about what follows
    if [t.lower for t in tokens[j : j + 2]] == [",", "al"]:
        return None  # "', al wil hij niemand beleren"
    if [t.lower for t in tokens[j : j + 2]] == [",", "zoals"]:
        j += 2
        for a in found:
            if a.mention is not None and a.mention.start == j and a.at <= j + 6:
                return a  # "'...', zoals Smit beweert"
    modal = j + 1 < len(tokens) and tokens[j].text == "," and tokens[j + 1].lower in AUXILIARIES
    modal = modal and not (named_before and tokens[0].lower in SUBORDINATORS)
    for a in found if modal else ():
        somebody = a.mention is not None or [t.lower for t in tokens[j + 2 : j + 3]] == ["er"]
        if a.first == j + 1 and a.kind == "speech" and a.form == "verb" and somebody:
            return a  # "'...', moet Bos toegeven", "'...', werd er geroepen"
    while (
        j < len(tokens)
        and (tokens[j].text in (",", "–", "-", "—", "…", ".") or tokens[j].lower in _FILLER)
        and j - p <= 5
    ):
        for a in found:
            if a.at == j:
                return a
        if tokens[j].lower == "en" and any(b.last == p and b.mention is not None for b in found):
            return None  # "Bos had het over '...', en volgens Smit is het '...'"
        j += 1
    for a in sorted(found, key=lambda a: a.mention is None):  # "luidt de oproep van het bedrijf"
        if a.at == j and (
            j == p + 1 or tokens[p + 1].kind == "punct" or tokens[j - 1].lower in ("zo", "aldus")
        ):
            if a.at > p + 1 and a.kind == "thought" and tokens[p + 1].kind != "punct":
                return None
            return a
    return None
