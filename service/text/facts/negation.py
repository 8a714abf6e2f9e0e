"""Whether a sentence denies something, and whether its translation does.

Languages deny in many ways ("pas" is "not until", "ongetwijfeld" is "no doubt"), so each side has *plain*
negations, which ask for an answer, and *kinds* of weaker words that may answer one: "Hij is niet gelukkig",
"He is unhappy". A weaker word answers only if the other side has none of its own kind that explains it:
of "Hij is niet ongelukkig" the English "He is unhappy" has lost something, because "on-" explains "un-".
A sentence is taken to have lost a negation when it has more plain ones than the other side, and nothing is
left there that could carry one.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class _Kind(NamedTuple):
    """Weaker words of one meaning; Dutch ones that are too weak to answer but explain English ones apart."""

    nl: re.Pattern[str]
    en: re.Pattern[str]
    explaining: re.Pattern[str]


def _any(alternatives: str) -> re.Pattern[str]:
    """A pattern of space-separated alternatives, each a whole word or more; none matches nothing."""
    return re.compile(rf"\b(?:{'|'.join(alternatives.split()) or '(?!)'})\b", re.I)


_NL_PLAIN = _any(
    "n[ií][eé]t g[eé][eé]n n[oó][oó]it n[ií][eé]mand n[ií][eé]ts niks n[eé]rgens nauwelijks geenszins evenmin"
)
"""Often with the accents of emphasis: "níét"."""
_EN_PLAIN = re.compile(r"\b(?:not|never|nobody|nothing|nowhere|neither|cannot|no one|none)\b|n['’]t\b", re.I)
_NL_ASIDE = re.compile(r"\b(?:dan|of) niet\b|\bniet(?:-|\?| (?:alleen|enkel|slechts)\b)", re.I)
_EN_ASIDE = re.compile(
    r"\b(?:not|\w+n['’]t) (?:only|just)\b|\bnot-|n['’]t (?:it|he|she|they|you|we|I)\?", re.I
)
"""What denies nothing: "al dan niet", "niet alleen", "isn't it?"; it asks for no answer but may be one."""
_UN_NL = r"""
on(?!der|ze\b|geveer|middellijk|langs|t[hmsvw])\w{3,} im(?:possib|popul|moreel|materi)\w+ dis\w{3,} mis\w{3,}
in(?:capab|compet|effic|stabi|forme|direct|consist)\w+ il(?:leg|log)\w+ ir(?:rat|rel|reg)\w+ non-?\w+ anti\w*
\w{3,}lo(?:os|ze) \w{3,}vrije?
"""
_UN_EN = r"""
un(?!der|i|til|cle)\w{3,} im(?:poss|prob|mob|mor|pat|perf|prac)\w+ ir(?:re|ra)\w+ il(?:leg|log)\w+
in(?:ab|acc|act|ade|app|cap|comp|cons|correct|cred|dep|dir|eff|exp|suf|sig|val|vis|vol)\w+ non-?\w+ anti-?\w*
dis(?!c|t|play|ease|h)\w{3,} mis\w{4,} \w{3,}less(?:ly|ness)?
"""
_KINDS = tuple(
    _Kind(_any(nl), _any(en), _any(explaining))
    for nl, en, explaining in (
        (r"geen\w{2,} niet\w{2,} nee neen", "no nope cant dont wont didnt doesnt isnt wasnt", ""),
        ("zonder", "without devoid", "vrij"),
        ("alleen slechts enkel pas", "only until", "uitsluitend louter"),
        ("nog toch anders", r"yet\sto", ""),
        (
            r"weinig minder minst\w* amper zelden",
            "little few fewer less least hardly barely scarcely rarely seldom",
            "",
        ),
        ("noch", "nor", ""),
        ("tenzij behalve", r"unless except besides other\sthan anything\sbut as\swell\sas", "naast"),
        (r"in\splaats laat\sstaan", r"instead rather\sthan far\sfrom", ""),
        ("", "too", "te ook"),
        ("hoewel", "despite", "ondanks"),
        ("", r"out\sof beyond", "uit buiten vanuit boven"),
        (_UN_NL, _UN_EN, r"ont\w{4,} verkeerd\w* tegenstelling"),
        (
            r"weiger\w* geweigerd verwerp\w* verworpen afwijz\w* afgewezen ontken\w* uitgesloten",
            r"refus\w+ reject\w* declin\w+ den(?:y|ied|ies|ying|ial) exclud\w+ rul\w+\sout",
            r"uitsluit\w*",
        ),
        (
            r"verb(?:ied|od|ood)\w* verhinder\w* voork[ao]m\w+ vermijd\w* vermeden weerhou\w+ tegen stop\w*"
            " gestopt",
            r"bans? banned forb\w+ prohibit\w* prevent\w* avoid\w* stop\w* cease\w*"
            r" (?:keep|block)\w*(?:\s\w+){0,5}\sfrom away",
            r"tegen\w+ weg vandaan",
        ),
        (
            r"ontbr(?:e|a|o)\w+ gebrek\w* tekort\w* faal\w* gefaald mislukt?\w* nagelaten nalaat"
            r" gemist miste?n?",
            r"lack\w* fail\w* miss missed missing absen\w+ neglect\w* omit\w* ignor\w* unable",
            r"afwezig\w* negeer\w* genegeerd",
        ),
        (r"verlo(?:or|ren) verlies\w* kwijt leeg", "lose lost rid deprived void", r"verlie\w+"),
        (r"betwijfel\w* betwist\w*", r"doubt\w*", r"twijfel\w*"),
        (r"moeilijk\w*", r"difficult hard struggl\w+", r"zwa(?:ar|re) lastig\w* hard\w*"),
        ("", r"poor(?:ly)? differ\w*", r"slecht\w* arme? verschil\w* ander\w*"),
        ("", "forget", r"verge(?:et|ten)"),
        ("", "wrong", r"fout\w* verkeerd\w* mis"),
        ("nihil", "zero nil", "nul"),
        ("achterwege", "anymore", ""),
    )
)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def lost_negation(nl: str, en: str) -> str | None:
    """The Dutch negation that nothing in the English can carry, if there is one."""
    plain = _NL_PLAIN.findall(_NL_ASIDE.sub(" ", nl))
    if len(plain) <= _count(_EN_PLAIN, en):
        return None
    explained = ((_count(kind.en, en), _count(kind.nl, nl) + _count(kind.explaining, nl)) for kind in _KINDS)
    return None if any(english > dutch for english, dutch in explained) else plain[0]


def added_negation(nl: str, en: str) -> str | None:
    """The English negation that nothing in the Dutch can carry, if there is one."""
    plain = _EN_PLAIN.findall(_EN_ASIDE.sub(" ", en))
    if len(plain) <= _count(_NL_PLAIN, nl):
        return None
    return None if any(_count(kind.nl, nl) > _count(kind.en, en) for kind in _KINDS) else plain[0]


def count_plain(nl: str, en: str) -> tuple[int, int]:
    """The plain negations of each side: where both have some, to call one missing would puzzle a reader."""
    return _count(_NL_PLAIN, nl), _count(_EN_PLAIN, en)
