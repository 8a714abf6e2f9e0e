"""Lines round an article that are not the article: captions, bylines, datelines, "Read also".

The patterns are English with their Dutch originals, for a machine translation may leave such a line as it
was. They describe forms, not sites: a line that merely mentions a photograph is no caption.
"""

from __future__ import annotations

import re

_LEAD_INS = re.compile(
    r"""^\W*(?:
        (?:read|see|watch|look|listen|view|hear)\ (?:also|more|here|on|all|back|too)\b
      | (?:also|further)\ (?:read|see|watch|view)\b
      | (?:read|see|watch|view|listen\ to|check\ out|click|tap|scroll\ down|follow)\b
        .{0,60}\b(?:here|below|video|live\ ?blog|newsletter|podcast|gallery|app|replay|image|link)\b
        [^.!?]{0,40}[.:!]?$
      | (?:read|see|watch|view|hear|listen\ to)\ (?:the|our)\ (?:full|whole)
        \ (?:interview|story|article|report|text)\b
      | (?:more|other)\ (?:news|stories|articles|on\ this|about\ this)\b
      | (?:lees|bekijk|kijk|luister|zie)\ (?:ook|hier|terug)\b
      | (?:lees|bekijk|kijk|luister|zie)\ (?:meer|verder)(?:\ (?:over|op|in|onder|bij|via|na)\b|\W*$)
      | (?:subscribe|sign\ up|abonneer\ (?:je|u)\ (?:nu|hier|gratis)|share\ this
        |deel\ dit\ (?:artikel|bericht|verhaal|op|via|met)|follow\ us|volg\ ons|join\ the\ conversation)\b
      | (?:kijk|lees|luister|bekijk|beluister|zie|ga|please\ see|look|check)\b.{0,60}
        (?:\b(?:web)?site\b|\w\.(?:nl|be|com)\b|\ /\w|\bapp\b)
      | in\ (?:dit\ (?:artikel|overzicht|liveblog)|this\ (?:article|overview|live\ blog))\b.{0,20}
        \b(?:vind|lees|zie|find|read|see)\b
      | (?:continue\ reading|(?:the\ )?(?:story|text)\ continues|(?:de\ )?tekst\ gaat\ (?:verder|door))
        (?:\ (?:below|under|onder|na)\b[^.]{0,30})?\W*$
      | (?:advertisement|advertentie|sponsored|related|gerelateerde?)
        (?:\ (?:stories|articles|content|links|news|topics|artikelen|berichten|nieuws|onderwerpen))?\W*$
      | (?:(?:schrijf|meld|abonneer)\ (?:je|u)|ontvang|receive|register)\b
        [^.!?]{0,50}\b(?:nieuwsbrief|newsletter)
      | (?:deel|delen|share)\ (?:via|op|on)\ (?:facebook|twitter|x|whatsapp|linkedin|instagram|e-?mail)\W*$
      | (?:(?:tips?|reageren|reacties|vragen|reactions?|questions)\b[^.!?]{0,30}[?:]\ )?
        (?:e?-?mail|stuur|schrijf|reageer|tip|send|write|contact|respond)\b
        [^.!?]{0,60}[\s:]\S{1,64}@[-.\w]{1,64}\.\w{2,12}\W*$
      | (?:leestijd|reading\ time)\W*\d+\ ?min
      | \d+\ min(?:\.|uut|uten|utes?)?\ (?:leestijd|lezen|read|reading\ time)\W*$
      | \d+\ (?:reacties|comments)\W*$|(?:reacties|comments)\ \(\d+\)$
      | (?:last\ updated|first\ published|published|updated|posted
          |gepubliceerd|(?:laatst\ )?bijgewerkt|laatste\ update)
        (?:\ (?:at|on|op|om|in)\b|\W*\d|:)
      | (?:media|video)\ playback\b|this\ (?:content|video|audio)\ is\ (?:not|no\ longer)\ available
      | these\ are\ external\ links|.{0,30}not\ responsible\ for\ the\ content|copy\ this\ link
      | .{0,30}\blast\ updated\ (?:at|on)\b|this\ article\ is\ for\ subscribers
      | (?:all\ rights\ reserved|terms\ of\ use|privacy\ policy
          |cookies?|cookie[ -]?(?:policy|settings|beleid|instellingen))\W*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""^\W*(?:(?:photos?|foto(?:'s|’s|graaf)?|photographer|images?|beeld|pictures?|illustrations?|graphics?|bron|source|credit)
        \s*(?::|©|\||/)
      | video\s*(?::\s*(?-i:[A-ZÀ-Þ])|©|\||/)
      | (?:photos?|images?|pictures?|foto(?:grafie)?)\ (?:by|copyright|credit|caption|courtesy|door)\b
      | ©|copyright\b(?!\ (?:op|van|voor|in|on|of|for|law)\b)[^.]{0,40}\.?$
      | media\ caption\b|image\ caption\b
      | (?:anp|afp|ap|reuters|epa|getty(?:\ images)?|belga|novum|bpd)\W*$)""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDITED = re.compile(
    r"^(?:Foto|Beeld|Photo|Image) "
    r"(?:ANP|AFP|AP|EPA|Reuters|Belga|[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*| van| de| der| den){1,4})$"
    r"|^(?:(?:[A-ZÀ-Þ][\w.'’-]*|van|de|der|den)\s+){1,4}/\s*(?:ANP|AFP|AP|EPA|Reuters|Belga|Getty)\b\W*$"
    r"|^(?:ANP|AFP|AP|EPA|Reuters|Belga|Getty Images)\s*/\s*\S"
)
""" "Beeld Anna Kok", "Jan de Vries / ANP"."""
_BROADCAST = re.compile(
    r"\bte (?:volgen|zien|beluisteren|bekijken|horen)\b.{0,25}\b(?:via|bij|op) (?:de (?:site|app)\b"
    r"|(?:NPO|NOS|RTL|VRT|ESPN|SBS|Ziggo|Radio|YouTube|Videoland)\b|\w+\.(?:nl|be|com)\b)"
)
"""Where a match or a debate can be followed."""
_BYLINE = re.compile(
    r"^\W*(?:(?:[Bb]y|[Dd]oor|[Tt]ext|[Tt]ekst|BY|DOOR)\W+(?:our |onze |van onze )?"
    r"|(?:[Vv]an onze|[Ff]rom our) )"
    r"(?:[A-ZÀ-Þ][\w.'’-]+|van|de|der|den|in|the|correspondent(?:e|en|s)?|reporters?|redact(?:ie|eur|rice|eurs)"
    r"|verslagg(?:ever|eefster|evers)|editors?|staff|and|en|\W)+$"
)
_PLACED = re.compile(
    r"\((?:left|right|centre|center|middle|above|below|pictured|file|archive|links|rechts|midden|archief)"
    r"(?:[ ,][^)]{0,30})?\)|^pictured\b"
    r"|,? pictured (?:in|at|with|here|on|above|below|left|right|against|last)\b"
    r"|\b(?:file|archive|stock) (?:photo|picture|image)\b|\barchieffoto\b",
    re.IGNORECASE,
)
_DATE = r"(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
_MONTH = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|mrt|march|mar|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?|augustus|august|aug"
    r"|sept(?:ember)?|sep|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|vandaag|gisteren|today|yesterday|ma|di|wo|do|vr|za|zo)\.?"
)
_DAY = rf"(?:\d{{1,2}}\ {_MONTH}|{_MONTH}\ \d{{1,2}}|{_DATE})"
_TIME = r"(?:\d{1,2}[:.]\d{2}(?:\ ?(?:uur|hours|hrs|[ap]\.?m\.?))?)"
_DATED = re.compile(
    rf"(?:{_WEEKDAY}[, ]+)?{_DAY},?\ \d{{4}}(?:[^\w]+(?:om\ |at\ )?{_TIME})?\W*"
    rf"|(?:{_WEEKDAY}[, ]+)?(?:{_DAY}[, ]+)?(?:om\ |at\ )?{_TIME}\W*",
    re.IGNORECASE,
)
"""A date with its year, or with a clock time; "8 november" may be what a section is about."""
_META = re.compile(rf"^\W*(?:date|datum|published|gepubliceerd)\W*{_DATE}\W+(?=\w)", re.IGNORECASE)
_PLACE = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /-][A-ZÀ-Þ'’.-]+){0,3})"
_AGENCY = r"\((?:ANP|AP|AFP|DPA|dpa|Reuters|REUTERS|Novum|Belga|EPA|CNN|[A-Z]{2,6}/[A-Z]{2,6})\)"
_DATELINE = re.compile(
    rf"^(?:{_PLACE}\s*(?:,\s*[^—–-]{{1,25}}?)?(?:\s*{_AGENCY})?|[\w' -]{{2,30}}\s*{_AGENCY})"
    rf"\s*[—–-]{{1,2}}\s+(?=\S)"
    rf"|^[\w' -]{{2,30}}\s*{_AGENCY}\s*[.:]\s+(?=\S)"
)
_CLOCK = re.compile(
    r"^(?:\d{1,2}[:.]\d{2}|\d{1,2}h\d{2})(?:\s*(?:uur|hours|hrs|am|pm|a\.m\.|p\.m\.|CET|GMT))?"
    r"\s*(?:[—–|:-]\s*|\s(?=[A-ZÀ-Þ“\"‘]))"
)
BULLET = re.compile(r"(?:[•‣◦▪●○■·]\s*|[*–—-]\s+)(?=\S)")
"""What opens an item of a list without a number; "**Waarom?**" is a bold line, and "*Ja.*" a slanted one."""
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_PIPE = re.compile(r"(?<!\S)\|(?!\S)")
_LETTER_WORD = re.compile(r"[^\W\d_]{2,}")


def without_dateline(sentence: str) -> str:
    """The sentence from where its news begins: a leading place, agency, date stamp or clock time is dropped.

    What remains is a suffix of ``sentence``; a sentence that is nothing else is returned whole.
    """
    rest = sentence
    for pattern in (_META, _CLOCK, _DATELINE):
        cut = pattern.sub("", rest, count=1)
        if len(_LETTER_WORD.findall(cut)) >= 3:
            rest = cut
    return rest


def without_marker(item: str) -> str:
    """An item of a list without its bullet or number, which counts nothing once the item is lifted out."""
    marker = BULLET.match(item) or _NUMBER.match(item)
    return item[marker.end() :] if marker else item


def without_bullet(item: str) -> str:
    """An item of a list as it stands behind a bullet: a number it keeps, for the text may refer to it."""
    bullet = BULLET.match(item)
    return item[bullet.end() :] if bullet else item


def is_furniture(sentence: str) -> bool:
    """Whether a line belongs to the page and not to the text."""
    line = " ".join(sentence.split())
    if _CREDITED.search(line) or _DATED.fullmatch(line):
        return True
    if _LEAD_INS.search(line) or _CREDIT.search(line) or _PLACED.search(line) or _BROADCAST.search(line):
        return True
    if len(line.split()) <= 12 and _BYLINE.search(line):
        return True
    return is_tabular(sentence)


def is_row(line: str) -> bool:
    """Whether something parts cells in it: a pipe by itself, or a tab."""
    return _PIPE.search(line) is not None or "\t" in line.strip()


def is_tabular(sentence: str) -> bool:
    """A row of a table, a score list, a line of numbers: fewer than half of its tokens are words."""
    if sentence.count("|") >= 2 or sentence.strip().count("\t") >= 2:
        return True
    tokens = sentence.split()
    return bool(tokens) and 2 * sum(bool(_LETTER_WORD.search(token)) for token in tokens) < len(tokens)
