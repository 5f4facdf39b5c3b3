"""Whether each version is canonical itself.

https://developers.google.com/search/docs/specialty/international/localized-versions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.site import VerifiedSite

__all__ = ["CanonicalRule", "OutsideHeadRule"]


class CanonicalRule(Rule):
    """One canonical address, the page's own."""

    id = "canonical"
    cause = "A page has no canonical address, more than one, or another page's."
    cure = 'Write one <link rel="canonical"> with the page\'s own address on each version'
    needs_address = True

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the canonical addresses of all pages."""
        for path, page in site.pages.items():
            is_version = site.version_of(path) is not None
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


class OutsideHeadRule(Rule):
    """What is for search engines stands in the head.

    https://www.rfc-editor.org/rfc/rfc6596#section-3,
    https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
    """

    id = "outside-head"
    cause = "A canonical address or a version stands outside of the head, where it does not count."
    cure = (
        "Put the link into the head of the page; an element there that belongs to the text, such "
        "as a div or an img, ends the head"
    )

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look for links of the head behind the beginning of the text."""
        for page in site.pages.values():
            for name, line in page.misplaced[:1]:
                more = f" and {len(page.misplaced) - 1} more" if page.misplaced[1:] else ""
                message = f"The link for {name}{more} stands behind the end of the head"
                yield self.finding(page.path, line, message)
