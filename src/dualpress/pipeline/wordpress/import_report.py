"""What an import from WordPress is asked for, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dualpress.errors import DualpressError

__all__ = ["STATUSES", "ImportOrder", "ImportReport", "ImportedPost", "Outcome"]

STATUSES = frozenset(("publish", "future", "pending", "draft"))
"""The statuses that are imported where nothing else is asked for: not those of
private posts, which only editors see, for a build would make public pages of them."""


class Outcome(StrEnum):
    """What became of a post."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """It changed in WordPress and in the project; the project's file stays."""

    REMOVED = "removed"
    """Its file was taken out of the project, and stays out."""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What is to be imported.

    Args:
        file: the export.
        only: the slugs or numbers of posts; none means all.
        statuses: the statuses of posts that are wanted.
        force: whether files that were changed in the project are overwritten,
            and those that were taken out are written again.
    """

    file: Path
    only: frozenset[str] = frozenset()
    statuses: frozenset[str] = STATUSES
    force: bool = False


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """A post of the export that belongs to the project.

    Args:
        id: of its article.
        number: in WordPress.
        title: plain text.
        status: in WordPress.
        path: of its file.
        outcome: what became of it.
        warnings: what an editor should know, one sentence each.
    """

    id: str
    number: int
    title: str
    status: str
    path: Path
    outcome: Outcome
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Args:
        site: the address of the site.
        posts: that belong to the project, in the order of the file.
        skipped: how many items were left out, by the reason.
        translations: how many posts are translations that WordPress has already.
        gone: the files of posts that an export of the whole site no longer has.
        warnings: what an editor should know, one sentence each.
        failures: the posts that could not be imported.
    """

    site: str
    posts: tuple[ImportedPost, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    translations: int = 0
    gone: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[DualpressError, ...] = ()
