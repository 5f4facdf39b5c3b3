"""The files that a page shows, plays or runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dualpress.site.references import css_references, replace_srcset
from dualpress.site.verify.elements import Attributes

__all__ = ["asset_references"]

_ATTRIBUTES = {
    "audio": ("src",),
    "embed": ("src",),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}
_SEPARATORS = re.compile(r",[\s,]+")
_RELATIONS = frozenset(
    "apple-touch-icon icon manifest mask-icon modulepreload preload stylesheet".split()
)


def asset_references(tag: str, attributes: Attributes) -> Iterator[str]:
    """Yield the addresses of files that a start tag names, pages left out."""
    for name in _ATTRIBUTES.get(tag, ()):
        yield attributes.get(name, "")
    if tag == "link" and _RELATIONS.intersection(attributes.get("rel", "").lower().split()):
        yield attributes.get("href", "")
    for name in ("srcset", "imagesrcset"):
        if name in attributes:
            yield from _candidates(attributes[name])
    if "style" in attributes:
        yield from css_references(attributes["style"])


def _candidates(srcset: str) -> list[str]:
    """The addresses in a ``srcset``."""
    found: list[str] = []
    srcset = _SEPARATORS.sub(", ", srcset)

    def note(url: str) -> str:
        found.append(url)
        return url

    replace_srcset(srcset, note)
    return found
