from __future__ import annotations

import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.facts.number_words import dutch_value
from service.text.facts.numbers import find_numbers
from service.text.translating import differences
from service.text.translating.differences import Difference

AGREE = [
    ("De rekening was 1.500,75 euro.", "The bill was 1,500.75 euros."),
    ("Er wonen 1,5 miljoen mensen.", "1.5 million people live there."),
    ("Er wonen 1,5 miljoen mensen.", "1,500,000 people live there."),
    ("Het duurde anderhalf uur.", "It took an hour and a half."),
    ("Het duurde anderhalf jaar.", "It took 1.5 years."),
    ("Anderhalf miljoen stemmen.", "One and a half million votes."),
    ("Er waren drie boten.", "There were 3 boats."),
    ("Zij werd tweede.", "She came second."),
    ("Op 12 mei begint het.", "It begins on May 12."),
    ("Op 12-05-2020 begon het.", "It began on 12 May 2020."),
    ("Op 25-12 begint het.", "It begins on 25 December."),
    ("Het begint om 18.30 uur.", "It begins at 6.30 pm."),
    ("Het begint om 18.30 uur.", "It begins at 18:30."),
    ("Het begint om 20u30.", "It begins at 8:30 p.m."),
    ("Het begint om kwart over zes.", "It begins at 6:15."),
    ("Een winst van € 3,2 mrd.", "A profit of €3.2bn."),
    ("Een winst van € 3,2 mrd.", "A profit of 3.2 billion euros."),
    ("Dat is 50 procent.", "That is 50%."),
    ("In de jaren '80 kon dat.", "It was possible in the 1980s."),
    ("In de jaren tachtig kon dat.", "It was possible in the eighties."),
    ("Het werd 2-1.", "It ended 2-1."),
    ("In de 21ste eeuw.", "In the twenty-first century."),
    ("Bel 020-1234567.", "Call 020-1234567."),
    ("Het adres is 192.168.1.17.", "The address is 192.168.1.17."),
    ("Een vijfduizendkoppige menigte.", "A crowd of five thousand."),
    ("Drieënhalf uur en twee en een half jaar.", "Three and a half hours and 2.5 years."),
    ("Er kwamen duizenden mensen.", "Thousands of people came."),
    ("Er kwamen enkele duizenden mensen.", "A few thousand people came."),
    ("Er kwamen tientallen mensen.", "Dozens of people came."),
    ("Dat duurt tientallen jaren.", "That takes decades."),
    ("Er zijn tienduizenden kiezers.", "There are tens of thousands of voters."),
    ("Er zijn honderden miljoenen kiezers.", "There are hundreds of millions of voters."),
    ("Er kwamen tientallen mensen.", "A dozen people came."),
    ("Dat kost miljoenen.", "That costs a million."),
    ("Het is een miljoenenfraude.", "It is a fraud of millions."),
    ("Het is een miljardenbedrijf.", "It is a company worth billions."),
    ("Een eeuwenoude kerk.", "A church hundreds of years old."),
    ("Hij werd tweemaal gekozen.", "He was elected twice."),
    ("Hij werd driemaal gekozen.", "He was elected three times."),
    ("Het begint om 19.00 uur.", "It begins at 7 pm."),
    ("Tweehonderdvijftigduizend kiezers.", "Two hundred and fifty thousand voters."),
    ("Een half miljoen kiezers.", "Half a million voters."),
    ("Ruim een half miljoen euro.", "More than a half million euros."),
    ("Zo’n half miljard euro.", "About half billion euros."),
    ("Een 20-jarige student.", "A twenty-year-old student."),
    ("Een bedrag van 10 000 euro.", "A sum of 10,000 euros."),
    ("In groep 3 100 leerlingen.", "The 100 pupils of group 3."),
    ("Op 3 mei 100 bezoekers.", "On May 3 100 visitors."),
    ("Bel 020 123 456.", "Call 020-123 456."),
    ("De Tweede Wereldoorlog.", "World War II."),
    ("Een van de ouders kwam.", "A parent came."),
    ("Beide ploegen wonnen.", "The two teams won."),
    ("Zij vierde haar overwinning.", "She celebrated her victory."),
]


@pytest.mark.parametrize(("nl", "en"), AGREE)
def test_the_same_number_in_its_dutch_and_its_english_form_is_no_difference(nl: str, en: str) -> None:
    assert differences.number_differences(nl, en) == ()


@pytest.mark.parametrize(
    ("nl", "en", "detail"),
    [
        ("De rekening was 1.500,75 euro.", "The bill was high.", "Not in the English: 1.500,75."),
        ("Er kwamen 1.500 mensen.", "1.500 people came.", "Not in the English: 1.500."),
        ("Er kwamen 1,5 miljoen mensen.", "1.5 billion people came.", "Not in the English: 1,5 miljoen."),
        ("Er kwamen 10 000 mensen.", "10 people came.", "Not in the English: 10 000."),
        ("Er kwamen 12 012 mensen.", "12 people came.", "Not in the English: 12 012."),
        ("Hij kwam met drie vrienden.", "He came with friends.", "Not in the English: drie."),
        ("Hij kwam met vrienden.", "He came with 4 friends.", "Not in the Dutch: 4."),
        ("Het begint om 18.30 uur.", "It begins at 6.30 am.", "Not in the English: 18.30."),
        ("De brand van 1987.", "The fire of 1978.", "Not in the English: 1987."),
        ("De zevende keer.", "The time.", "Not in the English: zevende."),
        ("Er kwamen duizenden mensen.", "People came.", "Not in the English: duizenden."),
        ("Er kwamen tienduizenden.", "Hundreds came.", "Not in the English: tienduizenden."),
        ("Er kwamen honderd mensen.", "Hundreds of people came.", "Not in the English: honderd."),
        ("Er kwamen twaalf mensen.", "Dozens of people came.", "Not in the Dutch: Dozens."),
        ("Een tiendaagse reis.", "A journey of tens of days.", "Not in the Dutch: tens."),
        ("Er kwamen mensen.", "Millions of people came.", "Not in the Dutch: Millions."),
        ("Hij werd tweemaal gekozen.", "He was elected.", "Not in the English: tweemaal."),
        ("Het begint om half acht.", "It begins at half.", "Not in the English: acht."),
        ("Het begint om 19.00 uur.", "It begins at 19.0.", "Not in the English: 19.00."),
        ("Ten tweede is hij dicht.", "Ten second it is shut.", "Not a number in the Dutch: Ten."),
    ],
)
def test_a_number_that_differs_is_named_as_it_was_written(nl: str, en: str, detail: str) -> None:
    assert Difference(detail) in differences.number_differences(nl, en)


@given(st.integers(2, 999_999))
def test_every_whole_number_in_digits_reads_the_same_in_both_languages(value: int) -> None:
    dutch = f"Er waren {value:,} boeken.".replace(",", ".")
    assert differences.number_differences(dutch, f"There were {value:,} books.") == ()
    assert differences.number_differences(dutch, f"There were {value + 1:,} books.") != ()


@pytest.mark.parametrize(
    ("nl", "en", "detail"),
    [
        ("Dat kost € 6 miljoen.", "That costs $6 million.", "The Dutch has euros, the English dollars."),
        (
            "Het woei 148 kilometer per uur.",
            "It blew 148 mph.",
            "The Dutch has kilometres, the English miles.",
        ),
        ("Dat kost 6 euro.", "That costs €6.", None),
        ("De euro won van de dollar.", "The dollar lost to the euro.", None),
        ("Het kostte zes dollar.", "It cost six dollars.", None),
        ("Het is 3 km.", "It is 3 kilometres.", None),
        ("Het is ver.", "It is miles away.", None),
    ],
)
def test_a_unit_does_not_become_another(nl: str, en: str, detail: str | None) -> None:
    assert differences.number_differences(nl, en) == ((Difference(detail),) if detail else ())


def test_dutch_number_words_are_taken_apart() -> None:
    assert dutch_value("eenentwintig") == 21
    assert dutch_value("negentienhonderdvierentachtig") == 1984
    assert dutch_value("tweehonderdvijftigduizenddrie") == 250_003
    assert dutch_value("duizenden") is None
    assert dutch_value("boterham") is None
    assert dutch_value("zevenhonderdenzevenenzeventigduizendzevenhonderdenzevenenzeventig") == 777_777


@pytest.mark.parametrize("run", ["1", "1.", "½", "12 345 ", "000 ", "honderd", "duizend"])
def test_a_number_that_is_too_long_to_read_agrees_with_itself_alone(run: str) -> None:
    nl = f"Er kwamen {run * 600} mensen."
    assert differences.number_differences(nl, nl) == ()
    long = "12" * 3000
    assert differences.number_differences(f"Het is {long}.", f"It is {long}.") == ()
    assert differences.number_differences(f"Het is {long}.", f"It is {long}3.") != ()


def test_each_number_of_a_long_list_is_named() -> None:
    # Each looked for in all of the Dutch, they take minutes.
    lost, added = (list(map(str, range(start, start + 8_000))) for start in (10_000, 40_000))
    nl, en = f"De lijst: {' - '.join(lost)}.", f"The list: {' - '.join(added)}."
    assert differences.number_differences(nl, en) == (
        Difference(f"Not in the English: {', '.join(lost)}.", 8_000),
        Difference(f"Not in the Dutch: {', '.join(added)}.", 8_000),
    )


def test_sizes_without_end_agree_with_themselves() -> None:
    # Multiplied, they have more digits than can be printed.
    nl, en = f"Er waren {'miljarden ' * 500}mensen.", f"There were {'billions ' * 500}of people."
    assert differences.number_differences(nl, en) == ()
    assert differences.number_differences(nl, "There were people.") != ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_makes_a_check_fail(nl: str, en: str) -> None:
    for differing in (
        differences.number_differences,
        differences.name_differences,
        differences.address_differences,
        differences.negation_differences,
        differences.question_differences,
        differences.quotation_differences,
    ):
        assert all(differing(nl, en))
    assert all(number.readings for number in find_numbers(nl, "nl"))


def test_addresses_must_stand_in_the_english() -> None:
    nl = "Mail info@voorbeeld.nl, lees https://voorbeeld.nl/a?b=1, of volg @jansen."
    assert differences.address_differences(nl, nl) == ()
    assert differences.address_differences(nl, "Mail info@voorbeeld.nl or follow @jansen.") == (
        Difference("Not in the English: https://voorbeeld.nl/a?b=1."),
    )


@pytest.mark.parametrize(
    ("nl", "en", "differs"),
    [
        ("Ik hoorde vooral wat er níét kan.", "I mostly heard what can't be done.", False),
        ("Dat is géén goed plan.", "That is a good plan.", True),
        ("Zij komt niet.", "She is coming.", True),
        ("Zij komt niet.", "She isn’t coming.", False),
        ("Zij komt.", "She is not coming.", True),
        ("Er kwam nooit antwoord.", "An answer came.", True),
        ("Er kwam geen antwoord.", "There was no answer.", False),
        ("Het is niet mogelijk.", "It is impossible.", False),
        ("Ongetwijfeld klopt het.", "That cannot be wrong.", False),
        ("Zij wint nauwelijks.", "She hardly wins.", False),
        ("Dat is niet alleen duur.", "It is expensive as well.", False),
        ("Hij is niet ongelukkig.", "He is unhappy.", True),
        ("Hij is niet gelukkig.", "He is unhappy.", False),
        ("Alleen de wethouder kwam niet.", "Only the alderman came.", True),
        ("De brug was nooit zonder werk.", "The bridge was without work.", True),
        ("Het hangt ervan af of het al dan niet regent.", "It depends on whether it rains.", False),
        ("De niet-rokers bleven.", "The abstainers stayed.", False),
        ("Het is niet alleen duur, het is ook lelijk.", "Besides being dear it is ugly.", False),
        ("Het is mooi, hè?", "It is lovely, isn't it?", False),
        ("Het is hier verboden te vissen.", "It is not forbidden to fish here.", True),
        ("Zij wil dat we niet zwijgen.", "She does not want us not to be silent.", True),
        ("Hij komt niet en zij komt niet.", "He is coming and she is not.", True),
        ("Hij komt niet en zij komt niet.", "He is not coming and neither is she.", False),
    ],
)
def test_negation(nl: str, en: str, differs: bool) -> None:
    assert bool(differences.negation_differences(nl, en)) is differs


def test_negations_are_counted_where_each_side_has_some() -> None:
    nl, once = "Hij komt niet en blijft niet.", "He is not coming and stays."
    assert differences.negation_differences(nl, once) == (
        Difference("2 negations in the Dutch, 1 in the English."),
    )
    nl, twice = "Niet samen, maar wel snel.", "Not together, but not quickly."
    assert differences.negation_differences(nl, twice) == (
        Difference("1 negation in the Dutch, 2 in the English."),
    )
    assert differences.negation_differences("Hij komt niet.", "He comes.") == (
        Difference('Nothing in the English answers to "niet".'),
    )


@pytest.mark.parametrize(
    ("nl", "en", "differs"),
    [
        ("Kom je?", "Are you coming?", False),
        ("Kom je?", "You are coming.", True),
        ("Je komt.", "Are you coming?", True),
        ("Zie www.voorbeeld.nl/?x=1 nu.", "See it now.", False),
    ],
)
def test_question_marks(nl: str, en: str, differs: bool) -> None:
    assert bool(differences.question_differences(nl, en)) is differs


@pytest.mark.parametrize(
    ("nl", "en", "differs"),
    [
        ("‘Ja’, zei hij.", '"Yes," he said.', False),
        ("„Ja”, zei hij.", "“Yes,” he said.", False),
        ("‘Ja’, zei hij.", "Yes, he said.", True),
        ("Hij zei ja.", "“Yes,” he said.", True),
        ("’s Avonds koken ze foto’s.", "In the evening they cook the kids’ photos.", False),
        ("‘Ja’, zei hij, ‘en nee.’", "“Yes, he said, and no.", True),
        ("‘Ja’, zei hij.", "“Yes, he said.", True),
        ("‘Ja, zei hij.", "“Yes”, he said.", False),
    ],
)
def test_quotation_marks(nl: str, en: str, differs: bool) -> None:
    assert bool(differences.quotation_differences(nl, en)) is differs


@pytest.mark.parametrize(
    ("nl", "en", "added"),
    [
        ("De bakker werd mishandeld.", "The baker was murdered.", "murdered"),
        ("Zij heeft haar hond afgestaan.", "She kidnapped her dog.", "kidnapped"),
        ("Gelukkig bleef het droog.", "Unfortunately it stayed dry.", "Unfortunately"),
        ("Helaas bleef het droog.", "Luckily it stayed dry.", "Luckily"),
        ("De bakker kreeg een boete.", "The baker was jailed.", "jailed"),
        ("Ondanks het ongeluk blijft de bakker.", "Luckily the baker is staying.", "Luckily"),
    ],
)
def test_a_word_of_weight_needs_a_dutch_word(nl: str, en: str, added: str) -> None:
    assert differences.weight_differences(nl, en) == (Difference(f"Not in the Dutch: {added}."),)


def test_no_part_of_a_word_of_weight_is_listed_with_a_part_of_itself() -> None:
    table = (
        resources.files("service.text.translating").joinpath("weighty_words.txt").read_text(encoding="utf-8")
    )
    for line in (line for line in table.splitlines() if not line.startswith("#")):
        parts = line.partition(" = ")[2].split()
        for part in filter(str.isalpha, parts):
            assert [other for other in parts if re.search(other, part)] == [part], line


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("De smid stierf in mei.", "The smith died in May."),
        ("Vier schippers kwamen om.", "Four skippers were killed."),
        ("Een verkeersslachtoffer.", "A road death."),
        ("Het regent helaas.", "Unfortunately it rains."),
        ("Hij werd gisteren opgepakt.", "He was arrested yesterday."),
        ("De moord bleef een raadsel.", "It remained a riddle."),
    ],
)
def test_any_word_of_its_family_will_do_and_none_need_be_kept(nl: str, en: str) -> None:
    assert differences.weight_differences(nl, en) == ()
