"""Hints of the table of words, in the pieces that the network reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.hints import CLOSE, OPEN, Hints
from models.word_table import WordTable

TABLE = WordTable(
    (
        "#nl de het een was niet huis",
        "#en the a it was not",
        "banden ties 40 tyres 40",
        "huurling mercenary 80",
        "groep group 80",
        "bakker baker 90",
        "misschien perhaps 90",
        "kwam came 80",
    ),
    (
        "lijsttrekker\tlead candidate",
        "zeehond\tseal",
        "toezegde\tpromised",
        "opbelde\tcalled",
        "aanpakken\ttackle",
        "pakken\tgrab",
        "in kaart\tmap out",
        "in kaart gebracht\tmapped",
        "openbaar ministerie\tPublic Prosecution Service",
        "tekort\tshortage",
        "om en bij\tabout",
        "bijkwam\tcame to",
    ),
)
HINTS = Hints(TABLE, lambda text: ["▁" + word for word in text.split()])


def _read(pieces: str) -> str:
    return " ".join(HINTS.insert(pieces.split())).replace(OPEN, "<").replace(CLOSE, ">")


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ("▁de ▁ban den ▁met", "▁de ▁ban den < ▁ties < ▁tyres > ▁met"),
        ("▁de ▁banden ▁met", "▁de ▁banden ▁met"),  # one piece: known well enough
        ("▁de ▁ban den , ▁met", "▁de ▁ban den , < ▁ties < ▁tyres > ▁met"),
        ("▁banden . ▁met", "▁banden . ▁met"),  # a full stop is no piece of a word
        ("▁de ▁lijst trekker .", "▁de ▁lijst trekker . < ▁lead ▁candidate >"),
        ("▁de ▁huur ling en groep", "▁de ▁huur ling en groep < ▁mercenary ▁group >"),
        ("▁de ▁hu is", "▁de ▁hu is"),  # common
        ("▁de ▁zee hond - bak ker", "▁de ▁zee hond - bak ker < ▁seal < ▁baker >"),
        ("▁minister ▁Bak ker ▁kw am", "▁minister ▁Bak ker ▁kw am < ▁came >"),  # a name
        ("▁Bak ker ▁kw am", "▁Bak ker < ▁baker > ▁kw am < ▁came >"),
        ('▁" Mis sch ien ",', '▁" Mis sch ien ", < ▁perhaps >'),
        ('▁hij ▁zei ▁" Mis sch ien', '▁hij ▁zei ▁" Mis sch ien < ▁perhaps >'),
        ("▁niet . ▁Mis sch ien", "▁niet . ▁Mis sch ien < ▁perhaps >"),
        (
            "▁De ▁minister ▁zegde ▁steun ▁toe ▁aan ▁ons",
            "▁De ▁minister ▁zegde < ▁promised > ▁steun ▁toe ▁aan ▁ons",
        ),
        ("▁Hij ▁belde ▁haar ▁op .", "▁Hij ▁belde < ▁called > ▁haar ▁op ."),
        ("▁Hij ▁belde ▁haar ▁op ▁omdat", "▁Hij ▁belde < ▁called > ▁haar ▁op ▁omdat"),
        ("▁Hij ▁belde ▁haar ▁op ▁maandag", "▁Hij ▁belde ▁haar ▁op ▁maandag"),  # a preposition
        ("▁Hij ▁belde . ▁Ik ▁kw am ▁op .", "▁Hij ▁belde . ▁Ik ▁kw am < ▁came > ▁op ."),  # two sentences
        ('▁"Hij ▁belde." ▁Ik ▁kwam ▁op .', '▁"Hij ▁belde." ▁Ik ▁kwam ▁op .'),
        ("▁in ▁2023 ▁een ▁te kort", "▁in ▁2023 ▁een ▁te kort < ▁shortage >"),  # a number is no verb
        ("▁hij ▁kwam ▁om ▁en ▁bij .", "▁hij ▁kwam ▁om ▁en ▁bij . < ▁about >"),  # an expression
        ("▁Wat ▁toe ▁nu", "▁Wat ▁toe ▁nu"),
        ("▁om ▁dit ▁aan ▁te ▁pak ken", "▁om ▁dit ▁aan ▁te ▁pak ken < ▁tackle >"),
        ("▁om ▁dit ▁te ▁pak ken", "▁om ▁dit ▁te ▁pak ken < ▁grab >"),
        ("▁hij ▁bracht ▁het ▁in ▁kaart .", "▁hij ▁bracht ▁het ▁in ▁kaart . < ▁map ▁out >"),
        ("▁het ▁is ▁in ▁kaart ▁ge bracht", "▁het ▁is ▁in ▁kaart ▁ge bracht < ▁mapped >"),  # the longer one
        ("▁dit ▁in . ▁Kaart", "▁dit ▁in . ▁Kaart"),
        (
            "▁het ▁Open baar ▁Minister ie ,",
            "▁het ▁Open baar ▁Minister ie , < ▁Public ▁Prosecution ▁Service >",
        ),
        ("▁- ▁Mis sch ien", "▁- ▁Mis sch ien < ▁perhaps >"),
        ("", ""),
    ],
)
def test_what_stands_behind_which_words(pieces: str, expected: str) -> None:
    assert _read(pieces) == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "▁de",
                "▁ban",
                "den",
                "▁Bak",
                "ker",
                ".",
                ",",
                "▁",
                "▁huur",
                "ling",
                "groep",
                "mis",
                "sch",
                "ien",
            ]
        )
    )
)
def test_without_its_hints_a_segment_reads_as_before(pieces: list[str]) -> None:
    kept, within = [], False
    for piece in HINTS.insert(pieces):
        within = within or piece == OPEN
        if not within:
            kept.append(piece)
        within = within and piece != CLOSE
    assert kept == pieces
    assert [piece for start, end, _ in HINTS.parts(pieces) for piece in pieces[start:end]] == pieces
