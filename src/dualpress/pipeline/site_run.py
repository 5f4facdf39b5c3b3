"""The end of every run that makes pages: all of the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from pathlib import Path

from dualpress.catalog import read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, WorkError
from dualpress.pipeline.desk import Desk, Work, post_of
from dualpress.pipeline.edition import plan_edition, put_away
from dualpress.pipeline.former import Former
from dualpress.pipeline.incremental import (
    BuildState,
    Changed,
    Note,
    Outcome,
    Trusted,
    paused,
)
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.publish import (
    Amendment,
    Notary,
    Opened,
    Plan,
    Published,
    amend,
    profile_of,
    publish,
)
from dualpress.pipeline.report import ArticleReport, RunReport
from dualpress.pipeline.reporter import Reporter
from dualpress.pipeline.settings import site_settings
from dualpress.progress import Progress
from dualpress.site.manifest import MANIFEST
from dualpress.spool import Spool

__all__ = ["SiteRun"]

_LOST = (
    f"{MANIFEST} in the output folder is gone or damaged, so it is not known which pages were "
    "approved: those of articles that wait or cannot be read are taken down. Put the folder back "
    "from a backup and build again, or approve what waits"
)


class SiteRun:
    """Makes the pages of all articles, and tells what became of each.

    Args:
        desk: reads what was not worked on before.
        judge: of translations.
        state: what the last run left; made before anything was read.
        progress: is told how far the run is.
        is_dry: whether nothing is written.
    """

    def __init__(
        self, desk: Desk, judge: Judge, state: BuildState, progress: Progress, *, is_dry: bool
    ) -> None:
        self._desk = desk
        self._judge = judge
        self._state = state
        self._progress = progress
        self._is_dry = is_dry
        self._spool = Spool(desk.project.state)
        self._reporter = Reporter(desk, judge, self._spool)
        self._taken: dict[str, Opened] = {}
        self._resume: Callable[[int], None]
        self._settings = site_settings(desk.project)

    def __enter__(self) -> SiteRun:
        self._spool.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self._spool.__exit__(*raised)

    @property
    def taken(self) -> Set[str]:
        """The ids of the articles that were worked on."""
        return self._taken.keys()

    def take(self, work: Work) -> None:
        """Decide what becomes of an article that was worked on; its pages are made at the end.

        Raises:
            WriteError: the disk is full.
        """
        self._taken[work.post.id] = self._opened(work)
        if not self._is_dry:
            self._state.notebook.renew(work.po, work.catalog)

    def report(
        self,
        posts: Mapping[str, Path],
        *,
        drafted: Collection[str] | None = None,
        engine: str | None = None,
        warnings: Sequence[str] = (),
        is_whole: bool = False,
    ) -> RunReport:
        """Write all pages and tell what became of each article.

        Args:
            posts: of all articles, by their ids.
            drafted: where something was to be, the ids of those in which nothing waits for it, and
                which the next run would leave as they are.
            engine: that drafted.
            warnings: of the run so far.
            is_whole: whether the same run once more would have nothing else to tell.

        Raises:
            ConfigError: a template or selector cannot be used, or the record
                of addresses cannot be read.
        """
        rest = {
            name: post
            for name, post in posts.items()
            if name not in self._taken and name not in self._desk.failed
        }
        trusted = self._state.reuse.trusted(rest, self._spool)
        unknown = {name: post for name, post in rest.items() if name not in trusted.notes}
        with paused(opened=len(self._taken) + len(unknown)) as self._resume:
            plan, outside = self._plan(posts, trusted, unknown)
            lost = _lost(plan)
            published = self._publish(plan)
            every = [*warnings, *_stay(outside), *lost]
            report = self._reporter.report(plan, published, every, engine)
            if published is not None and not self._is_dry:
                is_whole = is_whole and not (outside or lost)
                self._remember(plan, published, report, drafted, is_whole=is_whole)
        return report

    def amend(
        self,
        changed: Changed,
        *,
        drafted: Collection[str] = (),
        engine: str | None = None,
    ) -> RunReport | None:
        """Make the pages of a few articles anew, and tell what became of all.

        Args:
            changed: these; nothing else has changed since the last run.
            drafted: as for :meth:`report`.
            engine: that drafted.

        Returns:
            ``None`` where more is to be made than these; nothing is told or noted then.

        Raises:
            ConfigError: as :meth:`report` raises it.
        """
        if self._desk.failures:
            return None
        rest = {name: path for name, path in changed.posts.items() if name not in self._taken}
        with paused(opened=len(changed.posts)) as self._resume:
            opened = [*self._taken.values(), *self._read(rest)]
            matched = {name: note.matched for name, note in changed.notes.items()}
            if self._desk.failures or self._desk.matched != matched:
                return None
            amendment = Amendment(opened, changed, self._state.last, self._spool, self._progress)
            amended = amend(self._desk.project, amendment)
            if amended is None:
                return None
            report = self._reporter.amended(amended, engine)
            self._note_amended(changed, amended.published, report, drafted)
        return report

    def _note_amended(
        self,
        changed: Changed,
        published: Published,
        report: RunReport,
        drafted: Collection[str],
    ) -> None:
        reports = {article.id: article for article in report.articles}
        notary = self._notary(published, reports, changed.notes.get)
        made, lists = dict(notary.articles(drafted)), dict(notary.lists())
        self._state.notebook.amend(changed, made, lists, published.output.written)

    def _plan(
        self,
        posts: Mapping[str, Path],
        trusted: Trusted,
        unknown: Mapping[str, Path],
    ) -> tuple[Plan, Mapping[str, Path]]:
        """What the site is to be made of, and which posts of it are elsewhere."""
        opened = [*self._taken.values(), *self._read(unknown)]
        former = Former(self._desk.project.output, self._judge.publish)
        outside = dict(_outside(self._desk.project, former, posts))
        plan = Plan(
            opened=opened,
            others={**self._desk.failed, **outside},
            trusted=trusted,
            posts=posts,
            open=self._reopened,
            state=self._state,
            former=former,
            spool=self._spool,
            progress=self._progress,
            complete=not self._desk.failed,
        )
        return plan, outside

    def _reopened(self, posts: Mapping[str, Path]) -> Iterator[Opened]:
        """What is to become of more articles."""
        self._resume(len(posts))
        return self._read(posts)

    def _read(self, posts: Mapping[str, Path]) -> Iterator[Opened]:
        """What is to become of articles that were not worked on, in the order of their ids."""
        self._progress.start("Reading", len(posts))
        for work in self._desk.open(dict(sorted(posts.items()))):
            self._progress.advance(label=work.post.id)
            yield self._opened(work)
        self._progress.finish()

    def _opened(self, work: Work) -> Opened:
        """What is to become of an article."""
        edition = plan_edition(work, self._judge, mark_source=self._settings.decorations.language)
        if edition.refusal is not None:
            self._desk.failures.append(edition.refusal)
        credits_translator = self._desk.project.config.page.translator
        return Opened(
            profile=profile_of(edition, self._settings, credits_translator=credits_translator),
            text=put_away(edition, self._spool),
            is_refused=edition.refusal is not None,
            aside=self._reporter.take(edition),
        )

    def _publish(self, plan: Plan) -> Published | None:
        try:
            published = publish(self._desk.project, plan, dry_run=self._is_dry)
        except WorkError as error:
            self._desk.failures.append(error)
            return None
        self._desk.failures += published.failures
        return published

    def _notary(
        self,
        published: Published,
        reports: Mapping[str, ArticleReport],
        before: Callable[[str], Note | None],
    ) -> Notary:
        """Notes what was published, as :class:`Notary` has it."""
        outputs, matched = self._state.outputs, self._desk.matched
        outputs.take(published.output.looks)
        return Notary(outputs, published, reports, matched, before)

    def _remember(
        self,
        plan: Plan,
        published: Published,
        report: RunReport,
        drafted: Collection[str] | None,
        *,
        is_whole: bool,
    ) -> None:
        reports = self._reporter.by_id(report, plan)
        notary = self._notary(published, reports, plan.trusted.note)
        self._state.notebook.remember(
            Outcome(
                made=notary.articles(drafted or ()),
                known=reports.keys() - published.draft.made.keys(),
                lists=dict(notary.lists()),
                order=published.draft.order,
                warnings=report.warnings,
                has_learned=drafted is not None and not report.failures,
                is_whole=is_whole and not report.failures,
            )
        )


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


def _stay(outside: Mapping[str, Path]) -> Iterator[str]:
    for name, path in outside.items():
        yield (
            f"{name}: its post is not in the posts folder, so its pages stay as they are. "
            f"Make them anew with: dualpress translate {path}"
        )


def _lost(plan: Plan) -> list[str]:
    """What is to be said where nobody knows any more which pages were approved."""
    waits = any(not opened.profile.is_published for opened in plan.opened)
    return [_LOST] if (waits or plan.others) and plan.former.is_lost else []
