"""The two engines against each other and against transformers' own tokenizer and ``generate``."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import miniature
import pytest
import sacrebleu
import torch

from models.interfaces import Decoding, Hypothesis, ModelError, Translator
from models.marian import load_translator
from models.segments import CUT_LOG_PROBABILITY

NTREX = Path(__file__).parents[3] / "shared/corpora/eval/ntrex-a.tsv"
GREEDY, BEAM = Decoding(beam_size=1), Decoding(beam_size=4)
AWKWARD = [
    "",
    " \n",
    "Winkel 😀 🇳🇱",
    "De\x00 minister\x07 zag\x1b",
    "\ud800",
    "</s> <pad> <unk>",
    ">>eng<< De trein",
    "é" * 40,
]

pytestmark = pytest.mark.checkpoint


def _load(checkpoint: Path, model_dir: Path, engine: str, compute_type: str = "float32") -> Translator:
    return load_translator(
        str(checkpoint),
        engine=engine,
        compute_type=compute_type,
        device="cpu",
        threads=1,
        model_dir=model_dir,
    )


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A miniature that has learnt to translate."""
    return miniature.build(tmp_path_factory.mktemp("checkpoint") / "miniature")


@pytest.fixture(scope="module")
def reference(checkpoint: Path, model_dir: Path) -> Translator:
    return _load(checkpoint, model_dir, "transformers")


@pytest.fixture(scope="module")
def exact(checkpoint: Path, model_dir: Path) -> Translator:
    return _load(checkpoint, model_dir, "ctranslate2")


@pytest.fixture(scope="module")
def quantised(checkpoint: Path, model_dir: Path) -> Translator:
    return _load(checkpoint, model_dir, "ctranslate2", "int8")


@pytest.fixture(scope="module", params=["transformers", "ctranslate2"])
def either(request: pytest.FixtureRequest) -> Translator:
    return request.getfixturevalue({"transformers": "reference", "ctranslate2": "exact"}[request.param])


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    return miniature.toy_pairs(60, seed=99)


def _best(results: Sequence[Sequence[Hypothesis]]) -> list[Hypothesis]:
    return [hypotheses[0] for hypotheses in results]


def _chrf(hypotheses: Sequence[Hypothesis], references: Sequence[str]) -> float:
    return sacrebleu.CHRF().corpus_score([h.text for h in hypotheses], [list(references)]).score


def test_the_miniature_translates(exact: Translator, pairs: list[tuple[str, str]]) -> None:
    """Else equality below would mean nothing."""
    found = _best(exact.translate([nl for nl, _ in pairs], GREEDY))
    assert _chrf(found, [en for _, en in pairs]) > 70
    assert len({h.text for h in found}) > 50


@pytest.mark.parametrize(
    "decoding",
    [
        GREEDY,
        BEAM,
        Decoding(4, length_penalty=0.6),
        Decoding(1, no_repeat_ngram_size=2, repetition_penalty=1.3),
    ],
)
def test_float32_engines_agree(
    reference: Translator, exact: Translator, pairs: list[tuple[str, str]], decoding: Decoding
) -> None:
    segments = [nl for nl, _ in pairs] + AWKWARD
    ours, theirs = (_best(t.translate(segments, decoding)) for t in (exact, reference))
    same = [(a, b) for a, b in zip(ours, theirs, strict=True) if a.text == b.text]
    if decoding == GREEDY:
        assert len(same) == len(segments)
    # Beams are searched and ended by different rules, so a few may differ.
    assert len(same) >= 0.9 * len(segments)
    for a, b in same:
        assert a.log_probability == pytest.approx(b.log_probability, abs=1e-3)


def test_reference_is_what_transformers_generates(
    reference: Translator, checkpoint: Path, pairs: list[tuple[str, str]]
) -> None:
    from transformers import MarianMTModel, MarianTokenizer

    tokenizer = MarianTokenizer.from_pretrained(checkpoint)
    model = MarianMTModel.from_pretrained(checkpoint).eval()
    for nl, _ in pairs[:10]:
        inputs = tokenizer([tokenizer.normalize(nl)], return_tensors="pt")
        with torch.no_grad():
            outputs = model.generate(**inputs, num_beams=1, output_scores=True, return_dict_in_generate=True)
            scores = model.compute_transition_scores(outputs.sequences, outputs.scores, normalize_logits=True)
        expected = Hypothesis(
            tokenizer.decode(outputs.sequences[0], skip_special_tokens=True), float(scores.mean())
        )
        found = _best(reference.translate([nl], GREEDY))[0]
        assert found.text == expected.text
        assert found.log_probability == pytest.approx(expected.log_probability, abs=1e-3)


def test_int8_and_beams_stay_close(reference: Translator, exact: Translator, quantised: Translator) -> None:
    """On 200 news sentences where they stand beside the repository, else on as many of the toy language."""
    if NTREX.is_file():
        rows = [line.split("\t") for line in NTREX.read_text(encoding="utf-8").splitlines()]
        pairs = [(row[1], row[2]) for row in rows[:: len(rows) // 200]][:200]
    else:
        pairs = miniature.toy_pairs(200, seed=5)
    segments, english = [nl for nl, _ in pairs], [en for _, en in pairs]
    expected = _best(reference.translate(segments, GREEDY))
    chrf = _chrf(expected, english)
    float_greedy, int8_greedy = (_best(t.translate(segments, GREEDY)) for t in (exact, quantised))
    shares = {
        name: sum(a.text == b.text for a, b in zip(found, expected, strict=True)) / len(expected)
        for name, found in (("float32", float_greedy), ("int8", int8_greedy))
    }
    int8_chrf = _chrf(int8_greedy, english)
    print(f"identical to transformers at beam 1: {shares}; chrF {chrf:.2f}, int8 {int8_chrf:.2f}")
    assert shares["float32"] == 1
    assert shares["int8"] >= 0.7
    assert int8_chrf == pytest.approx(chrf, abs=0.3)
    float_beam, int8_beam = (_best(t.translate(segments, BEAM)) for t in (exact, quantised))
    assert _chrf(int8_beam, english) == pytest.approx(_chrf(float_beam, english), abs=0.3)


def test_too_long_a_segment_is_refused_whole(either: Translator) -> None:
    assert either.max_source_tokens == 511
    longest = "in " * 511
    assert either.count_tokens([longest]) == [511]
    assert len(either.translate([longest], GREEDY)) == 1
    with pytest.raises(ValueError, match="Segment 1 has 512 tokens; the model takes at most 511"):
        either.translate(["De trein.", "in " * 512], GREEDY)


def test_awkward_segments(either: Translator) -> None:
    assert either.translate([], GREEDY) == []
    results = either.translate(AWKWARD, BEAM)
    assert len(results) == len(AWKWARD)
    assert results[0] == results[1] == (Hypothesis("", 0.0),)
    assert all(h.log_probability <= 0 and "</s>" not in h.text for hs in results for h in hs)


def test_hypotheses_differ_and_come_best_first(either: Translator, pairs: list[tuple[str, str]]) -> None:
    for hypotheses in either.translate([nl for nl, _ in pairs[:10]], Decoding(4, hypotheses=3)):
        assert len({h.text for h in hypotheses}) == 3
        assert list(hypotheses) == sorted(hypotheses, key=lambda h: -h.log_probability)
    with pytest.raises(ValueError, match="3 hypotheses of 2 beams"):
        either.translate(["De trein."], Decoding(2, hypotheses=3))


def test_hypotheses_begin_as_they_are_told(either: Translator, pairs: list[tuple[str, str]]) -> None:
    segments = [nl for nl, _ in pairs[:12]]
    plain = either.translate(segments, BEAM)
    words = [h[0].text.split() for h in plain]
    beginnings = [" ".join(["Seven", *some[1 : 1 + row % 3]]) for row, some in enumerate(words)]
    found = either.complete(segments, beginnings, Decoding(4, hypotheses=2))
    for several, beginning in zip(found, beginnings, strict=True):
        assert len(several) == 2
        assert all(h.text.startswith(beginning) and h.log_probability <= 0 for h in several)
    assert any(h[0].text != b for h, b in zip(found, beginnings, strict=True))
    same = either.complete(segments, ["", *(h[0].text for h in plain[1:])], BEAM)
    assert [h[0].text for h in same] == [h[0].text for h in plain]


def test_the_engines_go_on_alike(
    reference: Translator, exact: Translator, pairs: list[tuple[str, str]]
) -> None:
    segments = [nl for nl, _ in pairs[:12]]
    beginnings = [" ".join(en.split()[: row % 4]) for row, (_, en) in enumerate(pairs[:12])]
    ours, theirs = (_best(t.complete(segments, beginnings, BEAM)) for t in (exact, reference))
    assert [h.text for h in ours] == [h.text for h in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert one.log_probability == pytest.approx(other.log_probability, abs=1e-3)


def test_order_and_batches_do_not_matter(exact: Translator, pairs: list[tuple[str, str]]) -> None:
    segments = [nl for nl, _ in pairs]
    together = [h.text for h in _best(exact.translate(segments, GREEDY))]
    backwards = [h.text for h in _best(exact.translate(segments[::-1], GREEDY))]
    assert backwards[::-1] == together
    assert [exact.translate([s], GREEDY)[0][0].text for s in segments[:10]] == together[:10]


def test_threads_get_their_own_answers(either: Translator, pairs: list[tuple[str, str]]) -> None:
    segments = [nl for nl, _ in pairs[:12]]
    alone = [either.translate([s], GREEDY)[0][0].text for s in segments]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda s: either.translate([s], GREEDY)[0][0].text, segments))
    assert found == alone


def test_a_hypothesis_without_end_is_marked(checkpoint: Path, model_dir: Path, tmp_path: Path) -> None:
    """Where the end token is impossible every output is cut, and both engines say so.

    A penalty has hypotheses scored again, and one for the longest source has as many tokens as positions.
    """
    endless = shutil.copytree(checkpoint, tmp_path / "endless")
    weights = torch.load(endless / "pytorch_model.bin", weights_only=True)
    weights["final_logits_bias"][0, 0] = -1000.0
    torch.save(weights, endless / "pytorch_model.bin")
    for engine in ("transformers", "ctranslate2"):
        translator = _load(endless, model_dir, engine)
        longest = "De"
        while translator.count_tokens([longest + " De"])[0] <= translator.max_source_tokens:
            longest += " De"
        for segment in ("De trein.", longest):
            for search in (GREEDY, replace(GREEDY, repetition_penalty=1.2)):
                [found] = _best(translator.translate([segment], search))
                assert found.log_probability == CUT_LOG_PROBABILITY


def test_suppressed_words_stay_away_and_leave_the_score_honest(
    checkpoint: Path, model_dir: Path, tmp_path: Path, pairs: list[tuple[str, str]]
) -> None:
    changed = shutil.copytree(checkpoint, tmp_path / "suppressed")
    vocabulary = json.loads((changed / "vocab.json").read_text())
    settings = json.loads((changed / "generation_config.json").read_text())
    settings["bad_words_ids"].append([vocabulary["▁in"]])
    (changed / "generation_config.json").write_text(json.dumps(settings))
    segments = [nl for nl, _ in pairs[:10]]
    ours, theirs = (
        _best(_load(changed, model_dir, engine).translate(segments, GREEDY))
        for engine in ("ctranslate2", "transformers")
    )
    for a, b in zip(ours, theirs, strict=True):
        assert a.text == b.text
        assert " in " not in a.text
        assert a.log_probability == pytest.approx(b.log_probability, abs=1e-3)
        assert a.log_probability < -0.1


def test_the_search_that_the_checkpoint_asks_for_is_told(
    checkpoint: Path, model_dir: Path, tmp_path: Path, exact: Translator
) -> None:
    assert exact.decoding == Decoding()
    changed = shutil.copytree(checkpoint, tmp_path / "asking")
    settings = json.loads((changed / "generation_config.json").read_text())
    settings |= {"no_repeat_ngram_size": 3, "length_penalty": 1.4, "repetition_penalty": None}
    (changed / "generation_config.json").write_text(json.dumps(settings))
    asking = _load(changed, model_dir, "ctranslate2")
    assert asking.decoding == Decoding(no_repeat_ngram_size=3, length_penalty=1.4)
    assert asking.card.fingerprint != exact.card.fingerprint
    (changed / "generation_config.json").write_text(json.dumps(settings | {"length_penalty": "long"}))
    with pytest.raises(ModelError, match="a penalty is not a number"):
        _load(changed, model_dir, "ctranslate2")


def test_serving_never_imports_torch(checkpoint: Path, tmp_path: Path, quantised: Translator) -> None:
    """Not even when it has to convert the checkpoint first, in a process of its own."""
    script = f"""
import sys
from pathlib import Path
from models.marian import load_translator
from models.interfaces import Decoding
translator = load_translator(
    {str(checkpoint)!r}, engine="ctranslate2", compute_type="int8", device="cpu", threads=1,
    model_dir=Path({str(tmp_path)!r}),
)
print(translator.translate(["De trein."], Decoding(1))[0][0].text)
print(sorted({{"torch", "transformers", "huggingface_hub"}} & set(sys.modules)))
"""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=True
    )
    text, imported = done.stdout.splitlines()
    assert text == _best(quantised.translate(["De trein."], GREEDY))[0].text
    assert imported == "[]"


def test_cards_tell_checkpoint_and_precision(
    exact: Translator, quantised: Translator, reference: Translator
) -> None:
    cards = [t.card for t in (exact, quantised, reference)]
    assert len({card.fingerprint for card in cards}) == 3
    assert {(card.revision, card.licence) for card in cards} == {(exact.card.revision, "apache-2.0")}
    assert [card.engine for card in cards] == ["ctranslate2", "ctranslate2", "transformers"]


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
@pytest.mark.parametrize("engine", ["transformers", "ctranslate2"])
def test_missing_gpu_is_an_error_of_one_line(checkpoint: Path, model_dir: Path, engine: str) -> None:
    with pytest.raises(ModelError, match=r"(?i)cuda") as caught:
        load_translator(
            str(checkpoint),
            engine=engine,
            compute_type="float32",
            device="cuda",
            threads=1,
            model_dir=model_dir,
        )
    assert "\n" not in str(caught.value)
