from __future__ import annotations

import gzip
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.interfaces import ModelError
from models.word_files import DICTIONARY_FILE, WORDS_FILE, read_words
from models.word_table import WordTable
from models.words import words_of

LINES = (
    "#nl de het een was niet",
    "#en the a it was not",
    "schande shame 60 scandal 20",
    "het it 70 the 20",
    "een a 80 an 10",
    "grote big 45 large 40",
    "was was 90",
    "zwijgen silence 15",
    "radio radio 90",
    "gedoogde tolerated 70",
    "haven harbour 80",
    "auto's cars 90",
    "vader father 80",
    "vijf five 80",
    "euro euros 90",
    "meester master 70",
    "kiezers voters 80",
    "partijen parties 80",
    "zaterdag saturday 90",
    "ochtend morning 90",
    "eerdmans ja 25",
    "vosmeren vosmeer 80",
    "visser fisherman 80",
)
TABLE = WordTable(LINES)
NL = "Het was een grote schande."


def test_a_word_that_another_stands_for_begins_the_rest() -> None:
    assert TABLE.mend(NL, "It was a big shrimp.") == (
        "schande",
        ("It was a big shame", "It was a big scandal"),
    )
    assert TABLE.mend(NL, "Shrimps were a big it was.", ()) is None, (
        "too far from where it stands in the Dutch"
    )
    assert TABLE.mend("Schande!", "Shrimp!") == ("schande", ("Shame", "Scandal"))
    assert TABLE.mend(NL, "It was a large stone.", ["schande"]) is None


@pytest.mark.parametrize(
    "english",
    [
        "It was a big shame.",  # its translation
        "It was a big scandal.",  # the less likely one
        "It was a big shameful thing.",  # a form of it
        "It was a big.",  # nothing stands for it
        "",
    ],
)
def test_what_is_answered_or_has_no_place_is_left_alone(english: str) -> None:
    assert TABLE.mend(NL, english) is None


def test_unlikely_translations_and_common_words_are_not_tried() -> None:
    assert TABLE.mend("Het was zwijgen.", "It was shrimp.") is None
    assert TABLE.mend("Het was een.", "Shrimp shrimp shrimp.") is None
    assert TABLE.mend("De radio gedoogde.", "The radio stumbled.") == ("gedoogde", ("The radio tolerated",))


def test_a_name_is_no_word() -> None:
    assert TABLE.mend("De heer Meester was er niet.", "Mr Piper was not there.") is None
    assert TABLE.mend("Meester!", "Piper!") == ("meester", ("Master",))


def test_a_compound_is_translated_by_its_parts() -> None:
    found = TABLE.mend("De havenmeester was een schande.", "The piper was a scandal.")
    assert found == ("havenmeester", ("The harbour master",))
    assert TABLE.mend("De radiohaven.", "The piper.") == ("radiohaven", ("The radio harbour",))
    assert TABLE.mend("De radiosmeester.", "The master.") is None, "its last part is there"
    assert TABLE.mend("De onbekendehaven.", "The piper.") is None, "half is unknown"


def test_what_accounts_for_more_words_is_worth_more() -> None:
    right, half, wrong = (
        TABLE.accounted(NL, english)
        for english in ("It was a big shame.", "It was a big shrimp.", "Shrimps, all of them.")
    )
    assert right > half > wrong
    assert right > 0 > wrong
    assert TABLE.accounted("12 %", "12 %") == 0
    assert TABLE.accounted("Tebbenstra", "Tebbenstra") > TABLE.accounted("Tebbenstra", "Tebbens")


def test_forms_that_a_good_translator_chooses_count_as_said() -> None:
    assert TABLE.accounted("Auto’s!", "Cars!") == TABLE.accounted("Auto's!", "Cars!") > 0
    assert TABLE.accounted("Vader was het.", "It was father's.") > 0
    assert TABLE.accounted("Het was vijf euro.", "It was €5.") == TABLE.accounted("Het was.", "It was 5.")
    assert TABLE.mend("Het was vijf euro.", "It was shrimp €5.") is None


def test_the_nearest_of_several_lost_words_takes_the_place() -> None:
    nl = "De vader gedoogde de schande."
    assert TABLE.mend(nl, "The shrimp it was.") == ("vader", ("The father",))
    assert TABLE.mend(nl, "It was the shrimp it was.") == ("gedoogde", ("It was the tolerated",))


def test_a_day_has_a_capital() -> None:
    found = TABLE.mend("Het was zaterdagochtend.", "It was hinterland.")
    assert found == ("zaterdagochtend", ("It was Saturday morning",))


def test_a_sentence_keeps_its_capital() -> None:
    assert TABLE.mend("‘Schande!’", "‘Shrimp!’") == ("schande", ("‘Shame", "‘Scandal"))
    assert TABLE.mend("‘Schande!’", "‘shrimp!’") == ("schande", ("‘shame", "‘scandal"))


@pytest.mark.parametrize(
    ("nl", "en", "beginnings"),
    [
        (NL, "It was a big schande.", ("It was a big shame", "It was a big scandal")),
        ("Een grote Schande.", "A big Schande.", None),  # a name
        ("De radio zwijgt.", "The radio is silent.", None),  # English too
        ("Het zwijgen duurt.", "The zwijgen lasts.", None),  # an unlikely translation
        ("De lopers komen.", "The lopers come.", None),  # unknown
    ],
)
def test_a_dutch_word_left_standing_is_translated(
    nl: str, en: str, beginnings: tuple[str, ...] | None
) -> None:
    assert TABLE.mend(nl, en) == (None if beginnings is None else ("schande", beginnings))
    assert TABLE.mend(nl, en, ["schande"]) is None


def test_a_dutch_word_left_standing_accounts_for_nothing() -> None:
    accounted = [TABLE.accounted(NL, f"It was a big {word}.") for word in ("scandal", "schande", "shrimp")]
    assert accounted[0] > accounted[1] == accounted[2]
    assert TABLE.accounted("De lopers komen.", "The lopers come.") > TABLE.accounted(
        "De lopers komen.", "The"
    )


@pytest.mark.parametrize(
    ("nl", "en", "beginning"),
    [
        ("Kiezers willen het niet.", "Kiezers don't want it.", "Voters"),
        ("‘Kiezers willen het niet.’", "'Kiezers don't want it.'", "'Voters"),
        ("Kiezers Van Dam wil het niet.", "Kiezers Van Dam doesn't want it.", None),  # a name
        ("Kiezers willen het niet.", "The Kiezers don't want it.", None),
        ("Visser wil het niet.", "Visser doesn't want it.", None),  # no plural: it may be a name
        ("Eerdmans wil het niet.", "Eerdmans doesn't want it.", None),  # an unlikely translation
        ("Partijen willen het niet.", "Partijen don't want it.", "Parties"),
        ("Kiezers wil het niet.", "Kiezers doesn't want it.", None),  # one, called so
        ("Kiezers willen het.", "Kiezers want it.", "Voters"),
        ("Kiezers hadden gelijk.", "Kiezers had it right.", "Voters"),
        ("Vosmeren wil het niet.", "Vosmeren doesn't want it.", None),  # becomes no plural
        ("Lopers willen het niet.", "Lopers don't want it.", None),  # unknown
    ],
)
def test_a_plural_is_no_name_at_the_beginning(nl: str, en: str, beginning: str | None) -> None:
    assert TABLE.mend(nl, en) == (None if beginning is None else (words_of(nl)[0].text, (beginning,)))
    assert TABLE.mend(nl, en, ["kiezers", "partijen"]) is None


def test_one_endless_word_is_no_compound() -> None:
    assert TABLE.mend("haven" * 40_000, "shrimp") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read(nl: str, en: str) -> None:
    assert math.isfinite(TABLE.accounted(nl, en))
    mend = TABLE.mend(nl, en)
    assert mend is None or mend.dutch in nl.lower()


DUTCH = ("Het", "was", "een", "grote", "schande", "radio", "zwijgen", ",")
ENGLISH = ("It", "was", "a", "big", "shame", "shrimp", "stone", "radio", ",")


@given(st.lists(st.sampled_from(DUTCH), max_size=8), st.lists(st.sampled_from(ENGLISH), max_size=8))
def test_mending_ends_and_keeps_what_was_before(dutch: list[str], english: list[str]) -> None:
    nl, en = " ".join(dutch), " ".join(english)
    tried: list[str] = []
    while (mend := TABLE.mend(nl, en, tried)) is not None:
        assert mend.dutch not in tried
        tried.append(mend.dutch)
        best = max(TABLE.translations(mend.dutch).items(), key=lambda pair: pair[1])[0]
        assert mend.beginnings[0].lower().endswith(best)
        assert en.startswith(mend.beginnings[0][: -len(best)])
    assert len(tried) <= len(set(dutch))


def test_the_table_of_a_folder_is_read_if_there_is_one(tmp_path: Path) -> None:
    assert read_words(tmp_path) is None
    (tmp_path / WORDS_FILE).write_bytes(gzip.compress("\n".join(LINES).encode()))
    table = read_words(tmp_path)
    assert table is not None
    assert table.translations("schande") == {"shame": 0.6, "scandal": 0.2}
    assert table.translations("onbekend") == {}
    rows = (b"word", b"schande shame", b"schande 60 shame", b"schande shame 60 x")
    for damaged in (b"no gzip", gzip.compress(b"\xff\xfe"), *map(gzip.compress, rows)):
        (tmp_path / WORDS_FILE).write_bytes(damaged)
        with pytest.raises(ModelError, match="is no table of words"):
            read_words(tmp_path)


@pytest.mark.parametrize(
    ("nl", "en", "expected"),
    [
        (NL, "It was a big shrimp.", ["shrimp"]),
        (NL, "It was a big scandal.", []),
        (NL, "It was a big scandal indeed.", []),  # nothing is lost, so it may be a way to say it
        ("Het was een grote zeug.", "It was a big sow.", []),  # a word that the table has not
        ("De havenmeester zweeg.", "The harbour master zweeg.", []),  # both parts of a compound
        ("De haven van Meester.", "The shrimp of Piper.", ["shrimp"]),  # far from the other
        ("De vader gedoogde het.", "The father's thing it was.", ["thing"]),
        ("De haven van Praag.", "The shrimp of Prague.", ["shrimp"]),
        (NL, "It was a big shameful scandalous shrimp.", []),
    ],
)
def test_words_from_nowhere_are_told_where_some_of_the_dutch_is_lost(
    nl: str, en: str, expected: list[str]
) -> None:
    assert [word.text for word in TABLE.made_up(nl, en)] == expected


@given(
    st.lists(st.sampled_from([*NL.split(), "haven", "zeug", "5"])),
    st.lists(st.sampled_from(["It", "was", "Shrimp", "pipers", "5", "father’s", "—", "“harbour”"])),
)
def test_words_from_nowhere_stand_in_the_english(dutch: list[str], english: list[str]) -> None:
    text = " ".join(english)
    found = TABLE.made_up(" ".join(dutch), text)
    words = {text[word.start :][: len(word.text)] for word in found}
    assert words <= {"Shrimp", "pipers", "father’s", "harbour"}
    assert [word.start for word in found] == sorted({word.start for word in found})


DICTIONARY = ("zeehond\tseal", "grote\tlarge; tall", "kaderlid\tparty official")


def test_a_dictionary_comes_before_the_table_and_knows_other_words() -> None:
    table = WordTable(LINES, DICTIONARY)
    assert table.likely("grote") == ["large", "tall"]
    assert table.translations("grote") == {**TABLE.translations("grote"), "tall": 0.5}
    assert table.mend("Het was een grote schande.", "It was a tall shame.") is None, (
        "its rendering answers it"
    )
    assert table.likely("kaderlid's") == ["party official"]
    assert table.likely("schande") == TABLE.likely("schande")
    assert table.translations("kaderlid").keys() == {"party", "official"}
    assert table.likely("zeehondenhaven") == ["seal harbour"], "a compound of a word of either"
    assert table.mend("Het was een zeehond.", "It was a shrimp.") == ("zeehond", ("It was a seal",))
    assert table.mend("Het was een zeehond.", "It was a seal.") is None


def test_a_dictionary_is_read_from_beside_the_table(tmp_path: Path) -> None:
    (tmp_path / WORDS_FILE).write_bytes(gzip.compress("\n".join(LINES).encode()))
    (tmp_path / DICTIONARY_FILE).write_bytes(gzip.compress("\n".join(DICTIONARY).encode()))
    table = read_words(tmp_path)
    assert table is not None
    assert table.likely("kaderlid") == ["party official"]
    (tmp_path / DICTIONARY_FILE).write_bytes(gzip.compress(b"schande\tshame\nzeehond seal"))
    with pytest.raises(ModelError, match=r"dictionary\.txt\.gz is no dictionary: line 2 has no tab"):
        read_words(tmp_path)
    whole = gzip.compress("\n".join(DICTIONARY * 50).encode())
    (tmp_path / DICTIONARY_FILE).write_bytes(whole[:20] + b"\xff" * 12 + whole[32:])
    with pytest.raises(ModelError, match=r"dictionary\.txt\.gz is no table of words"):
        read_words(tmp_path)
    (tmp_path / DICTIONARY_FILE).write_bytes(b"zeehond")
    with pytest.raises(ModelError, match=r"dictionary\.txt\.gz is no table of words"):
        read_words(tmp_path)
