"""Whether readers can go from each page to its other version.

https://www.w3.org/International/questions/qa-navigation-select
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from dualpress.article import Language, other
from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import LanguageLink, PageFacts, primary_language
from dualpress.site.verify.language_links import OWN_NAMES, language_of_name
from dualpress.site.verify.site import VerifiedSite, Version

__all__ = [
    "SwitcherCurrentRule",
    "SwitcherLangRule",
    "SwitcherRule",
    "SwitcherTargetRule",
    "SwitcherTextRule",
]


class SwitcherRule(Rule):
    """A link to the other version."""

    id = "switcher"
    cause = "A page has another version, and no link that takes its readers there."
    cure = "Put plain links to both versions near the top of the page, English and हिन्दी"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look for pages of pairs without one."""
        for page, partner in site.sides:
            if not _links_between(site, page, partner) and not site.links_to(
                page, partner.language
            ):
                line = page.lang.line if page.lang else 1
                message = f"There is no link to {partner.name} for readers"
                yield self.finding(page.path, line, message)


class SwitcherTargetRule(Rule):
    """The link leads to the same article."""

    id = "switcher-target"
    cause = "The link to another language leads to another article, or to nothing."
    cure = "Let the link lead to the same article in that language, or leave it out"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the links that promise another language, or the page's own."""
        for page, partner in site.sides:
            has_link = bool(_links_between(site, page, partner))
            yield from self._wrong(site, page, partner, has_link=has_link)
            own = Version(other(partner.language), "", page.path, is_listed=True)
            yield from self._wrong(site, page, own, has_link=True)
        for page in site.pages.values():
            if site.version_of(page.path) is None:
                yield from self._dead(site, page)

    def _wrong(
        self,
        site: VerifiedSite,
        page: PageFacts,
        wanted: Version,
        *,
        has_link: bool,
    ) -> Iterator[Finding]:
        """The links that lead to something else than the wanted page.

        Where one leads there, only what is marked as a link to a version is judged:
        “English” may as well be a subject.
        """
        for link, target in site.links_to(page, wanted.language):
            is_marked = bool(link.hreflang) and language_of_name(link.text) is not None
            if site.leads_to(target, wanted) or (has_link and not is_marked):
                continue
            if target.is_inside or wanted.path is None:
                message = f"“{link.text}” leads to {target.url}, and not to {wanted.name}"
                yield self.finding(page.path, link.line, message)

    def _dead(self, site: VerifiedSite, page: PageFacts) -> Iterator[Finding]:
        """The links of a page without another version that lead to nothing."""
        for language in Language:
            for link, target in site.links_to(page, language):
                if target.is_inside and target.path is None:
                    message = f"“{link.text}” leads to {target.url}, which does not exist"
                    yield self.finding(page.path, link.line, message)


class SwitcherTextRule(Rule):
    """The link reads as the language calls itself."""

    id = "switcher-text"
    cause = "The link to the other version does not read English, हिन्दी or हिंदी."
    cure = "Write the language's own name: English, हिन्दी or हिंदी; no flag, no code"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the words of the links."""
        for page, partner in site.sides:
            links = _links_between(site, page, partner)
            if links and not any(_has_own_name(link, partner.language) for link in links):
                message = f"The link to {partner.name} reads “{links[0].text}”"
                yield self.finding(page.path, links[0].line, message)


class SwitcherLangRule(Rule):
    """The link is marked as what it is: a name in another language.

    https://www.w3.org/TR/WCAG22/#language-of-parts
    """

    id = "switcher-lang"
    cause = "The link to the other version is not marked with its language, or with another one."
    cure = 'Write lang and hreflang of the other version on the link: lang="hi" hreflang="hi"'

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at ``lang`` and ``hreflang`` of the links."""
        for page, partner in site.sides:
            for link in _links_between(site, page, partner):
                language = partner.language
                if primary_language(link.hreflang) not in ("", language):
                    message = f"The link to {partner.name} has hreflang=“{link.hreflang}”"
                    yield self.finding(page.path, link.line, message)
                elif _has_own_name(link, language) and primary_language(link.lang) != language:
                    message = f"“{link.text}” is not marked as “{language}” with lang"
                    yield self.finding(page.path, link.line, message)


class SwitcherCurrentRule(Rule):
    """The link to the page that is being read says so, and no other does."""

    id = "switcher-current"
    cause = (
        "aria-current is missing at the language that is being read, or stands at the other one."
    )
    cure = 'Write aria-current="page" on the link to the page itself, or let it be no link'

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at ``aria-current`` of the links to either version."""
        for page, partner in site.sides:
            for link in _links_between(site, page, partner):
                if link.is_current:
                    message = f"“{link.text}” is marked as the page that is being read"
                    yield self.finding(page.path, link.line, message)
            for link in _links_to_itself(site, page):
                if not link.is_current and _has_own_name(link, other(partner.language)):
                    message = f"“{link.text}” is not marked as the page that is being read"
                    yield self.finding(page.path, link.line, message)


def _links_between(site: VerifiedSite, page: PageFacts, version: Version) -> list[LanguageLink]:
    """The language links of a page that lead to its other version."""
    links = page.language_links
    return [link for link in links if site.leads_to(site.resolve(page, link.href), version)]


def _links_to_itself(site: VerifiedSite, page: PageFacts) -> list[LanguageLink]:
    links = page.language_links
    return [link for link in links if site.resolve(page, link.href).path == page.path]


def _has_own_name(link: LanguageLink, language: Language) -> bool:
    """Whether a link has the language's own name, with other words or without."""
    text = unicodedata.normalize("NFC", link.text)
    return any(unicodedata.normalize("NFC", name) in text for name in OWN_NAMES[language])
