"""Brings what dualpress put on a page up to date, where the page itself stays as it was.

A page that was approved stays up while its article waits again. Meanwhile its
original, the articles that it links to and the site may move.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from pathlib import PurePosixPath

from bs4.element import Tag

from dualpress.article import Span
from dualpress.html import read_html
from dualpress.html.offsets import Token
from dualpress.html.patches import apply_patches
from dualpress.html.read import page_of
from dualpress.site.addresses import find_alternates, set_alternates, set_canonical
from dualpress.site.edits import Edits, find_metas, span_of
from dualpress.site.language_tags import json_ld_strings
from dualpress.site.model import PageContext
from dualpress.site.reader_aids import switcher
from dualpress.site.references import parse_reference

__all__ = ["Moved", "retouch"]

Moved = Callable[[str], str | None]
"""From an address or path of the site as it was to what is to stand in its place, if that
is something else."""


def retouch(data: bytes, context: PageContext, moved: Moved) -> bytes:
    """Bring addresses, switcher and links of a page up to date.

    What is right already is not touched, and neither is anything else.

    Args:
        data: the page as it was written.
        context: of the page among those of the site as it is now.
        moved: where a link leads now: given the whole address, or the path of
            the file in the output folder; answered with what is to be linked.
    """
    article = read_html(data, language=context.language)
    edits = Edits(page_of(article))
    wanted = context.settings.decorations
    nav = edits.page.soup.find(class_="dp-switch")
    if wanted.canonical and (isinstance(nav, Tag) or edits.page.soup.find("link", rel="canonical")):
        set_canonical(edits, context)
    if wanted.alternates and _alternates(edits) != list(context.alternates.items()):
        set_alternates(edits, context)
    span = _switch(edits, context, nav) if wanted.switcher and isinstance(nav, Tag) else None
    if wanted.links:
        _relink(edits, context, moved, span)
    patches = edits.patches()
    return apply_patches(article.source, patches) if patches else data


def _alternates(edits: Edits) -> list[tuple[str, str]]:
    return [
        (str(link.get("hreflang")), str(link.get("href"))) for _, link in find_alternates(edits)
    ]


def _switch(edits: Edits, context: PageContext, nav: Tag) -> Span | None:
    """Put the switcher as it would be now in the place of the one that is there."""
    span = span_of(edits.page, nav)
    markup = switcher(edits, context) if len(context.versions) > 1 else ""
    if span is not None and edits.page.raw(span) != markup:
        edits.patch(span, markup)
    return span


def _relink(edits: Edits, context: PageContext, moved: Moved, but: Span | None) -> None:
    """Let links lead to where the pages are now that they led to; the switcher's are right."""
    own = _own_addresses(edits)
    for token, element in edits.start_tags("a", "area"):
        href = element.get("href")
        is_done = but is not None and but.start <= token.span.start < but.end
        if isinstance(href, str) and not is_done:
            _set(edits, token, "href", href, _moved_link(href, context, moved))
    for token, meta in edits.start_tags("meta"):
        content = meta.get("content")
        if isinstance(content, str) and content not in own:
            _set(edits, token, "content", content, moved(content))
    for literal in json_ld_strings(edits):
        found = moved(literal.value)
        if found is not None and literal.value.partition("#")[0] not in own:
            text = json.dumps(found, ensure_ascii=False).replace("<", "\\u003c")
            edits.patch(literal.span, text)


def _own_addresses(edits: Edits) -> set[str]:
    """What the page named as its own address, which is mended as such."""
    links = edits.page.soup.find_all("link", rel="canonical", href=True)
    found = {str(link["href"]).strip() for link in links}
    return found | {str(meta.get("content", "")) for _, meta in find_metas(edits, "og:url")}


def _moved_link(href: str, context: PageContext, moved: Moved) -> str | None:
    reference = parse_reference(href)
    if reference is None:
        address, hash_sign, fragment = href.partition("#")
        found = moved(address)
        return f"{found}{hash_sign}{fragment}" if found is not None else None
    path = posixpath.normpath(posixpath.join(context.path.parent.as_posix(), reference.path))
    found = moved(path)
    return context.link(PurePosixPath(found)) + reference.suffix if found is not None else None


def _set(edits: Edits, token: Token, name: str, before: str, now: str | None) -> None:
    if now is not None and now != before:
        edits.set_attribute(token, name, now)
