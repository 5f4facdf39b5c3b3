"""Pages from posts and their catalogs: gathered first, then written."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dualpress.article import Language, Status
from dualpress.config import Project
from dualpress.errors import ReadError, WorkError, WriteError
from dualpress.html.derived import find_repetition
from dualpress.html.inline import clean_text
from dualpress.pipeline.addresses import Addresses, refuse_clashes, seeded_record
from dualpress.pipeline.edition import Edition
from dualpress.pipeline.former import Former, FormerPage
from dualpress.pipeline.notices import source_notices, target_notices
from dualpress.pipeline.posts import Post
from dualpress.pipeline.redirects import find_redirects
from dualpress.pipeline.settings import site_settings
from dualpress.pipeline.url_record import Pages, UrlRecord, read_record, write_record
from dualpress.site.assemble import assemble
from dualpress.site.bilingual import build_bilingual
from dualpress.site.corrections import correction_warnings
from dualpress.site.dates import modified_on, published_on, revised_on
from dualpress.site.media import MediaFiles
from dualpress.site.model import Site, SiteArticle, SiteSettings, Version
from dualpress.site.output import Output, Written
from dualpress.site.pages import BuiltPage, build_page
from dualpress.site.passages import find_passages
from dualpress.site.redirects import REDIRECTS, redirects
from dualpress.site.references import Posts
from dualpress.site.robots import forbids_indexing
from dualpress.site.titles import description_of, title_of, title_warnings

__all__ = [
    "Plan",
    "Published",
    "has_final_title",
    "publish",
    "relative_post",
    "source_version",
    "target_version",
]


@dataclass(frozen=True)
class Plan:
    """What a site is to be made of.

    Args:
        editions: what becomes of the articles that could be worked on.
        others: the posts of the other articles, whose pages stay as they are.
        former: what the output folder held before.
        complete: whether these are all articles: the pages of others are removed then.
    """

    editions: Sequence[Edition]
    others: Mapping[str, Path]
    former: Former
    complete: bool = True


@dataclass(frozen=True)
class Published:
    """What a build wrote.

    Args:
        output: what was done to the output folder.
        pages: the paths of each article's pages, by article id.
        kept: the ids of the articles with a page that was left as it was.
        warnings: what an editor should know, by article id.
        failures: what could not be written; all else was.
    """

    output: Written
    pages: Mapping[str, tuple[PurePosixPath, ...]]
    kept: frozenset[str]
    warnings: Mapping[str, tuple[str, ...]]
    failures: tuple[WorkError, ...] = ()


@dataclass(frozen=True)
class _Issue:
    """An article of the site, with the pages that are made anew and those that are kept.

    Args:
        article: among those of the site.
        edition: what becomes of it; ``None`` where it could not be worked on.
        kept: the pages that stay as they are.
        places: what is to be recorded of the places of the others.
    """

    article: SiteArticle
    edition: Edition | None
    kept: Mapping[Language, FormerPage]
    places: Pages = field(default_factory=dict)


@dataclass(frozen=True)
class _Draft:
    """All files of the output folder, before the first is written.

    Args:
        site: what is published.
        pages: by article id.
        files: by path.
        failed: what stands in the way, by the id of the article that it concerns.
        blocked: the files of no single article that cannot be written.
    """

    site: Site
    pages: Mapping[str, Sequence[BuiltPage]]
    files: Mapping[PurePosixPath, bytes] = field(default_factory=dict)
    failed: Mapping[str, WorkError] = field(default_factory=dict)
    blocked: Mapping[PurePosixPath, WriteError] = field(default_factory=dict)


def publish(project: Project, plan: Plan, *, dry_run: bool = False) -> Published:
    """Write the pages of all articles, their lists, manifest and sitemap.

    An article whose pages or pictures cannot be written has none, or those
    that it had; all others are written.

    Args:
        project: where to and how.
        plan: what of.
        dry_run: only tell what would be written.

    Raises:
        WriteError: the output folder cannot be written to.
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
        self._failures: list[WorkError] = []

    def run(self, *, dry_run: bool) -> Published:
        issues = list(self._placed(self._issues()))
        draft = self._draft(issues)
        while draft.failed:
            self._failures += draft.failed.values()
            issues = list(self._without(issues, draft.failed))
            draft = self._draft(issues)
        self._failures += draft.blocked.values()
        files = {path: data for path, data in draft.files.items() if path not in draft.blocked}
        written = self._write(files, dry_run=dry_run)
        if not dry_run:
            write_record(self._project.addresses, self._published_record(issues), self._recorded)
        return Published(
            output=written,
            pages={name: tuple(page.path for page in own) for name, own in draft.pages.items()},
            kept=frozenset(issue.article.id for issue in issues if issue.kept),
            warnings={issue.article.id: _warnings(issue, draft) for issue in issues},
            failures=tuple(self._failures),
        )

    def _write(self, files: Mapping[PurePosixPath, bytes], *, dry_run: bool) -> Written:
        complete = self._plan.complete and not self._failures
        plan = self._output.plan(files, complete=complete)
        if not dry_run:
            try:
                self._output.write(files, complete=complete)
            except WriteError as error:
                self._failures.append(error)
        return plan

    def _issues(self) -> Iterator[_Issue]:
        for edition in self._plan.editions:
            yield self._issue(edition)
        for name, path in self._plan.others.items():
            yield from self._former_issue(name, path)

    def _issue(self, edition: Edition) -> _Issue:
        post = edition.work.post
        kept = {} if edition.is_published else _kept_translation(post, self._plan.former)
        versions = {
            post.source: source_version(edition),
            **({post.target: self._target_version(edition)} if edition.is_published else {}),
            **{language: page.version for language, page in kept.items()},
        }
        entry = SiteArticle(
            id=post.id,
            post=relative_post(post.path, self._project),
            source_language=post.source,
            versions=versions,
            date=published_on(post.article),
            has_bilingual=self._settings.reading.has_bilingual
            and (edition.is_published or _has_bilingual(kept)),
        )
        return _Issue(_where_it_was(entry, kept, self._settings), edition, kept)

    def _target_version(self, edition: Edition) -> Version:
        credited = self._project.config.page.translator
        return target_version(edition, credits_translator=credited)

    def _former_issue(self, name: str, path: Path) -> Iterator[_Issue]:
        """An article whose pages stay as they are, if it has some."""
        article = self._plan.former.article(name)
        kept = self._plan.former.pages(name)
        if article and kept:
            entry = SiteArticle(
                id=name,
                post=relative_post(path, self._project),
                source_language=article.source_language,
                versions={language: page.version for language, page in kept.items()},
                date=article.date,
                has_bilingual=self._settings.reading.has_bilingual and _has_bilingual(kept),
            )
            yield _Issue(_where_it_was(entry, kept, self._settings), None, kept)

    def _placed(self, issues: Iterable[_Issue]) -> Iterator[_Issue]:
        """The issues with the places of their pages, but for those that have none."""
        addresses = Addresses(self._project, self._settings, self._record)
        found = {issue.article.id: _at_place(issue, addresses) for issue in issues}
        entries = [issue.article for issue in found.values()]
        articles, refused = refuse_clashes(entries, self._settings, self._record)
        for errors in refused.values():
            self._failures += errors
        for name, issue in found.items():
            if name in articles:
                yield replace(issue, article=articles[name])

    def _without(self, issues: Iterable[_Issue], failed: Collection[str]) -> Iterator[_Issue]:
        """The issues, but for those that failed; their former pages in their stead."""
        for issue in issues:
            if issue.article.id not in failed:
                yield issue
            elif issue.edition is not None:
                post = issue.edition.work.post
                yield from self._former_issue(post.id, post.path)

    def _draft(self, issues: Sequence[_Issue]) -> _Draft:
        site = Site(self._settings, tuple(issue.article for issue in issues))
        posts = Posts(self._project.posts, site.articles, self._settings.base_url)
        pages = {issue.article.id: list(_pages(issue, site, posts)) for issue in issues}
        media, failed = _read_media(pages, MediaFiles(posts))
        if failed:
            return _Draft(site, pages, failed=failed)
        owners = {page.path: name for name, own in pages.items() for page in own}
        owners |= {path: name for name, own in media.items() for path in own}
        owned = {path: data for own in media.values() for path, data in own.items()}
        former = _kept_media(issues, self._plan.former)
        built = [page for own in pages.values() for page in own]
        files = {**former, **assemble(site, built, owned), **self._redirects(issues, site)}
        obstacles = self._output.obstacles(files)
        failed = {
            owners[path]: _named(error, owners[path])
            for path, error in obstacles.items()
            if path in owners
        }
        blocked = {path: error for path, error in obstacles.items() if path not in owners}
        return _Draft(site, pages, files, failed, blocked)

    def _redirects(self, issues: Sequence[_Issue], site: Site) -> dict[PurePosixPath, bytes]:
        """The list of redirects, if there is one."""
        posts = {
            issue.article.id: issue.edition.work.post.article
            for issue in issues
            if issue.edition is not None
        }
        there = {
            *(edition.work.post.id for edition in self._plan.editions),
            *self._plan.others,
        }
        found = find_redirects(
            site, self._published_record(issues), there, posts, self._project.config.urls.removed
        )
        return {REDIRECTS: redirects(found)} if found else {}

    def _published_record(self, issues: Iterable[_Issue]) -> UrlRecord:
        return self._record.publish(
            {
                issue.article.id: {
                    language: place
                    for language, place in issue.places.items()
                    if language in issue.article.versions
                }
                for issue in issues
            }
        )


def _kept_translation(post: Post, former: Former) -> dict[Language, FormerPage]:
    """The translated page of an article that waits again, or whose translation was refused."""
    article = former.article(post.id)
    is_same = article is not None and article.source_language is post.source
    return former.pages(post.id, [post.target]) if is_same else {}


def _has_bilingual(kept: Mapping[Language, FormerPage]) -> bool:
    return any(page.bilingual is not None for page in kept.values())


def _where_it_was(
    article: SiteArticle, kept: Mapping[Language, FormerPage], settings: SiteSettings
) -> SiteArticle:
    """An article with the places of the pages that stay as they are."""
    base = settings.base_url
    return replace(
        article,
        paths={language: page.path for language, page in kept.items()},
        urls={
            language: page.url
            for language, page in kept.items()
            if page.url and base and page.url.startswith(base)
        },
    )


def _at_place(issue: _Issue, addresses: Addresses) -> _Issue:
    if issue.edition is None:
        return issue
    placed = addresses.place(
        issue.article,
        issue.edition.work.post.article,
        has_final_title=has_final_title(issue.edition),
    )
    return replace(issue, article=placed.article, places=placed.pages)


def has_final_title(edition: Edition) -> bool:
    """Whether a human stands behind the translation of the title."""
    article = edition.work.post.article
    said = find_repetition(article.segments, clean_text(article.title))
    statuses = {entry.key: entry.status for entry in edition.work.catalog.entries}
    return said is not None and all(
        statuses[key].is_confirmed or statuses[key] is Status.STALE for key in said.keys
    )


def relative_post(path: Path, project: Project) -> PurePosixPath:
    """Where a post stands among the posts."""
    inside = path.is_relative_to(project.posts)
    return PurePosixPath(
        (path.relative_to(project.posts) if inside else Path(path.name)).as_posix()
    )


def _pages(issue: _Issue, site: Site, posts: Posts) -> Iterator[BuiltPage]:
    for language in issue.article.versions:
        if not site.is_written(issue.article, language):
            continue
        if language in issue.kept:
            page = issue.kept[language]
            yield BuiltPage(page.path, page.data)
        elif issue.edition is not None:
            post = issue.edition.work.post
            text = (issue.edition.patches or ()) if language is post.target else ()
            context = site.page(issue.article, language)
            yield build_page(post.article, text, issue.article, context, posts)
    yield from _bilingual(issue, site)


def _bilingual(issue: _Issue, site: Site) -> Iterator[BuiltPage]:
    """The side-by-side view, if there is to be one."""
    path = site.bilingual_path(issue.article)
    if path is None:
        return
    for page in issue.kept.values():
        if page.bilingual is not None:
            yield BuiltPage(path, page.bilingual)
    edition = issue.edition
    if edition is not None and edition.is_published:
        article = edition.work.post.article
        passages = find_passages(article, edition.translations, edition.joined)
        yield build_bilingual(issue.article, site.bilingual(issue.article, path), passages)


def _read_media(
    pages: Mapping[str, Sequence[BuiltPage]], files: MediaFiles
) -> tuple[dict[str, dict[PurePosixPath, bytes]], dict[str, WorkError]]:
    """The files that each article's pages need, and the articles that lack one."""
    found: dict[str, dict[PurePosixPath, bytes]] = {}
    failed: dict[str, WorkError] = {}
    for name, own in pages.items():
        try:
            found[name] = files.read(path for page in own for path in page.media)
        except ReadError as error:
            failed[name] = _named(error, name)
    return found, failed


def _named(error: WorkError, article: str) -> WorkError:
    """The same error, with the article whose pages are not written."""
    cause = f"{article}: {error.cause}"
    return type(error)(cause, path=error.path, line=error.line, hint=error.hint)


def _kept_media(issues: Iterable[_Issue], former: Former) -> dict[PurePosixPath, bytes]:
    """The pictures of pages that are kept, which their posts may no longer have."""
    kept = (page for issue in issues for page in issue.kept.values())
    return dict(media for page in kept for media in former.media_of(page))


def _warnings(issue: _Issue, draft: _Draft) -> tuple[str, ...]:
    """What is to be said of an article's pages, each thing once."""
    said = [warning for page in draft.pages[issue.article.id] for warning in page.warnings]
    if issue.edition is not None:
        article = issue.edition.work.post.article
        said += [*title_warnings(article), *correction_warnings(article)]
    return tuple(dict.fromkeys(said))


def source_version(edition: Edition) -> Version:
    """What a site says of an article in the language that it was written in."""
    article = edition.work.post.article
    return Version(
        title=title_of(article),
        description=description_of(article),
        indexable=not forbids_indexing(article),
        notices=tuple(source_notices(edition)),
        modified=modified_on(article),
    )


def target_version(edition: Edition, *, credits_translator: bool = False) -> Version:
    """What a site says of an article's translation that is published.

    Args:
        edition: of the article.
        credits_translator: whether its page names who translated it.
    """
    article = edition.work.post.article
    return Version(
        title=title_of(article, edition.translations, edition.joined),
        description=description_of(article, edition.translations, edition.joined),
        indexable=not (forbids_indexing(article) or edition.state.noindex),
        notices=tuple(target_notices(edition, credits_translator=credits_translator)),
        counts=edition.counts,
        modified=_translated_on(edition),
    )


def _translated_on(edition: Edition) -> datetime.date | None:
    """When the translation last changed: by a reviewer, or with its original."""
    own = revised_on(edition.work.catalog.header)
    with_original = None if edition.state.stale_notice else modified_on(edition.work.post.article)
    return max((date for date in (own, with_original) if date), default=None)
