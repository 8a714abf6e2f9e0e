"""Dutch sentence boundaries. In the table a bar stands where one sentence ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.reading.sentences import split_sentences

CASES = [
    # Abbreviations that something follows.
    "Hij heeft o.a. te maken met geluid.| Dat went.",
    "Zij sprak met o.a. De Wit en Bakker.| Daarna ging ze weg.",
    "De gemeente wil m.b.t. Almere niets zeggen.| De provincie ook niet.",
    "Het gaat om vis, bijv. Noordzeekrab of schol.",
    "Het duurt ca. 30 minuten.| Dan is het gaar.",
    "Zie art. 3 en nr. 5 op blz. 12.| Daar staat het.",
    "Ajax vs. Feyenoord werd 2-2.",
    "Zij belde d.w.z. ze probeerde het.",
    # Titles.
    "Gisteren kwam dr. Jansen langs.| Hij bleef kort.",
    "Volgens mr. De Vries kan dat niet.",
    "Drs. P. schreef liedjes.| Iedereen kent ze.",
    "Prof. dr. ir. Van Dam en mevr. Smit tekenden.",
    "Ds. Kok preekte in de St. Jan.",
    # Initials and acronyms.
    "J.P. Balkema en G. de Groot waren er.| Ze zwegen.",
    "Ook G. De Backer uit Gent kwam.",
    "A.F.Th. van Loon schrijft.| Th. Mulder leest.",
    "Zij kreeg hepatitis B. De arts schrok.| Zij niet.".replace("B. De", "B.| De"),
    "Karel V.| Hij regeerde lang.",
    "Hij woont in de V.S.| Het bevalt hem.",
    "Hij bezocht de V.S. Amerika viel mee.",
    "Donald J. Bruins kwam te laat.",
    "Jan zit in de VS.| Ans zit thuis.",
    "Dat meldt RTL.| Morgen volgt meer.",
    # May be final.
    "Ze verkochten kaas, worst enz.| De rest gooiden ze weg.",
    "Breng pen, papier e.d. mee.| Vergeet je naam niet.",
    "Kom z.s.m. terug.| Wij wachten.",
    "De vergadering is maandag a.s.| Iedereen mag komen.",
    "Zie z.o.z.| Daar staat meer.",
    "Ploeg E.A. Visser won.",
    # Numbers, dates, times, money.
    "Op 12 jan. 2020 sneeuwde het.| Op 13 febr. dooide het.",
    "Het was Jan.| 2020 mensen zagen hem.",
    "De trein van 18.30 uur reed niet.| Die van 19.00 uur wel.",
    "Dat kost € 1.500,-.| Dat is veel.",
    "Er kwamen 1.234.567 mensen.| Zoveel waren het er nooit.",
    "Dat was in 2019.| 50 mensen kwamen.",
    "1. Neem een ei.| 2. Kook het.",
    "Zij werd 3. in de rij.",
    "14.30 uur - De markt gaat open.| Het is er stil.",
    # Short words are words.
    "Ze wist het al.| Nee, toch niet.",
    "Het stadion zat vol.| Ajax won.",
    "Dat gaat me te ver.| Een ander mag het doen.",
    "Ze houdt van foto’s.| Hij ook.",
    "Het is zover per 1 jan.| De prijzen stijgen.",
    # Other terminators.
    "Kom je?| Nee!| Waarom niet?!| Zomaar…| Echt?",
    "Hij aarzelde... en ging toch.",
    "Ik dacht...| Wat dacht jij?",
    "Hij … zweeg.",
    # Clipped words.
    "Hij sliep.| ’s Ochtends stond hij op.",
    "Hij sliep.| 's avonds laat stond hij op.",
    "Zij zijn om 8 uur ’s ochtends vertrokken.",
    "Het is koud.| ’t Is winter.",
    "Hij woont in ’s-Gravenhage.| Zij in A'dam.",
    # Quotations.
    "‘Wat?’ vroeg ze.| ‘Niets.’",
    "‘Kom!’ riep Jan.| ‘Nu!’",
    "‘Ik wacht.’ zei Jan.| Hij wachtte.",
    "“Dat klopt”, zegt Jan.| “Meer niet.”",
    "‘Kom!’, riep hij.| Niemand kwam.",
    "“Eerste zin.| Tweede zin.”| Derde zin.",
    "Hij zei: “Ik ga.| Jij blijft.”",
    "‘Ja’, zei hij, ‘dat is zo.| Of niet?’| Ze zweeg.",
    "“Hij riep ‘Help!’ en viel.| Zo ging het.”",
    "‘Zij zei: “Nooit meer.”’| Toen was het stil.",
    "‘Ik kom.’ – riep hij nog.",
    "De minister noemt het “een schande”.| De Kamer ook.",
    # Parentheses.
    "(Zie ook hier.)| Daarna verder.",
    "Zij (in 2019. Toen nog jong.) won.| Dat was wat.",
    "(Eerste zin.| Tweede zin.)| Derde zin.",
    "Dit is zo (red.).| Dat niet.",
    "Hij won (eindelijk!) en lachte.",
    "[…] De rest ontbreekt.| Dat is jammer.",
    # No help from capitals or punctuation.
    "een zin zonder punt en zonder hoofdletter",
    "ik kwam gisteren.| niemand was er.| raar toch",
    "DE BRUG IS DICHT.| NIEMAND KAN ERDOOR.| DR. SMIT OOK NIET.",
    "Nieuw zijn deze.| iPhones van hout.",
    "Waterloo",
    "Kijk op kernzin.example.nl voor meer.| Daar staat het.",
    "Mail naar redactie@krant.nl.| Dat helpt.",
    "Dat heeft hij gezegd.De rest weet ik niet.".replace(".De", ".|De"),
    "Mooi!| 😀 Dat is het.",
    "Lopen op 12.5 kilometer hoogte.\n| Dat is\nhoog.".replace("\n|", "|\n"),
]
STYLES = ["“”‘’", "””’’", "„”‚’", "\"\"''", "«»‹›", "‘’“”"]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("case", CASES)
def test_dutch_boundaries(case: str) -> None:
    assert split(case.replace("|", "")) == [part.strip() for part in case.split("|")]


@pytest.mark.parametrize("style", STYLES)
def test_the_style_of_the_marks_changes_no_boundary(style: str) -> None:
    table = str.maketrans("“”‘’", style)
    text = (
        "“Eerste zin. Tweede zin.” Derde zin. ‘Kom!’ riep Jan. “Zij zei: ‘Nooit meer.’ Toen ging ze.” "
        "Het heet ‘Wie weet?’ en het duurt. “Waarom?” Niemand zei iets. ‘Ja.’ ‘Nee.’"
    )
    assert split_sentences(text.translate(table)) == split_sentences(text)
    assert len(split(text)) == 11


def test_a_mark_between_spaces_closes_what_is_open_and_else_opens() -> None:
    assert split('Hij zweeg. " Ik ga weg." Zij bleef.') == ["Hij zweeg.", '" Ik ga weg."', "Zij bleef."]
    assert split('" Ik ga weg . " Zij bleef.') == ['" Ik ga weg . "', "Zij bleef."]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 30_000,
        "«" * 30_000,
        "." * 300_000,
        "(a. " * 15_000,
        ". " * 30_000,
        "Ja! " * 15_000,
        "! “" * 15_000,
        "[.] " * 15_000,
    ],
    ids=["straight", "guillemets", "dots", "parentheses", "stops", "sentences", "opening", "brackets"],
)
def test_long_and_odd_texts_are_covered(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())


def test_a_sentence_of_5000_characters_stays_whole() -> None:
    text = "Hij zag " + "een huis, en " * 400 + "een boom."
    assert split(text + " Toen sliep hij.") == [text, "Toen sliep hij."]


PIECES = st.sampled_from(
    [*"“”„\"'‘’«»().!?…-–:, \n\t", "Jan ", "zei ", "o.a.", "’s", "De ", "5", "😀", "\ufeff", "\ud800"]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_every_visible_character_is_in_one_sentence_in_order(text: str) -> None:
    spans = split_sentences(text)
    position = 0
    for start, end in spans:
        assert not text[position:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
    assert spans == split_sentences(text)
