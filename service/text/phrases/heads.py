"""The head noun of a phrase, and the adjectives before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.casing import LANDS, NATIONAL, Casing, is_function
from service.text.phrases.frames import Token
from service.text.phrases.naming import token_at
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import STARTERS, STRONG_PAST, VERB_FORM, word_set
from service.text.words.roles import FIRM, PLACE_BODIES, PLURAL
from service.text.words.voices import BODY, PEOPLE, is_human

_NOUN_PAIRS: Final = word_set(
    "hoogleraar docent docente directeur leraar professor wethouder student onderzoeker expert"
    " manager hoofd officier lector deskundige dokter kandidaat lid specialist voorzitter"
    " adviseur"
)
_NOUNS_IN_E: Final = re.compile(
    r"(?:tie|cie|sie|gie|fie|mie|rie|nie|lie|pie|ge?meente|inspectie|getuige|verdachte|zieke|gewonde|dode"
    r"|loge|ine|iste|ice|euse|onge|betrokkene|familie|de(?:skundige)|bode|ministerie|junta|vrijwillige"
    r"|(?:stud|doc|assist|ag)ente|dame|debutante|predikante|jarige|douane|elite|advocate|beambte|brigade|jeugdige)$"
)
_BARE_ADJECTIVES: Final = word_set(
    "eigen algemeen nieuw oud jong groot klein lokaal voormalig anoniem bezorgd bekend belangrijk hoog ander"
    " regionaal plaatselijk politiek juridisch medisch onafhankelijk toenmalig huidig demissionair"
    " interim emeritus waarnemend zelfstandig vertrekkend kersvers ervaren boos trots verdrietig aanstaand"
    " kritisch wetenschappelijk technisch financieel sportief prominent"
)
_OF_OFFICE: Final = re.compile(
    r"(?:lijk|[inrt]aal|eel|isch|ief|(?<!ocht)(?<!week)(?<!vri)end|stiek|kundig|baar|gedelegeerd)$"
)
""" "de openbaar aanklager", "een maatschappelijk werker": what has no -e before an office."""
_CAPITAL_ROLES: Final = word_set(
    "Kamerlid Kamerleden Eurocommissaris Statenlid Europarlementariër Kamervoorzitter"
)
_PARTICIPLES: Final = word_set(
    "aangehouden overleden omgekomen betrokken ontslagen verdwenen teruggetreden afgetreden opgestapt"
    " verslagen overgebleven ingevlogen geslagen uitgevallen aangetreden aangeschoven toegestroomd vertrokken"
)
""" "de drie aangehouden chauffeurs": no noun, though it ends like one."""
_POSTURES: Final = word_set(
    "zit zat staat stond ligt lag loopt liep woont woonde komt kwam gaat ging wacht wachtte werkt werkte"
    " knikt knikte lacht lachte kijkt keek zwijgt zweeg glimlacht glimlachte speelt speelde schudt schudde"
    " haalt haalde legt legde trekt trok heft hief pakt pakte slaat sloeg draait draaide wijst wees neemt"
    " nam geeft gaf belt belde mailt mailde begint begon zet zette houdt hield krabt krabde denkt dacht"
)
"""Verbs that put somebody on the scene: "Bij het raam zit Abel Nieuwkerk"; no role of his."""
_LIES: Final = word_set("ligt lag zit zat loopt liep komt kwam gaat ging hangt hing")
_OF_ADJECTIVES: Final = ("d", "t", "n", "g", "k", "r", "sch", "l")
_OF_A_PLACE: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}s$")
"""Vlaams, Brits, Haags; and whose, in "Trumps advocaat"."""
_SUBJECTS: Final = word_set(
    "Nederlands Engels Frans Duits Spaans Italiaans Latijn Grieks Russisch Chinees Arabisch Fries Turks"
)
_TEACHERS: Final = word_set("docent docente leraar lerares student studente hoogleraar")
DEGREES: Final = word_set("mr. dr. ir. drs. ing. prof. ds. mr dr ir drs prof")
"""What stands between what somebody is and his name: "curator mr. Floris Bos"."""
_PAST: Final = re.compile(rf"(?:[cfhkpst]te|[bglmnrvwz]de(?<!kunde))$|{STRONG_PAST.pattern}")
""" "De voorzitter richtte zich": no field of his."""
_PARTICIPLE: Final = re.compile(r"ge\w{2,}[dt]$")
""" "had een nieuw lid gebeld": no field of his."""
_STATE: Final = re.compile(r"(?:en|end|e|(?:ge|be|ver|ont|er)\w+[dt])$")
""" "aangeslagen", "opgelucht", "bezorgd": how somebody is; not "reddingboot"."""
_PARTICLES: Final = word_set("toe uit af op aan mee weer terug")
_QUANTITIES: Final = word_set("groep groepje aantal paar reeks handvol tiental honderdtal meerderheid deel")


def is_modifier(tokens: Sequence[Token], j: int, determiner: str, casing: Casing) -> bool:
    """Whether token ``j`` is an adjective, or the like, of the noun that follows."""
    token, after = tokens[j], token_at(tokens, j + 1)
    if after is None or after.kind != "word":
        return False
    if (
        token.capital
        and (j == 0 or tokens[j - 1].kind != "word")
        and not after.capital
        and not determiner
        and (token.lower in _BARE_ADJECTIVES or token.lower.removesuffix("e") in _BARE_ADJECTIVES)
        and not cues_of(after.text)
    ):
        return True
    third = token_at(tokens, j + 2)
    if after.lower in _POSTURES and third is not None and third.capital:
        return False  # "Op de tribune zat Els Bos"
    named = third is not None and third.capital and not after.capital and is_human(after.lower)
    opens = token.capital and not determiner and (j == 0 or tokens[j - 1].kind != "word")
    if opens and token.lower.endswith("voudig"):
        return True  # "Tweevoudig Europees kampioen Smit"
    if opens and named and token.lower.endswith(_OF_ADJECTIVES) and not casing.is_known(token.text):
        return not (
            is_function(token) or cues_of(token.text) or is_first_name(token.text)
        )  # "Beoogd voorzitter Smit"
    place = token.capital and _OF_A_PLACE.match(token.text) and token.lower not in STARTERS
    if place and not after.capital and is_human(after.lower):
        return not is_first_name(token.text) or determiner != ""  # "Vlaams minister", not "Frans Bos"
    if token.capital:
        return (
            bool(NATIONAL.match(token.text))
            and (not after.capital or after.text in _CAPITAL_ROLES)
            and not cues_of(after.text)
            and after.lower not in STARTERS
        )
    low = token.lower
    before_one = bool(determiner) and not after.capital and is_human(after.lower)
    if before_one and (low in _PARTICIPLES or (_OF_OFFICE.search(low) and not is_human(low))):
        return True
    if low in ("wat", "heel", "erg") and determiner == "een":
        return True  # "een wat oudere man", "een heel vriendelijke mevrouw"
    if determiner and not is_human(low) and _is_state_of_a_name(tokens, j, casing):
        return True
    if (
        not determiner
        and named
        and not (is_human(low) or is_function(token) or is_function(after) or cues_of(token.text))
        and low not in STARTERS
    ):
        return True  # "marien ecoloog Froukje Haanstra"
    if determiner and low in _BARE_ADJECTIVES and not is_function(after):
        return True
    if is_function(token) or (cues_of(token.text) and not token.text.endswith("de")):
        return token.lower in (
            "eigen",
            "beide",
            "andere",
            "eerste",
            "tweede",
            "twee",
            "drie",
            "vele",
        ) and bool(determiner)
    if is_function(after) and after.lower not in ("andere",):
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
            return not (word.capital or is_function(word) or word.lower in _POSTURES)
    return False


def _is_adjective(low: str, after: Token) -> bool:
    """Words in -e that are nouns too are adjectives before a person: "de gewonde agent", "een jonge arts"."""
    noun = _NOUNS_IN_E.search(low) or low in PEOPLE
    return not noun or (not after.capital and is_human(after.lower) and not BODY.search(low))


def _with_field(tokens: Sequence[Token], j: int) -> int:
    """The end of "hoogleraar religieus erfgoed" before a name; ``j`` where there is no such thing."""
    k = j + 1
    language, name = token_at(tokens, k), token_at(tokens, k + 1)
    if tokens[j].lower in _TEACHERS and language and language.text in _SUBJECTS:
        return k + 1  # "docent Nederlands Jan Bos", "een lerares Engels"
    if tokens[j].lower not in _NOUN_PAIRS:
        return j
    of_a_land = language and (NATIONAL.match(language.text) or _OF_A_PLACE.match(language.text))
    if of_a_land and name and not name.capital:
        k += 1  # "hoogleraar Slavische talen"
    while (t := token_at(tokens, k)) and k - j <= 3 and t.kind == "word" and not t.capital:
        if t.lower == "en" and k > j + 1:
            k += 1  # "hoogleraar recht en technologie Els Bos"
            continue
        at_once = (x := token_at(tokens, k + 1)) is not None and x.capital  # "De voorzitter bezocht Jan Bos"
        if is_function(t) or cues_of(t.text) or (at_once and k == j + 1 and _PAST.search(t.lower)):
            return j
        k += 1
    return k if k > j + 1 and (t := token_at(tokens, k)) and t.capital else j


def read_head(tokens: Sequence[Token], j: int, start: int, determiner: str, casing: Casing) -> int:
    """The end of the head noun at ``j``; ``j`` itself when a name follows at once or nothing does."""
    token = token_at(tokens, j)
    if token is None or token.kind != "word":
        return j
    after = token_at(tokens, j + 1)
    if (field_end := _with_field(tokens, j)) > j:
        return field_end
    if token.capital:
        compound = (
            "-" in token.text
            and (token.text.split("-")[-1].islower() or token.text.split("-")[-1] in _CAPITAL_ROLES)
            and is_human(token.text.split("-")[-1].lower())
        )
        two = (
            after is not None
            and "-" in after.text
            and after.text.split("-")[-1].islower()
            and after.capital
            and is_human(after.text.split("-")[-1])
        )
        if two and not is_first_name(token.text):
            return j + 2
        third, fourth = token_at(tokens, j + 2), token_at(tokens, j + 3)
        if after and after.lower == "en" and third and is_human(third.lower) and fourth and fourth.capital:
            return (
                j + 3 if is_human(token.lower) and not third.capital else j
            )  # "Kinderarts en onderzoeker Smit"
        if token.text in ("Partij", "Forum"):  # "een Partij voor de Dieren-kiezer"
            for k, part in enumerate(tokens[j + 1 : j + 4], j + 1):
                if part.capital and "-" in part.text and is_human(part.text.split("-")[-1]):
                    return k + 1
        if after and after.text in LANDS and PLURAL.search(token.lower):
            return j  # "Zorgverzekeraars Nederland"
        title = is_human(token.lower) and not is_first_name(token.text)
        before = tokens[j - 1] if j else None
        initial = (
            before is None
            or not (before.kind == "word" or before.text == ",")
            or determiner not in ("", "het")
        )
        if (
            compound
            or (
                title
                and after is not None
                and (after.capital or after.lower in DEGREES)
                and initial
                and not _is_a_body(token, determiner)
            )
            or (title and not casing.is_name(tokens, j))
            or token.lower.startswith(("oud-", "ex-"))
            or (token.text in _CAPITAL_ROLES)
        ):
            return j + 1
        return j
    if (
        is_function(token)
        or token.lower in _PARTICLES
        or not (determiner or is_human(token.lower) or (after and after.capital and start == j))
    ):
        return j
    said = j > 0 and bool(cues_of(tokens[j - 1].text))  # "zegt tuinknecht Jan Bos"
    if not (determiner or said or is_human(token.lower)):
        verb = cues_of(token.text) or token.lower in _POSTURES or VERB_FORM.search(token.lower)
        if verb and not FIRM.search(token.lower):
            return j  # "Dat herkent Jolien Maes"
    if (
        after
        and after.kind == "word"
        and not after.capital
        and token.lower in _NOUN_PAIRS
        and not is_function(after)
        and after.lower not in STARTERS
        and not cues_of(after.text)
        and not after.lower.endswith("end")
        and not _PARTICIPLE.match(after.lower)
        and not _PAST.search(after.lower)
        and after.lower not in _POSTURES
    ):
        return j + 2
    if token.lower in _QUANTITIES and after and after.lower.endswith(("en", "s")) and not is_function(after):
        return j + 2 if not cues_of(after.text) else j + 1
    third = token_at(tokens, j + 2)
    fourth = token_at(tokens, j + 3)
    both = after and third and after.lower == "en" and fourth and fourth.capital and not third.capital
    if both and third and is_human(third.lower) and is_human(token.lower):
        return j + 3  # "schrijver en dichter Smit"
    if (
        after
        and after.kind == "word"
        and not after.capital
        and third
        and third.capital
        and is_human(after.lower)
        and not is_function(after)
    ):
        return j + 2  # "oppositieleider partijleider Jansen", "docent geschiedenis" needs no name
    return j + 1


def _is_a_body(token: Token, determiner: str) -> bool:
    """ "de Dienst Justitiële Inrichtingen": part of its name."""
    return bool(determiner) and BODY.search(token.lower) is not None and token.lower not in PLACE_BODIES
