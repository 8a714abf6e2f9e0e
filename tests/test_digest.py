"""The pipeline as a whole, with scripted models: what a digest promises, whatever the article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.scripted import ScriptedSummariser, ScriptedTranslator
from models.word_table import WordTable
from service.digest import Digester
from service.errors import EmptyArticleError, NotDutchError, TooLongError
from service.render import to_json
from service.result import Article, Digest, Options
from service.text.warnings import WarningCode

ARTICLE = """Gemeente Veenoord sluit oude brug

De gemeente Veenoord sluit de Kerkbrug vanaf 12 mei voor al het verkeer. Dat heeft wethouder Jan Smit
dinsdag bekendgemaakt.

‘De brug is niet meer veilig’, zegt Smit. ‘Wij kunnen dit niet langer verantwoorden.’

Kosten

De vervanging kost 3,2 miljoen euro. Volgens de gemeente is de nieuwe brug over twee jaar klaar.
"""

NASTY = st.text(
    alphabet=st.sampled_from(list("abcDE .,!?‘’“”\"'„«»-–\n\r\t\x00\u200b\u00a0😀É1:")), max_size=300
)


@pytest.fixture
def digester() -> Digester:
    return Digester(ScriptedTranslator())


def test_digest_of_an_article(digester: Digester) -> None:
    digest = digester.digest(Article(ARTICLE), Options())
    assert digest.title is not None
    assert digest.title.nl == "Gemeente Veenoord sluit oude brug"
    assert [p.kind for p in digest.paragraphs] == ["heading", "text", "text", "heading", "text"]
    assert [(q.nl, q.speaker) for q in digest.quotes] == [
        ("De brug is niet meer veilig", "Jan Smit"),
        ("Wij kunnen dit niet langer verantwoorden.", "Jan Smit"),
    ]
    assert all(ARTICLE[q.start : q.end] == q.nl for q in digest.quotes)
    assert digest.summary is not None
    ids = {s.id for p in digest.paragraphs for s in p.sentences}
    assert {source for s in digest.summary.sentences for source in s.sources} <= ids
    assert len(digest.summary.sentences) <= 3


@given(NASTY)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_and_offsets_hold(text: str) -> None:
    digester = Digester(ScriptedTranslator())
    try:
        digest = digester.digest(Article(text), Options(language="nl", indirect=True))
    except EmptyArticleError:
        assert not any(c.isalnum() for c in text)
        return
    sentences = [s for p in digest.paragraphs for s in p.sentences]
    assert [s.id for s in sentences] == list(range(1, len(sentences) + 1))
    covered: set[int] = set()
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.nl
        span = set(range(sentence.start, sentence.end))
        assert not span & covered
        covered |= span
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
    assert all(text[q.start : q.end] == q.nl for q in digest.quotes)
    assert to_json(digest, batch=True) == to_json(
        digester.digest(Article(text), Options(language="nl", indirect=True)), batch=True
    )


def test_a_translation_has_no_summary_and_no_quotes(digester: Digester) -> None:
    translation = digester.translate(Article(ARTICLE), Options())
    assert translation.summary is None
    assert translation.quotes == ()
    assert translation.paragraphs == digester.digest(Article(ARTICLE), Options()).paragraphs


def test_a_separate_title_is_translated_and_stays_out_of_the_paragraphs(digester: Digester) -> None:
    digest = digester.digest(Article("De brug blijft dicht.", title="Brug dicht"), Options())
    assert digest.title is not None
    assert digest.title.nl == "Brug dicht"
    assert [s.nl for p in digest.paragraphs for s in p.sentences] == ["De brug blijft dicht."]


@pytest.mark.parametrize("title", ["", "  ", "\x00", "\u200b\n"])
def test_a_blank_title_is_none(digester: Digester, title: str) -> None:
    assert digester.digest(Article(ARTICLE, title=title), Options()).title == (
        digester.digest(Article(ARTICLE), Options()).title
    )
    assert digester.digest(Article("De brug blijft dicht.", title=title), Options()).title is None


def test_a_title_is_read_as_a_sentence_is() -> None:
    translator = ScriptedTranslator()
    Digester(translator).digest(Article("De brug blijft dicht.", title="Brug\x00dicht\n nu"), Options())
    assert "Brug dicht nu" in [segment for segments, _ in translator.calls for segment in segments]


def test_a_title_over_the_limit_is_refused() -> None:
    digester = Digester(ScriptedTranslator(), max_chars=30)
    with pytest.raises(TooLongError, match="The title has 31 characters; the limit is 30"):
        digester.digest(Article("De brug blijft dicht.", title="a" * 31), Options())


def test_what_is_doubtful_about_the_title_is_told() -> None:
    translator = ScriptedTranslator({"De oude brug gaat dicht": "is is is is is is is is is is"})
    article = Article("De brug blijft dicht.", title="De oude brug gaat dicht")
    digest = Digester(translator).translate(article, Options())
    [warning] = digest.warnings
    assert (warning.code, warning.sentence) == (WarningCode.UNTRANSLATED, None)
    assert warning.detail.startswith("In the title: ")


def test_html_offsets_refer_to_the_source(digester: Digester) -> None:
    page = "<h1>Brug dicht</h1><script>var x = 'nee';</script><p>‘De brug is stuk’, zegt Jan Smit.</p>"
    digest = digester.digest(Article(page, format="html"), Options(language="nl"))
    assert digest.source is not None
    assert "var x" not in digest.source
    assert [digest.source[q.start : q.end] for q in digest.quotes] == ["De brug is stuk"]


def test_the_id_depends_on_text_and_settings(digester: Digester) -> None:
    article, options = Article("De brug blijft dicht."), Options()
    same = digester.digest(article, options).id
    assert same == digester.digest(article, options).id
    others = [
        digester.digest(Article("De brug gaat open."), options),
        digester.digest(article, replace(options, summary_sentences=2)),
        digester.digest(article, replace(options, glossary=(("brug", "bridge"),))),
    ]
    assert same not in {other.id for other in others}


def test_the_id_depends_on_the_kind_of_answer_and_on_the_summariser() -> None:
    def digest(summariser: ScriptedSummariser | None) -> str:
        return Digester(ScriptedTranslator(), summariser).digest(article, Options()).id

    article = Article(ARTICLE * 3)  # long enough to be summarised in words of the model's own
    translation = Digester(ScriptedTranslator()).translate(article, Options()).id
    one, other = ScriptedSummariser(name="one"), ScriptedSummariser(name="other")
    assert len({translation, digest(None), digest(one), digest(other)}) == 4
    assert digest(one) == digest(ScriptedSummariser(name="one"))


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01\u200b"])
def test_an_empty_article_is_refused(digester: Digester, text: str) -> None:
    with pytest.raises(EmptyArticleError):
        digester.digest(Article(text), Options())


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLongError):
        Digester(ScriptedTranslator(), max_chars=10).digest(Article("De brug blijft dicht."), Options())


def test_a_page_is_measured_by_its_text() -> None:
    digester = Digester(ScriptedTranslator(), max_chars=100)

    def digest(page: str) -> Digest:
        return digester.digest(Article(page, format="html"), Options(language="nl"))

    assert (
        digest(f"<script>{'x' * 900}</script><p>De brug blijft dicht.</p>").source == "De brug blijft dicht."
    )
    with pytest.raises(TooLongError, match="The text has 119 characters; the limit is 100"):
        digest(f"<p>{'De brug is. ' * 10}</p>")
    with pytest.raises(TooLongError, match="The page has 1,020 characters; the limit is 1,000"):
        digest(f"<style>{'x' * 996}</style><p>Ja</p>")
    with pytest.raises(EmptyArticleError):
        digest("<p> </p>")


def test_what_is_doubtful_about_the_whole_article_reaches_the_answer(digester: Digester) -> None:
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
    page = f"{menu}<article><p>12 – 14</p></article>"
    for answer in (
        digester.digest(Article(page, format="html"), Options()),
        digester.translate(Article(page, format="html"), Options()),
    ):
        codes = [warning["code"] for warning in to_json(answer)["warnings"]]
        assert codes == ["blocks_dropped", "language_unsure"]


def test_marks_in_a_quotation_over_several_sentences_are_inner_ones(digester: Digester) -> None:
    text = (
        'Het regent al dagen. "Wij blijven hier wonen. '
        "Wij noemen dit dorp 'thuis' en gaan niet weg\", zegt Bea Molen."
    )
    (paragraph,) = digester.digest(Article(text), Options()).paragraphs
    assert "‘" in paragraph.sentences[2].en
    assert "“" not in paragraph.sentences[2].en


def test_english_is_refused_unless_dutch_is_insisted_on(digester: Digester) -> None:
    english = "The council has decided to close the old bridge for all traffic from next week, because " * 3
    with pytest.raises(NotDutchError) as refusal:
        digester.digest(Article(english), Options())
    assert refusal.value.language == "en"
    assert digester.digest(Article(english), Options(language="nl")).paragraphs


def test_one_word_is_a_digest(digester: Digester) -> None:
    digest = digester.digest(Article("Brug"), Options())
    assert [s.nl for p in digest.paragraphs for s in p.sentences] == ["Brug"]


def test_english_text_is_summarised_with_its_own_offsets(digester: Digester) -> None:
    text = "The bridge is closed. It will open in May. The mayor is glad."
    answer = digester.summarise(text, Options(summary_sentences=1))
    assert [text[s.start : s.end] for s in answer.sentences] == [
        "The bridge is closed.",
        "It will open in May.",
        "The mayor is glad.",
    ]
    assert len(answer.summary.sentences) == 1


def test_a_quotation_translated_alone_keeps_to_the_glossary_and_to_its_warnings() -> None:
    text = "‘De tram is vol’, zegt Smit, ‘en er komt een nieuwe lijn’."
    unmarked = "The streetcar is full, says Smit, and there comes a new line."
    loop = "and and and and and and and and"
    translator = ScriptedTranslator({text: unmarked, "en er komt een nieuwe lijn": loop})
    options = Options(language="nl", glossary=(("tram", "streetcar"),))
    digest = Digester(translator).digest(Article(text), options)
    assert "streetcar" in digest.quotes[0].en
    alone = digest.quotes[1]
    assert [(w.code, w.sentence) for w in alone.warnings] == [(WarningCode.UNTRANSLATED, None)]
    assert alone.en_confidence == "low"
    assert digest.warnings == ()


def test_a_quotation_shares_the_warnings_of_its_sentences() -> None:
    text = "‘De brug gaat niet open. Dat is jammer’, zegt wethouder Smit."
    digest = Digester(
        ScriptedTranslator(
            {
                "‘De brug gaat niet open.": "“The bridge is opening.",
                "Dat is jammer’, zegt wethouder Smit.": "That is a pity”, says alderman Smit.",
            }
        )
    ).digest(Article(text), Options(language="nl"))
    [quote] = digest.quotes
    assert quote.en == "The bridge is opening. That is a pity"
    assert {w.sentence for w in quote.warnings} == {1}
    assert WarningCode.NEGATION_DIFFERS in {w.code for w in quote.warnings}
    sentences = [s for paragraph in digest.paragraphs for s in paragraph.sentences]
    assert quote.en_confidence == sentences[0].confidence != "high"


def test_a_speaker_without_a_name_has_an_english_and_is_translated_once() -> None:
    text = (
        "‘De brug is stuk’, zegt een molenaar. ‘Dat is jammer’, zegt Jan Smit. "
        "‘Wij gaan weg’, zegt een oude boer uit de stad. ‘Het is te laat’, zegt een sterke agent."
    )
    rows = "molenaar miller 90; een an 90; oude old 90; boer farmer 80; uit from 90; de the 90; stad city 90"
    translator = ScriptedTranslator(
        {
            "‘De brug is stuk’, zegt een molenaar.": "“The bridge is broken”, says a miller.",
            "een oude boer uit de stad": "an old farmer from the city",
            "een sterke agent": "is is is is is is is is is",
        },
        log_probability=-0.05,
        words=WordTable(rows.split("; ")),
    )
    quotes = Digester(translator).digest(Article(text), Options(language="nl")).quotes
    assert [(q.speaker, q.speaker_en) for q in quotes] == [
        ("een molenaar", "a miller"),
        ("Jan Smit", None),
        ("een oude boer uit de stad", "an old farmer from the city"),
        ("een sterke agent", None),
    ]
    asked = [segment for segments, _ in translator.calls for segment in segments]
    assert asked.count("een oude boer uit de stad") == 1
    assert "een molenaar" not in asked
    assert "Jan Smit" not in asked


def test_a_speaker_is_translated_in_one_batch_with_the_quotations_that_are_alone() -> None:
    text = "‘De tram is vol’, zegt een oude boer, ‘en er komt een nieuwe lijn’."
    translator = ScriptedTranslator(
        {text: "The tram is full, says an old farmer, and there comes a new line."}
    )
    Digester(translator).digest(Article(text), Options(language="nl"))
    alone = {"een oude boer", "De tram is vol", "en er komt een nieuwe lijn"}
    assert any(alone == set(segments) for segments, _ in translator.calls)
