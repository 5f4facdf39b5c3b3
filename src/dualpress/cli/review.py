"""``dualpress approve`` and ``dualpress unchanged``: a human's word on whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.documents import review_document
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.pipeline import ReviewReport

__all__ = ["approve", "unchanged"]

_MOST_TOLD = 10
"""An article that was never translated has a refusal for each of its sentences."""

_Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID",
        help="Articles: their ids, or the paths of their posts or PO files.",
        show_default=False,
    ),
]


def approve(
    ids: _Ids,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Confirm every draft of articles, once a human has read them.

    A sentence that was edited since its review is left: see unchanged.
    """
    with session("approve", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress import pipeline

        report = pipeline.approve(opened, ids, dry_run=dry_run)
        _show(report, opened, screen, "approved", dry_run=dry_run)


def unchanged(
    ids: _Ids,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Say that edits changed no meaning.

    The translations that were reviewed before the edits are reviewed again.
    """
    with session("unchanged", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress import pipeline

        report = pipeline.unchanged(opened, ids, dry_run=dry_run)
        _show(report, opened, screen, "kept as reviewed", dry_run=dry_run)


def _show(
    report: ReviewReport, project: Project, screen: Screen, word: str, *, dry_run: bool
) -> None:
    would = "would be " if dry_run else ""
    for article, number in report.changed.items():
        told = f"{number_of(number, 'segment')} {would}{word}"
        screen.done(f"{article}: {told if number or report.refused else 'nothing to do'}")
    for refused in report.refused[:_MOST_TOLD]:
        screen.error(refused)
    if len(report.refused) > _MOST_TOLD:
        more = number_of(len(report.refused) - _MOST_TOLD, "segment")
        screen.problem(f"… and {more} more that cannot be {word}; --json names them all")
    for failure in report.failures:
        screen.error(failure)
    if any(report.changed.values()) and not dry_run:
        screen.note("Next: dualpress build")
    document = {"dry_run": dry_run, **review_document(report, project.root)}
    screen.report(document, exit_code=FAILED if report.refused or report.failures else DONE)
