"""What a site is made of: settings, articles, and what one page needs to know of the rest."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

from dualpress.article import Language, Status
from dualpress.site.urls import absolute_url, index_path, normalise_base_url, page_path

__all__ = [
    "Decorations",
    "Notice",
    "NoticeKind",
    "PageContext",
    "Site",
    "SiteArticle",
    "SiteSettings",
    "Version",
]


@dataclass(frozen=True, slots=True)
class Decorations:
    """What may change on a page besides its text, each with its own switch.

    Args:
        language: ``lang`` of ``html`` and of what was translated.
        canonical: the canonical link, ``og:url``, and the page's own address in JSON-LD.
        alternates: ``hreflang`` links.
        open_graph: ``og:locale`` and ``og:locale:alternate``.
        json_ld: ``inLanguage``.
        switcher: the links to the page's other version.
        block_ids: ``data-dp`` on the start tags of blocks.
        links: relative links and pictures, which would break where the page now stands.
        notices: what a reader should know of a translation.
        robots: ``noindex`` on a page that no human reviewed.
        stylesheet: the link to dualpress's style, where the page has use for it.
    """

    language: bool = True
    canonical: bool = True
    alternates: bool = True
    open_graph: bool = True
    json_ld: bool = True
    switcher: bool = True
    block_ids: bool = True
    links: bool = True
    notices: bool = True
    robots: bool = True
    stylesheet: bool = True

    @classmethod
    def none(cls) -> Decorations:
        """Nothing but the text changes."""
        return cls(*[False] * len(cls.__slots__))


class NoticeKind(StrEnum):
    """What a reader should know of a translation."""

    DRAFT = "draft"
    """It was made by a machine, and no human reviewed it."""

    STALE = "stale"
    """The original was edited since."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice at the top of a page.

    Args:
        kind: what it says.
        date: when the original was edited, where that is known.
    """

    kind: NoticeKind
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """An article in one language, as it is published.

    Args:
        title: for lists.
        description: for lists; may be empty.
        indexable: whether search engines may list it; not so while it shows
            what no human reviewed, or where the publisher forbids it.
        notices: for its readers.
        counts: how many of its segments are in which state.
    """

    title: str
    description: str = ""
    indexable: bool = True
    notices: tuple[Notice, ...] = ()
    counts: Mapping[Status, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteArticle:
    """An article and the versions of it that are published.

    Args:
        id: its path under the posts folder without the ending.
        post: the post's path, relative to the posts folder.
        source_language: the language that it was written in.
        versions: the published ones.
        date: when it was first published, where that is known.
    """

    id: str
    post: PurePosixPath
    source_language: Language
    versions: Mapping[Language, Version]
    date: datetime.date | None = None

    def path(self, language: Language) -> PurePosixPath:
        """Where its page in a language stands."""
        return page_path(self.id, language)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a publisher may choose.

    Args:
        base_url: the address of the output folder; without one there are no
            canonical and alternate links and no sitemap, for these need it.
        decorations: what may change on a page besides its text.
        language_names: what each language is called in the switcher.
        regions: the country of each language, used where the page names one
            (``en-US`` becomes ``hi-IN``) and in ``og:locale``, which needs one.
        names: what the site is called in each language, where it has a name.
        x_default: the version for readers of any other language.
        switcher_selector: a CSS selector of the element that the switcher
            replaces; without one it stands at the start of the body.
        page_template: a template of the publisher's own for fragments.
        index_template: the same for the lists of articles.

    Raises:
        ConfigError: ``base_url`` is not the address of a site.
    """

    base_url: str | None = None
    decorations: Decorations = Decorations()
    language_names: Mapping[Language, str] = field(
        default_factory=lambda: {Language.EN: "English", Language.HI: "हिन्दी"}
    )
    regions: Mapping[Language, str] = field(
        default_factory=lambda: {Language.EN: "IN", Language.HI: "IN"}
    )
    names: Mapping[Language, str] = field(default_factory=dict)
    x_default: Language = Language.EN
    switcher_selector: str | None = None
    page_template: Path | None = None
    index_template: Path | None = None

    def __post_init__(self) -> None:
        if self.base_url is not None:
            object.__setattr__(self, "base_url", normalise_base_url(self.base_url))


@dataclass(frozen=True, slots=True)
class PageContext:
    """What one page needs to know of the site.

    Args:
        settings: the publisher's choices.
        path: where the page stands in the output folder.
        language: that it is in.
        source_language: that the article was written in.
        versions: where the published versions stand, this page among them.
        indexed: those among them that search engines may list.
        x_default: where readers of any other language are sent; one of the
            indexed versions, or a page of its own.
        notices: for the page's readers.
        is_indexable: whether search engines may list this page.
    """

    settings: SiteSettings
    path: PurePosixPath
    language: Language
    source_language: Language
    versions: Mapping[Language, PurePosixPath]
    indexed: frozenset[Language]
    x_default: PurePosixPath
    notices: tuple[Notice, ...] = ()
    is_indexable: bool = True

    @property
    def is_translation(self) -> bool:
        """Whether the page is not in the language that the article was written in."""
        return self.language is not self.source_language

    @property
    def url(self) -> str | None:
        """The page's own address, where the site's is known."""
        return self.url_of(self.path)

    def url_of(self, path: PurePosixPath) -> str | None:
        """The address of a file of the site, where the site's is known."""
        return absolute_url(self.settings.base_url, path) if self.settings.base_url else None

    @property
    def alternates(self) -> dict[str, str]:
        """The addresses of the page's versions by ``hreflang``, ``x-default`` last.

        Empty where it has one only, or where the site's address is not known.
        A version that search engines may not list is no alternate, and has none:
        https://developers.google.com/search/docs/specialty/international/localized-versions
        """
        if not self.is_indexable or len(self.indexed) < 2:
            return {}
        paths = {lang.value: self.versions[lang] for lang in Language if lang in self.indexed}
        paths["x-default"] = self.x_default
        urls = {code: self.url_of(path) for code, path in paths.items()}
        return {code: url for code, url in urls.items() if url is not None}


@dataclass(frozen=True, slots=True)
class Site:
    """All published articles.

    Args:
        settings: the publisher's choices.
        articles: in any order, each id once.
    """

    settings: SiteSettings
    articles: tuple[SiteArticle, ...]

    def page(self, article: SiteArticle, language: Language) -> PageContext:
        """What an article's published page in a language needs to know.

        Raises:
            KeyError: the article is not published in that language.
        """
        version = article.versions[language]
        indexed = frozenset(lang for lang, v in article.versions.items() if v.indexable)
        return PageContext(
            settings=self.settings,
            path=article.path(language),
            language=language,
            source_language=article.source_language,
            versions={lang: article.path(lang) for lang in article.versions},
            indexed=indexed,
            x_default=article.path(self._default(indexed, article.source_language)),
            notices=version.notices,
            is_indexable=version.indexable,
        )

    def index(self, language: Language | None) -> PageContext:
        """What the list of articles in a language, or the choice of languages, needs to know."""
        versions = {lang: index_path(lang) for lang in self.languages}
        return PageContext(
            settings=self.settings,
            path=index_path(language),
            language=language or self._default(versions, Language.EN),
            source_language=language or self._default(versions, Language.EN),
            versions=versions,
            indexed=frozenset(versions),
            x_default=index_path(),
        )

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there is an article."""
        return tuple(
            language
            for language in Language
            if any(language in article.versions for article in self.articles)
        )

    def _default(self, languages: Iterable[Language], otherwise: Language) -> Language:
        """The language for readers of any other."""
        preferred = self.settings.x_default
        return preferred if preferred in languages else otherwise
