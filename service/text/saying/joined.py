"""Who speaks together: "zeggen Jan de Boer (VVD), Els Smit en Bram Vos"."""

from __future__ import annotations

from collections.abc import Sequence

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention


def joined(tokens: Sequence[Token], mention: Mention, casing: Casing) -> tuple[Mention, ...]:
    """Who speaks with the first of several named: "zeggen Jan de Boer (VVD), Els Smit en Bram Vos"."""
    found: list[Mention] = []
    end = mention.end
    while mention.name and len(found) < 5:
        if [t.text for t in tokens[end : end + 1]] == ["("] and [
            t.text for t in tokens[end + 2 : end + 3]
        ] == [")"]:
            end += 3
        between = tokens[end].lower if end + 1 < len(tokens) else ""
        following = read_mention(tokens, end + 1, casing) if between in (",", "en") else None
        if following is None or not following.name:
            break
        found.append(following)
        end = following.end
        if between == "en":
            return tuple(found)
    return ()
