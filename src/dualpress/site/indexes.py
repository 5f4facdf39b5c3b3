"""The lists of articles, one a language, and the page at which a reader chooses a language."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from dualpress.article import Language, Span
from dualpress.site.model import PageContext, Site, SiteArticle
from dualpress.site.pages import decorate, decorate_around
from dualpress.site.render import (
    LanguageLink,
    ListedArticle,
    Pager,
    render_choice,
    render_listing,
)
from dualpress.site.urls import index_path

__all__ = ["ListPage", "index_digests", "index_pages", "list_page", "listed_digests"]


class _Index(NamedTuple):
    """A page of a list, or the choice of languages, which has no language of its own."""

    language: Language | None
    context: PageContext
    articles: Sequence[SiteArticle] = ()
    pager: Pager = Pager()


class ListPage(NamedTuple):
    """A page of a list.

    Args:
        path: where it stands.
        digest: as :func:`index_digests` tells it.
        data: its bytes.
    """

    path: PurePosixPath
    digest: str
    data: bytes


_BEFORE_ITEMS, _AFTER_ITEMS = '<ul class="dp-list">', "</ul>"
"""What stands around the items in the template of dualpress."""


def index_pages(
    site: Site, standing: Collection[PurePosixPath] = ()
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Make the lists of all languages in which there is an article, and the choice of them.

    Args:
        site: what is published.
        standing: the paths of those that are not to be made.

    Yields:
        The path of each page, and its bytes.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    for index in _indexes(site):
        if index.context.path not in standing:
            yield index.context.path, _index_page(site, index)


def index_digests(
    site: Site, known: Mapping[str, Mapping[str, str]] = MappingProxyType({})
) -> dict[PurePosixPath, str]:
    """Tell the lists and the choice apart by what they show, without making them.

    Args:
        site: what is published.
        known: what :func:`listed_digests` has of some articles, by their ids.

    Returns:
        A digest of all that each is made of besides settings and templates, by path.
    """
    return {index.context.path: _digest(site, index, known) for index in _indexes(site)}


def list_page(
    site: Site, language: Language, number: int, known: Mapping[str, Mapping[str, str]]
) -> ListPage:
    """Make one page of a list.

    Args:
        site: what is published; only the articles that the page shows have to be there.
        language: of the list.
        number: of the page, counted from 1.
        known: what :func:`listed_digests` has of these articles, by their ids.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    index = _list(site, language, number, {article.id: article for article in site.articles})
    return ListPage(index.context.path, _digest(site, index, known), _listing(site, index))


def listed_digests(site: Site, article: SiteArticle) -> dict[str, str]:
    """Tell what the lists show of an article from what they would show after a change.

    Args:
        site: only its settings have a say.
        article: one of its articles.

    Returns:
        A digest for each list that it stands in, by the code of the list's language.
    """
    return {
        language.value: _listed_digest(article, language, site.index(language))
        for language in article.versions
        if site.is_written(article, language)
    }


def _listed_digest(article: SiteArticle, language: Language, context: PageContext) -> str:
    listed = repr(_listed(article, language, context))
    return hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()


def _indexes(site: Site) -> Iterator[_Index]:
    if site.has_choice:
        yield _Index(None, site.index(None))
    articles = {article.id: article for article in site.articles}
    for language, count in site.list_pages.items():
        for number in range(1, count + 1):
            yield _list(site, language, number, articles)


def _list(
    site: Site, language: Language, number: int, articles: Mapping[str, SiteArticle]
) -> _Index:
    """A page of a list, of articles that are told by their ids."""
    context = site.index(language, number)
    pager = _pager(language, number, site.list_pages[language], context)
    shown = [articles[name] for name in site.listed(language, number)]
    return _Index(language, context, shown, pager)


def _pager(language: Language, number: int, count: int, context: PageContext) -> Pager:
    return Pager(
        number,
        count,
        newer=context.link(index_path(language, number - 1)) if number > 1 else "",
        older=context.link(index_path(language, number + 1)) if number < count else "",
    )


def _index_page(site: Site, index: _Index) -> bytes:
    return _choice(site, index.context) if index.language is None else _listing(site, index)


def _digest(site: Site, index: _Index, known: Mapping[str, Mapping[str, str]]) -> str:
    context = index.context
    shown = (sorted(context.versions.items()), sorted(context.indexed), index.pager)
    digest = hashlib.sha256(repr(shown).encode())
    for article in index.articles:
        own = known.get(article.id) or listed_digests(site, article)
        digest.update(own[index.context.language.value].encode())
    return digest.hexdigest()


def _listing(site: Site, index: _Index) -> bytes:
    context, language = index.context, index.context.language
    articles = [_listed(one, language, context) for one in index.articles]
    name = site.settings.names.get(language, "")
    markup = render_listing(articles, language, name, index.pager, site.settings.index_template)
    items = _items(markup) if _is_our_own(site) else None
    return decorate(markup, context) if items is None else decorate_around(markup, items, context)


def _is_our_own(site: Site) -> bool:
    """Whether it is known how the lists are made, and that nothing is looked for in them."""
    settings = site.settings
    return settings.index_template is None and settings.switcher_selector is None


def _items(markup: str) -> Span | None:
    """Where the items of a list stand on its page."""
    start, end = markup.find(_BEFORE_ITEMS), markup.rfind(_AFTER_ITEMS)
    return Span(start + len(_BEFORE_ITEMS), end) if -1 < start < end else None


def _listed(article: SiteArticle, language: Language, context: PageContext) -> ListedArticle:
    """What the list that stands in ``context`` shows of an article."""
    version, source = article.versions[language], article.versions.get(article.source_language)
    # What reads as in the original was not translated yet.
    original = source if source is not version else None
    own = article.source_language
    return ListedArticle(
        url=context.link(article.path(language)),
        title=version.title or article.id,
        description=version.description,
        date=article.date,
        title_language=own if original and version.title == original.title else None,
        description_language=(
            own if original and version.description == original.description else None
        ),
    )


def _choice(site: Site, context: PageContext) -> bytes:
    names = site.settings.language_names
    links = [
        LanguageLink(context.link(path), language, names[language])
        for language, path in context.versions.items()
    ]
    # The page is nothing but a switcher.
    decorations = replace(site.settings.decorations, switcher=False)
    settings = replace(site.settings, decorations=decorations)
    return decorate(render_choice(links), replace(context, settings=settings))
