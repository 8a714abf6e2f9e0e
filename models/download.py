"""Fetch a checkpoint from the hub into the model folder. The only module that uses the network.

The hub client's own ``snapshot_download`` resumes inside one call but, since version 2, throws a partial file
away when the call fails; 300 MB over a bad line would start over with each attempt. Here each file grows in a
``.part`` file named after its content, so that any later call goes on where the last one stopped; a file gets
its name only when its checksum is right, and the manifest that makes the checkpoint visible is written after
all of them.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.checkpoints import HUB_NAME, MANIFEST, Checkpoint, find_files, hub_folder
from models.interfaces import ModelError

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo
    from huggingface_hub.hf_api import RepoSibling

_SIDE_FILES = (".json", ".spm", ".model", ".txt")
_CARDS = ("README.md", "LICENSE", "LICENSE.md")


def download(name: str, model_dir: Path, revision: str | None = None, *, progress: bool = True) -> Checkpoint:
    """Fetch what is missing of the repository ``name`` (org/model) at ``revision``, a branch, tag or commit.

    Takes configuration, vocabulary and weights, the weights as safetensors where the repository has them.
    ``HF_ENDPOINT`` names another hub, ``HF_TOKEN`` a token. With ``progress`` each file has a bar on standard
    error. Raises ``ModelError``, whose text is one line, for whatever goes wrong.
    """
    if not HUB_NAME.fullmatch(name):
        raise ModelError(f"{name!r} is not a hub name like org/model.")
    # Imported here because the client takes a third of a second, and serving never needs it.
    from huggingface_hub import HfApi, errors
    from huggingface_hub.utils import WeakFileLock  # type: ignore[attr-defined] # loaded lazily, so unseen

    folder = hub_folder(name, model_dir)
    # The client reads HF_ENDPOINT once, when it is imported; an explicit argument always holds.
    endpoint = os.environ.get("HF_ENDPOINT") or None
    try:
        info = HfApi(endpoint=endpoint).model_info(name, revision=revision, files_metadata=True)
        files = _wanted(name, info.siblings or ())
        folder.mkdir(parents=True, exist_ok=True)
        with WeakFileLock(folder / ".lock"):
            _fetch_all(info, files, folder, endpoint, progress)
            _finish(name, info, files, folder)
    except ModelError:
        raise
    except errors.OfflineModeIsEnabled as error:
        raise ModelError(f"{name} cannot be downloaded: HF_HUB_OFFLINE is set.") from error
    except errors.GatedRepoError as error:
        raise ModelError(
            f"{name} asks for permission: accept its terms on the hub and set HF_TOKEN."
        ) from error
    except errors.RevisionNotFoundError as error:
        raise ModelError(f"{name} has no revision {revision!r} on the hub.") from error
    except errors.RepositoryNotFoundError as error:
        raise ModelError(f"The hub knows no model {name} (or it is private and needs HF_TOKEN).") from error
    except errors.HfHubHTTPError as error:
        status = error.response.status_code
        raise ModelError(
            f"{name}: the hub answered with status {status}. Run the command again later."
        ) from error
    except errors.HTTPError as error:  # type: ignore[attr-defined] # imported there, not exported
        where = endpoint or "the hub"
        raise ModelError(f"{name}: no connection to {where}. Run the command again to resume.") from error
    except OSError as error:
        raise ModelError(_disk_problem(folder, error)) from error
    return find_files(name, model_dir)


def _wanted(name: str, siblings: Sequence[RepoSibling]) -> list[RepoSibling]:
    """The files of the repository that an engine reads, without the same weights in other formats."""
    files = [s for s in siblings if "/" not in s.rfilename]
    weights = [s for s in files if s.rfilename.startswith("model") and s.rfilename.endswith(".safetensors")]
    if not weights:
        weights = [
            s for s in files if s.rfilename.startswith("pytorch_model") and s.rfilename.endswith(".bin")
        ]
    if not weights or not any(s.rfilename == "config.json" for s in files):
        raise ModelError(f"{name} has no weights for PyTorch on the hub.")
    side = [
        s
        for s in files
        if s.rfilename in _CARDS or (s.rfilename.endswith(_SIDE_FILES) and s.rfilename != MANIFEST)
    ]
    return side + weights


def _fetch_all(
    info: ModelInfo, files: Sequence[RepoSibling], folder: Path, endpoint: str | None, progress: bool
) -> None:
    missing = [file for file in files if not _is_intact(folder / file.rfilename, file)]
    needed = sum((file.size or 0) - _bytes_of(_part(folder, file)) for file in missing)
    if needed > (free := shutil.disk_usage(folder).free):
        raise ModelError(f"{folder} needs {needed / 1e6:,.0f} MB more and has {free / 1e6:,.0f} MB free.")
    if missing:  # whoever looks for the checkpoint now must not find half of it
        (folder / MANIFEST).unlink(missing_ok=True)
    for file in missing:
        _fetch(info, file, folder, endpoint, progress)


def _finish(name: str, info: ModelInfo, files: Sequence[RepoSibling], folder: Path) -> None:
    """Clear ``folder`` of what another revision left there, and write the manifest.

    An old file would go on being used: safetensors, for one, before newer weights in the other format. The
    manifest has the name that was asked for, which is what the folder is called after; the hub may have
    renamed the repository since.
    """
    ours = {".lock", MANIFEST, *(file.rfilename for file in files)}
    if stale := [path for path in folder.iterdir() if path.is_file() and path.name not in ours]:
        (folder / MANIFEST).unlink(missing_ok=True)  # loaded lazily too
    for path in stale:
        path.unlink()
    manifest = {
        "name": name,
        "revision": info.sha,
        "files": {file.rfilename: (folder / file.rfilename).stat().st_size for file in files},
    }
    temporary = folder / f"{MANIFEST}.part"
    temporary.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    temporary.replace(folder / MANIFEST)


def _fetch(info: ModelInfo, file: RepoSibling, folder: Path, endpoint: str | None, progress: bool) -> None:
    from huggingface_hub import hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined] # as above
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[type-arg] # generic in its stubs only
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **{**options, "disable": not progress})

    part = _part(folder, file)
    part.touch()
    with part.open("r+b") as stream:
        http_get(
            hf_hub_url(info.id, file.rfilename, revision=info.sha, endpoint=endpoint),
            stream,
            resume_size=stream.seek(0, os.SEEK_END),
            headers=build_hf_headers(),
            expected_size=file.size,
            displayed_filename=file.rfilename,
            tqdm_class=Bar,
        )
    if not _is_intact(part, file):
        part.unlink()
        raise ModelError(f"{file.rfilename} arrived damaged. Run the command again to fetch it anew.")
    part.replace(folder / file.rfilename)


def _part(folder: Path, file: RepoSibling) -> Path:
    content = file.lfs.sha256 if file.lfs else file.blob_id
    return folder / f"{file.rfilename}.{(content or 'unknown')[:12]}.part"


def _is_intact(path: Path, file: RepoSibling) -> bool:
    """Whether ``path`` holds what the hub says: by SHA-256 for a large file, by git's blob id for another."""
    if _bytes_of(path) != file.size or not path.is_file():
        return False
    with path.open("rb") as stream:
        if file.lfs:
            return hashlib.file_digest(stream, "sha256").hexdigest() == file.lfs.sha256
        blob = hashlib.sha1(f"blob {file.size}\0".encode() + stream.read(), usedforsecurity=False)
        return file.blob_id is None or blob.hexdigest() == file.blob_id


def _bytes_of(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _disk_problem(folder: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"{folder}: the disk is full. Free some space and run the command again to resume."
    return f"{folder} cannot be written: {error.strerror or error}."
