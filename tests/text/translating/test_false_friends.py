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
        ("Kabinet wil strenger straffen", "Kabinet wants to punish", "Cabinet wants to punish"),
        ("Actrice Mieke Bos vertelt.", "Actrice Mieke Bos tells.", "Actress Mieke Bos tells."),
        ("Twee derde is zand.", "Twee third is sand.", "Two third is sand."),
        ("Toen ging het mis.", "When it went wrong.", "Then it went wrong."),
        ("Toen belde Els Bos.", "When, Els Bos called.", "Then, Els Bos called."),
        ("Over vijf jaar moet het af.", "About five years, it must go.", "In five years, it must go."),
        ("Over een paar weken begint het.", "Over a few weeks it starts.", "In a few weeks it starts."),
        ("Al jaren klagen zij.", "Over the years, they complain.", "For years, they complain."),
        ("Om half zeven begint het.", "To half past six it starts.", "At half past six it starts."),
        ("Om 18.30 uur begint het.", "To 18:30 it starts.", "At 18:30 it starts."),
        ("Of het lukt, is onzeker.", "Or it works, is unsure.", "Whether it works, is unsure."),
        ("Meestal begint men laag.", "Mostly, men starts low.", "Mostly, one starts low."),
        ("Men is geneigd te wachten.", "Men is inclined to wait.", "One is inclined to wait."),
        ("Lang dacht men van niet.", "Long, men thought not.", "Long, people thought not."),
        ("Men denkt soms dat.", "Men sometimes think that.", "People sometimes think that."),
        ("Dat dacht men vaak.", "In those years, men thought so.", "In those years, people thought so."),
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
        ("Drie Fonteinen is een brouwerij.", "Drie Fonteinen is a brewery."),
        ("Kabinet Rutte is weg.", "Kabinet Rutte is gone."),
        ("Koning opent de brug.", "Koning opens the bridge."),
        ("Elke Van den Berg reageert.", "Elke Van den Berg responds."),
        ("Anders Vink is terug.", "Anders Vink is back."),
        ("Pas op!", "Pas up!"),
        ("Toen hij kwam, was het laat.", "When he came, it was late."),
        ("Toen president Bos kwam, was het druk.", "When President Bos came, it was busy."),
        ("Toen vorst het land bedekte, reed niets.", "When frost covered the land, nothing ran."),
        ("Over vijf jaar oorlog gaat het boek.", "About five years of war the book is."),
        ("Over drie jaar daalde de omzet.", "Over three years, turnover fell."),
        ("Over zes maanden was de omzet laag.", "Over six months, turnover was low."),
        ("Al jaren eerder was gewaarschuwd.", "Already years earlier there was a warning."),
        ("Al jaren geleden was dat zo.", "Already years ago that was so."),
        ("Om half te slapen is dom.", "To half sleep is silly."),
        ("Om twee boten te kopen, spaarde hij.", "To buy two boats, he saved."),
        ("Of de ander wint?", "Or does the other win?"),
        ("Of beter gezegd, is het klaar.", "Or rather, it is done."),
        ("Of het regent of niet, moet blijken.", "Or whether it rains must appear."),
        ("Men ziet vijf mannen.", "Men see five men."),
        ("Zij zag mannen.", "She saw men."),
        ("Men weet dat 200 militairen sneuvelden.", "It is known that 200 men were killed."),
        ("Men denkt dat de daders vluchtten.", "People think that the men fled."),
        ("Zo zegt men dat vrouwen anders zijn.", "They say that women are different from men."),
        ("De film Men in Black draait.", "The film Men in Black plays."),
        ("Boyz II Men treedt op.", "Boyz II Men performs."),
        ("Het is een zaak van vrouwen, zegt men.", "Women are said to be other than men."),
    ],
)  # fmt: skip
def test_what_may_be_right_is_left_alone(nl: str, en: str) -> None:
    assert put_right(nl, en) == en


OPENERS = ["Want", "Men", "men", "Toen", "When", "Over", "About", "Of", "Or", "Al", "Tijdens", "Pas", "the"]
OTHERS = ["vijf", "jaar", "jaren", "years", "ging", "moet", "is", "de", "x", ",", ".", "'", '"']
WORDS = st.lists(st.sampled_from([*OPENERS, *OTHERS]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_any_two_texts_can_be_compared_and_twice_is_once(nl: str, en: str) -> None:
    once = put_right(nl, en)
    assert put_right(nl, once) == once
    assert len(once.split()) >= len(en.split())
