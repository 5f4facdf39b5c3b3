"""``dualpress init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dualpress.cli.documents import init_document
from dualpress.cli.options import DryRun, Json, Quiet
from dualpress.cli.screen import shown_path
from dualpress.cli.session import session
from dualpress.errors import UsageError

__all__ = ["init"]


def init(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            help="The project's folder, new or old. Without it: the current folder.",
            show_default=False,
        ),
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option("--project", metavar="DIR", help="The same as DIR.", show_default=False),
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Lay out a new project.

    Nothing that is there already is changed.
    """
    with session("init", as_json=as_json, quiet=quiet) as screen:
        from dualpress.config.scaffold import create_project, plan_project

        plan = plan_project(_one_of(folder, project).absolute())
        if not dry_run:
            create_project(plan)
        would = "would be " if dry_run else ""
        for made in plan.folders:
            screen.done(f"{would}made     {shown_path(plan.root / made)}")
        for written in plan.files:
            screen.done(f"{would}written  {shown_path(plan.root / written)}")
        for kept in plan.kept:
            screen.done(f"{would}kept     {shown_path(plan.root / kept)}")
        posts = shown_path(plan.root / "posts")
        screen.note(
            f"Next: put articles (HTML files) into {posts}, or bring them with dualpress import; "
            "then: dualpress translate"
        )
        screen.report({"dry_run": dry_run, **init_document(plan)})


def _one_of(folder: Path | None, project: Path | None) -> Path:
    if folder is not None and project is not None and folder != project:
        raise UsageError(f"two folders are named: {folder} and {project}")
    return folder or project or Path.cwd()
