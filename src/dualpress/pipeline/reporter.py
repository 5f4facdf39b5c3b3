"""What a run tells of its articles, and what ``status`` will."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from dualpress.glossary.vocabulary import Vocabulary
from dualpress.pipeline.article_status import article_status
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.drafts import count_origins
from dualpress.pipeline.edition import Edition
from dualpress.pipeline.incremental import Aside, texts_of
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.packed import Listed, Packed
from dualpress.pipeline.publish import Amended, Plan, Published
from dualpress.pipeline.report import ArticleReport, RunReport
from dualpress.pipeline.selectors import unmatched_selectors
from dualpress.pipeline.wording import REFUSED, reason_to_wait, stays_up
from dualpress.site.output import Written
from dualpress.spool import Kept, Spool, Through

__all__ = ["Reporter"]

_SIZE_OF_STATUS, _SIZE_OF_REPORT = 1000, 2000
"""About how many bytes they take."""


class Reporter:
    """Tells what became of the articles of a run.

    Args:
        desk: that reads them.
        judge: of translations.
        spool: for what is told of each, until it is.
    """

    def __init__(self, desk: Desk, judge: Judge, spool: Spool) -> None:
        self._desk = desk
        self._judge = judge
        self._spool = spool
        self._vocabulary = Vocabulary()
        self._reports: dict[str, Kept[ArticleReport]] = {}

    def take(self, edition: Edition) -> Kept[Aside]:
        """Take down what is to be told of an article that was opened, but for its pages.

        Returns:
            What else is to be noted of it.

        Raises:
            WriteError: the disk is full.
        """
        work, report = edition.work, self._article(edition)
        self._reports[report.id] = self._spool.put(report, _SIZE_OF_REPORT)
        status = article_status(work, self._desk.project, report.counts, report.errors)
        aside = Aside(status, self._vocabulary.words(texts_of(work)))
        return self._spool.put(aside, _SIZE_OF_STATUS + len(aside.words))

    def report(
        self,
        plan: Plan,
        published: Published | None,
        warnings: Sequence[str],
        engine: str | None,
    ) -> RunReport:
        """Tell what became of all articles.

        Args:
            plan: what the site was to be made of.
            published: what was made of it; ``None`` where nothing was.
            warnings: of the run so far.
            engine: that drafted.
        """
        notes, project = plan.trusted.notes, self._desk.project
        known = notes.keys() - self._reports.keys()
        matched = {name: notes[name].matched for name in known}
        unmatched = unmatched_selectors(project, plan.posts, {**matched, **self._desk.matched})
        written = published.output if published else Written((), 0, ())
        return RunReport(
            articles=self._articles(plan, known, published),
            failures=tuple(self._desk.failures),
            warnings=(*warnings, *self._remarks(published), *unmatched),
            engine=engine,
            written=Packed(project.output / path for path in written.written),
            removed=Packed(project.output / path for path in written.removed),
            opened=frozenset(self._reports),
        )

    def amended(self, amended: Amended, engine: str | None) -> RunReport:
        """What the last run told, with what became of the articles that were opened in this one.

        Args:
            amended: both.
            engine: that drafted.
        """
        published, last = amended
        new = {name: self._finished(name, published) for name in self._reports}
        return replace(
            last,
            articles=tuple(new.get(article.id, article) for article in last.articles),
            engine=engine,
            written=tuple(self._desk.project.output / path for path in published.output.written),
            opened=new.keys(),
        )

    def by_id(self, report: RunReport, plan: Plan) -> Mapping[str, ArticleReport]:
        """What is told of each article, by their ids.

        Args:
            report: as :meth:`report` gave it.
            plan: of which it was told.
        """
        places = {name: place for place, name in enumerate(self._ids(plan))}
        return Through(places, report.articles.__getitem__)

    def _ids(self, plan: Plan) -> list[str]:
        """The ids of the articles that a report is of, in its order."""
        return sorted(plan.trusted.notes.keys() | self._reports.keys())

    def _articles(
        self, plan: Plan, known: Collection[str], published: Published | None
    ) -> Sequence[ArticleReport]:
        """What is told of all articles.

        Args:
            plan: what the site was to be made of.
            known: the ids of those that were not opened.
            published: what became of the others.
        """
        opened = sorted(self._reports)
        made = Packed(self._finished(name, published) for name in opened)
        places = {name: place for place, name in enumerate(opened)}
        own = Through(places, made.__getitem__)
        return Listed(self._ids(plan), own, plan.trusted.reports) if known else made

    def _remarks(self, published: Published | None) -> Iterator[str]:
        """What is to be said of the site, and of pages whose articles could not be opened."""
        if published is not None:
            yield from published.draft.remarks
            for name in published.draft.made:
                for warning in published.warnings(name) if name not in self._reports else ():
                    yield f"{name}: {warning}"

    def _article(self, edition: Edition) -> ArticleReport:
        """What is to be told of an article before its pages are made."""
        work = edition.work
        entries = work.catalog.entries
        return ArticleReport(
            id=work.post.id,
            path=work.post.path,
            source=work.post.source,
            target=work.post.target,
            counts=edition.counts,
            filled=count_origins(entries),
            held=_reason(edition),
            pages=(),
            po=work.po,
            errors=sum(bool(self._judge.errors(entry, work)) for entry in entries),
            warnings=(*work.post.article.warnings, *work.catalog.warnings),
        )

    def _finished(self, name: str, published: Published | None) -> ArticleReport:
        """What is to be told of an article that was opened, with what its pages came to."""
        report = self._reports[name]()
        if published is None:
            return report
        pages = published.pages(report.id)
        is_up = report.held is not None and published.is_kept(report.id)
        return replace(
            report,
            held=stays_up(report.held) if report.held and is_up else report.held,
            pages=tuple(self._desk.project.output / path for path in pages),
            warnings=(*report.warnings, *published.warnings(report.id)),
        )


def _reason(edition: Edition) -> str | None:
    """Why no new page of the translation is made; ``None`` where one is."""
    if edition.is_published:
        return None
    return REFUSED if edition.refusal else reason_to_wait(edition.counts)
