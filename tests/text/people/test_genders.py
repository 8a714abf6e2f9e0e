""" "Ze" beside what may be a verb in the plural may be several people; beside anything else it is a woman."""

from __future__ import annotations

import pytest

from service.text.people.genders import may_be_several
from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, read_tokens
from service.text.quoting.quotes import find_quotes
from service.text.reading.documents import read_document

SEVERAL = """
Ze vertelden dat de brug dicht bleef.
Zij zeiden weinig over de breuk.
Ze mochten niet naar binnen.
Zij kwamen te laat aan in Dokkum.
Ze lopen elke avond langs de vaart.
Ze zeggen dat het water zakt.
Zij wachtten een uur op de bus.
Ze staan al jaren op die markt.
Ze doen het zonder subsidie.
Zij zien geen uitweg.
Ze gaan morgen weer varen.
Zij bleven tot het einde.
Ze durven de straat niet op.
Ze verdwenen in de mist.
Zij verschenen voor de rechter.
Ze schenen van niets te weten.
Na de storm repareerden ze het dak.
Gisteren aten ze bij de buren.
Daarom willen zij een tweede onderzoek.
Toen het donker werd, vertrokken ze.
Vorige week haalden ze de oogst binnen.
Daar verdwenen ze in de mist.
In april beginnen ze met de bouw.
Volgend jaar verhuizen zij naar Sneek.
De zaal was vol, maar ze vonden een stoel.
Het was laat en ze gingen slapen.
De kas is leeg, want ze betaalden alles contant.
Het bleef stil, dus zij belden aan.
Waarom kopen ze geen nieuwe pomp?
Wat aten ze op het schip?
Nooit hebben zij iets gekregen.
Op zaterdag bakken ze brood voor de wijk.
Het sneeuwt en toch fietsen ze naar school.
"""

ONE = """
De vraag is of ze binnen blijft.
Toen ze zeven was, verhuisde het gezin.
Hij hoopt dat ze samen komt.
Als ze buiten speelt, is het stil in huis.
Ze verdween in de mist.
Zij verscheen voor de rechter.
Ze scheen van niets te weten.
Daar verscheen ze op het balkon.
Ze vertelde dat de brug dicht bleef.
Zij zei weinig over de breuk.
Ze mocht niet naar binnen.
Ze loopt elke avond langs de vaart.
Ze doet het zonder subsidie.
Zij alleen wist het.
Ze geeft toe dat het mis ging.
Toen zij geen antwoord kreeg, belde de postbode aan.
Alleen zij weet waar de sleutel ligt.
Indien ze komt, wordt het druk.
Bovendien zong ze in een koor.
Gisteren zag ze een reiger.
Morgen vaart ze uit.
Hij schrok toen ze begon te lachen.
Waarom zweeg ze al die jaren?
Daarna at zij een appel.
Zij en de bakker vertrokken.
Tegen zeven uur stond zij bij de sluis.
"""

UNKNOWN = """
Omdat ze tevreden is, blijft alles zoals het was.
Hij wist dat ze kinderen wilde.
Omdat ze fouten maakte, begon het opnieuw.
Nadat ze gevonden was, ging de vlag uit.
Sinds ze gescheiden is, woont de bakker in Goes.
Omdat ze mensen hielp, kreeg de wijk een prijs.
Het staat vast dat ze boeken schreef.
De wethouder hoopt dat ze verhuizen.
De wethouder wil ze helpen.
"""


def words_of(sentence: str) -> list[str]:
    return [token.lower for token in read_tokens(sentence, 0, len(sentence), ())]


def may_be_of_several(sentence: str) -> bool:
    words = words_of(sentence)
    at = next(i for i, word in enumerate(words) if word in ("ze", "zij"))
    return may_be_several(words, at)


@pytest.mark.parametrize("sentence", [*SEVERAL.strip().splitlines(), *UNKNOWN.strip().splitlines()])
def test_beside_what_may_be_a_plural_it_may_be_several(sentence: str) -> None:
    assert may_be_of_several(sentence)


@pytest.mark.parametrize("sentence", ONE.strip().splitlines())
def test_beside_anything_else_it_is_one(sentence: str) -> None:
    assert not may_be_of_several(sentence)


@pytest.mark.parametrize(
    ("sentence", "sex"),
    [
        ("Ze vertelden het aan niemand.", ""),
        ("Zij lopen al jaren mee.", ""),
        ("Daar stonden ze dan.", ""),
        ("Hoekema hoopt dat ze verhuizen.", ""),
        ("Hoekema wil ze helpen.", ""),
        ("Ze verdween voor een week.", "f"),
        ("Zij vertelde het aan niemand.", "f"),
        ("Hij vertelde het aan niemand.", "m"),
    ],
)
def test_whom_a_surname_names_has_the_sex_of_who_is_one(sentence: str, sex: str) -> None:
    frames = [
        Frame(index, 0, tuple(read_tokens(text, 0, len(text), ())))
        for index, text in enumerate(["Tsjalling-Ruurt Hoekema aarzelt.", sentence])
    ]
    entities = Registry(frames).entities
    assert [entity.gender for entity in entities] == [sex]


@pytest.mark.parametrize(
    "before",
    [
        "Voorzitter Terpstra kreeg vrijdag twee agenten aan de deur. Ze vertelden dat de kas leeg was.",
        "Boer Terpstra zag vrijdag twee wolven op het erf. Ze liepen rustig naar de schuur.",
        "Wethouder Terpstra sprak met de huurders. Zij vroegen om een nieuwe lift.",
        "Directeur Terpstra bood de stakers koffie aan. Ze bedankten en vertrokken.",
    ],
)
def test_he_may_still_be_whom_several_came_to_see(before: str) -> None:
    (quote,) = find_quotes(read_document(f"{before} 'Ik schrok ervan', zegt hij."))
    assert quote.speaker == "Terpstra"
