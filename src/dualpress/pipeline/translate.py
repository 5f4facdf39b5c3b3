"""``translate``: from posts to PO files, drafts for what is missing, and pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines.cluster import connect
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.drafts import Drafter
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.incremental import BuildState, Changed, relieved
from dualpress.pipeline.judge import Judge
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
    progress = progress or NoProgress()
    limits = limits or Limits()
    budget = Budget(limits)
    name = engine or project.config.engine
    check_engine(name)
    state = BuildState(project)
    known = None if paths else state.recall(drafted=True)
    if known is not None:
        return known
    is_bounded = replace(limits, jobs=None) != Limits()
    may_be_few = not (paths or to or is_bounded or dry_run)
    changed = state.changes.few(drafted=True) if may_be_few else None
    desk = Desk(project, state.terms.glossary)
    judge = Judge(project)
    reached = connect(cluster) if cluster is not None else nullcontext()
    with relieved(), SiteRun(desk, judge, state, progress, is_dry=dry_run) as run:
        with reached as workers, Machine(project, name, limits.jobs, workers) as machine:
            todo = _few(changed, state, desk) or _all(paths, state, desk, dry_run=dry_run)
            remembered = open_memory(project, files=todo.po_files, dry_run=dry_run)
            desk.failures.extend(remembered.failures)
            with remembered.memory as memory:
                drafter = Drafter(desk.glossary, memory, machine, project.config)
                translator = Translator(desk, judge, drafter, progress, budget, is_dry=dry_run)
                chosen = changed_since(todo.chosen, limits.since)
                with closing(translator.run(chosen, to)) as works:
                    for work in works:
                        run.take(work)
        desk.failures.extend(machine.failures)
        # What a machine warns of, each run is to tell, and so to look at all.
        few = None if machine.warnings else changed
        report = few and run.amend(few, drafted=translator.complete, engine=machine.used)
        report = report or run.report(
            todo.posts(),
            drafted=translator.complete,
            engine=machine.used,
            warnings=[*todo.warnings, *machine.warnings],
            is_whole=not (paths or machine.warnings),
        )
    return replace(
        report,
        left=_left(budget, chosen.keys() - run.taken - desk.failed.keys()),
        redrafted=translator.redrafted.total(),
    )


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


def _few(changed: Changed | None, state: BuildState, desk: Desk) -> _Todo | None:
    """What has changed, if that is a few articles; no post was renamed then."""
    if changed is None:
        return None
    po_files = po_files_among(state.snapshot.po_files, desk.project)
    return _Todo(changed.posts, lambda: find_posts(desk.project).all, po_files=po_files)


def _all(paths: Sequence[Path], state: BuildState, desk: Desk, *, dry_run: bool) -> _Todo:
    """The posts of the project, or some paths, but for what was left complete."""
    selection = find_posts(desk.project, paths)
    renamed = adopt_po_files(desk, selection, dry_run=dry_run)
    return _Todo(_undone(selection.chosen, state), lambda: selection.all, renamed)


def _undone(posts: Mapping[str, Path], state: BuildState) -> dict[str, Path]:
    """The posts of the articles that may not be as the last run left them, complete."""
    drafted = state.reuse.drafted(posts)
    return {name: path for name, path in posts.items() if name not in drafted}


def _left(budget: Budget, articles: Collection[str]) -> Left | None:
    """What is left to the next run."""
    return Left(len(articles), budget.stopped_by) if budget.stopped_by else None
