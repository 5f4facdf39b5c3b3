"""A long PO file has the bytes of a short one, and is written as carefully."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dualpress.article import Language, SegmentKey, Status
from dualpress.catalog import Catalog, Entry, Reference, write_catalog
from dualpress.errors import CatalogError
from dualpress.pipeline.long_po import digest_of, write_long

EMPTY = Catalog("review", Language.EN, Language.HI)


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            SegmentKey(f"river#{number:08x}", f"The river rose\n{number} times."),
            f"नदी {number} बार बढ़ी।",
            Status.DRAFT,
            references=(Reference("posts/river.html", number),),
            comments=("? Is it so?",),
        )
        for number in range(count)
    )


@pytest.mark.parametrize("count", [0, 1, 256, 257, 600])
def test_the_bytes_are_those_of_a_catalog_written_at_once(tmp_path: Path, count: int) -> None:
    short, long = tmp_path / "a" / "hi.po", tmp_path / "b" / "hi.po"
    write_catalog(Catalog("review", Language.EN, Language.HI, entries(count)), short)

    write_long(EMPTY, entries(count), long)

    assert long.read_bytes() == short.read_bytes()


def test_a_file_of_these_bytes_is_not_touched(tmp_path: Path) -> None:
    po = tmp_path / "hi.po"
    write_long(EMPTY, entries(3), po)
    before = po.stat().st_ino

    write_long(Catalog("review", Language.EN, Language.HI, digest=digest_of(po)), entries(3), po)

    assert po.stat().st_ino == before


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    po = tmp_path / "hi.po"
    po.write_text("mine", encoding="utf-8")

    with pytest.raises(CatalogError, match="changed by someone else"):
        write_long(EMPTY, entries(3), po)

    assert po.read_text(encoding="utf-8") == "mine"


def test_half_a_character_at_the_end_leaves_what_was_there(tmp_path: Path) -> None:
    po = tmp_path / "hi.po"
    last = Entry(SegmentKey("river#0", "x"), "\ud800", Status.DRAFT)

    with pytest.raises(CatalogError, match="half a character"):
        write_long(EMPTY, (*entries(300), last), po)

    assert list(tmp_path.iterdir()) == []


class Watched(Iterable[Entry]):
    """Entries of which it is told how many were asked for.

    Args:
        count: how many there are.
    """

    def __init__(self, count: int) -> None:
        self._entries, self.given = entries(count), 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.given += 1
            yield entry


def test_what_is_written_is_gone_through_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched, seen = Watched(600), list[int]()

    def write(path: Path, parts: Iterator[bytes]) -> None:
        seen.extend(watched.given for _ in parts)

    monkeypatch.setattr("dualpress.pipeline.long_po.write_parts", write)
    write_long(EMPTY, watched, tmp_path / "hi.po")

    assert seen == [0, 256, 512, 600]
