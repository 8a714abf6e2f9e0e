from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.indefinite import agree


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("It was a idea of a Amsterdam man.", "It was an idea of an Amsterdam man."),
        ("A honest man waited a hour.", "An honest man waited an hour."),
        ("An house, an negative one", "A house, a negative one"),
        ("a unique unit, a European user", "a unique unit, a European user"),
        ("an unique unit, an European user", "a unique unit, a European user"),
        ("a unknown uncle, a urgent umbrella", "an unknown uncle, an urgent umbrella"),
        ("a one-time onion, a once great only child", "a one-time onion, a once great only child"),
        ("from A of the plan or A in B", "from A of the plan or A in B"),
        ("an MP, a EU law, an 8, a 1990s actor", "an MP, a EU law, an 8, a 1990s actor"),
        ("Hepatitis A infections in group A opened", "Hepatitis A infections in group A opened"),
        ("An Peeters and Minister An Bos", "An Peeters and Minister An Bos"),
        ("A unisex salon of a Utrecht ewe", "A unisex salon of a Utrecht ewe"),
        ("A idea. “An negative one.”", "An idea. “A negative one.”"),
        ("vitamin-A intake, U.S.A on", "vitamin-A intake, U.S.A on"),
    ],
)
def test_the_article_agrees_with_the_next_sound(en: str, expected: str) -> None:
    assert agree(en) == expected


@given(st.text(alphabet="aAn eoubhE.-'’1", max_size=40))
def test_nothing_but_articles_changes_and_once(en: str) -> None:
    assert agree(en).replace("n", "") == en.replace("n", "")
    assert agree(agree(en)) == agree(en)
