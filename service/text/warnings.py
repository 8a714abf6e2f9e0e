"""The closed list of warning codes. Whatever is doubtful in an answer is said with one of these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WarningCode(StrEnum):
    """Each code with its meaning; the README's table is held against this list."""

    NUMBERS_DIFFER = "numbers_differ"
    TIME_DIFFERS = "time_differs"
    NAME_MISSING = "name_missing"
    ADDRESS_MISSING = "address_missing"
    NEGATION_DIFFERS = "negation_differs"
    MEANING_ADDED = "meaning_added"
    QUESTION_DIFFERS = "question_differs"
    QUOTES_DIFFER = "quotes_differ"
    LENGTH_RATIO = "length_ratio"
    REPETITION = "repetition"
    COPIED = "copied"
    NOT_ENGLISH = "not_english"
    LOW_PROBABILITY = "low_probability"
    UNTRANSLATED = "untranslated"
    SEGMENT_SPLIT = "segment_split"
    GLOSSARY_MISSED = "glossary_missed"
    LANGUAGE_UNSURE = "language_unsure"
    BLOCKS_DROPPED = "blocks_dropped"
    SUMMARY_REPLACED = "summary_replaced"
    SUMMARY_SHORT = "summary_short"
    SUMMARY_EXTRACTED = "summary_extracted"


MEANINGS: dict[WarningCode, str] = {
    WarningCode.NUMBERS_DIFFER: "A number or unit of the Dutch is not in the English, or the reverse.",
    WarningCode.TIME_DIFFERS: "A month, weekday or day of the Dutch is not in the English, or the reverse.",
    WarningCode.NAME_MISSING: "A name or other capitalised term of the Dutch is not in the English.",
    WarningCode.ADDRESS_MISSING: "A URL or e-mail address of the Dutch is not in the English.",
    WarningCode.NEGATION_DIFFERS: "One side denies something and the other does not.",
    WarningCode.MEANING_ADDED: "A grave word or a turn of mood of the English has no word in the Dutch.",
    WarningCode.QUESTION_DIFFERS: "A question mark was lost or added.",
    WarningCode.QUOTES_DIFFER: "Quotation marks were lost or added.",
    WarningCode.LENGTH_RATIO: "The English is far shorter or longer than the Dutch lets expect.",
    WarningCode.REPETITION: "The English repeats itself where the Dutch does not.",
    WarningCode.COPIED: "The English is the Dutch again.",
    WarningCode.NOT_ENGLISH: "A word or character of the English is none: left in Dutch, or made up.",
    WarningCode.LOW_PROBABILITY: "The model itself finds its translation improbable.",
    WarningCode.UNTRANSLATED: "No candidate was sound: the Dutch stands in the place of the English.",
    WarningCode.SEGMENT_SPLIT: "The sentence was translated in parts: too long, or failed whole.",
    WarningCode.GLOSSARY_MISSED: "A glossary term is in the Dutch, but not its English in the translation.",
    WarningCode.LANGUAGE_UNSURE: "The text may not be Dutch, or not all of it.",
    WarningCode.BLOCKS_DROPPED: "Parts of the page were taken for navigation or advertising and left out.",
    WarningCode.SUMMARY_REPLACED: "A written sentence was not supported by the article and was replaced.",
    WarningCode.SUMMARY_SHORT: "The article has fewer sentences worth ranking than the summary asked for.",
    WarningCode.SUMMARY_EXTRACTED: "A written summary was asked for; this one is sentences of the article.",
}


@dataclass(frozen=True, slots=True)
class Warning:
    """A finding; ``sentence`` is the id of the sentence it is about, or None for the whole article."""

    code: WarningCode
    detail: str
    sentence: int | None = None
