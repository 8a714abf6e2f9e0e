"""Whether a noun comes next, where "haar" or "het" may also stand alone: "volgens haar (arts)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Token
from service.text.words.cues import cues_of
from service.text.words.lexicon import AUXILIARIES, STARTERS, VERB_FORM, word_set
from service.text.words.voices import BODY

_PAST: Final = re.compile(r"\w(?:elde|(?<!d)(?<!vi)(?<!e)erde|igde|aakte|erkte|oopte)$")
""" "Volgens haar handelde hij": no noun of hers."""
_NOUNS_IN_T: Final = re.compile(
    r"(?:kant|krant|agent|assistent|student|docent|consulent|advocaat|kandidaat|soldaat|therapeut|architect"
    r"|piloot|patiënt|cliënt|(?:al|[a-z]n|r|tiv)ist)$"
)
""" "volgens haar advocaat": nouns that end as a verb does."""
PREDICATES: Final = word_set(
    "anders mis goed fout beter slechter slecht prima mee tegen verkeerd voorbij bijzonder uniek onzin genoeg"
    " overdreven onverstandig riskant nieuw normaal zwaar ernstig groot klein simpel eenvoudig duur zinvol"
    " averechts vergeefs zinloos oneerlijk eerlijk vreemd raar gek mooi knap veilig onveilig schadelijk"
    " gezond hoog laag"
)
"""What is said of a thing, and no name where a sentence begins with it: "Dat ligt volgens haar anders"."""


def noun_follows(tokens: Sequence[Token], j: int) -> bool:
    if j >= len(tokens) or tokens[j].kind != "word":
        return False
    low = tokens[j].lower
    behind = tokens[j + 1].lower if j + 1 < len(tokens) else ""
    if BODY.search(low):
        return True
    if low in PREDICATES or (behind in ("het", "zich") and VERB_FORM.search(low)):
        return False
    if low.endswith(("lijk", "ig", "isch", "baar")):
        return noun_follows(tokens, j + 1)  # "volgens haar noodzakelijk", but "haar dagelijks bestuur"
    return (
        low != "sprake"
        and not (
            low in STARTERS
            or low in AUXILIARIES
            or (cues_of(low) and not low.endswith("e"))
            or low.endswith(("t", "den"))
            or _PAST.search(low) is not None
        )
    ) or _NOUNS_IN_T.search(low) is not None
