"""The file of what is noted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.glossary import Case, Gender, Kind, ReadAs, Term
from dualpress.pipeline.incremental.database import Database, Row
from dualpress.pipeline.incremental.note import View, in_order
from dualpress.site.references import Name

TERM = Term(
    "NATO",
    "नाटो",
    Kind.ACRONYM,
    forms_en=("N.A.T.O.",),
    accepted_hi=("गठबंधन",),
    case=Case.SENSITIVE,
    read_as=ReadAs.WORD,
    gender=Gender.MASCULINE,
    ambiguous=frozenset({Language.HI}),
    forbidden=("नैटो",),
    as_of="2025-04",
    path=Path("own.csv"),
    line=7,
)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "build.sqlite")


def note(
    database: Database, rows: dict[str, Row], kept: list[str], terms: list[Term] | None
) -> None:
    with database.renewed(kept) as renewal:
        for name, one in rows.items():
            renewal.add(name, one)
        renewal.tell({}, "", {}, {}, terms)


def row(words: bytes | None) -> Row:
    return Row("own", True, View("link", ()), words=words)


def test_terms_come_back_but_for_where_they_stood(database: Database) -> None:
    note(database, {}, [], [TERM])

    found = database.terms()

    assert found is not None
    assert found == (TERM,)
    assert (found[0].path, found[0].line) == (None, None)


def test_terms_stay_where_none_are_given(database: Database) -> None:
    note(database, {}, [], [TERM])
    note(database, {}, [], None)

    assert database.terms() == (TERM,)


def test_words_go_with_their_articles(database: Database) -> None:
    note(database, {"a": row(b"1"), "b": row(b"2"), "c": row(b"3")}, [], [])
    note(database, {"b": row(b"4"), "d": row(None)}, ["a"], None)

    assert dict(database.words()) == {"a": b"1", "b": b"4", "d": None}


def test_what_is_amended_is_all_that_changes(database: Database) -> None:
    road, river = Name("id", "road"), Name("id", "river")
    both = {name: Row("own", True, View(name.key, (name,))) for name in (road, river)}
    note(database, {name.key: row for name, row in both.items()}, [], [TERM])

    with database.amended(["road"], {}) as renewal:
        renewal.add("road", Row("new", False, View("moved", in_order([road, river]))))
        renewal.tell({"common": "x"}, "", {}, {}, None)

    assert database.rows_of(["road", "river", "none"]) == database.rows()
    assert database.rows()["road"] == Row("new", False, View("moved", in_order([road, river])))
    assert database.rows()["river"] == both[river]
    assert database.named([river]) == {"road", "river"}
    assert (database.facts(), database.terms()) == ({"common": "x"}, (TERM,))


def test_what_another_run_has_noted_is_not_amended(database: Database) -> None:
    note(database, {"a": row(b"1")}, [], [])

    with pytest.raises(sqlite3.OperationalError), database.amended(["a"], {"common": "x"}):
        pass

    assert database.rows().keys() == {"a"}


@pytest.mark.parametrize("files", ["", "a\x00 1\nb\x00 2", "\udcff\x00 1"])
def test_the_files_that_were_read_come_back(database: Database, files: str) -> None:
    with database.renewed([]) as renewal:
        renewal.tell({}, files, {}, {}, None)

    assert database.read() == files
