"""What was typed into the form: kept as typed, and read into an article and its options."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from service.glossary import Glossary, GlossaryError, parse_glossary
from service.result import Article, Options
from service.settings import Settings

_HTML_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|main|article|section|div|h[1-6]|p|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The form's fields as text, so that whatever was typed can be shown again, wrong or not."""

    text: str
    summary_sentences: str
    key_quotes: str
    glossary: str = ""
    format: str = "auto"
    any_language: bool = False

    @classmethod
    def initial(cls, settings: Settings, text: str = "") -> Fields:
        return cls(text, str(settings.summary_sentences), str(settings.key_quotes))

    @classmethod
    def sent(cls, form: Mapping[str, str], settings: Settings) -> Fields:
        """A browser sends each newline of a text area as CR LF, whatever was pasted: that is undone."""
        return cls(
            text=_newlines(form.get("text", "")),
            summary_sentences=form.get("summary_sentences", str(settings.summary_sentences)).strip(),
            key_quotes=form.get("key_quotes", str(settings.key_quotes)).strip(),
            glossary=_newlines(form.get("glossary", "")),
            format=form.get("format", "auto"),
            any_language="any_language" in form,
        )

    def article(self) -> Article:
        is_html = self.format == "html" or (self.format == "auto" and _HTML_START.match(self.text))
        return Article(self.text, format="html" if is_html else "text")

    def options(self) -> tuple[Options, dict[str, str]]:
        """The options, and for each field that cannot be read what is wrong with it."""
        errors: dict[str, str] = {}
        sentences = _number(self.summary_sentences, 1, 6)
        if sentences is None:
            errors["summary_sentences"] = "A whole number from 1 to 6 is needed here."
        quotes = _number(self.key_quotes, 0, 50)
        if quotes is None:
            errors["key_quotes"] = "A whole number from 0 to 50 is needed here."
        glossary: Glossary = ()
        try:
            glossary = parse_glossary(self.glossary)
        except GlossaryError as error:
            reason = str(error)
            errors["glossary"] = f"{reason[0].upper()}{reason[1:]}."
        if self.format not in ("auto", "text", "html"):
            errors["format"] = "Choose one of the formats."
        options = Options(
            language="nl" if self.any_language else "auto",
            summary_sentences=sentences or 0,
            key_quotes=quotes or 0,
            glossary=glossary,
        )
        return options, errors

    @property
    def has_options(self) -> bool:
        """Whether something beyond the text was filled in, so that the options are shown open."""
        return bool(self.glossary.strip() or self.any_language or self.format != "auto")


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _number(text: str, least: int, most: int) -> int | None:
    if not re.fullmatch(r"[0-9]{1,3}", text):
        return None
    return int(text) if least <= int(text) <= most else None
