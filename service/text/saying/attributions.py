"""Attributions in one sentence of the reporter: who is said to say, think or call something, and how.

Three shapes, after the rules of the JRC's multilingual quotation recognition and those of xtas for Dutch: a
verb of saying with its subject (before it, after it by inversion, or behind a subordinator: "wat X ...
noemt"), "volgens" or "aldus" with what follows, and a passive with its agent ("door X ... genoemd"). The
subject of a participle or an infinitive is that of its auxiliary. Nothing is parsed further than that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.phrases.nouns import noun_follows
from service.text.saying.attributing_nouns import (
    ANSWERS,
    STATEMENTS,
    is_attributing_noun,
    is_by_his_own_words,
    own_words,
    read_noun,
)
from service.text.saying.attribution import Attribution
from service.text.saying.auxiliaries import whom_cited
from service.text.saying.impersonal import impersonal
from service.text.saying.joined import joined
from service.text.saying.said_verbs import read_verb
from service.text.saying.subjects import subject_of
from service.text.saying.told import was_told
from service.text.words.cues import ATTITUDE, ATTRIBUTING_PREPOSITIONS, IMPERSONAL, SEEMS_TO, cues_of
from service.text.words.lexicon import ADVERBS, DETERMINERS, STARTERS, VERB_FORM, word_set
from service.text.words.voices import is_human

_NO_SPEAKER: Final = word_set(
    "plan planning schema verwachting afspraak traditie mij sommigen velen hen hun techniek recept methode"
    " regels normen richtlijnen gewoonte gebruik"
    " principe model systeem procedure patroon formule wijze manier stelsel rooster"
)

_TELLING: Final = re.compile(
    r"(?:verhaal|verklaring|dagboek|boek|website|site|analyse|onderzoek|rapport|brief|berekening(?:en)?|cijfers"
    r"|omgeving|entourage|cv|lezing|theorie|studie|agenda|administratie|medewerking|moeder|zus|advies)$"
)
_WHERE_WRITTEN: Final = word_set("in op daarin hierin daarop hierop")
_TO_CLAUSE: Final = 16
_OFTEN: Final = word_set("altijd vaak steeds soms nooit")
_A_DAY: Final = re.compile(r"(?:dag|ochtend|middag|avond|nacht)$")


def find_attributions(frame: Frame, casing: Casing) -> list[Attribution]:
    """All attributions of a frame in the order of their cues. Impersonal ones have no mention."""
    tokens = frame.tokens
    out: list[Attribution] = []
    used = -1
    for i, token in enumerate(tokens):
        if token.kind != "word" or i == used:
            continue
        if token.lower in ATTRIBUTING_PREPOSITIONS:
            found = _preposition(tokens, i, casing)
        elif i == 0 and token.lower == "voor":
            found = _as_he_sees_it(tokens, casing)
        elif is_by_his_own_words(tokens, i):
            found = own_words(tokens, i, casing)
        elif is_attributing_noun(tokens, i):
            found = read_noun(tokens, i, casing)
        elif token.lower == "ligt" and i >= 4:
            found = _if_it_is_up_to(tokens, i, casing)
        elif token.lower == "hart" and i >= 4:
            found = _from_the_heart(tokens, i, casing)
        elif token.lower == "over" and i >= 2:
            found = _had_it_about(tokens, i, casing)
        elif token.lower in IMPERSONAL:
            found = impersonal(tokens, i, casing) or read_verb(tokens, i, casing)
        elif token.lower in ATTITUDE:
            found = _attitude(tokens, i, casing)
        else:
            found = read_verb(tokens, i, casing) or _any_verb(tokens, i, casing)
            if found is not None and " " in found.cue:
                used = found.particle
        if found is not None:
            out.append(replace(found, mention=whom_cited(tokens, found, casing) or found.mention))
    if (told := was_told(tokens, casing)) is not None:
        out = [told, *(a for a in out if a.cue != "naar eigen zeggen")]
    if (posted := _posted(tokens, casing)) is not None:
        out = [posted]
    if (clause := _written_clause(tokens)) is not None:
        out = [a for a in out if a.at < clause or a.form != "verb"]
    mouth = mouthpiece(tokens, casing)
    return [replace(a, mention=mouth) if mouth and a.form == "verb" else a for a in out]


def _posted(tokens: Sequence[Token], casing: Casing) -> Attribution | None:
    """ "'...' — Anna Smit (@annasmit) 9 oktober": a post, and under it whose."""
    if tokens[-1].kind == "quote" and len(tokens) > 3 and tokens[-3].text == "@":
        mention = read_mention(tokens, 0, casing)  # "Burgemeester Bos @bmbos '...'"
        if mention is not None and mention.name and mention.end == len(tokens) - 3:
            last = len(tokens) - 1
            return Attribution(mention, (), "@", "speech", "verb", last - 2, 0, last)
    if len(tokens) < 5 or tokens[0].kind != "quote" or tokens[1].text not in "-–—":
        return None
    mention = read_mention(tokens, 2, casing)
    if mention is None or not mention.name:
        return None
    if "".join(t.text for t in tokens[mention.end : mention.end + 3])[:2] != "(@":
        return None
    return Attribution(mention, (), tokens[1].text, "speech", "verb", 1, 1, mention.end)


def _written_clause(tokens: Sequence[Token]) -> int | None:
    """Where "In de brief staat dat" ends: what the clause holds is the document's, not its subject's."""
    if tokens[0].lower not in _WHERE_WRITTEN:
        return None
    for k in range(1, min(len(tokens) - 2, _TO_CLAUSE)):
        if tokens[k].lower in ("staat", "stond", "staan", "stonden"):
            return next((j for j in (k + 1, k + 2) if tokens[j].lower == "dat"), None)
    return None


def mouthpiece(tokens: Sequence[Token], casing: Casing) -> Mention | None:
    """ "Het Kremlin laat bij monde van woordvoerder Smit weten": Smit says it."""
    for i in range(len(tokens) - 3):
        if [t.lower for t in tokens[i : i + 3]] == ["bij", "monde", "van"]:
            return read_mention(tokens, i + 3, casing)
    return None


def _preposition(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    j = i + 1
    while j < len(tokens) and tokens[j].lower in ("ook", "onder", "meer", "bijvoorbeeld", "zowel"):
        j += 1
    if j >= len(tokens) or tokens[j].kind != "word":
        return None
    low = tokens[j].lower
    if low in _NO_SPEAKER and not (low == "hun" and noun_follows(tokens, j + 1)):
        return None
    if low == "hem" or (low == "haar" and not _is_hers(tokens, j + 1)):
        mention: Mention | None = pronoun_at(j, low)
    else:
        mention = read_mention(tokens, j, casing)
    if mention is None or mention.role in _NO_SPEAKER:
        return None
    if mention.head in STATEMENTS and (whose := _declared_by(tokens, mention, casing)) is not None:
        mention = whose
    others = joined(tokens, mention, casing)
    last = (others[-1] if others else mention).end
    return Attribution(mention, others, tokens[i].lower, "speech", "preposition", i, i, last)


def _declared_by(tokens: Sequence[Token], declared: Mention, casing: Casing) -> Mention | None:
    """Whose "een verklaring van het bedrijf" is."""
    of = next((k for k in range(declared.start, declared.end) if tokens[k].lower == "van"), None)
    whose = read_mention(tokens, of + 1, casing) if of is not None else None
    return whose if whose is not None and (whose.name or is_human(whose.head)) else None


def _is_hers(tokens: Sequence[Token], j: int) -> bool:
    """Whether "volgens haar" goes on with who or what tells, and is hers: "haar arts", "haar boek"."""
    if not noun_follows(tokens, j):
        return False
    nouns = [t.lower.split("-")[-1] for t in tokens[j : j + 3] if t.kind == "word"]
    eigen = nouns[:1] == ["eigen"] or (nouns and nouns[0].endswith("e"))
    return any(is_human(noun) or _TELLING.search(noun) for noun in nouns[: 3 if eigen else 1])


def _as_he_sees_it(tokens: Sequence[Token], casing: Casing) -> Attribution | None:
    """ "Voor hem is het '...'", "Voor Bos voelt dat als '...'"."""
    low = tokens[1].lower if len(tokens) > 3 and all(t.text != ":" for t in tokens) else ""
    if low in ("hem", "haar") and not (low == "haar" and noun_follows(tokens, 2)):
        whom: Mention | None = pronoun_at(1, low)
    else:
        whom = read_mention(tokens, 1, casing) if low else None
    if whom is None or not (whom.name or whom.pronoun) or whom.end >= len(tokens):
        return None
    if tokens[whom.end].lower not in SEEMS_TO:
        return None
    return Attribution(whom, (), "voor", "thought", "preposition", whom.end, 0, whom.end + 1)


def _if_it_is_up_to(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "Als het aan Bos ligt: '...'": what he wants."""
    for k in range(max(0, i - 10), i - 2):
        if [t.lower for t in tokens[k : k + 2]] == ["het", "aan"]:
            mention = read_mention(tokens, k + 2, casing)
            if mention is not None and mention.end == i:
                return Attribution(mention, (), "ligt", "speech", "preposition", i, k, i + 1)
    return None


def _any_verb(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "'Ik ging stuk', hijgde Bos": right behind a quotation, with a person behind it, any verb says."""
    low = tokens[i].lower
    at = i - 1 if i and tokens[i - 1].lower == "zo" else i  # "'...', zo opent Bos de avond"
    before = tokens[at - 1] if at and tokens[at - 1].kind == "quote" else None
    inside = before is not None and before.text.endswith(",")
    behind = inside or (at >= 2 and tokens[at - 1].text == "," and tokens[at - 2].kind == "quote")
    reads = low in ("leest", "las")
    if not behind or tokens[i].capital or low in STARTERS or not (reads or VERB_FORM.search(low)):
        return None
    mention = read_mention(tokens, i + 1, casing)
    if mention is None or any(not cue.particles for cue in cues_of(low)):
        return None
    if reads and [t.lower for t in tokens[mention.end : mention.end + 1]] != ["van"]:
        return None  # "'...', las hij van een briefje", not "las hij in de krant"
    told = mention.name and (mention.role or mention.start == i + 1) and tokens[i + 1].capital
    if not (told or mention.pronoun or (mention.definite and is_human(mention.head))):
        return None
    return Attribution(mention, (), low, "speech", "verb", i, i, mention.end)


def _from_the_heart(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "'...', moet hem van het hart", "'...', moest Bos nog even van het hart"."""
    if [t.lower for t in tokens[i - 2 : i]] != ["van", "het"]:
        return None
    for v in range(i - 3, max(-1, i - 12), -1):
        if tokens[v].lower not in ("moet", "moest"):
            continue
        k, low = v + 1, tokens[v + 1].lower
        whose = read_mention(tokens, k, casing)
        if low in ("hem", "haar") and not (low == "haar" and noun_follows(tokens, k + 1)):
            whose = pronoun_at(k, low)
        if whose is None or whose.end > i - 2:
            return None
        between = {t.lower for t in tokens[whose.end : i - 2]} - ADVERBS - {"iets", "één", "ding"}
        if between or (i + 1 < len(tokens) and tokens[i + 1].kind == "word"):
            return None  # "moest een klep van het hart vervangen"
        return Attribution(whose, (), tokens[v].lower, "speech", "verb", v, v, i + 1)
    return None


def _had_it_about(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    """ "Smit had het over '...'", "Smit had het toen over '...'", "Smit heeft het op Mastodon over '...'"."""
    it = i - 1
    if i >= 4 and tokens[i - 2].lower in ("op", "in") and tokens[i - 1].capital:
        it = i - 3
    if i >= 5 and tokens[i - 3].lower == "in" and tokens[i - 2].lower in DETERMINERS:
        it = i - 4  # "heeft het in een commentaar over"
    while it and (tokens[it].lower in ADVERBS - _OFTEN or _A_DAY.search(tokens[it].lower)):
        it -= 1
    if tokens[it].lower != "het":
        return None
    for v in range(it - 1, max(-1, it - 5), -1):
        if tokens[v].lower in ("heeft", "had", "hebben", "hadden"):
            mention = subject_of(tokens, v, casing)
            if mention is None:
                return None
            if mention.pronoun and tokens[v].lower.endswith("en"):
                mention = replace(mention, plural=True)  # "Zij hebben het over"
            cue = f"{tokens[v].lower} het over"
            return Attribution(mention, (), cue, "speech", "verb", i, min(v, mention.start), i + 1)
    return None


def _attitude(tokens: Sequence[Token], i: int, casing: Casing) -> Attribution | None:
    for v in range(i - 1, max(-1, i - 8), -1):
        if tokens[v].kind != "word":
            return None
        before = tokens[v - 1]
        verb = not before.capital and not is_human(before.lower) and VERB_FORM.search(before.lower)
        if tokens[v].lower == "zijn" and (v == 0 or verb):
            return None  # "Zijn moeder knikt tevreden"
        if tokens[v].lower in ("is", "zijn", "was", "waren", "blijft", "reageert", "toont", "bleef"):
            mention = subject_of(tokens, v, casing)
            if mention is None or tokens[v].lower == "reageert":
                return None
            if mention.head in ANSWERS:
                return None  # "Haar advies is duidelijk": of hers, not of the advice
            return Attribution(
                mention,
                (),
                f"{tokens[v].lower} {tokens[i].lower}",
                "thought",
                "attitude",
                i,
                mention.start,
                i + 1,
            )
    return None
