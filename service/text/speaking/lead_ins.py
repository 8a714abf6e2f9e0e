"""Whom the clause in front of a colon has speaking without a verb of saying: "Smit is somber: '...'"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.casing import ACRONYM
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.attributing_nouns import ANSWERS
from service.text.saying.attributions import mouthpiece
from service.text.speaking.about import general_subject
from service.text.speaking.hearable import may_speak
from service.text.words.cues import HOLDS_FOR
from service.text.words.lexicon import AUXILIARIES, VERB_FORM, is_where

_LONGEST: Final = 7
"""Words of "In zijn beste Nederlands", at most."""


def introduced(clause: Sequence[Token], registry: Registry) -> Mention | None:
    """The person or body whose words follow the clause; None where it tells of nobody."""
    return (
        mouthpiece(clause, registry.casing)
        or _of_a_post(clause, registry)
        or general_subject(clause, registry)
        or _on_a_topic(clause, registry)
        or _in_relative_clause(clause, registry)
        or _a_name_alone(clause, registry)
        or _for_whom_it_holds(clause, registry)
        or _from_whom(clause, registry)
        or _in_his_words(clause)
    )


def _of_a_post(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Veiligheidsregio Oost @vroost:", whoever it is that has the account."""
    if len(tokens) < 3 or tokens[-2].text != "@":
        return None
    mention = read_mention(tokens, 0, registry.casing)
    return mention if mention is not None and mention.end == len(tokens) - 2 else None


def _on_a_topic(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Visser (VVD) over het plan:", as headlines have it."""
    mention = read_mention(tokens, 0, registry.casing)
    if mention is None or not mention.name:
        return None
    after = [t.lower for t in tokens[mention.end : mention.end + 4]]
    return mention if after[:1] == ["over"] or (after[:1] == ["("] and after[2:4] == [")", "over"]) else None


def _in_relative_clause(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "een plan dat Visser ook in de begroting vond:"."""
    for j in range(len(tokens) - 2, 0, -1):
        low = tokens[j].lower
        if (low in ("die", "dat", "wat", "zoals") or is_where(low)) and tokens[j + 1].capital:
            mention = read_mention(tokens, j + 1, registry.casing)
            return mention if mention is not None and registry.person_at(mention) else None
    return None


def _for_whom_it_holds(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Voor Bos was het duidelijk:", a name alone, which ``general_subject`` leaves out."""
    if not tokens or tokens[0].lower not in ("voor", "bij"):
        return None
    mention = read_mention(tokens, 1, registry.casing)
    verb = tokens[mention.end].lower if mention is not None and mention.end < len(tokens) else ""
    if mention is None or not registry.person_at(mention):
        return None
    return mention if verb in HOLDS_FOR else None


def _from_whom(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Het antwoord kwam van een omstander:"."""
    words = [t.lower for t in tokens[:4]]
    if len(words) < 4 or words[1] not in ANSWERS or words[2] not in ("kwam", "komt") or words[3] != "van":
        return None
    mention = read_mention(tokens, 4, registry.casing)
    return mention if mention is not None and may_speak(mention, registry) else None


def _in_his_words(tokens: Sequence[Token]) -> Mention | None:
    """ "In zijn beste Nederlands:", "Met haar hand op de klink:"."""
    low = tokens[1].lower if len(tokens) > 2 else ""
    verbs = (t.lower for t in tokens[2:] if not t.lower.endswith("e"))
    acts = any(word in AUXILIARIES or VERB_FORM.search(word) for word in verbs)
    if low not in ("zijn", "haar") or tokens[0].lower not in ("in", "met") or acts or len(tokens) > _LONGEST:
        return None
    return pronoun_at(1, low)


def _a_name_alone(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "COC: '...'", whatever it is that is called so."""
    mention = read_mention(tokens, 0, registry.casing)
    if mention is None or mention.end != len(tokens):
        return None
    return mention if ACRONYM.match(mention.name) and len(tokens) <= 2 else None
