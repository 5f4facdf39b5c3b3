"""HTML in a Markdown file so that Markdown leaves it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dualpress.html.offsets import Token, TokenKind, parse
from dualpress.html.tree import Node

__all__ = ["as_html_block"]

_BLANK_LINES = re.compile(r"(\r?\n)(?:[ \t]*\r?\n)+")
_RAW = frozenset({"script", "style"})
_AS_IT_STANDS = frozenset({"pre", "textarea"})


def as_html_block(html: str) -> str:
    """Write HTML as one block of HTML in Markdown.

    Such a block begins with a ``div`` at the start of a line and goes on to
    the next blank line: https://spec.commonmark.org/0.31.2/#html-blocks. So
    there is none: one among words, or in ``pre``, keeps its line end as a
    reference, which a browser reads as one.
    """
    inside = "".join(_without_blank_lines(html)).strip("\r\n")
    return f"<div>\n{inside}\n</div>\n"


def _without_blank_lines(html: str) -> Iterator[str]:
    for token in parse(html).tokens:
        source = html[token.span.start : token.span.end]
        yield _BLANK_LINES.sub(r"\1" if _is_code(token) else _referenced, source)


def _is_code(token: Token) -> bool:
    """Whether blank lines mean nothing there, or a reference would not be read as a character."""
    if token.kind is not TokenKind.TEXT or token.node is None:
        return True
    if token.node.name in _RAW:
        return True
    return not token.data.strip() and not _stands_as_it_is(token.node)


def _stands_as_it_is(node: Node) -> bool:
    within: Node | None = node
    while within is not None and within.name not in _AS_IT_STANDS:
        within = within.parent
    return within is not None


def _referenced(lines: re.Match[str]) -> str:
    return lines[1] + "&#10;" * (lines[0].count("\n") - 1)
