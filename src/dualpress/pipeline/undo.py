"""``replace --undo``: the last replacement, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dualpress.catalog import Entry, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.errors import DualpressError, UsageError, WorkError
from dualpress.pipeline.journal import (
    Change,
    Replacement,
    changed_since,
    read_journal,
    write_journal,
)
from dualpress.pipeline.pofiles import PoFile
from dualpress.pipeline.report import ReviewReport

__all__ = ["undo_replacement"]


def undo_replacement(project: Project, *, dry_run: bool = False) -> ReviewReport:
    """Take the last replacement back, where its sentences still read as it left them.

    Args:
        project: whose translations they are.
        dry_run: only say what would be done.

    Raises:
        UsageError: there is none to take back.
    """
    journal = read_journal(project)
    if not journal:
        raise UsageError("There is no replacement to take back")
    changed: dict[str, int] = {}
    refused: list[DualpressError] = []
    failures: list[DualpressError] = []
    remaining: list[Change] = []
    for po, changes in _by_file(journal[-1]).items():
        file = PoFile(po.rpartition("/")[0], project.po / po)
        try:
            changed[file.article] = _undo(file, changes, refused, dry_run=dry_run)
        except WorkError as error:
            failures.append(error)
            remaining += changes
    if not dry_run:
        last = [replace(journal[-1], changes=tuple(remaining))] if remaining else []
        write_journal(project, [*journal[:-1], *last])
    return ReviewReport(changed, tuple(refused), tuple(failures))


def _by_file(replacement: Replacement) -> dict[str, list[Change]]:
    files: dict[str, list[Change]] = {}
    for change in replacement.changes:
        files.setdefault(change.po, []).append(change)
    return files


def _undo(
    file: PoFile, changes: Sequence[Change], refused: list[DualpressError], *, dry_run: bool
) -> int:
    """Take changes of one file back.

    Returns:
        How many could be.

    Raises:
        WorkError: the file cannot be read or written.
    """
    catalog = read_catalog(file.path, article=file.article)
    wanted = {change.key: change for change in changes}
    before: dict[int, Entry] = {}
    for at, entry in enumerate(catalog.entries):
        change = wanted.get(entry.key)
        if change and (entry.target, entry.status) == (change.after, change.status):
            before[at] = replace(entry, target=change.before)
            del wanted[entry.key]
    refused += [changed_since(file.path, catalog.find(key), wanted[key]) for key in wanted]
    if before and not dry_run:
        entries = (before.get(at, entry) for at, entry in enumerate(catalog.entries))
        write_catalog(replace(catalog, entries=tuple(entries)), file.path)
    return len(before)
