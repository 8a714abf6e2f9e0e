"""Article text cannot break the structure of the Markdown it stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from service.render import Failure, to_markdown
from service.render.markdown import escape, inline
from service.text.warnings import Warning, WarningCode
from tests.samples import make_digest, make_doubtful_digest, make_summary

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRAPS = st.lists(
    st.sampled_from(
        [
            *"\\`*_{}[]()#+-.!|<>~&=\"':/ \n\t\r01a‘’",
            "\n\n",
            "1. ",
            "---",
            "```",
            "<b>",
            "&lt;",
            "](x)",
            "    ",
            "\x1b[",
            "a_b_c",
            " # ",
            "]: ",
            "2.5",
            "&co;",
            "- ",
            "[x] ",
            "~~",
        ]
    ),
    min_size=1,
    max_size=30,
).map("".join)


def plain(markdown: str, block: str = "paragraph", *, emphasised: bool = False) -> str:
    """The text that a reader sees, or fails if there is anything but plain text in one block."""
    tokens = [token for token in READER.parse(markdown) if not token.hidden]
    inner = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens if token.type.startswith(block)] == [
        f"{block}_open",
        f"{block}_close",
    ]
    assert len(inner) == 1
    children = inner[0].children or []
    if emphasised:
        assert [children[0].type, children[-1].type] == ["em_open", "em_close"]
        children = children[1:-1]
    assert all(child.type in ("text", "text_special") for child in children)
    return "".join(child.content for child in children)


def shown(text: str) -> str:
    return " ".join(text.replace("\x1b", "\N{REPLACEMENT CHARACTER}").split())


SOMETHING = TRAPS.filter(lambda text: bool(text.split()))


@given(SOMETHING)
def test_escaped_text_reads_as_itself(text: str) -> None:
    assert plain(escape(text)) == shown(text)
    assert plain(f"> {escape(text)}", "blockquote") == shown(text)
    assert plain(f"- {escape(text)}", "list_item") == shown(text)


@given(SOMETHING)
def test_text_behind_a_mark_reads_as_itself(text: str) -> None:
    assert plain(f"### {inline(text)}", "heading") == shown(text)
    assert plain(f"“{inline(text)}”") == f"“{shown(text)}”"
    assert plain(f"*{inline(text)}*", emphasised=True) == shown(text)
    assert plain(f"4. *{inline(text)}*", "ordered_list", emphasised=True) == shown(text)


@given(SOMETHING, SOMETHING)
def test_pieces_do_not_make_anything_of_each_other(one: str, other: str) -> None:
    assert plain(f"{escape(one)} [1] {inline(other)} [2]") == f"{shown(one)} [1] {shown(other)} [2]"


@pytest.mark.parametrize(
    "text",
    [
        "2.000 euro per weekend",
        "'2. De brug",
        "1.5 en 2.",
        "-20 graden, +31 en = niets",
        "#brug en C#",
        "R&D bij AT&T",
        "$5 miljard | 6%",
        "[...] de wethouder [red.] (VVD)",
        "a < b en b > a",
        "5 * 3 ~ 15",
        "een_lange_naam",
        "C:\\map",
        "Wat? Ja! «Nee» – 'tuurlijk",
    ],
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert escape(text) == text
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("2. De brug", r"2\. De brug"),
        ("- Ja, zei hij", r"\- Ja, zei hij"),
        ("# brug", r"\# brug"),
        ("k*t", r"k\*t"),
        ("[hier](http://x.nl)", r"[hier\](http://x.nl)"),
        ("<b>vet</b> &amp;", r"\<b>vet\</b> \&amp;"),
        ("_nadruk_", r"\_nadruk\_"),
    ],
)
def test_what_means_something_is_escaped_there(text: str, escaped: str) -> None:
    assert escape(text) == escaped
    assert plain(escaped) == text


@given(TRAPS, TRAPS)
def test_structure_does_not_depend_on_the_text(nl: str, en: str) -> None:
    def structure(a: str, b: str) -> list[str]:
        digest = make_digest((((a, b),), ((a, b), (b, a))), title=a, speaker=b, speaker_en=a)
        return [token.type for token in READER.parse(to_markdown(digest, digest))]

    assert structure(f"x{nl}", f"y{en}") == structure("x", "y")


def test_reads_like_a_digest() -> None:
    text = to_markdown(make_doubtful_digest())
    assert text.startswith("# Oudewater mill turns again\n\n*Molen van Oudewater draait weer*\n")
    order = ["## Summary", "## Key quotes", "> “This is a day of celebration”", "> — Anna Kok", "## Article"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "\n\n> De molen van Oudewater draait na 40 jaar stilstand weer. " in text
    assert "According to her there were visitors. [2] Het was er gezellig. [3]\n\n> Volgens haar" in text
    assert "\n\n2. *Low confidence. Not in the English: 1.200.*\n3. *Low confidence. No candidate" in text
    assert "Confidence of the sentences: 3 high, 0 medium, 2 low." in text
    assert "embedded (0123456789ab), licence Gemma Terms of Use" in text


def test_a_summary_cites_the_dutch_it_rests_on_with_its_doubts() -> None:
    digest = make_doubtful_digest()
    assert digest.summary is not None
    doubtful = next(s for p in digest.paragraphs for s in p.sentences if s.warnings)
    cited = replace(digest.summary.sentences[0], sources=(doubtful.id,))
    text = to_markdown(replace(digest, summary=replace(digest.summary, sentences=(cited,))))
    summary = text[text.index("## Summary") : text.index("## Key quotes")]
    assert f"{escape(cited.text)} [1]\n\n1. *{escape(doubtful.nl)}*" in summary
    assert "Not in the English: 1.200." in summary


def test_a_quote_without_a_speaker_says_so() -> None:
    digest = make_digest()
    text = to_markdown(replace(digest, quotes=(replace(digest.quotes[0], speaker=None),)))
    assert "> — speaker not named" in text


def test_a_speaker_without_a_name_is_shown_in_english_with_the_dutch() -> None:
    digest = make_digest(speaker="een buurman", speaker_en="a neighbour")
    assert "> — a neighbour (een buurman)\n" in to_markdown(digest)
    unsure = replace(digest.quotes[0], confidence="medium")
    shown = to_markdown(replace(digest, quotes=(unsure,)))
    assert "> — a neighbour (een buurman) (confidence: speaker medium)\n" in shown
    first = replace(digest.quotes[0], speaker=None, speaker_en=None)
    assert "> — a neighbour (een buurman)\n" in to_markdown(replace(digest, quotes=(first, *digest.quotes)))


def test_parts_of_an_interrupted_quotation_stand_together() -> None:
    digest = make_digest()
    quote = digest.quotes[0]
    second = replace(quote, nl="een echte", en="a real one", key=False, speaker=None)
    text = to_markdown(replace(digest, quotes=(quote, second)))
    assert "> “This is a day of celebration … a real one”" in text


def test_the_title_is_said_once() -> None:
    text = to_markdown(make_digest())
    assert text.count("Oudewater mill turns again") == 1
    assert text.count("Molen van Oudewater draait weer") == 1


def test_a_note_on_the_title_stands_under_it() -> None:
    digest = make_digest()
    headline = digest.paragraphs[0]
    lost = Warning(WarningCode.NOT_ENGLISH, "Left in Dutch: molen.", 1)
    doubtful = replace(headline, sentences=(replace(headline.sentences[0], warnings=(lost,)),))
    text = to_markdown(replace(digest, paragraphs=(doubtful, *digest.paragraphs[1:])))
    assert text.split("\n\n")[:3] == [
        "# Oudewater mill turns again [1]",
        "*Molen van Oudewater draait weer*",
        "1. *Left in Dutch: molen.*",
    ]


@pytest.mark.parametrize("nl", ["zo'n foto’s", "het ‘feest’", "'s ochtends"])
def test_dutch_with_single_marks_in_it_is_shown_in_double_ones(nl: str) -> None:
    digest = make_digest()
    text = to_markdown(replace(digest, quotes=(replace(digest.quotes[0], nl=nl),)))
    assert f"> *“{nl}”*" in text


def test_a_quote_says_how_far_it_may_be_trusted() -> None:
    digest = make_digest()
    assert "> — Anna Kok\n" in to_markdown(digest)
    own = Warning(WarningCode.NOT_ENGLISH, "Left in Dutch: feest.")
    of_sentence = Warning(WarningCode.NAME_MISSING, "Not in the English: Kok.", 3)
    unsure = replace(
        digest.quotes[0], confidence="medium", en_confidence="low", warnings=(own, of_sentence, own)
    )
    text = to_markdown(replace(digest, quotes=(unsure,)))
    assert "> — Anna Kok (confidence: speaker medium, translation low)\n" in text
    assert "> *Note: Left in Dutch: feest. In its sentence: Not in the English: Kok.*" in text


def test_several_items_are_separated_by_rules() -> None:
    text = to_markdown(make_digest(), make_summary(), Failure("Not Dutch", "It is English."))
    assert [token.type for token in READER.parse(text)].count("hr") == 2
    assert text.endswith("# Not Dutch\n\nIt is English.\n")


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x1b]0;x\x07", "\x9b2J"])
def test_no_control_character_reaches_a_terminal(control: str) -> None:
    text = to_markdown(make_digest((((control, control),), ((control, control),)), title=control))
    assert all(character == "\n" or character.isprintable() for character in text)
