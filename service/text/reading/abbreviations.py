"""Dutch abbreviations by what a full stop after them says, and words that open a sentence.

Collected from usage in Dutch newspapers and checked against the classes of Moses' ``nonbreaking_prefix.nl``
(titles, never final, only before a number). Keys are in lower case, without the last full stop.
"""

from __future__ import annotations

from service.text.words.lexicon import word_set

NEVER_FINAL = word_set(
    # Titles and ranks, which a name follows.
    "burg em lic wnd z.k.h h.k.h z.m h.m "
    "dr drs mr mrs ms mevr mw dhr ir ing prof jhr jkvr ds hr mgr kard st zr mej kapt lt sgt kol maj adm "
    "wethr staatssecr sen rep ph.d "
    # Initials of two letters or more.
    "th ph joh jac wm ch "
    # Words that something has to follow.
    "o.a o.m m.n i.h.b m.b.t m.b.v m.a.w m.i m.i.v m.u.v d.w.z d.m.v d.d i.p.v i.v.m i.o.m i.s.m i.c "
    "i.t.t i.g.v i.z.k n.a.v a.h.v a.d.h.v a.g.v t.a.v t.o.v t.b.v t.g.v t.n.v t.w t.e.m t.m o.b.v o.l.v "
    "o.g.v v.a w.o c.q q.q b.v i.e e.g o.v.v r.k bijv bv vgl zgn zg resp incl excl evt eventl ong plm vnl "
    "nl ca vs feat ft oorspr zog voorz vml nr nrs pp blz pag hfst hst afb bijl aant"
)

BEFORE_NUMBER = word_set(
    # Months, and others that only a number makes an abbreviation; before a word they decide nothing.
    # As written: a capital makes Jan and Max names.
    "jan feb febr mrt apr jun jul aug sep sept okt nov dec p no art Art par Par tel Tel tab fig vol Vol "
    "dl ed afl sec min max gem kon"
)

MAY_BE_FINAL = word_set(
    # A capital after these opens a sentence. As written: in capitals they are initials.
    "enz etc e.d e.a e.v e.v.a o.i.d d.o.o z.o.z z.s.m s.v.p a.u.b e.e.a j.l jl a.s v.v m.m p.p.p.d p.p "
    "p.p.m t.z.t p.j p.m a.m k.o t.k.o h.o.h o.m.v z.g.a.n n.v.t t.k n.t.b mln mld mrd mio w.v.t.t.k"
)

PERHAPS_FINAL = word_set(
    # Final only if the next word is one that opens sentences: a name often follows.
    "min gen kon co inc ltd corp jr sr red sec max gem ned eng fr geb overl wed chr v.chr n.chr"
)

SENTENCE_OPENERS = word_set(
    "het een hij zij ze wij we ik je jij jullie u men dat dit deze die er daar hier nu toen maar en of "
    "want dus ook als wie wat waar wanneer hoe waarom welke volgens met na naar om bij voor door tot "
    "tijdens sinds omdat toch wel niet nog alle alles veel vele zijn haar hun ons onze mijn zo echter "
    "daarom daarna daarmee daarbij daardoor bovendien vorig vorige afgelopen morgen gisteren vandaag "
    "inmiddels sommige andere geen iedereen iemand niemand ondanks zonder tegen tussen over onder boven "
    "binnen buiten eerder later straks soms vaak verder vooral zelfs ja nee dan meer minder hoewel "
    "terwijl nadat voordat zodra indien mits doordat intussen ondertussen aldus zowel kan kun wil moet "
    "mag is was heeft had wordt werd gaat komt vanaf vanwege wegens namens dankzij"
)

NAME_PARTICLES = word_set("de den der van vande vanden vander ter ten te op in uit aan la le du el al")
"""Words that open a surname as often as a sentence: "De Vries", "Op den Kamp"."""
