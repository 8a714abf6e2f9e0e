"""Which company, club or other body of an article "het bedrijf" or "de club" is."""

from __future__ import annotations

import re
from typing import Final

from service.text.people.called import Called
from service.text.people.entity import Entity, Named, is_nobody_known
from service.text.people.recency import LATE, REACH, most_named
from service.text.people.strangers import WHOLE
from service.text.phrases.mention import Mention
from service.text.words.lexicon import word_set
from service.text.words.roles import COMPANIES_AGAIN, COMPANY, FIRM, PLACE_BODIES, head_of, noun_of
from service.text.words.voices import BODY

_CLUB: Final = re.compile(r"(?:FC|SC|SV|VV|AZ|AFC|RKC|KV|KRC|KAA|RSC|SK|VVV|NEC|PSV|Sparta|Ajax)\b")

INSTITUTES: Final = word_set(
    "KNMI RIVM OM CBS CPB SCP PBL GGD FNV CNV NVWA AIVD UWV IND COA KNVB NOS RTL ANP VRT"
)
"""What is no company, whatever it does."""
_OF_MEMBERS: Final = ("branche", "belangen", "koepel", "werkgevers")
"""How a body of members is called, which the CBS is not: "de brancheorganisatie"."""
_BY_MEMBERS: Final = word_set("FNV CNV KNVB")
_WATCHDOG: Final = re.compile(
    r"(?i:autoriteit|inspectie)|(?:Nederlandsche|Centrale|Nationale) Bank"
    r"|^(?:AFM|DNB|ACM|NZa|AP|IGJ|ECB|ANVS|FSMA|NVWA)$"
)
_NO_COMPANY: Final = word_set("EU VS VN NAVO FIFA UEFA IOC WHO VVD PVV CDA SP PvdA D66 BBB SGP JA21 NSC FVD")
"""What has capitals and is no company."""
_SPOKEN_OF: Final = 3
"""Sentences back that "het" can reach."""


class Bodies(Called):
    """The entities of one article, asked for the body that a noun means."""

    def _company(self, frame: int, token: int, head: str = "") -> str | None:
        """The company last named as one: "het bedrijf" is the "vervoerder" of a sentence before.

        With ``head``, of one trade, none that the article says is of another: "de bank" is no "netbeheerder".
        """
        for *_, entity in self._names_before(frame, token, reach=REACH):
            if not entity.person and _firms(entity) and not _is_of_another_trade(entity, head):
                return entity.name
        for _, _, weight, entity in self._names_before(frame, token, LATE, reach=1):
            if entity.name in INSTITUTES or _is_of_another_trade(entity, head):
                continue
            person = entity.person and not is_nobody_known(entity)
            if (weight or entity.neuter) and len(entity.name) > 1 and not (person or entity.article):
                return entity.name  # "FitPoint ontkent. '...', schrijft het bedrijf"
        return (
            most_named(
                e
                for *_, e in self._names_before(frame, token)
                if not (e.person or e.name in INSTITUTES or _is_of_another_trade(e, head))
            )
            or self._opening_company(frame)
            or self._only_company(frame, token, head)
        )

    def _opening_company(self, frame: int) -> str | None:
        """ "De NS biedt excuses aan. '...', schrijft het bedrijf", where no other was just named."""
        named = {n.entity.name: n for n in self._names_in(frame - 1) if not n.entity.person}
        name, first = next(iter(named.items()), ("", None))
        if first is None or len(named) > 1 or name in INSTITUTES | _NO_COMPANY or _WATCHDOG.search(name):
            return None
        return name if name.isupper() and first.token <= 1 and first.entity.article else None

    def _only_company(self, frame: int, token: int, head: str) -> str | None:
        """The only one that the article has called a company so far."""
        firms = {e.name: e for *_, e in self._names_before(frame, token) if not e.person and _firms(e)}
        name, firm = next(iter(firms.items()), ("", None))
        other = firm is None or len(firms) > 1 or _is_of_another_trade(firm, head)
        return None if other else name

    def _body_of_that_sort(self, head: str, frame: int, token: int) -> str | None:
        """The body last named whose noun ends so: "de bond" is the "vakbond", "de club" an FC."""
        for *_, entity in self._names_before(frame, token, reach=REACH):
            nouns = {head_of(role) for role in entity.roles}
            club = head == "club" and _CLUB.match(entity.name)
            same = head not in PLACE_BODIES and any(n.endswith(head) for n in nouns)
            name = entity.name.casefold()
            same = same or head in name.split() or name.endswith(head)  # "Museum Oost", "Rabobank"
            if not entity.person and (club or same):
                return entity.name
        return None

    def _is_it(self, near: str) -> bool:
        """Whether who was just heard can be "het": a body by name, or one with that article."""
        entity = self._match(near.split()) if near[:1].isupper() else None
        return near.startswith("het ") or (entity is not None and not entity.person)

    def _neuter_noun(self, frame: int, token: int) -> tuple[int, Mention] | None:
        """The last body that the sentences before called by a noun with "het", and in which frame."""
        for at in range(frame, frame - _SPOKEN_OF, -1):
            for mention in self._calls_in(self._phrases, at)[::-1]:
                before = at < frame or mention.start < token
                neuter = mention.phrase.casefold().startswith("het ")
                if before and neuter and BODY.search(mention.head):
                    return at, mention
        return None

    def _opening_body(self, frame: int) -> str | None:
        """The body called so with which the sentence before begins, where that names nobody."""
        alone = not self.named_in(frame - 1, WHOLE)
        return self._opening_if(_is_called_a_body, frame - 1) if alone else None

    def _body_that_opens(self, frame: int) -> str | None:
        """The body with whose name a sentence begins."""
        return self._opening_if(_has_the_name_of_a_body, frame)

    def _is_neuter(self, near: str) -> bool:
        """Whether who was just heard is called "het ...", so that "het" means him before others."""
        entity = self._match(near.split()) if near[:1].isupper() else None
        return near.startswith("het ") or (entity is not None and entity.neuter)

    def _body_that_begins(self, frame: int, token: int) -> str | None:
        """What is no person, without an article, with whose name a sentence begins; "het" is at ``token``."""
        if token < 2:
            return None
        return self._opening_if(lambda name: not (name.entity.person or name.entity.article), frame)

    def _neuter_that_opens(self, frame: int) -> str | None:
        """The body "Het ..." with whose name a sentence begins."""
        return self._opening_if(lambda name: name.entity.neuter and not name.entity.person, frame)

    def _watchdog(self, frame: int, token: int) -> str | None:
        """The body last named that watches others, by its name: "de toezichthouder"."""
        for *_, entity in self._names_before(frame, token, reach=REACH):
            if not entity.person and _WATCHDOG.search(entity.name):
                return entity.name
        return None

    def _body_just_named(self, frame: int, head: str = "") -> str | None:
        """The only body with which the sentence before begins: it is "de organisatie" in the next."""
        known = [(weight, e) for _, _, weight, e in self._names_in(frame - 1) if not e.person]
        if head.startswith(_OF_MEMBERS):
            known = [(weight, e) for weight, e in known if e.name not in INSTITUTES - _BY_MEMBERS]
        named = [e for weight, e in known if weight] or [e for _, e in known if e.neuter]
        speaks = len(named) == 1 and (
            named[0].article or named[0].neuter or bool(named[0].roles) or " " in named[0].name
        )
        return named[0].name if speaks else None


def _is_called_a_body(name: Named) -> bool:
    """Whether the article says that it is "een bond", or the like."""
    entity = name.entity
    return not entity.person and any(BODY.search(head_of(role)) for role in entity.roles)


def _has_the_name_of_a_body(name: Named) -> bool:
    return not name.entity.person and BODY.search(name.entity.name.casefold()) is not None


def _firms(entity: Entity) -> list[str]:
    """What sort of company the article says that it is."""
    nouns = (noun_of(role) for role in entity.roles)
    return [noun for noun in nouns if FIRM.search(noun)]


def _is_of_another_trade(entity: Entity, head: str) -> bool:
    """Whether it is told to be a company of another sort; a general word like "bedrijf" means any of them."""
    trade = COMPANIES_AGAIN.search(head)
    if trade is None:
        return False
    firms = _firms(entity)
    return bool(firms) and not any(firm.endswith((trade.group(), *COMPANY)) for firm in firms)
