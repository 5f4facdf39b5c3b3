"""Files are told by size and times, and by their bytes where the times may not tell."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from dualpress.pipeline.signatures import Doubt, Signatures, stamp


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.po"
    path.write_bytes(b"one")
    return path


@pytest.fixture
def later(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file was written a minute ago."""
    now = file.stat().st_mtime_ns + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: now)


def test_a_file_that_was_just_written_is_in_doubt(file: Path) -> None:
    look = Signatures({})
    signature = look.of(str(file))

    assert look.doubts == {str(file): Doubt(signature, hashlib.sha256(b"one").hexdigest())}


@pytest.mark.usefixtures("later")
def test_a_file_that_was_written_before_is_not_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    look = Signatures({})

    assert look.of(str(file))
    assert look.doubts == {}
    assert stamp(file)


@pytest.mark.usefixtures("later")
def test_where_it_was_in_doubt_its_bytes_tell(file: Path) -> None:
    signature = Signatures({}).of(str(file))
    same = Doubt(signature, hashlib.sha256(b"one").hexdigest())
    other = Doubt(signature, hashlib.sha256(b"two").hexdigest())

    assert Signatures({str(file): same}).of(str(file)) == signature
    assert Signatures({str(file): other}).of(str(file)) != signature


def test_a_stamp_tells_two_saves_within_one_tick(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a file system whose clock stands still meanwhile.
    monkeypatch.setattr("dualpress.pipeline.signatures._signature", lambda found: "the same")
    told = stamp(file)
    file.write_bytes(b"six")

    assert stamp(file) != told


def test_what_is_not_there_has_no_signature(tmp_path: Path) -> None:
    assert Signatures({}).of(str(tmp_path / "a.po")) == ""
    assert Signatures({}).of("a\0b") == ""
    assert stamp(tmp_path / "a.po") is None


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert Signatures({}).of(str(tmp_path))
