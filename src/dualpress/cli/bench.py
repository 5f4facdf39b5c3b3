"""``dualpress bench``: what the project's engine can be trusted with, and how fast it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.article import Language
from dualpress.cli.bench_speed import speed
from dualpress.cli.documents import bench_document
from dualpress.cli.helping import PlainCommand
from dualpress.cli.options import BenchedEngine, DryRun, Json, ProjectFolder, Quiet
from dualpress.cli.projects import open_project
from dualpress.cli.screen import shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import direction, number_of

if TYPE_CHECKING:
    from dualpress.engines.survival import Row, Table
    from dualpress.pipeline.bench import Measured

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Measure how fast the translation engine is, and what it can be trusted with.",
)

app.command("speed", cls=PlainCommand)(speed)

_HEAD = ("placeholder", "kept", "start", "middle", "end", "doubled", "in order", "chrF")


@app.command(cls=PlainCommand)
def terms(
    to: Annotated[
        Language | None,
        typer.Option(
            "--to",
            help="Only translation into this language. Without it: both.",
            show_default=False,
        ),
    ] = None,
    engine: BenchedEngine = None,
    project: ProjectFolder = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Measure which placeholders for terms the engine gives back as they were.

    What is found is kept, and `translate` uses the best that is good enough.
    """
    with session("bench terms", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress.pipeline.bench import bench_terms

        report = bench_terms(
            opened, to=to, engine=engine, dry_run=dry_run, progress=screen.progress
        )
        screen.progress.finish()
        for measured in report.measured:
            for line in _lines(measured.table):
                screen.result(line)
            screen.result(_verdict(measured))
            screen.done(f"{'Would be kept' if dry_run else 'Kept'} in {shown_path(measured.path)}")
        for failure in report.failures:
            screen.error(failure)
        document = {"dry_run": dry_run, **bench_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def _lines(table: Table) -> Iterator[str]:
    """The table as text, its columns aligned."""
    model = f" {table.model}" if table.model else ""
    where = direction(table.source, table.target)
    sentences = number_of(table.sentences, "sentence")
    yield f"{where}, {table.engine}{model}: {sentences}, twice with each placeholder"
    cells = [_HEAD, *(_cells(table, row) for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        padded = (text.ljust(width) for text, width in zip(line, widths, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()


def _cells(table: Table, row: Row) -> tuple[str, ...]:
    return (
        row.scheme,
        _share(row.kept, row.asked),
        _share(*row.at("start")),
        _share(*row.at("middle")),
        _share(*row.at("end")),
        str(row.doubled),
        _share(row.in_order, row.several),
        f"{table.change(row):+.1f}",
    )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}"


def _verdict(measured: Measured) -> str:
    """What follows from a table, one sentence."""
    if measured.tags is not None:
        return "The model was taught tags for terms, so these are used, and no placeholders."
    if measured.table.best is None:
        return (
            "No placeholder is kept well enough, so none is used: terms are put right in the "
            "translation alone."
        )
    return (
        f"“{measured.table.best}” is used: where a translation lacks a term, the engine is asked "
        "again with it in the place of the term."
    )
