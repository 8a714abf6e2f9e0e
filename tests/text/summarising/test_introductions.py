"""Who is introduced by the full name, and who is called by the short one."""

from __future__ import annotations

import pytest

from service.text.summarising.introductions import find_mentions


@pytest.mark.parametrize(
    ("introduction", "mention", "short"),
    [
        ("Mayor Anna Kok spoke.", "Then Kok left.", "Kok"),
        ("Mayor Anna Kok spoke.", "Kok’s plan won.", "Kok"),
        ("Mayor Anna Kok spoke.", "Then Mrs Kok left.", "Kok"),
        ("We met Bram van der Meer.", "According to Meer it rains.", "Meer"),
        ("The Bureau of Ports (BOP) counts ships.", "In May the BOP counted twelve.", "BOP"),
    ],
)
def test_a_short_name_after_the_full_one(introduction: str, mention: str, short: str) -> None:
    first, second = find_mentions([introduction, mention])
    assert short in first.introduced
    assert second.bare == {short}


@pytest.mark.parametrize(
    "texts",
    [
        ["Then Kok left.", "Mayor Anna Kok spoke.", "Then Kok spoke."],  # the article expects us to know
        ["Mayor Anna Kok spoke.", "Later Anna Kok left."],
        ["Mayor Anna Kok spoke.", "Kok left, Anna Kok said."],
        ["On Whit Monday it rained.", "On Monday it snowed."],
        ["The North Sea rose.", "The sea fell."],
        ["mayor anna kok spoke.", "then kok left."],
        [],
    ],
)
def test_nobody_is_a_stranger(texts: list[str]) -> None:
    assert not any(mentions.bare for mentions in find_mentions(texts))
