"""``export --to wordpress``, and ``wordpress-switcher``: what is told, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import MakeSite, Site
from typer.testing import CliRunner, Result
from wordpress_posts import NAVY, approved, post

from dualpress.article import Language
from dualpress.cli import app
from dualpress.site.wordpress.record import (
    RECORD_NAME,
    KnownPost,
    WordPressRecord,
    write_record,
)

PAGE = Path(__file__).parents[3] / "docs" / "commands.md"


@pytest.fixture
def blog(make_site: MakeSite) -> Site:
    """A project with a translation, one that waits, and one that WordPress has."""
    site = make_site({"river": post(tags=(NAVY,)), "there": post(14)})
    approved(site)
    site.write("posts/waiting.html", post(13, body="The road is open again. The river rose."))
    record = WordPressRecord().with_original("there", KnownPost(14, "https://b/e/", "publish"))
    hindi = KnownPost(77, "https://b/h/", "publish", digest="x")
    write_record(
        site.root / RECORD_NAME,
        record.with_translation("there", Language.HI, hindi),
        WordPressRecord(),
    )
    return site


def run(site: Site, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", "--project", str(site.root), *arguments])


def example(section: str) -> dict[str, Any]:
    text = PAGE.read_text(encoding="utf-8").split(f"## dualpress export {section}\n")[1]
    (found,) = re.findall(r"```json\n(.+?)```", text.split("\n## ")[0], re.DOTALL)
    document: dict[str, Any] = json.loads(found)
    return document


def test_what_becomes_of_each_article_is_told(blog: Site) -> None:
    result = run(blog, "--to", "wordpress")
    assert result.exit_code == 0
    assert "river (English to Hindi)\n" in result.stdout
    assert "post 77), as it was before: dualpress publish wordpress updates it" in result.stdout
    assert "waiting; waits: " in result.stdout
    assert "dualpress.xml" in result.stdout
    assert "1 new translation; 1 file written." in result.stdout
    assert "Tools → Import" in result.stdout
    assert "river: the tag “Indian Navy” is left out" in result.stderr


def test_the_document_is_as_documented(blog: Site) -> None:
    result = run(blog, "--to", "wordpress", "--json")
    document, told = json.loads(result.stdout), example("--to wordpress")
    assert document.keys() == told.keys()
    assert document["articles"][0].keys() == told["articles"][0].keys()
    assert document["articles"][1]["known"] == 77
    assert document["articles"][1]["changed"] is True
    assert list(document["held"]) == ["waiting"]


def test_the_switcher_tells_where_its_readme_is(blog: Site) -> None:
    result = run(blog, "--to", "wordpress-switcher")
    assert result.exit_code == 0
    assert "1 pair; " in result.stdout
    assert "README.txt" in result.stdout


def test_the_document_of_the_switcher_is_as_documented(blog: Site) -> None:
    result = run(blog, "--to", "wordpress-switcher", "--json")
    document = json.loads(result.stdout)
    assert document.keys() == example("--to wordpress-switcher").keys()
    assert document["pairs"] == ["there"]


def test_a_dry_run_says_so(blog: Site) -> None:
    before = blog.hashes()
    assert "would be written" in run(blog, "--to", "wordpress", "--dry-run").stdout
    assert "would be written" in run(blog, "--to", "wordpress-switcher", "--dry-run").stdout
    assert blog.hashes() == before


@pytest.mark.parametrize(
    "options", [["--only", "translations"], ["--into", "posts"], ["--show-marks"]]
)
@pytest.mark.parametrize("to", ["wordpress", "wordpress-switcher"])
def test_options_of_generators_are_refused(blog: Site, to: str, options: list[str]) -> None:
    result = run(blog, "--to", to, *options)
    assert result.exit_code == 2
    assert f"{options[0]} is not for --to {to}" in result.stderr


def test_a_failure_is_told_by_the_exit_code(blog: Site, tmp_path: Path) -> None:
    (tmp_path / "mine.xml").write_text("mine", encoding="utf-8")
    result = run(blog, "--to", "wordpress", str(tmp_path / "mine.xml"))
    assert result.exit_code == 3
    assert "did not write" in result.stderr
