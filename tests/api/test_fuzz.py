"""No body makes the service fail: it is digested or refused."""

from __future__ import annotations

import json
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from models.scripted import ScriptedTranslator
from service.app import create_app
from service.digest import Digester
from service.settings import Settings
from tests.samples import FakeDigester

CLIENT = create_app(Settings(cache="none", max_chars=50), cast(Any, FakeDigester(max_chars=50))).test_client()
ACCEPTABLE = (200, 400, 413, 415, 422)
NAMES = st.sampled_from(
    ["text", "texts", "title", "format", "language", "summary", "quotes", "glossary", "sentences", "key_max"]
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["html", "nl"])
)
DOCUMENTS = st.dictionaries(
    NAMES,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(), inner, max_size=3),
    ),
    max_size=4,
)

WHOLE = create_app(
    Settings(cache="none", max_chars=6000), Digester(ScriptedTranslator(), max_chars=6000)
).test_client()
"""Nothing behind the schemas is a stand-in, save the engine."""
WORDS = st.sampled_from(
    ["De", "man", "is", "niet", "zegt", "Jan Smit", "volgens", "‘", "’", '"', "„", "”", ">>", "<<", ",", ". "]
)
ODDITIES = st.sampled_from(
    [
        "\n\n",
        "\x00",
        "\u00ad",
        "\u200d",
        "\ufeff",
        "<p>",
        "</script>",
        "&#0;",
        "1.000,5",
        "½",
        "www.a.nl",
        "😀",
        "!",
    ]
)
DIGITS = st.builds(lambda digit, count: digit * count, st.sampled_from("019٣²"), st.integers(1, 1900))
ARTICLES = st.lists(
    st.one_of(WORDS, WORDS, ODDITIES, DIGITS, st.text(st.characters(exclude_categories=["Cs"]), max_size=9)),
    max_size=25,
).map(" ".join)
CHARSETS = st.sampled_from(
    [
        "utf-8",
        "windows-1252",
        "utf-16",
        "utf-7",
        "iso-8859-15",
        "utf-16be",
        "unicode_escape",
        "idna",
        "punycode",
        "undefined",
        "zlib",
        "hex",
        "x",
        "é",
        "",
    ]
)
REQUESTS = st.fixed_dictionaries(
    {
        "text": ARTICLES,
        "language": st.sampled_from(["auto", "nl"]),
        "format": st.sampled_from(["text", "html"]),
    },
    optional={
        "title": ARTICLES,
        "glossary": st.dictionaries(
            WORDS | st.text("aé \n\\1(", max_size=4), WORDS | st.text("b\\g0 ", max_size=4), max_size=3
        ),
    },
)


def post(body: bytes, content_type: str) -> int:
    return CLIENT.post("/v1/digest", data=body, headers={"Content-Type": content_type}).status_code


@given(st.binary(max_size=200), st.sampled_from(["application/json", "text/plain", "text/html", "image/png"]))
def test_any_bytes(body: bytes, content_type: str) -> None:
    assert post(body, content_type) in ACCEPTABLE


@given(DOCUMENTS)
def test_any_json(document: dict[str, object]) -> None:
    assert post(json.dumps(document).encode(), "application/json") in (200, 400, 413, 422)


@given(st.text().filter(lambda text: "crash" not in text))
def test_any_text(text: str) -> None:
    escaped = json.dumps({"text": text}).encode()
    written_out = json.dumps({"text": text}, ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert post(escaped, "application/json") in (200, 400, 413, 422)
    assert post(written_out, "application/json") == post(escaped, "application/json")


@given(st.dictionaries(st.sampled_from(["text", "glossary", "key_quotes", "format", "download"]), st.text()))
def test_any_form(fields: dict[str, str]) -> None:
    answer = CLIENT.post("/", data={k: v.encode("utf-8", "replace") for k, v in fields.items()})
    assert answer.status_code in (200, 400, 413, 422)


@settings(max_examples=40)
@given(REQUESTS, st.sampled_from(["/v1/digest", "/v1/translate"]))
def test_any_article_through_the_whole_pipeline(document: dict[str, object], route: str) -> None:
    answer = WHOLE.post(route, json=document)
    assert answer.status_code in ACCEPTABLE, answer.text
    answer = WHOLE.post(route, json=document, headers={"Accept": "text/html"})
    assert answer.status_code in ACCEPTABLE, answer.text


@settings(max_examples=40)
@given(ARTICLES, CHARSETS, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_declared_charset_through_the_whole_pipeline(article: str, charset: str, codec: str) -> None:
    page = f'<meta charset="{charset}"><h1>Kop</h1><p>{article}'.encode(codec, "replace")
    for content_type in ("text/html", f"text/html; charset={charset}"):
        answer = WHOLE.post("/v1/translate", data=page, headers={"Content-Type": content_type})
        assert answer.status_code in ACCEPTABLE, answer.text
