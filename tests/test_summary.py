"""The summary: members of the article in order, each with its source, and nothing invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.summary import SummaryInput, split_english, summarise
from service.summary_inputs import summary_inputs
from service.text.document import ParagraphKind
from service.text.reading.documents import read_document
from service.text.warnings import Warning, WarningCode
from service.translation import Translated
from tests.summaries import ARTICLE, codes, extractive, summarised


def test_sentences_cite_themselves_in_order() -> None:
    inputs = {each.id: each.en for each in split_english(ARTICLE)[0]}
    summary = extractive(ARTICLE)
    assert [inputs[s.sources[0]] for s in summary.sentences] == [s.text for s in summary.sentences]
    assert [s.sources for s in summary.sentences] == sorted(s.sources for s in summary.sentences)
    assert summary.text == " ".join(s.text for s in summary.sentences)
    assert len(summary.sentences) == 3
    assert summary.warnings == ()


def test_a_question_over_the_article_is_its_title() -> None:
    asked = ARTICLE.replace(
        "Harbour bridge in Delfzijl closed until June", "Who pays for the harbour bridge?"
    )
    texts = [s.text for s in extractive(asked, 6).sentences]
    assert "Who pays for the harbour bridge?" not in texts
    assert [s.text for s in extractive("Who pays for the harbour bridge? The port does.").sentences] == [
        "Who pays for the harbour bridge?",
        "The port does.",
    ]


def test_title_and_credit_are_not_part_of_it() -> None:
    texts = [s.text for s in extractive(ARTICLE, 6).sentences]
    assert not any("Photo" in text or text.endswith("until June") for text in texts)


@pytest.mark.parametrize("line", ["Mail to news@paper.example", "Bridge | closed until June", "8 May 2023"])
def test_a_line_of_the_page_and_a_row_of_a_table_are_not_part_of_it(line: str) -> None:
    assert line not in [s.text for s in extractive(f"{ARTICLE}\n\n{line}\n\nThe end.", 9).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dike in Marken broke on Sunday night.", ["The dike in Marken broke on Sunday night."]),
        ("The dike broke in Marken. " * 40, ["The dike broke in Marken."]),
        ("Dike broken in Marken\n\nMayor sorry", ["Dike broken in Marken", "Mayor sorry"]),
        ("Photo: ANP", ["Photo: ANP"]),
        ("- bread\n- butter\n- a pound of salt", ["a pound of salt"]),
    ],
)
def test_little_to_rank_gives_the_text_itself_and_a_warning(text: str, expected: list[str]) -> None:
    summary = extractive(text)
    assert [s.text for s in summary.sentences] == expected
    assert codes(summary) == [WarningCode.SUMMARY_SHORT]


@pytest.mark.parametrize(
    ("code", "sound"),
    [(WarningCode.REPETITION, True), (WarningCode.NUMBERS_DIFFER, False), (WarningCode.UNTRANSLATED, False)],
)
def test_a_stutter_keeps_no_sentence_out_of_the_summary(code: WarningCode, sound: bool) -> None:
    document = read_document("De brug is dicht.")
    translated = [Translated("The bridge is is shut.", "medium", warnings=(Warning(code, ""),))]
    (given,) = summary_inputs(document, {1: translated[0].en}, translated, [])
    assert (given.sound, given.doubt) == (sound, 0.5)


def test_no_sentence_at_all_gives_an_empty_summary_and_a_warning() -> None:
    summary = summarised([])
    assert summary.sentences == ()
    assert summary.text == ""
    assert codes(summary) == [WarningCode.SUMMARY_SHORT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- two pounds of salt\n- a loaf of bread\n- three red apples", "two pounds of salt"),
        ("Ajax 10 24\n\nFeyenoord 10 19\n\nSparta 10 12", "Ajax 10 24"),
    ],
)
def test_lines_that_are_no_sentences_are_given_with_a_warning(text: str, expected: str) -> None:
    summary = extractive(text)
    assert summary.sentences[0].text == expected
    assert len(summary.sentences) == 3
    assert codes(summary) == [WarningCode.SUMMARY_SHORT]


def test_an_item_is_lifted_out_of_its_list_without_its_number() -> None:
    steps = [
        "1. Saw six planks of two metres.",
        "b) Screw the planks to beams.",
        "• Roll the raft to the water.",
    ]
    inputs = [SummaryInput(number, number, "list", text) for number, text in enumerate(steps)]
    assert [s.text for s in summarised(inputs).sentences] == [
        "Saw six planks of two metres.",
        "Screw the planks to beams.",
        "Roll the raft to the water.",
    ]


def test_unsound_translations_are_used_only_if_there_is_nothing_else() -> None:
    sound = SummaryInput(2, 1, "text", "The ferry to Texel sails again on Friday.", sound=True)
    unsound = SummaryInput(1, 1, "text", "The ferry sails sails sails ferry Texel Friday.", sound=False)
    assert [s.sources for s in summarised([unsound, sound]).sentences] == [(2,)]
    assert [s.sources for s in summarised([unsound]).sentences] == [(1,)]


def test_a_doubtful_translation_gives_way_but_not_at_the_price_of_the_news() -> None:
    def chosen(second: str, *doubts: float) -> tuple[int, ...]:
        texts = ("The ferry to Texel sails again on Friday.", second, "Soup was served to the crew.")
        inputs = [
            SummaryInput(n, 1, "text", text, doubt=doubt)
            for n, (text, doubt) in enumerate(zip(texts, doubts, strict=True), start=1)
        ]
        return summarised(inputs, 1).sentences[0].sources

    equal = "The ferry to Texel sails again this Friday morning, the ferry company says."
    assert chosen(equal, 0, 0, 0) == (1,)
    assert chosen(equal, 1, 0, 0) == (2,)
    assert chosen(equal, 0.5, 0, 0) == (1,)
    assert chosen(equal, 1, 1, 0) == (1,)
    assert chosen("Gulls circled over the quiet dunes.", 1, 0, 0) == (1,)


def test_the_title_is_looked_for_in_the_dutch() -> None:
    """The English calls the mills by two names, and has neither in its title."""
    pairs = [
        ("De raad van Sneek vergaderde maandagavond lang.", "The council of Sneek met for long on Monday."),
        ("Er was soep en brood voor de leden van de raad.", "There was soup for members of the council."),
        ("Drie verrotte molens in Sneek worden gesloopt.", "Three rotten grinders in Sneek will be broken."),
        ("Buren vinden het jammer van de molens.", "Neighbours think it a pity about the windbags."),
    ]
    inputs = [SummaryInput(n, 1, "text", en, nl) for n, (nl, en) in enumerate(pairs, start=1)]

    def best(title_nl: str) -> str:
        return summarise(
            inputs,
            title_en="Council breaks mills",
            title_nl=title_nl,
            sentences_wanted=1,
            method="extractive",
            summariser=None,
        ).text

    assert best("Verrotte molen weg") == pairs[2][1]
    assert best("Raad vergaderde lang") == pairs[0][1]


def test_a_dateline_is_left_out_of_the_sentence() -> None:
    summary = extractive("AMSTERDAM (ANP) - The tram to the harbour stops running in May.", 1)
    assert summary.text == "The tram to the harbour stops running in May."


KINDS: list[ParagraphKind] = ["heading", "text", "list"]
SENTENCES = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.text(alphabet=st.sampled_from(list("aeT.?!\"“”'’:; |\t1")), max_size=40)
        | st.sampled_from(
            ["He left.", "But why?", "“No,” said Kok.", "“Never.", "The town sold its mill.", "Read also:"]
        ),
        st.booleans(),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(SENTENCES, st.integers(1, 6))
def test_any_sentences_give_a_summary_made_of_them(
    sentences: list[tuple[ParagraphKind, str, bool]], wanted: int
) -> None:
    inputs = [
        SummaryInput(number, number // 3, kind, text, sound=sound)
        for number, (kind, text, sound) in enumerate(sentences, start=1)
    ]
    summary = summarised(inputs, wanted)
    ids = [sentence.sources for sentence in summary.sentences]
    assert len(ids) <= wanted
    assert ids == sorted(set(ids))
    for sentence in summary.sentences:
        (source,) = sentence.sources
        assert " ".join(inputs[source - 1].en.split()).endswith(sentence.text)
    assert bool(ids) == any(text.strip() for _, text, _ in sentences)
    assert len(ids) == wanted or codes(summary) == [WarningCode.SUMMARY_SHORT]
    assert summarised(inputs, wanted) == summary
