"""The article in an HTML page or fragment, as plain text whose blocks stand between blank lines.

A *page* (it has ``<article>``, ``<main>`` or ``<body>``) is read twice: trafilatura tells which words
belong to the article, and the page's own blocks that consist of such words are kept, whole and in their
order, with the subheads right above them (trafilatura alone loses some subheads and runs list items
together). If that keeps less than half of the words in the paragraphs of the main element, trafilatura is
taken to have failed, and all blocks of that element but navigation are kept. What is left out is counted. A
*fragment* keeps every block.

Blocks are read off the tree in one loop without recursion. libxml2 stops at a depth of 256 elements and drops
the rest of the document, so markup deeper than that is first flattened to a row of paragraphs.

What it cannot do: run scripts, see what CSS hides, or keep the places of the text in the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from service.errors import EmptyArticleError
from service.text.visible import is_blank

_PAGE = re.compile(r"<(?:article|main|body)\b", re.I)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>", re.I)
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WORD = re.compile(r"\w+")

_HIDDEN: Final = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas"),
        *("select", "textarea", "button", "audio", "video"),
    )
)
_INLINE: Final = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
        ),
        *("i", "ins", "kbd", "label", "mark", "q", "ref", "s", "samp", "small", "span", "strike", "strong"),
        *(
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "hi",
            "img",
            "graphic",
            "input",
            "picture",
            "source",
        ),
    )
)
"""Everything else ends a block. ``hi``, ``ref``, ``graphic``, ``item``, ``lb``, ``row`` and ``cell`` are
trafilatura's own."""
_BREAKS: Final = frozenset(["br", "lb"])
_ITEMS: Final = frozenset(["li", "item"])
_ROWS: Final = frozenset(["tr", "row"])
_CELLS: Final = frozenset(["td", "th", "cell"])
_NO_CELL: Final = frozenset(
    ("table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "article", "figure")
)
_LONGEST_CELL: Final = 200
"""Characters; a table with more in a cell, or with two paragraphs, lays out a page."""
_ROLES: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_HIDDEN, ("hidden",)),
    **dict.fromkeys(("nav", "footer", "aside", "form"), ("aside",)),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("heading",)),
    **dict.fromkeys(("p", "blockquote"), ("paragraph",)),
    "pre": ("pre",),
}
_ENOUGH: Final = 0.5
"""Share of the words of the main paragraphs below which the extraction has failed."""
_COVERED: Final = 0.8
"""Share of a block's word pairs that must be the article's."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of visible text, and what kind of element it stands in."""

    text: str
    aside: bool
    heading: bool
    paragraph: bool


@dataclass(frozen=True, slots=True)
class Extraction:
    """``text`` is what offsets refer to; ``dropped`` counts the blocks of visible text that are not in it."""

    text: str
    dropped: int


def extract_html(html: str) -> Extraction:
    """The text of a page or fragment. Raises :class:`EmptyArticleError` if it has none."""
    clean = _UNREADABLE.sub(" ", html)
    tree, whole = _parse(clean)
    if tree is None:
        raise EmptyArticleError("The HTML holds no text.")
    if whole and _PAGE.search(clean):
        extraction = _extract_page(tree)
    else:
        extraction = Extraction("\n\n".join(block.text for block in _blocks(tree)), 0)
    if is_blank(extraction.text):
        raise EmptyArticleError("The HTML holds no text.")
    return extraction


def _parse(html: str) -> tuple[lxml_html.HtmlElement | None, bool]:
    """The tree, and whether it has the page's own structure rather than a row of paragraphs."""
    if is_blank(html):
        return None, True
    tree, deep = _tree(html)
    return (_tree(_flatten(html))[0], False) if deep else (tree, True)


def _tree(html: str) -> tuple[lxml_html.HtmlElement | None, bool]:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(html.encode(), parser=parser)
    except etree.ParserError:  # a document of comments only
        return None, False
    return tree, any("depth" in entry.message for entry in parser.error_log)


def _flatten(html: str) -> str:
    def replace(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _HIDDEN:
            return match[0]
        return " " if name in _INLINE else "<p>"

    return _TAG.sub(replace, html)


def _extract_page(tree: lxml_html.HtmlElement) -> Extraction:
    everything = list(_blocks(tree))
    main_element = _main(tree)
    main = [block for block in _blocks(main_element) if not block.aside]
    kept = _selected(everything, _article_pairs(tree))
    needed = sum(_count_words(block) for block in main if block.paragraph)
    if sum(map(_count_words, kept)) < _ENOUGH * needed or not kept:
        kept = main or everything
    heading = _heading(main_element) or _heading(tree)
    blocks = [block.text for block in kept]
    if heading:
        key = _key(heading)
        blocks = [heading, *(text for text in blocks if _key(text) != key)]
    return Extraction("\n\n".join(blocks), max(0, len(everything) - len(blocks)))


def _main(tree: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The longest ``<article>``, else ``<main>``, else the whole."""
    for name in ("article", "main"):
        found = list(tree.iter(name))
        if found:
            return max(found, key=lambda element: len(element.text_content()))
    return tree


def _article_pairs(tree: lxml_html.HtmlElement) -> set[tuple[str, str]]:
    """The pairs of neighbouring words in what trafilatura takes for the article."""
    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False
    )
    body = getattr(document, "body", None)
    blocks = [] if body is None else _blocks(body)
    return {pair for block in blocks for pair in _pairs(_key(block.text))}


def _selected(blocks: Sequence[_Block], article: set[tuple[str, str]]) -> list[_Block]:
    """The blocks whose words are the article's, and the subheads above them; linear in the words."""
    kept: list[_Block] = []
    below: _Block | None = None
    for block in reversed(blocks):
        pairs = _pairs(_key(block.text))
        covered = bool(pairs) and sum(pair in article for pair in pairs) >= _COVERED * len(pairs)
        if not block.aside and (covered or (block.heading and kept and kept[-1] is below)):
            kept.append(block)
        below = block
    return kept[::-1]


def _blocks(root: etree._Element) -> Iterator[_Block]:
    """The visible text below an element, a block at a time, white space collapsed, entities decoded.

    A single line break stays one, two make a new block; the items of a list begin with a dash. The row of a
    table is one block, with pipes between its cells.
    """
    parts: list[str] = []
    row: etree._Element | None = None
    depth = {"hidden": 0, "aside": 0, "heading": 0, "paragraph": 0, "pre": 0}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        opens = event == "start"
        if name in _BREAKS:
            parts += ["\n" if row is None else " "] if opens else []
        elif row is not None and element is not row and name not in _INLINE and name not in _HIDDEN:
            parts.append(" | " if opens and name in _CELLS and element.getprevious() is not None else " ")
        elif name not in _INLINE and name not in _HIDDEN:
            row = element if opens and name in _ROWS and _is_row(element) else None
            for text in _divided(parts):
                yield _Block(text, depth["aside"] > 0, depth["heading"] > 0, depth["paragraph"] > 0)
            parts = ["- "] if opens and name in _ITEMS else []
        for role in _ROLES.get(name, ()) if element is not root else ():
            depth[role] += 1 if opens else -1
        run = element.text if opens else element.tail if element is not root else None
        if run and not depth["hidden"]:
            parts.append(run if depth["pre"] else re.sub(r"\s+", " ", run))
    for text in _divided(parts):
        yield _Block(text, False, False, False)


def _is_row(element: etree._Element) -> bool:
    """Whether the row of a table holds data, in two cells or more, and is no part of a page's layout."""
    filled = 0
    for cell in element:
        inside = [each.tag for each in cell.iter()]
        if not _NO_CELL.isdisjoint(inside) or inside.count("p") > 1:
            return False
        text = " ".join("".join(cell.itertext()).split())
        filled += bool(text)
        if len(text) > _LONGEST_CELL:
            return False
    return filled > 1


def _divided(parts: list[str]) -> Iterator[str]:
    """The blocks of some running text, in which two line breaks divide."""
    for block in re.split(r"\n[ \t]*\n\s*", "".join(parts)):
        lines = [" ".join(line.split()) for line in block.split("\n")]
        text = "\n".join(line for line in lines if line)
        if text.strip("| ") and text != "-" and not is_blank(text):
            yield text


def _heading(root: etree._Element) -> str | None:
    headings = (" ".join(" ".join(block.text for block in _blocks(h1)).split()) for h1 in root.iter("h1"))
    return next((text for text in headings if text), None)


def _key(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    """Neighbouring words; a single word is its own neighbour before nothing."""
    return list(pairwise(words)) if len(words) > 1 else [(word, "") for word in words]


def _count_words(block: _Block) -> int:
    return len(_WORD.findall(block.text))
