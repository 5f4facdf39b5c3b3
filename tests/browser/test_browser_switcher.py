"""The switcher as a reader meets it, in a real browser."""

from __future__ import annotations

import pytest
from browser_support import Files, Opener, Window, long_article, long_site

from dualpress.site.reader_settings import ReaderSettings

ENGLISH, HINDI = "en/long/index.html", "hi/long/index.html"
SHARES = [0.02, 0.1, 0.35, 0.6, 0.85, 0.98]
TO_HINDI, TO_ENGLISH = '.dp-switch a[hreflang="hi"]', '.dp-switch a[hreflang="en"]'


def switched(window: Window, selector: str, path: str) -> None:
    window.page.click(selector)
    window.at(path)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_the_switcher_leads_to_the_paragraph_being_read(
    long: Files, window: Opener, share: float, phone: bool
) -> None:
    reader = window(long, ENGLISH, phone=phone)
    reader.scroll(share)
    reader.scroll_back()
    before = reader.paragraph()
    switched(reader, TO_HINDI, HINDI)
    assert abs(reader.paragraph() - before) <= 1


@pytest.mark.parametrize("share", SHARES[1:])
def test_there_and_back_again_is_the_same_place(long: Files, window: Opener, share: float) -> None:
    reader = window(long, ENGLISH)
    reader.scroll(share)
    reader.scroll_back()
    switched(reader, TO_HINDI, HINDI)
    first = reader.fragment
    reader.page.keyboard.press("Alt+l")
    reader.at(ENGLISH)
    reader.page.keyboard.press("Alt+l")
    reader.at(HINDI)
    assert reader.fragment == first != ""


def test_at_its_start_a_page_leads_to_the_start(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH)
    switched(reader, TO_HINDI, HINDI)
    assert (reader.fragment, reader.page.evaluate("scrollY")) == ("", 0)


def test_the_keyboard_keeps_the_place(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH)
    reader.scroll(0.5)
    reader.page.wait_for_selector(".dp-switch.dp-away")
    before = reader.paragraph()
    # The switcher stands first on the page: the first that takes the focus.
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
    assert reader.paragraph() == before
    reader.page.keyboard.press("Enter")
    reader.at(HINDI)
    assert abs(reader.paragraph() - before) <= 1


def test_what_takes_the_focus_next_follows_the_paragraph(window: Opener) -> None:
    source, translations = long_article()
    source = source.replace("<p>No 50 ", '<p><a href="#top">No</a> 50 ')
    source = source.replace("<p>No 70 ", '<p><a href="#end" id="next">No</a> 70 ')
    reader = window(long_site(source, translations), "en/long/index.html#dp-67")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.id") == "next"


def test_the_shortcut_goes_by_the_key_in_any_layout(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH)
    # InScript, the Indian standard layout, has त on this key.
    reader.page.evaluate(
        """document.dispatchEvent(new KeyboardEvent(
             "keydown", { code: "KeyL", key: "त", altKey: true, bubbles: true }))"""
    )
    reader.at(HINDI)


@pytest.mark.parametrize("keys", ["l", "Shift+l", "Control+Alt+l"])
def test_other_keys_lead_nowhere(long: Files, window: Opener, keys: str) -> None:
    reader = window(long, ENGLISH)
    reader.page.keyboard.press(keys)
    assert reader.page.evaluate("location.pathname").endswith(ENGLISH)


def test_who_types_is_not_led_away(window: Opener) -> None:
    source, translations = long_article()
    form = '<form><label>Name <input id="name"></label></form></main>'
    reader = window(long_site(source.replace("</main>", form), translations), ENGLISH)
    reader.page.focus("#name")
    assert reader.page.evaluate(
        """document.activeElement.dispatchEvent(new KeyboardEvent(
             "keydown", { code: "KeyL", altKey: true, bubbles: true, cancelable: true }))"""
    )


def test_the_shortcut_is_told_and_can_be_switched_off(long: Files, window: Opener) -> None:
    told = '.dp-switch a[aria-keyshortcuts="Alt+L"]'
    reader = window(long, ENGLISH)
    assert reader.page.locator(told).get_attribute("hreflang") == "hi"
    without = long_site(*long_article(), reading=ReaderSettings(shortcut=None))
    quiet = window(without, ENGLISH)
    assert quiet.page.locator("[aria-keyshortcuts]").count() == 0
    quiet.page.keyboard.press("Alt+l")
    assert quiet.page.evaluate("location.pathname").endswith(ENGLISH)


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_without_scripts_the_links_work(long: Files, window: Opener, phone: bool) -> None:
    reader = window(long, ENGLISH, phone=phone, java_script_enabled=False)
    switched(reader, TO_HINDI, HINDI)
    assert reader.page.locator("h1").inner_text() == "एक बंदरगाह"
    switched(reader, TO_ENGLISH, ENGLISH)


def test_a_choice_is_marked_and_sends_nobody_anywhere(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH)
    marked = reader.page.locator(".dp-remembered")
    assert marked.count() == 0
    switched(reader, TO_HINDI, HINDI)
    assert marked.count() == 0
    reader.open(ENGLISH)
    assert reader.page.evaluate("location.pathname").endswith(ENGLISH)
    assert marked.inner_text() == "हिन्दी"
    reader.open("index.html")
    assert marked.inner_text() == "हिन्दी"


def test_a_choice_need_not_be_remembered(window: Opener) -> None:
    settings = ReaderSettings(remembers=False)
    reader = window(long_site(*long_article(), reading=settings), ENGLISH)
    switched(reader, TO_HINDI, HINDI)
    assert reader.page.evaluate("localStorage.length") == 0


def test_a_place_that_the_page_names_itself_stays_its_own(window: Opener) -> None:
    source, translations = long_article()
    source = source.replace("<h2>Part 1<", '<h2 id="dp-60">Part 1<')
    reader = window(long_site(source, translations), ENGLISH + "#dp-60")
    assert reader.paragraph() < 10


def test_a_link_on_the_page_itself_leads_to_a_paragraph(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH)
    reader.page.evaluate("location.hash = '#dp-60'")
    reader.page.wait_for_function("scrollY > 0")
    assert reader.paragraph() == 60


def test_going_back_returns_to_where_the_reader_was(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH + "#dp-20")
    reader.scroll(0.9)
    before = reader.paragraph()
    reader.page.evaluate("location.href = '../../hi/long/index.html'")
    reader.at(HINDI)
    reader.page.go_back()
    reader.at(ENGLISH)
    reader.page.wait_for_function("scrollY > 0")
    assert reader.paragraph() == before


def test_loading_again_stays_where_the_reader_is(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH + "#dp-20")
    reader.scroll(0.9)
    before = reader.paragraph()
    reader.page.reload()
    reader.page.wait_for_function("scrollY > 0")
    assert reader.paragraph() == before


def test_what_stands_beside_the_article_is_no_place_in_it(window: Opener) -> None:
    source, translations = long_article()
    notes = "".join(f"<p>A note {number} for sailors.</p>" for number in range(60))
    source = source.replace("<h2>Part 51<", f'<aside id="notes">{notes}</aside><h2>Part 51<')
    reader = window(long_site(source, translations), ENGLISH)
    reader.scroll_to("#notes")
    reader.scroll_back()
    reader.page.hover(TO_HINDI)
    reader.page.mouse.down()
    link = reader.page.locator(TO_HINDI).get_attribute("href")
    number = link.partition("#dp-")[2]
    assert reader.page.locator(f'main > p[data-dp="{number}"]').inner_text().startswith("No 50 ")


def test_the_switcher_comes_back_to_who_scrolls_up(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH, phone=True)
    reader.scroll(0.5)
    reader.page.wait_for_selector(".dp-switch.dp-away")
    links = reader.page.locator(".dp-switch ul")
    opacity = "element => getComputedStyle(element).opacity"
    assert links.evaluate(opacity) == "0"
    reader.scroll_back()
    assert links.evaluate(opacity) == "1"
    box, height = links.bounding_box(), reader.page.viewport_size["height"]
    assert 0 < box["y"] < box["y"] + box["height"] < height


def test_the_switcher_is_there_for_the_way_back(long: Files, window: Opener) -> None:
    reader = window(long, ENGLISH + "#dp-60")
    reader.page.wait_for_selector(".dp-switch.dp-away.dp-near")
    reader.scroll(0.8)
    reader.page.wait_for_selector(".dp-switch.dp-away:not(.dp-near)")


def test_the_switcher_stays_where_it_is_if_that_is_wanted(window: Opener) -> None:
    settings = ReaderSettings(follows=False)
    reader = window(long_site(*long_article(), reading=settings), ENGLISH)
    reader.scroll(0.5)
    assert reader.page.locator(".dp-away").count() == 0


@pytest.mark.parametrize("path", [ENGLISH, HINDI, "en/index.html", "index.html"])
def test_no_page_is_wider_than_a_phone(long: Files, window: Opener, path: str) -> None:
    reader = window(long, path, phone=True)
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
