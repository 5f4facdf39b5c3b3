"""``sitemap.xml`` with the versions of each page; an index of several where one would be too large.

https://www.sitemaps.org/protocol.html, and for the versions
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import PurePosixPath
from types import MappingProxyType
from xml.sax.saxutils import escape as escape_text
from xml.sax.saxutils import quoteattr

from dualpress.article import Language
from dualpress.site.model import PageContext, Site, SiteArticle

__all__ = ["MOST_BYTES", "MOST_URLS", "SITEMAP", "fits", "sitemap_entries", "sitemaps"]

SITEMAP = PurePosixPath("sitemap.xml")
"""Where it, or the index of several, stands in the output folder."""

MOST_URLS = 50_000
MOST_BYTES = 50 * 2**20
"""What one sitemap may have: https://www.sitemaps.org/protocol.html#index."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_OPENING = (
    f'{_DECLARATION}<urlset xmlns="{_SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
).encode()
_CLOSING = b"</urlset>\n"
_LOCATION = b"<loc>"
"""What each entry has once; in addresses and elsewhere it would be escaped."""


def sitemaps(
    site: Site,
    known: Mapping[str, Sequence[bytes]] = MappingProxyType({}),
    *,
    most_urls: int = MOST_URLS,
    most_bytes: int = MOST_BYTES,
) -> Iterator[tuple[PurePosixPath, Iterable[bytes]]]:
    """Write the sitemap: what is published and what search engines may list.

    Originals that the site keeps are in it with their versions, so that both
    sides name each other even where the heads of the originals do not.

    Args:
        site: what is published.
        known: what :func:`sitemap_entries` has of some articles, by their ids.
        most_urls: that a sitemap may have; what is more makes another.
        most_bytes: that a sitemap may have, likewise.

    Yields:
        The path of each in the output folder, and XML in UTF-8, piece by piece, to be taken
        before the next; nothing where the site's address, which every entry needs, is not known.
    """
    if site.settings.base_url is None:
        return
    # Counted first: of a large archive all entries together are tens of megabytes.
    counts = list(_counts(map(len, _entries(site, known)), most_urls, most_bytes))
    paths = [PurePosixPath(f"sitemap-{number}.xml") for number in range(1, len(counts) + 1)]
    if len(counts) > 1:
        yield SITEMAP, [_index(site.settings.url_of(path) or "" for path in paths)]
    entries = _entries(site, known)
    for path, count in zip(paths if len(counts) > 1 else [SITEMAP], counts, strict=True):
        yield path, chain([_OPENING], islice(entries, count), [_CLOSING])


def fits(sitemap: bytes) -> bool:
    """Whether a sitemap has no more than one may have."""
    return len(sitemap) <= MOST_BYTES and sitemap.count(_LOCATION) <= MOST_URLS


def _counts(sizes: Iterable[int], most_urls: int, most_bytes: int) -> Iterator[int]:
    """How many entries each of as few sitemaps as hold all has; one, empty, where there is none.

    Args:
        sizes: of the entries, in bytes.
        most_urls: that one may have.
        most_bytes: likewise.
    """
    around = len(_OPENING) + len(_CLOSING)
    count, length = 0, around
    for size in sizes:
        if count and (count == most_urls or length + size > most_bytes):
            yield count
            count, length = 0, around
        count, length = count + 1, length + size
    yield count


def _index(urls: Iterable[str]) -> bytes:
    found = "".join(f"<sitemap>\n<loc>{escape_text(url)}</loc>\n</sitemap>\n" for url in urls)
    return f'{_DECLARATION}<sitemapindex xmlns="{_SCHEMA}">\n{found}</sitemapindex>\n'.encode()


def sitemap_entries(site: Site, article: SiteArticle) -> Iterator[bytes]:
    """The entries of an article's pages, in the order in which they stand in the sitemap.

    Args:
        site: only its settings have a say.
        article: one of its articles.
    """
    for language in Language:
        if language in article.versions:
            context = site.page(article, language)
            yield from _entry(context, article.versions[language].modified)


def _entries(site: Site, known: Mapping[str, Sequence[bytes]]) -> Iterator[bytes]:
    """All pages: the choice of languages, the lists, the articles by id."""
    for place in site.index_places:
        yield from _entry(site.index(*place), None)
    for article in sorted(site.articles, key=lambda article: article.id):
        own = known.get(article.id)
        yield from sitemap_entries(site, article) if own is None else own


def _entry(context: PageContext, modified: datetime.date | None) -> Iterator[bytes]:
    if not context.is_indexable or context.url is None:
        return
    date = f"<lastmod>{modified.isoformat()}</lastmod>\n" if modified else ""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(url)}/>\n'
        for code, url in context.alternates.items()
    )
    yield f"<url>\n<loc>{escape_text(context.url)}</loc>\n{date}{alternates}</url>\n".encode()
