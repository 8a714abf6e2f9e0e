"""Which sex the pronouns of an article give to people whose given name does not tell.

"Hoekema aarzelt. Hij belde ...": a sentence that begins with a pronoun speaks of the only person named in the
sentence before, and so does a pronoun further on in a sentence that names nobody else. It counts only where
all that is said of somebody agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from service.text.phrases.frames import Frame, Token
from service.text.words.lexicon import VERB_FORM, word_set
from service.text.words.voices import Gender

_OPENS: Final = 8
"""Tokens into a sentence that whom it is about is named."""
_PLURAL: Final = word_set(
    "zijn waren hebben hadden willen wilden kunnen konden zullen zouden moeten moesten gaan gingen"
)


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
        votes[name] |= _said_of(frame.tokens[start + 1 :])
        following = frames[i + 1] if i + 1 < len(frames) else None
        goes_on = following is not None and following.paragraph == frame.paragraph
        owned = frame.tokens[0].lower in ("zijn", "haar")  # "Haar coach, Ruurd Bos, wist het. Ze belde hem"
        if following is not None and goes_on and not owned and following.index not in named:
            votes[name] |= _said_of(following.tokens[:1], following.tokens[1:2])
    return {name: next(iter(found)) for name, found in votes.items() if len(found) == 1}


def _said_of(tokens: Sequence[Token], behind: Sequence[Token] = ()) -> set[Gender]:
    """By the pronouns among the tokens, up to a quotation; ``behind`` them stands a verb, or nothing."""
    found: set[Gender] = set()
    for k, token in enumerate(tokens):
        if token.kind == "quote":
            break
        if token.lower == "hij":
            found.add("m")
        beside = (*tokens[max(0, k - 1) : k], *(tokens[k + 1 : k + 2] or behind))
        if token.lower in ("zij", "ze") and not any(is_plural(t.lower) for t in beside):
            found.add("f")
    return found


def is_plural(verb: str) -> bool:
    """Whether the verb beside "ze" has the plural: "Ze waren", "wilden ze"."""
    return verb in _PLURAL or (verb.endswith("en") and VERB_FORM.search(verb) is not None)
