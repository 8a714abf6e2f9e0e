"""The article behind "Try an example": written for Kernzin."""

TEXT = """Veerpont Zwaanshaven vaart vanaf mei op waterstof

Door onze verslaggever

ZWAANSHAVEN - De veerpont tussen Zwaanshaven en Oosterkade gaat vanaf 12 mei op waterstof varen. Dat \
heeft de gemeente dinsdag bekendgemaakt. De ombouw van het schip uit 1987 heeft 4,6 miljoen euro gekost, \
ruim een half miljoen meer dan begroot.

‘We hebben dit drie keer uitgesteld, en daar ben ik niet trots op’, zei wethouder Marleen Duinker \
tijdens een rondleiding op de werf. ‘Maar wie straks aan boord stapt, hoort alleen nog het water.’

De pont vervoert elk jaar zo’n 310.000 fietsers en voetgangers. De oude dieselmotor verbruikte 85.000 \
liter per jaar. Volgens de gemeente daalt de uitstoot met 220 ton CO2, al moet de waterstof voorlopig \
per vrachtwagen uit Rotterdam komen.

Geen extra kosten

Een kaartje blijft 1,20 euro kosten. “Wij betalen de rekening niet twee keer”, aldus Henk Sluiter van de \
reizigersvereniging, die eerder bang was voor hogere prijzen. Hij noemt het besluit ‘moedig, maar laat’.

Niet iedereen is overtuigd. Schipper Ali Yilmaz, die al 22 jaar op de pont werkt, wil eerst een strenge \
winter afwachten. “Een motor die op de werf loopt, is nog geen motor in februari”, zegt hij. “Vraag het \
mij over een jaar nog eens.”

De eerste week is de overtocht gratis. Voor noodgevallen blijft een dieselaggregaat aan boord.
"""
