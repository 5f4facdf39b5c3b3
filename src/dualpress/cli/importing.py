"""``dualpress import``: posts from where they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dualpress.cli.documents import error_document, path_document
from dualpress.cli.helping import PlainCommand
from dualpress.cli.import_pages import import_html, import_text
from dualpress.cli.imported import Force, summary
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of, shortened

if TYPE_CHECKING:
    from dualpress.pipeline.wordpress.import_report import ImportedPost, ImportReport

__all__ = ["app", "import_document", "import_wordpress"]

_SKIPPED = {
    "attachment": "media",
    "customize_changeset": "settings of the theme",
    "nav_menu_item": "menu entries",
    "revision": "revisions",
    "status auto-draft": "empty drafts",
    "status private": "private posts",
    "status trash": "posts in the trash",
    "with a password": "posts behind a password",
    "wp_block": "patterns",
    "wp_global_styles": "settings of the theme",
    "wp_navigation": "menus",
    "wp_template": "templates",
    "wp_template_part": "templates",
}

app = typer.Typer(
    name="import",
    help="Import posts from WordPress, from pages, or from copied text.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

app.command("html", cls=PlainCommand)(import_html)
app.command("text", cls=PlainCommand)(import_text)

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="The export: an XML file that WordPress made under Tools → Export.",
        show_default=False,
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="SLUG",
        help="Import only the post of this slug or number; more than once for more.",
        show_default=False,
    ),
]
Status = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="Import only posts of this status (publish, future, pending, draft, private …); more "
        "than once for more. Without it: all but private ones and those in the trash.",
        show_default=False,
    ),
]


@app.command("wordpress", cls=PlainCommand)
def import_wordpress(
    file: File,
    only: Only = None,
    status: Status = None,
    force: Force = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Import the posts and pages of a WordPress export into posts.

    A later export updates what changed in WordPress.
    """
    with session("import wordpress", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress.pipeline.wordpress.import_report import STATUSES, ImportOrder
        from dualpress.pipeline.wordpress.importing import import_wordpress as run

        order = ImportOrder(
            file=file,
            only=frozenset(only or ()),
            statuses=frozenset(status or STATUSES),
            force=force,
        )
        report = run(opened, order, dry_run=dry_run, progress=screen.progress)
        screen.progress.finish()
        _show(report, screen, opened.root, dry_run=dry_run)
        document = {"dry_run": dry_run, **import_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def import_document(report: ImportReport, root: Path) -> dict[str, Any]:
    """What an import did, as ``--json`` prints it."""
    return {
        "site": report.site,
        "posts": [_post_document(post, root) for post in report.posts],
        "skipped": dict(sorted(report.skipped.items())),
        "translations": report.translations,
        "gone": [path_document(path, root) for path in report.gone],
        "warnings": list(report.warnings),
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _post_document(post: ImportedPost, root: Path) -> dict[str, Any]:
    return {
        "id": post.id,
        "post": post.number,
        "title": post.title,
        "status": post.status,
        "path": path_document(post.path, root),
        "outcome": post.outcome.value,
        "warnings": list(post.warnings),
    }


def _show(report: ImportReport, screen: Screen, root: Path, *, dry_run: bool) -> None:
    for line in shortened([line for post in report.posts for line in _written(post)]):
        screen.done(line)
    for post in report.posts:
        if post.outcome.value == "kept":
            screen.warn(
                f"{shown_path(post.path)} was changed here and in WordPress, and stays as it is; "
                "--force overwrites it with WordPress's"
            )
        for warning in post.warnings:
            screen.warn(f"{post.id}: {warning}")
    for path in shortened([shown_path(path) for path in report.gone]):
        screen.warn(f"{path} is not in this export of the whole site; it stays")
    for warning in report.warnings:
        screen.warn(warning)
    for failure in report.failures:
        screen.error(failure)
    for line in _summary(report, dry_run=dry_run):
        screen.done(line)


def _written(post: ImportedPost) -> Iterator[str]:
    if post.outcome.value in ("new", "updated"):
        status = "" if post.status == "publish" else f" ({post.status})"
        yield f"{post.outcome.value:8} {shown_path(post.path)}{status}"


def _summary(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    outcomes = [post.outcome.value for post in report.posts]
    yield summary(outcomes, "post", len(report.failures), dry_run=dry_run)
    if report.translations:
        there = number_of(report.translations, "translation")
        yield f"{there} already in WordPress; noted, and not imported."
    if skipped := _skipped(report.skipped):
        yield f"Left out: {skipped}."


def _skipped(skipped: Mapping[str, int]) -> str:
    counts: dict[str, int] = {}
    for reason, count in skipped.items():
        name = _SKIPPED.get(reason, reason or "without a type")
        counts[name] = counts.get(name, 0) + count
    return ", ".join(f"{name} ({count})" for name, count in sorted(counts.items()))
