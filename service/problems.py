"""What is told of an error, as a value: by the API, the form and the batch script alike (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from service.errors import ArticleError

TYPE_PREFIX = "urn:kernzin:problem:"


@dataclass(frozen=True, slots=True)
class Problem:
    """``code`` ends the ``type`` URN and is stable; ``detail`` is for people and may change."""

    status: int
    code: str
    title: str
    detail: str
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further members of the body."""
    headers: Mapping[str, str] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """The members that do not depend on the request."""
        return {
            "type": TYPE_PREFIX + self.code,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }


class ProblemError(Exception):
    """A problem on its way up to the handler."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


INTERNAL = Problem(
    500,
    "internal-error",
    "Internal error",
    "The service failed; its log has the reason under the request id.",
)
"""Tells nothing of the reason: that is for the log."""


def article_problem(error: ArticleError) -> Problem:
    """What is wrong with an article."""
    return Problem(error.status, error.code.replace("_", "-"), error.title, str(error), error.extra)
