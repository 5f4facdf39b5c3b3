"""Posts and their PO files: opened, drafted as one stream, and written as each is complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from dualpress.article import Language, Status
from dualpress.catalog import Catalog, merge_edits, read_catalog, write_catalog
from dualpress.errors import CatalogError, WorkError
from dualpress.files import is_hopeless
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
        redrafted: how many drafts of which article read otherwise now, since their terms changed.
    """

    desk: Desk
    judge: Judge
    drafter: Drafter
    progress: Progress
    budget: Budget
    is_dry: bool
    complete: set[str] = field(default_factory=set)
    redrafted: Counter[str] = field(default_factory=Counter)

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
            prepare=machine.prepare,
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
            is_asked = to in (None, work.post.target)
            if is_asked and not self.budget.takes(waits=self._waits(work)):
                return
            yield work

    def _drafted(self, work: Work, to: Language | None) -> Conversation[_Draft]:
        """Ask for what is missing in an article; what fails is told with it."""
        if to not in (None, work.post.target):
            return _Draft(work)
        drafter = self._drafter(work)
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
            if is_hopeless(error):
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
        written = work if self.is_dry else work.with_catalog(_write(work))
        # No save of a reviewer is among what was written, and what was drafted just now has
        # today's terms.
        is_as_drafted = written.catalog.entries == work.catalog.entries
        if not self.is_dry and is_as_drafted and not self._waits(work, draft.work.catalog):
            self.complete.add(work.post.id)
        self.redrafted[work.post.id] = _redrafted(work.catalog, draft.work.catalog)
        return written

    def _waits(self, work: Work, before: Catalog | None = None) -> bool:
        """Whether something in an article is to be drafted, of what is not new since ``before``."""
        return next(self._drafter(work).waiting(work.catalog, before), None) is not None

    def _drafter(self, work: Work) -> Drafter:
        """The drafter with the terms of an article."""
        return replace(self.drafter, glossary=work.glossary)


def _origins(work: Work) -> Mapping[str, int]:
    """How many segments of an article came from where, and how many are still untranslated."""
    entries = work.catalog.entries
    untranslated = sum(entry.status is Status.UNTRANSLATED for entry in entries)
    return {**count_origins(entries), "untranslated": untranslated}


def _redrafted(catalog: Catalog, before: Catalog) -> int:
    """How many drafts that stood before read otherwise now."""
    stood = ((before.find(entry.key), entry) for entry in catalog.entries)
    return sum(
        old is not None and old.status is Status.DRAFT and old.target != entry.target
        for old, entry in stood
    )


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
