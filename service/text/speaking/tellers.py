"""Who speaks in a story that somebody tells aloud: "Dan vraag ik: '...'", "'...', zei mijn moeder".

Speech is told in simpler clauses than a reporter writes, and by people a reporter would not name: "mijn
baas", "die meneer van de bank", "pa", "een van hen". What is looked for is the verb of saying beside the
nested quotation, right behind it or last before its colon, and the subject of that verb: behind it,
before it, or at the head of the sentence if the verb is its second ("Hij keek me aan en zei: '...'").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from service.text.phrases.frames import Token
from service.text.speaking.letters import LETTERS, SENDS
from service.text.speaking.told_phrases import LONGEST_PHRASE, name_behind, phrase_end, says, spoken_phrase
from service.text.words.cues import cues_of, is_plural_verb
from service.text.words.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, word_set
from service.text.words.voices import is_human

Person = Literal["self", "he", "she", "they", "who", "named"]

_FIRST_PERSON_ONLY: Final = word_set("vraag roep fluister mompel schreeuw gil denk dacht app mail zing lach")
"""What "ik" does, in forms that are nouns or names elsewhere."""
_BESIDE: Final = word_set("eronder erbij erop")
_PUTS: Final = word_set("zet zette")
"""With one of those behind it the verb brings words: "zet eronder: '...'"."""
_PRONOUNS: Final[dict[str, Person]] = {
    "ik": "self",
    "we": "self",
    "wij": "self",
    "hij": "he",
    "zij": "she",
    "ze": "she",
    "die": "who",
}
_PERFECT: Final = word_set("heeft had heb hebben hadden")
_HEARD: Final = word_set("hoor hoorde hoort horen hoorden zie zag")
_HEARD_AS: Final[dict[str, Person]] = {"hem": "he", "haar": "she", "ze": "they"}
_OTHERS: Final = word_set(
    "dat toen als wat waarin hoor hoorde mensen iemand hij zij ze hem haar u je jij we wij zijn hun"
)
"""Behind one of these the verb may be somebody else's."""
_TO_ME: Final = [[to, whom] for to in ("aan", "tegen") for whom in ("mij", "me", "ons")]
_TO_AUXILIARY: Final = 14
_APART: Final = 4
"""Words between "een jongen" and its "die": "aan de lijn"."""
_BEHIND_VERB: Final = 6
"""Words between a verb of saying and its colon: "riep door de hele straat:"."""


@dataclass(frozen=True, slots=True)
class NestedSpeaker:
    """The verb, and who, for the teller: a phrase where he is ``named``, as the teller calls him."""

    cue: str
    person: Person
    phrase: str = ""


def teller_behind(behind: Sequence[Token]) -> NestedSpeaker | None:
    """ "'...', zei die meneer van de bank": the verb comes right behind the quotation, its subject next."""
    words = [t for t in behind if t.kind == "word"]
    if not words or words[0].capital or (behind[0] is not words[0] and behind[0].text != ","):
        return None  # "'Nee.' Zegt hij: '...'": of what comes next
    verb, own = words[0].lower, [t.lower for t in words[1:2]] == ["ik"]
    if says(verb) or (verb in _FIRST_PERSON_ONLY and own):
        return _subject_at(words, 1, verb)
    if verb in _PERFECT:  # "'...', heb ik tegen haar gezegd"
        said = [t.lower for t in words[2 : 2 + _TO_AUXILIARY] if _is_participle(t.lower)]
        return _subject_at(words, 1, said[0]) if said else None
    return None


def teller_before(before: Sequence[Token]) -> NestedSpeaker | None:
    """ "Mijn dochter zet eronder: '...'": the last verb of saying before the quotation, and its subject.

    Without a colon it must be the teller himself ("Ik riep nog '...'") or one of his own people.
    """
    if not before or before[-1].text != ":":
        found = _last_verb(before, 0)
        return found if found is not None and found.person == "self" else _own_people(before)
    if (who := _alone(before[:-1])) is not None:
        return who
    return _last_verb(before[:-1], _BEHIND_VERB)


def _alone(tokens: Sequence[Token]) -> NestedSpeaker | None:
    """ "Ik zei: '...'. En hij: '...'": a pronoun and the colon."""
    words = [t.lower for t in tokens if t.lower not in CONJUNCTIONS | {"waarop", "dan", "toen"}]
    alone = len(words) == 1 and words[0] in ("hij", "zij", "ze", "ik")
    return NestedSpeaker(":", _PRONOUNS[words[0]]) if alone else None


def _last_verb(tokens: Sequence[Token], reach: int) -> NestedSpeaker | None:
    last = len(tokens)
    while last and not reach and (tokens[last - 1].lower in ADVERBS or tokens[last - 1].text == ","):
        last -= 1
    for v in range(last - 1, max(-1, last - 2 - reach), -1):
        word = tokens[v].lower
        if tokens[v].kind != "word" and word != ",":
            return None
        if _is_infinitive(word) and (found := _heard(tokens, v) or _to_say(tokens, v)) is not None:
            return found
        puts = word in _PUTS and any(t.lower in _BESIDE for t in tokens[v + 1 :])
        if says(word) or puts:
            return _subject_of(tokens, v)
        someone = v > 0 and tokens[v - 1].lower == "iemand"
        if word in SENDS and (someone or any(t.lower in LETTERS for t in tokens)):
            return _of_auxiliary(tokens, v) if word.startswith("ge") else _subject_of(tokens, v)
        if word in _FIRST_PERSON_ONLY:
            found = _subject_of(tokens, v)
            return found if found is not None and found.person == "self" else None
        if _is_participle(word):
            return _of_auxiliary(tokens, v)
    return None


def _own_people(tokens: Sequence[Token]) -> NestedSpeaker | None:
    """ "Mijn man noemt me '...'", "Een oom van mij noemt me '...'"."""
    end = phrase_end(tokens, 0) if tokens else 0
    mine = {t.lower for t in tokens[:end]} & {"mijn", "me", "mij", "onze", "ons"}
    if not mine or end == len(tokens):
        return None
    verb = tokens[end].lower
    said = any(not c.participle and c.kind != "thought" for c in cues_of(verb))
    return NestedSpeaker(verb, "named", spoken_phrase(tokens[:end])) if said else None


def _is_infinitive(word: str) -> bool:
    return any(cue.kind == "speech" and cue.plural for cue in cues_of(word))


def _is_participle(word: str) -> bool:
    return any(cue.kind == "speech" and cue.participle for cue in cues_of(word))


def _subject_of(tokens: Sequence[Token], v: int) -> NestedSpeaker | None:
    cue = tokens[v].lower
    if (found := _subject_at(tokens, v + 1, cue)) is not None:
        return found
    if any(t.capital for t in tokens[v + 1 : v + 2]):
        return None  # a name
    if (found := _subject_until(tokens, v, cue)) is not None:
        return found
    start = v
    while start and tokens[start - 1].text not in (".", "!", "?", ":"):
        start -= 1
    if not any(t.lower in ("en", ",") for t in tokens[start + 1 : v]):
        return _of_his_own(tokens, v)
    clause = max((k for k in range(start, v) if tokens[k].text == ","), default=start)
    inverted = [t.lower for t in tokens[clause:v] if t.lower in ("hij", "ik", "zij", "ze")]
    turn = clause > start and any(t.lower in ("toen", "dan") for t in tokens[clause : clause + 3])
    if turn and len(inverted) == 1:
        return NestedSpeaker(cue, _PRONOUNS[inverted[0]])  # "Ik belde aan, en toen deed zij open en zei:"
    if (found := _subject_at(tokens, start, cue)) is not None:
        return found
    if (found := _of_his_own(tokens, v)) is not None:
        return found
    if tokens[v - 1].lower == "en" and (found := _behind_the_verb(tokens[: v - 1], cue)) is not None:
        return found
    return NestedSpeaker(cue, _PRONOUNS[inverted[0]]) if len(inverted) == 1 else None


def _behind_the_verb(tokens: Sequence[Token], cue: str) -> NestedSpeaker | None:
    """ "Toen ze ziek was, kwam mijn moeder binnen en zei:": whose clause goes on with the verb of saying."""
    for k in range(len(tokens) - 1, 1, -1):
        mine = tokens[k].lower in ("mijn", "m'n", "onze", "ons")
        if mine and tokens[k - 2].text == "," and (end := phrase_end(tokens, k)) > k:
            return NestedSpeaker(cue, "named", spoken_phrase(tokens[k:end]))
    return None


def _of_auxiliary(tokens: Sequence[Token], v: int) -> NestedSpeaker | None:
    """ "Mijn man heeft toen letterlijk gezegd:", "Toen heeft hij geroepen:"."""
    cue = tokens[v].lower
    for a in range(v - 1, max(-1, v - _TO_AUXILIARY), -1):
        if tokens[a].lower == "heb" and "ik" in {t.lower for t in tokens[:a]}:
            return NestedSpeaker(cue, "self")  # "dat ik tegen hem heb gezegd:"
        if tokens[a].lower in _PERFECT:
            return _subject_at(tokens, a + 1, cue) or _subject_until(tokens, a, cue)
    return None


def _heard(tokens: Sequence[Token], v: int) -> NestedSpeaker | None:
    """ "Ik hoorde haar zeggen:", "Ik hoorde mijn moeder roepen:"."""
    for h in range(v - 1, max(-1, v - _TO_AUXILIARY), -1):
        if tokens[h].lower in _HEARD:
            heard = [t for t in tokens[h + 1 : v] if t.lower != "ik"]
            if len(heard) == 1 and heard[0].lower in _HEARD_AS:
                return NestedSpeaker(tokens[v].lower, _HEARD_AS[heard[0].lower])
            found = _subject_at(heard, 0, tokens[v].lower)
            return found if found is not None and found.person == "named" else None
    return None


def _to_say(tokens: Sequence[Token], v: int) -> NestedSpeaker | None:
    """ "Ik hoef nooit meer te zeggen:", "Ik had willen zeggen:"."""
    infinitive = v and tokens[v - 1].lower in AUXILIARIES | {"te"}
    return _of_his_own(tokens, v) if infinitive else None


def _of_his_own(tokens: Sequence[Token], v: int) -> NestedSpeaker | None:
    """ "Als ik tegen hen zeg:": "ik" before the verb, and nobody else between."""
    words = [t.lower for t in tokens[max(0, v - _TO_AUXILIARY) : v]]
    between = words[len(words) - words[::-1].index("ik") :] if "ik" in words else ["iemand"]
    return None if _OTHERS.intersection(between) else NestedSpeaker(tokens[v].lower, "self")


def _subject_at(tokens: Sequence[Token], i: int, cue: str) -> NestedSpeaker | None:
    """The subject whose first word is token ``i``."""
    if i >= len(tokens):
        return None
    word, end = tokens[i].lower, phrase_end(tokens, i)
    several = is_plural_verb(cue)
    if several and end > i and [t.lower for t in tokens[end : end + 1]] == ["en"]:
        end = _other_end(tokens, end + 1) or end  # "riepen mijn vader en moeder"
    if end > i:
        return NestedSpeaker(cue, "named", name_behind(tokens, end) or spoken_phrase(tokens[i:end]))
    if word in ("ze", "zij", "die") and several:
        return NestedSpeaker(cue, "they")
    return NestedSpeaker(cue, _PRONOUNS[word]) if word in _PRONOUNS else None


def _other_end(tokens: Sequence[Token], i: int) -> int:
    """Where the second of two joined subjects ends that begins at token ``i``; 0 if none does."""
    if i >= len(tokens):
        return 0
    end = phrase_end(tokens, i)
    return end if end > i else (i + 1) * is_human(tokens[i].lower)


def _subject_until(tokens: Sequence[Token], end: int, cue: str) -> NestedSpeaker | None:
    """The subject whose last word stands before token ``end``, adverbs passed over."""
    if [t.lower for t in tokens[max(0, end - 2) : end]] in _TO_ME:
        end -= 2  # "een jongen die aan mij vroeg:"
    while end and tokens[end - 1].lower in ADVERBS - _HEARD_AS.keys():
        if [t.lower for t in tokens[max(0, end - 2) : end]] == ["van", "hen"]:
            break  # "Een van hen zei:"
        end -= 1
    if not end:
        return None
    if tokens[end - 1].lower in ("die", "dat") and (one := _antecedent(tokens[: end - 1])):
        return NestedSpeaker(cue, "named", one)
    if tokens[end - 1].lower in _PRONOUNS:
        return _subject_at(tokens[:end], end - 1, cue)
    for start in range(max(0, end - 2 * LONGEST_PHRASE), end):
        governed = start and tokens[start - 1].lower in PREPOSITIONS
        if not governed and phrase_end(tokens[:end], start) == end:
            if start > 1 and tokens[start - 1].lower == "en" and is_plural_verb(cue):
                first = _subject_until(tokens, start - 1, cue)
                phrase = f"{first.phrase} en {spoken_phrase(tokens[start:end])}" if first is not None else ""
                return NestedSpeaker(cue, "named", phrase) if first is not None and first.phrase else None
            return NestedSpeaker(cue, "named", spoken_phrase(tokens[start:end]))
    return None


def _antecedent(tokens: Sequence[Token]) -> str:
    """ "een jongen" or "een jongen aan de lijn", at the end of the tokens; empty for others."""
    for start in range(len(tokens) - 1, max(-1, len(tokens) - 2 - LONGEST_PHRASE - _APART), -1):
        end = phrase_end(tokens, start) if tokens[start].lower == "een" else start
        behind = [t.lower for t in tokens[end:]]
        near = not behind or (behind[0] in PREPOSITIONS and len(behind) <= _APART)
        if end > start:
            apart = any(word in CONJUNCTIONS | AUXILIARIES | {"er", "voor"} for word in behind)
            return spoken_phrase(tokens[start:end]) if near and not apart else ""
    return ""
