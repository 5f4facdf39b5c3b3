"""``dualpress paste``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dualpress.cli.documents import error_document, path_document
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import direction, number_of

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.pipeline.paste import Pasteable, PasteList, PasteReport

__all__ = ["paste"]

Article = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="The article: its id, or the path of its post. Without it: a list of what can be "
        "pasted.",
        show_default=False,
    ),
]
Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR",
        help="The folder to write to. Without it: paste/ID in the project.",
        show_default=False,
    ),
]


def paste(
    article: Article = None,
    folder: Folder = None,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Lay out a translation to copy into Wix, or any other editor.

    Nothing is translated, and an article that waits for its reviewer is refused.
    """
    with session("paste", as_json=as_json, quiet=quiet) as screen:
        is_dry = dry_run or article is None
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=is_dry)
        if article is None:
            _list(opened, screen, dry_run=dry_run)
            return
        from dualpress.pipeline.paste import paste as run

        report = run(
            opened,
            article,
            folder.resolve() if folder else None,
            dry_run=dry_run,
            progress=screen.progress,
        )
        screen.progress.finish()
        _show(report, screen, dry_run=dry_run)
        document = {"dry_run": dry_run, **_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def _list(project: Project, screen: Screen, *, dry_run: bool) -> None:
    from dualpress.pipeline.paste import list_pasteable

    found = list_pasteable(project, dry_run=dry_run, progress=screen.progress)
    screen.progress.finish()
    for one in found.articles:
        screen.result(f"{one.id} ({direction(one.source, one.target)}): {one.title}")
    for name, reason in found.held.items():
        screen.result(f"{name}; waits: {reason}")
    for failure in found.failures:
        screen.error(failure)
    if found.articles:
        screen.done(f"Lay one out with: dualpress paste {found.articles[0].id}")
    document = {"dry_run": dry_run, **_list_document(found, project.root)}
    screen.report(document, exit_code=FAILED if found.failures else DONE)


def _show(report: PasteReport, screen: Screen, *, dry_run: bool) -> None:
    one = report.article
    screen.done(f"{one.id} ({direction(one.source, one.target)}): {one.title}")
    for warning in report.warnings:
        screen.warn(f"{one.id}: {warning}")
    for failure in report.failures:
        screen.error(failure)
    would = "would be " if dry_run else ""
    removed = f", {len(report.removed)} {would}removed" if report.removed else ""
    screen.done(f"{number_of(len(report.written), 'file')} {would}written{removed}.")
    if not dry_run:
        screen.done(f"Open {shown_path(report.page)} in a browser, and copy each part.")


def _document(report: PasteReport, root: Path) -> dict[str, Any]:
    return {
        "article": _article_document(report.article),
        "folder": path_document(report.folder, root),
        "page": path_document(report.page, root),
        "written": [path_document(path, root) for path in report.written],
        "removed": [path_document(path, root) for path in report.removed],
        "warnings": list(report.warnings),
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _list_document(found: PasteList, root: Path) -> dict[str, Any]:
    return {
        "articles": [_article_document(one) for one in found.articles],
        "held": dict(found.held),
        "failures": [error_document(failure, root) for failure in found.failures],
    }


def _article_document(one: Pasteable) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "source": one.source.value,
        "target": one.target.value,
    }
