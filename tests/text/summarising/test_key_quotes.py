"""Key quotes: few, by several people, with reasons that can be read."""

from __future__ import annotations

from service.text.document import Document
from service.text.quoting.quotes import find_quotes
from service.text.reading.documents import read_document
from service.text.summarising.key_quotes import choose_key

ARTICLE = """Boeren vrezen sluiting van de sluis

De provincie wil de oude sluis bij Meerdorp in het najaar sluiten. Boeren in de omgeving zijn daar boos over.

"Zonder de sluis staat ons land elke winter onder water", zegt melkveehouder Kees Wolters. \
"Dat is geen mening, \
dat hebben we in het verleden meer dan eens gezien." De gemeente noemt het plan "begrijpelijk".

"Ja", zegt zijn buurman Harm Prins.

Gedeputeerde Sophie Damen begrijpt de zorgen. \
"De sluis is honderd jaar oud en het herstel kost twaalf miljoen euro."
"""


def read() -> Document:
    return read_document(ARTICLE)


def test_key_quotes_are_full_thoughts_of_several_people() -> None:
    document = read()
    quotes = find_quotes(document)
    key = choose_key(quotes, document, set(), 2)
    assert [quotes[i].speaker for i in key] == ["Kees Wolters", "Sophie Damen"]
    assert all({"speaker_named", "full_thought"} <= set(reasons) for reasons in key.values())


def test_at_most_as_many_as_asked_for() -> None:
    document = read()
    quotes = find_quotes(document)
    for most in range(5):
        assert len(choose_key(quotes, document, set(), most)) <= most
    assert choose_key(quotes, document, set(), 0) == {}


def test_what_the_summary_rests_on_counts() -> None:
    document = read()
    quotes = find_quotes(document)
    damen = next(i for i, q in enumerate(quotes) if q.speaker == "Sophie Damen")
    without = choose_key(quotes, document, set(), 5)
    with_it = choose_key(quotes, document, set(quotes[damen].sentences), 5)
    assert "central" in with_it[damen]
    assert list(with_it) == sorted(with_it)
    assert choose_key(quotes, document, set(), 5) == without


def test_titles_and_so_called_words_are_never_key() -> None:
    document = read_document("De zogenoemde 'kar' reed door. Zij las uit haar roman ‘De laatste veerman’.")
    assert choose_key(find_quotes(document), document, {1, 2}, 5) == {}


def test_one_utterance_with_its_attribution_inside_takes_one_place() -> None:
    document = read()
    quotes = find_quotes(document)
    key = [quotes[i].nl for i in choose_key(quotes, document, set(), 5)]
    assert "Zonder de sluis staat ons land elke winter onder water" in key
    assert not any(nl.startswith("Dat is geen mening") for nl in key)


def test_a_word_or_two_are_never_key() -> None:
    document = read_document(
        "De haven\n\nHavenmeester Rob Stam noemt de nieuwe kade van de haven 'een ramp'."
    )
    quotes = find_quotes(document)
    assert [quote.kind for quote in quotes] == ["fragment"]
    assert choose_key(quotes, document, {1}, 5) == {}


def test_what_points_back_comes_after_what_stands_alone() -> None:
    document = read_document(
        "'Dat hadden ze ons veel eerder moeten vertellen', zegt bakker Els Bos.\n\n"
        "'De gemeente had de winkels veel eerder moeten waarschuwen', zegt slager Jan Smit."
    )
    quotes = find_quotes(document)
    assert [quotes[i].speaker for i in choose_key(quotes, document, set(), 1)] == ["Jan Smit"]
