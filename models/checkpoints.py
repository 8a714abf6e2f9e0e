"""A name to the files of a checkpoint, all of them local: nothing here touches the network.

A name is ``auto``, ``embedded`` (the checkpoint in this package), the path of a folder, or the name of a hub
repository that ``models.download`` has put into the model folder:

    MODEL_DIR/hub/Helsinki-NLP--opus-mt-nl-en/   the files of the repository, flat as they are there
    MODEL_DIR/hub/.../kernzin.json               written last: name, commit, and size of each file
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from models.interfaces import Engine, ModelCard, ModelError
from models.tokenisation import read_json
from models.word_files import DICTIONARY_FILE, WORDS_FILE

DEFAULT_TRANSLATOR = "Helsinki-NLP/opus-mt-nl-en"
EMBEDDED = Path(__file__).parent / "embedded"
MANIFEST = "kernzin.json"
HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")

MARIAN_FILES = ("config.json", "source.spm", "target.spm", "vocab.json")
_ALSO_USED = (
    "generation_config.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "target_vocab.json",
    WORDS_FILE,
    DICTIONARY_FILE,
)
_WEIGHTS = ("model*.safetensors", "pytorch_model*.bin")

Kind = Literal["embedded", "hub", "folder"]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The files of a checkpoint. ``revision`` is a hub commit, or empty for files without one."""

    name: str
    kind: Kind
    folder: Path
    revision: str
    licence: str

    @property
    def weights(self) -> tuple[Path, ...]:
        """The files of the weights: safetensors where there are both."""
        for pattern in _WEIGHTS:
            if found := tuple(sorted(self.folder.glob(pattern))):
                return found
        return ()

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())


@dataclass(frozen=True, slots=True)
class Manifest:
    """What makes the folder of a download a checkpoint: the hub's commit, and the size of each file."""

    name: str
    revision: str
    files: Mapping[str, int]


def find_checkpoint(name: str, model_dir: Path) -> Checkpoint:
    """The translation checkpoint called ``name``, complete in the MarianMT layout. Raises ``ModelError``."""
    if name == "auto":
        try:
            return find_checkpoint(DEFAULT_TRANSLATOR, model_dir)
        except ModelError:
            return find_checkpoint("embedded", model_dir)
    checkpoint = find_files(name, model_dir)
    missing = [file for file in MARIAN_FILES if not (checkpoint.folder / file).is_file()]
    if not checkpoint.weights:
        missing.append("model.safetensors or pytorch_model.bin")
    if missing:
        raise ModelError(
            f"{name} is not a MarianMT checkpoint: {checkpoint.folder} lacks {', '.join(missing)}."
        )
    if (kind := read_json(checkpoint.folder / "config.json").get("model_type")) != "marian":
        raise ModelError(f"{name} is not a MarianMT checkpoint: its config.json says {kind!r}.")
    return checkpoint


def find_files(name: str, model_dir: Path) -> Checkpoint:
    """The folder called ``name``, of whatever model. Raises ``ModelError`` if it is not here, or damaged."""
    if name == "embedded":
        if not (EMBEDDED / "config.json").is_file():
            raise ModelError(f"The embedded checkpoint is not installed: {EMBEDDED} has no config.json.")
        return Checkpoint(name, "embedded", EMBEDDED, "", read_licence(EMBEDDED))
    if name and Path(name).expanduser().is_dir():
        folder = Path(name).expanduser().resolve()
        return Checkpoint(name, "folder", folder, "", read_licence(folder))
    if not HUB_NAME.fullmatch(name):
        raise ModelError(
            f"There is no checkpoint {name!r}: it is neither a folder nor a hub name like org/model."
        )
    folder = hub_folder(name, model_dir)
    try:
        manifest = read_manifest(folder)
    except ModelError as error:
        raise _damaged(name, MANIFEST) from error
    if manifest is None:
        raise ModelError(f"{name} is not downloaded. Run: kernzin models download {name}")
    for file, size in manifest.files.items():
        if _size(folder / file) != size:
            raise _damaged(name, file)
    return Checkpoint(name, "hub", folder, manifest.revision, read_licence(folder))


def list_checkpoints(model_dir: Path) -> list[Checkpoint]:
    """Every checkpoint that is here and complete: the embedded one, then those of the hub by name."""
    return [*_complete(["embedded"], model_dir), *_complete(sorted(_hub_names(model_dir)), model_dir)]


def fingerprint(checkpoint: Checkpoint) -> str:
    """SHA-256, in hex, over the names and contents of the files that a translation depends on."""
    total = hashlib.sha256()
    paths = [checkpoint.folder / name for name in (*MARIAN_FILES, *_ALSO_USED)]
    for path in (*paths, *checkpoint.weights):
        if path.is_file():
            try:
                with path.open("rb") as file:
                    total.update(f"{path.name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
            except OSError as error:
                raise ModelError(f"{path} cannot be read: {error.strerror}.") from error
    return total.hexdigest()


def card_of(checkpoint: Checkpoint, files: str, engine: Engine, precision: str) -> ModelCard:
    """The card of a checkpoint whose files have the fingerprint ``files``, on an engine, in a precision."""
    return ModelCard(
        name=checkpoint.name,
        revision=checkpoint.revision or files[:12],
        licence=checkpoint.licence,
        engine=engine,
        fingerprint=hashlib.sha256(f"{files} {engine} {precision}".encode()).hexdigest(),
    )


def hub_folder(name: str, model_dir: Path) -> Path:
    """Where the files of the hub repository ``name`` are kept."""
    return model_dir / "hub" / name.replace("/", "--")


def read_manifest(folder: Path) -> Manifest | None:
    """What ``models.download`` wrote when it had finished, or None. ``ModelError`` if it is damaged."""
    path = folder / MANIFEST
    if not path.is_file():
        return None
    match read_json(path):
        case {"name": str(name), "revision": str(revision), "files": dict(files)}:
            if all(isinstance(size, int) for size in files.values()):
                return Manifest(name, revision, files)
    raise ModelError(f"{path} is not what a download writes.")


def read_licence(folder: Path) -> str:
    """The ``license`` in the front matter of the folder's model card, else ``unknown``."""
    try:
        card = (folder / "README.md").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "unknown"
    front = re.match(r"---\s*\n(.*?)\n---", card, re.DOTALL)
    line = re.search(r"^license:[ \t]*['\"]?([\w.+-]+)", front.group(1), re.MULTILINE) if front else None
    return line.group(1) if line else "unknown"


def _hub_names(model_dir: Path) -> Iterator[str]:
    for path in (model_dir / "hub").glob(f"*/{MANIFEST}"):
        try:
            manifest = read_manifest(path.parent)
        except ModelError:
            continue
        if manifest:
            yield manifest.name


def _damaged(name: str, file: str) -> ModelError:
    return ModelError(f"{name} is damaged ({file}). Run: kernzin models download {name}")


def _complete(names: list[str], model_dir: Path) -> Iterator[Checkpoint]:
    for name in names:
        try:
            checkpoint = find_files(name, model_dir)
        except ModelError:
            continue
        if checkpoint.weights:
            yield checkpoint


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None
