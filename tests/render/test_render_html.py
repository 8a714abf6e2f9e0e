"""The page is well-formed, self-contained, and shows article text as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from service.render import STYLE_SOURCE, Failure, to_html
from tests.samples import make_digest, make_doubtful_digest, make_summary

VOID = {"meta", "link", "input", "br"}


class Outline(HTMLParser):
    """The elements of a page, with their nesting checked."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


HOSTILE = st.lists(
    st.sampled_from(
        [*"<>&\"'/= a", "<script>", "</p>", "<!--", "]]>", "{{ 1 }}", "&amp;", "\x00", "javascript:"]
    ),
    min_size=1,
    max_size=20,
).map("".join)


@given(HOSTILE, HOSTILE)
def test_structure_does_not_depend_on_the_text(nl: str, en: str) -> None:
    def structure(a: str, b: str) -> list[tuple[str, list[str]]]:
        digest = make_digest((((a, b),), ((a, b), (b, a))), title=a, speaker=b, speaker_en=a)
        page = to_html(digest, Failure(a, b))
        return [(tag, sorted(attributes)) for tag, attributes in outline(page).elements]

    assert structure(f"x{nl}", f"y{en}") == structure("x", "y")


def test_page_asks_for_nothing_from_anywhere() -> None:
    parsed = outline(to_html(make_doubtful_digest(), make_summary()))
    for tag, attributes in parsed.elements:
        assert tag not in ("script", "link", "img", "iframe")
        assert not {"style", "src", "onclick"} & attributes.keys()
        assert (attributes.get("href") or "#").startswith("#")


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    parsed = outline(to_html(make_doubtful_digest(), make_doubtful_digest()))
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {attributes["href"] for tag, attributes in parsed.elements if tag == "a"}
    assert links
    assert links <= {f"#{name}" for name in ids}


def test_languages_are_marked() -> None:
    page = to_html(make_digest())
    assert '<html lang="en">' in page
    assert re.search(r'<p lang="nl" class="nl">\s*<span[^>]*>De molen van Oudewater', page)
    assert re.search(r'<p lang="en" class="en">\s*<span[^>]*>The Oudewater mill', page)
    assert '<p lang="nl">‘Dit is een feestdag’</p>' in page


def test_a_speaker_without_a_name_is_shown_in_english_with_the_dutch() -> None:
    page = to_html(make_digest(speaker="een buurman", speaker_en="a neighbour"))
    assert '<figcaption>a neighbour (<span lang="nl">een buurman</span>)' in page
    assert '<figcaption><span lang="nl">Anna Kok</span>' in to_html(make_digest())


def test_doubts_are_shown_on_the_sentence() -> None:
    page = to_html(make_doubtful_digest())
    assert re.search(r'class="low">According to her', page)
    assert re.search(r'lang="nl" class="low untranslated">Het was er gezellig', page)
    assert "Not in the English: 1.200." in page
    assert "The text may not be Dutch" in page
    assert "2 notes" in page
    assert re.search(
        r'there were visitors.</span><a class="mark" href="#a1-n4" aria-label="note 2">2</a>', page
    )
    assert re.search(r'<li id="a1-n4" value="2"><a href="#a1-s4" lang="nl">Volgens haar zijn', page)


def test_tells_of_the_better_model_only_where_the_small_one_was_used() -> None:
    assert "kernzin models download" in to_html(make_digest())
    digest = make_digest()
    card = type(digest.translation_model)("big", "1", "CC-BY-4.0", "ctranslate2", "f")
    page = to_html(
        type(digest)(**{f: getattr(digest, f) for f in digest.__slots__} | {"translation_model": card})
    )
    assert "kernzin models download" not in page
    assert "CC-BY-4.0" in page


def test_policy_of_the_page_admits_its_style() -> None:
    assert STYLE_SOURCE.replace("'", "&#39;") in to_html(make_digest())
