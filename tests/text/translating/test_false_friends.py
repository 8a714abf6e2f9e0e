"""Everyday words that a small model takes for others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.false_friends import put_right


@pytest.mark.parametrize(
    ("nl", "en", "right"),
    [
        ("Want het is te laat.", "Want it is too late.", "Because it is too late."),
        ('"Want Ede wacht", zei ze.', '"Want Ede waits", she said.', '"Because Ede waits", she said.'),
        ("Tijdens de mars regende het.", "Tijdens the march it rained.", "During the march it rained."),
        ("'Pas later kwam hij.'", "'Pas later he came.'", "'Only later he came.'"),
        ("Toen ging het mis.", "When it went wrong.", "Then it went wrong."),
        ("Toen belde Els Bos.", "When, Els Bos called.", "Then, Els Bos called."),
        ("Over vijf jaar moet het af.", "About five years, it must go.", "In five years, it must go."),
        ("Over een paar weken begint het.", "Over a few weeks it starts.", "In a few weeks it starts."),
        ("Al jaren klagen zij.", "Over the years, they complain.", "For years, they complain."),
        ("Of het lukt, is onzeker.", "Or it works, is unsure.", "Whether it works, is unsure."),
        ("Meestal begint men laag.", "Mostly, men starts low.", "Mostly, one starts low."),
        ("Men is geneigd te wachten.", "Men is inclined to wait.", "One is inclined to wait."),
        ("Lang dacht men van niet.", "Long, men thought not.", "Long, people thought not."),
        ("Zo zegt men dat.", "So says men that.", "So says one that."),
        ("Men kan en men mag dat.", "Men can and men may that.", "People can and people may that."),
    ],
)  # fmt: skip
def test_a_word_that_is_taken_for_another_is_put_right(nl: str, en: str, right: str) -> None:
    assert put_right(nl, en) == right


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Wie wil dat weten?", "Want to know that?"),  # nothing begins alike
        ("Want to know stond er op het bord.", "Want to know stood on the board."),
        ("Wat Pho is een tempel.", "Wat Pho is a temple."),
        ("Toen hij kwam, was het laat.", "When he came, it was late."),
        ("Toen niet iedereen kwam, ging het mis.", "When not all came, it went wrong."),
        ("Toen winst uitbleef, ging hij weg.", "When profit failed to come, he left."),
        ("Over vijf jaar oorlog gaat het boek.", "About five years of war the book is."),
        ("Of de ander wint?", "Or does the other win?"),
        ("Men ziet vijf mannen.", "Men see five men."),
        ("Zij zag mannen.", "She saw men."),
        ("Men weet dat de heer Bos wint.", "People know that Mr Bos wins."),
    ],
)  # fmt: skip
def test_what_may_be_right_is_left_alone(nl: str, en: str) -> None:
    assert put_right(nl, en) == en


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared_and_twice_is_once(nl: str, en: str) -> None:
    once = put_right(nl, en)
    assert put_right(nl, once) == once
    if not nl:
        assert once == en
