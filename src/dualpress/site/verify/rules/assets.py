"""Whether the files that pages show, play and run are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.other_parts import may_stand_elsewhere
from dualpress.site.verify.places import Fault, Target
from dualpress.site.verify.site import VerifiedSite

__all__ = ["AssetRule"]


class AssetRule(Rule):
    """Pictures, styles, scripts and media."""

    id = "asset"
    cause = "A picture, style, script or other file that a page needs does not exist."
    cure = "Put the file there, or correct the address"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at what pages and style sheets name."""
        for file, line, target in _missing(site):
            yield self.finding(file, line, f"{target.url} does not exist")


def _missing(site: VerifiedSite) -> Iterator[tuple[str, int, Target]]:
    for path, page in site.pages.items():
        for href, line in (*page.assets.items(), *page.pictures.items()):
            target = site.resolve(page, href)
            if _is_missing(target) and not _is_of_post(site, page, href, target):
                yield path, line, target
    for path, references in site.styles.items():
        for href, line in references.items():
            target = site.places.resolve(path, href)
            if _is_missing(target):
                yield path, line, target


def _is_missing(target: Target) -> bool:
    return target.is_inside and target.path is None


def _is_of_post(site: VerifiedSite, page: PageFacts, href: str, target: Target) -> bool:
    """Whether a post names the file, and another part of the site, or another host, has it."""
    is_elsewhere = href in page.pictures and Fault.HOST in target.faults
    return is_elsewhere or (site.is_output and may_stand_elsewhere(site, page, href, target))
