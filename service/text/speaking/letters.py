"""Who wrote the letter, mail or report that a quotation stands in: "'...', stond erin", "Daarin staat '...'".

The writer is named with it ("een brief van de gemeente") or sent it ("Smit stuurde de raad een brief"), in
the same sentence or up to two before. A report of nobody who is named speaks for itself, as "volgens het
rapport" does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention, pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.subjects import subject_of
from service.text.speaking.about import general_subject
from service.text.speaking.hearable import may_speak
from service.text.words.lexicon import DETERMINERS, word_set

LETTERS: Final = word_set(
    "app apps brief brieven briefje mail mails mailtje e-mail e-mails appje appjes bericht berichtje kaart"
    " kaartje dagboek tweet sms"
)
"""What one person writes."""
_PAPERS: Final = LETTERS | word_set(
    "persbericht verklaring notitie memo rapport advies verslag waarschuwing petitie manifest pamflet"
    " brochure folder flyer flyers poster studie"
)
_DOCUMENT: Final = re.compile(
    r"(?:rapport|\bstuk|verslag|vonnis|arrest|akte|vergunning|folder|brochure|dossier|document|nota|notitie|contract"
    r"|verdrag|verordening|richtlijn|akkoord|programma|bericht|logboek|plan|script|handleiding|toelichting|uitnodiging|handboek"
    r"|voorstel|artikel)$"
)
_BY_AUTHORS: Final = re.compile(r"(?:rapport|verslag|notitie|nota|onderzoek|studie|advies)$")
"""What bodies write, which is no treaty of Parijs nor somebody's contract."""
_FRESH: Final = word_set("hangt hing ligt lag plakt plakte zit zat kleeft")
_STANDS: Final = word_set("staat stond staan stonden lezen luidt luidde")
_IN_IT: Final = word_set("erin daarin hierin waarin erop daarop eronder erbij")
SENDS: Final = word_set(
    "stuurt stuurde stuurden schrijft schreef schreven mailde mailt gestuurd geschreven legde hing plakte"
    " schoof gelegd gehangen geplakt"
)
_REPORTS: Final = word_set("meldt meldde meldden")
"""Written only where the paper is told: "meldt de bond in een brief"."""
_BEHIND_ALOUD: Final = (".", ",", ":", "uit", "van", "dat", "waarin")
""" "las een brief voor", "las voor uit", not "las de brief voor het debat"."""
_READS: Final = word_set("las leest lazen lezen")
_PERFECT: Final = word_set("heeft hebben had hadden")
_BACK: Final = 2
_LONGEST_WRITER: Final = 8
"""Tokens from "briefje" to the colon, with whose it is between."""


def stands_in_letter(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says that its quotation stands in something written."""
    words = [t.lower for t in tokens if t.kind == "word"]
    colon = any(a.text == ":" and b.kind == "quote" for a, b in pairwise(tokens))
    if colon and LETTERS.intersection(words) and SENDS.intersection(words):
        return True  # "Ze legde een briefje bij haar geld: '...'"
    if colon and _note_of(tokens):
        return True
    if not _STANDS.intersection(words):
        return False
    if tokens[0].kind == "quote" and words in (["staat", "er"], ["stond", "er"]):
        return True
    if tokens[0].kind == "quote" and words[:2] in (["staat", "in"], ["stond", "in"]):
        return bool(_PAPERS.intersection(words[2:5]))  # "'...', staat in de brief"
    opens = words[:1] in (["in"], ["op"]) and bool(_PAPERS.intersection(words[1:5]))
    return opens or bool(_IN_IT.intersection(words))


def _note_of(tokens: Sequence[Token]) -> bool:
    """ "In de bus lag een briefje van een kind uit groep 5: '...'"."""
    words = [t.lower for t in tokens]
    end = words.index(":")
    start = max((k for k in range(end) if words[k] in LETTERS), default=end)
    brought = words[start - 1 : start] == ["een"] and words[start - 2 : start - 1] != [
        "op"
    ]  # "wacht op een mail"
    of = words[start + 1 : start + 3]
    return brought and "van" in (of[:1] if of[:1] != ["voor"] else of[1:]) and end - start <= _LONGEST_WRITER


def writer_in(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """Who wrote the last thing written that the tokens tell of."""
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].lower not in _PAPERS:
            continue
        if k and tokens[k - 1].lower in ("zijn", "haar"):  # "In zijn brief aan de Kamer staat"
            whose = tokens[k - 1].lower
            return pronoun_at(k - 1, whose)
        if [t.lower for t in tokens[k + 1 : k + 2]] == ["van"] and k + 2 < len(tokens):
            mention = read_mention(tokens, k + 2, registry.casing)
            return mention if mention is not None and may_speak(mention, registry) else None
        written_in = k > 1 and tokens[k - 2].lower == "in"
        for v, token in enumerate(tokens):
            if token.lower not in SENDS and not (written_in and token.lower in _REPORTS and v < k):
                continue
            perfect = (a for a in range(v) if tokens[a].lower in _PERFECT)
            finite = next(perfect, v) if token.lower.startswith("ge") else v
            if (sender := subject_of(tokens, finite, registry.casing)) is not None:
                return sender if may_speak(sender, registry) else None
        return None
    return None


def read_aloud(frames: Sequence[Frame], i: int, registry: Registry) -> str | None:
    """Who wrote what the sentence before frame ``i`` says that somebody read out, else that reader.

    "Bos las voor uit een mail van een buurvrouw. '...'", "Haar dochter las een verklaring voor. '...'"
    """
    if not i or frames[i - 1].paragraph != frames[i].paragraph or frames[i - 1].quotes():
        return None
    tokens = frames[i - 1].tokens
    words = [t.lower for t in tokens]
    aloud = any(a == "voor" and b in _BEHIND_ALOUD for a, b in pairwise([*words, "."]))
    if _READS.isdisjoint(words) or _PAPERS.isdisjoint(words) or not aloud:
        return None
    who = writer_in(tokens, registry) or general_subject(tokens, registry)
    return registry.resolve(who, i - 1) if who is not None else None


def document_in(frame: Frame, registry: Registry, near: str | None) -> str | None:
    """What a sentence says that its quotation stands in: "het rapport", or whose that is."""
    tokens = frame.tokens
    words = [t.lower for t in tokens]
    called = "genoemd" in words and not {"wordt", "werd", "worden", "werden"}.isdisjoint(words)
    called = called or any(pair in (("is", "sprake"), ("was", "sprake")) for pair in pairwise(words))
    stands = called or not (_STANDS | {"heet", "heette"}).isdisjoint(words)
    if frame.heading or not stands or ";" in words:
        return None
    for k in range(len(tokens) - 2):
        if words[k] not in DETERMINERS:
            continue
        inside = k > 0 and words[k - 1] in ("in", "op")
        for end in range(k + 1, min(len(tokens) - 1, k + 4)):
            if not (inside or words[end + 1] in ("waarin", "waarop")):
                continue  # "een rapport waarin staat dat de wijk '...' is"
            paper = _DOCUMENT.search(words[end]) is not None or (words[end] in LETTERS and not inside)
            if tokens[end].kind == "word" and paper:
                whose = read_mention(tokens, end + 2, registry.casing) if words[end + 1] == "van" else None
                listed = whose is not None and words[whose.end : whose.end + 1] in ([","], ["en"])
                author = whose is not None and bool(whose.name) and _BY_AUTHORS.search(words[end]) is not None
                if whose is not None and (author or may_speak(whose, registry)) and not listed:
                    return registry.resolve(whose, frame.index, near)
                return " ".join([words[k], *(t.text for t in tokens[k + 1 : end + 1])])
    return None


def letter_writer(frames: Sequence[Frame], i: int, registry: Registry, near: str | None) -> str | None:
    """Who wrote what the quotation of frame ``i`` stands in."""
    if frames[i].heading or not stands_in_letter(frames[i].tokens):
        return None
    for frame in reversed(frames[max(0, i - _BACK) : i + 1]):
        if (writer := writer_in(frame.tokens, registry)) is not None:
            return registry.resolve(writer, frame.index, near)
        words = {t.lower for t in frame.tokens}
        if frame.index < frames[i].index and words & LETTERS and words & _FRESH:
            return None  # "Op de deur hangt een briefje. '...', staat erop"
    return None
