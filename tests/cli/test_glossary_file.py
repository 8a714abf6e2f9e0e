"""Glossary files in the forms that people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.glossary import MAX_CHARS, MAX_TERMS, GlossaryError, parse_glossary


@pytest.mark.parametrize(
    "text",
    [
        "wethouder = alderman\nTweede Kamer = House of Representatives\n",
        "# termen\n\nwethouder=alderman\r\n  Tweede Kamer =  House of Representatives",
        "wethouder\talderman\nTweede Kamer\tHouse of Representatives\n",
        'wethouder,alderman\n"Tweede Kamer","House of Representatives"\n',
        "wethouder;alderman\nTweede Kamer; House of Representatives\nwethouder;alderman\n",
    ],
)
def test_forms(text: str) -> None:
    assert parse_glossary(text) == (("wethouder", "alderman"), ("Tweede Kamer", "House of Representatives"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("wethouder = alderman\nzomaar een zin", "line 2"),
        ("wethouder =", "line 1"),
        ("= alderman", "line 1"),
        ("a,b,c", "line 1"),
        ("a = b\n\na = c", "line 3"),
        ("a b = c\n a  b\td", "line 2"),
        ("a = \u200b", "line 1 lacks the English term"),
        (f"a = b\n{'a' * (MAX_CHARS + 1)} = b", "line 2 has a term of 201 characters; 200 are allowed"),
        ("\n".join(f"woord{n} = word{n}" for n in range(MAX_TERMS + 1)), "1,001"),
    ],
)
def test_what_is_no_glossary(text: str, reason: str) -> None:
    with pytest.raises(GlossaryError, match=reason):
        parse_glossary(text)


@given(st.text())
def test_any_text_is_pairs_or_an_error(text: str) -> None:
    try:
        pairs = parse_glossary(text)
    except GlossaryError:
        return
    assert all(dutch and english for dutch, english in pairs)
