"""What an operator asks: is the process up, can it translate, what is it made of."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response

from service.api.negotiation import json_response
from service.api.readiness import Readiness
from service.render.jsonable import model_body
from service.settings import Settings

if TYPE_CHECKING:
    from service.digest import Digester


def blueprint(settings: Settings, readiness: Readiness) -> Blueprint:
    routes = Blueprint("operations", __name__)

    @routes.get("/healthz")
    def healthz() -> Response:
        """The process answers; nothing is said about the models."""
        return json_response({"status": "ok"})

    @routes.get("/readyz")
    def readyz() -> Response:
        """200 once a translation has really been made."""
        readiness.require(wait=False)
        return json_response({"status": "ready"})

    @routes.get("/info")
    def info() -> Response:
        return json_response(describe(settings, readiness.loaded()))

    return routes


def describe(settings: Settings, digester: Digester | None) -> dict[str, Any]:
    """Version, checkpoints and limits. ``models`` is None until they are loaded; ``requested`` is the setting
    that each was resolved from, so that what ``auto`` came to can be seen."""
    return {
        "name": "kernzin",
        "version": version("kernzin"),
        "ready": digester is not None,
        "models": _models(settings, digester) if digester else None,
        "limits": {
            "max_chars": settings.max_chars,
            "max_texts": settings.max_texts,
        },
        "defaults": {
            "summary_sentences": settings.summary_sentences,
            "key_quotes": settings.key_quotes,
        },
    }


def _models(settings: Settings, digester: Digester) -> dict[str, Any]:
    summariser = digester.summariser
    return {
        "translation": {
            "requested": settings.translation_model,
            **model_body(digester.translator.card, digester.decoding),
            "device": settings.device,
        },
        "summary": {
            "requested": settings.summary_model,
            "method": "abstractive" if summariser else "extractive",
            **(model_body(summariser.card) if summariser else {}),
        },
    }
