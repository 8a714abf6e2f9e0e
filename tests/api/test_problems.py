"""Every error of every route has the one body that RFC 9457 describes."""

from __future__ import annotations

import json
import logging
from typing import Any, cast

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.app import create_app
from service.settings import Settings
from tests.samples import TEXT, FakeDigester

APP = create_app(Settings(cache="none", max_chars=2_000, max_texts=3), cast(Any, FakeDigester()))
ADDRESSES = sorted({rule.rule.replace("<path:filename>", "none.css") for rule in APP.url_map.iter_rules()})
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
BODIES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "wrong type": {"data": b"\x00\xff", "content_type": "image/png"},
    "broken json": {"data": b'{"text":', "content_type": "application/json"},
    "wrong shape": {"json": {"txet": TEXT}},
    "too large": {"data": b"x" * 400_000, "content_type": "text/plain"},
    "empty": {"json": {"text": " \n"}},
    "not dutch": {"json": {"text": "This is English."}},
    "crash": {"json": {"text": "crash"}},
    "form": {"data": {"text": "crash", "key_quotes": "many"}},
}
JSON_HEADERS = {"Accept": "application/json"}


def assert_problem(answer: TestResponse, path: str, status: int | None = None) -> dict[str, Any]:
    assert answer.mimetype == "application/problem+json"
    body = json.loads(answer.data)
    assert {"type", "title", "status", "detail", "instance", "request_id"} <= body.keys()
    assert body["status"] == answer.status_code == (status or answer.status_code)
    assert body["type"].startswith("urn:kernzin:problem:")
    assert body["title"]
    assert body["detail"]
    assert body["instance"] == path
    assert body["request_id"] == answer.headers["X-Request-ID"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for internal in ("secret", "Traceback", "RuntimeError", ".py"):
        assert internal not in answer.text
    return cast(dict[str, Any], body)


@pytest.mark.parametrize("sent", BODIES.values(), ids=BODIES.keys())
@pytest.mark.parametrize("path", [*ADDRESSES, "/nowhere", "/v1/nothing"])
def test_every_error_is_a_problem(path: str, sent: dict[str, Any]) -> None:
    for method in METHODS:
        answer = APP.test_client().open(path, method=method, headers=JSON_HEADERS, **sent)
        if answer.status_code < 400:
            assert method == "GET", f"nothing that is sent here is acceptable, not by {method} either"
        else:
            assert_problem(answer, path)


def test_the_sweep_meets_every_status() -> None:
    """Guards the test above: the bodies do reach the errors they are named after."""
    client = APP.test_client()
    expected = {
        "nothing": 415,
        "wrong type": 415,
        "broken json": 400,
        "wrong shape": 400,
        "too large": 413,
        "empty": 422,
        "not dutch": 422,
        "crash": 500,
        "form": 415,
    }
    for path in ("/v1/digest", "/v1/translate", "/v1/summarise"):
        got = {name: client.post(path, **sent).status_code for name, sent in BODIES.items()}
        assert got == expected
    assert client.post("/", headers=JSON_HEADERS, **BODIES["form"]).status_code == 400
    assert client.get("/v1/digest").status_code == 405
    assert client.get("/nowhere").status_code == 404


def test_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    answer = client.get("/v1/digest")
    assert_problem(answer, "/v1/digest", 405)
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/v1/digest", "/v1/translate", "/v1/summarise"])
@pytest.mark.parametrize("sent", ["application/xml", "text/html", "text/plain; charset=nonsense"])
def test_unsupported_type_names_the_supported(client: FlaskClient, path: str, sent: str) -> None:
    answer = client.post(path, data="x", headers={"Content-Type": sent})
    named = ["application/json", "text/plain", *([] if path == "/v1/summarise" else ["text/html"])]
    if sent in named:
        assert answer.status_code == 200
        return
    assert_problem(answer, path, 415)
    assert answer.headers["Accept"].split(", ") == named


def test_not_dutch_tells_the_language(client: FlaskClient) -> None:
    answer = client.post("/v1/digest", json={"text": "This is English."})
    body = assert_problem(answer, "/v1/digest", 422)
    assert body["language"] == {"code": "en", "confidence": 0.98}
    assert client.post("/v1/digest", json={"text": "This is English.", "language": "nl"}).status_code == 200


def test_text_over_the_limit_tells_the_limit(client: FlaskClient) -> None:
    body = assert_problem(client.post("/v1/digest", json={"text": "a" * 2_001}), "/v1/digest", 413)
    assert (body["length"], body["limit"]) == (2_001, 2_000)


@pytest.mark.parametrize("length", [2_000, 2_001])
def test_limit_counts_characters_not_bytes(client: FlaskClient, length: int) -> None:
    escaped = json.dumps({"text": "\N{GRINNING FACE}" * length})
    answer = client.post("/v1/digest", data=escaped, content_type="application/json")
    assert answer.status_code == (200 if length == 2_000 else 413)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "x", "unknown": 1}, "unknown"),
        ({"text": 5}, "text"),
        ({"text": ["x"]}, "text"),
        ({"texts": "x"}, "texts"),
        ({"texts": []}, "texts"),
        ({"texts": ["x", {"text": "y"}]}, "texts.1"),
        ({"texts": ["x"] * 4}, "texts"),
        ({}, ""),
        ({"text": "x", "texts": ["y"]}, ""),
        ({"texts": ["x"], "title": "y"}, ""),
        ({"text": "x", "format": "pdf"}, "format"),
        ({"text": "x", "summary": {"sentences": 0}}, "summary.sentences"),
        ({"text": "x", "summary": {"sentences": "3"}}, "summary.sentences"),
        ({"text": "x", "summary": {"sentences": True}}, "summary.sentences"),
        ({"text": "x", "quotes": {"key_max": -1}}, "quotes.key_max"),
        ({"text": "x", "quotes": {"max": 1}}, "quotes.max"),
        ({"text": "x", "glossary": {"a": 1}}, "glossary.a"),
        ({"text": "x", "glossary": {"": "b"}}, "glossary"),
        ({"text": "x", "glossary": {"a": "b", " a": "c"}}, "glossary"),
        ({"text": "x", "glossary": {"a": "b" * 201}}, "glossary"),
        ({"text": "x", "glossary": {f"a{n}": "b" for n in range(1001)}}, "glossary"),
        (["x"], ""),
        (None, ""),
        ("x", ""),
    ],
)
def test_wrong_shape_names_the_field(client: FlaskClient, body: object, field: str) -> None:
    answer = client.post("/v1/digest", data=json.dumps(body), content_type="application/json")
    problem = assert_problem(answer, "/v1/digest", 400)
    assert field in [error["field"] for error in problem["errors"]]
    assert all(error["detail"] for error in problem["errors"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b'{"text": "\xff"}',
        b'{"text": NaN}',
        b'{"text": "a", "text": "b"}',
        b'{"text": "a", "summary": {"sentences": 1, "sentences": 2}}',
        b"[" * 20_000,
        b'{"text":' * 5_000,
        b'{"text": "\\ud800"}',
        b'{"text": "a", "glossary": {"\\udfff": "b"}}',
        b'{"text": "a", "\\ud800": "b"}',
        b'{"text": "a", "summary": {"sentences": 1e999}}',
        b'{"text": "a", "summary": {"sentences": ' + b"9" * 5_000 + b"}}",
        b'{"text": "a"} {"text": "b"}',
        b"{'text': 'a'}",
    ],
)
def test_hostile_json_is_malformed(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/v1/digest", data=body, content_type="application/json")
    assert_problem(answer, "/v1/digest", 400)


def test_problems_do_not_repeat_the_article(client: FlaskClient) -> None:
    answer = client.post("/v1/digest", json={"text": 5, "title": "geheim", "format": "geheim"})
    assert_problem(answer, "/v1/digest", 400)
    assert "geheim" not in answer.text


@pytest.mark.parametrize("charset", ["base64", "rot13", "punycode", "unicode_escape", "idna", "nonsense"])
def test_odd_charsets_are_unsupported(client: FlaskClient, charset: str) -> None:
    answer = client.post(
        "/v1/digest", data=b"Hallo", headers={"Content-Type": f"text/plain; charset={charset}"}
    )
    assert_problem(answer, "/v1/digest", 415)


def test_text_not_in_its_charset_is_refused(client: FlaskClient) -> None:
    assert_problem(client.post("/v1/digest", data=b"caf\xe9", content_type="text/plain"), "/v1/digest", 415)


def test_crash_is_logged_with_its_request_id_but_without_the_article(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/v1/digest", json={"text": "crash geheim"}, headers={"X-Request-ID": "abc-1"})
    assert assert_problem(answer, "/v1/digest", 500)["request_id"] == "abc-1"
    assert "abc-1" in caplog.text
    assert "secret internals" in caplog.text
    assert "geheim" not in caplog.text


def test_nothing_acceptable(client: FlaskClient) -> None:
    answer = client.post("/v1/digest", json={"text": TEXT}, headers={"Accept": "image/png"})
    assert_problem(answer, "/v1/digest", 406)


def test_nothing_is_done_for_an_answer_nobody_takes(app: Flask, digester: FakeDigester) -> None:
    client = app.test_client()
    assert client.post("/v1/digest", json={"text": "eerst"}).status_code == 200  # the warm-up is past
    calls = len(digester.calls)
    client.post("/v1/digest", json={"text": TEXT}, headers={"Accept": "image/png"})
    assert len(digester.calls) == calls
