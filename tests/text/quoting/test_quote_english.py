"""The English of a quotation is found by its marks, or said not to be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.marks.typesetting import typeset, typeset_paragraph
from service.text.quoting.quote_english import locate_english
from service.text.quoting.quotes import find_quotes
from service.text.reading.documents import read_document


def locate(dutch: str, *english: str) -> tuple[str | None, ...]:
    document = read_document(dutch)
    sentences = list(document.sentences)
    assert len(sentences) == len(english), [s.nl for s in sentences]
    return locate_english(
        find_quotes(document), dict(zip((s.id for s in sentences), english, strict=True)), document
    )


def test_the_nth_is_the_nth() -> None:
    assert locate(
        "Raadslid Mo Yildiz noemde het ‘ondoordacht’ en sprak van ‘een cadeau voor de rijken’.",
        'Councillor Mo Yildiz called it "ill-considered" and spoke of "a gift to the rich".',
    ) == ("ill-considered", "a gift to the rich")


def test_a_sentence_with_very_many_quotations_does_not_take_quadratic_time() -> None:
    document = read_document("Zij zei " + ", ".join(f"‘nee {n}’" for n in range(1_000)) + ".")
    english = {s.id: s.nl.replace("Zij zei", "She said") for s in document.sentences}
    located = locate_english(find_quotes(document), english, document)
    assert len(english) == 1
    assert located == tuple(f"nee {n}" for n in range(1_000))


def test_a_comma_of_the_sentence_round_it_is_left_behind() -> None:
    assert locate("‘Wij blijven’, zegt Bea Molen.", '"We are staying," says Bea Molen.') == (
        "We are staying",
    )


def test_a_quotation_of_several_sentences() -> None:
    assert locate('"Kom binnen. Ga zitten", zei Bea Molen.', '"Come in.', 'Sit down," said Bea Molen.') == (
        "Come in. Sit down",
    )


def test_a_whole_sentence_needs_no_marks() -> None:
    assert locate("Bea Molen lachte. ‘Dat is mooi.’", "Bea Molen laughed.", "That's nice.") == (
        "That’s nice.",
    )


def test_lost_marks_are_not_guessed_at() -> None:
    assert locate("‘Wij blijven’, zegt Bea Molen.", "We are staying, says Bea Molen.") == (None,)


@pytest.mark.parametrize(
    "english", ['Bea Molen says that they are staying."', 'Bea Molen says "that they are staying.']
)
def test_a_single_mark_encloses_nothing(english: str) -> None:
    assert locate("Bea Molen zegt dat zij ‘gewoon blijven’ in de stad.", english) == (None,)


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ("He said: \"It's 'fine', really.\"", "He said: “It’s ‘fine’, really.”"),
        ('"Yes," said Jan\'s brother, "in the \'90s."', "“Yes,” said Jan’s brother, “in the ’90s.”"),
        ("He is 5'10\" tall.", "He is 5'10\" tall."),
        ('"Come in.', "“Come in."),
        ('Sit down," she said.', "Sit down,” she said."),
        ("„Ja“, he said.", "“Ja”, he said."),
        ('She saw " space for a deal ", he said.', "She saw “space for a deal”, he said."),
        ("It never ends.'", "It never ends.”"),
        ("The workers'", "The workers’"),
    ],
)
def test_typesetting(straight: str, curly: str) -> None:
    assert typeset(straight) == curly


@pytest.mark.parametrize(
    ("dutch", "straight", "curly"),
    [
        (
            "“Oma zei: ‘eerst eten’. Nu niet meer”, zegt Jan.",
            ["\"Gran said: 'eat first'.", 'Not any more," says Jan.'],
            ["“Gran said: ‘eat first’.", "Not any more,” says Jan."],
        ),
        (
            "'Mia was vrij. Ze is zanger', zegt Jan.",
            ["'Mia was free.", "She is a singer', says Jan."],
            ["“Mia was free.", "She is a singer”, says Jan."],
        ),
        (
            "„Kom. Het heet ‘vrij’”, zei hij, „en dat was het.”",
            ['"Come.', 'It is "free"," he said, "and it was."'],
            ["“Come.", "It is ‘free’,” he said, “and it was.”"],
        ),
        ("“Wij gaan. Ja.", ['"We go.', "It's yes."], ["“We go.", "It’s yes."]),
        ("Dit is 'vrij'. Dat ook.", ["This is 'free'.", "That too."], ["This is “free”.", "That too."]),
        (
            "‘Hans' fiets. Ja’, zei ik.",
            ["'The boy's bike.", "Yes', I said."],
            ["“The boy’s bike.", "Yes”, I said."],
        ),
    ],
)
def test_the_sentences_of_one_quotation_are_typeset_together(
    dutch: str, straight: list[str], curly: list[str]
) -> None:
    sentences = [s.segment for s in read_document(dutch).sentences]
    assert typeset_paragraph(straight, sentences) == curly


@pytest.mark.parametrize(
    ("dutch", "english", "shown"),
    [
        ("“Wij blijven. Echt”, zei ik.", '"We stay."', "“We stay."),
        ("“Wij blijven. Echt”, zei ik.", '"We stay".', "“We stay”."),
        ("“Wij heten ‘vrij’. Echt”, zei ik.", "\"We are 'free'\"", "“We are ‘free’"),
        ("“Wij zijn een ‘vrij’ land. Echt”, zei ik.", "\"We are 'free'", "“We are ‘free’"),
        ("Oma noemt zich ‘vrij. Echt’, zei ik.", "Gran calls herself 'free.'", "Gran calls herself “free."),
        ("“Wij blijven.” Echt waar.", '"We stay."', "“We stay.”"),
    ],
)
def test_a_quotation_that_goes_on_is_not_closed(dutch: str, english: str, shown: str) -> None:
    sentences = [s.segment for s in read_document(dutch).sentences]
    last = "Really," + english[0 if english.startswith('"') else -1] + " I said."
    assert typeset_paragraph([english, last], sentences)[0] == shown


@pytest.mark.parametrize(
    ("dutch", "english", "shown"),
    [
        ("Roep om onderzoek", "call for research", "Call for research"),
        ("„Omdat het kan”, zei ik.", '"because it can," I said.', "“Because it can,” I said."),
        ("'s Avonds is het stil.", "in the evening it is quiet.", "In the evening it is quiet."),
        ("'t Zand loopt onder.", "'t Zand floods.", "’t Zand floods."),
        ("De iPhone is duur.", "iPhones are dear.", "iPhones are dear."),
        ("De pH daalt.", "pH is falling.", "pH is falling."),
        ("Kade.example is gehackt.", "kade.example was hacked.", "kade.example was hacked."),
        ("@kade is een account.", "@kade is an account.", "@kade is an account."),
        ("Anno 2021 is het stil.", "2021 is quiet.", "2021 is quiet."),
        ("- een kade", "- a quay", "- a quay"),
        ("a) Een kade", "a) a quay", "a) a quay"),
        ("en dan naar huis", "and then home", "and then home"),
        ("…", "and", "and"),
    ],
)
def test_a_sentence_has_a_capital_where_the_dutch_has_one(dutch: str, english: str, shown: str) -> None:
    assert typeset_paragraph([english], [dutch]) == [shown]


def test_a_quotation_inside_one_of_several_sentences_stays_in_it() -> None:
    dutch = "‘Oma zei: “eerst eten”. Nu niet “altijd”’, zegt Bea Molen."
    english = ("“Gran said: ‘eat first’.", "Not ‘always’ now,” says Bea Molen.")
    assert locate(dutch, *english)[0] == "Gran said: ‘eat first’. Not ‘always’ now"


@given(st.lists(st.text(alphabet="ab \"'“”‘’.5", max_size=15), min_size=1, max_size=4))
def test_a_paragraph_keeps_its_sentences(texts: list[str]) -> None:
    once = typeset_paragraph(texts, texts)
    assert len(once) == len(texts)
    for text, each in zip(texts, once, strict=True):
        assert [c for c in each if c not in "\"'“”‘’ "] == [c for c in text if c not in "\"'“”‘’ "]


@given(st.text(alphabet="ab \"'“”‘’.5", max_size=30))
def test_typesetting_only_touches_marks_and_the_space_inside_them_and_settles(text: str) -> None:
    once = typeset(text)
    assert [c for c in once if c not in "\"'“”‘’ "] == [c for c in text if c not in "\"'“”‘’ "]
    assert len(once.split()) <= len(text.split())
    assert typeset(once) == once
    inner = typeset(text, inner=True)
    assert typeset(inner, inner=True) == inner
