"""``dualpress translate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dualpress.article import Language
from dualpress.cli.options import DryRun, Json, ProjectFolder, Quiet
from dualpress.cli.projects import open_project
from dualpress.cli.runs import show_run
from dualpress.cli.session import session

__all__ = ["translate"]


def translate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Articles: HTML files, or folders of them. Without any: all posts.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Language | None,
        typer.Option(
            "--to",
            help="Translate only what can be translated into this language.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="NAME",
            help="What translates by machine, in place of the configuration's choice.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Translate articles, write their PO files, and make their pages.

    Each sentence is taken from its reviewed translation, else from memory or
    the glossary, else from the machine. An article may have a glossary of its
    own, po/ARTICLE/glossary.csv.
    """
    with session("translate", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress import pipeline

        report = pipeline.translate(
            opened,
            paths or [],
            to=to,
            engine=engine,
            dry_run=dry_run,
            progress=screen.progress,
        )
        screen.progress.finish()
        show_run(report, opened, screen, dry_run=dry_run)
