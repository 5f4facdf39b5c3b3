"""``status``: where articles stand, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dualpress.article import Order
from dualpress.catalog import count_statuses
from dualpress.config import Project
from dualpress.pipeline.article_status import article_status
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.incremental import BuildState, relieved
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.ordering import ordered_articles
from dualpress.pipeline.report import ArticleStatus, StatusReport
from dualpress.pipeline.selectors import unmatched_selectors

__all__ = ["status"]


def status(
    project: Project, ids: Sequence[str] = (), *, order: Order = Order.PLACE
) -> StatusReport:
    """Tell for each article where it stands and what to do next.

    What is as the last run left it is not opened.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files; none means all.
        order: of the articles.

    Raises:
        SetupError: there is no such article, or the project cannot be read.
    """
    state = BuildState(project)
    desk = Desk(project, state.terms.glossary)
    posts = choose_posts(project, ids)
    with relieved():
        found = list(_statuses(posts.chosen, desk, state))
    warnings = [warning for article in found for warning in article.warnings]
    warnings.extend(unmatched_selectors(project, posts.all, desk.matched))
    return StatusReport(
        articles=tuple(ordered_articles(found, order)),
        failures=tuple(desk.failures),
        warnings=tuple(warnings),
        questions=tuple(question for article in found for question in article.questions),
        waivers=tuple(waiver for article in found for waiver in article.waivers),
    )


def _statuses(posts: Mapping[str, Path], desk: Desk, state: BuildState) -> Iterator[ArticleStatus]:
    """Where articles stand, in their order; of what was not touched, as it is noted."""
    judge = Judge(desk.project)
    noted = state.reuse.statuses(posts)
    for name, path in posts.items():
        if name in noted:
            article, desk.matched[name] = noted[name]
            yield article
        else:
            yield from (_status(work, judge, desk.project) for work in desk.open({name: path}))


def _status(work: Work, judge: Judge, project: Project) -> ArticleStatus:
    entries = work.catalog.entries
    errors = sum(bool(judge.errors(entry, work)) for entry in entries)
    return article_status(work, project, count_statuses(entries), errors)
