"""The sentence round a quotation: an article's own words, with every quotation folded into one token.

Attribution is a matter of the reporter's sentence, not of what is said in it, so the words between the marks
are put aside first (the Guardian's quotation project does the same before it parses). What is left is split
into frames: sentences of the reporter in which a quotation is a single token. A quotation that ends a
sentence ends its frame unless an attribution in lower case follows.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from service.text.marks.pairing import MARK_CHARACTERS, Pair
from service.text.visible import NO_WIDTH
from service.text.words.given_names import is_first_name
from service.text.words.lexicon import PARTICLES_OF_NAMES, STARTERS
from service.text.words.roles import is_office

TokenKind = Literal["word", "punct", "quote"]

_TOKEN: Final = re.compile(
    r"(?:[A-ZÀ-Þ]\.){2,}|(?<!\w)(?!(?<=\bop )X\.|(?<=\bvia )X\.)[A-ZÀ-Þ]\.(?=\s[A-ZÀ-Þa-z(]|[,:;])"
    r"|(?:dr|drs|mr|ir|ing|prof|mevr|mw|dhr|jhr|ds|nr|St|Th"
    r"|Chr|Joh|jr|sr|[A-Z]zn|bijv|o\.a|a\.k\.a|jl|ca)\.|(?<!\w)[’'‘]t\b|[^\W_](?:[^\W_]"
    rf"|[\u0300-\u036f\u00ad{NO_WIDTH}](?=[^\W_])|[\u0300-\u036f]"
    r"|(?:[’'\-–&/+@_]|\.(?!(?<=[a-zà-ÿ]{2}\.)[A-ZÀ-Þ][a-zà-ÿ]))(?=[^\W_]))*(?:(?<=[sxz])[’'](?=\s[a-z]))?|\.{2,}"
    rf"|[^\w\s\u0300-\u036f\u00ad{NO_WIDTH}]"
)
_INVISIBLE: Final = re.compile(f"[\u00ad{NO_WIDTH}]")
_INITIAL: Final = re.compile(r"[A-ZÀ-Þ]\.")
_OPENERS: Final = STARTERS - PARTICLES_OF_NAMES
_INSIDE_NAMES: Final = PARTICLES_OF_NAMES | {"la"}
""" "P. De la Rey" goes on."""
FINAL: Final = frozenset(".!?…")
_LONGEST: Final = 150
"""No sentence has more tokens; a frame is cut here, so that work per frame is bounded."""
_LINKS: Final = 10
"""Sentences back of a link to the label above it."""
_LINK_LABELS: Final = (["lees", "ook"], ["lees", "verder"], ["lees", "meer"])
_LINK_LABEL: Final = 4
"""Tokens of a label, "Lees ook:", at most."""
_ITEM_MARKS: Final = frozenset("-–—•*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or a whole quotation (``quote`` is its index among the outer ones)."""

    text: str
    start: int
    end: int
    kind: TokenKind
    quote: int = -1
    lower: str = field(init=False, compare=False)
    """The text in small letters with straight apostrophes: asked for so often that it is kept."""
    capital: bool = field(init=False, compare=False)
    """Whether it is a word that begins as names do, with a capital or with digits before one ("50Plus"); kept
    too."""

    def __post_init__(self) -> None:
        lower = self.text.casefold().replace("’", "'").replace("‘", "'")
        lower = "één" if lower == "eén" else lower  # "Eén" at the head of a sentence
        object.__setattr__(self, "lower", lower)  # frozen
        object.__setattr__(self, "capital", self.kind == "word" and _begins_as_a_name(self.text))


def _begins_as_a_name(word: str) -> bool:
    late = word[0].isdigit() and word[-1].isalpha() and any(c.isupper() for c in word)
    return word[0].isupper() or late


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of the reporter. ``paragraph`` counts from 0; ``heading`` tells a headline or subhead."""

    index: int
    paragraph: int
    tokens: tuple[Token, ...]
    heading: bool = False

    def quotes(self) -> list[int]:
        return [t.quote for t in self.tokens if t.kind == "quote"]


def read_tokens(text: str, start: int, end: int, outer: Sequence[tuple[int, Pair]]) -> list[Token]:
    """The tokens of a paragraph; ``outer`` are its outermost quotations with their indexes, by position."""
    tokens: list[Token] = []
    at = start
    for index, pair in outer:
        tokens += _with_initial(_words(text, at, pair.opened), text[pair.start])
        tokens.append(Token(text[pair.start : pair.end], pair.opened, pair.closed, "quote", index))
        at = max(at, pair.closed)
    return tokens + _words(text, at, end)


def _with_initial(tokens: list[Token], following: str) -> list[Token]:
    """The point of "Dennis K." joined to its letter where what is quoted goes on in lower case."""
    if len(tokens) < 2 or not following.islower() or tokens[-1].text != ".":
        return tokens
    letter = tokens[-2]
    if not letter.capital or len(letter.text) > 1 or letter.end != tokens[-1].start:
        return tokens
    return [*tokens[:-2], Token(letter.text + ".", letter.start, tokens[-1].end, "word")]


def _words(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(
            _shown(word), m.start(), m.end(), "word" if word[-1].isalnum() or word[0].isalnum() else "punct"
        )
        for m in _TOKEN.finditer(text, start, end)
        if (word := m.group()) not in MARK_CHARACTERS
    ]


def _shown(word: str) -> str:
    """As it is read: é in one character, no place where a line might break."""
    return word if word.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFC", word))


def split_frames(tokens: Sequence[Token], paragraph: int, first: int, heading: bool) -> list[Frame]:
    """Frames of one paragraph."""
    frames: list[Frame] = []
    held: list[Token] = []
    for i, token in enumerate(tokens):
        held.append(token)
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        behind = tokens[i + 2] if i + 2 < len(tokens) else None
        beyond = tokens[i + 3] if i + 3 < len(tokens) else None
        if after is None or len(held) >= _LONGEST or _ends(token, after, behind, beyond):
            frames.append(Frame(first + len(frames), paragraph, tuple(held), heading))
            held = []
    return frames


def _ends(token: Token, after: Token, behind: Token | None, beyond: Token | None) -> bool:
    if _INITIAL.fullmatch(token.text) and after.capital:
        called = behind is not None and behind.capital and is_office(after.lower)
        plain = behind is not None and behind.text.islower() and behind.text not in _INSIDE_NAMES
        goes_on = beyond is not None and beyond.capital  # "J. Op de Beek", not "V. Op de zitting"
        if behind is not None and behind.text in _INSIDE_NAMES and after.lower not in ("van", "de"):
            plain = not goes_on
        opens = after.lower in _OPENERS or (after.lower in PARTICLES_OF_NAMES and plain)
        if opens or (called and not is_first_name(after.text)):
            return True  # "zegt Van R. Dat deden anderen", "zegt D. Voorzitter Els Bos", "zei V. In een"
    if token.kind == "quote":
        if after.kind == "punct":
            return False
        said_all = token.text[-1:] in FINAL or token.text[-2:-1] in FINAL
        return said_all and (after.kind == "quote" or after.capital)
    if token.kind == "punct" and token.text[0] in FINAL:
        return (
            after.kind == "quote"
            or after.text[0].isupper()
            or after.text[0].isdigit()
            or after.text in "-–—•"
        )
    return False


def is_a_link(frames: Sequence[Frame], i: int) -> bool:
    """Whether a line stands below "Lees ook": in a list of headlines, or as the only one."""
    at = _first_of_paragraph(frames, i)
    alone = at == i and (i + 1 == len(frames) or frames[i + 1].paragraph != frames[i].paragraph)
    while at and i - at <= _LINKS:
        listed = frames[at].tokens[0].text in _ITEM_MARKS
        before = _first_of_paragraph(frames, at - 1)
        if before == at - 1 and _is_link_label(frames[before]):
            return listed or alone
        if not listed:
            return False
        at, alone = before, False
    return False


def _first_of_paragraph(frames: Sequence[Frame], i: int) -> int:
    return bisect_left(frames, frames[i].paragraph, key=lambda frame: frame.paragraph)


def _is_link_label(frame: Frame) -> bool:
    words = [t.lower for t in frame.tokens[:2]]
    return len(frame.tokens) <= _LINK_LABEL and words in _LINK_LABELS
