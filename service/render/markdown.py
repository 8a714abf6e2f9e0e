"""A digest as Markdown (CommonMark), to read in an editor or to paste somewhere.

Article text is somebody else's: every character that CommonMark or GitHub's dialect gives a meaning is
escaped with a backslash, and each piece of text is put on one line, so that an article can neither open a
heading nor a list, a link, HTML or a code block. What is only special at the start of a line (``-``, ``+``,
``1.``, ``=``) is escaped there only, which keeps ordinary prose readable in its raw form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.render.view import (
    Failure,
    Note,
    QuoteBlock,
    Rendered,
    article_notes,
    heading,
    key_quotes,
    model_line,
    one_line,
    paragraph_notes,
    warning_text,
)
from service.result import Digest, DigestParagraph, EnglishSummary, Summary

_INLINE = re.compile(r"([\\`*_\[\]<>&#|~$])")
_LINE_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")


def to_markdown(*items: Rendered) -> str:
    """One or several items, each under a heading of its own, separated by rules."""
    return "\n---\n\n".join("\n\n".join(_blocks(item)) + "\n" for item in items)


def escape(text: str) -> str:
    """``text`` on one line, without any meaning to a Markdown reader."""
    line = _INLINE.sub(r"\\\1", one_line(text))
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def _blocks(item: Rendered) -> Iterator[str]:
    yield f"# {escape(heading(item))}"
    if isinstance(item, Failure):
        yield escape(item.detail)
    elif isinstance(item, EnglishSummary):
        yield from _summary(item.summary)
        if item.summary_model:
            yield f"*Summarised by {escape(model_line(item.summary_model))}.*"
    else:
        yield from _digest(item)


def _digest(digest: Digest) -> Iterator[str]:
    if digest.title:
        yield f"*{escape(digest.title.nl)}*"
    notes = article_notes(digest)
    if notes:
        yield _notes(notes)
    if digest.summary:
        yield "## Summary"
        yield from _cited_summary(digest, digest.summary)
    quotes = key_quotes(digest)
    if quotes:
        yield "## Key quotes"
        yield "\n\n".join(_quote(quote) for quote in quotes)
    yield "## Article"
    for paragraph in digest.paragraphs:
        yield from _paragraph(paragraph)
    by = escape(model_line(digest.translation_model, digest.decoding))
    yield f"*A machine translation by {by}. What was said in a quote is the Dutch.*"
    if digest.summary_model:
        yield f"*Summarised by {escape(model_line(digest.summary_model))}.*"


def _summary(summary: Summary) -> Iterator[str]:
    if summary.text:
        yield escape(summary.text)


def _cited_summary(digest: Digest, summary: Summary) -> Iterator[str]:
    """The summary with numbers, and under each number the Dutch it rests on with what is known against it."""
    numbers = {
        id_: n for n, id_ in enumerate(dict.fromkeys(i for s in summary.sentences for i in s.sources), 1)
    }
    cited = [(s.text, "".join(rf"\[{numbers[i]}\]" for i in s.sources)) for s in summary.sentences]
    if cited:
        yield " ".join(f"{escape(text)} {marks}".rstrip() for text, marks in cited)
    sources = {s.id: s for paragraph in digest.paragraphs for s in paragraph.sentences if s.id in numbers}
    lines = []
    for id_, number in numbers.items():
        doubts = " ".join(map(warning_text, sources[id_].warnings))
        lines.append(f"{number}. *{escape(sources[id_].nl)}*" + (f" {escape(doubts)}" if doubts else ""))
    if lines:
        yield "\n".join(lines)


def _quote(quote: QuoteBlock) -> str:
    lines = [escape(quote.en), "", f"*{escape(quote.nl)}*"]
    if not quote.indirect:
        lines = [f"“{escape(quote.en)}”", "", f"*‘{escape(quote.nl)}’*"]
    lines += ["", f"— {escape(quote.speaker) if quote.speaker else 'speaker not named'}"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _paragraph(paragraph: DigestParagraph) -> Iterator[str]:
    en = escape(" ".join(sentence.en for sentence in paragraph.sentences))
    nl = escape(" ".join(sentence.nl for sentence in paragraph.sentences))
    if paragraph.kind == "heading":
        yield f"### {en}"
    elif paragraph.kind == "list":
        yield f"- {en}"
    else:
        yield en
    yield f"> {nl}"
    notes = paragraph_notes(paragraph)
    if notes:
        yield _notes(notes)


def _notes(notes: tuple[Note, ...]) -> str:
    return "\n".join(
        f"- *Note{f' on ‘{escape(note.excerpt)}’' if note.excerpt else ''}: {escape(note.text)}*"
        for note in notes
    )
