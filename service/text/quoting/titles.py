"""Which words in quotation marks are a name: of a work, a campaign or a group, or what somebody is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Token
from service.text.quoting.quoted import Quoted
from service.text.words.lexicon import ADVERBS, PREPOSITIONS, word_set
from service.text.words.voices import is_human

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
    r"|model|wet|commissie|werkgroep|comité)$"
)
_WORKS: Final = word_set(
    "liedjes liederen nummers boeken romans films series albums hits songs titels stukken"
)
_NAME_NOUN: Final = re.compile(
    r"(?:motto|slogan|leus|bijnaam|koosnaam|roepnaam|naam|titel|getiteld|genaamd|geheten|alias|heet"
    r"|heten|heette)$"
)
_SMALL: Final = word_set(
    "de het een van voor met in op en der den of the of and a to for at by from la le el du des bij uit"
    " over naar"
)
_NAMES: Final = word_set("koos kiest bedacht bedenkt luidt luidde")
_ABOUT: Final = 9
"""Tokens back from the title of a book to what it is: "een boek over"."""
_AGENT: Final = 6
"""Tokens from "door" to what somebody is called."""
_SEE: Final = word_set("zie lees kijk luister")


def is_called_by_others(before: Sequence[Token], words: str) -> bool:
    """ "de kluis" or "Pierre" behind ", door collega's" or "een jongen die door": what somebody is called."""
    door = next((k for k in range(len(before) - 1, 0, -1) if before[k].lower == "door"), 0)
    first, *more = words.split()
    name = first.casefold() in ("de", "het") or (first[:1].isupper() and not more)
    clause = before[door - 1].text if door else ""
    whom = door > 1 and is_human(before[door - 2].lower)
    named = clause == "die" and whom and bool(more) and more[0][:1].isupper()
    return name and (clause == "," or named) and len(before) - door <= _AGENT


def is_of_him(before: Sequence[Token]) -> bool:
    """Whether "hem" or "haar", and no noun of hers, stands behind the verb: "noemden haar (spottend)"."""
    for k in range(len(before) - 1, 0, -1):
        if before[k].lower in ("hem", "haar"):
            following = [t.lower for t in before[k + 1 : k + 2]]
            alone = not following or following[0] in ADVERBS | PREPOSITIONS or following[0].endswith("end")
            return alone or before[k].lower == "hem"
    return False


def is_nickname(q: Quoted) -> bool:
    """Whether the words stand between a given name and a surname: "Jan 'de Beer' Bos"."""
    if q.previous is None or q.after is None or q.count > 4:
        return False
    return q.previous.capital and q.after.capital and not q.complete


def is_named_title(after: Sequence[Token]) -> bool:
    """ "'...' is ook de titel van een roman", "'...', zo luidt de verkiezingsslogan"."""
    words = [t.lower for t in after if t.kind == "word" and t.lower != "zo"]
    if words[:1] in (["luidt"], ["luidde"]):
        return any(_NAME_NOUN.search(word) for word in words[1:3])
    return words[:1] in (["is"], ["was"]) and "titel" in words


def is_a_work(q: Quoted) -> bool:
    """ "schreef '...', het standaardwerk over", "een boekje erover, '...'", "een bijnaam bij: '...'"."""
    tokens, p = q.tokens, q.p
    before = [t.lower for t in tokens[max(0, p - 4) : p]]
    if (
        before[-1:] == [":"]
        and [t.lower for t in tokens[:2]] == ["de", "titel"]
        and tokens[2].lower in _NAMES
    ):
        return True  # "De titel koos hij in het ziekenhuis: '...'"
    if before[-1:] == [":"]:
        return any(_NAME_NOUN.search(word) and word != "motto" for word in before[-4:-1])
    if not q.words[:1].isupper():
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


def is_by_somebody(q: Quoted) -> bool:
    """ "'Wie het weet' van Naima Bos", which nobody is told to say."""
    behind = q.tokens[q.p + 1 : q.p + 4]
    named = len(behind) > 1 and behind[0].lower == "van" and all(t.capital for t in behind[1:])
    article = q.previous is not None and q.previous.lower in ("de", "het", "een")  # "het 'Yes we can' van"
    return (
        named
        and not article
        and q.said.speaker is None
        and q.capital
        and not (q.complete or q.colon or q.heading)
    )


def names_title(q: Quoted) -> bool:
    """Whether the word before says what bears the name: "de roman", "getiteld"."""
    last = q.before[-1] if q.before else None
    if last is None or last.kind != "word":
        return False
    judged = any(t.lower in ("vindt", "vond", "vinden", "noemt", "noemde") for t in q.tokens[: q.p])
    if judged and not q.capital and [t.lower for t in q.before[-2:-1]] in (["die"], ["deze"], ["dat"]):
        return False  # "Zelf vindt ze die bijnaam 'overdreven'"
    return bool(_NAME_NOUN.search(last.lower) or (q.capital and _TITLE_NOUN.search(last.lower)))


def is_title(q: Quoted) -> bool:
    """Whether the words, by their capitals and by what stands before them, are a title."""
    if q.count > 10 or q.colon or (q.complete and not q.words.endswith(("!", "?"))):
        return False
    if names_title(q):
        return True
    previous, said = q.previous, q.said
    if not q.capital or previous is None:
        return False
    if any(t.lower in _SEE for t in q.before):
        return True
    if q.count <= 5 and previous.lower in ("in", "uit"):
        return True
    if previous.kind == "quote" and said.speaker:
        return False
    parts = [w for w in re.findall(r"[^\W_][\w’'.-]*", q.words) if w.casefold() not in _SMALL]
    capitals = sum(w[0].isupper() or w[0].isdigit() for w in parts)
    named_like = capitals == len(parts) and (len(parts) > 1 or q.count == 1)
    if named_like and not q.complete and not (said.naming and q.count == 1):
        return previous.kind == "word" or previous.text in (",", "(")
    return (
        q.count <= 5
        and previous.lower in PREPOSITIONS
        and not q.complete
        and not said.naming
        and said.place in ("none", "carried", "after")
    )
