"""The model card and licence of an exported checkpoint, written from what the run recorded."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.training.data.prepared import read_manifest
from models.training.errors import TrainingError
from models.training.learning.history import Run, read_history, run_of, whole, write_history
from models.training.learning.journal import read_journal
from models.training.release.curve import draw
from models.training.release.licence import describe, is_of_gemma, licence_text, load_sources

CURVE = "curve.svg"


def data_table(manifest: dict[str, Any], epochs: dict[str, float]) -> list[str]:
    """Markdown rows: every file with its licence, pairs, share of the stream and passes."""
    sources = load_sources()
    rows = ["| file | text | licence | pairs used | share | passes |", "|---|---|---|--:|--:|--:|"]
    used = {name: entry for name, entry in manifest["corpora"].items() if entry["weight"] > 0}
    for name, entry in sorted(used.items(), key=lambda item: -item[1]["weight"]):
        text, licence = describe(name, sources)
        passes = f"{epochs[name]:.1f}" if name in epochs else "-"
        rows.append(f"| {name} | {text} | {licence} | {entry['kept']:,} | {entry['weight']:.1%} | {passes} |")
    return rows


def searched(decoding: dict[str, Any]) -> str:
    """Beam and, where they are not neutral, the rest of a search, short enough for a table."""
    parts = [str(decoding["beam_size"])]
    if decoding["no_repeat_ngram_size"]:
        parts.append(f"no repeated {decoding['no_repeat_ngram_size']}-gram")
    for name in ("length_penalty", "repetition_penalty"):
        if decoding[name] != 1:
            parts.append(f"{name.replace('_', ' ')} {decoding[name]}")
    return ", ".join(parts)


def score_table(documents: Sequence[dict[str, Any]]) -> list[str]:
    """Markdown rows: every test set under every engine and beam."""
    rows = [
        "| test set | lines | engine | beam | BLEU | chrF2 | loops | empty | length ratio | words/s |",
        "|---|--:|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    signatures: list[str] = []
    for document in documents:
        for name, scores in document["sets"].items():
            rows.append(
                f"| {name} | {scores['lines']:,} | {document['card']['engine']} "
                f"| {searched(document['decoding'])} | {scores['bleu']:.1f} | {scores['chrf']:.1f} "
                f"| {scores['loop_rate']:.2%} | {scores['empty_rate']:.2%} | {scores['length_ratio']:.3f} "
                f"| {scores['words_per_second']:.0f} |"
            )
            signatures += [scores["bleu_signature"], scores["chrf_signature"]]
    return [*rows, "", *(f"`{signature}`  " for signature in dict.fromkeys(signatures))]


_HINTS = [
    "It reads hints: behind words of several pieces, expressions and verbs in two parts stand, between "
    "marks, the words that a dictionary and the table of words beside the weights have for them "
    "(`models/hints.py`). Kernzin puts them there, and the figures are with them; what gives the network the "
    "bare text, as transformers' own pipeline does, gets worse English from it.",
    "",
]


def compose(
    config: dict[str, Any],
    manifest: dict[str, Any],
    runs: Sequence[Run],
    documents: Sequence[dict[str, Any]],
    average: int,
    soup: int = 0,
    hinted: bool = False,
) -> str:
    """The model card, as Markdown; ``hinted`` says whether the network reads hints."""
    gemma = is_of_gemma(manifest, len(runs), soup)
    lines = [
        "---",
        "language: [nl, en]",
        f"license: {'gemma' if gemma else 'other'}",
        "library_name: transformers",
        "pipeline_tag: translation",
        "---",
        "",
        "# A small Dutch-to-English MarianMT",
        "",
        f"{config['encoder_layers']} encoder and {config['decoder_layers']} decoder layers of "
        f"{config['d_model']} (feed-forward {config['encoder_ffn_dim']:,}), {config['vocab_size']:,} shared "
        "pieces, float16. Trained from scratch on two processor cores by `models/training`, so that Kernzin "
        "works at once and offline. Far weaker than the checkpoints of OPUS-MT: what an article says mostly "
        "comes through, but single sentences do not, and the English is clumsy. Use "
        "`Helsinki-NLP/opus-mt-nl-en` where you can download it.",
        "",
        *_quality(documents),
        "## Training",
        "",
        *_training(runs, average, soup),
        *(_HINTS if hinted else []),
        *_text(manifest),
        "",
        *data_table(manifest, whole(runs).epochs),
        "",
        "Passes are how often the file was read.",
        "",
        *_licence(gemma=gemma),
    ]
    return "\n".join(lines)


def _quality(documents: Sequence[dict[str, Any]]) -> list[str]:
    return [
        "## Quality",
        "",
        *(score_table(documents) if documents else ["Not measured yet."]),
        "",
        "A loop is one to four words repeated four times or more in direct succession; the length ratio "
        "compares characters with the reference. The test sets were never trained on, but they are "
        "development sets: the first lines of the one in the curve were watched meanwhile, and runs, means "
        "and the search were chosen by these figures. Words a second are those of the machine that measured.",
        "",
        f"![Training loss and chrF2 over target tokens]({CURVE})",
        "",
    ]


def _training(runs: Sequence[Run], average: int, soup: int) -> list[str]:
    total = whole(runs)
    followed = f" in {len(runs)} runs, each from the end of the last" if len(runs) > 1 else ""
    lines = [
        f"{total.steps:,} steps, {total.tokens:,} target tokens{followed}.{_mean_of(average, soup)} "
        "Muon for the matrices of the layers, AdamW for the rest; warm up, stay, fall to zero. Embeddings "
        "start near their translations (`models/training/learning/bilingual.py`).",
        "",
    ]
    if total.preferences:
        lines += [
            f"In {_named([run.preferences > 0 for run in runs])} "
            f"it read {total.preferences:,.0f} sentences with two hypotheses of the checkpoint itself, "
            "the one nearest to the reference and the farthest, to prefer the better "
            "(`models/training/learning/preferences.py`); AdamW alone moved the weights there.",
            "",
        ]
    return lines


def _text(manifest: Mapping[str, Any]) -> list[str]:
    """What became of the pairs before they were read."""
    entries = list(manifest["corpora"].values())
    kept, varied = (sum(entry[key] for entry in entries) for key in ("kept", "variants"))
    doubtful, anew = (sum(e.get(key, 0) for e in entries) for key in ("doubtful_tokens", "translated_anew"))
    removed: Counter[str] = Counter()
    for entry in entries:
        removed.update(entry["removed"])
    reasons = ", ".join(f"{reason} {count:,}" for reason, count in sorted(removed.items()))
    told = (
        f"{kept:,} pairs were used, {varied:,} of them with names, numbers or words exchanged for others, so "
        "that copying the former is learnt (`models/training/data/variants.py`) and words that only a word "
        "list has are met in sentences (`models/training/data/lexical.py`). "
        f"Removed before: {reasons}. A pair was removed when either side equals a line of a test set but for "
        "case and punctuation, or shares eight words in a row with one."
    )
    if doubtful:
        told += (
            " Unfaithful is machine-made English that loses too much of its Dutch; of what is left "
            f"{doubtful:,} target tokens are of words that come from nothing, and are read but not learnt "
            "(`models/training/data/doubt.py`)."
        )
    if not anew:
        return [told]
    return [
        told,
        f"{anew:,} of the machine-made pairs kept have English by the weights before, which accounts "
        "for their Dutch as well as the other at least (`models/training/data/retranslate.py`).",
    ]


def _licence(*, gemma: bool) -> list[str]:
    carried = "See [LICENSE](LICENSE) for the sources of the training text, each under its own licence."
    if gemma:
        carried = (
            "**These weights carry the [Gemma Terms of Use](https://ai.google.dev/gemma/terms)**, because "
            "part of the training text, or of that of the weights they come from, is output of a Gemma "
            "model. See [LICENSE](LICENSE), which also lists the licences of the other sources."
        )
    return ["## Licence", "", f"{carried} The code that made them is Apache-2.0.", ""]


def _mean_of(average: int, soup: int) -> str:
    """A sentence on what the weights are the mean of; nothing if they are one state of one run."""
    own = (
        f"the average of the last run's {average} last states" if average > 1 else "the last run's last state"
    )
    if soup == 1:
        return f" The weights are the mean of two: {own}, and the weights that run started from."
    if soup:
        return f" The weights are the mean of {soup + 1}: {own}, and those after {soup} of the runs before."
    return f" The weights are {own}." if average > 1 else ""


def _named(chosen: Sequence[bool]) -> str:
    """The runs that are chosen: "run 4", "runs 4 to 7", "runs 4 to 7, 10, 11"."""
    numbers = [number for number, told in enumerate(chosen, start=1) if told]
    rows: list[list[int]] = []
    for number in numbers:
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    told = [f"{row[0]} to {row[-1]}" if len(row) > 2 else ", ".join(map(str, row)) for row in rows]
    return f"run{'s' if len(numbers) > 1 else ''} {', '.join(told)}"


def write_card(
    run: Path,
    data: Path,
    folder: Path,
    trained: dict[str, Any],
    average: int,
    scores: Sequence[Path],
    soup: int = 0,
) -> None:
    """Write README.md, its picture, LICENSE and the history of the training beside the weights.

    ``soup`` is the number of other runs whose weights were averaged in.
    """
    manifest = read_manifest(data)
    home = run if run.is_dir() else run.parent
    journal = home / "log.jsonl"
    events = read_journal(journal) if journal.exists() else []
    runs = [*read_history(home), run_of(events, trained)]
    write_history(runs, folder)
    try:
        documents = [json.loads(path.read_text(encoding="utf-8")) for path in scores]
        config, tokenizer = (
            json.loads((folder / name).read_text(encoding="utf-8"))
            for name in ("config.json", "tokenizer_config.json")
        )
        card = compose(config, manifest, runs, documents, average, soup, tokenizer.get("hints") is True)
        (folder / "README.md").write_text(card, encoding="utf-8")
        (folder / CURVE).write_text(draw(whole(runs)), encoding="utf-8")
        licence = licence_text(manifest, gemma=is_of_gemma(manifest, len(runs), soup))
        (folder / "LICENSE").write_text(licence, encoding="utf-8")
    except (OSError, ValueError, KeyError) as error:
        raise TrainingError(f"cannot write the model card: {error!r}") from error
