"""The structured data of a page: what it tells search engines in JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from dualpress.html.literals import Literal, find_json_strings
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.tree import Node

__all__ = ["article_texts", "find_json_ld"]

_KEYS = frozenset({"headline", "alternativeHeadline", "description", "name"})
_ARTICLE_TYPES = frozenset(
    "Article AnalysisNewsArticle BlogPosting NewsArticle OpinionNewsArticle Report "
    "ScholarlyArticle SocialMediaPosting TechArticle WebPage".split()
)
# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_START_TAG = TokenKind.START_TAG

# What older templates put around a script, for XHTML and for browsers without scripts.
_WRAPPER = re.compile(r"\s*(?:<!--\s*)?(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?")


def find_json_ld(page: Page) -> Iterator[tuple[Token, list[Literal]]]:
    """Yield each JSON-LD script of a page: its start tag, and its strings in source order.

    What is no JSON is left out: no search engine can read it either.
    """
    for index, token in enumerate(page.tokens):
        if token.name == "script" and token.kind is _START_TAG and _is_json_ld(token.node):
            following = islice(page.tokens, index + 1, None)
            *_, last = token, *takewhile(lambda piece: piece.kind is TokenKind.TEXT, following)
            yield token, _strings(page.text, token.end, last.end)


def article_texts(literals: list[Literal]) -> Iterator[Literal]:
    """Yield those strings of a script that an article says of itself to readers."""
    articles = {_object_of_type(literal) for literal in literals}
    for literal in literals:
        if literal.path and literal.path[-1] in _KEYS and literal.path[:-1] in articles:
            yield literal


def _strings(text: str, start: int, end: int) -> list[Literal]:
    wrapper = _WRAPPER.match(text, start, end)
    try:
        literals, _ = find_json_strings(text, wrapper.end() if wrapper else start, end)
    except ValueError:
        return []
    return literals


def _is_json_ld(element: Node | None) -> bool:
    if element is None or element.name != "script":
        return False
    kind = element.attributes.get("type", "").partition(";")[0].strip().lower()
    return kind == "application/ld+json"


def _object_of_type(literal: Literal) -> tuple[str | int, ...] | None:
    """The path of the object that a string says is an article: ``@type``, or one of a list."""
    *path, key = literal.path or (None,)
    if isinstance(key, int):
        *path, key = path or (None,)
    is_type = key == "@type" and literal.value.rpartition("/")[2] in _ARTICLE_TYPES
    return tuple(path) if is_type else None
