from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_support import Run
from test_cli_docs import agrees
from wxr_support import ENGLISH, HINDI, category, item, pair, wxr

from dualpress.cli.wording import shortened


def export(folder: Path, *items: str, terms: str = "") -> str:
    file = folder / "export.xml"
    file.write_text(wxr(*items, terms=terms), encoding="utf-8", newline="")
    return str(file)


def test_an_import_is_told(run: Run, project: Path) -> None:
    items = item(1), item(2, slug="road", status="draft"), item(3, type="revision")
    result = run("import", "wordpress", export(project, *items))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"new      {Path('posts', 'river.html')}",
        f"new      {Path('posts', 'road.html')} (draft)",
        "2 posts: 2 new.",
        "Left out: revisions (1).",
    ]


def test_an_export_without_a_post_is_told_in_words(run: Run, project: Path) -> None:
    result = run("import", "wordpress", export(project, item(3, type="revision")))
    assert result.stdout.splitlines() == ["No post to import.", "Left out: revisions (1)."]


def test_a_dry_run_says_that_nothing_was_written(run: Run, project: Path) -> None:
    result = run("import", "wordpress", export(project, item(1)), "--dry-run")
    assert "1 post: 1 new (nothing was written)." in result.stdout
    assert not (project / "posts").exists()


def test_a_post_that_is_kept_is_told(run: Run, project: Path) -> None:
    run("import", "wordpress", export(project, item(1, "One")))
    (project / "posts" / "river.html").write_text("<p>Mine</p>", encoding="utf-8")
    result = run("import", "wordpress", export(project, item(1, "Two")))
    assert "river.html was changed here and in WordPress" in result.stderr
    assert "1 kept as changed here." in result.stdout
    forced = run("import", "wordpress", export(project, item(1, "Two")), "--force")
    assert "1 updated." in forced.stdout


def test_a_damaged_file_is_told_with_its_line(run: Run, project: Path) -> None:
    file = project / "export.xml"
    file.write_text(wxr(item(1))[:-30], encoding="utf-8", newline="")
    result = run("import", "wordpress", str(file))
    assert result.exit_code == 3
    assert "export.xml:" in result.stderr
    assert "breaks off before its end" in result.stderr


@pytest.mark.parametrize("data", ["<!DOCTYPE html><p>x</p>", "", "<feed/>"])
def test_what_is_no_export_is_wrong_usage(run: Run, project: Path, data: str) -> None:
    file = project / "x.xml"
    file.write_text(data, encoding="utf-8")
    assert run("import", "wordpress", str(file)).exit_code == 2


def test_only_and_status_are_heard(run: Run, project: Path) -> None:
    items = item(1), item(2, slug="road", status="private"), item(3, slug="sea", status="draft")
    file = export(project, *items)
    result = run("import", "wordpress", file, "--status", "private", "--status", "draft", "--json")
    assert [post["post"] for post in json.loads(result.stdout)["posts"]] == [2, 3]
    result = run("import", "wordpress", file, "--only", "river", "--json")
    assert [post["post"] for post in json.loads(result.stdout)["posts"]] == [1]


def test_of_many_lines_the_first_are_told() -> None:
    lines = [str(number) for number in range(25)]
    assert shortened(lines) == [*lines[:20], "… and 5 more"]
    assert shortened(lines[:20]) == lines[:20]


def test_the_document_is_as_it_is_described(run: Run, project: Path) -> None:
    picture = item(9, type="attachment")
    terms = category(1, "news", "News")
    nadi = item(2, slug="nadi", date="2026-11-22 00:00:00")
    run("import", "wordpress", export(project, item(1), nadi, item(4, slug="old"), picture))
    items = (
        item(1, title="<b>x</b>", terms=(ENGLISH, pair("g"))),
        item(2, slug="nadi", date="2026-11-22 00:00:00", terms=(HINDI, pair("g"))),
        item(3).replace("<wp:post_id>3</wp:post_id>", ""),
        item(5, is_locked=True),
        item(6, status="trash"),
        picture,
    )
    result = run("import", "wordpress", export(project, *items, terms=terms), "--json")
    assert result.exit_code == 3
    agrees("dualpress import wordpress", result.stdout)
