"""The format of the quotation corpus (``tests/quotes/corpus.txt`` tells it), and how findings are scored."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from service.text.quoting.quotes import Quote, find_quotes
from service.text.reading.documents import read_document


@dataclass(frozen=True, slots=True)
class Expected:
    """One quotation as it should be found: ``text[start:end] == nl``."""

    start: int
    end: int
    nl: str
    kind: str
    speaker: str | None
    cue: str | None
    group: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    name: str
    text: str
    quotes: tuple[Expected, ...]


def read_corpus(path: Path) -> list[Passage]:
    """The passages of a corpus file. A line that does not fit raises ``ValueError`` with its passage."""
    passages = []
    for block in ("\n" + path.read_text(encoding="utf-8")).split("\n== ")[1:]:
        name, _, rest = block.partition("\n")
        body, separator, listed = rest.partition("\n--")
        if not separator:
            raise ValueError(f"passage {name}: no line with -- behind the text")
        text = body.strip("\n")
        passages.append(Passage(name.strip(), text, tuple(_read_quotes(name, text, listed))))
    return passages


def _read_quotes(name: str, text: str, listed: str) -> list[Expected]:
    quotes: list[Expected] = []
    at = 0
    for line in filter(None, (line.strip() for line in listed.splitlines())):
        fields = [f.strip() for f in line.split(" | ", 4)]
        if len(fields) != 5:
            raise ValueError(f"passage {name}: not five fields: {line}")
        kind, speaker, cue, group = (None if f == "-" else f for f in fields[:4])
        start = text.find(fields[4], at)
        if start < 0 or kind is None:
            raise ValueError(f"passage {name}: not in the text: {fields[4]}")
        at = start + 1
        quotes.append(Expected(start, start + len(fields[4]), fields[4], kind, speaker, cue, group))
    return quotes


@dataclass(slots=True)
class Score:
    """Counts over passages. A span is right when both ends are; kinds and speakers are of right spans."""

    expected: int = 0
    found: int = 0
    spans: int = 0
    kinds: int = 0
    speakers: int = 0
    cues: int = 0
    groups: int = 0

    def rates(self) -> dict[str, float]:
        def of(part: int, whole: int) -> float:
            return part / whole if whole else 1.0

        return {
            "span precision": of(self.spans, self.found),
            "span recall": of(self.spans, self.expected),
            "kind accuracy": of(self.kinds, self.spans),
            "speaker accuracy": of(self.speakers, self.spans),
            "cue accuracy": of(self.cues, self.spans),
            "group accuracy": of(self.groups, self.spans),
        }


def score_passage(passage: Passage, score: Score, report: Callable[[str], None] | None = None) -> None:
    """Add one passage to the score; each fault goes to ``report`` as a line."""
    found = {(q.start, q.end): q for q in find_quotes(read_document(passage.text))}
    expected = {(e.start, e.end): e for e in passage.quotes}
    score.expected += len(expected)
    score.found += len(found)
    letters: dict[str, int] = {}
    say = report or (lambda line: None)
    for place, want in expected.items():
        got = found.get(place)
        if got is None:
            say(f"{passage.name}: missed {want.nl!r}")
            continue
        score.spans += 1
        score.kinds += got.kind == want.kind
        score.speakers += _said_by(got.speaker) == _said_by(want.speaker)
        score.cues += got.cue == want.cue
        score.groups += _group_is_right(got, want, letters, list(found.values()))
        for what, is_, should in (
            ("kind", got.kind, want.kind),
            ("speaker", _said_by(got.speaker), _said_by(want.speaker)),
            ("cue", got.cue, want.cue),
        ):
            if is_ != should:
                say(f"{passage.name}: {what} of {want.nl!r} is {is_!r}, should be {should!r}")
    for place, got in found.items():
        if place not in expected:
            say(f"{passage.name}: found {got.nl!r}, which is none")


def _said_by(speaker: str | None) -> str | None:
    """The speaker without what does not tell who he is: "Een buurman" is "een buurman", "de NVWA" "NVWA"."""
    name = re.sub(r"^(?:[Dd]e|[Hh]et) (?=[A-Z])", "", speaker or "")
    name = re.sub(r"^Eén\b", "één", name)
    return name[:1].lower() + name[1:] if name else None


def _group_is_right(got: Quote, want: Expected, letters: dict[str, int], found: list[Quote]) -> bool:
    if want.group is None:
        return sum(q.group == got.group for q in found) == 1
    return letters.setdefault(want.group, got.group) == got.group
