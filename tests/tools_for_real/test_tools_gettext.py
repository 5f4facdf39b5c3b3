"""GNU gettext works on a reviewer's file, and nothing is lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tools_support import CLOSED, DRAFT, SPOKE, Newsroom

from dualpress import pipeline
from dualpress.article import SegmentKey, Status
from dualpress.catalog import Entry, write_catalog
from dualpress.pipeline import UnpackReport

pytestmark = pytest.mark.skipif(
    shutil.which("msgfmt") is None, reason="GNU gettext is not installed"
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path)


REWRITES = [
    ["msgcat"],
    ["msgcat", "--width=79"],
    ["msgcat", "--width=20"],
    ["msgcat", "--no-wrap", "--sort-output"],
    ["msgcat", "--no-location"],
    ["msgcat", "--escape"],
    ["msgattrib"],
    ["msgcat", "--add-location=file"],
]


@pytest.mark.parametrize("command", REWRITES, ids=" ".join)
def test_the_page_is_the_same_and_nothing_is_lost(newsroom: Newsroom, command: list[str]) -> None:
    before = newsroom.page(), newsroom.words(), sorted(newsroom.remarks())
    newsroom.rewrite(*command)
    assert (newsroom.page(), newsroom.words(), sorted(newsroom.remarks())) == before


@pytest.mark.parametrize("command", [["msgcat", "--width=79"], ["msgcat", "--sort-output"]])
def test_the_next_check_writes_the_house_form_again(newsroom: Newsroom, command: list[str]) -> None:
    before = newsroom.po.read_bytes()
    newsroom.rewrite(*command)
    assert newsroom.po.read_bytes() != before
    newsroom.check_update()
    assert newsroom.po.read_bytes() == before


def test_msgfmt_finds_nothing_to_say(newsroom: Newsroom) -> None:
    newsroom.run("msgfmt", "--check", "--output-file=hi.mo", newsroom.po)


def template(newsroom: Newsroom) -> Path:
    """The untranslated file that msgmerge wants, with one sentence edited."""
    edited = {CLOSED: "Two bridges were closed today."}
    entries = (
        Entry(SegmentKey(entry.key.context, edited.get(entry.source, entry.source)))
        for entry in newsroom.catalog.entries
    )
    path = newsroom.root / "template" / "hi.po"
    catalog = replace(newsroom.catalog, entries=tuple(entries), obsolete=(), digest=None)
    write_catalog(catalog, path)
    return path


def test_msgmerge_keeps_what_humans_said(newsroom: Newsroom) -> None:
    before, remarks = newsroom.words(), newsroom.remarks()
    stdout = newsroom.run("msgmerge", "--previous", "--quiet", newsroom.po, template(newsroom))
    newsroom.po.write_bytes(stdout)
    after = {source: words for (_, source), words in newsroom.words().items()}
    assert after.pop("Two bridges were closed today.") == ("दो पुल बंद हैं।", Status.STALE)
    assert after.items() == {k.source: v for k, v in before.items() if k.source != CLOSED}.items()
    assert newsroom.remarks() == remarks


def test_who_clears_fuzzy_confirms(newsroom: Newsroom) -> None:
    newsroom.rewrite("msgattrib", "--clear-fuzzy", "--clear-previous")
    words = newsroom.words()
    assert words[SegmentKey(None, SPOKE)] == (DRAFT, Status.REVIEWED)
    assert words[SegmentKey(None, CLOSED)] == ("दो पुल बंद हैं।", Status.REVIEWED)


def test_what_msgattrib_selects_for_a_reviewer_comes_back(newsroom: Newsroom) -> None:
    before = newsroom.words()
    fuzzy = newsroom.root / "fuzzy.po"
    fuzzy.write_bytes(newsroom.run("msgattrib", "--only-fuzzy", "--no-obsolete", newsroom.po))
    fuzzy.write_bytes(newsroom.run("msgattrib", "--clear-fuzzy", "--clear-previous", fuzzy))
    newsroom.po.write_bytes(newsroom.run("msgcat", "--use-first", fuzzy, newsroom.po))
    after = newsroom.words()
    assert after.pop(SegmentKey(None, SPOKE)) == (DRAFT, Status.REVIEWED)
    assert after.pop(SegmentKey(None, CLOSED)) == ("दो पुल बंद हैं।", Status.REVIEWED)
    assert after == {key: words for key, words in before.items() if key.source != CLOSED}


@pytest.mark.parametrize("command", REWRITES, ids=" ".join)
def test_a_pack_that_a_tool_rewrote_is_read_as_before(
    newsroom: Newsroom, command: list[str]
) -> None:
    before = newsroom.po.read_bytes()
    pack = newsroom.pack()
    newsroom.rewrite(*command, file=pack)
    assert pipeline.unpack(newsroom.project, pack) == UnpackReport()
    assert newsroom.po.read_bytes() == before
    newsroom.rewrite("msgattrib", "--clear-fuzzy", "--clear-previous", file=pack)
    assert pipeline.unpack(newsroom.project, pack).changed == {"river": 2}
    assert newsroom.words()[SegmentKey(None, SPOKE)] == (DRAFT, Status.REVIEWED)


def test_msgfmt_finds_nothing_to_say_of_a_pack(newsroom: Newsroom) -> None:
    newsroom.run("msgfmt", "--check", "--output-file=pack.mo", newsroom.pack())
