"""English sentences as a summary reads them: their marks, and lines that are not the article's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.marks.balance import follow_marks
from service.text.reading.english import english_sentences, read_english
from service.text.reading.furniture import is_furniture, without_dateline


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("Kok said: “I will.", False, True),
        (",,I will'', she said.", False, False),
        (",,I will.", False, True),
        ("“I will,” she said.", False, False),
        ("The workers' party won.", False, False),
    ],
)
def test_open_quotations(sentence: str, before: bool, after: bool) -> None:
    (marks,) = follow_marks([sentence])
    assert (marks.inside_before, marks.inside_after) == (before, after)


def test_a_quotation_reopened_in_the_next_sentence_goes_on() -> None:
    states = follow_marks(["“We go.", "“We stay.", "It is done.”", "The end."])
    assert [state.balanced for state in states] == [False, False, False, True]
    assert states[3].outside == "The end."


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Why the dike gave way",
        "Lees ook: Waarom de dijk brak",
        "Photo: ANP",
        "Foto: Jan de Vries / ANP",
        "By Anna Kok and Jan de Vries",
        "Bridge keeper Jan Vis (left) beside the pillar.",
        "Photo: ANP / Jan Jansen",
        "Beeld Anna Kok",
        "Foto ANP",
        "Jan de Vries / ANP",
        "ANP / Jan de Vries",
        "Door onze redacteur",
        "Van onze verslaggever Kees Kok",
        "By our editor",
        "Share this article: Facebook, Twitter",
        "Deel via WhatsApp",
        "Sign up for our newsletter",
        "Schrijf je in voor onze nieuwsbrief",
        "Mail naar redactie@krant.example",
        "Reageren? Mail naar brieven@krant.example.",
        "Send your tips to editors@paper.example",
        "8 november 2023",
        "12 mei 2023, 14:05",
        "Wo 12 mei 2023 om 14.05 uur",
        "May 12, 2023, 14:05",
        "Gisteren om 9:30",
        "Laatst bijgewerkt op 12 mei 2023",
        "Lees verder onder de foto",
        "Tekst gaat verder onder de foto",
        "Advertentie",
        "4 minuten leestijd",
        "Reacties (12)",
        "Watch the video below.",
        "Last updated at 14:05",
        "8 May 2014 Last updated at 05:05 BST.",
        "Ajax | 12 | 30 | 41-7",
        "12 30 41-7 Ajax 11",
        "© Getty Images",
        "Listen to the full interview on Radio Delfzijl from 7 pm.",
        "Kijk op de site bij /video hoe de dijk brak.",
        "Please see the site at /video to hear the dike break.",
        "De wedstrijd is te volgen via een liveblog op NOS.nl.",
        "In dit artikel vind je alle dijken van het land.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The photo shows a man with a hat, the court said.",
        "By Monday the water had left the town.",
        "Read aloud, the letter takes an hour.",
        "Related costs were left out of the budget by the council.",
        "The left wing of the party opposes the plan.",
        "See the whole bridge as a warning, the mayor said.",
        "Zie de brug als een waarschuwing, zei de burgemeester.",
        "De dijk is goed te zien vanaf de toren.",
        "Ga niet naar het strand, waarschuwt de burgemeester.",
        "Advertentie van dijkwacht misleidend",
        "Luister meer naar de boeren",
        "Kijk verder dan de dijk lang is",
        "8 november",
        "12 mei 2023 was een zwarte dag voor de dijk.",
        "Om 14.05 uur brak de dijk.",
        "Reacties op het besluit",
        "Beeld van de burgemeester beklad",
        "Mail van de dijkgraaf lekte uit",
        "Stuur geen geld, waarschuwt de politie",
        "De nieuwsbrief van de gemeente is te duur",
        "Van onze redactie werkt de helft thuis.",
        "Door het dak gezakt",
        "Deel op tijd je zorgen",
        "Cookie-oorlog laait op in Brussel",
        "Video: dijk bezwijkt in Kadedorp",
        "Copyright op oude kaarten vervalt",
        "Privacy policy van de gemeente deugt niet",
        "Deel dit jaar minder cadeaus uit",
        "Abonneer je op stilte",
        "De tekst gaat door met een citaat van de dijkgraaf.",
        "Delen op X mag niet meer van de rechter.",
    ],
)
def test_sentences_that_only_look_like_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "news"),
    [
        ("AMSTERDAM (ANP) - The tram stops running.", "The tram stops running."),
        ("DEN HAAG – The cabinet has fallen.", "The cabinet has fallen."),
        ("14:05 The police close the road.", "The police close the road."),
        ("date 2023-02 The minister travels to Oslo.", "The minister travels to Oslo."),
        ("The NATO - a treaty - has a new chief.", "The NATO - a treaty - has a new chief."),
        ("Anna - who is 12 - won the race.", "Anna - who is 12 - won the race."),
    ],
)
def test_datelines(line: str, news: str) -> None:
    assert without_dateline(line) == news


def test_a_question_quoted_stays_with_who_asked_it_and_a_statement_does_not() -> None:
    assert english_sentences('"Why?" Mr Kok asked. "So it is." Kok said the mill was sold.') == [
        '"Why?" Mr Kok asked.',
        '"So it is."',
        "Kok said the mill was sold.",
    ]


def test_english_is_split_inside_quotations_and_keeps_its_offsets() -> None:
    text = 'Title of it\n\nMr. Kok said: "I will. We all will." He left.\n\n(It was late. Very late.)'
    document = read_english(text)
    assert [s.nl for s in document.sentences] == [
        "Title of it",
        'Mr. Kok said: "I will.',
        'We all will."',
        "He left.",
        "(It was late.",
        "Very late.)",
    ]
    assert all(text[s.start : s.end] == s.nl for s in document.sentences)
    assert document.paragraphs[0].kind == "heading"


@given(st.text(alphabet="aB.!?\"'“”‘’() \n1", max_size=80))
def test_splitting_english_loses_nothing(text: str) -> None:
    document = read_english(text)
    assert "".join("".join(s.nl for s in document.sentences).split()) == "".join(text.split())
    assert all(text[s.start : s.end] == s.nl for s in document.sentences)


@given(st.lists(st.text(alphabet="aB.“”\"'‘’ ", max_size=20), max_size=6))
def test_marks_never_raise_and_answer_for_each_sentence(sentences: list[str]) -> None:
    states = follow_marks(sentences)
    for sentence, marks in zip(sentences, states, strict=True):
        assert 0 <= marks.quoted <= len(sentence)
        if marks.balanced and not marks.quoted:
            assert marks.outside == " ".join(sentence.split())
