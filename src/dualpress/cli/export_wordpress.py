"""``dualpress export --to wordpress`` and ``--to wordpress-switcher``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpress.cli.documents import error_document, path_document, path_documents
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED
from dualpress.cli.wording import direction, number_of

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.pipeline.wordpress.exporting import ExportedPost, WordPressExport
    from dualpress.pipeline.wordpress.exporting_switcher import SwitcherExport

__all__ = ["SWITCHER", "TARGETS", "WORDPRESS", "export_for_wordpress"]

WORDPRESS = "wordpress"
SWITCHER = "wordpress-switcher"
TARGETS = (WORDPRESS, SWITCHER)


def export_for_wordpress(
    project: Project, to: str, place: Path | None, screen: Screen, *, max_size: int, dry_run: bool
) -> None:
    """Write translations for WordPress's importer, or the switcher, and tell of it.

    Args:
        project: with its configuration.
        to: one of :data:`TARGETS`.
        place: the file or the folder; ``None`` for the usual one in the project.
        screen: of the command.
        max_size: of a file, in MiB.
        dry_run: write nothing.
    """
    if to == WORDPRESS:
        _posts(project, place, screen, max_size=max_size, dry_run=dry_run)
    else:
        _switcher(project, place, screen, dry_run=dry_run)


def _posts(
    project: Project, file: Path | None, screen: Screen, *, max_size: int, dry_run: bool
) -> None:
    from dualpress.pipeline.wordpress.exporting import export_wordpress

    report = export_wordpress(
        project, file, most_mebibytes=max_size, dry_run=dry_run, progress=screen.progress
    )
    screen.progress.finish()
    _show(report, screen, dry_run=dry_run)
    document = {"dry_run": dry_run, **_document(report, project.root)}
    screen.report(document, exit_code=FAILED if report.failures else DONE)


def _show(report: WordPressExport, screen: Screen, *, dry_run: bool) -> None:
    for post in report.posts:
        screen.done(f"{post.id} ({direction(post.source, post.target)}){_known(post)}")
        for warning in post.warnings:
            screen.warn(f"{post.id}: {warning}")
    for name, reason in report.held.items():
        screen.done(f"{name}; waits: {reason}")
    for failure in report.failures:
        screen.error(failure)
    for file in report.files:
        screen.done(f"  file    {shown_path(file)}")
    would = "would be " if dry_run else ""
    new = sum(post.known is None for post in report.posts)
    screen.done(
        f"{number_of(new, 'new translation')}; "
        f"{number_of(len(report.written), 'file')} {would}written."
    )
    if report.files:
        screen.done("In WordPress: Tools → Import → WordPress, and choose the file.")


def _known(post: ExportedPost) -> str:
    if post.known is None:
        return ""
    there = f"; WordPress has its translation already (post {post.known.post})"
    if not post.is_changed:
        return there
    return f"{there}, as it was before: dualpress publish wordpress updates it"


def _document(report: WordPressExport, root: Path) -> dict[str, Any]:
    return {
        "project": root.as_posix(),
        "generator": WORDPRESS,
        "articles": [_post_document(post) for post in report.posts],
        "held": dict(report.held),
        "files": path_documents(report.files, root),
        "written": path_documents(report.written, root),
        "removed": path_documents(report.removed, root),
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _post_document(post: ExportedPost) -> dict[str, Any]:
    return {
        "id": post.id,
        "source": post.source.value,
        "target": post.target.value,
        "known": None if post.known is None else post.known.post,
        "changed": post.is_changed,
        "warnings": list(post.warnings),
    }


def _switcher(project: Project, folder: Path | None, screen: Screen, *, dry_run: bool) -> None:
    from dualpress.pipeline.wordpress.exporting_switcher import export_switcher

    report = export_switcher(project, folder, dry_run=dry_run)
    would = "would be " if dry_run else ""
    screen.done(
        f"{number_of(len(report.pairs), 'pair')}; "
        f"{number_of(len(report.written), 'file')} {would}written."
    )
    screen.done(f"How to install it: {shown_path(report.folder / 'README.txt')}")
    document = {"dry_run": dry_run, **_switcher_document(report, project.root)}
    screen.report(document, exit_code=DONE)


def _switcher_document(report: SwitcherExport, root: Path) -> dict[str, Any]:
    return {
        "project": root.as_posix(),
        "generator": SWITCHER,
        "folder": path_document(report.folder, root),
        "pairs": list(report.pairs),
        "written": path_documents(report.written, root),
        "removed": path_documents(report.removed, root),
    }
