"""The form's routes. It works without a script; nothing that was typed is lost when something goes wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from service.api.negotiation import HTML, JSON, best_of
from service.api.problems import MEDIA_TYPE, malformed, problem_of, response_of
from service.api.readiness import Readiness
from service.batch.files import is_html_name
from service.problems import Problem
from service.render import digest_fragment, to_html, to_json, to_markdown
from service.render.page import STYLE
from service.result import Digest
from service.settings import Settings
from service.text.reading.decoding import decode
from service.web.example import TEXT as EXAMPLE
from service.web.fields import Fields


def blueprint(settings: Settings, readiness: Readiness) -> Blueprint:
    routes = Blueprint(
        "web", __name__, template_folder="templates", static_folder="static", static_url_path="/static"
    )

    def page(
        fields: Fields,
        digest: Digest | None = None,
        problem: Problem | None = None,
        errors: Mapping[str, str] | None = None,
    ) -> Response:
        text = render_template(
            "form.html",
            fields=fields,
            digest=digest_fragment(digest, "d-") if digest else None,
            headline=digest.title.en if digest and digest.title else None,
            problem=problem,
            errors=errors or {},
            ready=readiness.loaded() is not None,
            max_chars=settings.max_chars,
            style=Markup(STYLE),
        )
        return Response(text, content_type="text/html; charset=utf-8")

    def failed(fields: Fields, error: Exception, errors: Mapping[str, str] | None = None) -> Response:
        problem = problem_of(error)
        if not _shows_pages():
            return response_of(problem)
        response = page(fields, problem=problem, errors=errors)
        response.status_code = problem.status
        response.headers.extend(problem.headers)
        return response

    @routes.get("/")
    def show() -> Response:
        return page(Fields.initial(settings, EXAMPLE if "example" in request.args else ""))

    @routes.post("/")
    def submit() -> Response:
        fields = Fields.initial(settings)
        errors: dict[str, str] = {}
        try:
            fields = Fields.sent(request.form, settings)
            fields = _with_upload(fields)
            options, errors = fields.options()
            if errors:
                listed = [{"field": field, "detail": detail} for field, detail in errors.items()]
                raise malformed("Some options need another look; they are marked below.", listed)
            digest = readiness.require().digest(fields.article(), options)
            download = request.form.get("download")
            return _download(digest, download) if download else page(fields, digest)
        except Exception as error:  # noqa: BLE001 - whatever it was, the reader keeps what was typed
            return failed(fields, error, errors)

    return routes


def _shows_pages() -> bool:
    """Whether an error goes into the page: for browsers, and whoever does not say."""
    return best_of(request, (HTML, MEDIA_TYPE, JSON)) in (HTML, None)


def _with_upload(fields: Fields) -> Fields:
    """A file goes before the text area. Raises ``UndecodableError``."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return fields
    is_html = is_html_name(upload.filename) or upload.mimetype == "text/html"
    text = decode(upload.read())
    as_format = "html" if is_html and fields.format == "auto" else fields.format
    return replace(fields, text=text, format=as_format)


def _download(digest: Digest, kind: str) -> Response:
    if kind == "markdown":
        body, media_type, suffix = to_markdown(digest), "text/markdown; charset=utf-8", "md"
    elif kind == "json":
        body = json.dumps(to_json(digest, batch=True), ensure_ascii=False, indent=2) + "\n"
        media_type, suffix = "application/json", "json"
    elif kind == "html":
        body, media_type, suffix = to_html(digest), "text/html; charset=utf-8", "html"
    else:
        raise malformed("Downloads are markdown, html and json.")
    name = f'attachment; filename="kernzin-{digest.id[:12]}.{suffix}"'
    return Response(body, content_type=media_type, headers={"Content-Disposition": name})
