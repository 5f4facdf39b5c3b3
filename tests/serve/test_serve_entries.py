from __future__ import annotations

from pathlib import Path

import pytest
from serve_support import edit, lay_out, review, write

from dualpress import pipeline
from dualpress.article import Language, Status
from dualpress.config import Project
from dualpress.errors import ReadError
from dualpress.pipeline import ArticleReport, EntryPlace, entries_of_block


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, approve=False).root


def built(root: Path) -> ArticleReport:
    return pipeline.build(Project.load(root)).articles[0]


def places(root: Path, block: int) -> tuple[EntryPlace, ...]:
    return entries_of_block(Project.load(root), built(root), block).entries


def test_a_heading_has_one_entry(root: Path) -> None:
    lines = (root / "po/river/hi.po").read_text("utf-8").split("\n")
    line = lines.index('msgid "The river"') + 1
    assert places(root, 1) == (
        EntryPlace(f"po/river/hi.po:{line}", "The river", Language.EN, Status.DRAFT),
    )


def test_a_sentence_that_stands_twice_in_a_block_is_named_once(root: Path) -> None:
    edit(root / "posts/river.html", "Two bridges were closed.", "The river rose.")
    assert [place.source for place in places(root, 2)] == ["The river rose."]


def test_a_sentence_that_no_entry_has_yet_names_the_file(root: Path) -> None:
    edit(root / "posts/river.html", "Two bridges", "Three bridges")
    assert places(root, 2)[1] == EntryPlace(
        "po/river/hi.po", "Three bridges were closed.", Language.EN, None
    )


def test_without_a_po_file_the_one_to_come_is_named(root: Path) -> None:
    (root / "po/river/hi.po").unlink()
    assert places(root, 1) == (EntryPlace("po/river/hi.po", "The river", Language.EN, None),)


def test_a_sentence_that_the_page_no_longer_had_counts_as_missing(root: Path) -> None:
    po = root / "po/river/hi.po"
    text = po.read_text("utf-8")
    edit(root / "posts/river.html", "Two bridges were closed.", "")
    pipeline.translate(Project.load(root))
    assert "#~ msgid" in po.read_text("utf-8") != text
    edit(root / "posts/river.html", "rose. ", "rose. Two bridges were closed.")
    assert places(root, 2)[1].status is None


def test_a_block_that_is_none_has_no_entries(root: Path) -> None:
    assert places(root, 99) == ()


def test_a_post_that_cannot_be_read_is_told(root: Path) -> None:
    article = built(root)
    (root / "posts/river.html").write_bytes(b"")
    with pytest.raises(ReadError, match="empty"):
        entries_of_block(Project.load(root), article, 1)


BROKEN = """<!DOCTYPE html>
<html lang="en">
<body>
<p>The river rose.</p>
<div>The river
is wide.<br><br>The river rose <b>again</b> and again.<br><br>It rained.<p>It is dry.</p></div>
</body>
</html>
"""


@pytest.mark.parametrize(
    ("number", "text", "block"),
    [
        (2, "The river is wide.", 2),
        (2, "again", 3),
        (2, "The river rose ", 3),
        (2, "It \n rained. It rained.", 4),
        (2, "फिर चढ़ी", 3),
        (2, "", 2),
        (2, "nowhere", 2),
        (2, "The river is wide. The river rose again and again.", 2),
        (99, "", 99),
        (1, "The river rose.", 1),
        (5, "It is dry.", 5),
        (5, "The river is wide.", 5),
    ],
)
def test_paragraphs_in_one_element_are_told_apart_by_their_text(
    tmp_path: Path, number: int, text: str, block: int
) -> None:
    root = lay_out(tmp_path).root
    write(root / "posts/river.html", BROKEN)
    pipeline.translate(Project.load(root))
    review(root, "The river rose <g1>again</g1> and again.", "नदी <g1>फिर चढ़ी</g1> और फिर।")
    found = entries_of_block(Project.load(root), built(root), number, text)
    assert found.number == block
