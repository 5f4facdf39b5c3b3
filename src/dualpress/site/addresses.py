"""What a page says of its own address and of its other version's: canonical and hreflang."""

from __future__ import annotations

import json

from bs4.element import Tag

from dualpress.article import Language
from dualpress.html.offsets import Token
from dualpress.site.edits import Edits, escape, find_metas
from dualpress.site.language_tags import json_ld_strings
from dualpress.site.model import PageContext

__all__ = ["find_alternates", "set_alternates", "set_canonical"]


def set_canonical(edits: Edits, context: PageContext) -> None:
    """Say the page's own address in its canonical link, ``og:url`` and JSON-LD.

    Each version is canonical itself; a translation that names the original
    tells search engines not to list it:
    https://developers.google.com/search/docs/specialty/international/localized-versions.
    So where the site's address is not known, a translation loses the
    original's.
    """
    links = _links(edits, "canonical")
    metas = find_metas(edits, "og:url")
    if context.url is None:
        for token, _ in [*links, *metas] if context.is_translation else []:
            edits.remove(token)
        return
    before = {str(link.get("href", "")).strip() for _, link in links}
    before |= {str(meta.get("content", "")).strip() for _, meta in metas}
    _set_first(edits, links, "href", context.url)
    _set_first(edits, metas, "content", context.url)
    if not links:
        edits.add_to_head(f'<link rel="canonical" href="{escape(context.url)}">')
    _move_json_ld(edits, before - {""}, context.url)


def set_alternates(edits: Edits, context: PageContext) -> None:
    """List the page's versions, itself among them, in place of what it listed before.

    Links to versions in other languages than dualpress's two stay.
    """
    if context.url is None:
        return
    markup = [
        f'<link rel="alternate" hreflang="{code}" href="{escape(url)}">'
        for code, url in context.alternates.items()
    ]
    stale = [token for token, _ in find_alternates(edits)]
    if stale and markup:
        edits.patch(stale.pop(0).span, "".join(markup))
        markup = []
    for token in stale:
        edits.remove(token)
    for line in markup:
        edits.add_to_head(line)


def find_alternates(edits: Edits) -> list[tuple[Token, Tag]]:
    """The links to versions in one of dualpress's languages, or for readers of any other."""
    return [(token, link) for token, link in _links(edits, "alternate") if _is_of_pair(link)]


def _links(edits: Edits, relation: str) -> list[tuple[Token, Tag]]:
    return [
        (token, element)
        for token, element in edits.start_tags("link")
        if relation in [value.lower() for value in element.get_attribute_list("rel") if value]
    ]


def _is_of_pair(link: Tag) -> bool:
    """Whether an alternate link is to a version in one of the two languages, or the default."""
    code = str(link.get("hreflang", "")).strip().lower()
    return code == "x-default" or code.split("-")[0] in tuple(Language)


def _set_first(edits: Edits, found: list[tuple[Token, Tag]], name: str, value: str) -> None:
    """Let the first element have the value, and take the others away."""
    for token, element in found[:1]:
        if element.get(name) != value:
            edits.set_attribute(token, name, value)
    for token, _ in found[1:]:
        edits.remove(token)


def _move_json_ld(edits: Edits, before: set[str], url: str) -> None:
    """Put the page's new address for the one that it had, fragments kept (``…/#article``)."""
    for literal in json_ld_strings(edits):
        address, hash_sign, fragment = literal.value.partition("#")
        if address in before and literal.value != f"{url}{hash_sign}{fragment}":
            moved = json.dumps(f"{url}{hash_sign}{fragment}", ensure_ascii=False)
            edits.patch(literal.span, moved.replace("<", "\\u003c"))
