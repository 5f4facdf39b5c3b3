"""Building the site again whenever what it is made of changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from threading import Event

from dualpress.config import Project
from dualpress.errors import DualpressError, WorkError
from dualpress.pipeline import ArticleReport, RunReport, build
from dualpress.pipeline.run_lock import hold
from dualpress.progress import Progress
from dualpress.serve.live import Live, Shown, new_content
from dualpress.serve.watching import changes, watched_of

__all__ = ["Rebuilt", "rebuilds"]


@dataclass(frozen=True)
class Rebuilt:
    """What a build came to.

    Args:
        project: as its configuration is now.
        shown: what is served from now on.
        report: of the build; ``None`` where nothing could be built.
    """

    project: Project
    shown: Shown
    report: RunReport | None


def rebuilds(live: Live, progress: Progress, stop: Event) -> Iterator[Rebuilt]:
    """Build the site, and again after each change, and show it.

    Where a build fails, what was built before stays, with the problem told.

    Args:
        live: where it is shown.
        progress: is told how far each build is.
        stop: ends it when it is set.
    """
    project = live.now.project
    while not stop.is_set():
        watched = watched_of(project)
        with closing(changes(watched, stop)) as found:
            for _ in found:
                rebuilt = _rebuild(project, live.now, progress)
                project = rebuilt.project
                live.show(rebuilt.shown)
                yield rebuilt
                if watched_of(project) != watched:
                    break


def _rebuild(project: Project, before: Shown, progress: Progress) -> Rebuilt:
    try:
        project = Project.load(project.root)
        # Else pages would be made while another command is about to make them.
        with hold(project, "serve", wait=lambda runner: progress.start(f"Waiting: {runner}", None)):
            report = build(project, progress=progress)
    except DualpressError as error:
        return Rebuilt(project, replace(before, problems=(error,)), None)
    except Exception as error:  # a mistake in dualpress must not end an editor's session
        problem = WorkError(
            f"dualpress made a mistake ({type(error).__name__}: {error})",
            hint="Please report it, with what DUALPRESS_DEBUG=1 dualpress build prints",
        )
        return Rebuilt(project, replace(before, problems=(problem,)), None)
    finally:
        progress.finish()
    return Rebuilt(project, _shown(project, report, before), report)


def _shown(project: Project, report: RunReport, before: Shown) -> Shown:
    is_same = not (report.written or report.removed) and project == before.project
    return Shown(
        project=project,
        # An article that failed keeps its pages.
        articles={**before.articles, **_articles(project, report)},
        problems=report.failures,
        content=before.content if is_same else new_content(),
    )


def _articles(project: Project, report: RunReport) -> Mapping[PurePosixPath, ArticleReport]:
    return {
        PurePosixPath(page.relative_to(project.output).as_posix()): article
        for article in report.articles
        for page in article.pages
    }
