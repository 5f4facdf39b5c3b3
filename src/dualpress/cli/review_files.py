"""``dualpress review``: files for a reviewer's day, and what comes back in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.article import Language, Order
from dualpress.cli.documents import pack_document, preview_document, unpack_document
from dualpress.cli.helping import PlainCommand
from dualpress.cli.options import DryRun, Ids, Json, NoWait, OrderBy, ProjectFolder, Quiet, Since
from dualpress.cli.projects import open_project, open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.pipeline import Pack, UnpackReport

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Pack sentences for a reviewer, and preview an article.",
)


@app.command(cls=PlainCommand)
def pack(
    ids: Ids = None,
    since: Since = None,
    to: Annotated[
        Language | None,
        typer.Option(
            "--to", help="Only what is translated into this language.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The PO file. Without it: review-hi.po or review-en.po in the project's folder.",
            show_default=False,
        ),
    ] = None,
    order: OrderBy = Order.PLACE,
    project: ProjectFolder = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Put all that waits for a reviewer into one PO file.

    A sentence that stands in many places is there once.
    """
    with session("review pack", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress import pipeline

        report = pipeline.pack(
            opened,
            ids or [],
            to=to,
            since=since,
            order=order,
            output=output and output.absolute(),
            dry_run=dry_run,
        )
        for made in report.packs:
            screen.done(_told(made))
        if not report.packs:
            screen.done("Nothing waits for a reviewer.")
        for warning in report.warnings:
            screen.warn(warning)
        for failure in report.failures:
            screen.error(failure)
        document = {"dry_run": dry_run, **pack_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


@app.command(cls=PlainCommand)
def unpack(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The PO file.", show_default=False)],
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Take what a reviewer did in a pack into the articles.

    What the reviewer did not touch changes nothing.
    """
    with session("review unpack", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress import pipeline

        report = pipeline.unpack(opened, file.absolute(), dry_run=dry_run)
        _show_unpacked(report, screen, dry_run=dry_run)
        document = {"dry_run": dry_run, **unpack_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.left or report.failures else DONE)


@app.command(cls=PlainCommand)
def preview(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The article: its id, or the path of its post or PO file.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The page. Without it: one below .dualpress in the project's folder.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Make a page that shows an article beside its translation.

    Each sentence names its PO entry, how far it is, and what the checks found.
    """
    with session("review preview", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress import pipeline

        report = pipeline.preview(
            opened, article, output=output and output.absolute(), dry_run=dry_run
        )
        if dry_run:
            screen.done(f"{shown_path(report.page)} would be written")
        else:
            screen.done(f"Open {shown_path(report.page)} in a browser.")
        screen.report({"dry_run": dry_run, **preview_document(report, opened.root)})


def _told(made: Pack) -> str:
    sentences = number_of(made.sentences, "sentence")
    places = f" in {number_of(made.places, 'place')}" if made.places > made.sentences else ""
    articles = number_of(len(made.articles), "article")
    return f"{shown_path(made.path)}: {sentences}{places}, of {articles}"


def _show_unpacked(report: UnpackReport, screen: Screen, *, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    for article, number in report.changed.items():
        screen.done(f"{article}: {number_of(number, 'sentence')} {would}taken over")
    if not report.changed:
        screen.done("There is nothing new in it.")
    for error in (*report.left, *report.failures):
        screen.error(error)
    if report.changed and not dry_run:
        screen.note("Next: dualpress check, and dualpress build")
