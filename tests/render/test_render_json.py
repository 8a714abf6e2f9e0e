from __future__ import annotations

import json
from dataclasses import replace

from service.render import to_json
from service.text.warnings import Warning, WarningCode
from tests.samples import TEXT, make_digest, make_doubtful_digest, make_summary


def test_sentences_and_quotes_have_the_documented_fields() -> None:
    body = to_json(make_doubtful_digest(), request_id="r")
    sentence = body["paragraphs"][2]["sentences"][0]
    assert list(sentence) == ["id", "nl", "en", "start", "end", "confidence", "cached", "warnings"]
    assert sentence["warnings"] == [
        {"code": "numbers_differ", "detail": "Not in the English: 1.200.", "sentence": 4}
    ]
    quote = body["quotes"][0]
    assert " ".join(quote) == (
        "nl en speaker speaker_en cue kind key key_reasons group sentences start end confidence en_confidence"
        " warnings"
    )
    assert body["cache"] == {"sentences": 5, "hits": 1}
    assert body["models"]["translation"]["decoding"]["beam_size"] == 4
    assert "fingerprint" not in json.dumps(body)
    assert "source" not in body


def test_a_quote_carries_its_warnings() -> None:
    digest = make_digest()
    of_sentence = Warning(WarningCode.NAME_MISSING, "Not in the English: Kok.", 3)
    alone = Warning(WarningCode.NOT_ENGLISH, "Left in Dutch: molen.")
    quote = replace(digest.quotes[0], warnings=(of_sentence, alone))
    [shown] = to_json(replace(digest, quotes=(quote,)))["quotes"]
    assert shown["warnings"] == [
        {"code": "name_missing", "detail": "Not in the English: Kok.", "sentence": 3},
        {"code": "not_english", "detail": "Left in Dutch: molen.", "sentence": None},
    ]


def test_batch_record_leaves_out_what_describes_the_call() -> None:
    record = to_json(make_digest(), batch=True)
    assert not {"request_id", "timings", "cache"} & record.keys()
    assert "cached" not in json.dumps(record)
    whole = to_json(make_digest(), request_id="r")
    assert set(whole) - set(record) == {"request_id", "timings", "cache"}
    assert "timings" not in to_json(make_summary(), batch=True)


def test_survives_a_round_trip_through_json() -> None:
    body = to_json(make_doubtful_digest(), request_id="r")
    assert json.loads(json.dumps(body)) == body
    assert all(TEXT[q["start"] : q["end"]] == q["nl"] for q in body["quotes"])
