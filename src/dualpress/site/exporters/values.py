"""What every generator is told of a page in its front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualpress.site.exporters.base import ExportedPage
from dualpress.site.model import NoticeKind

__all__ = [
    "ADDRESSES",
    "PAIRING_KEYS",
    "TRANSLATED_FROM",
    "TRANSLATION",
    "former_addresses",
    "page_values",
]

PAIRING_KEYS = ("translationKey", "page_id")
"""What generators and their plugins pair versions by, in front matter."""

TRANSLATION = "translation"
"""The key under which a translation says whether it was reviewed."""

TRANSLATED_FROM = "translated_from"
"""The key under which a translation says which language it was made from."""

ADDRESSES = (
    "aliases",
    "canonical",
    "canonicalURL",
    "canonical_url",
    "permalink",
    "redirect_from",
    "url",
)
"""Keys that name the original's addresses, which a translation must not claim."""


def page_values(page: ExportedPage) -> dict[str, Any]:
    """The keys that are the same for all generators.

    ``noindex`` stands on pages that search engines are not to list; their
    themes give them no alternates either.
    """
    known = page.front_matter.values
    values: dict[str, Any] = {} if known.get("title") else {"title": page.version.title}
    values |= {key: list(tags) for key, tags in page.tags.items()}
    values["lang"] = page.language.value
    if page.is_translation:
        values |= _translation(page)
    if not page.version.indexable:
        values["noindex"] = True
    return values


def former_addresses(page: ExportedPage, key: str) -> dict[str, Any]:
    """The key that lets a page's former addresses lead to it, with those that a post names.

    Args:
        page: that once stood elsewhere.
        key: what the generator calls such a list.
    """
    if not page.former:
        return {}
    said = None if page.is_translation else page.front_matter.values.get(key)
    own = said if isinstance(said, list) else [said] if said else []
    return {key: list(dict.fromkeys([*map(str, own), *page.former]))}


def _translation(page: ExportedPage) -> Mapping[str, Any]:
    notices = {notice.kind: notice for notice in page.version.notices}
    kinds = (kind for kind in (NoticeKind.DRAFT, NoticeKind.STALE) if kind in notices)
    values: dict[str, Any] = {
        TRANSLATION: next((kind.value for kind in kinds), "reviewed"),
        TRANSLATED_FROM: page.article.source_language.value,
    }
    stale = notices.get(NoticeKind.STALE)
    return values | ({"source_changed": stale.date} if stale and stale.date else {})
