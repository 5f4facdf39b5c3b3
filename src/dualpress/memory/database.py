"""The file of the translation memory: made, opened, and made anew where it is of no use.

Nothing is in it alone. A file that is damaged or of another program is
deleted; one of another version of this schema is emptied in its place, since
another process may have it open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dualpress.errors import WriteError
from dualpress.memory.index import INDEX_TABLES

__all__ = ["IN_MEMORY", "open_database", "savepoint", "told", "transaction"]

IN_MEMORY = ":memory:"

# "dual" in ASCII: tells the file from those of other programs (SQLite's
# PRAGMA application_id). The schema's number goes up with each change of the
# tables, or of the words in the index.
APPLICATION_ID = 0x6475616C
SCHEMA = 2

PATIENCE = 30.0
"""How many seconds to wait for another process that writes."""

_TABLES = f"""
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    part TEXT NOT NULL,
    digest TEXT,
    UNIQUE (kind, name, part)
);
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX text_by_hash ON text (hash);
CREATE TABLE pair (
    source INTEGER NOT NULL,
    target INTEGER NOT NULL,
    document INTEGER NOT NULL,
    previous INTEGER,
    next INTEGER,
    given TEXT
);
CREATE INDEX pair_by_source ON pair (source);
CREATE INDEX pair_by_target ON pair (target);
CREATE INDEX pair_by_document ON pair (document);
{INDEX_TABLES}
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {SCHEMA};
"""


def open_database(path: Path | None) -> sqlite3.Connection:
    """Open the file of a memory, made anew if it is not a sound one.

    Args:
        path: the file; ``None`` for none.

    Raises:
        OSError: it can be neither read nor made.
        sqlite3.Error: likewise, or another process keeps it.
    """
    if path is None:
        return _prepared(_connect(IN_MEMORY))
    path.parent.mkdir(parents=True, exist_ok=True)
    return _sound(path) or _made_anew(path)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing of it."""
    # At once, since a reader that turns writer cannot wait for another writer
    # (sqlite.org/isolation.html).
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """The same for a part of a transaction."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO part")
        raise
    finally:
        connection.execute("RELEASE part")


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """Turn errors of the file within into errors that an editor understands.

    Raises:
        WriteError: there was one.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise WriteError(
            f"The translation memory cannot be used ({error})",
            path=path,
            hint="Close what else uses it, or delete it: it is made again from the PO files",
        ) from error


class _Foreign(Exception):
    """The file is a database of another program, or a memory that is not sound."""


def _sound(path: Path) -> sqlite3.Connection | None:
    """The file, if it is there and sound, or not there; ``None`` else."""
    try:
        return _prepared(_connect(path))
    except _Foreign:
        return None
    except sqlite3.DatabaseError as error:
        if _is_damage(error):
            return None
        raise


def _made_anew(path: Path) -> sqlite3.Connection:
    with _alone(path):
        if connection := _sound(path):  # another process made it anew meanwhile
            return connection
        _delete(path)
        return _prepared(_connect(path))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time deletes the file, and none what another has just made.

    SQLite's lock on a file of its own: it holds on every system, and ends with
    the process. That file is left, since to delete it would need a lock, too.
    """
    with closing(_connect(path.with_name(f"{path.name}-guard"))) as guard:
        guard.execute("BEGIN EXCLUSIVE")
        yield


def _connect(path: Path | str) -> sqlite3.Connection:
    # Without an isolation level, sqlite3 begins no transactions of its own.
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, with the tables of this schema behind it.

    Raises:
        _Foreign: the file cannot be used.
        sqlite3.Error: likewise.
    """
    try:
        if not _is_ready(connection):
            _lay_out(connection)
        # The index of hashes is written at random places; of ten thousand articles it is in memory.
        connection.execute("PRAGMA cache_size = -16384")
        # What a power failure takes back is learned again.
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_ready(connection: sqlite3.Connection) -> bool:
    if _value(connection, "application_id") not in (0, APPLICATION_ID):
        raise _Foreign
    if _value(connection, "user_version") != SCHEMA:
        return False
    if _value(connection, "quick_check(1)") != "ok":
        raise _Foreign
    return True


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables, in the place of any that are there."""
    # A reader beside a writer sees the last whole state and waits for nothing.
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if _value(connection, "user_version") == SCHEMA:
            return  # another process was faster
        for name in _tables(connection):
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in _TABLES.split(";"):
            connection.execute(statement)


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Their names, the virtual tables first: those that hold their content go with them."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return [name for (name,) in rows]


def _value(connection: sqlite3.Connection, pragma: str) -> int | str:
    value: int | str = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return value


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    # The low byte is the primary code (sqlite.org/rescode.html); a file that
    # another process has locked, say, is no damage.
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _delete(path: Path) -> None:
    # The file itself last: who opens a new one beside us must find nothing of the old.
    for ending in ("-wal", "-shm", "-journal", ""):
        path.with_name(path.name + ending).unlink(missing_ok=True)
