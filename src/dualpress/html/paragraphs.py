"""Where blank lines part paragraphs: in what WordPress's classic editor stores.

WordPress makes two line ends in a row a paragraph as it shows a post
(``wpautop``), so a post as stored, or exported, has no ``<p>``. To a browser a
blank line is a space, and most pages have them between their tags.

https://developer.wordpress.org/reference/functions/wpautop/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.tree import Node

__all__ = ["BLANK_LINE", "classic_bodies"]

BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")

_BODIES = frozenset("article aside blockquote body dd div li main section td th".split())
# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_DOCTYPE, _START_TAG = TokenKind.DOCTYPE, TokenKind.START_TAG

# A blank line behind a sentence, and more text: nobody breaks a line there but to part.
_PARAGRAPH_END = re.compile(r"[.!?…।॥:][\"'”’»)\]]*[ \t]*(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*[^\s<]")


def classic_bodies(page: Page, shown: Iterable[Token]) -> set[int]:
    """The ids of the elements in whose own text blank lines part paragraphs.

    Of what is no whole page that is the body; else what holds text without
    ``<p>``, and a blank line right behind a sentence.

    Args:
        page: parsed.
        shown: those of its texts that are text to a reader.
    """
    found = {id(body): body for body in _with_paragraph_ends(page, shown)}
    bodies = {key for key, body in found.items() if not _has_paragraph(body)}
    body = next((node for node in page.elements if node.name == "body"), None)
    if body is not None and not _is_whole(page):
        bodies.add(id(body))
    return bodies


def _with_paragraph_ends(page: Page, shown: Iterable[Token]) -> Iterator[Node]:
    for token in shown:
        element = token.node
        if element is None or element.name not in _BODIES or "\n" not in token.data:
            continue
        if _PARAGRAPH_END.search(page.text, token.start, token.end):
            yield element


def _has_paragraph(element: Node) -> bool:
    return any(isinstance(child, Node) and child.name == "p" for child in element.children)


def _is_whole(page: Page) -> bool:
    return any(
        token.kind is _DOCTYPE or (token.kind is _START_TAG and token.name in ("html", "body"))
        for token in page.tokens
    )
