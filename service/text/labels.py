"""Who is named right before a quotation, as a label or as whom its sentence is about."""

from __future__ import annotations

from typing import Final

from service.text.about import general_subject, may_speak
from service.text.frames import Frame
from service.text.mention import Mention
from service.text.mentions import read_mention
from service.text.registry import Registry
from service.text.roles import synonyms
from service.text.said import Said

_COACHES: Final = ("coach", *synonyms("coach"))
_SENTENCE: Final = 4
"""Spaces in what is more than the title of a song."""


def of_the_label(frame: Frame, p: int, registry: Registry) -> Said | None:
    """Who is named first: "Bos: dijk houdt het 'met twee vingers in de neus'" as a headline says.

    In the text a whole sentence may stand behind the name alone: "Penningmeester Els Bos '...'".
    """
    mention = read_mention(frame.tokens, 0, registry.casing)
    if mention and mention.end == p == len(frame.tokens) - 1 and not frame.heading:
        said = frame.tokens[p].text.rstrip()
        whole = said[:1].isupper() and said[-1:] in (".", "!", "?") and said.count(" ") >= _SENTENCE
        if whole and " " in mention.name and registry.person_at(mention):
            return Said(registry.full_name(mention), None, "before", "medium")
    if not frame.heading or mention is None or mention.end >= p or frame.tokens[mention.end].text != ":":
        return None
    speaker = label_speaker(mention, frame, registry) if may_speak(mention, registry) else None
    return Said(speaker, ":", "before", "medium") if speaker else None


def label_speaker(mention: Mention, frame: Frame, registry: Registry, near: str | None = None) -> str | None:
    """Who stands before a colon; in a headline ("Oud-wethouder: '...'") whom the article will call so."""
    speaker = registry.resolve(mention, frame.index, near)
    coming = registry.called_later(mention, frame.index) if frame.heading else None
    return coming if coming is not None and (mention.name or speaker == mention.phrase) else speaker


def coach_before_colon(frame: Frame, p: int, mention: Mention, registry: Registry) -> str | None:
    """The person whom "de coach" means in "Ook Bos was verslagen: '...', zei de coach stil."."""
    if p < 2 or frame.tokens[p - 1].text != ":" or mention.role not in _COACHES:
        return None
    subject = general_subject(frame.tokens[: p - 1], registry)
    return registry.full_name(subject) if subject is not None and registry.person_at(subject) else None
