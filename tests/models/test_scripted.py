from __future__ import annotations

import pytest

from models.interfaces import Decoding
from models.scripted import ScriptedSummariser, ScriptedTranslator


def test_pseudo_english_keeps_names_numbers_and_marks() -> None:
    (found,) = ScriptedTranslator().translate(
        ["De minister zei: ‘Niet in Assen.’ Het kost € 1.500,75."], Decoding()
    )
    assert found[0].text == "The minister said: ‘Not in Assen.’ The kost € 1,500.75."


def test_answers_win_and_a_retry_may_succeed() -> None:
    retry = Decoding(no_repeat_ngram_size=3)
    translator = ScriptedTranslator(
        {"Ja.": "Yes yes yes.", ("Ja.", retry): ["Yes.", "Yeah."], "Nee.": OSError("x")}
    )
    assert translator.translate(["Ja."], Decoding())[0][0].text == "Yes yes yes."
    assert [h.text for h in translator.translate(["Ja."], Decoding(4, 2, 3))[0]] == ["Yes yes yes."]
    assert [h.text for h in translator.translate(["Ja."], retry)[0]] == ["Yes."]
    with pytest.raises(OSError, match="x"):
        translator.translate(["Nee."], Decoding())
    assert len(translator.calls) == 4


def test_too_long_is_refused_and_behaviour_shows_in_the_fingerprint() -> None:
    with pytest.raises(ValueError, match="3 tokens"):
        ScriptedTranslator(max_source_tokens=2).translate(["een twee drie"], Decoding())
    assert ScriptedTranslator().card == ScriptedTranslator().card
    assert ScriptedTranslator({"Ja.": "Yes."}).card.fingerprint != ScriptedTranslator().card.fingerprint


def test_summariser_keeps_whole_sentences() -> None:
    summariser = ScriptedSummariser({"Given.": "Told."})
    assert summariser.summarise(["One two. Three four. Five.", "Given."], max_tokens=4) == [
        "One two. Three four.",
        "Told.",
    ]
