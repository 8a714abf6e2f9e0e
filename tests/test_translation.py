from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.interfaces import Decoding, Hypothesis, ModelError
from models.scripted import ScriptedTranslator, pseudo_english
from service.text.confidence import THRESHOLDS
from service.text.translating import segments
from service.text.warnings import WarningCode
from service.translation import WINDOW, Translated, translate_sentences

DECODING = Decoding()
NL = "De gemeente herstelt de oude brug over de rivier."
EN = "The municipality is repairing the old bridge over the river."
LOOP = "The bridge the bridge the bridge the bridge the bridge."
LOST = "The municipality of Zwolle repairs 3 bridges."


def codes(translated: Translated) -> set[WarningCode]:
    return {warning.code for warning in translated.warnings}


class ByDecoding(ScriptedTranslator):
    """Answers through a function of segment and decoding."""

    def __init__(self, answer, **options) -> None:  # type: ignore[no-untyped-def]
        super().__init__(**options)
        self._answer = answer

    def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        super().translate(segments, decoding)
        return [
            tuple(Hypothesis(text, -0.2) for text in self._answer(segment, decoding)) for segment in segments
        ]


def test_a_sound_translation_is_taken_at_once() -> None:
    translator = ScriptedTranslator({NL: EN})
    assert translate_sentences([NL], translator, DECODING) == [Translated(EN, "high")]
    assert translator.calls == [((NL,), DECODING)]


def test_a_word_that_the_model_takes_for_another_is_put_right_before_it_is_checked() -> None:
    nl, en = "Niemand weet waar de brug blijft.", "Niemand knows where the bridge is."
    (found,) = translate_sentences([nl], ScriptedTranslator({nl: en}), DECODING)
    assert found == Translated("Nobody knows where the bridge is.", "high")


def test_results_come_in_order_and_equal_segments_are_translated_once() -> None:
    texts = [f"De stad heeft nu {n % 50} mensen." for n in range(120)]
    translator = ScriptedTranslator()
    results = translate_sentences(texts, translator, DECODING)
    assert [result.en for result in results] == [pseudo_english(text) for text in texts]
    asked = [segment for segments, _ in translator.calls for segment in segments]
    assert len(asked) == len(set(asked)) == 50


def test_a_long_text_is_translated_window_by_window() -> None:
    texts = [f"De stad heeft nu {n} mensen." for n in range(WINDOW + 1)]
    translator = ScriptedTranslator()
    translate_sentences(texts, translator, DECODING)
    assert [len(segments) for segments, _ in translator.calls] == [WINDOW, 1]


@pytest.mark.parametrize(
    "text", ["***", "12-3", "– 🙂", "🅰🅱", "https://voorbeeld.nl/pad", "info@voorbeeld.nl", ""]
)
def test_what_has_no_words_passes_through_untouched(text: str) -> None:
    translator = ScriptedTranslator()
    assert translate_sentences([text], translator, DECODING) == [Translated(text, "high")]
    assert translator.calls == []


def test_capitals_are_translated_in_sentence_case_and_put_back() -> None:
    translator = ScriptedTranslator()
    (result,) = translate_sentences(["DE BRUG VAN DE STAD"], translator, DECODING)
    assert result.en == "THE BRUG OF THE CITY"
    assert translator.calls[0][0] == ("De brug van de stad",)


def test_a_loop_is_cured_by_a_later_step() -> None:
    guarded = ByDecoding(lambda s, d: [EN] if d.no_repeat_ngram_size else [LOOP])
    assert translate_sentences([NL], guarded, DECODING) == [Translated(EN, "high")]
    wider = ByDecoding(lambda s, d: [LOOP, EN] if d.hypotheses > 1 else [LOOP])
    assert translate_sentences([NL], wider, DECODING) == [Translated(EN, "high")]
    assert not any(decoding.no_repeat_ngram_size for _, decoding in wider.calls)


def test_clause_by_clause_is_the_last_resort() -> None:
    nl = "De burgemeester wil met de politie naar de school, maar de regering zegt dat het niet kan."
    translator = ByDecoding(lambda s, d: [LOOP] if s == nl else [pseudo_english(s)])
    (result,) = translate_sentences([nl], translator, DECODING)
    assert result.en == pseudo_english(nl)
    assert codes(result) == {WarningCode.SEGMENT_SPLIT}


def test_the_dutch_stands_there_when_nothing_is_sound() -> None:
    (result,) = translate_sentences([NL], ByDecoding(lambda s, d: [LOOP]), DECODING)
    assert (result.en, result.confidence, codes(result)) == (NL, "low", {WarningCode.UNTRANSLATED})
    assert '"the bridge" is repeated.' in result.warnings[0].detail


def test_a_doubt_is_translated_again_and_the_better_kept() -> None:
    nl = "De gemeente herstelt 3 bruggen bij Zwolle."
    worse = "The municipality repairs bridges."
    translator = ByDecoding(lambda s, d: [worse] if d.hypotheses == 1 else [worse, LOST])
    assert translate_sentences([nl], translator, DECODING) == [Translated(LOST, "high")]
    (result,) = translate_sentences([nl], ByDecoding(lambda s, d: [worse]), DECODING)
    assert result.en == worse
    assert result.confidence == "low"
    assert codes(result) == {WarningCode.NUMBERS_DIFFER, WarningCode.NAME_MISSING}
    assert all(warning.sentence is None for warning in result.warnings)


def test_of_two_doubtful_ones_the_better_keeps_more() -> None:
    nl = "De gemeente herstelt bruggen bij Zwolle, Kampen en Hattem."
    likely, fuller = (
        "The municipality repairs bridges at Zwolle.",
        "The bridges at Zwolle and Kampen are repaired.",
    )
    translator = ByDecoding(lambda s, d: [likely, fuller][: d.hypotheses])
    (result,) = translate_sentences([nl], translator, DECODING)
    assert result.en == fuller
    assert result.warnings[0].detail == "Not in the English: Hattem."


def test_wrong_numbers_and_names_are_put_right_one_after_the_other() -> None:
    nl = "In 2008 herstelde Tebbenstra 24.000 stenen."
    answers: dict[str | tuple[str, Decoding | str], str] = {
        nl: "In 208 Tebha repaired 24,00 stones.",
        (nl, "In 2008"): "In 2008 Tebha has repaired 24,00 stones.",
        (nl, "In 2008 Tebbenstra has"): "In 2008 Tebbenstra has repaired 24,00 stones.",
        (
            nl,
            "In 2008 Tebbenstra has repaired 24,000 stones",
        ): "In 2008 Tebbenstra has repaired 24,000 stones.",
    }
    (result,) = translate_sentences([nl], ScriptedTranslator(answers), DECODING)
    assert result == Translated("In 2008 Tebbenstra has repaired 24,000 stones.", "high")


def test_a_number_that_the_model_gets_wrong_again_ends_the_attempts() -> None:
    nl, en = "In 2008 was er regen.", "In 208 there was rain."

    class Stubborn(ScriptedTranslator):
        def complete(
            self, segments: Sequence[str], beginnings: Sequence[str], decoding: Decoding
        ) -> list[tuple[Hypothesis, ...]]:
            return self.translate(segments, decoding)

    translator = Stubborn({nl: en})
    (result,) = translate_sentences([nl], translator, DECODING)
    assert (result.en, codes(result)) == (en, {WarningCode.NUMBERS_DIFFER})
    assert len(translator.calls) == 3  # as set, wider, and once from the right number on


def test_only_the_failing_segment_is_tried_again() -> None:
    other = "De school is van de stad."
    translator = ScriptedTranslator({NL: LOOP})
    translate_sentences([NL, other], translator, DECODING)
    assert all(other not in segments for segments, _ in translator.calls[1:])


def test_confidence_follows_the_probability() -> None:
    def confidence(log_probability: float) -> str:
        translator = ScriptedTranslator({NL: EN}, log_probability=log_probability)
        return translate_sentences([NL], translator, DECODING)[0].confidence

    between = (THRESHOLDS.high + THRESHOLDS.low) / 2
    assert [confidence(p) for p in (-0.1, between, -1.9)] == ["high", "medium", "low"]


def test_an_engine_that_fails_is_not_hidden() -> None:
    with pytest.raises(ModelError, match="gone"):
        translate_sentences([NL], ScriptedTranslator({NL: ModelError("gone")}), DECODING)


def test_a_segment_beyond_the_positions_is_split_and_says_so() -> None:
    nl = ", ".join(f"de stad van de man op nummer {n}" for n in range(300))
    translator = ScriptedTranslator(max_source_tokens=50)
    (result,) = translate_sentences([nl], translator, DECODING)
    assert result.en == pseudo_english(nl)
    assert WarningCode.SEGMENT_SPLIT in codes(result)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab é.,;!?\n\t-“”‘’1A🙂", max_size=60), max_size=8))
def test_any_text_has_an_answer_and_no_character_is_lost(texts: list[str]) -> None:
    class Echo(ScriptedTranslator):
        def count_tokens(self, segments: Sequence[str]) -> list[int]:
            return [len(segment) for segment in segments]

        def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
            assert all(0 < len(segment) <= 10 for segment in segments)
            return [(Hypothesis(segment, -0.1),) for segment in segments]

    results = translate_sentences(texts, Echo(max_source_tokens=10), DECODING)
    for text, result in zip(texts, results, strict=True):
        wanted, found = (one.casefold().replace(" ", "") for one in (segments.normalise(text), result.en))
        assert found.replace("🙂", "") == wanted.replace("🙂", "")
        assert found.count("🙂") == wanted.count("🙂")


GLOSSARY = (("oude brug", "Old Bridge"),)


def test_the_hypothesis_with_the_glossary_term_is_chosen() -> None:
    first, second = "The municipality repairs the ancient bridge.", "The municipality repairs the Old Bridge."
    translator = ByDecoding(lambda s, d: [first, second][: d.hypotheses])
    (result,) = translate_sentences(
        ["De gemeente herstelt de oude brug."], translator, DECODING, glossary=GLOSSARY
    )
    assert result == Translated(second, "high")
    (result,) = translate_sentences(["De gemeente herstelt de oude brug."], translator, DECODING)
    assert result.en == first


def test_a_term_that_was_copied_is_replaced_and_nothing_else() -> None:
    nl = "De gemeente herstelt de oude brug."
    copied = "The municipality repairs the oude brug again."
    (result,) = translate_sentences([nl], ByDecoding(lambda s, d: [copied]), DECODING, glossary=GLOSSARY)
    assert result == Translated("The municipality repairs the Old Bridge again.", "high")


def test_a_term_that_is_missed_is_said_and_not_written_in() -> None:
    nl, en = "De gemeente herstelt de oude brug.", "The municipality repairs the ancient bridge."
    (result,) = translate_sentences([nl], ByDecoding(lambda s, d: [en]), DECODING, glossary=GLOSSARY)
    assert result.en == en
    assert [(w.code, w.detail) for w in result.warnings] == [
        (WarningCode.GLOSSARY_MISSED, '"oude brug" is not translated as "Old Bridge".')
    ]


def test_a_missed_term_is_begun_with_where_another_translation_of_it_stands() -> None:
    nl, term = "De gemeente herstelt de oude brug vandaag.", ("oude brug", "Old Bridge")
    begun = "The municipality repairs the Old Bridge"
    translator = ScriptedTranslator(
        {
            nl: "The municipality repairs the ancient bridge today.",
            "oude brug": "Ancient bridge",
            (nl, begun): (f"{begun} and the ancient bridge.", f"{begun} today."),
        },
        log_probability=-0.2,
    )
    (result,) = translate_sentences([nl], translator, DECODING, glossary=[term])
    assert result == Translated(f"{begun} today.", "high")


def test_a_term_too_long_to_be_translated_alone_is_missed() -> None:
    nl, term = "De gemeente herstelt de oude brug.", ("herstelt de oude brug", "mends Old Bridge")
    translator = ScriptedTranslator({nl: "The municipality repairs it."}, max_source_tokens=6)
    (result,) = translate_sentences([nl], translator, DECODING, glossary=[term])
    assert result.en == "The municipality repairs it."
    short = ScriptedTranslator(max_source_tokens=3)
    (result,) = translate_sentences([nl], short, DECODING, glossary=[term])
    assert [w.code for w in result.warnings][-1] is WarningCode.GLOSSARY_MISSED


def test_what_a_term_makes_improbable_is_not_the_models_doubt() -> None:
    class Improbable(ScriptedTranslator):
        def complete(
            self, segments: Sequence[str], beginnings: Sequence[str], decoding: Decoding
        ) -> list[tuple[Hypothesis, ...]]:
            return [(Hypothesis("The Old Bridge is open.", -5.0),) for _ in segments]

    nl = "De oude brug is open."
    translator = Improbable({nl: "The ancient bridge is open.", "oude brug": "Ancient bridge"})
    (result,) = translate_sentences([nl], translator, DECODING, glossary=GLOSSARY)
    assert result == Translated("The Old Bridge is open.", "high")


def test_a_glossary_may_rename_what_the_checks_would_miss() -> None:
    nl, en = "De trein naar Zwolle reed 3 keer.", "The train to Swolle Town ran 3 times."
    (result,) = translate_sentences(
        [nl], ByDecoding(lambda s, d: [en]), DECODING, glossary=[("Zwolle", "Swolle Town")]
    )
    assert result.warnings == ()


def test_cached_hypotheses_are_reported_as_such() -> None:
    class Cached(ScriptedTranslator):
        def translate(self, segments: Sequence[str], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
            made = super().translate(segments, decoding)
            return [tuple(replace(h, cached=True) for h in hypotheses) for hypotheses in made]

    (result,) = translate_sentences([NL], Cached({NL: EN}), DECODING)
    assert result.cached


def test_what_is_checked_is_what_is_shown() -> None:
    nl = "De raad sprak van 'straffen' en ging naar huis."
    translator = ScriptedTranslator({nl: "The council spoke of 'straffen' and went home."})
    (answer,) = translate_sentences([nl], translator, DECODING)
    assert codes(answer) == {WarningCode.NOT_ENGLISH}
