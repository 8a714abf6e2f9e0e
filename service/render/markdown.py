"""A digest as Markdown (CommonMark), to read in an editor or a terminal, or to paste somewhere.

Article text is somebody else's: it can open no heading, list, link, HTML or code block, nor take part in an
emphasis. Each piece of text is put on one line, and a character is escaped with a backslash where CommonMark,
or the strikethrough and task lists of GitHub's dialect, could read more than itself in it. Elsewhere it is
left alone, for many read Markdown raw: a line may begin with ``2.000``, but not with ``2. De``. What
pairs up over a distance (a backtick, ``*``, ``~``) is escaped even without a counterpart, which may be in the
next piece. Brackets are links only with ``(`` or ``:`` behind them, for nothing here defines what ``[a]`` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.render.layout import Layout, lay_out
from service.render.view import (
    Failure,
    QuoteBlock,
    Rendered,
    article_notes,
    confidence_line,
    doubts,
    heading,
    key_quotes,
    model_line,
    one_line,
    paragraph_notes,
)
from service.result import Digest, DigestParagraph, EnglishSummary, Summary

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # an escape, or a line break at the end
    r"|`"
    r"|(?<!\s)[*~]|[*~](?!\s)"  # between spaces they are themselves
    r"|(?<![^\W_])_|_(?![^\W_])"  # and this one inside a word, too
    r"|\](?=[(:])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|(?<!\S)#(?=#*$)"  # at a heading's end
)
_LINE_START = re.compile(r"(?=(?:[-+]|#{1,6}|\[[ xX]\])(?:\s|$)|--|>)|\d{1,9}(?=[.)](?:\s|$))")

RULE = "\n---\n\n"
"""Between two items."""


def to_markdown(*items: Rendered) -> str:
    """One or several items, each under a heading of its own, separated by rules."""
    return RULE.join("\n\n".join(_blocks(item)) + "\n" for item in items)


def escape(text: str) -> str:
    """``text`` on one line, without any meaning to a Markdown reader wherever it stands."""
    return _at_start(inline(text))


def inline(text: str) -> str:
    """As :func:`escape`, for a text that begins no line."""
    return _INLINE.sub(r"\\\g<0>", one_line(text))


def _at_start(line: str) -> str:
    match = _LINE_START.match(line)
    return f"{line[: match.end()]}\\{line[match.end() :]}" if match else line


def _blocks(item: Rendered) -> Iterator[str]:
    if isinstance(item, Failure):
        yield f"# {inline(heading(item))}"
        yield escape(item.detail)
    elif isinstance(item, EnglishSummary):
        yield f"# {inline(heading(item))}"
        yield from _summary(item.summary)
        if item.summary_model:
            yield f"*Summarised by {inline(model_line(item.summary_model))}.*"
    else:
        yield from _digest(item)


def _digest(digest: Digest) -> Iterator[str]:
    layout = lay_out(digest)
    title = _english(layout.headline, layout) if layout.headline else inline(heading(digest))
    yield f"# {title}"
    if digest.title:
        yield f"*{inline(digest.title.nl)}*"
    if layout.headline:
        yield from _notes(layout.headline, layout)
    if notes := article_notes(digest):
        yield "\n".join(f"- *Note: {inline(note)}*" for note in notes)
    if digest.summary:
        yield "## Summary"
        yield from _cited_summary(digest, digest.summary, layout)
    if quotes := key_quotes(digest):
        yield "## Key quotes"
        yield "\n\n".join(_quote(quote) for quote in quotes)
    yield "## Article"
    for passage in layout.passages:
        yield from _passage(passage, layout)
    by = inline(model_line(digest.translation_model, digest.decoding))
    yield f"*A machine translation by {by}. {confidence_line(digest)} What was said in a quote is the Dutch.*"
    if digest.summary_model:
        yield f"*Summarised by {inline(model_line(digest.summary_model))}.*"


def _summary(summary: Summary) -> Iterator[str]:
    if summary.text:
        yield escape(summary.text)


def _cited_summary(digest: Digest, summary: Summary, layout: Layout) -> Iterator[str]:
    """The summary with numbers, and under each number the Dutch it rests on with what is known against it."""
    numbers = layout.sources
    cited = [(s.text, "".join(f"[{numbers[i]}]" for i in s.sources)) for s in summary.sentences]
    if cited:
        yield _at_start(" ".join(f"{inline(text)} {marks}".rstrip() for text, marks in cited))
    sources = {s.id: s for paragraph in digest.paragraphs for s in paragraph.sentences if s.id in numbers}
    lines = [
        f"{number}. *{inline(sources[id_].nl)}* {inline(doubts(sources[id_]))}".rstrip()
        for id_, number in numbers.items()
    ]
    if lines:
        yield "\n".join(lines)


def _quote(quote: QuoteBlock) -> str:
    by = inline(quote.speaker) if quote.speaker else "speaker not named"
    if quote.speaker_en:
        by = f"{inline(quote.speaker_en)} ({by})"
    lines = [escape(quote.en_quoted), "", f"*{inline(quote.nl_quoted)}*", "", f"— {by}"]
    if quote.confidence:
        lines[-1] += f" ({quote.confidence})"
    if quote.note:
        lines += ["", f"*Note: {inline(quote.note)}*"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _passage(passage: DigestParagraph, layout: Layout) -> Iterator[str]:
    english = _english(passage, layout)
    if passage.kind == "heading":
        yield f"### {english}"
    elif passage.kind == "list":
        yield f"- {_at_start(english)}"
    else:
        yield _at_start(english)
    yield f"> {escape(' '.join(sentence.nl for sentence in passage.sentences))}"
    yield from _notes(passage, layout)


def _english(passage: DigestParagraph, layout: Layout) -> str:
    """Its sentences, with a mark behind each that has a note."""
    marks = layout.notes
    return " ".join(
        f"{inline(s.en)} [{marks[s.id]}]" if s.id in marks else inline(s.en) for s in passage.sentences
    )


def _notes(passage: DigestParagraph, layout: Layout) -> Iterator[str]:
    notes = paragraph_notes(passage)
    if notes:
        yield "\n".join(f"{layout.notes[note.sentence]}. *{inline(note.text)}*" for note in notes)
