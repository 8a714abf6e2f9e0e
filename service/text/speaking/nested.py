"""The surroundings of a quotation inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.text.confidence import Confidence
from service.text.marks.pairing import Pair
from service.text.people.registry import Registry
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Frame, Token, read_tokens
from service.text.phrases.mention import Mention, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.attributions import find_attributions
from service.text.speaking.letters import stands_in_letter, writer_in
from service.text.speaking.said import Place, Said
from service.text.speaking.tellers import NestedSpeaker, teller_before, teller_behind
from service.text.words.cues import is_plural_verb
from service.text.words.lexicon import word_set
from service.text.words.roles import FIRM
from service.text.words.voices import BODY, is_human

_REACH = 80
_EARLIER = 400
"""Characters of the outer quotation, before the nested one, that "hij" can reach back into."""
_SAME_CLAUSE = 12
_TO_HIM = ("hem", "haar")
_ONE_OF = word_set("oudste jongste eerste laatste volgende andere ene grootste kleinste")
_OWN = ("mijn ", "m'n ", "m’n ", "onze ")
_STOPS = (".", "!", "?", "…")


def nested_said(
    text: str,
    outer: Pair,
    pair: Pair,
    registry: Registry,
    outer_speaker: str | None,
    frames: Sequence[Frame],
) -> tuple[Said, list[Token], int]:
    """Who is quoted inside the quotation, the tokens of that sentence, and the nested one's place among them.

    A name or a role counts, the speaker who repeats himself ("Ik zei: ...") and his own people ("Mijn man
    riep: ..."). "Hij" in somebody else's mouth is the person last spoken of who is not that somebody, in the
    quotation itself or in the reporter's last sentences, of which ``frames`` are (the last holds the outer
    quotation).
    """
    before, behind = _sentence_around(text, outer, pair)
    tokens = [*before, Token(text[pair.start : pair.end], pair.opened, pair.closed, "quote", 0), *behind]
    earlier = read_tokens(text, max(outer.start, pair.opened - _EARLIER), pair.opened, [])
    who = _Who(outer, registry, outer_speaker, frames)
    said = (
        _told(before, behind, earlier, who)
        or _attributed(tokens, len(before), earlier, who)
        or _written(tokens, earlier, who)
    )
    return said or Said(), tokens, len(before)


@dataclass(frozen=True, slots=True)
class _Who:
    """What is known of everybody, to tell who is meant."""

    outer: Pair
    registry: Registry
    outer_speaker: str | None
    frames: Sequence[Frame]


def _sentence_around(text: str, outer: Pair, pair: Pair) -> tuple[list[Token], list[Token]]:
    lo, hi = max(outer.start, pair.opened - _REACH), min(outer.end, pair.closed + _REACH)
    before = read_tokens(text, lo, pair.opened, [])
    behind = read_tokens(text, pair.closed, hi, [])
    stops = [i for i, token in enumerate(before) if token.text in _STOPS]
    if stops and stops[-1] == len(before) - 1 and before[-1].text == "?":
        asked = before[stops[-2] + 1 if len(stops) > 1 else 0 : -1]
        if any(token.lower == "wat" for token in asked[:4]):  # "Weet je wat mijn vader zei? '...'"
            before, stops = [*asked, Token(":", before[-1].start, before[-1].end, "punct")], []
    before = before[stops[-1] + 1 :] if stops else before
    stops = [i for i, token in enumerate(behind) if token.text in _STOPS]
    return before, behind[: stops[0] + 1] if stops else behind


def _told(
    before: Sequence[Token], behind: Sequence[Token], earlier: Sequence[Token], who: _Who
) -> Said | None:
    """By the teller's own clauses. "De dokter" may have a name: he is left to the other reading."""
    place: Place = "after"
    if (teller := teller_behind(behind)) is None:
        place, teller = "before", teller_before(before)
    if teller is None or teller.phrase.startswith(("de ", "het ")):
        return None
    verbs = [n for n, t in enumerate(earlier) if t.lower == teller.cue and place == "before"]
    speaker = _meant(teller, earlier[: verbs[-1]] if verbs else earlier, who)
    sure: Confidence = "medium" if teller.person == "named" else "low"
    return None if speaker is None else Said(speaker, teller.cue, place, sure)


def _attributed(tokens: Sequence[Token], p: int, earlier: Sequence[Token], who: _Who) -> Said | None:
    """As a reporter attributes."""
    registry, frames = who.registry, who.frames
    found = find_attributions(Frame(0, 0, tuple(tokens)), registry.casing)
    for a in sorted(found, key=lambda a: abs(a.at - p)):
        near = abs(a.at - p) <= 4 or (a.at < p <= a.at + _SAME_CLAUSE and a.kind == "speech")
        if a.mention is None or not near or a.kind == "thought":
            continue
        if a.mention.pronoun == "die" and is_plural_verb(tokens[a.at].lower):
            speaker = _several(earlier, who)
        elif a.mention.pronoun == "die" and frames:
            speaker = _last_told_of(earlier, who) or _last_reported(a.mention, who)
        elif a.mention.pronoun and not a.mention.plural:
            speaker = _somebody_else(a.mention, earlier, who)
        elif a.mention.name or _speaks_by_role(a.mention, tokens[a.at - 1]):
            speaker = registry.resolve(a.mention, frames[-1].index if frames else 0)
            if speaker == who.outer_speaker and not a.mention.name:
                speaker = a.mention.phrase  # "De badmeester zei": the speaker would have said "ik"
        else:
            continue
        if speaker is not None:
            place: Place = "after" if a.at > p == 0 else "inside"
            return Said(speaker, a.cue, place, "medium" if a.mention.name else "low")
    return None


def _written(tokens: Sequence[Token], earlier: Sequence[Token], who: _Who) -> Said | None:
    """ "Ik kreeg een brief van de bank. Daarin stond: '...'"."""
    if not stands_in_letter(tokens):
        return None
    for words in (earlier, *(frame.tokens for frame in reversed(who.frames))):
        if (writer := writer_in(words, who.registry)) is not None:
            if writer.pronoun:
                speaker = _somebody_else(writer, earlier, who)
            else:
                speaker = who.registry.resolve(writer, who.frames[-1].index) if who.frames else None
            return Said(speaker, None, "inside", "low") if speaker else None
    return None


def _meant(teller: NestedSpeaker, earlier: Sequence[Token], who: _Who) -> str | None:
    if teller.person == "named":
        return teller.phrase
    if teller.person == "self":
        return who.outer_speaker
    if teller.person in ("he", "she"):
        pronoun = "hij" if teller.person == "he" else "zij"
        return _somebody_else(pronoun_at(0, pronoun), earlier, who)
    return _several(earlier, who) if teller.person == "they" else None


def _several(earlier: Sequence[Token], who: _Who) -> str | None:
    """Whom "ze zeiden" and "die zeiden" mean: people in the plural or a body, last spoken of before."""
    quoted = [
        read_tokens(t.text, 0, len(t.text), [])
        for frame in who.frames[-2:]
        for t in frame.tokens
        if t.kind == "quote" and t.end < who.outer.opened
    ]
    told = [[t for t in frame.tokens if t.start < who.outer.opened] for frame in who.frames[-2:]]
    for tokens in (earlier, *reversed(quoted[-1:]), *reversed(told)):
        for mention in reversed(list(_mentions(tokens, who.registry.casing))):
            if _in_a_relative_clause(tokens, mention.start):
                continue  # "Twee broers, die een bedrijf hebben, boden hulp aan"
            noun = mention.head
            own = mention.phrase.startswith(_OWN)
            if not mention.name and ((mention.plural and (own or is_human(noun))) or BODY.search(noun)):
                return mention.phrase.removeprefix("dat ")
    return None


def _in_a_relative_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` stands behind ", die" and before the comma that closes it."""
    start = max((k + 1 for k in range(at) if tokens[k].text in _STOPS), default=0)
    words = [t.lower for t in tokens[start:at]]
    comma = max((k for k, word in enumerate(words) if word == ","), default=len(words))
    return words[comma + 1 : comma + 2] == ["die"]


def _speaks_by_role(mention: Mention, before: Token) -> bool:
    """Whether the noun tells of a person, a body or several who can speak."""
    noun = mention.head
    one = mention.phrase.startswith("de ") and noun in _ONE_OF
    speaks = is_human(noun) or one or FIRM.search(noun) is not None or BODY.search(noun) is not None
    return bool(mention.role) and speaks and not (mention.plural and before.lower == "die")


def _last_reported(die: Mention, who: _Who) -> str | None:
    """Somebody of the reporter's sentence before, by name or as a relative or "een collega"."""
    last = who.registry.resolve(die, who.frames[-1].index)
    if last is None or not (last[:1].isupper() or last.startswith(("een ", "zijn ", "haar "))):
        return None
    return last if who.registry.is_person(last) else None


def _last_told_of(earlier: Sequence[Token], who: _Who) -> str | None:
    """Whom "die" means: the person whom the outer quotation, or the one right before it, speaks of last."""
    registry, frame = who.registry, who.frames[-1]
    quoted = [t for f in who.frames[-2:] for t in f.tokens if t.kind == "quote" and t.end < who.outer.opened]
    for words in (earlier, *(read_tokens(t.text, 0, len(t.text), []) for t in quoted[-1:])):
        for mention in reversed(list(_mentions(words, registry.casing))):
            own = mention.phrase.startswith(_OWN) and not mention.name and is_human(mention.head)
            if own or (mention.head != "groep" and _person(mention, registry, 0)):
                return mention.phrase if own else registry.resolve(mention, frame.index)
    return None


def _somebody_else(pronoun: Mention, earlier: Sequence[Token], who: _Who) -> str | None:
    """The person last spoken of, before the quotation, whom the pronoun can mean and who is not speaking."""
    registry, speaking = who.registry, who.outer_speaker
    for mention in reversed(list(_mentions(earlier, registry.casing))):
        if (one := _person(mention, registry, 0)) and registry.agrees(pronoun, one) and one != speaking:
            return one
    for frame in reversed(who.frames):
        tokens = [t for t in frame.tokens if t.start < who.outer.opened]
        for quoted in reversed([t for t in tokens if t.kind == "quote" and not t.text[:1].islower()]):
            words = read_tokens(quoted.text, max(0, len(quoted.text) - _EARLIER), len(quoted.text), [])
            for mention in reversed(list(_mentions(words, registry.casing))):
                own = mention.phrase.startswith(("mijn ", "onze ", "een ")) and is_human(mention.head)
                one = _person(mention, registry, frame.index) if mention.name else mention.phrase
                what = mention.start > 0 and words[mention.start - 1].lower in ("is", "was")
                if what and not mention.name:
                    continue  # "Hij was een man van zijn woord": what he is, not who
                if (mention.name or own) and one and one != speaking and registry.agrees(pronoun, one):
                    return one
        for mention in reversed(list(_mentions(tokens, registry.casing))):
            one = _person(mention, registry, frame.index)
            met = mention.start <= 1 and not mention.name and any(t.lower in _TO_HIM for t in tokens)
            if one is not None and one == speaking and met:
                one = mention.phrase  # "De pomphouder liet hem gaan. 'Hij zei: ...'"
            if one and one != speaking and registry.agrees(pronoun, one):
                return one
    hero = registry.protagonist(who.frames[-1].index, 0) if who.frames else None
    return hero if hero and hero != speaking and registry.agrees(pronoun, hero) else None


def _mentions(tokens: Sequence[Token], casing: Casing) -> Iterator[Mention]:
    i = 0
    while i < len(tokens):
        mention = read_mention(tokens, i, casing) if tokens[i].kind == "word" else None
        if mention is not None:
            yield mention
        i = mention.end if mention is not None and (mention.name or is_human(mention.head)) else i + 1


def _person(mention: Mention, registry: Registry, frame: int) -> str | None:
    """Somebody by name, or by a noun that means a person, unless he is only called "hij" too."""
    if mention.pronoun or mention.plural:
        return None
    if mention.name:
        called = bool(mention.role) and is_human(mention.head) and not BODY.search(mention.head)
        return registry.full_name(mention) if called or registry.person_at(mention) else None
    if not mention.role or not is_human(mention.head) or mention.phrase.startswith(mention.head):
        return None  # "die is melkveehouder": what somebody is, not who
    return registry.resolve(mention, frame)
