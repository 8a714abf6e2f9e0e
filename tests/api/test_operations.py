"""Readiness: nothing is promised before a translation has been made."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, cast

import pytest

from models.interfaces import ModelError
from models.scripted import ScriptedTranslator
from service import app as app_module
from service.app import create_app, max_body_bytes
from service.digest import Digester
from service.result import Article, Digest, Options
from service.settings import Settings
from tests.samples import TEXT, FakeDigester

SETTINGS = Settings(cache="none", max_chars=2_000, max_texts=3, translation_model="auto")


class GatedDigester(FakeDigester):
    """Its first translation takes until the gate opens."""

    gate: threading.Event

    def translate(self, article: Article, options: Options) -> Digest:
        self.gate.wait(10)
        return super().translate(article, options)


@pytest.fixture
def gated(monkeypatch: pytest.MonkeyPatch) -> Iterator[GatedDigester]:
    monkeypatch.setattr(app_module, "PATIENCE_SECONDS", 0.05)
    digester = GatedDigester()
    digester.gate = threading.Event()
    yield digester
    digester.gate.set()


def test_loading_service_is_healthy_but_not_ready(gated: GatedDigester) -> None:
    client = create_app(SETTINGS, cast(Any, gated)).test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/").status_code == 200
    for answer in (client.get("/readyz"), client.post("/v1/digest", json={"text": TEXT})):
        assert answer.status_code == 503
        assert answer.mimetype == "application/problem+json"
        assert int(answer.headers["Retry-After"]) > 0
    assert client.get("/info").get_json()["models"] is None


def test_ready_once_a_translation_was_made() -> None:
    digester = GatedDigester()
    digester.gate = threading.Event()
    client = create_app(SETTINGS, cast(Any, digester)).test_client()
    threading.Timer(0.05, digester.gate.set).start()
    assert client.post("/v1/digest", json={"text": TEXT}).status_code == 200, "it waits for the models"
    assert client.get("/readyz").get_json() == {"status": "ready"}
    assert digester.calls[0][0].text == "Dit is een test."


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ModelError("The checkpoint has no vocab.json."), "The checkpoint has no vocab.json."),
        (ValueError("beam_size must be positive"), "beam_size must be positive"),
        (RuntimeError("secret internals"), "The models could not be loaded; the log has the reason."),
    ],
)
def test_failure_to_load_is_told(monkeypatch: pytest.MonkeyPatch, error: Exception, told: str) -> None:
    def fail(settings: Settings) -> None:
        raise error

    monkeypatch.setattr(app_module, "_build", fail)
    client = create_app(SETTINGS).test_client()
    answer = client.post("/v1/digest", json={"text": TEXT})
    assert answer.status_code == client.get("/readyz").status_code == 503
    assert client.get("/readyz").get_json()["detail"] == told
    assert client.get("/healthz").status_code == 200


def test_info_tells_what_auto_came_to() -> None:
    client = create_app(SETTINGS, cast(Any, FakeDigester())).test_client()
    client.post("/v1/digest", json={"text": TEXT})
    info = client.get("/info").get_json()
    assert info["ready"] is True
    translation = info["models"]["translation"]
    assert (translation["requested"], translation["name"]) == ("auto", "embedded")
    assert translation["licence"] == "Gemma Terms of Use"
    assert translation["revision"] == "0123456789ab"
    assert translation["decoding"]["beam_size"] == 4
    assert info["models"]["summary"]["method"] == "extractive"
    assert info["limits"] == {"max_chars": 2_000, "max_texts": 3}
    assert info["version"]


EMOJI = "\N{GRINNING FACE}"


@pytest.mark.parametrize("max_texts", [1, 64])
@pytest.mark.parametrize(
    ("text", "as_format"), [(EMOJI * 2_000, "text"), (f"<!--{EMOJI * 19_980}--><p>Ja.</p>", "html")]
)
def test_no_article_that_is_allowed_is_refused_for_its_encoding(
    max_texts: int, text: str, as_format: str
) -> None:
    settings = Settings(cache="none", max_chars=2_000, max_texts=max_texts)
    digester = Digester(ScriptedTranslator(), max_chars=settings.max_chars)
    sent = {"text": text, "format": as_format, "language": "nl"}
    answer = create_app(settings, digester).test_client().post("/v1/digest", json=sent)
    assert answer.status_code == 200


def test_a_body_for_many_texts_is_bounded() -> None:
    assert max_body_bytes(Settings(max_chars=1_000, max_texts=64)) < 64 * 12 * 1_000 + 64 * 1024
