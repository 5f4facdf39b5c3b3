"""All files of a site from its pages, gathered before the first is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from dualpress.site.indexes import index_pages
from dualpress.site.manifest import MANIFEST, manifest
from dualpress.site.model import Site
from dualpress.site.pages import BuiltPage
from dualpress.site.render import script, stylesheet
from dualpress.site.sitemap import sitemaps
from dualpress.site.urls import SCRIPT, STYLESHEET, own_copy

__all__ = ["assemble"]


def assemble(
    site: Site, pages: Iterable[BuiltPage], media: Mapping[PurePosixPath, bytes]
) -> dict[PurePosixPath, bytes]:
    """Gather the files of the output folder.

    Args:
        site: what is published.
        pages: one for each version of each of its articles that is a page of its own.
        media: the pictures and files of these pages, by their paths there.

    Returns:
        Their bytes, by path relative to the output folder.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    articles = {page.path: page.data for page in pages}
    found = {**media, **articles, **index_pages(site)}
    for language in (None, *site.settings.base_urls):
        found[own_copy(STYLESHEET, language)] = stylesheet()
        found[own_copy(SCRIPT, language)] = script()
    found[MANIFEST] = manifest(site, articles)
    return {**found, **sitemaps(site)}
