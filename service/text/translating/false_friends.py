"""Everyday words that a small model takes for others, put right where they stand.

"Men" is people, though English has the word too, and so it is with "Want", which is because. Others have two
meanings, of which the model knows one: "Toen" is then before its verb and when before its subject, "Over vijf
jaar" is in five years, "Al jaren" for years, and "Of" before what is not known is whether. Some it takes for
a name where they begin a sentence ("Tijdens"). The rest of the sentence is translated as it should be, and a
search from the right word on would change more than is wrong; so the word alone is exchanged.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.words.lexicon import AUXILIARIES, STARTERS, VERB_FORM

_MARKS: Final = r"\A[\"'“”„«‘’▶-]*"
"""With what a sentence may begin before its first word."""
_OPENERS: Final = {
    "Achter": "Behind", "Alleen": "Only", "Altijd": "Always", "Anders": "Otherwise", "Behalve": "Except",
    "Bovendien": "Moreover", "Daarna": "After that", "Daarom": "That is why", "Dus": "So", "Eerst": "First",
    "Eigenlijk": "Actually", "Elke": "Every", "Ergens": "Somewhere", "Geen": "No", "Hoe": "How",
    "Hoewel": "Although", "Maar": "But", "Meer": "More", "Meestal": "Usually", "Mits": "Provided",
    "Naast": "Besides", "Natuurlijk": "Of course", "Niemand": "Nobody", "Niet": "Not", "Nog": "Still",
    "Omdat": "Because", "Ondanks": "Despite", "Ongeveer": "About", "Ook": "Also", "Overal": "Everywhere",
    "Pas": "Only", "Precies": "Exactly", "Sinds": "Since", "Sommige": "Some", "Soms": "Sometimes",
    "Terwijl": "While", "Tijdens": "During", "Toch": "Still", "Tussen": "Between", "Vandaag": "Today",
    "Veel": "Many", "Volgens": "According to", "Vooral": "Especially", "Waar": "Where", "Waarom": "Why",
    "Want": "Because", "Wat": "What", "Welke": "Which", "Wie": "Who", "Zelfs": "Even", "Zonder": "Without",
    "Twee": "Two", "Drie": "Three", "Vier": "Four", "Vijf": "Five", "Zes": "Six", "Zeven": "Seven",
    "Acht": "Eight", "Negen": "Nine", "Tien": "Ten",
}  # fmt: skip
"""Words that nobody is called, and that English has not or only in another meaning."""
_COPIED: Final = re.compile(rf"({_MARKS})({'|'.join(_OPENERS)})(?= (?!to )\w)(?!(?<=Wat) [A-Z])")
_SUBJECT: Final = (
    r"(?:[A-ZÀ-Þ]|(?:ik|jij|je|hij|ze|zij|we|wij|het|de|een|er|dat|dit|die|deze|zijn|haar|hun|mijn|onze|ons"
    r"|ook|al|nog|opeens|plotseling|ineens|pas|zelfs|niemand|iedereen|alles)\b)"
)
"""How goes on what a verb opened."""
_UNKNOWN: Final = "is|was|weet|weten|wist|blijft|bleef|blijkt|valt|moet|wil|wilde|kan|kon|hangt|daarover"
_TIME: Final = "jaar|maanden?|weken|week|dagen|uur|minuten"
_READINGS: Final = tuple(
    (re.compile(_MARKS + dutch), re.compile(rf"({_MARKS}){english}"), right)
    for dutch, english, right in (
        (rf"Toen (?P<verb>[a-zà-ÿ]+) (?={_SUBJECT})", "When(?=,? )", "Then"),
        (rf"Over (?:\w+|een paar) (?:{_TIME}) (?P<verb>[a-zà-ÿ]+) ", "(?:About|Over|After)(?= )", "In"),
        (r"Al jaren ", "(?:Over the|All|Already) years(?=,? )", "For years"),
        (rf"Of [^?]*, (?:{_UNKNOWN}) ", "Or(?= )", "Whether"),
    )
)
_MEN_NL: Final = re.compile(r"(?<![\w-])[Mm]en(?![\w-]| ?- )")
_MEN_EN: Final = re.compile(
    r"(?P<before>\w+ )?(?<![\w'’-])(?P<men>[Mm]en)(?![\w'’-])"
    r"(?= (?:(?:\w+ly|also|often|always|never|still|now|then) )*(?P<behind>\w+))?"
)
_REALLY_MEN: Final = re.compile(r"mannen\b|\b(?:heren|kerels|jongens)\b", re.I)
_SINGULAR: Final = re.compile(r"(?:[^su]s|is|was|has|does)$")
"""What may be a verb of one: "men starts", "says men"."""


def put_right(nl: str, en: str) -> str:
    """The English with such words as the Dutch asks for them; unchanged where none is wrong."""
    return _with_people(nl, _begun(nl, en))


def _begun(nl: str, en: str) -> str:
    first, left = _COPIED.match(nl), _COPIED.match(en)
    if first is not None and left is not None and first[2] == left[2]:
        return left[1] + _OPENERS[left[2]] + en[left.end() :]
    for dutch, english, right in _READINGS:
        opening = dutch.match(nl)
        wrong = english.match(en) if opening is not None else None
        if opening is not None and wrong is not None and _opens_clause(opening):
            return wrong[1] + right + en[wrong.end() :]
    return en


def _opens_clause(opening: re.Match[str]) -> bool:
    """Whether what has to be a verb behind the first word is one."""
    verb = opening.groupdict().get("verb")
    return verb is None or verb in AUXILIARIES or (verb not in STARTERS and bool(VERB_FORM.search(verb)))


def _with_people(nl: str, en: str) -> str:
    """ "Meestal begint men laag" is no matter of men: "one" before a verb of one, else "people"."""
    said = len(_MEN_NL.findall(nl))
    if not said or _REALLY_MEN.search(nl) or len(_MEN_EN.findall(en)) > said:
        return en
    return _MEN_EN.sub(_people, en)


def _people(men: re.Match[str]) -> str:
    before, behind = (men["before"] or "").strip(), men["behind"] or ""
    one = _SINGULAR.search(behind) or (before.islower() and _SINGULAR.search(before))
    word = "one" if one else "people"
    return (men["before"] or "") + (word.capitalize() if men["men"] == "Men" else word)
