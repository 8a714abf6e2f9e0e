"""One article of a run before it is digested, or the reason why there is none."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.problems import Problem
from service.result import Article

log = logging.getLogger(__name__)

HASH_FIELD = "content_hash"
"""The member of ``input`` that says what was digested; no field of the sender's may have this name."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an item holds. ``fields`` are the sender's own, copied through to the record."""

    work: Article | Problem
    content_hash: str
    """Over the article or, where there is none, over what stands in its place."""
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """``read`` reads a file when its turn comes: a run holds the ids of all articles, the texts of a few.

    It returns a problem instead of raising for whatever can be wrong with this one article.
    """

    id: str
    read: Callable[[], Content]

    def load(self) -> Content:
        """What ``read`` returns. Never raises: a fault in one article must not lose the others."""
        try:
            return self.read()
        except Exception as error:  # noqa: BLE001 - one article must not lose the others
            return of_problem(internal_error(self.id, error, "reading"), b"")


def of_article(article: Article, fields: Mapping[str, Any] | None = None) -> Content:
    """``article`` with its hash: equal for equal texts, titles and formats, whatever file they come from."""
    canonical = json.dumps([article.format, article.title, article.text]).encode("ascii")
    return Content(article, _hash(canonical), fields or {})


def of_problem(problem: Problem, raw: bytes, fields: Mapping[str, Any] | None = None) -> Content:
    """A problem in the place of an article; ``raw`` is what it was found in."""
    return Content(problem, _hash(raw), fields or {})


def malformed_item(detail: str) -> Problem:
    """The problem of a line or row that cannot be read as an article."""
    return Problem(422, "malformed-item", "Malformed item", detail)


def internal_error(item_id: str, error: Exception, doing: str) -> Problem:
    """The problem of an article that met a fault of ours; what went wrong goes to the log alone."""
    log.debug("article %s failed", item_id, exc_info=error)
    return Problem(500, "internal-error", "Internal error", f"{type(error).__name__} while {doing}.")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
