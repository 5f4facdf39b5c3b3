"""Whether sitemaps can be read, list both versions, and say of them what these say themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.robots import ROBOTS_NAME
from dualpress.site.verify.site import X_DEFAULT, NamedVersion, VerifiedSite

__all__ = ["SitemapAlternatesRule", "SitemapEntryRule", "SitemapFileRule"]


class SitemapFileRule(Rule):
    """Sitemaps that can be read."""

    id = "sitemap-file"
    cause = "A sitemap cannot be read, or one that an index or robots.txt names does not exist."
    cure = "Let the generator write the sitemap anew, and name it as it is called"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the sitemaps themselves."""
        for path, reason in site.unreadable.items():
            yield self.finding(path, 1, f"The sitemap cannot be read: {reason}")
        named = [(sitemap.path, part) for sitemap in site.sitemaps for part in sitemap.parts]
        named += [(ROBOTS_NAME, reference) for reference in site.robots]
        for file, part in named:
            target = site.places.resolve(file, part.value)
            if target.is_inside and target.path is None:
                message = f"The sitemap {target.url} does not exist"
                yield self.finding(file, part.line, message)


class SitemapEntryRule(Rule):
    """Both versions are listed."""

    id = "sitemap-entry"
    cause = "The site has a sitemap, and a version of an article is not in it."
    cure = "Add the page to the sitemap"
    needs_address = True

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look for pages of pairs that no sitemap lists."""
        listed = {path for path, _ in site.entries}
        if not listed:
            return
        for page, _ in site.sides:
            if page.path not in listed and not page.noindex:
                line = page.lang.line if page.lang else 1
                yield self.finding(page.path, line, "The page is not in the sitemap")


class SitemapAlternatesRule(Rule):
    """What the sitemap names as versions is what the page names.

    x-default may stand in one of the two places alone: the other then says nothing of it.
    """

    id = "sitemap-alternates"
    cause = "The sitemap names other versions of a page than the page itself."
    cure = "Name the same versions in both places, or in one of them alone"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Compare the entries of sitemaps with the heads of their pages."""
        for path, entry in site.entries:
            page = site.pages[path]
            if not entry.alternates or not page.alternates:
                continue
            listed = _set(site.named(entry.sitemap, entry.alternates))
            own = _set(site.named(path, page.alternates, page.base))
            if wrong := _difference(listed, own):
                message = f"{path}: {wrong}"
                yield self.finding(entry.sitemap, entry.location.line, message)


def _set(versions: Sequence[NamedVersion]) -> set[tuple[str, str]]:
    return {(named.code, named.target.path or named.target.url) for named in versions}


def _difference(listed: set[tuple[str, str]], own: set[tuple[str, str]]) -> str:
    """What one of two places says, and the other does not; empty where they agree."""
    codes = {code for code, _ in listed} & {code for code, _ in own}
    told = [
        f"{place} alone names {target} as “{code}”"
        for place, versions in (("the sitemap", listed - own), ("the page", own - listed))
        for code, target in sorted(versions)
        if code in codes or code != X_DEFAULT
    ]
    return ", ".join(told)
