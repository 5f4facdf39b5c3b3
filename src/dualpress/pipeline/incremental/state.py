"""Which articles a run need not open, since they would become what they are."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from dualpress.article import Language
from dualpress.catalog import Catalog
from dualpress.catalog.sidecar import sidecar_path
from dualpress.config import Project
from dualpress.glossary import Glossary, Term, read_glossary
from dualpress.glossary.changes import Changes
from dualpress.pipeline.incremental.as_json import json_of, note_of, report_of, status_of
from dualpress.pipeline.incremental.changed import Changed, owners, owns
from dualpress.pipeline.incremental.collector import paused
from dualpress.pipeline.incremental.database import Database, Renewal, Row, TextKind
from dualpress.pipeline.incremental.note import Note, Standing, View
from dualpress.pipeline.incremental.outcome import Noted, Outcome
from dualpress.pipeline.incremental.outputs import Outputs
from dualpress.pipeline.incremental.snapshot import Snapshot
from dualpress.pipeline.incremental.written import is_written
from dualpress.pipeline.packed import Packed
from dualpress.pipeline.report import ArticleReport, ArticleStatus, RunReport
from dualpress.pipeline.signatures import Doubt, Signatures
from dualpress.site.manifest import MANIFEST
from dualpress.site.model import SiteArticle
from dualpress.site.references import Name
from dualpress.spool import Through

__all__ = ["BuildState"]

_WARNINGS = TypeAdapter(tuple[str, ...])
_LISTS = TypeAdapter(dict[str, tuple[str, Standing]])
_ORDER = TypeAdapter(dict[Language, tuple[str, ...]])

_MOST_CHANGED = 100
"""Articles that are made by themselves; if that turns out not to do, it was for nothing."""


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
        self._outputs = Outputs(project, self._look)
        self._first_looks: dict[str, str] = {}
        self._known_rows: Mapping[str, Row] = {}
        self._overtaken: set[str] = set()
        self._is_torn = False
        self._trusted: dict[str, Note] = {}
        self._reports = Packed[ArticleReport](())
        self._not_trusted: dict[str, str] = {}

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the project, by which this run is to go.

        Raises:
            GlossaryError: a file or row is wrong.
        """
        if self._facts.get("glossary") == self._snapshot.glossary:
            # To read the files takes ten times as long.
            with suppress(sqlite3.Error):
                terms = self._database.terms()
                if terms is not None:
                    return Glossary(terms)
        glossary = read_glossary(self._snapshot.glossaries)
        self._is_torn = not self._snapshot.has_same_glossary()
        return glossary

    def recall(self, *, drafted: bool = False) -> RunReport | None:
        """What the last run told; ``None`` where anything has changed since.

        Args:
            drafted: whether articles in which something waits to be drafted count as changed,
                and files that the memory has not learned.

        Raises:
            GlossaryError: a file or row of the project's glossary is wrong.
        """
        facts = self._facts
        if facts.get("read") != self._snapshot.whole or not self._is_as_left:
            return None
        if self._concerned:
            return None
        if drafted and self._waiting != set():
            return None
        return self.last()

    @property
    def _waiting(self) -> set[str] | None:
        """The ids of the articles in which something waits to be drafted.

        ``None`` where that is not known, or there is anything to be learned for it.
        """
        if self._facts.get("learned") != self._snapshot.learned:
            return None
        with suppress(sqlite3.Error):
            return self._database.undrafted()
        return None

    def last(self) -> RunReport | None:
        """What the last run told, be it still so or not; ``None`` where that is not noted."""
        try:
            with paused():
                reports = [report_of(text) for _, text in self._database.texts("report")]
            warnings = _WARNINGS.validate_json(self._facts["warnings"])
        except (sqlite3.Error, KeyError, ValidationError):
            return None
        return RunReport(tuple(sorted(reports, key=lambda report: report.id)), warnings=warnings)

    def changed(self, *, drafted: bool = False) -> Changed | None:
        """The articles that were changed since the last run, if a few were and nothing else.

        Args:
            drafted: whether articles in which something waits to be drafted count as changed,
                and files that the memory has not learned as something else.

        Returns:
            ``None`` where a file came or went, where the output folder is not as that run left
            it, and where that run would have more to do.
        """
        if not self._facts.keys() >= {"read", "written", "warnings"}:
            return None
        waiting = self._waiting if drafted else set()
        try:
            names = self._changed_names()
            if names is None or waiting is None or not self._is_as_left:
                return None
            return self._changed(sorted(names | waiting))
        except (sqlite3.Error, ValueError):  # damaged, or the name of a file is no UTF-8
            return None

    def articles(self, names: Collection[Name]) -> dict[str, SiteArticle]:
        """The articles that the last run found under some names, by their ids.

        Raises:
            LookupError: that is not known any more.
        """
        try:
            ids = self._database.named([name for name in names if _is_text(name.key)])
        except sqlite3.Error as error:
            raise LookupError from error
        return {name: note.article for name, note in self.notes(ids).items()}

    def notes(self, ids: Collection[str]) -> dict[str, Note]:
        """What the last run noted of some articles, by their ids.

        Raises:
            LookupError: that is not known any more.
        """
        try:
            found = {name: note_of(note) for name, note in self._database.texts_of(ids, "note")}
        except (sqlite3.Error, ValueError) as error:
            raise LookupError from error
        if found.keys() != set(ids):
            raise LookupError
        return found

    @property
    def order(self) -> Mapping[Language, Sequence[str]]:
        """The ids of what the lists showed after the last run, in their order.

        Raises:
            LookupError: that is not known any more.
        """
        try:
            return _ORDER.validate_json(self._facts["order"])
        except ValidationError as error:
            raise LookupError from error

    @property
    def po_files(self) -> Iterable[str]:
        """The paths of all files that stood in the PO folder when this was made."""
        return self._snapshot.po_files

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
            self._reports = Packed(self._trust_all(same))
            return {name: self._trusted[name] for name in posts if name in self._trusted}

    @property
    def reports(self) -> Mapping[str, ArticleReport]:
        """What the last run told of the articles that :meth:`trusted` gave, by their ids."""
        places = {name: place for place, name in enumerate(self._trusted)}
        return Through(places, self._reports.__getitem__)

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
                    found[name] = status_of(text)
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
            return note_of(text) if text else None
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
            and self._outputs.is_there(known[path.as_posix()][1])
        }

    def standing(self, path: PurePosixPath, sha256: str) -> Standing:
        """A file of the output folder, as it is now."""
        return self._outputs.standing(path.as_posix(), sha256)

    def remember(self, outcome: Outcome) -> None:
        """Note what a run did; where that cannot be, the next does all of it again."""
        with (
            suppress(sqlite3.Error, OSError, UnicodeError),
            self._database.renewed(set(outcome.known)) as renewal,
        ):
            files, is_whole = self._added(renewal, outcome.made, self._rows)
            facts = self._new_facts(outcome, is_whole=is_whole and outcome.is_whole)
            self._tell(renewal, facts, files)

    def amend(
        self,
        made: Mapping[str, Noted],
        lists: Mapping[str, tuple[str, Standing]],
        written: Iterable[PurePosixPath],
    ) -> None:
        """Note what a run did that made nothing but the articles that :meth:`changed` gave.

        Args:
            made: these, by their ids.
            lists: the pages of lists that were made for these, with digests of what they show.
            written: the files of the output folder that it wrote.
        """
        looks = {path: self._outputs.now(path) for path in map(str, written)}
        # What somebody changed meanwhile is not taken for what this run left.
        self._first_looks |= looks
        with (
            suppress(sqlite3.Error, OSError, UnicodeError),
            self._database.amended(made, self._facts) as renewal,
        ):
            files, is_whole = self._added(renewal, made.items(), self._known_rows)
            facts = self._amended_facts(lists)
            if is_whole:
                facts["read"] = self._snapshot.whole
                facts["written"] = self._outputs.digest(self._first_looks)
            else:
                del facts["read"]
            self._tell(renewal, facts, files)

    def _amended_facts(self, lists: Mapping[str, tuple[str, Standing]]) -> dict[str, str]:
        facts = {**self._facts, **self._facts_of_terms}
        facts["manifest"] = self._first_looks.get(MANIFEST.as_posix(), "")
        if lists:
            known = _LISTS.validate_json(self._facts["lists"])
            facts["lists"] = _LISTS.dump_json({**known, **lists}).decode()
        return facts

    def _added(
        self,
        renewal: Renewal,
        made: Iterable[tuple[str, Noted]],
        before: Mapping[str, Row],
    ) -> tuple[dict[str, str], bool]:
        """Note articles.

        Args:
            renewal: notes them.
            made: them, with their ids.
            before: what was noted of them, by their ids.

        Returns:
            The files of the posts folder that they asked for, with their signatures, and whether
            the next run would have nothing to do for them.
        """
        is_whole, asked = True, set[Name]()
        for name, noted in made:
            if not _is_text(name, *(key for _, key in (*noted.asked, *noted.view.names))):
                is_whole = False
                continue
            row = self._row(name, noted, before.get(name))
            renewal.add(name, row)
            is_whole = is_whole and row.own is not None and bool(row.texts)
            asked |= noted.asked
        files = {key: self._snapshot.beside(key) for kind, key in asked if kind == "file"}
        return files, is_whole

    def _tell(self, renewal: Renewal, facts: Mapping[str, str], files: Mapping[str, str]) -> None:
        read = self._snapshot.files
        renewal.tell(facts, read, files, self._look.doubts, self._new_terms)

    def _new_facts(self, outcome: Outcome, *, is_whole: bool) -> dict[str, str]:
        facts = {
            **self._facts_of_terms,
            "learned": self._snapshot.learned if outcome.has_learned else self._learned_before,
            "manifest": self._outputs.now(MANIFEST.as_posix()),
            "lists": _LISTS.dump_json(dict(outcome.lists)).decode(),
            "order": _ORDER.dump_json(
                {lang: tuple(ids) for lang, ids in outcome.order.items()}
            ).decode(),
        }
        if is_whole:
            facts["read"] = self._snapshot.whole
            facts["written"] = self._outputs.digest(self._outputs.looks())
            facts["warnings"] = _WARNINGS.dump_json(outcome.warnings).decode()
        return facts

    @property
    def _facts_of_terms(self) -> dict[str, str]:
        return {
            # What was made by a glossary that changed meanwhile is to be made again.
            "common": "" if self._is_torn else self._snapshot.common,
            "glossary": self._snapshot.glossary,
        }

    @property
    def _learned_before(self) -> str:
        return self._facts.get("learned", "")

    def _row(self, name: str, noted: Noted, before: Row | None) -> Row:
        is_settled = noted.is_settled and name not in self._overtaken
        own = self._snapshot.own(name, noted.post) if is_settled else None
        aside = noted.aside() if noted.aside is not None else None
        try:
            texts = dict(json_of(noted, aside))
        except ValueError:  # names of files that are no UTF-8
            own, texts = None, {}
        is_drafted = noted.is_drafted or self._was_drafted(name, own, before)
        words = aside.words if aside is not None else None
        return Row(own, is_drafted, noted.view, texts, noted.asked, words)

    def _was_drafted(self, name: str, own: str | None, before: Row | None) -> bool:
        """Whether an article that is what it was had nothing to be drafted."""
        is_same = own is not None and before is not None and before[:2] == (own, True)
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

    def _changed_names(self) -> set[str] | None:
        """The ids of the articles of which files or terms have changed.

        ``None`` where other files have as well.
        """
        read = self._database.read()
        files = None if read is None else self._snapshot.changed_since(read)
        if files is None or len(files) > _MOST_CHANGED:
            return None
        found: defaultdict[str, set[str]] = defaultdict(set)
        for file, name in owners(files, self._project):
            found[name].add(file)
        reports = {
            name: report_of(report) for name, report in self._database.texts_of(found, "report")
        }
        are_owned = all(name in reports and owns(reports[name], found[name]) for name in found)
        if not are_owned:
            return None
        return {*found, *self._askers_of_changed_files(), *self._concerned}

    def _changed(self, names: Sequence[str]) -> Changed | None:
        """Articles that have changed, if there is a PO file of each."""
        posts, notes = {}, {}
        if len(names) > _MOST_CHANGED:
            return None
        for name, note, report in self._database.texts_of(names, "note", "report"):
            told = report_of(report)
            if not self._snapshot.has_po(str(told.po)):
                return None  # it may be a post that was renamed
            posts[name], notes[name] = told.path, note_of(note)
        self._known_rows = self._database.rows_of(names)
        views = {name: row.view for name, row in self._known_rows.items()}
        is_all = len(posts) == len(views) == len(names)
        return Changed(posts, notes, views) if is_all else None

    @cached_property
    def _is_as_left(self) -> bool:
        """Whether the output folder is as the last run left it."""
        self._first_looks = self._outputs.looks()
        is_same = self._facts.get("written") == self._outputs.digest(self._first_looks)
        return is_same and not self._outputs.has_links(self._first_looks)

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

    def _trust_all(self, same: Collection[str]) -> Iterator[ArticleReport]:
        """Take what is noted of articles, and give what was told of them.

        Args:
            same: the ids of those that may be as they were; of others it does not hold.
        """
        for name, note, report in self._texts("note", "report"):
            told = self._trust(name, note, report) if name in same else None
            if told is None:
                self._not_trusted[name] = note
            else:
                yield told

    def _trust(self, name: str, note: str, report: str) -> ArticleReport | None:
        """What was told of an article, if what is noted of it still holds, which is taken then."""
        try:
            found, told = note_of(note), report_of(report)
        except ValidationError:
            return None
        if not self._stands(found):
            return None
        self._trusted[name] = found
        return told

    def _is_untouched(self, name: str, post: Path) -> bool:
        row = self._rows.get(name)
        if row is None or row.own is None or name in self._concerned:
            return False
        return row.own == self._snapshot.own(name, post)

    def _stands(self, note: Note) -> bool:
        """Whether the pages that a run made stand as it left them."""
        is_known = not note.is_held or self._facts.get("manifest") == self._outputs.manifest
        return is_known and all(map(self._outputs.is_there, note.files))


def _is_text(*names: str) -> bool:
    """Whether names can be noted; those of files may be no UTF-8."""
    try:
        "".join(names).encode()
    except UnicodeEncodeError:
        return False
    return True
