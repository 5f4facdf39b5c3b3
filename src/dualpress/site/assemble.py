"""All files of a site from its pages, gathered before the first is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from dualpress.site.indexes import index_pages
from dualpress.site.manifest import MANIFEST, manifest
from dualpress.site.model import Site
from dualpress.site.pages import BuiltPage
from dualpress.site.render import script, stylesheet
from dualpress.site.sitemap import sitemaps
from dualpress.site.urls import SCRIPT, STYLESHEET, own_copy

__all__ = ["assemble"]


def assemble(
    site: Site,
    pages: Iterable[BuiltPage],
    media: Mapping[PurePosixPath, bytes],
    standing: Mapping[PurePosixPath, str] = MappingProxyType({}),
    pairs: Mapping[str, str] = MappingProxyType({}),
) -> dict[PurePosixPath, bytes]:
    """Gather the files of the output folder.

    Args:
        site: what is published.
        pages: one for each version of each of its articles that is a page of
            its own, but for those that are standing.
        media: the pictures and files of these pages, by their paths there.
        standing: the SHA-256 of pages and lists that are there as they are to
            be, by their paths there.
        pairs: what the manifest says of some of its articles
            (:func:`.manifest.pair_text`), by their ids.

    Returns:
        The bytes of all others, by path relative to the output folder.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    articles = {page.path: page.data for page in pages}
    found = {**media, **articles, **index_pages(site, standing)}
    for language in (None, *site.settings.base_urls):
        found[own_copy(STYLESHEET, language)] = stylesheet()
        found[own_copy(SCRIPT, language)] = script()
    made = {path: hashlib.sha256(data).hexdigest() for path, data in articles.items()}
    found[MANIFEST] = manifest(site, {**standing, **made}, pairs)
    return {**found, **sitemaps(site)}
