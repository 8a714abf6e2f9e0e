"""Summarisers on both engines, with a random BART checkpoint made here in the layout of the hub."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from models.interfaces import ModelError
from models.summarisers import DEFAULT_SUMMARISER, Seq2SeqSummariser, load_summariser
from models.summary_search import Generation, read_generation

TEXT = (
    "The harbour bridge in Delfzijl will stay closed until June. A freighter hit the bridge in March. "
    "Divers found cracks in two pillars. The mayor wants a ferry for the cyclists of the town."
)
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BART of 60 positions with the files that the default checkpoint has: no tokenizer.json."""
    import torch
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartConfig, BartForConditionalGeneration

    path = tmp_path_factory.mktemp("bart")
    tokeniser = ByteLevelBPETokenizer()
    tokeniser.train_from_iterator([TEXT] * 4, vocab_size=400, min_frequency=1, special_tokens=SPECIAL)
    tokeniser.save_model(str(path))
    torch.manual_seed(7)
    config = BartConfig(
        vocab_size=tokeniser.get_vocab_size(),
        max_position_embeddings=60,
        d_model=32,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        init_std=0.6,
    )
    BartForConditionalGeneration(config).save_pretrained(path)
    (path / "generation_config.json").unlink()
    written = json.loads((path / "config.json").read_text())
    written |= {"num_beams": 3, "no_repeat_ngram_size": 3, "length_penalty": 2.0, "early_stopping": True}
    written["forced_bos_token_id"] = 0
    written["task_specific_params"] = {"summarization": {"min_length": 12, "max_length": 40}}
    (path / "config.json").write_text(json.dumps(written))
    (path / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "BartTokenizer"}))
    (path / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    return path


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


def load(folder: Path, model_dir: Path, engine: Literal["ctranslate2", "transformers"]) -> Seq2SeqSummariser:
    summariser = load_summariser(
        str(folder),
        engine=engine,
        compute_type="float32",
        device="cpu",
        threads=1,
        model_dir=model_dir,
    )
    assert summariser is not None
    return summariser


@pytest.fixture(scope="module")
def converted(folder: Path, model_dir: Path) -> Seq2SeqSummariser:
    return load(folder, model_dir, "ctranslate2")


@pytest.fixture(scope="module")
def reference(folder: Path, model_dir: Path) -> Seq2SeqSummariser:
    return load(folder, model_dir, "transformers")


def test_both_engines_write_the_same(converted: Seq2SeqSummariser, reference: Seq2SeqSummariser) -> None:
    words = TEXT.split()
    texts = [" ".join(words[start : start + 9]) for start in range(0, len(words) - 9, 3)]
    for max_tokens in (8, 30, 500):
        written = converted.summarise(texts, max_tokens=max_tokens)
        assert len(set(written)) > len(texts) / 2
        assert written == reference.summarise(texts, max_tokens=max_tokens)


def test_engines_count_alike(converted: Seq2SeqSummariser, reference: Seq2SeqSummariser) -> None:
    assert converted.count_tokens([TEXT, ""]) == reference.count_tokens([TEXT, ""])
    assert converted.max_source_tokens == reference.max_source_tokens == 58


def test_cards_tell_engine_licence_and_precision(
    converted: Seq2SeqSummariser, reference: Seq2SeqSummariser, folder: Path
) -> None:
    assert (converted.card.engine, reference.card.engine) == ("ctranslate2", "transformers")
    assert converted.card.name == str(folder)
    assert converted.card.licence == "apache-2.0"
    assert converted.card.fingerprint != reference.card.fingerprint


@pytest.mark.parametrize(("max_tokens", "fewest", "most"), [(8, 4, 8), (30, 11, 30), (1000, 11, 39)])
def test_lengths_stay_within_what_is_asked_and_what_the_checkpoint_says(
    converted: Seq2SeqSummariser, folder: Path, max_tokens: int, fewest: int, most: int
) -> None:
    found: list[tuple[int, int, int]] = []

    class Spy:
        def run(self, sources: Sequence[Sequence[int]], least: int, most: int) -> list[list[int]]:
            targets = converted._search.run(sources, least, most)
            found.extend((least, len(target), most) for target in targets)
            return targets

    spied = Seq2SeqSummariser(converted.card, converted._tokeniser, read_generation(folder), Spy())
    spied.summarise([TEXT[:90], TEXT[90:180]], max_tokens=max_tokens)
    assert len(found) == 2
    assert all((least, limit) == (fewest, most) and least <= n <= limit for least, n, limit in found)


def test_a_text_over_the_limit_is_refused(converted: Seq2SeqSummariser) -> None:
    with pytest.raises(ValueError, match="at most 58"):
        converted.summarise(["bridge " * 100], max_tokens=20)


def test_the_longest_text_fits(converted: Seq2SeqSummariser) -> None:
    words = (TEXT + TEXT).split()
    fitting = max(
        (" ".join(words[:n]) for n in range(len(words))),
        key=lambda text: (converted.count_tokens([text])[0] <= converted.max_source_tokens, len(text)),
    )
    assert converted.max_source_tokens - 8 < converted.count_tokens([fitting])[0]
    assert converted.summarise([fitting], max_tokens=20) != [""]


def test_no_text_has_no_summary(converted: Seq2SeqSummariser) -> None:
    assert converted.summarise(["", "  "], max_tokens=20) == ["", ""]
    assert converted.summarise([], max_tokens=20) == []


def test_a_written_end_token_is_text(converted: Seq2SeqSummariser) -> None:
    assert converted.count_tokens(["</s>"])[0] > 1


def test_serving_imports_neither_torch_nor_transformers(
    converted: Seq2SeqSummariser, folder: Path, model_dir: Path
) -> None:
    script = f"""
import sys
from pathlib import Path
from models.summarisers import load_summariser
summariser = load_summariser({str(folder)!r}, engine="ctranslate2", compute_type="float32", device="cpu",
                             threads=1, model_dir=Path({str(model_dir)!r}))
summariser.summarise(["The bridge is closed."], max_tokens=10)
print(sorted({{"torch", "transformers"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_settings_of_the_checkpoint_win_in_the_order_of_transformers(folder: Path, tmp_path: Path) -> None:
    assert read_generation(folder) == Generation(
        positions=60,
        beams=3,
        min_length=12,
        max_length=40,
        length_penalty=2.0,
        no_repeat_ngram_size=3,
        forced_first=0,
    )
    config = {
        "model_type": "t5",
        "n_positions": 512,
        "num_beams": 1,
        "task_specific_params": {
            "summarization": {"num_beams": 2, "prefix": "summarize: ", "max_length": 200}
        },
    }
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "generation_config.json").write_text(json.dumps({"num_beams": 5}))
    generation = read_generation(tmp_path)
    assert (generation.beams, generation.prefix, generation.max_length) == (5, "summarize: ", 200)


def test_lengths_count_the_start_token_once() -> None:
    generation = Generation(positions=1024, min_length=56, max_length=142)
    assert generation.lengths(1000) == (55, 141)
    assert generation.lengths(90) == (45, 90)
    assert Generation(positions=64).lengths(1000) == (0, 63)


def test_auto_without_the_default_checkpoint_is_no_summariser(tmp_path: Path) -> None:
    assert (
        load_summariser(
            "auto", engine="ctranslate2", compute_type="int8", device="cpu", threads=1, model_dir=tmp_path
        )
        is None
    )
    assert "/" in DEFAULT_SUMMARISER


@pytest.mark.parametrize(
    "config", [None, {"model_type": "bert"}, {"model_type": "bart", "num_beams": "many"}]
)
def test_a_folder_that_is_no_summariser_is_refused(tmp_path: Path, config: dict[str, object] | None) -> None:
    if config is not None:
        (tmp_path / "config.json").write_text(json.dumps(config))
        (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError):
        load(tmp_path, tmp_path, "ctranslate2")


def test_broken_weights_are_refused_in_one_line(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for path in folder.iterdir():
        (broken / path.name).write_bytes(
            path.read_bytes()[:200] if path.suffix == ".safetensors" else path.read_bytes()
        )
    with pytest.raises(ModelError) as failure:
        load(broken, tmp_path, "ctranslate2")
    assert "\n" not in str(failure.value)
