"""Word lists: mended, inflected, and put into sentences."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.training.data.lexical import Lexicon, build_lexicon, reword, reworded
from models.training.data.word_forms import ADJECTIVE, NOUN, VERB, forms
from models.training.data.word_list import Usage, count_words, mended

TEXT = [
    ("De hond van de buurman blaft.", "The dog of the neighbour barks."),
    ("Hij zag de hond en de kat.", "He saw the dog and the cat."),
    ("De kat is een dier.", "The cat is an animal."),
    ("De honden slapen.", "The dogs sleep."),
    ("Zij willen wandelen met de hond.", "They want to walk with the dog."),
    ("Hij wandelde naar de kerk.", "He walked to the church."),
    ("Het is een heel groot huis.", "It is a very big house."),
    ("De vulkaan is groot.", "The volcano is big."),
    ("Zij willen een kat hebben.", "They want to have a cat."),
]
WORDS = [
    ("hond", "dog"), ("kat", "cat"), ("wandelen", "walk"), ("kerk", "church"), ("vulkaan", "volcano"),
    ("groot", "big"), ("hond", "cock"), ("hebben", "have"), ("xyzwoord", "dog"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fused", "parted"),
    [
        ("cityhall", "city hall"),
        ("putoff", "put off"),
        ("beabletocopewith", "be able to cope with"),
        ("VirginIslandsoftheUnitedStates", "Virgin Islands of the United States"),
        ("Brazilianwoman", "Brazilian woman"),
        ("NewYear'sDay", "New Year's Day"),
        ("house", "house"),
        ("agony", "agony"),
        ("Fenris", "Fenris"),
        ("city hall", "city hall"),
    ],
)
def test_an_entry_gets_its_spaces_back(fused: str, parted: str) -> None:
    assert mended([("woord", fused)], Counter()) == [("woord", parted)]


def test_a_word_of_the_other_text_stays_whole() -> None:
    known = count_words(["a filename,", "“YouTube”"] * 5)
    for english in ("filename", "YouTube"):
        assert mended([("woord", english)], known) == [("woord", english)]


def test_ligatures_and_unusual_hyphens_are_written_out() -> None:
    assert mended([("b\u0133 Zuid\u2010Holland", "near")], Counter()) == [("bij Zuid-Holland", "near")]


@given(st.text(max_size=30))
def test_mending_changes_spaces_only(english: str) -> None:
    ((_, text),) = mended([("woord", english)], Counter())
    assert "".join(text.split()) == "".join(english.split())


def _past(simple: str, participle: str, english: str) -> dict[str, tuple[str, str]]:
    return {"past": (simple, english), "participle": (participle, english)}


@pytest.mark.parametrize(
    ("kind", "dutch", "english", "expected"),
    [
        (NOUN, "vulkaan", "volcano", {"plural": ("vulkanen", "volcanoes")}),
        (NOUN, "stadhuis", "city hall", {"plural": ("stadhuizen", "city halls")}),
        (NOUN, "wet", "law", {"plural": ("wetten", "laws")}),
        (NOUN, "mogelijkheid", "possibility", {"plural": ("mogelijkheden", "possibilities")}),
        (NOUN, "muis", "mouse", {}),  # not "mouses"
        (
            VERB,
            "wandelen",
            "walk",
            {"present": ("wandelt", "walks"), **_past("wandelde", "gewandeld", "walked")},
        ),
        (VERB, "slapen", "sleep", {"present": ("slaapt", "sleeps")}),  # strong in both languages
        (
            VERB,
            "beloven",
            "promise",
            {"present": ("belooft", "promises"), **_past("beloofde", "beloofd", "promised")},
        ),
        (
            VERB,
            "afpakken",
            "snatch",
            {"participle": ("afgepakt", "snatched")},  # "pakt af"
        ),
        (ADJECTIVE, "rood", "red", {"inflected": ("rode", "red")}),
        (ADJECTIVE, "dik", "thick", {"inflected": ("dikke", "thick")}),
    ],
)  # fmt: skip
def test_forms_are_those_of_both_languages(
    kind: str, dutch: str, english: str, expected: dict[str, tuple[str, str]]
) -> None:
    first = {VERB: "infinitive", NOUN: "singular", ADJECTIVE: "bare"}[kind]
    found = {form: (nl, en) for form, nl, en in forms(kind, dutch, english)}
    assert found == {first: (dutch, english), **expected}


@pytest.mark.parametrize(
    ("dutch", "english", "kind"),
    [
        ("hond", "dog", NOUN),
        ("wandelen", "walk", VERB),
        ("groot", "big", ADJECTIVE),
        ("van", "of", None),
    ],
)
def test_usage_tells_what_kind_of_word_it_is(dutch: str, english: str, kind: str | None) -> None:
    assert Usage(TEXT).kind(dutch, english) == kind


def test_a_lexicon_keeps_what_the_text_confirms() -> None:
    lexicon = build_lexicon(WORDS, TEXT)
    assert lexicon.known["honden"] == [("nounplural", "dogs")]
    assert lexicon.known["wandelde"] == [("verbpast", "walked")]
    assert ("vulkanen", "volcanoes") in lexicon.rare["nounplural"]
    assert all("cock" not in english for _, english in lexicon.rare["nounsingular"])
    assert "hebben" not in lexicon.known


def _lexicon(**rare: list[tuple[str, str]]) -> Lexicon:
    lexicon = build_lexicon(WORDS, TEXT)
    lexicon.rare.clear()
    lexicon.rare.update(rare)
    return lexicon


def test_a_word_gives_way_in_both_languages_in_its_form() -> None:
    lexicon = _lexicon(nounplural=[("egels", "hedgehogs")], verbpast=[("hinkte", "limped")])
    lexicon.modifiers.clear()
    rng = random.Random(1)
    pair = ("De honden zijn groot.", "The dogs are big.")
    assert reword(pair, lexicon, rng) == ("De egels zijn groot.", "The hedgehogs are big.")
    assert reword(("Zij wandelde.", "She walked."), lexicon, rng) == ("Zij hinkte.", "She limped.")


def test_a_noun_may_become_a_compound_and_the_article_follows() -> None:
    lexicon = _lexicon(nounsingular=[("egel", "hedgehog")])
    lexicon.modifiers[:] = [("eiland", "island"), ("regering", "government")]
    made = {
        reword(("Zij ziet een hond.", "She sees a dog."), lexicon, random.Random(seed)) for seed in range(60)
    }
    assert made == {
        ("Zij ziet een egel.", "She sees a hedgehog."),
        ("Zij ziet een eilandhond.", "She sees an island dog."),
        ("Zij ziet een regeringshond.", "She sees a government dog."),
    }


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("A dog sleeps an hour in an MP's house.", "An owl sleeps an hour in an MP's house."),
        ("Not a big dog, but a university dog's a.", "Not a big owl, but a university dog's a."),
    ],
)
def test_only_the_article_of_the_new_word_changes(english: str, expected: str) -> None:
    lexicon = _lexicon(nounsingular=[("uil", "owl")])
    lexicon.modifiers.clear()
    made = reword(("De hond.", english), lexicon, random.Random(1))
    assert made == ("De uil.", expected)


def test_at_most_two_words_change_each_with_its_english() -> None:
    lexicon = _lexicon(nounsingular=[("egel", "hedgehog"), ("uil", "owl"), ("kat", "cat")])
    lexicon.modifiers.clear()
    english = {"hond": "dog", "kat": "cat", "kerk": "church", "egel": "hedgehog", "uil": "owl"}
    pair = ("hond kat kerk", "dog cat church")
    made = {reword(pair, lexicon, random.Random(seed)) for seed in range(60)} - {None}
    assert len(made) > 3
    for changed in filter(None, made):
        words = changed[0].split()
        assert [english[word] for word in words] == changed[1].split()
        assert len(set(words)) == 3
        assert 1 <= sum(new != old for new, old in zip(words, pair[0].split(), strict=True)) <= 2


def test_a_verb_in_two_parts_does_not_stand_behind_te() -> None:
    lexicon = _lexicon(verbinfinitive=[("afpakken", "snatch")])
    assert reword(("Zij hoopt te wandelen.", "She hopes to walk."), lexicon, random.Random(1)) is None
    assert reword(("Zij wil wandelen.", "She wants to walk."), lexicon, random.Random(1)) == (
        "Zij wil afpakken.",
        "She wants to snatch.",
    )


def test_what_stands_twice_or_on_one_side_only_stays() -> None:
    lexicon = _lexicon(nounsingular=[("egel", "hedgehog")])
    for pair in (
        ("De hond ziet de hond.", "The dog sees the dog."),
        ("De hond slaapt.", "The animal sleeps."),
        ("De honden-hond.", "The dog-dog."),
    ):
        assert reword(pair, lexicon, random.Random(1)) is None


def test_every_pair_that_can_be_reworded_gets_its_copies_and_the_same_ones_again() -> None:
    lexicon = _lexicon(nounsingular=[("egel", "hedgehog")])
    pairs = [("De kat is een dier.", "The cat is an animal."), ("Het regent.", "It rains.")]
    assert len(reworded(pairs, lexicon, 3, seed=1)) == 3
    assert reworded(pairs, lexicon, 3, seed=1) == reworded(pairs, lexicon, 3, seed=1)
    assert reworded(pairs, lexicon, 0, seed=1) == []
