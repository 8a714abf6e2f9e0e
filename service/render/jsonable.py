"""A digest as the dictionary that its JSON is made of: the documented field names, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from models.interfaces import Decoding, ModelCard
from service.result import Digest, DigestParagraph, DigestQuote, EnglishSummary, Summary
from service.text.warnings import Warning


def to_json(
    item: Digest | EnglishSummary, *, batch: bool = False, request_id: str | None = None
) -> dict[str, Any]:
    """The item as JSON-ready values.

    ``batch=True`` leaves out what describes the call and not the article (``request_id``, ``timings``,
    ``cache`` and each sentence's ``cached``), so that records are the same from run to run.
    """
    body = _summary_body(item) if isinstance(item, EnglishSummary) else _digest_body(item, batch=batch)
    if batch:
        return body
    call: dict[str, Any] = {"id": body.pop("id"), "request_id": request_id, **body}
    if isinstance(item, Digest):
        sentences = sum(len(paragraph.sentences) for paragraph in item.paragraphs)
        call["cache"] = {"sentences": sentences, "hits": item.cache_hits}
    call["timings"] = dict(item.timings)
    return call


def _digest_body(digest: Digest, *, batch: bool) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": digest.id,
        "language": asdict(digest.language),
        "title": asdict(digest.title) if digest.title else None,
    }
    if digest.source is not None:
        body["source"] = digest.source
    models: dict[str, Any] = {"translation": model_body(digest.translation_model, digest.decoding)}
    if digest.kind == "digest":
        body["summary"] = _summary(digest.summary) if digest.summary else None
        body["quotes"] = [_quote(quote) for quote in digest.quotes]
        models["summary"] = model_body(digest.summary_model) if digest.summary_model else None
    body["paragraphs"] = [_paragraph(paragraph, batch=batch) for paragraph in digest.paragraphs]
    body["warnings"] = _warnings(digest.warnings)
    body["models"] = models
    return body


def _summary_body(item: EnglishSummary) -> dict[str, Any]:
    return {
        "id": item.id,
        "summary": _summary(item.summary),
        "sentences": [asdict(sentence) for sentence in item.sentences],
        "models": {"summary": model_body(item.summary_model) if item.summary_model else None},
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "text": summary.text,
        "sentences": [
            {"text": sentence.text, "sources": list(sentence.sources), "replaced": sentence.replaced}
            for sentence in summary.sentences
        ],
        "method": summary.method,
        "warnings": _warnings(summary.warnings),
    }


def _quote(quote: DigestQuote) -> dict[str, Any]:
    return {
        **asdict(quote),
        "key_reasons": list(quote.key_reasons),
        "sentences": list(quote.sentences),
        "warnings": _warnings(quote.warnings),
    }


def _paragraph(paragraph: DigestParagraph, *, batch: bool) -> dict[str, Any]:
    sentences = []
    for sentence in paragraph.sentences:
        fields = {**asdict(sentence), "warnings": _warnings(sentence.warnings)}
        if batch:
            del fields["cached"]
        sentences.append(fields)
    return {"id": paragraph.id, "kind": paragraph.kind, "sentences": sentences}


def _warnings(warnings: Iterable[Warning]) -> list[dict[str, Any]]:
    return [{"code": w.code.value, "detail": w.detail, "sentence": w.sentence} for w in warnings]


def model_body(card: ModelCard, decoding: Decoding | None = None) -> dict[str, Any]:
    """What is told of a checkpoint: not the fingerprint, which only cache keys need."""
    body = {
        "name": card.name,
        "revision": card.revision,
        "licence": card.licence,
        "engine": card.engine,
    }
    return {**body, "decoding": asdict(decoding)} if decoding else body
