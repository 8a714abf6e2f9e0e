"""What is digested of an article: its text and title, within the limits, whatever it was sent as."""

from __future__ import annotations

from dataclasses import dataclass

from service.errors import EmptyArticleError, TooLongError
from service.limits import longest
from service.result import Article
from service.text.document import Sentence
from service.text.reading.html import extract_html
from service.text.visible import is_blank
from service.text.warnings import Warning, WarningCode


@dataclass(frozen=True, slots=True)
class Source:
    """``text`` is what offsets refer to; ``title`` a headline given apart from it, as an engine wants it."""

    text: str
    title: str | None
    warnings: tuple[Warning, ...]
    """What was left out of the page."""


def read_source(article: Article, max_chars: int) -> Source:
    """The text and title of ``article``. Raises ``ArticleError`` if one is too long, or the text empty."""
    title = _title(article.title, max_chars)
    if article.format == "text":
        refuse_unfit(article.text, max_chars)
        return Source(article.text, title, ())
    limit = longest(max_chars, is_html=True)
    if len(article.text) > limit:
        raise TooLongError(len(article.text), limit, "page")
    extraction = extract_html(article.text)
    refuse_unfit(extraction.text, max_chars)
    dropped = f"{extraction.dropped} blocks of the page were left out."
    warnings = (Warning(WarningCode.BLOCKS_DROPPED, dropped),) if extraction.dropped else ()
    return Source(extraction.text, title, warnings)


def refuse_unfit(text: str, max_chars: int) -> None:
    """Raise ``ArticleError`` if the text is too long, or nothing can be read in it."""
    if len(text) > max_chars:
        raise TooLongError(len(text), max_chars)
    if is_blank(text):
        raise EmptyArticleError("The text is empty.")


def _title(given: str | None, max_chars: int) -> str | None:
    """None also where nothing can be read in the title."""
    if given is None or is_blank(given):
        return None
    if len(given) > max_chars:
        raise TooLongError(len(given), max_chars, "title")
    return Sentence(0, 0, len(given), given).segment or None
