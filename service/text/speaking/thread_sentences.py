"""What one sentence tells of who speaks next: whose it is, whom it asks, and which of its clauses counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.attributing_nouns import ANSWERS
from service.text.saying.attribution import Attribution, is_reported
from service.text.saying.said_verbs import is_half
from service.text.speaking.hearable import is_vague
from service.text.speaking.said import resolve_speaker
from service.text.words.lexicon import ADVERBS, AUXILIARIES, SUBORDINATORS, VERB_FORM, is_where, word_set
from service.text.words.roles import PLURAL, is_office

_WHEN = ("toen", "als", "wanneer", "nadat", "terwijl")
_SAY: Final = word_set("zeggen zeiden vertellen vertelden vinden vonden")
"""What people in general do before their words follow."""
_LINES: Final = word_set("zin aanhef tekst regel slotzin openingszin")
_NEXT_TO = 4
"""Tokens between a quotation and the verb of the clause that it stands in."""


def who_tells(frame: Frame, found: Sequence[Attribution], registry: Registry, near: str | None) -> str | None:
    """Who says a sentence that quotes another in a clause: "Bos zegt dat het plan, dat Smit '...' noemt,"."""
    quoted = [p for p, t in enumerate(frame.tokens) if t.kind == "quote"]
    if frame.tokens[0].lower in _WHEN:  # "Toen Bos sprak van '...', moest ze lachen"
        behind = [a for a in found if a.mention is not None and a.mention.start > quoted[-1]]
        return resolve_speaker(behind[-1], frame, registry, near) if behind else None
    inside = [a for a in found if is_reported(frame.tokens, a) or _is_relative(frame.tokens, a)]
    if len(quoted) != 1 or not any(_is_next_to(quoted[0], a) for a in inside):
        return None
    for a in found:
        if a not in inside and a.mention is not None and a.kind == "speech" and a.form != "passive":
            return resolve_speaker(a, frame, registry, near)
    return None


def _is_next_to(p: int, a: Attribution) -> bool:
    starts = a.mention.start if a.mention is not None else a.at
    return min(abs(a.at - p), abs(starts - p)) <= _NEXT_TO


def _is_relative(tokens: Sequence[Token], a: Attribution) -> bool:
    before = tokens[a.mention.start - 1].lower if a.mention is not None and a.mention.start else ""
    return before in ("die", "dat") and a.mention is not None and a.mention.start < a.at


def is_in_a_relative_clause(tokens: Sequence[Token], a: Attribution) -> bool:
    """ "een man die volgens de buren '...' was"."""
    return a.form == "preposition" and a.at > 1 and tokens[a.at - 1].lower == "die"


def has_impersonal_words(tokens: Sequence[Token]) -> bool:
    """Whether a quotation is followed by what it stands in or is a line of, not by who said it."""
    words = [t.lower for t in tokens[1:7] if t.kind == "word"]
    words = [word for word in words if word not in ADVERBS | {"er"}]
    written = words[:1] in (["staat"], ["stond"]) and words[1:2] in (["in"], ["op"])
    said = words[:1] in (["luidt"], ["luidde"]) and not _LINES.isdisjoint(
        words[2:4]
    )  # "luidde de eerste zin"
    return tokens[0].kind == "quote" and (written or said)


def follows_its_verb(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "Naast haar haalt Jan Bos zijn schouders op"."""
    verb = tokens[mention.start - 1].lower
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), 0)
    clause = comma if tokens[0].lower in SUBORDINATORS else 0  # "Terwijl Bos wacht, belt een buurman"
    return 1 < mention.start - clause <= 7 and (verb in AUXILIARIES or VERB_FORM.search(verb) is not None)


def whom_asked(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """The pronoun of a question in reported form: "Of hij er spijt van heeft?"."""
    if tokens[0].lower not in ("of", "waarom", "wat", "hoe") or tokens[-1].text != "?":
        return None
    mention = read_mention(tokens, 1, registry.casing)
    office = mention is not None and mention.definite and is_office(mention.role) and not mention.plural
    return mention if mention is not None and (mention.pronoun or office) else None


def whose_words(tokens: Sequence[Token]) -> Mention | None:
    """The possessive of "Zijn conclusie is dat ..."."""
    first, second = (t.lower for t in tokens[:2]) if len(tokens) > 2 else ("", "")
    if first not in ("zijn", "haar") or second not in ANSWERS:
        return None
    return pronoun_at(0, first)


def main_first(tokens: Sequence[Token], found: Sequence[Attribution]) -> list[Attribution]:
    """What a following quotation may rest on: the closing attribution (", zegt X"), then in order."""
    usable = [
        a
        for a in found
        if a.form != "passive" and not is_reported(tokens, a)
        if not is_vague(a.mention) or _all_say(tokens, a)
        if a.mention is None or not a.mention.start or not is_where(tokens[a.mention.start - 1].lower)
    ]
    if usable and usable[-1].at > 0 and tokens[usable[-1].at - 1].text == "," and usable[-1].kind != "naming":
        return [usable[-1], *usable[:-1]]
    return usable


def _all_say(tokens: Sequence[Token], a: Attribution) -> bool:
    """ "Omwonenden zeggen dat het lawaai erger wordt." """
    opens = a.mention is not None and a.mention.start == 0 and a.mention.end == a.at
    return opens and a.cue in _SAY and [t.lower for t in tokens[a.at + 1 : a.at + 2]] == ["dat"]


def is_anybody(speaker: str) -> bool:
    """ "deskundigen", "ouders": a kind of people."""
    return speaker[:1].islower() and " " not in speaker and PLURAL.search(speaker) is not None


def is_in_passing(a: Attribution) -> bool:
    """ "een hoge F volgens een vriend": what follows is not his, as it is a spokesman's."""
    if a.mention is None or a.at == 0 or a.form != "preposition" or not a.mention.phrase.startswith("een "):
        return False
    return not a.mention.role.startswith(("woordvoer", "zegs", "bron"))


def is_one_of_several(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "Jan Bos en Els Smit hebben", "Vriend en vijand noemen": a sentence about both."""
    after = tokens[mention.end : mention.end + 2]
    if mention.name:
        behind = [t.text for t in tokens[mention.end + 2 : mention.end + 3]]
        listed = [t.text for t in after[:1]] == [","] and behind in ([","], ["en"])  # "Jan, Appie en de rest"
        return len(after) == 2 and after[1].capital and (after[0].lower == "en" or listed)
    return is_half(tokens, mention)
