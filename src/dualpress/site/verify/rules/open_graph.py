"""Whether Open Graph names the locale of the page and that of its other version.

https://ogp.me/#optional
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts, primary_language
from dualpress.site.verify.site import VerifiedSite

__all__ = ["OpenGraphLocaleRule"]

_LOCALE, _OTHERS = "og:locale", "og:locale:alternate"
_DEFAULT = "en_US"
_SHAPE = re.compile(r"[a-z]{2,3}_[A-Z]{2}")


class OpenGraphLocaleRule(Rule):
    """``og:locale`` and ``og:locale:alternate`` of a pair."""

    id = "og-locale"
    cause = "og:locale is not the page's language, or og:locale:alternate not its other version's."
    cure = (
        "Write og:locale with language and country (hi_IN, en_IN), and og:locale:alternate with "
        "that of the other version"
    )

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the pairs that have Open Graph at all."""
        for english, hindi in site.pairs:
            for page, other in ((english, hindi), (hindi, english)):
                if page.open_graph:
                    yield from self._of_page(site, page, other)

    def _of_page(self, site: VerifiedSite, page: PageFacts, other: PageFacts) -> Iterator[Finding]:
        locales = page.open_graph.get(_LOCALE, [_DEFAULT])
        others = page.open_graph.get(_OTHERS, [])
        path, line = page.path, page.open_graph_line
        if len(locales) > 1:
            yield self.finding(path, line, f"og:locale stands there {len(locales)} times")
        elif primary_language(locales[0]) != site.languages[path]:
            shown = locales[0] if _LOCALE in page.open_graph else f"missing, which means {_DEFAULT}"
            message = f"og:locale is {shown}, and the page is in “{site.languages[path]}”"
            yield self.finding(path, line, message)
        elif not all(_SHAPE.fullmatch(locale) for locale in (*locales, *others)):
            message = f"“{', '.join((*locales, *others))}” is not language_COUNTRY"
            yield self.finding(path, line, message)
        elif _LOCALE in page.open_graph and not (page.noindex or other.noindex):
            yield from self._of_alternate(site, page, other)

    def _of_alternate(
        self, site: VerifiedSite, page: PageFacts, other: PageFacts
    ) -> Iterator[Finding]:
        others = page.open_graph.get(_OTHERS, [])
        wanted = other.open_graph.get(_LOCALE, [site.languages[other.path]])[0]
        if primary_language(wanted) != site.languages[other.path]:
            return  # told at the other page
        if not any(locale == wanted or primary_language(locale) == wanted for locale in others):
            message = f"og:locale:alternate does not have {wanted}, the locale of {other.path}"
            yield self.finding(page.path, page.open_graph_line, message)
