"""People without a name whom an article speaks of: "een vrouw met een hond", "haar broer"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from service.text.people.entities import Entities
from service.text.phrases.mention import Mention
from service.text.words.lexicon import word_set
from service.text.words.roles import KIN, is_office
from service.text.words.voices import BODY, Gender, gender_of_role

SUBJECT: Final = 3
"""Tokens into a sentence that its subject can begin, behind its verb."""
FEW: Final = 5
"""Frames back that "de arts" can reach for a "huisarts"."""
_NEAR: Final = 8
"""Frames back that "de raadsman" can reach for "zijn advocaat"."""
WHOLE: Final = 10_000
"""Past the last token of any sentence."""
_THE_ONE: Final = word_set("rechter minister premier president burgemeester voorzitter trainer paus koning")
_ANYBODY: Final = word_set("man vrouw jongen meisje jongetje")
_IN_THE_DOCK: Final = word_set("verdachte dader slachtoffer beklaagde")
TOGETHER: Final = word_set("echtpaar stel gezin duo tweetal familie")


def _place(phrase: tuple[int, int, Mention]) -> tuple[int, int]:
    return phrase[:2]


class Strangers(Entities):
    """The entities of one article, asked for those who have no name."""

    def named_in(self, frame: int, token: int) -> set[str]:
        """The people whom a sentence names before a token."""
        return {named.entity.name for named in self._people_in(frame, token)}

    def _tells_of(self, phrase: str, frame: int) -> bool:
        """Whether a sentence calls somebody so, or speaks of nobody at all."""
        calls = [
            m.phrase for m in self._calls_in(self._unnamed, frame) + self._calls_in(self._phrases, frame)
        ]
        return phrase in calls or not (calls or self.named_in(frame, WHOLE))

    def _calls_in(self, calls: Sequence[tuple[int, int, Mention]], frame: int) -> list[Mention]:
        """The mentions of one sentence, out of a list by position."""
        first, last = (bisect_left(calls, (at, 0), key=_place) for at in (frame, frame + 1))
        return [mention for _, _, mention in calls[first:last]]

    def _opened(self, phrase: str, frame: int) -> bool:
        """Whether the sentence before is about whom the phrase calls so, or goes on about him."""
        at = self._opening(frame)
        alone = not self.named_in(at, WHOLE)
        return any(m.phrase == phrase and (m.start == 0 or alone) for m in self._calls_in(self._phrases, at))

    def _opening(self, frame: int) -> int:
        """The last sentence before a frame that begins with no pronoun: whom the others go on about."""
        back = (at for at in range(frame - 1, frame - _NEAR, -1) if at not in self._goes_on)
        return next(back, frame - _NEAR)

    def _called_before(self, head: str, frame: int) -> str | None:
        """ "de jongen", after "een jongen met een pet"; "de man", right after "een voorbijganger"."""
        last = bisect_left(self._unnamed, (frame, 0), key=_place)
        if head in _THE_ONE:
            return None  # "Dat een rechter dit stelt, is nieuw. De rechter zei"
        for _, _, mention in self._unnamed[max(0, last - 60) : last][::-1]:
            noun = mention.noun
            same = noun == head or (len(head) > 3 and noun.endswith(head))
            if mention.phrase.startswith("een ") and same:
                return mention.phrase
        lately = [*self._calls_in(self._unnamed, frame - 1), *self._calls_in(self._unnamed, frame)]
        named = any(self.named_in(at, WHOLE) for at in (frame - 2, frame - 1, frame))
        alone = len(lately) == 1 and not named
        together = alone and lately[0].noun in TOGETHER
        if head in _ANYBODY and alone and not together and lately[0].phrase.startswith("een "):
            known = gender_of_role(lately[0].head)
            return lately[0].phrase if known in ("", gender_of_role(head)) else None
        return None

    def _somebodys(self, nouns: Sequence[str], frame: int) -> str | None:
        """ "de raadsman", after "zijn advocaat"; "de zus", after "zijn zus"."""
        for at in range(frame - _NEAR, frame):
            if any(m.noun in nouns and " " in m.role for m in self._calls_in(self._phrases, at)):
                return None  # "de zus van het slachtoffer" was called so since, or just before
        first, last = (bisect_left(self._unnamed, (at, 0), key=_place) for at in (frame - _NEAR, frame))
        for _, _, mention in self._unnamed[first:last][::-1]:
            if mention.noun in nouns and mention.phrase.startswith(("zijn ", "haar ", "hun ")):
                return mention.phrase
        return None

    def _opening_role(self, pronoun: Mention, frame: int, gender: Gender) -> Mention | None:
        """The role a sentence begins with: "De minister ontraadt het plan; hij vindt het '...'"."""
        for mention in self._calls_in(self._phrases, frame) if frame not in self._asked else ():
            noun = mention.noun
            if mention.start > 1 or mention.end >= pronoun.start or BODY.search(noun):
                continue
            if pronoun.phrase in ("haar", "hem") and pronoun.start - mention.end <= SUBJECT:
                continue  # "De klant betaalt volgens haar": not according to himself
            if mention.start == 1 and pronoun.start == mention.end + 1:
                continue  # "Tegen de verdachte zei ze"
            singular = mention.phrase.casefold().startswith(("de ", "het ")) and not mention.plural
            if singular and gender_of_role(noun) in ("", gender):
                return mention
        return None

    def _stranger(self, frame: int, gender: Gender) -> str | None:
        """The one person without a name whom the sentence before brings up: "Er staat een vrouw"."""
        first, last = (bisect_left(self._strangers, at, key=lambda s: s[0]) for at in (frame - 1, frame))
        found = [mention for _, mention in self._strangers[first:last]]
        if len(found) != 1:
            return None
        known = gender_of_role(found[0].head)
        return None if known and known != gender else found[0].phrase

    def _relative(self, frame: int, gender: Gender) -> str | None:
        """Who the sentence before tells of as somebody's relation: "De moeder van Liv zat erbij. Zij ..."."""
        places = [named.token for named in self._people_in(frame - 1)]
        for mention in self._calls_in(self._phrases, frame - 1):
            head, of, _ = mention.phrase.removeprefix("de ").partition(" van ")
            fits = of and head in KIN and gender_of_role(head) == gender
            if fits and places and all(mention.start <= place < mention.end for place in places):
                return mention.phrase
        return None

    def _only_one_called(self, frame: int, gender: Gender) -> str | None:
        """Whom the paragraph calls last by what he is: "Zwaar weegt dat de chirurg zweeg. Hij ..."."""
        for at in range(frame - 1, frame - FEW, -1):
            if self._paragraph.get(at) != self._paragraph[frame]:
                return None
            called = [m for m in self._calls_in(self._phrases, at) if not BODY.search(m.noun)]
            if called:
                known = gender_of_role(called[0].noun)
                office = is_office(called[0].noun) and called[0].noun not in _IN_THE_DOCK
                fits = known == gender or (not known and (gender == "m" or office))
                return called[0].phrase if fits and len(called) == 1 and not called[0].plural else None
        return None

    def _last_unnamed(self, gender: Gender, frame: int) -> str | None:
        """The person without a name, of that sex, whom the last sentences spoke of: "haar man"."""
        last = bisect_left(self._unnamed, (frame, 0), key=_place)
        for at, _, mention in self._unnamed[max(0, last - 20) : last][::-1]:
            if frame - at <= FEW and gender_of_role(mention.head) == gender:
                return mention.phrase
        return None
