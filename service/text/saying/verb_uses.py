"""Verbs of saying that say nothing where they stand, and others that do beside a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.phrases.frames import Token
from service.text.words.cues import cues_of
from service.text.words.lexicon import OBJECT_PRONOUNS, SUBJECT_PRONOUNS, word_set

_COMPARED: Final = 12
"""Tokens from "vergelijkt" to the quotation that something is compared with."""
_CROWD: Final = word_set("supporters fans tribune tribunes vak publiek uitvak aanhang menigte demonstranten")


def says_nothing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of saying stands in a phrase that is none: asking attention, putting questions."""
    low = tokens[i].lower
    near = {t.lower for t in tokens[max(0, i - 3) : i + 4]}
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if low == "bekende":  # more often the adjective
        beside = [*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2]]
        return not any(t.capital or t.lower in SUBJECT_PRONOUNS for t in beside)
    if low in ("meldt", "meldde", "melden", "meldden"):
        return "zich" in {t.lower for t in tokens[i + 1 : i + 3]}  # "Daarna meldde hij zich"
    if low == "gemeld":
        return "zich" in near and not any(t.kind == "quote" for t in tokens[max(0, i - 3) : i])
    if low in ("maakt", "maakte", "maken", "maakten"):
        words = [t.lower for t in tokens[i + 1 :]]  # "maakt deel uit van", but "maakt hem uit voor"
        return "uit" in words and ("uit", "voor") not in pairwise(words) and "duidelijk" not in words
    if low in ("vraagt", "vragen", "vroeg", "vroegen", "gevraagd"):
        asks_attention = "aandacht" in near and not any(t.text == ":" for t in tokens[i:])
        return asks_attention or not near.isdisjoint(("gesteld", "stellen", "stelde", "stelden"))
    if low in ("stelt", "stellen", "stelde", "stelden", "gesteld"):
        return not near.isdisjoint(("vraag", "vragen", "eisen", "voorwaarden"))
    if low in ("vind", "vindt", "vond", "vinden", "denk", "denken"):
        takes_place = low != "denken" and "plaats" in {t.lower for t in tokens[i + 1 : i + 6]}
        return takes_place or after in ("je", "jij", "u", "men") or (low == "denken" and after == "aan")
    if low in ("laat", "liet", "laten", "lieten"):
        behind = [t.lower for t in tokens[i + 1 : i + 3]]
        if behind[:1] == ["vallen"] and not any(t.kind == "quote" for t in tokens[:i]):
            last = tokens[i + 2 : i + 3]
            said = not last or last[0].kind != "word" or last[0].lower in ("dat", "zo")
            return not said  # "het anker laten vallen op", but "liet vallen dat"
        return behind[1:] == ["vallen"] and behind[0] in OBJECT_PRONOUNS  # "De club liet haar vallen"
    if low == "zeggen":
        return [t.lower for t in tokens[max(0, i - 2) : i]] == ["zo", "te"]
    return low == "roepen" and "halt" in {t.lower for t in tokens[max(0, i - 4) : i]}


def touches_quotation(tokens: Sequence[Token], i: int) -> bool:
    """Whether a quotation ends right before the verb, or one follows behind a colon in its clause."""
    if i + 1 < len(tokens) and tokens[i + 1].lower == "te":
        return False
    if tokens[i].lower.startswith(("vergelijk", "vergeleek")):
        clause = tokens[i + 1 : i + _COMPARED]
        return any(a.lower == "met" and b.kind == "quote" for a, b in pairwise(clause))
    if [t.lower for t in tokens[i + 1 : i + 2]] == ["met"] and [t.kind for t in tokens[i + 2 : i + 3]] == [
        "quote"
    ]:
        return True  # "Hij dreigde met '...'"
    so = i - 1 if i and tokens[i - 1].lower == "zo" else i  # "'...', zo besluit hij"
    before = [t for t in tokens[max(0, so - 2) : so] if t.kind != "punct"]
    if before and before[-1].kind == "quote":
        return True
    colon = next((j for j in range(i + 1, min(len(tokens), i + 20)) if tokens[j].text in ":;"), -1)
    if any(t.text == "," for t in tokens[i:colon]) and any(t.lower in ("of", "dat") for t in tokens[:i]):
        return False  # "Op de vraag of er een crisis dreigt, lachte ze: '...'"
    return 0 < colon < len(tokens) - 1 and tokens[colon].text == ":" and tokens[colon + 1].kind == "quote"


def is_chanted(tokens: Sequence[Token], i: int) -> bool:
    """ "Vak D zong '...'", "zongen de supporters een half uur lang '...'"."""
    sings = any(cue.lemma == "zingen" for cue in cues_of(tokens[i].lower))
    return sings and any(t.lower in _CROWD or t.lower.endswith("supporters") for t in tokens)
