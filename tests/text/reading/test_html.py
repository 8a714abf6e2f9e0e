"""Articles in HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import EmptyArticleError
from service.text.reading.documents import read_document
from service.text.reading.html import extract_html

PARAGRAPHS = [
    "De stad krijgt een nieuwe brug over het kanaal, zo maakte de wethouder vanochtend bekend.",
    "De bouw begint volgend jaar en kost 12 miljoen euro, van wie de provincie ongeveer de helft betaalt.",
    "„Wij zijn er blij mee”, zegt een bewoner, die al twintig jaar moet omrijden naar het centrum.",
    "Over de kleur van de leuning wordt nog gesproken; een commissie doet in mei een voorstel.",
]


def page(container: str = "article", extra: str = "") -> str:
    rows = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:2])
    rest = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[2:])
    return (
        "<!DOCTYPE html><html><head><title>Stadskrant</title><style>p{}</style>"
        "<script>var geheim=1</script></head>"
        "<body><nav><ul><li><a href='/'>Voorpagina</a></li><li><a href='/s'>Sport en spel</a></li></ul></nav>"
        f"<{container}><h1>Stad krijgt <em>nieuwe</em> brug</h1>{rows}<h2>Lang omrijden</h2>"
        "<ul><li>langs de haven</li><li>over het spoor</li></ul>"
        f"{rest}</{container}>{extra}<footer>Alle rechten voorbehouden</footer></body></html>"
    )


@pytest.mark.parametrize("container", ["article", "main", "div"])
def test_a_page_gives_its_article(container: str) -> None:
    extraction = extract_html(page(container))
    assert extraction.text.split("\n\n") == [
        "Stad krijgt nieuwe brug",
        *PARAGRAPHS[:2],
        "Lang omrijden",
        "- langs de haven",
        "- over het spoor",
        *PARAGRAPHS[2:],
    ]
    assert extraction.dropped == 3


def test_the_extracted_text_reads_as_a_document() -> None:
    document = read_document(extract_html(page()).text)
    assert document.has_title
    assert [p.kind for p in document.paragraphs] == [
        *("heading", "text", "text", "heading", "list", "list", "text", "text")
    ]


def test_a_heading_above_the_article_comes_first() -> None:
    html = (
        f"<body><h1>Brug komt er</h1><article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body>"
    )
    assert extract_html(html).text.split("\n\n")[0] == "Brug komt er"


def test_a_short_page_is_not_lost() -> None:
    assert extract_html("<body><p>Kort bericht.</p></body>").text == "Kort bericht."
    assert extract_html("<main><div>Los woord</div></main>").text == "Los woord"
    assert extract_html("<body><li>aap noot</li><li>mies wim</li></body>").text == "- aap noot\n\n- mies wim"


def test_a_fragment_keeps_every_block() -> None:
    html = (
        "<h2>Kop</h2>los <b>vet</b>ter<p>Een<br>twee<br><br>drie<div>vier</div><ul><li>a<li>b</ul>"
        "<table><tr><td>links<td>rechts</table><pre>regel een\nregel twee</pre><!-- weg -->"
        "<script>weg()</script>"
        "<blockquote>&lsquo;Caf&eacute;&#8217; &amp; &euro;&nbsp;5</blockquote><footer>voet</footer>"
    )
    extraction = extract_html(html)
    assert extraction.text.split("\n\n") == [
        *("Kop", "los vetter", "Een\ntwee", "drie", "vier", "- a", "- b", "links | rechts"),
        *("regel een\nregel twee", "‘Café’ & € 5", "voet"),
    ]
    assert extraction.dropped == 0


TABLE = (
    "<table><thead><tr><th>Jaar</th><th>Kosten</th></tr></thead><tbody>"
    "<tr><td><p>2022</p></td><td>&euro;1,2 <b>miljoen</b><br>geschat</td></tr>"
    "<tr><td>2023</td><td></td><td>onbekend</td></tr></tbody></table>"
)
ROWS = ["Jaar | Kosten", "2022 | €1,2 miljoen geschat", "2023 | | onbekend"]


@pytest.mark.parametrize("whole", [True, False])
def test_the_row_of_a_table_is_one_block_and_no_heading(whole: bool) -> None:
    rows = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:2])
    inside = f"<h1>Stad krijgt brug</h1>{rows}{TABLE}<p>{PARAGRAPHS[2]}</p>"
    text = extract_html(f"<body><article>{inside}</article></body>" if whole else inside).text
    assert text.split("\n\n") == ["Stad krijgt brug", *PARAGRAPHS[:2], *ROWS, PARAGRAPHS[2]]
    kinds = [p.kind for p in read_document(text).paragraphs]
    assert kinds == ["heading", *["text"] * 6]


def test_a_table_that_lays_out_a_page_is_no_row() -> None:
    column = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    html = f"<table><tr><td>{column}</td><td>Ook gelezen</td></tr></table>"
    assert extract_html(html).text.split("\n\n") == [*PARAGRAPHS, "Ook gelezen"]


def test_text_without_markup() -> None:
    assert extract_html("Gewoon een zin & < 5.").text == "Gewoon een zin & < 5."


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote"])
@pytest.mark.parametrize("page_tag", ["", "<body>"])
def test_deep_nesting_loses_nothing(tag: str, page_tag: str) -> None:
    opened, closed = f"<{tag}>" * 5_000, "</div>" * 5_000
    html = f"{page_tag}<p>Voor</p>{opened}Diep<p>Dieper</p>{closed}<p>Na</p>"
    assert [b.removeprefix("- ") for b in extract_html(html).text.split("\n\n")] == [
        "Voor",
        "Diep",
        "Dieper",
        "Na",
    ]


def test_a_declared_encoding_and_odd_characters() -> None:
    html = "<?xml version='1.0' encoding='latin-1'?><html><body><p>Hé\x00 \ud800daar</p></body></html>"
    assert extract_html(html).text == "Hé daar"


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "\x00",
        "<p></p>",
        "<!-- niets -->",
        "<script>x()</script>",
        "<body><img src=x></body>",
        "<a " * 9,
    ],
)
def test_no_text(html: str) -> None:
    with pytest.raises(EmptyArticleError):
        extract_html(html)


PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<b>", "</div>", "<div>", "<li>", "<br>", "<article>", "<body>", "<h1>", "</h1>"),
        *(
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<nav>",
            "</nav>",
            "&amp;",
            "&#0;",
            "<",
            ">",
            "'",
            " ",
            "\n",
        ),
        *("woord ", "De brug is dicht. ", "<table><td>", "<svg>", "<![CDATA[", "<?pi", "\ud800", "<pre>"),
    )
)


@settings(max_examples=50)
@given(st.text() | st.lists(PIECES, max_size=30).map("".join))
def test_any_markup_is_text_or_refused(html: str) -> None:
    try:
        extraction = extract_html(html)
    except EmptyArticleError:
        return
    assert extraction.text.strip()
    assert extraction.dropped >= 0
    assert extraction == extract_html(html)
