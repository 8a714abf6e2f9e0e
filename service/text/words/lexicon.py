"""Closed word classes and naming conventions of Dutch."""

from __future__ import annotations

import re
from typing import Final


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set: how every closed class is written down here."""
    return frozenset(words.split())


DETERMINERS: Final = word_set(
    "de het een deze dit die dat zijn haar hun ons onze mijn m'n m’n z'n z’n 'n één geen elke ieder iedere"
    " beide alle sommige enkele veel vele andere diverse meerdere verschillende twee drie vier vijf zes zeven"
    " acht negen tien"
)
SUBJECT_PRONOUNS: Final = word_set("hij zij ze hijzelf zijzelf")
OTHER_PRONOUNS: Final = word_set("ik je jij u we wij jullie men het er iemand niemand iedereen")
OBJECT_PRONOUNS: Final = word_set("hem haar hen hun zich mij me ons zichzelf zelf elkaar")
PREPOSITIONS: Final = word_set(
    "in op bij van voor uit aan met na naar over onder tegen tegenover tijdens volgens door om tot"
    " sinds vanaf vanuit via zonder rond rondom richting namens binnen buiten tussen ondanks wegens"
    " vanwege dankzij per à te ter ten naast achter boven langs binnen aangaande omtrent jegens"
)
CREDITS: Final = word_set("foto tekst beeld bron bronnen door video illustratie fotograaf auteur redactie")
"""What stands with a colon before the name of who made something."""
CONJUNCTIONS: Final = word_set("en maar of want dus doch noch")
SUBORDINATORS: Final = word_set(
    "dat die wat zoals omdat toen als wanneer terwijl hoe nadat voordat zodat waarin waarmee waarover"
    " waarop waarbij waardoor waarom hoewel doordat mits tenzij indien waar wie aangezien zodra"
    " waarvan waarna of"
)
RELATIVES: Final = word_set("die dat wie")
ADVERBS: Final = word_set(
    "ook nog nu toen dan daar daarna daarop daarover daarom daarbij hierover hierop eerder later"
    " daarentegen tegelijk"
    " vandaag gisteren morgen vanochtend vanmiddag vanavond gisteravond gistermiddag gisterochtend"
    " zondag maandag dinsdag woensdag donderdag vrijdag zaterdag zondagavond maandagavond dinsdagavond"
    " woensdagavond donderdagavond vrijdagavond zaterdagavond onlangs inmiddels intussen ondertussen"
    " vervolgens echter wel niet even al weer zelf zelfs alleen vooral juist zo dus toch immers"
    " namelijk overigens bovendien eveneens verder tenslotte uiteindelijk destijds tevens alvast"
    " meteen direct desgevraagd desondanks nuchter stellig resoluut lachend trots verward eerlijk"
    " opgelucht kort kortweg letterlijk onder samen hier er steeds vaak altijd soms misschien"
    " waarschijnlijk natuurlijk opnieuw nogmaals tegelijkertijd allemaal erop eraan ervan erover"
    " daaraan daarmee hem haar zich hen ons mij me cynisch droogjes enthousiast boos fel gekscherend"
    " grappend glimlachend enigszins zeer heel erg vast reeds zojuist pas net ooit voorheen vanmorgen"
    " vannacht gelijk openlijk hardop woedend nooit al maar liever eigenlijk ten ineens plots"
    " plotseling veelzeggend half hoofdschuddend zuchtend indertijd onderling"
)
AUXILIARIES: Final = word_set(
    "is zijn was waren wordt worden werd werden heeft hebben had hadden zal zullen zou zouden kan"
    " kunnen kon konden mag mogen mocht mochten moet moeten moest moesten wil willen wilde wilden"
    " durft durfde gaat gaan ging gingen blijft blijven bleef bleven kwam kwamen komt komen hoeft"
    " lijkt leek lijken leken doet deed krijgt kreeg"
)
PLURAL_AUXILIARIES: Final = word_set(
    "zijn waren worden werden hebben hadden zullen zouden kunnen konden mogen mochten moeten moesten"
    " willen wilden gaan gingen blijven bleven komen kwamen lijken leken durven"
)
PASSIVES: Final = word_set("wordt worden werd werden is zijn was waren")
PARTICLES_OF_NAMES: Final = word_set(
    "van de der den ten ter te 't het von di da la le el al bin ibn dos du des del zu vom zum zur op in aan"
)
_PRONOMINAL: Final = {
    start + end
    for start in ("daar", "hier", "er", "waar")
    for end in word_set(
        "aan achter bij binnen boven door heen in langs mee na naar naast om onder op over tegen"
        " tussen toe uit van voor"
    )
}
STARTERS: Final = (
    _PRONOMINAL
    | DETERMINERS
    | SUBJECT_PRONOUNS
    | OTHER_PRONOUNS
    | OBJECT_PRONOUNS
    | PREPOSITIONS
    | CONJUNCTIONS
    | SUBORDINATORS
    | ADVERBS
    | AUXILIARIES
    | word_set(
        "aldus extra naast behalve mocht hoezeer zowel noch nee ja kijk neem laat daarnaast voorlopig"
        " inderdaad wel vorig vorige volgend volgende afgelopen komende eind begin half ruim bijna"
        " circa ongeveer zeker mogelijk eerst eerste tweede derde allereerst ten te wat waar wie welke"
        " welk hoeveel waarom hoe zodoende desalniettemin kortom vooraf achteraf dagelijks jaarlijks"
        " wekelijks samengevat helaas gelukkig jarenlang sindsdien daarvoor hiervoor hierdoor daardoor"
        " daarentegen dergelijke zulke zo'n elk genoeg eén zo daarmee enige vele beide zulk hoewel ook"
        " lang straks wederom tegenwoordig voortaan vooralsnog recent recentelijk geregeld regelmatig"
        " overdag doorgaans meestal zelden telkens weldra allicht wellicht vermoedelijk kennelijk blijkbaar"
        " klaarblijkelijk uiteraard vanzelfsprekend trouwens niettemin evenwel talloze tientallen honderden"
        " duizenden thuis eindelijk hopelijk jammer gezamenlijk formeel officieel feitelijk tevergeefs"
        " terecht onterecht"
        " anders opvallend opmerkelijk alweer overal nergens ergens vroeger laatst tussentijds"
        " foto lees bekijk video verderop elders ginds halverwege iets niets alles"
        " aanvankelijk achtereenvolgens algauw allengs althans amper andersom bijgevolg binnenkort"
        " dadelijk desnoods dikwijls eensklaps enerzijds anderzijds enkel evengoed evenmin evenzeer"
        " gaandeweg geleidelijk gewoonlijk grotendeels herhaaldelijk hoogstens hoogstwaarschijnlijk"
        " langzaam langzaamaan logischerwijs minstens momenteel naderhand nadien nauwelijks nimmer"
        " nochtans nogal noodgedwongen normaliter onderweg ongetwijfeld oorspronkelijk opeens plotsklaps"
        " prompt rechts links ruwweg simpelweg slechts spoedig stiekem stilaan tenminste toevallig"
        " traditiegetrouw uitgerekend uitsluitend vanouds veelal voornamelijk voortdurend vrijwel weleens"
        " welteverstaan werkelijk zachtjes zienderogen zogezegd zolang zonet zopas aansluitend vergeefs"
        " achterin voorin bovenaan onderaan beneden vooraan precies exact uiterlijk minimaal maximaal"
        " gemiddeld eergisteren overmorgen zover sorry bedankt"
    )
)
"""Words whose capital at the start of a sentence says nothing: they begin no name."""

PORTFOLIO: Final = re.compile(
    r"(?:(?:Buitenlandse|Binnenlandse|Sociale|Economische|Europese|Algemene|Koninkrijks"
    r"|Constitutionele|Religieuze)\s(?:Zaken|Handel)|Natuurlijke\sHulpbronnen|Nationale\sVeiligheid|Financiën|Justitie|Defensie|Onderwijs|Landbouw"
    r"|Volksgezondheid|Infrastructuur|Klimaat|Volkshuisvesting|Asiel|Cultuur|Milieu|Energie|Natuur"
    r"|Visserij|Transport|Vervoer|Industrie|Toezicht|Communicatie|Media|Zorg|Welzijn|Sport|Veiligheid|Werkgelegenheid|Innovatie|Toeslagen"
    r"|Ontwikkelingssamenwerking|Rechtsbescherming|Migratie|Koninkrijksrelaties|Waterstaat|Wetenschap"
    r"|Voedselkwaliteit|Stikstof|Mobiliteit|Begroting|Ruimtelijke Ordening|Buitenlandse Handel"
    r"|Openbaar Bestuur|Handel|Arbeid|Gezondheid|Verkeer"
    r"|Openbare Werken|Wonen|Jeugd|Gelijke Kansen|Dierenwelzijn|Toerisme|Middenstand"
    r"|Pensioenen|Digitalisering|Economie|Omgeving|Begrotingszaken|Binnenland|Buitenland)\b(?:(?:,|\sen)\s(?=[A-Z]))?"
)
"""What a ministry is called: "minister van Sociale Zaken Karien van Gennip" ends before Karien."""

STRONG_PAST: Final = re.compile(
    r"^(?:aan|af|toe|op|uit)?(?:bood|schoof|sloot|sloeg|riep|hief|hield|liet|wees|bleef|vond|begon|vertrok"
    r"|verliet|vloog|schreef|sprak|zweeg|greep|sliep|verloor|hing|viel|won|zong|boog|vroeg|dacht|bracht)$"
    r"|^(?:zocht|bezocht|verzocht|onderzocht|kocht|verkocht|vocht|verbood|zag|wist|dronk|sprong|dwong|klom|trof"
    r"|ving|ontving|hielp|stierf|loog|bedroog|genoot|schoot|kroop|dook|reed|sneed|streed|keek|steeg|vergat"
    r"|betrad|stak|schrok|bevond|versloeg|ontsloeg|joeg|woog|ontstond|bestond|verdween|scheen|verscheen"
    r"|ondervroeg|besloot|dreef|verdreef|verzon|verbrak|begroef|ontdekte|ging|moest|mocht)$"
)
"""Pasts that do not end as those of other verbs do, most of which are no nouns."""

VERB_FORM: Final = re.compile(
    r"(?:[^aeiou]t|aat|eet|oet|uut|ijt|iet|ouwt|[a-z]{3}de|[a-z]{3}te|keek|kwam|liep|stond|zat|kreeg"
    rf"|gaf|nam|deed|koos|trok|droeg)$|{STRONG_PAST.pattern}"
)
"""What may be a finite verb in the singular, when a person follows it: "Met zorg kijkt Jansen"."""


def is_where(word: str) -> bool:
    """Whether a lowercase word begins a relative clause: "waar", "waarin", not "waarschuwt"."""
    return word.startswith("waar") and word in STARTERS
