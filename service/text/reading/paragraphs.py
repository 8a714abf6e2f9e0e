"""Paragraphs of a plain text, with their kinds.

Blocks stand between blank lines. Inside a block a line break is either a *wrap* (hard-wrapped text, mail)
or a *break* (one line per paragraph, a list, a subhead right above its text). No mark tells them apart, so
the document as a whole is looked at first:

- A line break is *surely a wrap* if the line before it has no final punctuation and either ends in a comma
  or a word that cannot end a sentence (``de``, ``van``, ``en`` …), or the line after it begins in lower
  case.
- The document is hard-wrapped if its lines are at most 160 characters and a quarter of the breaks inside
  blocks are sure wraps. Its width is the longest line before a sure wrap.
- In a hard-wrapped document a doubtful break is a real one only where the next word would have fitted on the
  line by a margin (a writer's wrap is greedy); in another document every doubtful break is real.
- A list marker after a line that is finished, or is itself in a list, always opens a paragraph.

What it cannot do: tell a poem or a table from paragraphs of one line, or mend words hyphenated at line ends.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from service.text.document import ParagraphKind
from service.text.reading.furniture import BULLET, is_furniture, is_row
from service.text.reading.run_on import is_run_on, subheads_in, surnames_in
from service.text.reading.sentences import QUOTES
from service.text.visible import is_blank
from service.text.words.cues import cues_of
from service.text.words.lexicon import word_set

_LINE: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_CLOSING = QUOTES + ")]} \t\u00a0*_†‡¹²³"
"""What may stand behind the mark that ends a sentence: others that close, footnotes, marks of bold type."""
_NOTE = re.compile(r"[(\[]\d{1,2}$")
_FEW_NOTES = 4
_FINAL = (".", "!", "?", "…")
_UNFINISHED: Final = word_set(
    "de het een van en of in op te met voor aan bij naar om door uit over tot als dat die deze dit"
    " zijn haar hun onder tegen tussen zonder volgens niet ook is was wordt werd heeft had maar want dus er"
)
_LONGEST_WRAPPED_LINE = 160
_HEADING_WORDS = 20
_TITLE_WORDS = 30
"""A title often says two things, or what and who says so; a subhead does not."""
_LONGEST_HEADING = 200
_QUESTION = re.compile(rf"\?[{re.escape(QUOTES)}]*$")
_ONE_QUOTE = re.compile(rf"[{re.escape(QUOTES)}]+[^{re.escape(QUOTES)}]*[{re.escape(QUOTES)}]+")
_SHOUTED_QUOTE = re.compile(r"[A-ZÀ-Þ][^\s:.!?]*(?: [^\s:.!?]+){0,2}: [‘“\"'„].*![’”\"']$")
_SPOKEN_TO = re.compile(r"\b(?:u|uw|je|jij|jou|jouw)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's place in the text, white space at its ends excluded."""

    kind: ParagraphKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text, in order, and whether the first is its title."""

    blocks: tuple[Block, ...]
    has_title: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    """Without white space at its ends."""

    @property
    def final(self) -> bool:
        return _bare(self.text).endswith(_FINAL)

    @property
    def first_word(self) -> str:
        return self.text.split(maxsplit=1)[0]

    @property
    def starts_small(self) -> bool:
        letter = next((c for c in self.text[:20] if c.isalnum()), "")
        return letter.islower()

    @property
    def marked(self) -> bool:
        return bool(BULLET.match(self.text) or _NUMBERED.match(self.text))


def find_paragraphs(text: str) -> Layout:
    """The paragraphs of a plain text. Lines without a visible character count as blank."""
    groups = _groups(text)
    width = _wrap_width(groups)
    chunks = [(chunk, index) for index, group in enumerate(groups) for chunk in _split(group, width)]
    blocks = [
        Block(_kind(chunk, is_last=position == len(chunks) - 1), chunk[0].start, chunk[-1].end)
        for position, (chunk, _) in enumerate(chunks)
    ]
    if _is_title(groups):
        blocks[0] = replace(blocks[0], kind="heading")
    if any(is_run_on(text[block.start : block.end]) for block in blocks):
        surnames = surnames_in(text)
        blocks = [part for block in blocks for part in _parted(text, block, surnames)]
    has_title = len(groups) > 1 and len(groups[0]) == 1 and blocks[0].kind == "heading"
    return Layout(tuple(blocks), has_title)


def _parted(text: str, block: Block, surnames: Collection[str]) -> list[Block]:
    """A block with the subheads that were glued into it as blocks of their own."""
    parts: list[Block] = []
    at = block.start
    for start, end in subheads_in(text[block.start : block.end], surnames) if block.kind == "text" else ():
        before = text[at : block.start + start]
        parts.append(Block("text", at, at + len(before.rstrip())))
        parts.append(Block("heading", block.start + start, block.start + end))
        at = block.start + end + 1
    return [*parts, replace(block, start=at)]


def _is_title(groups: Sequence[Sequence[_Line]]) -> bool:
    """Whether a lone first line is a title that :func:`_kind` takes for a text, as it would further down.

    It says two things, asks something, or has somebody shout. A question that somebody is asked in an
    interview without a title is none, nor is a quotation to begin with.
    """
    if len(groups) < 2 or len(groups[0]) > 1:
        return False
    line = groups[0][0]
    # A byline or a date may stand between the two.
    longer = any(sum(len(each.text) for each in group) > len(line.text) for group in groups[1:4])
    if line.marked or not longer or is_furniture(line.text):
        return False
    if is_row(line.text) and ("\t" in line.text or any(is_row(group[0].text) for group in groups[1:])):
        return False  # One alone has the name of the paper behind it: "Haven groeit | Havenkrant".
    if not _fits(line.text, _TITLE_WORDS) or not _has_letter(line.text):
        return False
    if _is_unfinished(line.text):
        return True
    if _QUESTION.search(line.text):
        asked = sum(len(group) == 1 and bool(_QUESTION.search(group[0].text)) for group in groups)
        return not _ONE_QUOTE.fullmatch(line.text) and not (asked > 1 and _SPOKEN_TO.search(line.text))
    return bool(_SHOUTED_QUOTE.fullmatch(line.text)) and not cues_of(line.text.split(":")[0].split()[-1])


def _fits(text: str, words: int) -> bool:
    return len(text.split()) <= words and len(text) <= _LONGEST_HEADING


def _bare(text: str) -> str:
    """A line without what stands behind its last mark: "De brug is dicht.”[1]"."""
    bare = text.rstrip(_CLOSING)
    for _ in range(_FEW_NOTES):
        note = _NOTE.search(bare, max(0, len(bare) - 3))
        if note is None:
            break
        bare = bare[: note.start()].rstrip(_CLOSING)
    return bare


def _is_unfinished(text: str) -> bool:
    """Whether it has words, and no mark that ends a sentence or lets the next one follow."""
    bare = _bare(text)
    return not bare.endswith((*_FINAL, ",", ";", ":")) and _has_letter(bare)


def _has_letter(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _groups(text: str) -> list[list[_Line]]:
    """The lines of each block."""
    groups: list[list[_Line]] = [[]]
    position = 0
    for mark in [*_LINE.finditer(text), None]:
        end = mark.start() if mark else len(text)
        line = text[position:end]
        if is_blank(line):
            groups.append([])
        else:
            start = position + len(line) - len(line.lstrip())
            groups[-1].append(_Line(start, start + len(line.strip()), line.strip()))
        if mark and mark[0] == "\u2029":
            groups.append([])
        position = mark.end() if mark else end
    return [group for group in groups if group]


def _surely_wrapped(before: _Line, after: _Line) -> bool:
    if before.final or (after.marked and not before.text.endswith(",")):
        return False
    last_word = before.text.rsplit(maxsplit=1)[-1].casefold()
    return before.text.endswith(",") or last_word in _UNFINISHED or after.starts_small


def _wrap_width(groups: Sequence[Sequence[_Line]]) -> int | None:
    """The width to which the text was wrapped by hand or program, in characters; None if it was not."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    sure = [len(before.text) for before, after in pairs if _surely_wrapped(before, after)]
    longest = max((len(line.text) for group in groups for line in group if len(group) > 1), default=0)
    if not sure or longest > _LONGEST_WRAPPED_LINE or len(sure) * 4 < len(pairs):
        return None
    return max(sure)


def _split(group: Sequence[_Line], width: int | None) -> list[list[_Line]]:
    """Divide the lines of a block into paragraphs."""
    chunks = [[group[0]]]
    for before, after in pairwise(group):
        if _breaks(before, after, chunks[-1][0].marked, width):
            chunks.append([after])
        else:
            chunks[-1].append(after)
    return chunks


def _breaks(before: _Line, after: _Line, in_list: bool, width: int | None) -> bool:
    if after.marked and (in_list or before.final or before.text.endswith(":")):
        return True
    if width is None:
        # A subhead too may end in a word such as "op" ("De brug gaat op").
        return not (_surely_wrapped(before, after) and (after.starts_small or before.text.endswith(",")))
    if _surely_wrapped(before, after):
        return False
    would_fit = len(before.text) + 1 + len(after.first_word)
    return would_fit <= width * (0.85 if before.final else 0.6)


def _kind(lines: Sequence[_Line], *, is_last: bool) -> ParagraphKind:
    first = lines[0]
    if first.marked:
        return "list"
    short = len(lines) == 1 and _fits(first.text, _HEADING_WORDS - 1)
    heads = short and _is_unfinished(first.text) and not is_last
    return "heading" if heads and not is_furniture(first.text) and not is_row(first.text) else "text"
