"""``translate``: from posts to PO files, drafts for what is missing, and pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines.cluster import connect
from dualpress.errors import WriteError
from dualpress.memory import Memory
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.drafts import Drafter
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.incremental import BuildState, relieved
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.lessons import Lessons
from dualpress.pipeline.limits import Budget, Limits, changed_since
from dualpress.pipeline.machine import Machine, check_engine
from dualpress.pipeline.memory import open_memory
from dualpress.pipeline.pofiles import PoFile, po_files_among
from dualpress.pipeline.renamed import adopt_po_files
from dualpress.pipeline.report import Left, RunReport
from dualpress.pipeline.site_run import SiteRun
from dualpress.pipeline.translator import Translator
from dualpress.progress import NoProgress, Progress

__all__ = ["translate"]


def translate(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    to: Language | None = None,
    engine: str | None = None,
    limits: Limits | None = None,
    cluster: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> RunReport:
    """Bring PO files up to date, draft what no human translated, and build all pages.

    A draft that no human touched is made anew where terms that it holds changed in
    the glossary. The PO file of a post that was renamed moves along. What the last run left
    complete is not opened; where that is everything, nothing is read or written.

    Args:
        project: with its configuration.
        paths: posts, and folders of posts; none means all of the project. A
            post outside the posts folder belongs to the project where it is
            named: its pages are made here and left as they are elsewhere.
        to: only posts that are translated into this language.
        engine: instead of the configured one.
        limits: what of all this is left to the next run.
        cluster: the address of the scheduler on whose workers the engine is to
            be; ``None`` for this machine.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration, a glossary, a path or the engine's name is wrong, or the
            cluster cannot be used.
        WriteError: the disk is full or read-only, so that nothing that
            follows could be kept; what was finished is.
    """
    limits = limits or Limits()
    budget = Budget(limits)
    asked = _Asked(paths, to, engine or project.config.engine, limits, cluster, dry_run)
    check_engine(asked.engine)
    state = BuildState(project)
    known = None if paths else state.recall(drafted=True, is_dry=dry_run)
    if known is not None:
        return known
    return _Translation(project, asked, state, budget, progress or NoProgress()).report()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What :func:`translate` is asked for; see there."""

    paths: Sequence[Path]
    to: Language | None
    engine: str
    limits: Limits
    cluster: str | None
    dry_run: bool

    @property
    def is_all(self) -> bool:
        """Whether it is to do all that there is to do, and write it."""
        is_bounded = replace(self.limits, jobs=None) != Limits()
        return not (self.paths or self.to or is_bounded or self.dry_run)


@dataclass(frozen=True, slots=True)
class _Todo:
    """What a run is to work on.

    Args:
        chosen: posts whose articles may not be as the last run left them, complete.
        posts: finds those of all articles.
        warnings: of how these were found.
        po_files: all that there are, where they were found already.
    """

    chosen: Mapping[str, Path]
    posts: Callable[[], Mapping[str, Path]]
    warnings: Sequence[str] = ()
    po_files: Iterable[PoFile] | None = None


@dataclass(frozen=True, slots=True)
class _Drafted:
    """What a run came to before its pages are made.

    Args:
        todo: what it was to work on.
        chosen: the ids of the articles of this that its limits left to it.
        translator: that worked on them.
        machine: that drafted; it is closed.
    """

    todo: _Todo
    chosen: Set[str]
    translator: Translator
    machine: Machine


class _Translation:
    """A run that may have something to do.

    Args:
        project: with its configuration.
        asked: what of it is to be done.
        state: what the last run left.
        budget: of what may be begun.
        progress: is told how far the run is.

    Raises:
        SetupError: a glossary is wrong.
    """

    def __init__(
        self,
        project: Project,
        asked: _Asked,
        state: BuildState,
        budget: Budget,
        progress: Progress,
    ) -> None:
        self._asked = asked
        self._state = state
        self._budget = budget
        self._progress = progress
        self._changed = state.changes.few(drafted=True) if asked.is_all else None
        self._desk = Desk(project, state.terms.glossary)
        self._judge = Judge(project)

    def report(self) -> RunReport:
        """Draft what is missing, make the pages, and tell what became of each article.

        Raises:
            SetupError: see :func:`translate`.
            WriteError: likewise.
        """
        desk, is_dry = self._desk, self._asked.dry_run
        with (
            relieved(),
            SiteRun(desk, self._judge, self._state, self._progress, is_dry=is_dry) as run,
        ):
            drafted = self._draft(run)
            report = self._amended(run, drafted) or self._whole(run, drafted)
        left = drafted.chosen - run.taken - desk.failed.keys()
        redrafted = drafted.translator.redrafted.total()
        return replace(report, left=_left(self._budget, left), redrafted=redrafted)

    def _draft(self, run: SiteRun) -> _Drafted:
        """Bring PO files up to date, and give each article over as soon as that is done."""
        asked, desk = self._asked, self._desk
        reached = connect(asked.cluster) if asked.cluster is not None else nullcontext()
        with (
            reached as workers,
            Machine(desk.project, asked.engine, asked.limits.jobs, workers) as machine,
        ):
            todo = self._few() or self._all()
            with self._opened_memory(todo) as memory, Lessons(desk.project.state) as lessons:
                translator = self._translator(memory, machine)
                chosen = changed_since(todo.chosen, asked.limits.since)
                with closing(translator.run(chosen, asked.to)) as works:
                    for work in works:
                        run.take(work)
                        if work.is_rewritten:
                            lessons.take(work.po, work.catalog)
                with suppress(WriteError):  # the next run reads what it does not know
                    memory.learn(lessons.documents(self._progress))
        desk.failures.extend(machine.failures)
        return _Drafted(todo, chosen.keys(), translator, machine)

    def _few(self) -> _Todo | None:
        """What has changed, if that is a few articles; no post was renamed then."""
        if self._changed is None:
            return None
        project = self._desk.project
        po_files = po_files_among(self._state.snapshot.po_files, project)
        return _Todo(self._changed.posts, lambda: find_posts(project).all, po_files=po_files)

    def _all(self) -> _Todo:
        """The posts of the project, or some paths, but for what was left complete."""
        selection = find_posts(self._desk.project, self._asked.paths)
        renamed = adopt_po_files(self._desk, selection, dry_run=self._asked.dry_run)
        complete = self._state.reuse.drafted(selection.chosen)
        chosen = {name: path for name, path in selection.chosen.items() if name not in complete}
        return _Todo(chosen, lambda: selection.all, renamed)

    def _opened_memory(self, todo: _Todo) -> Memory:
        """The memory, to be closed; which files it could not learn from is told."""
        remembered = open_memory(
            self._desk.project,
            files=todo.po_files,
            dry_run=self._asked.dry_run,
            progress=self._progress,
        )
        self._desk.failures.extend(remembered.failures)
        return remembered.memory

    def _translator(self, memory: Memory, machine: Machine) -> Translator:
        desk, is_dry = self._desk, self._asked.dry_run
        drafter = Drafter(desk.glossary, memory, machine, desk.project.config)
        return Translator(desk, self._judge, drafter, self._progress, self._budget, is_dry=is_dry)

    def _amended(self, run: SiteRun, drafted: _Drafted) -> RunReport | None:
        """Make the pages of the few articles that have changed, if no others change by that."""
        machine = drafted.machine
        # What a machine warns of, each run is to tell, and so to look at all.
        if self._changed is None or machine.warnings:
            return None
        complete = drafted.translator.complete
        return run.amend(self._changed, drafted=complete, engine=machine.used)

    def _whole(self, run: SiteRun, drafted: _Drafted) -> RunReport:
        """Make all pages."""
        machine, todo = drafted.machine, drafted.todo
        return run.report(
            todo.posts(),
            drafted=drafted.translator.complete,
            engine=machine.used,
            warnings=[*todo.warnings, *machine.warnings],
            is_whole=not (self._asked.paths or machine.warnings),
        )


def _left(budget: Budget, articles: Collection[str]) -> Left | None:
    """What is left to the next run."""
    return Left(len(articles), budget.stopped_by) if budget.stopped_by else None
