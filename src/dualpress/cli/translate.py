"""``dualpress translate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dualpress.article import Language
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet, Since
from dualpress.cli.projects import open_project_alone
from dualpress.cli.runs import show_run, show_totals
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
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            help="Draft at most N articles; the next run goes on with those that follow.",
            show_default=False,
        ),
    ] = None,
    since: Since = None,
    max_minutes: Annotated[
        float | None,
        typer.Option(
            "--max-minutes",
            metavar="M",
            min=0,
            help="Begin no article after M minutes; what is begun is finished.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            help="Processor cores for a model on this computer, or requests at once to a server. "
            "Without it: as configured, else all cores; one request.",
            show_default=False,
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Let the workers of a Dask cluster translate: the address of its scheduler, such "
            "as tcp://10.0.0.5:8786.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
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
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress import pipeline

        report = pipeline.translate(
            opened,
            paths or [],
            to=to,
            engine=engine,
            limits=pipeline.Limits(limit, since, max_minutes, jobs),
            cluster=cluster,
            dry_run=dry_run,
            progress=screen.progress,
        )
        screen.progress.finish()
        show_totals(screen)
        show_run(report, opened, screen, dry_run=dry_run, totals=screen.tally.document())
