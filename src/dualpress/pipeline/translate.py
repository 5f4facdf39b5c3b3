"""``translate``: from posts to PO files, drafts for what is missing, and pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path

from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines.cluster import connect
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.drafts import Drafter
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.incremental import BuildState, relieved
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.limits import Budget, Limits, changed_since
from dualpress.pipeline.machine import Machine, check_engine
from dualpress.pipeline.memory import open_memory
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
    desk = Desk(project, state.glossary)
    selection = find_posts(project, paths)
    judge = Judge(project)
    reached = connect(cluster) if cluster is not None else nullcontext()
    with relieved(), SiteRun(desk, judge, state, progress, is_dry=dry_run) as run:
        with reached as workers, Machine(project, name, limits.jobs, workers) as machine:
            renamed = adopt_po_files(desk, selection, dry_run=dry_run)
            remembered = open_memory(project, dry_run=dry_run)
            desk.failures.extend(remembered.failures)
            with remembered.memory as memory:
                drafter = Drafter(desk.glossary, memory, machine, project.config)
                translator = Translator(desk, judge, drafter, progress, budget, is_dry=dry_run)
                chosen = changed_since(_undone(selection.chosen, state), limits.since)
                with closing(translator.run(chosen, to)) as works:
                    for work in works:
                        run.take(work)
        desk.failures.extend(machine.failures)
        report = run.report(
            selection.all,
            drafted=translator.complete,
            engine=machine.used,
            warnings=[*renamed, *machine.warnings],
            is_whole=not (paths or machine.warnings),
        )
    return replace(
        report,
        left=_left(budget, chosen.keys() - run.taken - desk.failed.keys()),
        redrafted=translator.redrafted.total(),
    )


def _undone(posts: Mapping[str, Path], state: BuildState) -> dict[str, Path]:
    """The posts of the articles that may not be as the last run left them, complete."""
    drafted = state.drafted(posts)
    return {name: path for name, path in posts.items() if name not in drafted}


def _left(budget: Budget, articles: Collection[str]) -> Left | None:
    """What is left to the next run."""
    return Left(len(articles), budget.stopped_by) if budget.stopped_by else None
