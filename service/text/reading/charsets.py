"""The charsets that a text may say it is in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CODECS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "utf-8": "utf-8-sig",
        "utf8": "utf-8-sig",
        "us-ascii": "ascii",
        "iso-8859-1": "cp1252",  # as the WHATWG Encoding Standard has it: what says Latin-1 is Windows-1252
        "iso-8859-15": "iso-8859-15",
        "windows-1250": "cp1250",
        "windows-1251": "cp1251",
        "windows-1252": "cp1252",
        "utf-16": "utf-16",
        "utf-16le": "utf-16-le",
        "utf-16be": "utf-16-be",
    }
)
"""Python's codec for each, in small letters. A closed list: Python knows codecs that are no charsets,
and some that take quadratic time."""
