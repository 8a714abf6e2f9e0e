"""Names and other capitalised terms of a Dutch sentence that its English has lost.

A Dutch term is *found* in the English if it stands there whatever its case and accents, if the table of
exonyms gives a form that stands there, or if an English word is its transliteration or a form of it (Aleksej
and Alexei, Afghaanse and Afghan); an exonym left in Dutch (Hongarije) is not. What is left after that may be
a common noun in capitals ("het Hooggerechtshof"): such a term, known by the article before it, is excused as
long as the English has a capitalised term of its own that nothing in the Dutch explains. The first word of a
sentence is capitalised whatever it is, so it counts only when its own form shows a name (NAVO, iPhone, MH17):
a name lost there alone is not seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from service.text.facts.exonyms import english_forms, is_exonym
from service.text.facts.found_names import MOST_COMPARED, WORD, English, Name, is_found, name_key, words_of
from service.text.facts.name_particles import altered_particles
from service.text.facts.name_spellings import is_near, may_be_spelt
from service.text.facts.surnames import surname_at
from service.text.words.english_dictionary import is_common, is_listed
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import DETERMINERS

_START = re.compile(r"(?:^|[.!?:…]\s|[“”„\"‘'«(\[–—|•*]|\s-\s|(?:^|\s)['’]s\s)[^\w]*$")
_LABEL = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,5})[)\]]\W*")
"""What numbers a line: "1)", "a)", "[1]"."""
_LONGEST_LABEL = 16
_ARTICLES = DETERMINERS | {"jouw", "uw"}
_DUTCH_ENDINGS = re.compile(
    r"(?:ing|heid|schap|raad|hof|partij|dienst|bank|wet|commissie|bond|straat|plein|zee|weg|ministerie"
    r"|minister|kamer|oorlog|verdrag|akkoord|prijs|kerk|school|universiteit|museum|fonds|kampioenschap\w*"
    r"|spelen|eilanden|gebergte|rivier|provincie|gemeente|leden|lid|wetenschap\w*|orde|recht|rechten"
    r"|politie|leger|instituut|centrum|organisatie|zaken|eeuw|tijd|rijk|se|sen|ische)$"
)
"""Endings of Dutch nouns and adjectives: what ends so may be a term that is translated."""
_DUTCH_NOUNS = re.compile(rf"{_DUTCH_ENDINGS.pattern}|(?:en|aar|meer|uut)$")
"""The same, and endings that names have too, of plurals above all."""
_PARTICLES = frozenset(("Van", "De", "Ter"))
_SHORTEST_BEGINNING = 5
"""Letters that a misspelt name begins with."""
_SURNAME_BEHIND = re.compile(r" (?:(?:van|de[nr]?|te[nr]) )*[A-Z]")
_BODIES = frozenset(
    ("waterschap", "hoogheemraadschap", "stichting", "omroep", "ggd", "ggz", "fc", "sc", "vv", "hotel")
)
"""Kinds of bodies whose names stay as they are."""


def lost_names(nl: str, en: str) -> tuple[str, ...]:
    """The capitalised terms of the Dutch that the English has lost, as written, each once."""
    return tuple(dict.fromkeys(name.surface for name in _lost(nl, en)))


def lost_spellings(nl: str, en: str) -> tuple[str, ...]:
    """Those of them that English writes as Dutch does: names, and no nouns that are translated."""
    names = (name for name in _lost(nl, en) if name.surname or _is_kept(name.folded))
    return tuple(
        dict.fromkeys(
            name.surface
            for name in names
            if name.proper or name.surface.isupper() or not (name.article or _DUTCH_NOUNS.search(name.folded))
        )
    )


def translated_surnames(nl: str, en: str) -> Iterator[tuple[re.Match[str], str]]:
    """The places in the English where a surname is translated ("says King"), and the surname."""
    for name in _lost(nl, en):
        particles, forms = name.surname.removesuffix(name.surface), english_forms(name.folded)
        if not name.surname:
            continue
        before = r"(?:of |from |by |van )?(?:the |de[nr]? )?" if particles else r"(?:[Tt]he )?"
        translated = "|".join(form.title() for form in forms if form.isalpha())
        places = list(re.finditer(rf"(?<![\w'’-]){before}(?:{translated})\b", en))
        if len(places) == 1:
            yield places[0], name.surname


def _is_kept(folded: str) -> bool:
    forms = english_forms(folded)
    return not forms or folded in forms


def _lost(nl: str, en: str) -> list[Name]:
    names = list(_names(nl))
    english = English(en)
    missing = [name for name in names if not is_found(name, english)]
    if not missing:
        return []
    spare = any(unexplained(nl, en))
    told = {word for altered in altered_names(nl, en) for word in altered.split()}  # as a whole
    lost: list[Name] = []
    for name in missing:
        if name.surface == "The":
            continue  # of "The New York Times": nobody misses it
        if name.surface in told:
            continue
        translatable = not name.proper and (name.article or bool(_DUTCH_ENDINGS.search(name.folded)))
        if translatable and spare and not name.surface.isupper():
            continue
        lost.append(name)
    return lost


def misspelt_again(nl: str, en: str) -> Iterator[tuple[re.Match[str], str]]:
    """The words of the English that are another mention of a name it also spells right, cut off or misspelt.

    A mention that is gone may be a pronoun. One that is another word with its first letters is no pronoun.
    """
    dutch, english = (
        Counter(name_key(word) for word in words_of(text) if word[0].isupper()) for text in (nl, en)
    )
    fewer = [
        name for name in _names(nl) if 0 < english[name.folded] < dutch[name.folded] and _is_kept(name.folded)
    ]
    if not fewer:
        return
    for match in unexplained(nl, en, exact=True):
        key = name_key(match[0])
        begun = (name for name in fewer if _is_begun(key, name.folded))
        yield from ((match, name.surface) for name in islice(begun, 1) if not is_listed(key))


def _is_begun(key: str, folded: str) -> bool:
    """Whether it has the first half of a name and not all of it, as a derived form would."""
    half = max(_SHORTEST_BEGINNING, (len(folded) + 1) // 2)
    return key[:half] == folded[:half] and not key.startswith(folded)


def altered_names(nl: str, en: str) -> tuple[str, ...]:
    """The surnames with a particle of the Dutch whose particle the English has translated, each once."""
    return tuple(dict.fromkeys(altered.right for altered in altered_particles(nl, en)))


def _names(nl: str) -> Iterator[Name]:
    seen: set[str] = set()
    matches = list(WORD.finditer(nl))
    for index, match in enumerate(matches):
        word = match[0]
        if not any(c.isupper() for c in word) or len(word) < 2:
            continue
        folded = name_key(word)
        if folded in _ARTICLES:
            continue  # a sentence that begins behind a date or a label; in "De Vries" the other word tells
        marked = sum(c.isupper() for c in word) > 1 or (word[0].islower() and len(word) > 3)
        if "." in word and any(len(part) > 1 for part in word.split(".")):
            continue  # an abbreviation ("v.Chr.") or two sentences without a space between them
        before = matches[index - 1].end() if index else 0
        if folded not in seen and (marked or not _is_first(nl, before, match)):
            seen.add(folded)
            previous = matches[index - 1][0].lower() if index else ""
            surname = surname_at(nl, *match.span()) or ""
            given = is_exonym(folded) and is_first_name(word) and _SURNAME_BEHIND.match(nl, match.end())
            proper = bool(surname or given) or _is_proper(matches, index, nl)
            yield Name(word, folded, previous in _ARTICLES, proper, surname)


def _is_proper(matches: Sequence[re.Match[str]], index: int, nl: str) -> bool:
    """Whether a given name, an initial, a particle with a capital or the kind of body stands before it."""
    if not index or nl[matches[index - 1].end() : matches[index].start()] not in (" ", ". "):
        return False
    before = matches[index - 1]
    if before[0] in _PARTICLES and not _is_first(nl, matches[index - 2].end() if index > 1 else 0, before):
        return True
    named = is_first_name(before[0]) or (len(before[0]) == 1 and before[0].isupper())
    return before[0].lower() in _BODIES or (named and len(matches[index][0]) > 3)


def _is_first(nl: str, before: int, match: re.Match[str]) -> bool:
    """Whether the word begins a sentence or a quotation; ``before`` is where the word before it ends.

    Only what lies between the two can tell, and an "'s" before it: looked for in all of a long sentence, for
    each of its names, it takes quadratic time.
    """
    if match.start() <= _LONGEST_LABEL and _LABEL.fullmatch(nl, 0, match.start()):
        return True
    gap = max(before, nl.rfind("_", before, match.start()) + 1)
    return _START.search(nl, max(0, gap - len(" 's")), match.start()) is not None


def unexplained(nl: str, en: str, *, exact: bool = False) -> Iterator[re.Match[str]]:
    """The capitalised words of the English, but for its first, that are near to no word of the Dutch.

    A common word that begins a quotation has its capital from that. ``exact``: also what is near to a word of
    the Dutch and yet no English spelling of it, as a misspelt name is; that may begin anything ("Case" for
    Casey).
    """
    alike = may_be_spelt if exact else is_near
    dutch = dict.fromkeys(name_key(word) for word in words_of(nl))
    forms = tuple(dict.fromkeys(form for word in dutch for form in english_forms(word)))
    compared = 0
    for before, match in pairwise(WORD.finditer(en)):
        word, key = match[0], name_key(match[0])
        if not word[0].isupper() or len(word) < 2 or key in dutch or key.startswith(forms):
            continue
        compared += len(dutch)
        if compared > MOST_COMPARED:
            return
        if any(alike(other, key) for other in dutch):
            continue
        if exact or not (is_common(key) and _is_first(en, before.end(), match)):
            yield match
