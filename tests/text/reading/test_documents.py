"""A plain text as paragraphs and sentences with their places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.document import Document, Sentence
from service.text.reading.documents import read_document
from service.text.visible import is_blank


def shape(text: str) -> list[tuple[str, list[str]]]:
    return [(p.kind, [s.segment for s in p.sentences]) for p in read_document(text).paragraphs]


LONG = "De haven groeit al jaren en daar heeft de stad last van, zo blijkt uit een brief. Er komt overleg."


def test_title_subhead_text_and_list() -> None:
    text = (
        "Haven krijgt nieuwe kade\n\n" + LONG + "\n\nZorgen in de wijk\n\nBuurman Kees is boos.\n\n"
        "Er zijn drie plannen:\n- een kade\n- een brug\n* een tunnel\n\n1. Eerst dit.\n2. Dan dat.\n"
    )
    document = read_document(text)
    assert document.has_title
    assert [p.kind for p in document.paragraphs] == [
        "heading",
        "text",
        "heading",
        "text",
        "text",
        *["list"] * 5,
    ]
    assert [p.id for p in document.paragraphs] == list(range(1, 11))
    assert [s.nl for s in document.paragraphs[-1].sentences] == ["2. Dan dat."]


@pytest.mark.parametrize(
    "line",
    [
        "Foto: ANP / Kees Kok",
        "Door onze redacteur",
        "Deel dit artikel:",
        "Schrijf je in voor onze nieuwsbrief",
        "12 mei 2023, 14:05",
    ],
)
def test_a_line_of_the_page_is_no_heading(line: str) -> None:
    text = f"Haven krijgt nieuwe kade\n\n{line}\n\n{LONG}\n\nZorgen in de wijk\n\n{LONG}"
    assert [p.kind for p in read_document(text).paragraphs] == ["heading", "text", "text", "heading", "text"]
    assert not read_document(f"{line}\n\n{LONG}").has_title


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- De kade is oud.", "list"),
        ("* De kade is oud.", "list"),
        ("•De kade is oud.", "list"),
        ("**Waarom stopt de haven?** Niemand weet het.", "text"),
        ("*Ga weg.* Dat stond op de muur.", "text"),
        ("*Dit stuk stond eerder in de havenkrant.*", "text"),
        ("**Zorgen in de wijk**", "heading"),
    ],
)
def test_bold_type_is_no_bullet(line: str, kind: str) -> None:
    assert [p.kind for p in read_document(f"{LONG}\n\n{line}\n\n{LONG}").paragraphs] == ["text", kind, "text"]


@pytest.mark.parametrize("part", [" | ", "\t"])
def test_a_row_of_a_table_is_no_heading(part: str) -> None:
    rows = "\n\n".join(part.join(cells) for cells in (("Kade", "Lengte"), ("Noord", "lang")))
    assert [p.kind for p in read_document(f"{LONG}\n\n{rows}\n\n{LONG}").paragraphs] == ["text"] * 4
    assert not read_document(f"{rows}\n\n{LONG}").has_title


def test_a_title_may_have_the_name_of_the_paper_behind_a_pipe() -> None:
    assert read_document(f"Haven krijgt kade | Havenkrant\n\n{LONG}").has_title


@pytest.mark.parametrize("note", ["*", "¹", " [1]", "[12]", " (1)", "* [1]", ".”²"])
def test_a_footnote_does_not_make_a_sentence_a_title(note: str) -> None:
    first = f"De haven groeit. Dat zegt de gemeente.{note}"
    assert not read_document(f"{first}\n\n{LONG} {LONG}").has_title
    assert read_document(f"Haven groeit{note.removeprefix('.')}\n\n{LONG}").has_title


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("Haven krijgt kade", True),
        ("Minister: ‘We stoppen’", True),
        ('Minister: "We stoppen"', True),
        ("Krijgt de haven een kade?", True),
        ("‘Duizend bootjes’ in de haven: zegen of last?", True),
        ("Waarom groeit de haven? ‘Wij wisten van niets’", True),
        ("Kees: ‘Ik wil hier weg. Echt’. Buurman klaagt over de haven", True),
        ("De haven groeit. Buren klagen over de kade", True),
        ("Minister: ‘We stoppen!’", True),
        ("De haven krijgt een kade.", False),
        ("De haven groeit. Krijgt zij een kade? Dat is de vraag.", False),
        ("De minister riep: ‘We stoppen!’", False),
        ("‘Wat doe jij hier?’", False),
        ("‘We gaan naar huis.’", False),
        ("Kees zegt: ‘We gaan naar huis.’", False),
        ("Het staat vast…", False),
        ("ik " * 30, True),
        ("ik " * 31, False),
        ("- een punt", False),
        ("?", False),
    ],
)
def test_a_title_is_short_and_reads_like_one(first: str, is_title: bool) -> None:
    assert read_document(f"{first}\n\n{LONG}").has_title is is_title


def test_the_first_question_of_an_interview_is_no_title() -> None:
    talk = f"Hoe kwam u bij de haven?\n\n{LONG}\n\nEn bent u gebleven?\n\n{LONG}"
    assert not read_document(talk).has_title
    asked = f"Hoe groeit de haven?\n\n{LONG}\n\nWat is er aan de hand?\n\n{LONG}"
    assert read_document(asked).has_title


def test_a_question_is_no_title_of_less_than_itself() -> None:
    assert not read_document("Krijgt de haven dit jaar eindelijk een kade?\n\nJa.").has_title


def test_no_title_without_a_blank_line_after_it_or_anything_else() -> None:
    assert not read_document("Haven krijgt kade").has_title
    assert not read_document("Haven krijgt kade\n" + LONG).has_title
    assert read_document("\ufeff \n\nHaven krijgt kade\n \t\u00a0\n" + LONG).has_title


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "Dit is een alinea die door een mailprogramma\n"
        "is afgebroken op een vaste breedte, zodat Jan\n"
        "Bakker haar weer aan elkaar moet zetten. Dat\n"
        "lukt.\n"
        "\n"
        "De tweede alinea is korter, en staat ook in\n"
        "twee regels.\n"
    )
    assert shape(text) == [
        (
            "text",
            [
                "Dit is een alinea die door een mailprogramma is afgebroken op een vaste breedte, zodat Jan "
                "Bakker haar weer aan elkaar moet zetten.",
                "Dat lukt.",
            ],
        ),
        ("text", ["De tweede alinea is korter, en staat ook in twee regels."]),
    ]


def test_hard_wrapped_capitals_are_joined() -> None:
    text = "DE BRUG IS DICHT EN DAT BLIJFT ZO VAN DE\nMAAND TOT DE\nWINTER.\nMORGEN MEER."
    assert shape(text) == [
        ("text", ["DE BRUG IS DICHT EN DAT BLIJFT ZO VAN DE MAAND TOT DE WINTER."]),
        ("text", ["MORGEN MEER."]),
    ]


def test_one_line_per_paragraph_without_blank_lines() -> None:
    second = "Een woordvoerder van de haven wil nog niets zeggen. „Later”, zegt hij."
    assert [kind for kind, _ in shape(f"Haven groeit\n{LONG}\n{second}\nTot slot\n{LONG}")] == [
        "heading",
        "text",
        "text",
        "heading",
        "text",
    ]


def test_a_subhead_may_end_in_a_small_word() -> None:
    text = f"{LONG} {LONG}\nDe brug gaat op\n{LONG} {LONG}"
    assert [kind for kind, _ in shape(text)] == ["text", "heading", "text"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\f", "\x85"])
def test_every_kind_of_line_end(newline: str) -> None:
    text = newline.join(["Kop boven", "", "Een zin die hier", "verder gaat.", " \u200b\t", "Tweede alinea."])
    assert [sentences for _, sentences in shape(text)] == [
        ["Kop boven"],
        ["Een zin die hier verder gaat."],
        ["Tweede alinea."],
    ]


def test_paragraph_separator() -> None:
    assert len(read_document("Eerste alinea.\u2029Tweede alinea.").paragraphs) == 2


def test_segments_are_one_clean_line() -> None:
    nl = "\ufeffDe\u00a0mi\u00adnis\u00ad\nter \x00zei\tniets\ud800 \u200b!"
    assert Sentence(1, 0, len(nl), nl).segment == "De minister zei niets !"
    assert Sentence(1, 0, 3, "👩‍🚀").segment == "👩‍🚀"


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01", "\ufeff\u200b\u00a0", "\ud800"])
def test_nothing_to_read(text: str) -> None:
    assert is_blank(text)
    assert read_document(text) == Document(text, (), False)


@pytest.mark.parametrize("text", ["a", "5", ".", "😀", "\x00a", "-"])
def test_something_to_read(text: str) -> None:
    assert not is_blank(text)
    assert [s.nl for s in read_document(text).sentences] == [text]


def test_a_long_text() -> None:
    document = read_document("\n\n".join([LONG] * 2_000))
    assert sum(1 for _ in document.sentences) == 4_000


PIECES = st.sampled_from(
    (
        *"“”\"'‘’().!?…-–•*:, \n\t\r\f\x00\x1c",
        *("\r\n", "\n\n", "\u2028", "\u2029", "\ufeff", "\u200b", "1. "),
        *("Jan ", "zei ", "de ", "o.a.", "\ud800", "Een lange zin die verder gaat"),
    )
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_invariants(text: str) -> None:
    document = read_document(text)
    assert read_document(text) == document
    sentences = list(document.sentences)
    assert [s.id for s in sentences] == list(range(1, len(sentences) + 1))
    position = 0
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.nl != ""
        assert not text[position : sentence.start].strip()
        assert any(unicodedata.category(c)[0] not in "ZC" for c in sentence.nl)
        assert sentence.segment
        position = sentence.end
    assert is_blank(text) or not text[position:].strip()
    assert bool(sentences) is not is_blank(text)
    for paragraph in document.paragraphs:
        assert paragraph.sentences
        assert (paragraph.start, paragraph.end) == (paragraph.sentences[0].start, paragraph.sentences[-1].end)
