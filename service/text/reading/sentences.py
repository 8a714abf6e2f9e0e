"""Sentences of one paragraph: sentencex's boundaries, completed for Dutch.

``sentencex`` (Wikimedia, rules and abbreviation lists for some 300 languages) is fast and well kept, but for
Dutch it breaks at ``o.a. te`` and ``12 jan. 2020``, never inside a quotation or a parenthesis, between
``‘Wat?`` and ``vroeg ze``, and its time is quadratic in unclosed marks. So:

1. It reads a *masked* copy of the paragraph, of the same length, in which quotation marks, apostrophes and
   brackets are spaces. What it says can then not depend on the style of the marks, and it stays linear.
2. *Candidates* are the places after a terminator (``. ! ? …``) and the marks that close on it, before white
   space; also a terminator glued to a word that opens sentences (``gezegd.De``). Each candidate is decided
   by what stands left and right of it, in a window of bounded length: the rules in :func:`_decide`, and
   where they say nothing, by whether sentencex breaks there.

The rules, most of all: nothing breaks before a lower-case word, so an attribution stays with its quotation
(``‘Kom!’ riep Jan.``) and a quotation of several sentences falls apart into them, each closing mark going
with the sentence it closes. Exceptions are the clipped words (``’s Ochtends``, also sloppily in lower case),
brands (``iPhones``), and paragraphs without any capital, where sentencex is followed. Abbreviations are of
four kinds (:mod:`service.text.reading.abbreviations`). After an initial or an acronym (``J.P.``, ``V.S.``)
only a word that opens sentences breaks, and ``De`` or ``Van`` only if no name follows it (``G. De Vries``). A
parenthesis opened inside a sentence is not broken up.

What it cannot do: full stops of unknown abbreviations before a name, brands ending in ``!``, and ``plan B. De
Nederlandse`` (read as a surname).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from sentencex import segment

from service.text.reading.abbreviations import (
    BEFORE_NUMBER,
    MAY_BE_FINAL,
    NAME_PARTICLES,
    NEVER_FINAL,
    PERHAPS_FINAL,
    SENTENCE_OPENERS,
)
from service.text.visible import NO_WIDTH

QUOTES: Final = "\"'`´“”„‟‘’‚‛«»‹›″′＂"
BRACKETS: Final = "()[]{}"

_MASK = str.maketrans(dict.fromkeys(QUOTES + BRACKETS, " "))
_NO_WIDTH = re.compile(f"[{NO_WIDTH}]")
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_STOPS = ".!?…‼⁇⁈⁉‽"
_CLOSERS = re.escape(QUOTES + ")]}")
# Runs are matched from their beginning and possessively, so that a long one costs its length once.
_CANDIDATE = re.compile(
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)"
    rf"(?:[{_CLOSERS}]*+(?P<far>\s{{1,3}}[{_CLOSERS}]++(?=\s))?(?=\s)"
    rf"|(?<=[^\W\d_]{{3}}[.!?])(?P<glued>(?=[A-Z][a-z]+\s)))"
)
_LEFT = re.compile(rf"[^\s{_CLOSERS}({{\[]+(?:['’][^\s{_CLOSERS}({{\[]+)*\Z")
_VOWEL = re.compile(r"[^\W\dbcdfghjklmnpqrstvwxz_]")
_DOUBLE = re.compile('["“”„‟«»″＂]')
_RIGHT_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CLIPPED = re.compile(r"['’‘`´](?:s|t|n|k|m|r|er|ns|tis|twas)\s+(?P<next>\w)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]|IJ|Th|Ph|Chr|Ch|St|Joh)(?:\.-?(?:[A-Z]|IJ|Th|Ph|Chr|Ch|St))*\Z")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\Z")
_ENUMERATOR = re.compile(r"[^\w]*(?:\d{1,3}|[A-Za-z])\.\s*\Z")
_LONGEST_WORD = 24
_LONGEST_PARENTHESIS = 400


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as spans ``(start, end)``, in order, without white space at their ends.

    Line breaks count as spaces. Everything but white space lies in exactly one span; each span holds a
    letter or a digit, unless the paragraph has none. Time is linear in the length.
    """
    spans: list[tuple[int, int]] = []
    start = begin = 0
    for end in [*_boundaries(text), len(text)]:
        worded = any(c.isalnum() for c in text[begin:end])
        begin = end
        if worded:
            spans.append(_trim(text, start, end))
            start = end
    rest = _trim(text, start, len(text))
    if rest[0] < rest[1]:
        if spans:
            spans[-1] = (spans[-1][0], rest[1])
        else:
            spans.append(rest)
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _boundaries(text: str) -> Iterator[int]:
    """Where a sentence ends and another begins, ascending."""
    text = _NO_WIDTH.sub(" ", text)
    masked = _UNSAFE.sub(" ", text).translate(_MASK)
    suggested = _suggested(masked)
    capitals, small = _cases(text)
    inside = _asides(text)
    last = counted = doubles = 0
    for match in _CANDIDATE.finditer(text):
        stop, end = match.end("stop"), match.end()
        if match["far"]:
            # A mark between spaces closes what is open, else it opens what follows.
            doubles += len(_DOUBLE.findall(text, counted, match.start("far")))
            counted = match.start("far")
            if doubles % 2 == 0 and _DOUBLE.search(match["far"]):
                end = counted
        right = end
        while right < len(masked) and masked[right] == " ":
            right += 1
        if right == len(masked):
            return
        if match["glued"] is not None:
            word = _RIGHT_WORDS.match(text, right)
            breaks = word is not None and word[0].casefold() in SENTENCE_OPENERS | NAME_PARTICLES
        elif stop - last < _LONGEST_WORD and _ENUMERATOR.fullmatch(text, last, stop):
            breaks = False
        else:
            decided = _decide(text, match["stop"], stop, end, right, capitals, small)
            breaks = any(p in suggested for p in range(stop, right + 1)) if decided is None else decided
            if inside[stop - 1] and not (inside[end - 1] == 0 and _opens_sentence(text, right)):
                breaks = False
        if breaks:
            yield end
            last = end


def _suggested(masked: str) -> set[int]:
    position, ends = 0, set()
    for sentence in segment("nl", masked):
        position += len(sentence)
        ends.add(position)
    return ends


def _cases(text: str) -> tuple[bool, bool]:
    return any(c.isupper() for c in text), any(c.islower() for c in text)


def _asides(text: str) -> bytearray:
    """For each character, 1 if it lies in a parenthesis that was opened in the middle of a sentence."""
    inside = bytearray(len(text))
    stack: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        position = match.start()
        if match[0] in "([":
            stack.append(position)
        elif stack:
            opened = stack.pop()
            before = text[max(0, opened - 8) : opened].rstrip().rstrip(QUOTES)
            fresh = (not before.strip() and opened < 8) or before.endswith((".", "!", "?", "…"))
            if not fresh and position - opened <= _LONGEST_PARENTHESIS:
                inside[opened:position] = b"\x01" * (position - opened)
    return inside


def _decide(
    text: str, stop: str, stop_end: int, end: int, right: int, capitals: bool, small: bool
) -> bool | None:
    """Whether the sentence ends at this candidate; None if sentencex is to say.

    ``stop`` is the terminator, which ends at ``stop_end``; its closing marks end at ``end``; ``right`` is
    where the next word begins, behind the marks that open on it.
    """
    closed = end > stop_end
    left = _left_word(text, stop_end - len(stop), stop, small)
    clipped = _CLIPPED.match(text, max(end, right - 1))
    if clipped:
        if clipped["next"].isupper():
            return None if stop == "." and _kind(left) is not None else True
        return capitals and not closed and stop == "." and _kind(left) is None and len(left) > 3
    head = text[right]
    brand = head.islower() and text[right + 1 : right + 2].isupper()
    if head.islower() and not brand:
        return None if not capitals and _kind(left) is None else False
    if stop != ".":
        return True if head.isalnum() else None if not _word_follows(text, right) else True
    return _after_full_stop(text, left, right, closed)


def _after_full_stop(text: str, left: str, right: int, closed: bool) -> bool | None:
    kind = _kind(left)
    digit = text[right].isdigit()
    if not text[right].isalnum() and not _word_follows(text, right):
        return False
    if closed and kind != "never":
        return True
    if kind == "never":
        return False
    if digit:
        return left not in BEFORE_NUMBER and kind not in ("initials", "dotted")
    if kind in ("initials", "dotted", "perhaps"):
        return _opens_sentence(text, right)
    if kind == "final" or "." in left:
        return True
    # What is left are words; one in small letters without a vowel may be an abbreviation that we do not know.
    return None if left.islower() and not _VOWEL.search(left) else True


def _left_word(text: str, end: int, stop: str, small: bool) -> str:
    """The word before the terminator without its last full stop; in lower case if the paragraph is in
    capitals."""
    match = _LEFT.search(text[max(0, end - _LONGEST_WORD) : end])
    word = match[0] if match and stop == "." else ""
    return word if small else word.casefold()


def _kind(left: str) -> str | None:
    """never, final, initials, dotted, perhaps; None for a word that is no abbreviation."""
    key = left.casefold()
    shouted = len(left) > 1 and left.isupper() and "." not in left
    if shouted or not left:
        return None
    if key in NEVER_FINAL and not left.isupper():
        return "never"
    if left in MAY_BE_FINAL:
        return "final"
    if key in PERHAPS_FINAL:
        return "perhaps"
    if _INITIALS.fullmatch(left):
        return "initials"
    return "dotted" if _DOTTED.fullmatch(left) or (len(left) == 1 and left.isalpha()) else None


def _opens_sentence(text: str, right: int) -> bool:
    """Whether the words from ``right`` on open a sentence rather than being a name."""
    for index, match in enumerate(_RIGHT_WORDS.finditer(text, right, right + 60)):
        word = match[0]
        if word.casefold() in SENTENCE_OPENERS and word.casefold() not in NAME_PARTICLES:
            return True
        if word.casefold() not in NAME_PARTICLES:
            return index > 0 and word[0].islower()
    return False


def _word_follows(text: str, right: int) -> bool:
    """Whether the first letter or digit behind a sign, such as a dash, may open a sentence."""
    for character in text[right : right + 12]:
        if character.isalnum():
            return not character.islower()
        if unicodedata.category(character) == "So":
            return True
    return False
