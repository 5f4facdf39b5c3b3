"""``approve`` and ``unchanged``: a human's word for whole articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from dualpress.article import Status
from dualpress.catalog import Entry, has_numbers_put_in, write_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError, TranslationRefused, WorkError
from dualpress.pipeline.desk import Desk, Work, relined
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.report import ReviewReport
from dualpress.states import approve as approved
from dualpress.states import unchanged as same_as_before

__all__ = ["approve", "unchanged"]

Confirm = Callable[[Entry], Entry]


def approve(project: Project, ids: Sequence[str], *, dry_run: bool = False) -> ReviewReport:
    """Confirm all drafts of articles.

    What has no translation, does not fit its source, or fails a check of
    severity error that is not waived, is refused by name, and so is a sentence
    whose source was edited since its review: whether that changed its meaning
    is for a human to say, one by one or with :func:`unchanged`.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files.
        dry_run: write nothing.

    Raises:
        SetupError: there is no such article, or the project cannot be read.
    """
    waiting = (Status.UNTRANSLATED, Status.DRAFT, Status.STALE)
    return _confirm(project, ids, waiting, _approved, dry_run=dry_run)


def unchanged(project: Project, ids: Sequence[str], *, dry_run: bool = False) -> ReviewReport:
    """Confirm that the edits of articles left the meaning of their stale sentences as it was.

    One that does not fit its source as it is now, or fails a check on it, is
    refused: an edit that changed a number changed the meaning.

    Args: and errors as for :func:`approve`.
    """
    return _confirm(project, ids, (Status.STALE,), _unchanged, dry_run=dry_run)


def _approved(entry: Entry) -> Entry:
    if entry.status is Status.STALE:
        raise TranslationRefused(
            f"the source was edited since the review: it was “{entry.previous}”, "
            f"now “{entry.source}”",
            hint="Review it again in the PO file, or, if all edits of the article left the "
            "meaning as it was: dualpress unchanged",
            key=entry.key,
        )
    return approved(entry)


def _unchanged(entry: Entry) -> Entry:
    if has_numbers_put_in(entry):
        raise TranslationRefused(
            f"a number was edited, and put into the translation: it was “{entry.previous}”, "
            f"now “{entry.source}”",
            hint="Review the entry in the PO file",
            key=entry.key,
        )
    return same_as_before(entry)


def _confirm(
    project: Project,
    ids: Sequence[str],
    statuses: Collection[Status],
    confirm: Confirm,
    *,
    dry_run: bool,
) -> ReviewReport:
    desk = Desk(project)
    judge = Judge(project)
    changed: dict[str, int] = {}
    refused: list[DualpressError] = []
    for work in desk.open(choose_posts(project, ids).chosen):
        errors: list[TranslationRefused] = []
        entries = tuple(
            _confirmed(entry, work, judge, confirm, errors) if entry.status in statuses else entry
            for entry in work.catalog.entries
        )
        pairs = zip(entries, work.catalog.entries, strict=True)
        count = sum(new.status is not old.status for new, old in pairs)
        work = work.with_catalog(replace(work.catalog, entries=entries))
        try:
            work = _write(work, judge) if count and not dry_run else _written(work)
        except WorkError as error:
            desk.fail(work.post.id, work.post.path, error)
            continue
        changed[work.post.id] = count
        refused.extend(_located(error, work) for error in errors)
    return ReviewReport(changed, tuple(refused), tuple(desk.failures))


def _confirmed(
    entry: Entry, work: Work, judge: Judge, confirm: Confirm, errors: list[TranslationRefused]
) -> Entry:
    """The entry confirmed, or as it was and the error noted."""
    try:
        confirmed = confirm(entry)
        _refuse_faulty(confirmed, work, judge)
    except TranslationRefused as error:
        error.key = entry.key
        errors.append(error)
        return entry
    return confirmed


def _refuse_faulty(entry: Entry, work: Work, judge: Judge) -> None:
    errors = judge.errors(entry, work)
    if errors:
        raise TranslationRefused(
            f"{errors[0].message}: “{entry.target}”",
            hint=f"Mend it, or waive it with the comment: # ok: {errors[0].check} <reason>",
        )


def _written(work: Work) -> Work:
    """The work, if it has a PO file.

    Raises:
        CatalogError: it has none.
    """
    if work.read is None:
        hint = "Run dualpress translate first"
        raise CatalogError("there is no PO file yet", path=work.po, hint=hint)
    return work


def _write(work: Work, judge: Judge) -> Work:
    """Write a PO file, with the comments that ``translate`` would write.

    Raises:
        CatalogError: it was changed by someone else meanwhile.
        WriteError: it cannot be written.
    """
    write_catalog(judge.annotate(work), work.po, created=work.post.changed)
    return work.with_catalog(relined(work.catalog, work.po))


def _located(error: TranslationRefused, work: Work) -> TranslationRefused:
    """The error with its place in the file as it is now."""
    entries = (entry for entry in work.catalog.entries if entry.key == error.key)
    error.path, error.line = work.po, next(entries).line
    return error
