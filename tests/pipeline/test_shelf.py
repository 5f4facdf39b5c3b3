"""What articles have is put away, and gone through again in order."""

from __future__ import annotations

from pathlib import Path

from dualpress.pipeline.shelf import Shelf
from dualpress.spool import Spool


def test_things_come_back_in_their_order_as_often_as_asked_for(tmp_path: Path) -> None:
    with Spool(tmp_path, most=0) as spool:
        shelf: Shelf[str] = Shelf(spool)
        shelf.add(["a", "b"])
        shelf.add([])
        shelf.add(iter(["c"]))
        assert len(shelf) == 3
        assert [list(shelf), list(shelf)] == [["a", "b", "c"]] * 2
        assert [shelf[index] for index in (2, 0, 1, 0)] == ["c", "a", "b", "a"]
