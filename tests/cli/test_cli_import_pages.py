from __future__ import annotations

import json
from pathlib import Path

from cli_support import Run
from test_cli_docs import agrees

PAGE = "<!DOCTYPE html><title>River</title><p>The river rose.<img src=a.jpg>"
RIVER = "The river rose through the night, and the bridges of the town were closed"
TEXT = f"Menu\n{{0}}\n\n{RIVER} {{1}}.\n\nShare this"


def saved(folder: Path, **pages: str) -> str:
    (folder / "saved").mkdir(exist_ok=True)
    for name, content in pages.items():
        (folder / "saved" / f"{name}.html").write_bytes(content.encode())
    return str(folder / "saved")


def copied(folder: Path, *titles: str) -> str:
    file = folder / "copied.txt"
    posts = [TEXT.format(title, "ab cd ef".split()[n]) for n, title in enumerate(titles)]
    file.write_bytes("\n=====\n".join(posts).encode())
    return str(file)


TITLES = ("One river and town", "Two rivers and towns", "Three rivers and towns")


def test_an_import_of_pages_is_told(run: Run, project: Path) -> None:
    result = run("import", "html", saved(project, river=PAGE, road=PAGE))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"new      {Path('posts', 'river.html')}",
        f"new      {Path('posts', 'road.html')}",
        "2 pages: 2 new.",
    ]
    assert "pictures are not fetched; the new pages show 2 pictures" in result.stderr


def test_pages_that_fail_are_counted(run: Run, project: Path) -> None:
    result = run("import", "html", saved(project, river=PAGE, empty=""))
    assert result.exit_code == 3
    assert "The file is empty" in result.stderr
    assert "2 pages: 1 new, 1 failed." in result.stdout


def test_where_no_page_can_be_read_only_the_failures_are_counted(run: Run, project: Path) -> None:
    result = run("import", "html", saved(project, empty=""))
    assert result.stdout.splitlines()[-1] == "1 page: 1 failed."


def test_a_page_that_is_kept_is_told(run: Run, project: Path) -> None:
    run("import", "html", saved(project, river=PAGE))
    (project / "posts" / "river.html").write_text("<p>Mine", encoding="utf-8")
    result = run("import", "html", saved(project, river=f"{PAGE} More."))
    assert "river.html was changed here, and stays as it is; --force overwrites it" in result.stderr
    assert "1 page: 1 kept as changed here." in result.stdout
    forced = run("import", "html", saved(project, river=f"{PAGE} More."), "--force")
    assert "1 updated" in forced.stdout


def test_an_address_that_is_none_is_wrong_usage(run: Run, project: Path) -> None:
    result = run("import", "html", "file:///etc/passwd")
    assert result.exit_code == 2
    assert "no address of a page" in result.stderr


def test_the_document_of_pages_is_as_it_is_described(run: Run, project: Path) -> None:
    result = run("import", "html", saved(project, river=PAGE, empty=""), "--json")
    document = json.loads(result.stdout)
    document["pages"][0]["warnings"] = ["x"]
    agrees("dualpress import html", json.dumps(document))


def test_an_import_of_text_is_told(run: Run, project: Path) -> None:
    result = run("import", "text", copied(project, *TITLES))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"new      {Path('posts', 'one-river-and-town.html')}",
        f"new      {Path('posts', 'two-rivers-and-towns.html')}",
        f"new      {Path('posts', 'three-rivers-and-towns.html')}",
        "Left out, since many of the posts have these lines:",
        "     3 × Menu",
        "     3 × Share this",
        f"All lines that were left out: {Path('imports', 'left-out.txt')}",
        "3 posts: 3 new.",
    ]


def test_a_line_is_kept(run: Run, project: Path) -> None:
    result = run("import", "text", copied(project, *TITLES), "--keep", "Share this")
    assert "Share this" not in result.stdout


def test_a_dry_run_writes_nothing(run: Run, project: Path) -> None:
    text = run("import", "text", copied(project, *TITLES), "--dry-run")
    pages = run("import", "html", saved(project, river=PAGE), "--dry-run")
    assert "3 posts: 3 new (nothing was written)." in text.stdout
    assert "1 page: 1 new (nothing was written)." in pages.stdout
    assert not (project / "posts").exists()
    assert not (project / "imports").exists()


def test_the_document_of_text_is_as_it_is_described(run: Run, project: Path) -> None:
    bad = project / "bad.txt"
    bad.write_bytes(b"\xff")
    result = run("import", "text", copied(project, *TITLES), str(bad), "--json")
    assert result.exit_code == 3
    document = json.loads(result.stdout)
    document["posts"][0]["warnings"] = ["x"]
    agrees("dualpress import text", json.dumps(document))
