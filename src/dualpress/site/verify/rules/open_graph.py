"""Whether Open Graph names the locale of the page and that of its other version.

https://ogp.me/#optional
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts, primary_language
from dualpress.site.verify.places import Fault, Target
from dualpress.site.verify.site import VerifiedSite, Version

__all__ = ["OpenGraphLocaleRule", "OpenGraphUrlRule"]

_LOCALE, _OTHERS, _URL = "og:locale", "og:locale:alternate", "og:url"
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
        for page, other in site.sides:
            if page.open_graph:
                yield from self._of_page(site, page, other)

    def _of_page(self, site: VerifiedSite, page: PageFacts, other: Version) -> Iterator[Finding]:
        locales, others = _values(page, _LOCALE) or [_DEFAULT], _values(page, _OTHERS)
        path, line = page.path, _line(page)
        if len(locales) > 1:
            yield self.finding(path, line, f"og:locale stands there {len(locales)} times")
        elif primary_language(locales[0]) != site.languages[path]:
            shown = locales[0] if _LOCALE in page.open_graph else f"missing, which means {_DEFAULT}"
            message = f"og:locale is {shown}, and the page is in “{site.languages[path]}”"
            yield self.finding(path, line, message)
        elif not all(_SHAPE.fullmatch(locale) for locale in (*locales, *others)):
            message = f"“{', '.join((*locales, *others))}” is not language_COUNTRY"
            yield self.finding(path, line, message)
        elif _LOCALE in page.open_graph and not page.noindex and other.is_listed:
            yield from self._of_alternate(site, page, other)

    def _of_alternate(
        self, site: VerifiedSite, page: PageFacts, other: Version
    ) -> Iterator[Finding]:
        found = site.pages.get(other.path or "")
        wanted = next(iter(_values(found, _LOCALE) if found else ()), other.language.value)
        if primary_language(wanted) != other.language:
            return  # told at the other page
        others = _values(page, _OTHERS)
        if not any(locale == wanted or primary_language(locale) == wanted for locale in others):
            message = f"og:locale:alternate does not have {wanted}, the locale of {other.name}"
            yield self.finding(page.path, _line(page), message)


class OpenGraphUrlRule(Rule):
    """``og:url`` is the page's canonical address.

    https://ogp.me/#metadata
    """

    id = "og-url"
    cause = "og:url is the address of the other version, or another one than the canonical."
    cure = "Write the page's own canonical address as og:url"
    needs_address = True

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Compare what is shared with what is listed."""
        for page in site.pages.values():
            for reference in page.open_graph.get(_URL, ())[:1]:
                if message := self._wrong(site, page, site.resolve(page, reference.value)):
                    yield self.finding(page.path, reference.line, message)

    def _wrong(self, site: VerifiedSite, page: PageFacts, target: Target) -> str | None:
        """What is wrong with where ``og:url`` leads."""
        other = site.version_of(page.path)
        if other and site.leads_to(target, other):
            return f"og:url is that of the other version, {target.url}"
        own = [site.resolve(page, reference.value) for reference in page.canonicals[:1]]
        if not own or own[0].url == target.url or _is_misspelt(own[0], target):
            return None
        return f"og:url is {target.url}, and the canonical address is {own[0].url}"


def _is_misspelt(own: Target, target: Target) -> bool:
    """Whether one of two addresses of one page is wrong by itself, and is told as that."""
    is_same = own.path is not None and own.path == target.path
    return is_same and bool((own.faults | target.faults) - {Fault.RELATIVE})


def _values(page: PageFacts, name: str) -> list[str]:
    return [reference.value for reference in page.open_graph.get(name, ())]


def _line(page: PageFacts) -> int:
    """The line to name for what concerns ``og:locale``: its own, else the first of Open Graph."""
    named = page.open_graph.get(_LOCALE) or next(iter(page.open_graph.values()))
    return named[0].line
