"""The shared SentencePiece vocabulary in the layout MarianTokenizer expects."""

import hashlib
import io
import json
import random
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sentencepiece

from models.training.data.corpus import Pair
from models.training.errors import TrainingError

EOS_ID = 0
UNK_ID = 1
PAD = "<pad>"
FILES = ("source.spm", "target.spm", "vocab.json")

# The characters that Moses punctuation normalisation replaces. The model's own normaliser knows
# them too, because MarianTokenizer itself never calls its Moses normaliser.
PUNCTUATION = {
    **dict.fromkeys("„“”«»", '"'),
    **dict.fromkeys("‘’‚´`", "'"),
    "–": "-",
    "—": " - ",
    "…": "...",
}
SPACES = "\t\n\r\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
REQUIRED = "€£°²³½%&@#ÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿąćčęěğıłńňőřśşšţťůűžŻżć"
LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@dataclass(frozen=True)
class VocabularyConfig:
    """How the SentencePiece model is trained; `size` counts the padding piece."""

    size: int = 8000
    character_coverage: float = 0.9998
    sample_pairs: int = 120_000
    seed: int = 1
    threads: int = 2


def normalisation_rules() -> str:
    """SentencePiece normalisation rules: NFC for Latin letters, plain quotes, dashes and spaces."""
    rules = {**PUNCTUATION, **dict.fromkeys(SPACES, " "), **dict.fromkeys(INVISIBLE, "")}
    for point in LATIN:
        decomposed = unicodedata.normalize("NFD", chr(point))
        if len(decomposed) > 1:
            rules[decomposed] = unicodedata.normalize("NFC", decomposed)
    return "".join(f"{_hex(old)}\t{_hex(new)}\n" for old, new in sorted(rules.items()))


def _hex(text: str) -> str:
    return " ".join(f"{ord(character):X}" for character in text)


def weighted_sample(
    corpora: Mapping[str, Sequence[Pair]], weights: Mapping[str, float], count: int, seed: int
) -> list[str]:
    """Sentences of both languages, each corpus in proportion to its weight, none repeated."""
    generator = random.Random(seed)
    characters = {
        name: sum(len(target) for _, target in pairs) / max(len(pairs), 1) for name, pairs in corpora.items()
    }
    usable = {name: weights[name] / characters[name] for name in corpora if weights[name] > 0}
    scale = count / sum(usable.values())
    sentences: list[str] = []
    for name in sorted(usable):
        pairs = corpora[name]
        wanted = min(len(pairs), round(usable[name] * scale))
        for source, target in generator.sample(list(pairs), wanted):
            sentences += [source, target]
    return sentences


def train_vocabulary(sentences: Sequence[str], config: VocabularyConfig, folder: Path) -> None:
    """Train one model for both languages and write source.spm, target.spm and vocab.json."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = folder / "normalisation.tsv"
    rules.write_text(normalisation_rules(), encoding="utf-8")
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(sentences),
            model_writer=model,
            model_type="unigram",
            vocab_size=config.size - 1,
            character_coverage=config.character_coverage,
            required_chars="".join(sorted(set(REQUIRED))),
            byte_fallback=True,
            split_digits=True,
            normalization_rule_tsv=str(rules),
            eos_id=EOS_ID,
            unk_id=UNK_ID,
            bos_id=-1,
            pad_id=-1,
            num_threads=config.threads,
            max_sentence_length=8192,
            minloglevel=2,
        )
    except RuntimeError as error:
        reason = str(error).strip().splitlines()[-1]
        raise TrainingError(f"cannot train a vocabulary of {config.size} pieces: {reason}") from error
    finally:
        rules.unlink()
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    pieces = [processor.id_to_piece(index) for index in range(processor.get_piece_size())]
    vocabulary = {piece: index for index, piece in enumerate([*pieces, PAD])}
    text = json.dumps(vocabulary, ensure_ascii=False, indent=0)
    (folder / "vocab.json").write_text(text + "\n", encoding="utf-8")


def copy_vocabulary(source: Path, folder: Path) -> None:
    """Take over the vocabulary of a checkpoint or of another prepared folder."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name in FILES:
            shutil.copyfile(source / name, folder / name)
    except OSError as error:
        raise TrainingError(f"no vocabulary in {source}: {error.strerror}") from error


def load_processor(folder: Path) -> sentencepiece.SentencePieceProcessor:
    """The SentencePiece model of a folder."""
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    except OSError as error:
        raise TrainingError(f"no SentencePiece model in {folder}: run prepare first") from error


def piece_texts(processor: sentencepiece.SentencePieceProcessor) -> list[str | None]:
    """The text of every piece by id; None for one that has none of its own: unknown, a control, a byte."""
    return [
        None
        if processor.is_unknown(piece) or processor.is_control(piece) or processor.is_byte(piece)
        else processor.id_to_piece(piece)
        for piece in range(processor.get_piece_size())
    ]


def vocabulary_hash(folder: Path) -> str:
    """SHA-256 of a folder's vocabulary: equal ones give every piece the same number."""
    try:
        return hashlib.sha256((folder / "vocab.json").read_bytes()).hexdigest()
    except OSError as error:
        raise TrainingError(f"no vocabulary in {folder}: {error.strerror}") from error


def vocabulary_size(folder: Path) -> int:
    """Number of pieces of a folder's vocabulary, padding included."""
    try:
        return len(json.loads((folder / "vocab.json").read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise TrainingError(f"no vocabulary in {folder}: run prepare first") from error
