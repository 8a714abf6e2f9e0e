"""The English of speakers without a name, with a small table of words."""

from __future__ import annotations

import pytest

from models.word_table import WordTable
from service.text.quoting.speaker_english import english_by_words, from_alone, from_words

WORDS = WordTable(
    [
        "gemeente municipality 86",
        "boeren farmers 81",
        "overbuur neighbour 80",
        "huisarts general 27 practitioner 26 gp 12",
        "jongeren young 52 people 43",
        "militairen military 63",
        "moslims muslims 85",
        "onderzoeker researcher 78",
        "onderzoekers researchers 50 investigators 12",
        "raadslid of 90 member 15 board 15",
        "rechter right 85",
        "rechters judges 72",
        "verdachte suspected 47 suspect 40",
        "vrouw woman 77",
        "woordvoerder spokesman 80",
    ]
)


@pytest.mark.parametrize(
    ("speaker", "told", "english"),
    [
        ("een onderzoeker", "“It works,” says a researcher from Delft.", "a researcher"),
        ("een onderzoeker", "A researcher calls it “a gift”.", "a researcher"),
        ("haar woordvoerder", "That is not so, her spokesman says.", "her spokesman"),
        ("boeren", "Farmers are speaking of “a blow”.", "farmers"),
        ("moslims", "Muslims are speaking of “a blow”.", "Muslims"),
        ("de verdachte", "The suspect, suspected of theft, said “no”.", "the suspect"),
        ("een huisarts", "“I saw it,” a general practitioner said.", "a general practitioner"),
        ("jongeren", "Young people say they are “not angry”.", "young people"),
        ("een vrouw uit de gemeente", "Says a woman from the municipality.", "a woman from the municipality"),
        ("de minister", "“No,” says the minister.", "the minister"),
        ("mijn vrouw", "“Come,” said my wife.", "my wife"),
    ],
)  # fmt: skip
def test_a_noun_is_what_the_table_and_the_article_say(speaker: str, told: str, english: str) -> None:
    assert from_words(speaker, [told], WORDS) == english


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("een onderzoeker", "“It works,” says an investigator."),  # another word than the table's
        ("een onderzoeker", "“It works,” say the researchers."),  # another form, another determiner
        ("een onderzoeker", "That is a researcher's view."),
        ("de rechter", "The right says “no”."),  # "rechters" are judges
        ("militairen", "The military is “ready”."),  # no plural
        ("een raadslid", "A board member found it “odd”."),  # not probable enough
        ("de raadslid", "The of says “no”."),
        ("een overbuurvrouw", "“It works,” says a woman."),  # of the last part only
        ("mijn vrouw", "“Come,” said my woman."),
        ("de agent", "“Stop,” says the agent."),  # a police officer
        ("de minister", "“No,” says the premier."),
        ("supporters", "Supporters call it “a shame”."),  # the same in both languages
        ("een oude vrouw", "An old woman says “no”."),  # to be translated alone
        ("een onderzoeker van de rechter", "A researcher of the right says “no”."),
    ],
)
def test_without_agreement_there_is_none(speaker: str, told: str) -> None:
    assert from_words(speaker, [told], WORDS) is None


def test_the_likelier_of_two_renderings_wins() -> None:
    told = ["Investigators say “no”.", "“Yes,” researchers said."]
    assert from_words("onderzoekers", told, WORDS) == "researchers"


def test_only_sentences_with_the_phrase_count_and_names_are_left_alone() -> None:
    sentences = [
        ("De vrouwen zwegen.", "A woman said nothing."),
        ("‘Nee’, zegt een\nonderzoeker.", "“No,” says a researcher."),
        ("Jan Smit zegt dat ook.", "Jan Smit says so too."),
    ]
    speakers = [None, "Jan Smit", "een onderzoeker", "een vrouw", "de Raad", "een onderzoeker"]
    assert english_by_words(speakers, sentences, WORDS) == {
        "een onderzoeker": "a researcher",
        "een vrouw": None,
    }
    assert english_by_words(speakers, sentences, None) == {"een onderzoeker": None, "een vrouw": None}


@pytest.mark.parametrize(
    ("speaker", "alone", "english"),
    [
        ("een oude vrouw", "an old woman", "an old woman"),
        ("een oude vrouw", "An old woman.", "an old woman"),
        ("jonge moslims", "Muslims who are young", "Muslims who are young"),
        ("een oude vrouw", "old woman", None),  # the article is gone
        ("zijn jongste zus", "be youngest sister", None),
        ("mijn chef", "my chef", None),
        ("mijn chef", "my boss", "my boss"),
        ("zijn vrouw", "his woman", None),
        ("fans", "fans", None),
        ("fans", ".", None),
    ],
)
def test_what_was_translated_alone(speaker: str, alone: str, english: str | None) -> None:
    assert from_alone(speaker, alone, "high", flagged=False) == english


def test_only_a_sure_translation_alone_is_shown() -> None:
    assert from_alone("een oude vrouw", "an old woman", "medium", flagged=False) is None
    assert from_alone("een oude vrouw", "an old woman", "high", flagged=True) is None
