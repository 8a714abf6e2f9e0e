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
from service.text.quoting.titles import (
    is_a_work,
    is_called_by_others,
    is_complete,
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
_KNOWN_AS: Final = (["in", "de", "volksmond"], ["stond", "bekend", "als"], ["staat", "bekend", "als"])
_WEAK: Final = word_set(
    "wil wilde wou willen wilden ziet zag zien weet wist weten leert leerde blijkt bleek voelt voelde"
)


def kind_of(words: str, tokens: Sequence[Token], p: int, said: Said, *, heading: bool = False) -> MarkedKind:
    """The kind of the quotation ``words``, which is token ``p`` of its frame."""
    count = len(words.split())
    before = [t for t in tokens[max(0, p - 3) : p] if t.kind != "punct"]
    previous = tokens[p - 1] if p else None
    after = tokens[p + 1] if p + 1 < len(tokens) else None
    reflexive = previous is not None and previous.lower == "zich" and said.naming and words[:1].isupper()
    as_whom = [t.lower for t in before[-3:]] == ["zich", "voor", "als"]  # "stelt zich voor als 'Henk'"
    if reflexive or as_whom or is_nickname(tokens, p, words):  # "die zich 'Peer' noemt"
        return "title"
    if p and _is_a_name(tokens[p + 1 : p + 3], said):
        return "other"
    if said.speaker is None and [t.lower for t in tokens[max(0, p - 4) : p]][-3:] in _KNOWN_AS:
        return "other"
    if (
        after is not None
        and after.lower == "genoemd"
        and said.speaker is None
        and any(t.lower in ("wel", "iedereen", "vaak", "liefkozend") for t in before)
    ):
        return "title"
    passive = [t.lower for t in tokens[p + 1 : p + 3]]
    called = passive[:1] == ["genoemd"] or passive in (["werd", "genoemd"], ["wordt", "genoemd"])
    if called and is_called_by_others(tokens[:p], words):
        return "title"  # "Bos, door collega's 'de kluis' genoemd"
    if said.naming and re.match(r"(?:de|het) [A-Z]\w+$", words) and is_of_him(tokens[:p]):
        return "title"  # "Critici noemden hem 'de Fluisteraar'"
    if p == 0 and is_named_title(tokens[1:7]):
        return "title"
    if count <= 6 and not is_complete(words) and is_a_work(tokens, p, words):
        return "title"
    if p == 0 and said.speaker is None and _is_saying(tokens[1:6]):
        return "other"
    if said.place != "after" and count <= _TERM and _is_a_term(tokens[p + 1 : p + 10]):
        return "other"
    colon = previous is not None and previous.text == ":"
    last = [t.lower for t in before[-2:]]
    judged = (
        last[:1] in (["dat"], ["die"], ["deze"], ["zijn"], ["haar"], ["hun"]) and said.speaker is not None
    )
    his = said.cue in ("in zijn woorden", "in haar woorden")
    spoken = said.speaker is not None and (colon or judged or his)  # "zegt één woord: '...'"
    if _mentioned(before, after) and count <= 6 and not spoken:
        return "other"
    at_start = p == 0 or all(t.kind == "punct" or t.lower in CONJUNCTIONS for t in tokens[:p])
    alone = at_start and all(t.kind != "word" for t in tokens[p + 1 :])
    capital = words.lstrip("'\"‘’“”…. ¡¿(")[:1].isupper()
    complete = is_complete(words)
    if (
        is_title(words, before, previous, count, capital=capital, colon=colon, said=said)
        and not (at_start and said.place == "after" and not names_title(before, capital=capital))
        and not alone
    ):
        return "title"
    inserted = previous is not None and previous.lower in PREPOSITIONS and not complete and count <= 5
    if said.place == "after" and (at_start or (capital and not inserted)) and not said.naming:
        return "direct"
    if colon and after is not None and after.kind == "word" and not complete:
        return "fragment" if said.speaker or count >= 3 else "other"
    if colon and (said.speaker or said.place == "before" or count >= 3):
        return "direct"
    if at_start and not heading and _ANSWER.fullmatch(words):
        return "direct"  # "'Nee', en hij draait de sleutel om"
    if at_start and count >= 6 and _NEXT_SENTENCE.search(words):
        return "direct"
    if (
        at_start
        and said.speaker is None
        and not complete
        and after is not None
        and after.kind == "word"
        and not after.capital
        and after.lower not in CONJUNCTIONS
        and said.place == "none"
    ):
        return "fragment" if heading and count >= 3 else "other"
    if alone:
        return "direct" if count >= 3 or complete or said.speaker else ("fragment" if heading else "other")
    if capital and complete and (count >= 3 or (words.endswith("!") and said.speaker and not said.naming)):
        return "direct"  # "Supporters riepen 'Schaam je!' en eisten een gesprek"
    if capital and count >= 4 and (said.speaker is not None or at_start):
        return "direct"
    if (
        at_start
        and said.place != "none"
        and count >= 6
        and not said.naming
        and after is not None
        and after.text == ","
    ):
        return "direct"
    det_before = previous is not None and previous.lower in (
        "een",
        "de",
        "het",
        "deze",
        "die",
        "zijn",
        "haar",
        "hun",
    )
    noun_after = (
        after is not None
        and after.kind == "word"
        and not after.capital
        and after.lower not in STARTERS
        and words.endswith("e")
    )
    if count == 1 and det_before and noun_after and said.cue != "volgens":
        return "other"  # an adjective held at arm's length
    if count >= 6 and _NEXT_SENTENCE.search(words):
        return "direct"
    attributed = said.speaker is not None or (said.cue is not None and said.place == "inside")
    few = 1 if said.speaker else 3
    if said.place != "none" and attributed and not (count <= few and said.cue in _WEAK):
        return "fragment"
    return "fragment" if count >= (3 if heading else 4) else "other"


def _is_a_name(after: Sequence[Token], said: Said) -> bool:
    """ "een werkgroep die '...' heet", "zei dat hij '...' moest heten"."""
    words = [t.lower for t in after]
    if words[:1] and words[0] in _CALLED:
        return said.speaker is None
    return words[1:] == ["heten"] and words[0] in AUXILIARIES


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
