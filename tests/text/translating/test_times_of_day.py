"""Times of day on the two clocks."""

from __future__ import annotations

import pytest

from service.text.translating.beginnings import corrected_beginning
from service.text.translating.differences import Difference, number_differences


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Om 12.30 uur gaat hij dicht.", "At 12.30 p.m. it closes."),
        ("Om 0.30 uur gaat hij dicht.", "At 12.30 a.m. it closes."),
        ("Om 24.00 uur gaat hij dicht.", "At midnight it closes."),
        ("Om 12.00 uur gaat hij dicht.", "At noon it closes."),
        ("Om 12 uur gaat hij dicht.", "At midnight it closes."),
        ("Om 9.00 uur gaat hij open.", "At 9 a.m. it opens."),
        ("Om 9.00 uur gaat hij open.", "At nine o'clock it opens."),
        ("Om 9 uur gaat hij dicht.", "At 9 p.m. it closes."),
        ("Vanavond om 9.00 uur gaat hij dicht.", "Tonight at 9 p.m. it closes."),
        ("Zaterdagmiddag om 12.15 uur.", "Saturday afternoon at 12.15 p.m."),
        ("Die nacht om 12.15 uur.", "That night at 12.15 a.m."),
        ("Om 21.00 uur gaat hij dicht.", "At 9 p.m. it closes."),
        ("Om 8u30 gaat hij open.", "At 8.30 a.m. it opens."),
        ("Het begint om half zeven.", "It begins at half past six."),
        ("Om half 8 en om half een.", "At 7.30 and at half past twelve."),
        ("Tussen half acht en half negen.", "Between half past seven and half past eight."),
    ],
)
def test_the_same_time_of_day_is_no_difference(nl: str, en: str) -> None:
    assert number_differences(nl, en) == ()


@pytest.mark.parametrize(
    ("nl", "en", "wrong", "beginning"),
    [
        ("Om 12.30 uur gaat hij dicht.", "At 12.30 a.m. it closes.", "12.30 a.m", "At 12:30"),
        ("Om 0.30 uur gaat hij dicht.", "At 12.30 p.m. it closes.", "12.30 p.m", "At 0:30"),
        ("Om 9.00 uur gaat hij open.", "At 9.00pm it opens.", "9.00pm", "At 9:00 it"),
        ("Zaterdagmiddag om 12.15 uur.", "At 12.15 a.m. on Saturday.", "12.15 a.m", "At 12:15"),
        ("Om 8u30 gaat hij open.", "At 8.30 p.m. it opens.", "8.30 p.m", "At 8:30"),
    ],
)
def test_the_wrong_half_of_the_day_is_a_difference(nl: str, en: str, wrong: str, beginning: str) -> None:
    assert Difference(f"Not in the Dutch: {wrong}.") in number_differences(nl, en)
    assert corrected_beginning(nl, en) == beginning
