"""What a run writes to PO files is known to the memory at its end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pipeline_support import RIVER, MakeSite, Site

from dualpress.article import Language
from dualpress.catalog import read_catalog, write_catalog
from dualpress.errors import WriteError
from dualpress.memory import Memory
from dualpress.pipeline.lessons import Lessons
from dualpress.pipeline.memory import open_memory
from dualpress.progress import NoProgress

EN, HI = Language.EN, Language.HI
ROSE, ROSE_HI = "The river rose.", "नदी का पानी बढ़ गया।"
CLOSED = "Two bridges were closed."


@pytest.fixture
def reviewed(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A project whose article is approved, and whose files are old as soon as they are written."""
    monkeypatch.setattr("dualpress.pipeline.signatures._TICK", -1 << 62)
    site = make_site()
    site.translate()
    site.approve("river")
    return site


def _known(site: Site, source: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the memory has, if it reads no PO file for that."""
    with monkeypatch.context() as patch:
        patch.setattr("dualpress.pipeline.memory.read_catalog", None)
        with open_memory(site.project).memory as memory:
            return [match.target for match in memory.exact(source, EN, HI)]


def test_what_a_run_wrote_is_not_read_again(
    reviewed: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed.edit("posts/river.html", "Two bridges were closed.", "The rain stopped at last.")
    before = reviewed.read("po/river/hi.po")
    reviewed.translate()

    assert reviewed.read("po/river/hi.po") != before
    assert _known(reviewed, ROSE, monkeypatch) == [ROSE_HI]
    assert _known(reviewed, CLOSED, monkeypatch) == []


def test_drafts_are_noted_and_not_learned(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.signatures._TICK", -1 << 62)
    site = make_site({"river": RIVER, "again": RIVER})
    site.translate()

    assert _known(site, ROSE, monkeypatch) == []


def test_what_was_learned_so_is_what_the_files_say(reviewed: Site) -> None:
    reviewed.edit("posts/river.html", "The minister", "<b>The</b> minister")
    reviewed.translate()
    place = reviewed.root / ".dualpress" / "memory.sqlite"
    told = _dump(place)
    place.unlink()
    open_memory(reviewed.project).memory.close()

    assert told == _dump(place)


def _dump(path: Path) -> list[Any]:
    query = """SELECT source.text, target.text, name, part, digest, previous, next, given
    FROM pair JOIN text AS source ON source.id = source JOIN text AS target ON target.id = target
    JOIN document ON document.id = document"""
    with Memory.open(path) as memory:
        return sorted(memory._connection.execute(query), key=repr)


def test_where_the_memory_cannot_be_written_the_run_goes_on(
    reviewed: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_memory: Memory, _documents: object) -> None:
        raise WriteError("locked")

    reviewed.edit("posts/river.html", "rose.", "rose again.")
    monkeypatch.setattr(Memory, "learn", fail)

    assert reviewed.translate().failures == ()


def test_what_is_saved_since_is_left_to_the_next_run(reviewed: Site) -> None:
    with _lessons(reviewed) as lessons:
        assert [document.name for document in lessons.documents(NoProgress())] == ["river"]

        reviewed.review("river", ROSE, msgstr="नदी चढ़ गई।")
        assert list(lessons.documents(NoProgress())) == []


def test_of_what_was_written_a_moment_ago_the_next_run_learns(site: Site) -> None:
    site.translate()
    with _lessons(site) as lessons:
        assert list(lessons.documents(NoProgress())) == []


def _lessons(site: Site) -> Lessons:
    """Of the article's PO file, written once more."""
    po = site.root / "po/river/hi.po"
    lessons = Lessons(site.root)
    lessons.take(po, write_catalog(read_catalog(po, article="river"), po))
    return lessons
