"""What the order of words tells of a verb before somebody, of "de een" and "een ander"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Token
from service.text.phrases.naming import token_at
from service.text.words.cues import cues_of
from service.text.words.lexicon import VERB_FORM, word_set
from service.text.words.voices import is_human

_EITHER: Final = word_set("een ene ander andere")


def is_finite_cue(token: Token) -> bool:
    """Whether a word is a singular finite verb of saying: no noun, behind "die"."""
    return token.kind == "word" and any(not (c.participle or c.plural) for c in cues_of(token.text))


def is_verb_before_somebody(tokens: Sequence[Token], j: int) -> bool:
    """ "Dat verbaast fysiotherapeut Smit": no noun, though no other word tells."""
    verb, after = token_at(tokens, j), token_at(tokens, j + 1)
    return (
        verb is not None
        and after is not None
        and VERB_FORM.search(verb.lower) is not None
        and not is_human(verb.lower)
        and after.kind == "word"
        and (after.capital or is_human(after.lower))
    )


def is_the_other(tokens: Sequence[Token], i: int) -> bool:
    """ "Een ander ergert zich", "bromt de een", not "een ander huis"."""
    other, after = token_at(tokens, i + 1), token_at(tokens, i + 2)
    either = other is not None and tokens[i].lower == "de" and other.lower in _EITHER
    behind = token_at(tokens, i + 3)
    aside = after is not None and after.text == "," and behind is not None and not behind.capital
    if i == 0 and either and (after is None or after.text == ":" or aside):
        return True  # "De een: '...'", "De ander, hoopvol: '...'"
    if i and either:
        ends = after is None or after.kind != "word" or after.lower in ("het", "de", "dat", "zijn", "haar")
        return ends and any(not c.participle for c in cues_of(tokens[i - 1].text))
    if other is None or other.lower not in ("ander", "tweede", "derde"):
        return False
    if after is None:
        return other.lower == "ander"  # in front of a colon
    behind = token_at(tokens, i + 3)
    if after.kind != "word" and i and other.lower == "ander" and cues_of(tokens[i - 1].text):
        return True  # "'...', vindt een ander."
    if after.kind != "word" or (behind is not None and behind.capital):
        return False  # "De ander, Piet Smit, zei", "De tweede vindt Bos saai"
    said = after.lower != "bericht" and any(not cue.participle for cue in cues_of(after.text))
    return said or (other.lower == "ander" and VERB_FORM.search(after.lower) is not None)
