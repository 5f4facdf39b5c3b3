"""What a run puts away until it is needed once more."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.errors import WriteError
from dualpress.spool import Contents, Kept, Spool, held, parts_of

VALUES = st.lists(st.binary(max_size=80) | st.text(max_size=40) | st.lists(st.integers()))


def test_what_fits_into_memory_stays_there(tmp_path: Path) -> None:
    value = [1]
    with Spool(tmp_path, most=8) as spool:
        assert spool.put(value, 8)() is value


def test_what_does_not_fit_is_given_back_equal(tmp_path: Path) -> None:
    value = [1]
    with Spool(tmp_path, most=8) as spool:
        spool.put(b"full", 8)
        kept = spool.put(value, 1)
        assert kept() == value
        assert kept() is not value


@given(values=VALUES, order=st.randoms(use_true_random=False))
def test_all_is_given_back_in_any_order_and_as_often_as_asked(
    values: list[Any], order: Any
) -> None:
    with Spool(Path("no such folder"), most=0) as spool:
        kept: list[tuple[Kept[Any], Any]] = []
        for value in values:
            kept.append((spool.put(value, 1), value))
            again, expected = order.choice(kept)
            assert again() == expected
        order.shuffle(kept)
        assert [give() for give, _ in kept] == [value for _, value in kept]


def test_the_file_has_no_name(tmp_path: Path) -> None:
    with Spool(tmp_path, most=0) as spool:
        spool.put(b"much", 4)
        assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dualpress.spool.TemporaryFile", full)
    with Spool(tmp_path, most=0) as spool, pytest.raises(WriteError, match="the disk is full") as e:
        spool.put(b"much", 4)
    assert e.value.path == tmp_path


@given(parts=st.lists(st.binary(max_size=80)), most=st.integers(0, 200))
def test_what_is_made_in_parts_is_given_back_whole_and_in_parts(
    parts: list[bytes], most: int
) -> None:
    with Spool(Path("no such folder"), most) as spool, pytest.MonkeyPatch.context() as patch:
        patch.setattr("dualpress.spool._MOST_TOGETHER", 100)
        files = Contents({"file": spool.put_parts(parts)})
        assert files["file"] == b"".join(parts)
        given = list(parts_of(files, "file"))
        assert b"".join(given) == b"".join(parts)
        assert all(len(part) < 100 + 80 for part in given)


def test_what_was_put_away_as_one_has_one_part() -> None:
    assert list(parts_of(Contents({"file": held(b"small")}), "file")) == [b"small"]
    assert list(parts_of({"file": b"small"}, "file")) == [b"small"]


def test_contents_are_fetched_one_at_a_time() -> None:
    asked: list[str] = []

    def file(name: str) -> Callable[[], bytes]:
        return lambda: asked.append(name) or name.encode()  # type: ignore[func-returns-value]

    files = Contents({PurePosixPath(name): file(name) for name in ("a", "b")})
    assert sorted(map(str, files)) == ["a", "b"]
    assert (len(files), asked) == (2, [])
    assert (files[PurePosixPath("b")], asked) == (b"b", ["b"])


def test_what_is_held_has_the_same_shape() -> None:
    assert held(b"x")() == b"x"


def test_a_folder_that_is_deleted_before_anything_is_put_there_is_done_without(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    with Spool(folder, most=0) as spool:
        folder.rmdir()
        assert spool.put([1], 1)() == [1]
