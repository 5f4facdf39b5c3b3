"""What is sent to the REST API for a translation, and how it is known again."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from dualpress.article import Language
from dualpress.site.wordpress.post import Original, PostText
from dualpress.site.wordpress.rest.posts import SitePost
from dualpress.site.wordpress.seo import SEO_KEYS

__all__ = [
    "copied_fields",
    "lacks_seo_fields",
    "sent_digest",
    "seo_fields",
    "temporary_slug",
    "text_fields",
]

_COPIED = ("comment_status", "ping_status", "template", "format", "menu_order", "password")
"""What a translation takes over: a reader who may not see the original may not see it either."""


def text_fields(text: PostText) -> dict[str, str]:
    """Title, text and excerpt as WordPress is to store them."""
    return {
        "title": html.escape(text.title, quote=False),
        "content": text.body,
        "excerpt": text.excerpt,
    }


def copied_fields(original: SitePost) -> dict[str, Any]:
    """What a new translation has in common with its original."""
    fields = {name: value for name in _COPIED if (value := original.data.get(name))}
    if image := original.data.get("featured_media"):
        fields["featured_media"] = image
    if date := original.data.get("date_gmt"):
        fields["date_gmt"] = date
    return fields


def seo_fields(text: PostText, original: Original, registered: Mapping[str, Any]) -> dict[str, Any]:
    """The SEO title and description, as far as the site lets the REST API write them.

    Args:
        text: the translation.
        original: that tells which plugin keeps them.
        registered: the meta fields of the original that the REST API shows.

    Returns:
        The field ``meta``, or nothing.
    """
    meta = {key: value for key, value in _seo(text, original).items() if key in registered}
    return {"meta": meta} if meta else {}


def lacks_seo_fields(text: PostText, original: Original, registered: Mapping[str, Any]) -> bool:
    """Whether the site does not let the REST API write what it should; see :func:`seo_fields`."""
    return not _seo(text, original).keys() <= registered.keys()


def sent_digest(text: PostText) -> str:
    """The SHA-256 of a translation, by which it is known whether it has changed."""
    written = json.dumps(asdict(text), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def temporary_slug(original: int, language: Language) -> str:
    """The slug of a draft that is not complete yet.

    It tells whose translation the draft is: where the connection breaks before
    WordPress has said which number it gave, the next run finds it by that.
    """
    return f"dualpress-{original}-{language.value}"


def _seo(text: PostText, original: Original) -> dict[str, str]:
    """The meta fields of the original's plugin that the translation fills."""
    if original.seo is None:
        return {}
    told = zip(SEO_KEYS[original.seo], (text.seo_title, text.seo_description), strict=True)
    return {key: value for key, value in told if value}
