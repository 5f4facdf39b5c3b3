"""What JSON-LD says of the articles on a page, and of their translations.

https://schema.org/workTranslation, https://schema.org/translationOfWork
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dualpress.site.verify.facts import Work

__all__ = ["read_json_ld"]

_ARTICLE = re.compile(r"\w*(?:Article|BlogPosting|Report|SocialMediaPosting)")
_PAGE = frozenset({"WebPage"})
# What older templates put around a script, for XHTML and for browsers without scripts.
_BEFORE = re.compile(r"\s*(?:<!--\s*)?(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?\s*")
_AFTER = re.compile(r"[\s/*]*(?:\]\]>)?[\s/*]*(?:-->)?\s*")


def read_json_ld(script: str, line: int) -> tuple[list[Work], set[str]]:
    """Read a script of JSON-LD.

    Args:
        script: its text.
        line: where it stands on its page.

    Returns:
        The articles and pages that it tells of, and the types of all that it tells of.

    Raises:
        ValueError: it is no JSON.
    """
    works: list[Work] = []
    types: set[str] = set()
    for node in _nodes(_document(script)):
        names = set(_strings(node.get("@type")))
        types |= names
        if names & _PAGE or any(_ARTICLE.fullmatch(name) for name in names):
            works.append(
                Work(
                    tuple(_strings(node.get("inLanguage"))),
                    tuple(_addresses(node.get("translationOfWork"))),
                    tuple(_addresses(node.get("workTranslation"))),
                    line,
                )
            )
    return works, types


def _document(script: str) -> Any:
    before = _BEFORE.match(script)
    document, end = json.JSONDecoder().raw_decode(script, before.end() if before else 0)
    if _AFTER.fullmatch(script, end) is None:
        raise ValueError("there is more behind the document")
    return document


def _nodes(document: Any) -> Iterator[dict[str, Any]]:
    """The objects that a script tells of; what these only mention is left out."""
    if isinstance(document, list):
        for item in document:
            yield from _nodes(item)
    elif isinstance(document, dict):
        yield document
        yield from _nodes(document.get("@graph"))
        yield from _nodes(document.get("mainEntity"))


def _strings(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item


def _addresses(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("url") or item.get("@id")
        if isinstance(item, str):
            yield item
