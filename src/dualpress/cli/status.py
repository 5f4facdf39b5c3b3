"""``dualpress status``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dualpress.article import Order
from dualpress.cli.documents import status_document
from dualpress.cli.options import Ids, Json, OrderBy, ProjectFolder, Quiet
from dualpress.cli.projects import open_project
from dualpress.cli.screen import shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.pipeline import ArticleStatus, StatusReport

__all__ = ["status"]


def status(
    ids: Ids = None,
    order: OrderBy = Order.PLACE,
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Say for each article how far it is, and what to do next."""
    with session("status", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress import pipeline

        report = pipeline.status(opened, ids or [], order=order)
        for line in _table(report.articles):
            screen.result(line)
        for line in _remarks(report):
            screen.result(line)
        for warning in report.warnings:
            screen.warn(warning)
        for failure in report.failures:
            screen.error(failure)
        if report.articles:
            screen.done(_summary(report.articles))
        screen.report(
            status_document(report, opened.root), exit_code=FAILED if report.failures else DONE
        )


def _table(articles: Sequence[ArticleStatus]) -> Iterator[str]:
    """One line an article: id, state and what to do, in columns; below it why it is held.

    In any other state what to do says why.
    """
    ids = max((len(article.id) for article in articles), default=0)
    states = max((len(article.state) for article in articles), default=0)
    for article in articles:
        yield f"{article.id:<{ids}}  {article.state:<{states}}  {article.next}".rstrip()
        if article.state == "held":
            yield f"  waits: {article.held}"


def _remarks(report: StatusReport) -> Iterator[str]:
    """What reviewers ask and what they let pass, each with its place."""
    for question in report.questions:
        yield f"{shown_path(question.path)}:{question.line}: question: {question.text}"
    for waiver in report.waivers:
        reason = f": {waiver.reason}" if waiver.reason else ""
        where = f"{shown_path(waiver.path)}:{waiver.line}"
        yield f"{where}: waived: {', '.join(waiver.checks)}{reason}"


def _summary(articles: Sequence[ArticleStatus]) -> str:
    states = Counter(article.state for article in articles)
    told = ", ".join(f"{number} {state}" for state, number in states.items())
    return f"{number_of(len(articles), 'article')}: {told}."
