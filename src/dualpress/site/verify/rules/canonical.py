"""Whether each version is canonical itself.

https://developers.google.com/search/docs/specialty/international/localized-versions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.site import VerifiedSite

__all__ = ["CanonicalRule"]


class CanonicalRule(Rule):
    """One canonical address, the page's own."""

    id = "canonical"
    cause = "A page has no canonical address, more than one, or another page's."
    cure = 'Write one <link rel="canonical"> with the page\'s own address on each version'
    needs_address = True

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the canonical addresses of all pages."""
        for path, page in site.pages.items():
            is_version = path in site.partners
            if not page.canonicals:
                if is_version:
                    line = page.lang.line if page.lang else 1
                    yield self.finding(path, line, "The page has no canonical address")
                continue
            if len({reference.value for reference in page.canonicals}) > 1:
                line = page.canonicals[1].line
                yield self.finding(path, line, "The page has more than one canonical address")
                continue
            yield from self._of_other(site, page, is_version=is_version)

    def _of_other(
        self, site: VerifiedSite, page: PageFacts, *, is_version: bool
    ) -> Iterator[Finding]:
        reference = page.canonicals[0]
        target = site.resolve(page, reference.value)
        if target.path == page.path:
            return
        language = site.languages.get(target.path or "", "")
        crosses = bool(language) and language != site.languages[page.path]
        if is_version or (crosses and not page.noindex):
            of = f"that of a page in “{language}”" if crosses else "not the page's own"
            message = f"The canonical address is {target.url}, {of}"
            yield self.finding(page.path, reference.line, message)
