"""Words of a Dutch article that are the same to a reader are the same to the summary."""

from __future__ import annotations

import pytest

from service.text.summarising.dutch_terms import dutch_content_terms, dutch_stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huis", "huizen"),
        ("boom", "bomen"),
        ("bril", "brillen"),
        ("brief", "brieven"),
        ("molenaar", "molenaars"),
        ("hoog", "hoge"),
        ("sneek", "sneek's"),
        ("foto", "foto's"),
    ],
)
def test_inflection_and_spelling_do_not_part_a_word(one: str, other: str) -> None:
    assert dutch_stem(one) == dutch_stem(other)


@pytest.mark.parametrize(("one", "other"), [("bom", "bos"), ("zee", "zes"), ("dak", "dek")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert dutch_stem(one) != dutch_stem(other)


def test_only_words_of_content_count() -> None:
    found = dutch_content_terms("Hij zegt dat er in Sneek 12 brillen zijn, en ook een brief.")
    assert found == [dutch_stem("sneek"), "12", "bril", "brief"]
