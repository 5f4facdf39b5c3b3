"""The lock file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualpress.engines._lock import LockEntry, normalize_hash, read_lock, record
from dualpress.errors import PackageError, UsageError

_ONE = LockEntry(version="1.1", files="a" * 64, archive="b" * 64)
_TWO = LockEntry(version="1.0", files="c" * 64)


def test_missing_lock_is_empty(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "dualpress.lock") == {}


def test_what_is_recorded_is_read(tmp_path: Path) -> None:
    lock = tmp_path / "dualpress.lock"
    record(lock, "translate-hi_en", _ONE)
    record(lock, "translate-en_hi", _TWO)
    assert read_lock(lock) == {"translate-en_hi": _TWO, "translate-hi_en": _ONE}


def test_lock_is_the_same_in_whatever_order(tmp_path: Path) -> None:
    for name, order in (("one", (_ONE, _TWO)), ("two", (_TWO, _ONE))):
        for entry in order:
            record(tmp_path / name, f"package-{entry.version}", entry)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_lock_is_json_with_a_schema_number(tmp_path: Path) -> None:
    record(tmp_path / "dualpress.lock", "translate-en_hi", _ONE)
    text = (tmp_path / "dualpress.lock").read_text(encoding="utf-8")
    assert json.loads(text) == {
        "schema": 1,
        "packages": {"translate-en_hi": {"version": "1.1", "files": "a" * 64, "archive": "b" * 64}},
    }
    assert text.endswith("}\n")


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    lock = tmp_path / "dualpress.lock"
    record(lock, "translate-en_hi", _ONE)
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = lock.read_bytes()
    record(lock, "translate-en_hi", _ONE)
    assert lock.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"schema": 2}', '{"packages": {"x": {"version": "1"}}}', '{"other": 1}'],
)
def test_lock_that_dualpress_did_not_write_is_refused(tmp_path: Path, content: str) -> None:
    lock = tmp_path / "dualpress.lock"
    lock.write_text(content, encoding="utf-8")
    with pytest.raises(PackageError, match=r"dualpress\.lock"):
        read_lock(lock)


@pytest.mark.parametrize("text", ["AB" * 32, f"sha256:{'ab' * 32}", f" {'ab' * 32}\n"])
def test_hash_is_read_as_users_paste_it(text: str) -> None:
    assert normalize_hash(text) == "ab" * 32


@pytest.mark.parametrize("text", ["", "ab" * 31, "xy" * 32, "ab" * 33])
def test_what_is_no_hash_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no SHA-256"):
        normalize_hash(text)
