"""Pages from posts and their catalogs: gathered first, then written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dualpress.article import Language
from dualpress.config import Project
from dualpress.pipeline.edition import Edition
from dualpress.pipeline.former import Former, FormerArticle, FormerPage
from dualpress.pipeline.posts import Post
from dualpress.pipeline.settings import site_settings
from dualpress.site.assemble import assemble
from dualpress.site.dates import published_on
from dualpress.site.model import Notice, NoticeKind, Site, SiteArticle, Version
from dualpress.site.output import Output, Written
from dualpress.site.pages import BuiltPage, build_page
from dualpress.site.references import Posts
from dualpress.site.robots import forbids_indexing
from dualpress.site.titles import description_of, title_of

__all__ = ["Plan", "Published", "publish"]


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
    """

    output: Written
    pages: Mapping[str, tuple[PurePosixPath, ...]]
    kept: frozenset[str]
    warnings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Issue:
    """An article of the site, with the pages that are made anew and those that are kept."""

    article: SiteArticle
    edition: Edition | None
    kept: Mapping[Language, FormerPage]


def publish(project: Project, plan: Plan, *, dry_run: bool = False) -> Published:
    """Write the pages of all articles, their lists, manifest and sitemap.

    Args:
        project: where to and how.
        plan: what of.
        dry_run: only tell what would be written.

    Raises:
        WriteError: the output folder cannot be written to.
        ReadError: a picture cannot be read.
        ConfigError: a template or selector cannot be used.
    """
    issues = list(_issues(project, plan))
    site = Site(site_settings(project), tuple(issue.article for issue in issues))
    posts = Posts(project.posts, site.articles)
    pages = {issue.article.id: list(_pages(issue, site, posts)) for issue in issues}
    built = assemble(site, [page for own in pages.values() for page in own], posts)
    files = {**_kept_media(issues, plan.former), **built}
    output = Output(project.output)
    act = output.plan if dry_run else output.write
    return Published(
        output=act(files, complete=plan.complete),
        pages={name: tuple(page.path for page in own) for name, own in pages.items()},
        kept=frozenset(issue.article.id for issue in issues if issue.kept),
        warnings={name: _warnings(own) for name, own in pages.items()},
    )


def _issues(project: Project, plan: Plan) -> Iterator[_Issue]:
    for edition in plan.editions:
        yield _issue(edition, plan.former, project)
    for name, path in plan.others.items():
        article = plan.former.article(name)
        kept = plan.former.pages(name)
        if article and kept:
            yield _Issue(_former_article(name, path, article, kept, project), None, kept)


def _issue(edition: Edition, former: Former, project: Project) -> _Issue:
    post = edition.work.post
    kept = {} if edition.is_published else _kept_translation(post, former)
    versions = {
        post.source: _source_version(edition),
        **({post.target: _target_version(edition)} if edition.is_published else {}),
        **{language: page.version for language, page in kept.items()},
    }
    article = SiteArticle(
        id=post.id,
        post=_relative(post.path, project),
        source_language=post.source,
        versions=versions,
        date=published_on(post.article),
    )
    return _Issue(article, edition, kept)


def _kept_translation(post: Post, former: Former) -> dict[Language, FormerPage]:
    """The translated page of an article that waits again, or whose translation was refused."""
    article = former.article(post.id)
    is_same = article is not None and article.source_language is post.source
    return former.pages(post.id, [post.target]) if is_same else {}


def _former_article(
    name: str,
    path: Path,
    article: FormerArticle,
    kept: Mapping[Language, FormerPage],
    project: Project,
) -> SiteArticle:
    return SiteArticle(
        id=name,
        post=_relative(path, project),
        source_language=article.source_language,
        versions={language: page.version for language, page in kept.items()},
        date=article.date,
    )


def _relative(path: Path, project: Project) -> PurePosixPath:
    """Where a post stands among the posts."""
    inside = path.is_relative_to(project.posts)
    return PurePosixPath(
        (path.relative_to(project.posts) if inside else Path(path.name)).as_posix()
    )


def _pages(issue: _Issue, site: Site, posts: Posts) -> Iterator[BuiltPage]:
    for language in issue.article.versions:
        if language in issue.kept:
            page = issue.kept[language]
            yield BuiltPage(page.path, page.data)
        elif issue.edition is not None:
            post = issue.edition.work.post
            text = (issue.edition.patches or ()) if language is post.target else ()
            context = site.page(issue.article, language)
            yield build_page(post.article, text, issue.article, context, posts)


def _kept_media(issues: Iterable[_Issue], former: Former) -> dict[PurePosixPath, bytes]:
    """The pictures of pages that are kept, which their posts may no longer have."""
    kept = (page for issue in issues for page in issue.kept.values())
    return dict(media for page in kept for media in former.media_of(page))


def _warnings(pages: Iterable[BuiltPage]) -> tuple[str, ...]:
    """What is to be said of an article's pages, each thing once."""
    return tuple(dict.fromkeys(warning for page in pages for warning in page.warnings))


def _source_version(edition: Edition) -> Version:
    article = edition.work.post.article
    return Version(
        title=title_of(article),
        description=description_of(article),
        indexable=not forbids_indexing(article),
    )


def _target_version(edition: Edition) -> Version:
    article = edition.work.post.article
    return Version(
        title=title_of(article, edition.translations, edition.joined),
        description=description_of(article, edition.translations, edition.joined),
        indexable=not (forbids_indexing(article) or edition.state.noindex),
        notices=tuple(_notices(edition)),
        counts=edition.counts,
    )


def _notices(edition: Edition) -> Iterator[Notice]:
    if edition.state.draft_notice:
        yield Notice(NoticeKind.DRAFT)
    if edition.state.stale_notice:
        changed = edition.work.post.changed
        yield Notice(NoticeKind.STALE, changed.date() if changed else None)
