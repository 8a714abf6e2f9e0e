"""The checkpoint that ships, run for real."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from models.checkpoints import find_checkpoint
from models.interfaces import Translator
from models.marian import load_translator
from service.cache import CachingTranslator, SqliteStore
from service.digest import Digester
from service.result import Article, Options
from service.text.translating.repetition import loop

pytestmark = pytest.mark.checkpoint

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
SENTENCES = [
    "De minister heeft gisteren een brief aan de Tweede Kamer gestuurd.",
    "Volgens de politie is niemand gewond geraakt.",
    "Het bedrijf heeft vorig jaar 1.500 mensen ontslagen.",
    "‘Wij gaan door’, zegt de burgemeester.",
    "Wat is er gebeurd?",
]


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


def load(model_dir: Path) -> Translator:
    return load_translator(
        "embedded", engine="ctranslate2", compute_type="int8", device="cpu", threads=2, model_dir=model_dir
    )


def test_it_is_small_and_says_its_licence(model_dir: Path) -> None:
    checkpoint = find_checkpoint("embedded", model_dir)
    sizes = {file.name: file.stat().st_size for file in checkpoint.folder.iterdir()}
    assert sizes["model.safetensors"] <= 30_000_000
    assert sum(sizes.values()) <= 31_000_000
    assert checkpoint.licence != "unknown"
    assert "Gemma" in (checkpoint.folder / "LICENSE").read_text(encoding="utf-8")


TRANSLATE = """
import json, sys
from pathlib import Path
from models.interfaces import Decoding
from models.marian import load_translator
segments, engine, model_dir = json.loads(sys.argv[1])
translator = load_translator(
    "embedded", engine=engine, compute_type="float32", device="cpu", threads=2, model_dir=Path(model_dir)
)
best = [h[0] for h in translator.translate(segments, Decoding(beam_size=1))]
print(json.dumps([[h.text, h.log_probability] for h in best]))
"""


def test_both_engines_agree_at_beam_1(model_dir: Path) -> None:
    # Each in a process of its own, as in service.
    answers = [
        subprocess.run(
            [sys.executable, "-c", TRANSLATE, json.dumps([SENTENCES, engine, str(model_dir)])],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for engine in ("ctranslate2", "transformers")
    ]
    fast, reference = (json.loads(answer.splitlines()[-1]) for answer in answers)
    assert [text for text, _ in fast] == [text for text, _ in reference]
    assert [score for _, score in fast] == pytest.approx([score for _, score in reference], abs=1e-3)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_sample_article_is_digested_whole_and_again_from_the_cache(
    path: Path, model_dir: Path, tmp_path: Path
) -> None:
    store = SqliteStore(tmp_path / "cache.sqlite3", days=1, max_mb=10)
    assert store.prepare()
    digester = Digester(CachingTranslator(load(model_dir), store))
    text = path.read_text(encoding="utf-8")
    digest = digester.digest(Article(text), Options())
    sentences = [s for p in digest.paragraphs for s in p.sentences]
    assert "".join("".join(s.nl for s in sentences).split()) == "".join(text.split())
    assert all(s.en.strip() for s in sentences)
    assert not any(loop(s.nl, s.en) for s in sentences)
    assert digest.quotes
    assert digest.summary is not None
    assert len(digest.summary.sentences) == 3
    again = digester.digest(Article(text), Options())
    assert [s.en for p in again.paragraphs for s in p.sentences] == [s.en for s in sentences]
    assert again.cache_hits == len(sentences)


def test_the_command_digests_without_loading_torch(tmp_path: Path) -> None:
    program = (
        "import sys; from service.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(sorted({'torch', 'transformers'} & set(sys.modules)), file=sys.stderr)"
    )
    settings = ["--model", "embedded", "--cache", "none", "--format", "json"]
    run = subprocess.run(
        [sys.executable, "-c", program, "digest", *settings, str(EXAMPLES[0])],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert json.loads(run.stdout)["models"]["translation"]["name"] == "embedded"
    assert run.stderr.strip().splitlines()[-1] == "[]"
