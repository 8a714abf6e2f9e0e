"""A reader's way through the form, in a real browser against the real server with the scripted model."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from service.render import to_html
from service.web.example import TEXT
from tests.samples import make_doubtful_digest
from tests.serving import Server, serve

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing; install it (Debian: apt-get install chromium)"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that must not complain on its console, with and without JavaScript."""
    context = browser.new_context(java_script_enabled=request.param, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    # An error page's status is reported on the console too; that one is meant.
    assert [text for text in complaints if "the server responded with a status of 4" not in text] == []


def test_from_paste_to_digest_and_download(server: Server, page: Page, tmp_path: Path) -> None:
    page.goto(server.address)
    page.get_by_label("Dutch article").fill(TEXT)
    page.get_by_role("button", name="Digest", exact=True).click()
    expect(page.get_by_role("heading", name="Summary")).to_be_visible()
    expect(page.get_by_role("heading", name="Key quotes")).to_be_visible()
    quote = page.locator("figure.quote", has_text="Marleen Duinker").first
    expect(quote.locator("p[lang=nl]")).to_contain_text("We hebben dit drie keer uitgesteld")
    for number, column in enumerate(("nl", "en")):
        boxes = [page.locator(f".pair > .{column}").nth(i).bounding_box() for i in range(3)]
        assert all(box is not None and (box["x"] > 500) is bool(number) for box in boxes)
    expect(page.get_by_label("Dutch article")).to_have_value(TEXT)

    with page.expect_download() as download:
        page.get_by_role("button", name="Download as Markdown").click()
    target = tmp_path / "digest.md"
    download.value.save_as(target)
    assert "We hebben dit drie keer uitgesteld" in target.read_text(encoding="utf-8")


def test_a_word_without_end_leaves_the_columns_where_they_are(server: Server, page: Page) -> None:
    page.goto(server.address)
    page.get_by_label("Dutch article").fill(f"{TEXT}\n\nDit is een {'lang' * 60} woord.\n")
    page.get_by_role("button", name="Digest", exact=True).click()
    columns = page.locator(".pair.text > .en")
    expect(columns).not_to_have_count(0)
    places = {box["x"] for column in columns.all() if (box := column.bounding_box())}
    assert len(places) == 1


def test_hovering_over_a_sentence_lights_up_its_counterpart(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/?example=1")
    page.get_by_role("button", name="Digest", exact=True).click()
    pair = page.locator(".pair.text").filter(has_text="dinsdag bekendgemaakt")
    here, there, other = (
        pair.locator(f".{column} [data-n='{n}']") for column, n in (("nl", 2), ("en", 2), ("en", 1))
    )
    expect(there).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    here.hover()
    expect(there).to_have_css("background-color", "rgb(251, 230, 174)")
    expect(other).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_mistakes_are_told_and_nothing_is_lost(server: Server, page: Page) -> None:
    english = (
        "The council decided on Tuesday that the old bridge over the river will be replaced next year. " * 3
    )
    page.goto(server.address)
    page.get_by_label("Dutch article").fill(english)
    page.get_by_text("Options", exact=True).click()
    page.get_by_label("Glossary").fill("brug = bridge")
    page.get_by_role("button", name="Digest", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("English")
    expect(page.get_by_label("Dutch article")).to_have_value(english)
    expect(page.get_by_label("Glossary")).to_have_value("brug = bridge")
    page.get_by_label("Skip the language check").check()
    page.get_by_role("button", name="Digest", exact=True).click()
    expect(page.get_by_role("heading", name="The article")).to_be_visible()


def test_upload(server: Server, page: Page) -> None:
    page.goto(server.address)
    page.get_by_label("Or a file").set_input_files(
        {"name": "stuk.html", "mimeType": "text/html", "buffer": f"<article><p>{TEXT}</p></article>".encode()}
    )
    page.get_by_role("button", name="Digest", exact=True).click()
    expect(page.get_by_role("heading", name="The article")).to_be_visible()


def test_keyboard_reaches_everything_and_shows_where_it_is(server: Server, page: Page) -> None:
    page.goto(server.address)
    seen = []
    for _ in range(7):
        page.keyboard.press("Tab")
        focused = page.locator(":focus-visible")
        expect(focused).to_have_css("outline-style", "solid")
        expect(focused).to_have_css("outline-width", "3px")
        seen.append(focused.get_attribute("id") or focused.inner_text())
    assert seen == ["Kernzin", "text", "Try an example", "file", "Options", "Digest", "models and limits"]


def test_ctrl_enter_sends(server: Server, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(server.address)
    page.get_by_label("Dutch article").fill("Het regent vandaag in Utrecht.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".pair .nl").last).to_contain_text("Het regent vandaag")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_text_has_contrast_and_fits(
    server: Server, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{server.address}/?example=1")
    page.get_by_role("button", name="Digest", exact=True).click()
    page.locator("article.digest").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    background = _luminance(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    for selector in (".abstract p", ".pair .nl", ".pair .en", ".legend", ".colophon", ".motto", "a.ref"):
        colour = page.locator(selector).first.evaluate("element => getComputedStyle(element).color")
        lighter, darker = sorted((background, _luminance(colour)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, f"{selector} is below WCAG AA"
    context.close()


@pytest.fixture
def kept(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page as one keeps it, with notes, on a narrow screen."""
    target = tmp_path / "digest.html"
    target.write_text(to_html(make_doubtful_digest()), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(target.as_uri())
    yield page
    page.close()


def test_a_mark_leads_to_its_note(kept: Page) -> None:
    note = kept.get_by_text("Not in the English: 1.200.")
    expect(note).not_to_be_visible()
    mark = kept.get_by_role("link", name="note 2")
    mark.click()
    expect(note).to_be_visible()
    background = _luminance(kept.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    colour = _luminance(mark.evaluate("element => getComputedStyle(element).color"))
    assert (background + 0.05) / (colour + 0.05) >= 4.5


def test_english_comes_first_where_there_is_one_column(kept: Page) -> None:
    pair = kept.locator(".pair.text").last
    tops = [box["y"] for part in (".en", ".notes", ".nl") if (box := pair.locator(part).bounding_box())]
    assert len(tops) == 3
    assert tops == sorted(tops)


def _luminance(colour: str) -> float:
    """Relative luminance of ``rgb(r, g, b)`` (WCAG 2.2)."""
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
