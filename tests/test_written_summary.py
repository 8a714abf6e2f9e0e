"""Written summaries: each sentence rests on the article, and nothing is invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.scripted import ScriptedSummariser
from service.result import SummaryMethod
from service.summary import split_english, summarise
from service.text.summarising.support import Citations, Source, unsupported
from service.text.warnings import WarningCode
from service.written_summary import divide, finished_sentences
from tests.summaries import ARTICLE, codes, extractive, written


def test_a_written_sentence_cites_what_it_rests_on() -> None:
    summary = written(
        "The harbour bridge in Delfzijl stays closed until June. Mayor Bram Smit wants a ferry for cyclists."
    )
    assert summary.method == "abstractive"
    assert [s.replaced for s in summary.sentences] == [False, False]
    assert summary.sentences[0].sources == (2,)
    assert 8 in summary.sentences[1].sources
    assert summary.warnings == ()


@pytest.mark.parametrize(
    "invented",
    [
        "The harbour bridge in Groningen will stay closed until June.",
        "The harbour bridge in Delfzijl will stay closed until July.",
        "Repairing the pillars will cost 40 million euros.",
        "A freighter hit the bridge on 21 March.",
        "“The bridge is finished,” said Kok.",
        "“We are sorry for the damage to the bridge,” said Smit.",
        "Bram Kok wants a ferry for cyclists.",
        "Repairing the pillars will not cost 4 million euros.",
        "A whale swam through a quiet wedding while nurses danced.",
    ],
)
def test_what_is_not_in_the_article_is_replaced_and_said(invented: str) -> None:
    summary = written(f"Cyclists in Delfzijl now make a detour of 9 kilometres. {invented}")
    kept, replaced = summary.sentences
    assert not kept.replaced
    assert replaced.replaced
    assert replaced.text in " ".join(ARTICLE.split())
    assert len(replaced.sources) == 1
    assert replaced.sources != kept.sources
    assert codes(summary) == [WarningCode.SUMMARY_REPLACED]
    assert invented not in summary.text


@pytest.mark.parametrize(
    "faithful",
    [
        "“We are sorry for the damage to the bridge,” Anna Kok said.",
        "Divers found cracks in two pillars after a freighter hit the bridge on 12 March.",
        "The repair will cost four million euros, the port authority expects.",
    ],
)
def test_what_is_in_the_article_stays(faithful: str) -> None:
    assert [s.text for s in written(faithful).sentences] == [faithful]


def test_an_unfinished_last_sentence_is_dropped() -> None:
    summary = written("The harbour bridge in Delfzijl stays closed until June. Mayor Bram Smit wants a")
    assert summary.text == "The harbour bridge in Delfzijl stays closed until June."
    assert finished_sentences("One whole sentence. “A second one.” And then") == [
        "One whole sentence.",
        "“A second one.”",
    ]


@pytest.mark.parametrize("answer", ["", "half a sentence without", "..."])
def test_a_model_without_a_sentence_leaves_the_extractive_summary(answer: str) -> None:
    assert written(answer).method == "extractive"
    assert written(answer) == extractive(ARTICLE)
    assert codes(written(answer, method="abstractive")) == [WarningCode.SUMMARY_EXTRACTED]


def test_no_more_sentences_are_written_than_wanted() -> None:
    answer = "Mayor Bram Smit wants a ferry. A freighter hit the bridge. Divers found cracks in two pillars."
    assert len(written(answer, 2).sentences) == 2


def test_short_articles_are_never_written_about() -> None:
    model = ScriptedSummariser()
    inputs = split_english("The dike in Marken broke on Sunday night. Nobody was hurt in Marken.")[0]
    summary = summarise(inputs, title_en=None, sentences_wanted=2, method="abstractive", summariser=model)
    assert summary.method == "extractive"
    assert codes(summary) == [WarningCode.SUMMARY_EXTRACTED]
    assert model.calls == []


@pytest.mark.parametrize(
    ("method", "expected"),
    [("auto", []), ("extractive", []), ("abstractive", [WarningCode.SUMMARY_EXTRACTED])],
)
def test_who_asked_for_a_written_summary_is_told_that_nothing_can_write(
    method: SummaryMethod, expected: list[WarningCode]
) -> None:
    inputs = split_english(ARTICLE)[0]
    summary = summarise(inputs, title_en=None, sentences_wanted=3, method=method, summariser=None)
    assert summary.sentences == extractive(ARTICLE).sentences
    assert codes(summary) == expected


def test_a_short_and_unwritten_summary_has_both_warnings() -> None:
    inputs = split_english("The dike in Marken broke on Sunday night.")[0]
    summary = summarise(inputs, title_en=None, sentences_wanted=2, method="abstractive", summariser=None)
    assert codes(summary) == [WarningCode.SUMMARY_EXTRACTED, WarningCode.SUMMARY_SHORT]


def test_a_long_article_reaches_the_model_whole_and_in_fitting_pieces() -> None:
    text = " ".join(f"Town number {n} in the north has sold its old mill to Anna Kok." for n in range(60))
    model = ScriptedSummariser(max_source_tokens=100)
    summary = summarise(
        split_english(text)[0], title_en=None, sentences_wanted=1, method="auto", summariser=model
    )
    first_pass = " ".join(model.calls[0][0])
    assert first_pass == text
    assert all(len(chunk.split()) <= 100 for call, _ in model.calls for chunk in call)
    assert len(model.calls) > 1
    assert len(summary.sentences) == 1


@given(
    st.lists(st.lists(st.text(alphabet="ab", min_size=1, max_size=12), min_size=1, max_size=9), max_size=9),
    st.integers(3, 12),
)
def test_dividing_loses_nothing_and_fits(sentences: list[list[str]], limit: int) -> None:
    def count(texts: Sequence[str]) -> list[int]:
        return [len(text.replace(" ", "")) for text in texts]

    chunks = divide([" ".join(each) for each in sentences], limit, count)
    assert "".join(chunks).replace(" ", "") == "".join(word for each in sentences for word in each)
    assert all(length <= limit for length in count(chunks))


def test_names_may_be_joined_from_several_sources_but_not_invented_by_it() -> None:
    sources = [Source("Anna Kok met Bram Smit in Assen."), Source("The U.S. envoy, Jan Vis, was late.")]
    assert unsupported("Kok and Smit met in Assen, where US envoy Vis was late.", sources) == ()
    assert unsupported("Anna Smit met Jan Vis.", sources) == ("Anna Smit",)


def test_a_citation_covers_what_was_merged() -> None:
    citations = Citations(
        ["The mill in Sneek burned down.", "Nobody knows why.", "Insurance pays two million for the loss."]
    )
    assert citations.cite("The burned mill in Sneek was insured: insurance pays two million.")[0] == (0, 2)
    assert citations.cite("Wholly other matters.") == ((), 0.0)
