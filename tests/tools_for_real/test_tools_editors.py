"""Editors save a reviewer's file in their own style, and nothing is lost.

``recorded/`` holds the newsroom's file as an editor saves it once a reviewer
typed over its draft: Poedit wraps at 79 by msgcat, writes its own header and
clears ``fuzzy`` on typing; Weblate writes by translate-toolkit.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tools_support import DRAFT, SPOKE, Newsroom

from dualpress.article import SegmentKey, Status

RECORDED = Path(__file__).parent / "recorded"
TYPED = "मंत्री शाम को बोले।"

editor = pytest.mark.parametrize("editor", ["poedit", "weblate"])
newline = pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path)


def save(newsroom: Newsroom, editor: str, newline: str = "\n") -> None:
    text = (RECORDED / f"{editor}.po").read_text(encoding="utf-8")
    newsroom.po.write_bytes(text.replace("\n", newline).encode())


@editor
@newline
def test_what_was_typed_is_reviewed_and_all_else_as_before(
    newsroom: Newsroom, editor: str, newline: str
) -> None:
    before, remarks = newsroom.words(), newsroom.remarks()
    save(newsroom, editor, newline)
    after = newsroom.words()
    assert after.pop(SegmentKey(None, SPOKE)) == (TYPED, Status.REVIEWED)
    assert after == before
    assert newsroom.remarks() == remarks


@editor
@newline
def test_the_page_changes_in_that_sentence_alone(
    newsroom: Newsroom, editor: str, newline: str
) -> None:
    before = newsroom.page().decode()
    assert DRAFT in before
    by_hand = newsroom.po.read_bytes().decode()
    by_hand = by_hand.replace(f'#, fuzzy\nmsgid "{SPOKE}"', f'msgid "{SPOKE}"')
    newsroom.po.write_bytes(by_hand.replace(DRAFT, TYPED).encode())
    expected = newsroom.page()
    save(newsroom, editor, newline)
    assert newsroom.page() == expected


@editor
def test_the_header_of_the_editor_stays(newsroom: Newsroom, editor: str) -> None:
    save(newsroom, editor)
    before = dict(newsroom.catalog.header)
    newsroom.check_update()
    after = dict(newsroom.catalog.header)
    assert after == before
    assert after["Last-Translator"] == "Asha <asha@example.org>"


@editor
def test_twice_written_the_file_is_the_same(newsroom: Newsroom, editor: str) -> None:
    save(newsroom, editor)
    newsroom.check_update()
    before = newsroom.po.read_bytes()
    newsroom.check_update()
    assert newsroom.po.read_bytes() == before
