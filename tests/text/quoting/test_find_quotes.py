"""Quotations with their kind, speaker and cue, on a corpus of our own and on anything at all."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.quote_corpus import Passage, Score, read_corpus, score_passage
from service.text.document import Document, Paragraph, Sentence
from service.text.quoting.quotes import Quote, find_quotes
from service.text.reading.documents import read_document

CORPUS = Path(__file__).parent.parent.parent / "quotes"
PASSAGES = [p for file in sorted(CORPUS.glob("*.txt")) for p in read_corpus(file)]

STYLES = {
    "straight single": ("'", "'"),
    "curly single": ("‘", "’"),
    "curly double": ("“", "”"),
    "low": ("„", "”"),
    "guillemets": ("«", "»"),
}


def find(text: str, *, indirect: bool = False) -> tuple[Quote, ...]:
    return find_quotes(read_document(text), indirect=indirect)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.name)
def test_corpus(passage: Passage) -> None:
    faults: list[str] = []
    score_passage(passage, Score(), faults.append)
    assert faults == []


@pytest.mark.parametrize(("file", "speakers"), [("news.txt", 0.95), ("long_reads.txt", 0.86)])
def test_articles_by_others_keep_their_level(file: str, speakers: float) -> None:
    score = Score()
    for passage in read_corpus(CORPUS / "first_sight" / file):
        score_passage(passage, score, None)
    rates = score.rates()
    assert min(rates["span precision"], rates["span recall"]) > 0.99
    assert rates["speaker accuracy"] >= speakers


@pytest.mark.parametrize("style", STYLES)
def test_the_style_of_the_marks_does_not_matter(style: str) -> None:
    opening, closing = STYLES[style]
    for text in (
        '"Ik ga niet weg", zegt Bea Molen. "Nooit." Volgens haar is het plan "een ramp".',
        'Zij las "De laatste veerman" voor. Haar man Ko Prins: "Prachtig was het."',
        '"Ja," zei Jan Hol, "dat klopt." De zogenoemde "opbouw" duurt een jaar.',
    ):
        original = find(text)
        pieces = text.split('"')
        swapped = pieces[0] + "".join((opening, closing)[i % 2] + p for i, p in enumerate(pieces[1:]))
        assert [(q.nl, q.start, q.kind, q.speaker, q.group) for q in find(swapped)] == [
            (q.nl, q.start, q.kind, q.speaker, q.group) for q in original
        ]


@pytest.mark.parametrize("passage", read_corpus(CORPUS / "corpus.txt")[:100], ids=lambda p: p.name)
def test_the_spelling_of_an_accent_does_not_matter(passage: Passage) -> None:
    text = re.sub("(?<=[B-Z])[aeou]", lambda vowel: vowel[0] + "\u0301", passage.text)  # "Béa", "Kúiper"
    composed, decomposed = (find(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert [(q.kind, q.speaker) for q in decomposed] == [(q.kind, q.speaker) for q in composed]


def test_characters_of_no_width_part_nothing_and_hide_nothing() -> None:
    text = (
        "\ufeffWet\u00adhouder Els Boer\u00adsma\u200b is boos.\u200b ‘Dat\u200b mag niet’, zegt\u2060 zij."
    )
    (quote,) = find(text)
    assert quote.speaker == "Els Boersma"
    assert quote.nl == "Dat\u200b mag niet"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De advocaat, Sophie Kok, bevestigt dat.", []),
        ("De brug blijft dicht, zegt Sophie Kok.", ["De brug blijft dicht"]),
        ("Jan Kuiper zweeg. De brug was al dicht, vertelde hij.", ["De brug was al dicht"]),
    ],
)
def test_who_speaks_is_not_what_is_said(text: str, said: list[str]) -> None:
    assert [q.nl for q in find(text, indirect=True)] == said


def test_indirect_speech_only_when_asked_for() -> None:
    text = (
        "Wethouder Jan Kuiper zegt dat de brug dicht blijft. De oogst is goed, meldt boer Ko Prins. "
        "Volgens hem is het af."
    )
    assert find(text) == ()
    assert [(q.nl, q.speaker, q.cue, q.kind) for q in find(text, indirect=True)] == [
        ("de brug dicht blijft", "Jan Kuiper", "zegt", "indirect"),
        ("De oogst is goed", "Ko Prins", "meldt", "indirect"),
        ("Volgens hem is het af", "Ko Prins", "volgens", "indirect"),
    ]


def test_a_missing_mark_lowers_the_confidence() -> None:
    (quote,) = find('"Ik blijf hier, zegt Bea Molen. Zij woont in Duinstad.')
    assert (quote.nl, quote.speaker, quote.confidence) == ("Ik blijf hier", "Bea Molen", "low")


def test_a_lost_opening_mark() -> None:
    (quote,) = find('Het regende. Ik blijf hier", zegt Bea Molen.')
    assert (quote.nl, quote.speaker, quote.confidence) == ("Ik blijf hier", "Bea Molen", "low")


def test_no_evidence_no_speaker() -> None:
    (quote,) = find("Boven de deur staat al honderd jaar: ‘Hier rust niemand uit.’")
    assert quote.speaker is None


def test_sentences_are_those_touched() -> None:
    document = read_document('Het regende. "Kom binnen. Ga zitten", zei Bea Molen. Zij lachte.')
    (quote,) = find_quotes(document)
    assert "".join(s.nl for s in document.sentences if s.id in quote.sentences).startswith('"Kom binnen.')
    assert all(
        s.start < quote.end and s.end > quote.start for s in document.sentences if s.id in quote.sentences
    )


def assert_sane(document: Document) -> None:
    quotes = find_quotes(document, indirect=True)
    open_ends: list[int] = []
    for quote in quotes:
        assert document.text[quote.start : quote.end] == quote.nl
        assert quote.nl.strip() == quote.nl != ""
        assert quote.sentences
        while open_ends and open_ends[-1] <= quote.start:
            open_ends.pop()
        assert not open_ends or quote.end <= open_ends[-1], "spans overlap without nesting"
        open_ends.append(quote.end)
    assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end))
    assert find_quotes(document, indirect=True) == quotes


_PIECES = st.sampled_from(
    [
        *"\"'“”„‘’‚«»`´",
        ",,",
        "''",
        " ",
        " ",
        "\n\n",
        "\n",
        ". ",
        ", ",
        ": ",
        "– ",
        "Jan de Boer",
        "Els",
        "zegt",
        "volgens",
        "hij",
        "de minister",
        "zei",
        "’s ochtends",
        "foto's",
        "'90",
        "5'10\"",
        "dat",
        "en",
        "Ja",
        "genoemd",
        "legt",
        "uit",
        "(",
        ")",
        *(
            "Dat",
            "Die",
            "zijn dochter",
            "38-jarige",
            "COC",
            "naar eigen zeggen",
            "zou",
            "mijn man riep",
            "ik",
        ),
        *("maar", "(VVD)", "zo luidt de slogan", "aldus", "zoals", "het", "ze", "noemt", "AMSTERDAM -"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_marks_in_any_order(text: str) -> None:
    assert_sane(read_document(text))


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join))
@example("' \" ' .  zei ''")
def test_any_words_in_any_order(text: str) -> None:
    assert_sane(read_document(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    assert_sane(read_document(text))


@pytest.mark.parametrize(
    "unit", ['"', "' ", "‘ ", "”“’‘ a", ",,a'' ", '"Ja", zei hij. ', "(Jan ", "Volgens Jan Bos "]
)
def test_a_wall_of_marks_is_survived(unit: str) -> None:
    text = (unit * 4000)[:8000].strip()
    sentence = Sentence(1, 0, len(text), text)
    assert_sane(Document(text, (Paragraph(1, "text", 0, len(text), (sentence,)),), False))


def test_a_long_run_of_dots_in_an_open_quotation_does_not_take_quadratic_time() -> None:
    (quote,) = find(f"De man zei: „Ja{'.' * 100_000} kom\n\nDe vrouw zweeg.")
    assert quote.nl.startswith("Ja...")


@pytest.mark.parametrize("line", ["A", "Kees Bos"])
def test_a_list_of_thousands_does_not_hide_who_speaks_above_it(line: str) -> None:
    (quote,) = find("Directeur Anna Kok zweeg lang. ‘We gaan dicht’, zei Kok.\n\n" + f"{line}\n" * 5000)
    assert (quote.nl, quote.speaker) == ("We gaan dicht", "Anna Kok")


@pytest.mark.parametrize("clause", ["en is ", "en de prijs is ", "en noemt "])
def test_clauses_joined_without_end_do_not_take_exponential_time(clause: str) -> None:
    (quote,) = find(f"Het plan zegt dat de prijs is gestegen {clause * 300}en noemt dat ‘gek’.")
    assert quote.nl == "gek"
