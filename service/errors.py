"""What can be wrong with an article or a request, as exceptions whose text is fit to show to its sender."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar


class ArticleError(Exception):
    """The article cannot be digested. The text is shown to whoever sent the article.

    ``code`` is stable, and has one ``status`` (of HTTP) and one ``title`` wherever it is told.
    """

    code: ClassVar[str] = "article_error"
    status: ClassVar[int] = 422
    title: ClassVar[str] = "Unfit article"

    @property
    def extra(self) -> Mapping[str, Any]:
        """What else is told of it, ready for JSON."""
        return {}


class EmptyArticleError(ArticleError):
    """Nothing but white space and control characters."""

    code = "empty_text"
    title = "Empty text"


class NotDutchError(ArticleError):
    """The language gate is sure that the text is in another language."""

    code = "not_dutch"
    title = "Not Dutch"

    def __init__(self, language: str, name: str, confidence: float) -> None:
        super().__init__(
            f"The text appears to be in {name}, not in Dutch. To digest it anyway, "
            'send "language": "nl" or use --language nl.'
        )
        self.language = language
        self.confidence = confidence

    @property
    def extra(self) -> Mapping[str, Any]:
        return {"language": {"code": self.language, "confidence": self.confidence}}


class TooLongError(ArticleError):
    """More characters than the service accepts; ``length`` is None where they were not all read."""

    code = "too_long"
    status = 413
    title = "Text too long"

    def __init__(self, length: int | None, limit: int, what: str = "text") -> None:
        super().__init__(
            f"The {what} is longer than the limit of {limit:,} characters."
            if length is None
            else f"The {what} has {length:,} characters; the limit is {limit:,}."
        )
        self.length = length
        self.limit = limit

    @property
    def extra(self) -> Mapping[str, Any]:
        return {"length": self.length, "limit": self.limit}


class UndecodableError(ArticleError):
    """The bytes of a file are no text in any encoding that we read."""

    code = "undecodable"
    status = 415
    title = "Undecodable text"
