"""Which pages hold one article, and which lists of them."""

from __future__ import annotations

import re

from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.site import VerifiedSite

__all__ = ["is_article"]

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "SocialMediaPosting")
_LATER_PAGE = re.compile(r"(?:^|/)page/[0-9]+(?:/index\.html?|\.html?)$")
"""Of a list, as dualpress, Hugo and WordPress call it."""

_MOST_LINKED = 0.4
"""On an article's page fewer letters than this share are links; on a list of articles more."""


def is_article(site: VerifiedSite, page: PageFacts) -> bool:
    """Whether a page holds one article, by its own word, by its place or by its looks."""
    says_so = any(kind.value == "article" for kind in page.open_graph.get("og:type", ()))
    if says_so or page.is_numbered or any(kind.endswith(_ARTICLE_TYPES) for kind in page.types):
        return True
    if page.path in site.indexes or _LATER_PAGE.search(page.path):
        return False
    if page.articles == 1:
        return True
    body = page.parts["main"] if page.parts["main"].letters else page.parts["body"]
    return page.articles == 0 and body.linked < _MOST_LINKED * body.letters
