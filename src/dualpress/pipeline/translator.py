"""Posts and their PO files: opened, drafted as one stream, and written as each is complete."""

from __future__ import annotations

import errno
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from dualpress.article import Language, Status
from dualpress.catalog import Catalog, merge_edits, read_catalog, write_catalog
from dualpress.errors import CatalogError, WorkError
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.drafts import Drafter, count_origins
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.limits import Budget
from dualpress.pipeline.questions import Conversation
from dualpress.pipeline.stream import stream
from dualpress.progress import Progress

__all__ = ["Translator"]


@dataclass(frozen=True)
class _Draft:
    """An article on its way.

    Args:
        work: as it was opened.
        catalog: with drafts; ``None`` where nothing was to be done.
        error: why there are none.
    """

    work: Work
    catalog: Catalog | None = None
    error: WorkError | None = None


@dataclass(frozen=True)
class Translator:
    """Brings the PO files of posts up to date, each as soon as it has its drafts.

    Args:
        desk: where what fails is noted.
        judge: of translations.
        drafter: of what is missing.
        progress: is told how far it is.
        budget: of what may still be begun.
        is_dry: whether nothing is written.

    Attributes:
        complete: the ids of articles in which nothing waits any more, and whose
            PO files the next run would leave as they are.
    """

    desk: Desk
    judge: Judge
    drafter: Drafter
    progress: Progress
    budget: Budget
    is_dry: bool
    complete: set[str] = field(default_factory=set)

    def run(self, posts: Mapping[str, Path], to: Language | None) -> Generator[Work]:
        """Work on posts; of those that are not translated into ``to``, nothing changes.

        Yields:
            What was read and did not fail, each as soon as it is written.

        Raises:
            WriteError: nothing that follows could be kept.
        """
        self.progress.start("Translating", len(posts))
        able = {name: path for name, path in posts.items() if name not in self.desk.failed}
        conversations = (self._drafted(work, to) for work in self._begun(able, to))
        machine = self.drafter.machine
        drafts = stream(
            conversations,
            machine.answer,
            machine.stop,
            expect=machine.expect,
            hands=lambda: machine.hands,
        )
        with closing(drafts):
            for draft in drafts:
                work = self._finished(draft)
                told = work or draft.work
                self.progress.advance(label=told.post.id, segments=_origins(told))
                if work is not None:
                    yield work
        self.progress.finish()

    def _begun(self, posts: Mapping[str, Path], to: Language | None) -> Iterator[Work]:
        """What may be worked on in this run."""
        for work in self.desk.open(posts):
            if to in (None, work.post.target) and not self.budget.takes(work.catalog):
                return
            yield work

    def _drafted(self, work: Work, to: Language | None) -> Conversation[_Draft]:
        """Ask for what is missing in an article; what fails is told with it."""
        if to not in (None, work.post.target):
            return _Draft(work)
        drafter = replace(self.drafter, glossary=work.glossary)
        kinds = {key: segment.kind for key, segment in work.segments.items()}
        try:
            catalog = yield from drafter.draft(drafter.fill(work.catalog), kinds)
        except WorkError as error:
            return _Draft(work, error=error)
        return _Draft(work, catalog)

    def _finished(self, draft: _Draft) -> Work | None:
        """The article with its PO file written; ``None`` where it failed."""
        try:
            return self._written(draft)
        except WorkError as error:
            if _is_hopeless(error):
                raise
            self.desk.fail(draft.work.post.id, draft.work.post.path, error)
            return None

    def _written(self, draft: _Draft) -> Work:
        if draft.error is not None:
            raise draft.error
        if draft.catalog is None:
            return draft.work
        work = draft.work.with_catalog(draft.catalog)
        work = work.with_catalog(self.judge.mend(work, draft.work.catalog))
        work = work.with_catalog(self.judge.rate(work, draft.work.catalog))
        work = work.with_catalog(self.judge.annotate(work))
        if self.is_dry:
            return work
        written = work.with_catalog(_write(work))
        if _is_complete(written, work):
            self.complete.add(work.post.id)
        return written


def _origins(work: Work) -> Mapping[str, int]:
    """How many segments of an article came from where, and how many are still untranslated."""
    entries = work.catalog.entries
    untranslated = sum(entry.status is Status.UNTRANSLATED for entry in entries)
    return {**count_origins(entries), "untranslated": untranslated}


def _is_complete(written: Work, work: Work) -> bool:
    """Whether a PO file is what was to be written, no save of a reviewer among it, and full."""
    entries = written.catalog.entries
    is_full = all(entry.status is not Status.UNTRANSLATED for entry in entries)
    return is_full and entries == work.catalog.entries


def _is_hopeless(error: WorkError) -> bool:
    """Whether nothing that follows could be kept either: the disk is full, or read-only."""
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def _write(work: Work) -> Catalog:
    """Write a PO file; what a reviewer saved meanwhile is taken in."""
    try:
        return write_catalog(work.catalog, work.po, created=work.post.changed)
    except CatalogError:
        if work.read is None or not work.po.exists():
            raise
        theirs = read_catalog(work.po, article=work.post.id)
        merged = merge_edits(work.read, work.catalog, theirs, work.po, work.glossary)
        return write_catalog(merged, work.po, created=work.post.changed)
