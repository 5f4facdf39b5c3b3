"""``dualpress export``."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.documents import export_document
from dualpress.cli.export_wordpress import TARGETS, export_for_wordpress
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import direction, number_of

if TYPE_CHECKING:
    from dualpress.pipeline import ExportedArticle, ExportReport

__all__ = ["export"]

Site = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR",
        help="The folder of the site; for WordPress, the file to write. Without it: "
        "export/GENERATOR in the project.",
        show_default=False,
    ),
]
Generator = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="GENERATOR",
        help="What the files are for: hugo, jekyll, jekyll-polyglot, eleventy, astro, mkdocs, "
        "wordpress or wordpress-switcher.",
    ),
]
Only = Annotated[
    str | None,
    typer.Option(
        "--only",
        metavar="translations",
        help="Leave out the originals, which the site has.",
        show_default=False,
    ),
]
Into = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar="FOLDER",
        help="The folder in the site that articles go to. Without it: the generator's own.",
        show_default=False,
    ),
]
MaxSize = Annotated[
    int,
    typer.Option(
        "--max-size",
        metavar="MIB",
        min=1,
        help="For WordPress: the most that a file may have; a larger one is cut into several. "
        "WordPress names its own limit under Tools → Import.",
    ),
]
ShowMarks = Annotated[
    bool,
    typer.Option(
        "--show-marks",
        help="Let {{ … }} and {% … %} in posts with front matter be shown, and not run by the "
        "generator.",
    ),
]


def export(
    to: Generator,
    site: Site = None,
    only: Only = None,
    into: Into = None,
    show_marks: ShowMarks = False,
    max_size: MaxSize = 32,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Write the articles for a site generator, or the translations for WordPress.

    Nothing is translated.
    """
    with session("export", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        place = site.resolve() if site else None
        if to in TARGETS:
            _refuse_options(to, only, into, show_marks=show_marks)
            export_for_wordpress(opened, to, place, screen, max_size=max_size, dry_run=dry_run)
            return
        from dualpress import pipeline

        order = pipeline.ExportOrder(
            generator=to,
            folder=place,
            articles=_inside(into),
            only_translations=_is_only_translations(only),
            show_marks=show_marks,
        )
        report = pipeline.export(opened, order, dry_run=dry_run, progress=screen.progress)
        screen.progress.finish()
        _show(report, screen, dry_run=dry_run)
        document = {"dry_run": dry_run, **export_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def _refuse_options(to: str, only: str | None, into: str | None, *, show_marks: bool) -> None:
    """WordPress has its originals, and no folders.

    Raises:
        UsageError: an option of the generators is given.
    """
    from dualpress.errors import UsageError

    given = {"--only": only, "--into": into, "--show-marks": show_marks}
    for option in (name for name, value in given.items() if value):
        raise UsageError(f"{option} is not for --to {to}")


def _is_only_translations(only: str | None) -> bool:
    """What ``--only`` says.

    Raises:
        UsageError: it says anything else.
    """
    from dualpress.errors import UsageError

    if only not in (None, "translations"):
        raise UsageError(f"--only takes “translations”, not “{only}”")
    return only is not None


def _inside(folder: str | None) -> PurePosixPath | None:
    """A folder in the site, whatever slashes it is written with.

    Raises:
        UsageError: it is none.
    """
    from dualpress.errors import UsageError

    if folder is None:
        return None
    path = PurePosixPath(Path(folder).as_posix())
    if path.is_absolute() or Path(folder).is_absolute() or ".." in path.parts:
        raise UsageError("--into names no folder in the site", path=Path(folder))
    return path


def _show(report: ExportReport, screen: Screen, *, dry_run: bool) -> None:
    for article in report.articles:
        line = f"{article.id} ({direction(article.source, article.target)})"
        screen.done(f"{line}; waits: {article.held}" if article.held else line)
        for file in article.files:
            screen.done(f"  page    {shown_path(file)}")
        if article.needs_key:
            screen.done(f"  needs   {_needed(article, report)}")
        for warning in article.warnings:
            screen.warn(f"{article.id}: {warning}")
    for warning in report.warnings:
        screen.warn(warning)
    for failure in report.failures:
        screen.error(failure)
    would = "would be " if dry_run else ""
    files = f"{number_of(len(report.written), 'file')} {would}written"
    removed = f", {len(report.removed)} {would}removed" if report.removed else ""
    screen.done(f"{number_of(len(report.articles), 'article')}; {files}{removed}.")


def _needed(article: ExportedArticle, report: ExportReport) -> str:
    return f"{report.key}: “{article.key}” in the front matter of the original"
