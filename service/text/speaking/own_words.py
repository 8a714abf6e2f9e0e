"""What the words of a quotation tell of who said them: nobody calls himself "hij", or by his name."""

from __future__ import annotations

import re
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.mention import pronoun_at
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import PARTICLES_OF_NAMES
from service.text.words.voices import gender_of_role

_NESTED: Final = re.compile("[“\"‘'][^”\"’']{3,}[”\"’']")
_TELLS: Final = re.compile(
    r"(?:[Dd]ie|[Hh]ij|[Zz]e|[Zz]ij) (?:zei|zegt|zeiden|zeggen|vroeg|vroegen|riep|riepen)"
    r"(?: \w+){0,2}: ?[“\"‘']"
    r"|[“\"‘'][^”\"’']+[”\"’'],? (?:zei|zegt|vroeg|riep|roept) (?:hij|ze|zij)\b"
)
""" "Die zeiden dan: '...'": of whoever the sentence before is about."""
_THAT_ONE: Final = re.compile(r"Die (?:heeft|had|is|was|kan|kon|wil|wilde|moet|moest|gaat|ging|zit|zat) ")
_CALLED: Final = re.compile(r"Ik (?:zei|zeg|riep|vroeg|schreef)\b[^:]{0,20}: ?[“\"‘']([A-Z]\w+),")
""" "Ik zei: 'Wim, laat nou'": not Wim says that."""
_SPOUSE: Final[dict[str, re.Pattern[str]]] = {
    "hij": re.compile(r"\b[Mm]ijn (?:man|echtgenoot)\b"),
    "zij": re.compile(r"\b[Mm]ijn (?:vrouw|echtgenote)\b"),
}
_PARTICLES: Final = PARTICLES_OF_NAMES | {"een", "zijn", "haar", "mijn"}
_I: Final = re.compile(r"\bik\b", re.I)
_WE: Final = re.compile(r"\b(?:we|wij)\b", re.I)
_HE: Final = re.compile(r"\b(?:hij|hem)\b", re.I)
_SHE: Final = re.compile(r"\b(?:ze|zij|haar)\b", re.I)


def says_i(words: str) -> bool:
    """Whether who says the words speaks of himself, outside the quotations in them."""
    return _I.search(_NESTED.sub("", words)) is not None


def says_we(words: str) -> bool:
    """Whether who says the words speaks for several."""
    return _WE.search(_NESTED.sub("", words)) is not None


def retells(words: str) -> bool:
    """Whether the words begin with what somebody else said: "Hij zei: '...'"."""
    return _TELLS.match(words) is not None


def names(words: str, speaker: str) -> bool:
    """Whether the quotation calls somebody by his surname or his first name, or speaks to him."""
    if (called := _CALLED.match(words)) is not None and called.group(1) == speaker.split(" ")[0]:
        return True
    words, parts = _NESTED.sub("", words), speaker.split()
    if speaker.startswith("de ") and len(parts) == 2:
        return (
            re.search(rf"\b{re.escape(speaker)}\b", words) is not None
        )  # "Dus heb ik de dokter niet gebeld"
    return any(
        part[:1].isupper() and len(part) > 2 and re.search(rf"\b{re.escape(part)}\b", words) is not None
        for part in (parts[-1], parts[0])
        if part is parts[-1] or is_first_name(part) or (len(parts) == 2 and part.lower() not in _PARTICLES)
    )


def tells_of_another(words: str, about: str) -> bool:
    """Whether who says "ik" tells of somebody of that sex: "Ik heb hem nog gewaarschuwd"."""
    gender = gender_of_role(about.split(" ")[1])
    if retells(words):  # "Zijn vrouw vond dat onzin. 'Ze zei: ...'"
        return gender in ("", "m" if words.startswith("Hij") else "f")
    words = _NESTED.sub("", words)
    others = {"m": _HE, "f": _SHE}.get(gender)
    told = others.search(words) if others else _HE.search(words) or _SHE.search(words)
    return says_i(words) and told is not None


def speaks_of(words: str, name: str, registry: Registry) -> bool:
    """Whether the quotation is about that person: "Ze werkt hard", "Die zei: '...'"."""
    if retells(words) or _THAT_ONE.match(words):
        first = words.split(" ")[0].casefold()
        singular = first == "hij" or (first in ("ze", "zij") and not words.split(" ")[1].endswith("en"))
        return not singular or registry.agrees(pronoun_at(0, first), name)
    if any(spouse.search(words) and name in registry.people_like(who) for who, spouse in _SPOUSE.items()):
        return True  # "Mijn man zocht nog": of him, as a rule
    match = re.match(
        r"(?:[\w’']+ ){0,4}?([Hh]ij\b|(?:[Zz]ij|[Zz]e) (?!\w{2,}en\b|\w*[gtl]aan\b|zijn\b))", words
    )
    before = words[: match.start(1)].split() if match is not None else []
    if before and before[-1].endswith("en") and match is not None and match.group(1)[:1] in "zZ":
        return False  # "Nu willen ze cijfers": they
    if match is None or (match.start(1) and re.search(r"\b(?:ik|wij|we|mij|mijn|ons|onze)\b", words, re.I)):
        return False
    return registry.agrees(pronoun_at(0, match.group(1).casefold()), name)
