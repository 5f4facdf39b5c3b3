"""What the last run noted, as far as it is known and can hold for this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from dualpress.article import Language
from dualpress.glossary import Term
from dualpress.pipeline.incremental.as_json import (
    lists_of,
    note_of,
    order_of,
    report_of,
    warnings_of,
)
from dualpress.pipeline.incremental.collector import paused
from dualpress.pipeline.incremental.database import Database, Row, TextKind
from dualpress.pipeline.incremental.note import Note, Standing, View
from dualpress.pipeline.report import ArticleReport, RunReport
from dualpress.site.model import SiteArticle
from dualpress.site.references import Name

__all__ = ["LastRun", "is_text"]

_T = TypeVar("_T")


class LastRun:
    """What the last run noted.

    It is read when it is asked for: the file may be damaged, or another run may make it anew
    meanwhile.

    Args:
        database: where it stands.
        common: a digest of what every page depends on, as that is now; where it was another,
            nothing that was noted holds.
    """

    def __init__(self, database: Database, common: str) -> None:
        self._database = database
        self._common = common

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """What is noted of the whole; nothing where none of it holds."""
        with suppress(sqlite3.Error):
            facts = self._database.facts()
            return facts if facts.get("common") == self._common else {}
        return {}

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """All articles, by their ids; none where that is not known."""
        with suppress(sqlite3.Error, ValueError):
            return self._database.rows() if self.facts else {}
        return {}

    @cached_property
    def views(self) -> Mapping[str, View]:
        """The articles as the pages of others saw them, by their ids."""
        return {name: row.view for name, row in self.rows.items()}

    @property
    def lists(self) -> Mapping[str, tuple[str, Standing]]:
        """The lists, with digests of what they show, by path; none where that is not known."""
        with suppress(KeyError, ValidationError):
            return lists_of(self.facts["lists"])
        return {}

    @property
    def order(self) -> Mapping[Language, Sequence[str]]:
        """The ids of what the lists showed, in their order.

        Raises:
            LookupError: that is not known any more.
        """
        with _as_lookup_errors():
            return order_of(self.facts["order"])

    @property
    def files_read(self) -> str:
        """The files that it read, as :attr:`.snapshot.Snapshot.files` told them.

        Raises:
            LookupError: that is not known any more.
        """
        with _as_lookup_errors():
            files = self._database.read()
        if files is None:
            raise LookupError
        return files

    @property
    def files_asked(self) -> Mapping[str, str] | None:
        """The signatures that files beside the posts had, by path; ``None`` if not known."""
        with suppress(sqlite3.Error):
            return self._database.files() if self.facts else {}
        return None

    @property
    def terms(self) -> tuple[Term, ...] | None:
        """The rows of the project's glossary; ``None`` where these are not known."""
        with suppress(sqlite3.Error):
            return self._database.terms()
        return None

    @property
    def undrafted(self) -> set[str] | None:
        """The ids of the articles in which something waited; ``None`` where that is not known."""
        with suppress(sqlite3.Error):
            return self._database.undrafted()
        return None

    def report(self) -> RunReport | None:
        """What the last run told, be it still so or not; ``None`` where that is not known."""
        try:
            with paused():
                reports = [report_of(text) for _, text in self._database.texts("report")]
            warnings = warnings_of(self.facts["warnings"])
        except (sqlite3.Error, KeyError, ValidationError):
            return None
        return RunReport(tuple(sorted(reports, key=lambda report: report.id)), warnings=warnings)

    def notes(self, ids: Collection[str]) -> dict[str, Note]:
        """On what some articles became, by their ids.

        Raises:
            LookupError: that is not known any more.
        """
        return self._found(ids, "note", note_of)

    def reports(self, ids: Collection[str]) -> dict[str, ArticleReport]:
        """What was told of some articles, by their ids.

        Raises:
            LookupError: that is not known any more.
        """
        return self._found(ids, "report", report_of)

    def rows_of(self, ids: Collection[str]) -> dict[str, Row]:
        """Some of :attr:`rows`, without a look at the others.

        Raises:
            LookupError: that is not known any more.
        """
        with _as_lookup_errors():
            return _all_of(ids, self._database.rows_of(ids))

    def texts(self, *kinds: TextKind) -> Iterator[tuple[str, ...]]:
        """As :meth:`.Database.texts`; nothing more where the file cannot be read."""
        with suppress(sqlite3.Error):
            yield from self._database.texts(*kinds) if self.facts else ()

    def words(self) -> Iterator[tuple[str, bytes | None]]:
        """As :meth:`.Database.words`.

        Raises:
            LookupError: they are not known any more.
        """
        with _as_lookup_errors():
            yield from self._database.words()

    def articles(self, names: Collection[Name]) -> dict[str, SiteArticle]:
        """The articles that were found under some names, by their ids.

        Raises:
            LookupError: that is not known any more.
        """
        with _as_lookup_errors():
            ids = self._database.named(_that_are_text(names))
        return {name: note.article for name, note in self.notes(ids).items()}

    def askers(self, names: Collection[Name]) -> set[str]:
        """The ids of the articles whose pages asked for one of these names.

        All where that is not known, as when another run makes the file anew.
        """
        known = _that_are_text(names)
        try:
            return self._database.askers(known) if known else set()
        except sqlite3.Error:
            return set(self.rows)

    def _found(
        self, ids: Collection[str], kind: TextKind, read: Callable[[str], _T]
    ) -> dict[str, _T]:
        """What there is of articles as JSON, read."""
        with _as_lookup_errors():
            found = {name: read(text) for name, text in self._database.texts_of(ids, kind)}
            return _all_of(ids, found)


def is_text(*names: str) -> bool:
    """Whether names can be noted; those of files may be no UTF-8."""
    try:
        "".join(names).encode()
    except UnicodeEncodeError:
        return False
    return True


def _that_are_text(names: Iterable[Name]) -> list[Name]:
    """Some names but for those of which nothing is noted."""
    return [name for name in names if is_text(name.key)]


@contextmanager
def _as_lookup_errors() -> Iterator[None]:
    """Raise what a damaged file leads to, or one that is gone, as what callers expect."""
    try:
        yield
    except (sqlite3.Error, ValueError) as error:
        raise LookupError from error


def _all_of(ids: Collection[str], found: dict[str, _T]) -> dict[str, _T]:
    """What was found of articles, if that is something of each."""
    if found.keys() != set(ids):
        raise LookupError
    return found
