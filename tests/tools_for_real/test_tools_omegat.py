"""OmegaT makes a target file of a pack, and nothing is lost.

OmegaT takes ``fuzzy`` out of every entry, and leaves empty what the
translator did not confirm there, drafts and edited sentences too
(``PoFilter.java``). So a pack is what it is given, never an article's file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tools_support import CLOSED, DRAFT, ROAD, SPOKE, Newsroom

from dualpress import pipeline
from dualpress.article import SegmentKey, Status

PACK = "review-hi.po"


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom whose pack waits for OmegaT."""
    newsroom = Newsroom.open(tmp_path)
    assert newsroom.pack().name == PACK
    return newsroom


def omegat(newsroom: Newsroom, translated: Mapping[str, str]) -> None:
    """Make the target file: what is translated, and nothing else, in no more than one line."""
    path = newsroom.root / PACK
    header, *entries = path.read_text(encoding="utf-8").split("\n\n")
    made = [header, *(_target(entry, translated) for entry in entries)]
    path.write_text("\n\n".join(made).rstrip("\n") + "\n", encoding="utf-8")


def _target(entry: str, translated: Mapping[str, str]) -> str:
    entry = entry.replace("#, fuzzy\n", "")
    source = re.search(r'^msgid "(.*)"$', entry, re.MULTILINE)
    assert source is not None
    before = entry.partition("\nmsgstr ")[0]
    return f'{before}\nmsgstr "{translated.get(source[1], "")}"'


def test_what_the_translator_confirmed_comes_back(newsroom: Newsroom) -> None:
    before = newsroom.words()
    omegat(newsroom, {SPOKE: DRAFT, ROAD: "सड़क खुली है।"})
    report = pipeline.unpack(newsroom.project, newsroom.root / PACK)
    assert (report.changed, report.left) == ({"river": 2}, ())
    after = newsroom.words()
    assert after.pop(SegmentKey(None, SPOKE)) == (DRAFT, Status.REVIEWED)
    assert after.pop(SegmentKey(None, ROAD)) == ("सड़क खुली है।", Status.REVIEWED)
    assert after == before


def test_what_it_left_empty_changes_nothing(newsroom: Newsroom) -> None:
    before = newsroom.page(), newsroom.po.read_bytes()
    omegat(newsroom, {})
    report = pipeline.unpack(newsroom.project, newsroom.root / PACK)
    assert (report.changed, report.left) == ({}, ())
    assert (newsroom.page(), newsroom.po.read_bytes()) == before


def test_a_sentence_that_was_edited_is_reviewed_again(newsroom: Newsroom) -> None:
    omegat(newsroom, {CLOSED: "दो पुल बंद थे।"})
    pipeline.unpack(newsroom.project, newsroom.root / PACK)
    assert newsroom.words()[SegmentKey(None, CLOSED)] == ("दो पुल बंद थे।", Status.REVIEWED)
