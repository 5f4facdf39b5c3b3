"""Which articles a run need not open, since they would become what they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from dualpress.catalog import Catalog
from dualpress.catalog.sidecar import sidecar_path
from dualpress.config import Project
from dualpress.glossary import Glossary, Term, read_glossary
from dualpress.glossary.changes import Changes
from dualpress.pipeline.incremental.collector import paused
from dualpress.pipeline.incremental.database import Database, Row, TextKind
from dualpress.pipeline.incremental.note import Note, Standing, View
from dualpress.pipeline.incremental.snapshot import Snapshot, digest_of
from dualpress.pipeline.incremental.written import is_written
from dualpress.pipeline.report import ArticleReport, ArticleStatus, RunReport
from dualpress.pipeline.signatures import Doubt, Signatures
from dualpress.site.manifest import MANIFEST
from dualpress.site.output import LIST, Output
from dualpress.site.references import Name
from dualpress.spool import Kept

__all__ = ["BuildState", "Noted", "Outcome"]

# They are read strictly, since pydantic makes each path twice where it may convert.
_NOTE = TypeAdapter(Note)
_REPORT = TypeAdapter(ArticleReport)
_STATUS = TypeAdapter(tuple[ArticleStatus, frozenset[str]])
_WARNINGS = TypeAdapter(tuple[str, ...])
_LISTS = TypeAdapter(dict[str, tuple[str, Standing]])


@dataclass(frozen=True, slots=True)
class Noted:
    """An article of the site, to be noted.

    Args:
        post: its file.
        view: what the pages of others see of it.
        note: on what it became; ``None`` where it could not be worked on.
        report: what is told of it; likewise.
        status: what ``status`` tells of it; likewise.
        asked: the names that its pages asked for.
        is_settled: whether the next run would make the same of the same.
        is_drafted: whether nothing in it waits to be drafted, and all that is to
            be told to a reviewer stands in its PO file.
        words: of its text and translation; ``None`` where it could not be worked on.
    """

    post: Path
    view: View
    note: Note | None = None
    report: ArticleReport | None = None
    status: Kept[ArticleStatus] | None = None
    asked: frozenset[Name] = frozenset()
    is_settled: bool = False
    is_drafted: bool = False
    words: Kept[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of a project.

    Args:
        made: the articles of the site that it opened, or could not, with their ids; gone
            through once.
        known: the ids of those that it had no need to open.
        lists: the lists, with digests of what they show.
        warnings: that it told, of no article alone.
        is_whole: whether the same run once more would have nothing to do.
    """

    made: Iterable[tuple[str, Noted]]
    known: Collection[str]
    lists: Mapping[str, tuple[str, Standing]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    is_whole: bool = False


class BuildState:
    """What the last run left, and whether it is still so.

    Args:
        project: that is to be built.

    Raises:
        ConfigError: a glossary that the configuration names is not there.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._database = Database(project.state / "build.sqlite")
        self._look = Signatures(self._doubts())
        self._snapshot = Snapshot(project, self._look)
        self._signatures: dict[str, str] = {}
        self._overtaken: set[str] = set()
        self._is_torn = False
        self._trusted: dict[str, Note] = {}
        self._reports: dict[str, ArticleReport] = {}
        self._not_trusted: dict[str, str] = {}
        self._output = str(project.output)

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the project, by which this run is to go.

        Raises:
            GlossaryError: a file or row is wrong.
        """
        glossary = read_glossary(self._snapshot.glossaries)
        self._is_torn = not self._snapshot.has_same_glossary()
        return glossary

    def recall(self, *, drafted: bool = False) -> RunReport | None:
        """What the last run told; ``None`` where anything has changed since.

        Args:
            drafted: whether articles in which something waits to be drafted count as changed.

        Raises:
            GlossaryError: a file or row of the project's glossary is wrong.
        """
        facts = self._facts
        if facts.get("read") != self._snapshot.whole or facts.get("written") != self._written():
            return None
        if self._concerned:
            return None
        if drafted and not all(row.is_drafted for row in self._rows.values()):
            return None
        try:
            with paused():
                reports = [
                    _REPORT.validate_json(text, strict=True)
                    for _, text in self._database.texts("report")
                ]
            warnings = _WARNINGS.validate_json(facts["warnings"])
        except (sqlite3.Error, ValidationError):
            return None
        return RunReport(tuple(sorted(reports, key=lambda report: report.id)), warnings=warnings)

    def trusted(self, posts: Mapping[str, Path]) -> dict[str, Note]:
        """The articles whose posts, PO files, pictures and pages are as they were.

        Whether its address and what its pages say of others are what they were
        too, is for the caller to see.

        Args:
            posts: of the articles that are asked for, by their ids.
        """
        with paused():
            changed = self._askers_of_changed_files()
            same = {
                name
                for name, post in posts.items()
                if name not in changed and self._is_untouched(name, post)
            }
            for name, note, report in self._texts("note", "report"):
                if not (name in same and self._trust(name, note, report)):
                    self._not_trusted[name] = note
            return {name: self._trusted[name] for name in posts if name in self._trusted}

    def report(self, name: str) -> ArticleReport:
        """What the last run told of an article that :meth:`trusted` gave."""
        return self._reports[name]

    def statuses(
        self, posts: Mapping[str, Path]
    ) -> dict[str, tuple[ArticleStatus, frozenset[str]]]:
        """What ``status`` told of articles whose posts, PO files and terms are as they were.

        Args:
            posts: of the articles that are asked for, by their ids.

        Returns:
            That, and the selectors of the configuration that match something in the article, by
            their ids.
        """
        found = {}
        for name, text in self._texts("status"):
            if name in posts and self._is_untouched(name, posts[name]):
                with suppress(ValidationError):
                    found[name] = _STATUS.validate_json(text, strict=True)
        return found

    def drafted(self, posts: Mapping[str, Path]) -> set[str]:
        """The ids of the articles that ``translate`` would leave as they are.

        Args:
            posts: of the articles that are asked for, by their ids.
        """
        return {
            name
            for name, post in posts.items()
            if self._is_untouched(name, post) and self._rows[name].is_drafted
        }

    def renew(self, po: Path, catalog: Catalog) -> None:
        """Take a PO file as this run left it for the one that it read.

        Where it is not as it was left, or other things may be told of it when
        it is read again, its article is opened in the next run.

        Args:
            po: the file.
            catalog: that was written to it, or read from it.
        """
        changed = [self._snapshot.renew(file) for file in (po, sidecar_path(po))]
        if any(changed) and (catalog.warnings or not is_written(catalog, po)):
            self._overtaken.add(catalog.article)

    def note(self, name: str) -> Note | None:
        """What was noted of an article, be it still so or not; after :meth:`trusted`."""
        if name in self._trusted:
            return self._trusted[name]
        with suppress(ValidationError):
            text = self._not_trusted.get(name)
            return _NOTE.validate_json(text, strict=True) if text else None
        return None

    @cached_property
    def views(self) -> dict[str, View]:
        """The articles as the pages of others saw them, by their ids."""
        return {name: row.view for name, row in self._rows.items()}

    def askers(self, names: Collection[Name]) -> set[str]:
        """The ids of the articles whose pages asked for one of these names."""
        known = [name for name in names if _is_text(name.key)]  # of others nobody is noted
        try:
            return self._database.askers(known) if known else set()
        except sqlite3.Error:  # another run made the file anew meanwhile
            return set(self._rows)

    def lists(self, digests: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, Standing]:
        """The lists that stand as they are to be.

        Args:
            digests: of what each is to show, by path.
        """
        try:
            known = _LISTS.validate_json(self._facts["lists"])
        except (KeyError, ValidationError):
            return {}
        return {
            path: known[path.as_posix()][1]
            for path, digest in digests.items()
            if path.as_posix() in known
            and known[path.as_posix()][0] == digest
            and self._is_there(known[path.as_posix()][1])
        }

    def standing(self, path: PurePosixPath, sha256: str) -> Standing:
        """A file of the output folder, as it is now."""
        return Standing(path.as_posix(), sha256, self._signature_now(path.as_posix()))

    def remember(self, outcome: Outcome) -> None:
        """Note what a run did; where that cannot be, the next does all of it again."""
        is_whole, asked = outcome.is_whole, set[Name]()
        with (
            suppress(sqlite3.Error, OSError, UnicodeError),
            self._database.renewed(set(outcome.known)) as renewal,
        ):
            for name, noted in outcome.made:
                if not _is_text(name, *(key for _, key in (*noted.asked, *noted.view.names))):
                    is_whole = False
                    continue
                row = self._row(name, noted)
                renewal.add(name, row)
                is_whole = is_whole and row.own is not None and bool(row.texts)
                asked |= noted.asked
            files = {key: self._snapshot.beside(key) for kind, key in asked if kind == "file"}
            facts = self._new_facts(outcome, is_whole=is_whole)
            renewal.tell(facts, files, self._look.doubts, self._new_terms)

    def _new_facts(self, outcome: Outcome, *, is_whole: bool) -> dict[str, str]:
        facts = {
            # What was made by a glossary that changed meanwhile is to be made again.
            "common": "" if self._is_torn else self._snapshot.common,
            "glossary": self._snapshot.glossary,
            "manifest": self._signature_now(MANIFEST.as_posix()),
            "lists": _LISTS.dump_json(dict(outcome.lists)).decode(),
        }
        if is_whole:
            facts["read"] = self._snapshot.whole
            facts["written"] = self._written()
            facts["warnings"] = _WARNINGS.dump_json(outcome.warnings).decode()
        return facts

    def _row(self, name: str, noted: Noted) -> Row:
        is_settled = noted.is_settled and name not in self._overtaken
        own = self._snapshot.own(name, noted.post) if is_settled else None
        try:
            texts = dict(_texts(noted))
        except ValueError:  # names of files that are no UTF-8
            own, texts = None, {}
        is_drafted = noted.is_drafted or self._was_drafted(name, own)
        return Row(own, is_drafted, noted.view, texts, noted.asked, noted.words)

    def _was_drafted(self, name: str, own: str | None) -> bool:
        """Whether an article that is what it was had nothing to be drafted."""
        row = self._rows.get(name)
        is_same = own is not None and row is not None and row.is_drafted and row.own == own
        return is_same and name not in self._concerned

    def _doubts(self) -> dict[str, Doubt]:
        with suppress(sqlite3.Error):
            return self._database.doubts()
        return {}

    @cached_property
    def _facts(self) -> dict[str, str]:
        """What is noted of the whole; nothing where what all depends on has changed."""
        with suppress(sqlite3.Error):
            facts = self._database.facts()
            return facts if facts.get("common") == self._snapshot.common else {}
        return {}

    @cached_property
    def _rows(self) -> dict[str, Row]:
        with suppress(sqlite3.Error, ValueError):
            return self._database.rows() if self._facts else {}
        return {}

    @property
    def _new_terms(self) -> tuple[Term, ...] | None:
        """The rows of the glossary; ``None`` where those that are noted are the same."""
        is_same = self._facts.get("glossary") == self._snapshot.glossary
        return None if is_same else self.glossary.terms

    @cached_property
    def _concerned(self) -> Collection[str]:
        """The ids of the articles of which a change of the project's glossary may tell."""
        if self._new_terms is None:
            return ()
        with suppress(sqlite3.Error):
            before = self._database.terms()
            if before is not None:
                return set(self._concerned_by(before, self._new_terms))
        return self._rows.keys()

    def _concerned_by(self, before: Sequence[Term], now: Sequence[Term]) -> Iterator[str]:
        if before == now:
            return
        changes = Changes(before, now)
        for name, words in self._database.words():
            # What a row of an article's own glossary means depends on the project's.
            is_own = self._snapshot.has_own_terms(name)
            if words is None or is_own or changes.may_concern(words):
                yield name

    def _askers_of_changed_files(self) -> set[str]:
        try:
            files = self._database.files() if self._facts else {}
        except sqlite3.Error:
            return set(self._rows)
        folder = self._project.posts
        return self.askers(
            [
                Name("file", path)
                for path, known in files.items()
                if known != (self._snapshot.beside(path) or self._look.of(str(folder / path)))
            ]
        )

    def _texts(self, *kinds: TextKind) -> Iterator[tuple[str, ...]]:
        """The same of the file; nothing where it cannot be read, or all has changed."""
        with suppress(sqlite3.Error):
            yield from self._database.texts(*kinds) if self._facts else ()

    def _trust(self, name: str, note: str, report: str) -> bool:
        """Whether what is noted of an article still holds; if so, it is taken."""
        try:
            found, told = (
                _NOTE.validate_json(note, strict=True),
                _REPORT.validate_json(report, strict=True),
            )
        except ValidationError:
            return False
        if not self._stands(found):
            return False
        self._trusted[name], self._reports[name] = found, told
        return True

    def _is_untouched(self, name: str, post: Path) -> bool:
        row = self._rows.get(name)
        if row is None or row.own is None or name in self._concerned:
            return False
        return row.own == self._snapshot.own(name, post)

    def _stands(self, note: Note) -> bool:
        """Whether the pages that a run made stand as it left them."""
        is_known = not note.is_held or self._facts.get("manifest") == self._signature(
            MANIFEST.as_posix()
        )
        return is_known and all(map(self._is_there, note.files))

    def _is_there(self, standing: Standing) -> bool:
        return standing.signature != "" and standing.signature == self._signature(standing.path)

    def _signature(self, path: str) -> str:
        """The signature that a file of the output folder had when it was first asked for."""
        if path not in self._signatures:
            self._signatures[path] = self._signature_now(path)
        return self._signatures[path]

    def _signature_now(self, path: str) -> str:
        return self._look.of(f"{self._output}/{path}", follow=False)

    def _written(self) -> str:
        """A digest of what a run writes, as it is now."""
        output = Output(self._project.output)
        names = sorted({str(LIST), *output.names})
        lines = [f"{name}\0{self._signature_now(name)}" for name in names]
        return digest_of([*lines, self._look.of(str(self._project.addresses))])


def _texts(noted: Noted) -> Iterator[tuple[TextKind, str]]:
    """What is noted of an article that could be worked on, as JSON."""
    note, report, status = noted.note, noted.report, noted.status
    if note is not None and report is not None and status is not None:
        yield "note", _NOTE.dump_json(note).decode()
        yield "report", _REPORT.dump_json(report).decode()
        yield "status", _STATUS.dump_json((status(), note.matched)).decode()


def _is_text(*names: str) -> bool:
    """Whether names can be noted; those of files may be no UTF-8."""
    try:
        "".join(names).encode()
    except UnicodeEncodeError:
        return False
    return True
