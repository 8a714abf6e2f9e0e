"""Bytes of files as text, or a clear refusal."""

from __future__ import annotations

import codecs
import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import UndecodableError
from service.text.reading.decoding import decode

TEXT = "De coöperatie zei: ‘Hé, dat kost € 3 – of meer.’"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "utf-32", "windows-1252"],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1250">', "cp1250"),
        ("<META http-equiv=Content-Type content='text/html; charset=windows-1251'>", "cp1251"),
        ('<?xml version="1.0" encoding="iso-8859-15"?>', "iso-8859-15"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="no-such-thing">', "cp1252"),
        ('<meta charset="base64">', "cp1252"),
        ('<meta charset="idna">', "cp1252"),
        ('<meta charset="punycode">', "cp1252"),
        ('<meta charset="undefined">', "cp1252"),
        ('<meta charset="unicode_escape">\\u0041', "cp1252"),
        ('<meta charset="utf-16">', "cp1252"),
    ],
)
def test_html_may_name_its_encoding(head: str, encoding: str) -> None:
    text = head + ("жук" if encoding == "cp1251" else "prijs: € 5")
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("word", ["ID3", "RIFF", "Rar!", "GIF8", "OggS"])
def test_an_article_may_begin_with_the_letters_of_another_kind_of_file(word: str) -> None:
    text = f"{word} wordt goedkoper.\r\n\tDat zegt de maker."
    assert decode(text.encode()) == text


def test_nothing_and_line_ends() -> None:
    assert decode(b"") == ""
    assert decode(b"a\r\nb\tc\x1b[0m en nog wat meer tekst, zodat het een tekst blijft\f").startswith(
        "a\r\nb\tc"
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PK\x03\x04word/", "Office"),
        (gzip.compress(b"tekst", mtime=0), "gzip"),
        (b"ID3\x04\x01", "audio"),
        (b"RIFF$\x08\x01\x01WAVE", "WebP"),
        (b"Rar!\x1a\x07\x01", "RAR"),
        (b"GIF89a\x01\x02", "GIF"),
        (b"een\x00twee", "binary"),
        (random.Random(1).randbytes(2_000).replace(b"\x00", b"\x01"), "binary"),
        (TEXT.encode("utf-16-le"), "binary"),
        (codecs.BOM_UTF16_LE + b"abc", "UTF-16"),
        (codecs.BOM_UTF8 + b"caf\xe9", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_looks_like(data: bytes, kind: str) -> None:
    with pytest.raises(UndecodableError, match=kind):
        decode(data)


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UndecodableError:
        return
    assert text == decode(data)
    text.encode()


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff\ufffd")
    )
)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith(("%PDF-", "{\\rtf")):
        assert decode(text.encode()) == text
