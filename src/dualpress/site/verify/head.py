"""What the tags of a page's head say, one function a tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dualpress.site.verify.elements import Attributes
from dualpress.site.verify.facts import Alternate, PageFacts, Reference, Said

__all__ = ["HEAD"]

_ROBOTS = frozenset({"robots", "googlebot", "bingbot"})
_UNLISTED = frozenset({"noindex", "none"})
_REFRESH = re.compile(r"\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(?P<url>.+)", re.I | re.S)
_SAID = frozenset("description og:title og:description twitter:title twitter:description".split())
_PICTURES = frozenset(
    "og:image og:image:url og:image:secure_url twitter:image twitter:image:src".split()
)


def _html(facts: PageFacts, attributes: Attributes, line: int) -> None:
    if facts.lang is None and "lang" in attributes:
        facts.lang = Reference(attributes["lang"].strip(), line)


def _base(facts: PageFacts, attributes: Attributes, _: int) -> None:
    if facts.base is None and attributes.get("href"):
        facts.base = attributes["href"].strip()


def _link(facts: PageFacts, attributes: Attributes, line: int) -> None:
    relations = attributes.get("rel", "").lower().split()
    href = attributes.get("href", "").strip()
    if "canonical" in relations:
        facts.canonicals.append(Reference(href, line))
    if "alternate" in relations and attributes.get("hreflang"):
        facts.alternates.append(Alternate(attributes["hreflang"].strip(), href, line))


def _meta(facts: PageFacts, attributes: Attributes, line: int) -> None:
    content = attributes.get("content", "").strip()
    name = (attributes.get("property") or attributes.get("name", "")).strip().lower()
    if name in _ROBOTS and _UNLISTED.intersection(re.split(r"[\s,]+", content.lower())):
        facts.noindex = line
    if attributes.get("http-equiv", "").lower() == "refresh":
        found = _REFRESH.fullmatch(content)
        if found and facts.refresh is None:
            facts.refresh = Reference(found["url"].strip().strip("'\""), line)
    if name.startswith("og:"):
        facts.open_graph.setdefault(name, []).append(Reference(content, line))
    if name in _SAID and content:
        facts.said.append(Said(name, content, line))
    if name in _PICTURES and content:
        facts.pictures.setdefault(content, line)


HEAD: Mapping[str, Callable[[PageFacts, Attributes, int], None]] = {
    "html": _html,
    "base": _base,
    "link": _link,
    "meta": _meta,
}
"""By the name of the tag."""
