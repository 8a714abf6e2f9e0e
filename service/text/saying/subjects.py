"""The subject of a verb of saying: before it, behind it by inversion, or behind a subordinator.

Dutch puts the finite verb second in a main clause and last in a subordinate one. So the words between the
start of the clause and the verb are either the subject, or something else in first place, and then the
subject follows ("Woensdag zei de minister"); in a subordinate clause it follows the subordinator ("wat de
minister ... noemt"). A verb behind "en" or "maar" shares the subject of the verb before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from service.text.phrases.antecedents import NOT_A_SUBJECT, before_comma, mention_before
from service.text.phrases.casing import Casing
from service.text.phrases.frames import Token
from service.text.phrases.mention import Mention, is_somebody
from service.text.phrases.mentions import read_mention
from service.text.phrases.nouns import noun_follows
from service.text.saying.inversion import TIMES, behind, is_of_no_third_person
from service.text.words.cues import cues_of
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    OBJECT_PRONOUNS,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_FORM,
    word_set,
)
from service.text.words.voices import BODY, is_human

_BREAKS: Final = frozenset(",;:()–—-?!.…[]")

_NO_THIRD_PERSON: Final = word_set("ik we wij men")


def is_finite(token: Token) -> bool:
    return token.kind == "word" and not token.capital and any(not c.participle for c in cues_of(token.text))


def clause_start(tokens: Sequence[Token], v: int) -> int:
    """The first token of the clause that reaches to ``v``."""
    lo = v
    while lo > 0 and tokens[lo - 1].text not in _BREAKS:
        lo -= 1
        if (
            lo > 2
            and lo < v
            and tokens[lo - 1].text == ")"
            and tokens[lo - 3].text == "("
            and tokens[lo].kind == "quote"
        ):
            lo -= 3  # "die haar collega Rens Bos (PvdD) '...' vindt"
    while lo < v and tokens[lo].kind == "quote":
        lo += 1
    return lo


def house_of(tokens: Sequence[Token], start: int, casing: Casing) -> Mention | None:
    """ "Bij de bond vinden ze het '...'": the body whose people a clause from ``start`` on calls "ze"."""
    at_home = [t.lower for t in tokens[start : start + 1]] == ["bij"]
    house = read_mention(tokens, start + 1, casing) if at_home else None
    if house is None or house.plural or not (house.name or BODY.search(house.head)):
        return None
    behind = [t.lower for t in tokens[house.end : house.end + 2]]
    return house if behind[1:] in (["ze"], ["zij"]) and behind[0].endswith("n") else None


def subject_of(tokens: Sequence[Token], v: int, casing: Casing) -> Mention | None:
    """The subject of the finite verb at ``v``, or None where it is no third person that can be named."""
    if tokens[v].lower.endswith("-ie"):
        return Mention(v, v + 1, "hij", pronoun="hij")
    lo = clause_start(tokens, v)
    start = lo
    listed = read_mention(tokens, 0, casing) if lo > 1 and tokens[lo - 1].text == "," else None
    if listed is not None and lo < listed.end == v and listed.role and not listed.name:
        return listed  # "De burgemeesters van Aa, Bee en Cee vragen"
    following = tokens[v + 1].lower if v + 1 < len(tokens) and start < v else ""
    if following in _NO_THIRD_PERSON:
        return None
    if (house := house_of(tokens, lo, casing)) is not None and house.end == v:
        return house
    if following == "hij":
        return behind(tokens, v, casing)  # "De kern noemt hij ...": a subject by its case
    if v > 1 and tokens[v - 1].lower in CONJUNCTIONS and tokens[v - 2].text not in (".", ":", ";"):
        for u in _verbs_before(tokens, v, lo):
            mention = subject_of(tokens, u, casing)
            if not _is_in_an_inner_clause(tokens, u, mention):
                return mention
        if (opening := _opening_subject(tokens, v, casing)) is not None:
            return opening
    while start < v and (
        tokens[start].lower in CONJUNCTIONS
        or tokens[start].lower in ("ook", "toch", "zelf", "maar", "alleen", "zelfs")
    ):
        start += 1
    if start == v:
        return _around_a_first_verb(tokens, v, lo, casing)
    for k in range(v - 1, start - 1, -1):
        now = k == 0 and tokens[0].lower == "nu"  # "Nu de rechter heeft gezegd dat"
        if tokens[k].lower in SUBORDINATORS or (now and any(cues_of(t.lower) for t in tokens[v : v + 2])):
            if tokens[k + 1].lower in OTHER_PRONOUNS - {"het", "er"}:
                return None
            if tokens[k].lower == "die" and k == v - 1 and k and tokens[k - 1].lower in SUBORDINATORS:
                return None  # "toen die wilde reageren": somebody, but who
            inner = _subordinate(tokens, k, v, lo, casing)
            if inner is not None:
                return inner
            break
    if lo and tokens[lo - 1].text == ")" and tokens[lo].lower in PREPOSITIONS:
        titled = before_comma(tokens, lo, casing)
        if titled is not None and titled.name:
            return titled  # "Minister Smit (VVD) voor Natuur en Stikstof schreef"
    return _in_main_clause(tokens, start, v, casing)


def _verbs_before(tokens: Sequence[Token], v: int, lo: int) -> Iterator[int]:
    """The finite verbs that the one behind "en" at ``v`` may share a subject with, the nearest first."""
    for u in range(v - 2, 0, -1):
        if tokens[u].kind == "quote" and u < lo:
            return
        if tokens[u].lower == "zijn" and tokens[u - 1].lower in PREPOSITIONS:
            continue  # "Dan kijkt Bos op zijn horloge en zegt": no verb
        if is_finite(tokens[u]) or tokens[u].lower in AUXILIARIES:
            yield u


def _is_in_an_inner_clause(tokens: Sequence[Token], u: int, mention: Mention | None) -> bool:
    """ "Bos ontkent dat de druk stijgt en noemt": whether the verb at ``u`` tells of a thing in a "dat"."""
    again = tokens[u - 1].lower in CONJUNCTIONS  # looked behind "en" already: once is enough
    of_a_thing = mention is not None and not is_somebody(mention)
    return of_a_thing and not again and _is_subordinate(tokens, u)


def _opening_subject(tokens: Sequence[Token], v: int, casing: Casing) -> Mention | None:
    """Whoever the sentence opens with, when no verb before "en" tells."""
    opening = read_mention(tokens, 0, casing)
    if opening is not None and opening.end < v and tokens[0].lower not in NOT_A_SUBJECT:
        return opening
    if v <= 4 or tokens[0].lower not in ADVERBS | {"dan", "daarna"} or not VERB_FORM.search(tokens[1].lower):
        return None
    then = read_mention(tokens, 2, casing)  # "Dan kijkt Bos op en zegt:"
    return then if then is not None and is_somebody(then) and then.end < v else None


def _around_a_first_verb(tokens: Sequence[Token], v: int, lo: int, casing: Casing) -> Mention | None:
    """The subject of a verb that opens its clause at ``lo``: behind it, or before the comma."""
    after = behind(tokens, v, casing)
    before = before_comma(tokens, lo, casing)
    apposed = before is not None and (
        (tokens[before.end].lower in (",", "die", "dat") and lo - 1 > before.end)
        or tokens[before.end - 1].text == ","  # "Een vriend, criticus Jan Bos, noemde Winter"
        or (before.end + 3 == v and tokens[before.end].text == "(" and tokens[v - 1].text == ")")
    )  # "Cor Bos (67) vindt ze alarmerend"
    if after is not None and tokens[after.end : after.end + 1] and tokens[after.end].text == ",":
        apposed = False  # "Trump, de president, zei senator Smit, is ziek"
    if after is not None and is_somebody(after) and not apposed:
        before = None  # "Jansen, zei Bos, is ziek", but "Lubbers, destijds premier, noemde Nederland"
    body = before is not None and apposed and BODY.search(before.head)
    if before is not None and (body or is_somebody(before)):
        return before  # "Het slachtoffer, inmiddels 21, las een verklaring voor"
    if after is None and lo and tokens[lo - 1].text == "," and not is_of_no_third_person(tokens, v):
        before = before or _of_the_first_clause(tokens, v, casing)
    return after if after is not None or is_of_no_third_person(tokens, v) else before


def _in_main_clause(tokens: Sequence[Token], start: int, v: int, casing: Casing) -> Mention | None:
    """The subject of a verb with words before it in its clause, from ``start`` on: among them, or behind."""
    for s in _places(tokens, start, v):
        mention = read_mention(tokens, s, casing)
        predicate = s > 0 and tokens[s - 1].lower == "als" and mention is not None and bool(mention.role)
        if mention is not None and (mention.head in TIMES or predicate):
            continue  # "die hij als jongen van twaalf begon"
        if mention is not None and mention.end <= v and _only_filler(tokens, mention.end, v):
            return _itself_or_behind(tokens, mention, v, casing)
    if tokens[v - 1].lower in OTHER_PRONOUNS - {"het", "er"}:
        return None
    after = behind(tokens, v, casing)
    if after is not None or is_of_no_third_person(tokens, v):
        return after
    if start == 0 or tokens[start].lower in RELATIVES:
        mention = read_mention(tokens, start, casing)
        if mention is not None and mention.end <= v and tokens[start].lower not in NOT_A_SUBJECT:
            return mention
    return None


def _itself_or_behind(tokens: Sequence[Token], mention: Mention, v: int, casing: Casing) -> Mention | None:
    """The mention before the verb, or what follows the verb where that is the subject."""
    following = tokens[v + 1].lower if v + 1 < len(tokens) else ""
    if following in ("ze", "zij") and not (is_somebody(mention) and _is_known(mention, casing)):
        return behind(tokens, v, casing)  # "Het antwoord gaf ze meteen", "Opkopen noemt ze"
    thinks = any(c.kind in ("thought", "naming") for c in cues_of(tokens[v].lower))
    if thinks and not is_somebody(mention) and tokens[v + 1 : v + 2] and tokens[v + 1].capital:
        return behind(tokens, v, casing)  # "Het mooist vindt Smit de reacties"
    if tokens[v].lower in AUXILIARIES and not is_somebody(mention) and not mention.plural:
        after = behind(tokens, v, casing)
        if after is not None and after.start == v + 1 and is_first_name(after.name.split(" ")[0]):
            return after  # "Die winst had Marijke niet verwacht"
    if tokens[mention.start].lower in NOT_A_SUBJECT and not mention.pronoun:
        thing = tokens[0].lower in ("die", "dat", "deze", "dit") and not is_human(tokens[1].lower)
        told = mention.start == 0 and v == 2 and thing and tokens[v + 1 : v + 2] and tokens[v + 1].capital
        return behind(tokens, v, casing) if told else None  # "Die zin schreef Bos op een kaart"
    return mention


def _is_subordinate(tokens: Sequence[Token], v: int) -> bool:
    """Whether a verb stands in a clause with "dat" or the like, behind another verb."""
    for k in range(v - 1, 1, -1):
        if tokens[k].lower in SUBORDINATORS:
            return any(is_finite(t) for t in tokens[:k])
    return False


def _of_the_first_clause(tokens: Sequence[Token], v: int, casing: Casing) -> Mention | None:
    """ "Hij belde aan, vertelde dat ... en vroeg om geld": the subject of the verbs that follow too."""
    mention = read_mention(tokens, 0, casing)
    in_a_row = any(t.lower == "en" and is_finite(tokens[k + 1]) for k, t in enumerate(tokens[v:-1], v))
    if mention is None or not in_a_row or mention.end >= len(tokens) or tokens[0].lower in NOT_A_SUBJECT:
        return None
    verb = tokens[mention.end].lower
    finite = VERB_FORM.search(verb) or verb in AUXILIARIES or is_finite(tokens[mention.end])
    return mention if finite and (mention.pronoun or mention.name) else None


def _places(tokens: Sequence[Token], start: int, v: int) -> list[int]:
    """Where a subject before its verb may start: the clause, and behind "en" or "maar" inside it."""
    return [start, *(k + 1 for k in range(start, v - 1) if tokens[k].lower in CONJUNCTIONS)]


def _only_filler(tokens: Sequence[Token], start: int, v: int) -> bool:
    """Adverbs, or one phrase with a preposition, between a subject and its verb."""
    rest = tokens[start:v]
    if not rest:
        return True
    if rest[0].text == "(" and rest[-1].text == ")":
        return True
    return all(t.lower in ADVERBS for t in rest) or (
        rest[0].lower in PREPOSITIONS
        and len(rest) <= 7
        and all(t.kind == "word" or t.text == "&" for t in rest)
        and not any(t.lower in SUBORDINATORS | AUXILIARIES or is_finite(t) for t in rest)
    )


def _is_known(mention: Mention, casing: Casing) -> bool:
    """Whether a capital at the start of a sentence is that of a name."""
    name = mention.name
    return mention.start > 0 or not name or " " in name or casing.is_known(name) or is_first_name(name)


def _subordinate(tokens: Sequence[Token], start: int, v: int, lo: int, casing: Casing) -> Mention | None:
    j = start + 1
    while j < v and (tokens[j].lower in ADVERBS or tokens[j].lower in OBJECT_PRONOUNS):
        if tokens[j].lower == "haar" and noun_follows(tokens, j + 1):
            break
        j += 1
    low = tokens[start].lower
    relative = low == "die" or (low == "dat" and start >= 2 and tokens[start - 1].text == ",")
    mention = read_mention(tokens, j, casing)
    between = tokens[mention.end : v] if mention is not None else ()
    if any(
        t.lower in AUXILIARIES or is_finite(t) for t in between if t.lower not in ("hebben", "zijn", "worden")
    ):
        return None
    if (
        mention is not None
        and mention.end <= v
        and tokens[j].lower not in NOT_A_SUBJECT
        and (
            mention.pronoun
            or mention.name
            or not relative
            or (is_somebody(mention) and (low == "dat" or tokens[mention.end].kind == "quote"))
        )
    ):
        return mention
    if tokens[start].lower in RELATIVES and lo and tokens[lo - 1].text == ",":
        return mention_before(tokens, lo - 1, casing)
    return None
