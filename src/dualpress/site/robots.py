"""Whether search engines may list a page."""

from __future__ import annotations

from bs4.element import Tag

from dualpress.article import Article
from dualpress.html.read import page_of
from dualpress.site.edits import Edits, find_metas
from dualpress.site.model import PageContext

__all__ = ["forbids_indexing", "set_robots"]

_FORBIDDING = frozenset({"noindex", "none"})
_ALLOWING = frozenset({"index", "all"})


def forbids_indexing(article: Article) -> bool:
    """Whether the publisher keeps search engines off the page."""
    return any(
        _FORBIDDING & set(_directives(meta))
        for _, meta in find_metas(Edits(page_of(article)), "robots")
    )


def set_robots(edits: Edits, context: PageContext) -> None:
    """Put ``noindex`` on a page that is not to be listed; other directives stay."""
    if context.is_indexable:
        return
    metas = find_metas(edits, "robots")
    if not metas:
        edits.add_to_head('<meta name="robots" content="noindex">')
    for token, meta in metas:
        directives = _directives(meta)
        if not _FORBIDDING & set(directives):
            kept = [directive for directive in directives if directive not in _ALLOWING]
            edits.set_attribute(token, "content", ", ".join(["noindex", *kept]))


def _directives(meta: Tag) -> list[str]:
    """The directives of a robots element, in lower case."""
    parts = str(meta.get("content", "")).lower().split(",")
    return [part.strip() for part in parts if part.strip()]
