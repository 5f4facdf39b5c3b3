"""All files of a site from its pages, gathered before the first is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from dualpress.site.indexes import index_pages
from dualpress.site.manifest import MANIFEST, manifest
from dualpress.site.media import read_media
from dualpress.site.model import Site
from dualpress.site.pages import BuiltPage
from dualpress.site.references import Posts
from dualpress.site.render import stylesheet
from dualpress.site.sitemap import SITEMAP, sitemap
from dualpress.site.urls import STYLESHEET

__all__ = ["assemble"]


def assemble(site: Site, pages: Iterable[BuiltPage], posts: Posts) -> dict[PurePosixPath, bytes]:
    """Gather the files of the output folder.

    Args:
        site: what is published.
        pages: one for each version of each of its articles.
        posts: where the pages' pictures are.

    Returns:
        Their bytes, by path relative to the output folder.

    Raises:
        ReadError: a picture cannot be read.
        ConfigError: the publisher's own template cannot be used.
    """
    pages = list(pages)
    articles = {page.path: page.data for page in pages}
    found = {**articles, **index_pages(site)}
    found |= read_media(posts, (path for page in pages for path in page.media))
    found[STYLESHEET] = stylesheet()
    found[MANIFEST] = manifest(site, articles)
    xml = sitemap(site)
    if xml is not None:
        found[SITEMAP] = xml
    return found
