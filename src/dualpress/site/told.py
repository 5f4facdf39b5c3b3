"""What the files that list all articles say of one of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from dualpress.site.indexes import listed_digests
from dualpress.site.manifest import pair_text
from dualpress.site.model import Site, SiteArticle
from dualpress.site.sitemap import sitemap_entries

__all__ = ["NOTHING", "Told", "told_of"]


_SIZE = 1000
"""Bytes, of what is told of nothing."""


class Told(NamedTuple):
    """What is said of an article; it is the same while the article and the settings are.

    In UTF-8, since a text with one letter of Hindi takes two bytes a letter.

    Args:
        pair: in the manifest.
        sitemap: the entries of its pages there.
        listed: digests of what the lists show, by the languages of these.
    """

    pair: bytes = b""
    sitemap: tuple[bytes, ...] = ()
    listed: Mapping[str, str] = {}

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        return _SIZE + len(self.pair) + sum(map(len, self.sitemap))


NOTHING = Told()
"""Of an article that is not published."""


def told_of(site: Site, article: SiteArticle, digests: Mapping[PurePosixPath, str]) -> Told:
    """Say what is said of an article.

    Args:
        site: only its settings, and where its lists stand, have a say.
        article: one of them.
        digests: the SHA-256 of its pages, by path.
    """
    if not article.versions:
        return NOTHING
    return Told(
        pair=pair_text(site, article, digests),
        sitemap=tuple(sitemap_entries(site, article)),
        listed=listed_digests(site, article),
    )
