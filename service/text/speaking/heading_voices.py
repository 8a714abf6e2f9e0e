"""What the reporter's words in a headline tell of who speaks there, which is less than they seem to.

"Stad wil geen boot: 'Afspraak is afspraak'" may quote its mayor, and "Oud-notaris huilt: '...'" calls so
whom the article names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame
from service.text.phrases.mentions import read_mention
from service.text.speaking.own_words import says_i
from service.text.speaking.said import Said

_SHARE: Final = 0.4
_SOON: Final = 3
"""Frames behind a stranger's words in which he may be named."""


def name_strangers(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """ "'...', roept een man. / Het is Jan Bos, de jongste": who a stranger turns out to be."""
    last: str | None = None
    his: list[int] = []
    at = -_SOON
    for frame in frames:
        if last is not None and frame.index - at < _SOON and not frame.heading:
            opens = [t.lower for t in frame.tokens[:2]] in (["het", "is"], ["het", "was"], ["dat", "is"])
            named = read_mention(frame.tokens, 2, registry.casing) if opens else None
            if named is not None and registry.person_at(named):
                who = registry.full_name(named)
                for q in his:
                    said[q] = replace(said[q], speaker=who)
                last, his = None, []
        for q in frame.quotes():
            if (speaker := said[q].speaker) is None:
                continue
            elsewhere = bool(his) and frame.paragraph != frames[at].paragraph and said[q].cue is not None
            if speaker != last or elsewhere:  # another "een man", as a rule
                his = []
            last = speaker if speaker.startswith("een ") else None
            his.append(q)
            at = frame.index


def give_to_the_first_voice(frames: Sequence[Frame], said: list[Said]) -> None:
    """A headline that is a quotation and nothing else is of the person quoted first, and most, below it.

    That is how portraits and interviews are headed; he has to have four of ten quotations.
    """
    heading = frames[0].tokens if frames else ()
    if not heading or not frames[0].heading or heading[0].kind != "quote" or said[heading[0].quote].speaker:
        return
    voices = [said[q].speaker for frame in frames[1:] for q in frame.quotes() if said[q].speaker]
    first = voices[0] if voices else None
    alone = all(t.kind == "punct" for t in heading[1:])
    counts = Counter(voices)
    most = counts[first] >= max(_SHARE * len(voices), *counts.values()) if voices else False
    if alone and first and first[:1].isupper() and most:
        said[heading[0].quote] = Said.carried(first)


def judge_headings(frames: Sequence[Frame], said: list[Said], registry: Registry) -> None:
    """Name whom a headline calls by a role, and doubt bodies: their words may be somebody's further on."""
    for frame in frames:
        for token in frame.tokens if frame.heading else ():
            given = said[token.quote] if token.kind == "quote" else Said()
            if given.speaker is None:
                continue
            if given.speaker[:1].islower() and (named := registry.introduced_as(given.speaker, frame.index)):
                said[token.quote] = replace(given, speaker=named)
            elif given.cue != ":" and not registry.is_person(given.speaker):
                body = registry.is_body(given.speaker)
                said[token.quote] = (
                    Said() if body and says_i(token.text) else replace(given, confidence="low")
                )
