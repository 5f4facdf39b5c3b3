"""``dualpress build``."""

from __future__ import annotations

from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.runs import show_run
from dualpress.cli.session import session

__all__ = ["build"]


def build(
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make the pages from posts and PO files alone.

    Nothing is translated.
    """
    with session("build", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress import pipeline

        report = pipeline.build(opened, dry_run=dry_run, progress=screen.progress)
        screen.progress.finish()
        show_run(report, opened, screen, dry_run=dry_run)
