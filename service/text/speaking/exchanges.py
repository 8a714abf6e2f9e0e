"""Two who speak by turns, a paragraph each: questions and answers without an attribution of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.phrases.frames import Frame
from service.text.speaking.said import Said

_LONGEST_EXCHANGE: Final = 20
"""Frames back that an exchange may have begun."""
_PUTS_TO_HIM: Final = ("houdt voor", "hield voor", "werpt tegen", "wierp tegen")


def in_exchange(frames: Sequence[Frame], i: int, said: Sequence[Said]) -> Said | None:
    """Whose turn frame ``i`` is, where it is one; ``said`` holds the speakers of the quotations before it."""
    return _since_question(frames, i, said) or _asked_back(frames, i, said) or _by_turns(frames, i, said)


def _since_question(frames: Sequence[Frame], i: int, said: Sequence[Said]) -> Said | None:
    """Questions and answers, a paragraph each: two speak by turns from the first question on."""
    first = i
    while first > max(0, i - _LONGEST_EXCHANGE) and _is_a_turn(frames, first):
        first -= 1
    if i == first or not frames[first].quotes():
        return None
    opening = said[frames[first].quotes()[-1]].speaker
    if (asker := _whom_it_answers(frames, first, said)) is not None:
        return Said.carried(asker if (i - first) % 2 else opening)
    asked = frames[first].tokens[-1]
    if i - first < 2 or asked.kind != "quote" or not asked.text.endswith("?"):
        return None
    answer = said[frames[first + 1].quotes()[-1]]
    if answer.place != "after" or not opening or not answer.speaker or opening == answer.speaker:
        return None
    return Said.carried(answer.speaker if (i - first) % 2 else opening)


def _asked_back(frames: Sequence[Frame], i: int, said: Sequence[Said]) -> Said | None:
    """ "'Elke dag', zegt Bos. / 'Wanneer dan?' vroeg Smit. / 'Woensdag.'": who spoke before the question."""
    question, alone = frames[i - 1], i + 1 == len(frames) or frames[i + 1].paragraph != frames[i].paragraph
    if not i or not alone or question.paragraph != frames[i].paragraph - 1 or len(question.quotes()) != 1:
        return None
    asked = said[question.quotes()[0]]
    words = next(t for t in question.tokens if t.kind == "quote")
    last = question.tokens[-1] is words and asked.place == "before"  # "De rechter: 'Spijt u dat?'"
    told = i > 1 and frames[i - 2].paragraph == question.paragraph  # "Bos kijkt hem aan. 'Spijt u dat?'"
    begins = question.tokens[0] is words and (asked.place == "after" or (told and asked.place == "carried"))
    put_to_him = words.text.endswith("?") or asked.cue in _PUTS_TO_HIM
    if not (put_to_him and (last or begins)):
        return None
    for frame in reversed(frames[max(0, i - _LONGEST_EXCHANGE) : i - 1]):
        if frame.paragraph < question.paragraph - 1:
            return None
        voices = [said[q].speaker for q in frame.quotes()]
        if voices and frame.paragraph < question.paragraph:
            other = voices[-1]
            return Said.carried(other) if other and other != asked.speaker else None
    return None


def _by_turns(frames: Sequence[Frame], i: int, said: Sequence[Said]) -> Said | None:
    """Whoever spoke before the last, where two answer each other in paragraphs of one quotation."""
    if i < 3 or not all(_is_a_turn(frames, k) and len(frames[k].quotes()) == 1 for k in (i - 2, i - 1, i)):
        return None
    one, other = (said[frames[k].quotes()[0]] for k in (i - 2, i - 1))
    if not one.speaker or not other.speaker or one.speaker == other.speaker or other.place != "carried":
        return None
    return Said.carried(one.speaker)


def settle_turns(frames: Sequence[Frame], said: list[Said]) -> None:
    """Give the turns of two, of whom later ones tell the second, to whose they are.

    "'Deed u dat?' vraagt Bos. / 'Nee.' / 'Echt?' / 'Ik sliep', zegt Smit": the second is Smit's.
    """
    first = 0
    for i in range(1, len(frames) + 1):
        if i < len(frames) and _is_a_turn(frames, i):
            continue
        while first < i and not _asks(frames[first]):
            first += 1
        turns = [frame.quotes() for frame in frames[first:i]]
        if len(turns) > 1 and all(len({said[q].speaker for q in quotes}) == 1 for quotes in turns):
            told = first > 0 and frames[first - 1].paragraph == frames[first].paragraph
            _by_parity([quotes[0] for quotes in turns], said, told=told)
        first = i


def _asks(frame: Frame) -> bool:
    return any(t.kind == "quote" and t.text.endswith("?") for t in frame.tokens)


def _by_parity(turns: Sequence[int], said: list[Said], *, told: bool) -> None:
    """``told``: the sentence before the first says whose that is."""
    known = [said[q].place in ("after", "before") or (told and n == 0) for n, q in enumerate(turns)]
    sides = tuple(
        {said[q].speaker for n, q in enumerate(turns) if n % 2 == odd and known[n]} for odd in (0, 1)
    )
    one, other = (next(iter(side)) if len(side) == 1 else None for side in sides)
    for n, q in enumerate(turns):
        whose = other if n % 2 else one
        if one and one != other and said[q].place in ("carried", "none"):
            said[q] = Said.carried(whose) if whose else said[q]
        own = said[q].place == "carried" and said[q].speaker == one and other is None
        if n == 1 and own and said[turns[0]].cue in ("vraagt", "vroeg"):
            said[q] = Said()  # nobody answers the question that he puts


def _whom_it_answers(frames: Sequence[Frame], last: int, said: Sequence[Said]) -> str | None:
    """Who asked, at the end of the paragraph before, what the only quotation of this paragraph answers."""
    start = last
    while start and frames[start - 1].paragraph == frames[last].paragraph:
        start -= 1
    if not start or frames[last].tokens[-1].kind != "quote" or not frames[start - 1].quotes():
        return None
    asked = frames[start - 1].tokens[-1]
    one, other = said[frames[last].quotes()[-1]].speaker, said[frames[start - 1].quotes()[-1]].speaker
    alone = sum(bool(frame.quotes()) for frame in frames[start : last + 1]) == 1
    return other if alone and asked.kind == "quote" and asked.text.endswith("?") and one != other else None


def _is_a_turn(frames: Sequence[Frame], i: int) -> bool:
    """Whether a frame is a paragraph by itself that begins with a quotation, right behind another."""
    before, frame = frames[i - 1], frames[i]
    alone = i + 1 == len(frames) or frames[i + 1].paragraph != frame.paragraph
    return frame.tokens[0].kind == "quote" and before.paragraph == frame.paragraph - 1 and alone
