"""Whether a page says what it is encoded in, and is.

https://html.spec.whatwg.org/multipage/semantics.html#charset
"""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.site import VerifiedSite

__all__ = ["CharsetRule"]


class CharsetRule(Rule):
    """One encoding, for the page, its bytes and its server."""

    id = "charset"
    cause = (
        "A page does not say how its letters are encoded, or otherwise than its bytes or its "
        "server do."
    )
    cure = (
        'Save the page in UTF-8, write <meta charset="utf-8"> at the beginning of its head, and '
        "let the server say the same"
    )

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at all pages."""
        for path, page in site.pages.items():
            encoding = page.encoding
            # What has no title is no page for readers: a piece that a script puts into one.
            is_page = page.title is not None or path in site.partners
            if encoding.fault and is_page:
                line = encoding.declared.line if encoding.declared else 1
                yield self.finding(path, line, encoding.fault)
