"""Makes a few articles of a site anew where nothing else of it would become another.

That is so where an article says of itself, to the pages of others, what it said in the last
run, and stands where it stood in the lists: a page of these that shows another title is made
anew too. Whatever is not certain to be so is left to :func:`.press.publish`, which looks at all
articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from dualpress.config import Project
from dualpress.pipeline.addresses import Addresses, seeded_record
from dualpress.pipeline.former import Former
from dualpress.pipeline.incremental import Changed, LastRun, Note, View, view_of
from dualpress.pipeline.publish.draft import Draft
from dualpress.pipeline.publish.issue import Issue, Issuer
from dualpress.pipeline.publish.make import Made, Maker
from dualpress.pipeline.publish.plan import Opened
from dualpress.pipeline.publish.published import Published
from dualpress.pipeline.publish.relist import relisted
from dualpress.pipeline.report import RunReport
from dualpress.pipeline.settings import site_settings
from dualpress.pipeline.url_record import row_of
from dualpress.pipeline.url_record_file import read_record
from dualpress.progress import Progress
from dualpress.site.indexes import ListPage
from dualpress.site.manifest import MANIFEST
from dualpress.site.model import Site, SiteArticle
from dualpress.site.output import Output
from dualpress.site.references import Posts
from dualpress.site.sitemap import SITEMAP, fits
from dualpress.site.splice import spliced
from dualpress.site.told import Told
from dualpress.spool import Contents, Kept, Spool, held

__all__ = ["Amended", "Amendment", "amend"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a few articles are to become.

    Args:
        opened: them.
        changed: what they were.
        last: what the last run noted.
        spool: for pages until they are written.
        progress: is told how many pages are made.
    """

    opened: Sequence[Opened]
    changed: Changed
    last: LastRun
    spool: Spool
    progress: Progress


class Amended(NamedTuple):
    """What became of a few articles.

    Args:
        published: their pages.
        last: what the last run told of all.
    """

    published: Published
    last: RunReport


def amend(project: Project, amendment: Amendment) -> Amended | None:
    """Write the pages of a few articles, and what lists, manifest and sitemap say of them.

    The output folder has to be as the last run left it, and that run to have had nothing left
    to do.

    Args:
        project: where to and how.
        amendment: what of.

    Returns:
        ``None`` where more of the site might be another than it is, or what the last run told is
        not known any more; then nothing was written, or what is to be written again.

    Raises:
        ConfigError: a template or selector cannot be used, or the record of
            addresses cannot be read.
    """
    amender = _Amender(project, amendment)
    issues = {opened.profile.id: amender.issue(opened) for opened in amendment.opened}
    if issues.keys() != amendment.changed.posts.keys():
        return None
    draft = amender.draft(issues) if all(map(amender.stays, issues.values())) else None
    # It is of all articles, so it is read only where there is use for it.
    last = amendment.last.report() if draft else None
    written = Output(project.output).rewrite(Contents(draft.files)) if draft and last else None
    if draft is None or last is None or written is None:
        return None
    notes = amendment.changed.notes
    published = Published(written, draft, row=lambda name: notes[name].row, stays=lambda _: True)
    return Amended(published, last)


class _Amender:
    def __init__(self, project: Project, amendment: Amendment) -> None:
        self._project = project
        self._opened = amendment
        self._notes: Mapping[str, Note] = amendment.changed.notes
        self._views: Mapping[str, View] = amendment.changed.views
        self._settings = site_settings(project)
        pairs = [note.told.pair for note in self._notes.values()]
        self._former = Former(project.output, project.config.publish, pairs)
        recorded = read_record(project.addresses, self._notes)
        self._record = seeded_record(recorded, self._former, self._settings)
        addresses = Addresses(self._settings, self._record)
        self._issuer = Issuer(project, self._settings, self._former, addresses)

    def issue(self, opened: Opened) -> Issue:
        """An article in the places that its pages ask for."""
        return self._issuer.of_opened(opened)

    def stays(self, issue: Issue) -> bool:
        """Whether nothing but the text of an article's pages can be another than it was."""
        article, name = issue.article, issue.article.id
        note = self._notes[name]
        site = Site(self._settings, (article,))
        posts = Posts(self._project.posts, site.articles, self._settings.base_url)
        record = self._record.publish(site, {name: issue.places})
        return (
            not issue.kept  # else its links to any page may have to follow
            and issue.aliases == note.aliases
            and article.date == note.article.date  # by which the lists are sorted
            and row_of(record, name) == row_of(self._record, name) == note.row
            and view_of(article, posts) == self._views[name]
        )

    def draft(self, issues: Mapping[str, Issue]) -> Draft | None:
        """The pages of articles, and the files that tell of them; ``None`` if others do too."""
        try:
            made = self._made(issues)
            told = {name: one.told() for name, one in made.items()}
            lists = self._relisted(made, told)
        except LookupError:
            return None
        others = self._others(told)
        if others is None or not all(map(self._has_its_files, made.values())):
            return None
        files = {path: data for one in made.values() for path, data in _files(one)}
        files |= {page.path: held(page.data) for page in lists}
        return Draft(
            issues,
            made,
            views={name: self._views[name] for name in issues},
            record=self._record,
            files={**files, **others},
            lists={page.path: page.digest for page in lists},
            told=told,
        )

    def _relisted(self, made: Mapping[str, Made], told: Mapping[str, Told]) -> Sequence[ListPage]:
        """The pages of lists that show something else of these articles than they did."""
        articles = {name: one.article for name, one in made.items()}
        before = {name: self._notes[name].told for name in made}
        return list(relisted(articles, before, told, self._opened.last, self._settings))

    def _made(self, issues: Mapping[str, Issue]) -> dict[str, Made]:
        """The pages of articles, on a site of these and of all that the pages ask for.

        Raises:
            LookupError: the last run's articles are not known any more.
        """
        articles = {name: issue.article for name, issue in issues.items()}
        while True:
            made = self._made_among(articles, issues.values())
            asked = {name for one in made.values() for name in one.asked}
            found = self._opened.last.articles(asked)
            if found.keys() <= articles.keys():
                return made
            articles = {**found, **articles}

    def _made_among(
        self, articles: Mapping[str, SiteArticle], issues: Collection[Issue]
    ) -> dict[str, Made]:
        site = Site(self._settings, tuple(articles[name] for name in sorted(articles)))
        posts = Posts(self._project.posts, site.articles, self._settings.base_url)
        maker = Maker(site, posts, self._former, self._opened.spool)
        return maker.make_all(issues, self._opened.progress)

    def _has_its_files(self, made: Made) -> bool:
        """Whether the files that an article needs are those that it had."""
        paths = {path.as_posix() for path, _ in _files(made)}
        return made.error is None and paths == {
            file.path for file in self._notes[made.article.id].files
        }

    def _others(self, told: Mapping[str, Told]) -> dict[PurePosixPath, Kept[bytes]] | None:
        """The files of the whole site that tell of articles; ``None`` if not these alone change."""
        before = {name: self._notes[name].told for name in told}
        pairs = [(before[name].pair, told[name].pair) for name in told]
        entries = [(b"".join(before[name].sitemap), b"".join(told[name].sitemap)) for name in told]
        manifest, sitemap = self._spliced(MANIFEST, pairs), self._spliced(SITEMAP, entries)
        if manifest is None or sitemap is None or not all(map(fits, sitemap.values())):
            return None
        return {path: held(data) for path, data in {**manifest, **sitemap}.items()}

    def _spliced(
        self, path: PurePosixPath, changes: Iterable[tuple[bytes, bytes]]
    ) -> dict[PurePosixPath, bytes] | None:
        """A file with what is told of some articles now; nothing where that is what was told."""
        changes = [(old, new) for old, new in changes if old != new]
        if not changes:
            return {}
        try:
            data = spliced((self._project.output / path).read_bytes(), changes)
        except OSError:
            return None
        return None if data is None else {path: data}


def _files(made: Made) -> Iterator[tuple[PurePosixPath, Kept[bytes]]]:
    yield from made.media.items()
    yield from ((page.path, page.data) for page in made.pages)
