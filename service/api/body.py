"""A request's body to one of the schemas, or a problem that says what is wrong with it.

The JSON parser of the standard library is laxer than RFC 8259: it takes NaN, lets the last of two equal keys
win, recurses until Python gives up, and lets lone surrogates through, which no later stage can encode. Each
of these is refused here, so that nothing behind this file can meet them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from flask import Request
from pydantic import ValidationError

from service.api.problems import malformed
from service.api.schemas import SummariseRequest, TranslateRequest
from service.errors import UndecodableError
from service.problems import Problem, ProblemError
from service.text.reading import charsets
from service.text.reading.decoding import decode

Schema = TypeVar("Schema", SummariseRequest, TranslateRequest)

MEDIA_TYPES = ("application/json", "text/plain", "text/html")
"""The last one only where a body may say what its ``format`` is."""


def read_request(request: Request, schema: type[Schema], max_texts: int) -> Schema:
    """The body, read and checked.

    Raises ``ProblemError`` (400, 415) or ``UndecodableError``, and werkzeug ``RequestEntityTooLarge``.
    """
    media_type = request.mimetype
    accepted = MEDIA_TYPES if "format" in schema.model_fields else MEDIA_TYPES[:-1]
    if media_type not in accepted:
        told = media_type or "a body without a Content-Type"
        raise _unsupported(f"Send {', '.join(accepted)}; this is {told}.", accepted)
    codec = charsets.CODECS.get(request.mimetype_params.get("charset", "utf-8").lower())
    if codec is None or (media_type == "application/json" and codec != "utf-8-sig"):
        raise _unsupported("The charset is not supported here; send UTF-8.", accepted)
    body = request.get_data(cache=False)
    if media_type == "application/json":
        parsed = _validate(schema, _load_json(body))
        if parsed.texts and len(parsed.texts) > max_texts:
            too_many = f"at most {max_texts} texts go into one request, not {len(parsed.texts)}"
            raise malformed("The request has too many texts.", [{"field": "texts", "detail": too_many}])
        return parsed
    try:
        declares_itself = media_type == "text/html" and "charset" not in request.mimetype_params
        text = decode(body) if declares_itself else body.decode(codec)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"The body is not valid in its charset (byte {error.start}).") from None
    fields: dict[str, Any] = {"text": text}
    if media_type == "text/html":
        fields["format"] = "html"
    return _validate(schema, fields)


def _unsupported(detail: str, accepted: Sequence[str]) -> ProblemError:
    headers = {"Accept": ", ".join(accepted)}
    return ProblemError(Problem(415, "unsupported-media-type", "Unsupported media type", detail, {}, headers))


def _load_json(body: bytes) -> Any:
    try:
        parsed = json.loads(
            body.decode("utf-8-sig"), object_pairs_hook=_unique_keys, parse_constant=_refuse_constant
        )
        json.dumps(parsed, ensure_ascii=False).encode()
        return parsed
    except UnicodeDecodeError as error:
        raise malformed(f"The JSON is not valid UTF-8 (byte {error.start}).") from None
    except UnicodeEncodeError:
        raise malformed("The JSON has half of a surrogate pair.") from None
    except RecursionError:
        raise malformed("The JSON is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise malformed(f"The body is not JSON: {error}.") from None
    except ValueError as error:
        raise malformed(f"The JSON is not acceptable: {error}.") from None


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("an object has the same key twice")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number that JSON knows")


def _validate(schema: type[Schema], fields: Any) -> Schema:
    try:
        return schema.model_validate(fields)
    except ValidationError as error:
        # Only where and what: pydantic's own report repeats the input, which is article text.
        errors = [
            {
                "field": ".".join(str(part) for part in item["loc"]).encode("utf-8", "replace").decode(),
                "detail": item["msg"],
            }
            for item in error.errors(include_url=False, include_context=False, include_input=False)
        ]
        raise malformed("The request does not have the documented shape.", errors) from None
