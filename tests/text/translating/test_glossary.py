from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.glossary import begun_with_term, replace_copied

CHAMBER = ("second", "chamber", "room")


@pytest.mark.parametrize(
    ("en", "english", "expected"),
    [
        ("The Second Chamber voted.", "House of Commons", ("The House of Commons", "Second Chamber")),
        ("A second time the second chamber voted.", "House", ("A second time the House", "second chamber")),
        ("Chambers of the second room voted.", "House", ("House", "Chambers of the second room")),
        ("Second chambers voted.", "house", ("House", "Second chambers")),
        ("“Room one voted.", "house", ("“House", "Room")),
        ("In a room they voted.", "office", ("In an office", "room")),
        ("In an upper room they voted.", "house", ("In an upper house", "room")),
        ("Second, the Chamber voted.", "House", ("House", "Second")),  # not in a row
        ("The Senate voted.", "House", None),
        ("", "House", None),
    ],
)
def test_a_term_begins_where_its_other_translation_stood(
    en: str, english: str, expected: tuple[str, str] | None
) -> None:
    assert begun_with_term(en, english, CHAMBER) == expected


@given(st.text(alphabet="aA -.,“chambersecondofthe", max_size=80), st.sampled_from(["House", "upper house"]))
def test_any_translation_is_read(en: str, english: str) -> None:
    found = begun_with_term(en, english, CHAMBER)
    if found is not None:
        beginning, stood = found
        assert stood in en
        assert beginning.lower().endswith(english.lower())


def test_a_copied_term_keeps_the_capital_of_its_sentence() -> None:
    terms = (("wethouder", "alderman"),)
    assert replace_copied("Wethouder Bos and a wethouder.", terms) == "Alderman Bos and a alderman."
    assert replace_copied("‘Wethouder Bos’", terms) == "‘Alderman Bos’"
    assert replace_copied("That is Wethouder Bos.", terms) == "That is alderman Bos."
