import os
from pathlib import Path

import pytest

from dualpress.errors import WriteError
from dualpress.files import remove_half_written, write_whole


def test_writes_what_it_is_given(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"one\r\n")
    assert (tmp_path / "a.txt").read_bytes() == b"one\r\n"


def test_makes_the_folders(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "c", b"")
    assert (tmp_path / "a" / "b" / "c").is_file()


def test_leaves_nothing_else_behind(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one")
    write_whole(tmp_path / "a", b"two")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_takes_a_name_as_long_as_a_folder_allows(tmp_path: Path) -> None:
    write_whole(tmp_path / ("a" * 255), b"one")
    assert (tmp_path / ("a" * 255)).read_bytes() == b"one"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_keeps_the_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch(mode=0o640)
    write_whole(file, b"one")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_whole(tmp_path / "link", b"one")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"one"


def test_a_failure_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="the disk is full") as refused:
        write_whole(file, b"new")
    assert refused.value.path == file
    assert file.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(WriteError):
        write_whole(tmp_path / "a", b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_process_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "po").mkdir()
    for name in ("a.tmp", ".a.tmp", ".0123456789abcdef.tmp.po", "0123456789abcdef.tmp"):
        (tmp_path / "po" / name).touch()
    before = set(tmp_path.rglob("*"))

    with monkeypatch.context() as killed:
        killed.setattr(Path, "replace", lambda *_: None)
        killed.setattr(Path, "unlink", lambda *_, **__: None)
        write_whole(tmp_path / "po" / "hi.po", b"one")
    assert len(set(tmp_path.rglob("*")) - before) == 1

    remove_half_written(tmp_path)
    assert set(tmp_path.rglob("*")) == before
