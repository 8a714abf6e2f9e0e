"""What is shown once, what is shown in parts, and how it is numbered."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from service.render import to_html, to_json, to_markdown
from service.render.layout import MOST, lay_out
from service.result import Digest, Title
from service.text.warnings import Warning, WarningCode
from tests.samples import LINES, make_digest, make_doubtful_digest


def long_digest(length: int, first: str = "Zin") -> Digest:
    """A headline and one paragraph of so many sentences."""
    lines = tuple((f"{first if n == 1 else 'Zin'} {n}.", f"Sentence {n}.") for n in range(1, length + 1))
    return make_digest((LINES[0], lines))


def lengths(digest: Digest) -> list[int]:
    return [len(passage.sentences) for passage in lay_out(digest).passages]


@given(
    st.lists(st.sampled_from(["Ja.", "‘Nee.", "Nooit.’", "“Wel", "dan”, zei hij."]), min_size=1, max_size=60)
)
def test_passages_are_short_and_lose_nothing(dutch: list[str]) -> None:
    digest = make_digest((LINES[0], tuple((nl, nl) for nl in dutch)))
    layout = lay_out(digest)
    assert (
        tuple(s for passage in layout.passages for s in passage.sentences) == digest.paragraphs[1].sentences
    )
    assert all(1 <= len(passage.sentences) <= MOST for passage in layout.passages)


def test_a_long_paragraph_is_shown_in_passages_of_about_four() -> None:
    assert lengths(long_digest(7)) == [7]
    assert lengths(long_digest(8)) == [4, 4]
    assert lengths(long_digest(18)) == [4, 4, 4, 6]


def test_a_passage_does_not_break_off_a_quotation() -> None:
    lines = [(f"Zin {n}.", f"Sentence {n}.") for n in range(1, 12)]
    lines[2], lines[4] = ("‘Zin 3.", "“Sentence 3."), ("Zin 5’, zei hij.", "Sentence 5,” he said.")
    assert lengths(make_digest((LINES[0], tuple(lines)))) == [5, 6]


def test_an_item_of_a_list_has_one_bullet() -> None:
    lines = (("- De kade is oud.", "- The quay is old."), ("- Ook dat.", "- That too."))
    digest = make_digest((LINES[0], *((line,) for line in lines)))
    digest = replace(
        digest, paragraphs=(digest.paragraphs[0], *(replace(p, kind="list") for p in digest.paragraphs[1:]))
    )
    assert "\n- The quay is old.\n\n> De kade is oud.\n" in to_markdown(digest)
    assert ">The quay is old.</span>" in to_html(digest)
    assert to_json(digest)["paragraphs"][1]["sentences"][0]["nl"] == "- De kade is oud."


def test_a_numbered_item_keeps_its_number() -> None:
    digest = make_digest((LINES[0], (("2. De kade.", "2. The quay."),)))
    item = replace(digest.paragraphs[1], kind="list")
    assert "\n- 2\\. The quay.\n" in to_markdown(replace(digest, paragraphs=(digest.paragraphs[0], item)))


def test_the_json_keeps_the_paragraphs() -> None:
    body = to_json(long_digest(30))
    assert [len(paragraph["sentences"]) for paragraph in body["paragraphs"]] == [1, 30]


def test_english_dutch_and_notes_of_a_passage_stand_together() -> None:
    digest = long_digest(8)
    long = digest.paragraphs[1]
    noted = tuple(
        replace(s, warnings=(Warning(WarningCode.NAME_MISSING, f"Lost in {s.id}.", s.id),))
        if s.id == 3
        else s
        for s in long.sentences
    )
    text = to_markdown(replace(digest, paragraphs=(digest.paragraphs[0], replace(long, sentences=noted))))
    assert (
        "Sentence 2. [2] Sentence 3. Sentence 4.\n\n> Zin 1. Zin 2. Zin 3. Zin 4.\n\n2. *Lost in 3.*\n"
        in text
    )
    assert "\n\nSentence 5. " in text


def test_another_title_than_the_first_heading_is_shown_beside_it() -> None:
    digest = make_digest()
    assert lay_out(digest).headline == digest.paragraphs[0]
    for title in (None, Title("Iets anders", "Oudewater mill turns again")):
        layout = lay_out(replace(digest, title=title))
        assert layout.headline is None
        assert layout.passages[0] == digest.paragraphs[0]


def test_the_title_is_known_by_what_can_be_seen_of_it() -> None:
    digest = make_digest()
    headline = digest.paragraphs[0].sentences[0]
    soft = replace(headline, nl=headline.nl.replace("water", "wa\u00adter").replace(" ", "\u00a0 "))
    first = replace(digest.paragraphs[0], sentences=(soft,))
    assert lay_out(replace(digest, paragraphs=(first, *digest.paragraphs[1:]))).headline == first


def test_numbers_run_through_the_digest() -> None:
    layout = lay_out(make_doubtful_digest())
    assert layout.sources == {3: 1}
    assert layout.notes == {4: 2, 5: 3}


def test_the_page_shows_the_title_once_and_can_still_be_pointed_at() -> None:
    page = to_html(make_digest())
    assert page.count("Molen van Oudewater draait weer") == 1
    assert 'id="a1-s1"' in page
