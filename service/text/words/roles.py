"""What people and bodies are called besides their names.

Roles that mean the same, nouns that are no person.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.words.lexicon import word_set

ATTACHING: Final = word_set("van bij uit voor namens aan")
ATTACHED: Final = re.compile(rf"\s(?:{'|'.join(sorted(ATTACHING))})\s")


DEMONYM: Final = re.compile(
    r"(?:aan|aar|er|ees|iër|ein|oot|Vlaming|nees|(?P<woman>se|sche|aine|[sz]in)"
    r"|(?P<plural>anen|ers|ezen|iërs|Vlamingen|oten|einen|en))$"
)


PARTISAN: Final = re.compile(r"([\w-]+)['’]er$")
""" "CDA'er", one of a party."""


NO_PARTIES: Final = word_set("ict mbo hbo vwo havo vmbo zzp tbs ggz mkb")
""" "de ICT'er" belongs to none."""


PEOPLES: Final = word_set(
    "Zweed Deen Pool Fin Turk Rus Griek Brit Schot Tsjech Slowaak Kroaat Hongaar Belg Waal Fries Est"
    " Let Spanjaard Argentijn Filipijn Bulgaar Bask Noor Portugees Chinees Fransman Engelsman Welshman"
    " Ier Japanner Serviër Drent Zeeuw Democraat Republikein"
)
"""One of a people or a camp, by names that have no ending of their own."""


PLURAL: Final = re.compile(
    r"(?:(?<!\bjong)en|ers|ors|[^aeiou]s(?<!arts)(?<!prins)(?<!gids)(?<!mens)|[a-z]{2}ici|a's|lieden|lui)$"
)


FIRM: Final = re.compile(
    r"(?:beheerder|projectontwikkelaar|verzekeraar|vervoerder|aanbieder|verbrander|fabrikant|(?<!akker)(?<!land)(?<!wijn)(?<!tuin)bouwer|uitgever|producent"
    r"|(?:chip|auto|truck|vliegtuig|telefoon|smartphone|computer|software|game|medicijn|vaccin|batterij|wapen"
    r"|speelgoed|sigaretten|apparatuur|machine)maker"
    r"|leverancier|verhuurder|exploitant|gigant|reus|bedrijf|onderneming|concern|firma|maatschappij|keten|multinational"
    r"|winkel|bank|fabriek|brouwerij|rederij|uitgeverij|startup|start-up|holding|site|webshop|platform)$"
)
"""Roles of a company: what stands behind them is its name, not a party or a club."""


PLACE_BODIES: Final = word_set(
    "gemeente provincie politie universiteit hogeschool rechtbank ministerie waterschap ziekenhuis"
    " regio brandweer veiligheidsregio omgevingsdienst gerechtshof hof parket bisdom eiland staat"
    " kanton inspectie stadsdeel"
)
"""Bodies whose name alone would be a place."""


OF_OTHERS: Final = re.compile(r" van (?:een van )?(?:de|het) ")
""" "de zoon van een van de slachtoffers", but "de dochter van een melkboer" is whom was spoken of."""


COMPANIES_AGAIN: Final = re.compile(
    r"(?:beheerder|vervoerder|aanbieder|verzekeraar|maatschappij|rederij|(?<!recht)bank|touroperator|omroep|corporatie)$"
)
"""What a company is called when its name was just given: "ProRail wacht af", "aldus de spoorbeheerder"."""


TRADE: Final = re.compile(
    r"(?:verzekeraar|vervoerder|aanbieder|aannemer|fabrikant|leverancier|producent|exploitant)$"
)
"""What is a firm as a rule, and no other word for a person just spoken of."""


COMPANY: Final = word_set("bedrijf onderneming concern firma maatschappij keten multinational")
"""Nouns that any company may be called by."""


NUMERALS: Final = word_set("elf twaalf twintig dertig veertig vijftig honderd duizend")


KIN: Final = word_set(
    "vader moeder zoon zoontje dochter dochtertje broer broertje zus zusje"
    " grootvader grootmoeder vrouw man echtgenoot echtgenote partner vriend"
    " vriendin opa oma oom tante neef nicht buurman buurvrouw kleinzoon kleindochter schoonvader"
    " ex schoonmoeder schoonzoon schoondochter stiefvader stiefmoeder"
)
"""Whoever was named as somebody's "dochter" is meant by "haar dochter" afterwards."""


ANY_BODY: Final = re.compile(
    r"(?:organisatie|dienst|instelling|instantie|stichting|toezichthouder|waakhond|instituut|orgaan|koepel|denktank"
    r"|(?<=[a-z])(?:club|groep|vereniging|bond|federatie))$"
)
"""Nouns by which nearly any body may be called right behind its name."""


COUNTS: Final = word_set("één twee drie vier vijf zes zeven acht negen tien")
"""Of how many somebody is the mother, which makes her nobody new."""


TITLED: Final = frozenset(
    (
        *("De Standaard", "De Morgen", "De Tijd", "De Telegraaf", "De Limburger", "De Gelderlander"),
        *("De Stentor", "De Groene Amsterdammer", "De Correspondent", "Het Parool", "Het Nieuwsblad"),
        *("Het Laatste Nieuws", "Het Financieele Dagblad", "Het Belang van Limburg", "De Nederlandsche Bank"),
    )
)
"""Papers, and a bank, whose article is part of their name."""


_SAME_ROLE: Final = tuple(
    tuple(line.split())
    for line in (
        "advocaat advocate raadsman raadsvrouw strafpleiter",
        "officier aanklager",
        "premier minister-president regeringsleider",
        "minister bewindsman bewindsvrouw bewindspersoon",
        "staatssecretaris bewindsman bewindsvrouw bewindspersoon",
        "trainer coach oefenmeester bondscoach keuzeheer",
        "directeur topman topvrouw bestuursvoorzitter ceo",
        "burgemeester burgervader",
        "kamerlid parlementariër volksvertegenwoordiger politicus politica",
        "onderzoeker wetenschapper hoogleraar",
        "woordvoerder woordvoerster voorlichter",
        "scheidsrechter arbiter leidsman",
        "huisarts dokter",
        "keeper doelman doelvrouw",
    )
)


_FIELDS: Final = tuple(
    re.compile(rf"(?:{'|'.join(nouns.split())})$")
    for nouns in (
        "minister staatssecretaris kamerlid premier president politicus politica leider lijsttrekker"
        " wethouder burgemeester raadslid senator fractievoorzitter europarlementariër bewindsman"
        " bewindsvrouw bewindspersoon gedeputeerde bestuurder parlementariër statenlid schepen"
        " eurocommissaris kanselier volksvertegenwoordiger regeringsleider staatsman gouverneur"
        " partijvoorzitter"
        " fractieleider heemraad dijkgraaf .'er",
        "speler speelster aanvoerder keeper doelman doelvrouw spits verdediger middenvelder aanvaller"
        " voetballer voetbalster international coureur renner renster schaatser schaatsster tennisser"
        " tennisster atleet atlete zwemmer zwemster kampioen routinier turner turnster bokser darter"
        " judoka springer springster roeier roeister sprinter sprintster captain hockeyer hockeyster"
        " volleyballer volleybalster olympiër golfer loper loopster wielrenster kopman kopvrouw goalie"
        " linksback rechtsback sluitpost favoriet favoriete titelverdediger titelverdedigster",
        "trainer coach oefenmeester bondscoach keuzeheer ploegleider",
        "auteur schrijver schrijfster zanger zangeres acteur actrice regisseur kunstenaar kunstenares"
        " artiest artieste dichter dichteres romancier componist muzikant rapper cabaretier filmmaker"
        " schilder presentator presentatrice fotograaf fotografe danser danseres theatermaker"
        " columnist columniste",
        "hoogleraar onderzoeker onderzoekster wetenschapper professor loog loge kundige econoom"
        " deskundige expert kenner analist psychiater arts historicus historica docent lector econome",
        "advocaat advocate raadsman raadsvrouw strafpleiter officier rechter aanklager",
        "directeur directrice topman topvrouw ceo bestuursvoorzitter ondernemer onderneemster"
        " eigenaar eigenares baas bazin bestuurder manager zakenman zakenvrouw miljardair oprichter",
        "boer boerin veehouder veehoudster akkerbouwer tuinder teler teelster kweker herder imker",
        "predikant prediker dominee pastoor priester bisschop imam rabbijn baptist voorganger geestelijke",
        "agent agente commissaris korpschef districtschef politiechef rechercheur politieman politievrouw",
    )
)


def head_of(role: str) -> str:
    """ "cda-lid" of "cda-lid van de raad"."""
    return role.split(" ")[0]


def noun_of(role: str) -> str:
    """The head without what it is compounded with: "lid" of "cda-lid van de vo-raad"."""
    return head_of(role).split("-")[-1]


def fields_of(role: str) -> set[int]:
    """The walks of life that a role belongs to; empty where that is not known."""
    head = head_of(role)
    return {number for number, field in enumerate(_FIELDS) if field.search(head)}


def synonyms(head: str) -> list[str]:
    return [w for group in _SAME_ROLE if head in group for w in group if w != head]


def role_keys(role: str) -> list[str]:
    """ "vvd-kamerlid", "kamerlid" and "lid" can all come back as the person's role."""
    head = head_of(role)
    keys = [head]
    if head.startswith(("oud-", "ex-")):
        return keys  # "de minister" is whoever has the office now
    if "-" in head:
        keys.append(head.split("-")[-1])
    for base in (
        "minister",
        "president",
        "directeur",
        "voorzitter",
        "burgemeester",
        "coach",
        "trainer",
        "officier",
        "rechter",
        "wethouder",
        "agent",
        "advocaat",
        "commissaris",
    ):
        if head.endswith(base) and head not in (base, "minister-president", "scheidsrechter"):
            keys.append(base)
    if head in ("minister-president",):
        keys += ["premier"]
    return keys


_OFFICES: Final = word_set(
    "rechter officier advocaat advocate aanklager agent agente woordvoerder woordvoerster"
    " burgemeester wethouder gedeputeerde schepen minister staatssecretaris premier president koning"
    " koningin paus bisschop"
    " trainer coach bondscoach directeur directrice voorzitter arts dokter huisarts scheidsrechter"
    " moeder vader ouders verdachte dader slachtoffer familie getuige eigenaar eigenares buurman"
    " buurvrouw organisator werkgever verhuurder patiënt bestuurder klant bewoner"
    " rector commissaris inspecteur curator notaris griffier man vrouw jongen meisje zoon"
    " dochter broer zus opa oma koper verkoper chirurg specialist apotheker tandarts dierenarts psycholoog"
    " therapeut fysiotherapeut makelaar accountant juf portier conciërge"
    " gouverneur ambassadeur consul commandant bevelhebber korpschef procureur deurwaarder ambtenaar"
    " uitbater kastelein koster collega"
    " loodgieter monteur chauffeur buschauffeur machinist conducteur piloot steward ober serveerster gids"
    " tolk patholoog leidinggevende receptioniste beveiliger bewaker kroegbaas barman"
)


_COMPOUND_OFFICE: Final = re.compile(
    r"\w(?:minister|rechter|officier|advocaat|agent|voorzitter|woordvoerder|woordvoerster|directeur|inspecteur|bewoner"
    r"|commissaris|eigenaar)$"
)
""" "politierechter", "rechtbankvoorzitter", "wijkagent"."""


def is_office(role: str) -> bool:
    """Whether "de X" may well be somebody new, like "de rechter", not another word for the person before."""
    noun = noun_of(role)
    return noun in _OFFICES or _COMPOUND_OFFICE.search(noun) is not None
