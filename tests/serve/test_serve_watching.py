from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import watchfiles
from serve_support import write

from dualpress.config import Project
from dualpress.serve.watching import Watched, changes, watched_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "dualpress.toml", "")
    return tmp_path


def watched(root: Path, toml: str = "") -> Watched:
    write(root / "dualpress.toml", toml)
    return watched_of(Project.load(root))


def test_posts_translations_and_glossaries_are_watched(root: Path) -> None:
    assert watched(root).folders == {root / "posts", root / "po", root / "glossaries"}


def test_the_configuration_templates_and_named_glossaries_are_watched(root: Path) -> None:
    found = watched(
        root,
        "glossaries = ['house.csv', 'lists/**/*.csv']\n"
        "[page]\ntemplate = 't/page.html'\nindex_template = 't/index.html'\n",
    )
    names = ("dualpress.toml", "dualpress.urls.json", "house.csv", "t/page.html", "t/index.html")
    assert found.files == {root / name for name in names}
    assert found.folders == {root / "posts", root / "po", root / "lists"}


@pytest.mark.parametrize(
    ("name", "is_concerned"),
    [
        ("posts/a.html", True),
        ("posts/pictures/map.png", True),
        ("po/a/hi.po", True),
        ("posts/.a.html.swp", False),
        ("posts/a.html~", False),
        ("posts/a.html.tmp", False),
        ("posts/.git/index", False),
        ("output/en/a/index.html", False),
        ("elsewhere/a.html", False),
    ],
)
def test_what_concerns_a_build(root: Path, name: str, is_concerned: bool) -> None:
    assert watched(root).concerns(root / name) is is_concerned


def test_pages_in_a_folder_that_is_watched_are_no_input(root: Path) -> None:
    found = watched(root, "glossaries = ['*.csv']")
    assert root in found.folders
    assert found.concerns(root / "names.csv")
    assert not found.concerns(root / "output/manifest.json")
    assert not found.concerns(root / ".dualpress/state")


def test_posts_in_the_output_folder_are_input(root: Path) -> None:
    found = watched(root, "output = 'site'\nposts = 'site/posts'")
    assert found.concerns(root / "site/posts/a.html")
    assert not found.concerns(root / "site/en/a/index.html")


def test_a_hidden_project_is_watched(root: Path) -> None:
    found = watched_of(Project.load(_moved(root, root / ".drafts/site")))
    assert found.concerns(root / ".drafts/site/posts/a.html")


def _moved(root: Path, to: Path) -> Path:
    write(to / "dualpress.toml", "")
    return to


def follow(root: Path, *, folder: str = "posts", file: str = "dualpress.toml") -> Iterator[None]:
    """The changes after the watch has begun."""
    found = changes(
        Watched(frozenset({root / folder}), frozenset({root / file}), frozenset()), Event()
    )
    next(found)
    return found


def test_a_new_file_is_told(root: Path) -> None:
    write(root / "posts/a.html", "a")
    found = follow(root)
    write(root / "posts/new/b.html", "b")
    assert next(found) is None


def test_a_file_that_is_replaced_is_told(root: Path) -> None:
    (root / "posts").mkdir()
    found = follow(root)
    write(root / "new.toml", "# new")
    os.replace(root / "new.toml", root / "dualpress.toml")  # noqa: PTH105
    assert next(found) is None


def test_a_file_that_is_written_in_place_is_told(root: Path) -> None:
    found = follow(root)
    write(root / "dualpress.toml", "publish = 'all'")
    assert next(found) is None


def test_a_file_that_is_being_written_is_not_told_yet(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tick(*_: Path, **__: object) -> Iterator[set[object]]:
        for text in ("", "publish =", "publish = 'all'"):
            write(root / "dualpress.toml", text)
            yield set()
        yield set()

    before = watched(root, "# Before.")
    monkeypatch.setattr(watchfiles, "watch", tick)
    told = [(root / "dualpress.toml").read_text("utf-8") for _ in changes(before, Event())]
    assert told == ["publish = 'all'"]


def test_what_changes_while_the_caller_works_is_told(root: Path) -> None:
    (root / "posts").mkdir()
    found = follow(root)
    write(root / "posts/a.html", "a")
    next(found)
    write(root / "posts/b.html", "b")
    assert next(found) is None


def test_the_watch_ends_where_a_folder_comes(root: Path) -> None:
    found = follow(root)
    write(root / "posts/a.html", "a")
    assert list(found) == []


def test_the_watch_ends_where_another_folder_takes_its_place(root: Path) -> None:
    write(root / "posts/a.html", "a")
    found = follow(root)
    (root / "posts").rename(root / "old")
    write(root / "posts/a.html", "b")
    assert list(found) == []


def test_it_ends_when_it_is_to(root: Path) -> None:
    stop = Event()
    found = changes(watched(root), stop)
    next(found)
    stop.set()
    assert list(found) == []


def test_folders_that_the_system_cannot_watch_are_looked_through(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def limited(*_: Path, force_polling: bool | None, **__: object) -> Iterator[set[object]]:
        asked.append(force_polling)
        if not force_polling:
            raise OSError("OS file watch limit reached")
        yield {"change"}

    monkeypatch.setattr(watchfiles, "watch", limited)
    assert list(changes(watched(root), Event())) == [None]
    assert asked == [None, True]
