"""All files of a site besides the pages of its articles and what these need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from dualpress.site.indexes import index_pages
from dualpress.site.manifest import MANIFEST, manifest
from dualpress.site.model import Site
from dualpress.site.render import script, stylesheet
from dualpress.site.sitemap import sitemaps
from dualpress.site.told import Told
from dualpress.site.urls import SCRIPT, STYLESHEET, own_copy

__all__ = ["assemble"]


def assemble(
    site: Site,
    digests: Mapping[PurePosixPath, str],
    told: Mapping[str, Told] = MappingProxyType({}),
) -> dict[PurePosixPath, bytes]:
    """Make the files of the output folder that are of no single article.

    Args:
        site: what is published.
        digests: the SHA-256 of the pages of all its articles, and of the lists
            that are there as they are to be, by their paths there.
        told: what is said of some of its articles, by their ids.

    Returns:
        Their bytes, but for the lists that are there, by path relative to the folder.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    found = index_pages(site, digests)
    for language in (None, *site.settings.base_urls):
        found[own_copy(STYLESHEET, language)] = stylesheet()
        found[own_copy(SCRIPT, language)] = script()
    found[MANIFEST] = manifest(site, digests, {name: one.pair for name, one in told.items()})
    return {**found, **sitemaps(site, {name: one.sitemap for name, one in told.items()})}
