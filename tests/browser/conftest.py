"""A browser for the tests of this folder; they are skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from browser_support import Files, Opener, Window, long_article, long_site, serve

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 780}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    reason = "needs what tests/browser/install installs"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    if CHROMIUM is None:
        pytest.skip(f"there is no chromium: {reason}")
    with playwright.sync_playwright() as driver:
        # A container has no user namespaces for the sandbox; the pages are our own.
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def long() -> Files:
    return long_site(*long_article())


@pytest.fixture
def window(browser: Any) -> Iterator[Opener]:
    """Opens windows on sites; at the end none may have had a complaint."""
    opened: list[Window] = []
    with ExitStack() as stack:

        def open_window(files: Files, path: str, *, phone: bool = False, **options: Any) -> Window:
            touch = {"has_touch": True, "is_mobile": True} if phone else {}
            context = browser.new_context(viewport=PHONE if phone else DESKTOP, **touch, **options)
            stack.callback(context.close)
            found = serve(context.new_page(), files)
            opened.append(found)
            found.open(path)
            return found

        yield open_window
        assert [fault for each in opened for fault in each.faults] == []
