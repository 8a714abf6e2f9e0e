"""Content words of an English sentence.

The stemmer is Harman's S-stemmer (D. Harman, "How effective is suffixing?", JASIS 42(1), 1991): it only
takes plurals and possessives off, which is what bringing together the mentions of one thing needs, and it
never joins two different words as a heavier stemmer does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")

_STOP_WORDS = """
a about above across after again against all almost along already also although always am among an and
another any anyone anything are around as at away back be became because become been before behind being
below between both but by came can cannot come could did do does doing done down during each either else
enough even ever every everyone everything few first for from further get give go going gone got had has
have having he her here hers herself him himself his how however i if in indeed instead into is it its
itself just keep last least less let like likely made make many may me meanwhile might mine more moreover
most mr mrs ms much must my myself near need neither never new next no nobody none nor not nothing now of
off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps put
quite rather really said same saw say saying says see seem seemed seen several shall she should since so
some someone something sometimes still such take taken tell than that the their theirs them themselves
then there therefore these they thing think this those though through thus to today together told tomorrow
too took toward towards two under until up upon us very was way we well went were what whatever when where
whether which while who whole whom whose why will with within without would yes yesterday yet you your
yours yourself aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll
i'm i've isn't it'd it'll it's let's mustn't shan't she'd she'll she's shouldn't that's there's they'd
they'll they're they've wasn't we'd we'll we're we've weren't what's who's won't wouldn't you'd you'll
you're you've
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def words(text: str) -> list[str]:
    """Words and numbers, as they stand, without marks."""
    return _WORD.findall(text)


def content_terms(text: str) -> list[str]:
    """The stems of the words that carry content, in order, with repetitions."""
    return stems_of(text, STOP_WORDS, stem)


def stems_of(text: str, stop_words: Collection[str], stem: Callable[[str], str]) -> list[str]:
    """The same for any language, by its stop words and its stemmer."""
    lowered = (word.lower().replace("’", "'") for word in words(text))
    return [stem(word) for word in lowered if word not in stop_words and (len(word) > 1 or word.isdigit())]


def stem(word: str) -> str:
    """Harman's S-stemmer on a lower-cased word, after its possessive is taken off."""
    word = POSSESSIVE.sub("", word)
    if len(word) > 4 and word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word
