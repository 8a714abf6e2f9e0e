"""The Flask application: settings and a digester in, routes out.

Blueprints hold the routes; what belongs to every request (its id, limits, headers, errors) is here.
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

from flask import Flask, Response, g, request

from service.api import operations, problems, routes
from service.api.draining import drain
from service.api.readiness import Readiness
from service.limits import longest
from service.render import STYLE_SOURCE
from service.settings import Settings
from service.web import form

if TYPE_CHECKING:
    from service.digest import Digester

PATIENCE_SECONDS = 10.0
"""How long a request waits for models that are still loading before it is told to come back."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_BYTES_PER_CHARACTER = 12
"""The most that a character takes: an emoji as two JSON escapes, or as UTF-8 percent-encoded by a form."""
_SMALL_PARTS = 64 * 1024

_SECURITY = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'self' {STYLE_SOURCE}; script-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def create_app(settings: Settings | None = None, digester: Digester | None = None) -> Flask:
    """The application. Without a ``digester`` the models of the settings are loaded, in the background."""
    settings = settings or Settings()
    app = Flask("service", static_folder=None)
    limit = max_body_bytes(settings)
    app.config.update(MAX_CONTENT_LENGTH=limit, MAX_FORM_MEMORY_SIZE=limit, MAX_FORM_PARTS=50)
    readiness = Readiness(lambda: digester or _build(settings), patience=PATIENCE_SECONDS)
    app.before_request(_name_request)
    app.after_request(_complete)
    problems.register(app)
    app.register_blueprint(operations.blueprint(settings, readiness))
    app.register_blueprint(routes.blueprint(settings, readiness))
    app.register_blueprint(form.blueprint(settings, readiness))
    readiness.start()
    return app


def _build(settings: Settings) -> Digester:
    # Imported here, in the loading thread: engines take seconds to import, and the port answers meanwhile.
    from service.engine import build

    return build(settings)


def max_body_bytes(settings: Settings) -> int:
    """No article that is allowed is refused for its encoding; a body far beyond that is not even read.

    That is one page of the greatest length, or ten such texts; of more texts each must be shorter.
    """
    return _SMALL_PARTS + _BYTES_PER_CHARACTER * longest(settings.max_chars, is_html=True)


def _name_request() -> None:
    """The client's own request id if it is harmless in a log, else a new one."""
    sent = request.headers.get("X-Request-ID", "")
    g.request_id = sent if _REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex


def _complete(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    for name, value in _SECURITY.items():
        response.headers.setdefault(name, value)
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store"  # somebody's article
    if response.status_code >= 400:
        drain(request)
    return response
