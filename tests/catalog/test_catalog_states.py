"""One folder for each thing that can befall a catalog.

``before.po`` with the sentences of ``page.txt``, a line each, becomes
``expected.po``. Where a reviewer worked at the same time, ``mine.po`` and
``theirs.po`` become ``expected.po`` or end with the error in ``expected.txt``.
"""

import shutil
from pathlib import Path

import pytest

from dualpress.article import SegmentKey
from dualpress.catalog import (
    Entry,
    MergeReport,
    Reference,
    merge,
    merge_edits,
    read_catalog,
    write_catalog,
)
from dualpress.errors import CatalogError

STATES = Path(__file__).parent / "states"
BOTH = STATES / "both-worked"
CONFLICT = STATES / "conflict"
EDITS = sorted(path.parent.name for path in STATES.glob("*/page.txt"))


def _page(state: str) -> list[Entry]:
    text = (STATES / state / "page.txt").read_text(encoding="utf-8")
    return [
        Entry(SegmentKey(None, line), references=(Reference("page.html", number),))
        for number, line in enumerate(text.splitlines(), 1)
        if line
    ]


def _merge(state: str) -> MergeReport:
    return merge(read_catalog(STATES / state / "before.po"), _page(state))[1]


def _copy(state: str, name: str, folder: Path) -> Path:
    return Path(shutil.copy(STATES / state / name, folder / "hi.po"))


@pytest.mark.parametrize("state", EDITS)
def test_the_file_after_an_edit_of_the_page(state: str, tmp_path: Path) -> None:
    path = _copy(state, "before.po", tmp_path)
    write_catalog(merge(read_catalog(path), _page(state))[0], path)
    assert path.read_bytes() == (STATES / state / "expected.po").read_bytes()


@pytest.mark.parametrize("state", EDITS)
def test_the_file_stays_as_it_is_when_the_page_does(state: str, tmp_path: Path) -> None:
    path = _copy(state, "expected.po", tmp_path)
    catalog, report = merge(read_catalog(path), _page(state))
    write_catalog(catalog, path)
    assert report == MergeReport()
    assert path.read_bytes() == (STATES / state / "expected.po").read_bytes()


@pytest.mark.parametrize(
    ("state", "field"),
    [
        ("edited", "stale"),
        ("edited-draft", "dropped"),
        ("edited-back", "restored"),
        ("new", "new"),
        ("new-sentence", "new"),
        ("removed", "removed"),
        ("returned", "returned"),
        ("typo-edited", "same_meaning"),
    ],
)
def test_the_report_tells_what_befell_it_and_nothing_else(state: str, field: str) -> None:
    report = _merge(state)
    told = {name for name in MergeReport.__slots__ if getattr(report, name)}
    assert told == {field}


@pytest.mark.parametrize("state", ["up-to-date", "moved"])
def test_there_is_nothing_to_report(state: str) -> None:
    assert _merge(state) == MergeReport()


def test_the_report_tells_which_numbers_were_put_in() -> None:
    key = SegmentKey(None, "The <g1>range</g1> is said to be 1,300 km.")
    assert _merge("numbers-edited") == MergeReport(stale=(key,), patched=(key,))


def test_the_work_of_both_sides_is_kept(tmp_path: Path) -> None:
    theirs = _copy("both-worked", "theirs.po", tmp_path)
    base, mine = (
        read_catalog(STATES / "both-worked" / f"{name}.po") for name in ("before", "mine")
    )
    write_catalog(merge_edits(base, mine, read_catalog(theirs), theirs), theirs)
    assert theirs.read_bytes() == (BOTH / "expected.po").read_bytes()


def test_two_confirmed_words_for_one_sentence_are_refused() -> None:
    base, mine, theirs = (
        read_catalog(CONFLICT / f"{name}.po") for name in ("before", "mine", "theirs")
    )
    with pytest.raises(CatalogError) as refused:
        merge_edits(base, mine, theirs, Path("theirs.po"))
    assert f"{refused.value}\n" == (CONFLICT / "expected.txt").read_text(encoding="utf-8")
