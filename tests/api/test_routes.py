"""What the API answers when nothing is wrong."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from service.result import Article, Options
from tests.samples import TEXT, FakeDigester

DIGEST_FIELDS = [
    "id",
    "request_id",
    "language",
    "title",
    "summary",
    "quotes",
    "paragraphs",
    "warnings",
    "models",
    "cache",
    "timings",
]


def test_digest_has_the_documented_fields(client: FlaskClient) -> None:
    answer = client.post("/v1/digest", json={"text": TEXT})
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert list(answer.get_json()) == DIGEST_FIELDS
    assert answer.get_json()["request_id"] == answer.headers["X-Request-ID"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_offsets_point_into_the_text_as_sent(client: FlaskClient) -> None:
    body = client.post("/v1/digest", json={"text": TEXT}).get_json()
    places = [s for p in body["paragraphs"] for s in p["sentences"]] + body["quotes"]
    assert len(places) == 6
    assert all(TEXT[place["start"] : place["end"]] == place["nl"] for place in places)


def test_translation_has_neither_summary_nor_quotes(client: FlaskClient) -> None:
    body = client.post("/v1/translate", json={"text": TEXT}).get_json()
    assert list(body) == [field for field in DIGEST_FIELDS if field not in ("summary", "quotes")]
    assert list(body["models"]) == ["translation"]


def test_summary_of_english(client: FlaskClient) -> None:
    body = client.post("/v1/summarise", json={"text": "The mill turns again."}).get_json()
    assert body["summary"]["sentences"] == [
        {"text": "The mill turns again.", "sources": [1], "replaced": False}
    ]
    assert body["sentences"] == [{"id": 1, "start": 0, "end": 21}]


def test_all_options_reach_the_digester(client: FlaskClient, digester: FakeDigester) -> None:
    sent = {
        "text": TEXT,
        "title": "Kop",
        "format": "html",
        "language": "nl",
        "summary": {"sentences": 2, "method": "extractive"},
        "quotes": {"key_max": 0, "indirect": True},
        "glossary": {"molen": "windmill"},
    }
    assert client.post("/v1/digest", json=sent).status_code == 200
    assert digester.calls[-1] == (
        Article(TEXT, "Kop", "html"),
        Options("nl", 2, "extractive", 0, True, (("molen", "windmill"),)),
    )


def test_defaults_come_from_the_settings(client: FlaskClient, digester: FakeDigester) -> None:
    client.post("/v1/digest", json={"text": TEXT})
    assert digester.calls[-1] == (Article(TEXT), Options(summary_sentences=3, key_quotes=5))


@pytest.mark.parametrize(
    ("data", "content_type", "article"),
    [
        ("Één dag".encode(), "text/plain", Article("Één dag")),
        ("Één dag".encode("utf-8-sig"), "text/plain; charset=UTF-8", Article("Één dag")),
        ("Één dag".encode("cp1252"), "text/plain; charset=windows-1252", Article("Één dag")),
        ("‘Één’".encode("cp1252"), "text/plain; charset=ISO-8859-1", Article("‘Één’")),
        ("Één dag".encode("utf-16"), "text/plain; charset=utf-16", Article("Één dag")),
        (b"a\r\nb\n", "text/plain", Article("a\r\nb\n")),
        ("<p>Één".encode(), "text/html", Article("<p>Één", format="html")),
    ],
)
def test_bodies_of_text(
    client: FlaskClient, digester: FakeDigester, data: bytes, content_type: str, article: Article
) -> None:
    answer = client.post("/v1/digest", data=data, headers={"Content-Type": content_type})
    assert answer.status_code == 200
    assert digester.calls[-1][0] == article


@pytest.mark.parametrize(
    ("path", "plural"),
    [
        ("/v1/digest", "digests"),
        ("/v1/translate", "translations"),
        ("/v1/summarise", "summaries"),
    ],
)
def test_list_keeps_its_order_and_a_failure_its_place(client: FlaskClient, path: str, plural: str) -> None:
    answer = client.post(path, json={"texts": ["goed", "This is English.", "crash"]})
    assert answer.status_code == 200
    assert list(answer.get_json()) == [plural]
    good, refused, crashed = answer.get_json()[plural]
    assert "id" in good
    assert refused["problem"]["type"] == "urn:kernzin:problem:not-dutch"
    assert refused["problem"]["language"]["code"] == "en"
    assert crashed["problem"]["status"] == 500
    assert "secret" not in answer.text


def test_list_of_one_is_a_list(client: FlaskClient) -> None:
    assert len(client.post("/v1/digest", json={"texts": [TEXT]}).get_json()["digests"]) == 1


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("text/markdown", "text/markdown"),
        ("text/*", "text/markdown"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/json;q=0.5, text/html", "text/html"),
        ("application/json; charset=utf-8", "application/json"),
        ("text/html;charset=utf-8", "text/html"),
        ('text/markdown; charset="utf-8"', "text/markdown"),
        ("application/json; charset=utf-8; q=0.5, text/html; charset=utf-8; q=0.9", "text/html"),
        ("application/json; charset=utf-8; q=0, */*", "text/markdown"),
    ],
)
def test_accept_chooses_the_representation(client: FlaskClient, accept: str | None, mimetype: str) -> None:
    headers = {"Accept": accept} if accept else {}
    answer = client.post("/v1/digest", json={"text": TEXT}, headers=headers)
    assert answer.mimetype == mimetype
    assert "Anna Kok" in answer.text


def test_lists_as_markdown_and_html_show_failures_in_place(client: FlaskClient) -> None:
    sent = {"texts": ["goed", "This is English."]}
    for accept, headings in (("text/markdown", "\n# Not Dutch\n"), ("text/html", "<h1>Not Dutch</h1>")):
        text = client.post("/v1/digest", json=sent, headers={"Accept": accept}).text
        assert 0 < text.index("Oudewater mill turns again") < text.index(headings)


@pytest.mark.parametrize(
    ("sent", "kept"), [("order-66.a_b:c", True), ("", False), ("a b", False), ("x" * 129, False)]
)
def test_request_id_is_kept_if_harmless(client: FlaskClient, sent: str, kept: bool) -> None:
    returned = client.get("/healthz", headers={"X-Request-ID": sent}).headers["X-Request-ID"]
    assert (returned == sent) is kept
    assert returned


def test_request_ids_differ(client: FlaskClient) -> None:
    assert client.get("/healthz").headers["X-Request-ID"] != client.get("/healthz").headers["X-Request-ID"]


def test_dutch_is_not_escaped_away(client: FlaskClient) -> None:
    answer = client.post("/v1/digest", json={"text": TEXT})
    assert "‘Dit is een feestdag’" in answer.text
    assert json.loads(answer.data)["quotes"][0]["nl"] == "Dit is een feestdag"
