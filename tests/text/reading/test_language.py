"""The language gate, on passages written for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from service.errors import NotDutchError
from service.text.reading.language import check_language, detect
from service.text.warnings import WarningCode

DUTCH = (
    "De gemeente wil de oude kade vernieuwen, maar de bewoners van de buurt vrezen dat hun "
    "uitzicht verdwijnt. Volgens de wethouder komt er pas in het najaar een besluit, omdat de "
    "kosten nog niet bekend zijn."
)
ENGLISH = (
    "The council wants to rebuild the old quay, but people who live nearby are afraid that they "
    "will lose their view of the water. According to the mayor, no decision will be taken before "
    "autumn."
)
OTHERS = {
    "English": ENGLISH,
    "German": (
        "Die Gemeinde will den alten Kai erneuern, aber die Bewohner des Viertels fürchten, dass ihre "
        "Aussicht verschwindet. Laut dem Bürgermeister fällt erst im Herbst eine Entscheidung, weil "
        "die Kosten noch nicht bekannt sind und der Rat noch darüber reden muss."
    ),
    "Afrikaans": (
        "Die munisipaliteit wil die ou kaai vernuwe, maar die inwoners van die buurt is bang dat "
        "hulle hul uitsig gaan verloor. Volgens die burgemeester sal daar eers in die herfs besluit "
        "word, omdat die koste nog nie bekend is nie en die raad nog daaroor moet praat."
    ),
    "French": (
        "La commune veut rénover le vieux quai, mais les habitants du quartier craignent de perdre "
        "leur vue sur l'eau. Selon le maire, aucune décision ne sera prise avant l'automne, parce que "
        "les coûts ne sont pas connus."
    ),
    "Russian": (
        "Город хочет обновить старую набережную, но жители района боятся потерять вид на воду. По "
        "словам мэра, решение будет принято только осенью, потому что расходы пока неизвестны и совет "
        "ещё должен это обсудить."
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_refused_by_name(name: str) -> None:
    with pytest.raises(NotDutchError) as caught:
        check_language(OTHERS[name], "auto")
    assert name in str(caught.value)
    assert caught.value.confidence >= 0.8


@pytest.mark.parametrize("name", OTHERS)
def test_the_sender_may_insist(name: str) -> None:
    verdict = check_language(OTHERS[name], "nl")
    assert (verdict.code, verdict.confidence, verdict.warnings) == ("nl", 1.0, ())


@pytest.mark.parametrize(
    "text",
    [
        DUTCH,
        DUTCH + " “We will never give up that view”, said an angry neighbour in English. " + DUTCH,
        DUTCH.upper(),
        DUTCH + " https://www.example.com/the-english-words-in-this-address-do-not-count-at-all",
    ],
    ids=["plain", "English quotation", "capitals", "address"],
)
def test_dutch_passes_without_a_warning(text: str) -> None:
    verdict = check_language(text, "auto")
    assert verdict.code == "nl"
    assert verdict.confidence >= 0.8
    assert verdict.warnings == ()


@pytest.mark.parametrize("text", [DUTCH + " " + ENGLISH, ENGLISH + " " + DUTCH, (DUTCH + ENGLISH) * 20])
def test_half_dutch_passes_with_a_warning(text: str) -> None:
    assert [w.code for w in check_language(text, "auto").warnings] == [WarningCode.LANGUAGE_UNSURE]


@pytest.mark.parametrize(
    "text", ["Hello there, my dear friends", "Die man is hier", "12 + 5 = 17", "😀", "Waterloo"]
)
def test_a_short_text_is_never_refused(text: str) -> None:
    assert [w.code for w in check_language(text, "auto").warnings] == [WarningCode.LANGUAGE_UNSURE]


def test_nineteen_words_pass_and_twenty_do_not() -> None:
    words = ENGLISH.split()
    check_language(" ".join(words[:19]), "auto")
    with pytest.raises(NotDutchError):
        check_language(" ".join(words[:20]), "auto")


def test_the_whole_of_a_long_text_counts() -> None:
    scores = detect(DUTCH * 100 + ENGLISH * 100).scores
    assert 0.3 < scores["nl"] < 0.7
    assert 0.3 < scores["en"] < 0.7


def test_same_text_same_answer_from_any_thread() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(map(str, pool.map(detect, [DUTCH] * 32))) == {str(detect(DUTCH))}


def test_characters_that_no_encoding_takes() -> None:
    assert detect("\ud800\x00 " + DUTCH).code == "nl"


def test_one_word_without_end() -> None:
    assert detect("a" * 300_000 + " " + DUTCH).code == "nl"


def test_foreign_names_do_not_make_a_text_foreign() -> None:
    text = (
        "Gisteren reisde de delegatie van Windhoek via Swakopmund en Walvis Bay naar Gobabis, waar "
        "Hifikepunye Pohamba en Saara Kuugongelwa haar bij de grens met Botswana opwachtten."
    )
    assert check_language(text, "auto").code == "nl"
