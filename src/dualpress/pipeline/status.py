"""``status`` and ``check``: where articles stand, and what is wrong with translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dualpress.article import Order, Status
from dualpress.catalog import Entry, has_numbers_put_in, write_catalog
from dualpress.checks import Severity
from dualpress.config import Project
from dualpress.errors import WorkError
from dualpress.pipeline.desk import Desk, Work, relined
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.judge import Comparison, Judge
from dualpress.pipeline.ordering import mean_confidence, ordered_articles
from dualpress.pipeline.remarks import questions_of, waiver_faults, waivers_of
from dualpress.pipeline.report import (
    ArticleStatus,
    CheckReport,
    FileFinding,
    Question,
    StatusReport,
    Waiver,
)
from dualpress.pipeline.selectors import unmatched_selectors
from dualpress.pipeline.wording import next_step, reason_to_wait
from dualpress.states import article_state

__all__ = ["check", "status"]


def status(
    project: Project, ids: Sequence[str] = (), *, order: Order = Order.PLACE
) -> StatusReport:
    """Tell for each article where it stands and what to do next.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files; none means all.
        order: of the articles.

    Raises:
        SetupError: there is no such article, or the project cannot be read.
    """
    desk = Desk(project)
    judge = Judge(project)
    posts = choose_posts(project, ids)
    found: list[ArticleStatus] = []
    warnings: list[str] = []
    questions: list[Question] = []
    waivers: list[Waiver] = []
    for work in desk.open(posts.chosen):
        found.append(_status(work, judge, project))
        warnings.extend(_warnings(work))
        questions.extend(questions_of(work))
        waivers.extend(waivers_of(work))
    warnings.extend(unmatched_selectors(project, posts.all, desk.matched))
    articles = tuple(ordered_articles(found, order))
    return StatusReport(
        articles, tuple(desk.failures), tuple(warnings), tuple(questions), tuple(waivers)
    )


def check(
    project: Project, ids: Sequence[str] = (), *, update: bool = False, dry_run: bool = False
) -> CheckReport:
    """Check the translations of articles.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files; none means all.
        update: also bring the comments in the PO files up to date.
        dry_run: only tell which PO files that would change.

    Raises:
        SetupError: there is no such article, or the project cannot be read.
    """
    desk = Desk(project)
    judge = Judge(project, remembered=None)  # each pair is asked for again beside all others
    works: list[Work] = []
    written: list[Path] = []
    posts = choose_posts(project, ids)
    for work in desk.open(posts.chosen):
        if update and _update(work, judge, desk, dry_run=dry_run):
            written.append(work.po)
            work = work.with_catalog(relined(work.catalog, work.po))
        works.append(work)
    compared = judge.compare(works)
    warnings = [warning for work in works for warning in _warnings(work)]
    warnings.extend(unmatched_selectors(project, posts.all, desk.matched))
    return CheckReport(
        tuple(finding for work in works for finding in _findings(work, judge, compared)),
        tuple(desk.failures),
        sum(
            judge.waived(entry, work, compared) for work in works for entry in work.catalog.entries
        ),
        tuple(written),
        tuple(warnings),
    )


def _warnings(work: Work) -> Iterator[str]:
    yield from (f"{work.post.id}: {warning}" for warning in work.post.article.warnings)
    yield from waiver_faults(work)


def _status(work: Work, judge: Judge, project: Project) -> ArticleStatus:
    entries = work.catalog.entries
    counts: Counter[Status] = Counter(entry.status for entry in entries)
    state = article_state((judge.state(entry, work) for entry in entries), judge.publish)
    errors = sum(bool(judge.errors(entry, work)) for entry in entries)
    po = work.po
    name = po.relative_to(project.root) if po.is_relative_to(project.root) else po
    return ArticleStatus(
        id=work.post.id,
        title=work.post.article.title,
        source=work.post.source,
        target=work.post.target,
        counts={status: counts[status] for status in Status},
        state=_word(counts, held=state.held),
        next=next_step(counts, errors, name.as_posix(), work.post.id),
        held=reason_to_wait(counts) if state.held else None,
        confidence=mean_confidence(entries),
    )


def _word(counts: Counter[Status], *, held: bool) -> str:
    """``new``, ``to review``, ``stale``, ``held`` or ``published``."""
    if counts[Status.UNTRANSLATED] and counts[Status.UNTRANSLATED] == counts.total():
        return "new"
    if counts[Status.DRAFT]:
        return "to review"
    if counts[Status.STALE]:
        return "stale"
    return "held" if held else "published"


def _findings(work: Work, judge: Judge, compared: Comparison) -> Iterator[FileFinding]:
    for entry in work.catalog.entries:
        if entry.status is Status.STALE:
            yield _stale(entry, work)
        for finding in judge.findings(entry, work, compared):
            yield FileFinding(
                path=work.po,
                line=entry.line or 0,
                article=work.post.id,
                check=finding.check,
                severity=finding.severity,
                message=finding.message,
                cure=judge.cure(finding),
            )


def _stale(entry: Entry, work: Work) -> FileFinding:
    return FileFinding(
        path=work.po,
        line=entry.line or 0,
        article=work.post.id,
        check="stale",
        severity=Severity.WARNING,
        message=f"The source was edited since the review: it was “{entry.previous}”",
        cure=_cure_of_stale(entry, work),
    )


def _cure_of_stale(entry: Entry, work: Work) -> str:
    if has_numbers_put_in(entry):
        return "The new numbers were put in: review it again in the PO file"
    return f"Review it again; where the meaning is the same: dualpress unchanged {work.post.id}"


def _update(work: Work, judge: Judge, desk: Desk, *, dry_run: bool) -> bool:
    """Write the comments of a PO file anew; tells whether that changed it, or would."""
    if work.read is None:
        return False
    if dry_run:
        return judge.annotate(work) != work.read
    try:
        before = work.po.read_bytes()
        write_catalog(judge.annotate(work), work.po, created=work.post.changed)
        return work.po.read_bytes() != before
    except WorkError as error:
        desk.failures.append(error)
        return False
