"""Which sex the pronouns of an article give to people whose given name does not tell.

"Hoekema aarzelt. Hij belde ...": a sentence that begins with a pronoun speaks of the only person named in the
sentence before, and so does a pronoun further on in a sentence that names nobody else. It counts only where
all that is said of somebody agrees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from service.text.phrases.frames import Frame, Token
from service.text.words.lexicon import PLURAL_AUXILIARIES, STARTERS
from service.text.words.voices import Gender

_OPENS: Final = 8
"""Tokens into a sentence that whom it is about is named."""
_PLURAL: Final = re.compile(r"\w\w(?<!e)en$|(?:g|sl|st)aan$")
"""How a verb in the plural ends, and which in the singular do not: "vertelden", "zien", not "verdween"."""


def pronoun_genders(
    frames: Sequence[Frame], named: Mapping[int, Sequence[tuple[int, str]]]
) -> dict[str, Gender]:
    """The sex of each person of whom the pronouns agree.

    ``named`` holds the people whom each frame names, by its index: the token where and the name.
    """
    votes: defaultdict[str, set[Gender]] = defaultdict(set)
    for i, frame in enumerate(frames):
        people = named.get(frame.index, ())
        if frame.heading or len({name for _, name in people}) != 1 or people[0][0] > _OPENS:
            continue
        start, name = people[0]
        votes[name] |= _said_of(frame.tokens, start + 1, len(frame.tokens))
        following = frames[i + 1] if i + 1 < len(frames) else None
        goes_on = following is not None and following.paragraph == frame.paragraph
        owned = frame.tokens[0].lower in ("zijn", "haar")  # "Haar coach, Ruurd Bos, wist het. Ze belde hem"
        if following is not None and goes_on and not owned and following.index not in named:
            votes[name] |= _said_of(following.tokens, 0, 1)
    return {name: next(iter(found)) for name, found in votes.items() if len(found) == 1}


def _said_of(tokens: Sequence[Token], first: int, end: int) -> set[Gender]:
    """By the pronouns among the tokens from ``first`` to ``end``, up to a quotation."""
    found: set[Gender] = set()
    words = [token.lower for token in tokens]
    for k in range(first, end):
        if tokens[k].kind == "quote":
            break
        if words[k] == "hij":
            found.add("m")
        if words[k] in ("zij", "ze") and not may_be_several(words, k):
            found.add("f")
    return found


def may_be_several(words: Sequence[str], at: int) -> bool:
    """Whether what stands beside a "ze" may be a verb in the plural: "Ze vertelden", "daarom lopen ze".

    ``words`` are in lower case. Behind the "ze" of a subordinate clause it may be anything else as well
    ("dat ze kinderen wil"), and before an infinitive it is whom somebody helps: nothing is known then.
    """
    beside = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    return any(word in PLURAL_AUXILIARIES or _is_plural(word) for side in beside for word in side)


def _is_plural(word: str) -> bool:
    return word not in STARTERS and _PLURAL.search(word) is not None
