"""Where one article stands, and what is to be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dualpress.article import Publish, Status
from dualpress.config import Project
from dualpress.pipeline.desk import Work, relined
from dualpress.pipeline.ordering import mean_confidence
from dualpress.pipeline.remarks import questions_of, waiver_faults, waivers_of
from dualpress.pipeline.report import ArticleStatus
from dualpress.pipeline.wording import next_step, reason_to_wait
from dualpress.states import SegmentState, waits

__all__ = ["article_status", "warnings_of"]


def article_status(
    work: Work, project: Project, counts: Mapping[Status, int], errors: int
) -> ArticleStatus:
    """Tell where an article stands.

    Args:
        work: the post and its catalog, as the PO file has it now or as it is
            brought to the page.
        project: that it is of.
        counts: how many of its distinct segments are in which state.
        errors: how many of its translations fail a check of severity error.
    """
    is_held = _is_held(counts, project.config.publish)
    po = work.po.relative_to(project.root) if work.po.is_relative_to(project.root) else work.po
    told = _as_in_file(work)
    return ArticleStatus(
        id=work.post.id,
        title=work.post.article.title,
        source=work.post.source,
        target=work.post.target,
        counts=counts,
        state=_word(counts, is_held=is_held),
        next=next_step(counts, errors, po.as_posix(), work.post.id),
        held=reason_to_wait(counts) if is_held else None,
        confidence=mean_confidence(work.catalog.entries),
        warnings=tuple(warnings_of(told)),
        questions=tuple(questions_of(told)),
        waivers=tuple(waivers_of(told)),
    )


def warnings_of(work: Work) -> Iterator[str]:
    """What an editor should know of a post and of the waivers in its PO file."""
    yield from (f"{work.post.id}: {warning}" for warning in work.post.article.warnings)
    yield from waiver_faults(work)


def _is_held(counts: Mapping[Status, int], publish: Publish) -> bool:
    return any(count and waits(SegmentState(status), publish) for status, count in counts.items())


def _word(counts: Mapping[Status, int], *, is_held: bool) -> str:
    """``new``, ``to review``, ``stale``, ``held`` or ``published``."""
    if counts[Status.UNTRANSLATED] and counts[Status.UNTRANSLATED] == sum(counts.values()):
        return "new"
    if counts[Status.DRAFT]:
        return "to review"
    if counts[Status.STALE]:
        return "stale"
    return "held" if is_held else "published"


def _as_in_file(work: Work) -> Work:
    """The article with the lines of its PO file, if that was written since it was read."""
    is_read = work.read is not None and work.read.digest == work.catalog.digest
    if is_read or not any(entry.comments for entry in work.catalog.entries):
        return work
    return work.with_catalog(relined(work.catalog, work.po))
