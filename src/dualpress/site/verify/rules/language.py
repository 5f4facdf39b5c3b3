"""Whether a page declares the language that it is in."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import primary_language
from dualpress.site.verify.site import VerifiedSite

__all__ = ["LangRule"]


class LangRule(Rule):
    """``lang`` of ``html``."""

    id = "lang"
    cause = "A page does not declare its language, or declares another one."
    cure = 'Write <html lang="hi"> on a Hindi page and <html lang="en"> on an English one'

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Compare what pages declare with what they are called and what they read."""
        for path, page in site.pages.items():
            actual = site.languages[path]
            if page.lang is None or not page.lang.value:
                # What has no title is no page for readers: a proof for a search engine, a frame.
                if page.title is not None or path in site.partners:
                    line = page.lang.line if page.lang else 1
                    yield self.finding(path, line, "The page does not declare its language")
            elif "_" in page.lang.value:
                message = f"“{page.lang.value}” has an underscore"
                yield self.finding(path, page.lang.line, message)
            elif primary_language(page.lang.value) != actual:
                message = f"The page declares “{page.lang.value}”, and is in “{actual}”"
                yield self.finding(path, page.lang.line, message)
