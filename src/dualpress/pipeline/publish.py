"""Pages from posts and their catalogs: gathered first, then written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dualpress.article import Language, SegmentKey, Status
from dualpress.catalog import Entry
from dualpress.config import Project
from dualpress.errors import TranslationRefused
from dualpress.html.patches import Patch
from dualpress.html.write import omit, proven_patches
from dualpress.pipeline.desk import Work
from dualpress.pipeline.judge import Judge
from dualpress.site.assemble import assemble
from dualpress.site.dates import published_on
from dualpress.site.language_tags import mark_foreign
from dualpress.site.model import (
    Decorations,
    Notice,
    NoticeKind,
    Site,
    SiteArticle,
    SiteSettings,
    Version,
)
from dualpress.site.output import Output, Written
from dualpress.site.pages import BuiltPage, build_page
from dualpress.site.references import Posts
from dualpress.site.robots import forbids_indexing
from dualpress.site.titles import description_of, title_of
from dualpress.states import ArticleState, Shown, article_state, shown

__all__ = ["Edition", "Published", "plan_edition", "publish"]


@dataclass(frozen=True)
class Edition:
    """What is to become of one article.

    Args:
        work: the post and its catalog.
        state: whether it waits, and what its page says of itself.
        on_page: what its page shows in the place of each segment.
        patches: the text of its translated page; ``None`` if it waits.
    """

    work: Work
    state: ArticleState
    on_page: Mapping[SegmentKey, Shown]
    patches: Sequence[Patch] | None

    @property
    def is_published(self) -> bool:
        """Whether it has a page in the other language."""
        return self.patches is not None


@dataclass(frozen=True)
class Published:
    """What a build wrote.

    Args:
        output: what was done to the output folder.
        pages: the paths of each article's pages, by article id.
        warnings: what an editor should know, by article id.
    """

    output: Written
    pages: Mapping[str, tuple[PurePosixPath, ...]]
    warnings: Mapping[str, tuple[str, ...]]


def plan_edition(work: Work, judge: Judge) -> Edition:
    """Decide by the table of states what becomes of an article.

    Raises:
        TranslationRefused: a translation would change more than text; names
            the PO file and the line.
    """
    publish = judge.publish
    states = {entry.key: judge.state(entry, work) for entry in work.catalog.entries}
    state = article_state(states.values(), publish)
    on_page = {key: shown(segment, publish) for key, segment in states.items()}
    edition = Edition(work, state, on_page, None)
    if state.held:
        return edition
    return Edition(work, state, on_page, list(_text(edition)))


def _text(edition: Edition) -> Iterator[Patch]:
    """The patches that turn a source page's text into its translation's."""
    work = edition.work
    article = work.post.article
    entries = {entry.key: entry for entry in work.catalog.entries}
    translations = {
        key: entries[key].target
        for key, place in edition.on_page.items()
        if place in (Shown.DRAFT, Shown.REVIEWED, Shown.STALE)
    }
    try:
        yield from proven_patches(article, translations)
    except TranslationRefused as error:
        raise _located(error, entries.values(), work.po) from error
    for segment in article.segments:
        place = edition.on_page[segment.key]
        if place is Shown.NOTHING:
            empty = omit(segment)
            yield from [empty] if empty else []
        elif place is Shown.SOURCE:
            foreign = mark_foreign(segment, work.post.source)
            yield from [foreign] if foreign else []


def _located(error: TranslationRefused, entries: Iterable[Entry], po: Path) -> TranslationRefused:
    """The same error with the place where a reviewer mends it."""
    entry = next((entry for entry in entries if entry.key == error.key), None)
    return TranslationRefused(
        error.cause,
        path=po,
        line=entry.line if entry else None,
        hint="Mend the entry, or mark it as needing work",
        key=error.key,
    )


def publish(
    project: Project,
    editions: Sequence[Edition],
    *,
    complete: bool = True,
    dry_run: bool = False,
) -> Published:
    """Write the pages of all articles, their lists, manifest and sitemap.

    Args:
        project: where to and how.
        editions: what becomes of the articles.
        complete: whether these are all: the pages of other articles are removed then.
        dry_run: only tell what would be written.

    Raises:
        WriteError: the output folder cannot be written to.
        ReadError: a picture cannot be read.
        ConfigError: a template or selector cannot be used.
    """
    site = Site(_settings(project), tuple(_site_article(edition, project) for edition in editions))
    posts = Posts(project.posts, site.articles)
    pages = [
        page
        for edition, article in zip(editions, site.articles, strict=True)
        for page in _pages(edition, article, site, posts)
    ]
    files = assemble(site, pages, posts)
    output = Output(project.output)
    written = (
        output.plan(files, complete=complete) if dry_run else output.write(files, complete=complete)
    )
    by_path = {page.path: page for page in pages}
    own = {
        article.id: [by_path[article.path(language)] for language in article.versions]
        for article in site.articles
    }
    return Published(
        output=written,
        pages={name: tuple(page.path for page in built) for name, built in own.items()},
        warnings={
            name: tuple(dict.fromkeys(warning for page in built for warning in page.warnings))
            for name, built in own.items()
        },
    )


def _pages(edition: Edition, article: SiteArticle, site: Site, posts: Posts) -> Iterator[BuiltPage]:
    post = edition.work.post
    for language in article.versions:
        text = (edition.patches or ()) if language is post.target else ()
        context = site.page(article, language)
        yield build_page(post.article, text, article, context, posts)


def _site_article(edition: Edition, project: Project) -> SiteArticle:
    post = edition.work.post
    versions = {post.source: _version(edition, {}, post.source)}
    if edition.is_published:
        targets = {entry.key: entry.target for entry in edition.work.catalog.entries}
        shown_targets = {
            key: targets[key]
            for key, place in edition.on_page.items()
            if place in (Shown.DRAFT, Shown.REVIEWED, Shown.STALE)
        }
        versions[post.target] = _version(edition, shown_targets, post.target)
    inside = post.path.is_relative_to(project.posts)
    relative = post.path.relative_to(project.posts) if inside else Path(post.path.name)
    return SiteArticle(
        id=post.id,
        post=PurePosixPath(relative.as_posix()),
        source_language=post.source,
        versions=versions,
        date=published_on(post.article),
    )


def _version(
    edition: Edition, translations: Mapping[SegmentKey, str], language: Language
) -> Version:
    article = edition.work.post.article
    is_translation = language is not article.language
    noindex = forbids_indexing(article) or (is_translation and edition.state.noindex)
    return Version(
        title=title_of(article, translations),
        description=description_of(article, translations),
        indexable=not noindex,
        notices=tuple(_notices(edition)) if is_translation else (),
        counts=_counts(edition) if is_translation else {},
    )


def _notices(edition: Edition) -> Iterator[Notice]:
    if edition.state.draft_notice:
        yield Notice(NoticeKind.DRAFT)
    if edition.state.stale_notice:
        changed = edition.work.post.changed
        yield Notice(NoticeKind.STALE, changed.date() if changed else None)


def _counts(edition: Edition) -> dict[Status, int]:
    entries = edition.work.catalog.entries
    return {status: sum(entry.status is status for entry in entries) for status in Status}


def _settings(project: Project) -> SiteSettings:
    config = project.config
    return SiteSettings(
        base_url=config.site.base_url,
        decorations=_decorations(project),
        language_names={
            Language.EN: config.english.language_name,
            Language.HI: config.hindi.language_name,
        },
        regions={
            Language.EN: _country(config.english.region),
            Language.HI: _country(config.hindi.region),
        },
        names={language: name for language in Language if (name := config.site.name_in(language))},
        x_default=config.site.x_default,
        switcher_selector=config.page.switcher_replaces,
        page_template=project.template,
        index_template=project.index_template,
    )


def _country(region: str) -> str:
    """``IN`` of ``en-IN``."""
    return region.rpartition("-")[2]


def _decorations(project: Project) -> Decorations:
    page = project.config.page
    if not page.decorate:
        return Decorations.none()
    return Decorations(
        language=page.lang,
        canonical=page.canonical,
        alternates=page.alternates,
        open_graph=page.og_locale,
        json_ld=page.json_ld,
        switcher=page.switcher,
        block_ids=page.block_ids,
        links=page.urls,
        notices=page.notices,
        robots=page.robots,
        stylesheet=page.stylesheet,
    )
