"""Where the pages of a site stand: by the patterns of the settings, and where they were before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dualpress.article import Article, Language
from dualpress.config import Project
from dualpress.errors import WriteError
from dualpress.pipeline.former import Former
from dualpress.pipeline.url_record import Published, UrlRecord
from dualpress.site.model import SiteArticle, SiteSettings
from dualpress.site.own_address import canonical_of, own_address
from dualpress.site.slugs import given_slug, slug_of_title
from dualpress.site.url_patterns import UrlPattern, bare_path
from dualpress.site.urls import index_path, page_file, root_folder, url_path

__all__ = ["Addresses", "Placed", "refuse_clashes", "seeded_record"]

_NAMES = {Language.EN: "English", Language.HI: "Hindi"}


@dataclass(frozen=True, slots=True)
class Placed:
    """An article with the places of its pages.

    Args:
        article: with its paths.
        pages: what is to be recorded of them.
    """

    article: SiteArticle
    pages: Mapping[Language, Published]


class _Page(NamedTuple):
    """One page of an article: where it stands."""

    path: PurePosixPath
    url: str | None
    published: Published


class Addresses:
    """Gives the pages of articles their places.

    Args:
        project: with the patterns.
        settings: of the site.
        record: of the places that pages had before.
    """

    def __init__(self, project: Project, settings: SiteSettings, record: UrlRecord) -> None:
        self._urls = project.config.urls
        self._settings = settings
        self._record = record

    def place(self, entry: SiteArticle, article: Article, *, has_final_title: bool) -> Placed:
        """Give an article's pages their places; those that have one keep it.

        Args:
            entry: the article among those of the site.
            article: as it was read.
            has_final_title: whether a human stands behind the translated title.
        """
        own = own_address(article, entry.id, self._base_of(entry.source_language))
        pages = {}
        for language in entry.versions:
            if language in entry.paths:
                continue
            if language is entry.source_language and self._urls.original is None:
                pages[language] = self._page(language, own.path, own.url, None)
                continue
            is_final = has_final_title or language is entry.source_language
            pages[language] = self._by_pattern(entry, article, language, own.path, is_final)
        return Placed(
            replace(
                entry,
                paths={**entry.paths, **{lang: page.path for lang, page in pages.items()}},
                urls={**entry.urls, **{lang: page.url for lang, page in pages.items() if page.url}},
                canonical=canonical_of(article),
            ),
            {language: page.published for language, page in pages.items()},
        )

    def _by_pattern(
        self, entry: SiteArticle, article: Article, language: Language, own: str, is_final: bool
    ) -> _Page:
        pattern = self._pattern(language, is_original=language is entry.source_language)
        if not pattern.has_slug:
            return self._page(language, pattern.expand(language, own, ""), None, None)
        given = _given(article, language)
        slug = given or self._slug(entry, language, own, is_final)
        is_kept = not given and entry.versions[language].indexable
        return self._page(
            language, pattern.expand(language, own, slug), None, slug if is_kept else None
        )

    def _slug(self, entry: SiteArticle, language: Language, own: str, is_final: bool) -> str:
        known = self._record.find(entry.id, language)
        if known and known.slug:
            return known.slug
        made = slug_of_title(entry.versions[language].title, language) if is_final else ""
        return made or bare_path(own).rpartition("/")[2] or entry.id.rpartition("/")[2]

    def _pattern(self, language: Language, *, is_original: bool) -> UrlPattern:
        set_ = self._urls.original if is_original else self._urls.translation
        usual = "{path}/" if language in self._settings.base_urls else "{lang}/{path}/"
        return UrlPattern(set_ or usual)

    def _page(self, language: Language, path: str, url: str | None, slug: str | None) -> _Page:
        file = _file_of(path, language, self._settings)
        is_bare = file.name != "index.html" and not path.endswith(file.name)
        usual = self._settings.url_of(file)
        if is_bare and usual is not None:
            url = url or usual.removesuffix(".html")
        return _Page(file, url if url != usual else None, Published(path, slug))

    def _base_of(self, language: Language) -> str | None:
        return self._settings.base_urls.get(language) or self._settings.base_url


def _given(article: Article, language: Language) -> str:
    """The slug that front matter gives: in ``slugs`` for a language, in ``slug`` for both."""
    slugs = article.metadata.get("slugs")
    own = slugs.get(language.value) if isinstance(slugs, Mapping) else None
    value = own or article.metadata.get("slug")
    return given_slug(value) if isinstance(value, str) else ""


def refuse_clashes(
    entries: Sequence[SiteArticle], settings: SiteSettings, record: UrlRecord
) -> tuple[dict[str, SiteArticle], dict[str, list[WriteError]]]:
    """Let no two pages stand at one place.

    The page that was published there before stays, else that of the article
    whose id comes first; a translation that is refused leaves its original.

    Args:
        entries: the articles, with the places of their pages.
        settings: of the site.
        record: of the places that pages had before.

    Returns:
        The articles, by their ids, with the versions that have a place; and
        why others have none, by the id of the article.
    """
    ground = _Ground(settings)
    placed: dict[str, SiteArticle] = {}
    refused: dict[str, list[WriteError]] = {}
    was_there = {entry.id: _was_there(entry, record, settings) for entry in entries}
    for entry in sorted(entries, key=lambda entry: (not was_there[entry.id], entry.id)):
        errors = dict(ground.take(entry))
        if errors:
            refused[entry.id] = list(errors.values())
        if entry.source_language not in errors:
            left = {lang: v for lang, v in entry.versions.items() if lang not in errors}
            placed[entry.id] = replace(entry, versions=left)
    return placed, refused


def seeded_record(record: UrlRecord, former: Former, settings: SiteSettings) -> UrlRecord:
    """The record with what the output folder tells of articles that it does not know."""
    missing = {
        name: {
            language: Published(_path_of(path, language, settings))
            for language, path in former.paths(name).items()
        }
        for name in former.ids - record.pages.keys()
    }
    return record.publish(missing)


def _path_of(file: PurePosixPath, language: Language, settings: SiteSettings) -> str:
    """The path of a page's URL from the address of its language on."""
    is_own = root_folder(file, settings.base_urls) is language
    return url_path(file.relative_to(language.value) if is_own else file)


class _Ground:
    """Which page stands where.

    Args:
        settings: of the site.
    """

    def __init__(self, settings: SiteSettings) -> None:
        self._settings = settings
        paths = map(index_path, [None, *Language])
        self._taken = {_fold(path): ("", "a list of articles stands") for path in paths}

    def take(self, entry: SiteArticle) -> Iterator[tuple[Language, WriteError]]:
        """Take the places of an article's pages, and yield why a page has none."""
        for language in sorted(entry.versions, key=lambda lang: lang is not entry.source_language):
            path = entry.path(language)
            own = (f"{entry.id} {language}", f"that of “{entry.id}” stands")
            holder, other = self._taken.setdefault(_fold(path), own)
            if holder != own[0]:
                cause = f"its {_NAMES[language]} page would be {path}, where {other}"
                hint = "Give one of the two a `slug` or a canonical link of its own"
                yield language, WriteError(f"{entry.id}: {cause}", path=Path(entry.post), hint=hint)


def _was_there(entry: SiteArticle, record: UrlRecord, settings: SiteSettings) -> bool:
    """Whether one of an article's pages stands where it was published before."""
    known = ((lang, record.find(entry.id, lang)) for lang in entry.versions)
    return any(
        page is not None and _file_of(page.path, lang, settings) == entry.path(lang)
        for lang, page in known
    )


def _file_of(path: str, language: Language, settings: SiteSettings) -> PurePosixPath:
    """The file of a page, by the path of its URL from the address of its language on."""
    file = page_file(path)
    return PurePosixPath(language.value, file) if language in settings.base_urls else file


def _fold(path: PurePosixPath) -> str:
    """What Windows and macOS tell files by."""
    return path.as_posix().casefold()
