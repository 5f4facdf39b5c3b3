"""The translation memory in SQLite: a cache of what the PO files say.

Nothing is in it alone, so a file that is damaged, of another program or of
another version of this one is deleted and filled again from the PO files.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from dualpress.article import Language
from dualpress.errors import WriteError
from dualpress.memory.pairs import Context, Reviewed, key_form, pairs_of

__all__ = ["Match", "Memory"]

IN_MEMORY = ":memory:"

# "dual" in ASCII: tells the file from those of other programs (SQLite's
# PRAGMA application_id); the schema's number goes up with each change of it.
APPLICATION_ID = 0x6475616C
SCHEMA = 1

_TABLES = f"""
PRAGMA application_id = {APPLICATION_ID};
CREATE TABLE pair (
    article TEXT NOT NULL,
    catalog TEXT NOT NULL,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    previous TEXT,
    next TEXT,
    given TEXT
);
CREATE INDEX pair_by_source ON pair (source, source_language, target_language);
CREATE INDEX pair_by_catalog ON pair (article, catalog);
"""

_FIND = """
SELECT target, article, previous, next, given FROM pair
WHERE source = ? AND source_language = ? AND target_language = ?
"""


class Match(NamedTuple):
    """A confirmed translation of exactly this source.

    Args:
        target: the translation, as the reviewer wrote it.
        in_context: whether it was confirmed between the same neighbours.
        uses: how often it was confirmed.
        articles: where, sorted.
    """

    target: str
    in_context: bool
    uses: int
    articles: tuple[str, ...]


class Memory:
    """All confirmed pairs of a project; close it, or use it in a ``with``.

    Args:
        connection: to a file with the tables in it.
        path: the file, for errors.
        is_new: see the attribute.
    """

    is_new: bool
    """Whether it began empty, so that it must be filled by :meth:`rebuild`."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None, *, is_new: bool) -> None:
        self._connection = connection
        self._path = path
        self.is_new = is_new

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the memory in this file, or make one.

        Args:
            path: the file; ``":memory:"`` for none.

        Raises:
            WriteError: the file can be neither used nor made.
        """
        if path == IN_MEMORY:
            return cls(_create(sqlite3.connect(IN_MEMORY)), None, is_new=True)
        path = Path(path)
        with _told(path):
            if connection := _open_own(path):
                return cls(connection, path, is_new=False)
            _delete(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(_create(sqlite3.connect(path)), path, is_new=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rebuild(self, catalogs: Iterable[Reviewed]) -> None:
        """Forget all, and learn these catalogs.

        Raises:
            WriteError: the file cannot be written; it is as it was.
        """
        with _told(self._path), self._connection:
            self._connection.execute("DELETE FROM pair")
            for catalog in catalogs:
                self._learn(catalog)
            # Only now: a file that was made and never filled is made anew.
            self._connection.execute(f"PRAGMA user_version = {SCHEMA}")
        self.is_new = False

    def update(self, catalog: Reviewed) -> None:
        """Learn a catalog anew.

        Raises:
            WriteError: the file cannot be written; it is as it was.
        """
        with _told(self._path), self._connection:
            self._connection.execute(
                "DELETE FROM pair WHERE article = ? AND catalog = ?",
                (catalog.article, catalog.target_language),
            )
            self._learn(catalog)

    def _learn(self, catalog: Reviewed) -> None:
        self._connection.executemany(
            "INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (catalog.article, catalog.target_language, *pair[:4], *pair.context)
                for pair in pairs_of(catalog)
            ),
        )

    def exact(
        self,
        source: str,
        source_language: Language,
        target_language: Language,
        context: Context | None = None,
    ) -> list[Match]:
        """The confirmed translations of a source, tags included.

        Args:
            source: with its tags; compared in NFC.
            source_language: what it is written in.
            target_language: what it is to be translated into.
            context: its neighbours, where they are known (``contexts``).

        Returns:
            Each translation once: those confirmed in this context first, then
            the more used, then by code points.

        Raises:
            WriteError: the file is no longer a memory.
        """
        with _told(self._path):
            rows = self._connection.execute(
                _FIND, (key_form(source), source_language, target_language)
            ).fetchall()
        uses: dict[str, list[tuple[str, Context]]] = defaultdict(list)
        for target, article, *around in rows:
            uses[target].append((article, Context(*around)))
        here = context and _in_key_form(context)
        matches = [_match(target, found, here) for target, found in uses.items()]
        return sorted(matches, key=lambda match: (not match.in_context, -match.uses, match.target))


def _match(target: str, uses: list[tuple[str, Context]], here: Context | None) -> Match:
    return Match(
        target,
        here is not None and any(here.confirms(context) for _, context in uses),
        len(uses),
        tuple(sorted({article for article, _ in uses})),
    )


def _in_key_form(context: Context) -> Context:
    previous, following = (
        text if text is None else key_form(text) for text in (context.previous, context.next)
    )
    return Context(previous, following, context.given)


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise WriteError(
            f"The translation memory cannot be used ({error})",
            path=path,
            hint="Close what else uses it, or delete it: it is made again from the PO files",
        ) from error


def _create(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        # A reader beside a writer sees the last whole state and waits for nothing.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_own(path: Path) -> sqlite3.Connection | None:
    """The file if it is sound and of this schema; ``None`` else."""
    if not path.is_file():
        return None
    connection = sqlite3.connect(path)
    try:
        if _is_own(connection):
            return connection
    except sqlite3.DatabaseError as error:
        connection.close()
        if not _is_damage(error):
            raise
    connection.close()
    return None


def _is_own(connection: sqlite3.Connection) -> bool:
    expected = {"application_id": APPLICATION_ID, "user_version": SCHEMA, "quick_check(1)": "ok"}
    return all(
        connection.execute(f"PRAGMA {name}").fetchone()[0] == value
        for name, value in expected.items()
    )


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    # The low byte is the primary code (sqlite.org/rescode.html); a file that
    # another process has locked, say, is no damage.
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _delete(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
