"""Which versions of which articles are exported, and where their pages will stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dualpress.article import Language
from dualpress.errors import WriteError
from dualpress.glossary import Glossary
from dualpress.pipeline.addresses import Addresses, given_places
from dualpress.pipeline.clashes import refuse_clashes
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.edition import Edition, PageText, plan_edition, put_away
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.publish import (
    has_final_title,
    relative_post,
    source_version,
    target_version,
)
from dualpress.pipeline.url_record import Pages, Published, UrlRecord
from dualpress.pipeline.wording import REFUSED, reason_to_wait, stays_up
from dualpress.progress import Progress
from dualpress.site.dates import published_on
from dualpress.site.exporters import Exporter
from dualpress.site.exporters.former import FormerExport
from dualpress.site.model import SiteArticle, SiteSettings, Version
from dualpress.site.urls import page_file
from dualpress.spool import Kept, Spool

__all__ = ["ExportItem", "ExportPlanner"]


@dataclass(frozen=True)
class ExportItem:
    """An article of the export.

    Args:
        article: with the versions that pages may link to, and their places.
        text: what its pages show of it, put away until they are made; ``None``
            where it could not be worked on.
        glossary: of the article, for the tags of its translation.
        held: why no new translation is exported; ``None`` where one is.
        kept: the content files that stay as they are.
        places: what is to be recorded of the places of the other pages.
        former: where these once stood.
    """

    article: SiteArticle
    text: Kept[PageText] | None = None
    glossary: Glossary | None = None
    held: str | None = None
    kept: Mapping[Language, Kept[bytes]] = field(default_factory=dict)
    places: Pages = field(default_factory=dict)
    former: Mapping[Language, tuple[PurePosixPath, ...]] = field(default_factory=dict)


class ExportPlanner:
    """Decides what is exported, as a build decides what is published.

    Args:
        desk: reads the posts and their catalogs.
        settings: of the site.
        exporter: of the generator.
        former: what was exported before.
        record: where pages were published before.
        spool: for the articles until their pages are made.
    """

    def __init__(
        self,
        desk: Desk,
        settings: SiteSettings,
        exporter: Exporter,
        former: FormerExport,
        record: UrlRecord,
        spool: Spool,
    ) -> None:
        self._desk = desk
        self._judge = Judge(desk.project)
        self._settings = settings
        self._exporter = exporter
        self._former = former
        self._record = record
        self._spool = spool
        self._addresses = Addresses(settings, record)

    def items(
        self, posts: Mapping[str, Path], progress: Progress
    ) -> tuple[list[ExportItem], list[WriteError]]:
        """The articles to export, and why others have no place; what cannot be read the desk tells.

        Args:
            posts: of all articles, by their ids.
            progress: is told of each.

        Raises:
            WriteError: the disk is full.
        """
        found = {item.article.id: item for item in self._found(posts, progress)}
        entries = [item.article for item in found.values()]
        placed, refused = refuse_clashes(entries, self._settings, self._record)
        articles = {name: self._where_built(article) for name, article in placed.items()}
        items = [
            replace(item, article=articles[name])
            for name, item in sorted(found.items())
            if name in articles
        ]
        return items, [error for errors in refused.values() for error in errors]

    def _found(self, posts: Mapping[str, Path], progress: Progress) -> Iterator[ExportItem]:
        mark_source = self._settings.decorations.language
        for work in self._desk.open(posts):
            edition = plan_edition(work, self._judge, mark_source=mark_source)
            if edition.refusal is not None:
                self._desk.failures.append(edition.refusal)
            progress.advance(label=work.post.id)
            yield self._item(edition)
        for name, path in self._desk.failed.items():
            yield from self._former_item(name, path)

    def _item(self, edition: Edition) -> ExportItem:
        post = edition.work.post
        kept = {} if edition.is_published else self._kept(post.id, [post.target])
        new = {post.target: target_version(edition)} if edition.is_published else {}
        article = SiteArticle(
            id=post.id,
            post=relative_post(post.path, self._desk.project),
            source_language=post.source,
            versions={post.source: source_version(edition), **new, **_unknown(kept)},
            date=published_on(post.article),
        )
        is_final = has_final_title(edition)
        given = given_places(post.article, post.id, self._settings)
        placed = self._addresses.place(article, given, has_final_title=is_final)
        places = {lang: page for lang, page in placed.pages.items() if lang not in kept}
        former = {lang: self._former_places(post.id, lang, page) for lang, page in places.items()}
        return ExportItem(
            article=placed.article,
            text=put_away(edition, self._spool),
            glossary=edition.work.glossary,
            held=_held(edition, is_up=bool(kept)),
            kept=kept,
            places=places,
            former=former,
        )

    def _former_places(
        self, name: str, language: Language, page: Published
    ) -> tuple[PurePosixPath, ...]:
        known = self._record.find(name, language)
        before = known.moved(page).before if known else ()
        folder = language.value if language in self._settings.base_urls else ""
        # No generator sends readers on from another server.
        bases = (None, self._settings.base_urls.get(language) or self._settings.base_url)
        return tuple(
            PurePosixPath(folder, page_file(old.path)) for old in before if old.base in bases
        )

    def _former_item(self, name: str, path: Path) -> Iterator[ExportItem]:
        """An article that cannot be worked on, as it was exported before."""
        source = self._former.source_language(name)
        kept = self._kept(name, Language)
        if source is None or not kept:
            return
        known = {language: self._record.find(name, language) for language in kept}
        article = SiteArticle(
            id=name,
            post=relative_post(path, self._desk.project),
            source_language=source,
            versions=_unknown({source, *kept}),
            paths={lang: page_file(page.path) for lang, page in known.items() if page},
        )
        yield ExportItem(article, kept=kept)

    def _kept(self, name: str, languages: Iterable[Language]) -> dict[Language, Kept[bytes]]:
        found = {language: self._former.page(name, language) for language in languages}
        return {language: page for language, page in found.items() if page is not None}

    def _where_built(self, article: SiteArticle) -> SiteArticle:
        """The article where the generator puts its pages."""
        places = {lang: self._exporter.place(article, lang) for lang in article.versions}
        return replace(article, paths=places)


def _unknown(languages: Iterable[Language]) -> dict[Language, Version]:
    """Versions that are linked to, and of which nothing else is known."""
    return {language: Version(title="") for language in languages}


def _held(edition: Edition, *, is_up: bool) -> str | None:
    """Why no new translation is exported; ``None`` where one is."""
    if edition.is_published:
        return None
    reason = REFUSED if edition.refusal else reason_to_wait(edition.counts)
    return stays_up(reason) if is_up else reason
