"""Dutch abbreviations by what a full stop after them says, and words that open a sentence.

Collected from usage in Dutch newspapers and checked against the classes of Moses' ``nonbreaking_prefix.nl``
(titles, never final, only before a number). Keys are in lower case, without the last full stop.
"""

from __future__ import annotations

NEVER_FINAL = frozenset(
    # Titles and ranks, which a name follows.
    "dr drs mr mrs ms mevr mw dhr ir ing prof jhr jkvr ds hr mgr kard st past zr br sr.m em bc ba burg mej "
    "kapt lt sgt kol gen maj adm comm wethr staatssecr sen gov rep ph.d "
    # Initials of two letters or more.
    "th ph chr joh jac wm ch alb corn fred herm "
    # Words that something has to follow.
    "o.a o.m m.n i.h.b m.b.t m.b.v m.a.w m.i m.i.v m.u.v d.w.z d.m.v d.d i.p.v i.v.m i.o i.o.m i.s.m i.c i.t.t "
    "i.g.v i.z.k n.a.v a.h.v a.d.h.v a.g.v t.a.v t.o.v t.b.v t.g.v t.n.v t.w t.e.m t.m o.b.v o.l.v o.g.v o.d "
    "v.a v.w.b w.o w.b c.q q.q b.v i.e e.g g.g.d o.v.v r.k u.d bijv bv vgl zgn zg resp incl excl evt eventl "
    "ong plm vnl nl o.i.d.v ca circa vs feat ft oorspr vert zog ged voorz verm t.a.p aanw vml wrsch "
    # Words before a number.
    "art nr nrs no pp blz pag hfst hst afb fig tab bijl par lid.nr tel aant".split()
)

BEFORE_NUMBER = frozenset(
    # Months, and others that a number or a roman numeral may follow; before a word they decide nothing.
    "jan feb febr mrt apr jun jul aug sep sept okt nov dec p vol dl ed afl lid sec min max gem kon st op".split()
)

MAY_BE_FINAL = frozenset(
    # A capital after these opens a sentence.
    "enz etc e.d e.a e.v e.v.a o.i.d d.o.o z.o.z z.s.m s.v.p a.u.b e.e.a j.l jl a.s v.v m.m p.p.p.d p.p p.p.m "
    "t.z.t u.i p.j p.m a.m k.o t.k.o t.e.a h.o.h e.t.c o.m.v z.g.a.n n.v.t t.k n.t.b b.d mln mld mrd mio "
    "str km.u w.v.t.t.k n.b sic".split()
)

PERHAPS_FINAL = frozenset(
    # Final only if the next word is one that opens sentences: a name often follows.
    "min gen kon co inc ltd corp jr sr red vr nrd oud sec max gem mnl vrl ned eng fr geb overl wed chr "
    "v.chr n.chr".split()
)

STARTERS = frozenset(
    "het een hij zij ze wij we ik je jij jullie u men dat dit deze die er daar hier nu toen maar en of want dus "
    "ook als wie wat waar wanneer hoe waarom welke volgens met na naar om bij voor door tot tijdens sinds omdat "
    "toch wel niet nog alle alles veel vele zijn haar hun ons onze mijn zo echter daarom daarna daarmee daarbij "
    "daardoor bovendien vorig vorige afgelopen morgen gisteren vandaag inmiddels sommige andere geen iedereen "
    "iemand niemand ondanks zonder tegen tussen over onder boven binnen buiten eerder later straks soms vaak "
    "verder vooral zelfs ja nee dan meer minder hoewel terwijl nadat voordat zodra indien mits doordat intussen "
    "ondertussen aldus zowel kan kun wil moet mag is was heeft had wordt werd gaat komt vanaf vanwege "
    "wegens namens dankzij".split()
)

NAME_PARTICLES = frozenset(
    "de den der van vande vanden vander ter ten te op in uit aan la le du el al".split()
)
"""Words that open a surname as often as a sentence: "De Vries", "Op den Kamp"."""
