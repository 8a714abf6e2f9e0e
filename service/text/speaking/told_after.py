"""Who speaks a quotation that stands by itself, by what the next sentence tells of it or whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.text.people.registry import Registry
from service.text.phrases.frames import Frame, Token
from service.text.phrases.mention import Mention
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.saying.subjects import subject_of
from service.text.speaking.about import general_subject
from service.text.speaking.beside import right_after
from service.text.speaking.hearable import may_speak
from service.text.speaking.said import Said, resolve_speaker
from service.text.speaking.thread import Thread
from service.text.words.lexicon import word_set

_WORDS: Final = word_set("woorden zin zinnen boodschap vraag oproep uitspraak openingszin slotzin grap mop")
_WROTE: Final = word_set("schreef schrijft zei zegt sprak spreekt riep roept stelde stelt fluisterde")
_BEGINS: Final = word_set("begint begon opent opende besluit besloot eindigt eindigde")
_TALE: Final = word_set("relaas verhaal betoog toespraak rede speech brief pleidooi preek column")
_RATHER: Final = word_set("te een wat nogal erg heel zeer")


def told_after(
    following: Frame | None,
    coming: Sequence[Attribution],
    registry: Registry,
    thread: Thread,
    frame: Frame,
) -> Said | None:
    """ "Dat zei X.", "Drie keer stelde X de vraag." and "Met die woorden opende X de zitting." """
    if following is None:
        return None
    behind = following.tokens
    judges = [t.lower for t in behind[1:2]] in (["vond"], ["vonden"], ["vindt"], ["vinden"])
    latter = [t.lower for t in following.tokens[1:2]] == ["laatste"]  # "Dat laatste vindt Bos tekenend"
    points = behind[0].lower in ("dat", "zo", "aldus", "dit", "daarmee")
    those_words = behind[0].lower in ("die", "deze") and any(t.lower in _WORDS for t in behind[1:2])
    if not latter and (points or those_words) and not following.quotes():
        for a in coming:
            if those_words and behind[a.at].lower not in _WROTE:
                continue  # "Die oproep noemde Bos onverstandig"
            if a.at <= 3 and a.mention is not None and following.tokens[1].text not in ("kan", "klopt"):
                rest = behind[a.mention.end :]
                if judges and any(t.lower in _RATHER for t in rest[:2]):
                    return None  # "Dat vond de raad te droog": of what another said
                speaker = resolve_speaker(a, following, registry, thread.near(frame))
                if speaker:
                    return Said(speaker, a.cue, "after", "medium")
    if (teller := _teller(behind, registry)) is not None:
        speaker = registry.resolve(teller, following.index, thread.near(frame))
        return Said(speaker, behind[1].lower, "after", "medium") if speaker else None
    puts = next((v for v, t in enumerate(behind[:-2]) if t.lower in ("stelde", "stelt")), 0)
    asked = (
        subject_of(behind, puts, registry.casing) if puts and frame.tokens[-1].text.endswith("?") else None
    )
    what = [t.lower for t in behind[asked.end : asked.end + 2]] if asked is not None else []
    if asked is not None and what in (["de", "vraag"], ["die", "vraag"], ["deze", "vraag"]):
        speaker = registry.resolve(asked, following.index, thread.near(frame))
        return Said(speaker, behind[puts].lower, "after", "medium") if speaker else None
    opening = [t.lower for t in following.tokens[:3]]
    if opening[:2] in (["met", "die"], ["met", "deze"]) and opening[2:] and opening[2] in _WORDS:
        mention = general_subject(following.tokens, registry) or read_mention(
            following.tokens, 4, registry.casing
        )
        if mention is not None and (speaker := registry.resolve(mention, following.index)):
            return Said(speaker, None, "after", "medium")
    return None


def _teller(tokens: Sequence[Token], registry: Registry) -> Mention | None:
    """The buurman of "Zo begint de buurman zijn relaas."; nobody of "Zo begint zijn relaas."."""
    if len(tokens) < 3 or tokens[0].lower != "zo" or tokens[1].lower not in _BEGINS:
        return None
    mention = read_mention(tokens, 2, registry.casing)
    tale = mention is not None and any(t.lower in _TALE for t in tokens[mention.end :])
    return mention if mention is not None and tale and may_speak(mention, registry) else None


def halved(
    following: Frame | None,
    coming: Sequence[Attribution],
    registry: Registry,
    thread: Thread,
    frame: Frame,
) -> Said | None:
    """Two quotations in a row, of which the second has the attribution."""
    if following is None or following.tokens[0].kind != "quote":
        return None
    a = right_after(following.tokens, 0, coming)
    speaker = resolve_speaker(a, following, registry, thread.near(frame)) if a is not None else None
    return Said(speaker, a.cue, "carried", "medium") if speaker and a is not None else None


def named_behind(
    frames: Sequence[Frame], i: int, following: Frame | None, registry: Registry, thread: Thread
) -> Said | None:
    """An opening quotation whose next sentence introduces a person."""
    frame = frames[i]
    first = not i or frames[i - 1].paragraph != frame.paragraph
    silent = first or (thread.paragraph != frame.paragraph and thread.subject_frame < i - 1)
    if not silent or following is None or frame.heading or following.quotes():
        return None
    mention = read_mention(following.tokens, 0, registry.casing)
    if mention is None or not mention.name or not registry.person_at(mention):
        return None
    return Said.carried(registry.full_name(mention))
