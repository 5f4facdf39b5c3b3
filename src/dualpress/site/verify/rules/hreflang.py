"""Whether ``hreflang`` is the code of the language that its target is in.

https://www.rfc-editor.org/info/bcp47; which languages and countries there are is CLDR's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.site import X_DEFAULT, NamedVersion, VerifiedSite

__all__ = ["HreflangRule"]

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}|\d{3}))?")


class HreflangRule(Rule):
    """A code of a language that exists, for one page that is in it."""

    id = "hreflang"
    cause = "The code of a version is none, is not its language's, or stands at two pages."
    cure = "Write the code of the language that the version is in: en, hi, or with a country hi-IN"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the codes that pages and sitemaps write."""
        for path in site.pages:
            by_code: dict[tuple[str, str], NamedVersion] = {}
            for named in site.versions[path]:
                yield from self._of_version(site, named)
                first = by_code.setdefault((named.file, named.code), named)
                if named.code != X_DEFAULT and _leads_elsewhere(first, named):
                    message = f"Two pages are named as the version in “{named.code}”"
                    yield self.finding(named.file, named.line, message)

    def _of_version(self, site: VerifiedSite, named: NamedVersion) -> Iterator[Finding]:
        if named.code == X_DEFAULT:
            return
        if not _is_code(named.code):
            message = f"“{named.code}” is the code of no language"
            yield self.finding(named.file, named.line, message)
        actual = site.languages.get(named.target.path or "", "")
        if actual and actual != named.language:
            message = f"{named.target.path} is in “{actual}”, and is named as “{named.code}”"
            yield self.finding(named.file, named.line, message)


def _leads_elsewhere(one: NamedVersion, other: NamedVersion) -> bool:
    return (one.target.path or one.target.url) != (other.target.path or other.target.url)


@cache
def _is_code(code: str) -> bool:
    from babel import Locale

    found = _TAG.fullmatch(code)
    if found is None:
        return False
    english = Locale("en")
    region = found["region"]
    has_region = region is None or region.upper() in english.territories
    return found["language"] in english.languages and has_region
