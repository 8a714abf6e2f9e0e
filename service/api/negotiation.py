"""Which representation the client wants: JSON unless ``Accept`` says otherwise."""

from __future__ import annotations

import json
from typing import Any

from flask import Request, Response

from service.problems import Problem, ProblemError

JSON, MARKDOWN, HTML = "application/json", "text/markdown", "text/html"
OFFERED = (JSON, MARKDOWN, HTML)


def wanted(request: Request) -> str:
    """One of :data:`OFFERED`. Raises ``ProblemError`` (406) if the client accepts none."""
    if not request.accept_mimetypes:
        return JSON
    best = request.accept_mimetypes.best_match(OFFERED)
    if best is None:
        detail = f"The answer can be {', '.join(OFFERED)}."
        raise ProblemError(Problem(406, "not-acceptable", "Not acceptable", detail))
    return best


def json_response(body: dict[str, Any]) -> Response:
    """UTF-8 as it is, without ASCII escapes: the answers are mostly prose."""
    return Response(json.dumps(body, ensure_ascii=False) + "\n", content_type=JSON)
