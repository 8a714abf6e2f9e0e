from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.confidence import THRESHOLDS, classify
from service.text.translating.checks import Degree, Finding, check
from service.text.translating.clauses import split_clauses
from service.text.translating.glossary import missing, relevant, replace_copied
from service.text.translating.segments import addresses, has_words, is_shouted, normalise, sentence_case
from service.text.warnings import WarningCode

LONG_NL = "De gemeenteraad besloot na een lang debat dat de oude brug over de rivier toch wordt hersteld."
LONG_EN = "After a long debate the council decided that the old bridge over the river will be repaired."


def codes(findings: tuple[Finding, ...]) -> set[WarningCode]:
    return {finding.code for finding in findings}


def fatal(nl: str, en: str) -> set[WarningCode]:
    return {finding.code for finding in check(nl, en, 0.0) if finding.degree is Degree.FATAL}


def test_a_sound_translation_has_no_findings() -> None:
    assert check(LONG_NL, LONG_EN, -0.3) == ()


@pytest.mark.parametrize(
    "en",
    [
        "The bridge is is is is is is old.",
        "The council said that the council said that the council said that the council said that.",
        "The council decided lalalalalalalalalala.",
        "The bridge costs 1900000000000000000 euros.",
        "the old bridge, and the old bridge, or the old bridge, but the old bridge, so the old bridge again",
    ],
)
def test_a_loop_is_fatal(en: str) -> None:
    assert WarningCode.REPETITION in fatal(LONG_NL, en)


@pytest.mark.parametrize(
    ("nl", "en", "loops"),
    [
        ("Het kost 755.688 euro.", "It costs 7,557,568,682,020,520,757 euros.", True),
        ("Dat is duizend miljard.", "That is 1,000,000,000,000.", False),
        ("Rekening 12345678901234567890.", "Account 12345678901234567890.", False),
    ],
)
def test_a_number_without_end_is_a_loop(nl: str, en: str, loops: bool) -> None:
    assert (WarningCode.REPETITION in fatal(nl, en)) is loops


@pytest.mark.parametrize(
    ("nl", "en", "again"),
    [
        ("Hij staat in de kamer.", "He stands in the the room.", "the the"),
        (
            "De brug achter Zwolle is dicht.",
            "The bridge Beyond Zwolle beyond Zwolle is shut.",
            "Beyond Zwolle beyond Zwolle",
        ),
        ("Dat is jammer, zegt de sluiswachter.", "That is a pity, says, says the lock-keeper.", "says, says"),
        ("Het is heel, heel erg.", "It is very, very, very bad.", "very, very, very"),
        ("De kant van de brug is rood.", "The side of the side is red.", "side of the side"),
        ("Het water staat nog laag.", "The water is low as low now.", "low as low"),
        (
            "De regio wacht op geld.",
            "The region waits in regions or regions.",
            "region waits in regions or regions",
        ),
    ],
)
def test_a_stutter_is_worth_another_translation(nl: str, en: str, again: str) -> None:
    (finding,) = check(nl, en, 0.0)
    assert (finding.code, finding.degree) == (WarningCode.REPETITION, Degree.DOUBT)
    assert f'"{again}"' in finding.detail


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Hij zei dat dat waar was.", "He said that that was true."),
        ("Zij had het gehad.", "She had had it."),
        ("Het is een groot, groot huis.", "It is a big, big house."),
        ("Waar heeft zij om gevraagd?", "What did she ask for for her birthday?"),
        ("Het werd steeds groter.", "It became bigger and bigger."),
        ("Dat is voor iedereen voordelig.", "That is win-win for everyone."),
        ("Hij blijft. Blijven is moeilijk.", "He stays. Stays are hard."),
        ("Drinkwater, zeewater en grondwater.", "Drinking water, sea water and ground water."),
        ("De stand was gelijk.", "The score was 2 2."),
        ("Hij bleef maar lopen.", "He walked and walked and walked."),
        ("Zij horen bij de top.", "They are the best of the best."),
    ],
)
def test_what_english_says_twice_by_itself_is_no_stutter(nl: str, en: str) -> None:
    assert WarningCode.REPETITION not in codes(check(nl, en, 0.0))


def test_repetition_of_the_source_may_be_repeated() -> None:
    assert (
        check("Nee, nee, nee, nee, nee, dat kan niet.", "No, no, no, no, no, that is not possible.", 0.0)
        == ()
    )
    assert check("Heel, heel erg.", "Very, very much.", 0.0) == ()


@pytest.mark.parametrize("en", ["", "  ", "The council.", LONG_EN + " " + LONG_EN[::-1] * 3])
def test_an_impossible_length_is_fatal(en: str) -> None:
    assert WarningCode.LENGTH_RATIO in fatal(LONG_NL, en)


def test_a_doubtful_length_is_no_more_than_a_doubt() -> None:
    (finding,) = check(LONG_NL, "The council decided that the bridge is repaired.", 0.0)
    assert (finding.code, finding.degree) == (WarningCode.LENGTH_RATIO, Degree.DOUBT)


def test_the_dutch_again_is_fatal_but_names_may_stay() -> None:
    assert fatal(LONG_NL, LONG_NL) == {WarningCode.COPIED}
    assert fatal(LONG_NL, LONG_NL.replace("besloot", "decided")) == {WarningCode.COPIED}
    assert check("Premier League", "Premier League", 0.0) == ()
    assert check("Jan Jansen, Rotterdam", "Jan Jansen, Rotterdam", 0.0) == ()


@pytest.mark.parametrize(
    ("nl", "en", "degree", "detail"),
    [
        (
            "Hij is open 🎉.",
            "It is open \ufffd\ufffd x.",
            Degree.FATAL,
            "A character of the English cannot be read.",
        ),
        ("Hij is open 🎉.", "It is open 🎽.", Degree.DOUBT, "Not in the Dutch: 🎽."),
        ("Dit is Ελλάδα.", "This is Ελλάδσα.", Degree.DOUBT, "Not in the Dutch: Ελλάδσα."),
    ],
)
def test_a_character_that_is_none_or_another_is_found(nl: str, en: str, degree: Degree, detail: str) -> None:
    assert Finding(WarningCode.NOT_ENGLISH, detail, degree) in check(nl, en, 0.0)


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Hij is open 🎉.", "It is open 🎉."),
        ("Hij is open 🎉.", "It is open."),
        ("Dit is \ufffd nu.", "This is \ufffd now."),
        ("Het kost 5 dollar, min 3.", "It costs US$5, −3."),
        ("Het is Žižek in Łódź.", "It is Žižek in Łódź."),
    ],
)
def test_characters_of_the_dutch_and_signs_may_stand_there(nl: str, en: str) -> None:
    assert WarningCode.NOT_ENGLISH not in codes(check(nl, en, 0.0))


def test_an_improbable_translation_is_found() -> None:
    assert codes(check(LONG_NL, LONG_EN, THRESHOLDS.improbable - 0.1)) == {WarningCode.LOW_PROBABILITY}
    assert check(LONG_NL, LONG_EN, THRESHOLDS.improbable) == ()


def test_each_fact_has_its_code() -> None:
    nl = "‘Kost het in Zwolle geen 3 euro?’ vroeg hij aan info@voorbeeld.nl."
    assert codes(check(nl, "It costs nought there, he told them all today.", 0.0)) == {
        WarningCode.NUMBERS_DIFFER,
        WarningCode.TIME_DIFFERS,
        WarningCode.NAME_MISSING,
        WarningCode.ADDRESS_MISSING,
        WarningCode.NEGATION_DIFFERS,
        WarningCode.QUESTION_DIFFERS,
        WarningCode.QUOTES_DIFFER,
    }


def test_classes_of_confidence() -> None:
    assert classify(THRESHOLDS.high, doubts=0) == "high"
    assert classify(THRESHOLDS.high, doubts=1) == "medium"
    assert classify(THRESHOLDS.high, doubts=2) == "low"
    assert classify(THRESHOLDS.high - 0.01, doubts=0) == "medium"
    assert classify(THRESHOLDS.low - 0.01, doubts=0) == "low"


@given(st.text(alphabet="ab ,;:.- enmaar", max_size=300), st.integers(1, 20))
def test_splitting_loses_nothing_and_every_piece_fits(segment: str, longest: int) -> None:
    pieces = split_clauses(segment, lambda piece: len(piece) <= longest)
    assert "".join(pieces) == segment
    assert all(len(piece) <= longest for piece in pieces)


def test_splitting_prefers_the_strongest_boundary_near_the_middle() -> None:
    segment = "De zon scheen, de wind draaide; de boot voer uit, maar de haven bleef dicht."
    first, second = split_clauses(segment, lambda piece: len(piece) <= 45)
    assert (first, second) == (
        "De zon scheen, de wind draaide; ",
        "de boot voer uit, maar de haven bleef dicht.",
    )


def test_a_huge_segment_without_a_space_is_split_too() -> None:
    pieces = split_clauses("x" * 100_000, lambda piece: len(piece) <= 100)
    assert "".join(pieces) == "x" * 100_000


def test_glossary_terms_are_whole_words_in_any_case() -> None:
    terms = (("Raad van State", "Council of State"), ("raad", "board"))
    assert relevant("De RAAD VAN STATE besloot.", terms) == terms
    assert relevant("De raadsleden.", terms) == ()
    assert missing("The council of state decided.", terms) == (terms[1],)
    assert replace_copied("The Raad van State decided.", terms[:1]) == "The Council of State decided."
    assert replace_copied("A b.", (("b", r"\1"),)) == r"A \1."
    assert replace_copied("Nothing.", ((" ", "x"),)) == "Nothing."


def test_the_english_of_a_term_is_not_replaced_and_the_longest_term_is_taken() -> None:
    offices = (("minister", "secretary"), ("premier", "prime minister"))
    for terms in (offices, offices[::-1]):
        assert replace_copied("The Premier and a minister.", terms) == "The prime minister and a secretary."
    houses = (("Kamer", "House"), ("Tweede Kamer", "House of Representatives"), ("kamer", "room"))
    assert replace_copied("The Tweede  Kamer.", houses) == "The House of Representatives."
    assert replace_copied("The Kamer.", houses) == "The House."


def test_segments() -> None:
    assert normalise(" cafe\u0301\n\tnoir ") == "café noir"
    assert normalise("½ ﬁ") == "½ ﬁ"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Dát is wél zo, maar níét nú.", "Dat is wel zo, maar niet nu."),
        ("Ik wil géén ruzie, óók niet om dé brug.", "Ik wil geen ruzie, ook niet om de brug."),
        ("José García at één keer paté in het café, vóór mei.", None),
    ],
)
def test_accents_of_stress_are_left_out_and_others_kept(typed: str, plain: str | None) -> None:
    assert normalise(typed) == (plain or typed)


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        (",,Wij blijven'', zei ze.", "„Wij blijven”, zei ze."),
        ("Hij noemt het ,,onzin’’.", "Hij noemt het „onzin”."),
        ("``Ja'', zei hij.", "„Ja”, zei hij."),
        ("Een scherm van 5'' breed", "Een scherm van 5'' breed"),
        ("‘Dat is ‘mooi’’, zei ze.", "‘Dat is ‘mooi’’, zei ze."),
        ("Dat is zo,, zei hij", "Dat is zo,, zei hij"),
    ],
)
def test_marks_typed_as_two_characters_are_one(typed: str, one: str) -> None:
    assert normalise(typed) == one


def test_what_an_engine_is_asked_for() -> None:
    assert not has_words("*** 12-3 – 🙂 https://voorbeeld.nl/pad info@voorbeeld.nl")
    assert has_words("Zie https://voorbeeld.nl")
    assert is_shouted("GROTE BRAND IN ZWOLLE")
    assert not is_shouted("NAVO")
    assert not is_shouted("De NAVO en de VN")
    assert sentence_case("“GROTE BRAND IN ZWOLLE”") == "“Grote brand in zwolle”"


def test_addresses_are_whole() -> None:
    text = "Mail jan.de-vries+x@kade.co.nl, of zie nu.nl/nieuws, (-kade.nl), www.kade.nl/a?b en @jan. #dijk"
    assert addresses(text) == (
        "jan.de-vries+x@kade.co.nl",
        "nu.nl/nieuws",
        "kade.nl",
        "www.kade.nl/a?b",
        "@jan",
        "#dijk",
    )


@pytest.mark.parametrize("run", ["a", "a.", "a-", "a--", ".-a", "1.", ".", "#1", "a@", "+", " "])
def test_a_long_run_does_not_take_quadratic_time(run: str) -> None:
    assert has_words("De brug " + run * (200_000 // len(run)))
