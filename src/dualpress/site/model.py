"""What a site is made of: settings, articles, and what one page needs to know of the rest."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath

from dualpress.article import Language, Status, other
from dualpress.site.by_language import by_language
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.urls import (
    absolute_url,
    bilingual_path,
    index_path,
    normalise_base_url,
    own_copy,
    page_path,
    relative_url,
    root_folder,
)

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
        charset: the encoding of a page that declares none.
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
        script: the link to dualpress's script, where the page has another version.
    """

    charset: bool = True
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
    script: bool = True

    @classmethod
    def none(cls) -> Decorations:
        """Nothing but the text changes."""
        return cls(*[False] * len(cls.__slots__))


class NoticeKind(StrEnum):
    """What a reader should know of a page."""

    DRAFT = "draft"
    """It was made by a machine, and no human reviewed it."""

    STALE = "stale"
    """The original was edited since."""

    CORRECTION = "correction"
    """An earlier version of the page was wrong."""

    TRANSLATOR = "translator"
    """Who translated it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice at the top of a page.

    Args:
        kind: what it says.
        date: when the original was edited, where that is known; when the page
            was corrected.
        text: of a correction; the name of the translator.
    """

    kind: NoticeKind
    date: datetime.date | None = None
    text: str = ""


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
        modified: when its text last changed, where post or PO file say so.
    """

    title: str
    description: str = ""
    indexable: bool = True
    notices: tuple[Notice, ...] = ()
    counts: Mapping[Status, int] = field(default_factory=dict)
    modified: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class SiteArticle:
    """An article and the versions of it that are published.

    Args:
        id: its path under the posts folder without the ending.
        post: the post's path, relative to the posts folder.
        source_language: the language that it was written in.
        versions: the published ones.
        date: when it was first published, where that is known.
        paths: where its pages stand; what is not given stands in the folder of
            its language.
        urls: the addresses of pages where they do not follow from the paths.
        canonical: the address that the post itself names, wherever that is.
        has_bilingual: whether there is a side-by-side view of it.
    """

    id: str
    post: PurePosixPath
    source_language: Language
    versions: Mapping[Language, Version]
    date: datetime.date | None = None
    paths: Mapping[Language, PurePosixPath] = field(default_factory=dict)
    urls: Mapping[Language, str] = field(default_factory=dict)
    canonical: str | None = None
    has_bilingual: bool = False

    def __post_init__(self) -> None:
        for name in ("versions", "paths", "urls"):  # all articles of a site are in memory at once
            object.__setattr__(self, name, by_language(getattr(self, name)))

    def path(self, language: Language) -> PurePosixPath:
        """Where its page in a language stands."""
        return self.paths.get(language) or page_path(self.id, language)


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
        paginate: how many articles a page of a list shows; all without it.
        reading: what readers are offered besides the page itself.
        base_urls: the addresses of the folders of languages that are published
            at an address of their own; those of the others stand under ``base_url``.
        only_translations: whether the site keeps the pages in the language that
            articles were written in, so that none is made of them.
        links_media: whether the site has the files of the posts folder, so that
            they are not copied.
        original_pattern: of the paths of originals; without one each keeps its own.
        translation_pattern: of the paths of translations; without one they
            follow their originals'.

    Raises:
        ConfigError: ``base_url`` or one of ``base_urls`` is not the address of a site.
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
    paginate: int | None = None
    reading: ReaderSettings = field(default_factory=ReaderSettings)
    base_urls: Mapping[Language, str] = field(default_factory=dict)
    only_translations: bool = False
    links_media: bool = False
    original_pattern: str | None = None
    translation_pattern: str | None = None

    def __post_init__(self) -> None:
        if self.base_url is not None:
            object.__setattr__(self, "base_url", normalise_base_url(self.base_url))
        own = {language: normalise_base_url(url) for language, url in self.base_urls.items()}
        object.__setattr__(self, "base_urls", own)

    def base_of(self, language: Language) -> str | None:
        """The address of the folder of a language, or of the site; ``None`` where none is known."""
        return self.base_urls.get(language) or self.base_url

    def url_of(self, path: PurePosixPath) -> str | None:
        """The address of a file of the output folder as it follows from its path."""
        language = root_folder(path, self.base_urls)
        if language is not None:
            return absolute_url(self.base_urls[language], path.relative_to(language.value))
        return absolute_url(self.base_url, path) if self.base_url else None


@dataclass(frozen=True)
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
        addresses: of the pages whose addresses do not follow from their paths.
        elsewhere: the pages that are on the site but not in the output folder.
        bilingual: where the side-by-side view stands, if the switcher leads to it.
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
    addresses: Mapping[PurePosixPath, str] = field(default_factory=dict)
    elsewhere: Collection[PurePosixPath] = frozenset()
    bilingual: PurePosixPath | None = None

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
        return self.addresses.get(path) or self.settings.url_of(path)

    def asset(self, path: PurePosixPath) -> PurePosixPath:
        """Where the style or script stands that the page is to load."""
        return own_copy(path, root_folder(self.path, self.settings.base_urls))

    def link(self, target: PurePosixPath) -> str:
        """The link from the page to a file of the site.

        It is relative, so that it also works from a disk; absolute to what is
        published at another address or is not in the output folder.
        """
        own = self.settings.base_urls
        is_near = root_folder(target, own) is root_folder(self.path, own)
        relative = relative_url(self.path, target)
        if is_near and target not in self.elsewhere:
            return relative
        return self.url_of(target) or relative

    @cached_property
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


@dataclass(frozen=True)
class Site:
    """All published articles.

    Args:
        settings: the publisher's choices.
        articles: in any order, each id once.
        order: what :attr:`lists` has of all, where these are some of them.
    """

    settings: SiteSettings
    articles: tuple[SiteArticle, ...]
    order: Mapping[Language, Sequence[str]] | None = None

    def page(self, article: SiteArticle, language: Language) -> PageContext:
        """What an article's published page in a language needs to know.

        Raises:
            KeyError: the article is not published in that language.
        """
        known = self._pages.get(language)
        if known is None or known[0] is not article:
            known = self._pages[language] = article, self._page(article, language)
        return known[1]

    def _page(self, article: SiteArticle, language: Language) -> PageContext:
        version = article.versions[language]
        is_linked = self.settings.reading.links_bilingual
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
            addresses=self._addresses,
            elsewhere=self._elsewhere,
            bilingual=self.bilingual_path(article) if is_linked else None,
        )

    def bilingual_path(self, article: SiteArticle) -> PurePosixPath | None:
        """Where an article's side-by-side view stands, if it has one."""
        path = bilingual_path(article.path(other(article.source_language)))
        return path if article.has_bilingual else None

    def bilingual(self, article: SiteArticle, path: PurePosixPath) -> PageContext:
        """What an article's side-by-side view needs to know.

        Search engines are asked to leave it out: all of it stands on the
        article's own pages.
        """
        page = self.page(article, article.source_language)
        translation = article.versions[other(article.source_language)]
        # Corrections are in the language of their page.
        notices = tuple(n for n in translation.notices if n.kind is not NoticeKind.CORRECTION)
        return replace(
            page,
            path=path,
            indexed=frozenset(),
            is_indexable=False,
            notices=(*notices, *page.notices),
        )

    def index(self, language: Language | None, number: int = 1) -> PageContext:
        """What a page of the list of articles, or the choice of languages, needs to know.

        Where the list in another language has no such page, its last one is the nearest. Pages
        after the first are each other's versions only while they list the same articles.

        Args:
            language: of the list; without one, it is the choice of languages.
            number: of the page, counted from 1.
        """
        counts = self.list_pages
        versions = {lang: index_path(lang, min(number, counts[lang])) for lang in counts}
        indexed = frozenset(lang for lang in counts if self._is_version(language, lang, number))
        default = self._default(indexed, language or next(iter(counts), Language.EN))
        is_choice = self.has_choice and number == 1
        return PageContext(
            settings=self.settings,
            path=index_path(language, number),
            language=language or default,
            source_language=language or default,
            versions=versions,
            indexed=indexed,
            x_default=index_path() if is_choice else index_path(default, number),
            addresses=self._addresses,
            elsewhere=self._elsewhere,
        )

    @property
    def index_places(self) -> Iterator[tuple[Language | None, int]]:
        """The choice of languages, and the pages of the lists, as :meth:`index` takes them."""
        if self.has_choice:
            yield None, 1
        for language, count in self.list_pages.items():
            yield from ((language, number) for number in range(1, count + 1))

    @cached_property
    def list_pages(self) -> Mapping[Language, int]:
        """How many pages the list of articles in each language has."""
        return {language: -(-len(ids) // self._most_listed) for language, ids in self.lists.items()}

    def list_page_of(self, language: Language, article: str) -> int:
        """The number of the page of the list in a language that shows an article, by its id.

        Raises:
            LookupError: none does.
        """
        ids = self.lists[language]
        if article not in ids:
            raise LookupError(article)
        return ids.index(article) // self._most_listed + 1

    def listed(self, language: Language, number: int) -> Sequence[str]:
        """The ids of what a page of the list in a language shows."""
        most = self._most_listed
        return self.lists[language][(number - 1) * most : number * most]

    def _is_version(self, language: Language | None, other: Language, number: int) -> bool:
        """Whether a page of a list is the same in another language; the first always is."""
        if language is None or number == 1:
            return True
        return self.listed(language, number) == self.listed(other, number)

    @cached_property
    def lists(self) -> Mapping[Language, Sequence[str]]:
        """The ids of what the list in each language shows, the newest first.

        Those without a date come last; those of one day by their ids.
        """
        if self.order is not None:
            return self.order
        newest_first = sorted(
            sorted(self.articles, key=lambda article: article.id),
            key=lambda article: article.date or datetime.date.min,
            reverse=True,
        )
        return {
            language: tuple(one.id for one in newest_first if self.is_written(one, language))
            for language in self.languages
        }

    @cached_property
    def _most_listed(self) -> int:
        """How many articles a page of a list shows."""
        return self.settings.paginate or max(map(len, self.lists.values()))

    @property
    def has_choice(self) -> bool:
        """Whether it has a page at which a reader chooses a language.

        A site that keeps its originals has a page of its own there.
        """
        return bool(self.languages) and not self.settings.only_translations

    def is_written(self, article: SiteArticle, language: Language) -> bool:
        """Whether an article's version in a language is a page of the output folder."""
        is_kept_by_site = language is article.source_language and self.settings.only_translations
        return language in article.versions and not is_kept_by_site

    @cached_property
    def _pages(self) -> dict[Language, tuple[SiteArticle, PageContext]]:
        """What was asked for last: the pages of an article ask for the same, and what lists it."""
        return {}

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there is a page of an article."""
        found = self.order or {
            language
            for article in self.articles
            for language in article.versions
            if self.is_written(article, language)
        }
        return tuple(language for language in Language if language in found)

    @cached_property
    def _addresses(self) -> Mapping[PurePosixPath, str]:
        return {
            article.path(language): url
            for article in self.articles
            for language, url in article.urls.items()
            if language in article.versions
        }

    @cached_property
    def _elsewhere(self) -> frozenset[PurePosixPath]:
        return frozenset(
            article.path(language)
            for article in self.articles
            for language in article.versions
            if not self.is_written(article, language)
        )

    def _default(self, languages: Iterable[Language], otherwise: Language) -> Language:
        """The language for readers of any other."""
        preferred = self.settings.x_default
        return preferred if preferred in languages else otherwise
