"""``dualpress import html`` and ``dualpress import text``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dualpress.cli.documents import error_document, path_document
from dualpress.cli.imported import Force, summary
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of, shortened

if TYPE_CHECKING:
    from dualpress.pipeline.imports.report import (
        ImportedPage,
        ImportedText,
        PagesReport,
        TextReport,
    )

__all__ = ["import_html", "import_text"]


Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PAGE",
        help="Addresses of pages; files with one address a line; saved pages, and folders of them.",
        show_default=False,
    ),
]
Dumps = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE",
        help="Text copied from pages, UTF-8; or a folder of such files, whose names end in .txt.",
        show_default=False,
    ),
]
Keep = Annotated[
    list[str] | None,
    typer.Option(
        "--keep",
        metavar="LINE",
        help="Keep this line, which many posts have; may be given more than once.",
        show_default=False,
    ),
]


def import_html(
    pages: Pages,
    force: Force = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Import pages of the web, or saved ones, into posts.

    Pages are kept to the byte. Another run fetches what has changed.
    """
    with session("import html", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress.pipeline.imports.pages import import_html as run

        report = run(opened, pages, force=force, dry_run=dry_run, progress=screen.progress)
        screen.progress.finish()
        _show_pages(report, screen, dry_run=dry_run)
        document = {"dry_run": dry_run, **_pages_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def import_text(
    files: Dumps,
    keep: Keep = None,
    force: Force = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Import text that was copied from pages into posts.

    Menus, footers and other lines that many of the posts have are left out, and listed.
    """
    with session("import text", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress.pipeline.imports.texts import import_text as run

        paths = [file.resolve() for file in files]
        report = run(opened, paths, keep=keep or (), force=force, dry_run=dry_run)
        _show_text(report, screen, dry_run=dry_run)
        document = {"dry_run": dry_run, **_text_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def _show_pages(report: PagesReport, screen: Screen, *, dry_run: bool) -> None:
    _show_posts(report.pages, screen)
    if report.pictures:
        pictures = number_of(report.pictures, "picture")
        screen.warn(f"pictures are not fetched; the new pages show {pictures} from where they are")
    for failure in report.failures:
        screen.error(failure)
    screen.done(_summary(report.pages, "page", len(report.failures), dry_run=dry_run))


def _show_text(report: TextReport, screen: Screen, *, dry_run: bool) -> None:
    _show_posts(report.posts, screen)
    for failure in report.failures:
        screen.error(failure)
    left_out = sorted(report.repeated.items(), key=lambda item: (-item[1], item[0]))
    if left_out:
        screen.done("Left out, since many of the posts have these lines:")
    for line in shortened([f"  {count:4} × {text}" for text, count in left_out]):
        screen.done(line)
    if report.report:
        screen.done(f"All lines that were left out: {shown_path(report.report)}")
    screen.done(_summary(report.posts, "post", len(report.failures), dry_run=dry_run))


def _show_posts(posts: Sequence[ImportedPage | ImportedText], screen: Screen) -> None:
    for line in shortened([line for post in posts for line in _written(post)]):
        screen.done(line)
    for post in posts:
        if post.outcome.value == "kept":
            screen.warn(
                f"{shown_path(post.path)} was changed here, and stays as it is; "
                "--force overwrites it"
            )
        for warning in post.warnings:
            screen.warn(f"{shown_path(post.path)}: {warning}")


def _written(post: ImportedPage | ImportedText) -> Iterator[str]:
    if post.outcome.value in ("new", "updated"):
        yield f"{post.outcome.value:8} {shown_path(post.path)}"


def _summary(
    posts: Sequence[ImportedPage | ImportedText], noun: str, failed: int, *, dry_run: bool
) -> str:
    outcomes = [post.outcome.value for post in posts]
    return summary(outcomes, noun, failed, dry_run=dry_run)


def _pages_document(report: PagesReport, root: Path) -> dict[str, Any]:
    return {
        "pages": [
            {
                "source": page.source,
                "path": path_document(page.path, root),
                "outcome": page.outcome.value,
                "warnings": list(page.warnings),
            }
            for page in report.pages
        ],
        "pictures": report.pictures,
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _text_document(report: TextReport, root: Path) -> dict[str, Any]:
    return {
        "posts": [_text_post_document(post, root) for post in report.posts],
        "report": path_document(report.report, root) if report.report else None,
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _text_post_document(post: ImportedText, root: Path) -> dict[str, Any]:
    return {
        "source": path_document(post.source, root),
        "line": post.line,
        "title": post.title,
        "path": path_document(post.path, root),
        "outcome": post.outcome.value,
        "dropped": [
            {"text": one.text, "line": one.line, "posts": one.posts} for one in post.dropped
        ],
        "warnings": list(post.warnings),
    }
