"""Whether the versions of a page name each other, and themselves.

https://developers.google.com/search/docs/specialty/international/localized-versions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.site import X_DEFAULT, NamedVersion, VerifiedSite, Version

__all__ = ["AlternatesRule", "ReturnLinkRule", "SelfLinkRule"]


class AlternatesRule(Rule):
    """The pages of a pair name each other."""

    id = "alternates"
    cause = "Two pages are versions of each other, and neither says so to search engines."
    cure = (
        "Add <link rel=alternate hreflang=…> for both versions and x-default to both heads, "
        "or the same to the sitemap"
    )
    needs_address = True

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look for pairs that are known by other signs alone."""
        for page, other in site.sides:
            if page.noindex or not other.is_listed or self._is_named(site, page, other):
                continue
            line = page.lang.line if page.lang else 1
            yield self.finding(page.path, line, f"The page does not name {other.name}")

    def _is_named(self, site: VerifiedSite, page: PageFacts, other: Version) -> bool:
        """Whether one of the two names the other."""
        if other.path is not None:
            return site.names(page.path, other.path) or site.names(other.path, page.path)
        versions = site.versions[page.path]
        return any(site.leads_to(v.target, other) for v in versions if v.code != X_DEFAULT)


class ReturnLinkRule(Rule):
    """A version that is named names the page back."""

    id = "return-link"
    cause = (
        "A page names a version of it that does not name it back, so the link counts for nothing."
    )
    cure = "Let both pages name each other, or neither"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look for links that are not returned."""
        for path, page in site.pages.items():
            told: set[str] = set()
            for named in site.versions[path] if not page.noindex else ():
                other = named.target.path
                if other is None or other in told or named.code == X_DEFAULT:
                    continue
                told.add(other)
                if self._is_unreturned(site, path, other):
                    message = f"{other} is named as a version in “{named.code}”"
                    yield self.finding(
                        named.file, named.line, f"{message}, but does not name {path} back"
                    )

    def _is_unreturned(self, site: VerifiedSite, path: str, other: str) -> bool:
        found = site.pages.get(other)
        if other == path or found is None or found.noindex or site.names(other, path):
            return False
        return not any(self._is_told(site, other, named, path) for named in site.versions[other])

    def _is_told(self, site: VerifiedSite, path: str, named: NamedVersion, wanted: str) -> bool:
        """Whether a page's link to its version in that language is a finding itself."""
        if named.language != site.languages[wanted] or named.code == X_DEFAULT:
            return False
        target = named.target.path
        if target is None:
            return named.target.is_inside
        found = site.pages.get(target)
        return found is None or bool(found.noindex) or not site.names(target, path)


class SelfLinkRule(Rule):
    """A page that names versions names itself among them."""

    id = "self-link"
    cause = "A page names its other versions, but not itself."
    cure = "Add the page itself to the versions that it names, with its own language"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look for pages that leave themselves out."""
        for path, page in site.pages.items():
            versions = site.versions[path]
            if not versions or page.noindex or self._names_itself(site, page, versions):
                continue
            first = versions[0]
            yield self.finding(first.file, first.line, f"{path} is not among its own versions")

    def _names_itself(
        self, site: VerifiedSite, page: PageFacts, versions: list[NamedVersion]
    ) -> bool:
        own = {named.code for named in versions if named.target.path == page.path}
        if own - {X_DEFAULT}:
            return True
        # A choice of languages is the version for all others, and none of its own language.
        return bool(own) and any(self._languages(site, page, versions))

    def _languages(
        self, site: VerifiedSite, page: PageFacts, versions: list[NamedVersion]
    ) -> Iterator[bool]:
        for named in versions:
            yield named.code != X_DEFAULT and named.language == site.languages[page.path]
