"""Who is told something: "Van de wachter kreeg hij te horen", "Hij kreeg een mail terug"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.words.lexicon import word_set
from service.text.words.roles import is_office
from service.text.words.voices import is_human

_GETS: Final = word_set("krijgt kreeg krijgen kregen")
_HEARS: Final = (["te", "horen"], ["naar", "het", "hoofd"], ["als", "antwoord"])
_ANSWERED: Final = re.compile(r"(?:reactie|antwoord|mail|mailtje|bericht|berichtje|sms|brief)$")


def is_told_by_nobody(tokens: Sequence[Token]) -> bool:
    """ "Hij kreeg te horen dat", "Op haar mails kreeg ze dezelfde reactie terug": who says it is not told."""
    words = [t.lower for t in tokens]
    got = next((v for v, word in enumerate(words) if word in _GETS), len(words))
    if "van" in words or not {"en", "maar", ";"}.isdisjoint(words[got:]):
        return False  # "kreeg kritiek, maar zei in een reactie:"
    heard = any(words[k : k + len(end)] == end for end in _HEARS for k in range(got, len(words)))
    back = words[-1:] == [":"] and any(_ANSWERED.search(word) for word in words[got:])
    return heard or back


def was_told(tokens: Sequence[Token], casing: Casing) -> Attribution | None:
    """ "Van de wachter kreeg hij te horen: '...'", "'...', kreeg zij van een klant naar het hoofd"."""
    words = [t.lower for t in tokens]
    got = next((v for v, word in enumerate(words) if word in _GETS), -1)
    heard = any(words[k : k + len(end)] == end for end in _HEARS for k in range(got, len(words)))
    if got < 0 or not heard:
        return None
    for i, word in enumerate(words[:-1]):
        whom = read_mention(tokens, i + 1, casing) if word == "van" else None
        if whom is not None and (whom.name or whom.pronoun or is_human(whom.head)):
            first, last = sorted((got, i))
            if not (whom.name or is_office(whom.head)):
                whom = replace(whom, definite=False)  # nobody who is called otherwise elsewhere
            return Attribution(whom, (), words[got], "speech", "verb", got, first, max(last, whom.end))
    return None
