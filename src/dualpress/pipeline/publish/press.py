"""Makes a site: the articles in their places, their pages, and all that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from dualpress.config import Project
from dualpress.errors import WorkError, WriteError
from dualpress.pipeline.addresses import Addresses, seeded_record
from dualpress.pipeline.publish.draft import Draft, Drafter
from dualpress.pipeline.publish.issue import Issue, Issuer
from dualpress.pipeline.publish.plan import Plan
from dualpress.pipeline.publish.published import Published
from dualpress.pipeline.publish.settle import Settler
from dualpress.pipeline.settings import site_settings
from dualpress.pipeline.url_record import UrlRecord, row_of
from dualpress.pipeline.url_record_file import read_record, write_record
from dualpress.site.model import SiteArticle
from dualpress.site.output import Output, Written
from dualpress.spool import Contents

__all__ = ["publish"]


def publish(project: Project, plan: Plan, *, dry_run: bool = False) -> Published:
    """Write the pages of all articles, their lists, manifest and sitemap.

    An article whose pages or pictures cannot be written has none, or those
    that it had; all others are written. What the plan knows not to have
    changed is not opened, unless others changed what its pages say.

    Args:
        project: where to and how.
        plan: what of.
        dry_run: only tell what would be written.

    Raises:
        ConfigError: a template or selector cannot be used, or the record of
            addresses cannot be read.
    """
    return _Press(project, plan).run(dry_run=dry_run)


class _Press:
    """Makes a site.

    Args:
        project: where to and how.
        plan: what of.
    """

    def __init__(self, project: Project, plan: Plan) -> None:
        self._project = project
        self._plan = plan
        self._settings = site_settings(project)
        self._output = Output(project.output)
        self._recorded = read_record(project.addresses)
        self._record = seeded_record(self._recorded, plan.former, self._settings)
        self._issuer = self._issuer_by(self._record)
        self._settler = Settler(self._issuer, self._settings, self._record, self._opened)
        self._failures: list[WorkError] = []
        self._failed: set[str] = set()

    def run(self, *, dry_run: bool) -> Published:
        drafter = Drafter(self._project, self._plan, self._record, self._output, self._opened)
        draft = drafter.draft(self._settled(self._issues()))
        while draft.failed:
            self._failures += draft.failed.values()
            self._failed |= draft.failed.keys()
            rest = self._settler.without(draft.issues.values(), draft.failed)
            draft = drafter.draft(self._settled(rest), draft)
        self._failures += draft.blocked.values()
        count = len(self._failures)
        written = self._write(draft, dry_run=dry_run)
        if not dry_run:
            self._keep(draft.record)
        return Published(
            output=written,
            draft=draft,
            row=partial(row_of, draft.record),
            stays=partial(self._stays, draft, self._issuer_by(draft.record)),
            # What is in the way of a page may be in that of its former one as well.
            failures=tuple({str(error): error for error in self._failures}.values()),
            failed=frozenset(self._failed),
            is_written=len(self._failures) == count,
        )

    def _write(self, draft: Draft, *, dry_run: bool) -> Written:
        files, standing = Contents(draft.files), draft.standing
        complete = self._plan.complete and not self._failures
        if dry_run:
            return self._output.plan(files, standing=standing, complete=complete)
        try:
            written = self._output.write(files, standing=standing, complete=complete, is_clear=True)
        except WriteError as error:
            self._failures.append(error)
            return Written((), 0, (), failed=frozenset(files))
        self._failures += written.failures
        return written

    def _keep(self, record: UrlRecord) -> None:
        """Write the record of addresses."""
        try:
            write_record(self._project.addresses, record, self._recorded)
        except WriteError as error:
            self._failures.append(error)

    def _issues(self) -> Iterator[Issue]:
        """All articles in the places that their pages ask for."""
        for opened in self._plan.opened:
            yield self._issuer.of_opened(opened)
        for name, path in self._plan.others.items():
            yield from self._issuer.of_former(name, path)
        moved = []
        for name, note in self._plan.trusted.notes.items():
            issue = Issue(note.article, self._plan.posts[name], aliases=note.aliases, note=note)
            if note.row == row_of(self._record, name):
                yield issue
            else:
                moved.append(issue)
        yield from self._opened(moved)

    def _opened(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """The same articles, opened."""
        posts = {issue.article.id: issue.post for issue in issues}
        for opened in self._plan.open(posts) if posts else ():
            yield self._issuer.of_opened(opened)

    def _settled(self, issues: Iterable[Issue]) -> dict[str, Issue]:
        """The articles in places of their own, by their ids, in the order of these."""
        found = sorted(issues, key=lambda issue: issue.article.id)
        if all(map(self._is_in_place, found)):
            return {issue.article.id: issue for issue in found}
        settled = self._settler.settle(found)
        self._failures += settled.errors
        self._failed |= settled.refused
        return {issue.article.id: issue for issue in settled.issues}

    def _is_in_place(self, issue: Issue) -> bool:
        """Whether an article has the places that it had in the last run, in nobody's way."""
        note = issue.note or self._plan.trusted.note(issue.article.id)
        return note is not None and _places(issue.article) == _places(note.article)

    def _stays(self, draft: Draft, issuer: Issuer, name: str) -> bool:
        """Whether an article gets the places once more that it has."""
        issue = draft.issues[name]
        if issue.opened is None or row_of(draft.record, name) == row_of(self._record, name):
            return True
        again = issuer.of_opened(issue.opened)
        return (again.article, again.places) == (issue.article, issue.places)

    def _issuer_by(self, record: UrlRecord) -> Issuer:
        addresses = Addresses(self._settings, record)
        return Issuer(self._project, self._settings, self._plan.former, addresses)


def _places(article: SiteArticle) -> object:
    """All that decides which files of the output folder an article has."""
    return article.versions.keys(), article.source_language, article.paths, article.has_bilingual
