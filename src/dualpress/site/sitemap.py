"""``sitemap.xml`` with the versions of each page.

https://www.sitemaps.org/protocol.html, and for the versions
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.sax.saxutils import escape as escape_text
from xml.sax.saxutils import quoteattr

from dualpress.article import Language
from dualpress.site.model import PageContext, Site

__all__ = ["SITEMAP", "sitemap"]

SITEMAP = PurePosixPath("sitemap.xml")
"""Where it stands in the output folder."""

_OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(site: Site) -> bytes | None:
    """Write the sitemap: what is published and what search engines may list.

    Returns:
        XML in UTF-8; ``None`` where the site's address, which every entry
        needs, is not known.
    """
    if site.settings.base_url is None:
        return None
    entries = "".join(_entry(context) for context in _pages(site) if context.is_indexable)
    return f"{_OPENING}{entries}</urlset>\n".encode()


def _pages(site: Site) -> Iterator[PageContext]:
    """All pages: the choice of languages, the lists, the articles by id."""
    if site.languages:
        yield from map(site.index, [None, *site.languages])
    for article in sorted(site.articles, key=lambda article: article.id):
        for language in Language:
            if language in article.versions:
                yield site.page(article, language)


def _entry(context: PageContext) -> str:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(url)}/>\n'
        for code, url in context.alternates.items()
    )
    return f"<url>\n<loc>{escape_text(context.url or '')}</loc>\n{alternates}</url>\n"
