"""How pages read: side by side, in Devanagari, in print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from browser_support import BASE, EN, LONG, Files, Opener, Window, long_article, long_site

from dualpress.article import SegmentKey
from dualpress.html.read import read_html
from dualpress.site.bilingual import build_bilingual
from dualpress.site.model import Site, SiteSettings
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.references import Posts
from dualpress.site.shown_text import ShownText

ENGLISH, HINDI, VIEW = (
    "en/long/index.html",
    "hi/long/index.html",
    "hi/long/bilingual/index.html",
)


@pytest.fixture(scope="session")
def view(long: Files) -> Files:
    """The long article with its side-by-side view."""
    source, translations = long_article()
    entry = replace(LONG, has_bilingual=True)
    reading = ReaderSettings(has_bilingual=True, links_bilingual=True)
    site = Site(SiteSettings(base_url=BASE, reading=reading), (entry,))
    keys = {SegmentKey(None, key): text for key, text in translations.items()}
    text = ShownText(read_html(source, language=EN), keys)
    posts = Posts(Path("no-such-folder"), site.articles)
    page = build_bilingual(text, entry, site.bilingual(entry, PurePosixPath(VIEW)), posts)
    return {**long, page.path: page.data}


def boxes(reader: Window, number: int) -> list[Any]:
    """Where the two paragraphs of a pair stand in the window."""
    cells = reader.page.locator(f'[data-dp="{number}"] > *')
    return [cells.nth(index).bounding_box() for index in range(2)]


def test_pairs_stand_side_by_side_on_a_desktop(view: Files, window: Opener) -> None:
    first, second = boxes(window(view, VIEW), 3)
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] < second["x"]


def test_pairs_stand_one_above_the_other_on_a_phone(view: Files, window: Opener) -> None:
    reader = window(view, VIEW, phone=True)
    first, second = boxes(reader, 3)
    assert first["y"] + first["height"] <= second["y"]
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pairs_are_printed_side_by_side_and_not_torn_apart(view: Files, window: Opener) -> None:
    reader = window(view, VIEW, color_scheme="dark")
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size({"width": 500, "height": 700})
    first, second = boxes(reader, 3)
    assert first["y"] == second["y"]
    style = "pair => getComputedStyle(pair).breakInside"
    assert reader.page.locator('[data-dp="3"]').evaluate(style) == "avoid"
    assert not reader.page.locator(".dp-switch").is_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_the_view_keeps_the_place(view: Files, window: Opener, phone: bool) -> None:
    reader = window(view, VIEW, phone=phone)
    reader.scroll(0.5)
    reader.scroll_back()
    before = reader.paragraph()
    reader.page.click('.dp-switch a[hreflang="hi"]')
    reader.at(HINDI)
    assert abs(reader.paragraph() - before) <= 1


def test_a_place_in_the_view_is_found_without_scripts(view: Files, window: Opener) -> None:
    reader = window(view, f"{VIEW}#dp-60", java_script_enabled=False)
    top = reader.page.locator("#dp-60").bounding_box()["y"]
    assert abs(top) < 1


def styled(style: str) -> Files:
    """The long article with a style of the publisher's own."""
    source, translations = long_article()
    head = '<link rel="stylesheet" href="/own.css"></head>'
    files = long_site(source.replace("</head>", head), translations)
    pages = {
        path: data.replace(b'"/own.css"', f'"{BASE}own.css"'.encode())
        for path, data in files.items()
    }
    return {**pages, PurePosixPath("own.css"): style.encode()}


def computed(reader: Window, selector: str, name: str) -> str:
    script = f"element => getComputedStyle(element).{name}"
    return str(reader.page.locator(selector).first.evaluate(script))


def test_hindi_has_no_letter_spacing_whatever_the_site_says(window: Opener) -> None:
    files = styled("main h2, main p { letter-spacing: 2px }")
    assert computed(window(files, ENGLISH), "main p", "letterSpacing") == "2px"
    hindi = window(files, HINDI)
    assert computed(hindi, "main p", "letterSpacing") in ("normal", "0px")
    assert computed(hindi, "main h2", "letterSpacing") in ("normal", "0px")


def test_hindi_has_high_lines_unless_the_site_says_otherwise(window: Opener) -> None:
    high = window(styled("main p { font-size: 20px }"), HINDI)
    assert computed(high, "main p", "lineHeight") == "34px"
    own = window(styled("main p { font-size: 20px; line-height: 30px }"), HINDI)
    assert computed(own, "main p", "lineHeight") == "30px"


def test_the_switcher_is_left_out_in_print(long: Files, window: Opener) -> None:
    reader = window(long, HINDI)
    assert reader.page.locator(".dp-switch").is_visible()
    reader.page.emulate_media(media="print")
    assert not reader.page.locator(".dp-switch").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_our_own_follow_the_choice_of_light_or_dark(
    view: Files, window: Opener, scheme: str
) -> None:
    reader = window(view, VIEW, color_scheme=scheme)
    red = int(computed(reader, "html", "backgroundColor").partition("(")[2].partition(",")[0])
    assert (red < 64) is (scheme == "dark")
