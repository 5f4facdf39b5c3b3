"""The lists of articles, one a language, and the page at which a reader chooses a language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.model import PageContext, Site, SiteArticle
from dualpress.site.pages import decorate
from dualpress.site.render import (
    LanguageLink,
    ListedArticle,
    render_choice,
    render_listing,
)

__all__ = ["index_pages"]


def index_pages(site: Site) -> dict[PurePosixPath, bytes]:
    """Make the lists of all languages in which there is an article, and the choice of them.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    if not site.languages:
        return {}
    lists = {site.index(language).path: _listing(site, language) for language in site.languages}
    choice = site.index(None)
    return {choice.path: _choice(site, choice), **lists} if site.has_choice else lists


def _listing(site: Site, language: Language) -> bytes:
    context = site.index(language)
    articles = [
        _listed(article, language, context.link(article.path(language)))
        for article in _newest_first(site, language)
    ]
    name = site.settings.names.get(language, "")
    markup = render_listing(articles, language, name, site.settings.index_template)
    return decorate(markup, context)


def _listed(article: SiteArticle, language: Language, url: str) -> ListedArticle:
    version, source = article.versions[language], article.versions.get(article.source_language)
    # What reads as in the original was not translated yet.
    original = source if source is not version else None
    own = article.source_language
    return ListedArticle(
        url=url,
        title=version.title or article.id,
        description=version.description,
        date=article.date,
        title_language=own if original and version.title == original.title else None,
        description_language=(
            own if original and version.description == original.description else None
        ),
    )


def _newest_first(site: Site, language: Language) -> Iterator[SiteArticle]:
    """The language's articles, those without a date last; those of one day by id."""
    found = [article for article in site.articles if site.is_written(article, language)]
    found.sort(key=lambda article: article.id)
    yield from sorted(found, key=lambda article: article.date or datetime.date.min, reverse=True)


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
