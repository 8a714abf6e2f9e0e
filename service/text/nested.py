"""The surroundings of a quotation inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.text.attributions import find_attributions
from service.text.beside import Place, Said
from service.text.cues import cues_of
from service.text.frames import Frame, Token, read_tokens
from service.text.lexicon import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, word_set
from service.text.mentions import Mention, read_mention
from service.text.naming import Casing
from service.text.pairing import Pair
from service.text.registry import Registry
from service.text.roles import FIRM
from service.text.voices import is_human

_REACH = 80
_EARLIER = 400
"""Characters of the outer quotation, before the nested one, that "hij" can reach back into."""
_SAME_CLAUSE = 12
_CLAUSE = 9
_OWN = 8
"""Words from "ik" to its verb."""
_FAMILY = word_set("pa ma papa mama opa oma vader moeder")
_HAVE = frozenset({"heb", "had", "hebben", "hadden"})
_ME = frozenset({"me", "mij"})
_BESIDE = 4
"""Words between "een jongen" and its "die": "aan de lijn"."""
_ELSE = word_set("die dat wat toen werd heeft hebben had mij hem zij ze")
_SO = word_set("nog dan maar toen zo wel ook steeds altijd")
_OTHERS = word_set(
    "dat toen als wat waarin hoor hoorde horen mensen iemand hij zij ze hem haar u je jij we wij zijn hun"
)
"""Behind one of these the verb may be somebody else's."""


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
    lo, hi = max(outer.start, pair.opened - _REACH), min(outer.end, pair.closed + _REACH)
    before = read_tokens(text, lo, pair.opened, [])
    behind = read_tokens(text, pair.closed, hi, [])
    for i in range(len(before) - 1, -1, -1):
        if before[i].text in (".", "!", "?", "…"):
            before = before[i + 1 :]
            break
    for i, token in enumerate(behind):
        if token.text in (".", "!", "?", "…"):
            behind = behind[: i + 1]
            break
    tokens = [*before, Token(text[pair.start : pair.end], pair.opened, pair.closed, "quote", 0), *behind]
    p = len(before)
    own = _own_or_kin(before, outer_speaker) or _own_behind(behind, outer_speaker)
    if (who := own or _of_mine(before, behind)) is not None:
        return who, tokens, p
    found = find_attributions(Frame(0, 0, tuple(tokens)), registry.casing)
    for a in sorted(found, key=lambda a: abs(a.at - p)):
        near = abs(a.at - p) <= 4 or (a.at < p <= a.at + _SAME_CLAUSE and a.kind == "speech")
        if a.mention is None or not near or a.kind == "thought":
            continue
        if a.mention.pronoun == "die" and frames:
            words = read_tokens(text, max(outer.start, pair.opened - _EARLIER), pair.opened, [])
            people = [
                m
                for m in _mentions(words, registry.casing)
                if _person(m, registry, 0) and _noun(m) != "groep"
            ]
            speaker = registry.resolve(people[-1] if people else a.mention, frames[-1].index)
        elif a.mention.pronoun and not a.mention.plural:
            start = max(outer.start, pair.opened - _EARLIER)
            words = read_tokens(text, start, pair.opened, [])
            speaker = _somebody_else(a.mention, words, outer, registry, outer_speaker, frames)
        elif a.mention.name or _is_somebody(a.mention, tokens[a.at - 1]):
            speaker = registry.resolve(a.mention, frames[-1].index if frames else 0)
            if speaker == outer_speaker and not a.mention.name:
                speaker = a.mention.phrase  # "De badmeester zei": the speaker would have said "ik"
        else:
            continue
        if speaker is not None:
            place: Place = "after" if a.at > p == 0 else "inside"
            return Said(speaker, a.cue, place, "medium" if a.mention.name else "low"), tokens, p
    return Said(), tokens, p


def _is_somebody(mention: Mention, before: Token) -> bool:
    """A person or several by what they are, but not "mensen zeggen"."""
    anybody = mention.plural and (before.lower == "die" or mention.phrase == "mensen")
    speaks = bool(mention.role) and (is_human(_noun(mention)) or FIRM.search(_noun(mention)) is not None)
    return speaks and not anybody


def _noun(mention: Mention) -> str:
    return mention.role.split(" ")[0]


def _somebody_else(
    pronoun: Mention,
    words: Sequence[Token],
    outer: Pair,
    registry: Registry,
    outer_speaker: str | None,
    frames: Sequence[Frame],
) -> str | None:
    """The person last spoken of, before the quotation, whom the pronoun can mean and who is not speaking."""
    for mention in reversed(list(_mentions(words, registry.casing))):
        if (who := _person(mention, registry, 0)) and registry.agrees(pronoun, who) and who != outer_speaker:
            return who
    for frame in reversed(frames):
        tokens = [t for t in frame.tokens if t.start < outer.opened]
        for quoted in reversed([t for t in tokens if t.kind == "quote"]):
            words = read_tokens(quoted.text, max(0, len(quoted.text) - _EARLIER), len(quoted.text), [])
            for mention in reversed(list(_mentions(words, registry.casing))):
                own = mention.phrase.startswith(("mijn ", "onze ", "een ")) and is_human(_noun(mention))
                who = _person(mention, registry, frame.index) if mention.name else mention.phrase
                if (mention.name or own) and who and who != outer_speaker and registry.agrees(pronoun, who):
                    return who
        for mention in reversed(list(_mentions(tokens, registry.casing))):
            who = _person(mention, registry, frame.index)
            if who and who != outer_speaker and registry.agrees(pronoun, who):
                return who
    return None


def _mentions(tokens: Sequence[Token], casing: Casing) -> Iterator[Mention]:
    i = 0
    while i < len(tokens):
        mention = read_mention(tokens, i, casing) if tokens[i].kind == "word" else None
        if mention is not None:
            yield mention
        i = mention.end if mention is not None and (mention.name or is_human(_noun(mention))) else i + 1


def _person(mention: Mention, registry: Registry, frame: int) -> str | None:
    """Somebody by name, or by a noun that means a person, unless he is only called "hij" too."""
    if mention.pronoun or mention.plural:
        return None
    if mention.name:
        return registry.full_name(mention) if registry.person_at(mention) else None
    return registry.resolve(mention, frame) if mention.role and is_human(_noun(mention)) else None


def _is_his_own_verb(words: Sequence[str]) -> bool:
    """ "Ik hoef nooit meer te zeggen: '...'", "Ik stond daar en dacht: '...'", and nobody else between."""
    if "ik" not in words or words[-1] in ("gezegd", "geroepen", "gevraagd"):
        return False
    between = words[len(words) - words[::-1].index("ik") : -1]
    return len(between) <= _OWN and not _OTHERS.intersection(between)


def _own_or_kin(before: Sequence[Token], outer_speaker: str | None) -> Said | None:
    """ "Ik zei: '...'", "Toen riep mijn man: '...'": a verb of saying in the clause right before."""
    clause = [t for t in before if t.kind == "word"][-_CLAUSE:]
    if not before:
        return None
    words = [t.lower for t in before if t.kind == "word"]
    if outer_speaker and words and (cue := _his_own_words(words)):
        return Said(outer_speaker, cue, "before", "medium")
    if before[-1].text != ":":
        return None
    for v, verb in reversed(list(enumerate(clause))):
        thinks = verb.lower in ("denk", "dacht")
        if not thinks and not any(cue.kind == "speech" for cue in cues_of(verb.lower)):
            continue
        beside = [t.lower for t in (*clause[max(0, v - 1) : v], *clause[v + 1 : v + 2])]
        last = v == len(clause) - 1
        one = any(not cue.plural for cue in cues_of(verb.lower))
        if last and one and (who := _told_of(words[:-1])):
            return Said(who, verb.lower, "before", "medium")
        if ("ik" in beside or (last and _is_his_own_verb(words))) and outer_speaker:
            return Said(outer_speaker, verb.lower, "before", "medium")
        for start, end in ((v - 3, v), (v - 2, v), (v + 1, v + 4)):
            owner, *whom = [t.lower for t in clause[max(0, start) : end]] or [""]
            if owner not in ("mijn", "onze", "die") or start < 0:
                continue
            for length, noun in enumerate(whom, start=1):
                if is_human(noun):
                    return Said(" ".join([owner, *whom[:length]]), verb.lower, "before", "medium")
    return None


def _told_of(words: Sequence[str]) -> str:
    """ "een jongen" of "een jongen aan de lijn die", right before the verb, or "pa"; empty for others."""
    if words[-1:] != ["die"]:
        alone = not words[:-1] or words[-2] in CONJUNCTIONS | {"toen", "dan"}
        return words[-1] if words and words[-1] in _FAMILY and alone else ""
    start = len(words) - words[::-1].index("een") - 1 if "een" in words else len(words)
    for end, noun in enumerate(words[start + 1 : start + 4], start=start + 2):
        if is_human(noun):
            behind = words[end:-1]
            near = not behind or (behind[0] in PREPOSITIONS and len(behind) <= _BESIDE)
            apart = any(word in CONJUNCTIONS | AUXILIARIES | {"er", "voor"} for word in behind)
            return " ".join(words[start:end]) if near and not apart else ""
    return ""


def _his_own_words(words: Sequence[str]) -> str:
    """ "Ik heb tegen haar gezegd: '...'", "Ik riep nog '...'"; empty if the verb is not his."""
    own = max((k for k, word in enumerate(words) if word in ("ik", "wij", "we")), default=-1)
    if own < 0 or len(words) - own > _OWN:
        return ""
    perfect = words[-1] in ("gezegd", "geroepen", "gevraagd", "geschreven", "geantwoord")
    if (
        perfect
        and not _ELSE.intersection(words[own + 2 : -1])
        and _HAVE & {*words[max(0, own - 1) : own], *words[own + 1 : own + 2]}
    ):
        return words[-1]
    verb, *rest = [*words[own + 1 :], ""]
    spoken = any(cue.kind == "speech" and not cue.participle for cue in cues_of(verb))
    return verb if spoken and all(word in _SO for word in rest if word) else ""


def _of_mine(before: Sequence[Token], behind: Sequence[Token]) -> Said | None:
    """ "'...', zei een maat van me", "Een oom van mij noemt me '...'"."""
    said = [t for t in behind if t.kind == "word"][:5]
    words = [t.lower for t in said]
    if len(words) == 5 and words[1] == "een" and words[3] == "van" and words[4] in _ME and cues_of(words[0]):
        return Said(" ".join(words[1:]), words[0], "after", "medium")
    words = [t.lower for t in before if t.kind == "word"]
    told = words[:1] == ["een"] and words[2:3] == ["van"] and set(words[3:4]) <= _ME and len(words) > 4
    if told and any(not cue.participle for cue in cues_of(words[4])):
        return Said(" ".join(words[:4]), words[4], "before", "medium")
    return None


def _own_behind(behind: Sequence[Token], outer_speaker: str | None) -> Said | None:
    """ "'...', riep ik nog"."""
    said = [t.lower for t in behind if t.kind == "word"][:2]
    if outer_speaker is None or len(said) < 2 or said[1] != "ik" or behind[0].text not in (",", said[0]):
        return None
    spoken = any(cue.kind == "speech" for cue in cues_of(said[0]))
    return Said(outer_speaker, said[0], "after", "medium") if spoken else None
