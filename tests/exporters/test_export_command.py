from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from export_support import Blog, reviewed_blog
from typer.testing import CliRunner, Result

from dualpress.cli import app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    return reviewed_blog(tmp_path_factory.mktemp("blog"))


def run(blog: Blog, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", "--project", str(blog.root), *arguments])


def test_the_pages_are_told_and_what_originals_need(blog: Blog) -> None:
    result = run(blog, "--to", "hugo", str(blog.site), "--only", "translations")
    assert result.exit_code == 0
    assert "river.hi.html" in result.stdout
    assert "translationKey: “river” in the front matter of the original" in result.stdout


def test_without_a_folder_the_export_stands_in_the_project(blog: Blog) -> None:
    assert run(blog, "--to", "jekyll").exit_code == 0
    assert (blog.root / "export/jekyll/_articles/hi/river.html").is_file()


def test_the_json_document_is_as_documented(blog: Blog) -> None:
    result = run(blog, "--to", "hugo", str(blog.site), "--only", "translations", "--json")
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    section = page.split("## dualpress export\n")[1].split("\n## ")[0]
    (example,) = re.findall(r"```json\n(.+?)```", section, re.DOTALL)
    document = json.loads(result.stdout)
    told = json.loads(example)
    assert document.keys() == told.keys()
    assert document["articles"][0].keys() == told["articles"][0].keys()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "pelican"], "no exporter “pelican”"),
        (["--to", "hugo", "--only", "originals"], "--only takes “translations”"),
        (["--to", "hugo", "--into", "../x"], "--into names no folder in the site"),
        (["--to", "hugo", "--into", "/x"], "--into names no folder in the site"),
    ],
)
def test_what_cannot_be_used_is_told(blog: Blog, arguments: list[str], told: str) -> None:
    result = run(blog, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_every_generator_is_in_the_docs() -> None:
    page = (ROOT / "docs/site-builds.md").read_text(encoding="utf-8")
    for name in ("Hugo", "Jekyll", "Eleventy", "Astro", "MkDocs"):
        assert f"\n## {name}\n" in page
