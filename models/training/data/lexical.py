"""Pairs with other words in them: what only a word list knows is met in sentences.

In a pair that has a Dutch word of the list and its English, in the same form, both give way to a word that
the corpus hardly has, or the Dutch noun becomes a compound, its English two words. After "Data Augmentation
for Low-Resource Neural Machine Translation" (Fadaee et al. 2017, arXiv 1705.00440), where a language model
chose what fits the sentence; here only kind and form have to fit. That leaves some Dutch with a wrong
article, but Dutch is only read, and the English gets the right one.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.training.data.corpus import Pair
from models.training.data.word_forms import NOUN, PARTED, forms, frequency, share
from models.training.data.word_list import Usage
from models.words import word_set

_WORD = re.compile(r"(?<![\w'-])[a-zà-ÿ]+(?![\w'-])")
_VOWEL = re.compile(
    r"h(?:our|onest|onou?r|eir)|(?!eu|ewe|one\b|once\b|uni(?!n|m)|u[bkrst][aeiou])[aeiou]", re.IGNORECASE
)
"""How English words begin that take "an"."""
_AUXILIARIES = word_set("hebben zijn worden kunnen zullen moeten mogen willen laten doen gaan komen")
RARE = 30
"""How often at most a word stands in the corpus that is put into its sentences."""
LEAST = 51
"""How often it stands at least in the spelling dictionary's text, where 50 is what was not counted."""
FARTHEST = 1.0
"""How far its share of the Dutch text and that of the English of the other may be apart, in powers of ten."""
CONFIRMED = 0.25
"""In what share of its pairs the English of the list has to stand for a word that is met at all."""
UNSEEN = 2
"""How often a word may stand in the corpus and not be confirmed."""
COMPOUNDS = 0.25
"""Share of the exchanged nouns that become the last part of a compound instead."""
MOST_PER_PAIR = 2
_LINKED = ("ing", "heid", "teit", "schap", "ie")
"""Ends of nouns that take an s as first part of a compound."""


@dataclass(frozen=True)
class Entry:
    """A Dutch word, its English, and the forms both have: by name, Dutch and English."""

    dutch: str
    english: str
    kind: str
    forms: dict[str, Pair]


@dataclass
class Lexicon:
    """The forms of a word list: which may be exchanged, and for what."""

    known: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """The form and English of every Dutch word form whose translation the corpus confirms."""
    rare: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    """Dutch and English of what is put in, by form."""
    modifiers: list[Pair] = field(default_factory=list)
    """Nouns for the first part of a compound."""


def build_lexicon(words: Iterable[Pair], pairs: Sequence[Pair]) -> Lexicon:
    """What of a word list can be exchanged in these pairs, and for what."""
    usage = Usage(pairs)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for dutch, english in dict.fromkeys(words):
        if (
            dutch.isalpha()
            and dutch.islower()
            and english.islower()
            and len(dutch) > 2
            and dutch not in _AUXILIARIES
        ):
            kind = usage.kind(dutch, english)
            named = {kind + form: (nl, en) for form, nl, en in forms(kind, dutch, english)} if kind else {}
            if kind and named:
                entries[dutch].append(Entry(dutch, english, kind, named))
    seen, confirmed = confirmations(entries, pairs)
    lexicon = Lexicon()
    for dutch in sorted(entries):
        times = seen[dutch]
        best = max(entries[dutch], key=lambda entry: (confirmed[entry.dutch, entry.english], -_apart(entry)))
        sure = confirmed[dutch, best.english] >= max(CONFIRMED * times, 1)
        for entry in entries[dutch]:
            if confirmed[dutch, entry.english]:
                for form, (nl, en) in entry.forms.items():
                    lexicon.known[nl].append((form, en))
        if not sure and (times > UNSEEN or _apart(best) > FARTHEST or frequency(dutch, "nl") < LEAST):
            continue
        if best.kind == NOUN and len(dutch) < 12 and " " not in best.english:
            lexicon.modifiers.append((dutch, best.english))
        if times <= RARE:
            for form, pair in best.forms.items():
                lexicon.rare[form].append(pair)
    return lexicon


def confirmations(
    entries: Mapping[str, Sequence[Entry]], pairs: Iterable[Pair]
) -> tuple[Counter[str], Counter[Pair]]:
    """In how many pairs each Dutch word stands in any form, and with which English of the list."""
    of_form: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for several in entries.values():
        for entry in several:
            for dutch, english in entry.forms.values():
                of_form[dutch].append((entry, english))
    seen: Counter[str] = Counter()
    confirmed: Counter[Pair] = Counter()
    for dutch, english in pairs:
        target = f" {' '.join(_WORD.findall(english))} "
        found = [
            (entry, en) for word in dict.fromkeys(_WORD.findall(dutch)) for entry, en in of_form.get(word, ())
        ]
        seen.update({entry.dutch for entry, _ in found})
        confirmed.update({(entry.dutch, entry.english) for entry, en in found if f" {en} " in target})
    return seen, confirmed


def _apart(entry: Entry) -> float:
    return abs(share(entry.english, "en") - share(entry.dutch, "nl"))


def reword(pair: Pair, lexicon: Lexicon, rng: random.Random) -> Pair | None:
    """The pair with other words, or None if no word and its English stand once on each side."""
    sources, targets = (_WORD.findall(text) for text in pair)
    places = [
        (word, form, translation)
        for word in dict.fromkeys(sources)
        if sources.count(word) == 1
        for form, translation in lexicon.known.get(word, ())
        if targets.count(translation) == 1 and lexicon.rare.get(form)
    ]
    if not places:
        return None
    rng.shuffle(places)
    dutch: dict[str, str] = {}
    english: dict[str, str] = {}
    for word, form, translation in places:
        if len(dutch) == MOST_PER_PAIR or word in dutch or translation in english:
            continue
        if lexicon.modifiers and form.startswith(NOUN) and rng.random() < COMPOUNDS:
            drawn = [_compound(modifier, word, translation) for modifier in _some(lexicon.modifiers, rng)]
        else:
            drawn = _some(lexicon.rare[form], rng)
        used = {*sources, *targets, *dutch.values()}
        behind_te = f" te {word}" in pair[0]  # "af te pakken", not "te afpakken"
        for nl, en in drawn:
            if not (nl in used or en in used or (behind_te and nl.startswith(PARTED))):
                dutch[word], english[translation] = nl, en
                break
    return (_exchanged(pair[0], dutch), _exchanged(pair[1], english)) if dutch else None


def _some(pairs: Sequence[Pair], rng: random.Random) -> list[Pair]:
    """Several to choose from, as a word that the sentence has already is none."""
    return rng.sample(pairs, min(len(pairs), 4))


def _exchanged(text: str, words: Mapping[str, str]) -> str:
    """The text with other words, and before them the English article that they take."""

    def exchange(match: re.Match[str]) -> str:
        new = words[match["word"]]
        if not match["article"]:
            return new
        return f"{match['article'][0]}{'n' if _VOWEL.match(new) else ''} {new}"

    either = "|".join(map(re.escape, words))
    return re.sub(rf"(?:\b(?P<article>[Aa]n?) )?(?<![\w'-])(?P<word>{either})(?![\w'-])", exchange, text)


def _compound(modifier: Pair, dutch: str, english: str) -> Pair:
    first = modifier[0] + ("s" if modifier[0].endswith(_LINKED) else "")
    hyphen = "-" if first[-1] in "aeiou" and dutch[0] in "aeiou" else ""
    return first + hyphen + dutch, f"{modifier[1]} {english}"


def reworded(pairs: Sequence[Pair], lexicon: Lexicon, copies: int, seed: int) -> list[Pair]:
    """``copies`` of every pair that has words to exchange, each with others."""
    rng = random.Random(seed)
    made = [reword(pair, lexicon, rng) for pair in pairs for _ in range(copies)]
    return [pair for pair in made if pair is not None]
