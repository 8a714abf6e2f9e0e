"""The verbs with which Dutch newspapers attribute what is said, thought or called something.

Sources: the inventory of the xtas project's Dutch quotation rules (about 110 verbs and "volgens", "aldus"),
completed from the general vocabulary of news. Each line gives the finite forms (present and past, singular
and plural) and the participle; a separable verb names its particle, which may stand later in the clause:
"legt zij uit".
"""

from __future__ import annotations

from typing import Final

# form form / plural plural / participle [/ particle particle]; "-": the participle says something else
SPEECH: Final = """
zeg zegt zei zegde / zeggen zeiden / gezegd
zegt / zeggen / toegezegd / toe
sluit sloot / sluiten sloten / uitgesloten / uit
schreeuwt schreeuwde / schreeuwen schreeuwden / toegeschreeuwd / toe
raadt raadde / raden raadden / aangeraden / aan af
rekent rekende / rekenen rekenden / voorgerekend / voor
rekent rekende / rekenen rekenden / - / uit
stel stelt stelde / stellen stelden / gesteld
meld meldt meldde / melden meldden / gemeld
bericht berichtte / berichten berichtten / bericht
vertel vertelt vertelde / vertellen vertelden / verteld
verklaar verklaart verklaarde / verklaren verklaarden / verklaard
schrijf schrijft schreef / schrijven schreven / geschreven
antwoord antwoordt antwoordde / antwoorden antwoordden / geantwoord
reageer reageert reageerde / reageren reageerden / gereageerd
vervolg vervolgt vervolgde / vervolgen vervolgden / vervolgd
benadruk benadrukt benadrukte / benadrukken benadrukten / benadrukt
onderstreept onderstreepte / onderstrepen onderstreepten / onderstreept
beklemtoont beklemtoonde / beklemtonen beklemtoonden / beklemtoond
beweert beweerde / beweren beweerden / beweerd
bevestigt bevestigde / bevestigen bevestigden / bevestigd
ontkent ontkende / ontkennen ontkenden / ontkend
waarschuwt waarschuwde / waarschuwen waarschuwden / gewaarschuwd
concludeert concludeerde / concluderen concludeerden / geconcludeerd
constateert constateerde / constateren constateerden / geconstateerd
bestrijdt bestreed / bestrijden bestreden / bestreden
erkent erkende / erkennen erkenden / erkend
herhaalt herhaalde / herhalen herhaalden / herhaald
roept riep / roepen riepen / geroepen
roept riep / roepen riepen / opgeroepen / op uit toe
roept riep / roepen riepen / omgeroepen / om
schreeuwt schreeuwde / schreeuwen schreeuwden / geschreeuwd
fluistert fluisterde / fluisteren fluisterden / gefluisterd
gilt gilde / gillen gilden / gegild
snikt snikte / snikken snikten / gesnikt
verbetert verbeterde / verbeteren verbeterden / verbeterd
zucht zuchtte / zuchten zuchtten / gezucht
hijgt hijgde / hijgen hijgden / gehijgd
lacht lachte / lachen lachten / gelachen
grapt grapte / grappen grapten / gegrapt
grinnikt grinnikte / grinniken grinnikten / gegrinnikt
glimlacht glimlachte / glimlachen glimlachten / geglimlacht
glundert glunderde / glunderen glunderden / geglunderd
juicht juichte / juichen juichten / gejuicht
jubelt jubelde / jubelen jubelden / gejubeld
klaagt klaagde / klagen klaagden / geklaagd
moppert mopperde / mopperen mopperden / gemopperd
sneert sneerde / sneren sneerden / gesneerd
snauwt snauwde / snauwen snauwden / gesnauwd
bromt bromde / brommen bromden / gebromd
mompelt mompelde / mompelen mompelden / gemompeld
stamelt stamelde / stamelen stamelden / gestameld
vraagt vroeg / vragen vroegen / gevraagd
informeert informeerde / informeren informeerden / -
bekent bekende / bekennen bekenden / bekend
oppert opperde / opperen opperden / geopperd
suggereert suggereerde / suggereren suggereerden / gesuggereerd
betoogt betoogde / betogen betoogden / betoogd
bepleit bepleitte / bepleiten bepleitten / bepleit
hamert hamerde / hameren hamerden / gehamerd
pleit pleitte / pleiten pleitten / gepleit
adviseert adviseerde / adviseren adviseerden / geadviseerd
verzekert verzekerde / verzekeren verzekerden / verzekerd
belooft beloofde / beloven beloofden / beloofd
eist eiste / eisen eisten / geëist
verzoekt verzocht / verzoeken verzochten / verzocht
voorspelt voorspelde / voorspellen voorspelden / voorspeld
verduidelijkt verduidelijkte / verduidelijken verduidelijkten / verduidelijkt
verheldert verhelderde / verhelderen verhelderden / verhelderd
nuanceert nuanceerde / nuanceren nuanceerden / genuanceerd
relativeert relativeerde / relativeren relativeerden / gerelativeerd
preciseert preciseerde / preciseren preciseerden / gepreciseerd
analyseert analyseerde / analyseren analyseerden / geanalyseerd
duidt duidde / duiden duidden / geduid
oordeelt oordeelde / oordelen oordeelden / geoordeeld
repliceert repliceerde / repliceren repliceerden / gerepliceerd
countert counterde / counteren counterden / gecounterd
pareert pareerde / pareren pareerden / gepareerd
spreekt sprak / spreken spraken / gesproken
beschrijft beschreef / beschrijven beschreven / beschreven
bezweert bezwoer / bezweren bezwoeren / bezworen
zweert zwoer / zweren zwoeren / gezworen
biecht biechtte / biechten biechtten / opgebiecht / op
twittert twitterde / twitteren twitterden / getwitterd
tweet tweette / tweeten tweetten / getweet
appt appte / appen appten / geappt
mailt mailde / mailen mailden / gemaild
post postte / posten postten / gepost
citeert citeerde / citeren citeerden / geciteerd
noteert noteerde / noteren noteerden / genoteerd
rapporteert rapporteerde / rapporteren rapporteerden / gerapporteerd
onthult onthulde / onthullen onthulden / onthuld
getuigt getuigde / getuigen getuigden / getuigd
maant maande / manen / gemaand
foetert foeterde / foeteren foeterden / gefoeterd
briest brieste / briesen briesten / gebriest
zingt zong / zingen zongen / gezongen
scandeert scandeerde / scanderen scandeerden / gescandeerd
leest las / lezen lazen / voorgelezen / voor
verzucht verzuchtte / verzuchten verzuchtten / verzucht
verdedigt verdedigde / verdedigen verdedigden / verdedigd
motiveert motiveerde / motiveren motiveerden / gemotiveerd
illustreert illustreerde / illustreren illustreerden / geïllustreerd
bekritiseert bekritiseerde / bekritiseren bekritiseerden / bekritiseerd
hekelt hekelde / hekelen hekelden / gehekeld
prijst prees / prijzen prezen / geprezen
looft loofde / loven loofden / geloofd
complimenteert complimenteerde / complimenteren complimenteerden / gecomplimenteerd
bedankt bedankte / bedanken bedankten / bedankt
betuigt betuigde / betuigen betuigden / betuigd
herinnert herinnerde / herinneren herinnerden / herinnerd
luidt luidde / luiden luidden / geluid
heet heette / heten heetten / geheten
klinkt klonk / klinken klonken / geklonken
schampert schamperde / schamperen schamperden / geschamperd
mijmert mijmerde / mijmeren mijmerden / gemijmerd
filosofeert filosofeerde / filosoferen filosofeerden / gefilosofeerd
beaamt beaamde / beamen beaamden / beaamd
weerlegt weerlegde / weerleggen weerlegden / weerlegd
weerspreekt weersprak / weerspreken weerspraken / weersproken
sust suste / sussen susten / gesust
smeekt smeekte / smeken smeekten / gesmeekt
schertst schertste / schertsen schertsten / geschertst
brult brulde / brullen brulden / gebruld
sist siste / sissen sisten / gesist
hoont hoonde / honen hoonden / gehoond
stottert stotterde / stotteren stotterden / gestotterd
peinst peinsde / peinzen peinsden / gepeinsd
kopt kopte / koppen kopten / gekopt
titelt titelde / titelen titelden / -
gaat ging / gaan gingen / doorgegaan / verder
gaat ging / gaan gingen / uitgegaan / uit
gebaart gebaarde / gebaren gebaarden / gebaard
haakt haakte / haken haakten / ingehaakt / in
stemt stemde / stemmen stemden / ingestemd / in
vermeldt vermeldde / vermelden vermeldden / vermeld
deelt deelde / delen deelden / meegedeeld / mee mede
legt legde / leggen legden / uitgelegd / uit voor
licht lichtte / lichten lichtten / toegelicht / toe
vult vulde / vullen vulden / aangevuld / aan
voegt voegde / voegen voegden / toegevoegd / toe
geeft gaf / geven gaven / aangegeven / aan toe
merkt merkte / merken merkten / opgemerkt / op
kondigt kondigde / kondigen kondigden / aangekondigd / aan
stipt stipte / stippen stipten / aangestipt / aan
tekent tekende / tekenen tekenden / aangetekend / aan
haalt haalde / halen haalden / aangehaald / aan uit
brengt bracht / brengen brachten / ingebracht / in uit
werpt wierp / werpen wierpen / tegengeworpen / tegen op
valt viel / vallen vielen / uitgevallen / uit bij
somt somde / sommen somden / opgesomd / op
vat vatte / vatten vatten / samengevat / samen
schetst schetste / schetsen schetsten / geschetst
roept riep / roepen riepen / teruggeroepen / terug
fulmineert fulmineerde / fulmineren fulmineerden / gefulmineerd
bijt beet / bijten beten / toegebeten / toe terug
corrigeert corrigeerde / corrigeren corrigeerden / gecorrigeerd
kaatst kaatste / kaatsen kaatsten / teruggekaatst / terug
slaat sloeg / slaan sloegen / - / terug
wijst wees / wijzen wezen / gewezen / op erop af
blikt blikte / blikken blikten / teruggeblikt / terug vooruit
sluit sloot / sluiten sloten / afgesloten / af aan
rondt rondde / ronden rondden / afgerond / af
drukt drukte / drukken drukten / uitgedrukt / uit
formuleert formuleerde / formuleren formuleerden / geformuleerd
verwoordt verwoordde / verwoorden verwoordden / verwoord
spreekt sprak / spreken spraken / uitgesproken / uit tegen toe
laat liet / laten lieten / - / weten optekenen doorschemeren horen
doet deed / doen deden / - / weten
maakt maakte / maken maakten / wijsgemaakt / duidelijk bekend wijs
houdt hield / houden hielden / voorgehouden / vol voor
beticht betichtte / betichten betichtten / beticht
beschuldigt beschuldigde / beschuldigen beschuldigden / beschuldigd
verwijt verweet / verwijten verweten / verweten
besluit besloot / besluiten besloten / -
begint begon / beginnen begonnen / -
grijnst grijnsde / grijnzen grijnsden / gegrijnsd
knikt knikte / knikken knikten / geknikt
knipoogt knipoogde / knipogen knipoogden / geknipoogd
spot spotte / spotten spotten / gespot
spreekt sprak / spreken spraken / tegengesproken / tegen
dankt dankte / danken dankten / gedankt
roemt roemde / roemen roemden / geroemd
dreigt dreigde / dreigen dreigden / gedreigd
protesteert protesteerde / protesteren protesteerden / geprotesteerd
redeneert redeneerde / redeneren redeneerden / geredeneerd
resumeert resumeerde / resumeren resumeerden / geresumeerd
speculeert speculeerde / speculeren speculeerden / gespeculeerd
sputtert sputterde / sputteren sputterden / tegengesputterd / tegen
vloekt vloekte / vloeken vloekten / gevloekt
vermaant vermaande / vermanen vermaanden / vermaand
troost troostte / troosten troostten / getroost
tiert tierde / tieren tierden / getierd
raast raasde / razen raasden / geraasd
schatert schaterde / schateren schaterden / geschaterd
giechelt giechelde / giechelen giechelden / gegiecheld
gniffelt gniffelde / gniffelen gniffelden / gegniffeld
gromt gromde / grommen gromden / gegromd
gruwt gruwde / gruwen gruwden / gegruwd
huilt huilde / huilen huilden / gehuild
jammert jammerde / jammeren jammerden / gejammerd
kreunt kreunde / kreunen kreunden / gekreund
krijst krijste / krijsen krijsten / gekrijst
prevelt prevelde / prevelen prevelden / gepreveld
pocht pochte / pochen pochten / gepocht
poneert poneerde / poneren poneerden / geponeerd
schimpt schimpte / schimpen schimpten / geschimpt
smaalt smaalde / smalen smaalden / gesmaald
snauwt snauwde / snauwen snauwden / toegesnauwd / toe af
snuift snoof / snuiven snoven / gesnoven
zeurt zeurde / zeuren zeurden / gezeurd
ronkt ronkte / ronken ronkten / geronkt
vleit vleide / vleien vleiden / gevleid
jent jende / jennen jenden / gejend
bitst bitste / bitsen bitsten / gebitst
herneemt hernam / hernemen hernamen / hernomen
oreert oreerde / oreren oreerden / georeerd
tikt tikte / tikken tikten / getikt
typt typte / typen typten / getypt
blogt blogde / bloggen blogden / geblogd
signaleert signaleerde / signaleren signaleerden / gesignaleerd
argumenteert argumenteerde / argumenteren argumenteerden / geargumenteerd
memoreert memoreerde / memoreren memoreerden / gememoreerd
verontschuldigt verontschuldigde / verontschuldigen verontschuldigden / verontschuldigd
feliciteert feliciteerde / feliciteren feliciteerden / gefeliciteerd
stelt stelde / stellen stelden / vastgesteld / vast voorop
pikt pikte / pikken pikten / ingepikt / in
treedt trad / treden traden / bijgetreden / bij
toont toonde / tonen toonden / aangetoond / aan
kaart kaartte / kaarten kaartten / aangekaart / aan
geeft gaf / geven gaven / meegegeven / mee
schreeuwt schreeuwde / schreeuwen schreeuwden / uitgeschreeuwd / uit toe
voert voerde / voeren voerden / aangevoerd / aan
spreekt sprak / spreken spraken / uitgesproken / uit
laat liet / laten lieten / - / vallen noteren verstaan ontvallen
wil wilde / willen wilden / - / kwijt
"""

THOUGHT: Final = """
vind vindt vond / vinden vonden / gevonden
denk denkt dacht / denken dachten / gedacht
acht achtte / achten achtten / - / bewezen aannemelijk schuldig noodzakelijk onvoldoende
meent meende / menen meenden / gemeend
hoopt hoopte / hopen hoopten / gehoopt
vreest vreesde / vrezen vreesden / gevreesd
verwacht verwachtte / verwachten verwachtten / verwacht
gelooft geloofde / geloven geloofden / geloofd
weet wist / weten wisten / geweten
ziet zag / zien zagen / gezien
merkt merkte / merken merkten / gemerkt
snapt snapte / snappen snapten / gesnapt
begrijpt begreep / begrijpen begrepen / begrepen
beseft besefte / beseffen beseften / beseft
betreurt betreurde / betreuren betreurden / betreurd
betwijfelt betwijfelde / betwijfelen betwijfelden / betwijfeld
twijfelt twijfelde / twijfelen twijfelden / getwijfeld
realiseert realiseerde / realiseren realiseerden / gerealiseerd
vermoedt vermoedde / vermoeden vermoedden / vermoed
schat schatte / schatten schatten / geschat
ervaart ervoer / ervaren ervoeren / ervaren
wenst wenste / wensen wensten / gewenst
houdt hield / houden hielden / - / rekening
rekent rekende / rekenen rekenden / - / erop
wil wilde wou / willen wilden / gewild
wijt / wijten / -
voelt voelde / voelen voelden / gevoeld
baalt baalde / balen baalden / gebaald
geniet genoot / genieten genoten / genoten
leert leerde / leren leerden / geleerd
blijkt bleek / blijken bleken / gebleken
"""

NAMING: Final = """
noemt noemde / noemen noemden / genoemd
houdt hield / houden hielden / - / op
doet deed / doen deden / afgedaan / af
vergelijkt vergeleek / vergelijken vergeleken / vergeleken
prijst prees / prijzen prezen / aangeprezen / aan
presenteert presenteerde / presenteren presenteerden / gepresenteerd
omschrijft omschreef / omschrijven omschreven / omschreven
bestempelt bestempelde / bestempelen bestempelden / bestempeld
betitelt betitelde / betitelen betitelden / betiteld
afficheert afficheerde / afficheren afficheerden / geafficheerd
achtte / achtten / -
scheldt schold / schelden scholden / uitgescholden / uit
maakt maakte / maken maakten / uitgemaakt / uit
typeert typeerde / typeren typeerden / getypeerd
kwalificeert kwalificeerde / kwalificeren kwalificeerden / gekwalificeerd
karakteriseert karakteriseerde / karakteriseren karakteriseerden / gekarakteriseerd
kenschetst kenschetste / kenschetsen kenschetsten / gekenschetst
"""
