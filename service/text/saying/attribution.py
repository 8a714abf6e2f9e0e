"""One attribution: who is said to say, think or call something, and by which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention

Form = Literal["verb", "preposition", "passive", "attitude"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """``at`` is the token of the cue; the attribution covers ``first`` to ``last``, ``last`` excluded."""

    mention: Mention | None
    others: tuple[Mention, ...]
    """Further speakers joined by "en"."""
    cue: str
    kind: Literal["speech", "thought", "naming"]
    form: Form
    at: int
    first: int
    last: int
    particle: int = -1
    """The token of a separable verb's other half."""


def is_reported(tokens: Sequence[Token], a: Attribution) -> bool:
    """Whether an attribution is itself reported: "zij denkt dat de buurt boos reageert"."""
    return (
        a.mention is not None
        and a.mention.start < a.at
        and a.mention.start > 0
        and tokens[a.mention.start - 1].lower
        in ("dat", "of", "wat", "zoals", "omdat", "nadat", "voordat", "terwijl", "toen")
    )
