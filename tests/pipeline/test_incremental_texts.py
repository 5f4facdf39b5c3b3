"""The texts of an article in which terms are looked for."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from dualpress.article import Language, SegmentKey, Status
from dualpress.catalog import Catalog, Entry
from dualpress.catalog.approved import remember
from dualpress.glossary import Glossary
from dualpress.pipeline.desk import Work
from dualpress.pipeline.incremental import texts_of
from dualpress.pipeline.posts import Post
from dualpress.states import Approved, retire

RIVER = Entry(SegmentKey(None, "The river rose."), "नदी बढ़ी।", Status.REVIEWED)
STALE = Entry(SegmentKey(None, "Roads closed."), "सड़क बंद।", Status.STALE, "A road closed.")
DENIED = Entry(
    SegmentKey(None, "No rain fell."),
    comments=remember((), Approved("Rain fell.", "वर्षा हुई।")),
)
GONE = retire(Entry(SegmentKey(None, "Snow fell."), "हिमपात हुआ।", Status.REVIEWED))


def texts(catalog: Catalog, read: Catalog | None) -> set[str]:
    post = cast("Post", None)
    return set(texts_of(Work(post, catalog, read, Path("hi.po"), Glossary())))


def catalog(*entries: Entry, obsolete: tuple[Entry, ...] = ()) -> Catalog:
    return Catalog("a", Language.EN, Language.HI, entries, obsolete)


def test_sources_and_translations_are_among_them() -> None:
    assert texts(catalog(RIVER), None) == {"The river rose.", "नदी बढ़ी।"}


def test_what_a_stale_translation_was_approved_for_is() -> None:
    assert "A road closed." in texts(catalog(STALE), None)


def test_what_was_approved_before_and_denied_is() -> None:
    assert texts(catalog(DENIED), None) >= {"No rain fell.", "Rain fell.", "वर्षा हुई।"}


def test_what_left_the_page_is() -> None:
    assert "Snow fell." in texts(catalog(RIVER, obsolete=(GONE,)), None)


def test_what_the_file_has_beside_the_page_is() -> None:
    assert "Snow fell." in texts(catalog(RIVER), catalog(RIVER, obsolete=(GONE,)))
