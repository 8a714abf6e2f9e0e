"""Which representation the client wants: JSON unless ``Accept`` says otherwise."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from flask import Request, Response
from werkzeug.datastructures import MIMEAccept

from service.problems import Problem, ProblemError

JSON, MARKDOWN, HTML = "application/json", "text/markdown", "text/html"
OFFERED = (JSON, MARKDOWN, HTML)


def best_of(request: Request, offered: Sequence[str]) -> str | None:
    """The one of ``offered`` that the client likes best, the first if it does not say; None if it takes none.

    A parameter such as ``charset`` asks for no other representation and is passed over: werkzeug would
    hold it against all that is offered without one.
    """
    if not request.accept_mimetypes:
        return offered[0]
    bare = MIMEAccept((name.partition(";")[0].strip(), quality) for name, quality in request.accept_mimetypes)
    return bare.best_match(offered)


def wanted(request: Request) -> str:
    """One of :data:`OFFERED`. Raises ``ProblemError`` (406) if the client accepts none."""
    best = best_of(request, OFFERED)
    if best is None:
        detail = f"The answer can be {', '.join(OFFERED)}."
        raise ProblemError(Problem(406, "not-acceptable", "Not acceptable", detail))
    return best


def json_response(body: dict[str, Any]) -> Response:
    """UTF-8 as it is, without ASCII escapes: the answers are mostly prose."""
    return Response(json.dumps(body, ensure_ascii=False) + "\n", content_type=JSON)
