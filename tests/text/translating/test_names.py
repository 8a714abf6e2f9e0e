from __future__ import annotations

import pytest

from service.text.translating import differences
from service.text.translating.differences import Difference


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Dat schrijft The Herald Post.", "So writes Herald Post."),
        (
            "Gisteren sprak minister Sergej Lavrov in Moskou.",
            "Minister Sergei Lavrov spoke in Moscow yesterday.",
        ),
        ("Volgens Poetin helpt de NAVO Oekraïne.", "According to Putin, NATO is helping Ukraine."),
        ("De Tweede Kamer in Den Haag stemde.", "The House of Representatives in The Hague voted."),
        ("De Duitse premier reisde naar de VS.", "The German prime minister travelled to the United States."),
        ("De Afghaanse regering en de VN-gezant.", "The Afghan government and the UN envoy."),
        ("Hij zei: ‘Het Bosberaad wacht.’", "He said: “The Forest Council is waiting.”"),
        ("Hij ging. Het Bosberaad wacht.", "He went. Now the Council is waiting."),
        ("Zij kent de Cookeilanden, de eilanden.", "She knows the Cook Islands, the islands."),
        ("Volgens het Hooggerechtshof mag het.", "According to the Supreme Court it is allowed."),
        ("Gisteren regende het.", "It rained yesterday."),
        ("De Dominicaanse Republiek en Hongkong.", "The Dominican Republic and Hong Kong."),
        ("Zij was Commercieel Directeur van Polen.", "She was Commercial Director of Poland."),
        ("1) Volgens de raad is het dicht.", "1) According to the council it is closed."),
        ("a) Volgens de raad is het dicht.", "a) According to the council it is closed."),
        ("3) Ten slotte is het dicht.", "3) Finally it is closed."),
        ("[1] Rapport van de raad.", "[1] Report of the council."),
        ("(ii) Verder is het dicht.", "(ii) Besides, it is closed."),
        ("’s Ochtends komt Fatma Yıldız.", "In the morning Fatma Yildiz comes."),
    ],
)
def test_names_in_their_english_form_are_found(nl: str, en: str) -> None:
    assert differences.name_differences(nl, en) == ()


@pytest.mark.parametrize(
    ("nl", "en", "lost"),
    [
        ("Gisteren sprak Lavrov.", "Yesterday the minister spoke.", "Lavrov"),
        ("Gisteren sprak Lavrov.", "Yesterday Johnson spoke.", "Lavrov"),
        ("Het vliegtuig MH17 werd geraakt.", "The plane was hit.", "MH17"),
        ("NOS meldt storingen.", "Disruptions are reported.", "NOS"),
        ("Op lijn (b) Zwolle reed niets.", "Nothing ran on line (b).", "Zwolle"),
        ("De trein naar Zwolle reed niet.", "The train did not run.", "Zwolle"),
        ("Gisteren sprak Anderson.", "Yesterday Anders spoke.", "Anderson"),
        ("Het net van Stedin viel uit.", "The net of Stedinedin failed.", "Stedin"),
        ("Toen sprak Van den Muijsenberg.", "Then Van den Munijenberg spoke.", "Muijsenberg"),
        ("Toen won Adriaansen.", "Then Adriaans won.", "Adriaansen"),
        ("Zij woont bij Terrakkes.", "She lives near Terrakes.", "Terrakkes"),
        ("Trainer Piet Oosting lacht.", "Coach Piet Easting laughs.", "Oosting"),
        ("Hij leest De Telegraaf.", "He reads De Telegraph.", "Telegraaf"),
        ("Van Polwijk lacht erom.", "From Polwijk laughs about it.", "Van Polwijk"),
        ("Toen lachte Van Polwijk.", "Then From Polwijk laughed.", "Van Polwijk"),
        ("Jan van Aalst, zei Van Aalst.", "Jan of Aalst, said Van Aalst.", "van Aalst"),
        ("Daar zat Jan van Aalst.", "Jan from the Aalst was there.", "van Aalst"),
        ("Daar zat Kees van der Lubbe.", "There was Kees of der Lubbe.", "van der Lubbe"),
        ("Daar zat Peter R. de Wilt.", "There was Peter R. the Wilt.", "de Wilt"),
        ("Daar zat ook De Bruijn.", "The Bruijn was there too.", "De Bruijn"),
        (
            "Hij zegt dat Verdaasdonk riep: ‘Dat kan.’",
            "He says that Verdaask called: “The time is right.”",
            "Verdaasdonk",
        ),
        ("Dat zegt Groot.", "That says Britain.", "Groot"),
        ("Volgens Bisschop regent het.", "According to Bishop it rains.", "Bisschop"),
        ("Dat zegt mevrouw Koning.", "So says Mrs King.", "Koning"),
        ("Dat zegt wethouder Kees Prins.", "So says alderman Kees Prince.", "Prins"),
        ("Daar zat Peter de Groot.", "Peter the Great was there.", "de Groot"),
        ("Dat zegt minister De Jonge.", "So says Minister The Young.", "De Jonge"),
        ("De Jonge zegt dat.", "The Young says that.", "De Jonge"),
        ("Daar zat Jan van den Berg.", "Jan from the Berg was there.", "van den Berg"),
        ("Daar zat Jan van den Berg.", "Jan from the Mount was there.", "Berg"),
        ("Van den Berg lacht erom.", "From the Berg laughs about it.", "Van den Berg"),
        ("Zij woont in Zeeland.", "She lives in Zealand.", "Zeeland"),
    ],
)
def test_a_name_that_is_gone_is_named(nl: str, en: str, lost: str) -> None:
    assert differences.name_differences(nl, en) == (Difference(f"Not in the English: {lost}."),)


@pytest.mark.parametrize("wrong", ["Verstap", "Verstappe", "Verstapuren"])
def test_each_mention_of_a_name_is_looked_at(wrong: str) -> None:
    nl = "Toen wonnen Jos Verstappen en Max Verstappen."
    for en in (f"Jos Verstappen and Max {wrong} won.", f"Jos {wrong} and Max Verstappen won."):
        assert differences.name_differences(nl, en) == (Difference(f"Not in the Dutch: {wrong}."),)


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Toen wonnen Jos Verstappen en Max Verstappen.", "Jos Verstappen and his son Max won."),
        ("Toen zei Lisa Poelstra dat Poelstra wint.", "Lisa Poelstra said then that she wins."),
        ("In Zwolle wint Zwolle van de Zwollenaren.", "Zwolle beats the Zwollenaars at home."),
        ("In Dronten wint Dronten van Drenthe.", "Dronten beats Drenthe at home."),
    ],
)
def test_another_mention_may_be_a_pronoun_or_another_word(nl: str, en: str) -> None:
    assert "Not in the Dutch" not in " ".join(d.text for d in differences.name_differences(nl, en))


def test_names_that_begin_alike_are_named_when_they_are_lost() -> None:
    # Each held against all that begin as it does, they take a minute.
    letters = "bdfgklmnprstvz"
    english = [f"Xo{a}u{b}a{c}i{d}" for a in letters for b in letters for c in letters for d in "bd"]
    lost = [f"{name}ampf" for name in english]
    assert differences.name_differences(f"Wij zien {', '.join(lost)}.", f"We see {', '.join(english)}.") == (
        Difference(f"Not in the English: {', '.join(lost)}.", len(lost)),
    )


def test_a_name_lost_of_a_list_of_thousands_is_named() -> None:
    # Each held against each, or looked for from the beginning of the sentence, they take minutes.
    letters = "bdfgklmnprstv"
    names = " ".join(
        f"{a}o{b}a{c}e{d}".title() for a in letters for b in letters for c in letters for d in "kst"
    )
    nl = f"Aanwezig waren {names} en de Directeur, Lavrov, Sergej en Zjirkov."
    en = f"Present were {names} and the Director, the minister, Sergei and Zhirkov."
    assert differences.name_differences(nl, en) == (Difference("Not in the English: Lavrov."),)
    assert differences.name_differences(nl, en.replace("Sergei", "he")) == (
        Difference("Not in the English: Lavrov, Sergej.", 2),
    )


@pytest.mark.parametrize(
    ("nl", "en", "left"),
    [
        ("Hij reisde naar Hongarije.", "He travelled to Hongarije.", "Hongarije"),
        ("Dat wilden de Finnen.", "The Finnen wanted that.", "Finnen"),
        ("Een Groningse wethouder.", "A Groningse alderman.", "Groningse"),
    ],
)
def test_a_name_that_has_an_english_form_is_left_in_dutch(nl: str, en: str, left: str) -> None:
    assert differences.name_differences(nl, en) == (Difference(f"Left in Dutch: {left}."),)


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("Toen sprak De Graaf.", "Then De Graaf spoke."),
        ("De Graaf en Paas zwijgen.", "De Graaf and Paas are silent."),
        ("Van den Berg lacht erom.", "Van den Berg laughs about it."),
        ("Dat zegt Bisschop.", "So says Bisschop."),
        ("Dat zegt Rabo-econoom Bisschop.", "So says Rabo economist Bisschop."),
        ("Dat zegt politicoloog Tom van der Meer.", "So says political scientist Tom van der Meer."),
        ("Volgens J. Keizer regent het.", "According to J. Keizer it rains."),
        ("Toen opende de Koning de brug.", "Then the King opened the bridge."),
        ("De Koning opent de brug.", "The King opens the bridge."),
        ("Toen kwam koning Willem-Alexander.", "Then King Willem-Alexander came."),
        ("Toen kwam Koning Willem-Alexander.", "Then King Willem-Alexander came."),
        ("Hij werd in mei Koning van Pruisen.", "He became King of Prussia in May."),
        ("Hij werd gekroond tot Keizer.", "He was crowned Emperor."),
        ("Zij dient een goede Koning.", "She serves a good King."),
        ("Hij bewondert Karel de Grote.", "He admires Charles the Great."),
        ("Hij woont in Groot-Brittannië.", "He lives in Great Britain."),
        ("Zij woont in Zeeland.", "She lives in Zeeland."),
        ("Zij woont in Nieuw-Zeeland.", "She lives in New Zealand."),
        ("Dat zei Frans Timmermans.", "So said Frans Timmermans."),
        ("Hij spreekt Frans en Duits.", "He speaks French and German."),
        ("Toen oordeelde de Hoge Raad.", "Then the Supreme Court ruled."),
        ("Dat zei paus Franciscus.", "So said Pope Francis."),
        ("Dat doet Waterschap Rijn en Maas.", "Waterschap Rijn en Maas does that."),
        ("Dat zeiden de Kamerleden.", "The members said so."),
        ("Van Polwijk is bekend dat het stil is.", "It is known of Polwijk that it is quiet."),
        ("Van Polwijk naar Zwolle is ver.", "From Polwijk to Zwolle is far."),
        ("Zij is de vrouw van Polwijk.", "She is the wife of Polwijk."),
        ("Daar woont Anna Visser van Melrose.", "Anna Visser of Melrose lives there."),
        ("Hij lijkt op Hendrik van Engeland.", "He looks like Hendrik of England."),
        ("De Amstel stijgt.", "The Amstel is rising."),
        ("Daar was Eva van Greenpeace.", "Eva of Greenpeace was there."),
        ("Daar was Jan van Ajax.", "Jan from Ajax was there."),
        ("Daar was Lisa van Natuurmonumenten.", "Lisa of Natuurmonumenten was there."),
        ("Daar was Willem van Oranje.", "William of Orange was there."),
        ("Oranje wint.", "The Netherlands win."),
    ],
)
def test_a_name_that_is_right_is_no_difference(nl: str, en: str) -> None:
    assert differences.name_differences(nl, en) == ()
