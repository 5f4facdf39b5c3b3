"""``build``: pages from posts and PO files alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dualpress.article import Status
from dualpress.config import Project
from dualpress.errors import WorkError
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.drafts import count_origins
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.posts import find_posts
from dualpress.pipeline.publish import Edition, Published, plan_edition, publish
from dualpress.pipeline.report import ArticleReport, NoProgress, Progress, RunReport
from dualpress.pipeline.wording import reason_to_wait

__all__ = ["build", "report_run"]


def build(
    project: Project, *, dry_run: bool = False, progress: Progress | None = None
) -> RunReport:
    """Write the pages of all articles.

    Args:
        project: with its configuration.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no post.
    """
    desk = Desk(project)
    judge = Judge(project, desk.glossary)
    return report_run(desk, judge, {}, dry_run=dry_run, progress=progress or NoProgress())


def report_run(
    desk: Desk,
    judge: Judge,
    done: Mapping[str, Work],
    *,
    dry_run: bool,
    progress: Progress,
    engine: str | None = None,
    warnings: Sequence[str] = (),
) -> RunReport:
    """Write all pages and tell what became of each article.

    Args:
        desk: reads what was not worked on in this run.
        judge: of translations.
        done: what was, by article id.
        dry_run: write nothing.
        progress: is told how far the run is.
        engine: that drafted.
        warnings: of the run so far.
    """
    posts = find_posts(desk.project)
    failed = {failure.path for failure in desk.failures}
    rest = {name: path for name, path in posts.items() if name not in done and path not in failed}
    progress.start("Building pages", len(posts))
    works = sorted([*done.values(), *desk.open(rest)], key=lambda work: work.post.id)
    editions = [edition for work in works if (edition := _edition(work, judge, desk, progress))]
    published = _publish(desk, editions, dry_run=dry_run)
    progress.finish()
    output = desk.project.output
    return RunReport(
        articles=tuple(_report(edition, published, judge, desk) for edition in editions),
        failures=tuple(desk.failures),
        warnings=tuple(warnings),
        engine=engine,
        written=tuple(output / path for path in published.output.written) if published else (),
        removed=tuple(output / path for path in published.output.removed) if published else (),
    )


def _edition(work: Work, judge: Judge, desk: Desk, progress: Progress) -> Edition | None:
    try:
        return plan_edition(work, judge)
    except WorkError as error:
        desk.failures.append(error)
        return None
    finally:
        progress.advance(label=work.post.id)


def _publish(desk: Desk, editions: Sequence[Edition], *, dry_run: bool) -> Published | None:
    try:
        # What could not be read this time keeps the pages that it had.
        complete = not desk.failures
        return publish(desk.project, editions, complete=complete, dry_run=dry_run)
    except WorkError as error:
        desk.failures.append(error)
        return None


def _report(
    edition: Edition, published: Published | None, judge: Judge, desk: Desk
) -> ArticleReport:
    work = edition.work
    name = work.post.id
    entries = work.catalog.entries
    errors = sum(judge.state(entry, work).has_error for entry in entries)
    counts: Counter[Status] = Counter(entry.status for entry in entries)
    output = desk.project.output
    pages = published.pages.get(name, ()) if published else ()
    said = published.warnings.get(name, ()) if published else ()
    return ArticleReport(
        id=name,
        path=work.post.path,
        source=work.post.source,
        target=work.post.target,
        counts={status: counts[status] for status in Status},
        filled=count_origins(entries),
        held=None if edition.is_published else reason_to_wait(counts),
        pages=tuple(output / path for path in pages),
        po=work.po,
        errors=errors,
        warnings=(*work.post.article.warnings, *work.catalog.warnings, *said),
    )
