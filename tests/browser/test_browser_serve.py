"""What ``dualpress serve`` adds to a page, on pages with a strict content security policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from dualpress import pipeline
from dualpress.config import Project
from dualpress.progress import NoProgress
from dualpress.serve import Live, LoopbackServer, Rebuilt, Shown, rebuilds

CONFIGURATION = """publish = "all"
engine = "identity"
shipped_glossaries = false
[site]
base_url = "https://example.org/blog/"
"""
PARAGRAPHS = "".join(f"<p>Paragraph {n} says {'something ' * 60}.</p>\n" for n in range(1, 41))
POST = f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>River</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
</head>
<body>
{PARAGRAPHS}
<p id="p"><a href="https://example.org/blog/index.html">To the start</a></p>
<div>One line.<br><br>Another line.</div>
</body>
</html>
"""


@dataclass
class Desk:
    """A project that is served, and a browser's page on it."""

    root: Path
    server: LoopbackServer
    page: Any
    built: Queue[Rebuilt] = field(default_factory=Queue)

    def open(self, fragment: str = "") -> None:
        self.page.goto(f"{self.server.url}river/{fragment}")

    def click(self, text: str, *keys: str) -> None:
        self.page.get_by_text(text).first.click(modifiers=list(keys), position={"x": 5, "y": 5})

    def click_in_place(self, text: str, key: str) -> None:
        """Click where a text is; `click` scrolls, and does so again where it has to try again."""
        place = self.page.get_by_text(text).first.bounding_box()
        self.page.keyboard.down(key)
        self.page.mouse.click(place["x"] + 5, place["y"] + 5)
        self.page.keyboard.up(key)

    @property
    def box(self) -> Any:
        return self.page.locator("dialog")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    (root / "posts").mkdir()
    (root / "dualpress.toml").write_text(CONFIGURATION, "utf-8")
    (root / "posts/river.html").write_text(POST, "utf-8")
    pipeline.translate(Project.load(root))
    return root


@pytest.fixture
def is_preview() -> bool:
    return False


@pytest.fixture
def desk(browser: Any, root: Path, is_preview: bool) -> Iterator[Desk]:
    live = Live(Shown(Project.load(root)))
    stop = threading.Event()
    faults: list[str] = []
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.on("console", lambda told: _note(told, faults))
    page.on("pageerror", lambda error: faults.append(str(error)))
    with LoopbackServer(live, 0, preview=is_preview) as server:
        desk = Desk(root, server, page)

        def build() -> None:
            for rebuilt in rebuilds(live, NoProgress(), stop):
                desk.built.put(rebuilt)

        builder = threading.Thread(target=build)
        builder.start()
        desk.built.get(timeout=60)
        desk.open()
        yield desk
        context.close()
        stop.set()
        builder.join()
    assert faults == []


def _note(told: Any, faults: list[str]) -> None:
    is_icon = told.location["url"].endswith("/favicon.ico")  # browsers ask for it unasked
    if told.type in ("error", "warning") and not is_icon:
        faults.append(told.text)


def line_of(root: Path, source: str) -> int:
    lines = (root / "po/river/hi.po").read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if source in line and line[0] != "#")


def test_alt_and_a_click_name_the_entry_where_the_reader_is(desk: Desk) -> None:
    desk.page.get_by_text("Paragraph 20").evaluate("p => p.scrollIntoView({ block: 'center' })")
    before = desk.page.evaluate("scrollY")
    desk.click_in_place("Paragraph 20", "Alt")
    desk.box.wait_for()
    assert desk.box.locator("h2").inner_text() == "Block 20 of river"
    assert desk.box.evaluate("box => getComputedStyle(box).position") == "fixed"
    assert desk.page.evaluate("scrollY") == before
    desk.page.keyboard.press("Escape")
    assert desk.box.count() == 0


def test_the_place_of_the_entry_is_copied(desk: Desk) -> None:
    desk.click("Paragraph 2 ", "Alt")
    desk.page.get_by_role("button", name="Copy").click()
    desk.page.get_by_role("button", name="Copied").wait_for()
    line = line_of(desk.root, "Paragraph 2 ")
    place = desk.page.evaluate("navigator.clipboard.readText()")
    assert place == f"po/river/hi.po:{line}"


def test_lines_in_one_element_are_told_apart(desk: Desk) -> None:
    desk.page.get_by_text("One line.").click(
        modifiers=["Alt"],
        position={
            "x": 5,
            "y": desk.page.evaluate(
                "document.querySelector('div').getBoundingClientRect().height - 5"
            ),
        },
    )
    desk.box.wait_for()
    assert "Another line." in desk.box.inner_text()
    assert "One line." not in desk.box.inner_text()


def test_a_click_alone_names_nothing(desk: Desk) -> None:
    desk.click("Paragraph 2 ")
    desk.click("Paragraph 3 ", "Alt")
    desk.box.wait_for()
    assert desk.box.locator("h2").all_inner_texts() == ["Block 3 of river"]


@pytest.mark.parametrize("is_preview", [True])
def test_in_the_preview_a_click_alone_names_the_entry(desk: Desk) -> None:
    desk.click("Paragraph 2 ")
    desk.box.wait_for()
    assert desk.box.locator("h2").inner_text() == "Block 2 of river"


@pytest.mark.parametrize("is_preview", [True, False])
def test_a_link_to_the_published_site_leads_to_the_same_page_here(desk: Desk) -> None:
    desk.click("To the start")
    desk.page.wait_for_url(f"{desk.server.url}index.html")


def test_a_number_leads_to_its_block(desk: Desk) -> None:
    desk.open("#20")
    assert_at_top(desk, 20)


def test_a_number_without_an_element_leads_to_the_one_before(desk: Desk) -> None:
    desk.page.evaluate("document.querySelector('[data-dp=\"21\"]').removeAttribute('data-dp')")
    desk.page.evaluate("location.hash = '#21'")
    assert_at_top(desk, 20)


def assert_at_top(desk: Desk, number: int) -> None:
    from playwright.sync_api import expect

    expect(desk.page.locator(f'[data-dp="{number}"]')).to_be_in_viewport()
    expect(desk.page.locator(f'[data-dp="{number - 1}"]')).not_to_be_in_viewport()


def test_the_page_is_as_it_stands_on_disk(desk: Desk) -> None:
    assert desk.page.locator("script[src*=__dualpress]").count() == 0


def test_a_change_is_shown_at_the_same_place(desk: Desk) -> None:
    desk.page.evaluate("document.querySelector('[data-dp=\"20\"]').scrollIntoView()")
    post = desk.root / "posts/river.html"
    post.write_text(post.read_text("utf-8").replace("<body>", '<body class="new">'), "utf-8")
    desk.page.locator("body.new").wait_for()
    assert_at_top(desk, 20)


def test_a_mistake_is_told_until_it_is_mended(desk: Desk) -> None:
    configuration = desk.root / "dualpress.toml"
    configuration.write_text(f"{CONFIGURATION}names = 3\n", "utf-8")
    desk.box.wait_for()
    assert "dualpress.toml:6" in desk.box.inner_text()
    configuration.write_text(CONFIGURATION, "utf-8")
    desk.box.wait_for(state="detached")
