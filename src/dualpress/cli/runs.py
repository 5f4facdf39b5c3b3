"""How ``translate`` and ``build`` tell what they did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dualpress.article import Status
from dualpress.cli.documents import run_document
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED
from dualpress.cli.wording import direction, number_of, shares

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.pipeline import ArticleReport, RunReport

__all__ = ["show_run", "show_totals"]

_MOST_TOLD = 50
"""Articles that have lines of their own. Of a large project, whoever changed a comma wants to see
what became of that."""

_LIMITS = {"articles": "--limit is reached", "minutes": "--max-minutes is over"}


def show_totals(screen: Screen) -> None:
    """Print where the segments of a run came from, how long that took, and how fast it was."""
    tally = screen.tally
    if screen.is_quiet or not tally.articles:
        return
    screen.table(("Segments", "Number", "Share"), tally.rows())
    took = f"{number_of(tally.articles, 'article')} in {timedelta(seconds=round(tally.seconds))}"
    screen.done(f"{', '.join(filter(None, [took, tally.speed()]))}.")


def show_run(
    report: RunReport,
    project: Project,
    screen: Screen,
    *,
    dry_run: bool,
    totals: Mapping[str, Any] | None = None,
) -> None:
    """Print a run: its articles with their pages, what went wrong, and the sum.

    Of a project with many articles, only those that the run opened are told, and not too many.

    Args:
        report: what the pipeline did.
        project: the project that it did it in.
        screen: where to print.
        dry_run: whether it only said what it would do.
        totals: figures of the run for its JSON document, where it has any.
    """
    told = _told(report)
    for article in report.articles:
        for line in _article_lines(article) if article.id in told else ():
            screen.done(line)
        for warning in article.warnings:
            screen.warn(f"{article.id}: {warning}")
    for warning in report.warnings:
        screen.warn(warning)
    for failure in report.failures:
        screen.error(failure)
    rest = len(report.articles) - len(told)
    if rest:
        screen.done(f"{number_of(rest, 'more article')}. See all with: dualpress status")
    screen.done(_summary(report, dry_run=dry_run))
    if report.redrafted:
        would, whose = "would be " if dry_run else "", "its" if report.redrafted == 1 else "their"
        drafts = number_of(report.redrafted, "draft")
        screen.done(f"{drafts} {would}made anew, since {whose} terms changed.")
    if report.left is not None:
        screen.done(
            f"{_LIMITS[report.left.limit]}: {number_of(report.left.articles, 'article')} left for "
            "the next run."
        )
    start = project.output / "index.html"
    if start.is_file():
        screen.done(f"Open {shown_path(start)} in a browser.")
    screen.report(
        lambda: {
            "dry_run": dry_run,
            **run_document(report, project.root),
            **({} if totals is None else {"totals": totals}),
        },
        exit_code=FAILED if report.failures else DONE,
    )


def _told(report: RunReport) -> set[str]:
    """The ids of the articles that are told with their files: in a large project, those opened."""
    if len(report.articles) <= _MOST_TOLD:
        return {article.id for article in report.articles}
    return set(sorted(report.opened)[:_MOST_TOLD])


def _article_lines(article: ArticleReport) -> Iterator[str]:
    """One line on an article, and one on each file that its reader goes on with."""
    untranslated = article.counts.get(Status.UNTRANSLATED, 0)
    line = (
        f"{article.id} ({direction(article.source, article.target)}): "
        f"{shares(article.filled, untranslated)}"
    )
    if article.errors:
        line += f"; {number_of(article.errors, 'segment')} with errors"
    yield f"{line}; waits: {article.held}" if article.held else line
    for page in article.pages:
        yield f"  page    {shown_path(page)}"
    if article.held or _is_open(article):
        yield f"  review  {shown_path(article.po)}"


def _is_open(article: ArticleReport) -> bool:
    """Whether a reviewer has something left to do."""
    done = (Status.REVIEWED, Status.JOINED, Status.OBSOLETE)
    return any(number for status, number in article.counts.items() if status not in done)


def _summary(report: RunReport, *, dry_run: bool) -> str:
    held = sum(1 for article in report.articles if article.held)
    parts = [number_of(len(report.articles), "article")]
    if held:
        parts.append(f"{held} waiting")
    if report.failures:
        # Not each is of an article: an engine that fails, or a full disk, is one as well.
        parts.append(number_of(len(report.failures), "error"))
    would = "would be " if dry_run else ""
    files = f"{number_of(len(report.written), 'file')} {would}written"
    if report.removed:
        files += f", {len(report.removed)} {would}removed"
    return f"{', '.join(parts)}; {files}."
