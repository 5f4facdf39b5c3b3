"""Whether JSON-LD says the same of a pair as its pages do.

https://schema.org/inLanguage, https://schema.org/workTranslation
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts, Work, primary_language
from dualpress.site.verify.site import VerifiedSite

__all__ = ["JsonLdRule"]


class JsonLdRule(Rule):
    """``inLanguage``, ``translationOfWork`` and ``workTranslation``, where there."""

    id = "json-ld"
    cause = "JSON-LD cannot be read, or names another language or another translation."
    cure = (
        "Write the page's language as inLanguage, the other version's address as translationOfWork "
        "on the translation and as workTranslation on the original"
    )

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the articles that pages tell of."""
        for page in site.pages.values():
            if page.broken_json_ld is not None:
                message = "The JSON-LD is no JSON, so no search engine reads it"
                yield self.finding(
                    page.path, page.broken_json_ld, message, cure="Correct the script's JSON"
                )
            for work in page.works:
                yield from self._of_work(site, page, work)
        for english, hindi in site.pairs:
            yield from self._of_pair(english, hindi)

    def _of_work(self, site: VerifiedSite, page: PageFacts, work: Work) -> Iterator[Finding]:
        actual = site.languages[page.path]
        languages = [primary_language(tag) for tag in work.languages]
        if languages and actual not in languages:
            message = f"inLanguage is “{work.languages[0]}”, and the page is in “{actual}”"
            yield self.finding(page.path, work.line, message)
        partner = site.version_of(page.path)
        for name, hrefs in (
            ("translationOfWork", work.originals),
            ("workTranslation", work.translations),
        ):
            targets = [site.resolve(page, href) for href in hrefs]
            if not targets or (partner is None and any(not t.is_inside or t.path for t in targets)):
                continue
            if partner is None or not any(site.leads_to(target, partner) for target in targets):
                wanted = partner.name if partner else "a page that exists"
                message = f"{name} is {targets[0].url}, and not {wanted}"
                yield self.finding(page.path, work.line, message)

    def _of_pair(self, english: PageFacts, hindi: PageFacts) -> Iterator[Finding]:
        """Each of two articles cannot be the translation of the other."""
        sides = [[w for w in page.works if w.originals] for page in (english, hindi)]
        if all(sides):
            message = "Both pages say that they are the translation of the other"
            yield self.finding(hindi.path, sides[1][0].line, message)
