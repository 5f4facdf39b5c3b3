"""Whether the files that pages show, play and run are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.places import Target
from dualpress.site.verify.site import VerifiedSite

__all__ = ["AssetRule"]


class AssetRule(Rule):
    """Pictures, styles, scripts and media."""

    id = "asset"
    cause = "A picture, style, script or other file that a page needs does not exist."
    cure = "Put the file there, or correct the address"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at what pages and style sheets name."""
        for file, line, target in _assets(site):
            if target.is_inside and target.path is None:
                yield self.finding(file, line, f"{target.url} does not exist")


def _assets(site: VerifiedSite) -> Iterator[tuple[str, int, Target]]:
    for path, page in site.pages.items():
        for href, line in page.assets.items():
            yield path, line, site.resolve(page, href)
    for path, references in site.styles.items():
        for href, line in references.items():
            yield path, line, site.places.resolve(path, href)
