"""What stands with a name or a noun where an article brings somebody up, and tells who he is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.people.entity import NO_PERSON, is_a_place, is_company
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.phrases.naming import read_name, text_of
from service.text.phrases.quantities import count_before
from service.text.saying.attributing_nouns import ANSWERS
from service.text.words.given_names import gender_of_name, is_first_name
from service.text.words.lexicon import ADVERBS, CREDITS, DETERMINERS, PREPOSITIONS, VERB_FORM, word_set
from service.text.words.roles import DEMONYM, KIN, head_of, is_office
from service.text.words.voices import BODY, Gender, gender_of_role, is_human

_ENGLISH_BODY: Final = re.compile(
    r" (?:Agency|Association|Institute|Council|Committee|Union|Fund|Group|Bank|Company|University|Authority"
    r"|Federation|Foundation|Organi[sz]ation|Watch|Airlines|Airways|Energy|Partners)$"
)
_ASIDE: Final = word_set("voor achter op")
_RACE: Final = word_set(
    "seconde seconden tel tellen punt punten lengte lengtes streep finish eindigen eindigde"
)
_COMES: Final = word_set("kwam komt volgde volgt")
_SINGLE_OFFICES: Final = word_set("ombudsman kinderombudsman commissaris deltacommissaris rapporteur")
"""Last words of what one person is called by his office: "de Nationale Ombudsman"."""
_STREET: Final = re.compile(r"(?:straat|laan|weg|plein|gracht|kade|singel|steeg|dijk)$")
_FARTHER: Final = 10
"""Tokens into a sentence that he is where a clause of time or place comes first."""
_A_TIME: Final = re.compile(r"(?:dag|ochtend|middag|avond|nacht|morgen)$")
_SOON: Final = 7
"""Tokens into a sentence that somebody new is its subject."""


def is_neuter(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name is called as no person is: "het Amsterdamse Waterland", "Waterland, dat ..."."""
    behind = [t.lower for t in tokens[mention.end : mention.end + 2]]
    before = tokens[mention.start - 1].lower if mention.start else ""
    return "het" in (before, mention.phrase.casefold().split(" ")[0]) or behind == [",", "dat"]


def has_article(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name is called "de X" or "het X"."""
    before = tokens[mention.start - 1].lower if mention.start else ""
    return before in ("de", "het") or mention.phrase in (f"de {mention.name}", f"het {mention.name}")


def is_beaten(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether somebody did better than him: "eindigde voor Bos", "net iets sneller dan de Fries Bos"."""
    ahead = [t.lower for t in tokens[max(0, mention.start - 2) : mention.start]]
    behind = ahead[-1:] if ahead[-1:] not in (["de"], ["het"]) else ahead[-2:-1]
    words = [t.lower for t in tokens]
    at = mention.start - (2 if ahead[-1:] in (["de"], ["het"]) else 1)
    compared = behind == ["dan"] and at > 0 and words[at - 1].endswith("er") and "niemand" not in words
    if compared and words[at - 1] not in ("minder", "meer", "anders", "eerder", "later"):
        return True
    return not _ASIDE.isdisjoint(behind) and not _RACE.isdisjoint(words)


def is_other_name(mention: Mention, tokens: Sequence[Token]) -> bool:
    """ "De rapper, die eigenlijk Piet Smit heet": another name of whom the article calls otherwise."""
    behind = [t.lower for t in tokens[mention.end : mention.end + 1]]
    before = [t.lower for t in tokens[max(0, mention.start - 2) : mention.start]]
    return before in (["die", "eigenlijk"], ["die", "voluit"]) and behind in (["heet"], ["heette"])


def is_credited(mention: Mention, tokens: Sequence[Token]) -> bool:
    """ "(foto: Ria Bos)", "Tekst: Jan Smit": who made it, not "Foto: Jan Smit aan het roer"."""
    colon = mention.start > 1 and tokens[mention.start - 1].text == ":"
    alone = all(t.text in (")", ".", "/") for t in tokens[mention.end : mention.end + 1])
    opens = mention.start == 2 or (mention.start > 2 and tokens[mention.start - 3].text == "(")
    return bool(mention.name) and colon and alone and opens and tokens[mention.start - 2].lower in CREDITS


def has_age(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name has an age beside it: "Majda Bos (66)", "Leen Bos, 71 jaar,", "de 66-jarige Bos"."""
    if "-jarige " in mention.phrase:
        return DEMONYM.search(mention.name.split()[0]) is None  # not "de 23-jarige Limburger van Nova"
    behind = [t.lower for t in tokens[mention.end : mention.end + 3]]
    if len(behind) < 3 or not behind[1].isdigit():
        return False
    return (behind[0], behind[2]) == ("(", ")") or (behind[0] == "," and behind[2] in ("jaar", ","))


def enters(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a sentence brings up somebody without a name: "Er staat een vrouw", "Voor een klant hoeft"."""
    missing = {t.lower for t in tokens[mention.end : mention.end + 4]} >= {"er", "niet"}
    if tokens[-1].text == "?" or missing:  # "Een opvolger is er niet"
        return False  # "Wat doet een wachter zoal?"
    if not mention.phrase.startswith("een ") or mention.plural or is_company(mention.noun, None):
        return False
    before = tokens[mention.start - 1].lower if mention.start else ""
    if mention.start <= 1:
        return before in ("", "voor", "naast", "bij", "achter")
    if before == "van" and tokens[mention.start - 2].lower in ("kwam", "komt"):
        return True  # "De eerste melding kwam van een automobilist"
    if before in ("hoe", "terwijl", "toen", "waar", "door", "nadat"):
        return True
    if mention.start == 2 and before in ("haar", "hem", "hen") and tokens[0].lower in PREPOSITIONS:
        return True  # "Naast haar een jongen van acht"
    if before in ("zich", "als"):
        return False  # "Hij toonde zich een goede verliezer"
    verb = mention.start - 1
    while verb > 1 and (tokens[verb].lower in ADVERBS or _A_TIME.search(tokens[verb].lower)):
        verb -= 1  # "Op het plein staat zondag al een vrouw"
    placed = tokens[0].lower in PREPOSITIONS and mention.start <= _FARTHER
    soon = mention.start <= _SOON or placed
    return soon and (before == "er" or VERB_FORM.search(tokens[verb].lower) is not None)


def crowd_at(tokens: Sequence[Token], mention: Mention) -> str:
    """Several people whom a sentence brings up behind its verb: "zo'n honderd fans"; empty for others."""
    start = count_before(tokens, mention.start)
    before = tokens[start - 1] if start else None
    placed = tokens[0].lower in PREPOSITIONS or tokens[0].lower == "er"
    governed = before is None or before.kind != "word" or before.lower in PREPOSITIONS | {"en", "of", "dan"}
    if not mention.plural or not placed or governed or tokens[mention.start].lower in DETERMINERS:
        return ""
    return text_of(tokens[start : mention.end])


def opens_as_subject(mention: Mention, frame: Frame) -> bool:
    """Whether a sentence begins with a name of two words and goes on in lower case: "Ruurd Hoekema belt"."""
    behind = frame.tokens[mention.end] if mention.end < len(frame.tokens) else None
    first, *others = mention.name.split()
    if not others or mention.start or mention.phrase != mention.name or NO_PERSON.search(mention.name):
        return False
    if frame.heading and not is_first_name(first):
        return False  # "Noorden van Chili zit zonder stroom"
    return behind is not None and behind.kind == "word" and not behind.capital


def is_unnamed(mention: Mention) -> bool:
    """Whether somebody is called "een voorbijganger" or "haar broer"."""
    of_somebody = mention.phrase.startswith(("een ", "zijn ", "haar "))
    return of_somebody and not (mention.plural or is_company(mention.noun, None))


def acronym_behind(mention: Mention, tokens: Sequence[Token]) -> str:
    """The letters of "het Centraal Planbureau (CPB)", if they stand in the name in that order; else none."""
    behind = [t.text for t in tokens[mention.end : mention.end + 3]]
    if len(behind) < 3 or (behind[0], behind[2]) != ("(", ")") or not behind[1].isupper():
        return ""
    letters, name = behind[1].casefold(), mention.name.casefold()
    rest = iter(name)
    fits = len(letters) > 1 and letters[0] == name[0] and all(letter in rest for letter in letters)
    return behind[1] if fits else ""


def belongings(mention: Mention, tokens: Sequence[Token], casing: Casing) -> set[str]:
    """The parties, clubs and places that stand with a name, in lower case."""
    found = {part for part in mention.role.split("-")[:-1] if part}
    found |= set(mention.role.split(" van ")[-1].split()) if " van " in mention.role else set()
    end = mention.end
    if [t.text for t in tokens[end : end + 1]] == ["("] and tokens[end + 1 : end + 2]:
        found.add(tokens[end + 1].lower)
    elif end < len(tokens) and tokens[end].lower in ("van", "namens", "bij"):
        at = end + 2 if tokens[end + 1 : end + 2] and tokens[end + 1].lower in ("de", "het") else end + 1
        found |= {t.lower for t in tokens[at : read_name(tokens, at, casing)]}
    return found


def apposed_role(tokens: Sequence[Token], end: int, casing: Casing) -> str:
    """ ", voorzitter van de bond," or "(34), wethouder" behind a name; empty when there is none."""
    if (
        end < len(tokens)
        and tokens[end].text == "("
        and end + 2 < len(tokens)
        and tokens[end + 2].text == ")"
    ):
        end += 3
    if end >= len(tokens) or tokens[end].text != ",":
        return ""
    at = end + 1
    while at < len(tokens) and tokens[at].lower in (
        "tevens",
        "ook",
        "nu",
        "destijds",
        "zelf",
        "sinds",
        "al",
    ):
        at += 1
    mention = read_mention(tokens, at, casing)
    if (
        mention is None
        or mention.name
        or tokens[at].lower in ("dat", "die")  # ", dat chauffeurs ..."
        or not mention.role
        or not is_human(mention.noun)
    ):
        return ""
    return mention.role


def role_before_clause(mention: Mention, tokens: Sequence[Token], casing: Casing) -> str:
    """ "ambtenaar" for the name in "De ambtenaar die het regelt, Jan Bos, weigert"; empty for others."""
    between = [t.text for t in (tokens[mention.start - 1], *tokens[mention.end : mention.end + 1])]
    subject = read_mention(tokens, 0, casing) if mention.start > 3 and between == [",", ","] else None
    return subject.role if subject is not None and subject.told_apart and not subject.plural else ""


def shared_surname(mention: Mention, tokens: Sequence[Token], casing: Casing) -> str:
    """ " Bos" for the first of "Wim en Gerard Bos", "Noor (34) en Puck Bos"; empty for others."""
    end = mention.end + 3 if has_age(mention, tokens) else mention.end
    if not is_first_name(mention.name) or [t.lower for t in tokens[end : end + 1]] != ["en"]:
        return ""
    other = read_mention(tokens, end + 1, casing) if end + 1 < len(tokens) else None
    first, _, surname = other.name.partition(" ") if other is not None else ("", "", "")
    alike = other is not None and other.name == other.phrase and is_first_name(first)
    return f" {surname}" if alike and surname else ""


def partner_gender(mention: Mention, tokens: Sequence[Token]) -> Gender:
    """The sex that "Robin Bos en haar man" tells; empty where no partner is named."""
    beside = [t.lower for t in tokens[mention.end : mention.end + 3]]
    partner = len(beside) == 3 and beside[:2] in (["en", "haar"], ["en", "zijn"]) and beside[2] in KIN
    if not partner or " " not in mention.name:
        return ""
    return "f" if beside[1] == "haar" else "m"


def told_gender(mention: Mention, tokens: Sequence[Token], extra: str) -> Gender:
    """The sex of whom a mention names, by its words; ``extra`` is a role in apposition to it."""
    first, _, others = mention.name.partition(" ")
    of_role = gender_of_role(mention.noun)
    sure: Gender = of_role if mention.noun in KIN or of_role == "f" else ""  # "timmerman Els Bos"
    given: Gender = gender_of_name(first) if others or is_first_name(first) else ""
    given = given or partner_gender(mention, tokens)
    return sure or given or of_role or gender_of_role(head_of(extra))


def is_told_person(mention: Mention, tokens: Sequence[Token], extra: str, *, company: bool) -> bool:
    """Whether a name is that of a person by what stands with it.

    ``extra`` is a role in apposition to it, ``company`` whether a noun says that it is a body.
    """
    words, role, name = mention.name.split(), mention.role, mention.name
    before = tokens[mention.start - 1].lower if mention.start else ""
    following = tokens[mention.end].text if mention.end < len(tokens) else ""
    first, several = is_first_name(words[0]), len(words) > 1
    if re.fullmatch(r"[A-Z0-9&]{2,}", words[0]) or "&" in words or _ENGLISH_BODY.search(name):
        return False
    if several:
        if words[-1].lower() in _SINGLE_OFFICES:
            return True
        if tokens[mention.start].lower == "het" and following in ("was", "is", "waren") and first:
            return True  # "iedereen zag dat het Jesper Holtkamp was"
        relative = [t.lower for t in tokens[mention.end : mention.end + 2]] == [",", "die"]
        if not company and ((relative and not NO_PERSON.search(name)) or has_age(mention, tokens)):
            return True
        if words[0] == "Van" and (before or following in (":", "(")) and not _STREET.search(name):
            return True  # a surname by its particle, not "Van Utrecht tot Zwolle"
        if before in ("zit", "zat") and words[0] not in ("De", "Het") and not NO_PERSON.search(name):
            return True  # "In de zaal zit Aya Mertens"
        if partner_gender(mention, tokens):
            return True
    called = before in ("de", "het") or mention.phrase.casefold() in (f"de {name}".casefold(), f"het {name}")
    bare = not (called or company or "-jarige " in mention.phrase)
    if not several and bare and has_age(mention, tokens):
        return True  # "Rivka (14) komt er elke pauze", "naar Danylo (15), die"
    if role == "" and before in ("de", "het") and not (extra or several):
        return False  # "de Florine", a pear, but "dat het Jan Bos was"
    place = mention.start > 0 and is_a_place(before, words)
    owns = [t.lower for t in tokens[mention.end : mention.end + 3]]
    if bare and not place and owns in ([",", "die", "zijn"], [",", "die", "haar"]):
        return True  # "Achter de toonbank zit Temir, die zijn achternaam niet noemt"
    return (
        (bool(extra and not BODY.search(head_of(extra))) and not place)
        or (first and not place)
        or (bool(role) and is_human(mention.noun) and not company)
        or f"de {role.capitalize()} {name}" == mention.phrase  # "de Deen Mikkel Thorsager"
        or any(is_office(word) for word in role.split(" ")[1:-1])  # "de reactie van minister Smit"
    )


def reply_in(frame: Frame, casing: Casing) -> Mention | None:
    """Of whom an answer comes: "Er kwam een reactie van de woordvoerder", "bij monde van de baas"."""
    words = [t.lower for t in frame.tokens]
    comes = not _COMES.isdisjoint(words) and {"geen", "nooit"}.isdisjoint(words)
    found = None
    for i in range(2, len(frame.tokens) if comes or "monde" in words else 0):
        spokesman = words[i - 3 : i] == ["bij", "monde", "van"]
        answer = comes and words[i - 2] in (*ANSWERS, "telefoontje") and words[i - 1] == "van"
        mention = read_mention(frame.tokens, i, casing) if answer or spokesman else None
        if mention is None or mention.name or mention.plural or not mention.role:
            continue
        if mention.definite or not spokesman:  # not "bij monde van zijn manager"
            found = mention
    return found
