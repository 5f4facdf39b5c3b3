"""Where the pages of a site stand: by its patterns, and where they were before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import NamedTuple
from unicodedata import is_normalized
from urllib.parse import unquote

from dualpress.article import Article, Language
from dualpress.pipeline.former import Former
from dualpress.pipeline.url_record import Pages, Published, UrlRecord
from dualpress.site.by_language import by_language
from dualpress.site.model import SiteArticle, SiteSettings
from dualpress.site.own_address import OwnAddress, canonical_of, own_address
from dualpress.site.slugs import given_slug, slug_of_title
from dualpress.site.url_patterns import UrlPattern, bare_path
from dualpress.site.urls import page_file, root_folder, url_path

__all__ = [
    "Addresses",
    "GivenPlaces",
    "Placed",
    "file_of",
    "given_places",
    "pattern_of",
    "seeded_record",
]


@dataclass(frozen=True, slots=True)
class GivenPlaces:
    """What a post says of the places of its pages.

    Args:
        own: where its original stands.
        canonical: the address that its canonical link names, wherever that is.
        slugs: those that its front matter gives to its pages, by their languages.
    """

    own: OwnAddress
    canonical: str | None
    slugs: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """An article with the places of its pages.

    Args:
        article: with its paths.
        pages: what is to be recorded of them.
    """

    article: SiteArticle
    pages: Pages


class _Page(NamedTuple):
    """One page of an article: where it stands."""

    path: PurePosixPath
    url: str | None
    published: Published


class _Slug(NamedTuple):
    """The last part of a page's path, and whether it stays when the title changes."""

    text: str
    is_kept: bool


class Addresses:
    """Gives the pages of articles their places.

    Args:
        settings: of the site.
        record: of the places that pages had before.
    """

    def __init__(self, settings: SiteSettings, record: UrlRecord) -> None:
        self._settings = settings
        self._record = record

    def place(self, entry: SiteArticle, given: GivenPlaces, *, has_final_title: bool) -> Placed:
        """Give an article's pages their places; those that have one keep it.

        Args:
            entry: the article among those of the site.
            given: what its post says of them.
            has_final_title: whether a human stands behind the translated title.
        """
        own = given.own
        pages = {}
        for language in entry.versions:
            if language in entry.paths:
                continue
            pattern = pattern_of(entry, language, self._settings)
            if pattern is None:
                pages[language] = self._page(language, own.path, self._own_url(own), None)
                continue
            is_final = has_final_title or language is entry.source_language
            slug = self._slug(entry, given, language, is_final=is_final)
            path = pattern.expand(language, own.path, slug.text)
            is_kept = pattern.has_slug and slug.is_kept
            pages[language] = self._page(language, path, None, slug.text if is_kept else None)
        return Placed(
            replace(
                entry,
                paths={**entry.paths, **{lang: page.path for lang, page in pages.items()}},
                urls={**entry.urls, **{lang: page.url for lang, page in pages.items() if page.url}},
                canonical=given.canonical,
            ),
            self._recorded(entry.id, {lang: page.published for lang, page in pages.items()}),
        )

    def _recorded(self, article: str, pages: Mapping[Language, Published]) -> Pages:
        """What is to be recorded; where the record has it already, that, so it is there once."""
        known = self._record.pages.get(article)
        return known if known is not None and known == pages else by_language(pages)

    def _slug(
        self, entry: SiteArticle, given: GivenPlaces, language: Language, *, is_final: bool
    ) -> _Slug:
        """The slug of a page: the author's, that which it has, that of its title, or its path's."""
        version, known = entry.versions[language], self._record.find(entry.id, language)
        if slug := given.slugs.get(language):
            return _Slug(slug, is_kept=False)
        if known and known.slug:
            return _Slug(known.slug, is_kept=version.indexable)
        made = slug_of_title(version.title, language) if is_final else ""
        rest = bare_path(given.own.path).rpartition("/")[2] or entry.id.rpartition("/")[2]
        return _Slug(made or rest, is_kept=version.indexable)

    def _own_url(self, own: OwnAddress) -> str | None:
        """The address of an original as its post writes it, if that leads to its page.

        A page of the output folder has a name in NFC, which is another on a server.
        """
        is_elsewhere = self._settings.only_translations
        leads_there = is_elsewhere or is_normalized("NFC", unquote(own.url or ""))
        return own.url if leads_there else None

    def _page(self, language: Language, path: str, url: str | None, slug: str | None) -> _Page:
        file = file_of(path, language, self._settings)
        is_bare = file.name != "index.html" and not path.endswith(file.name)
        usual = self._settings.url_of(file)
        if is_bare and usual is not None:
            url = url or usual.removesuffix(".html")
        published = Published(path, slug, self._settings.base_of(language))
        return _Page(file, url if url != usual else None, published)


def given_places(article: Article, article_id: str, settings: SiteSettings) -> GivenPlaces:
    """What a post says of the places of its pages.

    Args:
        article: as it was read.
        article_id: the post's path without its ending.
        settings: of the site.
    """
    slugs = {language: _given_slug(article, language) for language in Language}
    return GivenPlaces(
        own=own_address(article, article_id, settings.base_of(article.language)),
        canonical=canonical_of(article),
        slugs=by_language({language: slug for language, slug in slugs.items() if slug}),
    )


def pattern_of(entry: SiteArticle, language: Language, settings: SiteSettings) -> UrlPattern | None:
    """The pattern that gives an article's page its path; ``None`` where the post gives it."""
    if language is entry.source_language:
        return UrlPattern(settings.original_pattern) if settings.original_pattern else None
    usual = "{path}/" if language in settings.base_urls else "{lang}/{path}/"
    return UrlPattern(settings.translation_pattern or usual)


def _given_slug(article: Article, language: Language) -> str:
    """The slug that front matter gives: in ``slugs`` for a language, in ``slug`` for both."""
    slugs = article.metadata.get("slugs")
    own = slugs.get(language.value) if isinstance(slugs, Mapping) else None
    value = own or article.metadata.get("slug")
    return given_slug(value) if isinstance(value, str) else ""


def seeded_record(record: UrlRecord, former: Former, settings: SiteSettings) -> UrlRecord:
    """The record with what the output folder tells of articles that it does not know."""
    missing = {
        name: {
            language: Published(_path_of(path, language, settings))
            for language, path in former.paths(name).items()
        }
        for name in former.ids - record.pages.keys()
    }
    return UrlRecord({**record.pages, **missing})


def _path_of(file: PurePosixPath, language: Language, settings: SiteSettings) -> str:
    """The path of a page's URL from the address of its language on."""
    is_own = root_folder(file, settings.base_urls) is language
    return url_path(file.relative_to(language.value) if is_own else file)


def file_of(path: str, language: Language, settings: SiteSettings) -> PurePosixPath:
    """The file of a page, by the path of its URL from the address of its language on."""
    file = page_file(path)
    return PurePosixPath(language.value, file) if language in settings.base_urls else file
