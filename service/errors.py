"""What can be wrong with an article or a request, as exceptions whose text is fit to show to its sender."""

from __future__ import annotations


class ArticleError(Exception):
    """The article cannot be digested. ``code`` is stable; the text is shown to whoever sent the article."""

    code = "article_error"


class EmptyArticleError(ArticleError):
    """Nothing but white space and control characters."""

    code = "empty_text"


class NotDutchError(ArticleError):
    """The language gate is sure that the text is in another language."""

    code = "not_dutch"

    def __init__(self, language: str, name: str, confidence: float) -> None:
        super().__init__(
            f'The text appears to be in {name}, not in Dutch. Send "language": "nl" to digest it anyway.'
        )
        self.language = language
        self.name = name
        self.confidence = confidence


class TooLongError(ArticleError):
    """More characters than the service accepts."""

    code = "too_long"

    def __init__(self, length: int, limit: int, what: str = "text") -> None:
        super().__init__(f"The {what} has {length:,} characters; the limit is {limit:,}.")
        self.length = length
        self.limit = limit


class UndecodableError(ArticleError):
    """The bytes of a file are no text in any encoding that we read."""

    code = "undecodable"
