"""What a quotation is: speech, a fragment of speech, a name, or words held at arm's length.

The marks do not tell. Dutch papers use single and double marks for all four, so the decision rests on the
sentence round the quotation and on its own shape, and is the same whatever marks are used.

- direct: a full thought of somebody. It stands as a sentence by itself, or follows a colon, or is followed by
  its attribution, or begins with a capital and ends like a sentence.
- fragment: some words of somebody inside the reporter's sentence: they are attributed there, or four words or
  more.
- title: the name of a work, a campaign, a group, or a nickname: a noun of that sort stands before it, it is
  written with capitals like a name, or it stands between a given name and a surname.
- other: so-called, irony, a term that is mentioned: "zogenoemde", "het woord", or a word or two of nobody in
  particular.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from service.text.phrases.frames import Token
from service.text.quoting.quoted import Quoted, look_at
from service.text.quoting.titles import (
    is_a_work,
    is_by_somebody,
    is_called_by_others,
    is_named_title,
    is_nickname,
    is_of_him,
    is_title,
    names_title,
)
from service.text.speaking.said import Said
from service.text.words.lexicon import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, STARTERS, word_set

MarkedKind = Literal["direct", "fragment", "title", "other"]

_NEXT_SENTENCE: Final = re.compile(r"[a-zà-ÿ]{2}[.!?…] +[A-ZÀ-Þ]")
_MENTIONED: Final = re.compile(
    r"^(?:zogenoemde?|zogenaamde?|zogeheten|zgn\.?|woord|woorden|woordje|term|termen|begrip|begrippen"
    r"|letter|label|afkorting|categorie|stempel|kwalificatie|aanduiding|uitdrukking|predicaat|etiket"
    r"|noemer|sein|kreet|kreten)$"
)
_TERM: Final = 3
"""Words of a term at most."""
_ANSWER: Final = re.compile(r"(?:Ja|Nee|Jawel|Nee hoor|Ja hoor)[.!]?")
_CALLED: Final = word_set("heet heette heten heetten")
_GOES_BY: Final = 4
"""Tokens from "heet" to the name: "In het peloton heet ze inmiddels 'de Kat'"."""
_TO_SONG: Final = 5
"""Tokens from "zingt" to what is sung."""
_LONGEST_SONG: Final = 8
_BYNAME: Final = re.compile(r"(?:(?:de|het|een) )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_KNOWN_AS: Final = (["in", "de", "volksmond"], ["stond", "bekend", "als"], ["staat", "bekend", "als"])
_THAT_WORD: Final = (["dat"], ["die"], ["deze"], ["zijn"], ["haar"], ["hun"])
"""Before the noun in "Zij gebruikt dat woord: '...'"."""
_BEFORE_ADJECTIVE: Final = word_set("een de het deze die zijn haar hun")
_WEAK: Final = word_set(
    "wil wilde wou willen wilden ziet zag zien weet wist weten leert leerde blijkt bleek voelt voelde"
)


def kind_of(words: str, tokens: Sequence[Token], p: int, said: Said, *, heading: bool = False) -> MarkedKind:
    """The kind of the quotation ``words``, which is token ``p`` of its frame."""
    q = look_at(words, tokens, p, said, heading=heading)
    return (
        _what_somebody_is_called(q)
        or _what_a_thing_is_called(q)
        or _by_its_attribution(q)
        or _as_a_sentence(q)
        or _inside_a_sentence(q)
    )


def _what_somebody_is_called(q: Quoted) -> MarkedKind | None:
    """A nickname, or words that somebody or something goes by."""
    previous, said, tokens, p = q.previous, q.said, q.tokens, q.p
    reflexive = previous is not None and previous.lower == "zich" and said.naming and q.words[:1].isupper()
    as_whom = [t.lower for t in q.before] == ["zich", "voor", "als"]  # "stelt zich voor als 'Henk'"
    if reflexive or as_whom or is_nickname(q):  # "die zich 'Peer' noemt"
        return "title"
    if p and _is_a_name(tokens[p + 1 : p + 3], said):
        return "other"
    if said.speaker is None and _BYNAME.fullmatch(q.words) and _goes_by(tokens[:p]):
        return "title"
    if said.speaker is None and [t.lower for t in tokens[max(0, p - 3) : p]] in _KNOWN_AS:
        return "other"
    passive = [t.lower for t in tokens[p + 1 : p + 3]]
    if (
        passive[:1] == ["genoemd"]
        and said.speaker is None
        and any(t.lower in ("wel", "iedereen", "vaak", "liefkozend") for t in q.before)
    ):
        return "title"
    called = passive[:1] == ["genoemd"] or passive in (["werd", "genoemd"], ["wordt", "genoemd"])
    if called and is_called_by_others(tokens[:p], q.words):
        return "title"  # "Bos, door collega's 'de kluis' genoemd"
    name = re.match(r"(?:(?:de|het|oom|tante|opa|oma|meneer|mevrouw) )?[A-Z]\w+$", q.words)
    if said.naming and name and is_of_him(tokens[:p]):
        return "title"  # "Critici noemden hem 'de Fluisteraar'"
    return None


def _what_a_thing_is_called(q: Quoted) -> MarkedKind | None:
    """The title of a work, or a word or a saying that is only mentioned."""
    said, tokens, p = q.said, q.tokens, q.p
    if p == 0 and is_named_title(tokens[1:7]):
        return "title"
    if (q.count <= 6 and not q.complete and is_a_work(q)) or _is_a_song(q) or is_by_somebody(q):
        return "title"
    if p == 0 and said.speaker is None and _is_saying(tokens[1:6]):
        return "other"
    if said.place != "after" and q.count <= _TERM and _is_a_term(tokens[p + 1 : p + 10]):
        return "other"
    judged = [t.lower for t in q.before[-2:]][:1] in _THAT_WORD
    his = said.cue in ("in zijn woorden", "in haar woorden")
    spoken = said.speaker is not None and (q.colon or judged or his)  # "zegt één woord: '...'"
    if _mentioned(q.before, q.after) and q.count <= 6 and not spoken:
        return "other"
    said_of_it = q.at_start and said.place == "after" and not names_title(q)
    return "title" if is_title(q) and not said_of_it and not q.alone else None


def _by_its_attribution(q: Quoted) -> MarkedKind | None:
    """What is followed by who said it, or stands behind a colon."""
    said, previous, after = q.said, q.previous, q.after
    inserted = previous is not None and previous.lower in PREPOSITIONS and not q.complete and q.count <= 5
    if said.place == "after" and (q.at_start or (q.capital and not inserted)) and not said.naming:
        return "direct"
    if q.colon and after is not None and after.kind == "word" and not q.complete:
        return "fragment" if said.speaker or q.count >= 3 else "other"
    if q.colon and (said.speaker or said.place == "before" or q.count >= 3):
        return "direct"
    return None


def _as_a_sentence(q: Quoted) -> MarkedKind | None:
    """What opens its sentence, is all of it, or is written like one."""
    said, after = q.said, q.after
    if q.at_start and not q.heading and _ANSWER.fullmatch(q.words):
        return "direct"  # "'Nee', en hij draait de sleutel om"
    if q.at_start and q.count >= 6 and _NEXT_SENTENCE.search(q.words):
        return "direct"
    more = after is not None and after.kind == "word" and not (after.capital or after.lower in CONJUNCTIONS)
    if q.at_start and more and said.speaker is None and said.place == "none" and not q.complete:
        return "fragment" if q.heading and q.count >= 3 else "other"
    if q.alone:
        whole = q.count >= 3 or q.complete or said.speaker
        return "direct" if whole else ("fragment" if q.heading else "other")
    cried = q.words.endswith("!") and said.speaker and not said.naming
    if q.capital and q.complete and (q.count >= 3 or cried):
        return "direct"  # "Supporters riepen 'Schaam je!' en eisten een gesprek"
    if q.capital and q.count >= 4 and (said.speaker is not None or q.at_start):
        return "direct"
    comma = after is not None and after.text == ","
    if q.at_start and comma and said.place != "none" and q.count >= 6 and not said.naming:
        return "direct"
    return None


def _inside_a_sentence(q: Quoted) -> MarkedKind:
    """What is left: some words of somebody, or words held at arm's length."""
    said = q.said
    if q.count == 1 and _is_an_adjective(q) and said.cue != "volgens":
        return "other"
    if q.count >= 6 and _NEXT_SENTENCE.search(q.words):
        return "direct"
    attributed = said.speaker is not None or (said.cue is not None and said.place == "inside")
    few = 1 if said.speaker else 3
    if said.place != "none" and attributed and not (q.count <= few and said.cue in _WEAK):
        return "fragment"
    return "fragment" if q.count >= (3 if q.heading else 4) else "other"


def _is_an_adjective(q: Quoted) -> bool:
    """ "een 'gewone' dag"."""
    previous, after = q.previous, q.after
    if previous is None or after is None or previous.lower not in _BEFORE_ADJECTIVE:
        return False
    noun = after.kind == "word" and not after.capital and after.lower not in STARTERS
    return noun and q.words.endswith("e")


def _is_a_name(after: Sequence[Token], said: Said) -> bool:
    """ "een werkgroep die '...' heet", "zei dat hij '...' moest heten"."""
    words = [t.lower for t in after]
    if words[:1] and words[0] in _CALLED:
        return said.speaker is None
    return words[1:] == ["heten"] and words[0] in AUXILIARIES


def _goes_by(before: Sequence[Token]) -> bool:
    """ "heet ze inmiddels 'de Kat'", "onder studenten bekend als 'de Kanonskogel'"."""
    words = [t.lower for t in before]
    return words[-2:] == ["bekend", "als"] or not _CALLED.isdisjoint(words[-_GOES_BY:])


def _is_a_song(q: Quoted) -> bool:
    """ "Het koor zingt 'Aan de kade'", "een scène waarin zij 'Mad world' zingt"; several chant as a rule."""
    behind = q.after is not None and q.after.lower in ("zingt", "zong")
    near = q.tokens[max(0, q.p - _TO_SONG) : q.p]
    sung = any(t.lower in ("zingt", "zong") for t in near) and all(t.kind == "word" for t in near[-2:])
    return (behind or sung) and q.capital and not q.complete and q.count <= _LONGEST_SONG


def _is_saying(after: Sequence[Token]) -> bool:
    """ "'...', is een uitdrukking die men daar hoort"."""
    words = [t.lower for t in after if t.kind == "word"]
    return words[:2] in (["is", "een"], ["was", "een"]) and any(
        w in ("uitdrukking", "gezegde", "spreekwoord", "term", "begrip", "cliché") for w in words[2:4]
    )


def _is_a_term(after: Sequence[Token]) -> bool:
    """ "Een '...', zoals dat in het vak heet"."""
    words = [t.lower for t in after if t.kind == "word"]
    so = words[:2] in (["zoals", "dat"], ["zoals", "het"]) and words[2:3] in (["in"], ["heet"], ["heette"])
    return so and any(w in ("heet", "heette") for w in words)


def _mentioned(before: Sequence[Token], after: Token | None) -> bool:
    near = before[-2:]
    if [t.lower for t in before] == ["met", "de", "woorden"] or any(t.lower == "eigen" for t in near):
        return False
    return any(_MENTIONED.match(t.lower) for t in near) or (
        after is not None and after.lower in ("zogezegd", "genaamd")
    )
