"""What editors and version control do to the records of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dualpress.errors import ConfigError
from dualpress.pipeline.imports.record import read_imports
from dualpress.pipeline.url_record_file import read_record as read_addresses
from dualpress.records import read_record
from dualpress.site.wordpress.record import read_record as read_wordpress

SOUND = '{"schema": 3, "count": 2}'


def _count(path: Path) -> int | None:
    return read_record(path, "sheep", (2, 3), lambda document: document["count"] + 0)


def test_a_record_is_read(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(SOUND, encoding="utf-8")
    assert _count(path) == 2


def test_a_record_may_have_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(SOUND, encoding="utf-8-sig")
    assert _count(path) == 2


def test_a_record_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert _count(tmp_path / "record.json") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "3",
        '{"count": 2}',
        '{"schema": 3}',
        '{"schema": 3, "count": "2"}',
        f"<<<<<<< HEAD\n{SOUND}\n=======\n",
        "[" * 100_000,
    ],
)
def test_a_record_that_is_damaged_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="the record of sheep cannot be read") as refused:
        _count(path)
    assert refused.value.path == path
    assert "conflict" in str(refused.value.hint)


@pytest.mark.parametrize(
    "text",
    ['{"schema": 3, "count": 1, "count": 2}', '{"schema": 3, "of": {"count": 1, "count": 1}}'],
)
def test_what_stands_in_it_twice_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="the record of sheep has “count” twice"):
        _count(path)


def test_a_record_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text('{"schema": 4, "count": 2}', encoding="utf-8")
    with pytest.raises(ConfigError, match="another version of dualpress"):
        _count(path)


@pytest.mark.parametrize(
    ("read", "record"),
    [
        (
            read_addresses,
            '{"schema": 2, "pages": {"road": {"hi": "hi/road"}, "road": {"hi": "hi/sadak"}}}',
        ),
        (
            read_addresses,
            '{\n "schema": 2,\n "pages": {\n  "road": {\n   "hi": {"path": "hi/road"}\n  },\n'
            '  "road": {\n   "hi": {"path": "hi/sadak"}\n  }\n }\n}\n',
        ),
        (
            read_imports,
            '{"schema": 1, "files": {"road.html": {"digest": "a", "source": "b"},'
            ' "road.html": {"digest": "c", "source": "d"}}}',
        ),
        (read_wordpress, '{"schema": 1, "articles": {"road": {}, "road": {}}, "terms": []}'),
    ],
)
def test_what_a_merge_left_twice_is_not_taken_for_the_last(
    read: Callable[[Path], object], record: str, tmp_path: Path
) -> None:
    path = tmp_path / "record.json"
    path.write_text(record, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"has “road(.html)?” twice") as refused:
        read(path)
    assert "merge" in str(refused.value.hint)
