"""Whom a sentence is about, whatever its verb: the person or body whose words may come next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.people.registry import Registry
from service.text.people.roles_beside import told_role
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.saying.subjects import house_of, subject_of
from service.text.speaking.hearable import is_common_plural, may_speak
from service.text.words.cues import CONCERNS, may_be_said
from service.text.words.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    PASSIVES,
    PREPOSITIONS,
    STARTERS,
    SUBORDINATORS,
    VERB_FORM,
    word_set,
)
from service.text.words.roles import KIN, is_office
from service.text.words.voices import BODY, is_human

_LIVES: Final = word_set(
    "overleed overlijdt stierf sterft overleden vertrokken gestorven"
    " werkt werkte studeert studeerde verhuisde vertrok verdween"
)
_SHOP: Final = re.compile(r"(?:winkel|bedrijf|fabriek|restaurant|kantoor|museum|studio|school|boerderij)$")
""" "Haar wolwinkel leeft van vaste klanten": hers are the words that follow."""
_PLACED: Final = word_set("in op bij aan achter voor naast onder boven buiten")
""" "In de kerk steekt de priester kaarsen aan": who belongs there, nobody told of before."""
_REMARKS: Final = word_set("opvallend opmerkelijk bijzonder saillant grappig ironisch wrang resultaat gevolg")
""" "Opvallend: Bos droeg zijn zege op aan haar": what stands before the colon says nothing of whom."""
_IT: Final = word_set("dat dit het")
_ACTS: Final = word_set("deed krijgt kreeg komt kwam gaat ging")
"""Auxiliaries that tell by themselves what somebody does: "Om één uur deed Bos het licht uit"."""


def general_subject(tokens: Sequence[Token], registry: Registry, *, loose: bool = False) -> Mention | None:
    """The person or body a sentence is about, whatever its verb; None when that is no human subject."""
    return (
        _grammatical_subject(tokens, registry, loose=loose)
        or _who_came(tokens, registry)
        or _whom_it_concerns(tokens, registry)
    )


def _who_came(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Toen Els Bos kwam, werd het stil", "Pas toen Els Bos kwam"."""
    when = [t.lower for t in tokens[:2]]
    if when != ["pas", "toen"] and when[:1] != ["toen"]:
        return None
    mention = read_mention(tokens, 1 + (when[0] == "pas"), registry.casing)
    full = mention is not None and " " in mention.name
    return mention if mention is not None and full and registry.person_at(mention) else None


def _whom_it_concerns(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Dat staat voor econoom Jan Bos vast", "Bij Els Bos kost een portie acht euro"."""
    for i, token in enumerate(tokens[:-2]):
        concerns = i > 0 and tokens[i - 1].lower in CONCERNS
        if (token.lower == "voor" and (i == 0 or concerns)) or (token.lower == "bij" and i == 0):
            mention = read_mention(tokens, i + 1, registry.casing)
            noun = mention.head if mention is not None else ""
            full = mention is not None and (is_human(noun) if noun else " " in mention.name)
            if mention is not None and full and registry.person_at(mention):
                return mention
    return None


def _grammatical_subject(tokens: Sequence[Token], registry: Registry, *, loose: bool) -> Mention | None:
    """Whom a sentence is about by its word order; ``loose`` lets it begin with any name."""
    if (house := house_of(tokens, 0, registry.casing)) is not None:
        return house  # "Bij de bond zijn ze blij"
    if (he := _inverted_pronoun(tokens)) is not None:
        return read_mention(tokens, he, registry.casing)
    if (does := _who_does(tokens, registry)) is not None:
        return does
    s = _begins_at(tokens)
    mention = _read_opening(tokens, s, registry)
    if mention is not None and (named := _is_identified(tokens, mention, registry)) is not None:
        return named
    if mention is not None and tokens[s].lower not in ("dat", "dit"):
        if may_speak(mention, registry):
            return mention
        if loose and s == 0 and mention.phrase == mention.name:
            return _any_name(tokens, mention, registry)
    s = _main_clause(tokens, s)
    for v in range(s if s and tokens[s - 1].text == "," else s + 1, min(len(tokens), s + 30)):
        low = tokens[v].lower
        if low == "zijn" and (VERB_FORM.search(tokens[v - 1].lower) or tokens[v - 1].lower in PREPOSITIONS):
            continue  # "Ook belt zijn moeder": no verb
        if tokens[v].kind == "punct" and tokens[v].text in ";:":
            return None
        if v - s <= 8 and (acts := _who_acts(tokens, s, v, registry)) is not None:
            return acts
        if low in AUXILIARIES or (tokens[v].kind == "word" and not tokens[v].capital and may_be_said(low)):
            subject = subject_of(tokens, v, registry.casing)
            if subject is not None and may_speak(subject, registry):
                return subject
            if subject is not None:  # "Twee deuren verder is Jan Bos vrolijker"
                follows = read_mention(tokens, v + 1, registry.casing)
                return follows if follows is not None and registry.person_at(follows) else None
    return None


def _inverted_pronoun(tokens: Sequence[Token]) -> int | None:
    """Where the pronoun stands in "Weggaan doet hij niet", "Trekt ze zich dat aan?"."""
    if len(tokens) > 3 and tokens[2].lower == "hij" and tokens[1].kind == "word":
        return 2
    asks = len(tokens) > 2 and tokens[-1].text == "?"
    return 1 if asks and tokens[1].lower in ("hij", "ze", "zij") else None


def _who_does(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Uitlenen doet Els Bos het niet meer"."""
    if len(tokens) < 4 or tokens[1].lower not in ("doet", "deed") or not tokens[0].lower.endswith("en"):
        return None
    does = read_mention(tokens, 2, registry.casing)
    return does if does is not None and registry.person_at(does) else None


def _begins_at(tokens: Sequence[Token]) -> int:
    """Where the first phrase of a sentence begins, behind a label and behind "maar", "ook" or "zo ook"."""
    caption = len(tokens) > 3 and tokens[0].lower == "foto" and tokens[1].text == ":"
    remarked = len(tokens) > 3 and tokens[0].lower in _REMARKS and tokens[1].text == ":"
    place = len(tokens) > 3 and tokens[0].text.isupper() and tokens[1].text in "-–—"
    s = 2 if caption or remarked or place else 0
    if [t.lower for t in tokens[:3]] == ["op", "de", "vraag"]:  # "Op de vraag of ze spijt heeft, lacht Bos"
        s = next((k + 1 for k, t in enumerate(tokens[:-2]) if t.text == ","), s)
    while s < len(tokens) and (
        tokens[s].lower in CONJUNCTIONS
        or tokens[s].lower in ("ook", "toch", "zelfs", "alleen", "neem")
        or [t.lower for t in tokens[s : s + 2]] == ["zo", "ook"]
    ):
        s += 1
    return s


def _read_opening(tokens: Sequence[Token], s: int, registry: Registry) -> Mention | None:
    mention = read_mention(tokens, s, registry.casing)
    if mention is None and s and s + 2 < len(tokens) and tokens[s + 1].capital and tokens[s + 2].capital:
        named_behind = read_mention(tokens, s + 1, registry.casing)  # "Ook haas Jan Bos twijfelt"
        return named_behind if named_behind and registry.person_at(named_behind) else None
    return mention


def _any_name(tokens: Sequence[Token], mention: Mention, registry: Registry) -> Mention | None:
    """Whether a sentence is about the name it begins with, which nothing tells to be a person's."""
    if is_common_plural(mention, registry):
        return None  # "Opgeven is geen optie"
    if (verb := _verb_behind(tokens, mention)) is None or told_role(tokens, verb, registry.casing):
        return mention  # "Brannagh is bioloog in Leiden"
    if tokens[verb + 1].lower in ("het", "er"):
        return None
    return _inverted(tokens, verb, registry) or mention


def _main_clause(tokens: Sequence[Token], s: int) -> int:
    """Behind the comma of a subordinate clause that begins at ``s``; ``s`` itself before a main clause."""
    demonstrative = len(tokens) > 1 and tokens[0].lower == "dat" and bool(VERB_FORM.search(tokens[1].lower))
    if len(tokens) > 3 and tokens[0].lower == "die":  # "Die verschillen herkent historicus Bos"
        demonstrative = bool(VERB_FORM.search(tokens[2].lower)) or tokens[2].lower in AUXILIARIES
    if s < len(tokens) and tokens[s].lower in SUBORDINATORS and not demonstrative:
        comma = next((k for k in range(s, len(tokens)) if tokens[k].text == ","), s)
        return comma + 1 if comma > s else s
    return s


def _who_acts(tokens: Sequence[Token], s: int, v: int, registry: Registry) -> Mention | None:
    """Who stands behind a verb at ``v``, in a clause from ``s`` on: "In de kerk zingt de priester"."""
    low = tokens[v].lower
    if not VERB_FORM.search(low) or (low in STARTERS and low not in _ACTS) or tokens[v].capital:
        return None
    k = v + 2 if v + 1 < len(tokens) and tokens[v + 1].lower in ("er", "hier", "daar") else v + 1
    follows = read_mention(tokens, k, registry.casing)
    if follows is None:
        return None
    if tokens[s].lower in _PLACED and _is_one_called(follows):
        return replace(follows, told_apart=not is_office(follows.role))
    return follows if _is_brought_on(follows, registry) else None


def _is_brought_on(mention: Mention, registry: Registry) -> bool:
    """Whether a sentence goes on about whoever stands behind its verb."""
    if mention.pronoun or registry.person_at(mention) or (mention.name and mention.role):
        return True
    if mention.role in ("verdachte", "beklaagde") and registry.accused:
        return True
    if mention.definite and is_office(mention.role) and not mention.plural:
        return True
    if mention.phrase.startswith("een ") and not mention.name and may_speak(mention, registry):
        return True
    return mention.phrase.startswith(("zijn ", "haar ")) and mention.role in KIN


def _is_one_called(mention: Mention) -> bool:
    """ "Op de zitting bood de huisarts zijn excuses aan"."""
    noun = mention.noun
    single = mention.phrase.startswith("de ") and not mention.plural
    return single and is_human(noun) and not BODY.search(noun)


def _is_identified(tokens: Sequence[Token], mention: Mention, registry: Registry) -> Mention | None:
    """Who he is, in "Een van de wandelaars was Jan Bos", "Zijn naam is Taras"."""
    if [t.lower for t in tokens[1:3]] == ["naam", "is"] and tokens[0].lower in ("zijn", "haar"):
        return read_mention(tokens, 3, registry.casing)
    end = mention.end
    if end < len(tokens) - 4 and tokens[end].lower in ("in", "met"):
        end += 2  # "De man in pak was Jan Bos"
    verb = tokens[end].lower if end < len(tokens) - 2 else ""
    if mention.name or mention.pronoun or verb not in ("is", "was", "heet", "heette"):
        return None
    named = read_mention(tokens, end + 1, registry.casing)
    if named is None or not registry.person_at(named) or named.end >= len(tokens):
        return None
    return named if tokens[named.end].text in (".", ",", "(", "uit", "van") else None


def _verb_behind(tokens: Sequence[Token], mention: Mention) -> int | None:
    """Where "heeft" or the like follows what a sentence begins with."""
    places = range(mention.end, min(len(tokens) - 1, mention.end + 5))
    return next((v for v in places if tokens[v].lower in AUXILIARIES), None)


def _inverted(tokens: Sequence[Token], verb: int, registry: Registry) -> Mention | None:
    """The subject of "Angst voor lege zalen heeft ze niet", "Schrik heeft Van Eynde niet"."""
    behind = read_mention(tokens, verb + 1, registry.casing)
    return behind if behind is not None and may_speak(behind, registry) else None


def closing_subject(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Er klonk applaus, waarna burgemeester Jan Bos de zaal tot stilte maande"."""
    if tokens[0].lower not in ("er", "dat", "dit", "daarop") or any(t.lower in PASSIVES for t in tokens[1:]):
        return None
    for k in range(len(tokens) - 4, 0, -1):
        if tokens[k].text == "," and tokens[k + 1].lower in ("waarna", "waarop"):
            mention = read_mention(tokens, k + 2, registry.casing)
            return mention if mention is not None and registry.person_at(mention) else None
    return None


def is_background(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "Haar man Piet overleed in 1999", "Dochter Lianne werkt in Gent": of relatives, who are not heard."""
    kin = mention.phrase.startswith(("zijn ", "haar ")) or mention.head in KIN
    verbs = [t.lower for t in tokens[mention.end : mention.end + 2]]
    gone = len(verbs) == 2 and verbs[0] in AUXILIARIES and verbs[1] in _LIVES
    shop = mention.phrase.startswith(("zijn ", "haar ")) and _SHOP.search(mention.head)
    elder = kin and mention.head.startswith(("overgroot", "groot"))
    passive = kin and mention.start > 0 and tokens[mention.start - 1].lower in PASSIVES
    told = kin and len(verbs) == 2 and verbs[0] in ("was", "waren") and is_human(verbs[1])
    return bool(shop or elder or told or passive or (kin and (gone or (bool(verbs) and verbs[0] in _LIVES))))


def after_but(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """ "Zeker is het niet, maar weerman Jan Bos twijfelt er niet aan", ", al had Jan Bos liever gewacht"."""
    for k in range(len(tokens) - 4, 0, -1):
        conceded = tokens[k + 1].lower == "al" and tokens[k + 2].lower in AUXILIARIES
        if tokens[k].text == "," and (tokens[k + 1].lower == "maar" or conceded):
            mention = read_mention(tokens, k + 2 + conceded, registry.casing)
            return mention if mention is not None and registry.person_at(mention) else None
    return None


def judges(tokens: Sequence[Token], p: int, a: Attribution) -> bool:
    """Whether a sentence ends "vinden dat '...'", with the quotation in the place of "onzin"."""
    ends = all(t.kind != "word" for t in tokens[p + 1 :])
    return ends and a.cue in ("vinden", "vonden") and p == a.at + 2 and tokens[p - 1].lower in _IT
