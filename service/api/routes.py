"""``POST /v1/digest``, ``/v1/translate`` and ``/v1/summarise``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, g, request

from service.api.body import read_request
from service.api.negotiation import JSON, MARKDOWN, json_response, wanted
from service.api.problems import problem_of
from service.api.readiness import Readiness
from service.api.schemas import DigestRequest, SummariseRequest, TranslateRequest
from service.problems import Problem
from service.render import Failure, to_html, to_json, to_markdown
from service.result import Article, Digest, EnglishSummary
from service.settings import Settings

Answer = Digest | EnglishSummary


def blueprint(settings: Settings, readiness: Readiness) -> Blueprint:
    routes = Blueprint("v1", __name__, url_prefix="/v1")

    @routes.post("/digest")
    def digest() -> Response:
        media_type = wanted(request)
        sent = read_request(request, DigestRequest, settings.max_texts)
        digester, options = readiness.require(), sent.options(settings)
        return _answer(sent, "digests", media_type, lambda article: digester.digest(article, options))

    @routes.post("/translate")
    def translate() -> Response:
        media_type = wanted(request)
        sent = read_request(request, TranslateRequest, settings.max_texts)
        digester, options = readiness.require(), sent.options(settings)
        return _answer(sent, "translations", media_type, lambda article: digester.translate(article, options))

    @routes.post("/summarise")
    def summarise() -> Response:
        media_type = wanted(request)
        sent = read_request(request, SummariseRequest, settings.max_texts)
        digester, options = readiness.require(), sent.options(settings)
        return _answer(
            sent, "summaries", media_type, lambda article: digester.summarise(article.text, options)
        )

    return routes


def _answer(
    sent: SummariseRequest | TranslateRequest, plural: str, media_type: str, work: Callable[[Article], Answer]
) -> Response:
    """One answer, whose error is the response's, or a list in which an item that fails has its problem."""
    if not sent.several:
        items: list[Answer | Problem] = [work(sent.articles()[0])]
    else:
        items = [_attempt(work, article) for article in sent.articles()]
    if media_type == JSON:
        bodies = [_json_item(item) for item in items]
        return json_response({plural: bodies} if sent.several else bodies[0])
    rendered = [Failure(i.title, i.detail) if isinstance(i, Problem) else i for i in items]
    text = to_markdown(*rendered) if media_type == MARKDOWN else to_html(*rendered)
    return Response(text, content_type=f"{media_type}; charset=utf-8")


def _attempt(work: Callable[[Article], Answer], article: Article) -> Answer | Problem:
    try:
        return work(article)
    except Exception as error:  # noqa: BLE001 - whatever befalls one article must not befall its neighbours
        return problem_of(error)


def _json_item(item: Answer | Problem) -> dict[str, Any]:
    if isinstance(item, Problem):
        return {"problem": {**item.body(), "request_id": g.request_id}}
    return to_json(item, request_id=g.request_id)
