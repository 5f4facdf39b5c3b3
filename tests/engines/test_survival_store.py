"""Where tables are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dualpress.article import Language
from dualpress.engines.survival import Cell, Row, Table, TableKey, read_table, write_table
from dualpress.errors import WriteError

CELL = Cell(position="end", count=2, asked=8, kept=7, doubled=1)
TABLE = Table(
    engine="argos",
    model="translate-en_hi 1.1",
    source=Language.EN,
    target=Language.HI,
    sentences=24,
    chrf=41.5,
    rows=(Row(scheme="[X1]", cells=(CELL,), several=3, in_order=2, chrf=41),),
)
KEY = TableKey("argos", "translate-en_hi 1.1", Language.EN, {"beam_size": 4})


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = write_table(TABLE, KEY, [tmp_path / "a"])
    assert read_table(KEY, [tmp_path / "none", tmp_path / "a"]) == (TABLE, ())
    assert json.loads(path.read_bytes())["schema"] == 1


def test_the_same_table_has_the_same_bytes(tmp_path: Path) -> None:
    first = write_table(TABLE, KEY, [tmp_path / "a"]).read_bytes()
    assert write_table(TABLE, KEY, [tmp_path / "b"]).read_bytes() == first


def test_the_name_of_its_file_can_be_read_and_stand_on_any_disk(tmp_path: Path) -> None:
    assert KEY.filename.startswith("placeholders-argos-translate-en-hi-1.1-en-hi-")
    strange = TableKey("a/b", "C:\\मॉडल *?" * 50, Language.HI)
    assert len(strange.filename) < 140
    assert write_table(TABLE, strange, [tmp_path]).parent == tmp_path


@pytest.mark.parametrize(
    "other",
    [
        TableKey("ctranslate2", "translate-en_hi 1.1", Language.EN, {"beam_size": 4}),
        TableKey("argos", "translate-en_hi 1.2", Language.EN, {"beam_size": 4}),
        TableKey("argos", None, Language.EN, {"beam_size": 4}),
        TableKey("argos", "translate-en_hi 1.1", Language.HI, {"beam_size": 4}),
        TableKey("argos", "translate-en_hi 1.1", Language.EN, {"beam_size": 5}),
        TableKey("argos", "translate-en_hi 1.1", Language.EN),
    ],
)
def test_it_counts_for_its_engine_model_direction_and_settings_alone(
    other: TableKey, tmp_path: Path
) -> None:
    write_table(TABLE, KEY, [tmp_path])
    assert read_table(other, [tmp_path]) == (None, ())


def test_the_order_of_settings_does_not_count() -> None:
    one = TableKey("e", None, Language.EN, {"a": 1, "b": 2})
    assert one.filename == TableKey("e", None, Language.EN, {"b": 2, "a": 1}).filename


def test_where_the_first_folder_cannot_be_written_the_next_has_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    places = [tmp_path / "file" / "x", tmp_path / "b"]
    assert write_table(TABLE, KEY, places).parent == tmp_path / "b"
    assert read_table(KEY, places) == (TABLE, ())


def test_where_none_can_be_written_the_first_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError) as caught:
        write_table(TABLE, KEY, [tmp_path / "file" / "x", tmp_path / "file" / "y"])
    assert caught.value.path is not None
    assert caught.value.path.parent.name == "x"


def broken(**changes: Any) -> bytes:
    return json.dumps({"schema": 1, **TABLE.model_dump(mode="json"), **changes}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"[" * 100_000,
        '{"schema": 1, "x": "ह"}'.encode("utf-16"),
        broken(rows=None),
        broken(chrf="41"),
        broken(target="fr"),
        broken(extra=1),
    ],
    ids=range(10),
)
def test_a_file_that_is_no_table_is_told_and_not_used(data: bytes, tmp_path: Path) -> None:
    path = write_table(TABLE, KEY, [tmp_path])
    path.write_bytes(data)
    table, (warning,) = read_table(KEY, [tmp_path])
    assert table is None
    assert warning == (
        f"{path} cannot be read and is not used. Make it again: dualpress bench terms"
    )


def test_a_table_of_another_version_is_told_and_not_used(tmp_path: Path) -> None:
    write_table(TABLE, KEY, [tmp_path]).write_bytes(broken(schema=2))
    table, (warning,) = read_table(KEY, [tmp_path])
    assert table is None
    assert "is of another version of dualpress" in warning


def test_behind_a_broken_table_another_one_is_found(tmp_path: Path) -> None:
    write_table(TABLE, KEY, [tmp_path / "a"]).write_bytes(b"{")
    write_table(TABLE, KEY, [tmp_path / "b"])
    table, warnings = read_table(KEY, [tmp_path / "a", tmp_path / "b"])
    assert table == TABLE
    assert len(warnings) == 1
