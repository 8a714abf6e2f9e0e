"""The speaker of a quotation that is a sentence by itself.

What the next sentence says of it comes first ("Dat zegt X", "Met die woorden ..."), then whoever its
paragraph last had speaking, then the person the sentence before is about, then the next half of the exchange,
and last the paragraph before. Somebody whom the quotation names, or means by its "hij" or "zij", does not
speak it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.text.people.registry import Registry
from service.text.people.strangers import TOGETHER
from service.text.phrases.frames import Frame
from service.text.phrases.mention import pronoun_at
from service.text.phrases.mentions import read_mention
from service.text.saying.attribution import Attribution
from service.text.speaking.answers import ASKERS, speaks_to
from service.text.speaking.interviews import (
    answered,
    asked_before,
    boxed,
    interviewed,
    is_question,
    only_one_named,
)
from service.text.speaking.letters import read_aloud
from service.text.speaking.own_words import names, says_i, speaks_of
from service.text.speaking.said import Said
from service.text.speaking.thread import Thread
from service.text.speaking.thread_sentences import has_impersonal_words
from service.text.speaking.told_after import halved, named_behind, told_after
from service.text.speaking.told_before import GESTURES, WINDOW, told_before
from service.text.words.cues import cues_of
from service.text.words.roles import KIN, PLURAL

_CLIENT: Final = re.compile(r"\b[Mm]ijn cliënte?\b")
_WE: Final = re.compile(r"\b(?:[Ww]ij|[Ww]e|[Oo]ns|[Oo]nze)\b")
_I: Final = re.compile(r"\b[Ii]k\b")
_LONGEST: Final = 8
_FIRST_LABEL: Final = 2
"""Number of the first paragraph that may be a label: those before are a title and who wrote the article."""


def standing_speaker(
    frames: Sequence[Frame],
    i: int,
    attributions: Sequence[Sequence[Attribution]],
    registry: Registry,
    thread: Thread,
    words: str,
) -> Said:
    """Whose the quotation ``words``, the whole of frame ``i``, is; nobody's where nothing tells.

    Nobody says "ik" as a body: then it is the person named last.
    """
    if (author := read_aloud(frames, i, registry)) is not None:
        return Said.carried(author)
    if _was_asked(frames, i, attributions[i - 1] if i else (), words):
        before = i > 1 and frames[i - 2].paragraph == frames[i].paragraph
        one = registry.only_one_told_of(i - 2) if before else None
        return Said.carried(one) if one else Said()
    said = _nearest(frames, i, attributions, registry, thread, words)
    if said.speaker and _CLIENT.search(words) and (lawyer := registry.lawyer(i)) is not None:
        return replace(said, speaker=lawyer)
    if said.place == "none" and (told := _only_one_told_of(frames, i, registry, words)) is not None:
        return Said.carried(told)
    himself = says_i(words) and said.speaker is not None and said.speaker.endswith(("cliënt", "cliënte"))
    if (
        said.place == "carried"
        and not himself
        and (owner := _whose_kin(frames, i, attributions, said.speaker or "", registry, thread))
    ):
        return said if names(words, owner) else replace(said, speaker=owner)
    if said.place == "carried" and said.speaker and says_i(words):
        person = registry.person_for(said.speaker, i)
        voice = thread.quoted_speaker if i - thread.quoted_frame <= _LONGEST else None
        if person and not registry.is_person(person) and voice and registry.is_person(voice):
            person = voice  # "Het kantoor eiste een verbouwing. De bussen rijden ook hier. 'Ik zwaaide'"
        return replace(said, speaker=person)
    return said


def _was_asked(frames: Sequence[Frame], i: int, found: Sequence[Attribution], words: str) -> bool:
    """ "'Waarom?' vraagt de rechter. '...'": who asks for a living does not answer himself."""
    asked = i > 0 and frames[i - 1].paragraph == frames[i].paragraph and not speaks_to(words)
    if (
        not asked
        or any(t.lower == "zich" for t in frames[i - 1].tokens)
        or not any(t.kind == "quote" and t.text.endswith("?") for t in frames[i - 1].tokens)
    ):
        return False
    return any(a.cue in ("vraagt", "vroeg") and a.mention and a.mention.head in ASKERS for a in found)


def _only_one_told_of(frames: Sequence[Frame], i: int, registry: Registry, words: str) -> str | None:
    """The one person whom the sentence before names, wherever in it, unless the words are about him."""
    if not i or frames[i - 1].paragraph != frames[i].paragraph or frames[i - 1].quotes():
        return None
    one = registry.only_one_told_of(i - 1)
    return one if one and not (names(words, one) or speaks_of(words, one, registry)) else None


def _hard_on(frames: Sequence[Frame], i: int, registry: Registry, thread: Thread, words: str) -> Said | None:
    """ "Dat kwam bij Bos hard aan. '...'": he, when only another paragraph has somebody else speaking."""
    here = _only_one_told_of(frames, i, registry, words) if thread.paragraph != frames[i].paragraph else None
    return Said.carried(here) if here else None


def _whose_kin(
    frames: Sequence[Frame],
    i: int,
    attributions: Sequence[Sequence[Attribution]],
    speaker: str,
    registry: Registry,
    thread: Thread,
) -> str | None:
    """Hers are the words behind "Haar man bouwde een schuur", his own behind "Haar man lacht", "is blij"."""
    kin = speaker.split(" ")[1] if speaker.startswith(("zijn ", "haar ")) else ""
    client = kin in ("cliënt", "cliënte")
    own = client or (kin in KIN and not kin.startswith("buur"))
    if not own or thread.quoted_speaker == speaker or not i:
        return None
    since = ((thread.speaker, thread.frame), (thread.subject, thread.subject_frame))
    at = max((frame for who, frame in since if who == speaker and 0 <= frame < i), default=i - 1)
    told = frames[at].tokens
    speaks = any(
        c.kind == "speech" and not (c.participle or c.particles) for t in told for c in cues_of(t.lower)
    )
    feels = any(a.form == "attitude" for a in attributions[at])
    if speaks or feels or any(t.lower in GESTURES for t in told):
        return None
    whose = pronoun_at(0, speaker.split(" ")[0])
    lawyer = registry.lawyer(i) if client else None
    for owner in (lawyer, thread.quoted_speaker, thread.person, registry.protagonist(i, 0)):
        if owner and owner[:1].isupper() and registry.agrees(whose, owner):
            return owner
    return None


def _nearest(
    frames: Sequence[Frame],
    i: int,
    attributions: Sequence[Sequence[Attribution]],
    registry: Registry,
    thread: Thread,
    words: str,
) -> Said:
    if i and thread.quoted_frame < i - 1 and has_impersonal_words(frames[i - 1].tokens):
        return Said()  # "'...', luidde de eerste zin. '...'": the same letter, or whatever it was
    if thread.speaker and (names(words, thread.speaker) or registry.is_meant(words, thread.speaker)):
        if (other := _other_than_named(frames, i, thread, words)) is not None:
            return other
        thread = replace(thread, speaker=None)
    if thread.several and i - thread.several_frame == 1 and _WE.search(words):
        return Said.carried(thread.several)
    if _goes_on(frames, i, registry, thread, words):
        thread = replace(thread, speaker=thread.quoted_speaker)
    frame = frames[i]
    following = frames[i + 1] if i + 1 < len(frames) and frames[i + 1].paragraph == frame.paragraph else None
    coming = attributions[i + 1] if following is not None else ()
    return (
        told_after(following, coming, registry, thread, frame)
        or interviewed(frames, i, registry, thread)
        or boxed(frames, i, registry)
        or asked_before(frames, i, registry, thread)
        or told_before(frames, i, registry, thread, words)
        or halved(following, coming, registry, thread, frame)
        or _labelled(frames, i, registry, words)
        or _hard_on(frames, i, registry, thread, words)
        or _told_in_paragraph_before(frames, i, registry, thread, words)
        or named_behind(frames, i, following, registry, thread)
        or _still_heard(frames, i, registry, thread, words)
        or Said()
    )


def _other_than_named(frames: Sequence[Frame], i: int, thread: Thread, words: str) -> Said | None:
    """Who speaks words that name the last speaker; None where the sentence before may still tell."""
    voice = thread.quoted_speaker
    if voice and voice[:1].isupper() and not names(words, voice) and i - thread.quoted_frame <= WINDOW:
        return Said.carried(voice)
    if thread.subject and thread.subject_frame == i - 1 and thread.subject != thread.speaker:
        return None
    known = thread.person if thread.person_paragraph == frames[i].paragraph else None
    other = known is not None and known != thread.speaker and not names(words, known)
    return Said.carried(known) if other else Said()


def _goes_on(frames: Sequence[Frame], i: int, registry: Registry, thread: Thread, words: str) -> bool:
    """Whether who was just quoted still speaks, for the family or the body that was told of since."""
    speaker, voice = thread.speaker, thread.quoted_speaker
    if not speaker or not voice or not speaker[:1].islower() or not voice[:1].isupper():
        return False
    since = i - thread.quoted_frame
    if since <= 2 and speaker.split(" ")[-1] in TOGETHER and _I.search(words):
        return True  # "De familie vroeg het. 'Ik zei: ...'"
    here = frames[thread.quoted_frame].paragraph == frames[i].paragraph
    if thread.quoted or since > 3 or not (here or PLURAL.search(speaker.split(" ")[-1])):
        return False
    # "De bond wil om tafel. '...'", says its leader still
    return registry.is_person(voice) and not registry.is_person(speaker)


def _told_in_paragraph_before(
    frames: Sequence[Frame], i: int, registry: Registry, thread: Thread, words: str
) -> Said | None:
    """The paragraph before ended with its speaker, or asked him something, as an interview does."""
    frame = frames[i]
    first = not i or frames[i - 1].paragraph != frame.paragraph
    if thread.speaker and frame.paragraph - thread.paragraph == 1:
        if first:
            fresh = thread.frame == i - 1 or (i - thread.frame <= 3 and thread.subject_frame < thread.frame)
        else:
            about_him = bool(thread.subject) and speaks_of(words, str(thread.subject), registry)
            fresh = (
                thread.quoted and i - thread.frame <= 3 and (thread.subject_frame < thread.frame or about_him)
            )
        if fresh:
            return Said.carried(thread.speaker)
    about = thread.subject if thread.subject_person and thread.subject_frame == i - 1 > thread.frame else None
    told = first and about is not None and frames[i - 1].paragraph == frame.paragraph - 1
    if about is None and first and i and thread.subject_person and thread.speaker in (None, thread.subject):
        about = only_one_named(frames, i, registry)
        told = about is not None and about == thread.subject
    if (
        told
        and about
        and about[:1].isupper()
        and not (names(words, about) or speaks_of(words, about, registry))
    ):
        return Said.carried(about)
    if first and i and is_question(frames[i - 1]):
        return answered(frames, i, registry, thread)
    return None


def _still_heard(
    frames: Sequence[Frame], i: int, registry: Registry, thread: Thread, words: str
) -> Said | None:
    """Who was quoted last, as long as nobody else was named since but those whom the quotation speaks of."""
    voice = thread.quoted_speaker
    if not voice or not voice[:1].isupper() or i - thread.quoted_frame > _LONGEST or frames[i].heading:
        return None
    if is_question(frames[i - 1]) or thread.unsure_paragraph == frames[i].paragraph:
        return None  # an interview, and who knows with how many
    since = range(thread.quoted_frame + 1, i)
    if any(frames[at].quotes() for at in since):
        return None
    named = {name for at in since for name in registry.named_in(at, len(frames[at].tokens))} - {voice}
    others = thread.subject if thread.subject_frame in since and thread.subject != voice else None
    if others and not (names(words, others) or speaks_of(words, others, registry)):
        return None
    spoken_of = names(words, voice) or registry.is_meant(words, voice)
    if spoken_of or any(not names(words, name) for name in named):
        return None
    return Said.carried(voice)


def _labelled(frames: Sequence[Frame], i: int, registry: Registry, words: str) -> Said | None:
    """ "Correspondent Jan Bos / '...'": a paragraph of only a name and what he is, not below a title."""
    label = frames[i - 1] if i else frames[i]
    if label.paragraph != frames[i].paragraph - 1 or label.paragraph < _FIRST_LABEL:
        return None
    mention = read_mention(label.tokens, 0, registry.casing)
    if mention is None or mention.end != len(label.tokens) or not mention.role:
        return None
    one = registry.full_name(mention) if registry.person_at(mention) else None
    return Said(one, None, "before", "medium") if one and not names(words, one) else None
