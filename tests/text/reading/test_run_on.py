"""Subheads that were glued into a long paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.reading.documents import read_document
from service.text.reading.run_on import subheads_in

FILLER = "De raad sprak er lang over en nam geen besluit. " * 20


@pytest.mark.parametrize(
    ("glued", "subhead"),
    [
        ("Dubbele boodschap Er is ook kritiek.", "Dubbele boodschap"),
        ("Kassa Aan de bar zit Jan Bos.", "Kassa"),
        ("Verkiezingen Turkije De Turkse partij wint.", "Verkiezingen Turkije"),
        ("Appjes Het Openbaar Ministerie gelooft niets.", "Appjes"),
    ],
)
def test_is_a_heading_of_its_own(glued: str, subhead: str) -> None:
    document = read_document(FILLER + glued)
    assert [p.kind for p in document.paragraphs] == ["text", "heading", "text"]
    assert [s.nl for s in document.paragraphs[1].sentences] == [subhead]


@pytest.mark.parametrize(
    "whole",
    [
        "Minister De Jonge zegt er niets over.",
        "Wethouder Op de Beek zegt er niets over.",
        "De film Als het vuur dooft gaat over een brand.",
        "Stichting Het vergeten kind haalt geld op.",
        "In een reactie noemt verzekeraar Achterveld Zeker dat onzin.",
        "Jan De Bruine weet het niet.",
    ],
)
def test_names_with_a_capital_inside_are_none(whole: str) -> None:
    assert subheads_in(FILLER + whole) == []


def test_before_the_surname_of_somebody_in_the_text() -> None:
    text = (
        FILLER
        + "Joris Terpel hekelt het plan. Achterdeur Terpel, die lid is, wil meer. Wethouder Terpel niet."
    )
    headings = [p for p in read_document(text).paragraphs if p.kind == "heading"]
    assert [s.nl for p in headings for s in p.sentences] == ["Achterdeur"]


def test_short_paragraphs_are_whole() -> None:
    assert subheads_in("Het is laat. Kritiek Er is ook kritiek.") == []


@given(
    st.lists(
        st.sampled_from(["De", "raad", "zei", "het.", "Kritiek", "Er is", "‘Nee’.", "Bos"]), min_size=200
    )
)
def test_every_word_stays_in_one_sentence(words: list[str]) -> None:
    text = " ".join(words)
    sentences = list(read_document(text).sentences)
    assert "".join("".join(s.nl.split()) for s in sentences) == "".join(text.split())
    assert all(text[s.start : s.end] == s.nl for s in sentences)
