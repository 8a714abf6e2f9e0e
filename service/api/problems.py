"""Every error of every route as one body: ``application/problem+json`` (RFC 9457).

:func:`problem_of` makes a :class:`Problem` of any exception, and :func:`register` has Flask answer with it.
The lists of the API and the form show the same problems inside their own answers.
"""

from __future__ import annotations

import json
import logging

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from service.errors import ArticleError
from service.problems import INTERNAL, Problem, ProblemError, article_problem

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


def malformed(detail: str, errors: list[dict[str, str]] | None = None) -> ProblemError:
    """400, with the fields that are wrong if the body could be read at all."""
    extra = {"errors": errors} if errors else {}
    return ProblemError(Problem(400, "malformed-request", "Malformed request", detail, extra))


def not_ready(detail: str, retry_after: int) -> Problem:
    """503 while the models are loading or after they have failed to."""
    return Problem(503, "not-ready", "Models not ready", detail, headers={"Retry-After": str(retry_after)})


def problem_of(error: Exception) -> Problem:
    """What an exception is to the sender. The unforeseen is logged, and becomes a 500 that tells nothing."""
    if isinstance(error, ProblemError):
        return error.problem
    if isinstance(error, ArticleError):
        return article_problem(error)
    if isinstance(error, HTTPException) and error.code is not None and error.code >= 400:
        return _http_problem(error)
    log.error("request %s failed", getattr(g, "request_id", "-"), exc_info=error)
    return INTERNAL


def _http_problem(error: HTTPException) -> Problem:
    # Werkzeug knows which headers an error needs (Allow with a 405); the others describe its own HTML body.
    headers = {
        name: value
        for name, value in error.get_headers()
        if name.lower() not in ("content-type", "content-length")
    }
    if isinstance(error, RequestEntityTooLarge):
        limit = current_app.config["MAX_CONTENT_LENGTH"]
        detail = f"The request is larger than the {limit:,} bytes that are accepted."
        return Problem(413, "request-too-large", "Request too large", detail, {"limit_bytes": limit})
    code = error.name.lower().replace(" ", "-")
    return Problem(error.code or 500, code, error.name, error.description or error.name, {}, headers)


def response_of(problem: Problem) -> Response:
    """The problem as the answer to the current request."""
    body = {**problem.body(), "instance": request.path, "request_id": g.request_id}
    return Response(
        json.dumps(body) + "\n",
        status=problem.status,
        headers=dict(problem.headers),
        content_type=MEDIA_TYPE,
    )


def register(app: Flask) -> None:
    """Registered on the app and not on a blueprint, so that unknown addresses and methods are covered too."""

    def answer(error: Exception) -> Response | HTTPException:
        if isinstance(error, HTTPException) and (error.code is None or error.code < 400):
            return error
        return response_of(problem_of(error))

    app.register_error_handler(Exception, answer)
