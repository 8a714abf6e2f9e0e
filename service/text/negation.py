"""Whether a sentence denies something, and whether its translation does.

Conservative, because languages deny in many ways ("pas" is "not until", "ongetwijfeld" is "no doubt"): a
sentence is taken to have lost its negation only when the other side has nothing at all that could carry it.
So each language has *plain* negations, which ask for an answer, and a wider circle of words and prefixes
that may answer one. A second negation lost beside a first one is not seen.
"""

from __future__ import annotations

import re

_NL_PLAIN = re.compile(
    r"\b(?:niet(?! alleen\b)|geen|nooit|niemand|niets|niks|nergens|nauwelijks|geenszins|evenmin)\b", re.I
)
_NL_CUE = re.compile(
    r"\b(?:noch|zonder|nee|neen|amper|zelden|tenzij|behalve|alleen|slechts|enkel|pas|weinig|minder"
    r"|minst\w*|nog|anders|tegen|toch|uitgesloten|leeg|kwijt|in plaats|laat staan|moeilijk\w*|nihil"
    r"|hoewel|achterwege|on(?!der|ze\b|geveer|middellijk|langs|t[hmsvw])\w{3,}"
    r"|im(?:possib|popul|moreel|materi)\w+|in(?:capab|compet|effic|stabi|forme|direct|consist)\w+"
    r"|il(?:leg|log)\w+|ir(?:rat|rel|reg)\w+|dis\w{3,}|mis\w{3,}|non-?\w+|niet\w+|geen\w+|anti\w*"
    r"|\w+lo(?:os|ze)|\w+vrije?|weiger\w*|geweigerd|verb(?:ied|od|ood)\w*|verhinder\w*|voork[ao]m\w+"
    r"|vermijd\w*|vermeden|ontken\w*|ontbr(?:e|a)\w+|gebrek\w*|tekort\w*|faal\w*|gefaald|mislukt?\w*"
    r"|stop\w*|gestopt|verlo(?:or|ren)|verlies\w*|weerhou\w+|verwerp\w*|verworpen|afwijz\w*|afgewezen"
    r"|betwijfel\w*|betwist\w*|nagelaten|nalaat|gemist|miste?n?)\b",
    re.I,
)
_EN_PLAIN = re.compile(r"\b(?:not|never|nobody|nothing|nowhere|neither|cannot|no one|none)\b|n['’]t\b", re.I)
_EN_CUE = re.compile(
    r"\b(?:no|nor|nope|hardly|barely|scarcely|rarely|seldom|little|few|fewer|less|least|only|without"
    r"|unless|except|until|yet to|far from|instead|rather than|other than|anything but|besides"
    r"|as well as|despite|free of|free from|out of|cant|dont|wont|didnt|doesnt|isnt|wasnt|unable|beyond"
    r"|too|anymore|un(?!der|i|til|cle)\w{3,}"
    r"|in(?:ab|acc|act|ade|app|cap|comp|cons|correct|cred|dep|dir|eff|exp|suf|sig|val|vis|vol)\w+"
    r"|im(?:poss|prob|mob|mor|pat|perf|prac)\w+|ir(?:re|ra)\w+|il(?:leg|log)\w+"
    r"|dis(?!c|t|play|ease|h)\w{3,}|mis\w{4,}|non-?\w+|anti-?\w*|\w{3,}less(?:ly|ness)?|fail\w*|lack\w*"
    r"|refus\w+|reject\w*|den(?:y|ied|ies|ying|ial)|avoid\w*|prevent\w*|stop\w*|absen\w+|exclud\w+|ban"
    r"|bans|banned|forb\w+|prohibit\w*|declin\w+|neglect\w*|lose|lost|miss|missed|missing|keep\w* from"
    r"|cease\w*|doubt\w*|difficult|hard|wrong|zero|nil|void|devoid|deprived|rid|omit\w*|ignor\w*"
    r"|struggl\w+)\b",
    re.I,
)


def lost_negation(nl: str, en: str) -> str | None:
    """The Dutch negation that nothing in the English can carry, if there is one."""
    plain = _NL_PLAIN.search(nl)
    return plain[0] if plain and not _EN_PLAIN.search(en) and not _EN_CUE.search(en) else None


def added_negation(nl: str, en: str) -> str | None:
    """The English negation that nothing in the Dutch can carry, if there is one."""
    plain = _EN_PLAIN.search(en)
    return plain[0] if plain and not _NL_PLAIN.search(nl) and not _NL_CUE.search(nl) else None
