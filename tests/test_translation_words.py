"""Lost words of the Dutch: the search goes on from their translation, where that is better."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.interfaces import Decoding
from models.scripted import ScriptedTranslator
from models.word_table import WordTable
from service.text.confidence import THRESHOLDS
from service.text.translating import segments
from service.translation import translate_sentences

DECODING = Decoding()
NL = "Het was een grote schande voor de stad."
WRONG = "It was a big shrimp for the town."
RIGHT = "It was a big shame for the town."
WORDS = WordTable(
    [
        "#nl het was een voor de",
        "#en it was a for the",
        *("het it 90", "was was 90", "een a 90", "voor for 90", "de the 90"),
        *("grote big 90", "schande shame 60", "stad town 90"),
    ]
)


def test_the_search_goes_on_from_a_word_that_was_lost() -> None:
    translator = ScriptedTranslator({NL: WRONG, (NL, "It was a big shame"): RIGHT}, words=WORDS)
    (result,) = translate_sentences([NL], translator, DECODING)
    assert result.en == RIGHT
    assert len(translator.calls) == 2


def test_what_accounts_for_fewer_words_does_not_replace_it() -> None:
    worse = "It was a big shame, it was."
    translator = ScriptedTranslator({NL: WRONG, (NL, "It was a big shame"): worse}, words=WORDS)
    (result,) = translate_sentences([NL], translator, DECODING)
    assert result.en == WRONG
    assert len(translator.calls) == 2, "and the same word is not tried again"


@pytest.mark.parametrize("wrong", ["Happy", "Fortunately"])
def test_each_of_two_translations_is_tried(wrong: str) -> None:
    words = WordTable(
        ["#nl het", "#en it", "gelukkig happy 26 fortunately 24", "regent rains 90", "het it 90"]
    )
    nl = "Gelukkig regent het."
    answers = {nl: "Unhappily, it rains."}
    answers |= {(nl, word): f"{word}, it rains." for word in ("Happy", "Fortunately")}
    translator = ScriptedTranslator(answers | {(nl, wrong): f"{wrong}, it is there."}, words=words)
    (result,) = translate_sentences([nl], translator, DECODING)
    assert result.en.endswith(", it rains.")
    assert not result.en.startswith((wrong, "Un"))


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_good_sentence_is_translated_once(words: WordTable | None) -> None:
    translator = ScriptedTranslator({NL: RIGHT}, words=words)
    assert translate_sentences([NL], translator, DECODING)[0].en == RIGHT
    assert len(translator.calls) == 1


def test_a_draft_and_a_checkpoint_without_a_table_go_without() -> None:
    answers = {NL: WRONG, (NL, "It was a big shame"): RIGHT}
    for translator, beam in ((ScriptedTranslator(answers), 4), (ScriptedTranslator(answers, words=WORDS), 1)):
        (result,) = translate_sentences([NL], translator, replace(DECODING, beam_size=beam))
        assert result.en == WRONG


def test_a_term_of_the_reader_is_kept() -> None:
    """With a glossary its words decide, not the table's."""
    translator = ScriptedTranslator({NL: WRONG, (NL, "It was a big shame"): RIGHT}, words=WORDS)
    (result,) = translate_sentences([NL], translator, DECODING, glossary=[("schande", "shrimp")])
    assert result.en == WRONG
    assert len(translator.calls) == 1


def test_what_was_flagged_may_not_be_left_out_instead() -> None:
    flagged, silent = "It was a big grotemens for the town.", "It was a shame."
    translator = ScriptedTranslator({NL: flagged, (NL, "It was a big shame"): silent}, words=WORDS)
    (result,) = translate_sentences([NL], translator, DECODING)
    assert result.en == flagged


def test_a_headline_in_capitals_goes_without() -> None:
    """Its names cannot be told from words."""
    shouted = NL.upper()
    given = segments.sentence_case(shouted)
    translator = ScriptedTranslator({given: WRONG, (given, "It was a big shame"): RIGHT}, words=WORDS)
    (result,) = translate_sentences([shouted], translator, DECODING)
    assert result.en == WRONG.upper()


def test_confidence_is_less_where_words_are_lost() -> None:
    sure = THRESHOLDS.high + 0.01
    right, wrong = (
        translate_sentences([NL], ScriptedTranslator({NL: en}, log_probability=sure, words=WORDS), DECODING)[
            0
        ]
        for en in (RIGHT, "They are all of them.")
    )
    assert (right.confidence, wrong.confidence) == ("high", "low")
    unknown = ScriptedTranslator({NL: "They are all of them."}, log_probability=sure)
    assert translate_sentences([NL], unknown, DECODING)[0].confidence == "high"
