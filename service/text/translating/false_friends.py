"""Everyday words that a small model takes for others, put right where they stand.

"Men" is people, though English has the word too, and so it is with "Want", which is because. Others have
two meanings, of which the model knows one: "Toen" is then before its verb and when before its subject,
"Over vijf jaar" is in five years, "Al jaren" for years, "Om zeven uur" at seven, and "Of" before what is
not known is whether. Some it takes for a name where they begin a sentence ("Tijdens"). The rest of the
sentence is translated as it should be, and a search from the right word on would change more than is wrong;
so the word alone is exchanged, and only where the Dutch can mean nothing else.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.words.lexicon import word_set

_MARKS: Final = r"\A[\"'“”„«‘’▶-]*"
"""With what a sentence may begin before its first word."""
_OPENERS: Final = {
    "Achter": "Behind", "Behalve": "Except", "Bovendien": "Moreover", "Daarna": "After that",
    "Daarom": "That is why", "Dus": "So", "Eigenlijk": "Actually", "Ergens": "Somewhere", "Geen": "No",
    "Hoe": "How", "Hoewel": "Although", "Maar": "But", "Meer": "More", "Meestal": "Usually",
    "Mits": "Provided", "Naast": "Besides", "Natuurlijk": "Of course", "Niemand": "Nobody", "Niet": "Not",
    "Omdat": "Because", "Ondanks": "Despite", "Ongeveer": "About", "Ook": "Also", "Overal": "Everywhere",
    "Pas": "Only", "Precies": "Exactly", "Sinds": "Since", "Sommige": "Some", "Soms": "Sometimes",
    "Terwijl": "While", "Tijdens": "During", "Toch": "Still", "Tussen": "Between", "Vandaag": "Today",
    "Volgens": "According to", "Vooral": "Especially", "Waar": "Where", "Waarom": "Why", "Want": "Because",
    "Wat": "What", "Welke": "Which", "Wie": "Who", "Zelfs": "Even", "Zonder": "Without",
    "Althans": "At least", "Anderhalf": "One and a half", "Erg": "Very", "Feit": "The fact",
    "Gemeente": "Municipality", "Helaas": "Unfortunately", "Kabinet": "Cabinet", "Leger": "Army",
    "Liever": "Rather", "Mede": "Partly", "Nochtans": "However", "Politie": "Police", "Rond": "Around",
    "Twee": "Two", "Drie": "Three", "Vier": "Four", "Vijf": "Five", "Zes": "Six", "Zeven": "Seven",
    "Acht": "Eight", "Negen": "Nine", "Tien": "Ten",
}  # fmt: skip
"""What has one meaning at the head of a sentence, and is not English there."""
_TITLES: Final = {
    "Acteur": "Actor", "Actrice": "Actress", "Advocaat": "Lawyer", "Artiest": "Artist",
    "Burgemeester": "Mayor", "Directeur": "Director", "Hoogleraar": "Professor", "Meneer": "Mr",
    "Mevrouw": "Mrs", "Onderzoeker": "Researcher", "Prinses": "Princess", "Schrijfster": "Writer",
    "Schrijver": "Writer", "Wethouder": "Alderman", "Zanger": "Singer", "Zangeres": "Singer",
}  # fmt: skip
"""What stands before a name and is none itself."""
_ALL: Final = _OPENERS | _TITLES
_BEFORE_NAMES: Final = "|".join(
    ("Behalve|Hoewel|Omdat|Ondanks|Sinds|Terwijl|Tijdens|Tussen|Volgens|Want|Mede|Rond", *_TITLES)
)
"""What a name may follow; "Drie Fonteinen" and "Wat Pho" are names themselves."""
_COPIED: Final = re.compile(
    rf"({_MARKS})(?:({'|'.join(_ALL)})(?= (?!(?:to|up|op)\b)[a-z\d])|({_BEFORE_NAMES})(?= [A-ZÀ-Þ]))"
)
_PASTS: Final = (
    "was|waren|had|hadden|werd|werden|kon|konden|moest|moesten|mocht|wilde|ging|gingen|kwam|kwamen|bleek|bleken"
    "|begon|begonnen|dacht|wist|zei|vroeg|riep|zag|zagen|stond|stonden|zat|lag|liep|nam|gaf|kreeg|bleef|viel"
    "|vielen|sloeg|belde|besloot|vertrok|stopte|pakte|wachtte|hoorde|verscheen|ontdekte|verklaarde|schreef"
    "|sprak|stierf|overleed|vertelde|heb|heeft|is|zijn|hebben"
)
"""Verbs that open what happened next; of others nobody can tell "Toen vorst kwam" from "Toen kwam vorst"."""
_COMING: Final = (
    "moet|moeten|zal|zullen|gaat|gaan|komt|komen|wil|willen|begint|beginnen|kan|kunnen|mag|opent|start|volgt"
    "|verschijnt|vindt|hoopt|verwacht"
)
_UNKNOWN: Final = "is|was|weet|weten|wist|blijft|bleef|blijkt|valt|moet|kan|kon|hangt|daarover"
_AGO: Final = "ago|earlier|before"
_HOUR: Final = r"(?:\d{1,2}(?:[.:]\d\d)?|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
_TIME: Final = "jaar|maanden?|weken|week|dagen|uur|minuten"
_READINGS: Final = tuple(
    (re.compile(_MARKS + dutch), re.compile(rf"({_MARKS}){english}"), right)
    for dutch, english, right in (
        (rf"Toen (?:{_PASTS}) ", "When(?=,? )", "Then"),
        (rf"Over (?:\w+|een paar) (?:{_TIME}) (?:{_COMING}) ", "(?:About|Over|After)(?= )", "In"),
        (rf"Om (?:(?:half|kwart over|kwart voor|klokslag) {_HOUR}|{_HOUR} uur)\b", "To(?= )", "At"),
        (r"Al jaren (?!geleden|eerder)", f"(?:Over the|All|Already) years(?=,? (?!{_AGO}))", "For years"),
        (rf"Of (?!beter|liever|zoals|anders)[^?]*, (?:{_UNKNOWN}) ", "Or(?= (?!whether|rather))", "Whether"),
    )
)  # fmt: skip
_MEN_NL: Final = re.compile(r"(?<![\w-])men(?![\w-]| - )|\A\W*Men(?= [a-z])")
_MEN_EN: Final = re.compile(
    r"(\A\W*|[,;:.]+ [\"“'‘]?|\b(?:that|as|if|and|but|when|because|since|where|which) )([Mm]en)"
    r"(?= (?:(?:\w+ly|also|often|always|never|still|now|then) )*([a-z']+))"
)
"""Where "men" is a subject: what stands ahead, the word, and what may be its verb."""
_SAID_OTHERWISE: Final = re.compile(r"\b(?:they|people|one|you|we|it (?:is|was))\b", re.I)
"""What "men" is in good English."""
_REALLY_MEN: Final = re.compile(
    r"mannen\b|man\b|\b(?:heren?|kerels|jongens)\b|militair|soldaat|soldaten|agent|dader|verdachte|lichaam",
    re.I,
)
_OF_ONE: Final = word_set(
    "is was has does says knows thinks wants sees uses starts finds feels hears reads makes takes gets gives"
    " goes needs calls expects reports believes speaks belongs looks tries isn't wasn't hasn't doesn't"
)
"""Verbs of one."""


def put_right(nl: str, en: str) -> str:
    """The English with such words as the Dutch asks for them; unchanged where none is wrong."""
    return _with_people(nl, _begun(nl, en))


def _begun(nl: str, en: str) -> str:
    first, left = _COPIED.match(nl), _COPIED.match(en)
    if first is not None and left is not None and first.groups()[1:] == left.groups()[1:]:
        word = left[2] or left[3]
        return left[1] + _ALL[word] + en[left.end() :]
    for dutch, english, right in _READINGS:
        wrong = english.match(en) if dutch.match(nl) else None
        if wrong is not None:
            return wrong[1] + right + en[wrong.end() :]
    return en


def _with_people(nl: str, en: str) -> str:
    """ "Meestal begint men laag" is no matter of men: "one" before a verb of one, else "people"."""
    if not _MEN_NL.search(nl) or _REALLY_MEN.search(nl) or _SAID_OTHERWISE.search(en):
        return en
    return _MEN_EN.sub(_people, en)


def _people(men: re.Match[str]) -> str:
    word = "one" if men[3] in _OF_ONE else "people"
    return men[1] + (word.capitalize() if men[2] == "Men" else word)
