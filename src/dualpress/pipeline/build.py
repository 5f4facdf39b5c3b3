"""``build``: pages from posts and PO files alone."""

from __future__ import annotations

from dualpress.config import Project
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.incremental import BuildState, relieved
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.renamed import adopt_po_files
from dualpress.pipeline.report import RunReport
from dualpress.pipeline.site_run import SiteRun
from dualpress.progress import NoProgress, Progress

__all__ = ["build"]


def build(
    project: Project, *, dry_run: bool = False, progress: Progress | None = None
) -> RunReport:
    """Write the pages of all articles.

    A page that was approved in full stays up, as it is, while its article
    waits again or cannot be worked on; so do the pages of a post outside the
    posts folder, which only ``translate`` makes, while that post is there.
    The PO file of a post that was renamed moves along. What would become what
    the last run made of it is not opened; where nothing has changed, nothing
    is read or written.

    Args:
        project: with its configuration.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no post.
    """
    state = BuildState(project)
    known = state.recall(is_dry=dry_run)
    if known is not None:
        return known
    judge, progress = Judge(project), progress or NoProgress()
    amended = None if dry_run else _amended(project, judge, state, progress)
    if amended is not None:
        return amended
    desk = Desk(project, state.terms.glossary)
    selection = find_posts(project)
    # Else the pages of a renamed post would be gone, and published as such.
    renamed = adopt_po_files(desk, selection, dry_run=dry_run)
    with relieved(), SiteRun(desk, judge, state, progress, is_dry=dry_run) as run:
        return run.report(selection.all, warnings=renamed, is_whole=True)


def _amended(
    project: Project, judge: Judge, state: BuildState, progress: Progress
) -> RunReport | None:
    """Make what has changed, if that is a few articles that stay where they are on the site."""
    with relieved():
        changed = state.changes.few()
        if changed is None:
            return None
        desk = Desk(project, state.terms.glossary)
        with SiteRun(desk, judge, state, progress, is_dry=False) as run:
            return run.amend(changed)
