"""``build``: pages from posts and PO files alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dualpress.catalog import read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, WorkError
from dualpress.pipeline.build_state import BuildState
from dualpress.pipeline.desk import Desk, Work, post_of
from dualpress.pipeline.drafts import count_origins
from dualpress.pipeline.edition import Edition, plan_edition
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.former import Former
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.publish import Plan, Published, publish
from dualpress.pipeline.renamed import adopt_po_files
from dualpress.pipeline.report import ArticleReport, RunReport
from dualpress.pipeline.selectors import unmatched_selectors
from dualpress.pipeline.settings import site_settings
from dualpress.pipeline.wording import REFUSED, reason_to_wait, stays_up
from dualpress.progress import NoProgress, Progress

__all__ = ["build", "report_run"]


def build(
    project: Project, *, dry_run: bool = False, progress: Progress | None = None
) -> RunReport:
    """Write the pages of all articles.

    A page that was approved in full stays up, as it is, while its article
    waits again or cannot be worked on; so do the pages of a post outside the
    posts folder, which only ``translate`` makes, while that post is there.
    The PO file of a post that was renamed moves along. Where nothing has
    changed since the last build, nothing is read or written.

    Args:
        project: with its configuration.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no post.
    """
    state = BuildState(project)
    known = state.recall()
    if known is not None:
        return known
    desk = Desk(project)
    judge = Judge(project)
    selection = find_posts(project)
    posts = selection.all
    # Else the pages of a renamed post would be gone, and published as such.
    renamed = adopt_po_files(desk, selection, dry_run=dry_run)
    progress = progress or NoProgress()
    report = report_run(
        desk, judge, posts, {}, dry_run=dry_run, progress=progress, warnings=renamed
    )
    # Posts outside the posts folder may change without being looked at here.
    is_all = Former(project.output, judge.publish).ids <= posts.keys()
    if is_all and not dry_run and not report.failures:
        state.remember(report)
    return report


def report_run(
    desk: Desk,
    judge: Judge,
    posts: Mapping[str, Path],
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
        posts: of all articles, by their ids.
        done: what was worked on, by article id.
        dry_run: write nothing.
        progress: is told how far the run is.
        engine: that drafted.
        warnings: of the run so far.
    """
    progress.start("Building pages", len(posts))
    editions = list(_editions(desk, judge, posts, done, progress))
    former = Former(desk.project.output, judge.publish)
    outside = dict(_outside(desk.project, former, posts))
    plan = Plan(editions, {**desk.failed, **outside}, former, complete=not desk.failed)
    published = _publish(desk, plan, dry_run=dry_run)
    progress.finish()
    output = desk.project.output
    unmatched = unmatched_selectors(desk.project, posts, desk.matched)
    return RunReport(
        articles=tuple(_report(edition, published, judge, desk) for edition in editions),
        failures=tuple(desk.failures),
        warnings=(*warnings, *(_told(name, path) for name, path in outside.items()), *unmatched),
        engine=engine,
        written=tuple(output / path for path in published.output.written) if published else (),
        removed=tuple(output / path for path in published.output.removed) if published else (),
    )


def _editions(
    desk: Desk,
    judge: Judge,
    posts: Mapping[str, Path],
    done: Mapping[str, Work],
    progress: Progress,
) -> Iterator[Edition]:
    """What is to become of each article, in the order of their ids."""
    mark_source = site_settings(desk.project).decorations.language
    rest = {name: p for name, p in posts.items() if name not in done and name not in desk.failed}
    works = [*done.values(), *desk.open(rest)]
    for work in sorted(works, key=lambda work: work.post.id):
        edition = plan_edition(work, judge, mark_source=mark_source)
        if edition.refusal is not None:
            desk.failures.append(edition.refusal)
        progress.advance(label=work.post.id)
        yield edition


def _outside(
    project: Project, former: Former, posts: Mapping[str, Path]
) -> Iterator[tuple[str, Path]]:
    """The published articles of posts outside the posts folder, if these are still there."""
    for name in sorted(former.ids - posts.keys()):
        for po in sorted((project.po / name).glob("*.po")):
            try:
                post = post_of(read_catalog(po, article=name), project)
            except CatalogError:
                continue
            if post is not None and not post.is_relative_to(project.posts) and post.is_file():
                yield name, post


def _told(name: str, path: Path) -> str:
    return (
        f"{name}: its post is not in the posts folder, so its pages stay as they are. "
        f"Make them anew with: dualpress translate {path}"
    )


def _publish(desk: Desk, plan: Plan, *, dry_run: bool) -> Published | None:
    try:
        published = publish(desk.project, plan, dry_run=dry_run)
    except WorkError as error:
        desk.failures.append(error)
        return None
    desk.failures += published.failures
    return published


def _report(
    edition: Edition, published: Published | None, judge: Judge, desk: Desk
) -> ArticleReport:
    work = edition.work
    name = work.post.id
    entries = work.catalog.entries
    output = desk.project.output
    pages = published.pages.get(name, ()) if published else ()
    said = published.warnings.get(name, ()) if published else ()
    return ArticleReport(
        id=name,
        path=work.post.path,
        source=work.post.source,
        target=work.post.target,
        counts=edition.counts,
        filled=count_origins(entries),
        held=_reason(edition, published),
        pages=tuple(output / path for path in pages),
        po=work.po,
        errors=sum(bool(judge.errors(entry, work)) for entry in entries),
        warnings=(*work.post.article.warnings, *work.catalog.warnings, *said),
    )


def _reason(edition: Edition, published: Published | None) -> str | None:
    """Why no new page of the translation is made; ``None`` where one is."""
    if edition.is_published:
        return None
    reason = REFUSED if edition.refusal else reason_to_wait(edition.counts)
    is_up = published is not None and edition.work.post.id in published.kept
    return stays_up(reason) if is_up else reason
