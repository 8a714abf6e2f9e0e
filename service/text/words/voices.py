"""Nouns of those who can speak: people, groups and bodies.

Dutch has no closed list of them, but most are told by their ending ("onderzoeker", "woordvoerster",
"bioloog"), the rest by the word itself or by the last part of a compound ("korpschef"). Words with such an
ending that mean a thing ("water", "moment") are kept out by name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from service.text.words.lexicon import STARTERS, word_set

Gender = Literal["m", "f", ""]

_BODIES: Final = (
    "ministerie gemeente provincie politie bedrijf bond vereniging organisatie stichting commissie partij"
    " fractie universiteit ziekenhuis rechtbank hof regering kabinet (?<!\\bd)(?<![lmr]d)(?<!sie)raad"
    " instituut bureau dienst inspectie"
    " bank krant club ploeg coalitie oppositie bestuur directie college junta leger brandweer overheid team"
    " bedrijven bonden federatie concern omroep zender keten autoriteit autoriteiten groep koepel platform"
    " justitie defensie (?<![a-z])pers (?:wereld|sport|vak|muziek|dagblad|roddel)pers"
    " redactie fabriek winkel maatschappij ambassade delegatie collectief instantie"
    " parket jury waakhond orgaan onderneming school scholen kantoor museum syndicaat uitgeverij"
    " rederij brouwerij departement stadsdeel bisdom"
    " coöperatie consortium multinational startup start-up politiezone brandweerzone hulpverleningszone"
    " gezin stadsbestuur kerkbestuur genootschap comité netwerk denktank persbureau hogeschool waterschap"
    " kliniek vakblad weekblad dagblad nieuwssite holding studio platenlabel hoofdkantoor media staatsmedia"
    " tribunaal parlement senaat brigade agentschap reclassering kinderbescherming rekenkamer rekenhof"
    " corporatie fonds luchthaven warenhuis restaurant zorginstelling pensioenfonds"
)
BODY: Final = re.compile(rf"(?:{'|'.join(_BODIES.split())})$")
"""What speaks as a body, not as a person."""

PEOPLE: Final = word_set(
    "promovendus promovenda promovendi"
    " kapitein kapiteins korporaal korporaals generaal generaals admiraal majoor majoors kolonel kolonels"
    " schepen schepenen vriend vrienden vriendin vriendinnen fan fans gids gidsen prof profs international"
    " internationals tolk tolken kok koks kardinaal kardinalen rabbijn rabbijnen dakloze daklozen zieke"
    " zieken neef neven nicht nichten oom ooms tante tantes opa oma tweeling stel echtpaar duo trio"
    " rector rectoren bron bronnen ingewijde ingewijden juf pater abt vicaris sultan sjeik tsaar"
    " graaf gravin hertog hertogin vorst vorstin baron barones filosoof filosofe filosofen kandidaat"
    " kandidaten stagiair stagiaire stagiairs advocaat soldaat soldaten atleet atlete atleten held heldin"
    " heer heren meneer mevrouw dame dames gezant weduwe wees echtgenote bruid vrijwilliger dierenarts"
    " procureur-generaal directeur-generaal secretaris-generaal advocaat-generaal gouverneur-generaal mens"
    " peuter kleuter baby tiener puber zus zussen broer broers buren baas bazen influencer dj rapper"
    " ambassadrice coureur coureurs spits back kopman kopvrouw chef chefs ceo cfo oud-international"
    " dijkgraaf bas tenor sopraan alt bariton mezzosopraan"
    " ouders ouder leider patiënt patiënte krant leiders partner partners crack gast gasten vorsten"
    " leidinggevende leidinggevenden scheids ploegbaas promotor jongetje cliënte consulente"
    " persoon personen individu pleegouders stiefvader stiefmoeder ex ex-man ex-vrouw mama papa"
    " acrobaat agrariër antiquair astronaut astronoom barista bediende bedienden beul bibliothecaresse"
    " brigadier bruidegom caissière cabaretière chauffeuse chemicus clown comedian corrector crimineel"
    " criminelen decaan detective diaken drenkeling elektricien enthousiasteling erfgenaam erfgenamen expat"
    " expats farmaceut forens forensen fysio gelovige gelovigen geograaf gymnast gymnaste"
    " artiest artiesten goalie linksbuiten nestor rechtsbuiten sluitpost sociaaldemocraat"
    " ingezetenen jockey jongere juffrouw kapelaan kastelein katholiek katholieken kernfysicus kleinkind"
    " klerk knaap kompaan kraamhulp landmeter legionair lijfwacht lijfwachten maestro magnaat"
    " mannequin matroos matrozen mecenas metgezel militair militairen miljonair monnik monniken moslim"
    " moslima moslims muzikante nakomeling nomade nomaden novice opticien oudgediende oudgedienden"
    " opperrabbijn oudje pastor patriarch pensionado poëet prostituee regisseuse"
    " rechtsback linksback scholiere skiër skiërs slaaf slavin spion spionne steward stewardess strateeg"
    " suppoost toehoorder verzetsheld verzorgende veteraan veteranen volgeling volgelingen voogd vrijgezel"
    " waardin werkloze werklozen zendeling zonderling dirigente orthopeed conciërge conciërges"
    " kasteleinse parketwacht zaalwacht brandwacht schildwacht linkshalf postbode bode"
    " illustrator illustrators bejaarde bejaarden gepensioneerde gepensioneerden conservator conservators"
    " organisator organisatoren cheffin beiaardier beiaardiers sprinter sprinters judoka gedetineerde"
    " gedetineerden overlevende overlevenden kandidate europarlementariër leraren scholieren dominees smeden"
    " orthopeden decanen kroegbazen consultants astronomen redacteuren architecten consul consuls"
    " broertje broertjes zusje zusjes biograaf biografen scenograaf typograaf cineast cineasten"
    " secretaresse secretaresses hostess hostesses gastvrouw gastheer"
    " captain captains bazin bazinnen mannenstem vrouwenstem kinderstem jongens meisjes meiden knullen kids"
    " maat maten mecanicien sheriff sheriffs ploegmaat teammaat klasmaat bandmaat"
    " eerstejaars tweedejaars derdejaars vierdejaars"
    " lector lectoren neerlandicus neerlandici stukadoor stukadoors kassière kassières"
)
_PERSON_ENDING: Final = (
    "ers? aars? iers? (?<!d)eurs? (?<=ssa)deurs? anten ant enten ent isten ist (?<=[a-z]{3})iste"
    " logen loog sters?"
    " trices? loge genoten genoot lieden lui mannen man vrouwen vrouw ouders? leden lid hoofd hoofden"
    " chef chefs coach coaches arts artsen kundigen? onderzoekers? jarigen? agenten boeren boer officier"
    " officieren kenners? experts? deskundigen? specialist jurist rechters? premiers? presidenten"
    " president ministeries ministers? gemeenten provincies bedrijven vakbond organisaties partijen"
    " koning koningin prins prinsen prinses prinsessen paus bisschop bisschoppen pastoor"
    " dominee imam getuigen? verdachten?"
    " slachtoffers? familie bewoners? mensen jongeren ouderen kiezers moeder vader zoon dochter broer"
    " zus kinderen jongen meisje collega'?s? collega’s kamerlid kamerleden ambtenaren ambtenaar"
    " psychologe journaliste zangeres advocate? advocaten advocaat hoogleraar professor docente?"
    " studente? assistentes? agentes? docentes? biologe? econo(?:om|men|me) socio(?:loog|loge) keten"
    " huurling(?:en)? boegbeeld kopstuk"
    " aris arissen topman topvrouw piloot piloten politici politicus politica criticus critici muzikant"
    " historicus historica historici musicus musici technicus technici medicus medici academicus"
    " academici mysticus alumnus chirurg architect kampioen diplomaat soldaat fotograaf fotografe"
    " fotografen choreograaf cartograaf pedagoog pedagoge pedagogen therapeut therapeute therapeuten"
    " senator senatoren mentor tutor curator curatoren auditor moderator commentator presentator"
    " presentatoren narrator acteur gouverneur procureur laureaat laureate"
    " (?<!d)(?<!ng)(?<!cc)(?<!pr)res gedeputeerden? afgevaardigden? veroordeelden? beklaagden?"
    " aangeklaagden? betrokkenen? nabestaanden? omwonenden? aanwezigen? opvarenden? inzittenden?"
    " gevangenen? gewonden? daklozen? minderjarigen? geïnterviewden? ondervraagden? gegijzelden?"
    " gedupeerden? genodigden? vertrouweling(?:en)? inwoonster leerling(?:en)? vluchteling(?:en)?"
    " tweeling zuigeling hoveling leerkracht(?:en)? kracht(?:en)? wees chefkok kok"
    " vriend(?:en|in|innen)? gezant(?:en)? bestuur(?:der)? kandidaat kandidaten pretendent"
    " hoofdcommissaris notaris notarissen secretaris secretaresse penningmeester ombudsman substituut"
    " magistraat magistraten advocaat-generaal boerin(?:nen)? smid zoons? makers? ingenieurs? amateurs?"
    r" (?<=\w)legendes? ondernemers? burgers? klanten klant supporters? fans? atleten atleet atlete profs?"
    " internationals?"
    " kampioene favoriete debutante? gast gasten generaals? kapiteins? wielrenster koper kopers verkopers?"
    r" genote (?<=\w)baas (?<=\w)bazin (?<=\w)gidsen (?<=\w)gids (?<=[a-z]{3})juf(?:frouw)? persoon"
    " coördinator(?:en|s)? cliënt(?:en)? (?<=\\w)(?<!ver)wacht"
)
_ENDS_HUMAN: Final = re.compile(rf"(?:{'|'.join(_PERSON_ENDING.split())})$")
_NOT_HUMAN: Final = re.compile(
    r"^(?:emmer|onder|zonder|later|verder|beter|eerder|groter|meer|minder|ander|ieder|paar|zwaar|klaar|waar"
    r"|daar|maar|naar|deventer|zeker|bitter|helder|hoger|lager|jonger|kleiner|er|der|ter|per|donker|leer"
    r"|want|kant|accent|groen|gevaar|kracht|krachten|res|open|ent|ant"
    r"|zomer|winter|weer|uur|keer|jaar|vuur|dier|kater|order|anker|kanker|sfeer|oever|zilver|kleur|deur"
    r"|cijfers?|letters?|moment|plant|tijger|suiker|sector|filter|buurt|dokters?hulp)$"
    r"|(?:water|zomer|winter|(?<!brand)weer|nummer|computer|papier"
    r"|kamer|meter|centimeter|kilometer|uur|keer|jaar|cijfers?|vuur|natuur|cultuur|structuur|procent"
    r"|ment(?:en)?|incident|accent|talent|content|september|oktober"
    r"|november|december|letter|leider?schap|dier|manier|plezier|rivier|kwartier|temperatuur|buurt"
    r"|(?<!zo)ekster|lijster|hamster|pleister|bolster|luister|duister"
    r"|kater|zuiger|(?<!psychi)theater|altaar|gevaar|bezwaar|vinger|poster|flater|cluster|register|venster|klooster"
    r"|filter|sector|order|anker|kanker|verkeer|beheer|sfeer|oever|zilver|kleur|(?<!ssa)deur|humeur"
    r"|factuur|constant|restaurant|zijkant|plant|olifant|patent|vuurwerk|tijger|suiker|baar"
    r"|avontuur|vuur|avonduur|manoeuvre|interieur|exterieur|avonturen|muur|huur|uitvoer|vervoer|invoer|vloer"
    r"|procedure|adres|congres|succes|proces|interesse|reserves|stikstof|raster|laser|container|trailer"
    r"|fiber|monster|(?<!slacht)offer|bunker|zolder|kelder|polder|schouder|veer|peper|steiger|drempel|speer"
    r"|kalender|spanner|titer|thriller|bestseller|blockbuster|folder|server|router|printer|scooter|tractor|motor"
    r"|reactor|factor|vector|monitor|humor|terreur|horror|rumoer|avontuur|centraal|vlees)$"
)


_NEITHER: Final = word_set(
    "stoer serieuzer concreter erger gekker vreemder preciezer mooist fraaist saaist taaist bedient"
    " herkent bekent verkent genuanceerder gereserveerder aantrekkelijker accenten achterhoofd achterkant"
    " achterover actiever aldaar almaar alsmaar baarmoeder belangrijker bent beslist betekent bier"
    " bijzonder boter breder cent centen cilinder consequent continent continenten cover dezer dialoog"
    " dient dieper divers dominant dossier dossiers draagkracht droger duidelijker dusver duurder"
    " duurzamer eenvoudiger eer eerlijker efficiënter eist elkaars erkent gebonden gekant geleden"
    " gemakkelijker gemist geur gevlogen geëist goedkoper graad harder her hinder honger immer incidenten"
    " interessant jenever kader kaders kanten karakter karakters kent kever kikker kikkers kist koers"
    " koopkracht korter langer langjarige langzamer lastiger lekker leuker liter louter makkelijker"
    " maskers meent mist modder moeilijker mondmaskers mooier nader nadrukkelijker neer noemer"
    " onderkant onjuist ontkent ontleent onzeker opent oudsher overkant overleden permanent pijlers raar"
    " reist rekent relevant reorganisatie roer rustiger salaris salarissen scherper schietpartij schoner"
    " slechter slimmer snaar sneller sober somber spannender sterker strenger talenten tegenvaller temeer"
    " transparant vacatures vaccinatiegraad vaker vandaar variant varianten veeleer veevoeder veevoer"
    " veiliger ver verbonden verdient vereist vereisten verkracht verleden vers vlinder vlinders vlogen"
    " vloog voer voorkant voorkeur voorloper voorover voorraad vuist wakker warmer weliswaar wist wisten"
    " wonder woningvoorraad zonneklaar memoires gesist gevist gewist gegist zomaar sticker stickers flyer"
    " flyers zowaar zozeer zuidelijker zwaarder zwanger aanrader airfryer banner besliste beurs bevriend"
    " boiler boilers booster boosters commentaar conservatiever cruiser deodorant event exemplaar"
    " formulier gender gerichter godsdienst grasmaaier grasmaaiers groenten hamer hanger hangers heater"
    " heaters klavier ladder lader laders mooiste oneliners oorlogen oplader opladers planten pullover"
    " restant roman ruitenwissers scharnier schakelaar schakelaars slippers sneakers stemwijzers sweater"
    " tekent toaster tracker transfer verbond vereiste verwant verwees wekker wekkers wereldbeker wier"
    " zuiver beker bekers rooster roosters teller tellers regent binnenkant buitenkant straatkant"
    " waterkant ster scheur verrekijker verrekijkers list listen"
)
"""Adverbs, comparatives, verbs and things that end like a person."""

_FEMALE_ROLE: Final = re.compile(
    r"(?:woordvoerster|moeder|vrouw|dochter|zus|oma|tante|koningin|prinses|meisje|dame|mevrouw|mw\."
    r"|mevr\.|vriendin|kampioene|favoriete|echtgenote|weduwe|schrijfster|zangeres|journaliste|actrice|lerares|directrice"
    r"|presentatrice|kampioene|juf|juffrouw|slavin|waardin|moslima|kasteleinse|vorstin|heldin"
    r"|barones|bruid|\w*(?:ster|trice|euse|esse?|[ae]res|[tlns]ière|genote|loge|rge|rin|bazin|juf|juffrouw"
    r"|(?:ag|doc|assist|stud|dirig|cli|consul)ente|advocate))$"
)
_MALE_ROLE: Final = re.compile(
    r"(?:vader|man|zoon|broer|opa|(?<!n)oom|koning|prins|jongen|jongetje|heer|meneer|dhr\.|echtgenoot|weduwnaar)$"
)


def gender_of_role(role: str) -> Gender:
    if _FEMALE_ROLE.search(role) and not re.search(
        r"(?:minister|meester|master|priester|magister|conciërge|\bster|\bkoster|gangster)$", role
    ):
        return "f"
    return "m" if _MALE_ROLE.search(role) and not role.endswith(("kamerman", "vrouwman")) else ""


@lru_cache(maxsize=1 << 14)  # an article asks of the same few thousand words again and again
def is_human(word: str) -> bool:
    """Whether a common noun may name somebody who speaks: a person, a group or a body."""
    word = word.casefold()
    if word in STARTERS or word in _NEITHER:
        return False
    if word in PEOPLE or BODY.search(word):
        return True
    if not _ENDS_HUMAN.search(word) or _NOT_HUMAN.search(word):
        return False
    return not (word.endswith("s") and _NOT_HUMAN.search(word[:-1]))
