from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from local_hub import COMMIT, LocalHub

from models.checkpoints import find_checkpoint, find_files, list_checkpoints
from models.download import download
from models.interfaces import ModelError

NAME = "Helsinki-NLP/opus-mt-nl-en"
BIG = "pytorch_model.bin"


CHUNK = 1024


@pytest.fixture
def filled(hub: LocalHub, checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> LocalHub:
    # The client writes to disk by chunks of 10 MB; a cut costs the last one, and the miniature is smaller.
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", CHUNK)
    hub.add(NAME, checkpoint)
    hub.repositories[NAME]["tf_model.h5"] = b"the same weights for another framework"
    return hub


def test_download_is_found_by_name_with_its_commit_and_licence(filled: LocalHub, tmp_path: Path) -> None:
    downloaded = download(NAME, tmp_path, progress=False)
    assert (downloaded.revision, downloaded.licence) == (COMMIT, "apache-2.0")
    assert find_checkpoint("auto", tmp_path) == find_checkpoint(NAME, tmp_path) == downloaded
    assert NAME in [c.name for c in list_checkpoints(tmp_path)]
    assert not (downloaded.folder / "tf_model.h5").exists()


def test_cut_connection_is_resumed_in_the_same_call(filled: LocalHub, tmp_path: Path) -> None:
    content = filled.repositories[NAME][BIG]
    filled.cuts[BIG] = [100 * CHUNK]
    downloaded = download(NAME, tmp_path, progress=False)
    assert (downloaded.folder / BIG).read_bytes() == content
    assert [(asked, sent) for file, asked, sent in filled.served if file == BIG] == [
        (None, 100 * CHUNK),
        (f"bytes={100 * CHUNK}-", len(content) - 100 * CHUNK),
    ]


def test_later_call_goes_on_where_the_first_one_failed(filled: LocalHub, tmp_path: Path) -> None:
    content = filled.repositories[NAME][BIG]
    half = 300 * CHUNK
    filled.cuts[BIG], filled.failures[BIG] = [half], 1
    with pytest.raises(ModelError, match="status 503"):
        download(NAME, tmp_path, progress=False)
    with pytest.raises(ModelError, match="not downloaded"):
        find_checkpoint(NAME, tmp_path)
    filled.served.clear()
    downloaded = download(NAME, tmp_path, progress=False)
    assert filled.served == [(BIG, f"bytes={half}-", len(content) - half)]
    assert hashlib.sha256((downloaded.folder / BIG).read_bytes()).digest() == hashlib.sha256(content).digest()
    assert not list(downloaded.folder.glob("*.part"))


def test_second_download_fetches_nothing(filled: LocalHub, tmp_path: Path) -> None:
    download(NAME, tmp_path, progress=False)
    filled.served.clear()
    download(NAME, tmp_path, progress=False)
    assert filled.served == []


def test_only_what_was_damaged_is_fetched_again(filled: LocalHub, tmp_path: Path) -> None:
    folder = download(NAME, tmp_path, progress=False).folder
    (folder / "source.spm").write_bytes(b"short")
    with pytest.raises(ModelError, match=r"damaged \(source.spm\). Run: kernzin models download"):
        find_checkpoint(NAME, tmp_path)
    filled.served.clear()
    download(NAME, tmp_path, progress=False)
    assert [file for file, _, _ in filled.served] == ["source.spm"]
    find_checkpoint(NAME, tmp_path)


def test_safetensors_are_preferred(filled: LocalHub, tmp_path: Path) -> None:
    filled.repositories[NAME]["model.safetensors"] = b"weights"
    downloaded = download(NAME, tmp_path, progress=False)
    assert [path.name for path in downloaded.weights] == ["model.safetensors"]
    assert not (downloaded.folder / BIG).exists()


def test_another_revision_leaves_nothing_of_the_first(filled: LocalHub, tmp_path: Path) -> None:
    filled.repositories[NAME] |= {"model.safetensors": b"old weights", "special_tokens_map.json": b"{}"}
    folder = download(NAME, tmp_path, progress=False).folder
    (folder / f"{BIG}.0123456789ab.part").write_bytes(b"given up")
    for file in ("model.safetensors", "special_tokens_map.json"):
        del filled.repositories[NAME][file]
    downloaded = download(NAME, tmp_path, progress=False)
    assert [path.name for path in downloaded.weights] == [BIG]
    expected = {*filled.repositories[NAME], "kernzin.json", ".lock"} - {"tf_model.h5"}
    assert {path.name for path in folder.iterdir()} == expected


def test_a_repository_renamed_at_the_hub_keeps_the_name_asked_for(filled: LocalHub, tmp_path: Path) -> None:
    filled.renamed["old/name"] = NAME
    downloaded = download("old/name", tmp_path, progress=False)
    assert find_checkpoint("old/name", tmp_path) == downloaded
    assert downloaded in list_checkpoints(tmp_path)


def test_content_with_a_wrong_checksum_is_refused(
    filled: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve = filled._serve

    def corrupted(request: object, file: str, content: bytes) -> None:
        serve(request, file, content[:-1] + b"?" if file == BIG else content)  # type: ignore[arg-type] # its own

    monkeypatch.setattr(filled, "_serve", corrupted)
    with pytest.raises(ModelError, match="arrived damaged"):
        download(NAME, tmp_path, progress=False)
    monkeypatch.setattr(filled, "_serve", serve)
    download(NAME, tmp_path, progress=False)


def test_summariser_of_another_kind_is_downloaded_too(hub: LocalHub, tmp_path: Path) -> None:
    hub.repositories["org/summary"] = {
        "config.json": b'{"model_type": "bart"}',
        "merges.txt": b"#",
        "vocab.json": b"{}",
        "pytorch_model.bin": b"weights",
        "rust_model.ot": b"other",
    }
    downloaded = download("org/summary", tmp_path, progress=False)
    assert {p.name for p in downloaded.folder.iterdir()} >= {"config.json", "merges.txt", "pytorch_model.bin"}
    assert find_files("org/summary", tmp_path) == downloaded
    with pytest.raises(ModelError, match="not a MarianMT checkpoint"):
        find_checkpoint("org/summary", tmp_path)


@pytest.mark.parametrize(
    ("name", "revision", "message"),
    [
        ("no/such", None, "knows no model no/such"),
        (NAME, "v9", "no revision 'v9'"),
        ("nonsense", None, "not a hub name"),
        ("org/empty", None, "no weights"),
    ],
)
def test_what_the_hub_does_not_have_is_said_in_one_line(
    filled: LocalHub, tmp_path: Path, name: str, revision: str | None, message: str
) -> None:
    filled.repositories["org/empty"] = {"README.md": b""}
    with pytest.raises(ModelError, match=message) as caught:
        download(name, tmp_path, revision, progress=False)
    assert "\n" not in str(caught.value)


def test_no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match=r"no connection to http://127\.0\.0\.1:9"):
        download(NAME, tmp_path, progress=False)


def test_folder_that_cannot_be_written(filled: LocalHub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelError, match="cannot be written"):
        download(NAME, tmp_path / "file", progress=False)


def test_full_disk_is_noticed_before_it_is_full(
    filled: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("models.download.shutil.disk_usage", lambda _: usage)
    with pytest.raises(ModelError, match="MB free"):
        download(NAME, tmp_path, progress=False)
