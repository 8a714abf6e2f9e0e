"""Bytes of a file as text.

In order: a byte order mark decides (UTF-8, UTF-16); files of other kinds are refused by their first bytes;
valid UTF-8 is UTF-8; an HTML or XML file may name its encoding; the rest is read as windows-1252, the old
encoding of Dutch texts, unless too much of it is no text. UTF-16 without a mark is refused with its NUL
bytes.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from service.errors import UndecodableError
from service.text.reading import charsets

_KINDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"RIFF", "an audio, video or WebP file"),
)
_MAY_BEGIN_A_TEXT: Final = frozenset({b"GIF8", b"Rar!", b"ID3", b"OggS", b"RIFF"})
"""First bytes that are letters too: an article may be about the ID3 of a car maker. In a file of that kind a
version or length follows, in bytes that no text has."""
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]")
_MOST_CONTROL = 0.02
_HEAD = 4096
_MAGIC_HEAD = 64


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark. Raises :class:`UndecodableError`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    for magic, kind in _KINDS:
        if data.startswith(magic) and (magic not in _MAY_BEGIN_A_TEXT or _BINARY.search(data[:_MAGIC_HEAD])):
            raise UndecodableError(f"The file looks like {kind}, not like a text.")
    if b"\x00" in data:
        raise UndecodableError("The file has NUL bytes: it looks like a binary file, not like a text.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode(_declared(data) or "cp1252", errors="replace")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise UndecodableError(
            "The file looks like a binary file, or is in an encoding other than UTF-8 and windows-1252."
        )
    return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"The file starts with the mark of {encoding.upper()}, but is not valid past {error.start}."
        ) from error


def _declared(data: bytes) -> str | None:
    """The codec of the charset that an HTML or XML file names for itself, if it can be true.

    What is not valid UTF-8 and has no NUL bytes is neither UTF-8, nor ASCII, nor UTF-16.
    """
    match = _DECLARED.search(data[:_HEAD])
    codec = charsets.CODECS.get(match[1].decode("ascii", errors="replace").lower()) if match else None
    return None if codec is None or codec == "ascii" or codec.startswith("utf-") else codec
