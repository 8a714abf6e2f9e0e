"""Numbers whose value may be right and whose English is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.beginnings import corrected_beginning
from service.text.translating.differences import Difference, number_differences
from service.text.translating.slips import ordinal_ending, slips


@pytest.mark.parametrize(
    ("nl", "en", "detail", "beginning"),
    [
        ("Het is min 5 graden.", "It is 5 degrees.", "Not in the English: min 5.", "It is minus 5 degrees"),
        (
            "Het wordt min 5 graden.",
            "It becomes less 5 degrees.",
            "Not in the English: min 5.",
            "It becomes minus 5 degrees",
        ),
        ("Min vijf graden.", "Five degrees.", "Not in the English: min vijf.", "Minus five degrees"),
        (
            "De winst was min 3 miljoen euro.",
            "The profit was €3 million.",
            "Not in the English: min 3 miljoen.",
            "The profit was minus €3 million.",
        ),
        (
            "Er komt 0,25 procentpunt bij.",
            "It adds 0.25 percent.",
            "Not in the English: procentpunt.",
            "It adds 0.25 percentage points.",
        ),
        (
            "Er komt een procentpunt bij, dat is 3%.",
            "It adds 1 per cent, that is 3%.",
            "Not in the English: procentpunt.",
            "It adds 1 percentage point,",
        ),
        (
            "Om half acht gaat hij dicht.",
            "At half eight it closes.",
            'The Dutch "half acht" is half past seven.',
            "At half past seven it",
        ),
        (
            "Half acht was het.",
            "Half past eight it was.",
            'The Dutch "Half acht" is half past seven.',
            "Half past seven it",
        ),
        (
            "Om half 1 gaat hij dicht.",
            "At half past one it closes.",
            'The Dutch "half 1" is half past twelve.',
            "At half past twelve it",
        ),
        (
            "De trein gaat om half 8.",
            "The train leaves at 7.",
            'The Dutch "half 8" is half past seven.',
            "The train leaves at half past seven.",
        ),
        (
            "De beurs staat op min 0,8 procent.",
            "The exchange is at least 0.8 percent.",
            "Not in the English: min 0,8.",
            "The exchange is at least minus 0.8 percent",
        ),
        (
            "Om half acht begint het.",
            "At half-way it begins at eight.",
            'The Dutch "half acht" is half past seven.',
            "At half past seven it",
        ),
        ("Zij reed 1.13,92.", "She skated 1,13.92.", 'There is no "1,13.92".', "She skated 1:13.92."),
        (
            "Bel 070-314 00 00 nu.",
            "Call 070-314 000 now.",
            "Not in the English: 070-314 00 00.",
            "Call 070-314 00 00 now",
        ),
        ("Hij werd 3e.", "He came 3th.", 'There is no "3th".', "He came 3rd."),
        ("Het was de 21ste.", "It was the 21th.", 'There is no "21th".', "It was the 21st."),
        ("Het was de 111de.", "It was the 111st.", 'There is no "111st".', "It was the 111th."),
        (
            "Vanaf 1 juli is het dicht.",
            "From 1 July 1 it is closed.",
            'The number is twice in "1 July 1".',
            "From 1 July it",
        ),
        (
            "Op 1 juli kwam er een man.",
            "On July 1 1 a man came.",
            'The number is twice in "1 1".',
            "On July 1 a",
        ),
    ],
)
def test_a_slip_is_named_and_put_right(nl: str, en: str, detail: str, beginning: str) -> None:
    assert number_differences(nl, en) == (Difference(detail, 2),)
    assert corrected_beginning(nl, en) == beginning


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Het is min 5 graden.", "It is minus 5 degrees."),
        ("Het is min 5 graden.", "It is -5 degrees."),
        ("Het is min 5 graden.", "It is 5 degrees below zero."),
        ("Het duurt een jaar, min 2 dagen.", "It takes a year, less 2 days."),
        ("De winst was min 3 miljoen.", "It was a loss of 3 million."),
        ("Het duurt vijf min drie dagen.", "It takes five minus three days."),
        ("Na 5 min 3 keer rust.", "After 5 min rest 3 times."),
        ("Hij weegt plus of min 80 kilo.", "He weighs about 80 kilos."),
        ("Zij eet min. 3 appels.", "She eats 3 apples or more."),
        ("Er komt 0,25 procentpunt bij.", "It adds 0.25 of a percentage point."),
        ("Er komt 2 procentpunt bij.", "It adds 2 points."),
        ("Er komt 2 procent bij.", "It adds 2 percent."),
        ("Om half acht gaat hij dicht.", "At half past seven it closes."),
        ("Tussen half acht en half negen.", "Between half past seven and half past eight."),
        ("Om half 8 en om half een.", "At 7.30 and at half past twelve."),
        ("Om half acht, na een half uur.", "At 7.30, half an hour later."),
        ("Om half acht is het halftij.", "At 7.30 the tide is half out."),
        ("De helft van acht boten.", "Half eight boats."),
        ("Zij reed 1.13,92.", "She skated 1:13.92."),
        ("Bel 070-314 00 00.", "Call (070) 314 00 00."),
        ("Op 01-02-2024 om 10.15 uur.", "On 01-02-2024 at 10.15."),
        ("Hij werd 11e, 2e en 113de.", "He came 11th, 2nd and 113th."),
        ("Op 1 juli stierf 1 man.", "On 1 July 1 man died."),
        ("Op 1 juli stierf één man.", "On 1 July 1 man died."),
        ("Het werd 2-2.", "It ended 2 2."),
        ("Om half een komt hij.", "He comes at half past midnight."),
        ("Hij komt om half vijf met 5 man.", "He comes at 4.30 with 5 men."),
        ("De economie groeide met min 0,4 procent.", "The economy shrank by 0.4 percent."),
        ("Kook het min 8 minuten.", "Boil it for at least 8 minutes."),
        ("De kluis is op min een.", "There is a vault in the basement."),
        ("Op 3 mei om 3.30 uur.", "On 3 May 3.30."),
    ],
)
def test_what_is_right_is_no_slip(nl: str, en: str) -> None:
    assert number_differences(nl, en) == ()


@given(st.integers(0, 10**6))
def test_an_ordinal_of_digits_ends_as_it_is_spoken(value: int) -> None:
    right = f"{value}{ordinal_ending(value)}"
    assert slips("", f"the {right} time") == ()
    others = {"st", "nd", "rd", "th"} - {ordinal_ending(value)}
    assert [s.right for e in others for s in slips("", f"the {value}{e} time")] == [right] * 3


def test_slips_without_end_do_not_take_quadratic_time() -> None:
    # Each looked for in all of the Dutch, they take minutes.
    count = 4000
    nl = "min 5 graden, 3 procentpunt, half acht, 1.13,92, 070-314 00 00, op 1 juli; " * count
    en = "5 degrees, 3 percent, half eight, 1,13.92, 070-314 000, 3th, on 1 July 1; " * count
    assert len(slips(nl, en)) >= 4 * count


def test_a_telephone_number_without_end_does_not_take_exponential_time() -> None:
    assert slips("Bel 070-314 00 00.", f"Call 070{'1' * 5000}x.") == ()


@given(st.text(alphabet="0123 min.,:-half een procentpunt%€e", max_size=60), st.text(max_size=60))
def test_any_two_texts_have_slips_within_the_english(nl: str, en: str) -> None:
    for text in (en, nl):
        assert all(0 <= s.start < s.end <= len(text) and s.right and s.text for s in slips(nl, text))
