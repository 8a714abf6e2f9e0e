"""Variants of pairs with other names and numbers."""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from models.training.data.variants import shared_names, variants, vary

NAMES = ["Aaltje", "Bommelstein", "Citroenveen"]
WORDS = st.sampled_from(
    ["Brons", "Zuiderwoude", "NVB", "172", "1.500", "2,35", "1987", "de", "boot", "kost", "1"]
)
ENGLISH = {"1.500": "1,500", "2,35": "2.35", "de": "the", "boot": "boat", "kost": "costs"}


def test_names_and_numbers_are_exchanged_alike_on_both_sides() -> None:
    pair = ("Volgens Brons kost de boot 1.500 euro.", "According to Brons the boat costs 1,500 euros.")
    varied = vary(pair, NAMES, random.Random(1))
    assert varied is not None
    dutch = re.fullmatch(r"Volgens (\w+) kost de boot (\d)\.(\d)00 euro\.", varied[0])
    assert dutch is not None
    assert varied[1] == f"According to {dutch[1]} the boat costs {dutch[2]},{dutch[3]}00 euros."
    assert dutch[1] != "Brons"


def test_a_year_stays_a_year() -> None:
    for seed in range(20):
        varied = vary(("Dat was in 1987.", "That was in 1987."), NAMES, random.Random(seed))
        assert varied is not None
        assert re.search(r"19\d\d|20[0-2]\d", varied[0])


def test_what_is_not_alike_on_both_sides_stays() -> None:
    for pair in (
        ("Zij woont in Luik.", "She lives in Liège."),
        ("Om 18.30 uur.", "At half past six."),
        ("Brons komt.", "Brons is coming."),  # the first word is capitalised whatever it is
        ("Er is 1 boot.", "There is 1 boat."),
    ):
        assert vary(pair, NAMES, random.Random(1)) is None


def test_names_are_the_words_alike_inside_both_sides() -> None:
    pairs = [
        ("In Assen zag Jan Den Helder.", "In Assen Jan saw Den Helder."),
        ("Was dat Luik?", "Was it Liège?"),
    ]
    assert shared_names(pairs) == ["Assen", "Den", "Helder", "Jan"]


def test_every_pair_with_names_gets_its_copies_and_the_same_ones_again() -> None:
    pairs = [("Hier is Assen.", "Here is Assen."), ("Hier is het.", "Here it is.")]
    assert len(variants(pairs, 3, 0, seed=1)) == 3
    assert variants(pairs, 3, 0, seed=1) == variants(pairs, 3, 0, seed=1)
    assert variants(pairs, 0, 0, seed=1) == []


def test_pairs_with_numbers_get_more_copies_with_numbers_of_other_shapes() -> None:
    pairs = [("Hier is Assen.", "Here is Assen."), ("Er zijn 24 boten.", "There are 24 boats.")]
    made = variants(pairs, 0, 200, seed=1)
    assert len(made) == 200
    numbers = [re.fullmatch(r"Er zijn ([\d.,]+) boten\.", nl) for nl, _ in made]
    shapes = {re.sub(r"\d", "#", number[1]) for number in numbers if number}
    assert {"#", "##", "####", "##.###", "#.###.###", "#,#"} <= shapes


@given(st.lists(WORDS, min_size=1, max_size=12), st.integers(0, 9), st.booleans())
def test_the_two_sides_stay_word_for_word_translations(words: list[str], seed: int, numbered: bool) -> None:
    pair = ("en " + " ".join(words), "and " + " ".join(ENGLISH.get(word, word) for word in words))
    varied = vary(pair, NAMES, random.Random(seed), numbered=numbered)
    if varied is None:
        return
    dutch, english = varied[0].split(), varied[1].split()
    assert len(dutch) == len(english) == len(words) + 1
    swapped = str.maketrans(".,", ",.")
    for before, nl, en in zip(words, dutch[1:], english[1:], strict=True):
        assert en == (nl.translate(swapped) if nl[0].isdigit() else ENGLISH.get(nl, nl))
        if before in ("de", "boot", "kost", "1"):
            assert nl == before
