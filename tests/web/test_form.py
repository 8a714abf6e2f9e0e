"""The form without a script: everything comes back, nothing typed is lost."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.result import Article
from service.web.example import TEXT as EXAMPLE
from tests.samples import TEXT, FakeDigester

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def post(client: FlaskClient, **fields: Any) -> TestResponse:
    return client.post("/", data=fields, headers=BROWSER, content_type="multipart/form-data")


def test_shows_the_form(client: FlaskClient) -> None:
    answer = client.get("/", headers=BROWSER)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    for field in ("text", "file", "summary_sentences", "key_quotes", "format", "any_language", "glossary"):
        assert f'<label for="{field}">' in answer.text
        assert f'id="{field}" name="{field}"' in answer.text


def test_static_files_are_served(client: FlaskClient) -> None:
    for name in ("form.css", "form.js", "icon.svg"):
        assert client.get(f"/static/{name}").status_code == 200


def test_example_can_be_tried(client: FlaskClient, digester: FakeDigester) -> None:
    assert EXAMPLE.splitlines()[0] in client.get("/?example=1").text


@pytest.mark.parametrize("content_type", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_pasted_article_comes_back_digested(
    client: FlaskClient, digester: FakeDigester, content_type: str
) -> None:
    sent = {"text": TEXT.replace("\n", "\r\n")}
    answer = client.post("/", data=sent, headers=BROWSER, content_type=content_type)
    assert answer.status_code == 200
    assert digester.calls[-1][0] == Article(TEXT), "the line ends that the browser made are undone"
    places = [
        answer.text.index(part)
        for part in ("Summary</h2>", "Key quotes</h2>", "The article</h2>", "<textarea")
    ]
    assert places == sorted(places)
    assert "‘Dit is een feestdag’" in answer.text


def test_options_reach_the_digester(client: FlaskClient, digester: FakeDigester) -> None:
    answer = post(
        client,
        text="<p>Dit is HTML",
        summary_sentences=" 2 ",
        key_quotes="0",
        glossary="# woorden\r\nmolen = windmill\r\n\r\nhuis\thouse",
        any_language="1",
    )
    assert answer.status_code == 200
    article, options = digester.calls[-1]
    assert article.format == "html"
    assert (options.summary_sentences, options.key_quotes, options.language) == (2, 0, "nl")
    assert options.glossary == (("molen", "windmill"), ("huis", "house"))


@pytest.mark.parametrize(
    ("name", "data", "article"),
    [
        ("stuk.txt", "Één dag".encode(), Article("Één dag")),
        ("stuk.txt", "Één dag in de stad".encode("cp1252"), Article("Één dag in de stad")),
        ("stuk.html", b"Dag", Article("Dag", format="html")),
        ("stuk.txt", b"<!DOCTYPE html><p>Dag", Article("<!DOCTYPE html><p>Dag", format="html")),
        ("stuk.txt", b"a < b", Article("a < b")),
    ],
)
def test_upload(
    client: FlaskClient, digester: FakeDigester, name: str, data: bytes, article: Article
) -> None:
    answer = post(client, text="", file=(io.BytesIO(data), name))
    assert answer.status_code == 200
    assert digester.calls[-1][0] == article


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"text": "  "}, 422, "The text is empty."),
        ({"text": "This is English."}, 422, "Skip the language check"),
        ({"text": "a" * 2_001}, 413, "the limit is 2,000"),
        ({"text": "bewaard", "summary_sentences": "veel"}, 400, "from 1 to 6"),
        ({"text": "bewaard", "key_quotes": "-1"}, 400, "from 0 to 50"),
        ({"text": "bewaard", "key_quotes": "²"}, 400, "from 0 to 50"),
        ({"text": "bewaard", "glossary": "molen = mill\nmolen"}, 400, "Line 2 is not of the form"),
        ({"text": "bewaard", "glossary": "molen = mill\nmolen = windmill"}, 400, "Line 2 gives"),
        ({"text": "bewaard", "glossary": f"molen = {'m' * 201}"}, 400, "Line 1 has a term of 201 characters"),
        (
            {"text": "bewaard", "glossary": "\n".join(f"molen{n} = mill" for n in range(1001))},
            400,
            "1,001 terms are more than the 1,000 that are allowed.",
        ),
        ({"text": "bewaard", "format": "pdf"}, 400, "Choose one of the formats."),
        ({"text": "bewaard", "download": "exe"}, 400, "Downloads are"),
        ({"text": "crash"}, 500, "The service failed"),
    ],
)
def test_errors_are_shown_in_the_page_and_the_text_is_kept(
    client: FlaskClient, fields: dict[str, str], status: int, told: str
) -> None:
    answer = post(client, **fields)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    assert 'role="alert"' in answer.text
    assert told in answer.text
    assert f">\n{fields['text']}</textarea>" in answer.text
    assert "secret" not in answer.text


def test_binary_upload_keeps_the_pasted_text(client: FlaskClient) -> None:
    answer = post(client, text="bewaard", file=(io.BytesIO(b"%PDF-1.7\x00"), "stuk.pdf"))
    assert answer.status_code == 415
    assert ">\nbewaard</textarea>" in answer.text


def test_request_too_large_is_shown_in_the_page(client: FlaskClient) -> None:
    answer = post(client, text="a" * 400_000)
    assert answer.status_code == 413
    assert 'role="alert"' in answer.text


def test_text_is_shown_and_not_run(client: FlaskClient) -> None:
    answer = post(client, text="</textarea><script>alert(1)</script>crash", glossary="<b> = <i>")
    assert answer.status_code == 500
    assert "<script>alert" not in answer.text
    assert "&lt;b&gt; = &lt;i&gt;" in answer.text


def test_leading_newline_of_the_text_is_kept(client: FlaskClient) -> None:
    assert ">\n\ncrash</textarea>" in post(client, text="\r\ncrash").text


@pytest.mark.parametrize(
    ("kind", "mimetype", "begins"),
    [
        ("markdown", "text/markdown", "# Oudewater mill"),
        ("html", "text/html", "<!doctype html>"),
        ("json", "application/json", "{"),
    ],
)
def test_downloads(client: FlaskClient, kind: str, mimetype: str, begins: str) -> None:
    answer = post(client, text=TEXT, download=kind)
    assert answer.mimetype == mimetype
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="kernzin-')
    assert answer.text.startswith(begins)


@pytest.mark.parametrize("accept", ["application/json", "application/json; charset=utf-8"])
def test_program_that_posts_to_the_form_gets_problems(client: FlaskClient, accept: str) -> None:
    answer = client.post("/", data={"text": ""}, headers={"Accept": accept})
    assert answer.status_code == 422
    assert json.loads(answer.data)["type"] == "urn:kernzin:problem:empty-text"
