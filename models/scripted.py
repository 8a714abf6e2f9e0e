"""Stand-ins for the engines that need no weights: what they answer is fixed by what they are asked.

The English of :class:`ScriptedTranslator` is the Dutch with the words of a small table exchanged. Names,
numbers, addresses, marks and punctuation stay as they are, so that whatever checks a translation against its
source finds nothing wrong unless a test tells the stand-in to misbehave.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.interfaces import Decoding, Hypothesis, ModelCard, Words
from models.segments import refuse_too_long

_TABLE = """
aan = on; aldus = according to; alle = all; als = if; andere = other; april = April;
augustus = August; bij = at; burgemeester = mayor; dat = that; de = the; december = December;
deze = this; die = who; dit = this; door = by; drie = three; een = a; eerste = first; en = and;
er = there; februari = February; gaat = goes; geen = no; gemeente = municipality; haar = her;
had = had; heb = have; hebben = have; heeft = has; hem = him; het = the; hij = he; hoe = how;
huis = house; ik = I; in = in; is = is; jaar = year; januari = January; juli = July; juni = June;
kan = can; kunnen = can; land = country; maar = but; maart = March; man = man; meer = more;
mei = May; mensen = people; met = with; miljard = billion; miljoen = million; minister = minister;
moet = must; moeten = must; morgen = tomorrow; na = after; naar = to; niet = not; niets = nothing;
nieuwe = new; nog = still; nooit = never; november = November; nu = now; of = or; oktober = October;
om = to; ons = us; ook = also; op = on; over = about; politie = police; procent = percent;
regen = rain; regering = government; school = school; september = September; sinds = since;
stad = city; te = to; tegen = against; tot = until; tussen = between; twee = two; uit = from;
van = of; veel = much; vier = four; vijf = five; volgens = according to; voor = for; vrouw = woman;
waar = where; waarom = why; wanneer = when; want = because; waren = were; was = was; wat = what;
water = water; we = we; wel = indeed; werd = became; wie = who; wij = we; wil = wants;
worden = become; wordt = becomes; zal = will; ze = she; zeggen = say; zegt = says; zei = said;
zich = himself; zij = she; zijn = are; zo = so; zonder = without; zou = would; zullen = will
"""

WORDS: Mapping[str, str] = dict(re.findall(r"(\w+) = ([^;]+)", _TABLE))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.,]?\d)|(?<![\d.,])\d+,\d+(?![\d.,]?\d)")


def pseudo_english(segment: str) -> str:
    """``segment`` with every word of :data:`WORDS` exchanged, capitals kept, and 1.500,75 as 1,500.75."""
    english = _WORD.sub(lambda match: _exchange(match.group()), segment)
    return _NUMBER.sub(lambda match: match.group().translate(str.maketrans(".,", ",.")), english)


def _exchange(word: str) -> str:
    english = WORDS.get(word.lower())
    if english is None:
        return word
    if word.isupper() and len(word) > 1:
        return english.upper()
    return english[0].upper() + english[1:] if word[0].isupper() else english


class ScriptedTranslator:
    """A ``Translator`` without weights. Tokens are the words between white space.

    ``answers`` gives, for a segment, what to say instead: a text, or several as hypotheses, best first; an
    exception is raised. A key may also be a pair (segment, decoding), which wins, so that a retry can succeed
    where the first attempt failed, or a pair (segment, beginning). ``calls`` records every call.
    """

    def __init__(
        self,
        answers: Mapping[str | tuple[str, Decoding | str], str | Sequence[str] | Exception] | None = None,
        *,
        log_probability: float = -0.2,
        max_source_tokens: int = 510,
        words: Words | None = None,
        name: str = "scripted",
    ) -> None:
        self._words = words
        self._answers = dict(answers or {})
        self._log_probability = log_probability
        self._max_source_tokens = max_source_tokens
        self._card = _card(
            name, sorted((repr(key), repr(answer)) for key, answer in self._answers.items()), log_probability
        )
        self.calls: list[tuple[tuple[str, ...], Decoding]] = []

    @property
    def words(self) -> Words | None:
        return self._words

    @property
    def decoding(self) -> Decoding:
        return Decoding()

    @property
    def card(self) -> ModelCard:
        return self._card

    @property
    def max_source_tokens(self) -> int:
        return self._max_source_tokens

    def count_tokens(self, segments: Sequence[str]) -> list[int]:
        return [len(segment.split()) for segment in segments]

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """As the protocol says; raises besides whatever ``answers`` tells it to."""
        self.calls.append((tuple(segments), decoding))
        refuse_too_long(self.count_tokens(segments), self._max_source_tokens)
        return [self._hypotheses(segment, decoding, decoding.hypotheses) for segment in segments]

    def complete(
        self, segments: Sequence[str], beginnings: Sequence[str], decoding: Decoding
    ) -> list[tuple[Hypothesis, ...]]:
        """The answer to segment and beginning, else the usual one with the beginning over its own."""
        found = self.translate(segments, decoding)
        for row, (segment, beginning) in enumerate(zip(segments, beginnings, strict=True)):
            if (segment, beginning) in self._answers:
                found[row] = self._hypotheses(segment, beginning, decoding.hypotheses)
            else:
                found[row] = tuple(replace(h, text=beginning + h.text[len(beginning) :]) for h in found[row])
        return found

    def _hypotheses(self, segment: str, how: Decoding | str, count: int) -> tuple[Hypothesis, ...]:
        answer = self._answers.get((segment, how), self._answers.get(segment, pseudo_english(segment)))
        if isinstance(answer, Exception):
            raise answer
        texts = [answer] if isinstance(answer, str) else list(answer)
        return tuple(
            Hypothesis(text, self._log_probability * (1 + rank)) for rank, text in enumerate(texts[:count])
        )


class ScriptedSummariser:
    """A ``Summariser`` without weights: the first sentences that fit ``max_tokens`` words, at least one.

    ``answers`` gives, for a text, what to say instead. ``calls`` records every call.
    """

    def __init__(
        self,
        answers: Mapping[str, str] | None = None,
        *,
        max_source_tokens: int = 1024,
        name: str = "scripted-summary",
    ) -> None:
        self._answers = dict(answers or {})
        self._max_source_tokens = max_source_tokens
        self._card = _card(name, sorted(self._answers.items()))
        self.calls: list[tuple[tuple[str, ...], int]] = []

    @property
    def card(self) -> ModelCard:
        return self._card

    @property
    def max_source_tokens(self) -> int:
        return self._max_source_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def summarise(self, texts: Sequence[str], *, max_tokens: int) -> list[str]:
        self.calls.append((tuple(texts), max_tokens))
        refuse_too_long(self.count_tokens(texts), self._max_source_tokens)
        return [self._answers.get(text, _lead(text, max_tokens)) for text in texts]


def _lead(text: str, max_tokens: int) -> str:
    kept: list[str] = []
    for sentence in re.split(r"(?<=[.!?])\s+", text.strip()):
        if kept and sum(len(s.split()) for s in (*kept, sentence)) > max_tokens:
            break
        kept.append(sentence)
    return " ".join(kept)


def _card(name: str, *behaviour: object) -> ModelCard:
    fingerprint = hashlib.sha256(json.dumps([name, *behaviour]).encode()).hexdigest()
    return ModelCard(
        name=name, revision=fingerprint[:12], licence="Apache-2.0", engine="scripted", fingerprint=fingerprint
    )
