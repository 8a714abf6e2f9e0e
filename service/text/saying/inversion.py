"""The subject that follows its verb: "zei de minister", "zei woensdag ook de minister"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.antecedents import NOT_A_SUBJECT
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.phrases.nouns import noun_follows
from service.text.words.lexicon import ADVERBS, OBJECT_PRONOUNS, OTHER_PRONOUNS, PREPOSITIONS, word_set
from service.text.words.voices import is_human

TIMES: Final = word_set(
    "keer keren maal dag dagen week weken maand maanden jaar jaren uur uren minuten moment"
    " nacht ochtend middag avond kwartier kwartiertje halfuur seconde seconden"
)


def behind(tokens: Sequence[Token], v: int, casing: Casing) -> Mention | None:
    """The mention right behind the verb at ``v``, past adverbs and object pronouns."""
    j = v + 1
    while (
        j < len(tokens)
        and j - v <= 4
        and tokens[j].kind == "word"
        and not tokens[j].capital
        and (
            (
                tokens[j].lower in ADVERBS | OBJECT_PRONOUNS
                and not (tokens[j].lower == "haar" and noun_follows(tokens, j + 1))
            )
            or (tokens[j].lower == "het" and not noun_follows(tokens, j + 1))
        )
    ):
        j += 1
    behind_it = tokens[j + 1].lower if j + 1 < len(tokens) and tokens[j + 1].kind == "word" else ""
    ends = not behind_it or behind_it in PREPOSITIONS | {"het", "de", "een"}
    if j == v + 1 < len(tokens) and tokens[j].lower == "die" and ends:
        return Mention(j, j + 1, "die", pronoun="die")  # "'...', zei die tegen haar"
    pointed = j + 1 < len(tokens) and tokens[j].lower == "die" and is_human(tokens[j + 1].lower)
    if (
        j >= len(tokens)
        or (tokens[j].lower in NOT_A_SUBJECT and not pointed)
        or (tokens[j - 1].lower == "het" and tokens[j].lower == "een")
    ):
        return None
    mention = read_mention(tokens, j, casing)
    return None if mention is not None and mention.head in TIMES else mention


def is_of_no_third_person(tokens: Sequence[Token], v: int) -> bool:
    """Whether the verb at ``v`` is followed by "ik", "we", "men" or the like."""
    return v + 1 < len(tokens) and tokens[v + 1].lower in OTHER_PRONOUNS - {"het", "er"}
