from __future__ import annotations

import json

from service.render import to_json
from tests.samples import TEXT, make_digest, make_doubtful_digest, make_summary


def test_sentences_and_quotes_have_the_documented_fields() -> None:
    body = to_json(make_doubtful_digest(), request_id="r")
    sentence = body["paragraphs"][2]["sentences"][0]
    assert list(sentence) == ["id", "nl", "en", "start", "end", "confidence", "cached", "warnings"]
    assert sentence["warnings"] == [
        {"code": "numbers_differ", "detail": "Not in the English: 1.200.", "sentence": 4}
    ]
    quote = body["quotes"][0]
    assert " ".join(quote) == ("nl en speaker cue kind key key_reasons group sentences start end confidence")
    assert body["cache"] == {"sentences": 5, "hits": 1}
    assert body["models"]["translation"]["decoding"]["beam_size"] == 4
    assert "fingerprint" not in json.dumps(body)
    assert "source" not in body


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
