"""No body makes the service fail: it is digested or refused."""

from __future__ import annotations

import json
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from service.app import create_app
from service.settings import Settings
from tests.samples import FakeDigester

CLIENT = create_app(Settings(cache="none", max_chars=50), cast(Any, FakeDigester(max_chars=50))).test_client()
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


def post(body: bytes, content_type: str) -> int:
    return CLIENT.post("/v1/digest", data=body, headers={"Content-Type": content_type}).status_code


@given(st.binary(max_size=200), st.sampled_from(["application/json", "text/plain", "text/html", "image/png"]))
def test_any_bytes(body: bytes, content_type: str) -> None:
    assert post(body, content_type) in (200, 400, 413, 415, 422)


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
