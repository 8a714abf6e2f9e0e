"""Marks are paired by their surroundings; apostrophes and primes are none."""

from __future__ import annotations

import pytest

from service.text.marks.pairing import pair_marks


def inner(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pair_marks(text, 0, len(text))]


@pytest.mark.parametrize(
    "marks",
    [
        "“”",
        "””",
        "„”",
        "„“",
        '""',
        "‘’",
        "’’",
        "''",
        "‚’",
        "‚‘",
        "«»",
        "»«",
        "‹›",
        ["``", "''"],
        [",,", "''"],
        "`´",
    ],
)
def test_every_style_is_paired(marks: str) -> None:
    a, b = marks
    text = f"{a}Wij blijven{b}, zei de man. Hij keek {a}boos{b} om."
    assert inner(text) == ["Wij blijven", "boos"]


@pytest.mark.parametrize(
    "text",
    [
        "’s Ochtends, ’t huis, ’n man en ’s-Hertogenbosch",
        "'s Ochtends, 't huis, 'n man en 's-Hertogenbosch",
        "foto’s, zo'n, A'dam, auto's, d'r en Jans' fiets",
        "de jaren '80 en het WK van '74",
        'een bord van 5\'10" bij 2,5" en een scherm van 27"',
    ],
)
def test_apostrophes_and_primes_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_an_apostrophe_does_not_close_a_quotation() -> None:
    assert inner("'Hans' fiets is in 's-Hertogenbosch gestolen', zei zij.") == [
        "Hans' fiets is in 's-Hertogenbosch gestolen"
    ]


def test_nested_marks_of_the_same_shape() -> None:
    assert inner("'Men dacht: 'Wat heeft het voor zin?' Nu niet meer.'") == [
        "Men dacht: 'Wat heeft het voor zin?' Nu niet meer.",
        "Wat heeft het voor zin?",
    ]


def test_a_lost_mark_does_not_upset_its_neighbours() -> None:
    pairs = pair_marks(text := 'als "wind of "storm", en "regen".', 0, len(text))
    assert [text[p.start : p.end] for p in pairs if p.sound] == ["storm", "regen"]


def test_a_doubled_mark_is_one() -> None:
    assert inner("''Ja'', zei hij.") == ["Ja"]
