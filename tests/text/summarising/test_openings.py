"""A pronoun that its own sentence explains leans on nothing; one that only follows the words does lean."""

from __future__ import annotations

import pytest

from service.text.summarising.openings import known_names, leaning
from service.text.summarising.passages import Candidate, find_passages


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry company said its boats sail again on Monday.",
        "The harbour master told reporters he was tired.",
        "Teachers lost their desks in the flood.",
        "Divers say they need a new boat.",
    ],
)
def test_a_pronoun_may_find_what_it_means_in_its_own_sentence(sentence: str) -> None:
    assert leaning(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood cost him the harvest.",
        "Asked about the flood, he shrugged.",
        "In the council she defended the dike.",
        "Their boats sail again on Monday.",
        "When told it was over, they cheered.",
        "The dike will hold until spring, he said.",
        "The dike of Marken will hold until spring, she added in a letter.",
    ],
)
def test_a_pronoun_without_anybody_before_it_leans(sentence: str) -> None:
    assert leaning(sentence) == "person"


def test_a_sentence_may_open_with_a_name_of_the_article() -> None:
    known = known_names(["Mayor Anna Kok spoke.", "Then Kok left.", "Rain fell on her coat."])
    assert known == {"Anna", "Kok"}
    assert leaning("Kok kept her promise.") == "person"
    assert leaning("Kok kept her promise.", known=known) is None
    assert leaning("Kok’s plan cost her the vote.", known=known) is None


def test_a_word_also_written_small_is_no_name() -> None:
    assert known_names(["The State paid.", "No state paid."]) == frozenset()


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [("De dijken zijn hersteld.", None), ("Ook is hij burgemeester.", "person"), ("Zij won.", "person")],
)
def test_to_be_is_no_dutch_pronoun(sentence: str, lean: str | None) -> None:
    assert leaning(sentence, "nl") == lean


def test_the_names_of_the_article_are_used() -> None:
    texts = ["Mayor Anna Kok spoke in Assen.", "The square was full.", "Kok kept her promise to the town."]
    found = find_passages([Candidate(number, 0, text) for number, text in enumerate(texts)])
    assert found[2].sentences == (2,)


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [
        ("He said the plan was dead.", "person"),
        ("In the interview he called it a mistake.", "person"),
        ("This was confirmed by the court.", "pronoun"),
        ("But the mayor disagreed.", "connective"),
        ("In addition, the fare goes up.", "connective"),
        ("That is why the school closed.", "pronoun"),
        ("Other bakers stay open.", "connective"),
        ("The majority comes from Assen.", "pronoun"),
        ("The majority of the council comes from Assen.", None),
        ("“And we will stay,” said Anna Kok.", "connective"),
        ("This year the school has 300 pupils.", None),
        ("It is the first time that the dike gave way.", None),
        ("So far nobody has been hurt.", None),
        ("On Monday Anna Kok said that she would leave.", None),
        ("A man was arrested after he fled.", None),
        ("Butter has become dearer.", None),
    ],
)
def test_what_an_opening_leans_on(sentence: str, lean: str | None) -> None:
    assert leaning(sentence) == lean


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [
        ("Hij zei niets.", "person"),
        ("Daarom sluit de school.", "connective"),
        ("Dan Brown las voor.", "connective"),
        ("De president is zelf rijk.", "pronoun"),
        ("De 38-jarige vader bleef kalm.", "pronoun"),
        ("Het bedrijf ontkent.", "pronoun"),
        ("De burgemeester van Kampen belde.", None),
        ("De president, Els Bos, is rijk.", None),
        ("De politie zoekt getuigen.", None),
        ("De bakkers staken.", None),
        ("De brug blijft dicht.", None),
        ("Het merendeel komt uit Assen.", "pronoun"),
        ("Het merendeel van de leden komt uit Assen.", None),
        ("Een deel kreeg geld terug.", "pronoun"),
        ("Een deel leden kreeg geld terug.", None),
        ("De rest bleef thuis.", "pronoun"),
        ("Doel van dit overleg is een besluit.", "pronoun"),
        ("De winnaar van dit jaar is een bakker.", None),
    ],
)
def test_dutch_openings(sentence: str, lean: str | None) -> None:
    assert leaning(sentence, "nl") == lean


def test_a_dutch_connective_is_no_english_one() -> None:
    assert leaning("Dan Brown read from his book.") is None
