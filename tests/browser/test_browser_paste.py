"""The page from which an article is pasted: opened from a file, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dualpress.article import Language
from dualpress.site.paste import PAGE, Paste, paste_files
from dualpress.site.wordpress.post import PostText, Term

BODY = (
    "\n<h2>बाढ़</h2>\n<p>नदी का <strong>पानी</strong> <a href='https://x.example/'>बढ़ गया</a>।</p>"
    "</div></section><script>parent.document.title = 'mine'</script>"
    '<p onclick="parent.document.title = 1">"उद्धरण" &amp; &lt;p&gt;</p>\n'
)
TEXT = PostText(
    title='नदी & "सड़क"',
    slug="nadi",
    body=BODY,
    excerpt="दो &amp; तीन",
    categories=(Term("category", "नदियाँ"),),
    tags=(Term("post_tag", "सेना"), Term("post_tag", "सड़कें")),
)
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 780}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    paste = Paste("river", Language.HI, TEXT, ("its <b>original</b> was edited",))
    for path, data in paste_files(paste).items():
        (tmp_path / path).write_bytes(data)
    return tmp_path


@contextmanager
def opened(browser: Any, folder: Path, **options: Any) -> Iterator[Any]:
    """The page from its file; nothing of it may ask a network or complain."""
    context = browser.new_context(offline=True, **{"viewport": DESKTOP, **options})
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((folder / PAGE).as_uri())
        yield page
        assert [url for url in asked if not url.startswith(("file:", "about:"))] == []
    finally:
        context.close()


def pasted(page: Any) -> dict[str, str]:
    """What an editor gets that is pasted into."""
    page.evaluate(
        """() => {
          const box = document.createElement("div");
          box.contentEditable = true;
          box.id = "editor";
          document.body.prepend(box);
          box.addEventListener("paste", event => {
            window.pasted = {
              html: event.clipboardData.getData("text/html"),
              text: event.clipboardData.getData("text/plain"),
            };
          });
        }"""
    )
    page.locator("#editor").focus()
    page.keyboard.press("Control+V")
    # The browser fetches the clipboard after it has taken the key.
    return dict(page.wait_for_function("window.pasted").json_value())


def copy(page: Any, name: str) -> dict[str, str]:
    # Without a permission a browser copies only for a few seconds after the click.
    page.context.grant_permissions(["clipboard-write"])
    page.locator(f'[data-copy="{name}"]').click()
    page.wait_for_function("document.getElementById('said').textContent.includes('copied')")
    return pasted(page)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", 'नदी & "सड़क"'),
        ("excerpt", "दो & तीन"),
        ("tags", "सेना, सड़कें"),
        ("body", BODY),
    ],
)
def test_a_button_copies_its_text(browser: Any, folder: Path, name: str, text: str) -> None:
    with opened(browser, folder) as page:
        assert copy(page, name)["text"] == text


def test_the_body_is_copied_with_its_headings_and_links(browser: Any, folder: Path) -> None:
    with opened(browser, folder) as page:
        got = copy(page, "rich")
    assert "<h2" in got["html"]
    assert "https://x.example/" in got["html"]
    assert got["text"].startswith("बाढ़")


def test_without_the_clipboard_of_the_browser_the_text_is_copied_all_the_same(
    browser: Any, folder: Path
) -> None:
    with opened(browser, folder) as page:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        got = copy(page, "rich")
        assert "<h2" in got["html"]


def test_where_nothing_may_be_copied_the_text_is_selected(browser: Any, folder: Path) -> None:
    with opened(browser, folder) as page:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.evaluate("document.execCommand = () => false")
        page.locator('[data-copy="title"]').click()
        page.wait_for_function("document.getElementById('said').textContent.includes('Ctrl+C')")
        selected = "area => area.value.slice(area.selectionStart, area.selectionEnd)"
        assert page.locator("#field-title").evaluate(selected) == TEXT.title


def test_the_article_can_neither_run_scripts_nor_break_the_page(browser: Any, folder: Path) -> None:
    with opened(browser, folder) as page:
        page.frame_locator("#preview").locator("p").last.click()
        assert page.title() == 'नदी & "सड़क" – to paste'
        assert page.locator("main").locator("#field-body").count() == 1


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"]
)
def test_the_page_is_accessible(
    browser: Any, folder: Path, viewport: dict[str, int], scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened(browser, folder, viewport=viewport, color_scheme=scheme) as page:
        found = axe.run(page)
        assert found.response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_texts_are_there_to_be_selected(browser: Any, folder: Path) -> None:
    with opened(browser, folder, java_script_enabled=False) as page:
        assert page.locator("#field-title").input_value() == TEXT.title
        assert page.locator("button:visible").count() == 0
