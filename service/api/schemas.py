"""What the API accepts: strict types, bounded sizes, unknown fields refused."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from service.glossary import check_glossary
from service.result import Article, Options, SummaryMethod
from service.settings import Settings


def _checked(glossary: dict[str, str]) -> dict[str, str]:
    return dict(check_glossary((f"term {n}", nl, en) for n, (nl, en) in enumerate(glossary.items(), 1)))


Glossary = Annotated[dict[str, str], AfterValidator(_checked)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SummaryWish(_Strict):
    """``sentences`` is None for the service's setting."""

    sentences: int | None = Field(default=None, ge=1, le=6)
    method: SummaryMethod = "auto"


class QuotesWish(_Strict):
    """``key_max`` is None for the service's setting."""

    key_max: int | None = Field(default=None, ge=0, le=50)
    indirect: bool = False


class _Texts(_Strict):
    """One ``text`` or several ``texts``; the options apply to all of them."""

    text: str | None = None
    texts: list[str] | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _either(self) -> Self:
        if (self.text is None) == (self.texts is None):
            raise ValueError('exactly one of "text" and "texts" is needed')
        return self

    @property
    def several(self) -> bool:
        """Whether the answer is a list, also of one."""
        return self.texts is not None

    @property
    def all_texts(self) -> list[str]:
        return self.texts if self.texts is not None else [self.text or ""]


class SummariseRequest(_Texts):
    summary: SummaryWish = SummaryWish()

    def options(self, settings: Settings) -> Options:
        return Options(
            summary_sentences=self.summary.sentences or settings.summary_sentences,
            summary_method=self.summary.method,
        )

    def articles(self) -> list[Article]:
        return [Article(text) for text in self.all_texts]


class TranslateRequest(_Texts):
    title: str | None = None
    format: Literal["text", "html"] = "text"
    language: Literal["auto", "nl"] = "auto"
    glossary: Glossary = {}

    @model_validator(mode="after")
    def _title_belongs_to_one(self) -> Self:
        if self.several and self.title is not None:
            raise ValueError('"title" goes with "text", not with "texts"')
        return self

    def options(self, settings: Settings) -> Options:
        return Options(language=self.language, glossary=tuple(self.glossary.items()))

    def articles(self) -> list[Article]:
        return [Article(text, self.title, self.format) for text in self.all_texts]


class DigestRequest(TranslateRequest):
    summary: SummaryWish = SummaryWish()
    quotes: QuotesWish = QuotesWish()

    def options(self, settings: Settings) -> Options:
        key_max = self.quotes.key_max
        return Options(
            language=self.language,
            summary_sentences=self.summary.sentences or settings.summary_sentences,
            summary_method=self.summary.method,
            key_quotes=settings.key_quotes if key_max is None else key_max,
            indirect=self.quotes.indirect,
            glossary=tuple(self.glossary.items()),
        )
