"""Participles and infinitives of saying: by their auxiliary's subject, or the agent of a passive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.saying.inversion import TIMES
from service.text.saying.subjects import subject_of
from service.text.words.cues import Cue
from service.text.words.lexicon import ADVERBS, AUXILIARIES, PASSIVES, PLURAL_AUXILIARIES, word_set
from service.text.words.voices import is_human

_VOICES: Final = (
    *("rapport", "onderzoek", "studie", "brief", "wet", "artikel", "verklaring", "vonnis", "arrest", "nota"),
    *("huis", "staat", "stad", "land", "kamp", "front", "orde", "kerk", "vriend", "vriendin", "kind", "baby"),
)
_HAD: Final = word_set("heeft had hebben hadden")
HEARING: Final = word_set("hoor hoort hoorde hoorden")
_PLAIN: Final = word_set("zeggen roepen schreeuwen")
"""What is said to nobody, so that of two who are named the first hears and the second speaks."""


def with_auxiliary(tokens: Sequence[Token], i: int, cue: Cue, casing: Casing) -> Attribution | None:
    """A participle or infinitive by its auxiliary, or as a passive with "door"."""
    kind = cue.kind
    nearby = {t.lower for t in tokens[max(0, i - 2) : i + 3]}
    if cue.participle and nearby & {"worden", "wordt", "werd", "werden"}:
        agent = _agent(tokens, i, casing)
        if agent is None and i > 1 and tokens[i - 1].lower == "er" and kind == "speech":
            return Attribution(None, (), tokens[i].lower, kind, "verb", i, i - 2, i + 1)  # "werd er geroepen"
        if agent is None:
            return None
        return Attribution(agent, (), tokens[i].lower, kind, "passive", i, min(agent.start - 1, i), i + 1)
    if not cue.participle and (heard := _heard(tokens, i, casing)) is not None:
        return Attribution(heard, (), tokens[i].lower, kind, "verb", i, heard.start, i + 1)
    places = [*range(i - 1, max(-1, i - 25), -1), *range(i + 1, min(len(tokens), i + 4))]
    for v in places:
        low = tokens[v].lower
        if tokens[v].kind != "word" or low not in AUXILIARIES:
            continue
        if low in PASSIVES and cue.participle:
            agent = _agent(tokens, i, casing)
            if agent is not None:
                return Attribution(
                    agent, (), tokens[i].lower, kind, "passive", i, min(agent.start - 1, i), i + 1
                )
            if low not in ("is", "zijn", "was", "waren"):
                return None
            continue
        mention = subject_of(tokens, v, casing)
        if mention is None or not thinks(mention):
            continue
        if mention.pronoun and low in PLURAL_AUXILIARIES:
            return None  # "willen ze niet reageren": more than one
        return Attribution(mention, (), tokens[i].lower, kind, "verb", i, min(mention.start, v), i + 1)
    agent = _agent(tokens[: i + 1], i, casing) if cue.participle else None
    if agent is not None and agent.end <= i <= agent.end + 1:  # ", door Bos aangeprezen als '...'"
        return Attribution(agent, (), tokens[i].lower, kind, "passive", i, agent.start - 1, i + 1)
    return None


def _heard(tokens: Sequence[Token], i: int, casing: Casing) -> Mention | None:
    """Who is heard in "Een getuige hoorde het slachtoffer roepen", "had het slachtoffer horen roepen"."""
    if tokens[i - 1].lower == "horen":
        had = next((v for v in range(i - 2, max(-1, i - 12), -1) if tokens[v].lower in _HAD), -1)
        first = _whom(tokens, had + 1, i, casing) if had >= 0 else None
        second = _whom(tokens, first.end, i, casing) if first is not None else None
        return second or first  # "Gisteren heeft Bos de man '...' horen roepen"
    for v in range(i - 2, max(-1, i - 12), -1) if tokens[i - 1].lower != "te" else ():
        if tokens[v].lower in HEARING:
            start = v + 2 if tokens[v + 1].lower in ("ik", "we", "wij", "hij", "ze", "zij", "je") else v + 1
            while start < i and tokens[start].lower in ADVERBS - {"hem", "haar"}:
                start += 1
            heard = _whom(tokens, start, len(tokens), casing) if start < i else None
            if heard is not None and heard.head in TIMES:
                heard = read_mention(tokens, heard.end, casing)  # "hoorde die nacht een vrouw '...' roepen"
            if heard is None or heard.end >= i or tokens[i].lower not in _PLAIN:
                return heard
            last = read_mention(tokens, heard.end, casing)  # "hoorde een agent de man roepen"
            return last if last is not None and last.end == i and _is_surely_somebody(last) else heard
    return None


def whom_cited(tokens: Sequence[Token], a: Attribution, casing: Casing) -> Mention | None:
    """Whose words they are in "'...', citeert een verslaggever de verdachte"; None where nobody is cited."""
    if a.mention is None or not a.cue.startswith("citeer"):
        return None
    at = max(a.at + 1, a.mention.end)
    cited = _whom(tokens, at, len(tokens), casing) if at < len(tokens) else None
    if cited is None or not (cited.pronoun or _is_surely_somebody(cited)):
        return None
    behind = a.mention.start > a.at and any(t.kind == "quote" for t in tokens[max(0, a.at - 3) : a.at])
    return cited if behind or [t.text for t in tokens[cited.end : cited.end + 1]] == [":"] else None


def _is_surely_somebody(mention: Mention) -> bool:
    """Whether it is somebody by his noun or his full name; one word may be any name: "de Bijbel"."""
    return " " in mention.name or is_human(mention.head)


def _whom(tokens: Sequence[Token], at: int, end: int, casing: Casing) -> Mention | None:
    """The mention at a token, "hem" and "haar" too, if it ends before ``end``: another word follows."""
    if tokens[at].lower in ("hem", "haar"):
        he = "hij" if tokens[at].lower == "hem" else "zij"
        return Mention(at, at + 1, he, pronoun=he)
    mention = read_mention(tokens, at, casing)
    return mention if mention is not None and mention.end < end else None


def _agent(tokens: Sequence[Token], i: int, casing: Casing) -> Mention | None:
    for j in (*range(i - 1, max(-1, i - 20), -1), *range(i + 1, min(len(tokens), i + 4))):
        if tokens[j].lower == "door":
            return read_mention(tokens, j + 1, casing)
    return None


def thinks(mention: Mention) -> bool:
    """Whether a subject can think or has a voice: no atlas, no situation."""
    heads = mention.head.split("-")[-1:]
    return bool(mention.name or mention.pronoun) or any(
        is_human(head) or head.endswith(_VOICES) for head in heads
    )
