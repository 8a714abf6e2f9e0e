"""Months, weekdays and days that a translation keeps, loses, adds or doubles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.checks import Degree, check
from service.text.translating.differences import Difference, time_differences
from service.text.warnings import WarningCode


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("De sluis gaat in mei open.", "The lock opens in May."),
        ("De sluis gaat op 3 mei open.", "The lock opens on 3/5."),
        ("Op 25-12 gaat de sluis open.", "The lock opens on 25 December."),
        ("De sluis ging op 03-05-2021 open.", "The lock opened on May 3, 2021."),
        ("De sluis gaat op 14 okt. open.", "The lock opens on 14 Oct."),
        ("De sluis gaat in de meimaand open.", "The lock opens in the month of May."),
        ("Maandag en dinsdag regent het.", "It rains on Monday and Tues."),
        ("Op zondagmiddag gaat hij dicht.", "It closes on Sunday afternoon."),
        ("Op zondagavond gaat hij dicht.", "It closes on Sunday night."),
        ("Op zondagavond om 20.00 uur gaat hij dicht.", "It closes on Sunday at 20:00."),
        ("Zondagmiddag om drie uur gaat hij dicht.", "It closes on Sunday at 3 p.m."),
        ("Zondagochtend gaat hij open.", "It opens early on Sunday."),
        ("Zondagnacht ging hij dicht.", "It closed in the small hours of Sunday."),
        ("Op vrijdagmiddagen is hij dicht.", "It is closed on Friday afternoons."),
        ("Gistermiddag ging hij dicht.", "It closed yesterday afternoon."),
        ("Morgenvroeg gaat hij open.", "It opens tomorrow."),
        ("De zaterdagavondfilm begint.", "The Saturday film begins."),
        ("'s Zondags gaat hij dicht.", "It closes on Sundays."),
        ("In de nacht van vrijdag op zaterdag brak de dijk.", "The dike broke on Friday night."),
        ("Wij komen zaterdag en zondag.", "We are coming at the weekend."),
        ("Tweede paasdag is hij dicht.", "It is closed on Easter Monday."),
        ("Morgen gaat hij dicht.", "It closes tomorrow."),
        ("Op een mooie morgen ging hij dicht.", "It closed on a fine morning."),
        ("Goedemorgen, zei de sluiswachter.", "Good morning, said the lock-keeper."),
        ("Overmorgen gaat hij dicht.", "It closes the day after tomorrow."),
        ("Eergisteren ging hij dicht.", "It closed two days ago."),
        ("Vanavond gaat hij dicht.", "It closes tonight."),
        ("Vanavond gaat hij dicht.", "It closes this evening."),
        ("Vandaag gaat hij dicht.", "It closes tonight."),
        ("Vannacht ging hij dicht.", "It closed last night."),
        ("Gisteravond ging hij dicht.", "It closed last night."),
        ("'s Ochtends om 5 uur ging hij dicht.", "It closed at 5am."),
        ("'s Avonds is hij dicht.", "It is closed at night."),
        ("Gisteren ging hij dicht.", "It closed on Tuesday."),
        ("Vandaag gaat hij dicht, maakte zij gisteren bekend.", "It closes on Friday, she said on Thursday."),
        ("Tegenwoordig is hij dicht.", "Today it is closed."),
        ("De dag ervoor ging hij dicht.", "It had closed yesterday."),
        ("De brug mag dicht.", "The bridge may be closed."),
        ("Volgens Van der Mei kan dat.", "According to Van der Mei it is possible."),
        ("Keizer Augustus liet hem bouwen.", "The emperor Augustus had it built."),
        ("De minister, Theresa May, wacht.", "The minister, Theresa May, is waiting."),
        ("Zij liepen de mars mee.", "March on, they said."),
        ("April en haar zus June wachten.", "April and her sister June are waiting."),
        ("Hij zingt 'Sunday Morning'.", "He sings 'Sunday Morning'."),
        ("Het is de krant De Zaterdag.", "It is the newspaper De Zaterdag."),
    ],
)
def test_the_same_time_in_its_dutch_and_its_english_words_is_no_difference(nl: str, en: str) -> None:
    assert time_differences(nl, en) == ()


@pytest.mark.parametrize(
    ("nl", "en", "detail"),
    [
        ("De sluis gaat in mei open.", "The lock opens.", "Not in the English: mei."),
        ("De sluis gaat in mei open.", "The lock may open.", "Not in the English: mei."),
        ("De winst was 2,7 procent in juli.", "The profit was 2.7 percent.", "Not in the English: juli."),
        ("Van maart tot juni.", "From March to March.", "Not in the English: juni."),
        ("Zaterdagavond gaat hij dicht.", "It closes in the evening.", "Not in the English: Zaterdagavond."),
        ("Zondagmiddag gaat hij dicht.", "It closes Sunday morning.", "Not in the English: middag."),
        ("Op zondagavond gaat hij dicht.", "It closes on Sunday.", "Not in the English: avond."),
        ("Gisteravond ging hij dicht.", "It closed yesterday.", "Not in the English: avond."),
        ("Morgenochtend gaat hij open.", "It opens tomorrow.", "Not in the English: ochtend."),
        ("Dat zei hij gisteren.", "That is what he said.", "Not in the English: gisteren."),
        ("Wij komen morgen.", "We are coming in the morning.", "Not in the English: morgen."),
        ("Vanavond, zei zij vanochtend.", "Tonight, she said.", "Not in the English: vanochtend."),
        ("Vanochtend ging hij dicht.", "It closed.", "Not in the English: Vanochtend."),
        ("'s Avonds is hij dicht.", "It is closed.", "Not in the English: 's Avonds."),
        ("Hij ging dicht.", "It closed on Tuesday.", "Not in the Dutch: Tuesday."),
        ("Hij gaat dicht.", "It closes tonight.", "Not in the Dutch: tonight."),
        ("De junioren winnen.", "In June they win.", "Not in the Dutch: June."),
        ("Om 18.30 uur gaat hij dicht.", "It closes at 18.30 a.m.", 'There is no "18.30 a.m.".'),
        ("Op 3 mei gaat hij dicht.", "It closes on May 3 May.", 'The month is twice in "May 3 May".'),
    ],
)
def test_a_time_that_is_lost_added_or_doubled_is_named_as_it_was_written(
    nl: str, en: str, detail: str
) -> None:
    assert time_differences(nl, en) == (Difference(detail),)


def test_a_time_that_became_another_is_named_on_both_sides() -> None:
    assert time_differences("Op 3 mei, een dinsdag.", "On June 3, a Monday.") == (
        Difference("Not in the English: mei, dinsdag.", 2),
        Difference("Not in the Dutch: June, Monday.", 2),
    )


def test_a_month_may_be_named_as_often_as_the_dutch_does() -> None:
    nl, en = "Op 1 mei en 3 mei gaat hij dicht.", "On 1 May 3 May it closes."
    assert time_differences(nl, en) == ()


@pytest.mark.parametrize("time", ["6.30 a.m.", "18.30 p.m.", "18:30", "18.30, a man said", "1.18.30 a.m."])
def test_other_times_are_possible(time: str) -> None:
    assert time_differences("Om 18.30 uur gaat hij dicht.", f"It closes at {time}") == ()


def test_a_month_lost_of_thousands_is_named() -> None:
    # Each looked back from to the beginning of the sentence, they take minutes.
    nl, en = "op maandag 3 mei, " * 4000, "on Monday 3 May, " * 4000
    assert time_differences(nl, en) == ()
    assert time_differences(f"{nl} in juli", en) == (Difference("Not in the English: juli."),)


def test_a_lost_day_is_worth_another_translation() -> None:
    findings = check("Vandaag gaat de sluis open.", "The lock is opening.", 0.0)
    assert [(f.code, f.degree) for f in findings] == [(WarningCode.TIME_DIFFERS, Degree.DOUBT)]


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(nl: str, en: str) -> None:
    assert all(difference.count > 0 for difference in time_differences(nl, en))
