"""All files of a site besides the pages of its articles and what these need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from dualpress.site.indexes import index_pages
from dualpress.site.manifest import MANIFEST, manifest
from dualpress.site.model import Site
from dualpress.site.render import script, stylesheet
from dualpress.site.sitemap import sitemaps
from dualpress.site.told import Told
from dualpress.site.urls import SCRIPT, STYLESHEET, own_copy
from dualpress.spool import Through

__all__ = ["assemble"]


def assemble(
    site: Site,
    digests: Mapping[PurePosixPath, str],
    told: Mapping[str, Told] = MappingProxyType({}),
) -> Iterator[tuple[PurePosixPath, Iterable[bytes]]]:
    """Make the files of the output folder that are of no single article, one after the other.

    Args:
        site: what is published.
        digests: the SHA-256 of the pages of all its articles, and of the lists
            that are there as they are to be, by their paths there.
        told: what is said of some of its articles, by their ids.

    Yields:
        The path of each relative to the folder, and its bytes, piece by piece; not of the lists
        that are there.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    yield from ((path, [data]) for path, data in index_pages(site, digests))
    for language in (None, *site.settings.base_urls):
        yield own_copy(STYLESHEET, language), [stylesheet()]
        yield own_copy(SCRIPT, language), [script()]
    yield MANIFEST, manifest(site, digests, Through(told, lambda one: one.pair))
    yield from sitemaps(site, Through(told, lambda one: one.sitemap))
