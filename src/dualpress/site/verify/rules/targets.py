"""Whether search engines are sent to pages that are there, and that they may list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.places import Target
from dualpress.site.verify.site import VerifiedSite

__all__ = ["MissingTargetRule", "NoindexTargetRule", "RedirectTargetRule"]


class _TargetRule(Rule):
    """Asks the same of all that is named as a version or listed in a sitemap."""

    needs_address = True

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at what pages and sitemaps name."""
        told = set()
        for file, line, name, target in _named(site):
            wrong = self.wrong_with(site, target)
            if wrong is not None and (file, target.url) not in told:
                told.add((file, target.url))
                yield self.finding(file, line, f"{name} leads to {target.url}, {wrong}")

    @abstractmethod
    def wrong_with(self, site: VerifiedSite, target: Target) -> str | None:
        """What is wrong with a target; the end of a sentence."""


class MissingTargetRule(_TargetRule):
    """What is named is there."""

    id = "missing-target"
    cause = "A version that is named, or a page of the sitemap, does not exist."
    cure = "Name versions that are published alone, and correct the address where it is mistyped"

    def wrong_with(self, site: VerifiedSite, target: Target) -> str | None:
        """Say that there is no file, and nothing that leads on."""
        is_missing = target.is_inside and target.path is None
        return "which does not exist" if is_missing and site.redirect_of(target) is None else None


class NoindexTargetRule(_TargetRule):
    """What is named may be listed."""

    id = "noindex-target"
    cause = "A version that is named, or a page of the sitemap, asks search engines not to list it."
    cure = "Take the page out of the versions and the sitemap, or take away its noindex"

    def wrong_with(self, site: VerifiedSite, target: Target) -> str | None:
        """Say that the page does not want to be listed."""
        page = site.pages.get(target.path or "")
        return "which has “noindex”" if page is not None and page.noindex else None


class RedirectTargetRule(_TargetRule):
    """What is named is the page itself, and no way to it."""

    id = "redirect-target"
    cause = (
        "A version that is named, or a page of the sitemap, only sends its readers on, or is gone."
    )
    cure = "Name the page that readers end up on"

    def wrong_with(self, site: VerifiedSite, target: Target) -> str | None:
        """Say where it leads."""
        leads_to = site.redirect_of(target)
        if leads_to is None:
            return None
        return f"which sends its readers to {leads_to}" if leads_to else "which is gone"


def _named(site: VerifiedSite) -> Iterator[tuple[str, int, str, Target]]:
    """Yield what search engines are told of: file, line, what tells of it, and the target."""
    for page in site.pages.values():
        for named in site.named(page.path, page.alternates, page.base):
            yield named.file, named.line, f'hreflang="{named.code}"', named.target
    for sitemap in site.sitemaps:
        for entry in sitemap.entries:
            target = site.places.resolve(sitemap.path, entry.location.value)
            yield sitemap.path, entry.location.line, "The sitemap", target
            for named in site.named(sitemap.path, entry.alternates):
                yield named.file, named.line, f'hreflang="{named.code}"', named.target
