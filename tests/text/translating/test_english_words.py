from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.checks import Degree, check
from service.text.translating.english_words import foreign_words
from service.text.warnings import WarningCode


@pytest.mark.parametrize(
    ("en", "detail"),
    [
        ("The council repairs the brug.", "Left in Dutch: brug."),
        ("The council repairs the bridgement.", "Not an English word: bridgement."),
    ],
)
def test_a_word_that_is_no_english_is_a_doubt(en: str, detail: str) -> None:
    findings = [f for f in check("De raad herstelt de brug.", en, 0.0) if f.code is WarningCode.NOT_ENGLISH]
    assert [f.degree for f in findings] == [Degree.DOUBT]
    assert findings[0].detail == detail


@pytest.mark.parametrize(
    "en",
    [
        "She organised her neighbours' favourite theatre programme, a labelled catalogue.",
        "The co-founder's e-mail to info@kade.nl didn't mention the backcountry podcasts.",
        "In the café they undervalue micropayments.",
        "Then Mevrouw Van Buuren of the Waterschap Zuiderpolder agreed.",
    ],
    ids=["British", "apostrophes and addresses", "accents and prefixes", "names"],
)
def test_english_of_every_sort_is_english(en: str) -> None:
    assert foreign_words("", en) == ((), ())


@pytest.mark.parametrize(
    ("nl", "en", "left"),
    [
        ("Wanneer de brug opengaat, is onzeker.", "Wanneer the bridge opens is uncertain.", "Wanneer"),
        ("Hij leest over boeken.", "Boeken are what he reads about.", "Boeken"),
        ("De PFAS-vervuiling groeit.", "The PFAS-vervuiling grows.", "PFAS-vervuiling"),
        ("Hij leest boeken.", "He reads! . . – 1. Boeken, he says.", "Boeken"),
        ("Hij leest boeken.", "He reads" + " ." * 100_000 + " Boeken, he says.", "Boeken"),
        ("Weliswaar regent het.", "Weliswaar it rains.", "Weliswaar"),
        ("Burgemeester Smit zwijgt.", "Burgemeester Smit is silent.", "Burgemeester"),
        ("Zij zei: ‘Plezier hoort erbij’.", "She said: ‘Plezier is part of it’.", "Plezier"),
        ("‘Kijk daar eens’, zei hij.", "‘Kijk there’, he said.", "Kijk"),
        ("Een Tilburgse bakker.", "A Tilburgse baker.", "Tilburgse"),
        ("De lange reis is voorbij.", "The long reis is over.", "reis"),
    ],
)
def test_dutch_that_begins_a_sentence_or_hides_in_a_compound_is_seen(nl: str, en: str, left: str) -> None:
    assert foreign_words(nl, en) == ((left,), ())


@pytest.mark.parametrize(
    ("nl", "en", "invented"),
    [
        ("De onderlaag is hard.", "The underhead is hard.", "underhead"),
        ("Het geldschip voer uit.", "The cashpaling sailed.", "cashpaling"),
        ("Verslagen ging zij weg.", "Verslated she left.", "Verslated"),
        ("De vicevoorzitter zwijgt.", "The vice-presenter-chairmer is silent.", "vice-presenter-chairmer"),
        ("Ik kan het niet.", "I cann’t do it.", "cann’t"),
        ("De wens van de babydokter.", "The babydokt's wish.", "babydokt"),
    ],
)
def test_a_word_that_is_made_up_is_seen_wherever_it_hides(nl: str, en: str, invented: str) -> None:
    assert foreign_words(nl, en) == ((), (invented,))


@pytest.mark.parametrize(
    ("nl", "en", "invented"),
    [
        ("Gelukkig gaat het goed.", "G happy it's going well.", ("G",)),
        ("Zij kreeg een b, in zaal C.", "She got a B in room C and left.", ()),
        ("Ik zag een vrouw.", "I saw a woman, O dear; it’s I who did.", ()),
        ("Hij heet Piet.", "He's called P. Bos, or Piet, X ltd.", ("X",)),
    ],
)
def test_a_letter_alone_is_no_word(nl: str, en: str, invented: tuple[str, ...]) -> None:
    assert foreign_words(nl, en)[1] == invented


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Bakker zei niets.", "Bakker said nothing."),
        ("De wedstrijd Ajax-Feyenoord is uitgesteld.", "The match Ajax-Feyenoord is postponed."),
        ("Toen kwam Loekasjenko.", "Lukashenko came then."),
        ("Jan Bos van de weerdienst komt met regen.", "Met Office boss Jan Bos reports rain."),
        ("Hij ging deur voor deur door.", "Door after door he passed."),
        ("Hij leest boeken van A. Boeken.", "He reads the works of A. Boeken."),
        ("Zie https://kade.nl/a en ftp://kade.nl nu.", "See https://kade.nl/a and ftp://kade.nl now."),
        ("Het veld is 30 km² groot.", "The field is 30 km² in size."),
        ("Het veld is 30 vierkante kilometer.", "The field is 30 km²."),
        ("Het café heeft een seismograaf.", "The café has a multi-day seismograph."),
    ],
)
def test_a_name_in_front_or_in_a_compound_is_no_dutch_word(nl: str, en: str) -> None:
    assert foreign_words(nl, en) == ((), ())


def test_a_made_up_word_in_front_is_seen_among_thousands_of_names() -> None:
    # Each held against each, they take minutes.
    letters = "bdfgklmnprstvz"
    names = [f"X{a}o{b}u{c}a{d}ik" for a in letters for b in letters for c in letters for d in "bdf"]
    nl, en = (". ".join((first, *names)) + "." for first in ("verslagen", "Verslated"))
    assert foreign_words(nl, en) == ((), ("Verslated",))
    assert foreign_words(nl, ". ".join(f"Q{name}" for name in names))[0] == ()


def test_a_dutch_word_that_a_glossary_asks_for_is_welcome() -> None:
    nl, en = "Het waterschap wacht op regen.", "The waterschap is waiting for rain."
    assert WarningCode.NOT_ENGLISH in {f.code for f in check(nl, en, 0.0)}
    assert check(nl, en, 0.0, asked=["waterschap"]) == ()


@given(st.text(), st.text())
def test_words_that_are_no_english_stand_in_the_english(nl: str, en: str) -> None:
    left, invented = foreign_words(nl, en)
    assert set(left).isdisjoint(invented)
    assert all(word in en for word in (*left, *invented))
    assert all(word.casefold() in nl.casefold() for word in left)
