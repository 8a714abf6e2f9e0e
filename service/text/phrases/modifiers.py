"""The words before a noun that tell what somebody is like, and are no part of what he is called.

Dutch adjectives end in -e there; those that do not are known, stand before an office, or are told by the
determiner in front of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import NATIONAL, Casing, is_function
from service.text.phrases.frames import Token
from service.text.phrases.naming import token_at
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import STARTERS, word_set
from service.text.words.voices import BODY, PEOPLE, is_human

_NOUNS_IN_E: Final = re.compile(
    r"(?:tie|cie|sie|gie|fie|mie|rie|nie|lie|pie|ge?meente|inspectie|getuige|verdachte|zieke|gewonde|dode"
    r"|loge|ine|iste|ice|euse|onge|betrokkene|familie|de(?:skundige)|bode|ministerie|junta|vrijwillige"
    r"|(?:stud|doc|assist|ag)ente|dame|debutante|predikante|jarige|douane|elite|advocate|beambte|brigade|jeugdige)$"
)
_BARE_ADJECTIVES: Final = word_set(
    "eigen algemeen nieuw oud jong groot klein lokaal voormalig anoniem bezorgd bekend belangrijk hoog ander"
    " regionaal plaatselijk politiek juridisch medisch onafhankelijk toenmalig huidig demissionair"
    " interim emeritus waarnemend zelfstandig vertrekkend kersvers ervaren boos trots verdrietig aanstaand"
    " kritisch wetenschappelijk technisch financieel sportief prominent dagelijks"
)
_OF_OFFICE: Final = re.compile(
    r"(?:lijk|[inrt]aal|eel|isch|ief|(?<!ocht)(?<!week)(?<!vri)end|stiek|kundig|baar|gedelegeerd)$"
)
""" "de openbaar aanklager", "een maatschappelijk werker": what has no -e before an office."""
CAPITAL_ROLES: Final = word_set(
    "Kamerlid Kamerleden Eurocommissaris Statenlid Europarlementariër Kamervoorzitter"
)
_PARTICIPLES: Final = word_set(
    "aangehouden overleden omgekomen betrokken ontslagen verdwenen teruggetreden afgetreden opgestapt"
    " verslagen overgebleven ingevlogen geslagen uitgevallen aangetreden aangeschoven toegestroomd vertrokken"
)
""" "de drie aangehouden chauffeurs": no noun, though it ends like one."""
POSTURES: Final = word_set(
    "zit zat staat stond ligt lag loopt liep woont woonde komt kwam gaat ging wacht wachtte werkt werkte"
    " knikt knikte lacht lachte kijkt keek zwijgt zweeg glimlacht glimlachte speelt speelde schudt schudde"
    " haalt haalde legt legde trekt trok heft hief pakt pakte slaat sloeg draait draaide wijst wees neemt"
    " nam geeft gaf belt belde mailt mailde begint begon zet zette houdt hield krabt krabde denkt dacht"
)
"""Verbs that put somebody on the scene: "Bij het raam zit Abel Nieuwkerk"; no role of his."""
_LIES: Final = word_set("ligt lag zit zat loopt liep komt kwam gaat ging hangt hing")
_OF_ADJECTIVES: Final = ("d", "t", "n", "g", "k", "r", "sch", "l")
OF_A_PLACE: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}s$")
"""Vlaams, Brits, Haags; and whose, in "Trumps advocaat"."""
_STATE: Final = re.compile(r"(?:en|end|e|(?:ge|be|ver|ont|er)\w+[dt])$")
""" "aangeslagen", "opgelucht", "bezorgd": how somebody is; not "reddingboot"."""
_OF_FUNCTION: Final = word_set("eigen beide andere eerste tweede twee drie vele")
"""Function words that stand between a determiner and its noun."""


def is_modifier(tokens: Sequence[Token], j: int, determiner: str, casing: Casing) -> bool:
    """Whether token ``j`` is an adjective, or the like, of the noun that follows."""
    token, after = tokens[j], token_at(tokens, j + 1)
    if after is None or after.kind != "word":
        return False
    opens = token.capital and not determiner and (j == 0 or tokens[j - 1].kind != "word")
    if opens and not after.capital and _is_bare(token) and not cues_of(after.text):
        return True  # "Voormalig wethouder Smit"
    third = token_at(tokens, j + 2)
    if after.lower in POSTURES and third is not None and third.capital:
        return False  # "Op de tribune zat Els Bos"
    named = third is not None and third.capital and not after.capital and is_human(after.lower)
    if token.capital:
        if opens and token.lower.endswith("voudig"):
            return True  # "Tweevoudig Europees kampioen Smit"
        if opens and named and token.lower.endswith(_OF_ADJECTIVES) and not casing.is_known(token.text):
            return _is_no_other_word(token)  # "Beoogd voorzitter Smit"
        return _is_of_a_land_or_place(token, after, determiner)
    if determiner and _is_told_by(determiner, tokens, j, casing):
        return True
    if not determiner and named and _is_before_a_role(token, after):
        return True  # "marien ecoloog Froukje Haanstra"
    if is_function(token) or (cues_of(token.text) and not token.text.endswith("de")):
        return bool(determiner) and token.lower in _OF_FUNCTION
    return _looks_like_an_adjective(token.lower, after)


def _is_bare(token: Token) -> bool:
    return token.lower in _BARE_ADJECTIVES or token.lower.removesuffix("e") in _BARE_ADJECTIVES


def _is_no_other_word(token: Token) -> bool:
    return not (is_function(token) or cues_of(token.text) or is_first_name(token.text))


def _is_of_a_land_or_place(token: Token, after: Token, determiner: str) -> bool:
    """Whether a word with a capital tells where somebody is from: "Vlaams minister", "Franse boeren"."""
    place = OF_A_PLACE.match(token.text) and token.lower not in STARTERS
    if place and not after.capital and is_human(after.lower):
        return not is_first_name(token.text) or determiner != ""  # "Vlaams minister", not "Frans Bos"
    if not NATIONAL.match(token.text) or (after.capital and after.text not in CAPITAL_ROLES):
        return False
    return not cues_of(after.text) and after.lower not in STARTERS


def _is_told_by(determiner: str, tokens: Sequence[Token], j: int, casing: Casing) -> bool:
    """Whether a word that does not look like it is an adjective, since a determiner stands before it."""
    low, after = tokens[j].lower, tokens[j + 1]
    office = low in _PARTICIPLES or (_OF_OFFICE.search(low) is not None and not is_human(low))
    if office and not after.capital and is_human(after.lower):
        return True  # "de openbaar aanklager"
    if low in ("wat", "heel", "erg") and determiner == "een":
        return True  # "een wat oudere man", "een heel vriendelijke mevrouw"
    if not is_human(low) and _is_state_of_a_name(tokens, j, casing):
        return True
    return low in _BARE_ADJECTIVES and not is_function(after)


def _is_before_a_role(token: Token, after: Token) -> bool:
    """Whether a word before what a named person is can only belong to that."""
    if is_human(token.lower) or is_function(token) or is_function(after) or cues_of(token.text):
        return False
    return token.lower not in STARTERS


def _looks_like_an_adjective(low: str, after: Token) -> bool:
    if is_function(after) and after.lower != "andere":
        return False
    if low in _BARE_ADJECTIVES or low[0].isdigit() or "jarige" in low:
        return True
    finite = cues_of(after.text) or after.lower in _LIES
    return low.endswith("e") and len(low) > 3 and _is_adjective(low, after) and not finite


def _is_state_of_a_name(tokens: Sequence[Token], j: int, casing: Casing) -> bool:
    """ "een zichtbaar aangeslagen (Ron) Bos": an adverb and a participle, or only that, before a name."""
    places = (j, j + 1) if tokens[j].lower.endswith(("baar", "lijk", "ig")) else (j,)
    for at in places:
        name = token_at(tokens, at + 1)
        named = name is not None and (
            is_first_name(name.text) or (name.capital and casing.is_known(name.text))
        )
        if named and _STATE.search(tokens[at].lower):
            word = tokens[at]
            return not (word.capital or is_function(word) or word.lower in POSTURES)
    return False


def _is_adjective(low: str, after: Token) -> bool:
    """Words in -e that are nouns too are adjectives before a person: "de gewonde agent", "een jonge arts"."""
    noun = _NOUNS_IN_E.search(low) or low in PEOPLE
    return not noun or (not after.capital and is_human(after.lower) and not BODY.search(low))
