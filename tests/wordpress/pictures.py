"""Draw the pictures of docs/wordpress.md from a real WordPress, and print what the commands say.

Run from the checkout, after tests/wordpress/install and tests/browser/install:
.venv/bin/python tests/wordpress/pictures.py
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from wordpress_support import SCRIPTS, WordPress, wordpress

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "wordpress"
WINDOW: Any = {"width": 900, "height": 520}
ANSWERS = {
    "Teesta water talks end without a paper": "तीस्ता पर वार्ता बिना समझौते के समाप्त",
    "India and Bangladesh ended two days of talks on the Teesta without a paper.": "भारत और "
    "बांग्लादेश के बीच तीस्ता पर दो दिन की वार्ता बिना किसी समझौते के समाप्त हुई।",
    "The talks in Dhaka were the first in twelve years.": "ढाका में हुई यह वार्ता बारह वर्षों में पहली थी।",
    "Officials of both countries will meet again in March.": "दोनों देशों के अधिकारी मार्च में फिर मिलेंगे।",
    "What each side wants": "दोनों पक्ष क्या चाहते हैं",
    "Dhaka wants half of the water in the dry months.": "ढाका सूखे महीनों में आधा पानी चाहता है।",
    "New Delhi asks for a study of the river first.": "नई दिल्ली पहले नदी का अध्ययन चाहती है।",
    "Two days of talks, and no paper.": "दो दिन की वार्ता, और कोई समझौता नहीं।",
}
BODY = (
    "India and Bangladesh ended two days of talks on the Teesta without a paper. The talks in "
    "Dhaka were the first in twelve years.\n\nOfficials of both countries will meet again in "
    "March.\n\n<h2>What each side wants</h2>\nDhaka wants half of the water in the dry months. "
    "New Delhi asks for a study of the river first."
)
POST = {
    "post_title": "Teesta water talks end without a paper",
    "post_name": "teesta-water-talks",
    "post_content": BODY,
    "post_excerpt": "Two days of talks, and no paper.",
    "terms": {"category": ["Rivers"], "post_tag": ["Bangladesh"], "language": ["en"]},
}
GLOSSARY = "en,hi\nRivers,नदियाँ\nBangladesh,बांग्लादेश\nTeesta,तीस्ता\n"


def main() -> None:
    """Go the way of docs/wordpress.md."""
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, wordpress(Path(folder) / "wordpress") as site:
        site.add_plugin("languages.php", (SCRIPTS / "languages.php").read_bytes())
        site.create(POST)
        _walk(site, Path(folder) / "morning-desk")


def _walk(site: WordPress, project: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_context(viewport=WINDOW).new_page()
        _log_in(page, site)
        _draw(page, f"{site.url}/wp-admin/export.php", "export")
        _draw(page, f"{site.url}/wp-admin/profile.php#application-passwords-section", "password")
        _translate(site, project)
        _run(project, site, "export", "--to", "wordpress")
        _run(project, site, "publish", "wordpress", "--dry-run")
        _run(project, site, "publish", "wordpress")
        _draw(page, f"{site.url}/wp-admin/edit.php", "drafts")
        _run(project, site, "publish", "wordpress", "--status", "publish")
        _run(project, site, "export", "--to", "wordpress-switcher")
        _switch(page, site, project)
        record = json.loads((project / "dualpress.wordpress.json").read_text("utf-8"))
        link = record["articles"]["teesta-water-talks"]["translations"]["hi"]["link"]
        _draw(browser.new_context(viewport=WINDOW).new_page(), link, "page", ".dp-switch")
        _run(project, site, "paste")
        _run(project, site, "paste", "teesta-water-talks")
        _run(project, site, "verify", site.url)
        paste = project / "paste" / "teesta-water-talks" / "index.html"
        _draw(browser.new_context(viewport=WINDOW).new_page(), paste.as_uri(), "paste")
        browser.close()


def _log_in(page: Any, site: WordPress) -> None:
    page.goto(f"{site.url}/wp-login.php")
    page.fill("#user_login", site.user)
    page.fill("#user_pass", "a password of the tests")
    page.click("#wp-submit")
    page.wait_for_url("**/wp-admin/**")


def _draw(page: Any, url: str, name: str, middle: str = "") -> None:
    """Draw a page, from its top or with an element in the middle."""
    page.goto(url)
    if middle:
        page.locator(middle).evaluate("one => one.scrollIntoView({block: 'center'})")
    page.screenshot(path=DOCS / f"{name}.png")


def _translate(site: WordPress, project: Path) -> None:
    """From an export to reviewed translations."""
    _run(project.parent, site, "init", project.name)
    known = "\n".join(f"{json.dumps(a)} = {json.dumps(b)}" for a, b in ANSWERS.items())
    (project / "dualpress.toml").write_text(
        'engine = "scripted"\nshipped_glossaries = false\n'
        f'[wordpress]\nurl = "{site.url}/"\nuser = "{site.user}"\n'
        f"[engines.scripted.answers]\n{known}\n",
        encoding="utf-8",
    )
    (project / "glossaries" / "house.csv").write_text(GLOSSARY, encoding="utf-8")
    (project / "morning-desk.xml").write_bytes(site.export())
    _run(project, site, "import", "wordpress", "morning-desk.xml")
    print((project / "posts" / "teesta-water-talks.html").read_text("utf-8"))
    _run(project, site, "translate")
    _run(project, site, "status")
    _run(project, site, "approve", "teesta-water-talks")


def _switch(page: Any, site: WordPress, project: Path) -> None:
    """Put the switcher into WordPress, as its administrator does with a zip file."""
    archive = next((project / "export" / "wordpress-switcher").glob("*.zip"))
    page.goto(f"{site.url}/wp-admin/plugin-install.php?tab=upload")
    page.screenshot(path=DOCS / "plugin.png")
    page.set_input_files("#pluginzip", archive)
    page.click("#install-plugin-submit")
    page.click("text=Activate Plugin")
    page.wait_for_url("**/plugins.php**")


def _run(folder: Path, site: WordPress, *arguments: str) -> None:
    """Run a command, and print it with what it says."""
    print("$ dualpress", " ".join(arguments), flush=True)
    subprocess.run(
        [sys.executable, "-m", "dualpress", *arguments],
        cwd=folder,
        env={**os.environ, "DUALPRESS_WORDPRESS_PASSWORD": site.password},
        check=False,
    )


if __name__ == "__main__":
    main()
