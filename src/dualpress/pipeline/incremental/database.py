"""The file of what is noted: ``.dualpress/build.sqlite``, one row an article."""

from __future__ import annotations

import sqlite3
import sys
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, get_args

from pydantic import TypeAdapter, ValidationError

from dualpress.glossary import Term
from dualpress.pipeline.incremental.note import View, in_order
from dualpress.pipeline.signatures import Doubt
from dualpress.site.references import Name

__all__ = ["Database", "Renewal", "Row", "TextKind"]

# It goes up with each change of the tables, or of what stands in them.
_SCHEMA = 9

_PATIENCE = 5.0
"""How many seconds to wait for another process, to write."""

_PATIENCE_OF_READER = 0.2
"""Likewise to read; while another process notes a large run, it is faster to do without."""

_MOST_NAMES = 400
"""That stand in one query; SQLite takes 999 everywhere, and a name is two."""

_PAGE_SIZE = 16384
"""Bytes; the words of an article are some 2,000, and SQLite's usual 4,096 would hold no two."""

_TERMS = TypeAdapter(tuple[Term, ...])
_PLACE = {"__all__": {"path", "line"}}
"""Of a row, and nothing that anyone is told: a row that is put in moves all below it."""

_TABLES = f"""
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    id TEXT PRIMARY KEY,
    own TEXT,
    is_drafted INTEGER NOT NULL,
    link TEXT NOT NULL,
    note TEXT,
    report TEXT,
    status TEXT
); -- with row ids, since without them a row of 4,097 bytes would take a page more
CREATE INDEX undrafted ON article (id) WHERE NOT is_drafted;
CREATE TABLE asked (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (kind, key, article)
) WITHOUT ROWID;
CREATE INDEX asked_by_article ON asked (article);
CREATE TABLE named (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (kind, key, article)
) WITHOUT ROWID;
CREATE INDEX named_by_article ON named (article);
CREATE TABLE words (article TEXT PRIMARY KEY, words BLOB NOT NULL);
CREATE TABLE glossary (terms BLOB NOT NULL);
CREATE TABLE file (path TEXT PRIMARY KEY, signature TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE read (files BLOB NOT NULL);
CREATE TABLE doubt (path TEXT PRIMARY KEY, signature TEXT NOT NULL, sha256 TEXT NOT NULL)
    WITHOUT ROWID;
PRAGMA user_version = {_SCHEMA};
"""


TextKind: TypeAlias = Literal["note", "report", "status"]
"""What there is of an article as JSON: on what it became, what a run and ``status`` tell of it."""


class Row(NamedTuple):
    """What stands there of an article.

    Args:
        own: a digest of what it was made of; ``None`` where it is to be made again.
        is_drafted: whether nothing in it waits to be drafted, and all that is to
            be told to a reviewer stands in its PO file.
        view: what the pages of others see of it.
        texts: what there is of it as JSON; none where it could not be worked on;
            not filled in where rows are read.
        asked: the names that its pages asked for; likewise.
        words: of its text and translation; likewise.
    """

    own: str | None
    is_drafted: bool
    view: View
    texts: Mapping[TextKind, str] = {}
    asked: Collection[Name] = ()
    words: bytes | None = None


class Database:
    """The file. Its errors are those of :mod:`sqlite3`.

    Args:
        path: where it stands, or is to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def facts(self) -> dict[str, str]:
        """What is noted of the whole; nothing in a file of another schema."""
        with self._reading() as connection:
            if not _is_current(connection):
                return {}
            return dict(connection.execute("SELECT name, value FROM fact"))

    def doubts(self) -> dict[str, Doubt]:
        """The files whose times may not tell of a change; none in a file of another schema."""
        with self._reading() as connection:
            if not _is_current(connection):
                return {}
            rows = connection.execute("SELECT path, signature, sha256 FROM doubt")
            return {path: Doubt(*told) for path, *told in rows}

    def rows(self) -> dict[str, Row]:
        """All articles, by their ids."""
        with self._reading() as connection:
            names = _names(connection.execute("SELECT article, kind, key FROM named"))
            found = connection.execute("SELECT id, own, is_drafted, link FROM article")
            return {
                name: Row(own, bool(is_drafted), View(link, in_order(names.get(name, ()))))
                for name, own, is_drafted, link in found
            }

    def rows_of(self, articles: Iterable[str]) -> dict[str, Row]:
        """The same of some articles."""
        found: dict[str, Row] = {}
        with self._reading() as connection:
            for name in articles:
                query = "SELECT article, kind, key FROM named WHERE article = ?"
                names = _names(connection.execute(query, (name,))).get(name, ())
                query = "SELECT own, is_drafted, link FROM article WHERE id = ?"
                for own, is_drafted, link in connection.execute(query, (name,)):
                    found[name] = Row(own, bool(is_drafted), View(link, in_order(names)))
        return found

    def undrafted(self) -> set[str]:
        """The ids of the articles in which something waits, see :class:`Row`."""
        with self._reading() as connection:
            found = connection.execute("SELECT id FROM article WHERE NOT is_drafted")
            return {name for (name,) in found}

    def texts(self, *kinds: TextKind) -> Iterator[tuple[str, ...]]:
        """The id of each article that could be worked on, and such JSON of it, by their ids."""
        columns = ", ".join(("id", *kinds))
        query = f"SELECT {columns} FROM article WHERE note IS NOT NULL ORDER BY id"  # noqa: S608
        with self._reading() as connection:
            yield from connection.execute(query)

    def texts_of(self, articles: Iterable[str], *kinds: TextKind) -> Iterator[tuple[str, ...]]:
        """The same of some articles."""
        query = f"SELECT id, {', '.join(kinds)} FROM article WHERE note IS NOT NULL AND id = ?"  # noqa: S608
        with self._reading() as connection:
            for name in articles:
                yield from connection.execute(query, (name,))

    def words(self) -> Iterator[tuple[str, bytes | None]]:
        """The words of all articles, by their ids; ``None`` where they are not noted."""
        query = "SELECT id, words FROM article LEFT JOIN words ON article = id"
        with self._reading() as connection:
            yield from connection.execute(query)

    def terms(self) -> tuple[Term, ...] | None:
        """The rows of the glossary; ``None`` where these are not noted, or damaged."""
        with self._reading() as connection:
            row = connection.execute("SELECT terms FROM glossary").fetchone()
        try:
            return _TERMS.validate_json(zlib.decompress(row[0])) if row else None
        except (TypeError, zlib.error, ValidationError):
            return None

    def read(self) -> str | None:
        """The files that a run read, as :meth:`Renewal.tell` was told; ``None`` where damaged.

        Raises:
            UnicodeDecodeError: it is damaged in another way.
        """
        with self._reading() as connection:
            row = connection.execute("SELECT files FROM read").fetchone()
        is_sound = row is not None and isinstance(row[0], bytes)
        return row[0].decode("utf-8", "surrogatepass") if is_sound else None

    def files(self) -> dict[str, str]:
        """The signatures that files of the posts folder had, by their paths."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT path, signature FROM file"))

    def askers(self, names: Iterable[Name]) -> set[str]:
        """The ids of the articles whose pages asked for one of these names."""
        return self._articles("asked", names)

    def named(self, names: Iterable[Name]) -> set[str]:
        """The ids of the articles that are found under one of these names."""
        return self._articles("named", names)

    def _articles(self, table: Literal["asked", "named"], names: Iterable[Name]) -> set[str]:
        every = list(names)
        found: set[str] = set()
        with self._reading() as connection:
            for start in range(0, len(every), _MOST_NAMES):
                part = every[start : start + _MOST_NAMES]
                places = ", ".join(["(?, ?)"] * len(part))
                query = f"SELECT article FROM {table} WHERE (kind, key) IN (VALUES {places})"  # noqa: S608
                found.update(name for (name,) in connection.execute(query, sum(part, ())))
        return found

    @contextmanager
    def renewed(self, kept: Collection[str]) -> Iterator[Renewal]:
        """Note what a run did, all of it or nothing.

        Args:
            kept: the ids of the articles that stay as they were noted; all
                others are forgotten.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._writing() as connection:
            known = connection.execute("SELECT id FROM article").fetchall()
            _forget(connection, [name for (name,) in known if name not in kept])
            yield Renewal(connection)

    @contextmanager
    def amended(self, articles: Iterable[str], facts: Mapping[str, str]) -> Iterator[Renewal]:
        """Note what a run did that opened a few articles, all of it or nothing.

        Args:
            articles: their ids; these are forgotten, all others stay.
            facts: of the whole, as they were when these were chosen; where they
                are others by now, nothing can be noted.
        """
        with self._writing() as connection:
            if dict(connection.execute("SELECT name, value FROM fact")) != facts:
                raise sqlite3.OperationalError("another run has noted something else")
            _forget(connection, articles)
            yield Renewal(connection)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self._path.is_file():
            raise sqlite3.OperationalError("there is no such file")
        with closing(_connect(self._path, _PATIENCE_OF_READER)) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(self._sound()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not _is_current(connection):
                _make_tables(connection)
            yield connection
            connection.execute("COMMIT")

    def _sound(self) -> sqlite3.Connection:
        """The file, made anew where it is none of SQLite's."""
        connection = _connect(self._path)
        try:
            connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:
            connection.close()
            self._path.unlink(missing_ok=True)
            return _connect(self._path)
        return connection


class Renewal:
    """Notes what a run did, one article after the other.

    Args:
        connection: with a transaction open, in which the articles that it made are forgotten.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, name: str, row: Row) -> None:
        """Note an article."""
        texts = [row.texts.get(kind) for kind in get_args(TextKind)]
        self._connection.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)",
            (name, row.own, row.is_drafted, row.view.link, *texts),
        )
        for table, names in (("asked", set(row.asked)), ("named", row.view.names)):
            self._connection.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)",  # noqa: S608
                ((*asked, name) for asked in names),
            )
        if row.words is not None:
            self._connection.execute("INSERT INTO words VALUES (?, ?)", (name, row.words))

    def tell(
        self,
        facts: Mapping[str, str],
        read: str,
        files: Mapping[str, str],
        doubts: Mapping[str, Doubt],
        terms: Sequence[Term] | None,
    ) -> None:
        """Note what is of no single article, after all of these.

        Args:
            facts: of the whole, in place of all that were noted.
            read: the files that the run read, in place of those that were noted.
            files: the signatures of files that the pages of these asked for.
            doubts: the files whose times may not tell of a change, in place of
                all that were noted.
            terms: the rows of the glossary; ``None`` where they are those that
                were noted.
        """
        connection = self._connection
        connection.execute("DELETE FROM fact")
        connection.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())
        connection.execute("DELETE FROM read")
        files_read = read.encode("utf-8", "surrogatepass")
        connection.execute("INSERT INTO read VALUES (?)", (files_read,))
        if terms is not None:
            connection.execute("DELETE FROM glossary")
            connection.execute("INSERT INTO glossary VALUES (?)", (_packed(terms),))
        connection.execute("DELETE FROM doubt")
        connection.executemany(
            "INSERT INTO doubt VALUES (?, ?, ?)", ((path, *doubt) for path, doubt in doubts.items())
        )
        connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", files.items())
        connection.execute(
            "DELETE FROM file WHERE path NOT IN (SELECT key FROM asked WHERE kind = 'file')"
        )


def _connect(path: Path, patience: float = _PATIENCE) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    # What a crash of the system loses can be made again.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")  # counts where there is no file yet
    return connection


def _is_current(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(version == _SCHEMA)


def _make_tables(connection: sqlite3.Connection) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    for (name,) in connection.execute(query).fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        connection.execute(statement)


def _forget(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    each = [(name,) for name in articles]
    connection.executemany("DELETE FROM article WHERE id = ?", each)
    for table in ("asked", "named", "words"):
        connection.executemany(f"DELETE FROM {table} WHERE article = ?", each)  # noqa: S608


def _packed(terms: Sequence[Term]) -> bytes:
    return zlib.compress(_TERMS.dump_json(tuple(terms), exclude=_PLACE, exclude_defaults=True))


def _names(rows: Iterable[tuple[str, str, str]]) -> Mapping[str, list[Name]]:
    """The names of articles, by their ids."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for article, kind, key in rows:
        found[article].append(Name(sys.intern(kind), key))
    return found
