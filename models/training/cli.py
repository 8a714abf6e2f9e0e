"""Command line of the training package."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import click

from models.interfaces import Decoding, ModelError, Translator
from models.marian import load_translator
from models.training.data.dataset import MOST_PIECES
from models.training.data.domains import DEFAULT_WEIGHTS
from models.training.data.prepare import PrepareConfig
from models.training.data.prepare import prepare as run_prepare
from models.training.data.prepared import load_prepared
from models.training.data.vocabulary import VocabularyConfig
from models.training.data.word_file import write_dictionary, write_words
from models.training.errors import TrainingError
from models.training.learning.preferences import PREFERENCE_WEIGHTS, PreferenceConfig, make_preferences
from models.training.learning.train_command import train
from models.training.options import EXISTING, PATH
from models.training.release.card import write_card
from models.training.release.evaluate import evaluate as run_evaluate
from models.training.release.evaluate import load_test_set, write_json
from models.training.release.export import export as run_export

MODEL_DIR = click.option(
    "--model-dir",
    type=PATH,
    envvar="KERNZIN_MODEL_DIR",
    default=Path("~/.cache/kernzin/models"),
    help="Cached checkpoints.",
)
TRAIN = click.option(
    "--train",
    "train_paths",
    type=EXISTING,
    multiple=True,
    required=True,
    help="Folder or TSV of pairs; may be given several times.",
)


def load(
    name: str,
    model_dir: Path,
    engine: Literal["ctranslate2", "transformers"] = "ctranslate2",
    compute_type: Literal["int8", "float32"] = "int8",
    threads: int = 0,
) -> Translator:
    """A checkpoint on an engine, on the CPU; its failure as one of ours."""
    try:
        return load_translator(
            name,
            engine=engine,
            compute_type=compute_type,
            device="cpu",
            threads=threads,
            model_dir=model_dir.expanduser(),
        )
    except ModelError as error:
        raise TrainingError(str(error)) from error


@click.group()
def main() -> None:
    """Train, evaluate and export the small Dutch-to-English MarianMT checkpoint."""


main.add_command(train)


@main.command()
@TRAIN
@click.option("--eval", "eval_paths", type=EXISTING, multiple=True, help="Never trained on.")
@click.option("--output", type=PATH, required=True, help="Folder to write.")
@click.option("--weights", type=EXISTING, default=DEFAULT_WEIGHTS, help="Domain weights (TOML).")
@click.option(
    "--vocabulary",
    type=click.IntRange(1, MOST_PIECES),
    default=8000,
    show_default=True,
    help="Pieces, padding included.",
)
@click.option("--vocabulary-from", type=EXISTING, default=None, help="Keep the pieces of this checkpoint.")
@click.option("--retranslate", default=None, help="Checkpoint that translates the Dutch of doubtful pairs.")
@click.option("--max-pieces", default=120, show_default=True, help="Longest sentence.")
@click.option("--seed", default=1, show_default=True)
@MODEL_DIR
def prepare(
    train_paths: tuple[Path, ...],
    eval_paths: tuple[Path, ...],
    output: Path,
    weights: Path,
    vocabulary: int,
    vocabulary_from: Path | None,
    retranslate: str | None,
    max_pieces: int,
    seed: int,
    model_dir: Path,
) -> None:
    """Clean and decontaminate pairs, train the vocabulary, tokenise."""
    config = PrepareConfig(
        weights,
        max_pieces,
        vocabulary=VocabularyConfig(vocabulary, seed=seed),
        vocabulary_from=vocabulary_from,
        seed=seed,
    )
    translator = load(retranslate, model_dir) if retranslate is not None else None
    manifest = run_prepare(train_paths, eval_paths, output, config, click.echo, translator)
    kept = sum(entry["kept"] for entry in manifest["corpora"].values())
    tokens = sum(entry["target_tokens"] for entry in manifest["corpora"].values())
    click.echo(f"{kept} pairs, {tokens} target tokens in {output}")


@main.command()
@click.argument("checkpoint")
@click.option(
    "--data", type=EXISTING, required=True, help="Prepared folder with the checkpoint's vocabulary."
)
@click.option("--output", type=PATH, required=True, help="Folder to write.")
@click.option("--weights", type=EXISTING, default=PREFERENCE_WEIGHTS, help="Domain weights (TOML).")
@click.option("--sentences", type=click.IntRange(1), default=30_000, show_default=True)
@click.option("--beam", type=click.IntRange(2), default=6, show_default=True)
@click.option("--margin", default=4.0, show_default=True, help="Points of chrF++ that tell two apart.")
@click.option(
    "--joined",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Part also translated several at a time.",
)
@click.option(
    "--shortest", type=click.IntRange(0), default=6, show_default=True, help="Only sources of more pieces."
)
@click.option("--together", type=click.IntRange(2), default=2, show_default=True, help="How many at a time.")
@click.option("--loop-copies", type=click.IntRange(1), default=5, show_default=True)
@click.option("--seed", default=1, show_default=True)
@MODEL_DIR
def prefer(
    checkpoint: str,
    data: Path,
    output: Path,
    weights: Path,
    sentences: int,
    beam: int,
    margin: float,
    joined: float,
    shortest: int,
    together: int,
    loop_copies: int,
    seed: int,
    model_dir: Path,
) -> None:
    """Translate training sentences with CHECKPOINT and keep the better and the worse hypothesis of each."""
    prepared = load_prepared(data, weights)
    translator = load(checkpoint, model_dir)
    config = PreferenceConfig(sentences, beam, margin, shortest, joined, together, loop_copies, seed)
    count = make_preferences(translator, prepared, output, config, click.echo)
    click.echo(f"{count} sentences in {output}")


@main.command()
@TRAIN
@click.option("--eval", "eval_paths", type=EXISTING, multiple=True, help="Never learnt from.")
@click.option("--output", type=PATH, required=True, help="Folder of the checkpoint.")
@click.option("--dictionary", type=EXISTING, default=None, help="TSV of words to put beside the table.")
def words(
    train_paths: tuple[Path, ...], eval_paths: tuple[Path, ...], output: Path, dictionary: Path | None
) -> None:
    """Learn how the text translates single words, for the hints and the checks of a checkpoint."""
    if dictionary is not None:
        write_dictionary(dictionary, output, click.echo)
    write_words(train_paths, eval_paths, output, click.echo)


@main.command()
@click.argument("run", type=EXISTING)
@click.option("--data", type=EXISTING, required=True, help="Prepared folder of the run.")
@click.option("--output", type=PATH, required=True, help="Folder to write.")
@click.option(
    "--average", type=click.IntRange(1), default=1, show_default=True, help="Last states to average."
)
@click.option("--with", "others", type=EXISTING, multiple=True, help="Exported checkpoint to average with.")
@click.option("--length-penalty", default=1.0, show_default=True, help="Above 1 favours longer hypotheses.")
@click.option(
    "--no-repeat-ngram", default=0, show_default=True, help="Never generate that many pieces in a row twice."
)
@click.option("--scores", type=EXISTING, multiple=True, help="JSON of evaluate, for the card.")
def export(
    run: Path,
    data: Path,
    output: Path,
    average: int,
    others: tuple[Path, ...],
    length_penalty: float,
    no_repeat_ngram: int,
    scores: tuple[Path, ...],
) -> None:
    """Write a run as a MarianMT folder with its model card and licence."""
    decoding = Decoding(length_penalty=length_penalty, no_repeat_ngram_size=no_repeat_ngram)
    trained = run_export(run, data, output, average, decoding, others)
    write_card(run, data, output, trained, average, scores, soup=len(others))
    size = sum(path.stat().st_size for path in output.iterdir() if path.is_file())
    click.echo(f"{output}: {size / 1e6:.1f} MB, step {trained['step']}, {trained['tokens']} target tokens")


@main.command()
@click.argument("checkpoint")
@click.argument("files", type=EXISTING, nargs=-1, required=True)
@click.option(
    "--engine", type=click.Choice(["ctranslate2", "transformers"]), default="ctranslate2", show_default=True
)
@click.option("--compute-type", type=click.Choice(["int8", "float32"]), default="int8", show_default=True)
@click.option("--beam", type=click.IntRange(1), default=4, show_default=True)
@click.option("--plain", is_flag=True, help="Not with the search that the checkpoint asks for.")
@click.option("--compare", "other", default=None, help="Another checkpoint, tested against this one.")
@click.option("--limit", type=click.IntRange(1), default=None, help="Lines of each file.")
@click.option("--json", "output", type=PATH, default=None, help="Write the measures here.")
@click.option("--examples", "shown", type=click.IntRange(0), default=0, help="Translations to print.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: one for each core.")
@MODEL_DIR
def evaluate(
    checkpoint: str,
    files: tuple[Path, ...],
    engine: Literal["ctranslate2", "transformers"],
    compute_type: Literal["int8", "float32"],
    beam: int,
    plain: bool,
    other: str | None,
    limit: int | None,
    output: Path | None,
    shown: int,
    threads: int,
    model_dir: Path,
) -> None:
    """Score CHECKPOINT, a folder or the name of a cached one, on TSV files.

    The last two columns are Dutch and English. A loop is one to four words repeated four times or
    more in direct succession.
    """
    test_sets = [load_test_set(path, limit) for path in files]
    document = run_evaluate(
        load(checkpoint, model_dir, engine, compute_type, threads),
        None if other is None else load(other, model_dir, engine, compute_type, threads),
        test_sets,
        lambda translator: Decoding(beam) if plain else replace(translator.decoding, beam_size=beam),
        shown,
        click.echo,
    )
    if output is not None:
        write_json(document, output)
