"""Whether a mention is of somebody who can be heard: no thing, and not everybody of a kind."""

from __future__ import annotations

from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.mention import Mention
from service.text.words.lexicon import word_set
from service.text.words.voices import is_human

_CERTAIN: Final = word_set("de deze die zijn haar hun onze twee drie")
"""Words with which several begin who are known, or counted."""


def may_speak(mention: Mention, registry: Registry) -> bool:
    if mention.pronoun:
        return True
    if mention.name:
        return (
            registry.person_at(mention)
            or bool(mention.role and is_human(mention.head))
            or registry.speaks(mention)
            or registry.named_by_origin(mention) is not None
        )
    head = mention.noun
    return bool(head) and is_human(head) and not mention.phrase.startswith(("hun ", "onze "))


def is_common_plural(mention: Mention, registry: Registry) -> bool:
    """Whether a sentence begins with a noun or verb in -en that only looks like a name."""
    alone = mention.start <= 1 and mention.phrase == mention.name and " " not in mention.name
    return alone and mention.name.endswith("en") and not registry.casing.is_known(mention.name)


def is_part(mention: Mention) -> bool:
    """ "72 procent van de leden", "een op de vijf ouders": who they are was counted."""
    return mention.role == "mensen" and not mention.phrase.endswith("mensen")


def is_vague(mention: Mention | None) -> bool:
    """Many, some or all of a kind ("veel kiezers", "ouders"): no one whose words follow."""
    if mention is None or mention.name or mention.pronoun:
        return False
    if mention.phrase in ("een mens", "een opvolger"):
        return True  # "Waarom begint een mens hieraan?", "Een opvolger is er niet"
    if mention.phrase.startswith(("veel ", "vele ", "sommige ", "alle ", "enkele ", "andere ")):
        return True
    first = mention.phrase.split(" ")[0]
    return mention.plural and first not in _CERTAIN
