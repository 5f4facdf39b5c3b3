"""Whether the links of pages lead to something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.other_parts import may_stand_elsewhere
from dualpress.site.verify.site import VerifiedSite

__all__ = ["LinkTargetRule"]

_MADE_BY_SCRIPTS = re.compile(
    r"|top|[!/].*|:~:.*|(?:comment|disqus|reply|respond).*", re.IGNORECASE
)
"""The top of the page, words of it, and what programs for comments and the like put there."""


class LinkTargetRule(Rule):
    """Pages, files and places on pages of the site.

    Links to other languages have rules of their own; what stands around the
    text of all pages would be told on each.
    """

    id = "link-target"
    cause = (
        "A link in a page's text leads to a page, a file or a place of a page that is not there."
    )
    cure = "Correct the link, or take it away; a place on a page needs an element with that id"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the links of all pages that lead to the site itself."""
        for page in site.pages.values():
            for href, line in _links(page):
                message = self._wrong(site, page, href)
                if message:
                    yield self.finding(page.path, line, f"The link “{href}” leads to {message}")

    def _wrong(self, site: VerifiedSite, page: PageFacts, href: str) -> str | None:
        """What is wrong with where a link leads; the end of a sentence."""
        target = site.resolve(page, href)
        if not target.is_inside or (href.startswith("/") and not site.has_address):
            return None
        if target.path is None:
            if may_stand_elsewhere(site, page, href, target):
                return None
            leads_to = site.redirect_of(target)
            end = "which is gone" if leads_to == "" else "which does not exist"
            return None if leads_to else f"{target.url}, {end}"
        place = unquote(href.partition("#")[2])
        there = site.pages.get(target.path)
        if there is None or there.is_huge or _is_place(there, place):
            return None
        return f"“{place}” on {target.path}, and there is no such place"


def _links(page: PageFacts) -> Iterator[tuple[str, int]]:
    switchers = {link.href for link in page.language_links}
    for href, link in page.links.items():
        if link.is_content and href not in switchers:
            yield href, link.line


def _is_place(page: PageFacts, name: str) -> bool:
    if _MADE_BY_SCRIPTS.fullmatch(name):
        return True
    name = name.partition(":~:")[0]
    return name in page.ids or (page.is_numbered and name.isdecimal())
