"""``dualpress memory``: the translation memory, exchanged with other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.documents import error_document, path_document
from dualpress.cli.helping import PlainCommand
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project, open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.pipeline.exchange import ExchangeReport

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Take in memories of other tools, and give out what is reviewed: TMX files.",
)


@app.command("import", cls=PlainCommand)
def import_file(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE.tmx", help="A memory of another tool.", show_default=False),
    ],
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Take the sentence pairs of a TMX file into the project.

    They are drafts for a reviewer, and kept in the project's folder memory.
    """
    with session("memory import", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress.pipeline.exchange import import_memory

        report = import_memory(opened, file.absolute(), dry_run=dry_run)
        _show(report, opened, screen, "imported, kept in", dry_run=dry_run)


@app.command("export", cls=PlainCommand)
def export_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.tmx", help="The file to write.", show_default=False)
    ],
    project: ProjectFolder = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Write what is reviewed in the project to a TMX file."""
    with session("memory export", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress.pipeline.exchange import export_memory

        report = export_memory(opened, file.absolute(), dry_run=dry_run)
        _show(report, opened, screen, "written to", dry_run=dry_run)


def _show(
    report: ExchangeReport, project: Project, screen: Screen, word: str, *, dry_run: bool
) -> None:
    would = "would be " if dry_run else ""
    pairs = number_of(report.pairs, "sentence pair")
    screen.done(f"{pairs} {would}{word} {shown_path(report.file)}")
    if report.left_out:
        left = number_of(report.left_out, "pair")
        screen.warn(f"{left} left out: they are empty, or have characters that no page may have")
    for failure in report.failures:
        screen.error(failure)
    document = {
        "dry_run": dry_run,
        "project": project.root.as_posix(),
        "file": path_document(report.file, project.root),
        "pairs": report.pairs,
        "left_out": report.left_out,
        "failures": [error_document(failure, project.root) for failure in report.failures],
    }
    screen.report(document, exit_code=FAILED if report.failures else DONE)
