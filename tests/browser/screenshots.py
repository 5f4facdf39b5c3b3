"""Draw the pictures of docs/reader.md from the examples.

Run from the checkout, after tests/browser/install and `make demo`:
.venv/bin/python tests/browser/screenshots.py
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from browser_support import Files, Window, read_site, serve

ROOT = Path(__file__).parents[2]
VIEW = "hi/sri-lanka-debt/bilingual/index.html"


def draw(browser: Any, files: Files, name: str, path: str, **options: Any) -> Window:
    """Open a page in a window of its own."""
    context = browser.new_context(**options)
    # The example posts have styles of their own inside.
    window = serve(context.new_page(), files, policy=None)
    window.open(path)
    return window


def main() -> None:
    """Draw all pictures."""
    from playwright.sync_api import sync_playwright

    files = read_site(ROOT / "output")
    desk = {"viewport": {"width": 900, "height": 520}}
    phone = {"viewport": {"width": 360, "height": 560}, "color_scheme": "dark"}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        view = draw(browser, files, "view", VIEW, **desk)
        view.page.screenshot(path=ROOT / "docs/reader-bilingual.png")
        article = draw(browser, files, "phone", "hi/sri-lanka-debt/index.html#dp-12", **phone)
        article.page.screenshot(path=ROOT / "docs/reader-phone.png")
        browser.close()


if __name__ == "__main__":
    main()
