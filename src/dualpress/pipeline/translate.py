"""``translate``: from posts to PO files, drafts for what is missing, and pages."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dualpress.article import Language
from dualpress.catalog import Catalog, merge_edits, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, WorkError
from dualpress.pipeline.build import report_run
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.drafts import Drafter
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.machine import Machine
from dualpress.pipeline.memory import open_memory
from dualpress.pipeline.renamed import adopt_po_files
from dualpress.pipeline.report import RunReport
from dualpress.progress import NoProgress, Progress

__all__ = ["translate"]


def translate(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    to: Language | None = None,
    engine: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> RunReport:
    """Bring PO files up to date, draft what no human translated, and build all pages.

    The PO file of a post that was renamed moves along.

    Args:
        project: with its configuration.
        paths: posts, and folders of posts; none means all of the project. A
            post outside the posts folder belongs to the project where it is
            named: its pages are made here and left as they are elsewhere.
        to: only posts that are translated into this language.
        engine: instead of the configured one.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration, a glossary, a path or the engine's name is wrong.
        WriteError: the disk is full or read-only, so that nothing that
            follows could be kept; what was finished is.
    """
    progress = progress or NoProgress()
    desk = Desk(project)
    selection = find_posts(project, paths)
    judge = Judge(project)
    with Machine(project, engine or project.config.engine) as machine:
        renamed = adopt_po_files(desk, selection, dry_run=dry_run)
        remembered = open_memory(project, dry_run=dry_run)
        desk.failures.extend(remembered.failures)
        with remembered.memory as memory:
            drafter = Drafter(desk.glossary, memory, machine, project.config.number_style)
            translator = _Translator(desk, judge, drafter, progress, is_dry=dry_run)
            done = translator.run(selection.chosen, to)
    desk.failures.extend(machine.failures)
    return report_run(
        desk,
        judge,
        selection.all,
        done,
        dry_run=dry_run,
        progress=progress,
        engine=machine.used,
        warnings=[*renamed, *machine.warnings],
    )


@dataclass(frozen=True)
class _Translator:
    """Brings the PO files of posts up to date, one after the other.

    Args:
        desk: where what fails is noted.
        judge: of translations.
        drafter: of what is missing.
        progress: is told how far it is.
        is_dry: whether nothing is written.
    """

    desk: Desk
    judge: Judge
    drafter: Drafter
    progress: Progress
    is_dry: bool

    def run(self, posts: Mapping[str, Path], to: Language | None) -> dict[str, Work]:
        """Work on posts; of those that are not translated into ``to``, nothing changes.

        Returns:
            What was read and did not fail, by article id.

        Raises:
            WriteError: nothing that follows could be kept.
        """
        done: dict[str, Work] = {}
        self.progress.start("Translating", len(posts))
        able = {name: path for name, path in posts.items() if name not in self.desk.failed}
        for work in self.desk.open(able):
            name = work.post.id
            try:
                done[name] = work if to not in (None, work.post.target) else self._translate(work)
            except WorkError as error:
                if _is_hopeless(error):
                    raise
                self.desk.fail(name, work.post.path, error)
            self.progress.advance(label=name)
        self.progress.finish()
        return done

    def _translate(self, work: Work) -> Work:
        before = work.catalog
        drafter = replace(self.drafter, glossary=work.glossary)
        work = work.with_catalog(drafter.fill(before))
        work = work.with_catalog(self.judge.mend(work, before))
        work = work.with_catalog(self.judge.annotate(work))
        return work if self.is_dry else work.with_catalog(_write(work))


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
