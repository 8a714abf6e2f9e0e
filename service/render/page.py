"""A digest as HTML: a fragment for the form's page, or a self-contained page to keep.

The two columns are aligned by hovering over or tapping a sentence, without a script: the n-th Dutch and the
n-th English sentence of a paragraph carry the same number, and one rule for each number lights both up
(``:has``). Those rules are the same in every page, so that the whole style sheet has one hash, which is all
that the content security policy admits.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from service.render import view
from service.render.layout import MOST, lay_out
from service.result import Digest, EnglishSummary

_FOLDER = Path(__file__).with_name("templates")


def _style() -> Markup:
    selectors = ",\n".join(
        f'.pair:has([data-n="{n}"]:is(:hover, :focus)) [data-n="{n}"]' for n in range(1, MOST + 1)
    )
    sheet = (_FOLDER / "digest.css").read_text(encoding="utf-8")
    return Markup(f"\n{sheet}\n{selectors} {{ background: var(--glow); }}\n")


STYLE = _style()
STYLE_SOURCE = f"'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
"""What a content security policy must name in ``style-src`` for these pages."""

_environment = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.globals.update(view=view, STYLE=STYLE, STYLE_SOURCE=STYLE_SOURCE)
_environment.filters["clean"] = view.one_line


def to_html(*items: view.Rendered) -> str:
    """A self-contained page of one or several items: no script, no request to anywhere."""
    bodies = [_body(item, f"a{number}-") for number, item in enumerate(items, 1)]
    title = view.heading(items[0]) if len(items) == 1 else f"{len(items)} articles"
    return _environment.get_template("page.html").render(title=title, bodies=bodies)


def digest_fragment(digest: Digest, prefix: str) -> Markup:
    """The digest as an ``<article>``; ``prefix`` keeps its ids apart from others on the page."""
    template = _environment.get_template("digest.html")
    return Markup(template.render(digest=digest, layout=lay_out(digest), prefix=prefix))


def _body(item: view.Rendered, prefix: str) -> Markup:
    if isinstance(item, Digest):
        return digest_fragment(item, prefix)
    name = "summary.html" if isinstance(item, EnglishSummary) else "failure.html"
    return Markup(_environment.get_template(name).render(item=item))
