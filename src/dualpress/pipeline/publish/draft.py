"""A site before its first file is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.config import Project
from dualpress.errors import WorkError, WriteError
from dualpress.pipeline.incremental import View, changed_names, view_of
from dualpress.pipeline.publish.issue import Issue
from dualpress.pipeline.publish.make import Made, Maker
from dualpress.pipeline.publish.plan import Plan
from dualpress.pipeline.redirects import FoundRedirects, Wishes, find_redirects
from dualpress.pipeline.settings import site_settings
from dualpress.pipeline.url_record import UrlRecord
from dualpress.site.assemble import assemble
from dualpress.site.indexes import index_digests
from dualpress.site.model import Site
from dualpress.site.output import Output
from dualpress.site.redirects import REDIRECTS, redirects
from dualpress.site.references import Posts
from dualpress.site.told import Told, told_of
from dualpress.spool import Contents, Kept, Through, held

__all__ = ["Draft", "Drafter"]


@dataclass(frozen=True)
class Draft:
    """All of a site, before the first file is written.

    Args:
        issues: its articles, by their ids.
        made: the pages of those that were opened or kept.
        views: all of them, as the pages of others see them.
        record: of the places of all pages that ever were, and are.
        files: to be written, by path.
        standing: the SHA-256 of the files that are there as they are to be, by path.
        lists: digests of what the lists show, by path.
        order: the ids of what they show, by their languages.
        told: what the files that list all articles say of each, by their ids.
        failed: what stands in the way, by the id of the article that it concerns.
        blocked: the files of no single article that cannot be written.
        remarks: what an editor should know of the site as a whole.
    """

    issues: Mapping[str, Issue]
    made: Mapping[str, Made]
    views: Mapping[str, View]
    record: UrlRecord
    files: Mapping[PurePosixPath, Kept[bytes]] = field(default_factory=dict)
    standing: Mapping[PurePosixPath, str] = field(default_factory=dict)
    lists: Mapping[PurePosixPath, str] = field(default_factory=dict)
    order: Mapping[Language, Sequence[str]] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    failed: Mapping[str, WorkError] = field(default_factory=dict)
    blocked: Mapping[PurePosixPath, WriteError] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


class Drafter:
    """Makes the pages of a site, but for those that stand as they are to be.

    Args:
        project: where to and how.
        plan: what of.
        record: of the places that pages had before.
        output: the output folder.
        open: opens articles that were not.
    """

    def __init__(
        self,
        project: Project,
        plan: Plan,
        record: UrlRecord,
        output: Output,
        open: Callable[[Iterable[Issue]], Iterable[Issue]],
    ) -> None:
        self._project = project
        self._plan = plan
        self._record = record
        self._open = open
        self._settings = site_settings(project)
        self._output = output

    def draft(self, issues: Mapping[str, Issue], before: Draft | None = None) -> Draft:
        """Make the pages of articles in their places.

        Args:
            issues: the articles, by their ids.
            before: what was drafted of most of them already.
        """
        site = Site(self._settings, tuple(issue.article for issue in issues.values()))
        views = dict(self._views(issues))
        issues = dict(self._reopened(issues, views))
        made = dict(_reusable(before, site, views)) if before else {}
        made |= self._made(issues, made, self._maker(site, views))
        draft = Draft(issues, made, views, self._record)
        failed = {name: one.error for name, one in made.items() if one.error}
        return replace(draft, failed=failed) if failed else self._assembled(draft, site)

    def _made(
        self, issues: Mapping[str, Issue], made: Mapping[str, Made], maker: Maker
    ) -> dict[str, Made]:
        """The pages of the articles that have none yet."""
        waiting = [
            issue
            for name, issue in issues.items()
            if issue.note is None and (name not in made or made[name].article != issue.article)
        ]
        return maker.make_all(waiting, self._plan.progress)

    def _maker(self, site: Site, views: Mapping[str, View]) -> Maker:
        names = Through(views, lambda view: view.names)  # the same ones, which are in memory once
        posts = Posts(self._project.posts, site.articles, self._settings.base_url, names)
        return Maker(site, posts, self._plan.former, self._plan.spool)

    def _views(self, issues: Mapping[str, Issue]) -> Iterator[tuple[str, View]]:
        """The articles as the pages of others see them; what is as it was is in memory once."""
        noted = self._plan.state.last.views
        nobody = Posts(self._project.posts, (), self._settings.base_url)
        for name, issue in issues.items():
            if issue.note is not None and issue.article == issue.note.article:
                yield name, noted[name]
            else:
                view = view_of(issue.article, nobody)
                known = noted.get(name)
                yield name, known if known == view and known is not None else view

    def _reopened(
        self, issues: Mapping[str, Issue], views: Mapping[str, View]
    ) -> Iterator[tuple[str, Issue]]:
        """The articles; those are opened whose pages would not be what they were."""
        askers = self._plan.state.last.askers(changed_names(self._plan.state.last.views, views))
        stale = {name for name, issue in issues.items() if issue.note and name in askers}
        opened = {issue.article.id: issue for issue in self._open(issues[n] for n in sorted(stale))}
        for name, issue in issues.items():
            if name in opened or name not in stale:
                yield name, opened.get(name, issue)

    def _assembled(self, draft: Draft, site: Site) -> Draft:
        """The draft with all its files, and what stands in their way."""
        articles = tuple(issue.article for issue in draft.issues.values())
        if articles != site.articles:  # some were opened meanwhile
            site = Site(self._settings, articles)
        standing = _standing(draft)
        told = Contents(dict(_told(draft, site, standing)))
        lists = index_digests(site, Through(told, lambda one: one.listed))
        standing |= self._standing_lists(lists)
        files = _own_files(draft)
        files |= map(self._put_away, assemble(site, standing, told))
        record = _published_record(self._record, draft.issues, site)
        found = self._redirects(draft.issues, site, record, {*files, *standing})
        if found.redirects:
            files[REDIRECTS] = held(redirects(found.redirects))
        standing = {path: sha256 for path, sha256 in standing.items() if path not in files}
        draft = replace(
            draft,
            files=files,
            standing=standing,
            lists=lists,
            order=site.lists,
            told=told,
            record=record,
            remarks=found.warnings,
        )
        return _unobstructed(draft, self._output.obstacles(Contents(files), standing))

    def _put_away(
        self, file: tuple[PurePosixPath, Iterable[bytes]]
    ) -> tuple[PurePosixPath, Kept[bytes]]:
        path, parts = file
        return path, self._plan.spool.put_parts(parts)

    def _standing_lists(self, lists: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
        found = self._plan.state.reuse.lists(lists)
        return {path: standing.sha256 for path, standing in found.items()}

    def _redirects(
        self,
        issues: Mapping[str, Issue],
        site: Site,
        record: UrlRecord,
        files: Collection[PurePosixPath],
    ) -> FoundRedirects:
        there = {*self._plan.posts, *self._plan.others}
        aliases = {name: issue.aliases for name, issue in issues.items()}
        wishes = Wishes(aliases, self._project.config.urls.removed)
        return find_redirects(site, record, there, wishes, files)


def _published_record(record: UrlRecord, issues: Mapping[str, Issue], site: Site) -> UrlRecord:
    """The record with the pages that are published now."""
    return record.publish(site, {name: issue.places for name, issue in issues.items()})


def _reusable(before: Draft, site: Site, views: Mapping[str, View]) -> Iterator[tuple[str, Made]]:
    """What was made that would come out the same."""
    changed = changed_names(before.views, views)
    for article in site.articles:
        made = before.made.get(article.id)
        if made is not None and article.id not in before.failed and made.asked.isdisjoint(changed):
            yield article.id, made


def _standing(draft: Draft) -> dict[PurePosixPath, str]:
    """The files of articles that were not opened."""
    return {
        PurePosixPath(file.path): file.sha256
        for issue in draft.issues.values()
        if issue.note is not None
        for file in issue.note.files
    }


def _own_files(draft: Draft) -> dict[PurePosixPath, Kept[bytes]]:
    """The files of articles that were made: what pages need, and the pages."""
    made = draft.made.values()
    kept = {path: data for one in made for path, data in one.kept_media.items()}
    media = {path: data for one in made for path, data in one.media.items()}
    return {**kept, **media, **{page.path: page.data for one in made for page in one.pages}}


def _told(
    draft: Draft, site: Site, digests: Mapping[PurePosixPath, str]
) -> Iterator[tuple[str, Kept[Told]]]:
    """What is said of each article in the files that list all.

    Args:
        draft: of the site.
        site: that it is of.
        digests: the SHA-256 of the files of articles that were not opened, by path.
    """
    for name, issue in draft.issues.items():
        if issue.note is not None and issue.article == issue.note.article:
            yield name, held(issue.note.told)
        elif name in draft.made:
            yield name, draft.made[name].told
        else:
            yield name, held(told_of(site, issue.article, digests))


def _unobstructed(draft: Draft, obstacles: Mapping[PurePosixPath, WriteError]) -> Draft:
    """The draft with what stands in its way, by whom it concerns."""
    if not obstacles:
        return draft
    owners = dict(_owners(draft))
    failed = {
        owners[path]: error.of(owners[path]) for path, error in obstacles.items() if path in owners
    }
    blocked = {path: error for path, error in obstacles.items() if path not in owners}
    files = {path: data for path, data in draft.files.items() if path not in blocked}
    standing = {path: told for path, told in draft.standing.items() if path not in blocked}
    return replace(draft, files=files, standing=standing, failed=failed, blocked=blocked)


def _owners(draft: Draft) -> Iterator[tuple[PurePosixPath, str]]:
    """Which article each file is of; of files that several have, one of these."""
    for name, issue in draft.issues.items():
        for file in issue.note.files if issue.note else ():
            yield PurePosixPath(file.path), name
    for name, one in draft.made.items():
        yield from ((path, name) for path in (*one.media, *(page.path for page in one.pages)))
