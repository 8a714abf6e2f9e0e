"""Sentences that cannot open a passage: what they lean on stands in the sentence before them.

"But the mayor disagreed", "He denied it", "That is why". Lifted out of its article such a sentence points at
nothing, or, worse, at the wrong person. English openings are listed with the Dutch ones they are translated
from, since the Dutch shows a leaning that a free translation may hide ("Hij" become "The latter").

A Dutch sentence may also open with the role of somebody whom an earlier one names ("De president is zelf
rijk"). What this cannot see is a bare surname whose bearer was introduced earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from service.text.words.lexicon import word_set
from service.text.words.roles import PLURAL
from service.text.words.terms import POSSESSIVE, STOP_WORDS
from service.text.words.voices import BODY, is_human

Lean = Literal["person", "pronoun", "connective"]
Language = Literal["en", "nl"]


def _opening(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{phrases})\b", re.IGNORECASE | re.VERBOSE)


_PRONOUNS = {
    "en": frozenset(("he", "she", "they", "him", "her", "them", "his", "their", "hers", "theirs", "its")),
    "nl": frozenset(("hij", "zij", "ze", "hem", "haar", "hen", "hun", "diens")),
}
"""Without the Dutch "zijn", which is "to be" more often than "his"."""
_OF_THINGS = frozenset(("its", "their", "they"))
"""What may point back to a company or a group, and so to any noun of the same sentence."""
SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells)|ask(?:s|ed)|add(?:s|ed)|explain|stat(?:es|ed)|argu|warn|call(?:s|ed)|claim|insist"
    r"|describ|according|admit|conclud|believ|think|stress|respond|repl(?:y|ies|ied)|react|speaks?\b|spoke|complain"
    r"|wr(?:ites|ote)|note[sd]|announc|emphasi[sz]|confirm|den(?:y|ies|ied)|hop(?:es|ed)|fear)",
    re.IGNORECASE,
)
"""A cue that somebody's words follow or precede."""
_SPOKEN_BY = re.compile(rf",\s(?:he|she|they)\s(?:{SPEECH.pattern})\w*(?:[^,;]{{0,30}})$", re.IGNORECASE)
_DEMONSTRATIVES = {
    "en": _opening(
        r"""this|that|these|those|it|such|both|neither|none\ of|one\ of\ (?:them|these|those)
        |the\ (?:latter|former|two|three|others?|same)|some|others|another|each\ of
        |all\ (?:this|that|these|three|four)|the\ (?:majority|remainder|rest)(?!\ of)"""
    ),
    "nl": _opening(
        r"""dit|dat|deze|die|beiden?|dezelfde|hetzelfde|zulke?|zo'?n|daar|hier|anderen|sommigen|allebei
        |laatstgenoemde|(?:het\ merendeel|de\ (?:rest|meerderheid|helft)|een\ (?:deel|aantal))
          (?!\ (?:van|\w+(?:en|s)\b))
        |(?:(?:het|de)\ )?\w+\ (?:van|met|over|achter|tegen)\ (?:dit|deze|die)
          (?!\ (?:jaar|maand|week|weekend|dag|ochtend|middag|avond|eeuw|zomer|winter|seizoen))"""
    ),
}
_CONNECTIVES = {
    "en": _opening(
        r"""but|and|so|yet|or|nor|then|also|too|still|besides|therefore|however|thus|hence|moreover|furthermore
        |instead|meanwhile|nevertheless|nonetheless|otherwise|consequently|accordingly|likewise|similarly
        |conversely|indeed|afterwards|additionally|alternatively|rather|anyway|again|even\ so|yes|no|well|okay
        |exactly|of\ course|naturally|unfortunately|fortunately|from\ there|to\ that\ end|not\ only\ that
        |(?:after|before)\ (?:this|that|which)|(?:since|by|until)\ then|more\ than\ that|what(?:\ is|'s)\ more
        |at\ (?:the\ same\ time|the\ time|th(?:at|is)\ (?:time|point|moment))
        |in\ (?:addition|contrast|turn|fact|other\ words|particular|short|response|return|doing\ so
          |that|these|those|such|this\ (?:way|case|respect|sense))
        |by\ (?:contrast|comparison|doing\ so)|as\ (?:a\ result|such|well)
        |for\ (?:example|instance|this|that|these|those)|on\ the\ (?:other|contrary|one)
        |other\ \w+|(?:because\ of|due\ to|despite|with|of|apart\ from)\ (?:this|that|these|those|them)
        |according\ to\ (?:him|her|them|this|that|these)|the\ reason\ (?:is|was)"""
    ),
    "nl": _opening(
        r"""maar|en|dus|toch|ook|daarom|daardoor|daarnaast|daarbij|daarvoor|daarna|daarmee|daarover|daarop|daaruit
        |daarin|daarvan|daartoe|bovendien|verder|echter|wel|niettemin|desondanks|desalniettemin|intussen
        |ondertussen|inmiddels|vervolgens|zo|zodoende|want|tegelijk(?:ertijd)?|anders|immers|evenwel|hierdoor
        |hiermee|hierop|hierover|hierna|hiervoor|hierbij|kortom|namelijk|dan|toen|sindsdien|vandaar|evenals
        |in\ plaats\ daarvan|met\ (?:dit|dat|deze|die)|aan\ de\ andere\ kant|ten\ slotte|tot\ slot|overigens
        |andere\ \w+|nee|ja|nou"""
    ),
}
_STANDS_ALONE = re.compile(
    r"""^(?:
        (?:this|that)\ (?:year|month|week|weekend|morning|afternoon|evening|summer|winter|spring|autumn
          |season|century|decade
          |(?:mon|tues|wednes|thurs|fri|satur|sun)day)
      | (?:deze|dit)\ (?:jaar|maand|week|weekeinde|weekend|ochtend|middag|avond|zomer|winter
          |voorjaar|najaar|seizoen|eeuw)
      | some\ (?:\d|(?:one|two|three|four|five|six|ten|half|of\ the)\b) | another\ \d
      | it\ (?:is|was|has\ been|will\ be|would\ be|remains|remained|became|seems?|appears?)\ (?:\w+\ ){0,4}?
          (?:that|to|whether|how|who|when|time|because|the\ first|known|clear|likely)
      | so\ (?:far|many|much)|so-called|still\ \w+ing|no\ \w+\ (?:has|have|is|are|was|were)
      |no\ (?:one|fewer|less|more)
      | well[- ](?:known|over)|nobody|ook\ al|zo'n\ \d
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DETERMINERS = frozenset(
    ("the", "a", "an", "all", "many", "most", "several", "few", "some", "no", "every", "one")
)
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[\"“”„«»]")
_OPENING_MARKS = " \t\"“”„«‘'‚([–—-•*"
_FIRST_WORDS = {"en": 8, "nl": 3}
"""A pronoun among so many first words, with nobody named before it, points back over the full stop.

The Dutch is only asked about an opening that its translation may have hidden.
"""


_ROLE = re.compile(
    r"(?:De|Het|Deze|Dit) (?:(?:\d+-jarige|huidige|nieuwe|oude) )?([a-zà-ÿ]+)\b(.*)", re.DOTALL
)
_NEAR = 6
"""Words behind a role among which its bearer may be named."""
_CALLED_AGAIN = word_set("bedrijf concern partij organisatie club vereniging stichting actiegroep")
_TOLD_OF = word_set("van voor uit in op bij die dat wie met achter")
"""What follows a role that is told of itself: "De burgemeester van Kampen"."""


def known_names(sentences: Iterable[str]) -> frozenset[str]:
    """The words that an article writes with a capital within a sentence, and nowhere without one."""
    inside: set[str] = set()
    lowered: set[str] = set()
    for sentence in sentences:
        for number, token in enumerate(_TOKEN.findall(sentence)):
            if token[0].islower():
                lowered.add(token)
            elif number and token[0].isupper():
                inside.add(POSSESSIVE.sub("", token))
    return frozenset(name for name in inside if name.lower() not in lowered)


def leaning(sentence: str, language: Language = "en", known: frozenset[str] = frozenset()) -> Lean | None:
    """How the opening of a sentence points back, if it does.

    A personal pronoun or a demonstrative ("pronoun") needs the sentence before it; a connective merely reads
    badly without. ``known`` are names of the article, by which a sentence may open.
    """
    text = sentence.lstrip(_OPENING_MARKS)
    if _STANDS_ALONE.search(text):
        return None
    if _early_pronoun(text, language, known) or (language == "en" and _SPOKEN_BY.search(text.rstrip(" .!?"))):
        return "person"
    if _DEMONSTRATIVES[language].search(text) or (language == "nl" and _is_role_alone(text)):
        return "pronoun"
    return "connective" if _CONNECTIVES[language].search(text) else None


def _is_role_alone(text: str) -> bool:
    """ "De president is zelf rijk": somebody by his role, whom neither it nor what follows identifies."""
    found = _ROLE.match(text)
    if found is None:
        return False
    noun, behind = found[1], re.findall(r"\w+", found[2])[:_NEAR]
    somebody = is_human(noun) and not BODY.search(noun) and not PLURAL.search(noun)
    told = behind[:1] and behind[0] in _TOLD_OF
    return (somebody or noun in _CALLED_AGAIN) and not told and not any(word[0].isupper() for word in behind)


def _early_pronoun(text: str, language: Language, known: frozenset[str]) -> bool:
    """A personal pronoun among the first words, before anybody or anything that could be meant by it."""
    tokens = _TOKEN.findall(text)[: _FIRST_WORDS[language]]
    subject = bool(tokens) and _opens_with_subject(tokens[0], known)
    for number, token in enumerate(tokens):
        lowered = token.lower()
        if lowered in _PRONOUNS[language]:
            return not (subject and number > 1 and lowered in _OF_THINGS)
        named = number > 0 and (token[0].isupper() or token[0].isdigit())
        named = named or POSSESSIVE.sub("", token) in known
        if named or lowered in ("a", "an", "een", "who", "wie", "i", "ik", "we") or token in '"“”„«»':
            return False
        if subject and number > 0 and SPEECH.match(token):
            return False  # "The lawyer said he would appeal"
    return False


def _opens_with_subject(first: str, known: frozenset[str]) -> bool:
    """Whether a sentence opens with who or what it is about, and not with when, where or asked by whom."""
    lowered = first.lower()
    if lowered in _DETERMINERS or POSSESSIVE.sub("", first) in known:
        return True
    return lowered not in STOP_WORDS and not lowered.endswith(("ed", "ing", "ly"))
