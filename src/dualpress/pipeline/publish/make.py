"""The pages of one article, and what they are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from types import MappingProxyType

from dualpress.article import Language
from dualpress.errors import ReadError, WorkError
from dualpress.pipeline.aliases import alias_warnings
from dualpress.pipeline.edition import PageText
from dualpress.pipeline.former import Former, FormerPage
from dualpress.pipeline.publish.issue import Issue
from dualpress.pipeline.publish.moves import Moves
from dualpress.progress import Progress
from dualpress.site.bilingual import build_bilingual
from dualpress.site.corrections import correction_warnings
from dualpress.site.media import MediaFiles
from dualpress.site.model import Decorations, PageContext, Site, SiteArticle
from dualpress.site.pages import BuiltPage, build_page
from dualpress.site.references import Name, Posts
from dualpress.site.retouch import retouch
from dualpress.site.shown_text import ShownText
from dualpress.site.titles import title_warnings
from dualpress.site.told import NOTHING, Told, told_of
from dualpress.spool import Kept, Spool, held

__all__ = ["Made", "MadePage", "Maker"]


_NO_FILES: Mapping[PurePosixPath, Kept[bytes]] = MappingProxyType({})
"""What most articles need: one for all, of which each would have two of its own."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, put away until it is written.

    Args:
        path: where it is to stand in the output folder.
        digest: the SHA-256 of its bytes.
        data: gives them.
    """

    path: PurePosixPath
    digest: bytes
    data: Kept[bytes]

    @property
    def sha256(self) -> str:
        """The digest in hexadecimal digits, which take twice the memory."""
        return self.digest.hex()


@dataclass(frozen=True, slots=True)
class Made:
    """The pages of an article.

    Args:
        article: as it is published.
        pages: its pages.
        media: the files of posts that these need, by their paths in the output folder.
        kept_media: the same of pages that are kept, whose posts may no longer have them.
        warnings: what an editor should know of them, each thing once.
        asked: the names of other articles and files that they asked for.
        told: what the files that list all articles say of it.
        error: why there are none after all.
    """

    article: SiteArticle
    pages: tuple[MadePage, ...]
    media: Mapping[PurePosixPath, Kept[bytes]] = field(default_factory=dict)
    kept_media: Mapping[PurePosixPath, Kept[bytes]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    asked: frozenset[Name] = frozenset()
    told: Kept[Told] = held(NOTHING)  # noqa: RUF009 - it is never changed
    error: WorkError | None = None


class Maker:
    """Makes the pages of articles.

    Args:
        site: that they are of.
        posts: the same, as references see it.
        former: what the output folder held before.
        spool: for the bytes of all of them.
    """

    def __init__(self, site: Site, posts: Posts, former: Former, spool: Spool) -> None:
        self._site = site
        self._posts = posts
        self._spool = spool
        self._files = MediaFiles(posts, spool.put_bytes)
        self._former = former

    def make_all(self, issues: Collection[Issue], progress: Progress) -> dict[str, Made]:
        """Make the pages of some articles, by their ids; tells how many are made."""
        progress.start("Building pages", len(issues))
        made: dict[str, Made] = {}
        for issue in issues:
            made[issue.article.id] = self.make(issue)
            progress.advance(label=issue.article.id)
        progress.finish()
        return made

    def make(self, issue: Issue) -> Made:
        """Make the pages of an article that was opened, or keep those that it has."""
        posts = self._posts.listening()
        text = issue.opened.text() if issue.opened is not None else None
        pages = tuple(self._pages(issue, text, posts))
        media, error = {}, None
        try:
            media = self._files.read({path for page in pages for path in page.media}, posts)
        except ReadError as raised:
            error = raised.of(issue.article.id)
        made = tuple(self._made(page) for page in pages)
        return Made(
            article=issue.article,
            pages=made,
            media=media or _NO_FILES,
            kept_media=self._kept_media(issue) or _NO_FILES,
            warnings=self._warnings(text, pages),
            asked=posts.asked,
            told=self._told(issue.article, made) if error is None else held(NOTHING),
            error=error,
        )

    def _told(self, article: SiteArticle, pages: Iterable[MadePage]) -> Kept[Told]:
        """What is said of an article, while it is at hand what its pages know of the site."""
        told = told_of(self._site, article, {page.path: page.sha256 for page in pages})
        return self._spool.put(told, told.size)

    def _made(self, page: BuiltPage) -> MadePage:
        digest = hashlib.sha256(page.data).digest()
        return MadePage(page.path, digest, self._spool.put_bytes(page.data))

    def _pages(self, issue: Issue, text: PageText | None, posts: Posts) -> Iterator[BuiltPage]:
        for language in issue.article.versions:
            if not self._site.is_written(issue.article, language):
                continue
            if language in issue.kept:
                yield self._kept(issue, language, posts)
            elif text is not None:
                article, patches = text.post.article, text.patches_of(language)
                context = self._site.page(issue.article, language)
                yield build_page(article, patches, issue.article, context, posts)
        yield from self._bilingual(issue, text, posts)

    def _kept(self, issue: Issue, language: Language, posts: Posts) -> BuiltPage:
        """A page that stays as it is, but for what dualpress put there."""
        page = issue.kept[language]
        context = self._site.page(issue.article, language)
        data = retouch(page.data, context, Moves(self._former, context, posts).find)
        warnings = (_edited(page),) if page.is_edited else ()
        return BuiltPage(page.path, data, warnings=warnings)

    def _bilingual(self, issue: Issue, text: PageText | None, posts: Posts) -> Iterator[BuiltPage]:
        """The side-by-side view, if there is to be one."""
        path = self._site.bilingual_path(issue.article)
        if path is None:
            return
        for page in issue.kept.values():
            if page.bilingual is not None:
                context = _as_view(self._site.bilingual(issue.article, path))
                moves = Moves(self._former, context, posts)
                yield BuiltPage(path, retouch(page.bilingual, context, moves.find))
        if text is not None and text.patches is not None and not issue.kept:
            shown = ShownText(text.post.article, text.translations, text.joined)
            context = self._site.bilingual(issue.article, path)
            yield build_bilingual(shown, issue.article, context, posts)

    def _kept_media(self, issue: Issue) -> dict[PurePosixPath, Kept[bytes]]:
        found = (media for page in issue.kept.values() for media in self._former.media_of(page))
        return {path: self._spool.put_bytes(data) for path, data in found}

    def _warnings(self, text: PageText | None, pages: tuple[BuiltPage, ...]) -> tuple[str, ...]:
        """What is to be said of an article's pages, each thing once."""
        said = [warning for page in pages for warning in page.warnings]
        if text is not None:
            article = text.post.article
            said += [*title_warnings(article), *correction_warnings(article)]
            said += alias_warnings(article, self._site.settings)
        return tuple(dict.fromkeys(said))


def _edited(page: FormerPage) -> str:
    return (
        f"{page.path} in the output folder was edited there, and stays up like that while its "
        "article waits. Make the change in the PO file, or delete the page to take it down"
    )


def _as_view(context: PageContext) -> PageContext:
    """A side-by-side view has no addresses in its head."""
    wanted = context.settings.decorations
    own = replace(Decorations.none(), switcher=wanted.switcher, links=wanted.links)
    return replace(context, settings=replace(context.settings, decorations=own))
