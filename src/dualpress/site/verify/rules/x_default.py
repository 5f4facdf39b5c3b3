"""Where readers of any other language are sent.

https://developers.google.com/search/docs/specialty/international/localized-versions#xdefault
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.site import X_DEFAULT, NamedVersion, VerifiedSite

__all__ = ["XDefaultRule"]


class XDefaultRule(Rule):
    """One version for readers of any other language, the same on all versions."""

    id = "x-default"
    cause = (
        "The version for readers of any other language is missing, or is not the same everywhere."
    )
    cure = "Name one page with hreflang=x-default, the same on both versions"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at each page that names versions, and then at the pairs."""
        for path, page in site.pages.items():
            versions = site.versions[path]
            if versions and not page.noindex:
                yield from self._of_page(site, path, versions)
        for english, hindi in site.pairs:
            yield from self._of_pair(site, english.path, hindi.path)

    def _of_page(
        self, site: VerifiedSite, path: str, versions: list[NamedVersion]
    ) -> Iterator[Finding]:
        defaults = _defaults(site, path)
        if not defaults:
            first = versions[0]
            yield self.finding(first.file, first.line, f"{path} has no x-default")
        elif len(defaults) > 1:
            last = list(defaults.values())[-1]
            message = f"{path} has {len(defaults)} pages for x-default"
            yield self.finding(last.file, last.line, message)
        else:
            yield from self._of_other_article(site, path, *defaults.values())

    def _of_other_article(
        self, site: VerifiedSite, path: str, default: NamedVersion
    ) -> Iterator[Finding]:
        """A page that is neither of the pair nor above it belongs to something else."""
        target = default.target.path
        if target is None or target in (path, site.partners.get(path)):
            return
        if target not in site.partners or path not in site.partners:
            return
        if not path.startswith(target.rpartition("/")[0]):
            message = f"x-default leads to {target}, which is no version of {path}"
            yield self.finding(default.file, default.line, message)

    def _of_pair(self, site: VerifiedSite, english: str, hindi: str) -> Iterator[Finding]:
        """Two defaults on two pages, where neither is wrong by itself."""
        one, other = _defaults(site, english), _defaults(site, hindi)
        if len(one) != 1 or len(other) != 1 or one.keys() == other.keys():
            return
        for path, (default,) in ((english, one.values()), (hindi, other.values())):
            if any(self._of_other_article(site, path, default)):
                return
        (there,), ((here, default),) = one, other.items()
        message = f"x-default leads to {here}, and on {english} to {there}"
        yield self.finding(default.file, default.line, message)


def _defaults(site: VerifiedSite, path: str) -> dict[str, NamedVersion]:
    """The versions for all other readers that a page names, by where they lead."""
    return {
        named.target.path or named.target.url: named
        for named in site.versions[path]
        if named.code == X_DEFAULT
    }
