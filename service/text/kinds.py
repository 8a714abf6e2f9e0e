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

from service.text.frames import Token
from service.text.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, STARTERS, word_set
from service.text.said import Said

MarkedKind = Literal["direct", "fragment", "title", "other"]

_FINAL: Final = re.compile(r"[.!?…]['\"’”)\]]*$")
_NEXT_SENTENCE: Final = re.compile(r"[a-zà-ÿ]{2}[.!?…] +[A-ZÀ-Þ]")
_TITLE_NOUN: Final = re.compile(
    r"(?:boek|boekje|standaardwerk|register|petitie|quiz|handboek|brochure|roman|film|serie|reeks|programma|show|nummer|lied|liedje|song|single|album|cd|plaat|hit"
    r"|musical|opera|voorstelling|toneelstuk|expositie|tentoonstelling|schilderij|beeld|kunstwerk"
    r"|podcast|rubriek|documentaire|docu|artikel|rapport|onderzoek|nota|campagne|actie|project|motto"
    r"|slogan|leus|bijnaam|koosnaam|roepnaam|naam|titel|getiteld|genaamd|geheten|bundel|gedicht"
    r"|tijdschrift|blad|krant|game|spel|app|website|site|operatie|missie|hashtag|kop|column|blog|essay"
    r"|verhaal|sprookje|methode|cursus|conferentie|manifest|initiatief|festival|aflevering|bestseller"
    r"|strip|autobiografie|biografie|memoires|debuut|debuutroman|thriller|clip|videoclip|plan|groep"
    r"|appgroep|whatsappgroep|alias|partij|stichting|vereniging|organisatie|bedrijf|band|club|beweging"
    r"|kopje|schip|boot|veerboot|jacht|café|restaurant|hotel|winkel|duo|trio|theater|zaal|wijk|gebouw|merk"
    r"|model|wet|commissie|werkgroep)$"
)
_WORKS: Final = word_set(
    "liedjes liederen nummers boeken romans films series albums hits songs titels stukken"
)
_NAME_NOUN: Final = re.compile(
    r"(?:motto|slogan|leus|bijnaam|koosnaam|roepnaam|naam|titel|getiteld|genaamd|geheten|alias|heet"
    r"|heten|heette)$"
)
_MENTIONED: Final = re.compile(
    r"^(?:zogenoemde?|zogenaamde?|zogeheten|zgn\.?|woord|woorden|woordje|term|termen|begrip|begrippen"
    r"|letter|label|afkorting|categorie|stempel|kwalificatie|aanduiding|uitdrukking|predicaat|etiket"
    r"|noemer|sein|kreet|kreten)$"
)
_SMALL: Final = word_set(
    "de het een van voor met in op en der den of the of and a to for at by from la le el du des bij uit"
    " over naar"
)
_ABOUT: Final = 9
"""Tokens back from the title of a book to what it is: "een boek over"."""
_AGENT: Final = 6
"""Tokens from "door" to what somebody is called."""
_TERM: Final = 3
"""Words of a term at most."""
_ANSWER: Final = re.compile(r"(?:Ja|Nee|Jawel|Nee hoor|Ja hoor)[.!]?")
_CALLED: Final = word_set("heet heette heten heetten")
_KNOWN_AS: Final = (["in", "de", "volksmond"], ["stond", "bekend", "als"], ["staat", "bekend", "als"])
_SEE: Final = word_set("zie lees kijk luister")
_WEAK: Final = word_set(
    "wil wilde wou willen wilden ziet zag zien weet wist weten leert leerde blijkt bleek voelt voelde"
)


def is_complete(words: str) -> bool:
    """Whether the words end like a sentence."""
    return bool(_FINAL.search(words))


def kind_of(words: str, tokens: Sequence[Token], p: int, said: Said, *, heading: bool = False) -> MarkedKind:
    """The kind of the quotation ``words``, which is token ``p`` of its frame."""
    count = len(words.split())
    before = [t for t in tokens[max(0, p - 3) : p] if t.kind != "punct"]
    previous = tokens[p - 1] if p else None
    after = tokens[p + 1] if p + 1 < len(tokens) else None
    reflexive = previous is not None and previous.lower == "zich" and said.naming and words[:1].isupper()
    as_whom = [t.lower for t in before[-3:]] == ["zich", "voor", "als"]  # "stelt zich voor als 'Henk'"
    if reflexive or as_whom or _is_nickname(tokens, p, words):  # "die zich 'Peer' noemt"
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
    if after is not None and after.lower == "genoemd" and _is_called_by_others(tokens[:p], words):
        return "title"  # "Bos, door collega's 'de kluis' genoemd"
    if said.naming and re.match(r"(?:de|het) [A-Z]\w+$", words) and _is_of_him(tokens[:p]):
        return "title"  # "Critici noemden hem 'de Fluisteraar'"
    if p == 0 and _is_named_title(tokens[1:7]):
        return "title"
    if count <= 6 and not is_complete(words) and _is_a_work(tokens, p, words):
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
        _is_title(words, before, previous, count, capital=capital, colon=colon, said=said)
        and not (at_start and said.place == "after" and not _names_title(before, capital=capital))
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


def _is_called_by_others(before: Sequence[Token], words: str) -> bool:
    """ "de kluis" or "Pierre" behind ", door collega's": what somebody is called, no judgement of a thing."""
    door = next((k for k in range(len(before) - 1, 0, -1) if before[k].lower == "door"), 0)
    first, *more = words.split()
    name = first in ("de", "het") or (first[:1].isupper() and not more)
    return name and door > 0 and before[door - 1].text == "," and len(before) - door <= _AGENT


def _is_of_him(before: Sequence[Token]) -> bool:
    """Whether "hem" or "haar", and no noun of hers, stands behind the verb: "noemden haar (spottend)"."""
    for k in range(len(before) - 1, 0, -1):
        if before[k].lower in ("hem", "haar"):
            following = [t.lower for t in before[k + 1 : k + 2]]
            alone = not following or following[0] in ADVERBS | PREPOSITIONS or following[0].endswith("end")
            return alone or before[k].lower == "hem"
    return False


def _is_nickname(tokens: Sequence[Token], p: int, words: str) -> bool:
    if not 0 < p < len(tokens) - 1 or len(words.split()) > 4:
        return False
    left, right = tokens[p - 1], tokens[p + 1]
    return left.capital and right.capital and p >= 1 and not is_complete(words)


def _is_named_title(after: Sequence[Token]) -> bool:
    """ "'...' is ook de titel van een roman", "'...', zo luidt de verkiezingsslogan"."""
    words = [t.lower for t in after if t.kind == "word" and t.lower != "zo"]
    if words[:1] in (["luidt"], ["luidde"]):
        return any(_NAME_NOUN.search(word) for word in words[1:3])
    return words[:1] in (["is"], ["was"]) and "titel" in words


def _is_a_work(tokens: Sequence[Token], p: int, words: str) -> bool:
    """ "schreef '...', het standaardwerk over", "een boekje erover, '...'", "een bijnaam bij: '...'"."""
    before = [t.lower for t in tokens[max(0, p - 4) : p]]
    if before[-1:] == [":"]:
        return any(_NAME_NOUN.search(word) and word != "motto" for word in before[-4:-1])
    if not words[:1].isupper():
        return False
    while p > 1 and tokens[p - 1].lower in ("en", ",") and tokens[p - 2].kind == "quote":
        p -= 2
    listed = [t.lower for t in tokens[max(0, p - 6) : p]]
    behind = [t.lower for t in tokens[p + 1 : p + 6]]
    if listed[-1:] == ["met"] and behind[:1] in (["de"], ["het"], ["een"]):
        return any(_TITLE_NOUN.search(word) for word in behind[1:])  # "schreef met '...' de roman van"
    if listed[-2:] in (["bekend", "met"], ["doorbraak", "met"], ["hit", "met"]):
        return True  # "werd bekend met '...'"
    if listed[-1:] in (["waaronder"], ["zoals"]) and _WORKS.intersection(listed):
        return True  # "honderden liedjes, waaronder '...' en '...'"
    behind = [t.lower for t in tokens[p + 1 : p + 5]]
    told = behind[:1] == [","] and behind[1:2] in (["het"], ["een"], ["zijn"], ["haar"])
    if told and any(_TITLE_NOUN.search(word) for word in behind[2:]):
        return True
    if before[-1:] != [","]:
        return False
    about = re.search(r"\been (\w+) over ", " ".join(t.lower for t in tokens[max(0, p - _ABOUT) : p]))
    own = about is not None and _TITLE_NOUN.search(about.group(1)) is not None
    return own or any(_TITLE_NOUN.search(word) for word in before[:-1])


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


def _names_title(before: Sequence[Token], *, capital: bool) -> bool:
    last = before[-1] if before else None
    if last is None or last.kind != "word":
        return False
    return bool(_NAME_NOUN.search(last.lower) or (capital and _TITLE_NOUN.search(last.lower)))


def _is_title(
    words: str,
    before: Sequence[Token],
    previous: Token | None,
    count: int,
    *,
    capital: bool,
    colon: bool,
    said: Said,
) -> bool:
    if count > 10 or colon or (is_complete(words) and not words.endswith(("!", "?"))):
        return False
    if _names_title(before, capital=capital):
        return True
    if capital and any(t.lower in _SEE for t in before):
        return True
    if (
        capital
        and count <= 5
        and previous is not None
        and previous.lower in ("in", "uit")
        and before[-1:] == [previous]
    ):
        return True
    if not capital or previous is None or (previous.kind == "quote" and said.speaker):
        return False
    parts = [w for w in re.findall(r"[^\W_][\w’'.-]*", words) if w.casefold() not in _SMALL]
    capitals = sum(w[0].isupper() or w[0].isdigit() for w in parts)
    named_like = capitals == len(parts) and (len(parts) > 1 or count == 1)
    if named_like and not is_complete(words) and not (said.naming and count == 1):
        return previous.kind == "word" or previous.text in (",", "(")
    return (
        capital
        and count <= 5
        and previous.lower in PREPOSITIONS
        and not is_complete(words)
        and not said.naming
        and said.place in ("none", "carried", "after")
    )
