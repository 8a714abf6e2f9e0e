"""Which language a text is in, and the gate that refuses what is surely not Dutch.

The detector is lingua's (trigram models, in memory after the first call). Its low-accuracy mode is used on
purpose: from 120 characters on lingua looks at trigrams only in either mode, so the gate, which needs 20
words, loses nothing, and the process needs 25 MB instead of 340 MB and a tenth of a second instead of four.
On shorter texts it takes about one Dutch sentence in six for a neighbour (Afrikaans, Bokmål, German), where
the full mode errs on one in fourteen; such texts are translated with a warning, never refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Final, Literal

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from service.errors import NotDutchError
from service.text.warnings import Warning, WarningCode

NAMES: Final[dict[str, str]] = {
    "nl": "Dutch",
    "af": "Afrikaans",
    "ar": "Arabic",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "nb": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
}
"""The languages told apart, by ISO 639-1 code."""

GATE_WORDS: Final = 20
GATE_OTHER: Final = 0.8
GATE_DUTCH: Final = 0.1
SURE: Final = 0.8
"""Dutch below this score gets a warning."""

_WINDOWS = 40
_WINDOW_WORDS = 30
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = ("://", "@", "www.")
_LONGEST_WORD = 40
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Detection:
    """The likeliest language and its score; ``scores`` of all, by code, sum to 1 (empty without words)."""

    code: str
    confidence: float
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate lets pass, and what it doubts."""

    code: str
    confidence: float
    warnings: tuple[Warning, ...] = ()


def detect(text: str) -> Detection:
    """The language of a text, by up to 1,200 of its words, taken evenly from all of it.

    A text without a word is "nl" with confidence 0, for there is nothing to hold against it.
    """
    windows = _windows(text)
    words = sum(len(window) for window in windows)
    if not words:
        return Detection("nl", 0.0, {})
    totals = dict.fromkeys(NAMES, 0.0)
    for window in windows:
        for code, score in _scores(" ".join(window)).items():
            totals[code] += score * len(window) / words
    code = max(totals, key=lambda c: (totals[c], c == "nl"))
    return Detection(code, round(totals[code], 4), {c: round(s, 4) for c, s in totals.items()})


def check_language(text: str, option: Literal["auto", "nl"]) -> Verdict:
    """Let Dutch and what may be Dutch pass. Raises :class:`NotDutchError` for what surely is not.

    ``option`` "nl" takes the sender's word for it: the text is Dutch, with confidence 1 and no warning.
    """
    if option == "nl":
        return Verdict("nl", 1.0)
    found = detect(text)
    dutch = found.scores.get("nl", 0.0)
    name = NAMES[found.code]
    long_enough = sum(1 for _ in zip(range(GATE_WORDS), _WORD.finditer(text), strict=False)) == GATE_WORDS
    if found.code != "nl" and long_enough and found.confidence >= GATE_OTHER and dutch < GATE_DUTCH:
        raise NotDutchError(found.code, name, found.confidence)
    if found.code == "nl" and found.confidence >= SURE:
        return Verdict("nl", found.confidence)
    if not found.scores:
        detail = "The text holds no word to tell its language by; it was read as Dutch."
    elif found.code == "nl":
        detail = f"Not all of the text may be Dutch: it looks so with a confidence of {dutch:.2f}."
    else:
        detail = (
            f"The text looks like {name} ({found.confidence:.2f}, Dutch {dutch:.2f}); it was read as Dutch."
        )
    return Verdict(found.code, found.confidence, (Warning(WarningCode.LANGUAGE_UNSURE, detail),))


def _windows(text: str) -> list[list[str]]:
    """The words of a text, without addresses and figures, in windows spread evenly over the whole of it."""
    kept_tokens = (token for token in text.split() if not any(mark in token for mark in _ADDRESS))
    words = [word[:_LONGEST_WORD] for word in _WORD.findall(" ".join(kept_tokens))]
    # Names look like another language than the one they stand in.
    small = [word for word in words if not word[0].isupper()]
    words = small if 2 * len(small) > len(words) else words
    count = -(-len(words) // _WINDOW_WORDS)
    if count <= 1:
        return [words]
    kept = min(count, _WINDOWS)
    size = min(_WINDOW_WORDS, -(-len(words) // kept))
    starts = [round(i * (len(words) - size) / (kept - 1)) for i in range(kept)]
    return [words[start : start + size] for start in starts]


def _scores(words: str) -> dict[str, float]:
    values = _detector().compute_language_confidence_values(words)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in values}


def _detector() -> LanguageDetector:
    with _LOCK:
        return _build()


@cache
def _build() -> LanguageDetector:
    codes = [getattr(IsoCode639_1, code.upper()) for code in NAMES]
    return (
        LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
        .with_low_accuracy_mode()
        .with_preloaded_language_models()
        .build()
    )
