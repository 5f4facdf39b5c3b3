"""What JSON-LD says of an article and its translation: that each is a version of the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from dualpress.article import Span
from dualpress.html.json_ld import find_json_ld
from dualpress.html.literals import Literal
from dualpress.site.edits import Edits
from dualpress.site.model import PageContext

__all__ = ["set_json_ld_works"]

# https://schema.org/Article and its kinds.
_ARTICLES = frozenset(
    "AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle "
    "BackgroundNewsArticle BlogPosting LiveBlogPosting NewsArticle OpinionNewsArticle Report "
    "ReportageNewsArticle ReviewNewsArticle SatiricalArticle ScholarlyArticle "
    "SocialMediaPosting TechArticle".split()
)
_LIST_END = re.compile(r"\s*(?:,[^\]]*)?\]")
_NODES = ((), ("@graph",))
"""The keys above what a page says of itself, indices left out."""


def set_json_ld_works(edits: Edits, context: PageContext) -> None:
    """Name the page's other version in JSON-LD, where that tells of an article.

    A translation has its original as ``translationOfWork``, an original its
    translation as ``workTranslation``: https://schema.org/translationOfWork.
    What the page says of them itself stays.
    """
    name = "translationOfWork" if context.is_translation else "workTranslation"
    others = [
        url
        for code, url in context.alternates.items()
        if code not in (context.language.value, "x-default")
    ]
    for url in others:
        link = json.dumps({"@id": url}, ensure_ascii=False).replace("<", "\\u003c")
        for _, literals in find_json_ld(edits.page):
            for literal in _articles(literals, name):
                end = _end_of_type(edits.page.text, literal)
                edits.patch(Span(end, end), f', "{name}": {link}')


def _articles(literals: Sequence[Literal], name: str) -> Iterator[Literal]:
    """The types of a script's articles that do not have the property yet."""
    taken = {
        literal.path[: literal.path.index(name)] for literal in literals if name in literal.path
    }
    found = set()
    for literal in literals:
        node = _node(literal)
        if node is not None and node not in taken and node not in found:
            found.add(node)
            yield literal


def _node(literal: Literal) -> tuple[str | int, ...] | None:
    """The path of the article that a string gives the type of."""
    is_listed = bool(literal.path) and isinstance(literal.path[-1], int)
    path = literal.path[:-1] if is_listed else literal.path
    if path[-1:] != ("@type",) or literal.value.rpartition("/")[2] not in _ARTICLES:
        return None
    node = path[:-1]
    return node if tuple(part for part in node if isinstance(part, str)) in _NODES else None


def _end_of_type(text: str, literal: Literal) -> int:
    """Where the value of a type ends: its text, or the list that the text is in."""
    if literal.path[-1] == "@type":
        return literal.span.end
    found = _LIST_END.match(text, literal.span.end)
    return found.end() if found else literal.span.end
