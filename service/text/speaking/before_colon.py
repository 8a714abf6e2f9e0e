"""Who says a quotation behind a colon: "Bos lacht: '...'", "Correspondent Jan Bos: '...'"."""

from __future__ import annotations

from collections.abc import Sequence

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.saying.attribution import Attribution, is_reported
from service.text.speaking.hearable import is_part
from service.text.speaking.lead_ins import introduced
from service.text.speaking.said import Said, resolve_speaker
from service.text.words.cues import cues_of
from service.text.words.voices import BODY


def before_colon(
    frame: Frame, p: int, found: Sequence[Attribution], registry: Registry, near: str | None
) -> Said | None:
    """Who says the quotation at ``p`` behind its colon; None where the colon does not tell."""
    lo = p - 1
    while lo and frame.tokens[lo - 1].kind != "quote" and frame.tokens[lo - 1].text != ";":
        lo -= 1
    return (
        _by_nobody(frame.tokens, lo, p, found)
        or _by_its_verb(frame, lo, p, found, registry, near)
        or _by_a_label(frame, lo, p, registry, near)
    )


def _by_nobody(tokens: Sequence[Token], lo: int, p: int, found: Sequence[Attribution]) -> Said | None:
    """Nobody's, where it only sounded: a passive without an agent, or "klonk het"."""
    since = max((k for k in range(lo, p) if tokens[k].text == ","), default=lo)
    clause = tokens[since : p - 1]
    called = any(c.participle for t in clause for c in cues_of(t.lower))
    passive = called and any(t.lower in ("werd", "wordt") for t in clause)
    if passive and not any(a.at > since and a.mention is not None for a in found):
        return Said(None, ":", "before", "low")  # "waarop vanuit de zaal geroepen werd: '...'"
    nearest = next((a for a in reversed(found) if lo <= a.at < p), None)
    sounds = nearest is not None and nearest.mention is None and nearest.cue in ("klinkt", "klonk")
    if nearest is not None and sounds and tokens[nearest.at + 1].lower == "het":
        return Said(None, nearest.cue, "before", "low")  # "klonk het achteraan: '...'"
    return None


def _by_its_verb(
    frame: Frame, lo: int, p: int, found: Sequence[Attribution], registry: Registry, near: str | None
) -> Said | None:
    """Who is said to say something before the colon, the last of them first."""
    for a in _most_telling(frame, found, registry):
        if frame.heading and a.mention is not None and is_part(a.mention):
            continue  # "6 op de 10 ouders klagen: 'Mijn zoon ...'", as one of them says
        if lo <= a.at < p and a.mention is not None and not is_reported(frame.tokens, a):
            speaker = resolve_speaker(a, frame, registry, near)
            if speaker:
                return Said(speaker, a.cue, "before", "high", False)
            if a.mention.pronoun and a.form == "preposition":
                return Said(None, a.cue, "before", "low", False)
    return None


def _most_telling(frame: Frame, found: Sequence[Attribution], registry: Registry) -> list[Attribution]:
    """The attributions in the order in which they are asked: who says something, then who thinks it."""
    weak = [a for a in found if a.kind == "thought" and a.form != "attitude"]
    strong = [a for a in found if a not in weak]
    if frame.heading:  # "Boeren zien velden verdorren: '...'", as one of them says further on
        weak = [a for a in weak if a.mention is not None and registry.person_at(a.mention)]
    verbs = [a.at for a in strong if a.form == "verb" and a.mention is not None]
    strong = [a for a in strong if a.form != "preposition" or a.at - 1 not in verbs]  # "zei volgens haar:"
    return [*reversed(strong), *reversed(weak)]


def _by_a_label(frame: Frame, lo: int, p: int, registry: Registry, near: str | None) -> Said | None:
    """Who stands before the colon with no verb of saying: "Waarop zij: '...'"."""
    clause = frame.tokens[lo : p - 1]
    if len(clause) > 1 and clause[0].lower in ("waarop", "waarna"):
        clause = clause[1:]
    mention = introduced(clause, registry)
    speaker = label_speaker(mention, frame, registry, near) if mention is not None else None
    if mention is None or speaker is None:
        return None
    bare = mention.end >= len(clause) or clause[mention.end].text == ","
    if mention.plural and " " not in mention.phrase and not bare and not frame.heading:
        return None  # people in general, in a sentence that goes on
    if frame.heading and not bare and not registry.person_at(mention):
        if mention.name or mention.plural or BODY.search(mention.head):
            return None  # "Waterschap legt lozing stil: '...'", as a witness says
        return Said(speaker, ":", "before", "low")
    return Said(speaker, ":", "before", "high" if bare and not frame.heading else "medium")


def label_speaker(mention: Mention, frame: Frame, registry: Registry, near: str | None = None) -> str | None:
    """Who stands before a colon; in a headline ("Oud-wethouder: '...'") whom the article will call so."""
    speaker = registry.resolve(mention, frame.index, near)
    coming = registry.called_later(mention, frame.index) if frame.heading else None
    return coming if coming is not None and (mention.name or speaker == mention.phrase) else speaker
