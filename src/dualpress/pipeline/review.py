"""``approve`` and ``unchanged``: a human's word for whole articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dualpress.article import Status
from dualpress.catalog import Entry, write_catalog
from dualpress.config import Project
from dualpress.errors import DualpressError, TranslationRefused, WorkError
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.posts import choose, find_posts
from dualpress.pipeline.report import ReviewReport
from dualpress.states import approve as approved
from dualpress.states import unchanged as same_as_before

__all__ = ["approve", "unchanged"]

Confirm = Callable[[Entry, Work], Entry]


def approve(project: Project, ids: Sequence[str], *, dry_run: bool = False) -> ReviewReport:
    """Confirm all drafts of articles, and their stale translations as they stand.

    What has no translation, does not fit its source, or fails a check of
    severity error that is not waived, is refused by name; the rest is confirmed.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files.
        dry_run: write nothing.

    Raises:
        SetupError: there is no such article, or the project cannot be read.
    """
    desk = Desk(project)
    judge = Judge(project, desk.glossary)

    def confirm(entry: Entry, work: Work) -> Entry:
        errors = judge.errors(entry, work)
        if errors:
            raise TranslationRefused(
                f"{errors[0].message}: “{entry.target}”",
                hint=f"Mend it, or waive it with the comment: # ok: {errors[0].check} <reason>",
            )
        return approved(entry)

    waiting = (Status.UNTRANSLATED, Status.DRAFT, Status.STALE)
    return _confirm(desk, ids, waiting, confirm, dry_run=dry_run)


def unchanged(project: Project, ids: Sequence[str], *, dry_run: bool = False) -> ReviewReport:
    """Confirm that the edits of articles left the meaning of their stale sentences as it was.

    Args: and errors as for :func:`approve`.
    """
    desk = Desk(project)
    return _confirm(
        desk, ids, (Status.STALE,), lambda entry, _: same_as_before(entry), dry_run=dry_run
    )


def _confirm(
    desk: Desk,
    ids: Sequence[str],
    statuses: Sequence[Status],
    confirm: Confirm,
    *,
    dry_run: bool,
) -> ReviewReport:
    posts = find_posts(desk.project)
    chosen = choose(posts, ids, desk.project)
    changed: dict[str, int] = {}
    refused: list[DualpressError] = []
    for work in desk.open({name: posts[name] for name in chosen}):
        entries = tuple(
            _confirmed(entry, work, confirm, refused) if entry.status in statuses else entry
            for entry in work.catalog.entries
        )
        pairs = zip(entries, work.catalog.entries, strict=True)
        count = sum(new.status is not old.status for new, old in pairs)
        if count and not dry_run:
            try:
                write_catalog(replace(work.catalog, entries=entries), work.po)
            except WorkError as error:
                desk.failures.append(error)
                continue
        changed[work.post.id] = count
    return ReviewReport(changed, tuple(refused), tuple(desk.failures))


def _confirmed(entry: Entry, work: Work, confirm: Confirm, refused: list[DualpressError]) -> Entry:
    try:
        return confirm(entry, work)
    except TranslationRefused as error:
        refused.append(
            TranslationRefused(error.cause, path=work.po, line=entry.line, hint=error.hint)
        )
        return entry
