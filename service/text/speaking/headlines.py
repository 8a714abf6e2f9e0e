"""Whose words a headline quotes: the article repeats them, often in full, with their speaker.

Headlines and subheads shorten what they quote ("Geen weekend, geen avond vrij" for "Je hebt nooit een
weekend, en geen avond ben je echt vrij"), so words are compared by how they begin, and nearly all that carry
meaning must come back in one quotation. A subhead quotes from the part of the article under it. The other way
round, words without a speaker that a headline gives to somebody are his.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_BEGINNING: Final = 5
_SHARE: Final = 0.75
_FEWEST: Final = 2
"""Fewer words of meaning than this say too little, unless they are repeated to the letter."""
_LEDE_FEWEST: Final = 5
_EXACTLY: Final = 3
"""Words of a headline that another quotation repeats to the letter, and so tell whose they are."""
_PULLED: Final = 7
"""Words of a quotation that is set apart from the text it is out of."""
_LESS: Final = 0.5
"""The share that is enough where no other's quotations hold half as much."""
_VOICES: Final = 4
_PORTRAIT: Final = 0.6
"""Quotations of one person, and their share, that make an article a portrait."""
_OF_HIMSELF: Final = 2
"""Quotations in which he says "ik"."""
_FIRST_PERSON: Final = re.compile(r"\b(?:ik|mij|mijn)\b")
_MOST: Final = 400
"""Past so many quotations nothing is compared any more."""
_MOST_HEADS: Final = 40


@dataclass(frozen=True, slots=True)
class Heard:
    """A quotation as this comparison sees it: ``section`` counts the headings down to it."""

    words: str
    speaker: str | None
    section: int
    heading: bool
    nested: bool = False
    sure: bool = True
    """Whether the speaker is more than a guess."""
    apart: bool = False
    """Whether it is a paragraph by itself that nobody is told to say."""


def headline_speakers(quotes: Sequence[Heard]) -> dict[int, str]:
    """New speakers for quotations, by their number among ``quotes``, which stand in order of position."""
    out: dict[int, str] = {}
    seen = quotes[:_MOST]
    plain = [_plain(q.words) for q in seen]
    begins = [_beginnings(q.words) for q in seen]
    for n in range(len(seen) - 1):
        if seen[n].speaker == seen[n + 1].speaker and not (seen[n].heading or seen[n + 1].nested):
            begins[n] |= _beginnings(seen[n + 1].words)  # "'Als het stil is,' zegt ze, 'word ik bang'"
    said = [n for n, q in enumerate(seen) if q.speaker and not q.heading and not q.nested]
    heads = [n for n, q in enumerate(seen) if q.heading and len(plain[n]) > 8][:_MOST_HEADS]
    for n in heads:
        head = seen[n]
        same = [g for g in said if g > n and plain[n] in plain[g]]
        exactly = same and len(plain[n].split()) >= _EXACTLY and head.speaker != seen[same[0]].speaker
        vague = head.speaker is None or head.speaker[:1].islower() or head.speaker.split()[-1].islower()
        described = vague or not head.sure
        if same and (described or exactly):
            out[n] = str(seen[same[0]].speaker)
        elif (head.speaker is None or not head.sure) and (
            name := _closest(n, seen, said, begins, _FEWEST, _LESS)
        ):
            out[n] = name
    for n in heads:
        if n not in out and seen[n].speaker is None and (name := _only_voice(seen, said, seen[n].section)):
            out[n] = name
    unclaimed = heads[:1] == [0] and 0 not in out and not seen[0].speaker
    if unclaimed and _FIRST_PERSON.search(plain[0]) and (name := _main_voice(seen, said)):
        out[0] = name
    lede = [n for n, q in enumerate(seen) if not q.heading and not q.speaker and not q.nested and n < 4]
    for n in lede:
        same = [g for g in said if g > n and plain[n] in plain[g] and len(plain[n].split()) >= 3]
        if same:
            out[n] = str(seen[same[0]].speaker)
        elif name := _closest(n, seen, said, begins, _LEDE_FEWEST, _SHARE):
            out[n] = name
    for n, quote in enumerate(seen):
        if n not in out and quote.apart and not quote.heading:
            longer = [g for g in said if g > n and _is_pulled(plain[n], plain[g])]
            if longer:
                out[n] = str(seen[longer[0]].speaker)
    named = [n for n in heads if seen[n].speaker and seen[n].sure and len(plain[n].split()) >= 3]
    for n, quote in enumerate(seen):
        if named and not quote.heading and not quote.speaker and not quote.nested:
            for head_number in named:
                if plain[head_number] in plain[n]:
                    out[n] = str(seen[head_number].speaker)
    return out


def _main_voice(seen: Sequence[Heard], said: Sequence[int]) -> str | None:
    """Whose words most of an article are: of a portrait, whose "ik" is in the headline."""
    voices = Counter(str(seen[n].speaker) for n in said)
    (name, most), *_ = (*voices.most_common(1), ("", 0))
    his = [seen[n].words.casefold() for n in said if seen[n].speaker == name]
    tells = sum(bool(_FIRST_PERSON.search(words)) for words in his) >= _OF_HIMSELF
    main = most >= _VOICES and most >= _PORTRAIT * voices.total()
    return name if main and tells and name[:1].isupper() else None


def _only_voice(seen: Sequence[Heard], said: Sequence[int], section: int) -> str | None:
    """The only person quoted under a heading; under the first one, in the whole article."""
    voices = {str(seen[n].speaker) for n in said if section <= 1 or seen[n].section == section}
    voices = {voice for voice in voices if " " in voice or voice[:1].isupper()}  # not "collega's"
    name = next(iter(voices), "")
    return name if len(voices) == 1 and name[:1].isupper() else None


def _closest(
    n: int,
    seen: Sequence[Heard],
    said: Sequence[int],
    begins: Sequence[frozenset[str]],
    fewest: int,
    least: float,
) -> str | None:
    """Whose quotations hold nearly all words of quotation ``n``, or that share and twice another's."""
    if len(begins[n]) < fewest:
        return None
    reach = None if seen[n].section <= 1 else seen[n].section
    found: dict[str, float] = {}
    for g in said:
        if g > n and (reach is None or seen[g].section == reach):
            share = len(begins[n] & begins[g]) / len(begins[n])
            if share > 0:
                speaker = str(seen[g].speaker)
                found[speaker] = max(share, found.get(speaker, 0.0))
    ranked = sorted(found.items(), key=lambda item: -item[1])
    name, best = ranked[0] if ranked else ("", 0.0)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    alone = best >= least and best * len(begins[n]) >= _FEWEST and best >= 2 * second
    return name if name and (alone or (best >= _SHARE and best > second)) else None


def _is_pulled(short: str, long: str) -> bool:
    """Whether a quotation that stands by itself on the page is out of a longer one below it."""
    return len(short.split()) >= _PULLED and len(short) < len(long) and short in long


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(".!?… ")


def _beginnings(words: str) -> frozenset[str]:
    return frozenset(w.removeprefix("ge")[:_BEGINNING] for w in _WORD.findall(words.casefold()))
