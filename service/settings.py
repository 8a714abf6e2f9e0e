"""Every setting, in one typed object, read from the environment with the prefix ``KERNZIN_``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The README's table of settings is held against these fields and their descriptions by a test."""

    model_config = SettingsConfigDict(env_prefix="KERNZIN_", frozen=True, extra="ignore")

    translation_model: str = Field(
        "auto",
        description="Translation checkpoint: `auto` (the hub one if downloaded, else `embedded`), "
        "`embedded`, a hub name, or a folder in the MarianMT layout.",
    )
    summary_model: str = Field(
        "auto",
        description="Summariser: `auto` (the default hub one if downloaded, else `extractive`), "
        "`extractive`, a hub name, or a folder.",
    )
    engine: Literal["ctranslate2", "transformers"] = Field(
        "ctranslate2", description="What runs the checkpoint; `transformers` for a GPU or as the reference."
    )
    compute_type: Literal["int8", "float32"] = Field(
        "int8", description="Precision of the CTranslate2 engine: `int8` or `float32`."
    )
    device: Literal["cpu", "cuda"] = Field("cpu", description="Where the models run.")
    threads: int = Field(0, ge=0, description="Threads of one model; 0 means as many as there are cores.")
    beam_size: int = Field(4, ge=1, le=16, description="Beams: 4 for quality, 1 for drafts.")
    cache: str = Field(
        "sqlite:///~/.cache/kernzin/cache.sqlite3",
        description="Sentence cache: `sqlite:///relative`, `sqlite:////absolute` or `none`; `~` is home.",
    )
    cache_days: int = Field(30, ge=1, description="Days after which an unused cached sentence is dropped.")
    cache_max_mb: int = Field(
        256, ge=1, description="Size at which the least recently used sentences are dropped."
    )
    model_dir: Path = Field(
        Path("~/.cache/kernzin/models"),
        validate_default=True,
        description="Where downloaded and converted checkpoints are kept.",
    )
    max_chars: int = Field(
        200_000,
        ge=1,
        description="Longest article accepted, in characters "
        "(of HTML: its text; a page may have ten times that).",
    )
    max_texts: int = Field(64, ge=1, le=64, description="Most texts in one request.")
    summary_sentences: int = Field(
        3, ge=1, le=6, description="Sentences of a summary when the request names none."
    )
    key_quotes: int = Field(5, ge=0, le=50, description="Most key quotes when the request names no number.")

    @field_validator("model_dir")
    @classmethod
    def _expand_home(cls, folder: Path) -> Path:
        return folder.expanduser()
