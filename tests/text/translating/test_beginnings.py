"""Where a hypothesis goes wrong about a number or name, and how it should have begun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.beginnings import corrected_beginning


@pytest.mark.parametrize(
    ("nl", "en", "beginning"),
    [
        ("In 2008 ging de sluis dicht.", "In 208 the lock was closed.", "In 2008 the"),
        ("Er liggen 24.000 stenen.", "There are 24,00 stones.", "There are 24,000 stones"),
        ("Dat kost 2,35 miljoen euro.", "That costs 2,3 million euros.", "That costs 2.35 million"),
        ("Er liggen 24 000 stenen.", "There are 24 stones.", "There are 24,000 stones"),
        ("Er liggen 24 000 stenen.", "There are 22 000 stones.", "There are 24,000 stones"),
        ("Er liggen 1 240 000 stenen.", "There are 1,140,000 stones.", "There are 1,240,000 stones"),
        ("Om 18.30 uur gaat het licht uit.", "At 1.30 the light goes off.", "At 18:30 the"),
        ("Hij is de 60ste van het jaar.", "He is the 6th of the year.", "He is the 60th of"),
        ("Het scheelt een huis: 11 meter.", "It is a house: 1 metres.", "It is a house: 11 metres"),
        ("Het duurde twaalf minuten.", "It took nine minutes.", "It took twelve minutes"),
        ("Het Rijk betaalt € 6 miljoen.", "The state pays $6 million.", "The state pays €6 million"),
        ("De kade kost 5 miljoen euro.", "The quay costs US$5 million.", "The quay costs €5 million"),
        ("Om 18.30 uur gaat hij dicht.", "At 6.45 p.m. it closes.", "At 18:30"),
        ("Om 18.30 uur gaat hij dicht.", "At 18.30 a.m. it closes.", "At 18:30"),
        ("Om 20u15 gaat hij dicht.", "At 9:15 pm it closes.", "At 20:15 it"),
        ("Zie 192.168.100.200 daar.", "See 192.168.100.201 there.", "See 192.168.100.200 there"),
        ("Versie 2.10.4 is uit.", "Version 2.10.5 is out.", "Version 2.10.4 is"),
        ("Het zijn er 3½ miljoen.", "There are 4 million.", "There are 3½ million"),
        ("Hij is de 23ste.", "He is the 21st here.", "He is the 23rd here"),
        (
            "Volgens Paul Casey is dat zo.",
            "According to Paul Case that is so.",
            "According to Paul Casey that",
        ),
        (
            "Hij won de wedstrijd van AC UEFA.",
            "He won the match of AC UE here.",
            "He won the match of AC UEFA here",
        ),
        (
            "Toen zweeg Jan van Polwijk, zei Van Polwijk.",
            "Then Jan of Polwijk fell silent.",
            "Then Jan van Polwijk fell",
        ),
        (
            "Dat zei wethouder Eva van Polwijk toen.",
            "Alderman Eva of Polwijk said so then.",
            "Alderman Eva van Polwijk said",
        ),
        ("Op 29 mei gaat het open.", "On May 2 it opens.", "On 29 May it"),
        ("Op 29 mei 2024 ging het open.", "On May 2nd, 2024 it opened.", "On 29 May"),
        ("In mei kwamen er 200.", "In May 20 came.", "In May 200 came"),
        ("De brug is van 1934.", "The bridge is from 193.", "The bridge is from 1934."),
        ("Op 3 juni ging hij dicht.", "On June 3 June it closed.", "On 3 June it"),
        ("In mei gaat hij open.", "In June it opens.", "In May it"),
        ("Op 3 mei gaat hij open.", "On 3 the lock opens.", "On 3 May the"),
        ("Op zaterdag gaat hij open.", "It opens on Sunday at last.", "It opens on Saturday at"),
        ("Op zaterdag 3 mei gaat hij open.", "On Sunday, June 3, it opens.", "On Saturday,"),
        ("Zondagmiddag gaat hij open.", "It opens Sunday morning at last.", "It opens Sunday afternoon at"),
        ("Gisteravond ging hij open.", "It opened yesterday at last.", "It opened last night at"),
        ("Gisteravond ging hij open.", "Yesterday morning it opened.", "Last night it"),
        ("Gistermiddag ging hij open.", "It opened yesterday at last.", "It opened yesterday afternoon at"),
        ("'s Zaterdags is hij open.", "It is open on Sundays now.", "It is open on Saturdays now"),
        (
            "Volgens Wim Tebbenstra is dat zo.",
            "According to Wim Tebha that is so.",
            "According to Wim Tebbenstra that",
        ),
        ("Toen lachte Van Polwijk erom.", "Then From Polwijk laughed.", "Then Van Polwijk laughed"),
        ("Daar zat Peter R. de Wilt bij.", "With Peter R. the Wilt there.", "With Peter R. de Wilt there"),
        (
            "Toen wonnen Jos Verstappen en Max Verstappen.",
            "Then Jos Verstappen and Max Verstap won.",
            "Then Jos Verstappen and Max Verstappen won",
        ),
        ("De kade heet Ладога sinds mei.", "It is \ufffd\ufffdx since May.", "It is Ладога"),
        ("De Ψ heet Ω.", "The Ψ is called Φ now.", "The Ψ is called Ω now"),
        ("Dat zegt Koning morgen.", "So says the King tomorrow.", "So says Koning tomorrow"),
        ("Toen lachte Jan van den Berg.", "Jan from the Mount laughed.", "Jan van den Berg laughed"),
        ("Zij woont in Zeeland.", "She lives in Zealand.", "She lives in Zeeland."),
        ("Toen sprak Tijsma met Bos.", "Then Tijs spoke with Bos.", "Then Tijsma spoke"),
        (
            "Toen 300 man naar Ooltgensplaat liep",
            "When 30 men walked to Oltslaat",
            "When 300 men",
        ),
        ("Minister De Jonge van Zorg komt.", "Minister The Young of Care comes.", "Minister De Jonge of"),
    ],
)
def test_the_first_wrong_one_is_put_right_with_the_word_behind_it(nl: str, en: str, beginning: str) -> None:
    assert corrected_beginning(nl, en) == beginning


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("In 2008 ging de sluis dicht.", "In 2008 the lock was closed."),
        ("Er liggen 24.000 stenen.", "There are many stones."),
        ("Er liggen stenen.", "There are 24 stones."),
        ("Er liggen 24 stenen.", "There are thousands of stones."),
        ("Er liggen duizenden stenen.", "There are 24 stones."),
        ("In mei gaat hij open.", "It opens."),
        ("Van mei tot juli is hij open.", "It is open from June on."),
        ("Hij is open.", "It is \ufffd open."),
        ("Dat zegt Koning.", "The King, the King of the bridge."),
        ("Zondagmiddag is hij open.", "On Sunday it opens, on Sunday morning."),
        ("Hij woont in Duitsland.", "He lives in Denmark."),
        ("Dat kost 5 dollar, of 4 euro.", "That costs $5, or 4 euros."),
        ("Op 12-03-2024 ging het open.", "On 12 March 2014 it opened."),
        ("Op 12 maart 2024 ging het open.", "On 12/03/2014 it opened."),
        ("Om 20 uur gaat hij dicht.", "At 7 pm it closes."),
        ("Dat kost 5 euro.", "That costs R$5."),
        ("In groep 3 120 leerlingen.", "The 120 pupils of group 3."),
        ("Zij kwamen twee keer bijeen.", "It was a fourth meeting."),
        ("Zij kwamen twaalf keer bijeen.", "It was a 4th meeting."),
        ("Er staan vijftig bases.", "There are some four dozen bases."),
        ("Koning Willem van Oranje zweeg.", "King William of Orange fell silent."),
        ("Dit zijn de Cookeilanden.", "These are the Cook Islands."),
        ("Toen won Rapid Wien.", "Then Rapid Vienna won."),
        ("Dat betekent Vijf Lands.", "It means Five Lands."),
        ("Hij zag Toetanchamon.", "He saw Tutankhamun."),
        ("Zij speelde in een Symfonieorkest.", "She played in a Symphony Orchestra."),
        ("Daar was Eva van Greenpeace.", "Eva of Greenpeace was there."),
        ("Zij telt 340 tot 500 miljoen stemmen.", "She counts 340 to 500 million votes."),
    ],
    ids=[
        "nothing wrong",
        "nothing in its place",
        "nothing lost",
        "a size in the place of a number",
        "a number in the place of a size",
        "a month with no place",
        "two months lost",
        "bytes that stand for nothing",
        "a noun that is there twice",
        "a day that is there twice",
        "a country has an English name",
        "dollars",
        "a date in digits",
        "a date in digits in the English",
        "a time that does not fit",
        "a currency that is not known",
        "two numbers next to each other",
        "a range",
        "a rank in words",
        "a rank in digits",
        "dozens",
        "a house with an English name",
        "islands with an English name",
        "a town that is an English word",
        "a number that is a name",
        "another alphabet",
        "a noun",
        "whom somebody works for",
    ],
)
def test_without_a_wrong_one_for_a_lost_one_there_is_none(nl: str, en: str) -> None:
    assert corrected_beginning(nl, en) is None


def test_the_first_of_thousands_of_wrong_numbers_is_put_right() -> None:
    # Each looked for in all of the Dutch, they take very long.
    nl, en = (" - ".join(map(str, range(start, start + 6_000))) for start in (10_000, 40_000))
    assert corrected_beginning(f"De lijst: {nl}.", f"The list: {en}.") == "The list: 10000"


def test_none_of_thousands_of_other_names_stands_for_a_lost_one() -> None:
    # Each held against each, they take minutes.
    letters = "bdfgklmnprstvz"
    ends = [f"{a}{b}{c}" for a in letters for b in letters for c in letters]
    nl, en = (" ".join(f"{start}{end}" for end in ends) for start in ("Oiaei", "Yuwuwuyuwu"))
    assert corrected_beginning(f"Daar zijn {nl}.", f"There are {en}.") is None


@given(st.integers(2, 10**7), st.integers(2, 10**7))
def test_any_wrong_number_is_put_right(right: int, wrong: int) -> None:
    dutch, english = f"{right:,}".replace(",", "."), f"{right:,}"
    beginning = corrected_beginning(f"Er waren {dutch} boten.", f"There were {wrong:,} boats.")
    assert beginning == (None if right == wrong else f"There were {english} boats")


@given(st.text(alphabet="ab AB019.,:- €’", max_size=40), st.text(alphabet="ab AB019.,:- €’", max_size=40))
def test_any_two_texts_have_an_answer(nl: str, en: str) -> None:
    beginning = corrected_beginning(nl, en)
    assert beginning is None or any(c.isdigit() or c.isupper() for c in beginning)
