"""Verbs of saying in a sentence of the reporter, with whoever is said to say it.

The subject of a participle or an infinitive is that of its auxiliary ("heeft X ... genoemd"), a passive has
its agent behind "door", and a verb of naming tells its subject from what it names. Verbs that often mean
something else ("vraagt aandacht", "vindt plaats") are passed over where they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.phrases.antecedents import mention_before
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.saying.auxiliaries import HEARING, thinks, with_auxiliary
from service.text.saying.inversion import behind
from service.text.saying.joined import joined
from service.text.saying.neuter import it_says
from service.text.saying.subjects import clause_start, subject_of
from service.text.saying.verb_uses import is_chanted, says_nothing, touches_quotation
from service.text.words.cues import BESIDE_ONLY, IMPERSONAL, Cue, cues_of
from service.text.words.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PASSIVES,
    PREPOSITIONS,
    STARTERS,
    SUBORDINATORS,
    word_set,
)

_SEVERAL: Final = ("aantal", "paar", "groep", "deel", "reeks", "meerderheid", "stel", "tiental", "team")
_DOCUMENTS_OF: Final = word_set("bijdrage brief mail reactie bericht tweet verklaring inzending boodschap")
_BECOMES: Final = word_set("wordt worden werd werden")
_NEUTER_NOUNS: Final = word_set("besluit bericht vermoeden geluid")
"""Nouns that look like verbs, behind "het", "dit" or "dat"."""
_NOUN_MARKERS: Final = word_set("de een zijn haar hun deze mijn onze ons geen elke met 's vol")
"""Behind one of these a word is a noun, even one that looks like a verb: "zijn uitspraken", "de vraag"."""


def read_verb(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """What the verb of saying at ``i`` attributes, and to whom; None where it says nothing."""
    if _is_no_verb(tokens, i) or says_nothing(tokens, i) or _is_shown(tokens, i):
        return None
    cues = cues_of(tokens[i].text)
    passive = any(c.participle for c in cues) and _is_passive(tokens, i)
    for cue in cues:
        if cue.plural and passive:
            continue  # "wordt omschreven als": nobody described it
        if cue.lemma in BESIDE_ONLY and not (touches_quotation(tokens, i) or is_chanted(tokens, i)):
            continue
        particle = _particle(tokens, i, cue)
        if cue.particles and not cue.participle and particle is None:
            continue
        if (found := _read_as(cue, tokens, i, particle, casing)) is not None:
            return found
    return None


def _is_no_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before it show a noun or a name: "zijn uitspraken", "het besluit"."""
    before = tokens[i - 1] if i else None
    if before is None:
        return False
    told_her = before.lower == "haar" and [t.lower for t in tokens[i + 1 : i + 2]] == ["dat"]
    marked = before.lower in _NOUN_MARKERS and not told_her  # "heeft haar gezegd"
    if before.kind == "word" and (tokens[i].capital or marked):
        return True
    return before.lower in ("het", "dit", "dat") and tokens[i].lower in _NEUTER_NOUNS


def _is_shown(tokens: Sequence[Token], i: int) -> bool:
    """ "laat zien", "liet merken": a showing, not a saying."""
    if not i or tokens[i].lower not in ("zien", "weten", "horen", "merken", "voelen"):
        return False
    return any(t.lower in ("laat", "laten", "liet", "lieten") for t in tokens[max(0, i - 12) : i])


def _is_passive(tokens: Sequence[Token], i: int) -> bool:
    start = clause_start(tokens, i)
    start = max((k for k in range(start, i) if tokens[k].lower in ("en", "maar")), default=start)
    return any(t.lower in _BECOMES for t in tokens[start:i])


def _read_as(
    cue: Cue, tokens: Sequence[Token], i: int, particle: int | None, casing: Casing
) -> Attribution | None:
    """What the verb attributes if it is the form that ``cue`` tells; None where it cannot be."""
    token = tokens[i]
    name, last = token.lower, i + 1
    if particle is not None and particle != i:
        name, last = f"{token.lower} {tokens[particle].lower}", particle + 1
    if cue.participle or _is_infinitive(tokens, i, cue):
        found = with_auxiliary(tokens, i, cue, casing)
        if found is not None:
            return replace(found, cue=name, last=max(found.last, last))
        if cue.participle or tokens[i - 1].lower != "te":
            return None
    nobody = Attribution(None, (), name, cue.kind, "verb", i, i, last)
    if token.lower in IMPERSONAL:
        return nobody
    mention = _subject(cue, tokens, i, casing)
    if mention is not None and cue.plural and (_is_one(mention) or is_half(tokens, mention)):
        return None
    pointed = i == 2 and tokens[0].lower in ("die", "dat", "deze", "dit")
    if cue.kind == "thought" and (pointed if mention is None else not thinks(mention)):
        mention = behind(tokens, i, casing) if pointed or (mention and mention.end == i) else None
        if mention is None or not thinks(mention):
            return None  # but "Die uitleg vindt de rechtbank '...'"
    if mention is not None and cue.plural and mention.pronoun:
        if mention.phrase not in ("zij", "ze"):
            return nobody
        several = replace(mention, plural=True)  # "zij zeggen"
        return replace(nobody, mention=several, first=min(i, mention.start))
    if cue.kind == "naming":
        if tokens[i - 1].lower == "zich" and "als" not in (t.lower for t in tokens):
            return nobody  # its own name
        mention = _who_names(tokens, i, mention, casing) if mention is not None else None
    if mention is None:
        return replace(nobody, particle=-1 if particle is None else particle)
    others = joined(tokens, mention, casing)
    if cue.plural and mention.end == i and (also := _before_and(tokens, mention, casing)):
        mention, others = also, (mention,)
    first, last = min(i, mention.start), max(last, (others[-1] if others else mention).end)
    return Attribution(
        mention, others, name, cue.kind, "verb", i, first, last, -1 if particle is None else particle
    )


def _subject(cue: Cue, tokens: Sequence[Token], i: int, casing: Casing) -> Mention | None:
    """The subject of a finite verb; of a document that says something, whose it is."""
    it = it_says(tokens, i) if cue.kind == "speech" and not cue.plural else None
    mention = it if it is not None and it.start < i else subject_of(tokens, i, casing) or it
    if mention is not None and mention.head in _DOCUMENTS_OF:
        return _whose_document(tokens, mention, casing)
    return mention


def _who_names(tokens: Sequence[Token], i: int, mention: Mention, casing: Casing) -> Mention | None:
    """Who calls something so, where the subject that was found may be what is called so."""
    if mention.end == i and not thinks(mention):
        after = behind(tokens, i, casing)  # "Een verbod noemt de bond '...'"
        mention = after if after is not None and thinks(after) else mention
    namer = _namer(tokens, i, mention, casing)
    if namer.start <= i or thinks(namer):
        return namer
    before = mention_before(tokens, i, casing)  # what is named stands behind the verb, not who names it
    if before is not None and before.start and tokens[before.start - 1].lower in PREPOSITIONS:
        return None
    return before


def _before_and(tokens: Sequence[Token], mention: Mention, casing: Casing) -> Mention | None:
    """The first of two who do something: "FNV en CNV noemen", "De gemeente en de provincie noemen"."""
    first = read_mention(tokens, clause_start(tokens, mention.start), casing)
    two = first is not None and first.end == mention.start - 1 and tokens[first.end].lower == "en"
    alike = first is not None and not first.pronoun and bool(first.name) == bool(mention.name)
    return first if two and alike and (mention.name or mention.definite) else None


def _whose_document(tokens: Sequence[Token], document: Mention, casing: Casing) -> Mention:
    """Bos, in "'...', begint de bijdrage van Bos"; the document itself where nobody is named."""
    for k in range(document.start + 1, document.end - 1):
        if tokens[k].lower == "van":
            whose = read_mention(tokens, k + 1, casing)
            return whose if whose is not None and whose.name else document
    return document


def _is_one(mention: Mention) -> bool:
    """Whether a description is of one: its verb is not in the plural."""
    if mention.name or mention.pronoun or mention.plural:
        return False
    return mention.phrase.startswith(("een ", "het ")) and not mention.role.startswith(_SEVERAL)


def is_half(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a noun without an article is the first of two: "Vriend en vijand noemen het '...'"."""
    bare = mention.role != "" and mention.phrase.casefold() == mention.role and not mention.plural
    return bare and mention.end < len(tokens) and tokens[mention.end].lower == "en"


def _namer(tokens: Sequence[Token], i: int, mention: Mention, casing: Casing) -> Mention:
    """The subject of "Klaver noemt het plan '...'": what stands next to the quotation is the object."""
    end = mention.end
    while end < len(tokens) and tokens[end].lower in ("af", "als", "een"):
        end += 1
    at_quote = i < mention.start and end < len(tokens) and tokens[end].kind == "quote"
    before = read_mention(tokens, i - 1, casing) if at_quote and i > 1 and tokens[i - 1].capital else None
    named = before is not None and before.name and before.end == i and tokens[i - 2].lower not in PREPOSITIONS
    return before if named and before is not None else mention


def _particle(tokens: Sequence[Token], i: int, cue: Cue) -> int | None:
    """Where the particle of a separable verb stands, behind it; the verb's own place if it needs none."""
    if not cue.particles or cue.participle:
        return i
    if cue.kind == "naming" and cue.lemma == "houden" and [t.lower for t in tokens[i + 1 : i + 2]] != ["het"]:
        return None  # "houdt het op", not "houdt op zaterdag"
    for j in range(i + 1, min(len(tokens), i + 18)):
        if tokens[j].lower in cue.particles:
            after = tokens[j + 1] if j + 1 < len(tokens) else None
            if (
                after is None
                or after.kind != "word"
                or tokens[j].lower in ("weten", "toe", "erop")
                or (cue.lemma == "wijzen" and tokens[j].lower == "op")
                or after.lower in CONJUNCTIONS | SUBORDINATORS | PREPOSITIONS | ADVERBS
            ):
                return j
        behind = [t.lower for t in tokens[j + 1 :] if t.lower != "niet"]
        if tokens[j].kind == "quote" and len(behind) == 2 and behind[0] in cue.particles and behind[1] == ".":
            return len(tokens) - 2  # "sluit een verbod '...' niet uit."
        if tokens[j].kind == "quote" or tokens[j].text in ",;:":
            return None
    return None


def _is_infinitive(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    if not cue.plural:
        return False
    if i and tokens[i - 1].lower == "te":
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.kind == "word" and after.lower not in STARTERS | {"weten"}:
        return False
    before = {t.lower for t in tokens[max(0, i - 14) : i]}
    return bool(before & (AUXILIARIES - PASSIVES) or before & HEARING)
